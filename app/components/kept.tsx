import { createContext, type ReactNode, useContext } from 'react';
import { type Speech, useWords } from './words.tsx';

/** Gives what stands for a part of a page that was made before, or is made now. `of` and `key` say all it depends on. */
export type Fragments = (
  of: object,
  key: string,
  url: string,
  speech: Speech,
  draw: (url: string) => ReactNode,
) => string;

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
  const html = fragments(of, by, url, speech, draw);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React itself; the address holds nothing to escape
  return <fieldset aria-describedby={labelled} dangerouslySetInnerHTML={{ __html: html }} />;
};
