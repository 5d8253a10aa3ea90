import { describe, expect, it } from 'vitest';
import type { Member } from '#app/domain/figures/member.ts';
import { type FigureRules, rules } from '#app/domain/figures/rules.ts';
import { uptakeMembers } from '#app/domain/figures/uptake.ts';
import { emptyWorld, nextNight } from './world.ts';

/* Whoever wants to know one answer and makes up the others. */

const member = (at: number, organisation: string, account: boolean): Member => ({
  id: `m${at}`,
  source: `s${at}`,
  organisation,
  account,
  rows: ['sector:care/total/all'],
});
const shown = (members: Member[], chosen: FigureRules = rules) =>
  nextNight(emptyWorld, members, chosen).versions.flatMap((version) => version.shown);
const many = (count: number, make: (at: number) => Member) => Array.from({ length: count }, (_, at) => make(at));

describe('planted hand-ins', () => {
  const nineFakes = [member(0, 'the real one', true), ...many(9, (at) => member(at + 1, `browser ${at}`, false))];
  it('nine from made-up browsers do not uncover the one that is real', () => {
    expect(shown(nineFakes)).toEqual([]);
    expect(shown(nineFakes, { ...rules, browsers: 10 })).not.toEqual([]);
  });

  const oneManager = many(12, (at) => member(at, 'one manager', true));
  it('twelve by one manager are one organisation', () => {
    expect(shown(oneManager)).toEqual([]);
    expect(shown(oneManager, { ...rules, minimum: 1, largestShare: 1 })).not.toEqual([]);
  });

  const oneLarge = [
    ...many(9, (at) => member(at, `small ${at}`, true)),
    ...many(6, (at) => member(at + 9, 'large', true)),
  ];
  it('a group in which one organisation is more than a quarter is not shown', () => {
    expect(shown(oneLarge)).toEqual([]);
    expect(shown(oneLarge, { ...rules, largestShare: 1 })).not.toEqual([]);
  });

  it('of a campaign of six nothing is shown, also when a hundred browsers open it', () => {
    const uptake = (keys: number, account: boolean) =>
      Array.from({ length: keys }, (_, at) => ({
        week: '2026-W48',
        kind: 'opened' as const,
        countingKey: `${account} ${at}`,
        account,
      }));
    expect(shown(uptakeMembers('six', uptake(6, true)))).toEqual([]);
    expect(shown(uptakeMembers('six', [...uptake(4, true), ...uptake(100, false)]))).toEqual([]);
    expect(shown(uptakeMembers('ten', uptake(10, true)))).toContain('campaign:ten/total/opened');
  });

  it('who joins alone on a later night is not in that night’s table', () => {
    const first = nextNight(
      emptyWorld,
      many(20, (at) => member(at, `o${at}`, true)),
      rules,
    );
    const later = nextNight(
      first,
      many(21, (at) => member(at, `o${at}`, true)),
      rules,
    );
    expect(later.versions).toEqual(first.versions);
    const unruly = nextNight(
      first,
      many(21, (at) => member(at, `o${at}`, true)),
      { ...rules, together: false, complementary: false },
    );
    expect(unruly.versions.length).toBe(2);
  });
});
