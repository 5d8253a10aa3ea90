// Saves every answer of a section by itself. An answer is first kept on this device, then sent, and let go only when
// the server says that it is durable: a dropped line, a closed tab or a killed server loses nothing.
// Without this script the section is an ordinary form.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-saver]'));
if (form) start(form);

/** @typedef {{ id: string, item: string, value: string, reasonId: string | null, reasonText: string, note: string, proof: string, base: string[], statement: string, keep: boolean }} Answer */

/** @param {HTMLFormElement} section */
function start(section) {
  const assessment = section.dataset.assessment ?? '';
  const language = section.dataset.language ?? 'nl';
  const box = openBox();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const waiting = new Map();
  /** @type {Promise<void>} */
  let sending = Promise.resolve();
  let pause = 1000;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  /** What is kept and not acknowledged, by item. @type {Map<string, Answer>} */
  const unsent = new Map();
  let outdated = false;
  /** What came back as pointing to a person: not sent again before it is changed or confirmed. @type {Set<string>} */
  const held = new Set();

  for (const hint of document.querySelectorAll('.with-script')) hint.removeAttribute('hidden');
  for (const reason of section.querySelectorAll('[data-reason]')) reason.classList.add('reason--scripted');

  section.addEventListener('change', (event) => later(itemOf(event.target), 0));
  section.addEventListener('input', (event) => {
    if (
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type === 'text')
    )
      later(itemOf(event.target), 700);
  });
  section.addEventListener('keydown', answerByDigit);
  document.querySelector('[data-retry]')?.addEventListener('click', sendAll);
  addEventListener('online', () => online(true));
  addEventListener('offline', () => online(false));
  if (!navigator.onLine) online(false);
  addEventListener('pageshow', (event) => event.persisted && sendAll());
  // A page that goes away has no time for the pause in typing.
  addEventListener('pagehide', () => {
    for (const item of waiting.keys()) post(/** @type {Answer} */ (unsent.get(item))).catch(() => {});
  });
  // The form posts the same answers under the same ids, so that each of them is stored once.
  section.addEventListener('submit', () => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    for (const [item, { id }] of unsent) fill(item, 'id', id);
  });
  restore().then(sendAll);

  /** @param {boolean} back */
  function online(back) {
    document.querySelector('[data-offline]')?.toggleAttribute('hidden', back);
    if (back) sendAll();
  }

  /** @param {EventTarget | null} target */
  function itemOf(target) {
    return target instanceof Element ? (target.closest('[data-item]')?.getAttribute('data-item') ?? '') : '';
  }

  /** Keeps an item at once, and sends it after a short pause in typing. @param {string} item @param {number} ms */
  function later(item, ms) {
    if (!item) return;
    clearTimeout(waiting.get(item));
    if (!complete(item)) return void waiting.delete(item);
    const kept = keep(item);
    waiting.set(
      item,
      setTimeout(() => {
        waiting.delete(item);
        kept.then(sendAll);
      }, ms),
    );
  }

  /** @param {string} item @param {string} name */
  function field(item, name) {
    const found = section.elements.namedItem(`${item}.${name}`);
    return found instanceof RadioNodeList ||
      found instanceof HTMLInputElement ||
      found instanceof HTMLTextAreaElement ||
      found instanceof HTMLSelectElement
      ? found.value
      : '';
  }

  /** Not applicable waits for its reason; nothing at all is no answer. @param {string} item */
  function complete(item) {
    if (field(item, 'value') === 'not-applicable')
      return field(item, 'reasonId') !== '' || field(item, 'reasonText').trim() !== '';
    return field(item, 'value') !== '' || field(item, 'note').trim() !== '' || field(item, 'proof').trim() !== '';
  }

  /** @param {string} item @returns {Answer} */
  function read(item) {
    const reasoned = field(item, 'value') === 'not-applicable';
    return {
      id:
        crypto.randomUUID?.() ??
        Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      item,
      value: field(item, 'value') || 'unanswered',
      reasonId: (reasoned && field(item, 'reasonId')) || null,
      reasonText: reasoned ? field(item, 'reasonText').trim() : '',
      note: field(item, 'note').trim(),
      proof: field(item, 'proof').trim(),
      base: (row(item)?.dataset.base ?? '').split(' ').filter(Boolean),
      statement: row(item)?.querySelector('.statement')?.textContent ?? item,
      keep: keepBox(item)?.checked ?? false,
    };
  }

  /** @param {string} item */
  function row(item) {
    return /** @type {HTMLElement | null} */ (document.getElementById(item));
  }

  /** @param {string} item @returns {HTMLInputElement | null | undefined} */
  function keepBox(item) {
    return row(item)?.querySelector('[data-keep] input');
  }

  /** @param {string} item */
  async function keep(item) {
    say('saving');
    const answer = read(item);
    unsent.set(item, answer);
    await box.put(`${assessment}/${item}`, answer);
  }

  /** Puts what waited on this device back on screen: it is newer than what the server sent. */
  async function restore() {
    for (const [, answer] of await box.all(`${assessment}/`)) {
      if (!row(answer.item)) continue;
      unsent.set(answer.item, answer);
      fill(answer.item, 'value', answer.value === 'unanswered' ? '' : answer.value);
      fill(answer.item, 'reasonId', answer.reasonId ?? '');
      for (const name of /** @type {const} */ (['reasonText', 'note', 'proof'])) fill(answer.item, name, answer[name]);
    }
  }

  /** @param {string} item @param {string} name @param {string} value */
  function fill(item, name, value) {
    const found = section.elements.namedItem(`${item}.${name}`);
    if (
      found instanceof RadioNodeList ||
      found instanceof HTMLTextAreaElement ||
      found instanceof HTMLSelectElement ||
      found instanceof HTMLInputElement
    )
      found.value = value;
  }

  /** Sends what is kept, one after the other, so that answers arrive in the order they were given. */
  function sendAll() {
    sending = sending.then(async () => {
      const kept = await box.all(`${assessment}/`);
      const ready = kept.filter(([, answer]) => !waiting.has(answer.item) && !held.has(lookOf(answer)));
      for (const [key, answer] of ready) if (!(await send(key, answer))) break;
      await list();
      if (kept.some(([, answer]) => held.has(lookOf(answer)))) say('refused');
      // What was on screen here had already been replaced elsewhere.
      if (outdated && waiting.size === 0 && unsent.size === 0) location.reload();
    });
    return sending;
  }

  /** @param {Answer} answer */
  function post(answer) {
    return fetch('/save', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        assessment,
        language,
        keep: answer.keep,
        answer: { ...answer, statement: undefined, keep: undefined },
      }),
      keepalive: answer.note.length + answer.proof.length < 20000,
    });
  }

  /** @param {string} key @param {Answer} answer @returns {Promise<boolean>} */
  async function send(key, answer) {
    let response;
    try {
      response = await post(answer);
    } catch {
      return failed('device');
    }
    if (response.status === 422 || response.status === 413) return refused(key, answer, response);
    if (!response.ok) return failed('failed');
    const { at, open, conflict } = await response.json();
    await letGo(key, answer);
    outdated ||= !open.includes(answer.id);
    pause = 1000;
    const shown = row(answer.item);
    if (shown) {
      shown.dataset.base = open.join(' ');
      const base = section.elements.namedItem(`${answer.item}.base`);
      if (base instanceof HTMLInputElement) base.value = open.join(' ');
      message(answer.item, '');
      keepBox(answer.item)?.closest('[data-keep]')?.setAttribute('hidden', '');
      const notice = shown.querySelector('[data-conflict]');
      if (conflict) notice?.removeAttribute('hidden');
      else notice?.setAttribute('hidden', '');
    }
    say(unsent.size > 0 ? 'saving' : 'saved', at);
    count();
    return true;
  }

  /** The line or the server is away: what was given stays here and is tried again. @param {'device' | 'failed'} how */
  function failed(how) {
    say(how);
    clearTimeout(retry);
    // Not all at the same moment: what sent many away would meet them together again.
    retry = setTimeout(sendAll, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, 30000);
    return false;
  }

  /** A mistake that the person can mend: said beside the item; what was typed stays on screen. @param {string} key @param {Answer} answer @param {Response} response */
  async function refused(key, answer, response) {
    const { error } = await response.json().catch(() => ({ error: 'error.text' }));
    // What looks like something about a person waits here until it is changed or confirmed.
    const waits = error === 'error.identity';
    if (waits) held.add(lookOf(answer));
    else await letGo(key, answer);
    keepBox(answer.item)?.closest('[data-keep]')?.toggleAttribute('hidden', !waits);
    message(
      answer.item,
      section.getAttribute(`data-${error.replace('error.', 'error-')}`) ??
        section.getAttribute('data-error-text') ??
        error,
    );
    say('refused');
    return true;
  }

  /** @param {string} key @param {Answer} answer */
  async function letGo(key, answer) {
    if (unsent.get(answer.item)?.id === answer.id) unsent.delete(answer.item);
    await box.drop(key, answer.id);
  }

  /** What a second look is about. @param {Answer} answer */
  function lookOf({ item, reasonText, note, proof, keep }) {
    return JSON.stringify([item, reasonText, note, proof, keep]);
  }

  /** @param {string} item @param {string} text */
  function message(item, text) {
    const place = row(item)?.querySelector('[data-message]');
    const words = place?.querySelector('span');
    if (!place || !words) return;
    words.textContent = text;
    place.toggleAttribute('hidden', text === '');
    if (text) place.setAttribute('role', 'alert');
  }

  /** @param {'saving' | 'saved' | 'device' | 'failed' | 'refused'} how @param {string} [at] */
  function say(how, at) {
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-saved-line]'))) {
      const words = line.querySelector('span');
      const time = at
        ? new Date(at).toLocaleTimeString(language === 'nl' ? 'nl-BE' : 'en-GB', {
            hour: '2-digit',
            minute: '2-digit',
            timeZone: 'Europe/Brussels',
          })
        : '';
      if (words)
        words.textContent = (line.dataset[how] ?? '').replace(
          '{time}',
          language === 'nl' ? time.replace(':', '.') : time,
        );
      line.dataset.how = how;
    }
  }

  /** Lists what could not be sent. */
  async function list() {
    const kept = await box.all(`${assessment}/`);
    const place = document.querySelector('[data-unsent]');
    const lines = place?.querySelector('ul');
    if (!place || !lines) return;
    place.toggleAttribute('hidden', kept.length === 0);
    lines.replaceChildren(
      ...kept.map(([, answer]) => {
        const line = document.createElement('li');
        line.textContent = answer.statement;
        return line;
      }),
    );
  }

  function count() {
    const place = /** @type {HTMLElement | null} */ (section.querySelector('[data-open]'));
    const items = [...section.querySelectorAll('[data-item]')];
    const answered = items.filter((one) => field(one.id, 'value') !== '' && complete(one.id)).length;
    if (place)
      place.textContent = (place.dataset.open ?? '')
        .replace('{answered}', String(answered))
        .replace('{total}', String(items.length));
    const now = document.querySelector('.parts [aria-current] .figures');
    if (now) now.textContent = `${answered}/${items.length}`;
  }

  /** Digits answer the item that has the focus: 1 to 4 the scale, 5 don't know, 6 not applicable. @param {KeyboardEvent} event */
  function answerByDigit(event) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-6]$/.test(key)) return;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const radio = row(itemOf(target))?.querySelectorAll('input[type=radio]')[Number(key) - 1];
    if (!(radio instanceof HTMLInputElement)) return;
    event.preventDefault();
    radio.focus();
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** What waits to be sent, in IndexedDB; where that is refused, in memory. */
function openBox() {
  /** @type {Map<string, Answer>} */
  const memory = new Map();
  /** @type {Promise<IDBDatabase | null>} */
  const database = new Promise((resolve) => {
    try {
      const request = indexedDB.open('toolbox', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('unsent');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });

  /** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T | null>} */
  async function on(mode, work) {
    const opened = await database;
    if (!opened) return null;
    return new Promise((resolve) => {
      const transaction = opened.transaction('unsent', mode);
      const request = work(transaction.objectStore('unsent'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => resolve(null);
      transaction.onerror = () => resolve(null);
    });
  }

  return {
    /** @param {string} key @param {Answer} answer */
    async put(key, answer) {
      memory.set(key, answer);
      await on('readwrite', (store) => {
        const stored = store.put(answer, key);
        // A page that goes away has no turn left in which it would commit by itself.
        store.transaction.commit?.();
        return stored;
      });
    },
    /** Lets an answer go, unless a newer one took its place. @param {string} key @param {string} id */
    async drop(key, id) {
      if (memory.get(key)?.id === id) memory.delete(key);
      // Looked at and deleted in one transaction: a newer answer cannot come in between.
      await on('readwrite', (store) => {
        const stored = store.get(key);
        stored.onsuccess = () => {
          if (stored.result?.id === id) store.delete(key);
        };
        return stored;
      });
    },
    /** @param {string} prefix @returns {Promise<[string, Answer][]>} */
    async all(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const stored = (await on('readonly', (store) => store.getAll(range))) ?? [];
      const all = new Map(stored.map((answer) => [prefix + answer.item, answer]));
      // What the device refused to store waits in memory.
      for (const [key, answer] of memory) if (key.startsWith(prefix)) all.set(key, answer);
      return [...all];
    },
  };
}
