import { type AnswerValue, anchorValues } from './answer.ts';
import { type Checklist, dimensionIds, type Item } from './checklist.ts';

/*
 * A checklist on paper and back: every item has a short code, a letter for its section and its place there, and every
 * answer one character. The codes are those of one version of a checklist, whatever applies on a floor.
 */

const letters = 'ABCDEFGHI';
export const unknownMark = '?';
export const notApplicableMark = 'n';

/** The letter of a section, A for the first dimension. */
export const letterOf = (dimension: string): string =>
  letters[(dimensionIds as readonly string[]).indexOf(dimension)] ?? '';

/** The code of every item by its id, such as G4. */
export function paperCodes({ items }: Pick<Checklist, 'items'>): Map<string, string> {
  const codes = dimensionIds.flatMap((dimension) =>
    items
      .filter((item) => item.dimension === dimension)
      .map((item, place) => [item.id, `${letterOf(dimension)}${place + 1}`] as const),
  );
  return new Map(codes);
}

/** What is written for an answer: 0 to 3 for the anchors, worst first. */
export function markOf({ kind }: Pick<Item, 'kind'>, value: AnswerValue): string {
  if (value === 'unknown') return unknownMark;
  if (value === 'not-applicable') return notApplicableMark;
  return String((anchorValues(kind) as readonly AnswerValue[]).indexOf(value));
}

/** One answer as it was understood. */
export type PaperAnswer = { code: string; item: Item; value: AnswerValue; reasonId: string | null; reasonText: string };
/** `error` is a key of interface words about the piece that was typed. */
export type PaperMistake = { typed: string; error: string };
export type PaperReading = { answers: PaperAnswer[]; mistakes: PaperMistake[] };

/**
 * Reads what was typed from paper, such as `G1 3, G2 0, G3 ?, G4 n2`; a reason of one's own stands in brackets. `asked`:
 * ids of the items that apply here.
 */
export function readPaper(
  typed: string,
  checklist: Pick<Checklist, 'items'>,
  asked: ReadonlySet<string>,
): PaperReading {
  const codes = paperCodes(checklist);
  const items = new Map(checklist.items.map((item) => [codes.get(item.id) ?? '', item]));
  const reading: PaperReading = { answers: [], mistakes: [] };
  for (const piece of piecesOf(typed)) {
    const read = readPiece(piece, items, asked);
    if ('error' in read) reading.mistakes.push(read);
    else reading.answers.push(read);
  }
  return withoutRepeats(reading);
}

/** A code with what follows it up to the next code; commas, semicolons and line ends part them too. */
const piecesOf = (typed: string): string[] =>
  typed
    .split(/[,;\n\r]+(?![^(]*\))|\s+(?=[A-Za-z]\s?\d+\s*[\s:=.-]\s*[0-9?n](?:\d|\b|\W|$))(?![^(]*\))/)
    .map((piece) => piece.trim())
    .filter(Boolean);

const pattern = /^([A-Za-z])\s?(\d{1,2})\s*[\s:=.-]\s*([0-9?nN])\s*(\d{1,2})?\s*(?:\((.*)\))?$/s;

function readPiece(typed: string, items: Map<string, Item>, asked: ReadonlySet<string>): PaperAnswer | PaperMistake {
  const [, letter = '', place = '', mark = '', number, words = ''] = pattern.exec(typed) ?? [];
  if (!letter) return { typed, error: 'paper.error-unread' };
  const code = `${letter.toUpperCase()}${Number(place)}`;
  const item = items.get(code);
  if (!item) return { typed, error: 'paper.error-code' };
  if (!asked.has(item.id)) return { typed, error: 'paper.error-not-asked' };
  if (mark.toLowerCase() === notApplicableMark) return readReason(typed, code, item, number, words.trim());
  const value = mark === unknownMark ? 'unknown' : anchorValues(item.kind)[Number(mark)];
  if (!value || number || words) return { typed, error: 'paper.error-answer' };
  return { code, item, value, reasonId: null, reasonText: '' };
}

/** Not applicable is for a prerequisite only, with a listed reason (n1, n2) or one in brackets. */
function readReason(
  typed: string,
  code: string,
  item: Item,
  number: string | undefined,
  reasonText: string,
): PaperAnswer | PaperMistake {
  if (item.kind === 'threshold') return { typed, error: 'paper.error-threshold' };
  const listed = number ? item.naReasons[Number(number) - 1] : null;
  if (listed === undefined || (!listed && !reasonText)) return { typed, error: 'paper.error-reason' };
  return { code, item, value: 'not-applicable', reasonId: listed?.id ?? null, reasonText };
}

/** The same code twice is understood once when both say the same, and not at all otherwise. */
function withoutRepeats({ answers, mistakes }: PaperReading): PaperReading {
  const says = (one: PaperAnswer) => `${one.value} ${one.reasonId} ${one.reasonText}`;
  const first = answers.filter(({ code }, at) => answers.findIndex((one) => one.code === code) === at);
  const split = first.filter((one) => answers.some((other) => other.code === one.code && says(other) !== says(one)));
  return {
    answers: first.filter((one) => !split.includes(one)),
    mistakes: [...mistakes, ...split.map(({ code }) => ({ typed: code, error: 'paper.error-twice' }))],
  };
}
