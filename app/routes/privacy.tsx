import type { LoaderFunctionArgs } from '@remix-run/node';
import { Prose } from '#app/components/prose.tsx';
import { requireLanguage } from '#app/web/language.ts';
import { titled, titleMeta } from '#app/web/page.ts';

export const meta = titleMeta;
export const handle = { quick: true, kept: 'day' };

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const t = services.translate[requireLanguage(params)];
  return { title: titled(t, t('privacy.title')), description: t('privacy.lead') };
}

const Privacy = () => <Prose page="privacy" />;
export default Privacy;
