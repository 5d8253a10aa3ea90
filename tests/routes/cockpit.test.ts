import { beforeAll, describe, expect, test } from 'vitest';
import { saveRemark } from '#app/data/remark.server.ts';
import type { EvidenceFigures, HandInFigures, RemarkFigures } from '#app/domain/figures/published.ts';
import { type OrganisationKind, organisationKinds, organisationRoles } from '#app/domain/organisation.ts';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { join, newOrganisation, type SignedInVisitor, signIn, storePlacement } from '../support/people.ts';
import { t } from '../support/words.ts';
import { openWorkplace } from '../support/workplace.ts';

/* The authors' pages, and what published figures say beside an item. */

let app: TestApp;
let editor: SignedInVisitor;
const item = 'goal-backed';
const pages = ['/nl/cockpit', '/nl/cockpit/care'];
const note = 'Wat is een doel hier?';

beforeAll(async () => {
  app = await startApp({ EDITORS: 'Redactie@example.org' });
  editor = await signIn(app, 'redactie@example.org');
});

const somebody = () => signIn(app, `${crypto.randomUUID()}@example.org`);
async function inOrganisation(kind: OrganisationKind, role: (typeof organisationRoles)[number]) {
  const owner = await somebody();
  const id = await newOrganisation(owner.visitor, kind);
  if (role === 'owner') return owner;
  const other = await somebody();
  await join(app, id, other, role);
  return other;
}
const publish = (scope: string, name: string, rows: unknown[], night = 1) =>
  app.services.store.write((tx) =>
    tx.insert(app.services.store.t.figureTable).values({ scope, name, night, madeAt: app.services.now(), rows }),
  );
const textOf = async (who: SignedInVisitor, path: string) => (await who.visitor.get(path)).text();

describe('who may see the questions under the lens', () => {
  test.each(organisationKinds.flatMap((kind) => organisationRoles.map((role) => ({ kind, role }))))(
    'a $role of a $kind as the table says',
    async ({ kind, role }) => {
      const { visitor } = await inOrganisation(kind, role);
      const expected = kind === 'federation' && role !== 'viewer' ? 200 : 404;
      for (const path of pages) expect((await visitor.get(path)).status, path).toBe(expected);
      const organisations = await (await visitor.get('/nl/organisations')).text();
      expect(organisations.includes('href="/nl/cockpit"')).toBe(expected === 200);
    },
  );

  test('an editor of the toolbox, whatever the case of the address', async () => {
    for (const path of pages) expect((await editor.visitor.get(path)).status).toBe(200);
  });

  test('who belongs nowhere finds nothing there, and a stranger is asked to sign in', async () => {
    const { visitor } = await somebody();
    for (const path of pages) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await ask(app, null, path)).headers.get('Location')).toMatch(/^\/nl\/sign-in\?next=/);
    }
  });

  test('a sector that does not exist is not there', async () => {
    expect((await editor.visitor.get('/nl/cockpit/mining')).status).toBe(404);
  });
});

test('without figures the page says so, and shows the questions in their order', async () => {
  const page = await textOf(editor, '/nl/cockpit/care');
  expect(page).toContain(t('cockpit.too-few'));
  expect(page).toContain(`id="${item}"`);
});

test('notes are read by editors, newest first, and by nobody else; they do not say whose they are', async () => {
  const { owner, base, id } = await openWorkplace(app);
  await owner.post(`${base}/items/${item}`, { intent: 'remark', kind: 'unclear', note });
  await saveRemark(app.services.store, {
    ...{ id: 'later', assessmentId: id, checklistRef: 'care@1', item, kind: 'double', note: 'Zie vraag 2.' },
    at: new Date(app.services.now().getTime() + 60_000),
  });
  const page = await textOf(editor, '/nl/cockpit/care');
  expect(page.indexOf('Zie vraag 2.')).toBeGreaterThan(0);
  expect(page.indexOf(note)).toBeGreaterThan(page.indexOf('Zie vraag 2.'));
  expect(page).not.toContain(id);
  expect(await textOf(editor, '/nl/cockpit/retail')).not.toContain(note);
  const federation = await textOf(await inOrganisation('federation', 'owner'), '/nl/cockpit/care');
  expect(federation).not.toContain(note);
  expect(federation).not.toContain('id="notes"');
});

test('an editor marks a note as dealt with and opens it again; nobody else can, and a new word waits anew', async () => {
  const { owner, base } = await openWorkplace(app);
  const write = (text: string) =>
    owner.post(`${base}/items/${item}`, { intent: 'remark', kind: 'too-hard', note: text });
  await write('Dit is te moeilijk.');
  const { store } = app.services;
  const kept = async () => (await store.read.select().from(store.t.remark)).find(({ kind }) => kind === 'too-hard');
  const id = (await kept())?.id ?? '';
  const mark = (who: SignedInVisitor, intent: string, sector = 'care', note = id) =>
    who.visitor.post(`/nl/cockpit/${sector}`, { intent, note });
  const federation = await inOrganisation('federation', 'owner');
  expect((await mark(federation, 'deal-with')).status).toBe(404);
  expect((await mark(editor, 'deal-with', 'retail')).status).toBe(404);
  expect((await mark(editor, 'deal-with', 'care', 'none')).status).toBe(404);
  expect((await mark(editor, 'erase')).status).toBe(404);
  expect((await kept())?.dealtWithAt).toBeNull();

  expect((await mark(editor, 'deal-with')).headers.get('Location')).toBe('/nl/cockpit/care#notes');
  expect((await kept())?.dealtWithAt).not.toBeNull();
  const page = await textOf(editor, '/nl/cockpit/care');
  expect(page.indexOf('Dit is te moeilijk.')).toBeGreaterThan(page.indexOf(t('cockpit.dealt-with', { count: 1 })));
  await mark(editor, 'reopen');
  expect((await kept())?.dealtWithAt).toBeNull();
  await mark(editor, 'deal-with');
  await write('Nu weet ik het beter.');
  expect(await kept()).toMatchObject({ note: 'Nu weet ik het beter.', dealtWithAt: null });
});

