import type { ServerBuild } from '@remix-run/node';

/** One route of the build: `pattern` as in /:lang/sectors/:sector, and what the address says for it. */
export type PageMatch = { id: string; pattern: string; params: Record<string, string> };

/** The route of an address; null when the framework has to look. */
export type Match = (pathname: string) => PageMatch | null;

type Pattern = { id: string; pattern: string; form: RegExp; names: string[]; score: number; order: number };

/**
 * Finds the route of an address as the framework does, but reads the table of routes once instead of at every request.
 * Only for plain addresses: what is encoded, doubled or ends in a slash is left to the framework (null).
 */
export function pageMatcher(routes: ServerBuild['routes']): Match {
  const patterns = Object.values(routes)
    .filter((one) => one?.parentId === 'root')
    .flatMap((one, order) =>
      withAndWithoutOptional(one?.path ?? '').map((path) => patternOf(one?.id ?? '', path, order)),
    )
    .sort((a, b) => b.score - a.score || a.order - b.order);
  return (pathname) => {
    if (!/^(\/[\w.~-]+)+$/.test(pathname)) return null;
    for (const { id, pattern, form, names } of patterns) {
      const found = form.exec(pathname);
      if (!found) continue;
      const params = Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
      return { id, pattern, params };
    }
    return null;
  };
}

/** a/:b? is a/:b and a. */
function withAndWithoutOptional(path: string): string[] {
  const optional = /\/[^/]+\?$/.exec(path)?.[0];
  return optional ? [path.slice(0, -1), path.slice(0, -optional.length)] : [path];
}

function patternOf(id: string, path: string, order: number): Pattern {
  const segments = path.split('/');
  const names = segments.filter((one) => one.startsWith(':')).map((one) => one.slice(1));
  const form = segments.map((one) =>
    one === '*' ? '.*' : one.startsWith(':') ? '([^/]+)' : one.replaceAll('.', '\\.'),
  );
  return {
    ...{ id, pattern: `/${path}`, names, score: scoreOf(segments), order },
    // api/* is also api.
    form: new RegExp(`^/${form.join('/').replace(/\/\.\*$/, '(?:/.*)?')}$`, 'i'),
  };
}

/** What the framework ranks by: a fixed part weighs more than one that varies, and a rest least. */
const scoreOf = (segments: string[]): number =>
  segments.reduce(
    (score, one) => score + (one === '*' ? -2 : one.startsWith(':') ? 3 : one === '' ? 1 : 10),
    segments.length,
  );
