import { beforeEach, describe, expect, test } from 'vitest';
import { onDisk, startApp, type TestApp } from '../support/app.ts';
import {
  askColleague,
  askedItems,
  codeOf,
  invite,
  openWorkplace,
  stopLink,
  type Workplace,
} from '../support/workplace.ts';

/* Codes and links: they open what they should, stop when told, and are nowhere to be read. */

let app: TestApp;
let workplace: Workplace;
beforeEach(async () => {
  app = await startApp();
  workplace = await openWorkplace(app);
});

const [first, second] = askedItems();

describe('the code', () => {
  test('opens as owner on another device, typed as people type', async () => {
    const code = await codeOf(workplace);
    for (const typed of [code, code.toLowerCase(), ` ${code.replace('-', ' ')} `]) {
      const elsewhere = app.visitor();
      expect((await elsewhere.post('/nl/resume', { code: typed })).headers.get('Location')).toBe(workplace.base);
      expect((await elsewhere.get(`${workplace.base}/access`)).status).toBe(200);
    }
  });

  test('a new one kills the old', async () => {
    const old = await codeOf(workplace);
    await workplace.owner.post(`${workplace.base}/access`, { intent: 'renew-code' });
    const renewed = await codeOf(workplace);
    expect(renewed).not.toBe(old);
    expect((await app.visitor().post('/nl/resume', { code: old })).status).toBe(404);
    expect((await app.visitor().post('/nl/resume', { code: renewed })).status).toBe(302);
  });

  test('is shown only in the browser that made it', async () => {
    const code = await codeOf(workplace);
    const { visitor } = await invite(workplace, 'colleague');
    expect(await (await visitor.get(workplace.base)).text()).not.toContain(code);
  });

  test('cannot be guessed on and on; a right one still works from another address', async () => {
    const guesser = app.visitor();
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      const code = `ACDEF-GHJK${'34679ACDEFGH'[at]}`;
      statuses.push((await guesser.post('/nl/resume', { code })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect(await (await guesser.post('/nl/resume', { code: 'ACDEF-GHJK3' })).text()).toContain(
      'te veel verkeerde codes',
    );
  });

  test('one code is limited from all addresses together', async () => {
    const { guessing } = app.services;
    for (let at = 0; at < 5; at++) await guessing.wrong(`192.0.2.${at}`, 'the-same');
    expect(await guessing.mayTry('192.0.2.99', 'the-same')).toBe(false);
    expect(await guessing.mayTry('192.0.2.99', 'another')).toBe(true);
  });

  test('all codes together are limited for who was wrong; nobody else is shut out', async () => {
    const { guessing } = app.services;
    for (let at = 0; at < 500; at++) await guessing.wrong(`198.51.100.${at}`, `code-${at}`);
    expect(await guessing.mayTry('198.51.100.7', 'a-fresh-one')).toBe(false);
    expect(await guessing.mayTry('203.0.113.1', 'a-fresh-one')).toBe(true);
    await guessing.wrong('203.0.113.1', 'a-fresh-one');
    expect(await guessing.mayTry('203.0.113.1', 'another-one')).toBe(false);
  });
});

describe('a link', () => {
  test('opens, and its secret is gone from the address', async () => {
    const { token } = await invite(workplace, 'colleague');
    const opened = await app.visitor().get(`/nl/open/${token}`);
    expect(opened.headers.get('Location')).toBe(workplace.base);
    expect(opened.headers.get('Cache-Control')).toContain('no-store');
  });

  test('once stopped opens nothing, also where it was open', async () => {
    for (const kind of ['colleague', 'reader'] as const) {
      const { visitor, token, link } = await invite(workplace, kind);
      expect((await visitor.get(`${workplace.base}/result`)).status).toBe(200);
      await stopLink(workplace, link);
      expect((await visitor.get(`${workplace.base}/result`)).status).toBe(404);
      expect((await visitor.save(workplace.id, { item: first?.id ?? '', value: 'unknown' })).status).toBe(404);
      expect((await app.visitor().get(`/nl/open/${token}`)).status).toBe(404);
    }
  });

  test('a weaker one does not lower who has more', async () => {
    const { token } = await invite(workplace, 'reader');
    const { visitor } = await invite(workplace, 'colleague');
    for (const one of [workplace.owner, visitor]) await one.get(`/nl/open/${token}`);
    expect((await workplace.owner.get(`${workplace.base}/access`)).status).toBe(200);
    expect((await visitor.get(workplace.base)).status).toBe(200);
  });

  test('cannot be stopped by the owner of something else', async () => {
    const { visitor, link } = await invite(workplace, 'reader');
    const stranger = await openWorkplace(app);
    await stopLink(stranger, link);
    expect((await visitor.get(`${workplace.base}/result`)).status).toBe(200);
  });
});

describe('one question to one colleague', () => {
  test('shows that item and nothing else, and the answer lands in place with who', async () => {
    const { owner, id, base } = workplace;
    await owner.save(id, { item: second?.id ?? '', value: 'unknown', note: 'KANARIE' });
    const { path } = await askColleague(workplace, first?.id ?? '', 'hoofdverpleegkundige', 'Kijk jij even?');
    const colleague = app.visitor();
    const page = await (await colleague.get(path)).text();
    expect(page).toContain(first?.title);
    expect(page).toContain('Kijk jij even?');
    for (const other of askedItems().filter((item) => item !== first)) expect(page).not.toContain(other.title);
    expect(page).not.toContain('KANARIE');
    expect(page).not.toContain(id);
    const name = first?.id;
    await colleague.post(path, {
      [`${name}.id`]: crypto.randomUUID(),
      [`${name}.value`]: 'largely',
      [`${name}.base`]: '',
    });
    const history = await (await owner.get(`${base}/items/${name}`)).text();
    expect(history).toContain('hoofdverpleegkundige');
    expect(await (await owner.get(`${base}/sections/${first?.dimension}`)).text()).toMatch(
      new RegExp(`name="${name}.value"[^>]*checked=""[^>]*value="largely"|value="largely"[^>]*checked`),
    );
  });

  test('takes no other item', async () => {
    const { path } = await askColleague(workplace, first?.id ?? '');
    const other = second?.id;
    await app.visitor().post(path, { [`${other}.id`]: crypto.randomUUID(), [`${other}.value`]: 'in-place' });
    const { store } = app.services;
    expect(await store.read.select().from(store.t.answer)).toEqual([]);
  });

  test('ends when it is stopped, and by itself after a month', async () => {
    const one = await askColleague(workplace, first?.id ?? '');
    const other = await askColleague(workplace, first?.id ?? '');
    await stopLink(workplace, one.link);
    expect((await app.visitor().get(one.path)).status).toBe(404);
    app.setNow(new Date(Date.now() + 29 * 24 * 60 * 60_000));
    expect((await app.visitor().get(other.path)).status).toBe(200);
    app.setNow(new Date(Date.now() + 32 * 24 * 60 * 60_000));
    expect((await app.visitor().get(other.path)).status).toBe(404);
  });
});

describe('secrets', () => {
  test('are hashed at rest and absent from the log', async () => {
    const code = await codeOf(workplace);
    const { token } = await invite(workplace, 'reader');
    const asked = await askColleague(workplace, first?.id ?? '');
    await app.visitor().get(asked.path);
    await app.visitor().post('/nl/resume', { code });
    const secrets = [
      code,
      code.replace('-', ''),
      token,
      asked.token,
      ...[...workplace.owner.cookies].filter(([name]) => name !== 'lang').map(([, value]) => value),
    ];
    const disk = onDisk(app);
    for (const secret of secrets) expect(disk.includes(secret)).toBe(false);
    for (const secret of secrets) expect(app.log.join('\n').includes(secret)).toBe(false);
    expect(app.log.join('\n')).toContain('/nl/open/…');
  });

  test('a session key that somebody else chose is not taken over', async () => {
    const attacker = app.visitor();
    attacker.cookies.set('session', 'chosen-by-the-attacker');
    await attacker.post('/nl/sectors/care/start', {
      subSector: 'other',
      size: 'unknown',
      place: 'unknown',
      targetJob: 'unknown',
      shifts: 'unknown',
      label: '',
    });
    expect(attacker.cookies.get('session')).not.toBe('chosen-by-the-attacker');
  });

  test('forgetting a device ends its session on the server too', async () => {
    const cookies = new Map(workplace.owner.cookies);
    await workplace.owner.post('/nl/device', {});
    const copy = app.visitor();
    for (const [name, value] of cookies) copy.cookies.set(name, value);
    expect((await copy.get(workplace.base)).status).toBe(404);
  });
});
