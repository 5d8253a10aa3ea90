import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EditionMemberForm } from '#app/components/edition-member-form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useWords } from '#app/components/words.tsx';
import { titleOf } from '#app/domain/edition-changes.ts';
import { memberTexts, sayIn } from '#app/domain/edition-texts.ts';
import { removeMember, requireMember, saveMember } from '#app/web/edition-editing.server.ts';
import { editionPage, requireEdition, seenOf } from '#app/web/edition-visit.server.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const { part, member, isNew } = requireMember(visit, args.params.part, args.params.member);
  const { edition, checklist, language, t } = visit;
  const { draft } = edition;
  const page = await editionPage(visit, t(`edition-part.${part}`));
  const named = (list: { id: string; title: string }[]) => list.map(({ id, title }) => ({ id, label: title }));
  const own = { remedies: draft.remedies, instruments: draft.instruments };
  const ownNamed = (list: keyof typeof own) =>
    own[list].map((one) => ({ id: one.id, label: titleOf(one, language, draft.languages) }));
  return {
    ...page,
    part,
    member,
    isNew,
    seen: seenOf(member),
    heading: isNew ? t(`edition-part.${part}-new`) : titleOf(member, language, draft.languages),
    saved: new URL(args.request.url).searchParams.has('saved'),
    checks: isNew ? [] : page.checks.filter((one) => one.page === `/${part}/${member.id}`),
    dimensions: checklist.dimensions.map(({ id, name }) => ({ id, label: name })),
    levels: checklist.levels
      .filter(({ number }) => number > 1)
      .map(({ number, name }) => ({ id: String(number), label: `${number} ${name}` })),
    options: {
      remedies: [...ownNamed('remedies'), ...named(checklist.remedies)],
      instruments: [...ownNamed('instruments'), ...checklist.instruments.map(({ id, name }) => ({ id, label: name }))],
      helps: named(checklist.items.filter(({ id }) => !draft.hidden.includes(id))),
    },
    stored: memberTexts(part, member).map(({ path, texts }) => ({
      label: path.join(' '),
      text: sayIn(texts, language, draft.languages),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireEdition(args, 'make-edition');
  const asked = requireMember(visit, args.params.part, args.params.member);
  const posted = await postedForm(args.request);
  const change = posted.get('intent') === 'remove' ? removeMember : saveMember;
  const edited = await change(visit, asked, posted);
  if (edited.kind === 'failed') return data(edited, { status: edited.changed ? 409 : 422 });
  return redirect(edited.at === '' ? `${visit.base}#${asked.part}` : `${visit.base}${edited.at}?saved=1`);
}

export default function EditionMember() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`${page.base}#${page.part}`} label={page.editionName} />
      <div className="title">
        <p className="kicker">{t(`edition-part.${page.part}`)}</p>
        <h1>{page.heading}</h1>
        <p className="lead">{t(`edition-part.${page.part}-intro`)}</p>
        {page.saved && !failed ? (
          <p className="with-icon" role="status">
            <Icon name="check" />
            <span>
              {t('editions.saved')} {page.checks.length > 0 ? t('editions.to-mend', { count: page.checks.length }) : ''}
            </span>
          </p>
        ) : null}
      </div>
      <EditionMemberForm page={page} failed={failed} />
    </div>
  );
}
