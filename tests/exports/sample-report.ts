import type { Language } from '#app/domain/checklist.ts';
import type { Report, ReportAction, ReportItem } from '#app/domain/report.ts';
import { wordKeys } from '#app/domain/report-words.ts';
import { translator } from '#app/domain/words.ts';
import en from '../../content/interface/en/report.json' with { type: 'json' };
import nl from '../../content/interface/nl/report.json' with { type: 'json' };

export const reportWords: Record<Language, Record<string, string>> = { nl, en };

/** The words of a report in one language, as `buildReport` puts them in. */
export function wordsOf(language: Language, url?: string): Report['words'] {
  const t = translator(language, reportWords[language]);
  const words = Object.fromEntries(wordKeys.map((key) => [key, t(`report.word.${key}`)])) as Report['words'];
  return url ? { ...words, url } : words;
}

export const sampleItem = (values: Partial<ReportItem> = {}): ReportItem => ({
  code: '1.1',
  kind: 'prerequisite',
  title: 'De directie staat achter een concreet doel.',
  gap: 'Er is nog geen doel op papier.',
  essential: false,
  legal: null,
  answer: 'Een begin',
  meaning: 'Er is over gesproken, maar er staat niets op papier.',
  glyph: 1,
  others: [],
  who: 'HR of directie',
  when: '20 november 2026',
  reason: '',
  ownReason: '',
  note: '',
  proof: '',
  neededBy: 3,
  weight: 2,
  met: 4,
  of: 12,
  ...values,
});

export const sampleAction = (values: Partial<ReportAction> = {}): ReportAction => ({
  id: 'action-1',
  title: 'Geef elke shift een vaste buddy',
  items: ['4.1 Elke shift heeft een buddy.'],
  owner: 'Hoofd van de keuken',
  due: '15 januari 2027',
  dueDate: '2027-01-15',
  status: 'Nog te starten',
  statusId: 'todo',
  instrument: 'Begeleidingspremie',
  note: '',
  done: null,
  ...values,
});

const levelNames: [string, string][] = [
  ['Verkennen', 'Kijken en kennismaken'],
  ['Voorbereiden', 'Bezoeken en meekijkdagen'],
  ['Proberen', 'Een stage, met een jobcoach erbij'],
  ['Aanwerven', 'Een contract, met steun'],
  ['Verankeren', 'Jullie kunnen dit herhalen'],
];

const profile: [string, number, number][] = [
  ['Draagvlak en leiding', 83, 83],
  ['Werk en taken', 71, 71],
  ['Kiezen en kennismaken', 62, 75],
  ['Begeleiding op de werkvloer', 48, 48],
  ['Veiligheid en aanpassingen', 67, 67],
  ['Uren en bereikbaarheid', 57, 57],
  ['Taal en omgang', 50, 70],
  ['Contract, loon en steun', 33, 33],
  ['Opvolging en groei', 25, 40],
];

const thresholds: [string, string, 2 | 3, string][] = [
  ['Op drukke momenten valt de begeleiding weg.', 'Komt voor, niets aan gedaan', 3, 'Begeleiding op de werkvloer'],
  ['De vroege dienst is niet bereikbaar met het openbaar vervoer.', 'Komt voor, niets aan gedaan', 3, 'Uren'],
  ['Na de stage is er geen zekerheid over een plaats.', 'Deels aangepakt', 2, 'Kiezen en kennismaken'],
  ['Het papierwerk voor steun blijft liggen.', 'Deels aangepakt', 2, 'Contract, loon en steun'],
];

