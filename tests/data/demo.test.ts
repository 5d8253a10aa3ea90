import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { listActions } from '#app/data/action.server.ts';
import { listOpenAnswers } from '#app/data/answer.server.ts';
import { findAssessmentByCode, type StoredAssessment } from '#app/data/assessment.server.ts';
import { listWholeSubmissions } from '#app/data/submission.server.ts';
import { isOverdue } from '#app/domain/action.ts';
import { allowedValues } from '#app/domain/answer.ts';
import { brusselsDay } from '#app/domain/calendar.ts';
import { readCode } from '#app/domain/code.ts';
import { itemsFor } from '#app/domain/context.ts';
import { unknownOptions } from '#app/domain/context-input.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import type { Report } from '#app/domain/report.ts';
import { judge } from '#app/domain/verdict.ts';
import { openDemo } from '#app/server/demo.ts';
import { openServices } from '#app/server/services.ts';
import { readSettings } from '#app/server/settings.ts';
import { openByCode } from '#app/web/resuming.server.ts';
import type { Services } from '#app/web/services.ts';
import { cast } from '../../drizzle/seed/cast.ts';
import { temporaryFolder } from '../support/stores.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const byLabel = Object.fromEntries(cast.map((member) => [member.label.split(' ').at(-1) as string, member.code]));

let services: Services;
let printed: string[];
beforeAll(async () => {
  services = await openServices(demoSettings(), root, 'development');
  printed = await openDemo(services);
  return () => services.store.close();
});

