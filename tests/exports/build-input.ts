import type { AcceptedAction } from '#app/domain/action.ts';
import type { Answer } from '#app/domain/answer.ts';
import type { Checklist, ContextQuestion, Item, Remedy } from '#app/domain/checklist.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import type { Report } from '#app/domain/report.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import { judge } from '#app/domain/verdict.ts';
import { translator } from '#app/domain/words.ts';
import { buildReport } from '#app/exports/build-report.ts';
import type { ReportInput } from '#app/exports/report-input.ts';
import { reportWords } from './sample-report.ts';

export const testItem = (values: Partial<Item> = {}): Item => ({
  ...{
    id: 'goal',
    dimension: 'commitment',
    kind: 'prerequisite',
    title: 'Er is een doel.',
    negative: 'Er is geen doel.',
  },
  ...{ anchors: ['Er is niets.', 'Er is over gepraat.', 'Het staat op papier.', 'Iedereen kent het.'] },
  ...{ why: '', sources: [], example: '', lookAt: '', neededBy: 2, weight: 1, essential: false, legal: null },
  ...{ naReasons: [], validMonths: 12, hideable: false, onlyFor: {}, remedies: [{ id: 'charter', to: 'in-place' }] },
  ...values,
});

export const testAnswer = (values: Partial<Answer> = {}): Answer => ({
  ...{ id: 'a1', item: 'goal', round: 0, voice: 'hr', author: 'k1', authorLabel: '', value: 'started' },
  ...{ reasonId: null, reasonText: '', note: '', proof: '', at: '2026-11-20T10:00:00.000Z', seq: 1 },
  ...values,
});

export const testAction = (values: Partial<AcceptedAction> = {}): AcceptedAction => ({
  ...{
    id: 'x1',
    remedy: 'charter',
    title: 'Schrijf het doel op',
    items: ['goal'],
    owner: 'Directie',
    due: '2026-12-01',
  },
  ...{
    status: 'todo',
    instrument: 'premium',
    note: '',
    doneBy: '',
    doneAt: null,
    doneHow: '',
    doneSeq: null,
    step: 0,
    proposedBy: null,
  },
  ...values,
});

const question = (text: string, ...options: [string, string][]): ContextQuestion => ({
  question: text,
  options: options.map(([id, label]) => ({ id, label })),
});

const charter: Remedy = {
  ...{ id: 'charter', title: 'Schrijf het doel op', week: 'Zet het doel op papier.', quarter: '', who: 'directie' },
  ...{ effort: 1, instruments: ['premium'], call: '' },
};

/** A checklist with one item and one threshold, in Dutch. */
export const testChecklist = (values: Partial<Checklist> = {}): Checklist => ({
  ...{ ref: 'care@1', sector: 'care', version: 1, language: 'nl', name: 'Zorg', tagline: '', icon: '', moves: [] },
  context: {
    subSector: question('Welke plek?', ['home', 'Woonzorgcentrum'], ['unknown', 'Weet ik nog niet']),
    size: question('Hoe groot?', ['100-249', '100 tot 249'], ['unknown', 'Weet ik nog niet']),
    place: question('Waar?', ['east-flanders', 'Oost-Vlaanderen'], ['outside-flanders', 'Buiten Vlaanderen']),
    targetJob: question('Welke job?', ['kitchen', 'Keuken']),
    shifts: question('Welke shifts?', ['day', 'Dag'], ['night', 'Nacht']),
  },
  dimensions: [
    { id: 'commitment', name: 'Draagvlak', question: '' },
    { id: 'guidance', name: 'Begeleiding', question: '' },
  ],
  levels: ([1, 2, 3, 4, 5] as const).map((number) => ({
    ...{ number, id: `level-${number}`, name: `Naam ${number}`, short: `Kort ${number}` },
    ...{ headline: `Jullie staan op ${number}`, permits: `Dit mag ${number}.`, bar: number === 1 ? null : 60 },
  })),
  items: [
    testItem({ essential: true, naReasons: [{ id: 'no-plan', label: 'Geen plan nodig' }] }),
    testItem({
      ...{
        id: 'shifting',
        dimension: 'guidance',
        kind: 'threshold',
        title: 'Taken schuiven.',
        negative: 'Taken schuiven mee.',
      },
      ...{
        anchors: ['Elke dag.', 'Soms.', 'Opgelost.', 'Nooit.'],
        neededBy: 3,
        remedies: [{ id: 'charter', to: 'tackled' }],
      },
    }),
  ],
  contradictions: [
    {
      id: 'c1',
      when: [
        { item: 'goal', is: ['started'] },
        { item: 'shifting', is: ['untouched'] },
      ],
      topic: 'Praat hierover.',
    },
  ],
  remedies: [charter],
  instruments: [
    {
      ...{
        id: 'premium',
        name: 'Premie',
        summary: 'Geld',
        conditions: ['Een contract'],
        decides: 'WSE',
        applies: 'Werkgever',
      },
      ...{
        amounts: [{ text: '1.000 euro', year: 2026 }],
        caution: '',
        source: 's1',
        checked: '2026-06-01',
        flemish: true,
        sectors: [],
      },
    },
  ],
  sources: [{ id: 's1', title: 'Maatwerk', publisher: 'WSE', year: 2026, url: 'https://example.org/maatwerk' }],
  ...values,
});

/** The report on these answers and actions, judged by the real rules. */
export function testReport(answers: Answer[], values: Partial<ReportInput> = {}): Report {
  const checklist = values.checklist ?? testChecklist();
  const now = values.now ?? '2026-11-23T09:30:00.000Z';
  const counted = countedAnswers(checklist.items, answers, { now });
  const input: ReportInput = {
    checklist,
    context: {
      subSector: 'home',
      size: '100-249',
      place: 'east-flanders',
      targetJob: 'kitchen',
      shifts: ['day', 'night'],
    },
    items: checklist.items,
    answers,
    earlier: [],
    counted,
    verdict: judge(checklist.levels, checklist.items, counted),
    way: shortestWay(checklist.levels, checklist.items, counted, checklist.remedies),
    actions: [],
    label: '',
    now,
    frozen: true,
    appVersion: '0.1.0',
    showNotes: true,
    ...values,
  };
  return buildReport(input, translator(checklist.language, reportWords[checklist.language]));
}
