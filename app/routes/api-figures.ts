import type { LoaderFunctionArgs } from '@remix-run/node';
import { apiList } from '#app/web/api.server.ts';

/** /api/v1/figures: what there is to read. */
export const loader = ({ context }: LoaderFunctionArgs) => apiList(context);
