import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/*
 * An authenticator in software, as WebAuthn level 3 describes it: one discoverable ES256 passkey, attestation `none`.
 * What an attacker could change is an argument.
 */

type NewOptions = { challenge: string; rp: { id?: string }; user: { id: string } };
type Options = { challenge: string; rpId?: string };
type Changes = { origin?: string; rpId?: string; counter?: number; userHandle?: string };

export type Authenticator = {
  id: string;
  /** A new passkey, as the browser would post it. */
  create: (options: NewOptions, origin: string, changes?: Changes) => string;
  /** An answer to a challenge, as the browser would post it. */
  get: (options: Options, origin: string, changes?: Changes) => string;
};

/** `counts`: whether it counts its uses; passkeys that are copied between devices say 0. */
export function newAuthenticator({ counts = true, id = randomBytes(16).toString('base64url') } = {}): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let [used, owner] = [0, ''];
  const counter = (changes: Changes) => {
    if (counts) used += 1;
    return changes.counter ?? used;
  };
  return {
    id,
    create({ challenge, rp, user }, origin, changes = {}) {
      owner = user.id;
      const key = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]);
      const rawId = bytes(id);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(rawId.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, rawId, key]);
      const authData = Buffer.concat([
        authenticatorData(changes.rpId ?? rp.id ?? '', 0x45, counter(changes)),
        credential,
      ]);
      const attestationObject = cborMap([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, changes.origin ?? origin).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      };
      return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
    },
    get({ challenge, rpId }, origin, changes = {}) {
      const authData = authenticatorData(changes.rpId ?? rpId ?? '', 0x05, counter(changes));
      const data = clientData('webauthn.get', challenge, changes.origin ?? origin);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
        userHandle: changes.userHandle ?? owner,
      };
      return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
    },
  };
}

const bytes = (text: string) => Buffer.from(text, 'base64url');

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** Hash of the site, flags (present 0x01, verified 0x04, with a key 0x40), and how often it was used. */
function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), tail]);
}

type Cbor = number | string | Buffer | Map<unknown, unknown>;

const cborMap = (entries: [number | string, Cbor][]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cbor(key), cbor(value)])]);

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) return cborHead(5, value.size);
  return Buffer.concat([cborHead(2, value.length), value]);
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
