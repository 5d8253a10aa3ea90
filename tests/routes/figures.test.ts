import { beforeAll, describe, expect, test } from 'vitest';
import { canInFederation, type FederationPermission } from '#app/domain/access.ts';
import { listSchema, problemSchema, scopeSchema, tableSchema } from '#app/domain/figures/figure-schema.ts';
import { organisationRoles } from '#app/domain/organisation.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { publishAll, someFigures } from '../support/figures.ts';
import { join, newOrganisation, type SignedInVisitor, signIn } from '../support/people.ts';
import { editionContent } from '../support/stored-edition.ts';

/* Figures: every role at every address of a federation, what the public sees, and what programs read. */

let app: TestApp;
let federation: Team;
let other: Team;
let employer: Team;
/** Of the first federation, in care: one with figures of its own, one without. */
const [edition, young] = ['edition-with-figures', 'edition-without'];

type Team = { id: string; people: Record<string, SignedInVisitor> };
async function team(kind: 'federation' | 'employer'): Promise<Team> {
  const somebody = () => signIn(app, `${crypto.randomUUID()}@example.org`);
  const people = { owner: await somebody(), member: await somebody(), viewer: await somebody() };
  const id = await newOrganisation(people.owner.visitor, kind, 'Federatie');
  await join(app, id, people.member, 'member');
  await join(app, id, people.viewer, 'viewer');
  return { id, people };
}

beforeAll(async () => {
  app = await startApp();
  [federation, other, employer] = [await team('federation'), await team('federation'), await team('employer')];
  for (const [id, at] of [
    [edition, 1],
    [young, 2],
  ] as const)
    await addEdition(id, new Date(2026, 1, at));
  await publishAll(app.services.store, 'sector:care');
  await publishAll(app.services.store, `edition:${edition}`, someFigures({ workplaces: 145 }));
}, 120_000);

async function addEdition(id: string, createdAt: Date) {
  const { store } = app.services;
  const content = editionContent(1, { name: { nl: `Editie ${id}` }, accent: '#7a2f5d' });
  await store.write(async (tx) => {
    const shared = { id, organisationId: federation.id, sector: 'care', slug: id } as const;
    await tx.insert(store.t.edition).values({ ...shared, draft: content, createdAt, changedAt: createdAt });
    const version = {
      id: `${id}-1`,
      editionId: id,
      number: 1,
      checklistRef: 'care@1',
      content,
      publishedAt: createdAt,
    };
    await tx.insert(store.t.editionVersion).values(version);
  });
}

const action = { action: '', title: 'Cursus', item: 'guide-ready', owner: '', due: '', status: 'todo', note: '' };
const addresses: { path: string; needs: FederationPermission; status?: number; send?: Record<string, string> }[] = [
  { path: '/figures', needs: 'see-figures', status: 302 },
  { path: '/figures/care', needs: 'see-figures' },
  { path: '/sector-plan?sector=care', needs: 'plan-sector', send: action },
  { path: '/keys', needs: 'manage-keys', send: { intent: 'make', label: 'website' } },
];

