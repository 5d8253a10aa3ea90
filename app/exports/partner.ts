import type { Picture } from '#app/domain/campaign.ts';
import { printable } from './printable.ts';

/** The federation in whose edition a document is made; its name and picture stand beside ours. */
export type Partner = { name: string; logo: Picture | null; logoText: string };

/** A partner as the templates read it; null outside an edition. */
export const partnerData = (partner: Partner | null) =>
  partner && {
    ...printable({ name: partner.name, alt: partner.logoText || partner.name }),
    logo: partner.logo && pictureData(partner.logo),
  };

/** A picture as the templates read it. */
export const pictureData = ({ mime, body }: Picture) => ({
  format: formatOf[mime],
  bytes: [...Buffer.from(body, 'base64')],
});

const formatOf = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const;
