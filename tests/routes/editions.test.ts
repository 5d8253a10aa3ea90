import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEditionFile, writeEditionFile } from '#app/content/edition-file.ts';
import { findEdition, listEditionVersions } from '#app/data/edition.server.ts';
import { largestLogo } from '#app/domain/logo.ts';
import { everything, startApp, type TestApp } from '../support/app.ts';
import { buildEdition, publishElsewhere, publishIn } from '../support/edition.ts';
import { join, newOrganisation, shareWithCoach, signIn, signInCoach, storePlacement } from '../support/people.ts';
import { startAssessmentFields, type Visitor } from '../support/visitor.ts';
import { invite } from '../support/workplace.ts';

let app: TestApp;
let owner: Visitor;
let federation: string;

beforeAll(async () => {
  app = await startApp();
  owner = (await signIn(app, 'owner@federation.example')).visitor;
  federation = await newOrganisation(owner, 'federation', 'Onze federatie');
});

const base = (id: string) => `/nl/organisations/${federation}/editions/${id}`;
const draftOf = async (id: string) => (await findEdition(app.services.store, federation, id))?.draft;
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const seenOn = async (path: string) => /name="seen" value="([^"]+)"/.exec(await textOf(owner, path))?.[1] ?? '';

/** Somebody who works at the federation. */
async function joined(role: 'member' | 'viewer'): Promise<Visitor> {
  const person = await signIn(app, `${crypto.randomUUID()}@federation.example`);
  await join(app, federation, person, role);
  return person.visitor;
}

/** A form with a file in it, as a browser sends it. */
function withFile(fields: Record<string, string>, name: string, file: File): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set(name, file);
  return form;
}
const send = (visitor: Visitor, path: string, body: FormData) =>
  fetch(app.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '), Origin: app.url },
  });

