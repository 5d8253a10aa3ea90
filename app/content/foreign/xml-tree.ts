import sax from 'sax';
import { Refusal } from './file-notes.ts';

/** An element with its local name; text in `content` is as it stands, with the five entities of XML resolved. */
export type XmlElement = {
  name: string;
  line: number;
  attributes: Record<string, string>;
  content: (string | XmlElement)[];
};

export const xmlLimits = { depth: 60, elements: 20_000, attributes: 20, attributeLength: 10_000 } as const;

/** Elements whose text is a picture: it is never needed and can be most of the file. */
const pictures = new Set(['image', 'logo']);

/** No names of characters but the five of XML; the types of the package leave this out. */
const xmlAlone = { strictEntities: true } as object;

/** Reads XML without a document type: there are no entities but those of XML itself. Throws a Refusal. */
export function readXml(source: string): XmlElement {
  const parser = sax.parser(true, xmlAlone);
  const top: XmlElement = { name: '', line: 1, attributes: {}, content: [] };
  const open: XmlElement[] = [top];
  let elements = 0;
  let attributes = 0;
  let tagLine = 1;
  const line = () => parser.line + 1;
  const keep = (text: string) => {
    const within = open.at(-1);
    if (within && !pictures.has(within.name)) within.content.push(text);
  };

  parser.onerror = () => {
    throw new Refusal(line(), 'foreign-refusal.xml');
  };
  parser.ondoctype = () => {
    throw new Refusal(line(), 'foreign-refusal.doctype');
  };
  parser.onsgmldeclaration = parser.ondoctype;
  parser.onopentagstart = () => {
    tagLine = line();
    attributes = 0;
    elements += 1;
    if (elements > xmlLimits.elements)
      throw new Refusal(tagLine, 'foreign-refusal.too-many', { most: xmlLimits.elements });
    if (open.length > xmlLimits.depth)
      throw new Refusal(tagLine, 'foreign-refusal.too-deep', { most: xmlLimits.depth });
  };
  parser.onattribute = ({ value }) => {
    attributes += 1;
    if (attributes > xmlLimits.attributes || value.length > xmlLimits.attributeLength)
      throw new Refusal(line(), 'foreign-refusal.attributes');
  };
  parser.onopentag = (tag) => {
    const element = {
      name: localName(tag.name),
      line: tagLine,
      attributes: ownAttributes(tag.attributes),
      content: [],
    };
    open.at(-1)?.content.push(element);
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = keep;
  parser.oncdata = keep;

  parser.write(source).close();
  return rootOf(top);
}

function rootOf({ content }: XmlElement): XmlElement {
  const root = content.find((one) => typeof one !== 'string');
  if (!root) throw new Refusal(1, 'foreign-refusal.xml');
  return root;
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

const ownAttributes = (attributes: object): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), String(value)]));

/** The children with this name, in order. */
export const childrenOf = ({ content }: XmlElement, name: string): XmlElement[] =>
  content.filter((one): one is XmlElement => typeof one !== 'string' && one.name === name);

/** The first child with this name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element, name)[0];

/** Everything that is said within an element, elements within it too; empty for none. */
export const textOf = (element: XmlElement | undefined): string =>
  element?.content.map((one) => (typeof one === 'string' ? one : ` ${textOf(one)} `)).join('') ?? '';
