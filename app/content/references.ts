import { anchorValues } from '#app/domain/answer.ts';
import type { ContextQuestion } from '#app/domain/checklist.ts';
import type { ChecklistFile } from './schemas.ts';
import type { Problem, YamlFile } from './yaml-file.ts';

/** What a checklist may point to. */
export type Referable = {
  remedies: { nl: { id: string }[] };
  sources: { nl: { id: string }[] };
  context: { nl: Record<'size' | 'place' | 'shifts', ContextQuestion> };
};

type FileItem = ChecklistFile['sections'][number]['items'][number];

/** Ids in a checklist that lead nowhere or are used twice, and items that contradict their own kind, with their lines. */
export function danglingReferences(file: string, nl: YamlFile<ChecklistFile>, shared: Referable): Problem[] {
  const data = nl.data;
  if (!data) return [];
  const problems: Problem[] = [];
  const say = (path: PropertyKey[], message: string) => problems.push({ file, line: nl.line(path), message });
  const seen = new Set<string>();
  data.sections.forEach((section, s) => {
    section.items.forEach((item, i) => {
      const path = ['sections', s, 'items', i];
      if (seen.has(item.id)) say([...path, 'id'], `${item.id}: this id is used twice`);
      seen.add(item.id);
      for (const [part, message] of [...itemMistakes(item), ...unknownIds(item, data, shared)])
        say([...path, ...part], `${item.id}: ${message}`);
    });
  });
  data.contradictions.forEach((one, i) => {
    for (const { item } of one.when) if (!seen.has(item)) say(['contradictions', i], `${one.id}: no item ${item}`);
  });
  return problems;
}

type Mistake = [path: PropertyKey[], message: string];

function itemMistakes(item: FileItem): Mistake[] {
  const wrongTargets = item.remedies.flatMap(({ to }, at): Mistake[] =>
    to && !anchorValues(item.kind).includes(to) ? [[['remedies', at], `${to} is no answer of a ${item.kind}`]] : [],
  );
  return [
    ...wrongTargets,
    ...when(item.legal !== null && !item.essential, [], 'a legal duty must be essential'),
    ...when(item.hideable && item.essential, [], 'an essential item cannot be hideable'),
    ...when(
      item.kind === 'threshold' && item.naReasons.length > 0,
      ['naReasons'],
      'a threshold has no reasons for not applicable',
    ),
  ];
}

const when = (is: boolean, path: PropertyKey[], message: string): Mistake[] => (is ? [[path, message]] : []);

function unknownIds(item: FileItem, data: ChecklistFile, { remedies, sources, context }: Referable): Mistake[] {
  const options: Record<string, ContextQuestion['options']> = Object.fromEntries(
    Object.entries({ ...data.context, ...context.nl }).map(([key, one]) => [
      key,
      one.options as ContextQuestion['options'],
    ]),
  );
  const known = (list: { id: string }[] | undefined, id: string) => list?.some((one) => one.id === id) ?? false;
  const usedSources = [...item.sources, ...(item.legal ? [item.legal.source] : [])];
  return [
    ...item.remedies.flatMap(({ id }, at) =>
      when(!known(remedies.nl, id), ['remedies', at], `no remedy ${id} in remedies.yaml`),
    ),
    ...usedSources.flatMap((id) => when(!known(sources.nl, id), ['sources'], `no source ${id} in sources.yaml`)),
    ...Object.entries(item.onlyFor).flatMap(([key, ids]) =>
      (ids ?? []).flatMap((id) => when(!known(options[key], id), ['onlyFor', key], `${key} has no option ${id}`)),
    ),
  ];
}
