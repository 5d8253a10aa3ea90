import { describe, expect, test } from 'vitest';
import { earlierItems, idsIn, idsOfAction, idsToKeep } from '#app/domain/across-versions.ts';
import type { Move } from '#app/domain/checklist.ts';
import { happenings, moveOver } from '#app/domain/moving.ts';
import { buildAnswer, buildChecklist, buildItem } from '../support/build.ts';

/* Three versions: `two` splits one item, rewords one, takes one away and adds one; `three` merges. */

const item = (id: string) => buildItem({ id, title: `Over ${id}` });
const version = (number: number, ids: string[], moves: Move[] = []) =>
  buildChecklist({ ref: `care@${number}`, version: number, items: ids.map(item), moves });
const one = version(1, ['same', 'plain', 'both', 'old']);
const two = version(
  2,
  ['same', 'plain', 'till', 'bell', 'fresh'],
  [
    { kind: 'reworded', id: 'plain', why: 'Duidelijker.' },
    { kind: 'split', id: 'both', into: ['till', 'bell'], why: 'Twee dingen.' },
    { kind: 'gone', id: 'old', why: 'Nergens voor nodig.' },
    { kind: 'new', id: 'fresh', why: 'Ontbrak.' },
  ],
);
const three = version(
  3,
  ['same', 'plain', 'calls', 'fresh'],
  [{ kind: 'merged', id: 'calls', from: ['till', 'bell'], why: 'Toch één ding.' }],
);
const versions = [one, two, three];
const answer = (id: string, note = '') => buildAnswer({ id: `a-${id}`, item: id, note });
const moment = {
  context: { subSector: 'unknown', size: 'unknown', place: 'unknown', targetJob: 'unknown', shifts: [] },
  now: new Date('2026-11-25T10:00:00Z'),
};

describe('moving over', () => {
  const answers = ['same', 'plain', 'both', 'old'].map((id) => answer(id, `bij ${id}`));

  test('shows per answered item what happens, and what is asked anew', () => {
    const { lines } = moveOver(answers, one, two, moment);
    expect(
      lines.map(({ kind, before, after, answers: own }) => [
        kind,
        before.map(({ id }) => id).join(),
        after.map(({ id }) => id).join(),
        own.map(({ note }) => note).join(),
      ]),
    ).toEqual([
      ['same', 'same', 'same', 'bij same'],
      ['reworded', 'plain', 'plain', 'bij plain'],
      ['split', 'both', 'till,bell', 'bij both'],
      ['new', '', 'fresh', ''],
      ['gone', 'old', '', 'bij old'],
    ]);
  });

  test('leaves out what was not answered', () => {
    const { lines } = moveOver([answer('old')], one, two, moment);
    expect(lines.map(({ kind }) => kind)).toEqual(['new', 'gone']);
  });

  test('carries over what means the same, and keeps the rest beside', () => {
    const { carried, left } = moveOver(answers, one, two, moment);
    expect(carried.map(({ item: id }) => id)).toEqual(['same', 'plain']);
    expect(left.map(({ item: id }) => id)).toEqual(['both', 'old']);
  });

  test('back is the other way round', () => {
    expect(happenings(two, one).map(({ kind }) => kind)).toEqual(['same', 'reworded', 'merged', 'new', 'gone']);
  });

  test('previews the verdict beside the present one', () => {
    const { verdictBefore, verdictAfter } = moveOver(answers, one, two, moment);
    expect(verdictBefore.open).toEqual([]);
    expect(verdictAfter.open).toEqual(['till', 'bell', 'fresh']);
  });
});

describe('an earlier answer', () => {
  test('stands beside what took its place', () => {
    expect(earlierItems([answer('both'), answer('same')], two, versions)).toMatchObject([
      { item: { id: 'both' }, version: 1, answers: [{ item: 'both' }], became: ['till', 'bell'] },
    ]);
  });

  test('is followed over more than one version, in both directions', () => {
    expect(idsIn('both', three, versions)).toEqual(['calls']);
    expect(idsIn('calls', one, versions)).toEqual(['both']);
    expect(idsIn('old', three, versions)).toEqual([]);
    expect(idsIn('elsewhere', three, versions)).toEqual([]);
  });
});

describe('the items of an action', () => {
  test('are those that took the place of its own', () => {
    expect(idsOfAction(['both', 'same', 'old'], two, versions)).toEqual(['till', 'bell', 'same']);
  });

  test('keep an own choice, and what another version asks', () => {
    expect(idsToKeep(['both', 'old'], ['till'], two, versions)).toEqual(['till', 'both', 'old']);
    expect(idsOfAction(['till', 'both', 'old'], two, versions)).toEqual(['till']);
    expect(idsOfAction(['till', 'both', 'old'], one, versions)).toEqual(['both', 'old']);
  });

  test('let go of what was taken off', () => {
    expect(idsToKeep(['both', 'same'], ['same'], two, versions)).toEqual(['same']);
  });
});
