import { can, type Permission, type Role, roles } from '#app/domain/access.ts';
import { askedItem, type Person, type Stage } from './stage.ts';

/* What every address asks of whom: the table that the tests of access walk through. */

/**
 * `everyone`: no permission is asked. `nothing`: there is nothing there of that kind. `other people`: an organisation to
 * which none of them belongs; who is not signed in is asked to. `own share`: whoever signed in sees only their own;
 * nobody else has signed in yet and is asked to. `a key`: nobody gets in as a person.
 */
export type Rule = Permission | 'everyone' | 'nothing' | 'other people' | 'own share' | 'a key';
type Row = { path: (stage: Stage) => string; see: Rule; send: Rule };

const page = (path: string, see: Rule = 'everyone', send: Rule = 'nothing'): Row => ({ path: () => path, see, send });
const part = (path: string, see: Rule, send: Rule = 'nothing'): Row => ({ path: ({ base }) => base + path, see, send });
const ofOthers = (path: string, send: Rule): Row => ({
  path: ({ organisation }) => `/nl/organisations/${organisation}${path}`,
  see: 'other people',
  send,
});
/**
 * At the placement of a coach who is none of these people: the host sees it, the rest is its coach's. A placement has
 * roles of its own: placement-access.test.ts.
 */
const placed = (rest: string, see: Rule = 'nothing', send: Rule = 'nothing'): Row => ({
  path: ({ placement, threshold, task }) =>
    `/nl/placements/${placement}${rest.replace(':threshold', threshold).replace(':task', task)}`,
  see,
  send,
});

