import { anchorValues } from '#app/domain/answer.ts';
import type { ContextQuestion, Instrument, Item, Remedy, Source } from '#app/domain/checklist.ts';
import type { ChecklistFile, ContextFile } from './schemas.ts';
import type { Shared } from './shared.ts';
import type { Mistake, Path } from './yaml-file.ts';

/* Ids that lead nowhere or are used twice, and answers of the other kind. */

type HasId = { id: string };
type Placed<T> = { one: T; path: Path };
type FileItem = ChecklistFile['sections'][number]['items'][number];
type Contradiction = ChecklistFile['contradictions'][number];

export const repeatedIds = (list: HasId[], path: Path = []): Mistake[] => repeated(placed(list, path));

export const remedyMistakes = (remedies: Remedy[], instruments: Instrument[]): Mistake[] => [
  ...repeatedIds(remedies),
  ...remedies.flatMap((one, at) =>
    unknown(one.instruments, instruments).map((id) =>
      mistake([at, 'instruments'], one, `no instrument ${id} in instruments.yaml`),
    ),
  ),
];

export const instrumentMistakes = (instruments: Instrument[], sources: Source[]): Mistake[] => [
  ...repeatedIds(instruments),
  ...instruments.flatMap((one, at) =>
    unknown([one.source], sources).map((id) => mistake([at, 'source'], one, `no source ${id} in sources.yaml`)),
  ),
];

export const contextMistakes = (questions: ContextFile | ChecklistFile['context'], path: Path = []): Mistake[] =>
  Object.entries(questions).flatMap(([key, { options }]: [string, ContextQuestion]) =>
    repeatedIds(options, [...path, key, 'options']),
  );

/** Mistakes of a checklist; `name` is that of its file. */
export function checklistMistakes(file: ChecklistFile, name: string, shared: Shared): Mistake[] {
  const items = file.sections.flatMap((section, at) => placed(section.items, ['sections', at, 'items']));
  const contradictions = placed(file.contradictions, ['contradictions']);
  const options = { ...file.context, ...shared.context.nl };
  return [
    ...misplaced(file, name),
    ...contextMistakes(file.context, ['context']),
    ...repeated(items),
    ...items.flatMap((item) => [...ofItsKind(item), ...dangling(item, shared), ...limits(item, options)]),
    ...repeated(contradictions),
    ...contradictions.flatMap((one) => whenMistakes(one, items)),
  ];
}

function misplaced({ sector, version }: ChecklistFile, name: string): Mistake[] {
  const place = `${sector}/${version}.yaml`;
  return name.endsWith(`/${place}`) ? [] : [{ path: ['version'], message: `sector and version: expected in ${place}` }];
}

/** What an item says that does not go with its kind, or with its weight in the verdict. */
function ofItsKind({ one, path }: Placed<FileItem>): Mistake[] {
  const targets = one.remedies.flatMap(({ to }, at) =>
    to && !isAnswer(to, one) ? [mistake([...path, 'remedies', at], one, `${to} is no answer of a ${one.kind}`)] : [],
  );
  const says = (is: boolean, where: Path, message: string) => (is ? [mistake([...path, ...where], one, message)] : []);
  const hasReasons = one.kind === 'threshold' && one.naReasons.length > 0;
  return [
    ...targets,
    ...says(one.legal !== null && !one.essential, [], 'a legal duty must be essential'),
    ...says(one.hideable && one.essential, [], 'an essential item cannot be hideable'),
    ...says(hasReasons, ['naReasons'], 'a threshold has no reasons for not applicable'),
    ...repeatedIds(one.naReasons, [...path, 'naReasons']),
  ];
}

function dangling({ one, path }: Placed<FileItem>, { remedies, sources }: Shared): Mistake[] {
  const links = one.remedies.flatMap(({ id }, at) =>
    unknown([id], remedies.nl).map(() => mistake([...path, 'remedies', at], one, `no remedy ${id} in remedies.yaml`)),
  );
  const used = [...one.sources, ...(one.legal ? [one.legal.source] : [])];
  const missing = unknown(used, sources.nl).map((id) =>
    mistake([...path, 'sources'], one, `no source ${id} in sources.yaml`),
  );
  return [...links, ...missing];
}

const limits = ({ one, path }: Placed<FileItem>, questions: Record<string, ContextQuestion>): Mistake[] =>
  Object.entries(one.onlyFor).flatMap(([key, ids]) =>
    unknown(ids, questions[key]?.options ?? []).map((id) =>
      mistake([...path, 'onlyFor', key], one, `${key} has no option ${id}`),
    ),
  );

const whenMistakes = ({ one, path }: Placed<Contradiction>, items: Placed<FileItem>[]): Mistake[] =>
  one.when.flatMap(({ item: id, is }, at) => {
    const where = [...path, 'when', at];
    const item = items.find((other) => other.one.id === id)?.one;
    if (!item) return [mistake(where, one, `no item ${id}`)];
    return is
      .filter((value) => !isAnswer(value, item))
      .map((value) => mistake(where, one, `${value} is no answer of ${id}, a ${item.kind}`));
  });

const isAnswer = (value: string, { kind }: Pick<Item, 'kind'>) => (anchorValues(kind) as string[]).includes(value);

const unknown = (ids: string[], list: HasId[]) => ids.filter((id) => !list.some((one) => one.id === id));

const placed = <T>(list: T[], path: Path): Placed<T>[] => list.map((one, at) => ({ one, path: [...path, at] }));

const repeated = (list: Placed<HasId>[]): Mistake[] =>
  list
    .filter(({ one }, at) => list.findIndex((first) => first.one.id === one.id) < at)
    .map(({ one, path }) => mistake([...path, 'id'], one, 'this id is used twice'));

const mistake = (path: Path, { id }: HasId, message: string): Mistake => ({ path, message: `${id}: ${message}` });
