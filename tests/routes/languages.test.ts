import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#app/domain/checklist.ts';
import { ask, startApp, type TestApp } from '../support/app.ts';
import { askedItems, careChecklist, openWorkplace, type Workplace } from '../support/workplace.ts';

/* The language stands in the address; the same assessment in every one of them. */

let app: TestApp;
let workplace: Workplace;
let paths: string[];
beforeAll(async () => {
  app = await startApp({ BASE_URL: 'https://toolbox.example' });
  const plain = await startApp();
  workplace = await openWorkplace(plain, 'keuken');
  paths = [
    '',
    '/rules',
    '/support',
    '/help',
    '/privacy',
    '/accessibility',
    '/resume',
    '/recover',
    '/import',
    '/device',
  ];
});

const otherPages = [
  '/sectors/care',
  '/sectors/care/start',
  '/sectors/care/paper',
  '/figures',
  '/sign-in',
  '/pilots',
  '/pilots/care-2017',
];

const html = async (one: TestApp, path: string) => (await ask(one, workplace.owner, path)).text();

test('every public page exists in every language, and says which one it is in', async () => {
  for (const language of languages)
    for (const path of [...paths, ...otherPages]) {
      const page = await ask(app, null, `/${language}${path}`);
      expect(page.status, `/${language}${path}`).toBe(200);
      expect(page.headers.get('Content-Language')).toBe(language);
      expect(await page.text()).toContain(`<html lang="${language}"`);
    }
});

test('every public page says for whoever searches what it is for, in words of its own', async () => {
  for (const language of languages) {
    const said = await Promise.all(
      [...paths, ...otherPages].map(async (path) => {
        const page = await (await ask(app, null, `/${language}${path}`)).text();
        return { path, description: /<meta name="description" content="([^"]+)"/.exec(page)?.[1] };
      }),
    );
    expect(said.filter(({ description }) => !description)).toEqual([]);
    expect(new Set(said.map(({ description }) => description)).size).toBe(said.length);
  }
});

test('every page names itself in the other languages, under the public address', async () => {
  for (const path of [...paths, '/sectors/care']) {
    const page = await html(app, `/nl${path}`);
    for (const language of languages)
      expect(page, path).toMatch(
        new RegExp(
          `<link rel="alternate" hrefLang="${language}" href="https://toolbox\\.example/${language}${path}"`,
          'i',
        ),
      );
  }
});

test.each(['fr', 'de', 'NL', 'nl-BE', 'xx', 'n', 'constructor'])('%s is no language', async (language) => {
  for (const path of ['', '/help', '/resume', `/assessments/${workplace.id}`])
    expect((await ask(workplace.app, workplace.owner, `/${language}${path}`)).status).toBe(404);
});

describe('one assessment', () => {
  test('is the same in both languages: content and interface follow the address', async () => {
    const { app: own, base, owner, id } = workplace;
    const [item] = askedItems();
    await owner.save(id, { item: item?.id ?? '', value: 'started' });
    const english = base.replace('/nl/', '/en/');
    const title = (language: 'nl' | 'en') =>
      careChecklist(language)
        .items.find((one) => one.id === item?.id)
        ?.title.replaceAll("'", '&#x27;') ?? '';
    const [nl, en] = [
      await html(own, `${base}/sections/${item?.dimension}`),
      await html(own, `${english}/sections/${item?.dimension}`),
    ];
    expect(nl).toContain(title('nl'));
    expect(en).toContain(title('en'));
    expect(en).not.toContain(title('nl'));
    for (const page of [nl, en]) expect(page).toMatch(/value="started"[^>]*checked|checked=""[^>]*value="started"/);
  });

  test('links and mistakes keep the language of who is at it', async () => {
    const { base, owner } = workplace;
    const english = base.replace('/nl/', '/en/');
    const made = await (await owner.post(`${english}/access`, { intent: 'share', kind: 'reader', label: 'x' })).text();
    expect(made).toMatch(/\/en\/open\/[\w-]+/);
    const failed = await (await owner.post(`${english}/access`, { intent: 'share', kind: 'reader', label: '' })).text();
    expect(failed).toContain('<html lang="en"');
    const missing = await ask(workplace.app, owner, '/en/assessments/none');
    expect(await missing.text()).toContain('<html lang="en"');
  });

  test('has no key left where words should be', async () => {
    const { app: own, base } = workplace;
    for (const language of languages)
      for (const path of ['', '/context', '/sections/safety', '/hand-in', '/result', '/plan', '/access', '/delete']) {
        const page = await html(own, base.replace('/nl/', `/${language}/`) + path);
        const words = page.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
        expect(words.match(/(?<![\w/@.])[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)+(?![\w/])/g) ?? [], path).toEqual([]);
        expect(words, path).not.toMatch(/\{\w+\}|undefined|\[object/);
      }
  });
});

test('the start page leads to the language one chose last, then to what the browser speaks', async () => {
  const visitor = workplace.app.visitor();
  await visitor.get('/en/help');
  expect((await visitor.get('/')).headers.get('Location')).toBe('/en');
  const start = await ask(workplace.app, null, '/', { headers: { 'Accept-Language': 'en-GB,en;q=0.9,nl;q=0.8' } });
  expect(start.headers.get('Location')).toBe('/en');
  expect(start.headers.get('Vary')).toMatch(/Cookie.*Accept-Language/);
});
