import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { newOrganisation, secretOn, shareWithCoach, signIn, signInCoach } from '../support/people.ts';
import { startAssessment, type Visitor } from '../support/visitor.ts';
import { askColleague, handIn, invite, type OwnFile, ownFile, type Workplace } from '../support/workplace.ts';

/* A self-scan goes to the next version of its checklist when its owner says so, and back, and loses nothing. */

let app: TestApp;
let workplace: Workplace;

/** A retail workplace that began when version 1 was the newest. */
beforeEach(async () => {
  app = await startApp();
  const owner = app.visitor();
  const id = await startAssessment(owner, 'retail', 'Winkel Aalst');
  workplace = { app, owner, id, base: `/nl/assessments/${id}` };
  await putIn('retail@1');
});

async function putIn(checklistRef: string, editionVersionId: string | null = null) {
  const { store } = app.services;
  await store.write((tx) =>
    tx
      .update(store.t.assessment)
      .set({ checklistRef, editionVersionId })
      .where(eq(store.t.assessment.id, workplace.id)),
  );
}

const text = async (path: string, who: Visitor = workplace.owner) =>
  (await (await who.get(workplace.base + path)).text()).replaceAll('<!-- -->', '');
const move = (to: 'next' | 'back', who = workplace.owner) => who.post(`${workplace.base}/version`, { to });
const report = async (): Promise<{
  checklistRef: string;
  sections: { name: string; items: { title: string; note: string; code: string }[] }[];
}> => (await workplace.owner.get(`/files/${workplace.id}/today/report.json`)).json();
/** Of the file of one's own what must be the same over and back. */
const stored = ({ answers, actions, submissions, rounds, context }: OwnFile) => ({
  answers,
  actions,
  submissions,
  rounds,
  context,
});

