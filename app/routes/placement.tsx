import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CoachPlacement } from '#app/components/coach-placement.tsx';
import { HostPlacement } from '#app/components/host-placement.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { coachPage, hostPage, managerPage, placementFrame } from '#app/web/placement-page.server.ts';
import { recordAtPlacement } from '#app/web/placement-recording.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', hydrate: ['placement-error.', 'hold.'] };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'see');
  const frame = await placementFrame(visit, visit.placement.targetJob);
  const { role } = visit;
  if (role === 'coach') return { ...frame, today: visit.today, page: await coachPage(visit) };
  if (role === 'manager') return { ...frame, today: visit.today, page: await managerPage(visit) };
  return { ...frame, today: visit.today, page: await hostPage(visit) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePlacement(args, 'see');
  const failed = await recordAtPlacement(visit, await postedForm(args.request));
  if (failed) return data(failed, { status: 422 });
  return redirect(`/${visit.language}/placements/${visit.placement.id}`);
}

export default function Placement() {
  const { page, ...frame } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failed = (intent: string) => (result?.intent === intent ? result.form : undefined);
  if (page.kind === 'coach') return <CoachPlacement page={{ ...frame, ...page }} failed={failed} />;
  if (page.kind === 'host') return <HostPlacement page={{ ...frame, ...page }} failed={failed} />;
  return <ManagedPlacement code={frame.code} placement={frame.placement} {...page} />;
}

type Managed = { code: string; placement: string; host: string; phase: string; coach: string | null };

const ManagedPlacement = ({ code, placement, host, phase, coach }: Managed) => {
  const { language, t } = useWords();
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{host}</p>
        <h1>{code}</h1>
        <p className="lead">{phase}</p>
        <p>{coach ?? t('placements.no-coach')}</p>
      </div>
      <p>{t('placements.managed-intro')}</p>
      <p>
        <a className="button" href={`/${language}/placements/${placement}/hand-over`}>
          {t('placement-hand-over.link')}
        </a>
      </p>
    </div>
  );
};
