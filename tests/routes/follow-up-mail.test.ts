import { mkdirSync, rmSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePlacement } from '#app/data/placement.server.ts';
import { addDays, addMonths } from '#app/domain/calendar.ts';
import { followUpMonths, followUpSides } from '#app/domain/follow-up-schedule.ts';
import { sendCaseloadWeeks } from '#app/jobs/caseload-week.server.ts';
import { sendFollowUps } from '#app/jobs/follow-up.server.ts';
import { planToday, runDueJobs } from '#app/jobs/run.server.ts';
import type { SendMail } from '#app/mail/send.server.ts';
import { everything, onDisk, startApp, type TestApp } from '../support/app.ts';
import { answersOf, canaries, plantCanaries } from '../support/follow-up.ts';
import { readLetter, saidIn } from '../support/letters.ts';
import { deliver, openPostOffice, workAndDeliver } from '../support/mail.ts';
import { type SignedInVisitor, signIn, storePlacement } from '../support/people.ts';
import { lettersTo } from '../support/post-office.ts';

/* Mails about follow-ups as a real mail server receives them, with the clock moved day by day. */

const first = '2026-08-31';
const host = 'hr@gastheer.example';
let folder: string;
let officeUrl: string;
let app: TestApp;
let coach: SignedInVisitor;

beforeAll(async () => {
  ({ url: officeUrl, folder } = await openPostOffice());
});

beforeEach(async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  app = await startApp({ SMTP_URL: officeUrl });
  app.setNow(at('2026-08-20'));
  coach = await signIn(app, 'coach@brug.example');
});

/** Nine o'clock in Brussels in winter, ten in summer. */
const at = (day: string, time = '08:00') => new Date(`${day}T${time}:00Z`);
const begun = (over = {}) =>
  storePlacement(app, coach, { phase: 'follow-up', firstContractDay: first, hostEmail: host, ...over });

/** A day of the server. */
async function work(day: string, send?: SendMail) {
  app.setNow(at(day));
  await sendFollowUps(app.services);
  await sendCaseloadWeeks(app.services);
  await deliver(app, send);
}

const subjectsTo = (address: string) => lettersTo(folder, address).map((one) => readLetter(one).header('Subject'));
const followUpsTo = (address: string) => subjectsTo(address).filter((one) => !one.includes('trajecten deze week'));
const linkIn = (letter = '') => /\/(?:nl|en)\/follow-ups\/[\w-]+/.exec(readLetter(letter).text)?.[0] ?? '';
const stopIn = (letter = '') =>
  /\/(?:nl|en)\/mail\/stop\/[\w.-]+/.exec(readLetter(letter).header('List-Unsubscribe'))?.[0] ?? '';

test('in a year every month, side and kind goes exactly once, on its day', async () => {
  await begun();
  const went: [day: string, to: string, id: string][] = [];
  const send: SendMail = async ({ id, to }) => {
    went.push([app.services.now().toISOString().slice(0, 10), to, id.replace(/^follow-up-[\w-]{16}-/, '')]);
  };
  for (let day = '2026-08-31'; day <= '2027-09-30'; day = addDays(day, 1)) await work(day, send);
  const expected = followUpMonths.flatMap((month) =>
    [0, 3, 10].flatMap((days) =>
      followUpSides.map((side) => [
        addDays(addMonths(first, month), days),
        side === 'employer' ? host : coach.email,
        `${side}-${days ? `reminder-${days}` : 'due'}`,
      ]),
    ),
  );
  expect(went.filter(([, , id]) => !id.startsWith('caseload')).sort()).toEqual(expected.sort());
}, 120_000);

