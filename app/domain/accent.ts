/** A federation's colour on our grounds (WCAG 2.2, relative luminance and contrast). */

/** Colour of the page and of the raised surfaces on it, per theme; the dearest of both counts. */
const grounds = { light: ['#f3f5f3', '#ffffff'], dark: ['#121918', '#1a2322'] } as const;

/** What text and buttons need (WCAG 1.4.3). */
export const leastContrast = 4.5;

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The least contrast of a colour with the grounds of a theme. */
export const contrastOn = (theme: keyof typeof grounds, colour: string): number =>
  Math.min(...grounds[theme].map((ground) => contrast(colour, ground)));

/**
 * The colour as it is used in each theme. No colour is dark enough for our light ground and light enough for our dark
 * one, so in the dark it is mixed with white, no further than needed.
 */
export function accentTones(colour: string): { light: string; dark: string } {
  const shares = Array.from({ length: 21 }, (_, step) => step / 20);
  const tones = shares.map((share) => mixedWithWhite(colour, share));
  return { light: colour, dark: tones.find((tone) => contrastOn('dark', tone) >= leastContrast) ?? '#ffffff' };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const mixedWithWhite = (colour: string, share: number): string =>
  `#${channels(colour)
    .map((value) => Math.round(value + (255 - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
