export const logoMimes = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export type LogoMime = (typeof logoMimes)[number];

/** A cleaned picture of a federation: its fingerprint, and what it holds in base64. */
export type Logo = { id: string; mime: LogoMime; body: string };

/** Bytes that may be uploaded. */
export const largestLogo = 500_000;
/** Pixels on a side. */
export const logoPixels = { least: 24, most: 4000 } as const;
