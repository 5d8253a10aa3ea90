import { fileURLToPath } from 'node:url';
import { readWords } from '#app/content/words.ts';
import { translator } from '#app/domain/words.ts';

/** The Dutch words of the interface, as people read them. */
export const t = translator('nl', readWords(fileURLToPath(new URL('../..', import.meta.url))).nl);
