import type { ServerBuild } from '@remix-run/node';

/** The pattern of a page's address, such as /:lang/sectors/:sector; the same few for every address there could be. */
export type PatternOf = (path: string) => string;

/** Reads the patterns of all pages once, so that finding one is a look in a table and holds nothing of the address. */
export function routePatterns(build: ServerBuild): PatternOf {
  const patterns = Object.values(build.routes).flatMap((route) => withAndWithout(fullPath(build, route.id)));
  const words = new Set(patterns.flatMap((pattern) => pattern.split('/').filter((part) => !isOpen(part))));
  const byShape = new Map(patterns.map((pattern) => [shape(pattern, (part) => !isOpen(part)), pattern]));
  return (path) => byShape.get(shape(path.replace(/\.data$/, ''), (part) => words.has(part))) ?? 'other';
}

const isOpen = (part: string): boolean => part.startsWith(':') || part === '*';

const shape = (path: string, isWord: (part: string) => boolean): string =>
  path
    .split('/')
    .map((part) => (isWord(part) ? part : ':'))
    .join('/');

function fullPath(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  const above = route?.parentId ? fullPath(build, route.parentId) : '';
  return [above === '/' ? '' : above, route?.path ?? ''].join('/').replace(/\/$/, '') || '/';
}

/** A last part that may be left out makes two patterns. */
const withAndWithout = (path: string): string[] =>
  path.endsWith('?') ? [path.slice(0, -1), path.replace(/\/[^/]*$/, '')] : [path];
