import type { OrganisationRole } from './organisation.ts';

/**
 * Who may do what with an assessment, an organisation, a federation or a placement: the only tables, used to allow and to draw.
 * A role says whose it is as well: nobody has one at somebody else's.
 */

export const roles = ['owner', 'colleague', 'reader', 'asked', 'coach', 'starter', 'worker'] as const;
/**
 * How a person came to an assessment: by the owner's code or link, a colleague's link, a reader's link, one question,
 * as the coach with whom it is shared, as the coach who started it for an employer, or by the link of the worker's voice.
 * Owners, members and viewers of the employer's organisation are owners, colleagues and readers.
 */
export type Role = (typeof roles)[number];

export const permissions = [
  'answer',
  'answer-one',
  'answer-as-worker',
  'read-answers',
  'read-result',
  'read-notes',
  'read-plan',
  'download',
  'compare',
  'ask',
  'plan',
  'propose',
  'settle',
  'hand-in',
  'change-context',
  'change-version',
  'keep-file',
  'share',
  'see-placements',
  'waive',
  'hand-over',
  'delete',
] as const;
export type Permission = (typeof permissions)[number];

const ofOthers: readonly Permission[] = ['answer-one', 'answer-as-worker', 'propose', 'hand-over'];
const table: Record<Role, readonly Permission[]> = {
  owner: permissions.filter((one) => !ofOthers.includes(one)),
  colleague: [
    'answer',
    'read-answers',
    'read-result',
    'read-notes',
    'read-plan',
    'download',
    'compare',
    'ask',
    'plan',
    'see-placements',
  ],
  reader: ['read-result', 'read-plan', 'download'],
  asked: ['answer-one'],
  coach: ['answer', 'read-answers', 'read-result', 'read-notes', 'read-plan', 'download', 'compare', 'propose'],
  starter: ['answer', 'read-answers', 'read-result', 'read-notes', 'change-context', 'hand-over', 'delete'],
  worker: ['answer-as-worker'],
};

/** Whether a role may do more than another: a weaker link never takes the place of a stronger one. */
export const isStronger = (role: Role, than: Role): boolean => table[role].length > table[than].length;

/** Whether this role may do this. */
export const can = (role: Role, permission: Permission): boolean => table[role].includes(permission);

export const shareScopes = ['plan', 'notes'] as const;
/** What an employer shares with a coach beside the answers and the result. */
export type ShareScope = (typeof shareScopes)[number];

const scoped: Partial<Record<Permission, ShareScope>> = {
  'read-notes': 'notes',
  'read-plan': 'plan',
  propose: 'plan',
};

/** Whether a coach may do this within what is shared. */
export const isShared = (scope: readonly ShareScope[], permission: Permission): boolean => {
  const needed = scoped[permission];
  return needed === undefined || scope.includes(needed);
};

export const organisationPermissions = [
  'see',
  'add-workplace',
  'start-placement',
  'see-pilots',
  'lead-pilot',
  'publish-pilot',
  'see-log',
  'export',
  'invite',
  'manage-people',
  'rename',
  'merge',
  'delete',
] as const;
export type OrganisationPermission = (typeof organisationPermissions)[number];

const organisationTable: Record<OrganisationRole, readonly OrganisationPermission[]> = {
  owner: organisationPermissions,
  member: ['see', 'add-workplace', 'start-placement', 'see-pilots', 'lead-pilot'],
  viewer: ['see', 'see-pilots'],
};

/** Whether somebody with this role in an organisation may do this there. */
export const canInOrganisation = (role: OrganisationRole, permission: OrganisationPermission): boolean =>
  organisationTable[role].includes(permission);

export const federationPermissions = [
  'see-figures',
  'see-cockpit',
  'make-edition',
  'publish-edition',
  'make-campaign',
  'plan-sector',
  'manage-keys',
] as const;
/** What is done in a federation beside what is done in any organisation. */
export type FederationPermission = (typeof federationPermissions)[number];

const federationTable: Record<OrganisationRole, readonly FederationPermission[]> = {
  owner: federationPermissions,
  member: ['see-figures', 'see-cockpit', 'make-edition', 'make-campaign', 'plan-sector'],
  viewer: ['see-figures'],
};

/** Whether somebody with this role in a federation may do this there. */
export const canInFederation = (role: OrganisationRole, permission: FederationPermission): boolean =>
  federationTable[role].includes(permission);

export const placementRoles = ['coach', 'manager', 'host', 'host-colleague'] as const;
/**
 * Whose placement it is: its coach's, that of an owner of the coach's organisation, that of an owner of the host's
 * assessment, or of a colleague there.
 */
export type PlacementRole = (typeof placementRoles)[number];

export const placementPermissions = [
  'see',
  'see-shared-needs',
  'see-needs',
  'see-notes',
  'see-guidance',
  'see-earlier-hosts',
  'record',
  'note-threshold',
  'move',
  'visit',
  'fill-in-follow-up',
  'waive',
  'hand-over',
  'erase',
] as const;
export type PlacementPermission = (typeof placementPermissions)[number];

const placementTable: Record<PlacementRole, readonly PlacementPermission[]> = {
  coach: placementPermissions.filter((one) => one !== 'waive'),
  manager: ['see', 'hand-over'],
  host: ['see', 'see-shared-needs', 'note-threshold', 'fill-in-follow-up', 'waive'],
  'host-colleague': ['see', 'see-shared-needs', 'note-threshold', 'fill-in-follow-up'],
};

/** Whether somebody in this role at a placement may do this. */
export const canAtPlacement = (role: PlacementRole, permission: PlacementPermission): boolean =>
  placementTable[role].includes(permission);
