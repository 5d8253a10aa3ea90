import type { Store } from '#app/data/store.server.ts';
import type { EditionContent } from '#app/domain/edition.ts';

/** What an edition says at its nth publication. */
export const editionContent = (number: number, over: Partial<EditionContent> = {}): EditionContent => ({
  languages: ['nl', 'en'],
  name: { nl: `Doorstroom in de zorg ${number}`, en: `Throughflow in care ${number}` },
  logo: null,
  logoText: {},
  accent: '#b3541e',
  intro: { nl: 'Welkom.', en: 'Welcome.' },
  contacts: [
    {
      id: 'contact-1',
      role: { nl: 'Projectmedewerker', en: 'Project worker' },
      email: 'zorg@federatie.example',
      phone: '',
    },
  ],
  hidden: [],
  items: [],
  remedies: [],
  instruments: [],
  ...over,
});

type StoredEdition = {
  id: string;
  organisationId: string;
  slug: string;
  at: Date;
  /** How many times it was published. */
  versions: number;
  withdrawnAt?: Date;
};

/** An edition of a federation, straight into the database; gives its id. */
export async function storeEdition(store: Store, { versions, at, ...edition }: StoredEdition): Promise<string> {
  const { t } = store;
  await store.write(async (tx) => {
    await tx
      .insert(t.edition)
      .values({ ...edition, sector: 'care', draft: editionContent(0), createdAt: at, changedAt: at });
    for (let number = 1; number <= versions; number += 1)
      await tx.insert(t.editionVersion).values({
        id: `${edition.id}-${number}`,
        editionId: edition.id,
        number,
        checklistRef: 'care@1',
        content: editionContent(number),
        publishedAt: new Date(at.getTime() + number),
      });
  });
  return edition.id;
}