/** Everything that knows an item by its id, on the question that version 2 splits. */
async function fillIn() {
  const { owner, id, base } = workplace;
  await owner.save(id, { item: 'goal-backed', value: 'in-place' });
  await owner.save(id, {
    item: 'till-and-calls',
    value: 'partly',
    note: 'De bel is geregeld',
    proof: 'Gezien op zaterdag',
  });
  await owner.save(id, { item: 'food-hygiene', value: 'tackled', note: 'Foto’s hangen er' });
  await owner.save(id, { item: 'no-bus-at-start', value: 'partly' });
  await owner.save(id, { item: 'stage-on-paper', value: 'largely' });
  const lead = await invite(workplace, 'colleague', 'team-lead');
  await lead.visitor.save(id, { item: 'till-and-calls', value: 'untouched', note: 'Op zaterdag niet' });
  const coach = await signInCoach(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  await coach.visitor.save(id, { item: 'till-and-calls', value: 'untouched' });
  const action = {
    title: 'Bel afschaffen',
    owner: 'Adjunct',
    due: '',
    instrument: '',
    note: '',
    status: 'doing',
    doneBy: '',
    doneAt: '',
    doneHow: '',
  };
  await owner.post(`${base}/plan/new`, { ...action, items: ['till-and-calls'] });
  const asked = await askColleague(workplace, 'till-and-calls', 'adjunct');
  await handIn(workplace, owner);
  await owner.save(id, { item: 'till-and-calls', value: 'tackled', note: 'Ook op zaterdag' });
  await lead.visitor.save(id, { item: 'till-and-calls', value: 'partly', note: 'Op zaterdag half' });
  await handIn(workplace, owner, { kind: 'in-between' });
  return { lead: lead.visitor, coach: coach.visitor, asked, action };
}

describe('who may move it', () => {
  test('the overview of its owner says that a newer version stands ready; a colleague is not bothered', async () => {
    expect(await text('')).toContain('Er is een nieuwere versie van deze vragenlijst');
    const { visitor } = await invite(workplace, 'colleague');
    expect(await text('', visitor)).not.toContain('nieuwere versie');
    expect((await move('next', visitor)).status).toBe(404);
    expect((await report()).checklistRef).toBe('retail@1');
  });

  test('nothing moves by itself, nor to where there is nothing', async () => {
    const before = await everything(app);
    await workplace.owner.get(`${workplace.base}/version`);
    await move('back');
    await workplace.owner.post(`${workplace.base}/version`, { to: 'elsewhere' });
    expect(await everything(app)).toBe(before);
  });
});

test('the page shows only what touches the answers, with what was typed, and both verdicts', async () => {
  await fillIn();
  const page = await text('/version');
  for (const shown of [
    'De oude vraag ging over twee dingen tegelijk',
    'Ook op zaterdag',
    'Wie deze job doet, moet ook naar de kassa.',
  ])
    expect(page).toContain(shown);
  for (const shown of [
    'Er rijdt geen bus als de job begint of stopt.',
    'Wie geen auto heeft',
    'Deze regels gelden voor elke job met voeding',
  ])
    expect(page).toContain(shown);
  expect(page).not.toContain('De vacature is bevestigd');
  expect(page).not.toContain('Jullie letten in de stage op vier punten');
  expect(page).toContain('Nu, met versie 1');
  expect(page).toContain('Met versie 2');
  expect(page).toContain('Eén beantwoorde vraag blijft zoals ze is.');
});

test('over and back: the file of one’s own is the same, and so is the report', async () => {
  await fillIn();
  const [file, before] = [stored(await ownFile(workplace)), (await report()).sections];
  expect((await move('next')).status).toBe(302);
  expect((await report()).checklistRef).toBe('retail@2');
  expect(stored(await ownFile(workplace))).toEqual(file);
  expect((await move('back')).status).toBe(302);
  expect(stored(await ownFile(workplace))).toEqual(file);
  expect((await report()).sections).toEqual(before);
  expect(await text('/access')).toContain('De zelfscan ging naar versie 2');
  expect(await text('/access')).toContain('De zelfscan ging naar versie 1');
});

describe('after moving', () => {
  test('earlier answers stand beside the new questions, on the overview and in every report', async () => {
    await fillIn();
    await move('next');
    const section = await text('/sections/work-design');
    expect(section).toContain('Vroeger antwoord (versie 1).');
    expect(section).toContain('De kassa of een oproep haalt de collega weg');
    expect(section).toContain('Ook op zaterdag');
    expect(await text('')).toContain('Foto’s hangen er');
    const earlier = (await report()).sections.at(-1);
    expect(earlier?.name).toBe('Vroegere antwoorden, uit een andere versie');
    expect(earlier?.items.map(({ title, note, code }) => [code, title, note])).toEqual([
      ['v1', 'De kassa of een oproep haalt de collega weg van het eigen werk.', 'Op zaterdag half'],
      ['v1', 'De job komt in contact met voeding en hygiëneregels.', 'Foto’s hangen er'],
      ['v1', 'Voor de stage staat op papier wie betaalt en wie verzekert.', ''],
    ]);
    for (const extension of ['pdf', 'docx', 'xlsx', 'ics'])
      expect((await workplace.owner.get(`/files/${workplace.id}/today/report.${extension}`)).status).toBe(200);
  });

  test('a coach who did not answer there does not see what the employer said before', async () => {
    const { coach } = await fillIn();
    await move('next');
    const page = await text('/sections/framework', coach);
    expect(page).toContain('waarop jullie letten');
    expect(page).not.toContain('Vroeger antwoord');
  });

  test('hand-ins stay as they were, and the rounds still tell what moved', async () => {
    await fillIn();
    const { submissions } = await ownFile(workplace);
    await move('next');
    expect((await ownFile(workplace)).submissions).toEqual(submissions);
    expect(await text('/rounds')).toContain('De kassa of een oproep haalt de collega weg');
    await workplace.owner.save(workplace.id, { item: 'till-duty', value: 'tackled' });
    expect((await handIn(workplace, workplace.owner, { kind: 'in-between' })).status).toBe(302);
    expect(await text('/rounds')).not.toContain('Wie deze job doet, moet ook naar de kassa');
    expect(await text('/result')).toContain('versie 2');
  });

  test('an action shows the new questions, and keeps the old one when it is saved', async () => {
    const { action } = await fillIn();
    await move('next');
    const plan = await text('/plan');
    const path =
      /\/plan\/([\w-]+)"[^>]*>[^<]*Bel afschaffen/.exec(plan)?.[1] ??
      /\/plan\/((?!new)[\w-]{10,})"/.exec(plan)?.[1] ??
      '';
    const form = await text(`/plan/${path}`);
    const ticked = [...form.matchAll(/<input[^>]*name="items"[^>]*>/g)]
      .map(([input]) => input)
      .filter((one) => one.includes('checked'));
    expect(ticked.map((one) => /value="([^"]+)"/.exec(one)?.[1])).toEqual(['till-duty', 'calls-interrupt']);
    await workplace.owner.post(`${workplace.base}/plan/${path}`, { ...action, items: ['calls-interrupt'] });
    await move('back');
    expect(await text(`/plan/${path}`)).toMatch(
      /value="till-and-calls"[^>]*checked|checked[^>]*value="till-and-calls"/,
    );
    await move('next');
    const again = [...(await text(`/plan/${path}`)).matchAll(/<input[^>]*name="items"[^>]*>/g)].map(([input]) => input);
    expect(again.filter((one) => one.includes('checked')).map((one) => /value="([^"]+)"/.exec(one)?.[1])).toEqual([
      'calls-interrupt',
    ]);
  });

  test('a question that was asked of one colleague can still be answered, and stands beside the new ones', async () => {
    const { asked } = await fillIn();
    await move('next');
    const colleague = app.visitor();
    const page = await (await colleague.get(asked.path)).text();
    expect(page).toContain('De kassa of een oproep haalt de collega weg');
    expect(page).toContain('Deze vraag is intussen vernieuwd');
    const fields = {
      'till-and-calls.value': 'partly',
      'till-and-calls.note': 'Van de adjunct',
      'till-and-calls.id': crypto.randomUUID(),
    };
    expect((await colleague.post(asked.path, fields)).status).toBe(200);
    expect(await text('/sections/work-design')).toContain('Van de adjunct');
    expect(await text('/access')).toContain('De kassa of een oproep haalt de collega weg');
  });

  test('a page that was open when it moved loses nothing, with and without script', async () => {
    const { lead } = await fillIn();
    await move('next');
    expect(
      (await lead.save(workplace.id, { item: 'food-hygiene', value: 'partly', note: 'Nog snel getypt' })).status,
    ).toBe(200);
    const fields = { 'stage-on-four-points.value': 'started', 'stage-on-four-points.id': crypto.randomUUID() };
    await lead.post(`${workplace.base}/sections/matching`, fields);
    const items = (await ownFile(workplace)).answers.map(({ item, value }) => `${item} ${value}`);
    expect(items).toContain('food-hygiene partly');
    expect(items).toContain('stage-on-four-points started');
  });

  test('what is answered in version 2 waits there and comes back with it', async () => {
    await fillIn();
    await move('next');
    await workplace.owner.save(workplace.id, { item: 'temporary-staff', value: 'tackled', note: 'Blad ligt klaar' });
    await move('back');
    expect(await text('')).toContain('Blad ligt klaar');
    await move('next');
    expect(
      (await report()).sections.flatMap(({ items }) => items).find(({ note }) => note === 'Blad ligt klaar')?.code,
    ).toMatch(/^\d/);
  });

  test('the comparison lays the floor beside the question that took the place of the old one', async () => {
    const { lead } = await fillIn();
    await workplace.owner.post(`${workplace.base}/voice`, { intent: 'open' });
    const path = `/nl/voice/${await secretOn(workplace.owner, `${workplace.base}/voice`, 'voice')}`;
    for (let device = 0; device < 5; device++) {
      const worker = app.visitor();
      await worker.get(path);
      expect((await worker.post(path, { 'finish-first': 'no' })).status).toBe(302);
    }
    const floorBeside = async (title: string) => {
      const page = await text('/compare');
      return (
        page.slice(page.indexOf(title)).includes('Nee: 5') && page.includes('Mag je je taak eerst rustig afmaken?')
      );
    };
    expect(await floorBeside('De kassa of een oproep haalt')).toBe(true);
    await move('next');
    await workplace.owner.save(workplace.id, { item: 'calls-interrupt', value: 'tackled' });
    await lead.save(workplace.id, { item: 'calls-interrupt', value: 'untouched' });
    expect(await floorBeside('Een bel of oproep haalt de collega weg')).toBe(true);
    await move('back');
    expect(await floorBeside('De kassa of een oproep haalt')).toBe(true);
  });

  test('its file opens elsewhere with its earlier answers, and can go back there', async () => {
    await fillIn();
    await move('next');
    const file = await ownFile(workplace);
    const other = app.visitor();
    const form = new FormData();
    form.set('file', new File([JSON.stringify(file)], 'toolbox.json', { type: 'application/json' }));
    const cookie = [...other.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const opened = await fetch(`${app.url}/nl/import`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { Cookie: cookie },
    });
    expect(opened.status).toBe(302);
  });
});

