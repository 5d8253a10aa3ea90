import { createContext, type ReactNode, useContext } from 'react';
import { type Speech, useWords } from './words.tsx';

/** Gives the HTML of a part of a page: made before, or drawn now. `of` and `key` say everything it depends on. */
export type Fragments = (of: object, key: string, speech: Speech, draw: () => ReactNode) => string;

const FragmentContext = createContext<Fragments | null>(null);
export const FragmentProvider = FragmentContext.Provider;

type Props = {
  /** What it shows, such as an item: an object that lives as long as the content, one per language. */
  of: object;
  /** Everything else it shows, as text; null for what must not be kept, because somebody typed it. */
  by: string | null;
  /** An address inside it that differs per workplace: letters, digits and - _ / only. */
  url: string;
  labelled?: string | undefined;
  draw: (url: string) => ReactNode;
};

/**
 * A fieldset that is the same for many people. Where the server makes a page that does not hydrate, its HTML is made once
 * and taken again; everywhere else it is drawn as ever. Draws nothing that must be remembered as said.
 */
export const KeptFieldset = ({ of, by, url, labelled, draw }: Props) => {
  const speech = useWords();
  const fragments = useContext(FragmentContext);
  if (!fragments || by === null || !/^[\w/-]+$/.test(url))
    return <fieldset aria-describedby={labelled}>{draw(url)}</fieldset>;
  const html = fragments(of, by, speech, () => draw(place)).replaceAll(place, url);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React itself; the address holds nothing to escape
  return <fieldset aria-describedby={labelled} dangerouslySetInnerHTML={{ __html: html }} />;
};

/** Stands where the address will stand. */
const place = '/-address-of-this-workplace-';
