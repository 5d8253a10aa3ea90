import { addPerson } from '#app/data/person.server.ts';
import { addDays, addMonths, brusselsDay, weekday } from '#app/domain/calendar.ts';
import { type DemoPerson, demoPeople } from '#app/domain/demo-person.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import type { SignedIn } from '#app/web/person.server.ts';
import type { Services } from '#app/web/services.ts';
import { endSession, readSession, signIn } from '#app/web/session.server.ts';
import type { DemoDay, Fields } from '#drizzle/seed/placement-scenes.ts';

/** The services as they were so many days ago, in the morning; `order` keeps what happens on one day in a row. */
export function daysBefore(services: Services, days: number, order = 0): Services {
  const day = addDays(brusselsDay(services.now()), -days);
  const at = new Date(Date.parse(`${day}T09:00:00Z`) + order * 60_000);
  return { ...services, now: () => at };
}

/** Somebody of the demo, and a request of theirs: what they do goes the way of the pages and is checked as theirs. */
export type Actor = SignedIn & { request: Request };

/** Signs somebody in for what they did, and out again afterwards. */
export async function playAs(services: Services, name: DemoPerson, work: (actor: Actor) => Promise<void>) {
  const { store, newId, now, translate } = services;
  const one = { id: newId(), email: demoPeople[name], language: 'nl', createdAt: now() } as const;
  const person = await store.write((tx) => addPerson(tx, store, one));
  const fresh = await readSession(services, new Request(services.baseUrl));
  const cookie = await signIn(services, fresh, person.id, '');
  const request = new Request(services.baseUrl, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  const session = await readSession(services, request);
  await work({ services, session, request, person, language: 'nl', t: translate.nl });
  await endSession(services, session);
}

/** The fields of a scene as a browser posts them. */
export function posted(services: Services, fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value])
      form.append(name, typeof one === 'string' ? one : dayOf(services, one.on));
  return form;
}

function dayOf({ now }: Services, day: DemoDay): string {
  const today = brusselsDay(now());
  if (day === 'later-this-week') return addDays(today, Math.min(2, 7 - weekday(today)));
  return addDays(addMonths(today, day.months ?? 0), day.days);
}

/** A form that did not pass is a mistake in the cast. */
export function expectDone(form: FailedForm | null) {
  if (form) throw new Error(`The demo posts what is refused: ${JSON.stringify(form)}`);
}
