import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { firstSector } from '#app/web/federation-figures.server.ts';
import { requireFederation } from '#app/web/federation-visit.server.ts';

/** Leads to the figures of the sector of the federation's first edition. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireFederation(args, 'see-figures');
  return redirect(`/${visit.language}/organisations/${visit.organisation.id}/figures/${await firstSector(visit)}`);
}
