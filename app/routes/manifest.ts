import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/web/language.ts';
import { manifest } from '#app/web/manifest.ts';

/** Says nothing about a placement, not even that there is one: a browser asks for it without a cookie. */
export function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const text = JSON.stringify(manifest(language, services.translate[language], params.placement));
  return new Response(text, { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } });
}