describe.each(organisationRoles)('as %s', (role) => {
  test.each(addresses)('of one’s own federation, $path opens as the table of access says', async (address) => {
    const visitor = federation.people[role]?.visitor as SignedInVisitor['visitor'];
    const at = `/nl/organisations/${federation.id}${address.path}`;
    const may = canInFederation(role, address.needs);
    expect((await visitor.get(at)).status).toBe(may ? (address.status ?? 200) : 404);
    if (!address.send) return;
    const before = await everything(app);
    const { status } = await visitor.post(at, address.send);
    if (may) expect([201, 302]).toContain(status);
    else {
      expect(status).toBe(404);
      expect(await everything(app)).toBe(before);
    }
  });

  test.each(addresses)('of another federation, or of an employer, $path is not there', async ({ path, send }) => {
    const visitor = federation.people[role]?.visitor as SignedInVisitor['visitor'];
    const before = await everything(app);
    for (const id of [other.id, 'none']) {
      expect((await visitor.get(`/nl/organisations/${id}${path}`)).status).toBe(404);
      if (send) expect((await visitor.post(`/nl/organisations/${id}${path}`, send)).status).toBe(404);
    }
    const atHome = employer.people[role]?.visitor as SignedInVisitor['visitor'];
    expect((await atHome.get(`/nl/organisations/${employer.id}${path}`)).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });
});

describe.each(organisationRoles)('the menu of a %s', (role) => {
  const menuOn = async (team: Team, path: string) => {
    const page = await (await (team.people[role] as SignedInVisitor).visitor.get(`/nl${path}`)).text();
    const [, nav = ''] = /<nav aria-label="Hoofdmenu">(.*?)<\/nav>/s.exec(page) ?? [];
    return [...nav.matchAll(/href="\/nl([^"]*)"(?: aria-current="(\w+)")?/g)].map(([, href, current]) => ({
      href,
      current,
    }));
  };

  test('leads from every page to the figures and the campaigns of one’s federation, as the table of access says', async () => {
    const base = `/organisations/${federation.id}`;
    for (const path of ['/account', '/organisations', base]) {
      const hrefs = (await menuOn(federation, path)).map(({ href }) => href);
      expect(hrefs.includes(`${base}/figures`)).toBe(canInFederation(role, 'see-figures'));
      expect(hrefs.includes(`${base}/campaigns`)).toBe(canInFederation(role, 'make-campaign'));
    }
  });

  test('says of one thing only that this page is under it', async () => {
    const menu = await menuOn(federation, `/organisations/${federation.id}/figures/care`);
    expect(
      menu.filter(({ href, current }) => current && href?.startsWith('/organisations') && !href.includes('care')),
    ).toEqual([{ href: `/organisations/${federation.id}/figures`, current: 'true' }]);
  });

  test('has neither at an employer', async () => {
    const menu = await menuOn(employer, `/organisations/${employer.id}`);
    expect(menu.map(({ href }) => href)).toContain('/organisations');
    expect(menu.filter(({ href }) => /figures|campaigns/.test(href ?? ''))).toEqual([]);
  });
});

test('a federation’s own pages carry its name, and the picture and colour of its edition once it has one', async () => {
  const page = await text('/figures/care');
  expect(page).toMatch(/class="partner">.*Samen met <b>Federatie<\/b>/s);
  expect(page).toContain('href="/brand/accents/7a2f5d.css"');
  const { visitor } = other.people.owner as SignedInVisitor;
  const young = (await (await visitor.get(`/nl/organisations/${other.id}`)).text()).replaceAll('<!-- -->', '');
  expect(young).toContain('Samen met <b>Federatie</b>');
  expect(young).not.toContain('/brand/');
  const shop = (employer.people.owner as SignedInVisitor).visitor;
  expect(await (await shop.get(`/nl/organisations/${employer.id}`)).text()).not.toContain('class="partner"');
});

const text = async (path: string) =>
  (
    await (
      await (federation.people.viewer as SignedInVisitor).visitor.get(`/nl/organisations/${federation.id}${path}`)
    ).text()
  ).replaceAll('<!-- -->', '');

test('a federation sees its own figures, and chooses another edition or the whole sector', async () => {
  expect(await text('/figures/care')).toContain('145 werkplekken met een resultaat');
  expect(await text('/figures/care?of=sector')).toContain('200 werkplekken met een resultaat');
});

test('with too few it sees those of the sector, and never how many are missing', async () => {
  const page = await text(`/figures/care?of=${young}`);
  expect(page).toContain('Vanaf tien organisaties zie je hier jullie eigen cijfers');
  expect(page).toContain('200 werkplekken met een resultaat');
});

