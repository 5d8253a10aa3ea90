/**
 * Keeps what was made of something that never changes, by a name, for as long as that something is there. `make` must
 * depend on those two alone, and nobody may change what it gives.
 */
export function madeOnce<Of extends object, Made>(): (of: Of, name: string, make: () => Made) => Made {
  const all = new WeakMap<Of, Map<string, Made>>();
  return (of, name, make) => {
    const known = all.get(of) ?? new Map<string, Made>();
    all.set(of, known);
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as Made;
  };
}
