import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditionEntrance } from '#app/components/edition-entrance.tsx';
import { useWords } from '#app/components/words.tsx';
import { requireOffered } from '#app/web/edition-entrance.server.ts';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { edition, name, items } = await requireOffered(services, params.slug, language);
  const t = services.translate[language];
  return { title: titled(t, edition.name), description: edition.intro, edition, sector: name, items: items.length };
}

export default function Entrance() {
  const { language } = useWords();
  const { edition, sector, items } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <EditionEntrance
        edition={edition}
        sector={sector}
        items={items}
        start={`/${language}/editions/${edition.slug}/start`}
      />
    </div>
  );
}
