import { postSealed } from '#app/data/mail.server.ts';
import { listMembers } from '#app/data/member.server.ts';
import {
  deleteOrganisation,
  listQuietOrganisations,
  markOrganisationWarned,
  type QuietOrganisation,
} from '#app/data/organisation-deletion.server.ts';
import { listQuietPeople, markWarned, type Person } from '#app/data/person.server.ts';
import { deletePerson } from '#app/data/person-deletion.server.ts';
import { addDays, brusselsDay, showDay } from '#app/domain/calendar.ts';
import { backupDays, dueToday, leavesOn } from '#app/domain/retention.ts';
import type { JobContext } from './job-context.ts';

/* People and empty organisations that nobody uses any more: first a mail to say so, a month later they go. */

/** Removes people without organisation and placements who have not signed in for so long; `mail`: they are told before. */
export async function removeQuietPeople(services: JobContext, mail: boolean): Promise<void> {
  const { store, now } = services;
  for (const person of await listQuietPeople(store, longAgo(now()))) {
    const due = dueToday(person, brusselsDay(now()), mail);
    if (due === 'warn') await warnPerson(services, person);
    if (due === 'remove') await deletePerson(store, person, receipt(services));
  }
}

async function warnPerson(services: JobContext, person: Person) {
  const { store, now, baseUrl, translate } = services;
  const { language, email } = person;
  const day = showDay(language, leavesOn({ ...person, warnedAt: now() }));
  await postSealed(services, {
    id: `retention-${person.id}-${brusselsDay(person.activeAt)}`,
    kind: 'retention',
    to: email,
    language,
    payload: {
      lines: JSON.stringify([translate[language]('mail.retention.when', { day })]),
      url: `${baseUrl}/${language}/sign-in`,
    },
  });
  await markWarned(store, person.id, now());
}

/** Removes organisations that keep nothing, once none of their people signs in any more. */
export async function removeQuietOrganisations(services: JobContext, mail: boolean): Promise<void> {
  const { store, now } = services;
  for (const organisation of await listQuietOrganisations(store, longAgo(now()))) {
    const due = dueToday(sinceActive(organisation), brusselsDay(now()), mail);
    if (due === 'warn') await warnOwners(services, organisation);
    if (due === 'remove') await deleteOrganisation(store, organisation.id, receipt(services));
  }
}

/** A warning from before somebody signed in again no longer counts. */
const sinceActive = (one: QuietOrganisation): QuietOrganisation =>
  one.warnedAt && one.warnedAt < one.activeAt ? { ...one, warnedAt: null } : one;

async function warnOwners(services: JobContext, organisation: QuietOrganisation) {
  const { store, now, baseUrl, translate } = services;
  const day = leavesOn({ ...organisation, warnedAt: now() });
  const owners = (await listMembers(store, organisation.id)).filter((one) => one.role === 'owner');
  for (const { email, personId, language } of owners)
    await postSealed(services, {
      id: `organisation-retention-${organisation.id}-${personId}-${brusselsDay(organisation.activeAt)}`,
      kind: 'organisation-retention',
      to: email,
      language,
      payload: {
        lines: JSON.stringify([
          translate[language]('mail.organisation-retention.when', {
            organisation: organisation.name,
            day: showDay(language, day),
          }),
        ]),
        url: `${baseUrl}/${language}/organisations/${organisation.id}`,
      },
    });
  await markOrganisationWarned(store, organisation.id, now());
}

/** Whoever signed in after this moment is not due yet: a cheap first look, a year ago. */
const longAgo = (now: Date): Date => new Date(now.getTime() - 365 * 24 * 60 * 60_000);

const receipt = ({ newId, now }: JobContext) => ({
  id: newId(),
  at: now(),
  backupsUntil: addDays(brusselsDay(now()), backupDays),
});
