import type { Fields } from './placement-scenes.ts';

/** What the federation of the demo undertakes for care, as it posts it. */
export const sectorPlan: { daysAgo: number; fields: Fields }[] = [
  {
    daysAgo: 60,
    fields: {
      action: '',
      title: 'Een blad met één doel, dat een directie zo kan ondertekenen',
      item: 'goal-backed',
      owner: 'Sectorconsulent',
      due: { on: { months: 2, days: 0 } },
      status: 'doing',
      note: 'Drie leden lezen het klad na.',
    },
  },
  {
    daysAgo: 40,
    fields: {
      action: '',
      title: 'Een studiedag over individueel maatwerk, met wie de aanvragen behandelt',
      item: 'imw-route-known',
      owner: 'Dienst vorming',
      due: { on: { months: -1, days: 0 } },
      status: 'done',
      note: '',
    },
  },
];
