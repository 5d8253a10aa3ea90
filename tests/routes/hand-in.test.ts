import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { askedItems, handIn, invite, openWorkplace, type Workplace } from '../support/workplace.ts';

/* A hand-in freezes the round; two people on one item are both seen. */

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const [first] = askedItems().filter((item) => item.kind === 'prerequisite');
const item = first?.id ?? '';

const best = { prerequisite: 'in-place', threshold: 'tackled' } as const;
async function answerEverything({ owner, id }: Workplace) {
  for (const one of askedItems()) await owner.save(id, { item: one.id, value: best[one.kind] });
}
const reportText = ({ id, owner }: Workplace, which: string) =>
  owner.get(`/files/${id}/${which}/report.json`).then((one) => one.text());
const submissionsOf = async ({ id }: Workplace) => {
  const { store } = app.services;
  return (await store.read.select().from(store.t.submission)).filter((one) => one.assessmentId === id);
};

describe('handing in', () => {
  test('with the id of another assessment’s hand-in is refused and changes nothing on either side', async () => {
    const [one, other] = [await openWorkplace(app), await openWorkplace(app)];
    for (const { owner, id } of [one, other]) await owner.save(id, { item, value: 'started' });
    const id = crypto.randomUUID();
    await handIn(one, one.owner, { id });
    const before = await submissionsOf(one);
    const refused = await handIn(other, other.owner, { id });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Er is niets veranderd');
    expect(await submissionsOf(one)).toEqual(before);
    expect(await submissionsOf(other)).toEqual([]);
    expect((await handIn(other, other.owner)).status).toBe(302);
  });

  test('freezes the report: later answers and another context leave it as it was', async () => {
    const workplace = await openWorkplace(app, 'voor');
    const { owner, id, base } = workplace;
    await answerEverything(workplace);
    await handIn(workplace, owner);
    const frozen = await reportText(workplace, 'newest');
    await owner.save(id, { item, value: 'not-yet', note: 'later' });
    await owner.post(`${base}/context`, {
      subSector: 'hospital-private',
      size: '250-plus',
      place: 'outside-flanders',
      targetJob: 'unknown',
      shifts: ['night'],
      label: 'na',
    });
    expect(await reportText(workplace, 'newest')).toBe(frozen);
    expect(await reportText(workplace, 'today')).not.toBe(frozen);
    const page = await (await owner.get(`${base}/result`)).text();
    expect(page).toContain('Jullie kunnen dit herhalen');
    expect(page).toContain('Vandaag:');
  });

  test('an answer that changed afterwards leads to how it stands today, also on the same level', async () => {
    const workplace = await openWorkplace(app);
    const { owner, id, base } = workplace;
    await owner.save(id, { item, value: 'not-yet' });
    await handIn(workplace, owner);
    expect(await (await owner.get(`${base}/result`)).text()).not.toContain('Vandaag:');
    await owner.save(id, { item, value: 'started' });
    const page = await (await owner.get(`${base}/result`)).text();
    expect(page).toContain('Vandaag:');
    expect(page).toContain(`${base}/result?of=today`);
  });

  test('twice with the same id is once', async () => {
    const workplace = await openWorkplace(app);
    await workplace.owner.save(workplace.id, { item, value: 'started' });
    const fields = { id: crypto.randomUUID() };
    await Promise.all([handIn(workplace, workplace.owner, fields), handIn(workplace, workplace.owner, fields)]);
    expect(await submissionsOf(workplace)).toHaveLength(1);
  });

  test('without any answer is refused, and typed nothing is lost', async () => {
    const workplace = await openWorkplace(app);
    expect((await handIn(workplace, workplace.owner)).status).toBe(422);
    expect(await submissionsOf(workplace)).toEqual([]);
  });

  test('counts in the figures only when ticked, and that can be taken back', async () => {
    const workplace = await openWorkplace(app);
    const { owner, id, base } = workplace;
    await owner.save(id, { item, value: 'started' });
    expect(await (await owner.get(`${base}/hand-in`)).text()).not.toMatch(/name="counted"[^>]*checked/);
    await handIn(workplace, owner);
    await owner.save(id, { item, value: 'largely' });
    await handIn(workplace, owner, { counted: 'yes', kind: 'after-stage' });
    const [one, two] = (await submissionsOf(workplace)).sort((a, b) => a.round - b.round);
    expect([one?.counted, two?.counted]).toEqual([false, true]);
    await owner.post(`${base}/access`, { intent: 'do-not-count', submission: two?.id ?? '' });
    expect((await submissionsOf(workplace)).map((three) => three.counted)).toEqual([false, false]);
  });

  test('the next round asks only what expired', async () => {
    const workplace = await openWorkplace(app);
    await answerEverything(workplace);
    await handIn(workplace, workplace.owner);
    expect(await (await workplace.owner.get(workplace.base)).text()).toContain('Er is niets gewijzigd of verlopen');
    app.setNow(new Date(Date.now() + 300 * 24 * 60 * 60_000));
    const page = await (await workplace.owner.get(workplace.base)).text();
    app.setNow(null);
    const expired = askedItems().filter((one) => one.validMonths < 9);
    expect(page.match(/Dit antwoord is verlopen/g) ?? []).toHaveLength(expired.length);
    for (const one of expired) expect(page.includes(`#${one.id}`)).toBe(true);
  });
});

describe('two people on one item', () => {
  const countedOf = async (workplace: Workplace) =>
    JSON.parse(await reportText(workplace, 'today'))
      .sections.flatMap((one: { items: { title: string; answer: string }[] }) => one.items)
      .find((one: { title: string }) => one.title === first?.title)?.answer as string;

  test('both answers stay, the lower counts, and only the owner settles', async () => {
    const workplace = await openWorkplace(app);
    const { owner, id, base } = workplace;
    const { visitor } = await invite(workplace, 'colleague', 'hr', 'collega');
    await owner.save(id, { item, value: 'in-place' });
    const saved = await (await visitor.save(id, { item, value: 'started' })).json();
    expect(saved).toMatchObject({ conflict: true });
    expect(await countedOf(workplace)).toContain('Een begin');
    const page = await (await owner.get(`${base}/items/${item}`)).text();
    expect(page).toContain('Hier staan verschillende antwoorden');
    expect((await visitor.post(`${base}/items/${item}`, { intent: 'settle', answer: saved.open[0] })).status).toBe(404);
    expect((await owner.post(`${base}/items/${item}`, { intent: 'settle', answer: saved.open[0] })).status).toBe(302);
    expect(await countedOf(workplace)).toBe('In orde');
  });

  test('who saw the other answer replaces it', async () => {
    const workplace = await openWorkplace(app);
    const { visitor } = await invite(workplace, 'colleague', 'hr');
    const { open } = await (await workplace.owner.save(workplace.id, { item, value: 'in-place' })).json();
    const answer = await (await visitor.save(workplace.id, { item, value: 'started', base: open })).json();
    expect(answer).toMatchObject({ conflict: false });
  });

  test('HR and team lead differ: the lower counts', async () => {
    const workplace = await openWorkplace(app);
    const { visitor } = await invite(workplace, 'colleague', 'team-lead');
    await workplace.owner.save(workplace.id, { item, value: 'in-place' });
    await visitor.save(workplace.id, { item, value: 'not-yet' });
    expect(await countedOf(workplace)).toContain('Nog niet');
  });
});
