import { findLeader, findPublishedPilot } from '#app/data/pilot.server.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import type { PilotReport } from '#app/domain/pilot-report.ts';
import { requireLanguage } from './language.ts';
import { findSignedIn } from './person.server.ts';
import { drawStory } from './pilot-story.server.ts';
import { requirePilot, tellPilot } from './pilot-visit.server.ts';
import type { Services } from './services.ts';
import { readSession } from './session.server.ts';

type Asked = {
  request: Request;
  params: { lang?: string; pilot?: string };
  context: { services: Services };
};

/** The report behind a file: `report` for the organisation that leads the pilot, `published` for everyone; or 404. */
export async function requireReportOfPilot(asked: Asked, what: string): Promise<PilotReport> {
  if (what === 'published') return publishedReport(asked);
  if (what !== 'report') throw new Response(null, { status: 404 });
  const { services } = asked.context;
  const organisation = await findLeader(services.store, asked.params.pilot ?? '');
  const signedIn = await findSignedIn(services, await readSession(services, asked.request));
  if (!organisation || !signedIn) throw new Response(null, { status: 404 });
  const visit = await requirePilot({ ...asked, params: { ...asked.params, organisation } }, 'see-pilots');
  const { story } = await tellPilot(services, visit.organisation, visit.whole);
  return drawStory(visit, story, visit.today);
}

async function publishedReport({ params, context: { services } }: Asked): Promise<PilotReport> {
  const published = await findPublishedPilot(services.store, params.pilot ?? '');
  if (!published) throw new Response(null, { status: 404 });
  const reader = { services, language: requireLanguage(params) };
  return drawStory(reader, published.story, brusselsDay(published.publishedAt));
}
