import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { organisationRoles } from '#app/domain/organisation.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { join, newOrganisation, type SignedInVisitor, signIn } from '../support/people.ts';
import { storeEdition } from '../support/stored-edition.ts';
import { newVisitor, startAssessmentFields, type Visitor } from '../support/visitor.ts';
import { openWorkplace } from '../support/workplace.ts';

/* Campaigns of a federation: who makes them, where their link leads, what is counted, and the files. */

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };

let app: TestApp;
let federation: string;
let edition: string;
let base: string;
let people: Record<(typeof organisationRoles)[number], SignedInVisitor>;
let foreign: SignedInVisitor;
let employer: SignedInVisitor;

beforeAll(async () => {
  app = await startApp();
  app.setNow(new Date('2026-11-25T10:00:00Z'));
  const owner = await signIn(app, 'eigenaar@federatie.example');
  federation = await newOrganisation(owner.visitor, 'federation', 'Federatie Zorg & Wonen');
  people = {
    owner,
    member: await signIn(app, 'lid@federatie.example'),
    viewer: await signIn(app, 'kijker@federatie.example'),
  };
  for (const role of ['member', 'viewer'] as const) await join(app, federation, people[role], role);
  foreign = await signIn(app, 'ander@federatie.example');
  await newOrganisation(foreign.visitor, 'federation', 'Federatie Retail');
  employer = await signIn(app, 'hr@werkgever.example');
  await newOrganisation(employer.visitor);
  edition = await storeEdition(app.services.store, {
    ...{ id: 'edition-1', organisationId: federation, slug: 'zorg-en-wonen', at: app.services.now(), versions: 2 },
  });
  base = `/nl/organisations/${federation}/campaigns`;
}, 60_000);

const { stringify } = JSON;
const uptake = async () => {
  const rows = await app.services.store.read.select().from(app.services.store.t.uptake);
  return rows.map(({ week, kind, account }) => `${week} ${kind} ${account ? 'organisation' : 'browser'}`).sort();
};
const stored = async (title: string) => {
  const rows = await app.services.store.read.select().from(app.services.store.t.campaign);
  return rows.find((one) => one.title === title);
};

let made = 0;
async function newCampaign(by: Visitor = people.owner.visitor) {
  const title = `Campagne ${++made}`;
  const response = await by.post(base, { title, edition, slug: '' });
  const id = /\/campaigns\/([\w-]+)$/.exec(response.headers.get('Location') ?? '')?.[1] ?? '';
  return { id, title, slug: `campagne-${made}`, page: `${base}/${id}`, response };
}

describe('who may make them', () => {
  test.each([
    ['owner', 302],
    ['member', 302],
    ['viewer', 404],
  ] as const)('%s of the federation: %i', async (role, status) => {
    const { response, id } = await newCampaign(people[role].visitor);
    expect(response.status).toBe(status);
    expect(id !== '').toBe(status === 302);
  });

  test('every page and file answers each as their role says, and whoever is of elsewhere as if it were not there', async () => {
    const { id, page } = await newCampaign();
    const files = ['qr.svg', 'qr.png', 'poster.pdf', 'letter.pdf', 'slide.png'];
    const paths = [base, page, ...files.map((name) => `/files/campaigns/${id}/nl/${name}`)];
    for (const path of paths) {
      const status = async (who: Visitor) => {
        const answer = await ask(app, who, path);
        await answer.arrayBuffer();
        return answer.status;
      };
      for (const role of organisationRoles)
        expect(await status(people[role].visitor), `${role} ${path}`).toBe(role === 'viewer' ? 404 : 200);
      for (const other of [foreign, employer]) expect(await status(other.visitor), path).toBe(404);
      expect(await status(app.visitor()), path).toBe(302);
    }
  });

  test('nobody else changes one, nor reaches it through a federation of their own', async () => {
    const { id, page } = await newCampaign();
    const own = await newOrganisation(foreign.visitor, 'federation', 'Federatie Logistiek');
    const before = await everything(app);
    for (const fields of [{ intent: 'end' }, { title: 'Gekaapt' }] as Record<string, string>[]) {
      for (const who of [people.viewer, foreign, employer])
        expect((await who.visitor.post(page, fields)).status).toBe(404);
      expect((await foreign.visitor.post(`/nl/organisations/${own}/campaigns/${id}`, fields)).status).toBe(404);
    }
    expect(await everything(app)).toBe(before);
  });
});

