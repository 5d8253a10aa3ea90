import { beforeAll, describe, expect, test } from 'vitest';
import { can, type Permission, permissions, type Role, roles } from '#app/domain/access.ts';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import routes from '#app/routes.ts';
import { ask, everything, startApp, type TestApp } from '../support/app.ts';
import { mailedLink } from '../support/follow-up.ts';
import {
  newOrganisation,
  noteAtPlacement,
  offerShare,
  secretOn,
  shareWithCoach,
  signIn,
  signInCoach,
  startForEmployer,
  storePlacement,
} from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { askColleague, askedItems, handIn, invite, openWorkplace, type Workplace } from '../support/workplace.ts';

describe('the table of roles and permissions', () => {
  const table: Record<Role, Permission[]> = {
    owner: [
      'answer',
      'read-answers',
      'read-result',
      'read-notes',
      'read-plan',
      'download',
      'compare',
      'ask',
      'plan',
      'settle',
      'hand-in',
      'change-context',
      'keep-file',
      'share',
      'see-placements',
      'waive',
      'delete',
    ],
    colleague: [
      'answer',
      'read-answers',
      'read-result',
      'read-notes',
      'read-plan',
      'download',
      'compare',
      'ask',
      'plan',
      'see-placements',
    ],
    reader: ['read-result', 'read-plan', 'download'],
    asked: ['answer-one'],
    coach: ['answer', 'read-answers', 'read-result', 'read-notes', 'read-plan', 'download', 'compare', 'propose'],
    starter: ['answer', 'read-answers', 'read-result', 'read-notes', 'change-context', 'hand-over', 'delete'],
    worker: ['answer-as-worker'],
  };

  test.each(roles)('says in full what a %s may do', (role) => {
    expect(permissions.filter((one) => can(role, one))).toEqual(table[role]);
  });
});

/**
 * `everyone`: no permission is asked. `nothing`: there is nothing there of that kind. `other people`: an organisation to
 * which none of them belongs; who is not signed in is asked to. `own share`: whoever signed in sees only their own;
 * nobody else has signed in yet and is asked to.
 */
type Rule = Permission | 'everyone' | 'nothing' | 'other people' | 'own share';
type Row = { path: (stage: Stage) => string; see: Rule; send: Rule };

type Stage = Workplace & {
  people: Record<Person, Visitor>;
  /** Opens another assessment: what it opens here must not depend on who tried it. */
  openToken: string;
  offerToken: string;
  takeOverToken: string;
  voiceToken: string;
  share: string;
  /** The assessment that the starter started: nobody took it over yet. */
  started: string;
  askToken: string;
  /** At this workplace, of a coach with whom nothing is shared; its first follow-up is due. */
  placement: string;
  /** Noted there by its coach. */
  threshold: string;
  task: string;
  /** Path of the link to it that was mailed to the host. */
  followUp: string;
  receipt: string;
  /** An organisation of somebody else. */
  organisation: string;
  remedy: string;
  action: string;
};
type Person = Role | 'nobody' | 'owner of another';
const persons: Person[] = ['nobody', ...roles, 'owner of another'];

const page = (path: string, see: Rule = 'everyone', send: Rule = 'nothing'): Row => ({ path: () => path, see, send });
const part = (path: string, see: Rule, send: Rule = 'nothing'): Row => ({ path: ({ base }) => base + path, see, send });
const ofOthers = (path: string, send: Rule): Row => ({
  path: ({ organisation }) => `/nl/organisations/${organisation}${path}`,
  see: 'other people',
  send,
});
/** A placement has roles of its own: placement-access.test.ts. Nobody here has one. */
/** At the placement of a coach who is none of these people: the host sees it, the rest is its coach's. */
const placed = (rest: string, see: Rule = 'nothing', send: Rule = 'nothing'): Row => ({
  path: ({ placement, threshold, task }) =>
    `/nl/placements/${placement}${rest.replace(':threshold', threshold).replace(':task', task)}`,
  see,
  send,
});
const item = askedItems()[0]?.id ?? '';

