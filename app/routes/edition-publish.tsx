import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { EditionChecks } from '#app/components/edition-checks.tsx';
import { Band, ErrorSummary, TextField, typedOr } from '#app/components/fields.tsx';
import { useWords } from '#app/components/words.tsx';
import { listEditionVersions, publishEdition } from '#app/data/edition.server.ts';
import { editionChanges } from '#app/domain/edition-changes.ts';
import { publishInput } from '#app/domain/edition-input.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import { checksOf, type EditionVisit, editionPage, requireEdition } from '#app/web/edition-visit.server.ts';
import { checkForm, failForm, postedForm, typedValues } from '#app/web/form.ts';
import { logLine } from '#app/web/organisation-visit.server.ts';
import { titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { nav: 'person' };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireEdition(args, 'publish-edition');
  const { edition, language, t } = visit;
  const last = await lastVersion(visit);
  return {
    ...(await editionPage(visit, t('editions.publish'))),
    last: last?.number ?? null,
    changes: editionChanges(last?.content ?? null, edition.draft, language),
    seen: edition.changedAt.getTime(),
  };
}

/** A draft that cannot stand, or that changed since it was seen, is not published. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireEdition(args, 'publish-edition');
  const { services, edition, checklist, language } = visit;
  const values = typedValues(await postedForm(args.request));
  const form = checkForm(values, publishInput);
  if (!form.ok) return data(form, { status: 422 });
  if (checksOf(visit).some(({ stops }) => stops))
    return data(failForm(values, 'checks', 'editions.cannot-publish'), { status: 422 });
  const last = await lastVersion(visit);
  if (last && editionChanges(last.content, edition.draft, language).length === 0)
    return data(failForm(values, 'checks', 'editions.nothing-changed'), { status: 422 });
  const name = sayIn(edition.draft.name, language, edition.draft.languages);
  const { changes, seen } = form.data;
  const publishing = { versionId: services.newId(), checklistRef: checklist.ref, changes, at: services.now() };
  const number = await publishEdition(services.store, edition, { ...publishing, seen: new Date(seen) }, (number) =>
    logLine(visit, 'edition-published', { name, number: String(number) }),
  );
  if (number === null) return data(failForm(values, 'checks', 'editions.changed-since'), { status: 409 });
  return redirect(`${visit.base}#versions`);
}

const lastVersion = async ({ services, edition }: EditionVisit) =>
  (await listEditionVersions(services.store, edition.id))[0] ?? null;

export default function Publish() {
  const { t } = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const stops = page.checks.some((one) => one.stops);
  const same = page.last !== null && page.changes.length === 0;
  return (
    <div className="wrap">
      <Crumb href={page.base} label={page.editionName} />
      <div className="title">
        <p className="kicker">{page.editionName}</p>
        <h1>{t('editions.publish')}</h1>
        {same ? null : <p className="lead">{t('editions.publish-lead', { number: (page.last ?? 0) + 1 })}</p>}
      </div>
      <ErrorSummary errors={failed?.errors ?? {}} labels={{ changes: t('edition-field.changes') }} />
      <Band title={t('editions.checks')}>
        <EditionChecks checks={page.checks} />
      </Band>
      <Band title={page.last ? t('editions.changes-since', { number: page.last }) : t('editions.changes-first')}>
        {page.changes.length > 0 ? (
          <ul className="list" role="list">
            {page.changes.map((one) => (
              <li key={one.message + one.about}>{t(one.message, { about: one.about })}</li>
            ))}
          </ul>
        ) : (
          <p>{page.last ? t('editions.nothing-changed') : t('editions.changes-none')}</p>
        )}
      </Band>
      {stops || same ? null : (
        <form method="post" noValidate>
          <input type="hidden" name="seen" value={page.seen} />
          <TextField
            name="changes"
            label={t('edition-field.changes')}
            hint={t('edition-hint.changes')}
            optional
            rows={4}
            error={failed?.errors.changes}
            value={typedOr(failed?.values, 'changes', '')}
            register={{ name: 'changes' }}
          />
          <div className="step-buttons">
            <button className="button" type="submit">
              {t('editions.publish-now')}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
