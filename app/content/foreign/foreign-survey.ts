import { cisoDraft } from './ciso-assistant.ts';
import { readCisoFile } from './ciso-file.ts';
import { euphorieDraft } from './euphorie.ts';
import { type FileNote, type NoteKeeper, noteKeeper, Refusal } from './file-notes.ts';
import { type ForeignDraft, type ForeignReading, noteOpenEnds } from './foreign-draft.ts';
import { readXml } from './xml-tree.ts';

/** Bytes; the largest file that is read. */
export const largestForeignFile = 2_000_000;

/** A draft out of a file from elsewhere with what did not fit, or why the file cannot be read. */
export type ForeignSurvey =
  | ({ ok: true; format: ForeignFormat; notes: FileNote[] } & ForeignDraft)
  | { ok: false; refusals: FileNote[] };
type ForeignFormat = 'euphorie' | 'ciso-assistant';

/**
 * Reads a survey of OiRA (XML of Euphorie) or a library of CISO Assistant (YAML) as the draft of an edition. What an item
 * of ours needs and the file does not say stays empty. Every item comes over, also more than an edition may hold:
 * whoever imports it chooses (`withChosen`).
 */
export function readForeignSurvey(fileName: string, text: string, reading: ForeignReading): ForeignSurvey {
  const notes = noteKeeper();
  try {
    const source = checked(text);
    const format = formatOf(fileName, source);
    const draft = draftOf(format, source, reading, notes);
    noteOpenEnds(draft.content, notes);
    return { ok: true, format, ...draft, notes: notes.list() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusals: [error.note] };
    throw error;
  }
}

/** Whether a file is read as a survey from elsewhere; YAML that is no library of CISO Assistant is one of our own. */
export const isForeignSurvey = (fileName: string, text: string): boolean =>
  !/\.ya?ml$/i.test(fileName) || /^\s*</.test(text) || (/^objects:/m.test(text) && !/^format:/m.test(text));

function draftOf(format: ForeignFormat, source: string, reading: ForeignReading, notes: NoteKeeper): ForeignDraft {
  const draft =
    format === 'euphorie'
      ? euphorieDraft(readXml(source), reading, notes)
      : cisoDraft(readCisoFile(source), reading, notes);
  const { items, remedies } = draft.content;
  if (items.length + remedies.length === 0) throw new Refusal(1, 'foreign-refusal.nothing');
  return draft;
}

/** A file with signs that no text holds was saved in another encoding, or is no text. */
function checked(text: string): string {
  if (Buffer.byteLength(text) > largestForeignFile)
    throw new Refusal(1, 'foreign-refusal.too-big', { most: largestForeignFile / 1_000_000 });
  const wrong = text.search(/[^\P{Cc}\t\n\r\x7f-\x9f]|\ufffd/u);
  if (wrong !== -1 || !text.isWellFormed())
    throw new Refusal(text.slice(0, Math.max(wrong, 0)).split('\n').length, 'foreign-refusal.characters');
  return text.replace(/^\uFEFF/, '');
}

function formatOf(fileName: string, source: string): ForeignFormat {
  if (/\.xml$/i.test(fileName) || /^\s*</.test(source)) return 'euphorie';
  if (/\.ya?ml$/i.test(fileName)) return 'ciso-assistant';
  throw new Refusal(1, 'foreign-refusal.format');
}
