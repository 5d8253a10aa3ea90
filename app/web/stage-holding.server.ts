import { sealMail } from '#app/data/mail.server.ts';
import { type HoldLetter, type HoldReader, postStageHeld } from '#app/data/stage-hold-mail.server.ts';
import { signInFor, stopUrl } from '#app/domain/mail-link.ts';
import type { MoveReason } from '#app/domain/placement-step.ts';
import { eventOf } from './placement-event.ts';
import type { PlacementVisit } from './placement-visit.server.ts';
import type { Services } from './services.ts';

/** A coach who wants to start a stage and cannot, because of the workplace: its owners hear of it, once. */
export async function tellHost(visit: PlacementVisit, reasons: readonly MoveReason[]): Promise<void> {
  const { services, placement } = visit;
  const held = reasons.includes('move.held.legal') || reasons.includes('move.held.essential');
  if (!held || !services.mail) return;
  const event = eventOf(visit, 'placement.hold-mailed');
  await postStageHeld(services.store, placement.id, event, (letter) => writeLetter(services, letter));
}

/** A code and a host: what holds the stage is read after opening the page, with the employer's own access. */
function writeLetter(services: Services, { id, placement, reader }: HoldLetter) {
  const { language } = reader;
  const page = `/placements/${placement.id}`;
  const path = reader.kind === 'owner' ? signInFor(language, page) : page;
  return sealMail(services, {
    id,
    kind: 'stage-held',
    placementId: placement.id,
    to: reader.email,
    language,
    payload: {
      code: placement.code,
      host: placement.hostName,
      url: `${services.baseUrl}/${language}${path}`,
      stopUrl: stopOf(services, placement.id, reader),
    },
  });
}

function stopOf(services: Services, placement: string, reader: HoldReader): string {
  const { language } = reader;
  if (reader.kind === 'digest')
    return `${services.baseUrl}/${language}/digest/stop/${services.unseal(reader.stopToken) ?? ''}`;
  if (reader.kind === 'owner')
    return stopUrl(services, language, { kind: 'owner', placement, person: reader.personId });
  return stopUrl(services, language, { kind: 'host', placement, addressHash: services.hash(reader.email) });
}
