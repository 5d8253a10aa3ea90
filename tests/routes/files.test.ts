import { beforeAll, describe, expect, test } from 'vitest';
import { formats } from '#app/exports/formats.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { askedItems, codeOf, handIn, invite, openWorkplace, ownFile, type Workplace } from '../support/workplace.ts';

/* Documents leave for whoever may see the result; a file of one's own opens again as it was. */

let app: TestApp;
let workplace: Workplace;
const [first, second] = askedItems().filter((item) => item.kind === 'prerequisite');

beforeAll(async () => {
  app = await startApp();
  workplace = await openWorkplace(app, 'Keuken, gelijkvloers');
  const { owner, id, base } = workplace;
  await owner.save(id, { item: first?.id ?? '', value: 'started', note: 'KANARIE-notitie', proof: 'KANARIE-bewijs' });
  await owner.save(id, { item: second?.id ?? '', value: 'not-applicable', reasonText: 'KANARIE-reden' });
  await owner.post(`${base}/plan/new`, {
    title: '=CMD()|maatregel',
    owner: 'HR',
    due: '2027-01-15',
    status: 'todo',
    instrument: '',
    note: 'KANARIE-plan',
    doneBy: '',
    doneAt: '',
    doneHow: '',
  });
  await handIn(workplace, owner);
});

const fileOf = (name: string, which = 'newest') => `/files/${workplace.id}/${which}/${name}`;

describe.each(formats)('a report as $id', ({ extension, mime, id }) => {
  test('leaves for owner, colleague and reader, under a name with its date', async () => {
    const people = [
      workplace.owner,
      (await invite(workplace, 'colleague')).visitor,
      (await invite(workplace, 'reader')).visitor,
    ];
    for (const visitor of people) {
      const response = await visitor.get(fileOf(`report.${extension}`));
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe(mime);
      expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="toolbox-doorstroom-\d{4}-/);
      expect(response.headers.get('Cache-Control')).toContain('no-store');
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
    expect((await app.visitor().get(fileOf(`report.${extension}`))).status).toBe(404);
  });

  test('frozen and of today are both there', async () => {
    for (const which of ['newest', 'today'])
      expect((await workplace.owner.get(fileOf(`report.${extension}`, which))).status, `${id} ${which}`).toBe(200);
  });
});

test('a reader sees answers and plan, and no note, proof, own reason or who', async () => {
  const { visitor } = await invite(workplace, 'reader');
  for (const which of ['newest', 'today']) {
    const text = await (await visitor.get(fileOf('report.json', which))).text();
    expect(text).toContain('=CMD()|maatregel');
    expect(text).not.toContain('KANARIE');
  }
  const page = await (await visitor.get(`${workplace.base}/result`)).text();
  expect(page).not.toContain('KANARIE');
  expect(await (await visitor.get(`${workplace.base}/plan`)).text()).not.toContain('KANARIE');
});

test('the owner can leave the notes out', async () => {
  const whole = await (await workplace.owner.get(fileOf('report.json'))).text();
  const bare = await (await workplace.owner.get(`${fileOf('report.json')}?notes=no`)).text();
  expect(whole).toContain('KANARIE-notitie');
  expect(bare).not.toContain('KANARIE');
});

test('the management page is one page', async () => {
  const pdf = Buffer.from(await (await workplace.owner.get(fileOf('management.pdf'))).arrayBuffer()).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test.each(['report.exe', 'other.pdf', 'management.docx', 'report', '..%2fsecret'])('there is no %s', async (name) => {
  expect((await workplace.owner.get(fileOf(name))).status).toBe(404);
});

test('there is no report of a hand-in that is not there', async () => {
  expect((await workplace.owner.get(fileOf('report.pdf', 'another'))).status).toBe(404);
});

describe('a file of one’s own', () => {
  const open = async (content: string | null) => {
    const visitor = app.visitor();
    const form = new FormData();
    if (content !== null) form.set('file', new File([content], 'assessment.json', { type: 'application/json' }));
    const response = await fetch(`${app.url}/nl/import`, { method: 'POST', body: form, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      visitor.cookies.set(name, value);
    }
    return { visitor, response };
  };

  test('opens again as a new assessment with the same answers, plan and hand-ins', async () => {
    const original = await ownFile(workplace);
    const { visitor, response } = await open(JSON.stringify(original));
    expect(response.status).toBe(302);
    const id = response.headers.get('Location')?.split('/').at(-1) ?? '';
    expect(id).not.toBe(workplace.id);
    expect(await ownFile({ ...workplace, id, owner: visitor })).toEqual(original);
    const frozen = (visitorOf: typeof visitor, of: string) =>
      visitorOf.get(`/files/${of}/newest/report.json`).then((one) => one.text());
    expect(await frozen(visitor, id)).toBe(await frozen(workplace.owner, workplace.id));
  });

  test('holds no code, link or address', async () => {
    const text = JSON.stringify(await ownFile(workplace));
    for (const secret of [await codeOf(workplace), (await invite(workplace, 'reader')).token])
      expect(text.includes(secret)).toBe(false);
    expect(Object.keys(JSON.parse(text)).sort()).toEqual([
      'actions',
      'answers',
      'checklistRef',
      'context',
      'createdAt',
      'format',
      'label',
      'rounds',
      'submissions',
      'version',
    ]);
  });

  test.each([
    ['nothing', null, 'Kies eerst een bestand'],
    ['what is no JSON', '%PDF-1.7 …', 'geen bestand van de toolbox'],
    ['other JSON', '{"format":"toolbox-doorstroom/report","version":1}', 'iets anders dan een zelfscan'],
    ['a newer version', '{"format":"toolbox-doorstroom/assessment","version":99}', 'nieuwere versie'],
    ['a damaged file', '{"format":"toolbox-doorstroom/assessment","version":1}', 'klopt iets niet'],
  ])('%s is refused with a sentence, and nothing is stored', async (_name, content, sentence) => {
    const { store } = app.services;
    const before = (await store.read.select().from(store.t.assessment)).length;
    const { response } = await open(content);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
    expect((await store.read.select().from(store.t.assessment)).length).toBe(before);
  });

  test('an answer to another question, or of another kind, makes it damaged', async () => {
    const original = await ownFile(workplace);
    for (const change of [{ item: 'no-such-item' }, { value: 'untouched' }, { round: 7 }]) {
      const answers = original.answers.map((answer, at) => (at === 0 ? { ...answer, ...change } : answer));
      expect((await open(JSON.stringify({ ...original, answers }))).response.status).toBe(422);
    }
  });
});
