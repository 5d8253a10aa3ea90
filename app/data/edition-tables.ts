import type { SectorId } from '#app/domain/checklist.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import type { Dialect } from './dialect.ts';
import type { PeopleTables } from './people-tables.ts';

/** A federation's own layer over a checklist, and how it reaches the members. */
export function editionTables(dialect: Dialect, { organisation }: PeopleTables) {
  const { table, id, text, int, bool, time, date, json, index, unique, primaryKey } = dialect;
  const organisationId = () =>
    text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' });

  /** `draft` is what its makers are working on; members only ever see a published version. */
  const edition = table(
    'edition',
    {
      id: id(),
      organisationId: organisationId(),
      sector: text<SectorId>('sector').notNull(),
      /** In the address: short, in lower case. */
      slug: text('slug').notNull(),
      draft: json<EditionContent>('draft').notNull(),
      createdAt: time('created_at').notNull(),
      changedAt: time('changed_at').notNull(),
      /** No new self-scans start in it from here on. */
      withdrawnAt: time('withdrawn_at'),
    },
    (t) => [index('edition_organisation').on(t.organisationId), unique('edition_slug').on(t.slug)],
  );
  const editionId = () =>
    text('edition_id')
      .notNull()
      .references(() => edition.id, { onDelete: 'cascade' });

  /** Published: numbered from 1, never changed. `changes` is what its maker says is new. */
  const editionVersion = table(
    'edition_version',
    {
      id: id(),
      editionId: editionId(),
      number: int('number').notNull(),
      checklistRef: text('checklist_ref').notNull(),
      content: json<EditionContent>('content').notNull(),
      changes: text('changes').notNull().default(''),
      publishedAt: time('published_at').notNull(),
    },
    (t) => [unique('edition_version_number').on(t.editionId, t.number)],
  );

  /** A cleaned picture; `id` is the fingerprint of `body`, which is in base64. */
  const logo = table(
    'logo',
    {
      id: id(),
      organisationId: organisationId(),
      mime: text<'image/png' | 'image/jpeg' | 'image/svg+xml'>('mime').notNull(),
      body: text('body').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [index('logo_organisation').on(t.organisationId)],
  );

  /** One way in which an edition is spread: a newsletter, a poster, a study day. */
  const campaign = table(
    'campaign',
    {
      id: id(),
      editionId: editionId(),
      slug: text('slug').notNull(),
      title: text('title').notNull(),
      createdAt: time('created_at').notNull(),
      endedAt: time('ended_at'),
    },
    (t) => [unique('campaign_slug').on(t.slug), index('campaign_edition').on(t.editionId)],
  );

  /** That a browser or an organisation opened, started or handed in through a campaign in a week (such as 2026-W48): once each. */
  const uptake = table(
    'uptake',
    {
      campaignId: text('campaign_id')
        .notNull()
        .references(() => campaign.id, { onDelete: 'cascade' }),
      week: text('week').notNull(),
      kind: text<'opened' | 'started' | 'handed-in'>('kind').notNull(),
      countingKey: text('counting_key').notNull(),
      /** Whether the key stands for an organisation with an account, not for a browser. */
      account: bool('account').notNull(),
    },
    (t) => [primaryKey({ name: 'uptake_pk', columns: [t.campaignId, t.week, t.kind, t.countingKey] })],
  );

  /** Reads published figures from outside; only its hash is kept. */
  const apiKey = table(
    'api_key',
    {
      id: id(),
      organisationId: organisationId(),
      label: text('label').notNull(),
      tokenHash: text('token_hash').notNull(),
      createdAt: time('created_at').notNull(),
      usedAt: time('used_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [unique('api_key_token_hash').on(t.tokenHash), index('api_key_organisation').on(t.organisationId)],
  );

  /** What a federation itself undertakes for its sector. */
  const sectorAction = table(
    'sector_action',
    {
      id: id(),
      organisationId: organisationId(),
      sector: text<SectorId>('sector').notNull(),
      /** The item it wants to move, if it is about one. */
      item: text('item'),
      title: text('title').notNull(),
      owner: text('owner').notNull().default(''),
      due: date('due'),
      status: text<'todo' | 'doing' | 'done' | 'dropped'>('status').notNull().default('todo'),
      note: text('note').notNull().default(''),
      createdAt: time('created_at').notNull(),
      changedAt: time('changed_at').notNull(),
    },
    (t) => [index('sector_action_organisation').on(t.organisationId, t.sector)],
  );

  return { edition, editionVersion, logo, campaign, uptake, apiKey, sectorAction };
}
export type EditionTables = ReturnType<typeof editionTables>;
