/** Employers, coaching organisations and federations: people work here on behalf of one of them. */

export const organisationKinds = ['employer', 'coaching', 'federation'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationRoles = ['owner', 'member', 'viewer'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];
