import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { Band } from '#app/components/fields.tsx';
import { PilotAboutForm } from '#app/components/pilot-about-form.tsx';
import { EntryForm, LessonForm, LinksForm, PartnerForm } from '#app/components/pilot-forms.tsx';
import { PilotEnd, PilotEntries, PilotLessons, PilotPartners, PilotPhases } from '#app/components/pilot-parts.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { readPilot } from '#app/web/pilot-page.server.ts';
import { type PilotIntent, recordInPilot } from '#app/web/pilot-recording.server.ts';
import { requirePilot } from '#app/web/pilot-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['pilot-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePilot(args, 'see-pilots');
  return readPilot(visit, new URL(args.request.url).searchParams.get('partner') ?? '');
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePilot(args, 'lead-pilot');
  const result = await recordInPilot(visit, await postedForm(args.request));
  if (result.kind === 'failed') return data(result, { status: 422 });
  const { language, organisation, whole } = visit;
  return redirect(`/${language}/organisations/${organisation.id}/pilots/${whole.pilot.id}${result.at}`);
}

export default function OrganisationPilot() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const failedAt = (intent: PilotIntent) => (failed?.intent === intent ? failed.form : undefined);
  const { open } = page;
  const pilots = `/${language}/organisations/${page.organisation.id}/pilots`;
  const base = `${pilots}/${page.pilot.id}`;
  return (
    <div className="wrap">
      <Crumb href={pilots} label={t('organisation-pilots.title')} />
      <div className="title">
        <p className="kicker">{page.sector}</p>
        <h1>{page.pilot.title}</h1>
        {page.about.question ? <p className="lead">{page.about.question}</p> : null}
        {page.from ? <p>{t('pilot.made-from', { pilot: page.from })}</p> : null}
      </div>
      <PilotPhases phases={page.phases} base={base} synthesis={page.synthesis} />
      <Band title={t('pilot.partners')} intro={t('pilot.partners-intro')} id="partners">
        <PilotPartners partners={page.partners} base={base} open={open} />
        {open ? <PartnerForm key={page.changing?.id} partner={page.changing} result={failedAt('partner')} /> : null}
      </Band>
      <Band title={t('pilot.links')} intro={t('pilot.links-intro')} id="links">
        {page.unseen > 0 ? <p className="small muted">{t('pilot.links-unseen', { count: page.unseen })}</p> : null}
        {open ? (
          <LinksForm {...page.choices} linked={page.linked} />
        ) : (
          <p>{t('pilot.linked', { count: page.linked.length })}</p>
        )}
      </Band>
      <Band title={t('pilot.journal')} intro={t('pilot.journal-intro')} id="journal">
        <PilotEntries entries={page.entries} open={open} />
        {open ? <EntryForm phases={page.phaseChoices} today={page.today} result={failedAt('entry')} /> : null}
      </Band>
      <Band title={t('pilot.lessons')} intro={t('pilot.lessons-intro')} id="lessons">
        <PilotLessons lessons={page.lessons} open={open} />
        {open ? <LessonForm items={page.items} result={failedAt('lesson')} /> : null}
      </Band>
      {open ? (
        <Band title={t('pilot.about')} id="about">
          <PilotAboutForm sectors={page.sectors} value={page.about} result={failedAt('about')} />
        </Band>
      ) : null}
      <PilotEnd {...page} base={base} failed={failedAt('finish')} />
    </div>
  );
}