test('processes that work at the same moment send each mail once', async () => {
  await begun();
  await begun({ hostEmail: 'hr@tweede.example' });
  const other = await startApp({
    SMTP_URL: officeUrl,
    DATABASE_URL: app.settings.databaseUrl,
    SECRET: app.settings.secret,
  });
  other.setNow(at('2026-09-30'));
  app.setNow(at('2026-09-30'));
  await Promise.all([app, other, app, other].map(({ services }) => sendFollowUps(services)));
  const { read, t } = app.services.store;
  expect((await read.select().from(t.mail)).map(({ kind }) => kind).sort()).toEqual([
    'follow-up-coach',
    'follow-up-coach',
    'follow-up-employer',
    'follow-up-employer',
  ]);
  expect((await read.select().from(t.followUp)).flatMap(({ sent }) => sent)).toHaveLength(4);
});

test('before seven o’clock in Brussels nothing goes', async () => {
  const { read, t } = app.services.store;
  const waiting = async () =>
    (await read.select().from(t.mail))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('follow-up'))
      .sort();
  await begun();
  app.setNow(at('2026-09-30', '04:59'));
  await planToday(app.services);
  await runDueJobs(app.services, app.settings);
  expect(await waiting()).toEqual([]);
  app.setNow(at('2026-09-30', '05:00'));
  await planToday(app.services);
  await runDueJobs(app.services, app.settings);
  expect(await waiting()).toEqual(['follow-up-coach', 'follow-up-employer']);
});

test('a mail server that refuses for a day loses nothing and doubles nothing', async () => {
  await begun();
  const refuse: SendMail = async () => {
    throw new Error('450 try later');
  };
  for (let hour = 0; hour < 25; hour += 1) {
    app.setNow(new Date(at('2026-09-30').getTime() + hour * 60 * 60_000));
    await workAndDeliver(app, refuse);
  }
  for (const day of ['2026-10-01', '2026-10-02']) await work(day);
  expect(followUpsTo(host)).toEqual([`Hoe loopt het na 1 maand? ${await codeOf()}`]);
  expect(followUpsTo(coach.email)).toHaveLength(1);
});

test('after an outage the latest of each comes, not three at once', async () => {
  await begun();
  await work('2026-10-20');
  await work('2026-10-21');
  expect(followUpsTo(host)).toHaveLength(1);
  expect(followUpsTo(host)[0]).toContain('Herinnering');

  const refuse: SendMail = async () => {
    throw new Error('450 try later');
  };
  for (const day of ['2026-11-30', '2026-12-03']) await work(day, refuse);
  await work('2026-12-04');
  expect(followUpsTo(host)).toHaveLength(2);
});

test('what a side filled in is not asked again, also not by a letter that still waits', async () => {
  const { id } = await begun();
  await work('2026-09-30');
  const link = linkIn(lettersTo(folder, host)[0]);
  await work('2026-10-03', async () => {
    throw new Error('450 try later');
  });
  for (const [step, answers] of Object.entries(answersOf(app, 'employer')))
    expect((await app.visitor().post(`${link}?step=${step}`, answers)).status).toBe(302);
  for (const day of ['2026-10-04', '2026-10-10', '2026-10-11']) await work(day);
  expect(followUpsTo(host)).toHaveLength(1);
  expect(followUpsTo(coach.email).length).toBeGreaterThan(1);
  expect(id).toBeTruthy();
});

