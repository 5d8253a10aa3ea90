import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { listActions } from '#app/data/action.server.ts';
import { listOpenAnswers } from '#app/data/answer.server.ts';
import { findAssessmentByCode, listAssessmentsOf, type StoredAssessment } from '#app/data/assessment.server.ts';
import { listSharesOf } from '#app/data/coach-share.server.ts';
import { listFollowUps } from '#app/data/follow-up.server.ts';
import { listMemberships } from '#app/data/organisation.server.ts';
import { findPersonByEmail } from '#app/data/person.server.ts';
import { listPublishedPilots, listWholePilots } from '#app/data/pilot.server.ts';
import { listEvents, listPlacementsAt, listPlacementsOf } from '#app/data/placement.server.ts';
import { listNeeds } from '#app/data/placement-need.server.ts';
import { listThresholds, listTried } from '#app/data/placement-threshold.server.ts';
import { listPlannedVisits } from '#app/data/planned-visit.server.ts';
import { listSectorActions } from '#app/data/sector-action.server.ts';
import { listWholeSubmissions } from '#app/data/submission.server.ts';
import { readShownCounts } from '#app/data/worker-voice.server.ts';
import { isOverdue } from '#app/domain/action.ts';
import { allowedValues } from '#app/domain/answer.ts';
import { brusselsDay, isoWeek } from '#app/domain/calendar.ts';
import { shareState } from '#app/domain/coach-share.ts';
import { readCode } from '#app/domain/code.ts';
import { itemsFor } from '#app/domain/context.ts';
import { unknownOptions } from '#app/domain/context-input.ts';
import { countedAnswers } from '#app/domain/counted.ts';
import { type DemoPerson, demoPeople } from '#app/domain/demo-person.ts';
import { phaseClock } from '#app/domain/phase-limit.ts';
import type { Report } from '#app/domain/report.ts';
import { judge } from '#app/domain/verdict.ts';
import { type DemoEntries, openDemo } from '#app/server/demo.ts';
import { openServices } from '#app/server/services.ts';
import { readSettings } from '#app/server/settings.ts';
import { demoSignInLink } from '#app/web/demo-people.server.ts';
import { openByCode } from '#app/web/resuming.server.ts';
import type { Services } from '#app/web/services.ts';
import { signInWithLink } from '#app/web/signing-in.server.ts';
import { cast } from '../../drizzle/seed/cast.ts';
import { temporaryFolder } from '../support/stores.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const byLabel = Object.fromEntries(cast.map((member) => [member.label.split(' ').at(-1) as string, member.code]));

let services: Services;
let printed: DemoEntries;
beforeAll(async () => {
  services = await openServices(demoSettings(), root, 'development');
  printed = await openDemo(services);
  return () => services.store.close();
}, 120_000);

