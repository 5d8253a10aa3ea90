import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rounded } from '#app/domain/figures/rounded.ts';
import { rules } from '#app/domain/figures/rules.ts';
import type { PilotPartner, WholePilot } from '#app/domain/pilot.ts';
import { duplicateOf } from '#app/domain/pilot-duplicate.ts';
import { findingsOf, type LinkedPlacement } from '#app/domain/pilot-findings.ts';
import { allPhases } from '#app/domain/pilot-phase.ts';
import { pointsTo, publishProblems } from '#app/domain/pilot-publishing.ts';
import { publicStory, shownCount, textOf, wholeStory } from '#app/domain/pilot-story.ts';
import { buildItem } from '../support/build.ts';
import { buildPilot } from '../support/pilot.ts';

const items = [
  buildItem({ id: 'buddy', essential: true }),
  buildItem({ id: 'card', neededBy: 3 }),
  buildItem({ id: 'shift', kind: 'threshold' }),
  buildItem({ id: 'bus', kind: 'threshold' }),
];
const placement = (over: Partial<LinkedPlacement> = {}): LinkedPlacement => ({
  phase: 'stage',
  hired: false,
  outcome: null,
  thresholds: [],
  tried: [],
  ...over,
});
const workplace = (...handIns: Record<string, string>[]) => ({
  handIns: handIns.map((said, at) => ({ level: at + 2, items: said })),
});
const told = (findings = findingsOf(items, [], [])) => ({
  organisation: 'Het Windscherm',
  checklistRef: 'care@1',
  findings,
});
const confirmed = (hash: string | null, over: Partial<PilotPartner> = {}): PilotPartner => ({
  ...{ id: 'p', kind: 'employer', name: 'De Linde', contribution: 'Een vaste buddy', confirmedHash: hash },
  confirmedAt: null,
  ...over,
});
const finished = { finishedAt: new Date('2026-06-01') };

describe('what was found', () => {
  test('is what was not in order at the first hand-in, essential things first, and whether it is now', () => {
    const first = { buddy: 'started', card: 'not-yet', shift: 'untouched', bus: 'absent' };
    const last = { buddy: 'in-place', card: 'started', shift: 'tackled', bus: 'absent' };
    const { prerequisites, thresholds, workplaces } = findingsOf(items, [workplace(first, last)], []);
    expect(prerequisites).toEqual([
      { item: 'buddy', solved: true },
      { item: 'card', solved: false },
    ]);
    expect(thresholds).toEqual([{ item: 'shift', solved: true, remedies: [] }]);
    expect(workplaces).toEqual([{ first: 2, last: 3 }]);
  });

  test('is solved only where it is solved at every workplace', () => {
    const two = [workplace({ buddy: 'not-yet' }, { buddy: 'in-place' }), workplace({ buddy: 'started' })];
    expect(findingsOf(items, two, []).prerequisites).toEqual([{ item: 'buddy', solved: false }]);
  });

  test('is not what does not apply, was not asked, or was never handed in', () => {
    const none = [workplace({ buddy: 'not-applicable' }), workplace({ card: 'largely' }), workplace()];
    expect(findingsOf(items, none, [])).toMatchObject({ prerequisites: [], workplaces: [{}, {}] });
  });

  test('takes what nobody knows or answered as not in order', () => {
    const open = [workplace({ buddy: 'unknown', card: 'unanswered' })];
    expect(findingsOf(items, open, []).prerequisites.map(({ item }) => item)).toEqual(['buddy', 'card']);
  });

  test('says of each threshold met on the way which remedies helped, each answer once', () => {
    const met = placement({
      thresholds: [
        { id: 'a', item: 'shift', lowered: true },
        { id: 'b', item: null, lowered: false },
      ],
      tried: [
        { thresholdId: 'a', remedy: 'core', helped: 'no' },
        { thresholdId: 'a', remedy: 'core', helped: 'yes' },
        { thresholdId: 'a', remedy: 'core', helped: 'yes' },
        { thresholdId: 'a', remedy: null, helped: null },
        { thresholdId: 'b', remedy: 'other', helped: 'partly' },
      ],
    });
    expect(findingsOf(items, [], [met]).thresholds).toEqual([
      {
        ...{ item: 'shift', solved: true },
        remedies: [
          { remedy: 'core', helped: ['yes', 'no'] },
          { remedy: null, helped: ['open'] },
        ],
      },
      { item: null, solved: false, remedies: [{ remedy: 'other', helped: ['partly'] }] },
    ]);
  });

  const metIn = (phase: LinkedPlacement['phase'], lowered: boolean, item: string | null = 'shift') =>
    placement({ phase, thresholds: [{ id: `${phase} ${lowered}`, item, lowered }] });
  const standing = { item: 'shift', solved: false, remedies: [] };

  test.each([
    ['stands while a placement in which it was not lowered goes on', [metIn('stage', false)], standing],
    ['was not lowered when the only placement ended', [metIn('closed', false)], { ...standing, ended: true }],
    ['goes by the placement that goes on', [metIn('closed', false), metIn('stage', false)], standing],
    [
      'was not lowered where it ended, also when another lowered it',
      [metIn('closed', false), metIn('stage', true)],
      { ...standing, ended: true },
    ],
    ['is solved where it was lowered before the end', [metIn('closed', true)], { ...standing, solved: true }],
  ])('a threshold %s', (_, placements, expected) => {
    expect(findingsOf(items, [], placements).thresholds).toEqual([expected]);
  });

  test('a threshold stands while a workplace says so, also when the placement ended', () => {
    const floor = [workplace({ shift: 'untouched' })];
    expect(findingsOf(items, floor, [metIn('closed', false)]).thresholds).toEqual([standing]);
  });

  test('what is in no self-scan and was never lowered ended with its placement too', () => {
    expect(findingsOf(items, [], [metIn('closed', false, null)]).thresholds).toEqual([
      { ...standing, item: null, ended: true },
    ]);
  });

  test('counts placements by the phase they are in, or the outcome they ended in', () => {
    const all = [
      placement(),
      placement({ phase: 'aftercare', hired: true }),
      placement({ phase: 'closed', hired: true, outcome: 'contract-lasting' }),
      placement({ phase: 'closed', outcome: 'no-contract' }),
    ];
    expect(findingsOf(items, [], all).throughflow).toEqual({
      placements: 4,
      hired: 2,
      phases: [
        { phase: 'stage', count: 1 },
        { phase: 'aftercare', count: 1 },
      ],
      outcomes: [
        { outcome: 'contract-lasting', count: 1 },
        { outcome: 'no-contract', count: 1 },
      ],
    });
  });
});

