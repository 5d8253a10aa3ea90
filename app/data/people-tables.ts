import type { Language } from '#app/domain/checklist.ts';
import type { OrganisationKind, OrganisationRole } from '#app/domain/organisation.ts';
import type { Dialect } from './dialect.ts';

/** People who sign in, the organisations they belong to, and how they came in. A person is an address, nothing more. */
export function peopleTables(dialect: Dialect) {
  const { table, id, text, big, bool, time, json, index, unique, primaryKey } = dialect;

  const person = table(
    'person',
    {
      id: id(),
      /** In lower case. */
      email: text('email').notNull(),
      language: text<Language>('language').notNull(),
      createdAt: time('created_at').notNull(),
      /** When this person last signed in. */
      activeAt: time('active_at').notNull(),
      /** When a mail said that the account will go; signing in takes it back. */
      warnedAt: time('warned_at'),
    },
    (t) => [index('person_active_at').on(t.activeAt), unique('person_email').on(t.email)],
  );
  const personId = () =>
    text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' });

  /** A mailed link to sign in: opened by GET, spent by POST, once. */
  const signInLink = table(
    'sign_in_link',
    {
      id: id(),
      email: text('email').notNull(),
      tokenHash: text('token_hash').notNull(),
      language: text<Language>('language').notNull(),
      /** Where to go afterwards: a path of ours. */
      next: text('next').notNull().default(''),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      spentAt: time('spent_at'),
    },
    (t) => [unique('sign_in_link_token_hash').on(t.tokenHash), index('sign_in_link_expires_at').on(t.expiresAt)],
  );

  /** `id` is the credential id of WebAuthn, in base64url. */
  const passkey = table(
    'passkey',
    {
      id: id(),
      personId: personId(),
      publicKey: text('public_key').notNull(),
      counter: big('counter').notNull(),
      transports: json<string[]>('transports').notNull(),
      label: text('label').notNull().default(''),
      createdAt: time('created_at').notNull(),
      usedAt: time('used_at'),
    },
    (t) => [index('passkey_person').on(t.personId)],
  );

  /** `id` is the hash of the cookie's value: a copy of the database opens no session. */
  const session = table(
    'session',
    {
      id: id(),
      data: json<unknown>('data').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      /** Who is signed in; null for a browser without account. */
      personId: text('person_id').references(() => person.id, { onDelete: 'cascade' }),
      /** Browser and system, such as Firefox on Android. */
      device: text('device').notNull().default(''),
      /** Another key took its place; it opens what it opened for a while longer. */
      replaced: bool('replaced').notNull().default(false),
    },
    (t) => [index('session_expires_at').on(t.expiresAt), index('session_person').on(t.personId)],
  );

  const organisation = table('organisation', {
    id: id(),
    kind: text<OrganisationKind>('kind').notNull(),
    name: text('name').notNull(),
    demo: bool('demo').notNull().default(false),
    createdAt: time('created_at').notNull(),
    /** When its owners were told by mail that it will go. */
    warnedAt: time('warned_at'),
  });
  const organisationId = () =>
    text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' });

  const membership = table(
    'membership',
    {
      organisationId: organisationId(),
      personId: personId(),
      role: text<OrganisationRole>('role').notNull(),
      /** How this person is called on screen: a function, never a name. */
      label: text('label').notNull().default(''),
      joinedAt: time('joined_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'membership_pk', columns: [t.organisationId, t.personId] }),
      index('membership_person').on(t.personId),
    ],
  );

  const invitation = table(
    'invitation',
    {
      id: id(),
      organisationId: organisationId(),
      email: text('email').notNull(),
      role: text<OrganisationRole>('role').notNull(),
      tokenHash: text('token_hash').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      acceptedAt: time('accepted_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [unique('invitation_token_hash').on(t.tokenHash), index('invitation_organisation').on(t.organisationId)],
  );

  /** What was done in an organisation; `who` is the address it had then, so that it stays readable. */
  const organisationLog = table(
    'organisation_log',
    {
      id: id(),
      organisationId: organisationId(),
      at: time('at').notNull(),
      who: text('who').notNull(),
      what: text('what').notNull(),
      detail: json<Record<string, string>>('detail').notNull(),
    },
    (t) => [index('organisation_log_organisation').on(t.organisationId, t.at)],
  );

  return { person, signInLink, passkey, session, organisation, membership, invitation, organisationLog };
}
export type PeopleTables = ReturnType<typeof peopleTables>;
