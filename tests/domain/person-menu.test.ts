import { describe, expect, test } from 'vitest';
import { canInFederation } from '#app/domain/access.ts';
import { type OrganisationKind, type OrganisationRole, organisationRoles } from '#app/domain/organisation.ts';
import { personMenu } from '#app/domain/person-menu.ts';

const at = (id: string, kind: OrganisationKind, role: OrganisationRole = 'owner') => ({
  organisation: { id, kind },
  role,
});

describe('the menu of somebody who signed in', () => {
  test.each(organisationRoles)('leads a %s of one federation to what they may see there', (role) => {
    expect(personMenu([at('home', 'employer'), at('fed', 'federation', role)]).federation).toEqual({
      id: 'fed',
      figures: canInFederation(role, 'see-figures'),
      campaigns: canInFederation(role, 'make-campaign'),
    });
  });

  test('leads who belongs to two federations only into the one they are at', () => {
    const two = [at('one', 'federation'), at('other', 'federation', 'viewer')];
    expect(personMenu(two).federation).toBeNull();
    expect(personMenu(two, 'elsewhere').federation).toBeNull();
    expect(personMenu(two, 'other').federation).toMatchObject({ id: 'other', campaigns: false });
  });

  test('leads nobody else into a federation, also not at an employer or a coach’s organisation', () => {
    const belongs = [at('shop', 'employer'), at('coaches', 'coaching'), at('store', 'employer')];
    for (const here of [undefined, 'shop', 'coaches']) expect(personMenu(belongs, here).federation).toBeNull();
    expect(personMenu(belongs).kinds).toEqual(['employer', 'coaching']);
    expect(personMenu([])).toEqual({ kinds: [], federation: null });
  });
});
