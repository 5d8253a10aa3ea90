import { campaignInput } from '#app/domain/campaign-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type CampaignFormProps = { editions: { id: string; label: string }[]; result: FailedForm | undefined };

/** Makes a campaign. */
export const CampaignForm = ({ editions, result }: CampaignFormProps) => {
  const { t } = useWords();
  const { register, errors, handlers } = useCheckedForm(campaignInput, result?.errors);
  const labels = { title: t('campaign.title'), edition: t('campaign.edition'), slug: t('campaign.slug') };
  const typed = (name: string, first = '') => typedOr(result?.values, name, first);
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      <TextField
        name="title"
        label={labels.title}
        hint={t('campaign.title-hint')}
        error={errors.title}
        value={typed('title')}
        register={register('title')}
      />
      <SelectField
        name="edition"
        label={labels.edition}
        options={editions}
        error={errors.edition}
        value={typed('edition', editions[0]?.id)}
        register={register('edition')}
      />
      <TextField
        name="slug"
        label={labels.slug}
        hint={t('campaign.slug-hint')}
        optional
        error={errors.slug}
        value={typed('slug')}
        register={register('slug')}
      />
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('campaigns.make')}
        </button>
      </div>
    </form>
  );
};
