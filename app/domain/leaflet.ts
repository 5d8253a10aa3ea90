/** Dutch, easy Dutch (A2) and English. */
export const leafletEditions = ['nl', 'nl-easy', 'en'] as const;
export type LeafletEdition = (typeof leafletEditions)[number];

/** One page for the worker about the data of a placement (product: the job coach's journey). */
export type Leaflet = { title: string; intro: string; sections: LeafletSection[] };
export type LeafletSection = { id: string; heading: string; points: string[] };
