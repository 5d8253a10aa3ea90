import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { useWords } from '#app/components/words.tsx';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { endSession } from '#app/web/session.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, kinds, memberships } = await personPage(signedIn, signedIn.t('account.title'));
  return {
    title,
    kinds,
    email: signedIn.person.email,
    organisations: memberships.map(({ organisation, role }) => ({
      id: organisation.id,
      name: organisation.name,
      role,
    })),
  };
}

/** Signs out on this browser; visits that were put on the device go along. */
export async function action(args: ActionFunctionArgs) {
  const { services, session, language } = await requirePerson(args);
  throw redirect(`/${language}`, {
    headers: { 'Set-Cookie': await endSession(services, session), 'Clear-Site-Data': '"cache", "storage"' },
  });
}

export default function Account() {
  const { language, t } = useWords();
  const { email, organisations } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('account.title')}</h1>
        <p className="lead">{t('account.lead', { email })}</p>
      </div>
      <Band title={t('organisations.title')} id="organisations">
        {organisations.length === 0 ? <p>{t('organisations.none')}</p> : null}
        <ul className="list" role="list">
          {organisations.map((one) => (
            <li key={one.id}>
              <a href={`/${language}/organisations/${one.id}`}>{one.name}</a>{' '}
              <span className="muted">{t(`organisation-role.${one.role}`)}</span>
            </li>
          ))}
        </ul>
        <a className="button button--secondary" href={`/${language}/organisations`}>
          {t('organisations.manage')}
        </a>
      </Band>
      <Band title={t('account.sign-out-title')} id="sign-out">
        <form method="post">
          <button className="button button--secondary" type="submit">
            {t('account.sign-out')}
          </button>
        </form>
      </Band>
    </div>
  );
}
