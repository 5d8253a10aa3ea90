import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CoachingFields } from '#app/components/coaching-fields.tsx';
import { ErrorSummary } from '#app/components/fields.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useCheckedForm } from '#app/components/use-checked-form.ts';
import { useWords } from '#app/components/words.tsx';
import { showDay } from '#app/domain/calendar.ts';
import { shareState } from '#app/domain/coach-share.ts';
import { coachingInput } from '#app/domain/coach-share-input.ts';
import { acceptOffer, appearAs, coachingNames, requireOffer, sealedToken } from '#app/web/coaching.server.ts';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titleMeta } from '#app/web/page.ts';
import { findSignedIn, requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';
import { readSession } from '#app/web/session.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person', hydrate: [] };

/** A mail scanner or a preview follows this address too: only the button binds. */
export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const language = requireLanguage(args.params);
  const offer = await requireOffer(services, args.params.token);
  if (!(await findSignedIn(services, await readSession(services, args.request)))) {
    const next = `/${language}/share/${sealedToken(services, args.params.token ?? '')}`;
    throw redirect(`/${language}/sign-in?next=${encodeURIComponent(next)}`);
  }
  const signedIn = await requirePerson(args);
  if (offer.personId === signedIn.person.id) throw redirect(`/${language}/shared`);
  if (shareState(offer, services.now()) !== 'offered') throw new Response(null, { status: 404 });
  const { title, menu } = await personPage(signedIn, signedIn.t('coach-link.title'));
  return {
    title,
    menu,
    email: signedIn.person.email,
    names: await coachingNames(signedIn),
    until: offer.expiresAt && showDay(language, offer.expiresAt),
  };
}

export async function action(args: ActionFunctionArgs) {
  const offer = await requireOffer(args.context.services, args.params.token);
  const signedIn = await requirePerson(args);
  if (offer.personId === null) {
    const as = await appearAs(signedIn, await postedForm(args.request));
    if (!('name' in as)) return data(as, { status: 422 });
    await acceptOffer(signedIn, offer, as.name);
  }
  const now = await requireOffer(args.context.services, args.params.token);
  if (now.personId !== signedIn.person.id) throw new Response(null, { status: 404 });
  return redirect(`/${signedIn.language}/shared`);
}

export default function CoachLink() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { register, errors, handlers } = useCheckedForm(coachingInput, failed?.errors);
  const check = page.names.length === 0 ? handlers : {};
  return (
    <div className="wrap">
      <div className="title">
        <h1>{t('coach-link.title')}</h1>
        <p className="lead">{t('coach-link.lead', { day: page.until ?? '' })}</p>
      </div>
      <div className="with-aside">
        <form method="post" noValidate {...check} className="stack">
          <ErrorSummary errors={errors} labels={{ name: t('organisations.name') }} />
          <CoachingFields names={page.names} values={failed?.values} errors={errors} register={register} />
          <p>{t('coach-link.shown', { email: page.email })}</p>
          <div className="step-buttons">
            <button className="button" type="submit">
              {t('coach-link.submit')}
            </button>
          </div>
        </form>
        <aside className="reassurance" aria-labelledby="next">
          <h2 id="next">{t('coach-link.next')}</h2>
          <ul role="list">
            {(['users', 'eye-off', 'trash-2'] as const).map((icon) => (
              <li className="with-icon with-icon--top" key={icon}>
                <Icon name={icon} />
                {t(`coach-link.next-${icon}`)}
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </div>
  );
}
