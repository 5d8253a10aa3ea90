import { apiEdition } from '#app/web/api.server.ts';

/** /api/v1/editions/<slug>/figures[/<table>], with a key. */
export const loader = apiEdition;
