// Keeps what a coach notes on the floor on this device at once, sends it when there is a line, and lets it go only when
// the server says that it is durable. Without this script every part of the page is an ordinary form.
import { openBox } from './visit-box.js';
import { canKeep, drop, isKept, keep } from './visit-offline.js';

/** @typedef {import('./visit-box.js').Kept} Kept */
/** @typedef {{ id: string, outcome: 'stored' | 'conflict' | 'refused', error?: string, version?: number, open?: string[] }} Result */

const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-visit]'));
if (root) start(root);

/** @param {HTMLElement} page */
function start(page) {
  const placement = page.dataset.visit ?? '';
  const language = page.dataset.language ?? 'nl';
  /** @type {Record<string, string>} */
  const words = JSON.parse(page.dataset.words ?? '{}');
  const hints = page.dataset.hints ? new RegExp(page.dataset.hints, 'iu') : null;
  const box = openBox(placement);
  /** What is typed is kept at once, and sent after a pause. @type {Map<string, ReturnType<typeof setTimeout>>} */
  const waiting = new Map();
  /** Keeping and sending go one after the other. @type {Promise<unknown>} */
  let turn = Promise.resolve();
  /** How much was noted that still waits for its turn. */
  let noting = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  let pause = 1000;
  let outdated = false;

  if (page.dataset.closed !== undefined) return void eraseAll();
  for (const one of page.querySelectorAll('[data-with-script]')) one.removeAttribute('data-with-script');
  for (const one of page.querySelectorAll('[data-without-script]')) one.setAttribute('hidden', '');
  page.addEventListener('submit', submitted);
  page.addEventListener('change', (event) => changed(event, 0));
  page.addEventListener('input', typed);
  page.querySelector('[data-retry]')?.addEventListener('click', () => sendSoon());
  page.querySelector('[data-keep-offline]')?.addEventListener('click', keepPage);
  page.querySelector('[data-drop-offline]')?.addEventListener('click', dropPage);
  addEventListener('online', () => online(true));
  addEventListener('offline', () => online(false));
  addEventListener('pageshow', (event) => event.persisted && sendSoon());
  if (!navigator.onLine) online(false);
  inTurn(restore).then(() => sendSoon());
  showKept();

  /** @template T @param {() => Promise<T>} work @returns {Promise<T | undefined>} */
  function inTurn(work) {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  /** @param {boolean} back */
  function online(back) {
    page.querySelector('[data-offline]')?.toggleAttribute('hidden', back);
    if (back) sendSoon();
  }

  // ---------- noting ----------

  /** @param {Event} event */
  function submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.dataset.entry) return;
    event.preventDefault();
    const missing = firstMissing(form);
    say(form, missing ? (words[missing] ?? missing) : '');
    if (missing) return;
    noteDown(form).then(() => sendSoon());
    if (form.dataset.entry !== 'button' || nameOf(form).includes('choice')) return;
    form.reset();
    for (const field of typedFields(form)) {
      field.value = '';
      inTurn(() => box.keepDraft(field.id, ''));
    }
  }

  /** What a text of one's own cannot do without. @param {HTMLFormElement} form */
  function firstMissing(form) {
    const fields = new FormData(form);
    if (fields.has('text') && String(fields.get('text')).trim() === '') return 'error.needed';
    return form.querySelector('.weights') && !fields.get('weight') ? 'error.choose' : null;
  }

  /** A choice on a form that keeps itself. @param {Event} event @param {number} ms */
  function changed(event, ms) {
    const form = /** @type {HTMLElement} */ (event.target).closest('form');
    if (form?.dataset.entry !== 'auto') return;
    const fields = new FormData(form);
    if (fields.get('kind') === 'answer' && !fields.get('value') && !String(fields.get('note')).trim()) return;
    say(form, '');
    clearTimeout(waiting.get(nameOf(form)));
    const noted = noteDown(form);
    waiting.set(
      nameOf(form),
      setTimeout(() => {
        waiting.delete(nameOf(form));
        noted.then(() => sendSoon());
      }, ms),
    );
  }

  /** @param {Event} event */
  function typed(event) {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    point(field);
    if (field.form?.dataset.entry === 'auto') return changed(event, 700);
    inTurn(() => box.keepDraft(field.id, field.value));
  }

  /** Says beside the field that something looks like a person; it only points out. @param {HTMLTextAreaElement} field */
  function point(field) {
    const hint = field.closest('.field')?.querySelector('[data-hint]');
    hint?.toggleAttribute('hidden', !hints?.test(field.value));
  }

  /** Keeps what a form says now; an entry about the same that was never sent gives way. @param {HTMLFormElement} form */
  function noteDown(form) {
    const fields = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    const subject = fields.threshold ?? fields.item ?? '';
    const shown = shownAs(form, fields);
    status('saved.saving');
    noting += 1;
    return inTurn(async () => {
      const about = `${fields.kind}/${subject}`;
      const auto = fields.kind === 'answer' || fields.kind === 'weigh';
      const before = (await box.all()).findLast((one) => auto && one.subject === about && !one.tried);
      const id = before?.entry.id ?? newId();
      const kept = { placement, subject: auto ? about : id, tried: false, shown, entry: { ...fields, id } };
      await box.put(before ? { ...kept, seq: before.seq } : kept);
      await list();
    }).finally(() => {
      noting -= 1;
    });
  }

  /** @param {HTMLFormElement} form @param {Record<string, string>} fields */
  function shownAs(form, fields) {
    const heading = form.closest('li')?.querySelector('h3, summary strong')?.textContent ?? '';
    return (heading || fields.text || '').trim().slice(0, 160);
  }

  // ---------- coming back ----------

  /** Puts what waits on this device back on screen: it is newer than the page. */
  async function restore() {
    for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (page.querySelectorAll('[data-typed]'))) {
      if (field.form?.dataset.entry !== 'button') continue;
      const draft = await box.draft(field.id);
      // Looked at only now: somebody may have typed meanwhile.
      field.value ||= draft;
    }
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll('[data-today]')))
      field.value = today();
    await showWaiting();
    await list();
  }

  async function showWaiting() {
    for (const { entry } of await box.all()) {
      const form = document.getElementById(`${entry.kind}-${entry.threshold ?? entry.item}`);
      if (!(form instanceof HTMLFormElement)) continue;
      for (const name of ['value', 'weight', 'note', 'loweredOn']) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = Boolean(entry[name]);
        else if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement)
          field.value = entry[name] ?? '';
      }
      const folded = form.closest('details');
      if (folded) folded.open = true;
    }
  }

  /** The day in Brussels, as the forms write it. */
  function today() {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
  }

  // ---------- sending ----------

  function sendSoon() {
    clearTimeout(retry);
    return inTurn(sendAll);
  }

  /** Sends in the order of noting, at most one entry about the same thing at a time. */
  async function sendAll() {
    for (;;) {
      const kept = (await box.all()).filter(
        ({ entry }) => !waiting.has(`${entry.kind}-${entry.threshold ?? entry.item}`),
      );
      const batch = kept.filter((one, at) => kept.findIndex((other) => other.subject === one.subject) === at);
      if (batch.length === 0) break;
      if (!(await send(batch.slice(0, 50)))) return;
    }
    await list();
    if (outdated) await refresh();
  }

  /** @param {Kept[]} batch @returns {Promise<boolean>} */
  async function send(batch) {
    for (const one of batch) await box.put({ ...one, tried: true });
    let response;
    try {
      response = await fetch('/visit-sync', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ placement, language, entries: batch.map(({ entry }) => entry) }),
      });
    } catch {
      return later('visit.waiting');
    }
    if (response.status === 404) return later('visit.signed-out');
    if (!response.ok) return later('visit.waiting');
    /** @type {{ closed: boolean, results: Result[] }} */
    const { closed, results } = await response.json();
    for (const [at, result] of results.entries()) await settle(/** @type {Kept} */ (batch[at]), result);
    pause = 1000;
    outdated = true;
    if (closed) await eraseAll();
    return !closed;
  }

  /** @param {string} key */
  async function later(key) {
    status(key);
    await list();
    retry = setTimeout(sendSoon, pause);
    pause = Math.min(pause * 2, 30000);
    return false;
  }

  /** @param {Kept} kept @param {Result} result */
  async function settle(kept, result) {
    await box.drop(kept.seq);
    if (result.outcome === 'refused') return refused(kept, words[result.error ?? ''] ?? words['error.text'] ?? '');
    // What was noted meanwhile about the same threshold was written over this version.
    for (const one of await box.all())
      if (one.subject === kept.subject && one.entry.version && result.version)
        await box.put({ ...one, entry: { ...one.entry, version: String(result.version) } });
    const form = document.getElementById(`${kept.entry.kind}-${kept.entry.threshold ?? kept.entry.item}`);
    if (form instanceof HTMLFormElement) setHidden(form, { version: result.version, base: result.open?.join(' ') });
  }

  /** A mistake that the coach can mend: said, and what was typed stays on screen. @param {Kept} kept @param {string} why */
  function refused(kept, why) {
    const line = document.createElement('li');
    line.textContent = `${kept.shown || kept.entry.note || ''}: ${why}`;
    const place = page.querySelector('[data-refused]');
    place?.querySelector('ul')?.append(line);
    place?.removeAttribute('hidden');
  }

  /** @param {HTMLFormElement} form @param {Record<string, string | number | undefined>} values */
  function setHidden(form, values) {
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (value !== undefined && field instanceof HTMLInputElement && field.type === 'hidden')
        field.value = String(value);
    }
  }

  // ---------- the page after sending ----------

  /** Reads the page anew, so that what the server made of it is on screen and on the device. */
  async function refresh() {
    let response;
    try {
      response = await fetch(location.pathname);
    } catch {
      return;
    }
    if (!response.ok) return;
    const copy = response.clone();
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (await isKept()) await keep(copy).catch(() => {});
    const waits = (await box.all()).length > 0;
    // What is being noted at this moment is not in what was read.
    if (waits || noting > 0) return;
    outdated = false;
    for (const part of page.querySelectorAll('[data-live]')) renew(part, fresh.getElementById(part.id));
    for (const one of page.querySelectorAll('[data-without-script]')) one.setAttribute('hidden', '');
    status('saved.at');
  }

  /** A part in which somebody is typing stays as it is. @param {Element} part @param {HTMLElement | null} fresh */
  function renew(part, fresh) {
    const focused = document.activeElement;
    if (!fresh || (part.contains(focused) && focused instanceof HTMLTextAreaElement)) return;
    const open = [...part.querySelectorAll('details[open]')].map(({ id }) => id);
    const focus = part.contains(focused) ? pathTo(focused) : null;
    const next = /** @type {HTMLElement} */ (document.importNode(fresh, true));
    part.replaceWith(next);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (focus) /** @type {HTMLElement | null} */ (next.querySelector(focus))?.focus();
  }

  /** @param {Element | null} field */
  function pathTo(field) {
    if (!(field instanceof HTMLInputElement) || !field.form) return null;
    return `#${CSS.escape(nameOf(field.form))} [name="${field.name}"][value="${CSS.escape(field.value)}"]`;
  }

  // ---------- saying ----------

  /** What could not be sent yet. */
  async function list() {
    const kept = await box.all();
    const place = page.querySelector('[data-unsent]');
    place?.toggleAttribute('hidden', kept.length === 0);
    const title = place?.querySelector('[data-unsent-title]');
    if (title) title.textContent = (words['visit.unsent'] ?? '').replace('{count}', String(kept.length));
    place?.querySelector('ul')?.replaceChildren(
      ...kept.map(({ shown }) => {
        const line = document.createElement('li');
        line.textContent = shown;
        return line;
      }),
    );
  }

  /** @param {string} key */
  function status(key) {
    const line = page.querySelector('[data-floor-status]');
    const text = line?.querySelector('span');
    if (!line || !text) return;
    const time = new Date().toLocaleTimeString(language === 'nl' ? 'nl-BE' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Brussels',
    });
    text.textContent = (words[key] ?? '').replace('{time}', language === 'nl' ? time.replace(':', '.') : time);
    line.setAttribute('data-how', { 'saved.at': 'saved', 'saved.saving': 'saving' }[key] ?? 'device');
    line.removeAttribute('hidden');
  }

  /** @param {HTMLFormElement} form @param {string} text */
  function say(form, text) {
    const place = form.querySelector('[data-message]');
    const line = place?.querySelector('span');
    if (!place || !line) return;
    line.textContent = text;
    place.toggleAttribute('hidden', text === '');
    if (text) place.setAttribute('role', 'alert');
  }

  // ---------- on this device ----------

  async function keepPage() {
    await keep().catch(() => {});
    await showKept();
  }

  async function dropPage() {
    await drop();
    await showKept();
  }

  async function showKept() {
    if (!canKeep()) return void page.querySelector('[data-offline-choice]')?.setAttribute('hidden', '');
    const kept = await isKept();
    const line = page.querySelector('[data-offline-state]');
    if (line) line.textContent = words[kept ? 'visit.kept' : 'visit.not-kept'] ?? '';
    page.querySelector('[data-keep-offline]')?.toggleAttribute('hidden', kept);
    page.querySelector('[data-keep-offline]')?.removeAttribute('disabled');
    page.querySelector('[data-drop-offline]')?.toggleAttribute('hidden', !kept);
  }

  async function eraseAll() {
    await box.erase();
    await drop();
  }
}

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement[]} */
const typedFields = (form) => [...form.querySelectorAll('textarea')];

/** A field called id stands before the form's own. @param {HTMLFormElement} form */
const nameOf = (form) => form.getAttribute('id') ?? '';

const newId = () =>
  crypto.randomUUID?.() ??
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
