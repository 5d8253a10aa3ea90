import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { join, newOrganisation, signIn } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { handIn, openWorkplace } from '../support/workplace.ts';

/* Taking everything along: what is in it, and what of others is not. */

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

async function unzip(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const response = await visitor.get(path);
  expect(response.headers.get('content-type')).toBe('application/zip');
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await response.arrayBuffer())));
  const files: Record<string, string> = {};
  for (const entry of await reader.getEntries())
    if (!entry.directory)
      files[entry.filename] = Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('utf8');
  return files;
}

const addPlacement = async (organisationId: string, coachId: string, code: string) => {
  const { store, newId, now } = app.services;
  const id = newId();
  await store.write(async (tx) => {
    await tx.insert(store.t.placement).values({
      id,
      code,
      organisationId,
      coachId,
      sector: 'care',
      hostName: 'De Linde',
      targetJob: 'keuken',
      language: 'nl',
      route: 'trajectory',
      phase: 'matching',
      since: '2026-03-01',
      legalTicked: [],
      createdAt: now(),
      activeAt: now(),
    });
    await tx.insert(store.t.placementNeed).values({ placementId: id, need: 'geheime-nood' });
    await tx.insert(store.t.placementNote).values({ id: newId(), placementId: id, text: 'geheime notitie', at: now() });
  });
};

test('a person takes along what is kept about them, and the workplaces of organisations they own, with documents', async () => {
  const workplace = await openWorkplace(app, 'Keuken, blok B');
  const { visitor, email } = await signIn(app, 'baas@example.org', workplace.owner);
  const id = await newOrganisation(visitor);
  await workplace.owner.save(workplace.id, { item: 'goal-backed', value: 'largely', note: 'eigen notitie' });
  await handIn(workplace, workplace.owner);
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'keep', organisation: id });
  const files = await unzip(visitor, '/files/account/everything.zip?lang=nl');
  const names = Object.keys(files);
  for (const name of ['zelfscan.json', 'rapport.pdf', 'rapport.docx', 'rapport.xlsx', 'rapport.json'])
    expect(names.filter((one) => one.startsWith('werkplekken/keuken-blok-b-') && one.endsWith(name))).toHaveLength(1);
  const about = JSON.parse(files['over-mij.json'] ?? '{}');
  expect(about.person.email).toBe(email);
  expect(about.memberships[0]).toMatchObject({ role: 'owner', label: 'HR-verantwoordelijke' });
  expect(about.sessions).toHaveLength(1);
  expect(about.log.map((one: { what: string }) => one.what)).toEqual(['created', 'workplace-kept']);
  const scan = Object.entries(files).find(([name]) => name.endsWith('zelfscan.json'))?.[1] ?? '';
  expect(scan).toContain('eigen notitie');
}, 30_000);

test('who is no owner takes no workplaces or colleagues along', async () => {
  const boss = await signIn(app, 'baas2@example.org');
  const id = await newOrganisation(boss.visitor);
  const workplace = await openWorkplace(app, 'Wasserij');
  await signIn(app, boss.email, workplace.owner);
  await workplace.owner.post(`${workplace.base}/access`, { intent: 'keep', organisation: id });
  const member = await signIn(app, 'lid@example.org');
  await join(app, id, member, 'member');
  const files = await unzip(member.visitor, '/files/account/everything.zip');
  expect(Object.keys(files)).toEqual(['over-mij.json']);
  expect(files['over-mij.json']).not.toContain(boss.email);
});

test('a coach takes their own placements whole; the organisation’s owner only the outline', async () => {
  const boss = await signIn(app, 'teamcoach@example.org');
  const coach = await signIn(app, 'coach@example.org');
  const id = await newOrganisation(boss.visitor, 'coaching', 'Maatwerk Kempen');
  await join(app, id, coach, 'member');
  await addPlacement(id, coach.id, 'Anker 42');
  const own = await unzip(coach.visitor, '/files/account/everything.zip');
  expect(own['trajecten/anker-42.json']).toContain('geheime-nood');
  expect(own['trajecten/anker-42.json']).toContain('geheime notitie');
  for (const path of [`/files/organisations/${id}/everything.zip`, '/files/account/everything.zip']) {
    const text = JSON.stringify(await unzip(boss.visitor, path));
    expect(text).not.toContain('geheime');
    expect(text.includes('Anker 42')).toBe(path.includes('organisations'));
  }
});

test('no file holds a hash or a secret', async () => {
  const { visitor } = await signIn(app, 'baas@example.org');
  const text = JSON.stringify(await unzip(visitor, '/files/account/everything.zip?lang=en'));
  for (const { id } of await app.services.store.read.select().from(app.services.store.t.session))
    expect(text.includes(id)).toBe(false);
  expect(text).not.toMatch(/tokenHash|codeHash|token_hash/);
}, 30_000);
