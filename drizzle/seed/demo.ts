import { createActions, saveAction } from '#app/data/action.server.ts';
import { saveAnswers } from '#app/data/answer.server.ts';
import { addAssessment, findAssessmentByCode } from '#app/data/assessment.server.ts';
import { addLink, type NewLink } from '#app/data/link.server.ts';
import type { Store } from '#app/data/store.server.ts';
import type { Action } from '#app/domain/action.ts';
import { answerInput } from '#app/domain/answer-input.ts';
import { addDays, brusselsDay } from '#app/domain/calendar.ts';
import type { HandInInput } from '#app/domain/hand-in-input.ts';
import { type Answering, type CastMember, cast, type HandingIn, type Planned, type Planning } from './cast.ts';

/** What playing the cast needs of the application; `handIn` and `plan` do what the pages do, at a moment in the past. */
export type Stage = {
  store: Store;
  now: () => Date;
  newId: () => string;
  newToken: () => string;
  hash: (secret: string) => string;
  handIn: (assessmentId: string, at: Date, input: HandInInput) => Promise<void>;
  /** New actions for these remedies, not stored yet. */
  plan: (assessmentId: string, at: Date, remedies: string[]) => Promise<Action[]>;
};

/** Fills an empty database with the demo cast; one with anything in it stays as it is. True when it was filled. */
export async function seedDemo(stage: Stage): Promise<boolean> {
  if (!(await isEmpty(stage.store))) return false;
  for (const member of cast) await play(stage, member);
  return true;
}

/** The members of the cast whose code still opens: somebody may have erased one or renewed its code. */
export async function listOpenable({ store, hash }: Pick<Stage, 'store' | 'hash'>): Promise<CastMember[]> {
  const found = await Promise.all(cast.map(({ code }) => findAssessmentByCode(store, hash(code))));
  return cast.filter((_, index) => found[index]?.demo);
}

async function isEmpty({ read, t }: Store): Promise<boolean> {
  return (await read.select({ id: t.assessment.id }).from(t.assessment).limit(1)).length === 0;
}

async function play(stage: Stage, member: CastMember) {
  const id = await begin(stage, member);
  for (const scene of member.scenes) {
    if (scene.kind === 'answers') await answer(stage, id, scene);
    if (scene.kind === 'hand-in') await handIn(stage, id, scene);
    if (scene.kind === 'plan') await plan(stage, id, scene);
  }
}

async function begin(stage: Stage, { code, label, checklistRef, context, colleagues, scenes }: CastMember) {
  const { store, newId, hash } = stage;
  const id = newId();
  const at = daysAgo(stage, Math.max(...scenes.map((scene) => scene.daysAgo)) + 1);
  const links = [
    newLink(stage, id, at, { kind: 'owner', label: '', voice: 'hr' }),
    ...colleagues.map((one) => newLink(stage, id, at, { kind: 'colleague', ...one })),
  ];
  await store.write(async (tx) => {
    const shared = { id, checklistRef, language: 'nl', context, label, countingKey: newId(), demo: true } as const;
    await addAssessment(tx, store, { ...shared, codeHash: hash(code), createdAt: at, activeAt: at });
    for (const link of links) await addLink(tx, store, link);
  });
  return id;
}

const newLink = (
  { newId, newToken, hash }: Stage,
  assessmentId: string,
  createdAt: Date,
  who: Pick<NewLink, 'kind' | 'label' | 'voice'>,
): NewLink => ({
  ...who,
  id: newId(),
  assessmentId,
  tokenHash: hash(newToken()),
  item: null,
  question: '',
  createdAt,
  expiresAt: null,
  revokedAt: null,
  openedAt: null,
});

/** One browser a person: the same function is the same author, in every scene. */
async function answer(stage: Stage, assessmentId: string, { daysAgo: days, by, values, typed = {} }: Answering) {
  const at = daysAgo(stage, days);
  const answers = Object.entries(values).map(([item, value], index) => ({
    ...answerInput.parse({
      id: stage.newId(),
      item,
      value,
      reasonId: null,
      reasonText: '',
      note: typed[item]?.note ?? '',
      proof: typed[item]?.proof ?? '',
      base: [],
    }),
    assessmentId,
    voice: by.voice,
    author: `demo-${by.voice}`,
    authorLabel: by.label,
    at: new Date(at.getTime() + index * minute),
  }));
  await saveAnswers(stage.store, answers);
}

const handIn = (stage: Stage, assessmentId: string, { daysAgo: days, round, counted }: HandingIn) =>
  stage.handIn(assessmentId, daysAgo(stage, days), { id: stage.newId(), counted, kind: round });

async function plan(stage: Stage, assessmentId: string, { daysAgo: days, actions }: Planning) {
  const at = daysAgo(stage, days);
  const remedies = actions.map((one) => one.remedy);
  const fresh = await stage.plan(assessmentId, at, remedies);
  const planned = fresh.map((action) => ({
    action,
    as: actions.find((one) => one.remedy === action.remedy) as Planned,
  }));
  const today = brusselsDay(stage.now());
  const toStore = planned.map(({ action, as }) => ({
    ...action,
    owner: as.owner,
    due: addDays(today, as.due),
    status: as.status,
    note: as.note ?? '',
  }));
  await createActions(stage.store, assessmentId, toStore, at);
  for (const [index, { as }] of planned.entries()) {
    const action = toStore[index];
    if (action && as.done) await finish(stage, assessmentId, action, as.done);
  }
}

async function finish(stage: Stage, assessmentId: string, action: Action, done: NonNullable<Planned['done']>) {
  const at = daysAgo(stage, done.daysAgo);
  const seen = { status: 'done', doneBy: done.by, doneAt: brusselsDay(at), doneHow: done.how } as const;
  await saveAction(stage.store, assessmentId, { ...action, ...seen }, at);
}

const minute = 60_000;
const daysAgo = ({ now }: Stage, days: number) => new Date(now().getTime() - days * 24 * 60 * minute);
