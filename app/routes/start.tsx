import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Crumb } from '#app/components/crumb.tsx';
import { StartForm } from '#app/components/start-form.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { requireSector } from '#app/web/sector.ts';
import { startFromForm } from '#app/web/start-form.server.ts';
import { requireEmployer } from '#app/web/starting-for.server.ts';

export const meta = titleMeta;
export const handle = { hydrate: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  await requireEmployer(args);
  const language = requireLanguage(args.params);
  const { sector, name, context } = requireSector(services, args.params.sector, language);
  const t = services.translate[language];
  return { title: titled(t, t('start.title')), description: t('start.lead'), sector, name, questions: context };
}

export async function action(args: ActionFunctionArgs) {
  const language = requireLanguage(args.params);
  return startFromForm(args, requireSector(args.context.services, args.params.sector, language));
}

export default function Start() {
  const { language, t } = useWords();
  const { sector, name, questions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="wrap">
      <Crumb href={`/${language}/sectors/${sector}`} label={t('start.back')} />
      <StartForm sector={name} questions={questions} result={result} />
    </div>
  );
}
