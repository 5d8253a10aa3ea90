import { languages } from '#app/domain/checklist.ts';
import { routes } from '#app/domain/placement.ts';
import { newPlacementInput, typedHost } from '#app/domain/placement-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { ChoiceField, ErrorSummary, SelectField, TextField, typedOr } from './fields.tsx';
import { useCheckedForm } from './use-checked-form.ts';
import { useWords } from './words.tsx';

type Choice = { id: string; label: string };
type Props = {
  hosts: { id: string; name: string; job: string }[];
  /** The workplace that this placement begins at, where that is known already; else empty. */
  host: string;
  sectors: Choice[];
  organisations: Choice[];
  previous: { id: string; code: string } | null;
  result: FailedForm | undefined;
};

/** Begins a placement: which workplace, which job, which route, and how we mail about it. */
export const NewPlacementForm = ({ hosts, host, sectors, organisations, previous, result }: Props) => {
  const { language, t } = useWords();
  const { register, errors, handlers } = useCheckedForm(newPlacementInput, result?.errors);
  const value = (name: keyof typeof labels, stored = '') => typedOr(result?.values, name, stored);
  const labels = {
    host: t('new-placement.host'),
    hostName: t('new-placement.host-name'),
    place: t('new-placement.place'),
    sector: t('new-placement.sector'),
    targetJob: t('new-placement.job'),
    route: t('new-placement.route'),
    language: t('new-placement.language'),
    hostEmail: t('new-placement.host-email'),
    organisation: t('new-placement.organisation'),
  };
  const text = (name: 'hostName' | 'place' | 'targetJob' | 'hostEmail') => ({
    name,
    label: labels[name],
    error: errors[name],
    value: value(name),
    register: register(name),
  });
  return (
    <form method="post" noValidate {...handlers}>
      <ErrorSummary errors={errors} labels={labels} />
      {previous ? <input type="hidden" name="previous" value={previous.id} /> : null}
      <ChoiceField
        name="host"
        legend={labels.host}
        hint={hosts.length > 0 ? t('new-placement.host-hint') : t('new-placement.no-share')}
        options={[
          ...hosts.map(({ id, name, job }) => ({ id, label: name, help: job })),
          { id: typedHost, label: t('new-placement.typed'), help: t('new-placement.typed-help') },
        ]}
        narrow
        error={errors.host}
        chosen={[value('host', hosts.length === 0 ? typedHost : host)]}
        register={register('host')}
      />
      <div className="typed-host field">
        <TextField {...text('hostName')} hint={t('new-placement.host-name-hint')} />
        <SelectField
          name="sector"
          label={labels.sector}
          options={[{ id: '', label: t('new-placement.choose') }, ...sectors]}
          error={errors.sector}
          value={value('sector')}
          register={register('sector')}
        />
      </div>
      <TextField {...text('place')} optional />
      <TextField {...text('targetJob')} hint={t('new-placement.job-hint')} />
      <ChoiceField
        name="route"
        legend={labels.route}
        options={routes.map((id) => ({ id, label: t(`route.${id}`), help: t(`route.${id}-help`) }))}
        narrow
        error={errors.route}
        chosen={[value('route')]}
        register={register('route')}
      />
      <ChoiceField
        name="language"
        legend={labels.language}
        hint={t('new-placement.language-hint')}
        options={languages.map((id) => ({ id, label: t(`language.${id}`) }))}
        error={errors.language}
        chosen={[value('language', language)]}
        register={register('language')}
      />
      <TextField {...text('hostEmail')} type="email" hint={t('new-placement.host-email-hint')} optional />
      {organisations.length > 1 ? (
        <SelectField
          name="organisation"
          label={labels.organisation}
          options={organisations}
          error={errors.organisation}
          value={value('organisation')}
          register={register('organisation')}
        />
      ) : null}
      <div className="step-buttons">
        <button className="button" type="submit">
          {t('new-placement.begin')}
        </button>
        <a className="icon-link" href={`/${language}/placements`}>
          {t('placement.cancel')}
        </a>
      </div>
    </form>
  );
};
