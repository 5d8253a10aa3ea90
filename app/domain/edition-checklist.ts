import type {
  Checklist,
  ChecklistEdition,
  DimensionId,
  Instrument,
  Item,
  Language,
  Remedy,
  RemedyLink,
  Source,
} from './checklist.ts';
import type { EditionContent, EditionInstrument, EditionItem, EditionRemedy, Texts } from './edition.ts';
import { editionRef } from './edition-ref.ts';
import { sayIn } from './edition-texts.ts';

/** A published version as it is laid over a checklist; a draft has `number` 0 and no ids. */
export type EditionLayer = {
  id: string;
  editionId: string;
  slug: string;
  number: number;
  /** Name of the federation. */
  by: string;
  content: EditionContent;
};

type Say = (texts: Texts) => string;

/**
 * The core checklist with the layer of a federation: hidden items gone, own items behind those of their dimension, own
 * remedies and instruments beside ours. Whatever the layer says, verdict, scores and shortest way are the core's: own
 * items are in no verdict, and what an own remedy does for a core item stands apart.
 */
export function withEdition(checklist: Checklist, layer: EditionLayer, language: Language): Checklist {
  const { content } = layer;
  const say: Say = (texts) => sayIn(texts, language, content.languages);
  return {
    ...checklist,
    ref: editionRef({ core: checklist.ref, slug: layer.slug, number: layer.number }),
    items: itemsOf(checklist, content, say),
    remedies: [...checklist.remedies, ...content.remedies.map((one) => remedyOf(one, say))],
    instruments: [...checklist.instruments, ...content.instruments.map((one) => instrumentOf(one, say))],
    sources: [...checklist.sources, ...sourcesOf(layer, say)],
    edition: editionOf(layer, say),
  };
}

function itemsOf(checklist: Checklist, { items, remedies, hidden }: EditionContent, say: Say): Item[] {
  const core = checklist.items.filter(({ id }) => !hidden.includes(id)).map((item) => helped(item, remedies));
  const own = items.map((item) => itemOf(item, say));
  return checklist.dimensions.flatMap(({ id }) => [...core, ...own].filter(({ dimension }) => dimension === id));
}

/** The answer that an own remedy leads to: that a threshold does not occur can only be found, not made. */
const leadsTo = ({ kind }: Pick<Item, 'kind'>): RemedyLink['to'] => (kind === 'prerequisite' ? 'in-place' : 'tackled');

function helped(item: Item, remedies: EditionRemedy[]): Item {
  const alsoHelps = remedies
    .filter(({ helps }) => helps.includes(item.id))
    .map(({ id }) => ({ id, to: leadsTo(item) }));
  return alsoHelps.length > 0 ? { ...item, alsoHelps } : item;
}

const itemOf = (item: EditionItem, say: Say): Item => ({
  id: item.id,
  dimension: item.dimension as DimensionId,
  kind: item.kind,
  title: say(item.title),
  negative: say(item.negative),
  anchors: item.anchors.map(say) as Item['anchors'],
  why: say(item.why),
  sources: [sourceId(item)],
  example: say(item.example),
  lookAt: say(item.lookAt),
  neededBy: item.neededBy,
  weight: 1,
  essential: false,
  legal: null,
  naReasons: [],
  validMonths: 12,
  hideable: true,
  onlyFor: {},
  remedies: item.remedies.map((id) => ({ id, to: leadsTo(item) })),
  own: true,
});

const remedyOf = ({ id, effort, instruments, ...words }: EditionRemedy, say: Say): Remedy => ({
  id,
  effort,
  instruments,
  title: say(words.title),
  week: say(words.week),
  quarter: say(words.quarter),
  who: say(words.who),
  call: say(words.call),
});

/** Amounts and cautions are not asked: what a federation offers itself is described in words. */
const instrumentOf = (instrument: EditionInstrument, say: Say): Instrument => ({
  id: instrument.id,
  name: say(instrument.name),
  summary: say(instrument.summary),
  conditions: [say(instrument.conditions)],
  decides: say(instrument.decides),
  applies: say(instrument.applies),
  amounts: [],
  caution: '',
  source: sourceId(instrument),
  checked: instrument.checked,
  flemish: false,
  sectors: [],
});

const sourceId = ({ id }: { id: string }): string => `source-of-${id}`;

const sourcesOf = ({ content, by }: EditionLayer, say: Say): Source[] =>
  [...content.items, ...content.instruments].map((one) => ({
    id: sourceId(one),
    title: say(one.source),
    publisher: by,
    year: null,
    url: null,
  }));

const editionOf = ({ id, editionId, slug, number, by, content }: EditionLayer, say: Say): ChecklistEdition => ({
  id: editionId,
  versionId: id,
  slug,
  number,
  by,
  name: say(content.name),
  logo: content.logo,
  logoText: say(content.logoText),
  accent: content.accent,
  intro: say(content.intro),
  contacts: content.contacts.map(({ role, ...rest }) => ({ ...rest, role: say(role) })),
});
