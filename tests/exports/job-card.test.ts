import { expect, test } from 'vitest';
import { type JobCard, type JobCardWords, jobCardWords } from '#app/domain/job-card.ts';
import { renderJobCard } from '#app/exports/job-card.server.ts';
import { occurs } from './occurs.ts';
import { pdfSource, pdfText } from './pdf-text.ts';

const words = Object.fromEntries(
  jobCardWords.map((key) => [key, key === 'page' ? '{page}/{pages}' : key]),
) as JobCardWords;
const card = (over: Partial<JobCard> = {}): JobCard => ({
  language: 'nl',
  day: '2026-11-25',
  title: 'Keukenhulp ontbijt',
  workplace: 'Zorg · De Linde · Gent',
  hours: '19 uur',
  tasks: [{ title: 'Tafels dekken', when: 'Vroeg', time: '45 minuten per dag', asks: 'Vaste uren', care: '' }],
  asks: ['Vaste uren'],
  redLines: ['Nooit alleen op de afdeling'],
  words,
  ...over,
});

test('the card is tagged, keeps to PDF/UA-1, and has a title and its language', async () => {
  const source = pdfSource(await renderJobCard(card({ language: 'en' })));
  expect(source).toContain('/StructTreeRoot');
  expect(source).toMatch(/pdfuaid:part>1</);
  expect(source).toMatch(/\/Lang \(en\)/);
  expect(source).toMatch(/<dc:title>[\s\S]*Keukenhulp ontbijt/);
});

test('a card about which nothing is known yet can be made', async () => {
  const text = pdfText(await renderJobCard(card({ tasks: [], asks: [], redLines: [] })));
  for (const word of [words.noTasks, words.noAsks, words.noRedLines]) expect(occurs(word, text)).toBe(true);
});

test.each([
  ['plain words', 'Borden en bestek klaarzetten'],
  ['typst syntax', '#panic() $x$ *vet* = kop @ref <label> // niets \\ `raw`'],
  ['right to left', 'Tekst العربية einde'],
  ['one word without end', 'Zandzeepsodemineralenwater'.repeat(8)],
  ['an emoji', 'Goed 👍🏽 zo'],
  ['many words', Array.from({ length: 300 }, (_, at) => `woord${at}`).join(' ')],
])('every typed text can be read on it: %s', async (_, text) => {
  const typed = ['title', 'workplace', 'task', 'asks', 'care', 'more', 'line'].map((name) => `${name}: ${text}`);
  const [title = '', workplace = '', task = '', asks = '', care = '', more = '', line = ''] = typed;
  const file = await renderJobCard(
    card({
      ...{ title, workplace, asks: [more], redLines: [line] },
      tasks: Array(3).fill({ title: task, when: 'Vroeg', time: '5', asks, care }),
    }),
  );
  const read = pdfText(file);
  expect(typed.filter((one) => !occurs(one, read))).toEqual([]);
});