describe('the pages of an edition', () => {
  const pages = [
    '',
    '/preview',
    '/preview?show=result',
    '/preview?show=guidance',
    '/publish',
    '/import',
    '/items/own-study-day',
    '/remedies/new',
  ];

  test('open by role, and are not there for anybody else', async () => {
    const { id } = await publishIn(app.services, federation);
    const member = await joined('member');
    const viewer = await joined('viewer');
    const elsewhere = await publishElsewhere(app);
    const stranger = (await signIn(app, 'stranger@federation.example')).visitor;
    await newOrganisation(stranger, 'federation', 'Een andere');
    const employer = await newOrganisation(owner, 'employer');
    for (const page of pages) {
      const path = base(id) + page;
      expect((await owner.get(path)).status, path).toBe(200);
      expect((await member.get(path)).status, path).toBe(page === '/publish' ? 404 : 200);
      expect((await viewer.get(path)).status, path).toBe(404);
      expect((await stranger.get(path)).status, path).toBe(404);
      expect((await owner.get(base(elsewhere.id) + page)).status, 'of another federation').toBe(404);
      expect((await owner.get(path.replace(federation, employer))).status, 'of an employer').toBe(404);
    }
    const file = `/files/editions/${id}/edition.yaml`;
    expect((await member.get(file)).status).toBe(200);
    expect((await viewer.get(file)).status).toBe(404);
    expect((await stranger.get(file)).status).toBe(404);
  });

  test('change nothing for who may not', async () => {
    const { id } = await publishIn(app.services, federation);
    const viewer = await joined('viewer');
    const member = await joined('member');
    const before = await everything(app);
    for (const page of ['', '/publish', '/import', '/items/own-study-day'])
      expect((await viewer.post(base(id) + page, { seen: 'x' })).status).toBe(404);
    expect((await member.post(`${base(id)}/publish`, { seen: '0', changes: '' })).status).toBe(404);
    expect((await member.post(base(id), { intent: 'withdraw' })).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });
});

describe('a federation makes an edition', () => {
  test('from nothing to a version in which a member starts', async () => {
    const made = await owner.post(`/nl/organisations/${federation}/editions`, {
      name: 'Zorg samen',
      slug: 'zorg-samen',
      sector: 'care',
    });
    const id = made.headers.get('Location')?.split('/').at(-1) ?? '';
    expect(made.status).toBe(302);
    expect((await owner.post(`${base(id)}/publish`, { seen: '0', changes: '' })).status).toBe(422);
    const head = {
      languages: ['nl'],
      'name.nl': 'Zorg samen',
      'intro.nl': 'Samen maken we plaats.',
      accent: '#1F4E8C',
    };
    expect((await owner.post(base(id), { ...head, seen: await seenOn(base(id)) })).status).toBe(302);
    expect(await draftOf(id)).toMatchObject({ accent: '#1f4e8c', intro: { nl: 'Samen maken we plaats.' } });
    const seen = await seenOn(`${base(id)}/publish`);
    expect((await owner.post(`${base(id)}/publish`, { seen, changes: 'Onze eerste.' })).status).toBe(302);
    expect((await listEditionVersions(app.services.store, id))[0]).toMatchObject({
      number: 1,
      changes: 'Onze eerste.',
    });

    const employer = app.visitor();
    expect(await textOf(employer, '/nl/editions/zorg-samen')).toContain('Samen maken we plaats.');
    const started = await employer.post('/nl/editions/zorg-samen/start', startAssessmentFields);
    const assessment = /\/assessments\/([^/]+)/.exec(started.headers.get('Location') ?? '')?.[1] ?? '';
    const rows = await app.services.store.read.select().from(app.services.store.t.assessment);
    expect(rows.find((one) => one.id === assessment)).toMatchObject({ checklistRef: 'care@1+zorg-samen@1' });
    expect(await textOf(employer, `/nl/assessments/${assessment}/result`)).toContain('Onze federatie');

    await owner.post(base(id), { intent: 'withdraw' });
    expect((await employer.get('/nl/editions/zorg-samen')).status).toBe(404);
    expect((await employer.get(`/nl/assessments/${assessment}/result`)).status).toBe(200);
  });

  test('an own item is answered, stands on its own line in the report, and a hand-in says which edition it is of', async () => {
    const { id, slug } = await publishIn(app.services, federation);
    const employer = app.visitor();
    const started = await employer.post(`/nl/editions/${slug}/start`, startAssessmentFields);
    const assessment = /\/assessments\/([^/]+)/.exec(started.headers.get('Location') ?? '')?.[1] ?? '';
    expect(await textOf(employer, `/nl/assessments/${assessment}/sections/guidance`)).toContain(
      'Ook gevraagd door Onze federatie',
    );
    expect((await employer.save(assessment, { item: 'own-study-day', value: 'not-yet' })).status).toBe(200);
    await employer.post(`/nl/assessments/${assessment}/hand-in`, {
      id: `hand-in-${id}`,
      counted: '',
      kind: 'baseline',
    });
    const report = await (await employer.get(`/files/${assessment}/newest/report.json`)).json();
    expect(report.sections.at(-1)).toMatchObject({ own: true, name: 'Ook gevraagd door Onze federatie' });
    expect(report.sections.at(-1).items[0]).toMatchObject({ neededBy: null, met: null });
    expect(report.notes.join(' ')).toContain('Ons huis');
    const submissions = await app.services.store.read.select().from(app.services.store.t.submission);
    expect(submissions.find((one) => one.assessmentId === assessment)?.editionId).toBe(id);
    const own = await (await employer.get(`/files/${assessment}/own/assessment.json`)).text();
    const again = app.visitor();
    const opened = await send(again, '/nl/import', withFile({}, 'file', new File([own], 'own.json')));
    expect(opened.status).toBe(302);
  });

  test('an own item says who asked it on the list to check, beside differing voices and at a placement', async () => {
    const { slug } = await publishIn(app.services, federation);
    const employer = app.visitor();
    const started = await employer.post(`/nl/editions/${slug}/start`, startAssessmentFields);
    const id = /\/assessments\/([^/]+)/.exec(started.headers.get('Location') ?? '')?.[1] ?? '';
    const base = `/nl/assessments/${id}`;
    await employer.save(id, { item: 'own-study-day', value: 'not-yet' });
    const marked = 'Iemand van de plek komt naar onze studiedag.';
    const asker = 'Ook gevraagd door Onze federatie';
    const tagged = new RegExp(`${marked}.{0,80}${asker}`, 's');
    expect(await textOf(employer, base)).toMatch(tagged);

    const workplace = { app, id, base, owner: employer };
    const { visitor: lead } = await invite(workplace, 'colleague', 'team-lead');
    await lead.save(id, { item: 'own-study-day', value: 'in-place' });
    expect(await textOf(employer, `${base}/compare`)).toMatch(new RegExp(`${asker}.{0,300}${marked}`, 's'));

    const coach = await signInCoach(app, 'coach-in-editie@example.org');
    await shareWithCoach(workplace, coach);
    const placement = await storePlacement(app, coach, { assessmentId: id });
    const at = `/nl/placements/${placement.id}`;
    const threshold = { intent: 'threshold', text: 'Niemand ging mee', weight: 'small', item: 'own-study-day' };
    await coach.visitor.post(at, threshold);
    const page = await textOf(coach.visitor, at);
    expect(page.split(`${marked} (${asker})`).length, 'in the choice and at the threshold').toBeGreaterThan(2);
  });

  test('a question without a title is not kept, and what was typed comes back; one with only a title is', async () => {
    const { id } = await publishIn(app.services, federation);
    const path = `${base(id)}/items/new`;
    const fields = { dimension: 'guidance', kind: 'prerequisite', neededBy: '2', 'why.nl': 'Omdat het telt.' };
    const before = await everything(app);
    const refused = await owner.post(path, { ...fields, 'title.nl': '  ', seen: await seenOn(path) });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Omdat het telt.');
    expect(page).toContain('Vul dit nog in.');
    expect(await everything(app)).toBe(before);
    const kept = await owner.post(path, { ...fields, 'title.nl': 'Nog te schrijven', seen: await seenOn(path) });
    expect(kept.headers.get('Location')).toContain('/items/own-nog-te-schrijven');
  });

  test('two editors of one question do not overwrite each other unseen', async () => {
    const { id } = await publishIn(app.services, federation);
    const path = `${base(id)}/remedies/own-join-day`;
    const seen = await seenOn(path);
    const form = (title: string) => ({
      seen,
      effort: '1',
      ...Object.fromEntries(
        ['title', 'week', 'quarter', 'who', 'call'].flatMap((one) => [
          [`${one}.nl`, title],
          [`${one}.en`, title],
        ]),
      ),
      instruments: ['own-day-fund'],
    });
    expect((await owner.post(path, form('Eerste'))).status).toBe(302);
    const second = await owner.post(path, form('Tweede'));
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Tweede');
    expect((await draftOf(id))?.remedies[0]?.title.nl).toBe('Eerste');
    const [, fresh = ''] = /name="seen" value="([^"]+)"/.exec(page) ?? [];
    expect((await owner.post(path, { ...form('Tweede'), seen: fresh })).status).toBe(302);
    expect((await draftOf(id))?.remedies[0]?.title.nl).toBe('Tweede');
  });

  test('an upload that is no picture comes back beside its field, and one that is gets cleaned', async () => {
    const { id } = await publishIn(app.services, federation);
    const head = {
      languages: 'nl',
      'name.nl': 'Ons huis',
      'intro.nl': 'Welkom.',
      'logoText.nl': 'Logo',
      seen: await seenOn(base(id)),
    };
    const bad = await send(owner, base(id), withFile(head, 'logo', new File(['<html>'], 'logo.png')));
    expect(bad.status).toBe(422);
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>';
    expect((await send(owner, base(id), withFile(head, 'logo', new File([svg], 'logo.svg')))).status).toBe(302);
    const logo = (await draftOf(id))?.logo;
    const shown = await app.visitor().get(`/brand/logos/${logo}`);
    expect(shown.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
    expect(shown.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(await shown.text()).not.toMatch(/alert|script|onload/);
  });
});

describe('an edition as a file', () => {
  const put = async (id: string, text: string) =>
    send(
      owner,
      `${base(id)}/import`,
      withFile({ seen: await seenOn(`${base(id)}/import`) }, 'file', new File([text], 'edition.yaml')),
    );

  test('comes back as it went out', async () => {
    const { id } = await publishIn(app.services, federation);
    const other = await publishIn(app.services, federation, buildEdition({ items: [], remedies: [], instruments: [] }));
    const file = await textOf(owner, `/files/editions/${id}/edition.yaml`);
    expect((await put(other.id, file)).status).toBe(302);
    expect(await draftOf(other.id)).toEqual(await draftOf(id));
  });

  test('holds a picture as large as one may be', () => {
    const logo = { id: 'x', mime: 'image/png', body: randomBytes(largestLogo).toString('base64') } as const;
    const opened = readEditionFile('a.yaml', writeEditionFile('care', buildEdition(), logo));
    expect(opened.ok && opened.file.picture?.length).toBe(largestLogo);
  });

  test('with mistakes says each with its line, and stores nothing', async () => {
    const { id } = await publishIn(app.services, federation);
    const file = (await textOf(owner, `/files/editions/${id}/edition.yaml`))
      .replace('kind: prerequisite', 'kind: wish')
      .replace('accent: "#1f4e8c"', 'accent: red\nsecret: 1');
    const before = await draftOf(id);
    const answer = await put(id, file);
    expect(answer.status).toBe(422);
    const opened = readEditionFile('edition.yaml', file);
    const lines = opened.ok ? [] : opened.problems.map(({ line }) => file.split('\n')[line - 1]?.trim());
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringContaining('accent: red'), expect.stringContaining('kind: wish')]),
    );
    expect(await draftOf(id)).toEqual(before);
  });

  test.each([
    ['too large', `format: "${'a'.repeat(2_000_001)}"`, 'edition-file.large'],
    ['nested without end in brackets', '['.repeat(100_000), 'edition-file.deep'],
    ['nested without end in dashes', '- '.repeat(100_000), 'edition-file.deep'],
    [
      'nested without end by indents',
      Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'edition-file.deep',
    ],
    ['one text of two megabytes', `format: "${'word\n  '.repeat(250_000)}"`, 'edition-file.long'],
    ['quotes without end', `a: ${'"'.repeat(100_000)}`, 'edition-file.long'],
    ['empty lines without end', '\n'.repeat(20_000), 'edition-file.long'],
    ['a billion laughs', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]', 'edition-file.alias'],
    ['a tag', 'a: !!js/function "x"', 'edition-file.alias'],
    ['no YAML', 'a: [', 'edition-file.yaml'],
    ['another format', 'format: x', 'edition-file.format'],
    ['a list', '- a', 'edition-file.shape'],
    ['empty', '', 'edition-file.shape'],
  ])('is refused when it is %s', (_what, source, message) => {
    const opened = readEditionFile('x.yaml', source);
    expect(opened.ok ? [] : opened.problems.map((one) => one.message)).toContain(message);
  });
});
