import { changePilot } from '#app/data/pilot.server.ts';
import { saveLinks } from '#app/data/pilot-link.server.ts';
import {
  addEntry,
  addLesson,
  addPartner,
  changePartner,
  type PilotPart,
  removePart,
} from '#app/data/pilot-part.server.ts';
import type { PilotPhase } from '#app/domain/pilot.ts';
import {
  pilotEntryInput,
  pilotInput,
  pilotLessonInput,
  pilotLinksInput,
  pilotPartnerInput,
} from '#app/domain/pilot-input.ts';
import { finishProblem } from '#app/domain/pilot-phase.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { checkForm, failForm, typedValues } from './form.ts';
import { idsOf, readChoices } from './pilot-choices.server.ts';
import type { PilotVisit } from './pilot-visit.server.ts';

/** Which form did not pass; `done`: where on the page to go on. */
export type PilotResult = { kind: 'failed'; intent: PilotIntent; form: FailedForm } | { kind: 'done'; at: string };
export type PilotIntent = 'about' | 'partner' | 'entry' | 'lesson' | 'finish';

/** What can be noted on the page of a pilot; what is not known, or not open, is 404. */
export function recordInPilot(visit: PilotVisit, form: FormData): Promise<PilotResult> {
  const intent = form.get('intent');
  if (intent === 'reopen' && visit.may('lead-pilot')) return reopen(visit);
  if (!visit.open) throw new Response(null, { status: 404 });
  switch (intent) {
    case 'about':
      return saveAbout(visit, form);
    case 'partner':
      return savePartner(visit, form);
    case 'entry':
      return saveEntry(visit, form);
    case 'lesson':
      return saveLesson(visit, form);
    case 'links':
      return linkChosen(visit, form);
    case 'remove':
      return remove(visit, form);
    case 'finish':
      return finish(visit);
    default:
      throw new Response(null, { status: 404 });
  }
}

const done = (at: string): PilotResult => ({ kind: 'done', at });

async function saveAbout({ services, whole }: PilotVisit, posted: FormData): Promise<PilotResult> {
  const form = checkForm(typedValues(posted), pilotInput);
  if (!form.ok) return { kind: 'failed', intent: 'about', form };
  const { startsOn, endsOn, ...about } = form.data;
  const days = { startsOn: startsOn || null, endsOn: endsOn || null };
  await changePilot(services.store, whole.pilot.id, { ...about, ...days }, services.now());
  return done('#about');
}

async function savePartner({ services, whole }: PilotVisit, posted: FormData): Promise<PilotResult> {
  const form = checkForm(typedValues(posted), pilotPartnerInput);
  if (!form.ok) return { kind: 'failed', intent: 'partner', form };
  const { partner, partnerKind: kind, partnerName: name, contribution } = form.data;
  const known = whole.partners.find(({ id }) => id === partner);
  const save = known ? changePartner : addPartner;
  const id = known?.id ?? services.newId();
  await save(services.store, whole.pilot.id, { id, kind, name, contribution }, services.now());
  return done('#partners');
}

async function saveEntry({ services, whole, today }: PilotVisit, posted: FormData): Promise<PilotResult> {
  const values = typedValues(posted);
  const form = checkForm(values, pilotEntryInput);
  if (!form.ok) return { kind: 'failed', intent: 'entry', form };
  if (form.data.day > today)
    return { kind: 'failed', intent: 'entry', form: failForm(values, 'day', 'pilot-error.in-future') };
  const { phase, day, entry: note } = form.data;
  const entry = { id: services.newId(), phase: Number(phase) as PilotPhase, day, note };
  await addEntry(services.store, whole.pilot.id, entry, services.now());
  return done('#journal');
}

async function saveLesson({ services, whole }: PilotVisit, posted: FormData): Promise<PilotResult> {
  const form = checkForm(typedValues(posted), pilotLessonInput);
  if (!form.ok) return { kind: 'failed', intent: 'lesson', form };
  const { lessonKind: kind, lesson: note, item } = form.data;
  const lesson = { id: services.newId(), kind, note, item: item || null, origin: '' };
  await addLesson(services.store, whole.pilot.id, lesson, services.now());
  return done('#lessons');
}

async function linkChosen(visit: PilotVisit, posted: FormData): Promise<PilotResult> {
  const form = checkForm(typedValues(posted, ['assessments', 'placements']), pilotLinksInput);
  if (!form.ok) throw new Response(null, { status: 404 });
  const { services, whole } = visit;
  await saveLinks(services.store, whole.pilot.id, form.data, idsOf(await readChoices(visit)), services.now());
  return done('#links');
}

const parts: Record<string, { part: PilotPart; at: string }> = {
  partner: { part: 'pilotPartner', at: '#partners' },
  entry: { part: 'pilotEntry', at: '#journal' },
  lesson: { part: 'pilotLesson', at: '#lessons' },
};

async function remove({ services, whole }: PilotVisit, posted: FormData): Promise<PilotResult> {
  const what = String(posted.get('what'));
  const named = Object.hasOwn(parts, what) ? parts[what] : undefined;
  if (!named) throw new Response(null, { status: 404 });
  await removePart(services.store, whole.pilot.id, named.part, String(posted.get('id')), services.now());
  return done(named.at);
}

async function finish({ services, whole }: PilotVisit): Promise<PilotResult> {
  const problem = finishProblem(whole);
  if (problem) return { kind: 'failed', intent: 'finish', form: failForm({}, 'finish', problem) };
  await changePilot(services.store, whole.pilot.id, { finishedAt: services.now() }, services.now());
  return done('#finish');
}

async function reopen({ services, whole }: PilotVisit): Promise<PilotResult> {
  await changePilot(services.store, whole.pilot.id, { finishedAt: null }, services.now());
  return done('#finish');
}
