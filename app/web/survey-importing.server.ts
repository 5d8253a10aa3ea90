import { changeDraft } from '#app/data/edition.server.ts';
import { writeOrganisationLog } from '#app/data/organisation-log.server.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { sayIn } from '#app/domain/edition-texts.ts';
import type { ShownSurvey, SurveyOption } from '#app/domain/shown-survey.ts';
import {
  type Chosen,
  inChapters,
  isReadable,
  looseRemedies,
  roomIn,
  type Survey,
  takeChosen,
} from '#app/domain/survey-choice.ts';
import { readWaiting, type WaitingSurvey, waitingLimits, writeWaiting } from '#app/domain/survey-input.ts';
import type { Values } from '#app/domain/words.ts';
import { type EditionVisit, seenOf } from './edition-visit.server.ts';
import { logLine } from './organisation-visit.server.ts';

/** What comes of a file, or of a choice in it: `refused` with why in words. */
export type SurveyStep =
  | { kind: 'refused'; message: string; values: Values }
  | { kind: 'choose'; choice: ShownSurvey; status: 200 | 409 | 422 }
  | { kind: 'stored' };

type Read = { content: Survey } & Pick<WaitingSurvey, 'chapters' | 'notes'>;

/** Asks which of a survey that was read comes along: its items unticked, and each with all its remedies. */
export function offerSurvey(visit: EditionVisit, fileName: string, { content, chapters, notes }: Read): SurveyStep {
  const { languages, name, intro, items, remedies } = content;
  const file = shortName(fileName);
  const waiting = { file, survey: { languages, name, intro, items, remedies }, chapters, notes };
  if (!writeWaiting(waiting)) return refused('survey-choice.too-much', { most: waitingLimits.members });
  const loose = new Set(looseRemedies(waiting.survey).map(({ id }) => id));
  const chosen = { items: [], remedies: remedies.map(({ id }) => id).filter((id) => !loose.has(id)) };
  return { kind: 'choose', choice: choiceOf(visit, waiting, chosen), status: 200 };
}

const refused = (message: string, values: Values = {}): SurveyStep => ({ kind: 'refused', message, values });

/** Adds what was chosen to the draft that its reader had on screen. */
export async function takeSurvey(visit: EditionVisit, posted: FormData): Promise<SurveyStep> {
  const waiting = readWaiting(String(posted.get('survey')));
  if (!waiting) return refused('survey-choice.damaged');
  const chosen = { items: posted.getAll('items').map(String), remedies: posted.getAll('remedies').map(String) };
  const taken = takeChosen(visit.edition.draft, waiting.survey, chosen);
  if (!taken.ok) {
    const choice = choiceOf(visit, waiting, chosen, visit.t(taken.message, taken.values));
    return { kind: 'choose', choice, status: 422 };
  }
  if (await added(visit, waiting, chosen, String(posted.get('seen')))) return { kind: 'stored' };
  const choice = choiceOf(visit, waiting, chosen, visit.t('editions.changed-since'));
  return { kind: 'choose', choice, status: 409 };
}

/** False when the draft is not what was on screen: then nothing was stored. */
async function added(visit: EditionVisit, { survey }: WaitingSurvey, chosen: Chosen, seen: string): Promise<boolean> {
  const { services, organisation, edition, language } = visit;
  const change = (now: EditionContent) => {
    const taken = takeChosen(now, survey, chosen);
    return seenOf(now) === seen && taken.ok ? taken.draft : null;
  };
  const end = await changeDraft(services.store, edition, services.now(), change);
  if (end !== 'saved') return false;
  const name = sayIn(edition.draft.name, language, edition.draft.languages);
  await writeOrganisationLog(services.store, organisation.id, logLine(visit, 'edition-imported', { name }));
  return true;
}

function choiceOf(
  { edition: { draft }, language, t }: EditionVisit,
  waiting: WaitingSurvey,
  chosen: Chosen,
  mistake = '',
): ShownSurvey {
  const { file, survey, chapters, notes } = waiting;
  const [items, remedies] = [new Set(chosen.items), new Set(chosen.remedies)];
  const option = (
    { id, title }: Survey['items'][number] | Survey['remedies'][number],
    picked: Set<string>,
  ): SurveyOption => ({
    id,
    label: sayIn(title, language, survey.languages),
    picked: picked.has(id),
  });
  const byId = new Map(survey.remedies.map((one) => [one.id, option(one, remedies)]));
  return {
    waiting: writeWaiting(waiting) ?? '',
    seen: seenOf(draft),
    file,
    notes: notes.map(({ line, message, values }) => ({ line, text: t(message, values) })),
    room: roomIn(draft),
    addedLanguages: isReadable(draft, survey) ? '' : survey.languages.map((one) => t(`language.${one}`)).join(', '),
    count: survey.items.length,
    chapters: inChapters(survey.items, chapters).map((chapter) => ({
      title: sayIn(chapter.title, language, survey.languages),
      items: chapter.items.map((item) => ({
        ...option(item, items),
        remedies: item.remedies.flatMap((id) => byId.get(id) ?? []),
      })),
    })),
    loose: looseRemedies(survey).map((one) => option(one, remedies)),
    mistake,
  };
}

const shortName = (fileName: string): string =>
  fileName.toWellFormed().replaceAll('\0', '').slice(0, waitingLimits.file).trim();
