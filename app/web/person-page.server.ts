import { listMemberships, type Membership } from '#app/data/organisation.server.ts';
import type { OrganisationKind } from '#app/domain/organisation.ts';
import { titled } from './page.ts';
import type { SignedIn } from './person.server.ts';

/** What every page of somebody who signed in tells its header: a title, and which organisations the menu is for. */
export async function personPage({ services, t, person }: Pick<SignedIn, 'services' | 't' | 'person'>, title: string) {
  const memberships = await listMemberships(services.store, person.id);
  return { title: titled(t, title), kinds: kindsOf(memberships), memberships };
}

const kindsOf = (memberships: Membership[]): OrganisationKind[] => [
  ...new Set(memberships.map(({ organisation }) => organisation.kind)),
];
