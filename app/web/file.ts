import type { LoaderFunctionArgs } from '@remix-run/node';
import { isLanguage } from './language.ts';

/** Files carry no language in their path: `?lang=` names it, Dutch without it. */
export function withLanguage<T extends Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>>(args: T) {
  const asked = new URL(args.request.url).searchParams.get('lang') ?? undefined;
  return { ...args, params: { ...args.params, lang: isLanguage(asked) ? asked : 'nl' } };
}

/** A file to keep, made for one person. */
export const fileAnswer = (body: Buffer, mime: string, name: string): Response =>
  new Response(body as BodyInit, {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
