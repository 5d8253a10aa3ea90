import { beforeEach, describe, expect, test } from 'vitest';
import { formats } from '#app/exports/formats.ts';
import { zipEntries } from '../exports/office-text.ts';
import { pdfText } from '../exports/pdf-text.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { offerShare, type SignedInVisitor, shareWithCoach, signIn, signInCoach } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { askedItems, handIn, openWorkplace, type Workplace } from '../support/workplace.ts';

/* An employer shares an assessment with a job coach (product: job coach's journey). */

let app: TestApp;
let workplace: Workplace;
let coach: SignedInVisitor;

const [first, second] = askedItems().filter((one) => one.kind === 'prerequisite');
const item = first?.id ?? '';
const section = `/sections/${first?.dimension}`;

beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app, 'keuken');
  coach = await signInCoach(app, 'coach@example.org');
});

const statusOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).status;
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

/** Every page and file of the assessment that a coach may ask for. */
const pagesOf = ({ base, id }: Workplace) => [
  base,
  base + section,
  `${base}/items/${item}`,
  `${base}/compare`,
  `${base}/rounds`,
  `${base}/result`,
  `${base}/result?of=today`,
  `${base}/plan`,
  `${base}/propose`,
  `${base}/remedies/${first?.remedies[0]?.id}`,
  ...['today', 'newest'].flatMap((which) => [
    ...formats.map(({ extension }) => `/files/${id}/${which}/report.${extension}`),
    `/files/${id}/${which}/management.pdf`,
  ]),
];

describe('a link for a coach', () => {
  test('is bound by the button and not by opening it', async () => {
    const { token } = await offerShare(workplace);
    expect(await statusOf(coach.visitor, `/nl/share/${token}`)).toBe(200);
    expect(await textOf(workplace.owner, `${workplace.base}/share`)).not.toContain('coach@example.org');
    expect((await coach.visitor.post(`/nl/share/${token}`, {})).status).toBe(302);
    expect(await textOf(workplace.owner, `${workplace.base}/share`)).toContain('coach@example.org');
  });

  test('asks who is not signed in to do so first, and its secret does not wait in the database', async () => {
    const { token } = await offerShare(workplace);
    const asked = await app.visitor().get(`/nl/share/${token}`);
    expect(asked.status).toBe(302);
    const to = decodeURIComponent(asked.headers.get('Location') ?? '');
    expect(to).toContain('/nl/sign-in?next=/nl/share/~');
    expect(to).not.toContain(token);
    expect(await statusOf(coach.visitor, to.split('next=')[1] ?? '')).toBe(200);
  });

  test('is the first coach’s: binding twice changes nothing, a second coach finds nothing', async () => {
    const { token } = await offerShare(workplace);
    await coach.visitor.post(`/nl/share/${token}`, {});
    expect((await coach.visitor.post(`/nl/share/${token}`, {})).status).toBe(302);
    const other = await signInCoach(app, 'other@example.org');
    expect(await statusOf(other.visitor, `/nl/share/${token}`)).toBe(404);
    expect((await other.visitor.post(`/nl/share/${token}`, {})).status).toBe(404);
    expect(await textOf(workplace.owner, `${workplace.base}/share`)).not.toContain('other@example.org');
  });

  test('binds one of two coaches who press at the same moment', async () => {
    const { token } = await offerShare(workplace);
    const other = await signInCoach(app, 'other@example.org');
    const answers = await Promise.all([coach, other].map((one) => one.visitor.post(`/nl/share/${token}`, {})));
    expect(answers.map((one) => one.status).sort()).toEqual([302, 404]);
  });

  test('opens nothing before the employer confirms, and nothing when the employer refuses', async () => {
    const { token, share } = await offerShare(workplace);
    await coach.visitor.post(`/nl/share/${token}`, {});
    for (const path of pagesOf(workplace)) expect(await statusOf(coach.visitor, path), path).toBe(404);
    expect((await coach.visitor.save(workplace.id, { item, value: 'started' })).status).toBe(404);
    const waiting = await textOf(coach.visitor, '/nl/shared');
    expect(waiting).not.toContain('keuken');
    expect(waiting).not.toContain(workplace.id);
    await workplace.owner.post(`${workplace.base}/share`, { intent: 'stop', share });
    await workplace.owner.post(`${workplace.base}/share`, { intent: 'confirm', share });
    expect(await statusOf(coach.visitor, workplace.base)).toBe(404);
  });

  test('cannot be confirmed while nobody opened it, nor through another assessment', async () => {
    const { token, share } = await offerShare(workplace);
    await workplace.owner.post(`${workplace.base}/share`, { intent: 'confirm', share });
    await coach.visitor.post(`/nl/share/${token}`, {});
    const other = await openWorkplace(app);
    await other.owner.post(`${other.base}/share`, { intent: 'confirm', share });
    expect(await statusOf(coach.visitor, workplace.base)).toBe(404);
  });

  test('that nobody opened can be withdrawn', async () => {
    const { token, share } = await offerShare(workplace);
    await workplace.owner.post(`${workplace.base}/share`, { intent: 'stop', share });
    expect(await statusOf(coach.visitor, `/nl/share/${token}`)).toBe(404);
  });

  test('asks a coach without organisation for one, and keeps what was typed', async () => {
    const fresh = await signIn(app, 'fresh@example.org');
    const { token } = await offerShare(workplace);
    const failed = await fresh.visitor.post(`/nl/share/${token}`, { name: '', label: 'mijn functie' });
    expect(failed.status).toBe(422);
    expect(await failed.text()).toContain('mijn functie');
    await fresh.visitor.post(`/nl/share/${token}`, { name: 'Maatwerk Noord', label: '' });
    expect(await textOf(workplace.owner, `${workplace.base}/share`)).toContain('Maatwerk Noord');
  });
});