/** Every route with what it asks; a route of app/routes.ts that is not here fails. */
const table: Record<string, Row> = {
  '/': page('/'),
  'files/:assessment/:which/:name': {
    path: ({ id }) => `/files/${id}/today/report.json`,
    see: 'download',
    send: 'nothing',
  },
  'files/account/everything.zip': page('/files/account/everything.zip'),
  'files/organisations/:organisation/everything.zip': {
    path: ({ organisation }) => `/files/organisations/${organisation}/everything.zip`,
    see: 'other people',
    send: 'nothing',
  },
  'files/placements/:placement/:name': {
    path: ({ placement }) => `/files/placements/${placement}/leaflet-nl.pdf`,
    see: 'nothing',
    send: 'nothing',
  },
  'files/placements/:placement/job-card.pdf': {
    path: ({ placement }) => `/files/placements/${placement}/job-card.pdf`,
    see: 'nothing',
    send: 'nothing',
  },
  'files/pilots/:pilot/:name': page('/files/pilots/none/report.pdf', 'nothing'),
  ':lang': page('/nl'),
  ':lang/sectors/:sector': page('/nl/sectors/care'),
  ':lang/sectors/:sector/start': page('/nl/sectors/care/start', 'everyone', 'everyone'),
  ':lang/resume': page('/nl/resume', 'everyone', 'everyone'),
  ':lang/recover': page('/nl/recover', 'everyone', 'everyone'),
  ':lang/import': page('/nl/import', 'everyone', 'everyone'),
  ':lang/device': page('/nl/device', 'everyone', 'everyone'),
  ':lang/rules': page('/nl/rules'),
  ':lang/support': page('/nl/support'),
  ':lang/help': page('/nl/help'),
  ':lang/privacy': page('/nl/privacy'),
  ':lang/accessibility': page('/nl/accessibility'),
  ':lang/sign-in': page('/nl/sign-in', 'everyone', 'everyone'),
  ':lang/sign-in/passkey': page('/nl/sign-in/passkey', 'nothing', 'everyone'),
  ':lang/sign-in/demo': page('/nl/sign-in/demo', 'nothing', 'nothing'),
  ':lang/sign-in/:token': page('/nl/sign-in/none', 'everyone', 'nothing'),
  ':lang/account': page('/nl/account', 'everyone', 'everyone'),
  ':lang/account/passkey': page('/nl/account/passkey', 'nothing', 'everyone'),
  ':lang/account/delete': page('/nl/account/delete', 'everyone', 'everyone'),
  ':lang/invitations/:token': page('/nl/invitations/none'),
  ':lang/organisations': page('/nl/organisations', 'everyone', 'everyone'),
  ':lang/organisations/:organisation': ofOthers('', 'other people'),
  ':lang/organisations/:organisation/people': ofOthers('/people', 'other people'),
  ':lang/organisations/:organisation/log': ofOthers('/log', 'nothing'),
  ':lang/organisations/:organisation/merge': ofOthers('/merge', 'other people'),
  ':lang/organisations/:organisation/delete': ofOthers('/delete', 'other people'),
  ':lang/organisations/:organisation/pilots': ofOthers('/pilots', 'nothing'),
  ':lang/organisations/:organisation/pilots/new': ofOthers('/pilots/new', 'other people'),
  ':lang/organisations/:organisation/pilots/:pilot': ofOthers('/pilots/none', 'other people'),
  ':lang/organisations/:organisation/pilots/:pilot/phases/:phase': ofOthers('/pilots/none/phases/0', 'other people'),
  ':lang/organisations/:organisation/pilots/:pilot/report': ofOthers('/pilots/none/report', 'nothing'),
  ':lang/organisations/:organisation/pilots/:pilot/publish': ofOthers('/pilots/none/publish', 'other people'),
  ':lang/organisations/:organisation/pilots/:pilot/delete': ofOthers('/pilots/none/delete', 'other people'),
  ':lang/pilots': page('/nl/pilots'),
  ':lang/pilots/:pilot': page('/nl/pilots/care-2017'),
  ':lang/pilots/confirm/:token': page('/nl/pilots/confirm/none'),
  ':lang/shared': page('/nl/shared'),
  ':lang/shared/start': page('/nl/shared/start?sector=care', 'everyone', 'everyone'),
  ':lang/shared/:share': { path: ({ share }) => `/nl/shared/${share}`, see: 'own share', send: 'nothing' },
  ':lang/share/:token': { path: ({ offerToken }) => `/nl/share/${offerToken}`, see: 'everyone', send: 'everyone' },
  ':lang/take-over/:token': {
    path: ({ takeOverToken }) => `/nl/take-over/${takeOverToken}`,
    see: 'everyone',
    send: 'everyone',
  },
  ':lang/voice/:token': { path: ({ voiceToken }) => `/nl/voice/${voiceToken}`, see: 'everyone', send: 'everyone' },
  ':lang/placements': page('/nl/placements', 'everyone'),
  ':lang/placements/new': page('/nl/placements/new', 'everyone', 'everyone'),
  ':lang/placements/:placement': placed('', 'see-placements'),
  ':lang/placements/:placement/move': placed('/move'),
  ':lang/placements/:placement/needs': placed('/needs'),
  ':lang/placements/:placement/thresholds/:threshold': placed('/thresholds/:threshold'),
  ':lang/placements/:placement/leaflet': placed('/leaflet'),
  ':lang/placements/:placement/hand-over': placed('/hand-over'),
  ':lang/placements/:placement/delete': placed('/delete'),
  ':lang/hand-over/:token': page('/nl/hand-over/none', 'everyone', 'everyone'),
  ':lang/open/:token': { path: ({ openToken }) => `/nl/open/${openToken}`, see: 'everyone', send: 'nothing' },
  ':lang/ask/:token': { path: ({ askToken }) => `/nl/ask/${askToken}`, see: 'everyone', send: 'everyone' },
  ':lang/digest/confirm/:token': page('/nl/digest/confirm/none'),
  ':lang/digest/stop/:token': page('/nl/digest/stop/none', 'everyone', 'everyone'),
  ':lang/mail/stop/:token': page('/nl/mail/stop/none', 'everyone', 'everyone'),
  ':lang/follow-ups/:token': { path: ({ followUp }) => followUp, see: 'everyone', send: 'everyone' },
  ':lang/placements/:placement/follow-ups': placed('/follow-ups', 'see-placements', 'see-placements'),
  ':lang/placements/:placement/follow-ups/:month': placed('/follow-ups/1', 'see-placements', 'see-placements'),
  ':lang/receipts/:receipt': { path: ({ receipt }) => `/nl/receipts/${receipt}`, see: 'everyone', send: 'nothing' },
  ':lang/assessments/:assessment': part('', 'read-answers'),
  ':lang/assessments/:assessment/context': part('/context', 'change-context', 'change-context'),
  ':lang/assessments/:assessment/sections/:section': part('/sections/commitment', 'answer', 'answer'),
  ':lang/assessments/:assessment/items/:item': part(`/items/${item}`, 'read-answers', 'ask'),
  ':lang/assessments/:assessment/hand-in': part('/hand-in', 'hand-in', 'hand-in'),
  ':lang/assessments/:assessment/result': part('/result', 'read-result'),
  ':lang/assessments/:assessment/remedies/:remedy': {
    path: ({ base, remedy }) => `${base}/remedies/${remedy}`,
    see: 'read-result',
    send: 'nothing',
  },
  ':lang/assessments/:assessment/plan': part('/plan', 'read-plan', 'plan'),
  ':lang/assessments/:assessment/plan/:action': {
    path: ({ base, action }) => `${base}/plan/${action}`,
    see: 'plan',
    send: 'plan',
  },
  ':lang/assessments/:assessment/propose': part('/propose', 'propose', 'propose'),
  ':lang/assessments/:assessment/compare': part('/compare', 'compare', 'settle'),
  ':lang/assessments/:assessment/rounds': part('/rounds', 'read-result'),
  ':lang/assessments/:assessment/access': part('/access', 'share', 'share'),
  ':lang/assessments/:assessment/share': part('/share', 'share', 'share'),
  ':lang/assessments/:assessment/voice': part('/voice', 'share', 'share'),
  ':lang/assessments/:assessment/voice/poster': part('/voice/poster', 'share'),
  ':lang/assessments/:assessment/hand-over': part('/hand-over', 'hand-over', 'hand-over'),
  ':lang/assessments/:assessment/placements': part('/placements', 'see-placements'),
  ':lang/assessments/:assessment/delete': part('/delete', 'delete', 'delete'),
  ':lang/placements/:placement/tasks': placed('/tasks'),
  ':lang/placements/:placement/tasks/:task': placed('/tasks/:task'),
  ':lang/placements/:placement/carve': placed('/carve'),
  ':lang/placements/:placement/visit': placed('/visit'),
  ':lang/placements/:placement/visit/report': placed('/visit/report'),
  '*': page('/nl/there/is/no/such/page', 'nothing', 'nothing'),
};

