import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SelectField } from '#app/components/fields.tsx';
import { useWords } from '#app/components/words.tsx';
import { postedForm } from '#app/web/form.ts';
import { accept, findInvitation, invitationPage } from '#app/web/handing-over.server.ts';
import { titleMeta } from '#app/web/page.ts';
import { requirePerson } from '#app/web/person.server.ts';
import { personPage } from '#app/web/person-page.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

/** Opening shows a button, posting accepts: mail scanners open links. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(args);
  const { title, menu } = await personPage(signedIn, signedIn.t('placement-take-over.title'));
  const invitation = await findInvitation(signedIn, args.params.token ?? '');
  return {
    title,
    menu,
    email: signedIn.person.email,
    placement: invitation && (await invitationPage(signedIn, invitation)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requirePerson(args);
  const id = await accept(signedIn, args.params.token ?? '', await postedForm(args.request));
  if (!id) return data({ spent: true }, { status: 422 });
  return redirect(`/${signedIn.language}/placements/${id}`);
}

export default function HandOver() {
  const { language, t } = useWords();
  const { email, placement } = useLoaderData<typeof loader>();
  const spent = useActionData<typeof action>()?.spent;
  const without = placement?.organisations.length === 0;
  if (!placement || (spent && !without))
    return (
      <div className="wrap">
        <div className="title">
          <h1>{t('placement-take-over.spent-title')}</h1>
          <p className="lead">{t('placement-take-over.spent', { email })}</p>
        </div>
      </div>
    );
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{placement.host}</p>
        <h1>{t('placement-take-over.heading', { code: placement.code })}</h1>
        <p className="lead">{t('placement-take-over.lead', { phase: placement.phase })}</p>
      </div>
      {without ? (
        <>
          <p>{t('placement-take-over.without')}</p>
          <p>
            <a className="button" href={`/${language}/organisations#new`}>
              {t('placements.make-organisation')}
            </a>
          </p>
        </>
      ) : (
        <form method="post" className="small-form">
          {placement.organisations.length > 1 ? (
            <SelectField
              name="organisation"
              label={t('new-placement.organisation')}
              options={placement.organisations}
              error={undefined}
              value={placement.organisations[0]?.id ?? ''}
              register={{ name: 'organisation' }}
            />
          ) : null}
          <button className="button" type="submit">
            {t('placement-take-over.accept')}
          </button>
        </form>
      )}
    </div>
  );
}