describe('a share that runs', () => {
  test.each([
    ['on its last day', 'date'],
    ['with one button', 'button'],
  ])('ends %s, and the coach keeps only what they typed', async (_, how) => {
    const share = await shareWithCoach(workplace, coach);
    await workplace.owner.post(`${workplace.base}/share`, { intent: 'change', share, scope: 'notes', months: '1' });
    await workplace.owner.save(workplace.id, { item, value: 'in-place', note: 'WERKGEVER-NOTITIE' });
    await coach.visitor.save(workplace.id, { item, value: 'started', note: 'COACH-NOTITIE' });
    expect(await statusOf(coach.visitor, workplace.base)).toBe(200);
    if (how === 'button') await workplace.owner.post(`${workplace.base}/share`, { intent: 'stop', share });
    else app.setNow(new Date(Date.now() + 33 * 24 * 60 * 60_000));
    for (const path of pagesOf(workplace)) expect(await statusOf(coach.visitor, path), path).toBe(404);
    const kept = await textOf(coach.visitor, `/nl/shared/${share}`);
    expect(kept).toContain('COACH-NOTITIE');
    expect(kept).not.toContain('WERKGEVER-NOTITIE');
    expect(await textOf(coach.visitor, '/nl/shared')).not.toContain('keuken');
    const other = await signInCoach(app, 'other@example.org');
    expect(await statusOf(other.visitor, `/nl/shared/${share}`)).toBe(404);
  });

  test('keeps its last day when something else is changed, and takes another when one is chosen', async () => {
    const { owner, base } = workplace;
    const share = await shareWithCoach(workplace, coach);
    const { store } = app.services;
    const lastDay = async () =>
      (await store.read.select().from(store.t.link)).find((one) => one.id === share)?.expiresAt?.getTime();
    await owner.post(`${base}/share`, { intent: 'change', share, scope: ['plan'], months: '12' });
    const year = await lastDay();
    const offered = /<select[^>]*id="months-[\w-]+"[\s\S]*?<\/select>/.exec(await textOf(owner, `${base}/share`))?.[0];
    const chosen = /<option value="([\w-]+)" selected/.exec(offered ?? '')?.[1] ?? '';
    await owner.post(`${base}/share`, { intent: 'change', share, scope: ['plan', 'notes'], months: chosen });
    expect(await lastDay()).toBe(year);
    await owner.post(`${base}/share`, { intent: 'change', share, scope: ['plan'], months: '1' });
    expect(await lastDay()).toBeLessThan(year ?? 0);
  });

  test('can be made smaller: with notes off no page and no file shows a text of the employer', async () => {
    const secret = 'GEHEIME-TEKST';
    const { owner, base, id } = workplace;
    await owner.save(id, { item, value: 'not-yet', note: `${secret} notitie`, proof: `${secret} bewijs` });
    const na = { value: 'not-applicable', reasonText: `${secret} reden` };
    await owner.save(id, { item: second?.id ?? '', ...na });
    const plan = { title: 'Onthaalkaart', due: '', status: 'done', instrument: '', doneAt: '2026-01-05' };
    const texts = { owner: 'HR', note: `${secret} plan`, doneBy: `${secret} wie`, doneHow: `${secret} hoe` };
    await owner.post(`${base}/plan/new`, { ...plan, ...texts, items: [item] });
    await handIn(workplace, owner);
    await owner.save(id, { item, value: 'started', note: `${secret} later`, proof: `${secret} later` });
    const share = await shareWithCoach(workplace, coach, ['plan', 'notes']);
    await coach.visitor.save(id, { item, value: 'started', note: 'eigen opmerking' });
    expect(await textOf(coach.visitor, `${base}/items/${item}`)).toContain(secret);
    await owner.post(`${base}/share`, { intent: 'change', share, scope: ['plan'], months: '3' });
    for (const path of pagesOf(workplace)) {
      const answer = await coach.visitor.get(path);
      expect(answer.status, path).toBe(200);
      expect(await plainText(answer), path).not.toContain(secret);
      const asData = await coach.visitor.get(path.replace(/(?=\?)|$/, '.data'));
      if (!path.startsWith('/files')) expect(await asData.text(), path).not.toContain(secret);
    }
    expect(await textOf(coach.visitor, `${base}/items/${item}`)).toContain('eigen opmerking');
  });

  test('without the plan shows no action, on no page and in no file', async () => {
    const { owner, base, id } = workplace;
    const empty = { owner: '', due: '2027-05-05', instrument: '', note: '', doneBy: '', doneAt: '', doneHow: '' };
    await owner.post(`${base}/plan/new`, { ...empty, title: 'GEHEIME-ACTIE', status: 'todo', items: [item] });
    await owner.save(id, { item, value: 'not-yet' });
    await handIn(workplace, owner);
    await shareWithCoach(workplace, coach, ['notes']);
    for (const path of [`${base}/plan`, `${base}/propose`]) expect(await statusOf(coach.visitor, path)).toBe(404);
    for (const path of pagesOf(workplace).filter((one) => !/\/(plan|propose)$/.test(one)))
      expect(await plainText(await coach.visitor.get(path)), path).not.toContain('GEHEIME-ACTIE');
  });
});

