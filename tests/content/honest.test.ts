import { describe, expect, test } from 'vitest';
import { readWords } from '#app/content/words.ts';
import { languages } from '#app/domain/checklist.ts';
import { all, named, type Passage, passages, root, sentencesOf } from './published.ts';

/* What is said must be true, respectful and short. */

/** Words in a sentence; English needs more of them, as it keeps the Dutch names beside its own. */
const longest = { nl: 25, en: 30 };

describe.each(named)('%s', (_name, checklist) => {
  const sentences = passages(checklist).flatMap(({ texts }) => texts.flatMap(({ text }) => sentencesOf(text)));
  const lengths = sentences.map((one) => one.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length);

  test('says it in short sentences', () => {
    expect(lengths.reduce((sum, one) => sum + one, 0) / lengths.length).toBeLessThanOrEqual(13);
    expect(sentences.filter((_, at) => (lengths[at] ?? 0) > longest[checklist.language])).toEqual([]);
  });
});

/** Words that are wrong by themselves; not with `unless` in the same sentence, or `anywhere` in the passage. */
type Trap = { name: string; words: RegExp; unless?: RegExp; anywhere?: true; wrong: string; right: string };

const denied = /\b(geen|niet|nooit|no|not|never|zonder|without)\b/i;
const traps: Trap[] = [
  {
    name: 'measures for job-seekers only',
    words: /\b(K-?IBO|IBO|werkervaringsstages?|wijk-werken|beroepsinlevingsstages?|work experience placements?)\b/i,
    unless: /\b(werkzoekenden|job-?seekers)\b/i,
    anywhere: true,
    wrong: 'Vraag een IBO aan voor de collega.',
    right: 'Taalles bestaat bij een IBO. Reken er niet op: die is voor werkzoekenden.',
  },
  {
    name: 'measures that no longer exist',
    words: /\b(VOP|SINE|LDE|lokale diensteneconomie|local services economy)\b/,
    wrong: 'De VOP betaalt een deel van het loon.',
    right: 'De loonpremie betaalt een deel van het loon.',
  },
  {
    name: 'the activation placement',
    words: /(activeringsstage|activation placement)/i,
    wrong: 'Begin met een activeringsstage.',
    right: 'Begin met een doorstroomstage.',
  },
  {
    name: 'cuts for the old and the young',
    words:
      /(doelgroepvermindering|\bRSZ\b|social security (cut|reduction|discount)|(ouderen|jongeren)(korting|premie))/i,
    wrong: 'Voor een oudere werknemer krijg je een RSZ-korting.',
    right: 'Let extra op oudere werknemers.',
  },
  {
    name: 'a medical certificate for food',
    words: /(medische? attest|medical certificate|\bFAVV\b|\bFASFC\b)/i,
    unless: /\b(geen|niet|afgeschaft|no|not|abolished)\b/i,
    wrong: 'Wie met eten werkt, brengt een medisch attest mee.',
    right: 'Het medisch attest is afgeschaft.',
  },
  {
    name: 'a licence for trucks',
    words:
      /(brevet|truckattest|rijbewijs.*truck|truck.*rijbewijs|(forklift|truck).*licen[cs]e|licen[cs]e.*(forklift|truck))/i,
    unless: denied,
    wrong: 'De collega heeft een heftruckbrevet nodig.',
    right: 'Een wettelijk heftruckrijbewijs bestaat niet.',
  },
  {
    name: 'a limit to lifting',
    words: /(\b\d+\s?(kg|kilo)|wettelijke? (maximum|grens|limiet)|legal (maximum|limit))/i,
    unless: /\b(geen|niet|alleen|enkel|no|not|only)\b/i,
    wrong: 'De wet laat tot 25 kg toe.',
    right: 'Een wettelijke grens bestaat niet.',
  },
  {
    name: 'a criminal record for everyone',
    words: /(strafregister|criminal record|596\.2)/i,
    unless: /\b(minderjarigen|minors)\b/i,
    anywhere: true,
    wrong: 'Vraag elke kandidaat een uittreksel uit het strafregister.',
    right: 'Vraag een strafregister alleen waar het moet. Dat is bij contact met minderjarigen.',
  },
  {
    name: 'helpers of nurses',
    words: /(bekwame helper|(competent|capable) helper)/i,
    unless: /(sluit .*uit|exclude|geldt .*niet|does not apply)/i,
    wrong: 'Een bekwame helper mag dat wel.',
    right: 'De regeling van de bekwame helper sluit zorginstellingen uit.',
  },
  {
    name: 'VCA as law',
    words: /\bVCA\b/,
    unless: /(\bklant|\bclient|geen wet|not law|vrijwillig|voluntary)/i,
    anywhere: true,
    wrong: 'VCA is verplicht in elk magazijn.',
    right: 'Vraagt een klant VCA, boek dan een mondeling examen.',
  },
  {
    name: 'labels for people',
    words: /(doelgroep(mede)?werk(n|st)?er|doelgroeper|target[- ]group (worker|employee|member))/i,
    wrong: 'De doelgroepmedewerker krijgt een begeleider.',
    right: 'De nieuwe collega krijgt een begeleider.',
  },
  {
    name: 'diagnoses',
    words:
      /\b(autis|adhd|depressi|burn-?out|schizo|psychose|psychosis|psychotic|epilep|dyslexi|borderline|bipola|verstandelijk|intellectual disab|verslaving|addiction|\p{L}*stoornis|disorder|down ?syndr|syndroom van down)/iu,
    wrong: 'Iemand met autisme houdt van vaste taken.',
    right: 'Vaste taken helpen veel mensen.',
  },
  {
    name: 'an e-mail address',
    words: /[\p{L}\d._+-]+@[\p{L}\d-]+\.\p{L}/u,
    unless: /@(voorbeeld|example)\.be\b/,
    wrong: 'Mail naar an.janssens@vzw.be.',
    right: 'Kijk het adres na, bijvoorbeeld naam@voorbeeld.be.',
  },
  {
    name: 'a phone number',
    words: /(\+|\b00)32[\d ./()-]{7,}|\b0\d{1,3}([ ./-]?\d{2,3}){3}\b/,
    wrong: 'Bel 0470 12 34 56.',
    right: 'Reken 1.200 euro in 2023, volgens PC 140.03 en model 596.2.',
  },
  {
    name: 'a person by title and name',
    words: /\b([Mm](evrouw|eneer|ijnheer)|[Dd]e heer|[Dd]o[ck]t[eo]r|[Pp]rofessor|Mrs?|Ms) \p{Lu}\p{Ll}/u,
    wrong: 'Vraag het aan mevrouw Janssens.',
    right: 'Een mevrouw vraagt de weg. Help de heer aan tafel vier.',
  },
];

const interfaceWords = languages.flatMap((language) =>
  Object.entries(readWords(root)[language]).map(([key, text]) => ({
    where: `${language} ${key}`,
    texts: [{ key, text }],
  })),
);
const told: Passage[] = [...all.flatMap(passages), ...interfaceWords];

describe.each(traps)('$name', (trap) => {
  test('is offered nowhere', () => {
    expect(told.flatMap((passage) => caught(trap, passage))).toEqual([]);
  });

  test('would be noticed', () => {
    const said = (text: string) => caught(trap, { where: '', texts: [{ key: '', text }] });
    expect(said(trap.wrong)).toHaveLength(1);
    expect(said(trap.right)).toEqual([]);
  });
});

function caught({ words, unless, anywhere }: Trap, { where, texts }: Passage): string[] {
  const all = texts.map(({ text }) => text).join('\n');
  const excused = (sentence: string) => unless?.test(anywhere ? all : sentence) ?? false;
  return texts
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => words.test(sentence) && !excused(sentence))
    .map((sentence) => `${where}: ${sentence}`);
}
