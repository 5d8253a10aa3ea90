import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { ownPath } from '#app/domain/sign-in-input.ts';
import { demoStart, signInAsDemoPerson } from '#app/web/demo-people.server.ts';
import { postedForm } from '#app/web/form.ts';
import { requireLanguage } from '#app/web/language.ts';

/** For the buttons of the demo; nothing in any other installation. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const form = await postedForm(request);
  const person = String(form.get('person'));
  const cookie = await signInAsDemoPerson(services, request, person);
  if (!cookie) throw new Response(null, { status: 404 });
  return redirect(ownPath(String(form.get('next') ?? '')) || demoStart(language, person), {
    headers: { 'Set-Cookie': cookie },
  });
}
