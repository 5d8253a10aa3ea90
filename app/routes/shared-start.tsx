import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContextForm } from '#app/components/context-form.tsx';
import { ChoiceField, typedOr } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { itemsFor } from '#app/domain/context.ts';
import { toContext } from '#app/domain/context-input.ts';
import { takeOverDays } from '#app/domain/retention.ts';
import { starterInput, starterVoices } from '#app/domain/start-for-employer.ts';
import { coachingNames } from '#app/web/coaching.server.ts';
import { checkContext } from '#app/web/context-form.ts';
import { checkForm, postedForm, typedValues } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { requireSector, startableChecklists } from '#app/web/sector.ts';
import { startForEmployer } from '#app/web/starting.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { services, language, t } = signedIn;
  const { title, menu } = await personPage(signedIn, t('start-for.title'));
  const sector = new URL(args.request.url).searchParams.get('sector');
  const chosen = sector === null ? null : requireSector(services, sector, language);
  const checklists = startableChecklists(services, language);
  return {
    title,
    menu,
    isCoach: menu.kinds.includes('coaching'),
    sectors: checklists.map(({ sector: id, name }) => ({ id, name })),
    chosen: chosen && { id: chosen.sector, name: chosen.name, questions: chosen.context },
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { services, language } = signedIn;
  const checklist = requireSector(services, new URL(args.request.url).searchParams.get('sector') ?? '', language);
  if ((await coachingNames(signedIn)).length === 0) throw redirect(`/${language}/organisations`);
  const posted = await postedForm(args.request);
  const [voice, form] = [checkForm(typedValues(posted), starterInput), checkContext(posted, checklist)];
  if (!voice.ok || !form.ok) {
    const errors = { ...(voice.ok ? {} : voice.errors), ...(form.ok ? {} : form.errors) };
    return data({ ok: false as const, values: typedValues(posted, ['shifts']), errors }, { status: 422 });
  }
  const context = toContext(form.data);
  const beginning = { checklistRef: checklist.ref, language, context, label: form.data.label };
  const id = await startForEmployer(signedIn, beginning, voice.data.voice);
  return redirect(`/${language}/assessments/${id}/sections/${itemsFor(checklist, context)[0]?.dimension}`);
}

const nothing = { subSector: '', size: '', place: '', targetJob: '', shifts: [], label: '' };

export default function SharedStart() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="wrap">
      <p className="crumb">
        <a href={`/${language}/shared`}>
          <Icon name="arrow-left" />
          {t('shared.title')}
        </a>
      </p>
      <div className="title">
        {page.chosen ? <p className="kicker">{page.chosen.name}</p> : null}
        <h1>{t('start-for.title')}</h1>
        <p className="lead">{t('start-for.lead', { days: takeOverDays })}</p>
      </div>
      {!page.isCoach ? (
        <p>
          {t('start-for.coach-only')} <a href={`/${language}/organisations`}>{t('organisations.manage')}</a>
        </p>
      ) : !page.chosen ? (
        <>
          <h2>{t('start-for.sector')}</h2>
          <ul className="list" role="list">
            {page.sectors.map((one) => (
              <li key={one.id}>
                <a href={`/${language}/shared/start?sector=${one.id}`}>{one.name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ContextForm questions={page.chosen.questions} stored={nothing} result={failed} submit={t('start-for.submit')}>
          <ChoiceField
            name="voice"
            legend={t('start-for.voice')}
            hint={t('start-for.voice-hint')}
            narrow
            options={starterVoices.map((id) => ({
              id,
              label: t(`start-for.voice-${id}`),
              help: t(`start-for.voice-${id}-help`),
            }))}
            error={failed?.errors.voice}
            chosen={[typedOr(failed?.values, 'voice', 'hr')]}
            register={{ name: 'voice' }}
          />
        </ContextForm>
      )}
    </div>
  );
}
