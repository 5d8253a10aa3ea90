import type { CampaignAtEdition } from '#app/data/campaign.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { saveUptake, type Uptake } from '#app/data/uptake.server.ts';
import { isBrowserVisit } from '#app/domain/browser-visit.ts';
import { brusselsDay, isoWeek } from '#app/domain/calendar.ts';
import type { UptakeKind, UptakeUser } from '#app/domain/uptake.ts';
import { findSignedIn } from './person.server.ts';
import type { Services } from './services.ts';
import { type AppSession, keepCampaign, readSession } from './session.server.ts';
import type { Visit } from './visit.server.ts';

/**
 * Somebody opens the link of a campaign: counts it, and remembers it for the self-scan that may follow. Gives the Set-Cookie
 * value, or null where nothing is counted or kept: robots, people of a federation, and a campaign that ended.
 */
export async function openCampaign(
  services: Services,
  request: Request,
  campaign: CampaignAtEdition,
): Promise<string | null> {
  if (campaign.endedAt || !campaign.offered) return null;
  if (!isBrowserVisit(request.method, (name) => request.headers.get(name))) return null;
  const session = await readSession(services, request);
  const user = await uptakeUser(services, session);
  if (!user) return null;
  await saveUptake(services.store, uptakeNow(services, campaign.id, 'opened', user));
  return keepCampaign(services, session, campaign.editionId, campaign.id);
}

/** What starting a self-scan through a campaign counts; null for none. */
export async function startedUptake(
  services: Services,
  session: AppSession,
  campaignId: string | null | undefined,
  organisation?: string,
): Promise<Uptake | null> {
  const user = campaignId ? await uptakeUser(services, session) : null;
  if (!campaignId || !user) return null;
  return uptakeNow(services, campaignId, 'started', { ...user, organisation: organisation ?? user.organisation });
}

/** What handing in an assessment that came through a campaign counts; null for none. */
export async function handedInUptake({ services, session, assessment }: Visit): Promise<Uptake | null> {
  const { campaignId, countingKey, organisationId } = assessment;
  if (!campaignId || !(await uptakeUser(services, session))) return null;
  return uptakeNow(services, campaignId, 'handed-in', { browser: countingKey, organisation: organisationId });
}

/** Who is counted in this browser; null for somebody of a federation, who only tries it out. */
async function uptakeUser(services: Services, session: AppSession): Promise<UptakeUser | null> {
  const person = await findSignedIn(services, session);
  const memberships = person ? await listMemberships(services.store, person.id) : [];
  const ofKind = (kind: string) => memberships.find(({ organisation }) => organisation.kind === kind)?.organisation.id;
  if (ofKind('federation')) return null;
  return { browser: session.get('countingKey') as string, organisation: ofKind('employer') ?? null };
}

/** What is counted of somebody at this moment. */
const uptakeNow = ({ now }: Services, campaignId: string, kind: UptakeKind, user: UptakeUser): Uptake => ({
  campaignId,
  week: isoWeek(brusselsDay(now())),
  kind,
  ...user,
});
