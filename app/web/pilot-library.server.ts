import { listMemberships } from '#app/data/organisation.server.ts';
import {
  findPublishedPilot,
  findWholePilot,
  listPilots,
  listPublishedPilots,
  type PublishedPilot,
} from '#app/data/pilot.server.ts';
import { canInOrganisation } from '#app/domain/access.ts';
import { brusselsDay, showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import { coreRef } from '#app/domain/edition-ref.ts';
import type { PilotSource } from '#app/domain/pilot-duplicate.ts';
import { type EarlierPilot, saysAll } from '#app/domain/pilot-library.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';
import type { PilotReport } from '#app/domain/pilot-report.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { findSignedIn } from './person.server.ts';
import { drawStory } from './pilot-story.server.ts';
import type { Services } from './services.ts';
import { readSession } from './session.server.ts';

type Reader = { services: Services; language: Language };

/** The library, narrowed to what says all words of the query; nothing is narrowed without one. */
export async function readLibraryOfPilots(reader: Reader, query: string) {
  const { services, language } = reader;
  const { earlier } = services.findPilots(language);
  const { contractors, pilots, call } = earlier;
  const contractorOf = ({ contractor }: EarlierPilot) => contractors.find(({ id }) => id === contractor)?.name ?? '';
  const published = await listPublishedPilots(services.store);
  return {
    call: drawCall(reader),
    contractors: contractors.map(({ id, name, amount }) => ({
      ...{ id, name, amount: euros(language, amount) },
      domains: pilots.filter(({ contractor }) => contractor === id).map(({ domain }) => domain),
    })),
    awarded: euros(language, call.awarded),
    earlier: pilots
      .filter((one) => saysAll([...wordsOf(one), contractorOf(one)], query))
      .map((one) => ({ id: one.id, icon: one.icon, domain: one.domain, status: one.status, by: contractorOf(one) })),
    published: published
      .map((one) => ({ one, report: drawStory(reader, one.story, brusselsDay(one.publishedAt)) }))
      .filter(({ report }) => saysAll(textsOf(report), query))
      .map(({ one, report }) => ({
        id: one.id,
        icon: services.findCore(coreRef(one.story.checklistRef), language)?.icon ?? 'sprout',
        title: report.title,
        by: one.story.organisation,
        lead: report.lead,
      })),
  };
}

const wordsOf = ({ domain, title, lead, happened, asks }: EarlierPilot): string[] => [
  ...[domain, title, lead, asks],
  ...happened.flatMap(({ when, text }) => [when, text]),
];

/** Everything that a report says, to search in. */
const textsOf = ({ title, kicker, lead, facts, parts }: PilotReport): string[] => [
  ...[title, kicker, lead],
  ...facts.map(({ text }) => text),
  ...parts.flatMap(({ blocks }) =>
    blocks.flatMap((one) => [one.heading, one.tag, one.text, ...one.lists.flatMap(({ points }) => points)]),
  ),
];

/** What the call was, with its source. */
function drawCall({ services, language }: Reader) {
  const { call } = services.findPilots(language).earlier;
  return {
    ...{ payer: call.payer, aims: call.aims, grain: call.grain, discrepancy: call.discrepancy, source: call.source },
    from: showDay(language, `${call.from}T12:00:00Z`),
    to: showDay(language, `${call.to}T12:00:00Z`),
    budget: euros(language, call.budget),
  };
}

const euros = (language: Language, amount: number): string =>
  new Intl.NumberFormat(language === 'nl' ? 'nl-BE' : 'en-GB', { maximumFractionDigits: 0 }).format(amount);

/** One pilot of 2017-2018 as facts, or null. */
export function findEarlier(reader: Reader, id: string) {
  const { contractors, pilots } = reader.services.findPilots(reader.language).earlier;
  const pilot = pilots.find((one) => one.id === id);
  const contractor = contractors.find((one) => one.id === pilot?.contractor);
  if (!pilot || !contractor) return null;
  const domains = pilots.filter((one) => one.contractor === contractor.id).map(({ domain }) => domain);
  return {
    pilot,
    contractor: { name: contractor.name, amount: euros(reader.language, contractor.amount), domains },
    call: drawCall(reader),
  };
}

/** One that users published, in words, or null. */
export async function findPublished(reader: Reader, id: string) {
  const published = await findPublishedPilot(reader.services.store, id);
  if (!published) return null;
  return {
    report: drawStory(reader, published.story, brusselsDay(published.publishedAt)),
    sector: published.story.sector,
    since: showDay(reader.language, published.publishedAt),
  };
}

/** The organisations in which who reads this page may begin a pilot. */
export async function leadersAt({ services }: Reader, request: Request) {
  const person = await findSignedIn(services, await readSession(services, request));
  const memberships = person ? await listMemberships(services.store, person.id) : [];
  return memberships
    .filter(({ role }) => canInOrganisation(role, 'lead-pilot'))
    .map(({ organisation: { id, name } }) => ({ id, name }));
}

/** A pilot that may be done again by this organisation: of 2017-2018, published by anybody, or its own; or null. */
export async function findSource(visit: OrganisationVisit, id: string): Promise<PilotSource | null> {
  const { services, organisation } = visit;
  const earlier = findEarlier(visit, id);
  if (earlier) return sourceOfEarlier(earlier.pilot);
  const own = await findWholePilot(services.store, organisation.id, id);
  if (own) {
    const { pilot, phases, partners, lessons } = own;
    const { title, question, setting } = pilot;
    return { id, title, question, setting, phases, partners, lessons: lessons.map(({ id: _, ...one }) => one) };
  }
  const published = await findPublishedPilot(services.store, id);
  return published && sourceOfPublished(published);
}

const sourceOfEarlier = ({ id, title }: EarlierPilot): PilotSource => ({
  ...{ id, title, question: '', setting: '', partners: [], phases: allPhases([]), lessons: [] },
});

const sourceOfPublished = ({ id, story }: PublishedPilot): PilotSource => {
  const { title, question, setting, partners, phases, lessons } = story;
  return { id, title, question, setting, partners, phases, lessons };
};

/** Everything that can be done again, as choices. */
export async function listSources(visit: OrganisationVisit) {
  const { services, organisation, language } = visit;
  const [own, published] = await Promise.all([
    listPilots(services.store, organisation.id),
    listPublishedPilots(services.store),
  ]);
  return [
    ...own.map(({ id, title }) => ({ id, label: title })),
    ...published
      .filter(({ organisationId }) => organisationId !== organisation.id)
      .map(({ id, story }) => ({ id, label: `${story.title} (${story.organisation})` })),
    ...services.findPilots(language).earlier.pilots.map(({ id, title }) => ({ id, label: `${title} (2017)` })),
  ];
}
