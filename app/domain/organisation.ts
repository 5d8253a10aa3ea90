/** Employers, coaching organisations and federations: people work here on behalf of one of them. */

export const organisationKinds = ['employer', 'coaching', 'federation'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationRoles = ['owner', 'member', 'viewer'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** Days that an invitation works. */
export const invitationDays = 14;

/** The role that may do more: who is invited or merged never loses by it. */
export const higherRole = (one: OrganisationRole, other: OrganisationRole): OrganisationRole =>
  organisationRoles.indexOf(one) < organisationRoles.indexOf(other) ? one : other;
