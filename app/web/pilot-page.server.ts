import { showDay } from '#app/domain/calendar.ts';
import { isPilotPhase, type PilotPhase } from '#app/domain/pilot.ts';
import { finishProblem } from '#app/domain/pilot-phase.ts';
import { organisationPage } from './organisation-page.server.ts';
import type { OrganisationVisit } from './organisation-visit.server.ts';
import { idsOf, readChoices } from './pilot-choices.server.ts';
import { findEarlier } from './pilot-library.server.ts';
import { titleOf } from './pilot-reader.ts';
import { type PilotVisit, tellPilot } from './pilot-visit.server.ts';
import { requireSector } from './sector.ts';

/** The sectors that have a checklist, as choices. */
export const sectorChoices = ({ services, language }: OrganisationVisit) =>
  services.startable.map((ref) => {
    const { sector, name } = requireSector(services, ref.split('@')[0], language);
    return { id: sector as string, label: name };
  });

/** What every page of a pilot tells its header and its way back. */
export async function pilotMenu(visit: PilotVisit) {
  const { title, menu, edition, id, name } = await organisationPage(visit, visit.whole.pilot.title);
  const { pilot } = visit.whole;
  return { title, menu, edition, organisation: { id, name }, pilot: { id: pilot.id, title: pilot.title } };
}

/** The guided pilot: its phases, and everything that was noted in it. */
export async function readPilot(visit: PilotVisit, changing: string) {
  const { services, language, t, whole, organisation, open, today } = visit;
  const { pilot, phases, partners, entries, lessons } = whole;
  const checklist = requireSector(services, pilot.sector, language);
  const [told, choices] = await Promise.all([tellPilot(services, organisation, whole), readChoices(visit)]);
  const linked = [...told.links.assessments, ...told.links.placements];
  const visible = [...idsOf(choices).assessments, ...idsOf(choices).placements];
  const { guide } = services.findPilots(language);
  const heading = (phase: PilotPhase) =>
    t('pilot.phase-heading', { number: phase, title: guide.phases[phase]?.title ?? '' });
  return {
    ...(await pilotMenu(visit)),
    open,
    today,
    synthesis: guide.synthesis,
    sector: checklist.name,
    sectors: sectorChoices(visit),
    about: {
      ...{ title: pilot.title, sector: pilot.sector as string, setting: pilot.setting, question: pilot.question },
      answer: pilot.answer,
      ...{ startsOn: pilot.startsOn ?? '', endsOn: pilot.endsOn ?? '' },
    },
    from: pilot.duplicatedFrom && (findEarlier(visit, pilot.duplicatedFrom)?.pilot.title ?? lessons[0]?.origin ?? ''),
    phases: phases.map(({ phase, status, deliverables, doneOn }) => ({
      ...{ phase, status, ready: deliverables.length },
      heading: heading(phase),
      expected: guide.phases[phase]?.deliverables.length ?? 0,
      day: doneOn && showDay(language, `${doneOn}T12:00:00Z`),
    })),
    phaseChoices: phases.map(({ phase }) => ({ id: String(phase), label: heading(phase) })),
    partners: partners.map(({ id, kind, name, contribution }) => ({ id, kind, name, contribution })),
    changing: partners.find(({ id }) => id === changing) ?? null,
    entries: [...entries].reverse().map(({ id, phase, day, note }) => ({
      ...{ id, note },
      phase: heading(phase),
      day: showDay(language, `${day}T12:00:00Z`),
    })),
    lessons: lessons.map(({ id, kind, note, item, origin }) => ({
      ...{ id, kind, note, origin },
      item: item ? titleOf(checklist, item) : '',
    })),
    items: checklist.items.map(({ id, title }) => ({ id, label: title })),
    choices,
    linked,
    unseen: linked.filter((id) => !visible.includes(id)).length,
    finishes: finishProblem(whole),
    finished: pilot.finishedAt && showDay(language, pilot.finishedAt),
    published: pilot.publishedAt && showDay(language, pilot.publishedAt),
    mayLead: visit.may('lead-pilot'),
    mayPublish: visit.may('publish-pilot'),
  };
}

/** The phase that an address names, or 404. */
export function requirePhase(text: string | undefined): PilotPhase {
  const phase = /^\d$/.test(text ?? '') ? Number(text) : -1;
  if (!isPilotPhase(phase)) throw new Response(null, { status: 404 });
  return phase;
}