test('sees how far its edition reaches, from published numbers alone, and nothing of that for the whole sector', async () => {
  const { store } = app.services;
  const campaign = { id: 'spring', editionId: edition, title: 'Voorjaar', slug: 'voorjaar', createdAt: new Date() };
  await store.write((tx) => tx.insert(store.t.campaign).values(campaign));
  await publishUptake('spring', { opened: 40, started: null });
  const page = await text('/figures/care');
  expect(page).toContain(
    'Ongeveer 145 van de 200 getelde werkplekken in de sector kwamen via jullie editie: 75 op 100.',
  );
  const reach = bandOf(page, 'reach');
  expect(reach).toContain('Het drukste kwartaal telde 110 werkplekken (Kwartaal 4, 2026).');
  expect(reach).toContain('n = 145 werkplekken');
  expect([...reach.matchAll(/<b>(\d+|–)<\/b>/g)].map(([, count]) => count)).toEqual(['200', '145', '80', '–', '110']);
  expect(bandOf(await text(`/figures/care?of=${young}`), 'reach')).not.toContain('kwartaal');
  expect(page).toMatch(/Voorjaar.*?<td class="r">40<\/td><td class="r"><span aria-hidden="true">–/s);
  expect(page, 'a viewer makes no campaigns').not.toContain('/campaigns/spring');
  expect(await text('/figures/care?of=sector')).not.toContain('id="reach"');
  expect(await text(`/figures/care?of=${young}`)).toContain('zie je vanaf tien organisaties');
});

async function publishUptake(campaign: string, counts: Record<string, number | null>) {
  const { store, now } = app.services;
  const rows = Object.entries(counts).map(([id, count]) => ({ id, figures: count === null ? null : { count } }));
  const table = { scope: `campaign:${campaign}`, name: 'total', night: 1, madeAt: now(), rows };
  await store.write((tx) => tx.insert(store.t.figureTable).values(table));
}

test('an edition of somebody else, or a sector that is none, is 404', async () => {
  const { visitor } = other.people.owner as SignedInVisitor;
  const base = `/nl/organisations/${other.id}/figures`;
  expect((await visitor.get(`${base}/care?of=${edition}`)).status).toBe(404);
  expect((await visitor.get(`${base}/nothing`)).status).toBe(404);
});

test('a sector without figures says so, on its page and to who asks a file', async () => {
  expect(await text('/figures/retail')).toContain('Er zijn nog geen cijfers');
  expect((await ask(app, null, '/nl/figures/retail')).status).toBe(200);
  expect((await ask(app, null, '/files/figures/retail/figures.csv')).status).toBe(404);
});

test('the public page is the same for everybody, may be kept, and sets no cookie', async () => {
  for (const path of ['/nl/figures', '/nl/figures/care', '/en/figures/care?by=size']) {
    const response = await ask(app, null, path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).not.toContain('145');
  }
});

