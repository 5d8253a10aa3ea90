import type { PlacementEvent } from '#app/data/placement.server.ts';
import { brusselsDay, showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { Translate } from '#app/domain/words.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** What may happen at a placement, as keys of interface words, and whether the host may read it. */
const events = {
  'placement.begun': true,
  'placement.moved': true,
  'placement.closed': true,
  'placement.threshold-noted': true,
  'placement.threshold-changed': true,
  'placement.threshold-rival': true,
  'placement.threshold-settled': true,
  'placement.threshold-lowered': true,
  'placement.threshold-opened': true,
  'placement.tried': true,
  'placement.helped': true,
  'placement.needs-shared': true,
  'placement.needs-taken-back': true,
  'placement.waived': true,
  'placement.handed-over': true,
  'placement.needs-saved': false,
  'placement.needs-erased': false,
  'placement.legal-ticked': false,
  'placement.visit-planned': false,
  'placement.visit-removed': false,
  'placement.noted': false,
  'placement.guided': false,
  'placement.hand-over-asked': false,
  'placement.hand-over-stopped': false,
} as const;
export type EventKey = keyof typeof events;

/** Something that this visitor does now; `detail` may hold `phase` (an id) and `day` (YYYY-MM-DD). */
export const eventOf = (
  { services, role }: Pick<PlacementVisit, 'services' | 'role'>,
  what: EventKey,
  detail: Record<string, string> = {},
): PlacementEvent => ({
  id: services.newId(),
  at: services.now(),
  side: role === 'host' || role === 'host-colleague' ? 'host' : 'coach',
  what,
  detail,
  forHost: events[what],
});

/** An event in words. */
export function eventLine(t: Translate, language: Language, { id, at, side, what, detail }: PlacementEvent) {
  const day = detail.day ? { day: showDay(language, detail.day) } : {};
  const phase = detail.phase ? { phase: t(`phase.${detail.phase}`) } : {};
  return {
    id,
    on: brusselsDay(at),
    when: showDay(language, at),
    text: t(what, { ...detail, ...day, ...phase }),
    by: t(side === 'coach' ? 'placement.side-coach' : 'placement.side-host'),
  };
}
