import { anchorValues } from '#app/domain/answer.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import { notYetKnown } from '#app/domain/context.ts';
import { withEdition } from '#app/domain/edition-checklist.ts';
import { itemCode, sectionsOf } from '#app/domain/progress.ts';
import type { Report } from '#app/domain/report.ts';
import { shortestWay } from '#app/domain/shortest-way.ts';
import type { ShownItem } from '#app/domain/shown-item.ts';
import { type CountedAnswers, judge } from '#app/domain/verdict.ts';
import { buildReport } from '#app/exports/build-report.ts';
import type { EditionVisit } from './edition-visit.server.ts';

/** The checklist with the draft over it, as a member would get it. Nothing of a preview is stored or counted. */
export function draftChecklist({ edition, checklist, organisation, language }: EditionVisit) {
  const layer = { id: '', editionId: '', slug: edition.slug, number: 0, by: organisation.name, content: edition.draft };
  const drafted = withEdition(checklist, layer, language);
  if (!drafted.edition) throw new Error('A checklist with an edition has none');
  return { ...drafted, edition: drafted.edition };
}

/** The items of one section as they are asked, without answers; null when there is no such section. */
export function previewSection(checklist: Checklist, id: string, askedBy: string) {
  const sections = sectionsOf(checklist, checklist.items, {});
  const section = sections.find(({ dimension }) => dimension.id === id);
  const shown = (item: Item): ShownItem => ({
    item,
    code: itemCode(sections, item.id),
    askedBy: item.own ? askedBy : null,
    sources: checklist.sources.filter((one) => item.sources.includes(one.id)),
    base: [],
    newId: '',
    fields: { value: '', reasonId: '', reasonText: '', note: '', proof: '' },
    rivals: [],
    beside: [],
    again: null,
    previous: null,
    earlier: [],
    error: null,
  });
  return section ? { ...section.dimension, number: section.number, items: section.items.map(shown) } : null;
}

/** The result that invented answers give: each item in turn a little better. */
export function previewReport({ services, t }: EditionVisit, checklist: Checklist): Report {
  const { items } = checklist;
  const counted: CountedAnswers = Object.fromEntries(
    items.map((item, at) => [
      item.id,
      { value: anchorValues(item.kind)[at % 4] ?? null, listedReason: false, disputed: false, expired: false },
    ]),
  );
  return buildReport(
    {
      checklist,
      context: { subSector: notYetKnown, size: notYetKnown, place: notYetKnown, targetJob: notYetKnown, shifts: [] },
      items,
      answers: [],
      earlier: [],
      counted,
      verdict: judge(checklist.levels, items, counted),
      way: shortestWay(checklist.levels, items, counted, checklist.remedies),
      actions: [],
      label: '',
      now: services.now().toISOString(),
      frozen: false,
      appVersion: services.appVersion,
      showNotes: false,
    },
    t,
  );
}
