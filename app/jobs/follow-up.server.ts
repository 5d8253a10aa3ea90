import { type FollowUpLetter, listFollowedPlacements, postDueFollowUps } from '#app/data/follow-up-mail.server.ts';
import { type SealedMail, sealMail } from '#app/data/mail.server.ts';
import { addMonths, brusselsDay, showDay } from '#app/domain/calendar.ts';
import { signInFor, stopUrl } from '#app/domain/mail-link.ts';
import type { MailStop } from '#app/domain/mail-stop.ts';
import type { JobContext } from './job-context.ts';

/** Puts today's mails about follow-ups in the box; a server that stood still sends the latest of each only. */
export async function sendFollowUps(services: JobContext): Promise<void> {
  if (!services.mail) return;
  const today = brusselsDay(services.now());
  const writer = { ...services, write: (letter: FollowUpLetter) => writeLetter(services, letter) };
  for (const placement of await listFollowedPlacements(services.store, today))
    await postDueFollowUps(services.store, placement.id, today, writer);
}

/** A code, a host and dates: never a need, a note or a threshold. */
function writeLetter(services: JobContext, letter: FollowUpLetter): SealedMail {
  const { placement, mail, reader, token } = letter;
  const { language } = reader;
  const t = services.translate[language];
  return sealMail(services, {
    id: letter.id,
    kind: mail.kind === 'due' ? `follow-up-${mail.side}` : `follow-up-reminder-${mail.side}`,
    placementId: placement.id,
    to: reader.email,
    language,
    payload: {
      code: placement.code,
      host: placement.hostName,
      months: t('follow-up.months', { count: mail.month }),
      first: showDay(language, placement.firstContractDay as string),
      day: showDay(language, addMonths(placement.firstContractDay as string, mail.month)),
      url: `${services.baseUrl}/${language}${token ? `/follow-ups/${token}` : signInFor(language, coachPath(letter))}`,
      stopUrl: stopUrl(services, language, stopOf(services, letter)),
    },
  });
}

const coachPath = ({ placement, mail }: FollowUpLetter) => `/placements/${placement.id}/follow-ups/${mail.month}`;

const stopOf = ({ hash }: JobContext, { placement, reader }: FollowUpLetter): MailStop =>
  reader.personId === null
    ? { kind: 'host', placement: placement.id, addressHash: hash(reader.email) }
    : { kind: 'coach', placement: placement.id, person: reader.personId };
