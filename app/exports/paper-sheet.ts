import { anchorValues } from '#app/domain/answer.ts';
import type { Checklist, Item } from '#app/domain/checklist.ts';
import { letterOf, markOf, notApplicableMark, paperCodes, unknownMark } from '#app/domain/paper.ts';
import { type PaperItem, type PaperSheet, type PaperWords, paperWords } from '#app/domain/paper-sheet.ts';
import type { Translate } from '#app/domain/words.ts';

/** The blank sheet of a checklist, an edition's own items included; `t` speaks its language. */
export function paperSheet(checklist: Checklist, t: Translate, day: string): PaperSheet {
  const codes = paperCodes(checklist);
  return {
    language: checklist.language,
    day,
    title: t('paper.title', { checklist: checklist.name }),
    version: t('paper.version', { checklist: checklist.name, version: versionOf(checklist) }),
    intro: (['intro', 'intro-marks', 'intro-names'] as const).map((key) => t(`paper.${key}`)),
    context: contextOf(checklist, t),
    sections: checklist.dimensions
      .map(({ id, name, question }) => ({
        letter: letterOf(id),
        name,
        question,
        items: checklist.items
          .filter(({ dimension }) => dimension === id)
          .map((item) => paperItem(item, codes.get(item.id) ?? '', t)),
      }))
      .filter(({ items }) => items.length > 0),
    levels: checklist.levels.map(({ number, name, permits, bar }) => ({
      name: `${number} ${name}`,
      permits,
      bar: bar === null ? '' : t('paper.bar', { bar }),
    })),
    rules: (['rulesAnswers', 'rulesLevel', 'rulesOpen'] as const).map((key) => t(`report.word.${key}`)),
    words: Object.fromEntries(paperWords.map((key) => [key, t(`paper.word-${key}`)])) as PaperWords,
  };
}

/** 2, or 2 (winkels 3) in an edition. */
function versionOf({ ref, version }: Checklist): string {
  const [slug, number] = ref.split('+')[1]?.split('@') ?? [];
  return slug ? `${version} (${slug} ${number})` : String(version);
}

function contextOf({ context }: Checklist, t: Translate): PaperSheet['context'] {
  const keys = ['subSector', 'size', 'place', 'targetJob', 'shifts'] as const;
  return keys.map((key) => ({
    question: context[key].question,
    hint: t(key === 'shifts' ? 'paper.several' : 'paper.one'),
    options: context[key].options.map(({ label }) => label),
  }));
}

const paperItem = (item: Item, code: string, t: Translate): PaperItem => ({
  code,
  kind: item.kind,
  kindName: t(`kind.${item.kind}`),
  essential: item.legal ? t('item.legal') : item.essential ? t('item.essential') : '',
  title: item.title,
  answers: [
    ...anchorValues(item.kind).map((value, at) => ({
      mark: markOf(item, value),
      label: t(`answer.${value}`),
      text: item.anchors[at] ?? '',
    })),
    { mark: unknownMark, label: t('answer.unknown'), text: '' },
    ...(item.kind === 'prerequisite' ? notApplicable(item, t) : []),
  ],
});

const notApplicable = ({ naReasons }: Item, t: Translate): PaperItem['answers'] => [
  ...naReasons.map(({ label }, at) => ({
    mark: `${notApplicableMark}${at + 1}`,
    label: t('answer.not-applicable'),
    text: label,
  })),
  { mark: notApplicableMark, label: t('answer.not-applicable'), text: t('paper.own-reason') },
];
