import { createInvitation, revokeInvitation } from '#app/data/invitation.server.ts';
import { postSealed } from '#app/data/mail.server.ts';
import { changeRole, endMembership, listMembers, saveLabel } from '#app/data/member.server.ts';
import { invitationDays } from '#app/domain/organisation.ts';
import { invitationInput, labelInput, roleInput } from '#app/domain/organisation-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { logLine, type OrganisationVisit } from './organisation-visit.server.ts';

export type PeopleResult =
  | { kind: 'failed'; intent: 'invite' | 'label' | 'people'; form: FailedForm }
  | { kind: 'done'; at: string }
  | { kind: 'left' };

/** What can be done on the page of the people of an organisation; an unknown intent does nothing. */
export function peopleActions(visit: OrganisationVisit, form: FormData): Promise<PeopleResult> | PeopleResult {
  switch (form.get('intent')) {
    case 'invite':
      return visit.may('invite') ? invite(visit, form) : refused();
    case 'revoke':
      return visit.may('invite') ? revoke(visit, String(form.get('invitation'))) : refused();
    case 'role':
      return visit.may('manage-people') ? giveRole(visit, form) : refused();
    case 'remove':
      return visit.may('manage-people') ? remove(visit, String(form.get('member'))) : refused();
    case 'label':
      return label(visit, form);
    case 'leave':
      return leave(visit);
    default:
      return done('');
  }
}

const done = (at: string): PeopleResult => ({ kind: 'done', at });
const refused = (): never => {
  throw new Response(null, { status: 404 });
};

async function invite(visit: OrganisationVisit, posted: FormData): Promise<PeopleResult> {
  const form = checkForm(typedValues(posted), invitationInput);
  if (!form.ok) return { kind: 'failed', intent: 'invite', form };
  const { services, organisation, language, t } = visit;
  if (!services.mail) return done('');
  const { email, role } = form.data;
  const [token, now] = [services.newToken(), services.now()];
  await createInvitation(
    services.store,
    {
      id: services.newId(),
      organisationId: organisation.id,
      email,
      role,
      tokenHash: services.hash(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60_000),
    },
    logLine(visit, 'invited', { email, role }),
  );
  await postSealed(services, {
    kind: 'invitation',
    to: email,
    language,
    payload: {
      lines: JSON.stringify([
        t('mail.invitation.who', { organisation: organisation.name, role: t(`organisation-role.${role}`) }),
      ]),
      url: `${services.baseUrl}/${language}/invitations/${token}`,
    },
  });
  return done('#invitations');
}

async function revoke(visit: OrganisationVisit, id: string): Promise<PeopleResult> {
  const { services, organisation } = visit;
  const line = (email: string) => logLine(visit, 'invitation-revoked', { email });
  await revokeInvitation(services.store, organisation.id, id, line);
  return done('#invitations');
}

async function giveRole(visit: OrganisationVisit, posted: FormData): Promise<PeopleResult> {
  const values = typedValues(posted);
  const form = checkForm(values, roleInput);
  if (!form.ok) return { kind: 'failed', intent: 'people', form };
  const { services, organisation } = visit;
  const member = await findMember(visit, String(values.member));
  const line = logLine(visit, 'role-changed', { email: member.email, role: form.data.role });
  if (member.role === form.data.role) return done('#members');
  const change = await changeRole(services.store, organisation.id, member.personId, form.data.role, line);
  return change === 'last-owner' ? lastOwner : done('#members');
}

async function remove(visit: OrganisationVisit, id: string): Promise<PeopleResult> {
  const { services, organisation } = visit;
  const member = await findMember(visit, id);
  const line = logLine(visit, 'removed', { email: member.email });
  const change = await endMembership(services.store, organisation.id, member.personId, line);
  return change === 'last-owner' ? lastOwner : done('#members');
}

async function leave(visit: OrganisationVisit): Promise<PeopleResult> {
  const { services, organisation, person } = visit;
  const change = await endMembership(services.store, organisation.id, person.id, logLine(visit, 'left'));
  return change === 'last-owner' ? lastOwner : { kind: 'left' };
}

async function label(visit: OrganisationVisit, posted: FormData): Promise<PeopleResult> {
  const form = checkForm(typedValues(posted), labelInput);
  if (!form.ok) return { kind: 'failed', intent: 'label', form };
  await saveLabel(visit.services.store, visit.organisation.id, visit.person.id, form.data.label);
  return done('#me');
}

const lastOwner: PeopleResult = { kind: 'failed', intent: 'people', form: failForm({}, 'members', 'error.last-owner') };

/** A member of this organisation, or 404. */
async function findMember({ services, organisation }: OrganisationVisit, id: string) {
  const member = (await listMembers(services.store, organisation.id)).find((one) => one.personId === id);
  return member ?? refused();
}
