import { itemOfAnyVersion } from '#app/domain/across-versions.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import { markedTitle } from './edition-brand.ts';
import type { Services } from './services.ts';
import type { Visit } from './visit.server.ts';

type Asked = Pick<Visit, 'services' | 'checklist'>;

/** Every published version of the checklist of a sector, first to newest, in the language of this one. */
export function versionsOf({ services, checklist: { sector, language } }: Asked): Checklist[] {
  const numbers = Array.from({ length: newestVersion(services, sector) }, (_, at) => at + 1);
  return numbers.flatMap((number) => services.findCore(`${sector}@${number}`, language) ?? []);
}

/** The number of the newest version that can be started; 0 when there is none. */
export function newestVersion({ startable }: Services, sector: string): number {
  const ref = startable.find((one) => one.startsWith(`${sector}@`));
  return Number(ref?.split('@')[1] ?? 0);
}

/** An item of the checklist of this visit, or as another version of it asks it. */
export const findItem = (asked: Asked, id: string | null | undefined): Item | undefined =>
  id ? itemOfAnyVersion(id, asked.checklist, versionsOf(asked)) : undefined;

/** What such an item is called, with who asked it where it is not ours; null when nothing knows it. */
export function itemTitle(asked: Asked & Pick<Visit, 't'>, id: string | null | undefined): string | null {
  const item = findItem(asked, id);
  return item ? markedTitle(asked, item) : null;
}