describe('making one', () => {
  test('what is wrong stands beside its field, with what was typed, and changes nothing', async () => {
    const { slug } = await newCampaign();
    const before = await everything(app);
    const post = (fields: Record<string, string>) =>
      people.owner.visitor.post(base, { title: 'Dag <b>', edition, slug: '', ...fields });
    for (const [fields, message] of [
      [{ title: '' }, 'Vul dit nog in'],
      [{ slug: 'Met spatie' }, 'Gebruik kleine letters'],
      [{ slug }, 'bestaat al'],
      [{ edition: 'none' }, 'Die editie kun je niet kiezen'],
      [{ title: 'Bel Jan op 0470 12 34 56' }, 'gegeven van een persoon'],
    ] as const) {
      const answer = await post(fields);
      expect(answer.status, stringify(fields)).toBe(422);
      const html = await answer.text();
      expect(html).toContain(message);
      if (!('title' in fields)) expect(html).toContain('value="Dag &lt;b&gt;"');
    }
    expect(await everything(app)).toBe(before);
  });

  test('its page gives the link, a line of HTML and every file; nothing of figures before there are enough', async () => {
    const { page, slug, id } = await newCampaign();
    const html = await (await people.member.visitor.get(page)).text();
    expect(html).toContain(`value="${app.url}/c/${slug}"`);
    expect(html).toContain(
      `&lt;iframe src=&quot;${app.url}/embed/${slug}?lang=nl&quot; title=&quot;Doorstroom in de zorg 2&quot;`,
    );
    expect(html).toContain(`/files/campaigns/${id}/nl/slide.png`);
    expect(html).toContain('Vanaf tien organisaties');
  });

  test('shows published figures and no count of its own', async () => {
    const { page, id, slug } = await newCampaign();
    await ask(app, null, `/c/${slug}`, { headers: browser });
    expect(await (await people.owner.visitor.get(page)).text()).toContain('Vanaf tien organisaties');
    const { store } = app.services;
    const night = { scope: `campaign:${id}`, night: 1, madeAt: app.services.now() };
    await store.write(async (tx) => {
      await tx.insert(store.t.figureTable).values([
        {
          ...night,
          name: 'total',
          rows: [
            { id: 'opened', figures: { count: 45 } },
            { id: 'started', figures: null },
          ],
        },
        { ...night, name: 'week', rows: [{ id: '2026-W48.opened', figures: { count: 35 } }] },
      ]);
    });
    const html = await (await people.owner.visitor.get(page)).text();
    for (const shown of ['<b>45</b>', '<b>35</b>', '23 november 2026', 'te kleine groep'])
      expect(html).toContain(shown);
    expect(html).not.toContain('Vanaf tien organisaties');
  });

  test('it gets another name, and ends once', async () => {
    const { page, id } = await newCampaign();
    expect((await people.member.visitor.post(page, { title: 'Beursstand' })).status).toBe(302);
    expect((await stored('Beursstand'))?.id).toBe(id);
    for (let time = 0; time < 2; time += 1)
      expect((await people.member.visitor.post(page, { intent: 'end' })).status).toBe(302);
    const html = await (await people.owner.visitor.get(page)).text();
    expect(html).toContain('Gestopt op 25 november 2026');
    expect(html).not.toContain('value="end"');
    const log = await (await people.owner.visitor.get(`/nl/organisations/${federation}/log`)).text();
    expect(log.match(/Stopte de campagne ‘Beursstand’/g)).toHaveLength(1);
  });
});

