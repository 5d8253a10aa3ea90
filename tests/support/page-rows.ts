import { expect, type Page } from '@playwright/test';
import type { Language } from '#app/domain/checklist.ts';
import { lettersTo } from './post-office.ts';
import type { Prepared } from './prepared.ts';
import { root } from './root.ts';

/** A page of a route, and how somebody gets there. */
export type Row = {
  address: (prepared: Prepared, language: Language) => string | Promise<string>;
  status?: number;
  /** Opened by somebody who has no cookie yet. */
  stranger?: boolean;
  /** What somebody does on the page to come to the state that is looked at. */
  reach?: (page: Page) => Promise<void>;
  /** How that is answered, where it is refused. */
  answer?: number;
};

const inside = (rest: string) => (prepared: Prepared, language: Language) =>
  `/${language}/assessments/${prepared.assessment}${rest.replace(/:(\w+)/g, (_, name: 'item') => prepared[name])}`;
function organisationPage(rest: string) {
  return ({ organisation }: Prepared, language: Language) => `/${language}/organisations/${organisation}${rest}`;
}
const editionPage =
  (rest: string) =>
  ({ edition }: Prepared, language: Language) =>
    `/${language}/organisations/${edition.organisation}/editions${rest.replace(':edition', edition.id)}`;
function piloted(rest: string) {
  return ({ organisation, pilot }: Prepared, language: Language) =>
    `/${language}/organisations/${organisation}/pilots/${pilot}${rest}`;
}
function federationPage(rest: string) {
  return ({ federation }: Prepared, language: Language) => `/${language}/organisations/${federation}${rest}`;
}
const placed =
  (rest: string) =>
  ({ placement }: Prepared, language: Language) =>
    `/${language}/placements/${placement}${rest}`;
const page = (rest: string) => (_: Prepared, language: Language) => `/${language}${rest}`;