test('closing and erasing take the letters along that wait', async () => {
  const [closing, erased] = [await begun(), await begun({ hostEmail: 'hr@gewist.example' })];
  const { store, newId } = app.services;
  app.setNow(at('2026-09-30'));
  await sendFollowUps(app.services);
  const event = {
    id: newId(),
    at: at('2026-09-30'),
    side: 'coach',
    what: 'placement.closed',
    detail: {},
  };
  await store.write((tx) =>
    changePlacement(tx, store, closing.id, { phase: 'closed', closedOn: '2026-09-30' }, event as never),
  );
  await store.write(async (tx) => {
    await tx.delete(store.t.placement).where(eq(store.t.placement.id, erased.id));
  });
  for (const day of ['2026-09-30', '2026-10-03', '2026-10-10']) await work(day);
  expect(lettersTo(folder, '.example')).toEqual([]);
});

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('a letter can be read and used as text and as HTML without images', async () => {
    const { code } = await begun({ language });
    await speak(coach, language);
    for (const day of ['2026-09-30', '2026-10-03', '2026-10-10']) await work(day);
    for (const address of [host, coach.email]) {
      const letters = lettersTo(folder, address).filter((one) => !readLetter(one).text.includes('trajecten'));
      expect(letters.length).toBeGreaterThanOrEqual(3);
      for (const letter of letters) {
        expect(letter).toMatch(/Content-Type: multipart\/alternative/);
        expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
        const { text, html, header } = readLetter(letter);
        expect(header('Subject')).not.toMatch(/mail\.\w|[{}]/);
        expect(text).not.toMatch(/<\w+|&\w+;|mail\.\w|[{}]/);
        expect(html).not.toMatch(/<img|src=|mail\.follow|[{}]/);
        expect(text).toContain(stopIn(letter));
        expect(html).toContain(stopIn(letter));
      }
      const [letter = ''] = letters;
      expect(readLetter(letter).text).toContain(code);
      expect(readLetter(letter).text).toContain(language === 'nl' ? '31 augustus 2026' : '31 August 2026');
      expect(readLetter(letter).html).toMatch(new RegExp(`href="[^"]*/${language}/`));
    }
  });
});

test('the coach’s link goes on to the form after signing in', async () => {
  const { id } = await begun();
  await work('2026-09-30');
  const link = /http\S+\/sign-in\?next=\S+/.exec(readLetter(lettersTo(folder, coach.email)[0] ?? '').text)?.[0] ?? '';
  const url = new URL(link);
  const gone = await coach.visitor.get(url.pathname + url.search);
  expect(gone.headers.get('Location')).toBe(`/nl/placements/${id}/follow-ups/1`);
  expect((await coach.visitor.get(`/nl/placements/${id}/follow-ups/1`)).status).toBe(200);
});

test('no mail says a need, a note, a threshold, an answer or the job, and the log no secret', async () => {
  const { id } = await begun({ targetJob: canaries.job, outcomeNote: canaries.note, place: canaries.place });
  await plantCanaries(app, id, coach);
  for (let day = '2026-09-28'; day <= '2026-12-15'; day = addDays(day, 1)) await work(day);
  const letters = lettersTo(folder, '.example');
  expect(letters.length).toBeGreaterThan(15);
  for (const letter of letters)
    for (const canary of Object.values(canaries)) expect(saidIn(letter)).not.toContain(canary);

  const link = linkIn(lettersTo(folder, host).at(-1));
  const stop = stopIn(lettersTo(folder, host).at(-1));
  for (const path of [link, stop, `${link}.data`, `${link}/`, `${stop}.data`]) {
    await app.visitor().get(path);
    await app.visitor().post(path, { nothing: '' });
  }
  const log = app.log.join('');
  for (const secret of [link.split('/').at(-1), stop.split('/').at(-1), host, ...Object.values(canaries)])
    expect(log).not.toContain(secret);
});

