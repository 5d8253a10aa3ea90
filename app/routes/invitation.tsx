import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { acceptInvitation, findInvitation } from '#app/data/invitation.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { findSignedIn, requirePerson } from '#app/web/person.server.ts';
import { readSession } from '#app/web/session.server.ts';

export const meta = titleMeta;

/** Opening shows what it is, posting accepts: by whoever signed in, with any address. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = services.translate[language];
  const invitation = await findInvitation(services.store, services.hash(params.token ?? ''), services.now());
  const person = await findSignedIn(services, await readSession(services, request));
  return {
    title: titled(t, t('invitation.title')),
    invitation,
    email: person?.email ?? null,
    signIn: `/${language}/sign-in?next=${encodeURIComponent(`/${language}/invitations/${params.token}`)}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const token = services.hash(args.params.token ?? '');
  if (!(await findInvitation(services.store, token, services.now()))) throw new Response(null, { status: 404 });
  const signedIn = await requirePerson(args);
  const line = (role: string) => logLine(signedIn, 'joined', { role });
  const organisation = await acceptInvitation(services.store, token, signedIn.person.id, line);
  if (!organisation) throw new Response(null, { status: 404 });
  throw redirect(`/${signedIn.language}/organisations/${organisation}/people#me`);
}

export default function InvitationPage() {
  const { language, t } = useWords();
  const { invitation, email, signIn } = useLoaderData<typeof loader>();
  if (!invitation)
    return (
      <div className="wrap">
        <div className="title">
          <h1>{t('invitation.spent-title')}</h1>
          <p className="lead">{t('invitation.spent')}</p>
        </div>
        <a className="button button--secondary" href={`/${language}/organisations`}>
          {t('organisations.title')}
        </a>
      </div>
    );
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{t(`organisation-kind.${invitation.kind}`)}</p>
        <h1>{t('invitation.title')}</h1>
        <p className="lead">
          {t('invitation.lead', {
            organisation: invitation.organisation,
            role: t(`organisation-role.${invitation.role}`),
          })}
        </p>
      </div>
      <div className="sheet">
        <p>{t(`organisation-role.${invitation.role}-help`)}</p>
        {email ? (
          <form method="post" className="stack">
            <p>{t('invitation.as', { email })}</p>
            <button className="button" type="submit">
              {t('invitation.accept')}
            </button>
          </form>
        ) : (
          <>
            <p>{t('invitation.sign-in-first')}</p>
            <a className="button" href={signIn}>
              {t('invitation.sign-in')}
            </a>
          </>
        )}
      </div>
    </div>
  );
}
