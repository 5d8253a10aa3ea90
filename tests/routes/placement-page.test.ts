import { beforeAll, describe, expect, test } from 'vitest';
import type { StoredPlacement } from '#app/data/placement.server.ts';
import { addDays, addMonths, brusselsDay } from '#app/domain/calendar.ts';
import { languages } from '#app/domain/checklist.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { noteAtPlacement, type SignedInVisitor, signIn, storePlacement } from '../support/people.ts';

/* The page of a placement as its coach opens it on the floor: today first, the rest folded, nothing late hidden. */

let app: TestApp;
let coach: SignedInVisitor;
const today = brusselsDay(new Date());
beforeAll(async () => {
  app = await startApp();
  coach = await signIn(app, 'coach@example.org');
});

const read = async ({ id }: StoredPlacement, lang = 'nl') =>
  (await coach.visitor.get(`/${lang}/placements/${id}`)).text();
const post = ({ id }: StoredPlacement, fields: Record<string, string>) =>
  coach.visitor.post(`/nl/placements/${id}`, fields);
const planned = async ({ id: placementId }: StoredPlacement, on: string) => {
  const { store, newId } = app.services;
  await store.write((tx) => tx.insert(store.t.visit).values({ id: newId(), placementId, on, purpose: 'Tussentijds' }));
};

/** What is read without opening anything: summaries stay, what a closed fold holds goes. */
function unfolded(page: string): string {
  const inner = /<details(?![^>]*\sopen)[^>]*>((?:(?!<details).)*?)<\/details>/s;
  const opened = /<details[^>]*\sopen[^>]*>((?:(?!<details).)*?)<\/details>/s;
  for (let text = /<main.*<\/main>/s.exec(page)?.[0] ?? ''; ; ) {
    const next = text
      .replace(inner, (_, body) => /<summary.*?<\/summary>/s.exec(body)?.[0] ?? '')
      .replace(opened, '$1');
    if (next === text) return text;
    text = next;
  }
}

describe.each(languages)('in %s', (lang) => {
  test('the next step stands before all else, and what is long is folded with its count', async () => {
    const t = app.services.translate[lang];
    const placement = await storePlacement(app, coach, { phase: 'stage', stageStart: today });
    await noteAtPlacement(app, coach, placement.id);
    await post(placement, { intent: 'note', note: 'Koffie om tien uur' });
    await planned(placement, addDays(today, 5));
    const page = await read(placement, lang);
    const places = ['id="next"', 'class="phase-line"', 'id="thresholds"', 'id="around"', 'id="visits"', 'id="own"'];
    const order = places.map((place) => page.indexOf(place));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    const seen = unfolded(page);
    expect(seen).not.toContain('Koffie om tien uur');
    expect(seen.split('id="note-threshold"')).toHaveLength(2);
    expect(seen).toContain(t('visits.planned', { count: 1 }));
    expect(seen).toContain(t('notes.kept', { count: 1, time: t('duration.none') }));
    expect(seen).toMatch(
      new RegExp(t('placement.history-count', { count: 'N' }).replace(/[()]/g, '\\$&').replace('N', '\\d+')),
    );
    expect(seen).toContain('De afwas staat naast de ketels');
  });

  test('nothing that is late is hidden: a visit, a follow-up, a phase', async () => {
    const t = app.services.translate[lang];
    const late = await storePlacement(app, coach, { phase: 'follow-up', firstContractDay: addMonths(today, -4) });
    await planned(late, addDays(today, -2));
    const page = unfolded(await read(late, lang));
    for (const [urgency, to] of [
      ['visit-overdue', 'visit'],
      ['follow-up-overdue', 'follow-ups'],
    ])
      expect(page).toMatch(new RegExp(`<a href="[^"]*/${to}">${t(`placements.${urgency}`, { day: '[^<]*' })}</a>`));
    expect(page).toContain('Tussentijds');
    expect(page).toContain('id="month-1"');
    expect(page).toContain('id="month-3"');
    expect(page).not.toContain('id="month-12"');
    const stage = await storePlacement(app, coach, {
      phase: 'stage',
      since: addMonths(today, -14),
      stageStart: addMonths(today, -14),
    });
    expect(unfolded(await read(stage, lang))).toContain(t('placements.limit-passed', { day: '' }).slice(0, 15));
  });
});

test('a threshold that was lowered is folded, one with two versions is not', async () => {
  const placement = await storePlacement(app, coach);
  const { threshold } = await noteAtPlacement(app, coach, placement.id);
  const page = `/nl/placements/${placement.id}/thresholds/${threshold}`;
  await coach.visitor.post(page, { intent: 'lower' });
  expect(unfolded(await read(placement))).not.toContain('De afwas staat naast de ketels');
  expect(unfolded(await read(placement))).toContain('Toon 1 verlaagde drempel');
  for (const text of ['Eerste toestel', 'Tweede toestel'])
    await coach.visitor.post(page, { intent: 'change', version: '2', text, weight: 'small' });
  expect(unfolded(await read(placement))).toContain('Kies welke versie blijft');
});

test('a form that was refused comes back open', async () => {
  const placement = await storePlacement(app, coach);
  const folds = { visit: 'visits', note: 'own', guidance: 'own' };
  for (const [intent, id] of Object.entries(folds)) {
    const refused = await post(placement, { intent });
    expect(refused.status, intent).toBe(422);
    expect(await refused.text(), intent).toMatch(new RegExp(`<details[^>]*id="${id}"[^>]* open`));
  }
});
