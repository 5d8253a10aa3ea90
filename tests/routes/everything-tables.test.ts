import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlite } from '#app/data/dialect.ts';
import { tables } from '#app/data/tables.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newInvitation, newOrganisation, type SignedInVisitor, signIn, storePlacement } from '../support/people.ts';
import { newPilot } from '../support/pilot.ts';
import { handIn, openWorkplace } from '../support/workplace.ts';

/* Over every table: either what is in it goes along with everything of an organisation, or it says why it does not. */

const ofAPerson = 'of a person: it goes along with everything of that person';
const ofItsCoach = 'personal data of a placement: it goes along with everything of its coach';
const ofTheService = 'how the service does its work';
const ofMany = 'of many organisations together, or of others';
const leftOut: Record<string, string> = {
  person: ofAPerson,
  passkey: ofAPerson,
  session: ofAPerson,
  signInLink: ofAPerson,
  caseloadMail: ofAPerson,
  link: 'opens something: the page of access shows who has one',
  log: 'stands on the page of access of the workplace',
  digest: 'the address that somebody gave to be mailed',
  workerDevice: 'a trace of a device; shown to nobody',
  workerCount: 'shown from five devices on, on its page alone',
  placementEvent: ofItsCoach,
  placementNeed: ofItsCoach,
  placementThreshold: ofItsCoach,
  triedRemedy: ofItsCoach,
  placementNote: ofItsCoach,
  guidance: ofItsCoach,
  waiver: ofItsCoach,
  visit: ofItsCoach,
  task: ofItsCoach,
  carvedJob: ofItsCoach,
  followUp: ofItsCoach,
  followUpForm: ofItsCoach,
  followUpStop: ofItsCoach,
  handover: ofItsCoach,
  pilotAssessment: 'what is linked belongs to a workplace, and counts only while it is shared',
  pilotPlacement: 'what is linked belongs to a coach, and counts only while it is seen',
  uptake: ofMany,
  figureNight: ofMany,
  figureTable: ofMany,
  figureMember: ofMany,
  figureMaking: ofMany,
  figureStanding: ofMany,
  factsShape: ofMany,
  countedPlan: 'the plan of a hand-in as it stands in figures; the plan itself goes along with its workplace',
  job: ofTheService,
  mail: ofTheService,
  guess: ofTheService,
  deletion: ofTheService,
};

/** Words that stand in a row of each table that goes along, and so in the file. */
const taken: Record<string, string> = {
  organisation: 'in-organisation',
  membership: 'HR-verantwoordelijke',
  invitation: 'in-invitation@example.org',
  organisationLog: 'workplace-kept',
  edition: 'in-edition',
  editionVersion: 'in-edition-version',
  logo: 'aW4tbG9nbw==',
  campaign: 'in-campaign',
  apiKey: 'in-api-key',
  sectorAction: 'in-sector-action',
  pilot: 'in-pilot',
  pilotPhase: 'in-phase',
  pilotPartner: 'in-partner',
  pilotEntry: 'in-entry',
  pilotLesson: 'in-lesson',
  placement: 'In Code',
  assessment: 'in-assessment',
  answer: 'in-answer',
  currentAnswer: '"open": true',
  round: '"kind": "baseline"',
  submission: 'toolbox-doorstroom/report',
  action: 'in-action',
  remark: 'in-remark',
};
const secret = 'the-hash-of-a-key';

let app: TestApp;
let boss: SignedInVisitor;
let kept = '';

beforeAll(async () => {
  app = await startApp();
  boss = await signIn(app, 'baas@example.org');
  const federation = await newOrganisation(boss.visitor, 'federation', 'in-organisation');
  await newInvitation(app, federation, 'in-invitation@example.org', 'viewer');
  await makeEdition(federation);
  await makePilot(federation);
  const employer = await newOrganisation(boss.visitor);
  await keepWorkplace(employer);
  await storePlacement(app, boss, { organisationId: employer, code: 'In Code' });
  for (const id of [federation, employer]) kept += await unzip(id);
}, 120_000);

