import { canInFederation } from './access.ts';
import type { OrganisationKind, OrganisationRole } from './organisation.ts';

/** What the menu of somebody who signed in is drawn from. */
export type PersonMenu = {
  /** What their organisations are, each kind once. */
  kinds: OrganisationKind[];
  /** The federation that the menu leads into: the one they are at, else their only one. */
  federation: MenuFederation | null;
};

/** What somebody may do in a federation, as far as the menu leads there. */
export type MenuFederation = { id: string; figures: boolean; campaigns: boolean };

type Belonging = { organisation: { id: string; kind: OrganisationKind }; role: OrganisationRole };

/** The menu of who belongs here; `at`: the organisation whose page it is drawn on. */
export function personMenu(belongs: readonly Belonging[], at?: string): PersonMenu {
  const federations = belongs.filter(({ organisation }) => organisation.kind === 'federation');
  const only = federations.length === 1 ? federations[0] : undefined;
  const federation = federations.find(({ organisation }) => organisation.id === at) ?? only;
  return {
    kinds: [...new Set(belongs.map(({ organisation }) => organisation.kind))],
    federation: federation ? menuFederation(federation) : null,
  };
}

const menuFederation = ({ organisation: { id }, role }: Belonging): MenuFederation => ({
  id,
  figures: canInFederation(role, 'see-figures'),
  campaigns: canInFederation(role, 'make-campaign'),
});
