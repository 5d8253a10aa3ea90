import { lindeTrolleys } from './linde-trolleys.ts';
import { type DemoPilot, journal, lesson, partner, phase } from './pilot-scenes.ts';

const begin = {
  from: '',
  title: 'Een vaste job met karren en kasten',
  sector: 'care',
  setting: 'Demo: twee afdelingen van een woonzorgcentrum met 120 bewoners',
  question:
    'Kan iemand uit een maatwerkbedrijf een jaar later nog op de afdeling werken, en wat moet er daarvoor eerst in orde zijn?',
  startsOn: { on: { days: -660 } },
  endsOn: { on: { days: -40 } },
};

/** All nine phases of the trolleys of De Linde, read again and confirmed by its four partners. */
export const trolleyPilot: DemoPilot = {
  daysAgo: 660,
  begin,
  links: { daysAgo: 600, codes: [lindeTrolleys.code] },
  scenes: [
    partner(
      658,
      'employer',
      'Demo: De Linde',
      'Maakte van taken die tussendoor gebeurden één halftijdse job, en gaf de begeleider twee uur per week in het uurrooster.',
    ),
    partner(
      658,
      'coaching',
      'Demo: jobcoaching Het Windscherm',
      'Keek mee op de vloer, liep de taken na met het hoofd van de afdeling, en was er na het contract elke maand minder.',
    ),
    partner(
      656,
      'social-economy',
      'Demo: maatwerkbedrijf De Knijper',
      'Bleef werkgever tot het contract, liet twee collega’s kijken voor ze kozen, en hield hun plaats vrij.',
    ),
    partner(
      640,
      'federation',
      'Demo: Zorg Vooruit',
      'Bracht de lessen bij de andere leden, en vraagt nu in haar eigen editie naar een bezoek bij een huis waar het al loopt.',
    ),
    journal(
      0,
      659,
      'Eerste gesprek met de directie, het hoofd van de afdeling en het CPBW. De vraag: blijft er zo meer tijd voor zorg?',
    ),
    phase(0, 652, {
      deliverables: ['charter', 'roles', 'agreement'],
      note: 'Directie, maatwerkbedrijf en CPBW tekenden één blad: één halftijdse plaats, en niemand verliest uren.',
    }),
    journal(
      1,
      650,
      'HR en het hoofd van de afdeling vulden de zelfscan apart in. Over de begeleiding dachten ze anders.',
    ),
    phase(1, 646, {
      deliverables: ['profile', 'blocking-points'],
      note: 'Er was een doel, maar geen werkfiche en geen vaste buddy. De zware kar met drank was nooit beoordeeld.',
    }),
    journal(2, 625, 'Twee voormiddagen op de vloer, met het uur bij elke taak.'),
    phase(2, 618, {
      deliverables: ['task-inventory', 'carved-job'],
      note: 'Van 31 taken maken er 12 samen een job: bedden opmaken, karren en kasten vullen. Aan bed helpen hoort er nooit bij.',
    }),
    phase(3, 606, {
      deliverables: ['actions', 'support-asked'],
      note: 'Zes acties in tien weken. De werkfiche en de kleinere karren kostten weinig. Tijd voor de buddy vinden kostte het meest.',
    }),
    journal(4, 590, 'Het team ging kijken in het maatwerkbedrijf, en twee collega’s van daar kwamen een dag kijken.'),
    phase(4, 575, {
      deliverables: ['visits', 'interest'],
      note: 'Na het bezoek vroeg het team niet meer óf het kon, maar wie er begon.',
    }),
    journal(
      5,
      527,
      'Twee zieken in de zorg. Er kwamen toch taken bij. We maakten samen een lijst van wat altijd voorgaat.',
    ),
    phase(5, 456, {
      deliverables: ['stage-agreement', 'learning-goals', 'weekly-review'],
      note: 'Het werk lukte. Het uurrooster niet meteen: het weekend begon te snel, zonder buddy.',
    }),
    journal(6, 448, 'De tweede zelfscan na de stage: de begeleider is opgeleid en heeft vaste tijd.'),
    phase(6, 436, {
      deliverables: ['contract-signed', 'support-plan', 'colleague-coach'],
      note: 'Het plan voor de begeleiding lag klaar voor de eerste contractdag. Zo viel er geen week zonder steun.',
    }),
    journal(7, 345, 'Vanaf nu regelt het huis de begeleiding zelf. De jobcoach belt één keer per maand.'),
    phase(7, 76, {
      deliverables: ['reviews'],
      note: 'Na zes maanden kwam er een ander hoofd van de afdeling. De afspraken stonden op één blad en bleven gelden.',
    }),
    lesson(
      60,
      'advice',
      'Begin de stage pas als de werkfiche en de buddy er zijn. Dat duurde hier tien weken, en het kostte vooral overleg.',
      'task-card',
    ),
    lesson(
      60,
      'advice',
      'Laat het weekend weg in de eerste drie maanden, of zet er een tweede buddy bij.',
      'hard-shifts',
    ),
    lesson(
      59,
      'advice',
      'Aan wie steun regelt: laat de aanvraag lopen tijdens de stage, zodat de steun er is op de eerste contractdag.',
      'imw-route-known',
    ),
    lesson(
      58,
      'worked',
      'Eén blad met afspraken, dat een nieuw hoofd van de afdeling kan overnemen.',
      'manager-changes',
    ),
    lesson(58, 'worked', 'Een badge en één vaste zin voor bewoners en familie die om hulp vragen.', 'family-contact'),
    lesson(
      57,
      'did-not-work',
      'Een vast uurrooster met meteen elk tweede weekend. In het weekend was er niemand om iets aan te vragen.',
      'hard-shifts',
    ),
    lesson(
      57,
      'did-not-work',
      'Na een overlijden eerst iedereen van de zorg opvangen. De collega van de karren hoorde het als laatste.',
      'heavy-moments',
    ),
    phase(8, 45, {
      deliverables: ['case-sheet', 'lessons', 'sector-version', 'session'],
      note: 'Op het moment bij de federatie waren negen huizen. Twee willen het nadoen, elk met een ander soort taken.',
    }),
    {
      form: 'record',
      daysAgo: 42,
      fields: {
        ...begin,
        intent: 'about',
        answer:
          'Ja, als de job vastligt voor de stage begint. Een jaar na het contract loopt het werk nog zoals afgesproken. Wat telde: een werkfiche, een buddy met vaste tijd, en afspraken die blijven als de leiding verandert. Wat niet lukte: van bij het begin in het weekend werken.',
      },
    },
    { form: 'record', daysAgo: 40, fields: { intent: 'finish' } },
    { form: 'confirm', daysAgo: 33, fields: {} },
    { form: 'publish', daysAgo: 30, fields: { intent: 'publish' } },
  ],
};