describe('stopping', () => {
  test('by the host forgets its address, tells the coach, and leaves the open form open', async () => {
    const { id } = await begun();
    await work('2026-09-30');
    const [letter = ''] = lettersTo(folder, host);
    const before = await everything(app);
    for (const path of [stopIn(letter), `${stopIn(letter)}.data`])
      expect((await app.visitor().get(path)).status).toBe(200);
    expect(await everything(app), 'looking stops nothing').toBe(before);

    const oneClick = { 'List-Unsubscribe': 'One-Click' };
    expect((await app.visitor().post(stopIn(letter), oneClick)).status).toBe(200);
    expect((await app.visitor().post(stopIn(letter), oneClick)).status).toBe(200);
    const { read, t } = app.services.store;
    expect((await read.select().from(t.placement))[0]?.hostEmail).toBe('');
    const told = (await read.select().from(t.placementEvent)).filter(
      ({ what }) => what === 'follow-up.event-host-stopped',
    );
    expect(told.map(({ placementId }) => placementId)).toEqual([id]);
    expect((await app.visitor().get(linkIn(letter))).status).toBe(200);
    for (const day of ['2026-10-03', '2026-10-10', '2026-11-30']) await work(day);
    expect(lettersTo(folder, host)).toHaveLength(1);
    expect(followUpsTo(coach.email).length).toBeGreaterThan(2);
  });

  test('by the coach stops this placement’s mails to this coach alone, and can be taken back', async () => {
    await begun();
    const { code } = await begun({ hostEmail: '' });
    await work('2026-09-30');
    const letter = lettersTo(folder, coach.email).find((one) => readLetter(one).text.includes(code));
    await app.visitor().post(stopIn(letter), { 'List-Unsubscribe': 'One-Click' });
    await work('2026-10-03');
    expect(followUpsTo(coach.email).filter((one) => one.includes(code))).toHaveLength(1);
    expect(followUpsTo(coach.email)).toHaveLength(3);
    expect(lettersTo(folder, host)).toHaveLength(2);
    await app.visitor().post(stopIn(letter), { go: 'again' });
    await work('2026-10-10');
    expect(followUpsTo(coach.email).filter((one) => one.includes(code))).toHaveLength(2);
  });

  test('an old stop link does not touch an address that was given since', async () => {
    const { id } = await begun();
    await work('2026-09-30');
    const stop = stopIn(lettersTo(folder, host)[0]);
    await giveAddress(id, 'nieuw@gastheer.example');
    await app.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' });
    await work('2026-10-03');
    expect(lettersTo(folder, 'nieuw@gastheer.example')).toHaveLength(1);
  });
});

describe('the link of the host', () => {
  test('is the same in every letter of a month, and opens until the next month’s or closing', async () => {
    const { id } = await begun();
    for (const day of ['2026-09-30', '2026-10-03', '2026-10-10']) await work(day);
    const links = new Set(lettersTo(folder, host).map(linkIn));
    expect(links.size).toBe(1);
    const [month1 = ''] = links;
    const status = async (day: string, link: string) => {
      app.setNow(at(day));
      return (await app.visitor().get(link)).status;
    };
    expect(await status('2026-11-29', month1)).toBe(200);
    expect(await status('2026-11-30', month1)).toBe(404);
    await work('2026-11-30');
    const month3 = linkIn(lettersTo(folder, host).at(-1));
    expect(month3).not.toBe(month1);
    expect(await status('2026-12-01', month3)).toBe(200);
    await close(id, '2026-12-05');
    expect(await status('2026-12-05', month3)).toBe(404);
    expect((await app.visitor().post(month3, {})).status).toBe(404);
  });

  test('dies when the coach gives another address, whose link is another', async () => {
    const { id } = await begun();
    await work('2026-09-30');
    const old = linkIn(lettersTo(folder, host)[0]);
    await giveAddress(id, 'nieuw@gastheer.example');
    expect((await app.visitor().get(old)).status).toBe(404);
    await work('2026-10-03');
    const now = linkIn(lettersTo(folder, 'nieuw@gastheer.example')[0]);
    expect((await app.visitor().get(now)).status).toBe(200);
    expect((await app.visitor().get(old)).status).toBe(404);
  });

  test('opens no other placement and no page but its form; the token is nowhere on disk', async () => {
    const { id } = await begun();
    const other = await begun({ hostEmail: 'hr@ander.example' });
    await work('2026-09-30');
    const link = linkIn(lettersTo(folder, host)[0]);
    const thief = app.visitor();
    expect((await thief.get(link)).status).toBe(200);
    for (const one of [id, other.id])
      for (const rest of ['/follow-ups', '/follow-ups/1', '/follow-ups/1?side=coach'])
        expect((await thief.get(`/nl/placements/${one}${rest}`)).status).toBe(404);
    for (const token of ['none', 'x'.repeat(27), link.split('/').at(-1)?.slice(1) ?? ''])
      expect((await thief.get(`/nl/follow-ups/${token}`)).status).toBe(404);
    expect(onDisk(app)).not.toContain(link.split('/').at(-1));
  });
});

