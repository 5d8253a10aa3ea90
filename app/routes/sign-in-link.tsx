import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useWords } from '#app/components/words.tsx';
import { findSignInLink } from '#app/data/sign-in.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { signInWithLink } from '#app/web/signing-in.server.ts';

export const meta = titleMeta;

/** Opening shows a button, posting signs in: mail scanners open links. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  const link = await findSignInLink(services.store, services.hash(params.token ?? ''), services.now());
  return { title: titled(t, t('sign-in.link-title')), email: link?.email ?? null };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const signedIn = await signInWithLink(services, request, params.token ?? '', language);
  if (!signedIn) return data({ spent: true }, { status: 404 });
  throw redirect(signedIn.to, { headers: { 'Set-Cookie': signedIn.cookie } });
}

export default function SignInLink() {
  const { language, t } = useWords();
  const { email } = useLoaderData<typeof loader>();
  const spent = useActionData<typeof action>()?.spent || email === null;
  return (
    <div className="wrap">
      <div className="title">
        <h1>{spent ? t('sign-in.spent-title') : t('sign-in.link-title')}</h1>
        <p className="lead">{spent ? t('sign-in.spent') : t('sign-in.link-lead', { email: email ?? '' })}</p>
      </div>
      {spent ? (
        <a className="button" href={`/${language}/sign-in`}>
          {t('sign-in.again')}
        </a>
      ) : (
        <form method="post">
          <button className="button" type="submit">
            {t('sign-in.link-submit')}
          </button>
        </form>
      )}
    </div>
  );
}
