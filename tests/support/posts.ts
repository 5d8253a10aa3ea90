import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import type { TestApp } from './app.ts';
import { publishElsewhere, publishIn } from './edition.ts';
import { answersOf, mailedLink } from './follow-up.ts';
import {
  newOrganisation,
  offerShare,
  secretOn,
  shareWithCoach,
  signIn,
  signInCoach,
  startForEmployer,
  storePlacement,
} from './people.ts';
import { newPilot } from './pilot.ts';
import { storeEdition } from './stored-edition.ts';
import type { Visitor } from './visitor.ts';
import { askColleague, openWorkplace, type Workplace } from './workplace.ts';

/** Where something is posted, the fields it takes, and who posts it: the owner of the workplace unless told otherwise. */
export type Post = { path: string; fields: string[]; as?: Visitor };

/** The item that is answered. */
export const item = 'goal-backed';
const actionFields = ['title', 'owner', 'due', 'status', 'instrument', 'note', 'items', 'doneBy', 'doneAt', 'doneHow'];
const taskFields = ['title', 'when', 'minutes', 'per', 'needs', 'risk', 'adapted', 'doneBy', 'carve'];
const entryFields = [
  'kind',
  'id',
  'text',
  'weight',
  'item',
  'value',
  'note',
  'threshold',
  'version',
  'base',
  'loweredOn',
];
const pilotFields = ['from', 'title', 'sector', 'setting', 'question', 'answer', 'startsOn', 'endsOn'];
const contextFields = ['subSector', 'size', 'place', 'targetJob', 'shifts', 'label'];
const answerFields = ['value', 'id', 'base', 'note', 'proof', 'reasonId', 'reasonText'].map((one) => `${item}.${one}`);