describe('a coach’s week', () => {
  const weeksTo = (address: string) =>
    lettersTo(folder, address).filter((one) => /trajecten deze week/.test(readLetter(one).header('Subject')));
  /** A stage of three months from 7 September: its last day is 6 December. Something was noted last on this day. */
  const inStage = (notedOn = '2026-11-22', stageStart = '2026-09-07') => {
    app.setNow(at(notedOn));
    return storePlacement(app, coach, { phase: 'stage', stageStart, since: stageStart });
  };

  test('comes on Monday from seven o’clock, once, with the limit that is near, and not when there is nothing', async () => {
    const { code } = await inStage();
    await work('2026-11-23');
    expect(weeksTo(coach.email)).toEqual([]);
    app.setNow(at('2026-11-30', '05:59'));
    await planToday(app.services);
    expect((await app.services.store.read.select().from(app.services.store.t.job)).map(({ id }) => id)).not.toContain(
      'caseload-weeks-2026-W49',
    );
    for (let day = '2026-11-30'; day <= '2026-12-06'; day = addDays(day, 1)) await work(day);
    const [letter = '', ...more] = weeksTo(coach.email);
    expect(more).toEqual([]);
    const { text, html } = readLetter(letter);
    const line = `De fase stage loopt tot en met 6 december 2026: ${code}, Woonzorgcentrum De Linde`;
    expect(text).toContain(line);
    expect(html).toContain(line);
    expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(letter).toMatch(/Content-Type: multipart\/alternative/);
  });

  test('says who is silent for thirty days', async () => {
    const { code } = await inStage('2026-10-31', '2026-11-02');
    await work('2026-11-30');
    expect(readLetter(weeksTo(coach.email)[0] ?? '').text).toContain(
      `Niets meer genoteerd sinds 31 oktober 2026: ${code}`,
    );
  });

  test('stops with one click, and starts again', async () => {
    await inStage();
    await work('2026-11-30');
    const stop = stopIn(weeksTo(coach.email)[0]);
    await app.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' });
    await work('2026-12-07');
    expect(weeksTo(coach.email)).toHaveLength(1);
    await app.visitor().post(stop, { go: 'again' });
    await work('2026-12-14');
    expect(weeksTo(coach.email)).toHaveLength(2);
  });
});

test('who left the organisation, or handed the placement over, gets no more', async () => {
  const { id } = await begun();
  const { store } = app.services;
  await store.write((tx) => tx.delete(store.t.membership));
  await work('2026-09-30');
  expect(lettersTo(folder, coach.email)).toEqual([]);
  expect(lettersTo(folder, host)).toHaveLength(1);
  expect(id).toBeTruthy();
});

async function codeOf(): Promise<string> {
  const { read, t } = app.services.store;
  return (await read.select().from(t.placement))[0]?.code ?? '';
}

async function speak({ id }: SignedInVisitor, language: 'nl' | 'en') {
  const { store } = app.services;
  await store.write((tx) => tx.update(store.t.person).set({ language }).where(eq(store.t.person.id, id)));
}

async function giveAddress(id: string, hostEmail: string) {
  const { store } = app.services;
  await store.write((tx) => tx.update(store.t.placement).set({ hostEmail }).where(eq(store.t.placement.id, id)));
}

async function close(id: string, closedOn: string) {
  const { store, newId } = app.services;
  const event = { id: newId(), at: at(closedOn), side: 'coach', what: 'placement.closed', detail: {} };
  await store.write((tx) => changePlacement(tx, store, id, { phase: 'closed', closedOn }, event as never));
}
