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

/** A sender over one SMTP server, such as smtp://user:password@host:587. */
export function openMailer(smtpUrl: string, from: string, baseUrl: string): { send: SendMail; close: () => void } {
  let transport: Promise<Transporter> | null = null;
  const open = async () => (await import('nodemailer')).createTransport(smtpUrl, { from });
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