/** One post for every route that takes one, by route pattern. */
export async function everyPost(workplace: Workplace): Promise<Record<string, Post>> {
  const { app, base, id, owner } = workplace;
  await owner.save(id, { item, value: 'not-yet' });
  const gone = await openWorkplace(app);
  const another = await signIn(app, 'organisatie-weg@example.org');
  await signIn(app, 'eigenaar@example.org', owner);
  const organisation = `/nl/organisations/${await newOrganisation(owner)}`;
  const federation = await newOrganisation(owner, 'federation', 'Onze federatie');
  const editions = `/nl/organisations/${federation}/editions`;
  const edition = await publishIn(app.services, federation);
  const pilot = await newPilot(owner, organisation);
  const coach = await signInCoach(app, 'coach@example.org');
  await shareWithCoach(workplace, coach);
  const { token: offered } = await offerShare(workplace);
  const started = `/nl/assessments/${await startForEmployer(coach)}`;
  await coach.visitor.post(`${started}/hand-over`, { email: '' });
  await owner.post(`${base}/voice`, { intent: 'open' });
  const firstContractDay = addMonths(brusselsDay(app.services.now()), -1);
  const placement = await storePlacement(app, coach, { assessmentId: id, firstContractDay });
  const followUps = `/nl/placements/${placement.id}/follow-ups`;
  const stepFields = ['go', 'note', ...Object.values(answersOf(app, 'employer')).flatMap((one) => Object.keys(one))];
  return {
    ':lang/sectors/:sector/start': { path: '/nl/sectors/care/start', fields: contextFields },
    ':lang/editions/:slug/start': {
      path: `/nl/editions/${(await publishElsewhere(app)).slug}/start`,
      fields: contextFields,
    },
    ':lang/organisations/:organisation/editions': { path: editions, fields: ['name', 'slug', 'sector'] },
    ':lang/organisations/:organisation/editions/:edition': {
      path: `${editions}/${edition.id}`,
      fields: ['intent', 'seen', 'languages', 'name.nl', 'intro.nl', 'accent', 'logo', 'hidden'],
    },
    ':lang/organisations/:organisation/editions/:edition/publish': {
      path: `${editions}/${edition.id}/publish`,
      fields: ['seen', 'changes'],
    },
    ':lang/organisations/:organisation/editions/:edition/import': {
      path: `${editions}/${edition.id}/import`,
      fields: ['seen', 'file', 'survey', 'items', 'remedies'],
    },
    ':lang/organisations/:organisation/editions/:edition/:part/:member': {
      path: `${editions}/${edition.id}/items/own-study-day`,
      fields: ['intent', 'seen', 'title.nl', 'anchors.0.nl', 'dimension', 'kind', 'neededBy', 'remedies'],
    },
    ':lang/organisations/:organisation/pilots/new': { path: `${organisation}/pilots/new`, fields: pilotFields },
    ':lang/organisations/:organisation/pilots/:pilot': {
      path: pilot,
      fields: ['intent', ...pilotFields, 'partnerName', 'partnerKind', 'entry', 'day', 'phase', 'lesson', 'what', 'id'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/phases/:phase': {
      path: `${pilot}/phases/0`,
      fields: ['status', 'deliverables', 'note', 'doneOn'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/publish': {
      path: `${pilot}/publish`,
      fields: ['intent', 'partner', 'email'],
    },
    ':lang/organisations/:organisation/pilots/:pilot/delete': {
      path: `${await newPilot(owner, organisation)}/delete`,
      fields: [],
    },
    ':lang/cockpit/:sector': { path: '/nl/cockpit/care', fields: ['intent', 'note'] },
    ':lang/pilots/confirm/:token': { path: '/nl/pilots/confirm/none', fields: ['intent', 'text'] },
    ':lang/resume': { path: '/nl/resume', fields: ['code'] },
    ':lang/recover': { path: '/nl/recover', fields: ['email'] },
    ':lang/import': { path: '/nl/import', fields: ['file'] },
    ':lang/device': { path: '/nl/device', fields: [], as: gone.owner },
    ':lang/sign-in': { path: '/nl/sign-in', fields: ['email', 'next'] },
    ':lang/sign-in/passkey': { path: '/nl/sign-in/passkey', fields: ['credential', 'next'] },
    ':lang/sign-in/demo': { path: '/nl/sign-in/demo', fields: ['person', 'next'] },
    ':lang/sign-in/:token': { path: '/nl/sign-in/none', fields: [] },
    ':lang/account': {
      path: '/nl/account',
      fields: ['session', 'passkey', 'label', 'language'],
      as: (await signIn(app, 'uit@example.org')).visitor,
    },
    ':lang/account/passkey': { path: '/nl/account/passkey', fields: ['credential'] },
    ':lang/account/delete': {
      path: '/nl/account/delete',
      fields: [],
      as: (await signIn(app, 'weg@example.org')).visitor,
    },
    ':lang/invitations/:token': { path: '/nl/invitations/none', fields: [] },
    ':lang/organisations': { path: '/nl/organisations', fields: ['kind', 'name', 'label'] },
    ':lang/organisations/:organisation': { path: organisation, fields: ['name'] },
    ':lang/organisations/:organisation/people': {
      path: `${organisation}/people`,
      fields: ['email', 'role', 'member', 'invitation', 'label'],
    },
    ':lang/organisations/:organisation/merge': { path: `${organisation}/merge`, fields: ['other'] },
    ':lang/organisations/:organisation/delete': {
      path: `/nl/organisations/${await newOrganisation(another.visitor)}/delete`,
      fields: [],
      as: another.visitor,
    },
    ...(await campaignPosts(workplace)),
    ':lang/organisations/:organisation/sector-plan': {
      path: `/nl/organisations/${federation}/sector-plan?sector=care`,
      fields: ['action', 'title', 'item', 'owner', 'due', 'status', 'note'],
    },
    ':lang/organisations/:organisation/keys': {
      path: `/nl/organisations/${federation}/keys`,
      fields: ['intent', 'label', 'key'],
    },
    ':lang/shared/start': {
      path: '/nl/shared/start?sector=care',
      fields: [...contextFields, 'voice'],
      as: coach.visitor,
    },
    ':lang/share/:token': { path: `/nl/share/${offered}`, fields: ['name', 'label'], as: coach.visitor },
    ':lang/take-over/:token': {
      path: `/nl/take-over/${await secretOn(coach.visitor, `${started}/hand-over`, 'take-over')}`,
      fields: ['looks-along'],
      as: gone.owner,
    },
    ':lang/voice/:token': {
      path: `/nl/voice/${await secretOn(owner, `${base}/voice`, 'voice')}`,
      fields: ['who-to-ask', 'shown-how'],
    },
    ...(await placementPosts(app)),
    ':lang/ask/:token': { path: (await askColleague(workplace, item)).path, fields: answerFields },
    ':lang/digest/confirm/:token': { path: '/nl/digest/confirm/none', fields: [] },
    ':lang/digest/stop/:token': { path: '/nl/digest/stop/none', fields: ['List-Unsubscribe'] },
    ':lang/mail/stop/:token': { path: '/nl/mail/stop/none', fields: ['List-Unsubscribe', 'go'] },
    ':lang/follow-ups/:token': { path: await mailedLink(app, placement), fields: stepFields },
    ':lang/placements/:placement/follow-ups': { path: followUps, fields: [], as: coach.visitor },
    ':lang/placements/:placement/follow-ups/:month': { path: `${followUps}/1`, fields: stepFields },
    ':lang/assessments/:assessment/context': { path: `${base}/context`, fields: contextFields },
    ':lang/assessments/:assessment/sections/:section': {
      path: `${base}/sections/commitment`,
      fields: [...answerFields, 'remark', 'take-back'],
    },
    ':lang/assessments/:assessment/items/:item': {
      path: `${base}/items/${item}`,
      fields: ['intent', 'answer', 'who', 'question', 'kind', 'note'],
    },
    ':lang/assessments/:assessment/hand-in': { path: `${base}/hand-in`, fields: ['id', 'counted', 'kind'] },
    ':lang/assessments/:assessment/plan': { path: `${base}/plan`, fields: ['remedy'] },
    ':lang/assessments/:assessment/plan/:action': { path: `${base}/plan/new`, fields: actionFields },
    ':lang/assessments/:assessment/propose': {
      path: `${base}/propose`,
      fields: ['remedy', 'title', 'note'],
      as: coach.visitor,
    },
    ':lang/assessments/:assessment/compare': { path: `${base}/compare`, fields: ['item', 'value'] },
    ':lang/assessments/:assessment/access': {
      path: `${base}/access`,
      fields: ['intent', 'kind', 'voice', 'label', 'link', 'email', 'submission', 'organisation'],
    },
    ':lang/assessments/:assessment/share': {
      path: `${base}/share`,
      fields: ['intent', 'share', 'scope', 'months'],
    },
    ':lang/assessments/:assessment/voice': { path: `${base}/voice`, fields: ['intent'] },
    ':lang/assessments/:assessment/hand-over': {
      path: `${started}/hand-over`,
      fields: ['email'],
      as: coach.visitor,
    },
    ':lang/assessments/:assessment/paper': { path: `${base}/paper`, fields: ['intent', 'A', 'I'] },
    ':lang/assessments/:assessment/version': { path: `${base}/version`, fields: ['to'] },
    ':lang/assessments/:assessment/delete': { path: `${gone.base}/delete`, fields: [], as: gone.owner },
    ':lang/placements/:placement/tasks': {
      path: `/nl/placements/${placement.id}/tasks`,
      fields: taskFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/tasks/:task': {
      path: `/nl/placements/${placement.id}/tasks/none`,
      fields: taskFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/carve': {
      path: `/nl/placements/${placement.id}/carve`,
      fields: ['title', 'redLines'],
      as: coach.visitor,
    },
    ':lang/placements/:placement/visit': {
      path: `/nl/placements/${placement.id}/visit`,
      fields: entryFields,
      as: coach.visitor,
    },
    ':lang/placements/:placement/visit/report': {
      path: `/nl/placements/${placement.id}/visit/report`,
      fields: ['remark', 'notes', 'host'],
      as: coach.visitor,
    },
    '*': { path: '/nl/nothing/here', fields: ['a'] },
  };
}

/** A federation with an edition and a campaign. */
async function campaignPosts({ app }: Workplace): Promise<Record<string, Post>> {
  const as = (await signIn(app, 'federatie@example.org')).visitor;
  const organisationId = await newOrganisation(as, 'federation', 'Federatie Zorg');
  const edition = { id: 'posted', organisationId, slug: 'posted', at: app.services.now(), versions: 1 };
  await storeEdition(app.services.store, edition);
  const path = `/nl/organisations/${organisationId}/campaigns`;
  const made = await as.post(path, { title: 'Beurs', edition: edition.id, slug: '' });
  return {
    ':lang/organisations/:organisation/campaigns': { path, fields: ['title', 'edition', 'slug'], as },
    ':lang/organisations/:organisation/campaigns/:campaign': {
      path: made.headers.get('Location') ?? '',
      fields: ['intent', 'title'],
      as,
    },
  };
}

/** A placement of a coach, with a threshold; another one to be erased. */
async function placementPosts(app: TestApp): Promise<Record<string, Post>> {
  const coach = await signIn(app, 'coach@example.org');
  const { id, organisationId } = await storePlacement(app, coach);
  const erased = await storePlacement(app, coach, { organisationId });
  const as = coach.visitor;
  const path = `/nl/placements/${id}`;
  await as.post(path, { intent: 'threshold', text: 'Een drempel', weight: 'small' });
  const [threshold] = await app.services.store.read.select().from(app.services.store.t.placementThreshold);
  const dates = ['stageStart', 'firstContractDay', 'closedOn'];
  return {
    ':lang/placements/new': {
      path: '/nl/placements/new',
      fields: ['host', 'hostName', 'sector', 'route', 'previous'],
      as,
    },
    ':lang/placements/:placement': { path, fields: ['intent', 'text', 'weight', 'seenOn', 'visit', 'minutes'], as },
    ':lang/placements/:placement/move': {
      path: `${path}/move`,
      fields: ['intent', 'to', 'check', 'legal', ...dates, 'outcome', 'outcomeReason', 'outcomeNote'],
      as,
    },
    ':lang/placements/:placement/needs': { path: `${path}/needs`, fields: ['intent', 'need', 'agreedOn'], as },
    ':lang/placements/:placement/thresholds/:threshold': {
      path: `${path}/thresholds/${threshold?.id}`,
      fields: ['intent', 'version', 'text', 'weight', 'tried', 'helped'],
      as,
    },
    ':lang/placements/:placement/hand-over': { path: `${path}/hand-over`, fields: ['intent', 'email', 'handover'], as },
    ':lang/placements/:placement/delete': { path: `/nl/placements/${erased.id}/delete`, fields: [], as },
    ':lang/hand-over/:token': { path: '/nl/hand-over/none', fields: ['organisation'], as },
  };
}
