import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { PilotPhaseForm } from '#app/components/pilot-phase-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { pilotMenu, requirePhase } from '#app/web/pilot-page.server.ts';
import { readPhase, savePhase } from '#app/web/pilot-phase.server.ts';
import { requireOpenPilot, requirePilot } from '#app/web/pilot-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: ['pilot-error.'] };

export async function loader(args: LoaderFunctionArgs) {
  const phase = requirePhase(args.params.phase);
  const visit = await requirePilot(args, 'see-pilots');
  return { ...(await pilotMenu(visit)), ...readPhase(visit, phase), open: visit.open };
}

export async function action(args: ActionFunctionArgs) {
  const phase = requirePhase(args.params.phase);
  const visit = await requireOpenPilot(args);
  const failed = await savePhase(visit, phase, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  const { language, organisation, whole } = visit;
  return redirect(`/${language}/organisations/${organisation.id}/pilots/${whole.pilot.id}#phases`);
}

export default function PilotPhasePage() {
  const { language, t } = useWords();
  const { organisation, pilot, heading, guide, state, open } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/organisations/${organisation.id}/pilots/${pilot.id}`} label={pilot.title} />
      <div className="title">
        <p className="kicker">{t(`pilot-status.${state.status}`)}</p>
        <h1>{heading}</h1>
        <p className="lead">{guide.asks}</p>
        <p>{guide.who}</p>
      </div>
      {open ? (
        <PilotPhaseForm state={state} deliverables={guide.deliverables} result={result} />
      ) : (
        <div className="stack">
          <ul className="pilot-points">
            {guide.deliverables
              .filter(({ id }) => state.deliverables.includes(id))
              .map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
          </ul>
          {state.note ? <p>{state.note}</p> : null}
        </div>
      )}
    </div>
  );
}