/** Addresses that hold more than their route's permission. */
const more: Record<string, Row> = {
  'the file of one’s own': { path: ({ id }) => `/files/${id}/own/assessment.json`, see: 'keep-file', send: 'nothing' },
  'the first page as PDF': {
    path: ({ id }) => `/files/${id}/newest/management.pdf`,
    see: 'download',
    send: 'nothing',
  },
  'a new action': part('/plan/new', 'plan', 'plan'),
};

const routeData = (pattern: string) => routes.find((one) => (one.path ?? '/') === pattern)?.file ?? '';
const single = (path: string) => (path === '/' ? '/_root.data' : path.replace(/(?=\?)|$/, '.data'));

describe('every address', () => {
  let app: TestApp;
  let stage: Stage;

  beforeAll(async () => {
    app = await startApp();
    stage = await setStage(app);
  });

  test('of app/routes.ts has a row', () => {
    expect(Object.keys(table)).toEqual(routes.map((one) => one.path ?? '/'));
  });

  describe.each(Object.entries({ ...table, ...more }))('%s', (pattern, row) => {
    test.each(persons)('answers %s as the table of access says', async (person) => {
      // Whoever opens a link has been let in.
      const own = at(person, pattern.includes('/open/') ? await setStage(app) : stage);
      for (const path of forms(row.path(own)))
        await expectRule(person, row.see, path, () => ask(app, own.people[person], path));
    });

    test.each(persons)('takes from %s only what the table of access says', async (person) => {
      // What is allowed here erases the whole stage, or the session of who asks.
      const ends =
        (row.send === 'delete' && may(person, 'delete')) ||
        /\/(device|account|account\/delete)$|\/(share|take-over)\/:token/.test(pattern);
      const own = at(person, ends ? await setStage(app) : stage);
      for (const path of ends ? [row.path(own)] : forms(row.path(own)))
        await expectRule(person, row.send, path, () => ask(app, own.people[person], path, emptyForm));
    });
  });

  test('“not yours” and “not there” are the same answer, to the byte', async () => {
    for (const row of Object.values({ ...table, ...more })) {
      const path = row.path(stage);
      if (!path.includes(stage.id)) continue;
      for (const person of persons.filter((one) => !may(one, row.see)))
        for (const one of forms(path)) {
          const [yours, there] = [one, one.replace(stage.id, missing)];
          const answers = [yours, there].map((url) => ask(app, stage.people[person], url));
          const [notYours, notThere] = await Promise.all(answers.map(async (answer) => bare(await answer, stage)));
          expect(notYours, `${person} at ${one}`).toEqual(notThere);
        }
    }
  });

  test('autosave and pages agree on who may answer', async () => {
    for (const person of persons) {
      const saved = await stage.people[person].save(at(person, stage).id, { item, value: 'started' });
      expect(saved.status, person).toBe(may(person, 'answer') ? 200 : 404);
      if (!may(person, 'answer')) expect(await saved.json()).toEqual({ error: 'error.not-found' });
    }
  });

  test('a single loader cannot be called past its parents’ check', async () => {
    for (const [pattern, row] of Object.entries(table)) {
      const path = row.path(stage);
      if (!path.includes(stage.id)) continue;
      const id = routeData(pattern).replace(/\.tsx?$/, '');
      const answer = await ask(app, stage.people.nobody, `${single(path)}?_routes=${encodeURIComponent(id)}`);
      expect(answer.status, path).toBe(404);
    }
  });

  test('parts of one assessment cannot be reached or changed through another', async () => {
    const other = await openWorkplace(app);
    const thief = other.owner;
    const { submission, answer, link } = await parts(stage);
    for (const path of [
      `${other.base}/plan/${stage.action}`,
      `${other.base}/result?of=${submission}`,
      `/files/${other.id}/${submission}/report.json`,
    ])
      expect((await thief.get(path)).status, path).toBe(404);
    const before = await everything(app);
    expect((await thief.post(`${other.base}/plan/${stage.action}`, anAction)).status).toBe(404);
    expect((await thief.post(`${other.base}/items/${item}`, { intent: 'settle', answer })).status).toBe(404);
    expect((await thief.post(`${other.base}/access`, { intent: 'revoke', link })).status).toBe(302);
    expect(await everything(app)).toBe(before);
  });

  test('a link that asks one question does not open the assessment', async () => {
    const before = await everything(app);
    const visitor = app.visitor();
    expect((await visitor.get(`/nl/open/${stage.askToken}`)).status).toBe(404);
    expect((await visitor.get(`/nl/ask/${stage.openToken}`)).status).toBe(404);
    expect(await everything(app)).toBe(before);
  });

  test('pages show a role only what it may do', async () => {
    const shown = async (person: Person, path: string) => (await stage.people[person].get(path)).text();
    expect(await shown('owner', `${stage.base}/result`)).toContain(`${stage.base}/access`);
    for (const person of ['colleague', 'reader'] as const) {
      const result = await shown(person, `${stage.base}/result`);
      expect(result).not.toContain(`${stage.base}/access`);
      expect(result).not.toContain(`${stage.base}/delete`);
    }
    expect(await shown('reader', `${stage.base}/plan`)).not.toContain(`${stage.base}/plan/new`);
    expect(await shown('colleague', stage.base)).not.toContain(`${stage.base}/hand-in`);
  });
});

