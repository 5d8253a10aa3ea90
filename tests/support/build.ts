import type { Action } from '#app/domain/action.ts';
import type { Answer } from '#app/domain/answer.ts';
import type { Checklist, Item, Level, LevelNumber } from '#app/domain/checklist.ts';
import { dimensionIds } from '#app/domain/checklist.ts';
import type { Counted } from '#app/domain/verdict.ts';

/** A non-essential prerequisite of weight 1, needed by level 2, unless told otherwise. */
export function buildItem(over: Partial<Item> = {}): Item {
  const item: Item = {
    id: 'welcome',
    dimension: 'guidance',
    kind: 'prerequisite',
    title: 'A new colleague is welcomed.',
    negative: 'A new colleague is left to find out.',
    anchors: ['No.', 'Sometimes.', 'Mostly.', 'Always.'],
    why: 'A good first day keeps people.',
    sources: ['experience'],
    example: 'A tour and a first lunch together.',
    lookAt: 'The welcome list.',
    neededBy: 2,
    weight: 1,
    essential: false,
    legal: null,
    naReasons: [],
    validMonths: 12,
    hideable: false,
    onlyFor: {},
    remedies: [],
  };
  return { ...item, ...over };
}

export const anArticle = { article: 'Art. 1', source: 's1' };

/** An essential item that stands for a duty in law. */
export const buildLegalItem = (over: Partial<Item> = {}): Item =>
  buildItem({ essential: true, legal: anArticle, ...over });

/** One browser's answer to one item: hr, first round, *in orde*. */
export function buildAnswer(over: Partial<Answer> = {}): Answer {
  const answer: Answer = {
    id: 'answer-1',
    item: 'welcome',
    round: 1,
    voice: 'hr',
    author: 'browser-1',
    authorLabel: 'Personeelsdienst',
    value: 'in-place',
    reasonId: null,
    reasonText: '',
    note: '',
    proof: '',
    at: '2026-01-15T10:00:00.000Z',
    seq: 1,
  };
  return { ...answer, ...over };
}

/** An action of the employer's own that is to do, without a day. */
export const buildAction = (over: Partial<Action> = {}): Action => ({
  id: 'action-1',
  remedy: null,
  title: 'Maak een onthaalkaart',
  items: ['welcome'],
  owner: 'Teamleider',
  due: null,
  status: 'todo',
  instrument: null,
  note: '',
  doneBy: '',
  doneAt: null,
  doneHow: '',
  doneSeq: null,
  proposedBy: null,
  step: null,
  ...over,
});

/** An undisputed, fresh answer that counts. */
export const buildCounted = (value: Counted['value'], over: Partial<Counted> = {}): Counted => ({
  value,
  listedReason: false,
  disputed: false,
  expired: false,
  ...over,
});

const bars: [LevelNumber, number | null][] = [
  [1, null],
  [2, 60],
  [3, 60],
  [4, 70],
  [5, 80],
];

/** The five levels with their usual bars. */
export const buildLevels = (): Level[] =>
  bars.map(([number, bar]) => ({
    number,
    id: `level-${number}`,
    name: `Level ${number}`,
    short: '',
    headline: '',
    permits: '',
    bar,
  }));

/** A checklist with one item and no remedies. */
export function buildChecklist(over: Partial<Checklist> = {}): Checklist {
  const question = { question: '?', options: [{ id: 'unknown', label: 'Weet ik nog niet' }] };
  const checklist: Checklist = {
    ref: 'care@1',
    sector: 'care',
    version: 1,
    language: 'nl',
    name: 'Zorg',
    tagline: '',
    icon: 'care',
    context: { subSector: question, size: question, place: question, targetJob: question, shifts: question },
    dimensions: dimensionIds.map((id) => ({ id, name: id, question: '?' })),
    levels: buildLevels(),
    items: [buildItem()],
    contradictions: [],
    moves: [],
    remedies: [],
    instruments: [],
    sources: [],
  };
  return { ...checklist, ...over };
}
