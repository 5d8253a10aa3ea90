import { createCookie } from '@remix-run/node';
import { findAssessment } from '#app/data/assessment.server.ts';
import { findOpenLinkByToken } from '#app/data/link.server.ts';
import { can } from '#app/domain/access.ts';
import type { Language, SectorId } from '#app/domain/checklist.ts';
import { type WorkerQuestion, workerAnswers, workerQuestionsFor } from '#app/domain/worker-question.ts';
import type { Services } from './services.ts';
import { onlyNewerKnows } from './unavailable.ts';

/** Somebody of the floor who answers: no session, no account, nothing that tells who. */
export type WorkerVisit = { assessmentId: string; questions: WorkerQuestion[] };

/** What the link of the floor asks; 404 when it was stopped or is another kind. */
export async function requireWorkerVisit(
  services: Services,
  token: string | undefined,
  language: Language,
): Promise<WorkerVisit> {
  const link = await findOpenLinkByToken(services.store, services.hash(token ?? ''), services.now());
  const assessment = link?.kind === 'worker' ? await findAssessment(services.store, link.assessmentId) : null;
  const checklist = assessment && (await services.findChecklist(assessment.checklistRef, language));
  if (!assessment || !can('worker', 'answer-as-worker')) throw new Response(null, { status: 404 });
  if (!checklist) throw onlyNewerKnows();
  const { workerQuestions } = services.findGuidance(language);
  return { assessmentId: assessment.id, questions: workerQuestionsFor(workerQuestions, checklist.sector as SectorId) };
}

const deviceCookie = ({ secure, cookieSecret }: Services) =>
  createCookie(secure ? '__Host-device' : 'device', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 365 * 24 * 60 * 60,
    secrets: [cookieSecret],
  });

/** The random key of this device; null when it has none yet. */
export async function deviceKey(services: Services, request: Request): Promise<string | null> {
  const value = await deviceCookie(services).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The Set-Cookie value that gives this device a key. */
export const newDevice = (services: Services): Promise<string> => deviceCookie(services).serialize(services.newToken());

/** A device at one floor: hashed with it, so that the same device is not known again at another. */
export const deviceHash = (services: Services, device: string, assessmentId: string): string =>
  services.hash(`worker:${assessmentId}:${device}`);

/** The answers in a posted form that these questions allow. */
export function givenAnswers(questions: WorkerQuestion[], posted: FormData): Record<string, string> {
  const answers: readonly string[] = workerAnswers;
  const given = questions.map(({ id }) => [id, String(posted.get(id) ?? '')] as const);
  return Object.fromEntries(given.filter(([, answer]) => answers.includes(answer)));
}

export const possibleAnswers = (questions: WorkerQuestion[]) =>
  questions.flatMap(({ id }) => workerAnswers.map((answer) => ({ question: id, answer: answer as string })));