const signedIn: Person[] = ['coach', 'starter'];

/** A starter is at home only at what they started; everybody else around the one assessment. */
const at = (person: Person, stage: Stage): Stage =>
  person === 'starter' ? { ...stage, id: stage.started, base: `/nl/assessments/${stage.started}` } : stage;

const may = (person: Person, rule: Rule): boolean =>
  rule === 'everyone' ||
  (rule === 'own share' && person !== 'starter') ||
  (rule !== 'nothing' &&
    rule !== 'own share' &&
    rule !== 'other people' &&
    (roles as readonly string[]).includes(person) &&
    seen(person, rule));

/** Who was asked one question, or for the worker's voice, has a link, and nothing else opens for them. */
const seen = (person: Person, rule: Permission) =>
  person !== 'asked' && person !== 'worker' && can(person as Role, rule);

/** One address as a page and as data. */
const forms = (path: string): string[] => [path, single(path)];

const emptyForm = { method: 'POST', body: new URLSearchParams({ nothing: '' }) };
const missing = 'AAAAAAAAAAAAAAAA';
const anAction = {
  title: 'Overgenomen',
  owner: '',
  due: '',
  status: 'todo',
  instrument: '',
  note: '',
  doneBy: '',
  doneAt: '',
  doneHow: '',
};