/** A row for every page, by the pattern of its route. */
export const rows: Record<string, Row> = {
  '': { address: () => '/' },
  ':lang': { address: page('') },
  ':lang/sectors/:sector': { address: page('/sectors/logistics') },
  ':lang/sectors/:sector/start': { address: page('/sectors/retail/start') },
  ':lang/sectors/:sector/paper': { address: page('/sectors/retail/paper') },
  ':lang/editions/:slug': { address: ({ edition }, language) => `/${language}/editions/${edition.slug}` },
  ':lang/editions/:slug/start': { address: ({ edition }, language) => `/${language}/editions/${edition.slug}/start` },
  ':lang/resume': { address: page('/resume') },
  ':lang/recover': { address: page('/recover') },
  ':lang/import': { address: page('/import') },
  ':lang/device': { address: page('/device') },
  ':lang/rules': { address: page('/rules') },
  ':lang/support': { address: page('/support') },
  ':lang/help': { address: page('/help') },
  ':lang/privacy': { address: page('/privacy') },
  ':lang/accessibility': { address: page('/accessibility') },
  ':lang/figures': { address: page('/figures') },
  ':lang/figures/:sector': { address: page('/figures/care') },
  ':lang/sign-in': { address: page('/sign-in'), stranger: true },
  ':lang/sign-in/:token': { address: page('/sign-in/spent') },
  ':lang/account': { address: page('/account') },
  ':lang/account/delete': { address: page('/account/delete') },
  ':lang/invitations/:token': { address: invitation },
  ':lang/organisations': { address: page('/organisations') },
  ':lang/organisations/:organisation': { address: organisationPage('') },
  ':lang/organisations/:organisation/people': { address: organisationPage('/people') },
  ':lang/organisations/:organisation/log': { address: organisationPage('/log') },
  ':lang/organisations/:organisation/merge': { address: organisationPage('/merge') },
  ':lang/organisations/:organisation/delete': { address: organisationPage('/delete') },
  ':lang/organisations/:organisation/campaigns': {
    address: ({ campaign }, language) => `/${language}/organisations/${campaign.federation}/campaigns`,
  },
  ':lang/organisations/:organisation/campaigns/:campaign': {
    address: ({ campaign }, language) => `/${language}/organisations/${campaign.federation}/campaigns/${campaign.id}`,
  },
  ':lang/organisations/:organisation/editions': { address: editionPage('') },
  ':lang/organisations/:organisation/editions/:edition': { address: editionPage('/:edition') },
  ':lang/organisations/:organisation/editions/:edition/preview': {
    address: editionPage('/:edition/preview?show=result'),
  },
  ':lang/organisations/:organisation/editions/:edition/publish': { address: editionPage('/:edition/publish') },
  ':lang/organisations/:organisation/editions/:edition/import': { address: editionPage('/:edition/import') },
  ':lang/organisations/:organisation/editions/:edition/:part/:member': {
    address: editionPage('/:edition/items/own-study-day'),
  },
  ':lang/organisations/:organisation/pilots': { address: organisationPage('/pilots') },
  ':lang/organisations/:organisation/pilots/new': { address: organisationPage('/pilots/new') },
  ':lang/organisations/:organisation/pilots/:pilot': { address: piloted('') },
  ':lang/organisations/:organisation/pilots/:pilot/phases/:phase': { address: piloted('/phases/2') },
  ':lang/organisations/:organisation/pilots/:pilot/report': { address: piloted('/report') },
  ':lang/organisations/:organisation/pilots/:pilot/publish': { address: piloted('/publish') },
  ':lang/organisations/:organisation/pilots/:pilot/delete': { address: piloted('/delete') },
  ':lang/pilots': { address: page('/pilots'), stranger: true },
  ':lang/pilots/:pilot': { address: page('/pilots/care-2017'), stranger: true },
  ':lang/pilots/confirm/:token': { address: ({ confirm }, language) => `/${language}${confirm}`, stranger: true },
  ':lang/cockpit': { address: page('/cockpit') },
  ':lang/cockpit/:sector': { address: page('/cockpit/care') },
  ':lang/organisations/:organisation/figures': { address: federationPage('/figures') },
  ':lang/organisations/:organisation/figures/:sector': { address: federationPage('/figures/care') },
  ':lang/organisations/:organisation/sector-plan': { address: federationPage('/sector-plan?sector=care') },
  ':lang/organisations/:organisation/keys': { address: federationPage('/keys') },
  ':lang/shared': { address: page('/shared') },
  ':lang/shared/start': { address: page('/shared/start?sector=care') },
  ':lang/shared/:share': { address: ({ share }, language) => `/${language}/shared/${share}` },
  ':lang/share/:token': { address: ({ offer }, language) => `/${language}/share/${offer}`, stranger: true },
  ':lang/take-over/:token': {
    address: ({ takeOver }, language) => `/${language}/take-over/${takeOver}`,
    stranger: true,
  },
  ':lang/voice/:token': { address: ({ voice }, language) => `/${language}/voice/${voice}`, stranger: true },
  ':lang/placements': { address: page('/placements') },
  ':lang/placements/new': { address: page('/placements/new') },
  ':lang/placements/:placement': { address: placed('') },
  ':lang/placements/:placement/move': { address: placed('/move') },
  ':lang/placements/:placement/needs': { address: placed('/needs') },
  ':lang/placements/:placement/thresholds/:threshold': {
    address: ({ placement, threshold }, language) => `/${language}/placements/${placement}/thresholds/${threshold}`,
  },
  ':lang/placements/:placement/leaflet': { address: placed('/leaflet') },
  ':lang/placements/:placement/hand-over': { address: placed('/hand-over') },
  ':lang/placements/:placement/delete': { address: placed('/delete') },
  ':lang/hand-over/:token': { address: page('/hand-over/none') },
  ':lang/open/:token': { address: ({ reader }, language) => `/${language}/open/${reader}`, stranger: true },
  ':lang/ask/:token': { address: ({ ask }, language) => `/${language}/ask/${ask}`, stranger: true },
  ':lang/digest/confirm/:token': { address: mailed('confirm') },
  ':lang/digest/stop/:token': { address: mailed('stop') },
  ':lang/mail/stop/:token': {
    address: ({ mailStop }, language) => `/${language}/mail/stop/${mailStop}`,
    stranger: true,
  },
  ':lang/follow-ups/:token': {
    address: ({ followUp }, language) => `/${language}/follow-ups/${followUp}`,
    stranger: true,
  },
  ':lang/placements/:placement/follow-ups': { address: placed('/follow-ups') },
  ':lang/placements/:placement/follow-ups/:month': { address: placed('/follow-ups/1') },
  ':lang/receipts/:receipt': { address: ({ receipt }, language) => `/${language}/receipts/${receipt}` },
  ':lang/assessments/:assessment': { address: inside('') },
  ':lang/assessments/:assessment/context': { address: inside('/context') },
  ':lang/assessments/:assessment/sections/:section': { address: inside('/sections/:section') },
  ':lang/assessments/:assessment/items/:item': { address: inside('/items/:item') },
  ':lang/assessments/:assessment/hand-in': { address: inside('/hand-in') },
  ':lang/assessments/:assessment/result': { address: inside('/result') },
  ':lang/assessments/:assessment/remedies/:remedy': { address: inside('/remedies/:remedy') },
  ':lang/assessments/:assessment/plan': { address: inside('/plan') },
  ':lang/assessments/:assessment/plan/:action': { address: inside('/plan/:action') },
  ':lang/assessments/:assessment/propose': {
    address: ({ shared }, language) => `/${language}/assessments/${shared}/propose`,
  },
  ':lang/assessments/:assessment/compare': { address: inside('/compare') },
  ':lang/assessments/:assessment/rounds': { address: inside('/rounds') },
  ':lang/assessments/:assessment/access': { address: inside('/access') },
  ':lang/assessments/:assessment/share': { address: inside('/share') },
  ':lang/assessments/:assessment/voice': { address: inside('/voice') },
  ':lang/assessments/:assessment/voice/poster': { address: inside('/voice/poster') },
  ':lang/assessments/:assessment/hand-over': {
    address: ({ started }, language) => `/${language}/assessments/${started}/hand-over`,
  },
  ':lang/assessments/:assessment/placements': { address: inside('/placements') },
  ':lang/assessments/:assessment/paper': { address: inside('/paper') },
  ':lang/assessments/:assessment/version': { address: inside('/version') },
  ':lang/assessments/:assessment/delete': { address: inside('/delete') },
  ':lang/placements/:placement/tasks': { address: placed('/tasks') },
  ':lang/placements/:placement/tasks/:task': {
    address: ({ placement, task }, language) => `/${language}/placements/${placement}/tasks/${task}`,
  },
  ':lang/placements/:placement/carve': { address: placed('/carve') },
  ':lang/placements/:placement/visit': { address: placed('/visit') },
  ':lang/placements/:placement/visit/report': { address: placed('/visit/report') },
  '*': { address: page('/there-is-no-such-page'), status: 404 },
};

