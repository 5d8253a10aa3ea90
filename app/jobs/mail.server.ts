import { claimMail, markFailed, markSent } from '#app/data/mail.server.ts';
import type { VisitReport } from '#app/domain/visit-report.ts';
import { renderVisitReport } from '#app/exports/visit-report.server.ts';
import { composeMail, type MailKind, mailKinds } from '#app/mail/message.ts';
import { type Attachment, isUnreachable, type SendMail } from '#app/mail/send.server.ts';
import type { JobContext } from './job-context.ts';

/**
 * Sends what waits; a mail that is refused is tried again later with growing pauses. When the server cannot be reached,
 * the others wait for the next time.
 */
export async function sendWaitingMail(services: JobContext, send: SendMail): Promise<void> {
  for (;;) {
    const mail = await claimMail(services.store, mailKinds, services.now());
    if (!mail) return;
    try {
      const payload = JSON.parse(services.unseal(mail.payload.sealed ?? '') ?? '{}') as Record<string, string>;
      const message = composeMail(mail.kind as MailKind, payload, services.translate[mail.language]);
      await send({ id: mail.id, to: mail.toAddress, message, attachments: await attachmentsOf(payload) });
      await markSent(services.store, mail.id, services.now());
    } catch (error) {
      services.log.warn({ mail: mail.kind, attempt: mail.attempts, name: (error as Error).name }, 'mail not sent');
      await markFailed(services.store, mail.id, (error as Error).name);
      if (isUnreachable(error)) return;
    }
  }
}

/** What goes along is made when the letter goes, from what was sealed with it. */
async function attachmentsOf({ visitReport }: Record<string, string>): Promise<Attachment[]> {
  if (!visitReport) return [];
  const report = JSON.parse(visitReport) as VisitReport;
  return [
    {
      filename: `toolbox-doorstroom-${report.day}.pdf`,
      contentType: 'application/pdf',
      content: await renderVisitReport(report),
    },
  ];
}