describe('once figures are published', () => {
  let remedy = { id: '', title: '' };

  beforeAll(async () => {
    const checklist = app.services.findCore('care@1', 'nl');
    const id = checklist?.items.find((one) => one.id === item)?.remedies[0]?.id ?? '';
    remedy = { id, title: checklist?.remedies.find((one) => one.id === id)?.title ?? '' };
    const total: HandInFigures = {
      ...{ workplaces: 40, levels: [], dimensions: {}, open: {}, notApplicable: {}, holdsBack: {}, instruments: {} },
      ...{ unknown: { [item]: 35 }, remedies: { [id]: { chosen: 20, finished: 10 } }, seconds: { [item]: 45 } },
    };
    const evidence: EvidenceFigures = {
      ...{ met: 25, placements: 40 },
      remedies: { [id]: { tried: 20, helped: 15, share: 75, low: 53, high: 89 } },
    };
    const remarks: { id: string; figures: RemarkFigures | null }[] = [
      { id: `${item}.unclear`, figures: { count: 15 } },
      { id: `${item}.double`, figures: null },
    ];
    await publish('sector:care', 'total', [{ id: 'all', figures: { ...total, unknown: { [item]: 95 } } }]);
    await publish('sector:care', 'total', [{ id: 'all', figures: total }], 2);
    await publish('remarks:care', 'item', remarks);
    await publish('evidence:care', 'threshold', [
      { id: 'all', figures: evidence },
      { id: item, figures: evidence },
      { id: 'floor-informed', figures: null },
    ]);
  });

  test('the authors see the last ones of each item, what needs their eye first', async () => {
    const page = await textOf(editor, '/nl/cockpit/care');
    const [, first = ''] = page.split('<li class="sheet');
    expect(first).toContain(`id="${item}"`);
    for (const words of [
      t('cockpit.signal-unknown'),
      t('cockpit.signal-remarks'),
      t('cockpit.share', { share: 35 }),
      t('cockpit.seconds', { count: 45 }),
      `${t('remark.unclear')}: 15`,
      t('cockpit.remedy', { title: remedy.title, chosen: 20, finished: 10 }),
    ])
      expect(first).toContain(words);
    expect(first).not.toContain(t('cockpit.share', { share: 95 }));
    expect(first).not.toContain(`${t('remark.double')}:`);
  });

  test('and narrow them to one dimension by a link; an unknown one shows all', async () => {
    const count = async (query: string) =>
      (await textOf(editor, `/nl/cockpit/care${query}`)).split('<li class="sheet').length - 1;
    const checklist = app.services.findCore('care@1', 'nl');
    const safety = checklist?.items.filter(({ dimension }) => dimension === 'safety').length;
    expect(await count('?dimension=safety')).toBe(safety);
    expect(await count('?dimension=none')).toBe(checklist?.items.length);
  });

  test('a line stands beside the item, at the remedy and at a threshold of a placement, and nowhere else', async () => {
    const { owner, base } = await openWorkplace(app);
    const met = t('evidence.met', { met: 25, placements: 40, sector: t('evidence.in-care') });
    const helped = { helped: 15, tried: 20, low: 53, high: 89 };
    for (const path of ['/sections/commitment', `/items/${item}`]) {
      const page = await (await owner.get(base + path)).text();
      expect(page.split(met).length - 1, path).toBe(1);
      expect(page).toContain(t('evidence.helped', { ...helped, remedy: remedy.title }));
    }
    const ofRemedy = await (await owner.get(`${base}/remedies/${remedy.id}`)).text();
    expect(ofRemedy).toContain(t('evidence.this-helped', { ...helped, sector: t('evidence.in-care') }));
    const coach = await somebody();
    const placement = await storePlacement(app, coach);
    const at = `/nl/placements/${placement.id}`;
    await coach.visitor.post(at, { intent: 'threshold', text: 'Niemand staat erachter', weight: 'small', item });
    const { read, t: tables } = app.services.store;
    const [threshold] = await read.select().from(tables.placementThreshold);
    expect(await (await coach.visitor.get(`${at}/thresholds/${threshold?.id}`)).text()).toContain(met);
  });

  test('a workplace of another sector is told nothing', async () => {
    const page = await textOf(editor, '/nl/cockpit/retail');
    expect(page).toContain(t('cockpit.too-few'));
    expect(page).not.toContain(t('evidence.met', { met: 25, placements: 40, sector: t('evidence.in-retail') }));
  });
});
