// What a coach noted and did not send yet, per placement, in IndexedDB; where that is refused, in memory. Apart from
// it: texts that are still being typed.

/** @typedef {{ seq: number, placement: string, subject: string, tried: boolean, shown: string, entry: Record<string, string> }} Kept */
/** @typedef {Omit<Kept, 'seq'> & { seq?: number }} ToKeep */

export function openBox(/** @type {string} */ placement) {
  /** @type {Map<number, Kept>} */
  const memory = new Map();
  let next = 1;
  /** @type {Promise<IDBDatabase | null>} */
  const database = new Promise((resolve) => {
    try {
      const request = indexedDB.open('visits', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
        request.result.createObjectStore('drafts');
      };
      request.onsuccess = () => {
        // "Wis dit toestel" must not wait for this page.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });

  /** @template T @param {'entries' | 'drafts'} name @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T | null>} */
  async function on(name, mode, work) {
    const opened = await database;
    if (!opened) return null;
    return new Promise((resolve) => {
      try {
        const transaction = opened.transaction(name, mode);
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => resolve(null);
        transaction.onerror = () => resolve(null);
        // A page that goes away has no turn left in which it would commit by itself.
        transaction.commit?.();
      } catch {
        resolve(null);
      }
    });
  }

  return {
    /** Keeps an entry; one that was kept before takes its own place again. @param {ToKeep} kept @returns {Promise<Kept>} */
    async put(kept) {
      const seq = /** @type {number | null} */ (await on('entries', 'readwrite', (store) => store.put(kept)));
      const whole = { ...kept, seq: seq ?? kept.seq ?? -next++ };
      if (seq === null) memory.set(whole.seq, whole);
      return whole;
    },
    /** @param {number} seq */
    async drop(seq) {
      memory.delete(seq);
      await on('entries', 'readwrite', (store) => store.delete(seq));
    },
    /** In the order in which they were noted. @returns {Promise<Kept[]>} */
    async all() {
      const stored = (await on('entries', 'readonly', (store) => store.getAll())) ?? [];
      const own = [...stored, ...memory.values()].filter((one) => one.placement === placement);
      return own.sort((one, other) => Math.abs(one.seq) - Math.abs(other.seq));
    },
    /** @param {string} field @param {string} text */
    async keepDraft(field, text) {
      const key = `${placement}/${field}`;
      if (text) await on('drafts', 'readwrite', (store) => store.put(text, key));
      else await on('drafts', 'readwrite', (store) => store.delete(key));
    },
    /** @param {string} field @returns {Promise<string>} */
    async draft(field) {
      return (await on('drafts', 'readonly', (store) => store.get(`${placement}/${field}`))) ?? '';
    },
    /** Everything of this placement. */
    async erase() {
      for (const { seq } of await this.all()) await this.drop(seq);
      await on('drafts', 'readwrite', (store) =>
        store.delete(IDBKeyRange.bound(`${placement}/`, `${placement}/\uffff`)),
      );
    },
  };
}
