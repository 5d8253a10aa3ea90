import type { ChecklistEdition } from './checklist.ts';

/** A federation's picture and colour, as they stand beside ours. */
export type EditionBrand = Pick<ChecklistEdition, 'by' | 'logo' | 'logoText' | 'accent'>;

/** Addresses of the picture and of the stylesheet with its colour: they tell what they hold, so they never change. */
export const logoPath = (logo: string): string => `/brand/logos/${logo}`;
export const accentPath = (accent: string): string => `/brand/accents/${accent.slice(1)}.css`;
