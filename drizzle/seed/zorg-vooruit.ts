import type { EditionContent, Texts } from '#app/domain/edition.ts';

/** A fictional federation of care and its editions; nothing here is offered by anybody. */

const say = (nl: string, en: string): Texts => ({ nl, en });

export const zorgVooruit = {
  name: 'Zorg Vooruit (verzonnen)',
  daysAgo: 760,
  owner: { person: 'federation', label: 'Sectorconsulent' },
  /** Two steps towards a door that stands open. */
  logo: [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 36"><title>Zorg Vooruit</title>',
    '<path fill="#7a2f5d" d="M4 32V22h8v10zM14 32V14h8v18zM24 32V4h12v28h-3V7h-6v25z"/>',
    '<circle cx="30" cy="20" r="1.5" fill="#7a2f5d"/>',
    '<path fill="#1f4e8c" d="M46 8h64v6H46zM46 20h44v6H46z"/></svg>',
  ].join(''),
} as const;

const published: EditionContent = {
  languages: ['nl', 'en'],
  name: say('Zorg Vooruit: samen doorstromen', 'Zorg Vooruit: moving on together'),
  logo: null,
  logoText: say('Logo van Zorg Vooruit', 'Logo of Zorg Vooruit'),
  accent: '#7a2f5d',
  intro: say(
    'Onze leden zoeken collega’s. Mensen uit de sociale economie zoeken een kans. Kijk met deze zelfscan of jullie plek klaar is.',
    'Our members look for colleagues. People in the social economy look for a chance. See with this self-scan whether your place is ready.',
  ),
  contacts: [
    {
      id: 'own-consulent',
      role: say('Sectorconsulent', 'Sector adviser'),
      email: 'consulent@zorg-vooruit.example',
      phone: '',
    },
  ],
  hidden: ['family-contact'],
  items: [
    {
      id: 'own-peer-workplace',
      dimension: 'commitment',
      kind: 'prerequisite',
      title: say(
        'We gingen kijken bij een huis dat al een collega uit de sociale economie heeft.',
        'We went to see a house that already has a colleague from the social economy.',
      ),
      negative: say('We zagen nog geen huis waar dit al loopt.', 'We have not seen a house where this already works.'),
      anchors: [
        say('We spraken er nog met niemand over.', 'We have not talked to anybody about it.'),
        say('We weten bij wie we kunnen gaan kijken.', 'We know where we can go and see.'),
        say('Het bezoek is gepland.', 'The visit is planned.'),
        say(
          'HR en de teamleider gingen kijken en vertelden erover op de vloer.',
          'HR and the team lead went to see and told the floor about it.',
        ),
      ],
      why: say(
        'Wie het bij anderen ziet, begint met minder vragen.',
        'Who sees it elsewhere begins with fewer questions.',
      ),
      source: say(
        'Afspraak van het verzonnen leerplatform van Zorg Vooruit.',
        'Agreement of the fictional learning platform of Zorg Vooruit.',
      ),
      example: say(
        'Twee mensen van de keuken lopen een voormiddag mee in een ander huis.',
        'Two people of the kitchen spend a morning in another house.',
      ),
      lookAt: say(
        'De datum van het bezoek en wat jullie eruit meenamen.',
        'The date of the visit and what you learned.',
      ),
      neededBy: 2,
      remedies: ['own-visit-peer'],
    },
    {
      id: 'own-shift-swap',
      dimension: 'hours',
      kind: 'threshold',
      title: say('Diensten worden de dag zelf nog geruild.', 'Shifts are still swapped on the day itself.'),
      negative: say('Diensten worden de dag zelf nog geruild.', 'Shifts are still swapped on the day itself.'),
      anchors: [
        say(
          'Het gebeurt elke week. We deden er nog niets aan.',
          'It happens every week. We have done nothing about it.',
        ),
        say('Voor sommige mensen staat de dienst vast.', 'For some people the shift is fixed.'),
        say(
          'Voor deze functie ruilt niemand nog op de dag zelf.',
          'For this job nobody swaps on the day itself any more.',
        ),
        say('Hier wordt niet geruild.', 'There is no swapping here.'),
      ],
      why: say('Een vaste dienst geeft rust in de eerste maanden.', 'A fixed shift gives calm in the first months.'),
      source: say(
        'Wat leden vertelden op een verzonnen studiedag van Zorg Vooruit.',
        'What members told at a fictional study day of Zorg Vooruit.',
      ),
      example: say(
        'De weekplanning hangt er op donderdag en blijft zo.',
        'The weekly plan is up on Thursday and stays that way.',
      ),
      lookAt: say('De planning van vorige maand.', 'The plan of last month.'),
      neededBy: 3,
      remedies: ['own-visit-peer'],
    },
  ],
  remedies: [
    {
      id: 'own-visit-peer',
      title: say('Ga kijken bij een ander huis', 'Go and see another house'),
      week: say('Vraag de sectorconsulent welk huis past.', 'Ask the sector adviser which house fits.'),
      quarter: say(
        'Ga met twee kijken en vertel het op het teamoverleg.',
        'Go with two people and tell the team meeting.',
      ),
      who: say('HR en teamleider', 'HR and team lead'),
      effort: 1,
      call: say('Sectorconsulent van Zorg Vooruit', 'Sector adviser of Zorg Vooruit'),
      instruments: ['own-travel-fund'],
      helps: [],
    },
  ],
  instruments: [
    {
      id: 'own-travel-fund',
      name: say('Kijkfonds Zorg Vooruit (verzonnen)', 'Zorg Vooruit visiting fund (fictional)'),
      summary: say(
        'Een verzonnen fonds dat vervanging betaalt tijdens een bezoek.',
        'A fictional fund that pays for cover during a visit.',
      ),
      conditions: say('Alleen in deze demo.', 'Only in this demo.'),
      decides: say('Het verzonnen bureau van Zorg Vooruit.', 'The fictional office of Zorg Vooruit.'),
      applies: say('De werkgever, twee weken vooraf.', 'The employer, two weeks before.'),
      source: say('Verzonnen voor de demo.', 'Made up for the demo.'),
      checked: '2026-11-01',
    },
  ],
};

/** What the demo shows: a published edition of care, and a draft that still lacks something. */
export const demoEditions = [
  { slug: 'zorg-vooruit', sector: 'care', daysAgo: 740, published: true, content: published },
  {
    slug: 'logistiek-vooruit',
    sector: 'logistics',
    daysAgo: 5,
    published: false,
    content: {
      ...published,
      name: say('Zorg Vooruit: de logistieke dienst', ''),
      accent: '#e0a800',
      hidden: [],
      items: [],
      remedies: [],
      instruments: [],
    },
  },
] as const satisfies readonly {
  slug: string;
  sector: 'care' | 'logistics';
  daysAgo: number;
  published: boolean;
  content: EditionContent;
}[];
