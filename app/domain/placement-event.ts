/**
 * What may happen at a placement, as keys of interface words, and whether the host may read it: what is seen on its own
 * floor, phases and dates; never guidance, the coach's own notes, needs that are not shared, or what the coach does with
 * its own records (product: placement).
 */
const mayHostRead = {
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
  'placement.hold-mailed': true,
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
  'floor-event.noted-small': true,
  'floor-event.noted-noticeable': true,
  'floor-event.noted-high': true,
  'floor-event.weighed-small': true,
  'floor-event.weighed-noticeable': true,
  'floor-event.weighed-high': true,
  'floor-event.lowered': true,
  'floor-event.open-again': true,
  // Until the coach chooses, nothing about the threshold has changed.
  'floor-event.differs': false,
  'follow-up.event-employer': true,
  'follow-up.event-coach': true,
  'follow-up.event-for-employer': true,
  // Whose address it was is between that person and the coach.
  'follow-up.event-host-stopped': false,
} as const;
export type PlacementEventKey = keyof typeof mayHostRead;

export const placementEventKeys = Object.keys(mayHostRead) as PlacementEventKey[];
export const hostEventKeys: PlacementEventKey[] = placementEventKeys.filter((key) => mayHostRead[key]);
