import { describe, expect, test } from 'vitest';
import { contexts } from '#app/content/checks.ts';
import { readWords } from '#app/content/words.ts';
import { languages, type SectorId, sectorIds } from '#app/domain/checklist.ts';
import { itemsFor } from '#app/domain/context.ts';
import { followUpSides } from '#app/domain/follow-up.ts';
import { leafletEditions } from '#app/domain/leaflet.ts';
import { needGroupKey, needGroups } from '#app/domain/need.ts';
import { phasesThatEnd } from '#app/domain/outcome.ts';
import { backupDays } from '#app/domain/retention.ts';
import { pictograms, workerAnswerKey, workerAnswers, workerQuestionsFor } from '#app/domain/worker-question.ts';
import { drawnIcons } from '../support/icons.ts';
import { dutch, library, problems, root, sentencesOf, type Text } from './published.ts';

/* What a job coach uses: about the job and the workplace, in words for everyone; over all of it. */

const { guidance, leaflet } = library;
const words = readWords(root);
const checklistsOf = (sector: SectorId) => dutch.map(([, one]) => one).filter((one) => one.sector === sector);
const inEveryLanguage = languages.map((language) => [language, guidance[language]] as const);

test('every reference resolves', () => {
  expect(problems).toEqual([]);
});

describe('needs', () => {
  const { needs } = guidance.nl;

  test('are 24 to 32, some in every group, and every group has a name', () => {
    expect(needs.length).toBeGreaterThanOrEqual(24);
    expect(needs.length).toBeLessThanOrEqual(32);
    expect(new Set(needs.map(({ group }) => group))).toEqual(new Set(needGroups));
    for (const group of needGroups)
      for (const language of languages) expect(words[language]).toHaveProperty([needGroupKey(group)]);
  });

  test('stand in the order of their groups', () => {
    const order = needs.map(({ group }) => needGroups.indexOf(group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test.each(sectorIds)('touch something that is asked on every floor in %s', (sector) => {
    for (const checklist of checklistsOf(sector)) {
      const asked = contexts(checklist).map((context) => new Set(itemsFor(checklist, context).map(({ id }) => id)));
      const untold = needs.filter(({ touches }) => asked.some((ids) => !touches[sector].some((id) => ids.has(id))));
      expect(untold.map(({ id }) => id)).toEqual([]);
    }
  });

  test.each(inEveryLanguage)('name what the workplace offers, not who needs it: %s', (_language, one) => {
    const aboutSomeone = /^(de collega|iemand|wie|kan|heeft|the colleague|someone|who|can|has|is)\b/i;
    expect(one.needs.filter(({ title }) => aboutSomeone.test(title) || /[.?]$/.test(title))).toEqual([]);
  });
});

describe('worker questions', () => {
  const { workerQuestions } = guidance.nl;

  test.each(sectorIds)('are 8 to 10 in %s, each about an item of its own', (sector) => {
    const asked = workerQuestionsFor(workerQuestions, sector);
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(new Set(asked.map(({ items }) => items[sector])).size).toBe(asked.length);
  });

  test('leave out what a sector is not asked', () => {
    const only = workerQuestions.filter(({ items }) => items.logistics === undefined);
    expect(only.length).toBeGreaterThan(0);
    expect(workerQuestionsFor(workerQuestions, 'logistics')).toEqual(
      workerQuestions.filter((one) => !only.includes(one)),
    );
  });

  test('each have a drawing of their own', () => {
    expect(workerQuestions.map(({ pictogram }) => pictogram).sort()).toEqual([...pictograms].sort());
    expect(drawnIcons()).toEqual(expect.arrayContaining([...pictograms]));
  });

  test.each(languages)('are questions with four answers in words: %s', (language) => {
    expect(guidance[language].workerQuestions.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
    for (const answer of workerAnswers) expect(words[language]).toHaveProperty([workerAnswerKey(answer)]);
  });
});

describe('outcomes', () => {
  const { outcomes, reasons } = guidance.nl;

  test('let a placement end after every phase', () => {
    for (const phase of phasesThatEnd)
      expect(
        outcomes.some(({ after, lasting }) => after.includes(phase) && !lasting),
        phase,
      ).toBe(true);
  });

  test('call only one thing lasting: a contract that still runs after follow-up', () => {
    expect(outcomes.filter(({ lasting }) => lasting)).toMatchObject([{ id: 'contract-lasting', after: ['follow-up'] }]);
  });

  test('have reasons enough, with one for what is not in the list and one for what is not said', () => {
    expect(reasons.length).toBeGreaterThanOrEqual(10);
    expect(reasons.map(({ id }) => id)).toEqual(expect.arrayContaining(['other-work-reason', 'not-said']));
  });
});

describe('the follow-up', () => {
  test.each(inEveryLanguage)('asks both sides the same in three short steps: %s', (_language, { followUp }) => {
    const [employer, coach] = followUpSides.map((side) =>
      followUp[side].steps.map(({ id, questions }) => [
        id,
        questions.map((one) => [one.id, one.options.map((o) => o.id)]),
      ]),
    );
    expect(employer).toHaveLength(3);
    expect(coach).toEqual(employer);
  });

  test.each(inEveryLanguage)('warns beside the free text: %s', (_language, { followUp }) => {
    for (const side of followUpSides) {
      expect(followUp[side].note.help).toMatch(/\b(naam|name)\b/);
      expect(followUp[side].note.help).toMatch(/\b(gezondheid|health)\b/);
    }
  });
});

describe.each(leafletEditions)('the leaflet in %s', (edition) => {
  const said = textsIn(leaflet[edition])
    .map(({ text }) => text)
    .join('\n');

  test('says how long, and how long backups stay', () => {
    expect(said).toMatch(/\b24 (maanden|months)\b/);
    expect(said).toMatch(new RegExp(`\\b${backupDays} (dagen|days)\\b`));
  });

  test('names what is never kept, every right, who is responsible, and where to complain (GDPR art. 13)', () => {
    for (const expected of [
      /gezondheid|health/,
      /werkondersteuningspakket/,
      /(naam|name)/,
      /(wissen|weg|erased)/,
      /(maand|month)\b/,
      /(alles lezen|read everything)/,
      /(verbetert|corrects)/,
      /(bezwaar|niet akkoord|object)/,
      /(verantwoordelijk|responsible)/,
      /(wettelijke grond|welke wet|legal ground)/,
      /(technisch beheert|computers beheert|technically)/,
      /(beter begeleiden|beter helpen|guide you)/,
      /computer/,
    ])
      expect(said).toMatch(expected);
    expect(said).toContain('Drukpersstraat 35, 1000 Bruss');
  });

  test('has a point under every heading, and as many in English as in Dutch', () => {
    const count = (one: typeof edition) => leaflet[one].sections.map(({ points }) => points.length);
    expect(count(edition === 'en' ? 'nl' : edition)).toEqual(count(edition));
  });
});

describe('sentences', () => {
  test.each(languages)('have at most 16 words: %s', (language) => {
    const { workerQuestions: _, ...rest } = guidance[language];
    expect(longerThan(16, [...textsIn(rest), ...textsIn(leaflet[language])])).toEqual([]);
  });

  test('have at most 10 words where the Dutch is easy', () => {
    expect(longerThan(10, [...textsIn(guidance.nl.workerQuestions), ...textsIn(leaflet['nl-easy'])])).toEqual([]);
  });

  test.each(languages)('of worker questions have at most 10 words: %s', (language) => {
    expect(longerThan(10, textsIn(guidance[language].workerQuestions))).toEqual([]);
  });
});

test('nothing is still Dutch in English', () => {
  const inDutch = new Set([...textsIn(guidance.nl), ...textsIn(leaflet.nl)].map(({ text }) => text));
  expect([...textsIn(guidance.en), ...textsIn(leaflet.en)].filter(({ text }) => inDutch.has(text))).toEqual([]);
});

describe('health and traits of a person', () => {
  const anywhere = [
    '(?<!mu)ziek|gezond|diagnos|beperk|handicap|stoornis|autis|adhd|medica|medisch|depress|burn-?out|verslav|psych',
    'dyslex|therap|invalid|aandoening|verstandelijk|rolstoel|slechthorend|doelgroep|kwetsba|rugzak',
    'illness|health|disab|disorder|limitation|impair|addict|wheelchair|vulnerab',
  ];
  const atStart = ['doof|dove|blind|arts|dokter|pijn|zwak|traag|moeite', 'sick|ill|medic|doctor|deaf|pain|weak|slow'];
  const forbidden = new RegExp(`(${anywhere.join('|')})|\\b(${atStart.join('|')})\\b`, 'i');

  test.each(inEveryLanguage)('are in no need, question, outcome, reason or follow-up: %s', (_language, one) => {
    const warnings = followUpSides.map((side) => one.followUp[side].note.help);
    const texts = textsIn(one)
      .map(({ text }) => text)
      .filter((text) => !warnings.includes(text));
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
  });

  test.each([
    'Rust voor wie autisme heeft',
    'Een collega met een arbeidsbeperking',
    'Wie doof is',
    'A seat for disabled colleagues',
  ])('would be noticed: %s', (text) => {
    expect(text).toMatch(forbidden);
  });
});

function longerThan(most: number, texts: Text[]): string[] {
  const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
  return texts.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => wordsIn(sentence) > most);
}

/** Everything that people read; ids, references and names of drawings are left out. */
function textsIn(value: unknown, key = ''): Text[] {
  if (['id', 'group', 'touches', 'items', 'pictogram', 'after', 'lasting'].includes(key)) return [];
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  return Object.entries(value as object).flatMap(([inner, one]) => textsIn(one, inner));
}
