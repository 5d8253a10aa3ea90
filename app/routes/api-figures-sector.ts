import { apiSector } from '#app/web/api.server.ts';

/** /api/v1/figures/<sector>[/<table>] */
export const loader = apiSector;
