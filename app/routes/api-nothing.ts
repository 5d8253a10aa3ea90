import { problem } from '#app/web/problem.server.ts';

/** Any other address under /api. */
export const loader = () => problem(404, 'There is nothing here. /api/v1/openapi.json says what there is.');
