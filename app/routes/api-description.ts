import type { LoaderFunctionArgs } from '@remix-run/node';
import { openApi } from '#app/web/open-api.ts';

/** /api/v1/openapi.json */
export const loader = ({ context: { services } }: LoaderFunctionArgs) =>
  Response.json(openApi(services.baseUrl, services.appVersion), {
    headers: { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
  });
