import { showDay } from '#app/domain/calendar.ts';
import type { Language } from '#app/domain/checklist.ts';
import { coreRef } from '#app/domain/edition-ref.ts';
import { pilotLessonKinds } from '#app/domain/pilot.ts';
import type { PilotReport, PilotReportPart } from '#app/domain/pilot-report.ts';
import type { PilotStory } from '#app/domain/pilot-story.ts';
import { drawFindings, summaryOf } from './pilot-findings.server.ts';
import { listBlock, type StoryReader, titleOf } from './pilot-reader.ts';
import type { Services } from './services.ts';

/** The words of a story: first what it comes down to and what to do, then what was found, then how it went. */
export function drawStory(
  { services, language }: { services: Services; language: Language },
  story: PilotStory,
  day: string,
): PilotReport {
  const t = services.translate[language];
  const checklist = services.findCore(coreRef(story.checklistRef), language);
  if (!checklist) throw new Error(`No checklist ${story.checklistRef} for a pilot`);
  const reader = { services, language, t, checklist };
  const parts = [
    { id: 'summary', heading: t('pilot-story.summary'), intro: '', blocks: summaryOf(reader, story) },
    lessonPart(reader, story),
    aboutPart(reader, story),
    ...drawFindings(reader, story),
    processPart(reader, story),
  ];
  return {
    language,
    day,
    kicker: t('pilot-story.kicker', { organisation: story.organisation }),
    title: story.title,
    lead: story.setting,
    facts: factsOf(reader, story),
    parts: parts.filter(({ blocks }) => blocks.length > 0),
    words: {
      brand: t('site.name'),
      page: t('report.word.page'),
      closing: t(`pilot-story.closing-${story.reader}`, { day: showDay(language, `${day}T12:00:00Z`) }),
    },
  };
}

function factsOf({ language, t, checklist }: StoryReader, { organisation, startsOn, endsOn, partners }: PilotStory) {
  const show = (day: string | null) => (day ? showDay(language, `${day}T12:00:00Z`) : t('pilot-story.unknown-day'));
  return [
    { label: t('pilot-story.led-by'), text: organisation },
    { label: t('pilots.sector'), text: checklist.name },
    {
      label: t('pilot-story.period'),
      text: startsOn || endsOn ? t('pilot-story.from-to', { from: show(startsOn), to: show(endsOn) }) : '',
    },
    {
      label: t('pilot-story.partners'),
      text: partners
        .map(({ name }) => name)
        .filter(Boolean)
        .join(', '),
    },
  ].filter(({ text }) => text !== '');
}

function lessonPart({ t, checklist }: StoryReader, { lessons }: PilotStory): PilotReportPart {
  const said = ({ note, item, origin }: PilotStory['lessons'][number]) =>
    [
      note,
      item ? t('pilot-story.about-item', { item: titleOf(checklist, item) }) : '',
      origin ? t('pilot-story.from-pilot', { pilot: origin }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  const blocks = pilotLessonKinds.flatMap((kind) => {
    const points = lessons.filter((one) => one.kind === kind).map(said);
    return points.length > 0 ? [listBlock(t(`pilot-lesson.${kind}`), points)] : [];
  });
  return { id: 'lessons', heading: t('pilot-story.lessons'), intro: '', blocks };
}

function aboutPart({ t }: StoryReader, { partners }: PilotStory): PilotReportPart {
  const blocks = [
    ...partners.map(({ kind, name, contribution }) => ({
      heading: name || t('pilot.partner-unnamed'),
      tag: t(`pilot-partner.${kind}`),
      text: contribution,
      lists: [],
    })),
  ];
  return { id: 'about', heading: t('pilot-story.about'), intro: '', blocks };
}

function processPart({ services, language, t }: StoryReader, { phases }: PilotStory): PilotReportPart {
  const { guide } = services.findPilots(language);
  const blocks = phases.map(({ phase, status, deliverables, note, doneOn, entries }) => {
    const named = guide.phases[phase];
    const labels = (named?.deliverables ?? []).filter(({ id }) => deliverables.includes(id)).map(({ label }) => label);
    return {
      heading: t('pilot.phase-heading', { number: phase, title: named?.title ?? '' }),
      tag: doneOn ? t('pilot.done-on', { day: showDay(language, `${doneOn}T12:00:00Z`) }) : t(`pilot-status.${status}`),
      text: note,
      lists: [
        { label: t('pilot-story.deliverables'), points: labels },
        {
          label: t('pilot-story.journal'),
          points: entries.map((entry) => `${showDay(language, `${entry.day}T12:00:00Z`)}: ${entry.note}`),
        },
      ].filter(({ points }) => points.length > 0),
    };
  });
  return { id: 'process', heading: t('pilot-story.process'), intro: guide.synthesis, blocks };
}
