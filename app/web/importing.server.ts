import { importAssessment } from '#app/data/import.server.ts';
import { itemOfAnyVersion } from '#app/domain/across-versions.ts';
import { allowedValues } from '#app/domain/answer.ts';
import type { Checklist, Language } from '#app/domain/checklist.ts';
import { type OpenedFile, type OwnFile, readOwnFile } from '#app/domain/own-file.ts';
import { ownerLink } from './beginning.server.ts';
import { rememberCode } from './own-codes.ts';
import { factsSchema, reportSchema } from './report-schema.ts';
import type { Services } from './services.ts';
import { grant, readSession } from './session.server.ts';
import { versionsOf } from './versions.server.ts';

type Imported = { ok: true; id: string; headers: Headers } | Extract<OpenedFile, { ok: false }>;

/** Opens a file of one's own as a new assessment in this browser; with a mistake in it nothing is stored. */
export async function importOwnFile(
  services: Services,
  request: Request,
  source: string,
  language: Language,
): Promise<Imported> {
  const opened = readOwnFile(source);
  if (!opened.ok) return opened;
  const checklist = await services.findChecklist(opened.file.checklistRef, language);
  if (!checklist && isNewer(services, opened.file.checklistRef)) return { ok: false, error: 'import.newer' };
  if (!checklist || !fits(checklist, versionsOf({ services, checklist }), opened.file))
    return { ok: false, error: 'import.damaged' };
  const session = await readSession(services, request);
  const { newId, newCode, newToken, hash, now } = services;
  const code = newCode();
  const assessment = {
    id: newId(),
    checklistRef: checklist.ref,
    editionVersionId: checklist.edition?.versionId ?? null,
    language,
    context: opened.file.context,
    label: opened.file.label,
    countingKey: session.get('countingKey') as string,
    demo: services.demo,
    codeHash: hash(code),
    createdAt: new Date(opened.file.createdAt),
    activeAt: now(),
  };
  const link = ownerLink(assessment.id, newId(), hash(newToken()), now());
  await importAssessment(services.store, opened.file, assessment, link, newId);
  const headers = new Headers();
  headers.append('Set-Cookie', await grant(services, session, assessment.id, link.id));
  headers.append('Set-Cookie', await rememberCode(services, request, assessment.id, code));
  return { ok: true, id: assessment.id, headers };
}

/** A version of one of our own sectors that comes after the newest here. */
function isNewer({ startable }: Services, ref: string): boolean {
  const [sector, version] = ref.split('@');
  return startable.some((one) => one.startsWith(`${sector}@`) && Number(version) > Number(one.split('@')[1]));
}

/** Rounds are told apart, a round is handed in once, and every item and value must be one of this checklist in any version. */
function fits(checklist: Checklist, versions: Checklist[], { answers, rounds, submissions }: OwnFile): boolean {
  const known = new Set(rounds.map((one) => one.number));
  const handedIn = new Set(submissions.map((one) => one.round));
  if (known.size < rounds.length || handedIn.size < submissions.length) return false;
  if (!submissions.every((one) => known.has(one.round) && isReadable(one))) return false;
  return answers
    .filter((answer) => !isOfGoneEdition(checklist, answer))
    .every((answer) => {
      const item = itemOfAnyVersion(answer.item, checklist, versions);
      const values: readonly string[] = item ? [...allowedValues(item.kind), 'unanswered'] : [];
      return values.includes(answer.value) && known.has(answer.round);
    });
}

/** What a federation asked whose edition is not here: it stays in the file and counts for nothing, as it always did. */
const isOfGoneEdition = ({ edition }: Checklist, { item }: OwnFile['answers'][number]): boolean =>
  !edition && item.startsWith('own-');

const isReadable = ({ report, facts }: OwnFile['submissions'][number]) =>
  reportSchema.safeParse(report).success && factsSchema.safeParse(facts).success;
