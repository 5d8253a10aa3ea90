import type { ActionFunctionArgs } from '@remix-run/node';
import { postedForm } from '#app/web/form.ts';
import { addNewPasskey, askNewPasskey } from '#app/web/passkeys.server.ts';
import { requirePerson } from '#app/web/person.server.ts';

/** For `passkey.js` alone: first what a new passkey is asked, then the passkey. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requirePerson(args);
  const form = await postedForm(args.request);
  if (form.get('intent') !== 'answer') {
    const { options, cookie } = await askNewPasskey(signedIn);
    return Response.json({ options }, { headers: { 'Set-Cookie': cookie } });
  }
  const added = await addNewPasskey(signedIn, args.request, String(form.get('credential')));
  if (!added) return Response.json({ to: null }, { status: 422 });
  return Response.json({ to: `/${signedIn.language}/account#passkeys` });
}
