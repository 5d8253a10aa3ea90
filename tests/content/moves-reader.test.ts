import { describe, expect, test } from 'vitest';
import { moveMistakes } from '#app/content/moves.ts';
import { type ChecklistFile, checklistFile } from '#app/content/schemas.ts';
import { readYaml } from '#app/content/yaml-file.ts';
import { root } from './published.ts';

/* A map from one version to the next that is not whole is reported at the line where it should be. */

const fileOf = (version: number) => {
  const { value } = readYaml(root, `content/checklists/retail/${version}.yaml`, checklistFile);
  if (!value) throw new Error(`retail/${version}.yaml cannot be read`);
  return value;
};
const [first, second] = [fileOf(1), fileOf(2)];
type Change = (file: ChecklistFile, before: ChecklistFile) => unknown;

const movesOf = (file: ChecklistFile, id: string) =>
  file.moves.find((one) => one.id === id) as never as {
    into: string[];
    from: string[];
  };
const without = (id: string) => (file: ChecklistFile) =>
  Object.assign(file, { moves: file.moves.filter((one) => one.id !== id) });
const itemOf = (file: ChecklistFile, id: string) =>
  file.sections.flatMap(({ items }) => items).find((one) => one.id === id) as ChecklistFile['sections'][0]['items'][0];

function problemsAfter(change: Change): string[] {
  const [file, before] = [structuredClone(second.data), structuredClone(first.data)];
  change(file, before);
  return moveMistakes(file, before).map(({ path, message }) => `${second.line(path)}: ${message}`);
}
const lineOf = (path: PropertyKey[]) => second.line(path);
const placeOf = (id: string): PropertyKey[] =>
  second.data.sections.flatMap(({ items }, at) =>
    items.flatMap((one, place) => (one.id === id ? ['sections', at, 'items', place] : [])),
  );
const moveAt = (id: string): PropertyKey[] => ['moves', second.data.moves.findIndex((one) => one.id === id)];

test('the map as it is has no mistake', () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

describe('is named with its line', () => {
  test.each<[string, Change, PropertyKey[], string]>([
    [
      'an old item that nothing accounts for',
      without('food-hygiene'),
      ['moves'],
      'food-hygiene: was in the version before and is not accounted for',
    ],
    [
      'a new item that nothing explains',
      without('temporary-staff'),
      placeOf('temporary-staff'),
      'temporary-staff: is not in the version before: expected a move that explains it',
    ],
    [
      'other words without a move',
      without('no-bus-at-start'),
      placeOf('no-bus-at-start'),
      'no-bus-at-start: has other words than in the version before: expected a move that says so',
    ],
    [
      'a half split',
      (file) => movesOf(file, 'till-and-calls').into.splice(0, 1),
      placeOf('till-duty'),
      'till-duty: is not in the version before: expected a move that explains it',
    ],
    [
      'a merge of what never was',
      (file) => movesOf(file, 'stage-agreed').from.push('never'),
      moveAt('stage-agreed'),
      'stage-agreed: the version before has no item never',
    ],
    [
      'a split into what is not asked',
      (file) => movesOf(file, 'till-and-calls').into.push('never'),
      moveAt('till-and-calls'),
      'till-and-calls: this version has no item never',
    ],
    [
      'a split of what is still asked',
      (file) => movesOf(file, 'stage-agreed').from.push('team-asked'),
      moveAt('stage-agreed'),
      'stage-agreed: team-asked is still asked in this version',
    ],
    [
      'a split into what was asked',
      (file) => movesOf(file, 'till-and-calls').into.push('team-asked'),
      moveAt('till-and-calls'),
      'till-and-calls: team-asked was asked in the version before',
    ],
    [
      'one item in two moves',
      (file) => movesOf(file, 'till-and-calls').into.push('temporary-staff'),
      moveAt('temporary-staff'),
      'temporary-staff: another move accounts for it already',
    ],
    [
      'rewording without other words',
      (file, before) => Object.assign(itemOf(file, 'no-bus-at-start'), itemOf(before, 'no-bus-at-start')),
      placeOf('no-bus-at-start'),
      'no-bus-at-start: is reworded, but its words are the same',
    ],
    [
      'another kind under the same id',
      (file) => Object.assign(itemOf(file, 'team-asked'), { kind: 'threshold' }),
      placeOf('team-asked'),
      'team-asked: was a prerequisite: expected a new id',
    ],
    [
      'a reason that was taken away',
      (file) => Object.assign(itemOf(file, 'machines-listed'), { naReasons: [] }),
      placeOf('machines-listed'),
      'machines-listed: lacks a reason for not applicable of the version before',
    ],
  ])('%s', (_what, change, path, message) => {
    expect(problemsAfter(change)).toContain(`${lineOf(path)}: ${message}`);
  });
});

test('the first version has no map, and a later one needs the version before', () => {
  const moves = second.data.moves;
  expect(moveMistakes({ ...first.data, moves }, undefined)).toMatchObject([{ path: ['moves'] }]);
  expect(moveMistakes(second.data, undefined)).toMatchObject([{ message: 'version: no version 1 of retail' }]);
});
