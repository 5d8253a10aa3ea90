import { redirect } from '@remix-run/node';
import { listPasskeys, removePasskey, renamePasskey } from '#app/data/passkey.server.ts';
import { saveLanguage } from '#app/data/person.server.ts';
import { endOneSession, endOtherSessions, listSessions } from '#app/data/session.server.ts';
import { showDay } from '#app/domain/calendar.ts';
import { passkeyLabelInput } from '#app/domain/passkey-input.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { leavesOn } from '#app/domain/retention.ts';
import { checkForm, typedValues } from './form.ts';
import { isLanguage } from './language.ts';
import { isFresh, type SignedIn } from './person.server.ts';
import { noteSecurity } from './security-event.ts';
import { endSession, type SessionData, sessionRow } from './session.server.ts';

/** Where somebody is signed in, and their passkeys. */
export async function readAccount({ services, session, person, language }: SignedIn) {
  const [sessions, passkeys] = await Promise.all([
    listSessions(services.store, person.id, services.now()),
    listPasskeys(services.store, person.id),
  ]);
  const own = sessionRow(services, session);
  return {
    leaves: showDay(language, leavesOn(person)),
    sessions: sessions
      .map((one) => ({ ...one, since: (one.data as SessionData).signedInAt }))
      .filter(({ since }) => isFresh(services, since))
      .map(({ id, device, since }) => ({ id, device, since: showDay(language, since as string), own: id === own })),
    passkeys: passkeys.map(({ id, label, createdAt, usedAt }) => ({
      id,
      label,
      made: showDay(language, createdAt),
      used: usedAt && showDay(language, usedAt),
    })),
  };
}

/** A name that a passkey cannot have, as it was typed. */
export type FailedRename = FailedForm & { passkey: string };

/** What can be done on the account page; an unknown intent does nothing. Gives a redirect, or what was refused. */
export async function accountActions(signedIn: SignedIn, form: FormData): Promise<Response | FailedRename> {
  const { services, session, person, language } = signedIn;
  const back = (at: string, to: string = language) => redirect(`/${to}/account${at}`);
  const named = (name: string) => String(form.get(name) ?? '');
  switch (form.get('intent')) {
    case 'sign-out':
      noteSecurity(services, { event: 'signed-out', person: person.id });
      return redirect(`/${language}`, {
        headers: { 'Set-Cookie': await endSession(services, session), 'Clear-Site-Data': '"cache", "storage"' },
      });
    case 'end-session':
      await endOneSession(services.store, person.id, named('session'));
      noteSecurity(services, { event: 'session-ended', person: person.id });
      return back('#sessions');
    case 'end-others':
      await endOtherSessions(services.store, person.id, sessionRow(services, session));
      noteSecurity(services, { event: 'other-sessions-ended', person: person.id });
      return back('#sessions');
    case 'rename-passkey':
      return (await rename(signedIn, form)) ?? back('#passkeys');
    case 'remove-passkey':
      await removePasskey(services.store, person.id, named('passkey'));
      noteSecurity(services, { event: 'passkey-removed', person: person.id });
      return back('#passkeys');
    case 'language': {
      const chosen = named('language');
      if (!isLanguage(chosen)) return back('#language');
      await saveLanguage(services.store, person.id, chosen);
      return back('#language', chosen);
    }
    default:
      return back('');
  }
}

/** A name that is empty, too long or that points to a person changes nothing and comes back. */
async function rename({ services, person }: SignedIn, form: FormData): Promise<FailedRename | null> {
  const passkey = String(form.get('passkey') ?? '');
  const checked = checkForm(typedValues(form), passkeyLabelInput);
  if (!checked.ok) return { ...checked, passkey };
  await renamePasskey(services.store, person.id, passkey, checked.data.label);
  return null;
}
