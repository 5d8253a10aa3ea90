import { createRequestHandler, type GetLoadContextFunction, type RequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { Match } from './page-matcher.ts';

/**
 * Hands a request to the framework, together with the one route that it is for. The framework reads its whole table of
 * routes up to ten times a request; with a hundred of them that cost more than most pages themselves.
 */
export function pageHandler(
  build: ServerBuild,
  match: Match,
  mode: string,
  getLoadContext: GetLoadContextFunction,
): RequestHandler {
  const whole = createRequestHandler({ build, mode, getLoadContext });
  const handlers = new Map<string, RequestHandler>();
  return (request, response, next) => {
    const id = isOfFramework(request.path) ? undefined : match(request.path.replace(/\.data$/, ''))?.id;
    if (id === undefined) return whole(request, response, next);
    const handle = handlers.get(id) ?? createRequestHandler({ build: onlyRoute(build, id), mode, getLoadContext });
    handlers.set(id, handle);
    return handle(request, response, next);
  };
}

/** Its own addresses: the table of routes for browsers, and the data of the first page. */
const isOfFramework = (path: string): boolean => path.startsWith('/_');

function onlyRoute(build: ServerBuild, id: string): ServerBuild {
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([one]) => one === 'root' || one === id));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
