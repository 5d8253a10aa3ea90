import { listMemberships } from '#app/data/organisation.server.ts';
import { personMenu } from '#app/domain/person-menu.ts';
import { titled } from './page.ts';
import type { SignedIn } from './person.server.ts';

/** What every page of somebody who signed in tells its header: a title and their menu. `at`: the organisation it is of. */
export async function personPage(
  { services, t, person }: Pick<SignedIn, 'services' | 't' | 'person'>,
  title: string,
  at?: string,
) {
  const memberships = await listMemberships(services.store, person.id);
  return { title: titled(t, title), menu: personMenu(memberships, at), memberships };
}
