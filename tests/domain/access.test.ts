import { describe, expect, test } from 'vitest';
import {
  can,
  canAtPlacement,
  canInFederation,
  canInOrganisation,
  type FederationPermission,
  federationPermissions,
  isShared,
  isStronger,
  type OrganisationPermission,
  organisationPermissions,
  type Permission,
  type PlacementPermission,
  type PlacementRole,
  permissions,
  placementPermissions,
  placementRoles,
  type Role,
  roles,
  shareScopes,
} from '#app/domain/access.ts';
import { type OrganisationRole, organisationRoles } from '#app/domain/organisation.ts';

describe('the table of roles and permissions', () => {
  const table: Record<Role, Permission[]> = {
    owner: [
      'answer',
      'read-answers',
      'read-result',
      'read-notes',
      'read-plan',
      'download',
      'compare',
      'ask',
      'plan',
      'settle',
      'hand-in',
      'change-context',
      'change-version',
      'keep-file',
      'share',
      'see-placements',
      'waive',
      'delete',
    ],
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

  test.each(roles)('says in full what a %s may do', (role) => {
    expect(permissions.filter((one) => can(role, one))).toEqual(table[role]);
  });
});

describe('the table of an organisation', () => {
  const table: Record<OrganisationRole, OrganisationPermission[]> = {
    owner: [
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
    ],
    member: ['see', 'add-workplace', 'start-placement', 'see-pilots', 'lead-pilot'],
    viewer: ['see', 'see-pilots'],
  };

  test.each(organisationRoles)('says in full what its %s may do', (role) => {
    expect(organisationPermissions.filter((one) => canInOrganisation(role, one))).toEqual(table[role]);
  });
});

describe('the table of a federation', () => {
  const table: Record<OrganisationRole, FederationPermission[]> = {
    owner: [
      'see-figures',
      'see-cockpit',
      'make-edition',
      'publish-edition',
      'make-campaign',
      'plan-sector',
      'manage-keys',
    ],
    member: ['see-figures', 'see-cockpit', 'make-edition', 'make-campaign', 'plan-sector'],
    viewer: ['see-figures'],
  };

  test.each(organisationRoles)('says in full what its %s may do', (role) => {
    expect(federationPermissions.filter((one) => canInFederation(role, one))).toEqual(table[role]);
  });
});

describe('the table of a placement', () => {
  const table: Record<PlacementRole, PlacementPermission[]> = {
    coach: [
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
      'hand-over',
      'erase',
    ],
    manager: ['see', 'hand-over'],
    host: ['see', 'see-shared-needs', 'note-threshold', 'fill-in-follow-up', 'waive'],
    'host-colleague': ['see', 'see-shared-needs', 'note-threshold', 'fill-in-follow-up'],
  };

  test.each(placementRoles)('says in full what a %s may do', (role) => {
    expect(placementPermissions.filter((one) => canAtPlacement(role, one))).toEqual(table[role]);
  });

  test('lets nobody at the host see the coach’s notes, hours, unshared needs or other hosts', () => {
    for (const role of ['host', 'host-colleague'] as const)
      for (const hidden of ['see-needs', 'see-notes', 'see-guidance', 'see-earlier-hosts'] as const)
        expect(canAtPlacement(role, hidden), `${role}: ${hidden}`).toBe(false);
  });
});

describe('what an employer shares with a coach', () => {
  test('opens notes and proposals one by one, and nothing that the coach may not do anyway', () => {
    expect(isShared([], 'read-notes')).toBe(false);
    expect(isShared(['notes'], 'read-notes')).toBe(true);
    expect(isShared(['notes'], 'propose')).toBe(false);
    expect(isShared(['plan'], 'propose')).toBe(true);
    expect(isShared(['notes'], 'read-plan')).toBe(false);
    expect(isShared(['plan'], 'read-plan')).toBe(true);
    for (const permission of permissions)
      if (!['read-notes', 'read-plan', 'propose'].includes(permission)) expect(isShared([], permission)).toBe(true);
    expect(shareScopes.length).toBe(2);
  });
});

test('an owner is stronger than every other role, and nobody than themselves', () => {
  for (const role of roles) {
    expect(isStronger('owner', role)).toBe(role !== 'owner');
    expect(isStronger(role, role)).toBe(false);
  }
});

test('only the owner settles, hands in, shares and waives', () => {
  for (const permission of ['settle', 'hand-in', 'share', 'waive'] as const)
    expect(
      roles.filter((role) => can(role, permission)),
      permission,
    ).toEqual(['owner']);
});
