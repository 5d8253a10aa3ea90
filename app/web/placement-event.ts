import type { PlacementEvent } from '#app/data/placement.server.ts';
import { brusselsDay, showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import type { PlacementEventKey } from '#app/domain/placement-event.ts';
import type { Translate } from '#app/domain/words.ts';
import type { PlacementVisit } from './placement-visit.server.ts';

/** Something that this visitor does now; `detail` may hold `phase` (an id) and `day` (YYYY-MM-DD). */
export const eventOf = (
  { services, role }: Pick<PlacementVisit, 'services' | 'role'>,
  what: PlacementEventKey,
  detail: Record<string, string> = {},
): PlacementEvent => ({
  id: services.newId(),
  at: services.now(),
  side: role === 'host' || role === 'host-colleague' ? 'host' : 'coach',
  what,
  detail,
});

/** An event with its day and who did it. */
export const eventLine = (t: Translate, language: Language, event: PlacementEvent) => ({
  id: event.id,
  on: brusselsDay(event.at),
  when: showDay(language, event.at),
  text: eventText(t, language, event),
  by: t(event.side === 'coach' ? 'placement.side-coach' : 'placement.side-host'),
});

/** What happened, in words. */
export function eventText(t: Translate, language: Language, { what, detail }: Pick<PlacementEvent, 'what' | 'detail'>) {
  const day = detail.day ? { day: showDay(language, detail.day) } : {};
  const phase = detail.phase ? { phase: t(`phase.${detail.phase}`) } : {};
  return t(what, { ...detail, ...day, ...phase });
}