test('a heat map has a number in every cell, and a dash in words for a group too small', async () => {
  const page = await (await ask(app, null, '/nl/figures/care?by=sub-sector')).text();
  expect(page).toMatch(/class="heat heat-3">65</);
  expect(page).toMatch(/class="heat heat-0">15</);
  expect(page).toMatch(/heat heat-x"><span aria-hidden="true">–<\/span><span class="visually-hidden">te kleine groep/);
});

test.each(['pdf', 'xlsx', 'csv', 'json'])('both pages leave as %s', async (extension) => {
  const { visitor } = federation.people.viewer as SignedInVisitor;
  const own = await visitor.get(`/files/organisations/${federation.id}/figures/care/figures.${extension}`);
  expect(own.status).toBe(200);
  expect((await ask(app, null, `/files/figures/care/figures.${extension}?lang=en`)).status).toBe(200);
  expect((await ask(app, null, `/files/organisations/${federation.id}/figures/care/figures.${extension}`)).status).toBe(
    302,
  );
});

describe('the API', () => {
  const api = (path: string, init: RequestInit = {}) => ask(app, null, `/api/v1${path}`, init);
  const withKey = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

  test('answers what its description says', async () => {
    expect(listSchema.safeParse(await (await api('/figures')).json()).success).toBe(true);
    const care = scopeSchema.safeParse(await (await api('/figures/care')).json());
    expect(care.error).toBeUndefined();
    expect(care.data?.tables.map(({ name }) => name)).toEqual(['total', 'sub-sector', 'size', 'province', 'quarter']);
    expect(tableSchema.safeParse(await (await api('/figures/care/size')).json()).success).toBe(true);
    const description = await (await api('/openapi.json')).json();
    for (const path of ['/figures', '/figures/{sector}', '/editions/{slug}/figures'])
      expect(description.paths).toHaveProperty([path, 'get']);
    expect(description.components.schemas.Table.properties).toHaveProperty('rows');
  });

  test('says what is wrong as a problem', async () => {
    for (const [path, status] of [
      ['/figures/nothing', 404],
      ['/figures/care/nothing', 404],
      ['/figures/retail/size', 404],
      ['/nothing', 404],
      [`/editions/${edition}/figures`, 401],
    ] as const) {
      const response = await api(path);
      expect(response.status, path).toBe(status);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
      expect(problemSchema.safeParse(await response.json()).success).toBe(true);
    }
    const posted = await api('/figures', { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(problemSchema.safeParse(await posted.json()).success).toBe(true);
  });

  test('gives an edition to a key of its own federation, which is shown once and kept as a hash', async () => {
    const [key, foreign] = [await makeKey(federation), await makeKey(other)];
    const response = await api(`/editions/${edition}/figures`, withKey(key));
    expect(response.status).toBe(200);
    const found = scopeSchema.parse(await response.json());
    expect(found.tables[0]?.rows[0]?.figures?.workplaces).toBe(145);
    expect((await api(`/editions/${edition}/figures/total`, withKey(key))).status).toBe(200);
    expect((await api(`/editions/${edition}/figures`, withKey(foreign))).status).toBe(404);
    expect((await api('/editions/nothing/figures', withKey(key))).status).toBe(404);
    expect(await everything(app)).not.toContain(key);
    const { visitor } = federation.people.owner as SignedInVisitor;
    const page = await (await visitor.get(`/nl/organisations/${federation.id}/keys`)).text();
    expect(page).not.toContain(key);
    expect(page).toContain('Laatst gebruikt op');
  });

  test('no longer answers a key that was stopped, and one of another federation cannot be', async () => {
    const key = await makeKey(federation);
    const { store, hash } = app.services;
    const id = (await store.read.select().from(store.t.apiKey)).find((one) => one.tokenHash === hash(key))?.id ?? '';
    const stop = (of: Team) =>
      (of.people.owner as SignedInVisitor).visitor.post(`/nl/organisations/${of.id}/keys`, {
        intent: 'revoke',
        key: id,
      });
    expect((await stop(other)).status).toBe(404);
    expect((await api(`/editions/${edition}/figures`, withKey(key))).status).toBe(200);
    expect((await stop(federation)).status).toBe(302);
    expect((await api(`/editions/${edition}/figures`, withKey(key))).status).toBe(401);
  });

  test('has a limit like documents', async () => {
    const strict = await startApp({ RATE_LIMIT: '100' });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push(await ask(strict, null, '/api/v1/figures'));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(problemSchema.safeParse(await statuses[2]?.json()).success).toBe(true);
  });
});

async function makeKey(of: Team): Promise<string> {
  const { visitor } = of.people.owner as SignedInVisitor;
  const made = await visitor.post(`/nl/organisations/${of.id}/keys`, { intent: 'make', label: 'website' });
  expect(made.status).toBe(201);
  const key = /class="key-once">([\w-]+)</.exec(await made.text())?.[1];
  if (!key) throw new Error('The page shows no key');
  return key;
}

test('an action of the plan that is wrong keeps what was typed and changes nothing', async () => {
  const { visitor } = federation.people.owner as SignedInVisitor;
  const at = `/nl/organisations/${federation.id}/sector-plan?sector=care`;
  const before = await everything(app);
  const refused = await visitor.post(at, { ...action, title: '', owner: 'Studiedienst', due: '2027-02-30' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Studiedienst');
  expect((await visitor.post(at, { ...action, action: 'not-there' })).status).toBe(404);
  expect(await everything(app)).toBe(before);
});

const bandOf = (page: string, id: string) =>
  page.split('<section class="band"').find((one) => one.includes(`aria-labelledby="${id}"`)) ?? '';