describe('what everyone may read', () => {
  test('says of placements nothing but fewer than ten, or what the figures would show', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
        const shown = shownCount(count);
        if (count === 0) expect(shown).toBe('none');
        else if (count < rules.minimum) expect(shown).toBe('fewer-than-ten');
        else {
          expect(shown).toBe(rounded(count));
          expect(Math.abs(Number(shown) - count)).toBeLessThanOrEqual(rules.step / 2);
        }
      }),
    );
  });

  test('does not tell that none of a few was hired', () => {
    const few = findingsOf(items, [], [placement(), placement()]);
    expect(publicStory(buildPilot(), told(few)).throughflow).toEqual({
      placements: 'fewer-than-ten',
      hired: 'fewer-than-ten',
    });
    expect(publicStory(buildPilot(), told()).throughflow).toEqual({ placements: 'none', hired: 'none' });
  });

  test('does not tell of a threshold whether the placement goes on', () => {
    const storyOf = (phase: LinkedPlacement['phase']) => {
      const met = placement({ phase, thresholds: [{ id: 'a', item: 'shift', lowered: false }] });
      return textOf(publicStory(buildPilot(), told(findingsOf(items, [], [met]))));
    };
    expect(storyOf('closed')).toBe(storyOf('stage'));
  });

  test('leaves out the journal, days of phases, levels of workplaces, phases and outcomes of placements', () => {
    const whole = buildPilot({
      entries: [{ id: 'e', phase: 0, day: '2026-02-03', note: 'DAGBOEK' }],
      phases: allPhases([
        { phase: 0, status: 'done', deliverables: ['charter'], note: 'NOTITIE', doneOn: '2026-02-04' },
      ]),
    });
    const ended = placement({
      ...{ phase: 'closed', outcome: 'stage-stopped' },
      thresholds: [{ id: 'a', item: null, lowered: false }],
      tried: [{ thresholdId: 'a', remedy: null, helped: 'no' }],
    });
    const findings = findingsOf(items, [workplace({ buddy: 'not-yet' })], [ended]);
    const text = textOf(publicStory(whole, told(findings)));
    for (const secret of ['DAGBOEK', '2026-02-03', '2026-02-04', 'stage-stopped', 'closed', 'workplaces', '"no"'])
      expect(text, secret).not.toContain(secret);
    for (const said of ['NOTITIE', 'buddy']) expect(text, said).toContain(said);
    expect(JSON.stringify(wholeStory(whole, told(findings)))).toMatch(/DAGBOEK.*2026-02-04|2026-02-04.*DAGBOEK/);
  });
});

