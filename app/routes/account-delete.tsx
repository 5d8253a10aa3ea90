import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { listOnlyOwned } from '#app/data/member.server.ts';
import { deletePerson } from '#app/data/person-deletion.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { newReceipt } from '#app/web/receipt.server.ts';
import { endSession } from '#app/web/session.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { services, person, t } = signedIn;
  const { title, menu } = await personPage(signedIn, t('account-delete.title'));
  return {
    title,
    menu,
    email: person.email,
    onlyOwned: await listOnlyOwned(services.store.read, services.store, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { services, session, person, language } = await requirePerson(args);
  const receipt = newReceipt(services);
  const deletion = await deletePerson(services.store, person, receipt);
  if (deletion === 'only-owner') return data({ refused: true }, { status: 422 });
  // Busy readers can hold the log; the nightly clean-up empties it again.
  await services.store.scrub().catch(() => undefined);
  throw redirect(`/${language}/receipts/${receipt.id}`, {
    headers: { 'Set-Cookie': await endSession(services, session) },
  });
}

export default function DeleteAccount() {
  const { language, t } = useWords();
  const { email, onlyOwned } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('account-delete.title')}</h1>
        <p className="lead">{t('account-delete.lead', { email })}</p>
      </div>
      {onlyOwned.length > 0 ? (
        <div className={refused ? 'notice notice--error' : 'notice'} role={refused ? 'alert' : undefined}>
          <Icon name={refused ? 'circle-alert' : 'info'} />
          <div>
            <h2>{t('account-delete.first')}</h2>
            <p>{t('account-delete.first-text')}</p>
            <ul>
              {onlyOwned.map((one) => (
                <li key={one.id}>
                  <a href={`/${language}/organisations/${one.id}/people`}>{one.name}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : (
        <form method="post" className="sheet">
          <p>{t('account-delete.what')}</p>
          <p>{t('account-delete.stays')}</p>
          <p>{t('delete.no-way-back')}</p>
          <p>
            <a href={`/files/account/everything.zip?lang=${language}`}>{t('account-delete.file-first')}</a>
          </p>
          <p className="row">
            <button className="button button--danger" type="submit">
              {t('account-delete.yes')}
            </button>
            <a className="icon-link" href={`/${language}/account`}>
              {t('account-delete.no')}
            </a>
          </p>
        </form>
      )}
    </div>
  );
}
