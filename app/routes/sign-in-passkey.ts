import type { ActionFunctionArgs } from '@remix-run/node';
import { ownPath } from '#app/domain/sign-in-input.ts';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';
import { askPasskey, signInWithPasskey } from '#app/web/passkeys.server.ts';
import { readSession } from '#app/web/session.server.ts';

/** For `passkey.js` alone: first a challenge, then its answer. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await postedForm(request);
  if (form.get('intent') !== 'answer') {
    const { options, cookie } = await askPasskey(services, await readSession(services, request));
    return Response.json({ options }, { headers: { 'Set-Cookie': cookie } });
  }
  const cookie = await signInWithPasskey(services, request, String(form.get('credential')));
  if (!cookie) return Response.json({ to: null }, { status: 422 });
  const to = ownPath(String(form.get('next') ?? '')) || `/${language}/account`;
  return Response.json({ to }, { headers: { 'Set-Cookie': cookie } });
}