describe('the link', () => {
  beforeEach(async () => {
    await app.services.store.write((tx) => tx.delete(app.services.store.t.uptake));
  });

  const open = (visitor: Visitor | null, slug: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(app, visitor, `/c/${slug}`, { method, headers: { ...browser, ...headers } });
  const keep = (visitor: Visitor, response: Response) => {
    for (const one of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s);
      visitor.cookies.set(name, value);
    }
  };

  test('leads to the edition in the reader’s language, and counts a browser once a week', async () => {
    const { slug } = await newCampaign();
    const visitor = app.visitor();
    const first = await open(visitor, slug, { 'Accept-Language': 'en-GB,en' });
    expect(first.status).toBe(302);
    expect(first.headers.get('Location')).toBe('/en/editions/zorg-en-wonen');
    expect(first.headers.get('Cache-Control')).toContain('no-store');
    // Remembered for a week, not for a year.
    expect(first.headers.getSetCookie().join()).toMatch(/^session=[^;]+; Max-Age=604800;/);
    keep(visitor, first);
    expect((await open(visitor, slug)).headers.get('Location')).toBe('/nl/editions/zorg-en-wonen');
    expect(await uptake()).toEqual(['2026-W48 opened browser']);
  });

  test('counts nobody who is no person at a browser, and gives them no cookie', async () => {
    const { slug } = await newCampaign();
    const answers = [
      await open(null, slug, { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }),
      await open(null, slug, { 'User-Agent': 'curl/8' }),
      await open(null, slug, { 'Sec-Purpose': 'prefetch' }),
      await open(null, slug, {}, 'HEAD'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(302);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await uptake()).toEqual([]);
  });

  test('counts nobody of a federation, its own or another', async () => {
    const { slug } = await newCampaign();
    for (const who of [...Object.values(people), foreign]) {
      const answer = await open(who.visitor, slug);
      expect(answer.headers.get('Location')).toBe('/nl/editions/zorg-en-wonen');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await uptake()).toEqual([]);
  });

  test('counts somebody of an employer as the organisation', async () => {
    const { slug } = await newCampaign();
    const colleague = await signIn(app, 'collega@werkgever.example');
    const organisation = (await employer.visitor.get('/nl/organisations')).text();
    const id = /\/nl\/organisations\/([\w-]{10,})/.exec(await organisation)?.[1] ?? '';
    await join(app, id, colleague, 'member');
    for (const who of [employer, colleague]) await open(who.visitor, slug);
    expect(await uptake()).toEqual(['2026-W48 opened organisation']);
  });

  test('of one that ended leads on and counts nothing more', async () => {
    const { slug, page } = await newCampaign();
    await people.owner.visitor.post(page, { intent: 'end' });
    const answer = await open(null, slug);
    expect(answer.headers.get('Location')).toBe('/nl/editions/zorg-en-wonen');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await uptake()).toEqual([]);
  });

  test('of a withdrawn edition leads to the self-scan under it', async () => {
    const { store, now } = app.services;
    await storeEdition(store, {
      id: 'gone',
      organisationId: federation,
      slug: 'gone',
      at: now(),
      versions: 1,
      withdrawnAt: now(),
    });
    const row = { id: 'c-gone', editionId: 'gone', slug: 'weg', title: 'Weg', createdAt: now() };
    await store.write((tx) => tx.insert(store.t.campaign).values(row));
    expect((await open(null, 'weg')).headers.get('Location')).toBe('/nl/sectors/care');
    expect(await uptake()).toEqual([]);
  });

  test('that does not exist is a page that says so', async () => {
    const answer = await open(null, 'bestaat-niet', { 'Accept-Language': 'en' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<html lang="en"');
  });

  test('counts who starts in the edition and hands in afterwards, all under one browser', async () => {
    const { id: campaignId, slug } = await newCampaign();
    const visitor = app.visitor();
    keep(visitor, await open(visitor, slug));
    const started = await visitor.post('/nl/editions/zorg-en-wonen/start', startAssessmentFields);
    const id = /\/assessments\/([\w-]+)\//.exec(started.headers.get('Location') ?? '')?.[1] ?? '';
    await visitor.save(id, { item: 'goal-backed', value: 'started' });
    const handed = await visitor.post(`/nl/assessments/${id}/hand-in`, { id: 'through-campaign', kind: 'baseline' });
    expect(handed.status).toBe(302);
    expect(await uptake()).toEqual([
      '2026-W48 handed-in browser',
      '2026-W48 opened browser',
      '2026-W48 started browser',
    ]);
    const { store } = app.services;
    const submission = (await store.read.select().from(store.t.submission)).find((one) => one.assessmentId === id);
    expect(submission).toMatchObject({ campaignId, editionId: edition });
    const rows = await store.read.select().from(store.t.uptake);
    expect(new Set(rows.map(({ countingKey }) => countingKey)).size).toBe(1);
  });

  test('handing in a self-scan that came through it is counted once, however often it is handed in', async () => {
    const { id: campaignId } = await newCampaign();
    const workplace = await openWorkplace(app);
    const { store } = app.services;
    await store.write((tx) => tx.update(store.t.assessment).set({ campaignId }));
    await workplace.owner.save(workplace.id, { item: 'goal-backed', value: 'started' });
    for (const id of ['hand-in-1', 'hand-in-1', 'hand-in-2'])
      expect((await workplace.owner.post(`${workplace.base}/hand-in`, { id, kind: 'in-between' })).status).toBe(302);
    expect(await uptake()).toEqual(['2026-W48 handed-in browser']);
    const submissions = await store.read.select().from(store.t.submission);
    const submission = submissions.find((one) => one.assessmentId === workplace.id);
    expect(submission?.campaignId).toBe(campaignId);
  });

  test('a hand-in by somebody of a federation is none', async () => {
    const { id: campaignId } = await newCampaign();
    const workplace = await openWorkplace(app);
    const { store } = app.services;
    await store.write((tx) => tx.update(store.t.assessment).set({ campaignId }));
    await signIn(app, 'lid@federatie.example', workplace.owner);
    await workplace.owner.save(workplace.id, { item: 'goal-backed', value: 'started' });
    expect(
      (await workplace.owner.post(`${workplace.base}/hand-in`, { id: 'hand-in-try-out', kind: 'baseline' })).status,
    ).toBe(302);
    expect(await uptake()).toEqual([]);
  });
});

describe('the files', () => {
  test('are what they are called, each in both languages', async () => {
    const { id, slug } = await newCampaign();
    const starts = {
      'qr.svg': '<svg',
      'qr.png': '\x89PNG',
      'poster.pdf': '%PDF',
      'letter.pdf': '%PDF',
      'slide.png': '\x89PNG',
    };
    for (const [name, start] of Object.entries(starts))
      for (const language of ['nl', 'en']) {
        const answer = await ask(app, people.member.visitor, `/files/campaigns/${id}/${language}/${name}`);
        expect(answer.status, name).toBe(200);
        expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${slug}-${language}-${name}"`);
        expect(
          Buffer.from(await answer.arrayBuffer())
            .toString('latin1')
            .startsWith(start),
          name,
        ).toBe(true);
      }
  });

  test('of another name or language are not there', async () => {
    const { id } = await newCampaign();
    for (const rest of ['nl/constructor', 'nl/poster.docx', 'fr/poster.pdf'])
      expect((await ask(app, people.owner.visitor, `/files/campaigns/${id}/${rest}`)).status, rest).toBe(404);
  });
});

describe('the card for websites', () => {
  const card = (slug: string, query = '', who: Visitor | null = null) => ask(app, who, `/embed/${slug}${query}`);

  test('may be framed by anybody, runs nothing, sets no cookie, and loads only from us', async () => {
    const { slug } = await newCampaign();
    for (const who of [null, people.owner.visitor, newVisitor(app.url)]) {
      const answer = await card(slug, '?lang=nl', who);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Security-Policy')).toBe(
        "default-src 'none';object-src 'none';style-src 'self';img-src 'self' data:;base-uri 'none';form-action 'none';frame-ancestors *",
      );
      expect(answer.headers.has('X-Frame-Options')).toBe(false);
      expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|<form/);
      expect(html).toContain(`href="${app.url}/c/${slug}"`);
    }
  });

  test('speaks the language that the website asks for, else the edition’s first', async () => {
    const { slug } = await newCampaign();
    expect(await (await card(slug, '?lang=en')).text()).toMatch(/<html lang="en">[\s\S]*Throughflow in care 2/);
    for (const query of ['', '?lang=fr']) expect(await (await card(slug, query)).text()).toContain('<html lang="nl">');
  });

  test('of a campaign that is not there says so and leads to us', async () => {
    const answer = await card('bestaat-niet', '?lang=nl');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Deze kaart bestaat niet meer');
  });

  test('is the only page that may be framed', async () => {
    const { slug, id, page } = await newCampaign();
    for (const path of [
      `/c/${slug}`,
      `/embed/${slug}.data`,
      `/embed/${slug}/meer`,
      `/embed/`,
      `/files/campaigns/${id}/nl/qr.svg`,
      page,
      base,
      '/nl',
      '/embed.css',
    ]) {
      const { headers } = await ask(app, people.owner.visitor, path);
      expect(headers.get('X-Frame-Options'), path).toBe('DENY');
      expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
    }
    const posted = await ask(app, null, `/embed/${slug}`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect(posted.headers.get('X-Frame-Options')).toBe('DENY');
  });
});
