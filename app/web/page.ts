import type { MetaDescriptor } from '@remix-run/node';
import type { Translate } from '#app/domain/words.ts';

/** The title of a page; loaders pass it on as `title`, so that meta needs no words of its own. */
export const titled = (t: Translate, title: string): string => `${title} · ${t('site.name')}`;

/** Meta of any route whose loader gives a `title`. */
export const titleMeta = ({ data }: { data: unknown }): MetaDescriptor[] => [
  { title: (data as { title?: string } | undefined)?.title ?? 'Toolbox Doorstroom' },
  ...((data as { description?: string } | undefined)?.description
    ? [{ name: 'description', content: (data as { description: string }).description }]
    : []),
];

/** A page that is the same for everybody: kept a while by browsers and by what stands between. */
export const publicPage = (): Record<string, string> => ({ 'Cache-Control': 'public, max-age=300' });