describe('the demo cast', () => {
  test.each(cast)('is plainly invented: $label', ({ label, code }) => {
    expect(label).toMatch(/^Demo: /);
    expect(readCode(code)).toBe(code);
  });

  test.each(cast)(
    'answers questions that are asked, with answers that exist: $label',
    ({ checklistRef, ...member }) => {
      const checklist = services.findChecklist(checklistRef, 'nl');
      if (!checklist) throw new Error(`no ${checklistRef}`);
      expect(unknownOptions(checklist, { ...member.context, label: member.label })).toEqual([]);
      const asked = new Map(itemsFor(checklist, member.context).map((item) => [item.id, item]));
      const answered = member.scenes.flatMap((scene) => (scene.kind === 'answers' ? Object.entries(scene.values) : []));
      const wrong = answered.filter(([id, value]) => {
        const item = asked.get(id);
        return !item || !(allowedValues(item.kind) as string[]).includes(value);
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each(cast)('opens by its code: $label', async ({ code, label }) => {
    const opened = await openByCode(services, new Request('http://localhost'), '192.0.2.1', code.toLowerCase());
    expect(opened).toMatchObject({ ok: true, id: (await assessmentOf(code)).id });
    expect((await assessmentOf(code)).label).toBe(label);
  });

  test('is printed at start, code and name', () => {
    expect(printed).toEqual([
      'WARME-KAMER  Demo: woonzorgcentrum De Linde',
      'MARKT-KRAAM  Demo: supermarkt Van Hove',
      'PAKJE-KRAAN  Demo: magazijn Noorderkaai',
    ]);
  });

  test('is never counted, whatever was ticked at hand-in', async () => {
    const all = await Promise.all(cast.map(({ code }) => assessmentOf(code)));
    expect(all.map(({ demo }) => demo)).toEqual([true, true, true]);
    const submissions = await Promise.all(all.map(({ id }) => listWholeSubmissions(services.store, id)));
    expect(submissions.flat().map(({ counted }) => counted)).toEqual([false, false, false]);
  });

  test('says in every frozen report that the answers are made up', async () => {
    const { id } = await assessmentOf(byLabel.Hove);
    const [submission] = await listWholeSubmissions(services.store, id);
    const report = submission?.report as Report;
    expect(report.frozen).toBe(true);
    expect(report.date).toBe(submission?.at.toISOString());
    expect(report.notes).toContain(services.translate.nl('report.note.demo'));
  });
});

describe('De Linde', () => {
  test('is half way, with one item seen differently and one not known', async () => {
    const { answers, items, counted, verdict } = await standingOf(byLabel.Linde);
    expect(Object.keys(counted).length / items.length).toBeGreaterThan(0.4);
    expect(Object.keys(counted).length / items.length).toBeLessThan(0.6);
    expect(verdict.provisional).toBe(true);
    expect(Object.keys(counted).filter((id) => counted[id]?.disputed)).toEqual(['buddy-each-shift']);
    expect(answers.filter(({ value }) => value === 'unknown')).toHaveLength(1);
    expect(new Set(answers.map(({ voice }) => voice))).toEqual(new Set(['hr', 'team-lead']));
  });
});

describe('Van Hove', () => {
  test('handed in everything and works on a plan: one action done, one late, one to come', async () => {
    const { id } = await assessmentOf(byLabel.Hove);
    const { verdict } = await standingOf(byLabel.Hove);
    expect(verdict.open).toEqual([]);
    expect(verdict.level).toBe(2);
    expect(await listWholeSubmissions(services.store, id)).toHaveLength(1);
    const actions = await listActions(services.store, id);
    const today = brusselsDay(services.now());
    expect(actions.map(({ status }) => status).sort()).toEqual(['doing', 'done', 'todo']);
    expect(actions.filter((action) => isOverdue(action, today))).toMatchObject([{ status: 'doing' }]);
    expect(actions.every(({ items, title }) => items.length > 0 && title !== '')).toBe(true);
  });
});

describe('Noorderkaai', () => {
  test('handed in twice and rose in between', async () => {
    const { id } = await assessmentOf(byLabel.Noorderkaai);
    const submissions = (await listWholeSubmissions(services.store, id)).sort((a, b) => a.round - b.round);
    expect(submissions.map(({ round, level }) => ({ round, level }))).toEqual([
      { round: 1, level: 2 },
      { round: 2, level: 3 },
    ]);
    const unanswered = submissions.flatMap(({ facts }) =>
      Object.entries(facts.items).filter(([, value]) => value === 'unanswered'),
    );
    expect(unanswered).toEqual([]);
  });
});

describe('seeding again', () => {
  test('changes nothing', async () => {
    const before = await contentsOf(services);
    expect(await openDemo(services)).toEqual(printed);
    expect(await contentsOf(services)).toEqual(before);
  });

  test('leaves a database alone that somebody already uses', async () => {
    const { id } = await assessmentOf(byLabel.Linde);
    const { store } = services;
    const other = await openServices(demoSettings(), root, 'development');
    await other.store.write(async (tx) => {
      const [row] = await store.read.select().from(store.t.assessment);
      await tx.insert(other.store.t.assessment).values({ ...row, id, codeHash: null } as never);
    });
    expect(await openDemo(other)).toEqual([]);
    expect(await other.store.read.select().from(other.store.t.answer)).toEqual([]);
    await other.store.close();
  });
});

function demoSettings() {
  return readSettings({ NODE_ENV: 'test', DEMO: '1', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'silent' }, root);
}

async function assessmentOf(code: string | undefined): Promise<StoredAssessment> {
  const found = await findAssessmentByCode(services.store, services.hash(code ?? ''));
  if (!found) throw new Error(`${code} opens nothing`);
  return found;
}

async function standingOf(code: string | undefined) {
  const { id, checklistRef, context } = await assessmentOf(code);
  const checklist = services.findChecklist(checklistRef, 'nl');
  if (!checklist) throw new Error(`no ${checklistRef}`);
  const items = itemsFor(checklist, context);
  const answers = await listOpenAnswers(services.store, id);
  const counted = countedAnswers(items, answers, { now: services.now() });
  return { items, answers, counted, verdict: judge(checklist.levels, items, counted) };
}

async function contentsOf({ store: { read, t } }: Services) {
  return Promise.all(
    [t.assessment, t.link, t.round, t.answer, t.currentAnswer, t.action, t.submission].map((table) =>
      read.select().from(table as typeof t.assessment),
    ),
  );
}
