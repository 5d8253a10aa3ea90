import type { FieldError } from 'react-hook-form';
import { FieldMessage } from './fields.tsx';
import { useWords } from './words.tsx';

/** Stands in every form with free text; shows itself where a text looks like a person, to say that it is not. */
export const FreeTextConfirm = ({ error, register }: { error: FieldError | undefined; register: { name: string } }) => {
  const { t } = useWords();
  if (!error) return null;
  return (
    <div className="field field--error" id="notAboutAPerson">
      <FieldMessage id="notAboutAPerson" error={error} />
      <label className="choice">
        <input type="checkbox" value="yes" {...register} />
        <span>{t('identity.not-about-a-person')}</span>
      </label>
    </div>
  );
};
