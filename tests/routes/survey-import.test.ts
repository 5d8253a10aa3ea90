import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyItem } from '#app/content/foreign/foreign-draft.ts';
import { changeDraft, findEdition } from '#app/data/edition.server.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { buildEdition, buildOwnItem, publishElsewhere, publishIn, said } from '../support/edition.ts';
import { join, newOrganisation, signIn } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { t } from '../support/words.ts';

/* A survey from elsewhere: what did not fit is told, an author chooses, and what was chosen stands in the draft. */

const fileOf = (name: string) => readFileSync(new URL(`../content/foreign/${name}`, import.meta.url), 'utf8');
const [laundry, roster] = [fileOf('laundry.xml'), fileOf('roster.yaml')];

let app: TestApp;
let owner: Visitor;
let federation: string;
let edition: string;

beforeAll(async () => {
  app = await startApp();
  owner = (await signIn(app, 'owner@federation.example')).visitor;
  federation = await newOrganisation(owner, 'federation', 'Onze federatie');
});
beforeEach(async () => {
  edition = (await publishIn(app.services, federation)).id;
});

const importPage = (id = edition) => `/nl/organisations/${federation}/editions/${id}/import`;
const draftOf = async (id = edition) => (await findEdition(app.services.store, federation, id))?.draft;

/** A form as a browser sends it, with everything that stands in it. */
function formOf(fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
const send = (visitor: Visitor, body: FormData, path = importPage()) =>
  fetch(app.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '), Origin: app.url },
  });
const upload = (name: string, text: string, path?: string) =>
  send(
    owner,
    formOf([
      ['seen', 'x'],
      ['file', new File([text], name)],
    ]),
    path,
  );

/** The form of a page with a choice: what waits in it, and its boxes. */
async function choiceOn(answer: Response) {
  const page = await answer.text();
  const plain = (text = '') =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const hidden = (name: string) => plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]);
  const boxes = [...page.matchAll(/<input type="checkbox" name="(items|remedies)"( checked="")? value="([^"]+)"\/?>/g)];
  const ids = (name: string, ticked?: boolean) =>
    boxes.filter((one) => one[1] === name && (!ticked || one[2])).map((one) => one[3] ?? '');
  const survey = hidden('survey');
  return {
    page: plain(page),
    survey,
    seen: hidden('seen'),
    items: ids('items'),
    remedies: ids('remedies'),
    ticked: ids('items', true),
  };
}
type Choice = { survey: string; seen: string; items: string[]; remedies: string[] };
const choose = ({ survey, seen, items, remedies }: Choice) =>
  send(
    owner,
    formOf([
      ['survey', survey],
      ['seen', seen],
      ...items.map((one): [string, string] => ['items', one]),
      ...remedies.map((one): [string, string] => ['remedies', one]),
    ]),
  );