describe('the demo cast', () => {
  test.each(cast)('is plainly invented: $label', ({ label, code }) => {
    expect(label).toMatch(/^Demo: /);
    expect(readCode(code)).toBe(code);
  });

  test.each(cast)(
    'answers questions that are asked, with answers that exist: $label',
    async ({ checklistRef, ...member }) => {
      const checklist = await services.findChecklist(checklistRef, 'nl');
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
    expect(printed.codes).toEqual([
      'WARME-KAMER  Demo: woonzorgcentrum De Linde',
      'NETTE-KAMER  Demo: De Linde, kamers en linnen',
      'KARRE-NMAAT  Demo: De Linde, karren en kasten',
      'MARKT-KRAAM  Demo: supermarkt Van Hove',
      'PAKJE-KRAAN  Demo: magazijn Noorderkaai',
    ]);
  });

  test('is never counted, whatever was ticked at hand-in', async () => {
    const all = await Promise.all(cast.map(({ code }) => assessmentOf(code)));
    expect(all.map(({ demo }) => demo)).toEqual(cast.map(() => true));
    const submissions = await Promise.all(all.map(({ id }) => listWholeSubmissions(services.store, id)));
    expect(submissions.flat().map(({ counted }) => counted)).toEqual(Array(9).fill(false));
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
    expect(new Set(answers.map(({ voice }) => voice))).toEqual(new Set(['hr', 'team-lead', 'job-coach']));
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

describe('the three floors of De Linde', () => {
  test('stand side by side in one organisation, one half way and one ready for a stage', async () => {
    const { organisation } = await membershipOf('hr');
    expect(organisation).toMatchObject({ kind: 'employer', name: 'Demo: De Linde', demo: true });
    const kept = await listAssessmentsOf(services.store, organisation.id);
    expect(kept.map(({ label }) => label)).toEqual([
      'Demo: De Linde, kamers en linnen',
      'Demo: De Linde, karren en kasten',
      'Demo: woonzorgcentrum De Linde',
    ]);
    const { verdict } = await standingOf(byLabel.linnen);
    expect(verdict).toMatchObject({ level: 3, open: [] });
  });

  test('are shared with the coach, who was confirmed', async () => {
    const shares = await listSharesOf(services.store, (await personOf('coach')).id);
    expect(shares.map((one) => ({ of: one.assessmentLabel, state: shareState(one, services.now()) }))).toEqual([
      { of: 'Demo: woonzorgcentrum De Linde', state: 'open' },
      { of: 'Demo: De Linde, kamers en linnen', state: 'open' },
      { of: 'Demo: De Linde, karren en kasten', state: 'open' },
      { of: 'Demo: De Linde, karren en kasten', state: 'ended' },
    ]);
  });

  test('look otherwise to the coach on three items, and the same on two', async () => {
    const { answers, counted } = await standingOf(byLabel.Linde);
    const coach = answers.filter(({ voice }) => voice === 'job-coach');
    const differs = ({ item, value }: { item: string; value: string }) =>
      counted[item] !== undefined && counted[item]?.value !== value;
    expect(
      coach
        .filter(differs)
        .map(({ item }) => item)
        .sort(),
    ).toEqual(['task-card', 'tasks-shift', 'welcome-practised']);
    expect(coach).toHaveLength(5);
  });

  test('are heard in the kitchen through ten devices', async () => {
    const { id } = await assessmentOf(byLabel.Linde);
    const counts = await readShownCounts(services.store, id);
    expect(counts['finish-first']).toEqual({ yes: 2, partly: 3, no: 5, unknown: 0 });
    expect(Object.values(counts).map((all) => Object.values(all).reduce((sum, n) => sum + n, 0))).toEqual(
      Object.keys(counts).map(() => 10),
    );
  });
});

describe('the coach', () => {
  test('has a stage at De Linde: needs agreed, thresholds met, one lowered by what helped, a visit this week', async () => {
    const stage = await placementAt('Demo: De Linde, kamers en linnen');
    const { store } = services;
    expect(stage).toMatchObject({ phase: 'stage', route: 'trajectory', closedOn: null });
    expect(phaseClock(stage, today()).week).toMatchObject({ now: 4 });
    expect(stage.needsSharedOn).not.toBeNull();
    expect(await listNeeds(store, stage.id)).toHaveLength(6);
    const thresholds = await listThresholds(store, stage.id);
    expect(thresholds.map(({ weight, loweredOn }) => ({ weight, open: loweredOn === null }))).toEqual([
      { weight: 'noticeable', open: false },
      { weight: 'high', open: true },
      { weight: 'small', open: true },
    ]);
    const tried = await listTried(store, stage.id);
    expect(tried.filter(({ thresholdId }) => thresholdId === thresholds[0]?.id)).toMatchObject([
      { remedy: 'fixed-core-tasks', helped: 'yes' },
    ]);
    const [visit, ...others] = await listPlannedVisits(store, [stage.id]);
    expect(others).toEqual([]);
    expect(visit && visit.on >= today() && isoWeek(visit.on) === isoWeek(today())).toBe(true);
  });

  test('follows another up: month 1 filled in on both sides, month 3 due', async () => {
    const followed = await placementAt('Demo: tuincentrum Groenrand');
    expect(followed.phase).toBe('follow-up');
    const listed = await listFollowUps(services.store, followed, ['coach', 'employer'], today());
    expect(listed.slice(0, 4).map(({ month, side, state }) => `${month} ${side} ${state}`)).toEqual([
      '1 employer done',
      '1 coach done',
      '3 employer due',
      '3 coach due',
    ]);
  });

  test('closed a third, without anything left of its needs', async () => {
    const closed = await placementAt('Demo: verdeelcentrum Ganzenveer');
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'no-contract', outcomeReason: 'vacancy-gone' });
    expect(await listNeeds(services.store, closed.id)).toEqual([]);
  });

  test('led the trolleys of De Linde to a contract that lasts a year later, followed up on both sides every time', async () => {
    const { id } = await assessmentOf(byLabel.kasten);
    const all = (await listPlacementsAt(services.store, id)).map(({ phase, outcome }) => ({ phase, outcome }));
    expect(all).toHaveLength(2);
    expect(all).toContainEqual({ phase: 'closed', outcome: 'contract-lasting' });
    expect(all).toContainEqual({ phase: 'closed', outcome: 'stage-stopped' });
    const lasting = (await listPlacementsAt(services.store, id)).find((one) => one.outcome === 'contract-lasting');
    if (!lasting) throw new Error('no placement lasts');
    const listed = await listFollowUps(services.store, lasting, ['coach', 'employer'], today());
    expect(listed.map(({ state }) => state)).toEqual(Array(8).fill('done'));
  });

  test('has these five alone, and nothing in the history lies ahead', async () => {
    const all = await listPlacementsOf(services.store, (await personOf('coach')).id);
    expect(all.map(({ demo, hostEmail }) => ({ demo, hostEmail }))).toEqual(
      Array(5).fill({ demo: true, hostEmail: '' }),
    );
    const events = await Promise.all(all.map(({ id }) => listEvents(services.store, id, 'coach')));
    expect(events.flat().filter(({ at }) => at > services.now())).toEqual([]);
  });
});

test('the federation plans for its sector: one thing under way, one done', async () => {
  const { organisation } = await membershipOf('federation');
  const plan = await listSectorActions(services.store, organisation.id, 'care');
  expect(plan.map(({ item, status }) => ({ item, status }))).toEqual([
    { item: 'goal-backed', status: 'doing' },
    { item: 'imw-route-known', status: 'done' },
  ]);
});

describe('the pilots', () => {
  const pilots = async () => listWholePilots(services.store, (await membershipOf('coach')).organisation.id);

  test('are one under way, and one with everything in it that stands in the library', async () => {
    const [running, finished, ...others] = await pilots();
    expect(others).toEqual([]);
    expect(running?.pilot).toMatchObject({ finishedAt: null, publishedAt: null });
    const { guide } = services.findPilots('nl');
    expect(finished?.phases.map(({ status, deliverables }) => ({ status, deliverables }))).toEqual(
      guide.phases.map((phase) => ({ status: 'done', deliverables: phase.deliverables.map(({ id }) => id) })),
    );
    expect(finished?.partners.every(({ confirmedAt }) => confirmedAt !== null)).toBe(true);
    const [published, ...rest] = await listPublishedPilots(services.store);
    expect(rest).toEqual([]);
    expect(published?.id).toBe(finished?.pilot.id);
    expect(published?.story).toMatchObject({ answer: finished?.pilot.answer });
    expect(published?.story.throughflow).toEqual({ placements: 'fewer-than-ten', hired: 'fewer-than-ten' });
  });
});

describe('the links that are printed', () => {
  test('sign in as each of the people, once, after two weeks still', async () => {
    const { links } = printed;
    expect(links.map((line) => line.split('  ')[1])).toEqual(Object.values(demoPeople));
    const later = { ...services, now: () => new Date(Date.now() + 14 * 24 * 60 * 60_000) };
    for (const line of links) {
      const token = /sign-in\/(\S+)/.exec(line)?.[1] as string;
      expect(await signInWithLink(later, new Request('http://localhost'), token, 'nl')).not.toBeNull();
      expect(await signInWithLink(later, new Request('http://localhost'), token, 'nl')).toBeNull();
    }
  });

  test('are not made for somebody who erased their account, nor outside the demo', async () => {
    expect(await demoSignInLink({ ...services, demo: false }, 'coach')).toBeNull();
    const other = await openServices(demoSettings(), root, 'development');
    expect(await demoSignInLink(other, 'coach')).toBeNull();
    await other.store.close();
  });

  test('nobody who played is still signed in, and no mail waits', async () => {
    const fresh = await openServices(demoSettings(), root, 'development');
    await openDemo(fresh);
    expect(await fresh.store.read.select().from(fresh.store.t.session)).toEqual([]);
    expect(await fresh.store.read.select().from(fresh.store.t.mail)).toEqual([]);
    await fresh.store.close();
  }, 120_000);
});

test.each(Object.values(demoPeople))('nobody can have the address %s', (address) => {
  expect(address).toMatch(/@[a-z-]+\.example$/);
});

describe('seeding again', () => {
  test('changes nothing', async () => {
    const before = await contentsOf(services);
    expect((await openDemo(services)).codes).toEqual(printed.codes);
    expect(await contentsOf(services)).toEqual(before);
  });

  test('leaves a database alone that somebody already uses', async () => {
    const { id } = await assessmentOf(byLabel.Linde);
    const { store } = services;
    const other = await openServices(demoSettings(), root, 'development');
    await other.store.write(async (tx) => {
      const [row] = await store.read.select().from(store.t.assessment);
      await tx.insert(other.store.t.assessment).values({ ...row, id, codeHash: null, organisationId: null } as never);
    });
    expect(await openDemo(other)).toEqual({ codes: [], links: [] });
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

const today = () => brusselsDay(services.now());

async function personOf(name: DemoPerson) {
  const person = await findPersonByEmail(services.store, demoPeople[name]);
  if (!person) throw new Error(`${name} is not there`);
  return person;
}

async function membershipOf(name: DemoPerson) {
  const [membership] = await listMemberships(services.store, (await personOf(name)).id);
  if (!membership) throw new Error(`${name} belongs nowhere`);
  return membership;
}

async function placementAt(host: string) {
  const all = await listPlacementsOf(services.store, (await personOf('coach')).id);
  const found = all.find(({ hostName }) => hostName === host);
  if (!found) throw new Error(`No placement at ${host}`);
  return found;
}

async function standingOf(code: string | undefined) {
  const { id, checklistRef, context } = await assessmentOf(code);
  const checklist = await services.findChecklist(checklistRef, 'nl');
  if (!checklist) throw new Error(`no ${checklistRef}`);
  const items = itemsFor(checklist, context);
  const answers = await listOpenAnswers(services.store, id);
  const counted = countedAnswers(items, answers, { now: services.now() });
  return { items, answers, counted, verdict: judge(checklist.levels, items, counted) };
}

/** All but the links to sign in, which every start prints anew. */
async function contentsOf({ store: { read, t } }: Services) {
  const { signInLink: _, ...kept } = t;
  return Promise.all(Object.values(kept).map((table) => read.select().from(table as typeof t.assessment)));
}
