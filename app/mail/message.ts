import type { Translate } from '#app/domain/words.ts';

/** A mail as people read it: plain text and the same as simple HTML, readable without images. */
export type Message = { subject: string; text: string; html: string; stopUrl: string | null };

export const mailKinds = [
  'confirm',
  'recover',
  'digest',
  'sign-in',
  'invitation',
  'retention',
  'organisation-retention',
  'coach-waits',
  'take-over',
  'take-over-waits',
  'follow-up-employer',
  'follow-up-coach',
  'follow-up-reminder-employer',
  'follow-up-reminder-coach',
  'caseload-week',
  'hand-over',
  'visit-report',
  'stage-held',
  'pilot-confirm',
] as const;
export type MailKind = (typeof mailKinds)[number];
/** About placements: a code, so not about a workplace alone. */
const aboutPlacements = /^(follow-up|caseload|stage)-/;

/** What each kind says; `payload` holds links, what fills its words, and for a digest or a week the lines as JSON. */
export function composeMail(kind: MailKind, payload: Record<string, string>, t: Translate): Message {
  const said = (part: string) => t(`mail.${kind}.${part}`, payload);
  const paragraphs = [said('hello'), ...linesOf(payload), said('text')].filter((one) => one !== '');
  const link = { url: payload.url ?? '', label: said('link') };
  const sender = t(aboutPlacements.test(kind) ? 'mail.placement-sender' : 'mail.sender');
  const stopUrl = payload.stopUrl ?? null;
  const closing = stopUrl ? [t('mail.stop'), stopUrl] : [said('ignore')];
  return {
    subject: said('subject'),
    text: [...paragraphs, `${link.label}:\n${link.url}`, '--', ...closing, sender].join('\n\n'),
    html: page(paragraphs, link, closing, sender),
    stopUrl,
  };
}

function linesOf({ lines }: Record<string, string>): string[] {
  return lines ? (JSON.parse(lines) as string[]) : [];
}

function page(paragraphs: string[], link: { url: string; label: string }, closing: string[], sender: string): string {
  const p = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const a = (url: string, label: string) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
  const end = closing.map((one) => (one.startsWith('http') ? a(one, one) : p(one)));
  return [
    '<!doctype html><html><head><meta charset="utf-8"></head>',
    '<body style="font:18px/1.55 Verdana,sans-serif;color:#17211F;max-width:36rem">',
    ...paragraphs.map(p),
    a(link.url, link.label),
    '<hr>',
    ...end,
    p(sender),
    '</body></html>',
  ].join('\n');
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
