import * as z from 'zod/mini';
import { limits, neededText } from './answer-input.ts';
import { textForm } from './kept-text.ts';

/** Minutes in which a browser answers. */
export const passkeyMinutes = 5;

const encoded = z.string().check(z.maxLength(20_000), z.regex(/^[A-Za-z0-9_-]*$/));
const common = {
  id: encoded.check(z.minLength(1), z.maxLength(1400)),
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z._default(z.looseObject({}), {}),
};

/** A new passkey as the browser sends it (WebAuthn: RegistrationResponseJSON). */
export const newPasskeyInput = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z._default(z.array(z.string().check(z.maxLength(30))).check(z.maxLength(10)), []),
  }),
});

/** An answer of a passkey (WebAuthn: AuthenticationResponseJSON). */
export const passkeyInput = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: z.nullish(encoded),
  }),
});

/** How somebody calls a passkey of their own. */
export const passkeyLabelInput = textForm({ label: neededText(limits.label) }, ['label']);