describe('a survey from elsewhere', () => {
  test.each([
    ['laundry.xml', laundry, 'threshold', ['Nachtwerk', 'Zakken']],
    ['roster.yaml', roster, 'prerequisite', ['Planning']],
  ])(
    '%s: one item of it is chosen, and stands in the draft behind what was there',
    async (name, text, kind, headings) => {
      const before = await draftOf();
      const answer = await upload(name, text);
      expect(answer.status).toBe(200);
      const choice = await choiceOn(answer);
      expect(choice.page).toContain(name);
      expect(choice.page).toContain(t('foreign-note.dimension'));
      for (const heading of headings) expect(choice.page).toContain(`<legend>${heading}</legend>`);
      expect(choice.page).toMatch(/Regel \d+\./);
      expect(choice.ticked).toEqual([]);
      expect(await draftOf()).toEqual(before);

      const [first = ''] = choice.items;
      const done = await choose({ ...choice, items: [first] });
      expect([done.status, done.headers.get('Location')]).toEqual([
        302,
        `/nl/organisations/${federation}/editions/${edition}?saved=1#checks`,
      ]);
      const draft = await draftOf();
      expect(draft?.items.slice(0, -1)).toEqual(before?.items);
      expect(draft?.items.at(-1)).toMatchObject({ id: first, kind, neededBy: 5 });
      expect(draft?.remedies.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['own-join-day', ...(draft?.items.at(-1)?.remedies ?? [])]),
      );
      const page = await (await owner.get(importPage().replace('/import', ''))).text();
      expect(page).toContain(`/items/${first}`);
      expect(page).toContain(t('edition-check.missing'));
      const log = await (await owner.get(`/nl/organisations/${federation}/log`)).text();
      expect(log).toContain('Las een bestand in');
    },
  );

  test('with everything of the draft: what it still misses is told, and it cannot be published', async () => {
    const choice = await choiceOn(await upload('laundry.xml', laundry));
    await choose({ ...choice, items: choice.items.slice(0, 2) });
    const publish = importPage().replace('/import', '/publish');
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(await (await owner.get(publish)).text()) ?? [];
    expect((await owner.post(publish, { seen: seen || '0', changes: '' })).status).toBe(422);
  });

  test('comes with its language where the edition has no other', async () => {
    edition = (await publishIn(app.services, federation, buildEdition({ languages: ['en'] }))).id;
    const choice = await choiceOn(await upload('laundry.xml', laundry));
    expect(choice.page).toContain(t('survey-choice.languages', { languages: 'Nederlands' }));
    await choose({ ...choice, items: choice.items.slice(0, 1) });
    expect((await draftOf())?.languages).toEqual(['en', 'nl']);
  });
});

