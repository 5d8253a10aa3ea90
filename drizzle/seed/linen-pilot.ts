import { lindeLinen } from './linde-linen.ts';
import { type DemoPilot, journal, lesson, partner, phase } from './pilot-scenes.ts';

/** A steady job out of the linen of De Linde: from the first talk to a stage that runs. */
export const linenPilot: DemoPilot = {
  daysAgo: 120,
  begin: {
    from: '',
    title: 'Een vaste job uit het linnen',
    sector: 'care',
    setting: 'Demo: kamers en linnen van een woonzorgcentrum met 120 bewoners',
    question:
      'Kan een woonzorgcentrum van losse taken in het linnen een vaste halftijdse job maken, en wat moet er dan eerst in orde zijn?',
    startsOn: { on: { days: -120 } },
    endsOn: { on: { months: 9, days: 0 } },
  },
  links: { daysAgo: 6, codes: [lindeLinen.code] },
  scenes: [
    partner(
      118,
      'employer',
      'Demo: De Linde',
      'Maakte van losse taken een halftijdse job, gaf een buddy elke shift tijd, en legde de gesprekken vast in de agenda.',
    ),
    partner(
      118,
      'coaching',
      'Demo: jobcoaching Het Windscherm',
      'Keek mee op de vloer, maakte met het hoofd van de schoonmaak de lijst van taken, en kwam elke week langs.',
    ),
    partner(
      110,
      'social-economy',
      'Demo: maatwerkbedrijf De Knijper',
      'Liet kandidaten twee keer kijken voor ze kozen, en bleef tijdens de stage de werkgever.',
    ),
    journal(
      0,
      119,
      'Eerste gesprek met de directie. De vraag komt van het hoofd van de schoonmaak: het linnen blijft liggen.',
    ),
    phase(0, 112, {
      deliverables: ['charter', 'roles', 'agreement'],
      note: 'De directie, het maatwerkbedrijf en het CPBW zaten één keer samen. De afspraken passen op één blad.',
    }),
    journal(1, 95, 'HR en het hoofd van de schoonmaak vulden de zelfscan elk apart in. Ze verschilden op drie punten.'),
    phase(1, 90, {
      deliverables: ['profile', 'blocking-points'],
      note: 'Wie begeleidt en wanneer, bleek het zwakste punt. De veiligheid was al goed geregeld.',
    }),
    journal(2, 82, 'Een voormiddag op de vloer. We schreven elke taak op, met het uur erbij.'),
    phase(2, 80, {
      deliverables: ['task-inventory', 'carved-job'],
      note: 'Van 23 taken bleven er 9 over die samen een job maken. Karren brengen naar de afdeling hoort er niet bij.',
    }),
    phase(3, 74, {
      deliverables: ['actions'],
      note: 'Vier acties, elk met een functie en een dag. Steun vragen kon pas bij een contract.',
    }),
    journal(
      4,
      60,
      'Een rondleiding in het woonzorgcentrum, en een week later een bezoek van het team aan het maatwerkbedrijf.',
    ),
    phase(4, 50, {
      deliverables: ['visits', 'interest'],
      note: 'Het bezoek van het team aan het maatwerkbedrijf nam meer vragen weg dan het eerste gesprek.',
    }),
    journal(
      5,
      20,
      'Drukke dag op de afdeling: er werd toch gevraagd om een kar te brengen. De buddy hield de afspraak aan.',
    ),
    journal(5, 7, 'Het hoofd van de schoonmaak plant de week nu rond de vaste taken.'),
    {
      form: 'phase',
      phase: 5,
      daysAgo: 5,
      fields: {
        status: 'doing',
        deliverables: ['stage-agreement', 'learning-goals', 'weekly-review'],
        doneOn: '',
        note: 'De taken liggen vast en de week verloopt rustig. De bus in de ochtend blijft het probleem.',
      },
    },
    lesson(
      4,
      'advice',
      'Begin met de taken, niet met de kandidaat: schrijf één voormiddag alles op, met het uur erbij.',
      'tasks-by-hour',
    ),
    lesson(
      4,
      'advice',
      'Vraag vóór de stage hoe iemand er in de vroege shift geraakt. Zonder bus schuift het begin een kwartier op.',
      'travel-early',
    ),
    lesson(
      4,
      'worked',
      'Een korte vaste takenlijst, en een buddy die nee mag zeggen tegen een extra vraag.',
      'tasks-shift',
    ),
    lesson(3, 'worked', 'Het team gaat kijken in het maatwerkbedrijf. Dat nam de meeste vragen weg.', 'visits-planned'),
    lesson(
      3,
      'did-not-work',
      'Alleen een bord met wat vandaag anders is. Iemand moet het bij het begin van de shift samen overlopen.',
      'briefing-missed',
    ),
  ],
};