/** What a page is once somebody did something on it. */
export const states: Record<string, Row> = {
  'choosing from an OiRA survey': { address: editionPage('/:edition/import'), reach: choosingFrom('laundry.xml') },
  'choosing from a CISO library': { address: editionPage('/:edition/import'), reach: choosingFrom('roster.yaml') },
  'choosing again after choosing nothing': {
    address: editionPage('/:edition/import'),
    reach: async (page) => {
      await choosingFrom('laundry.xml')(page);
      await page.locator('form button[type=submit]').last().click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
    answer: 422,
  },
};

/** Routes that give a file, not a page, or answer a script. */
export const files = 'files/:assessment/:which/:name';
export const notPages = [
  'files/campaigns/:campaign/:lang/:name',
  'c/:campaign',
  'embed/:campaign',
  'files/editions/:edition/edition.yaml',
  'brand/logos/:logo',
  'brand/accents/:accent',
  files,
  'files/placements/:placement/job-card.pdf',
  'files/placements/:placement/:name',
  'files/account/everything.zip',
  'files/paper/:ref/:name',
  'files/pilots/:pilot/:name',
  'files/organisations/:organisation/everything.zip',
  'files/organisations/:organisation/figures/:sector/:name',
  'files/figures/:sector/:name',
  'api/v1/openapi.json',
  'api/v1/figures',
  'api/v1/figures/:sector/:table?',
  'api/v1/editions/:slug/figures/:table?',
  'api/*',
  ':lang/manifest/:placement?',
  ':lang/sign-in/demo',
  ':lang/sign-in/passkey',
  ':lang/account/passkey',
];

/** Gives a survey from elsewhere to the page that imports, which then shows what can be chosen. */
function choosingFrom(file: string) {
  return async (page: Page): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(`${root}/tests/content/foreign/${file}`);
    await page.locator('form button[type=submit]').last().click();
    await expect(page.locator('input[name=items]').first()).toBeAttached();
  };
}

/** The link in the mail that asks to confirm; it stops with the same person. */
function mailed(what: 'confirm' | 'stop') {
  return async ({ email }: Prepared, language: Language): Promise<string> => {
    const pattern = /digest\/confirm\/([\w-]+)/;
    const token = () =>
      lettersTo(process.env.TEST_LETTERS as string, email)
        .join('')
        .match(pattern)?.[1];
    await expect.poll(token, { timeout: 60_000, message: 'the mail that asks to confirm' }).toBeTruthy();
    return `/${language}/digest/${what}/${token()}`;
  };
}

/** The link in the mail that invites. */
async function invitation({ invited }: Prepared, language: Language): Promise<string> {
  const letters = () => lettersTo(process.env.TEST_LETTERS as string, invited).join('');
  const token = () => /invitations\/([\w-]+)/.exec(letters())?.[1];
  await expect.poll(token, { timeout: 60_000, message: 'the mail that invites' }).toBeTruthy();
  return `/${language}/invitations/${token()}`;
}
