import { readFileSync } from 'node:fs';
import type { Library } from '#app/content/library.ts';
import { openStore } from '#app/data/store.server.ts';
import type { Item } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { publishAll } from './figures.ts';
import { confirmPath, finishPilot, newPilot } from './pilot.ts';
import { type PreparedCampaign, prepareCampaign } from './prepared-campaign.ts';
import { type PreparedPlacement, preparePlacement } from './prepared-placement.ts';
import { find, findIn, share } from './share.ts';
import { newVisitor, startAssessment, type Visitor } from './visitor.ts';

/** An assessment with something of everything on its pages, and who may see it. */
export type Prepared = PreparedPlacement & {
  assessment: string;
  cookies: { name: string; value: string }[];
  section: string;
  item: string;
  remedy: string;
  action: string;
  /** Tokens of links. */
  reader: string;
  /** Of a share that waits for its coach, and of the floor. */
  offer: string;
  voice: string;
  ask: string;
  receipt: string;
  email: string;
  /** An organisation of whoever is signed in with these cookies, with the assessment in it, and who is invited. */
  organisation: string;
  invited: string;
  /** A pilot of that organisation, finished, and the path of its partner's link without the language. */
  pilot: string;
  confirm: string;
  campaign: PreparedCampaign;
  /** A federation of theirs, with an action in its sector plan and a key; figures of care were published. */
  federation: string;
};

/**
 * Fills a new assessment over HTTP: answers, notes, a dispute, a hand-in, a plan, links, a digest that waits; its owner is
 * signed in and coaches a placement there.
 */
