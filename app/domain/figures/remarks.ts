import { type RemarkKind, remarkId } from '#app/domain/remark.ts';
import type { Member } from './member.ts';
import type { RemarkFigures } from './published.ts';
import { rounded } from './rounded.ts';

/** The rows that the remarks of a workplace stand in; sorted, so that equal remarks are equal rows. */
export const remarkRows = (sector: string, remarks: readonly { item: string; kind: RemarkKind }[]): string[] =>
  [...new Set(remarks.map(({ item, kind }) => `remarks:${sector}/item/${remarkId(item, kind)}`))].sort();

/** At how many workplaces a remark was made. */
export const remarkFigures = (members: readonly Member[]): RemarkFigures => ({ count: rounded(members.length) });
