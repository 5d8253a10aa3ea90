import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FollowUps } from '#app/components/follow-ups.tsx';
import { PlacementCrumb } from '#app/components/placement-crumb.tsx';
import { useWords } from '#app/components/words.tsx';
import { resumeMailTo } from '#app/data/mail-stop.server.ts';
import { hasStoppedMail } from '#app/web/follow-up.server.ts';
import { followUpList } from '#app/web/follow-up-list.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { requirePlacement } from '#app/web/placement-visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'see');
  const { placement, t, role, services } = visit;
  return {
    ...(await placementMenu(visit)),
    title: titled(t, t('follow-up.all-title', { code: placement.code })),
    placement: placement.id,
    code: placement.code,
    host: placement.hostName,
    followUps: await followUpList(visit),
    begun: placement.firstContractDay !== null,
    noHostMail: role === 'coach' && placement.hostEmail === '' && placement.closedOn === null && services.mail,
    mailStopped: await hasStoppedMail(visit),
  };
}

/** Mails about these follow-ups start again for the coach who stopped them. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requirePlacement(args, 'fill-in-follow-up');
  const { services, placement, person, language } = visit;
  if (person) await resumeMailTo(services.store, placement.id, person.id);
  throw redirect(`/${language}/placements/${placement.id}/follow-ups`);
}

export default function AllFollowUps() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <PlacementCrumb placement={page.placement} code={page.code} />
      <div className="title">
        <p className="kicker">{page.host}</p>
        <h1>{t('follow-up.all-title', { code: page.code })}</h1>
        <p className="lead">{t(page.begun ? 'follow-up.all-lead' : 'follow-up.not-begun')}</p>
      </div>
      {page.noHostMail ? <p className="notice">{t('follow-up.no-host-mail')}</p> : null}
      {page.mailStopped ? (
        <form method="post" className="notice">
          <p>{t('follow-up.mail-stopped')}</p>
          <button className="button button--secondary button--small" type="submit">
            {t('mail-stop.again')}
          </button>
        </form>
      ) : null}
      <FollowUps level={2} followUps={page.followUps} base={`/${language}/placements/${page.placement}/follow-ups`} />
    </div>
  );
}
