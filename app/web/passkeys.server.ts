import type { ZodMiniType } from 'zod/mini';
import { acceptPasskey, addPasskey, findPasskey, listPasskeys, type Passkey } from '#app/data/passkey.server.ts';
import { newPasskeyInput, passkeyInput, passkeyMinutes } from '#app/domain/passkey-input.ts';
import { deviceOf } from './device.ts';
import type { SignedIn } from './person.server.ts';
import { noteSecurity } from './security-event.ts';
import type { Services } from './services.ts';
import { type AppSession, keepChallenge, readSession, signIn, takeChallenge } from './session.server.ts';

/* Passkeys (WebAuthn level 3), for this address only: the part that is asked, and the part that checks the answer. */

/** Loaded when the first passkey is used: it reads certificates, which takes most of a start. */
const webauthn = () => import('@simplewebauthn/server');

const timeout = passkeyMinutes * 60_000;
const site = ({ baseUrl }: Services) => ({ origin: new URL(baseUrl).origin, id: new URL(baseUrl).hostname });

/** What a browser needs to make a passkey for who is signed in, and the Set-Cookie value. */
export async function askNewPasskey({ services, session, person }: SignedIn) {
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Toolbox Doorstroom',
    rpID: site(services).id,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    timeout,
    attestationType: 'none',
    excludeCredentials: await listPasskeys(services.store, person.id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  return { options, cookie: await keepChallenge(services, session, options.challenge) };
}

/** Adds the passkey that the browser made; false when it is not what was asked for. */
export async function addNewPasskey({ services, session, person }: SignedIn, request: Request, posted: string) {
  const expectedChallenge = await takeChallenge(services, session);
  const response = parse(newPasskeyInput, posted);
  if (!expectedChallenge || !response) return false;
  const { origin, id } = site(services);
  const { verifyRegistrationResponse } = await webauthn();
  const made = await orNull(
    verifyRegistrationResponse({
      response: response as never,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
    }),
  );
  if (!made?.verified) return false;
  const { credential } = made.registrationInfo;
  const added = await addPasskey(services.store, {
    id: credential.id,
    personId: person.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: response.response.transports,
    label: deviceOf(request),
    createdAt: services.now(),
    usedAt: null,
  });
  if (added) noteSecurity(services, { event: 'passkey-added', person: person.id });
  return added;
}

/** What a browser needs to sign in with any passkey of this site, and the Set-Cookie value. */
export async function askPasskey(services: Services, session: AppSession) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: site(services).id,
    timeout,
    userVerification: 'preferred',
  });
  return { options, cookie: await keepChallenge(services, session, options.challenge) };
}

/** Signs in with the answer of a passkey; gives the Set-Cookie value, or null when it is not a good one. */
export async function signInWithPasskey(services: Services, request: Request, posted: string): Promise<string | null> {
  const session = await readSession(services, request);
  const person = await personOfPasskey(services, session, posted);
  noteSecurity(
    services,
    person ? { event: 'signed-in', way: 'passkey', person } : { event: 'sign-in-refused', way: 'passkey' },
  );
  return person && signIn(services, session, person, deviceOf(request));
}

/** Whose passkey answered what was asked, as it should; null otherwise. */
async function personOfPasskey(services: Services, session: AppSession, posted: string): Promise<string | null> {
  const expectedChallenge = await takeChallenge(services, session);
  const response = parse(passkeyInput, posted);
  const passkey = response && (await findPasskey(services.store, response.id));
  if (!expectedChallenge || !passkey || !isOf(passkey, response.response.userHandle)) return null;
  const { origin, id } = site(services);
  const { verifyAuthenticationResponse } = await webauthn();
  const answer = await orNull(
    verifyAuthenticationResponse({
      response: response as never,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { ...passkey, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')) } as never,
      requireUserVerification: false,
    }),
  );
  if (!answer?.verified) return null;
  const person = await acceptPasskey(services.store, passkey.id, answer.authenticationInfo.newCounter, services.now());
  return person?.id ?? null;
}

/** A passkey that can be found without an address says whose it is. */
const isOf = ({ personId }: Passkey, userHandle: string | null | undefined): boolean =>
  !userHandle || Buffer.from(userHandle, 'base64url').toString() === personId;

/** The library throws at every answer that is not what was asked for. */
const orNull = <T>(checking: Promise<T>): Promise<T | null> => checking.catch(() => null);

function parse<T>(schema: ZodMiniType<T>, posted: string): T | null {
  try {
    return schema.safeParse(JSON.parse(posted)).data ?? null;
  } catch {
    return null;
  }
}