/** A full report of a care home in Dutch; a test states only what it changes. */
export const sampleReport = (values: Partial<Report> = {}): Report => ({
  format: 'toolbox-doorstroom/report',
  version: 1,
  language: 'nl',
  appVersion: '0.1.0',
  checklistRef: 'care@1',
  frozen: true,
  date: '2026-11-23T09:30:00.000Z',
  title: 'Zelfscan Zorg',
  meta: 'Zelfscan · woonzorgcentrum · 100 tot 249 medewerkers · Oost-Vlaanderen · 23 november 2026',
  label: 'Keuken, gelijkvloers',
  headline: 'Jullie zijn klaar om te proberen',
  permits:
    'Je kunt een stage aanbieden, met een jobcoach erbij. Voor een vast contract moeten jullie nog drie zaken regelen.',
  notes: [
    'Voorlopig resultaat: 2 vragen staan nog open.',
    'Ingediend op 23 november 2026. Wat daarna veranderde, staat hier niet in.',
    'Vragenlijst Zorg, versie 1. Toolbox Doorstroom 0.1.0.',
  ],
  levels: levelNames.map(([name, short], index) => ({
    number: index + 1,
    name,
    short,
    here: index === 2,
    reached: index <= 2,
    worst: index === 0 ? null : 92 - 12 * index,
    best: index === 0 ? null : 95 - 10 * index,
    bar: [null, 60, 60, 70, 80][index] ?? null,
    holds: index < 3 ? [] : ['4.1 Op sommige shifts is er geen buddy.', 'Score 56 op 100, nodig is 70'],
  })),
  way: {
    heading: 'De kortste weg naar niveau 4',
    intro: 'Met 3 maatregelen halen jullie niveau 4.',
    steps: [
      ['Geef elke shift een vaste buddy', true, false],
      ['Spreek af wie jullie bellen als het moeilijk loopt', false, true],
      ['Plan opvolging na 1, 3, 6 en 12 maanden', false, false],
    ].map(([title, essential, legal]) => ({
      title: String(title),
      detail: 'Vraag deze week wie het wil doen. Meestal doet dit: hoofd van de keuken.',
      effect: 'Score voor niveau 4: van 48 naar 57',
      findOut: false,
      legal: Boolean(legal),
      essential: Boolean(essential || legal),
    })),
    goal: 'Daarna staan jullie op niveau 4, Aanwerven.',
  },
  thresholds: thresholds.map(([title, status, glyph, dimension]) => ({ title, status, glyph, dimension })),
  profile: profile.map(([name, worst, best]) => ({ name, worst, best })),
  context: [
    { question: 'Hoeveel mensen werken bij jullie?', answer: '100 tot 249 medewerkers' },
    { question: 'Waar is de werkplek?', answer: 'Oost-Vlaanderen' },
  ],
  sections: profile.map(([name], index) => ({
    name,
    items: [
      sampleItem({ code: `${index + 1}.1` }),
      sampleItem({
        code: `${index + 1}.2`,
        kind: 'threshold',
        title: 'Taken schuiven mee met de bezetting van de dag.',
        gap: 'Taken schuiven mee met de bezetting van de dag.',
        essential: true,
        answer: 'Komt voor, niets aan gedaan',
        meaning: 'De taken hangen af van wie er die dag is.',
        glyph: 3,
        note: 'Vooral op maandag.',
        proof: 'Gezien in het uurrooster van november.',
      }),
    ],
  })),
  actions: [
    sampleAction(),
    sampleAction({
      id: 'action-2',
      title: 'Hang de fotokaarten op',
      due: '',
      dueDate: null,
      status: 'Klaar',
      statusId: 'done',
      note: 'Samen met de ploeg van de vroege.',
      done: 'door de teamleider, op 3 mei 2027. Gezien: de kaarten hangen er.',
    }),
  ],
  instruments: [
    {
      name: 'Begeleidingspremie',
      summary: 'Geld voor de uren van wie begeleidt.',
      conditions: ['De VDAB erkent de nood aan begeleiding.', 'Er is een contract.'],
      decides: 'Departement WSE',
      applies: 'De werkgever, binnen een jaar na de start.',
      amounts: ['Tot 1.000 euro per kwartaal (2026)'],
      caution: 'Het bedrag kan per jaar wijzigen.',
      source: 'Individueel maatwerk (Departement WSE)',
      url: 'https://www.vlaanderen.be/individueel-maatwerk',
      checked: 'Nagekeken op 3 november 2026',
    },
  ],
  contradictions: ['Jullie zeggen dat er elke shift een buddy is, maar ook dat begeleiding wegvalt. Hoe zit dat?'],
  words: wordsOf('nl', 'https://toolboxdoorstroom.example/nl'),
  closing: 'Dit is een hulpmiddel, geen keuring.',
  ...values,
});