describe('nothing changes, and the page says why, when', () => {
  const unchanged = async (work: () => Promise<void>) => {
    const before = await everything(app);
    await work();
    expect(await everything(app)).toBe(before);
  };

  test('nothing was chosen', () =>
    unchanged(async () => {
      const choice = await choiceOn(await upload('laundry.xml', laundry));
      const again = await choose({ ...choice, items: [] });
      expect(again.status).toBe(422);
      expect((await choiceOn(again)).page).toContain(t('survey-choice.none'));
    }));

  test('more was chosen than fits: what was ticked stays ticked', async () => {
    const items = Array.from({ length: 11 }, (_, at) => buildOwnItem({ id: `own-${at}` }));
    edition = (await publishIn(app.services, federation, buildEdition({ items }))).id;
    await unchanged(async () => {
      const choice = await choiceOn(await upload('laundry.xml', laundry));
      const chosen = choice.items.slice(0, 2);
      const again = await choose({ ...choice, items: chosen });
      expect(again.status).toBe(422);
      const now = await choiceOn(again);
      expect(now.page).toContain(t('survey-choice.many-items', { count: 2, most: 1 }));
      expect(now.ticked).toEqual(chosen);
      expect(now.items).toEqual(choice.items);
    });
  });

  test('somebody else changed the edition meanwhile: after another look it works', async () => {
    const choice = await choiceOn(await upload('laundry.xml', laundry));
    const items = choice.items.slice(0, 1);
    await changeDraft(app.services.store, { organisationId: federation, id: edition }, app.services.now(), (draft) => ({
      ...draft,
      intro: said('Van een collega.'),
    }));
    const again = await choose({ ...choice, items });
    expect(again.status).toBe(409);
    expect(await draftOf()).toEqual(buildEdition({ intro: said('Van een collega.') }));
    const now = await choiceOn(again);
    expect(now.page).toContain(t('editions.changed-since'));
    expect(now.ticked).toEqual(items);
    expect((await choose({ ...now, items })).status).toBe(302);
    expect(await draftOf()).toMatchObject({
      intro: said('Van een collega.'),
      items: [{ id: 'own-study-day' }, { id: items[0] }],
    });
  });

  test('what waited in the form was tampered with', () =>
    unchanged(async () => {
      const choice = await choiceOn(await upload('laundry.xml', laundry));
      const waiting = JSON.parse(choice.survey);
      const item = emptyItem('own-x', 'threshold');
      const long = { ...item, why: { nl: 'x'.repeat(1001) } };
      const tampered = [
        '',
        '{',
        'null',
        choice.survey.slice(0, -20),
        JSON.stringify({ ...waiting, draft: buildEdition() }),
        JSON.stringify({ ...waiting, survey: { ...waiting.survey, accent: '#ffffff' } }),
        JSON.stringify({ ...waiting, survey: { ...waiting.survey, items: [{ ...item, id: 'goal-backed' }] } }),
        JSON.stringify({ ...waiting, survey: { ...waiting.survey, items: [{ ...item, weight: 9 }] } }),
        JSON.stringify({ ...waiting, survey: { ...waiting.survey, items: [long] } }),
        JSON.stringify({ ...waiting, notes: [{ line: 1, message: 'site.title', values: {} }] }),
      ];
      for (const survey of tampered) {
        const answer = await choose({
          ...choice,
          survey,
          items: ['own-x', 'goal-backed', ...choice.items.slice(0, 1)],
        });
        expect(answer.status, survey.slice(0, 80)).toBe(422);
        expect(await answer.text()).toContain(t('survey-choice.damaged'));
      }
    }));

  test('the file is hostile, broken or of another kind', () =>
    unchanged(async () => {
      const files: [string, string, string][] = [
        ['a.xml', '<!DOCTYPE s [<!ENTITY a "ha">]><survey>&a;</survey>', 'foreign-refusal.doctype'],
        ['a.xml', '<a>'.repeat(100_000), 'foreign-refusal.too-deep'],
        ['a.xml', laundry.slice(0, 900), 'foreign-refusal.xml'],
        ['a.yaml', `objects:\n  a: "${'word\n  '.repeat(250_000)}"`, 'foreign-refusal.too-long'],
        ['a.yml', 'objects: {}\n', 'foreign-refusal.nothing'],
        ['a.yaml', 'name: Iets anders\n', 'edition-file.format'],
        ['a.json', '{}', 'foreign-refusal.format'],
        ['a.xml', laundry.replace(/<language>[^<]*/, '<language>fr'), 'foreign-refusal.language'],
      ];
      for (const [name, text, why] of files) {
        const answer = await upload(name, text);
        expect(answer.status, why).toBe(422);
        const start = t(why).split('{')[0] ?? '';
        const { page } = await choiceOn(answer);
        expect(page, why).toContain(start);
        expect(page, why).toContain(name);
      }
      expect((await send(owner, formOf([['seen', 'x']]))).status).toBe(422);
      const many = '<risk><title>Til</title></risk>'.repeat(2001);
      const answer = await upload('a.xml', `<survey><language>nl</language>${many}</survey>`);
      expect((await choiceOn(answer)).page).toContain(t('survey-choice.too-much', { most: 2000 }));
    }));

  test('it is not theirs', async () => {
    const elsewhere = await publishElsewhere(app);
    const viewer = await signIn(app, 'viewer@federation.example');
    await join(app, federation, viewer, 'viewer');
    const stranger = (await signIn(app, 'stranger@federation.example')).visitor;
    const theirs = await newOrganisation(stranger, 'federation', 'Een andere');
    const choice = await choiceOn(await upload('laundry.xml', laundry));
    await unchanged(async () => {
      const body = () =>
        formOf([
          ['survey', choice.survey],
          ['seen', choice.seen],
          ['items', choice.items[0] ?? ''],
        ]);
      for (const [who, path] of [
        [owner, importPage(elsewhere.id)],
        [viewer.visitor, importPage()],
        [stranger, importPage()],
        [stranger, importPage().replace(federation, theirs)],
      ] as const)
        expect((await send(who, body(), path)).status).toBe(404);
    });
  });
});
