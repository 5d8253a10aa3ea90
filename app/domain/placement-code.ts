/** The code by which a placement is known: a Dutch noun and two digits, such as Anker 42. Never made from a name. */

/** Things of the landscape and the workshop: nobody's name, no animal, nothing of a body. One letter never makes another. */
const nouns = `
  Anker Appel Baken Beek Beitel Beker Berg Bezem Boomgaard Borstel Bos Bron Brug Deken Dennenappel Dijk Draad
  Eik Eiland Emmer Fiets Fluit Gieter Gitaar Globe Golf Grot Hamer Hangmat Haven Heuvel Kaars Kade Kalender
  Kano Katrol Kers Ketel Kiezel Klaver Klok Knoop Koffer Kompas Kraan Krant Kruik Kruiwagen Kussen Ladder Lamp
  Lantaarn Lepel Liniaal Lint Maan Magneet Mand Mast Molen Muur Nevel Oven Paraplu Passer Penseel Piano Plank
  Plein Poort Postzegel Potlood Puzzel Radio Regenboog Riet Rivier Roer Rots Schaar Schuur Slee Sleutel Sluis
  Sneeuw Spade Spiegel Spijker Spoor Steiger Stempel Ster Strand Tafel Tapijt Tarwe Tegel Tent Toren Touw Tram
  Trein Trommel Tuin Tulp Vaas Vallei Varen Veerboot Venster Vijver Viool Vlag Vlieger Vlot Vork Vuurtoren
  Waterpas Weide Wekker Wiel Wilg Wimpel Wolk Zadel Zeef Zeil Zonnebloem
`
  .trim()
  .split(/\s+/);
const numbers = { from: 10, to: 99 };

/** How many codes there are: 128 nouns with 90 numbers. That no two placements share one is up to where they are kept. */
export const placementCodeCount = nouns.length * (numbers.to - numbers.from + 1);

/** Makes a code from random bytes; bytes that would favour some codes are skipped. Needs a source of bytes. */
export function makePlacementCode(randomBytes: (count: number) => Uint8Array): string {
  const noun = nouns[fairly(nouns.length, randomBytes)] ?? '';
  return `${noun} ${numbers.from + fairly(numbers.to - numbers.from + 1, randomBytes)}`;
}

/** A typed code as it is kept, whatever its case, accents, spaces and dashes; null when it is no code. */
export function readPlacementCode(typed: string): string | null {
  const [, letters, digits] = /^([a-z]+)([1-9]\d)$/.exec(foldCode(typed)) ?? [];
  const noun = nouns.find((one) => one.toLowerCase() === letters);
  return noun ? `${noun} ${digits}` : null;
}

/** A text for searching: without case, accents, spaces and dashes, so that anker42 finds Anker 42. */
export const foldCode = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s\p{Pd}.]/gu, '')
    .toLowerCase();

/** A whole number below `count`, which is 256 at most, each as likely. */
function fairly(count: number, randomBytes: (count: number) => Uint8Array): number {
  const fair = 256 - (256 % count);
  for (;;) for (const byte of randomBytes(8)) if (byte < fair) return byte % count;
}