async function expectRule(person: Person, rule: Rule, path: string, request: () => Promise<Response>) {
  const { status } = await request();
  if (rule === 'other people')
    return expect(status, `${person}: ${path}`).toBe(
      signedIn.includes(person) ? 404 : path.endsWith('.data') ? 202 : 302,
    );
  if (may(person, rule)) expect([200, 202, 204, 302, 422], `${person}: ${path} said ${status}`).toContain(status);
  else expect([404, 405], `${person}: ${path} said ${status}`).toContain(status);
  if (!may(person, rule) && rule !== 'nothing') expect(status, `${person}: ${path}`).toBe(404);
}

/** An answer without what differs every time: the nonce, and the id that was asked. */
async function bare(response: Response, { id }: Stage) {
  const text = await response.text();
  const kept = [...response.headers].filter(
    ([name]) => !['content-security-policy', 'date', 'etag', 'ratelimit'].includes(name),
  );
  const clean = (one: string) => one.replaceAll(/nonce(="|-)[^"']*/g, 'nonce').replaceAll(id, missing);
  return {
    status: response.status,
    headers: kept.map(([name, value]) => `${name}: ${clean(value)}`),
    text: clean(text),
  };
}

async function setStage(app: TestApp): Promise<Stage> {
  const workplace = await openWorkplace(app);
  const { owner, base } = workplace;
  const colleague = await invite(workplace, 'colleague');
  const reader = await invite(workplace, 'reader');
  const asked = await askColleague(workplace, item);
  const visited = app.visitor();
  await visited.get(asked.path);
  await owner.save(workplace.id, { item, value: 'not-yet', note: 'n' });
  await handIn(workplace, owner);
  await owner.post(`${base}/plan/new`, anAction);
  const coach = await signInCoach(app, `coach-${crypto.randomUUID()}@example.org`);
  const share = await shareWithCoach(workplace, coach);
  const { token: offerToken } = await offerShare(workplace);
  const starter = await signInCoach(app, `starter-${crypto.randomUUID()}@example.org`);
  const started = await startForEmployer(starter);
  await starter.visitor.post(`/nl/assessments/${started}/hand-over`, { email: '' });
  const takeOverToken = await secretOn(starter.visitor, `/nl/assessments/${started}/hand-over`, 'take-over');
  await owner.post(`${base}/voice`, { intent: 'open' });
  const voiceToken = await secretOn(owner, `${base}/voice`, 'voice');
  const worker = app.visitor();
  await worker.get(`/nl/voice/${voiceToken}`);
  await worker.post(`/nl/voice/${voiceToken}`, { 'who-to-ask': 'yes' });
  const firstContractDay = addMonths(brusselsDay(app.services.now()), -1);
  const placing = await signIn(app, `placing-${crypto.randomUUID()}@example.org`);
  const placement = await storePlacement(app, placing, { assessmentId: workplace.id, firstContractDay });
  const noted = await noteAtPlacement(app, placing, placement.id);
  const plan = await (await owner.get(`${base}/plan`)).text();
  return {
    ...workplace,
    people: {
      nobody: app.visitor(),
      owner,
      colleague: colleague.visitor,
      reader: reader.visitor,
      asked: visited,
      coach: coach.visitor,
      starter: starter.visitor,
      worker,
      'owner of another': (await openWorkplace(app)).owner,
    },
    offerToken,
    takeOverToken,
    voiceToken,
    share,
    started,
    openToken: (await invite(await openWorkplace(app), 'reader')).token,
    askToken: asked.token,
    ...noted,
    placement: placement.id,
    followUp: await mailedLink(app, placement),
    receipt: await aReceipt(app),
    organisation: await anOrganisation(app),
    remedy: askedItems()[0]?.remedies[0]?.id ?? '',
    action: /\/plan\/(?!new)([\w-]+)"/.exec(plan)?.[1] ?? '',
  };
}

async function aReceipt(app: TestApp): Promise<string> {
  const { owner, base } = await openWorkplace(app);
  const gone = await owner.post(`${base}/delete`, {});
  return gone.headers.get('Location')?.split('/').at(-1) ?? '';
}

async function anOrganisation(app: TestApp): Promise<string> {
  const { visitor } = await signIn(app, 'somebody-else@example.org');
  return newOrganisation(visitor);
}

async function parts({ app, id }: Stage) {
  const { read, t } = app.services.store;
  const of = <T extends { id: string; assessmentId: string }>(rows: T[]) =>
    rows.find((one) => one.assessmentId === id)?.id ?? '';
  return {
    submission: of(await read.select().from(t.submission)),
    answer: of(await read.select().from(t.answer)),
    link: of(await read.select().from(t.link)),
  };
}
