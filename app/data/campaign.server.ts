import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { type Campaign, type CampaignEdition, freeSlug, type Picture, proposedSlug } from '#app/domain/campaign.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { addOrganisationLog, type OrganisationLogLine } from './organisation-log.server.ts';
import type { Db, Store } from './store.server.ts';

/** A campaign with whose it is and what it shows of its edition; `offered` while self-scans start in that. */
export type CampaignAtEdition = Campaign & {
  organisationId: string;
  organisation: string;
  sector: string;
  edition: CampaignEdition;
  offered: boolean;
};

/** `slug` as it was typed; empty asks for one made of the title. */
export type NewCampaign = Omit<Campaign, 'endedAt'>;

/**
 * A new campaign of a published edition of this federation. `taken`: another campaign has that address; `no-edition`: the
 * edition is not theirs, not published or withdrawn.
 */
export const createCampaign = (
  store: Store,
  organisationId: string,
  campaign: NewCampaign,
  line: OrganisationLogLine,
): Promise<'created' | 'taken' | 'no-edition'> =>
  store.write(async (tx) => {
    const { t } = store;
    const editions = await offeredEditions(tx, t, organisationId);
    if (!editions.some(({ id }) => id === campaign.editionId)) return 'no-edition';
    const taken = (await tx.select({ slug: t.campaign.slug }).from(t.campaign)).map(({ slug }) => slug);
    if (taken.includes(campaign.slug)) return 'taken';
    const slug = campaign.slug || freeSlug(proposedSlug(campaign.title), taken);
    await tx.insert(t.campaign).values({ ...campaign, slug });
    await addOrganisationLog(tx, store, organisationId, line);
    return 'created';
  });

export const renameCampaign = (store: Store, id: string, title: string) =>
  store.write((tx) => tx.update(store.t.campaign).set({ title }).where(eq(store.t.campaign.id, id)));

/** Ends it once; the day it ended stays. */
export const endCampaign = (store: Store, organisationId: string, id: string, line: OrganisationLogLine) =>
  store.write(async (tx) => {
    const { campaign } = store.t;
    const ended = await tx
      .update(campaign)
      .set({ endedAt: line.at })
      .where(and(eq(campaign.id, id), isNull(campaign.endedAt)))
      .returning({ id: campaign.id });
    if (ended.length > 0) await addOrganisationLog(tx, store, organisationId, line);
  });

/** The campaigns of a federation, newest first. */
export async function listCampaigns({ read, t }: Store, organisationId: string): Promise<CampaignAtEdition[]> {
  const rows = await campaigns(read, t)
    .where(eq(t.edition.organisationId, organisationId))
    .orderBy(desc(t.campaign.createdAt), asc(t.campaign.id), desc(t.editionVersion.number));
  return newestOfEach(rows.map(campaignOf));
}

/** Those of one edition by name, newest first. */
export const listCampaignTitles = ({ read, t }: Store, editionId: string): Promise<Pick<Campaign, 'id' | 'title'>[]> =>
  read
    .select({ id: t.campaign.id, title: t.campaign.title })
    .from(t.campaign)
    .where(eq(t.campaign.editionId, editionId))
    .orderBy(desc(t.campaign.createdAt), asc(t.campaign.id));

export const findCampaign = ({ read, t }: Store, id: string): Promise<CampaignAtEdition | null> =>
  first(campaigns(read, t).where(eq(t.campaign.id, id)).orderBy(desc(t.editionVersion.number)).limit(1));

/** The campaign of an address. */
export const findCampaignAt = ({ read, t }: Store, slug: string): Promise<CampaignAtEdition | null> =>
  first(campaigns(read, t).where(eq(t.campaign.slug, slug)).orderBy(desc(t.editionVersion.number)).limit(1));

/** The editions of a federation that campaigns can be made for: published and not withdrawn; oldest first. */
export const listOfferedEditions = ({ read, t }: Store, organisationId: string) =>
  offeredEditions(read, t, organisationId);

async function offeredEditions(db: Db, t: Store['t'], organisationId: string) {
  const rows = await db
    .select({ id: t.edition.id, content: t.editionVersion.content })
    .from(t.edition)
    .innerJoin(t.editionVersion, eq(t.editionVersion.editionId, t.edition.id))
    .where(and(eq(t.edition.organisationId, organisationId), isNull(t.edition.withdrawnAt)))
    .orderBy(asc(t.edition.createdAt), asc(t.edition.id), desc(t.editionVersion.number));
  return newestOfEach(rows.map(({ id, content }) => ({ id, ...(content as EditionContent) })));
}

/** The picture of an edition; null when it has none. */
export async function findCampaignLogo({ read, t }: Store, { edition }: CampaignAtEdition): Promise<Picture | null> {
  if (!edition.logo) return null;
  const [row] = await read
    .select({ mime: t.logo.mime, body: t.logo.body })
    .from(t.logo)
    .where(eq(t.logo.id, edition.logo));
  return row ?? null;
}

async function first(query: PromiseLike<CampaignRow[]>): Promise<CampaignAtEdition | null> {
  const [row] = await query;
  return row ? campaignOf(row) : null;
}

/** Of rows that stand newest first, the first of each. */
const newestOfEach = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();

const campaigns = (db: Db, t: Store['t']) =>
  db
    .select({
      campaign: t.campaign,
      organisationId: t.edition.organisationId,
      organisation: t.organisation.name,
      sector: t.edition.sector,
      editionSlug: t.edition.slug,
      withdrawnAt: t.edition.withdrawnAt,
      content: t.editionVersion.content,
    })
    .from(t.campaign)
    .innerJoin(t.edition, eq(t.edition.id, t.campaign.editionId))
    .innerJoin(t.editionVersion, eq(t.editionVersion.editionId, t.edition.id))
    .innerJoin(t.organisation, eq(t.organisation.id, t.edition.organisationId));
type CampaignRow = Awaited<ReturnType<typeof campaigns>>[number];

function campaignOf({ campaign, editionSlug, withdrawnAt, content, ...rest }: CampaignRow): CampaignAtEdition {
  const { languages, name, logo, logoText, accent, contacts } = content as EditionContent;
  const edition = { slug: editionSlug, languages, name, logo, logoText, accent, contacts };
  return { ...(campaign as Campaign), ...rest, edition, offered: withdrawnAt === null };
}
