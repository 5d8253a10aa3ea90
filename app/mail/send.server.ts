import type { Transporter } from 'nodemailer';
import type { Message } from './message.ts';

/** A document that goes along with a letter. */
export type Attachment = { filename: string; contentType: string; content: Buffer };

/** Hands a message to the mail server; throws when it is not taken. `id` becomes the Message-ID. */
export type SendMail = (mail: {
  id: string;
  to: string;
  message: Message;
  attachments?: Attachment[];
}) => Promise<void>;

/** Milliseconds that a mail server may take to answer: its silence must not hold up the other work of the night. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Whether the server itself could not be reached, so that no other letter would get through either. */
export const isUnreachable = (error: unknown): boolean =>
  ['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'EDNS', 'ESOCKET', 'ETIMEDOUT'].includes(
    String((error as { code?: unknown }).code),
  );

/** A sender over one SMTP server, such as smtp://user:password@host:587. */
export function openMailer(smtpUrl: string, from: string, baseUrl: string): { send: SendMail; close: () => void } {
  let transport: Promise<Transporter> | null = null;
  const open = async () => (await import('nodemailer')).createTransport({ url: smtpUrl, ...patience }, { from });
  const host = new URL(baseUrl).hostname;
  return {
    close: () => void transport?.then((opened) => opened.close()),
    async send({ id, to, message, attachments = [] }) {
      transport ??= open();
      await (await transport).sendMail({
        to,
        subject: message.subject,
        text: message.text,
        html: message.html,
        attachments,
        messageId: `<${id}@${host}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(message.stopUrl ? { headers: oneClickStop(message.stopUrl) } : {}),
      });
    },
  };
}

/** RFC 8058: mail programs can stop a digest with one click. */
const oneClickStop = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
