export const guidanceKinds = ['on-floor', 'conversation', 'remote', 'desk'] as const;
/** What an hour of guidance went to. */
export type GuidanceKind = (typeof guidanceKinds)[number];