export async function prepare(url: string, dataDir: string): Promise<Prepared> {
  const owner = newVisitor(url);
  const assessment = await startAssessment(owner, 'care', 'keuken, gelijkvloers');
  const base = `/nl/assessments/${assessment}`;
  const items = askedItems();
  for (const [index, item] of items.entries()) await owner.save(assessment, answerTo(item, index));
  const disputed = items[0] as Item;
  await disagree(url, owner, assessment, disputed);
  await owner.post(`${base}/hand-in`, { id: 'prepared-hand-in', counted: '', kind: 'baseline' });
  const remedy = await planAll(owner, base, disputed);
  await teamLeadDiffers(url, owner, assessment, items);
  await owner.post(`${base}/share`, { intent: 'offer', scope: ['plan'], months: '3' });
  await owner.post(`${base}/voice`, { intent: 'open' });
  const voice = await find(owner, `${base}/voice`, /\/nl\/voice\/([\w-]+)/);
  const email = 'prepared@example.org';
  await owner.post(`${base}/access`, { intent: 'digest', email });
  const reader = await share(owner, base, 'reader');
  const placed = await preparePlacement(url, dataDir, assessment, owner);
  const organisation = await organise(owner, assessment);
  const pilot = await newPilot(owner, `/nl/organisations/${organisation}`);
  await finishPilot(owner, pilot);
  const campaign = await prepareCampaign(url, dataDir, owner);
  return {
    ...placed,
    pilot: pilot.split('/').at(-1) ?? '',
    confirm: (await confirmPath(owner, pilot)).replace('/nl/', '/'),
    assessment,
    organisation,
    campaign,
    invited: await inviteTo(owner, organisation),
    federation: await federate(owner, dataDir),
    section: disputed.dimension,
    item: disputed.id,
    remedy,
    action: await find(owner, `${base}/plan`, /\/plan\/(?!new)([\w-]+)"/),
    reader,
    offer: await find(owner, `${base}/share`, /\/nl\/share\/([\w-]+)/),
    voice,
    ask: await ask(owner, `${base}/items/${items[1]?.id}`),
    receipt: await deleteAnother(url),
    email,
    cookies: [...owner.cookies].map(([name, value]) => ({ name, value })),
  };
}

/** Keeps the assessment in a new organisation, beside a duplicate of it and a federation. */
async function organise(owner: Visitor, assessment: string): Promise<string> {
  const make = async (name: string, kind = 'employer') => {
    const made = await owner.post('/nl/organisations', { kind, name, label: 'HR-verantwoordelijke' });
    return (made.headers.get('Location') ?? '').split('/').at(-1) ?? '';
  };
  const organisation = await make('Woonzorgcentrum De Linde');
  await make('WZC De Linde vzw');
  await make('Federatie van de zorg', 'federation');
  await owner.post(`/nl/assessments/${assessment}/access`, { intent: 'keep', organisation });
  return organisation;
}

/** A federation with something on each of its pages of figures. */
async function federate(owner: Visitor, dataDir: string): Promise<string> {
  const fields = { kind: 'federation', name: 'Federatie van de zorg', label: 'Studiedienst' };
  const made = await owner.post('/nl/organisations', fields);
  const federation = (made.headers.get('Location') ?? '').split('/').at(-1) ?? '';
  const base = `/nl/organisations/${federation}`;
  await owner.post(`${base}/keys`, { intent: 'make', label: 'website' });
  const action = { action: '', item: '', owner: 'Studiedienst', due: '2027-01-31', status: 'doing', note: '' };
  await owner.post(`${base}/sector-plan?sector=care`, { ...action, title: 'Cursus voor meters en peters' });
  const store = await openStore({ databaseUrl: `file:${dataDir}/toolbox.db` });
  await publishAll(store, 'sector:care');
  await store.close();
  return federation;
}

async function inviteTo(owner: Visitor, organisation: string): Promise<string> {
  const email = 'collega@example.org';
  await owner.post(`/nl/organisations/${organisation}/people`, { intent: 'invite', email, role: 'member' });
  return email;
}

/** What a care workplace is asked about which little is known. */
function askedItems(): Item[] {
  const library = JSON.parse(readFileSync(new URL('../../build/content.json', import.meta.url), 'utf8')) as Library;
  const checklist = library.checklists['care@1']?.nl;
  if (!checklist) throw new Error('build/content.json has no care@1');
  const unknown = 'unknown';
  return itemsFor(checklist, { subSector: 'other', size: unknown, place: unknown, targetJob: unknown, shifts: [] });
}

/** Every kind of answer in turn; the last question stays open. */
function answerTo(item: Item, index: number) {
  const values =
    item.kind === 'prerequisite'
      ? ['in-place', 'largely', 'not-yet', 'not-applicable', 'in-place', 'started', 'unknown']
      : ['partly', 'untouched', 'tackled', 'absent', 'unknown'];
  const value = values[index % values.length] as string;
  return {
    item: item.id,
    value,
    reasonText: value === 'not-applicable' ? 'Dit doet het hoofdhuis voor ons.' : '',
    note: index % 4 === 0 ? `Nog te bespreken met ${'de preventiedienst '.repeat(5)}en ${'w'.repeat(80)}` : '',
    proof: index % 5 === 0 ? 'Afspraken in het teamoverleg van maart.' : '',
  };
}

/** A colleague with the same voice answers the first question otherwise. */
async function disagree(url: string, owner: Visitor, assessment: string, item: Item) {
  const colleague = newVisitor(url);
  await colleague.get(`/nl/open/${await share(owner, `/nl/assessments/${assessment}`, 'colleague')}`);
  await colleague.save(assessment, { item: item.id, value: 'not-yet', note: 'Ik weet hier niets van.' });
}

/** The team lead sees some things otherwise, and says why. */
async function teamLeadDiffers(url: string, owner: Visitor, assessment: string, items: Item[]) {
  const lead = newVisitor(url);
  await lead.get(`/nl/open/${await share(owner, `/nl/assessments/${assessment}`, 'colleague', 'team-lead')}`);
  for (const item of items.slice(1, 6)) {
    const value = item.kind === 'prerequisite' ? 'started' : 'partly';
    await lead.save(assessment, { item: item.id, value, note: 'Op de vloer ziet dat er anders uit.' });
  }
}

/** Takes the shortest way over in the plan, and adds an action of their own that is late. */
async function planAll(owner: Visitor, base: string, item: Item): Promise<string> {
  const page = await (await owner.get(`${base}/plan`)).text();
  const remedies = [...page.matchAll(/name="remedy" value="([\w-]+)"/g)].map((found) => found[1] as string);
  await owner.post(`${base}/plan`, { remedy: remedies });
  await owner.post(`${base}/plan/new`, {
    title: 'Afspraken op papier zetten',
    owner: 'Teamcoach keuken',
    due: '2025-01-31',
    status: 'doing',
    instrument: '',
    note: 'Vraag eerst na bij de zetel.',
    items: [item.id],
    doneBy: '',
    doneAt: '',
    doneHow: '',
  });
  return remedies[0] as string;
}

const ask = async (owner: Visitor, page: string): Promise<string> =>
  findIn(
    await owner.post(page, { who: 'Hoofdverpleegkundige', question: 'Hoe loopt dit bij jou?' }),
    /\/ask\/([\w-]+)"/,
  );

async function deleteAnother(url: string): Promise<string> {
  const visitor = newVisitor(url);
  const assessment = await startAssessment(visitor, 'retail');
  const response = await visitor.post(`/nl/assessments/${assessment}/delete`, {});
  return (response.headers.get('Location') ?? '').split('/').at(-1) ?? '';
}
