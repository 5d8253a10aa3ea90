import { type Role, roles } from '#app/domain/access.ts';
import { addMonths, brusselsDay } from '#app/domain/calendar.ts';
import type { TestApp } from './app.ts';
import { publishElsewhere } from './edition.ts';
import { mailedLink } from './follow-up.ts';
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
} from './people.ts';
import type { Visitor } from './visitor.ts';
import { askColleague, askedItems, handIn, invite, openWorkplace, type Workplace } from './workplace.ts';

/* One assessment with somebody in every role around it, and one of everything that an address can name. */

/** Where everybody stands. */
export type Stage = Workplace & {
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
  /** A published edition of somebody else’s federation. */
  slug: string;
  /** An organisation of somebody else. */
  organisation: string;
  remedy: string;
  action: string;
};
export type Person = Role | 'nobody' | 'owner of another';
/** The item about which a colleague was asked. */
export const askedItem = askedItems()[0]?.id ?? '';
export const persons: Person[] = ['nobody', ...roles, 'owner of another'];

export async function setStage(app: TestApp): Promise<Stage> {
  const workplace = await openWorkplace(app);
  const { owner, base } = workplace;
  const colleague = await invite(workplace, 'colleague');
  const reader = await invite(workplace, 'reader');
  const asked = await askColleague(workplace, askedItem);
  const visited = app.visitor();
  await visited.get(asked.path);
  await owner.save(workplace.id, { item: askedItem, value: 'not-yet', note: 'n' });
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
    slug: (await publishElsewhere(app)).slug,
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

export const anAction = {
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
