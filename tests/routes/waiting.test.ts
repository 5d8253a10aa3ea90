import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#app/domain/checklist.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  noteAtPlacement,
  offerShare,
  type SignedInVisitor,
  shareWithCoach,
  signInCoach,
  startForEmployer,
  storePlacement,
} from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { openWorkplace } from '../support/workplace.ts';

/* A page that waits for the other side says for what, and is read anew by a link; what comes next is one click away. */

let app: TestApp;
let coach: SignedInVisitor;
beforeAll(async () => {
  app = await startApp();
  coach = await signInCoach(app, 'coach@example.org');
});

const read = async (who: Visitor, path: string) => (await who.get(path)).text();
const checks = ['real-vacancy', 'on-payroll', 'who-pays', 'insurance-and-safety'];
const escaped = (text: string) => text.replaceAll('&', '&amp;');

/** The page says these words and, beside them, links to this address. */
async function expectWaiting(who: Visitor, path: string, words: string, href = path) {
  const language = path.slice(1, 3) as 'nl' | 'en';
  const t = app.services.translate[language];
  const page = await read(who, path);
  expect(page, path).toContain(t(words));
  expect(page, path).toContain(`<a href="${escaped(href)}">${t('site.look-again')}</a>`);
}

describe.each(languages)('in %s', (lang) => {
  test('an employer waits for the coach to open the link, and then for the first answers', async () => {
    const workplace = await openWorkplace(app);
    const page = `/${lang}/assessments/${workplace.id}/share`;
    await offerShare(workplace);
    await expectWaiting(workplace.owner, page, 'sharing.waiting-opened');
    const other = await openWorkplace(app);
    await shareWithCoach(other, coach);
    await expectWaiting(other.owner, `/${lang}/assessments/${other.id}/share`, 'sharing.waiting-answers');
  });

  test('a coach waits for the employer to confirm, and to take over', async () => {
    const page = `/${lang}/shared`;
    const waits = await signInCoach(app, `waits-${lang}@example.org`);
    const workplace = await openWorkplace(app);
    const { token } = await offerShare(workplace);
    await waits.visitor.post(`/nl/share/${token}`, {});
    await expectWaiting(waits.visitor, page, 'shared.waiting-for');
    const starter = await signInCoach(app, `starts-${lang}@example.org`);
    await startForEmployer(starter);
    await expectWaiting(starter.visitor, page, 'shared.started-waiting');
  });

  test('a placement waits for the workplace, also after the step was tried, and what was ticked stays', async () => {
    const workplace = await openWorkplace(app);
    await shareWithCoach(workplace, coach);
    const placement = await storePlacement(app, coach, { assessmentId: workplace.id, phase: 'matching' });
    const base = `/${lang}/placements/${placement.id}`;
    await expectWaiting(coach.visitor, base, 'placement.waiting-host');
    const tried = await coach.visitor.post(`${base}/move`, { to: 'stage', check: checks, stageStart: '2026-12-07' });
    const again = /<a href="([^"]*)">/.exec(
      (await tried.text()).split(app.services.translate[lang]('placement.waiting-host'))[1] ?? '',
    );
    const page = await read(coach.visitor, (again?.[1] ?? '').replaceAll('&amp;', '&'));
    for (const check of checks) expect(page).toMatch(new RegExp(`<input[^>]*id="check-${check}"[^>]*checked`));
    expect(page).toMatch(/<input[^>]*id="stageStart"[^>]*value="2026-12-07"/);
  });

  test('from a shared self-scan a placement begins there, with that workplace chosen', async () => {
    const [first, second] = [await openWorkplace(app, 'Keuken'), await openWorkplace(app, 'Linnen')];
    for (const one of [first, second]) await shareWithCoach(one, coach);
    const page = await read(coach.visitor, `/${lang}/shared`);
    const link = `/${lang}/placements/new?host=${second.id}`;
    expect(page).toContain(`href="${link}"`);
    expect(page).toContain(app.services.translate[lang]('shared.begin'));
    const form = await read(coach.visitor, link);
    expect(
      form.match(/<input type="radio"[^>]*checked=""[^>]*>/g)?.filter((one) => one.includes('name="host"')),
    ).toEqual([expect.stringContaining(`value="${second.id}"`)]);
    const stranger = await openWorkplace(app);
    const other = await read(coach.visitor, `/${lang}/placements/new?host=${stranger.id}`);
    expect(other).not.toContain(stranger.id);
  });

  test('the task form is folded once there are tasks, and a threshold has its title once', async () => {
    const t = app.services.translate[lang];
    const placement = await storePlacement(app, coach);
    const base = `/${lang}/placements/${placement.id}`;
    const fold = async () => /<details[^>]*id="add"[^>]*>/.exec(await read(coach.visitor, `${base}/tasks`))?.[0];
    expect(await fold()).toContain('open');
    const { threshold } = await noteAtPlacement(app, coach, placement.id);
    expect(await fold()).not.toContain('open');
    const refused = await coach.visitor.post(`${base}/tasks`, { title: '' });
    expect(/<details[^>]*id="add"[^>]*>/.exec(await refused.text())?.[0]).toContain('open');
    const page = await read(coach.visitor, `${base}/thresholds/${threshold}`);
    expect(page.split(`>${t('threshold.change')}</h2>`)).toHaveLength(2);
  });

  test('starting and finishing a visit each say what happened', async () => {
    const t = app.services.translate[lang];
    const placement = await storePlacement(app, coach);
    const base = `/${lang}/placements/${placement.id}/visit`;
    await coach.visitor.post(base, { intent: 'start' });
    expect(await read(coach.visitor, base)).toContain(t('visit.since', { time: '' }).split(':')[0]);
    await coach.visitor.post(`${base}/report`, { remark: 'Goed gesprek' });
    const page = await read(coach.visitor, `${base}/report`);
    expect(page).toMatch(new RegExp(t('visit-report.finished', { day: '.{8,20}', time: String.raw`\d\d[.:]\d\d` })));
    expect(page).toContain(t('visit-report.went-nobody'));
  });

  test('why it closed is folded, and is not asked or kept where the contract goes on', async () => {
    const t = app.services.translate[lang];
    const { outcomes } = app.services.findGuidance(lang);
    const placement = await storePlacement(app, coach, { phase: 'follow-up', firstContractDay: '2025-01-06' });
    const address = `/${lang}/placements/${placement.id}/move?to=closed`;
    const fold = (page: string) => /<details([^>]*)><summary[^>]*>([^<]*)/.exec(page.split('id="outcome"')[1] ?? '');
    expect(fold(await read(coach.visitor, address))?.slice(1)).toEqual([
      ' class="disclosure field"',
      t('move.reason-fold'),
    ]);
    const close = (outcome: string | undefined, over = {}) =>
      coach.visitor.post(address, { to: 'closed', closedOn: placement.since, outcome: outcome ?? '', ...over });
    const stops = outcomes.find(({ lasting, after }) => !lasting && (after as string[]).includes('follow-up'));
    const refused = await close(stops?.id);
    expect(refused.status).toBe(422);
    expect(fold(await refused.text())?.[1]).toContain('open');
    const lasts = outcomes.find(({ lasting, after }) => lasting && (after as string[]).includes('follow-up'));
    const wrongDay = await (await close(lasts?.id, { closedOn: '' })).text();
    expect(wrongDay).not.toContain('name="outcomeReason"');
    const tooEarly = await close(lasts?.id, { closedOn: '2026-01-05' });
    expect(tooEarly.status).toBe(422);
    expect((await close(lasts?.id, { outcomeReason: 'hours' })).status).toBe(302);
    const { read: db, t: tables } = app.services.store;
    const stored = (await db.select().from(tables.placement)).find(({ id }) => id === placement.id);
    expect(stored).toMatchObject({ outcome: lasts?.id, outcomeReason: null });
  });
});
