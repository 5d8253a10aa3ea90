import { organisationRoles } from '#app/domain/organisation.ts';
import { invitationInput } from '#app/domain/organisation-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

/** Invites somebody by mail, as what. */
export const InvitationForm = ({ result }: { result: FailedForm | undefined }) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(invitationInput, result?.errors);
  return (
    <form method="post" noValidate {...handlers}>
      <input type="hidden" name="intent" value="invite" />
      <ErrorSummary errors={errors} labels={{ email: t('people.email'), role: t('people.role') }} />
      <TextField
        name="email"
        type="email"
        label={t('people.email')}
        error={errors.email}
        value={typedOr(result?.values, 'email', '')}
        register={register('email')}
      />
      <ChoiceField
        name="role"
        legend={t('people.role')}
        options={organisationRoles.map((id) => ({
          id,
          label: t(`organisation-role.${id}`),
          help: t(`organisation-role.${id}-help`),
        }))}
        narrow
        error={errors.role}
        chosen={[typedOr(result?.values, 'role', 'member')]}
        register={register('role')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('people.invite-send')}
        </button>
      </div>
    </form>
  );
};
