import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { PasskeyButton } from '#app/components/passkey-button.tsx';
import { PasskeyList } from '#app/components/passkey-list.tsx';
import { SessionList } from '#app/components/session-list.tsx';
import { useWords } from '#app/components/words.tsx';
import { languages } from '#app/domain/checklist.ts';
import { accountActions, readAccount } from '#app/web/account.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, menu, memberships } = await personPage(signedIn, signedIn.t('account.title'));
  return {
    title,
    menu,
    email: signedIn.person.email,
    chosen: signedIn.person.language,
    ...(await readAccount(signedIn)),
    organisations: memberships.map(({ organisation: { id, name }, role }) => ({ id, name, role })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requirePerson(args);
  const result = await accountActions(signedIn, await postedForm(args.request));
  if (result instanceof Response) throw result;
  return data(result, { status: 422 });
}

export default function Account() {
  const { language, t } = useWords();
  const { email, chosen, leaves, sessions, passkeys, organisations } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
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
            <li key={one.id} className="row row--apart">
              <a href={`/${language}/organisations/${one.id}`}>{one.name}</a>
              <span className="muted">{t(`organisation-role.${one.role}`)}</span>
            </li>
          ))}
        </ul>
        <a className="button button--secondary" href={`/${language}/organisations`}>
          {t('organisations.manage')}
        </a>
      </Band>
      <Band title={t('account.sessions')} intro={t('account.sessions-intro')} id="sessions">
        <SessionList sessions={sessions} />
      </Band>
      <Band title={t('passkey.title')} intro={t('passkey.intro')} id="passkeys">
        <PasskeyList passkeys={passkeys} failed={failed} />
        <PasskeyButton what="new" url={`/${language}/account/passkey`} />
      </Band>
      <Band title={t('account.language')} intro={t('account.language-intro')} id="language">
        <form method="post" className="row">
          <input type="hidden" name="intent" value="language" />
          {languages.map((one) => (
            <button
              key={one}
              className="button button--secondary"
              type="submit"
              name="language"
              value={one}
              lang={one}
              aria-pressed={one === chosen}
            >
              {one === chosen ? <Icon name="check" /> : null}
              {t(`language.${one}`)}
            </button>
          ))}
        </form>
      </Band>
      <Band title={t('account.data')} intro={t('account.data-intro')} id="data">
        <p>{organisations.length > 0 ? t('account.stays') : t('account.leaves', { day: leaves })}</p>
        <p className="row">
          <a className="button button--secondary" href={`/files/account/everything.zip?lang=${language}`}>
            <Icon name="download" />
            {t('account.export')}
          </a>
          <a className="button button--secondary" href={`/${language}/account/delete`}>
            <Icon name="trash-2" />
            {t('account.delete')}
          </a>
        </p>
      </Band>
    </div>
  );
}
