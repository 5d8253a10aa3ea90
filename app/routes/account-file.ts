import type { LoaderFunctionArgs } from '@remix-run/node';
import { everythingOfPerson } from '#app/web/everything.server.ts';
import { fileAnswer, withLanguage } from '#app/web/file.ts';
import { requirePerson } from '#app/web/person.server.ts';

/** Everything of who is signed in, as ZIP; `lang` is the language of its file names. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requirePerson(withLanguage(args));
  return fileAnswer(await everythingOfPerson(signedIn, args.request), 'application/zip', 'toolbox-doorstroom.zip');
}
