/**
 * What a route says of itself: that it hydrates (with words its script may say later), and whose menu it shows: a
 * placement shows the menu of its coach, or that of the workplace to who reads it there. `ownApp`: put on a phone, it
 * opens there without the rest. `quick`: its loader only reads, and it does not hydrate, so that it can be made without the
 * framework. `kept`: it is the same for everybody all day, or until there are newer figures, and is answered from memory.
 */
export type RouteHandle = {
  quick?: true;
  kept?: 'day' | 'figures';
  hydrate?: string[];
  nav?: 'assessment' | 'person' | 'placement';
  bare?: boolean;
  ownApp?: boolean;
};