async function makeEdition(organisationId: string) {
  const { store, now } = app.services;
  const { t } = store;
  const [at, content] = [now(), { name: { nl: 'Editie' } } as never];
  await store.write(async (tx) => {
    const edition = { id: 'e', organisationId, sector: 'care', slug: 'in-edition' } as const;
    await tx.insert(t.edition).values({ ...edition, draft: content, createdAt: at, changedAt: at });
    const version = { id: 'v', editionId: 'e', number: 1, checklistRef: 'care@1', changes: 'in-edition-version' };
    await tx.insert(t.editionVersion).values({ ...version, content, publishedAt: at });
    const body = taken.logo as string;
    await tx.insert(t.logo).values({ id: 'l', organisationId, mime: 'image/png', body, createdAt: at });
    const campaign = { id: 'c', editionId: 'e', slug: 'voorjaar', title: 'in-campaign', createdAt: at };
    await tx.insert(t.campaign).values(campaign);
    const key = { id: 'k', organisationId, label: 'in-api-key', tokenHash: secret, createdAt: at };
    await tx.insert(t.apiKey).values(key);
    const action = { id: 'a', organisationId, sector: 'care', title: 'in-sector-action' } as const;
    await tx.insert(t.sectorAction).values({ ...action, createdAt: at, changedAt: at });
  });
}

async function makePilot(organisation: string) {
  const { visitor } = boss;
  const pilot = await newPilot(visitor, `/nl/organisations/${organisation}`, { title: 'in-pilot' });
  await visitor.post(`${pilot}/phases/0`, { status: 'skipped', note: 'in-phase', doneOn: '' });
  const partner = { partner: '', partnerKind: 'employer', partnerName: 'in-partner', contribution: '' };
  await visitor.post(pilot, { intent: 'partner', ...partner });
  await visitor.post(pilot, { intent: 'entry', phase: '0', day: '2026-01-05', entry: 'in-entry' });
  await visitor.post(pilot, { intent: 'lesson', lessonKind: 'advice', lesson: 'in-lesson', item: '' });
}

async function keepWorkplace(organisation: string) {
  const workplace = await openWorkplace(app, 'in-assessment');
  const { owner, base, id } = workplace;
  await signIn(app, boss.email, owner);
  await owner.save(id, { item: 'goal-backed', value: 'largely', note: 'in-answer' });
  await owner.post(`${base}/items/goal-backed`, { intent: 'remark', kind: 'unclear', note: 'in-remark' });
  const action = { title: 'in-action', owner: '', due: '', status: 'todo', instrument: '', note: '' };
  await owner.post(`${base}/plan/new`, { ...action, doneBy: '', doneAt: '', doneHow: '' });
  await handIn(workplace, owner);
  await owner.post(`${base}/access`, { intent: 'keep', organisation });
}

async function unzip(organisation: string): Promise<string> {
  const response = await boss.visitor.get(`/files/organisations/${organisation}/everything.zip`);
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await response.arrayBuffer())));
  const files = (await reader.getEntries()).filter((one) => !one.directory && one.filename.endsWith('.json'));
  const texts = files.map(async (one) => {
    const body = one.directory ? null : await one.getData(new Uint8ArrayWriter());
    return Buffer.from(body ?? []).toString('utf8');
  });
  return (await Promise.all(texts)).join('\n');
}

test('every table is one of the two, and no more', () => {
  const names = Object.keys(tables(sqlite));
  expect([...Object.keys(taken), ...Object.keys(leftOut)].sort()).toEqual(names.sort());
});

describe('goes along', () => {
  test.each(Object.entries(taken))('%s', (_table, words) => {
    expect(kept).toContain(words);
  });

  test('and no key, hash or link', () => {
    expect(kept).not.toContain(secret);
    expect(kept).not.toMatch(/tokenHash|token_hash|codeHash/);
  });
});
