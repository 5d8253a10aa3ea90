// Passkeys in the browser: asks the server for a challenge, lets the device answer, and posts the answer.
// Without this script, or without passkeys in the browser, the box stays hidden and a mailed link does it.

for (const box of document.querySelectorAll('[data-passkey]'))
  if (box instanceof HTMLElement && isSupported()) show(box);

function isSupported() {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

/** @param {HTMLElement} box */
function show(box) {
  box.hidden = false;
  const button = box.querySelector('button');
  button?.addEventListener('click', async () => {
    button.disabled = true;
    say(box, false);
    try {
      await run(box);
    } catch {
      // The device said no, the person turned back, or the server did not take the answer: all are tried again.
      say(box, true);
      button.disabled = false;
    }
  });
}

/** @param {HTMLElement} box */
async function run(box) {
  const url = box.dataset.url ?? '';
  const { options } = await post(url, { intent: 'ask' });
  const credential = box.dataset.passkey === 'new' ? await make(options) : await use(options);
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential');
  const { to } = await post(url, {
    intent: 'answer',
    credential: JSON.stringify(credential.toJSON()),
    next: box.dataset.next ?? '',
  });
  const target = new URL(to, location.href);
  location.assign(target);
  // To another place on this page a browser only scrolls.
  if (target.pathname === location.pathname && target.search === location.search) location.reload();
}

/** @param {PublicKeyCredentialCreationOptionsJSON} options */
const make = (options) =>
  navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });

/** @param {PublicKeyCredentialRequestOptionsJSON} options */
const use = (options) =>
  navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

/**
 * @param {string} url
 * @param {Record<string, string>} fields
 */
async function post(url, fields) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * @param {HTMLElement} box
 * @param {boolean} failed
 */
function say(box, failed) {
  box.querySelector('[data-failed]')?.toggleAttribute('hidden', !failed);
}
