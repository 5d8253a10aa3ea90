import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { StartForm } from '#app/components/start-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireOffered } from '#app/web/edition-entrance.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { readSession } from '#app/web/session.server.ts';
import { startFromForm } from '#app/web/start-form.server.ts';
import { requireEmployer } from '#app/web/starting-for.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  await requireEmployer(args);
  const language = requireLanguage(args.params);
  const { edition, name, context } = await requireOffered(services, args.params.slug, language);
  const t = services.translate[language];
  return {
    title: titled(t, t('start.title')),
    description: t('start.lead'),
    edition,
    sector: name,
    questions: context,
  };
}

/** The self-scan runs in the version that is offered now, and remembers the campaign that led to it. */
export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const checklist = await requireOffered(services, args.params.slug, requireLanguage(args.params));
  const campaigns = (await readSession(services, args.request)).get('campaigns') ?? {};
  return startFromForm(args, checklist, {
    editionVersionId: checklist.edition.versionId,
    campaignId: campaigns[checklist.edition.id] ?? null,
  });
}

export default function EditionStart() {
  const { language } = useWords();
  const { edition, sector, questions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/editions/${edition.slug}`} label={edition.name} />
      <StartForm sector={sector} questions={questions} result={result} />
    </div>
  );
}