describe('publishing', () => {
  const problems = (whole: WholePilot, hash = 'now', codes = [{ code: 'Anker 42', days: ['2026-03-09'] }]) =>
    publishProblems(whole, publicStory(whole, told()), codes, hash);

  test('waits until the pilot is finished and every partner confirmed exactly this text', () => {
    expect(problems(buildPilot({ partners: [confirmed('now')] }))).toEqual(['pilot-error.not-finished']);
    expect(problems(buildPilot({}, finished))).toEqual(['pilot-error.no-partner']);
    for (const other of [confirmed(null), confirmed('before')])
      expect(problems(buildPilot({ partners: [confirmed('now'), other] }, finished))).toEqual([
        'pilot-error.not-confirmed',
      ]);
    expect(problems(buildPilot({ partners: [confirmed('now'), confirmed('now')] }, finished))).toEqual([]);
  });

  test('a partner has a name, and what a workplace lacked is confirmed by an employer', () => {
    expect(problems(buildPilot({ partners: [confirmed('now', { name: '' })] }, finished))).toEqual([
      'pilot-error.partner-without-name',
    ]);
    const whole = buildPilot({ partners: [confirmed('now', { kind: 'coaching' })] }, finished);
    const found = findingsOf(items, [workplace({ buddy: 'not-yet' })], []);
    expect(publishProblems(whole, publicStory(whole, told(found)), [], 'now')).toEqual(['pilot-error.no-employer']);
  });

  test.each([
    'De start van ANKER 42',
    'op 9/3/2026',
    'op 09/03/2026',
    'op 9 maart 2026',
    'on 9 March 2026',
    '2026-03-09',
  ])('no text points to a placement: %s', (text) => {
    const trace = { code: 'Anker 42', days: ['2026-03-09'] };
    expect(pointsTo(trace, text)).toBe(true);
    const partners = [confirmed('now')];
    const lesson = { id: 'l', kind: 'worked', note: text, item: null, origin: '' } as const;
    const phases = allPhases([{ phase: 3, status: 'done', deliverables: [], note: text, doneOn: null }]);
    for (const over of [{ lessons: [lesson] }, { phases }, { partners: [confirmed('now', { contribution: text })] }])
      expect(problems(buildPilot({ partners, ...over }, finished))).toEqual(['pilot-error.points-to-placement']);
    for (const over of [{ title: text }, { setting: text }, { question: text }])
      expect(problems(buildPilot({ partners }, { ...finished, ...over }))).toEqual(['pilot-error.points-to-placement']);
  });

  test('another word is another text', () => {
    const one = publicStory(buildPilot(), told());
    expect(textOf(publicStory(buildPilot(), told()))).toBe(textOf(one));
    expect(textOf(publicStory(buildPilot({}, { question: 'Iets anders?' }), told()))).not.toBe(textOf(one));
  });
});

describe('doing a pilot again', () => {
  const source = {
    ...{ id: 'pilot-1', title: 'Linnen', question: 'Wat?', setting: 'Een linnenkamer' },
    partners: [confirmed('now')],
    phases: allPhases([
      { phase: 0, status: 'done', deliverables: ['charter'], note: 'Gelukt', doneOn: '2026-02-01' },
      { phase: 1, status: 'skipped', deliverables: [], note: 'Was er al', doneOn: null },
    ]),
    lessons: [
      { kind: 'advice', note: 'Begin met de buddy', item: 'buddy', origin: '' },
      { kind: 'worked', note: 'Foto’s op de kar', item: null, origin: 'Een eerste' },
    ] as const,
  };
  const again = duplicateOf({ ...source, lessons: [...source.lessons] });

  test('takes the lessons along, with where each was learned', () => {
    expect(again.lessons.map(({ note, origin }) => [note, origin])).toEqual([
      ['Begin met de buddy', 'Linnen'],
      ['Foto’s op de kar', 'Een eerste'],
    ]);
    expect(again.lessons[0]?.item).toBe('buddy');
    expect(again.duplicatedFrom).toBe('pilot-1');
  });

  test('takes kinds of partners along, without name, contribution or confirmation', () => {
    expect(again.partners).toEqual([{ kind: 'employer', name: '', contribution: '' }]);
  });

  test('leaves results behind: nothing is done, and only why a phase was skipped is kept', () => {
    expect(again.phases).toHaveLength(9);
    expect(again.phases.filter(({ status }) => status !== 'todo')).toEqual([
      { phase: 1, status: 'skipped', deliverables: [], note: 'Was er al', doneOn: null },
    ]);
    expect(JSON.stringify(again)).not.toContain('Gelukt');
  });
});
