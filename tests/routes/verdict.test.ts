import { beforeAll, describe, expect, test } from 'vitest';
import { withFacts } from '#app/data/facts.server.ts';
import type { AnswerValue } from '#app/domain/answer.ts';
import type { Item, LevelNumber } from '#app/domain/checklist.ts';
import { judge, percent } from '#app/domain/verdict.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { buildCounted } from '../support/build.ts';
import { askedItems, careChecklist, handIn, openWorkplace, type Workplace } from '../support/workplace.ts';

/* What the pages say is what the rules say: each level, answered over HTTP. */

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const items = askedItems();
const { levels } = careChecklist();
const top = (item: Item): AnswerValue => (item.kind === 'prerequisite' ? 'in-place' : 'tackled');
const bottom = (item: Item): AnswerValue => (item.kind === 'prerequisite' ? 'not-yet' : 'untouched');

/** Everything that this level needs is in order, and nothing above it. */
const answersFor = (level: LevelNumber) =>
  items.map((item) => ({ item: item.id, value: item.neededBy <= level ? top(item) : bottom(item) }));

async function answer({ owner, id }: Workplace, answers: { item: string; value: string }[]) {
  for (const one of answers) expect((await owner.save(id, one)).status).toBe(200);
}

type Shown = {
  headline: string;
  levels: { number: number; here: boolean; reached: boolean; worst: number | null; best: number | null }[];
  notes: string[];
};
const shown = async ({ owner, id }: Workplace, which: string): Promise<Shown> =>
  (await owner.get(`/files/${id}/${which}/report.json`)).json() as Promise<Shown>;

describe.each([1, 2, 3, 4, 5] as const)('level %i', (level) => {
  test('is the same in the rules, on the page, in the report and in what is stored', async () => {
    const workplace = await openWorkplace(app);
    const answers = answersFor(level);
    await answer(workplace, answers);
    await handIn(workplace, workplace.owner);
    const counted = Object.fromEntries(answers.map(({ item, value }) => [item, buildCounted(value)]));
    const verdict = judge(levels, items, counted);
    expect(verdict.level).toBe(level);

    const { store } = app.services;
    const submissions = await withFacts(store, await store.read.select().from(store.t.submission));
    const submission = submissions.find((one) => one.assessmentId === workplace.id);
    expect(submission).toMatchObject({ level, facts: { level, provisional: false } });

    for (const which of ['newest', 'today']) {
      const report = await shown(workplace, which);
      expect(report.headline).toBe(levels[level - 1]?.headline);
      expect(report.levels.filter((one) => one.here).map((one) => one.number)).toEqual([level]);
      for (const result of verdict.levels) {
        const line = report.levels.find((one) => one.number === result.level);
        expect(line?.reached).toBe(result.reached);
        expect({ worst: line?.worst, best: line?.best }).toEqual(percent(result.score) ?? { worst: null, best: null });
      }
    }
    const page = await (await workplace.owner.get(`${workplace.base}/result`)).text();
    expect(page).toContain(levels[level - 1]?.headline);
    expect(page).not.toContain('Vandaag:');
  });
});

test('the result leads from every gap to every remedy that would lift it', async () => {
  const workplace = await openWorkplace(app);
  await answer(
    workplace,
    items.slice(1).map((item) => ({ item: item.id, value: bottom(item) })),
  );
  await handIn(workplace, workplace.owner);
  const page = (await (await workplace.owner.get(`${workplace.base}/result`)).text()).replaceAll('&#x27;', "'");
  const [, help = ''] = page.split('id="what-helps"');
  const lines = help.split('</ul></li>');
  for (const item of items) {
    const line = lines.find((one) => one.includes(item.id === items[0]?.id ? item.title : item.negative)) ?? '';
    for (const { id } of item.remedies) expect(line, item.id).toContain(`${workplace.base}/remedies/${id}"`);
  }
});

test('the way to the next level, taken over in the plan, done and answered again, leads there', async () => {
  const workplace = await openWorkplace(app);
  const { owner, base } = workplace;
  await answer(workplace, answersFor(2));
  const plan = await (await owner.get(`${base}/plan`)).text();
  const remedies = [...plan.matchAll(/name="remedy" value="([^"]+)"/g)].map(([, id = '']) => id);
  expect(remedies.length).toBeGreaterThan(0);
  const whatIf = await (await owner.get(`${base}/result?${remedies.map((id) => `with=${id}`).join('&')}`)).text();
  expect(whatIf).toContain(levels[2]?.name);

  await owner.post(`${base}/plan`, { remedy: remedies });
  expect((await shown(workplace, 'today')).headline, 'a plan counts for nothing').toBe(levels[1]?.headline);
  const lifted = items.filter((item) => item.remedies.some(({ id }) => remedies.includes(id)));
  await answer(
    workplace,
    lifted.map((item) => ({ item: item.id, value: top(item) })),
  );
  expect((await shown(workplace, 'today')).headline).toBe(levels[2]?.headline);
});

test('not knowing, answering nothing and a note alone never raise the level', async () => {
  const workplace = await openWorkplace(app);
  await answer(workplace, answersFor(3));
  const essential = items.find((item) => item.essential && item.neededBy === 2) as Item;
  for (const value of ['unknown', 'not-yet', 'started']) {
    await answer(workplace, [{ item: essential.id, value }]);
    expect((await shown(workplace, 'today')).headline).toBe(levels[0]?.headline);
  }
  await answer(workplace, [{ item: essential.id, value: 'largely' }]);
  expect((await shown(workplace, 'today')).headline).toBe(levels[2]?.headline);
});

test('an action that is done asks its items again, with the old answer beside them', async () => {
  const workplace = await openWorkplace(app);
  const { owner, base } = workplace;
  await answer(workplace, answersFor(2));
  await handIn(workplace, owner);
  const item = items.find((one) => one.neededBy === 3 && one.kind === 'prerequisite') as Item;
  const remedy = item.remedies[0]?.id ?? '';
  await owner.post(`${base}/plan`, { remedy });
  const action = /\/plan\/(?!new)([\w-]+)"/.exec(await (await owner.get(`${base}/plan`)).text())?.[1];
  const fields = { title: 'Gedaan', owner: '', due: '', instrument: '', note: '', items: [item.id] };
  const done = { ...fields, status: 'done', doneBy: 'HR', doneAt: '2026-11-20', doneHow: 'op papier gezien' };
  const incomplete = await owner.post(`${base}/plan/${action}`, { ...done, doneHow: '' });
  expect(incomplete.status).toBe(422);
  expect((await owner.post(`${base}/plan/${action}`, done)).status).toBe(302);
  const asked = await (await owner.get(`${base}/sections/${item.dimension}`)).text();
  const own = asked.slice(asked.indexOf(`id="${item.id}"`));
  expect(own.slice(0, own.indexOf('</li>'))).toContain('Nog niet');
  expect(await (await owner.get(base)).text()).toContain(`#${item.id}`);
});