describe('in a federation’s edition', () => {
  const edition = { id: 'ed', slug: 'winkels', sector: 'retail' as const };
  const content = { languages: ['nl'], name: { nl: 'Winkels' }, hidden: [], items: [], remedies: [], instruments: [] };

  async function publish(number: number, checklistRef: string) {
    const { store } = app.services;
    const at = new Date();
    const row = { id: `v${number}`, editionId: 'ed', number, checklistRef, content: content as never, publishedAt: at };
    await store.write((tx) => tx.insert(store.t.editionVersion).values(row));
  }

  /** The content of an edition is its core's here; what an edition adds is not what moves. */
  beforeEach(async () => {
    const { services } = app;
    services.findChecklist = async (ref, language) => {
      const checklist = services.findCore(ref.split('+')[0] ?? '', language);
      return checklist && { ...checklist, ref };
    };
    const { visitor } = await signIn(app, 'federatie@example.org');
    const organisationId = await newOrganisation(visitor, 'federation', 'Winkelfederatie');
    const at = new Date();
    await services.store.write((tx) =>
      tx
        .insert(services.store.t.edition)
        .values({ ...edition, organisationId, draft: content as never, createdAt: at, changedAt: at }),
    );
    await publish(3, 'retail@1');
    await putIn('retail@1+winkels@3', 'v3');
  });

  const where = async () => {
    const { store } = app.services;
    const [row] = await store.read.select().from(store.t.assessment).where(eq(store.t.assessment.id, workplace.id));
    return [row?.checklistRef, row?.editionVersionId];
  };

  test('it waits for the edition, and says so', async () => {
    await publish(4, 'retail@1');
    expect(await text('/version')).toContain('die volgt de nieuwe versie nog niet');
    await move('next');
    expect(await where()).toEqual(['retail@1+winkels@3', 'v3']);
  });

  test('it goes to the edition’s own version of the new core, and back to the one it came from', async () => {
    await publish(4, 'retail@1');
    await publish(5, 'retail@2');
    await move('next');
    expect(await where()).toEqual(['retail@2+winkels@5', 'v5']);
    await move('back');
    expect(await where()).toEqual(['retail@1+winkels@3', 'v3']);
  });
});