describe('what a coach answers', () => {
  test('is a second voice: it changes no verdict, and the employer’s answer is not shown before it', async () => {
    const { owner, base, id } = workplace;
    await owner.save(id, { item, value: 'in-place', note: 'zo zien wij het' });
    await shareWithCoach(workplace, coach);
    const before = await verdict(workplace);
    expect(await chosen(coach.visitor, base)).toBeNull();
    for (const path of [base + section, `${base}/items/${item}`, `${base}/compare`])
      expect(await textOf(coach.visitor, path), path).not.toContain('zo zien wij het');
    await coach.visitor.save(id, { item, value: 'not-yet' });
    for (const one of askedItems()) await coach.visitor.save(id, { item: one.id, value: worst(one.kind) });
    expect(await verdict(workplace)).toEqual(before);
    expect(await chosen(coach.visitor, base)).toBe('not-yet');
    expect(await chosen(owner, base)).toBe('in-place');
    expect(await textOf(coach.visitor, base + section)).toContain('zo zien wij het');
  });

  test('arrives without script as well', async () => {
    await shareWithCoach(workplace, coach);
    const form = { [`${item}.value`]: 'largely', [`${item}.id`]: 'coach-1', [`${item}.base`]: '' };
    expect((await coach.visitor.post(workplace.base + section, form)).status).toBe(302);
    expect(await chosen(coach.visitor, workplace.base)).toBe('largely');
    expect(await chosen(workplace.owner, workplace.base)).toBeNull();
  });

  test('of two coaches stays beside each other, also when they say the same', async () => {
    const other = await signInCoach(app, 'other@example.org');
    for (const one of [coach, other]) await shareWithCoach(workplace, one);
    for (const one of [coach, other]) await one.visitor.save(workplace.id, { item, value: 'largely' });
    for (const one of [coach, other]) expect(await chosen(one.visitor, workplace.base)).toBe('largely');
  });

  test('is laid beside the employer’s, and the owner decides for one answer while the voices stay', async () => {
    const { owner, base, id } = workplace;
    await owner.save(id, { item, value: 'in-place' });
    await shareWithCoach(workplace, coach);
    await coach.visitor.save(id, { item, value: 'not-yet', note: 'niemand kent ze' });
    const page = await textOf(owner, `${base}/compare`);
    expect(page).toContain('niemand kent ze');
    expect((await coach.visitor.post(`${base}/compare`, { item, value: 'largely' })).status).toBe(404);
    await owner.post(`${base}/compare`, { item, value: 'largely' });
    const report = (await (await owner.get(`/files/${id}/today/report.json`)).json()) as Reported;
    const line = report.sections.flatMap((one) => one.items).find((one) => one.title === first?.title);
    expect(line?.answer).toBe('Grotendeels');
    expect(line?.others.length).toBe(2);
  });
});

