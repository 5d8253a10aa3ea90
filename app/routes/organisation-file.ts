import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeOrganisationLog } from '#app/data/organisation-log.server.ts';
import { everythingOfOrganisation } from '#app/web/everything.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { logLine, requireOrganisation } from '#app/web/organisation-visit.server.ts';

/** Everything of an organisation, as ZIP; its log says who took it along. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireOrganisation(withLanguage(args), 'export');
  const body = await everythingOfOrganisation(visit, args.request);
  await writeOrganisationLog(visit.services.store, visit.organisation.id, logLine(visit, 'exported'));
  return fileAnswer(body, 'application/zip', 'toolbox-doorstroom.zip');
}
