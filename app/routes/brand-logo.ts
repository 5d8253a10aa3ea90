import type { LoaderFunctionArgs } from '@remix-run/node';
import { findLogo } from '#app/data/logo.server.ts';

/** A federation's picture. Its address is its fingerprint; opened by itself it may load and run nothing. */
export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const logo = await findLogo(services.store, params.logo ?? '');
  if (!logo) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(logo.body, 'base64'), {
    headers: {
      'Content-Type': logo.mime === 'image/svg+xml' ? `${logo.mime}; charset=utf-8` : logo.mime,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