describe('what a coach proposes', () => {
  const remedy = first?.remedies[0]?.id ?? '';
  const due = async () => (await textOf(workplace.owner, `/files/${workplace.id}/today/report.ics`)) ?? '';

  test('counts nowhere before the owner accepts it, and is an action afterwards', async () => {
    const { owner, base, id } = workplace;
    await owner.save(id, { item, value: 'not-yet' });
    await shareWithCoach(workplace, coach);
    await coach.visitor.post(`${base}/propose`, { remedy: '', title: 'VOORSTEL-COACH', note: 'omdat' });
    expect(await textOf(owner, `${base}/plan`)).toContain('VOORSTEL-COACH');
    expect(await textOf(owner, `/files/${id}/today/report.json`)).not.toContain('VOORSTEL-COACH');
    expect(await due()).not.toContain('VOORSTEL-COACH');
    const proposal = await proposalOn(owner, base);
    expect(await statusOf(owner, `${base}/plan/${proposal}`)).toBe(404);
    expect((await coach.visitor.post(`${base}/plan`, { proposal, intent: 'accept' })).status).toBe(404);
    expect((await owner.post(`${base}/plan`, { proposal, intent: 'accept' })).status).toBe(302);
    expect(await statusOf(owner, `${base}/plan/${proposal}`)).toBe(200);
    expect(await textOf(owner, `/files/${id}/today/report.json`)).toContain('VOORSTEL-COACH');
    expect((await owner.post(`${base}/plan`, { proposal, intent: 'accept' })).status).toBe(404);
  });

  test('is gone when the owner declines, and does not keep the owner from taking the remedy on', async () => {
    const { owner, base, id } = workplace;
    await owner.save(id, { item, value: 'not-yet' });
    await shareWithCoach(workplace, coach);
    await coach.visitor.post(`${base}/propose`, { remedy, title: '', note: '' });
    await owner.post(`${base}/plan`, { remedy });
    expect(await textOf(owner, `/files/${id}/today/report.json`)).toContain('"statusId": "todo"');
    await owner.post(`${base}/plan`, { proposal: await proposalOn(owner, base), intent: 'decline' });
    expect(await textOf(owner, `${base}/plan`)).not.toContain('name="proposal"');
  });
});

type Reported = { sections: { items: { title: string; answer: string; others: string[] }[] }[] };

const worst = (kind: string) => (kind === 'prerequisite' ? 'not-yet' : 'untouched');

/** Level and scores as the owner's report says them. */
async function verdict({ owner, id }: Workplace) {
  const report = (await (await owner.get(`/files/${id}/today/report.json`)).json()) as Record<string, unknown>;
  const { headline, levels, way, thresholds, profile, contradictions } = report;
  return { headline, levels, way, thresholds, profile, contradictions };
}

/** The answer that this visitor's own section has ticked. */
async function chosen(visitor: Visitor, base: string): Promise<string | null> {
  const page = await textOf(visitor, base + section);
  const ticked = [...page.matchAll(/<input type="radio"[^>]*>/g)].map(([input]) => input);
  const own = ticked.find((one) => one.includes(`name="${item}.value"`) && one.includes('checked'));
  return own ? (/value="([^"]+)"/.exec(own)?.[1] ?? null) : null;
}

const proposalOn = async (owner: Visitor, base: string): Promise<string> =>
  /name="proposal" value="([\w-]+)"/.exec(await textOf(owner, `${base}/plan`))?.[1] ?? '';

/** What a document says, whatever its format. */
async function plainText(answer: Response): Promise<string> {
  const body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('Content-Type') ?? '';
  if (type.includes('pdf')) return pdfText(body);
  if (type.includes('officedocument')) return [...zipEntries(body).values()].join('\n');
  return body.toString('utf8');
}