/** Every route with what it asks; a route of app/routes.ts that is not here fails. */
export const table: Record<string, Row> = {
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
  'files/organisations/:organisation/figures/:sector/:name': {
    path: ({ organisation }) => `/files/organisations/${organisation}/figures/care/figures.csv`,
    see: 'other people',
    send: 'nothing',
  },
  // Nothing was published here yet.
  'files/figures/:sector/:name': page('/files/figures/care/figures.csv', 'nothing'),
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
  'files/paper/:ref/:name': page('/files/paper/care@1/checklist.docx'),
  'files/editions/:edition/edition.yaml': {
    path: () => '/files/editions/none/edition.yaml',
    see: 'other people',
    send: 'nothing',
  },
  'brand/logos/:logo': page('/brand/logos/none', 'nothing'),
  'brand/accents/:accent': page('/brand/accents/1f4e8c.css'),
  'files/campaigns/:campaign/:lang/:name': page('/files/campaigns/none/nl/poster.pdf', 'other people'),
  'c/:campaign': page('/c/none', 'nothing'),
  'embed/:campaign': page('/embed/none', 'nothing'),
  'api/v1/openapi.json': page('/api/v1/openapi.json'),
  'api/v1/figures': page('/api/v1/figures'),
  'api/v1/figures/:sector/:table?': page('/api/v1/figures/care'),
  'api/v1/editions/:slug/figures/:table?': page('/api/v1/editions/zorg/figures', 'a key'),
  'api/*': page('/api/v1/there-is-nothing', 'nothing'),
  ':lang': page('/nl'),
  ':lang/manifest/:placement?': page('/nl/manifest'),
  ':lang/sectors/:sector': page('/nl/sectors/care'),
  ':lang/sectors/:sector/start': page('/nl/sectors/care/start', 'everyone', 'everyone'),
  ':lang/sectors/:sector/paper': page('/nl/sectors/care/paper'),
  ':lang/editions/:slug': { path: ({ slug }) => `/nl/editions/${slug}`, see: 'everyone', send: 'nothing' },
  ':lang/editions/:slug/start': {
    path: ({ slug }) => `/nl/editions/${slug}/start`,
    see: 'everyone',
    send: 'everyone',
  },
  ':lang/resume': page('/nl/resume', 'everyone', 'everyone'),
  ':lang/recover': page('/nl/recover', 'everyone', 'everyone'),
  ':lang/import': page('/nl/import', 'everyone', 'everyone'),
  ':lang/device': page('/nl/device', 'everyone', 'everyone'),
  ':lang/rules': page('/nl/rules'),
  ':lang/support': page('/nl/support'),
  ':lang/help': page('/nl/help'),
  ':lang/privacy': page('/nl/privacy'),
  ':lang/accessibility': page('/nl/accessibility'),
  ':lang/figures': page('/nl/figures'),
  ':lang/figures/:sector': page('/nl/figures/care'),
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
  ':lang/organisations/:organisation/editions': ofOthers('/editions', 'other people'),
  ':lang/organisations/:organisation/editions/:edition': ofOthers('/editions/none', 'other people'),
  ':lang/organisations/:organisation/editions/:edition/preview': ofOthers('/editions/none/preview', 'nothing'),
  ':lang/organisations/:organisation/editions/:edition/publish': ofOthers('/editions/none/publish', 'other people'),
  ':lang/organisations/:organisation/editions/:edition/import': ofOthers('/editions/none/import', 'other people'),
  ':lang/organisations/:organisation/editions/:edition/:part/:member': ofOthers(
    '/editions/none/items/new',
    'other people',
  ),
  'files/pilots/:pilot/:name': page('/files/pilots/none/report.pdf', 'nothing'),
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
  ':lang/cockpit': page('/nl/cockpit', 'other people'),
  ':lang/cockpit/:sector': page('/nl/cockpit/care', 'other people', 'other people'),
  ':lang/organisations/:organisation/campaigns': ofOthers('/campaigns', 'other people'),
  ':lang/organisations/:organisation/campaigns/:campaign': ofOthers('/campaigns/none', 'other people'),
  ':lang/organisations/:organisation/figures': ofOthers('/figures', 'nothing'),
  ':lang/organisations/:organisation/figures/:sector': ofOthers('/figures/care', 'nothing'),
  ':lang/organisations/:organisation/sector-plan': ofOthers('/sector-plan', 'other people'),
  ':lang/organisations/:organisation/keys': ofOthers('/keys', 'other people'),
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
  ':lang/assessments/:assessment/items/:item': part(`/items/${askedItem}`, 'read-answers', 'ask'),
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
  ':lang/assessments/:assessment/paper': part('/paper', 'answer', 'answer'),
  ':lang/assessments/:assessment/version': part('/version', 'change-version', 'change-version'),
  ':lang/assessments/:assessment/delete': part('/delete', 'delete', 'delete'),
  ':lang/placements/:placement/tasks': placed('/tasks'),
  ':lang/placements/:placement/tasks/:task': placed('/tasks/:task'),
  ':lang/placements/:placement/carve': placed('/carve'),
  ':lang/placements/:placement/visit': placed('/visit'),
  ':lang/placements/:placement/visit/report': placed('/visit/report'),
  '*': page('/nl/there/is/no/such/page', 'nothing', 'nothing'),
};

/** Addresses that hold more than their route's permission. */
export const more: Record<string, Row> = {
  'the file of one’s own': { path: ({ id }) => `/files/${id}/own/assessment.json`, see: 'keep-file', send: 'nothing' },
  'the first page as PDF': {
    path: ({ id }) => `/files/${id}/newest/management.pdf`,
    see: 'download',
    send: 'nothing',
  },
  'a new action': part('/plan/new', 'plan', 'plan'),
};

/** A starter is at home only at what they started; everybody else around the one assessment. */
export const at = (person: Person, stage: Stage): Stage =>
  person === 'starter' ? { ...stage, id: stage.started, base: `/nl/assessments/${stage.started}` } : stage;

export const may = (person: Person, rule: Rule): boolean =>
  rule === 'everyone' ||
  (rule === 'own share' && person !== 'starter') ||
  (rule !== 'nothing' &&
    rule !== 'own share' &&
    rule !== 'other people' &&
    rule !== 'a key' &&
    (roles as readonly string[]).includes(person) &&
    seen(person, rule));

/** Who was asked one question, or for the worker's voice, has a link, and nothing else opens for them. */
const seen = (person: Person, rule: Permission) =>
  person !== 'asked' && person !== 'worker' && can(person as Role, rule);
