import type { EntryContext, ServerBuild } from '@remix-run/node';
import type { Language } from '#app/domain/checklist.ts';
import { isLanguage } from '#app/web/language.ts';
import type { RouteHandle } from '#app/web/route-handle.ts';
import type { Services } from '#app/web/services.ts';
import type { Match } from './page-matcher.ts';

/** A page that was asked for by GET. */
export type Asked = { pathname: string; search: string; cookie: string | undefined; nonce: string };

/**
 * Makes one page; null when the framework has to: it redirects, is not there, or went wrong.
 */
export type QuickPage = {
  handle: RouteHandle;
  headers: Record<string, string>;
  make: (asked: Asked) => Promise<Buffer | null>;
};

/** The entry of the build, which alone knows React. */
type Render = (page: {
  context: EntryContext;
  url: string;
  language: Language;
  services: Services;
  nonce: string;
}) => Buffer;
type Loader = (given: object) => Promise<unknown>;
type Module = { loader?: Loader; handle?: RouteHandle; headers?: () => Record<string, string>; default?: unknown };

/**
 * The pages whose loaders only read and which do not hydrate (`quick`): matched, loaded and drawn here, once and whole. The
 * framework does the same for every page, with requests and answers as streams; that costs several times the page itself.
 */
export function quickPages(
  build: ServerBuild,
  match: Match,
  services: Services,
): (pathname: string) => QuickPage | null {
  const { renderPage } = build.entry.module as unknown as { renderPage: Render };
  const drawings = new Map<string, ReturnType<typeof drawing>>();
  return (pathname) => {
    const found = match(pathname);
    const language = pathname.slice(1, 3);
    const module = found && (build.routes[found.id]?.module as Module | undefined);
    if (!found || !isLanguage(language) || !module?.handle?.quick) return null;
    const draw = drawings.get(found.id) ?? drawing(build, found.id);
    drawings.set(found.id, draw);
    return {
      handle: module.handle,
      headers: module.headers?.() ?? {},
      async make({ search, cookie, nonce }) {
        const url = `${services.baseUrl}${pathname}${search}`;
        const request = new Request(url, cookie ? { headers: { Cookie: cookie } } : {});
        const given = { request, params: found.params, context: { services, cspNonce: nonce, address: '' } };
        const data = await load(module.loader, given);
        const site = await (build.routes.root?.module as Module | undefined)?.loader?.(given);
        if (data === null) return null;
        const context = draw({ pathname, search, params: found.params, loaderData: { root: site, [found.id]: data } });
        return renderPage({ context, url, language, services, nonce });
      },
    };
  };
}

/** What a loader gives, as far as a page is made of it; answers of another kind are for the framework. */
async function load(loader: Loader | undefined, given: object): Promise<object | null> {
  try {
    const data = await loader?.(given);
    return isPlain(data) ? data : null;
  } catch {
    // It is thrown again there, and there it is logged and answered.
    return null;
  }
}

const isPlain = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

type Drawn = { pathname: string; search: string; params: Record<string, string>; loaderData: Record<string, unknown> };

/** What the framework's components need to draw one route: only that route and the root, not all hundred. */
function drawing(build: ServerBuild, id: string) {
  const routes = Object.fromEntries(['root', id].map((one) => [one, build.assets.routes[one]]));
  const routeModules = Object.fromEntries(['root', id].map((one) => [one, build.routes[one]?.module]));
  const fixed = {
    manifest: { ...build.assets, routes },
    routeModules,
    serverHandoffString: '',
    renderMeta: {},
    future: build.future,
    isSpaMode: false,
    serializeError: (error: Error) => ({ message: error.message }),
  };
  return ({ pathname, search, params, loaderData }: Drawn): EntryContext =>
    ({
      ...fixed,
      staticHandlerContext: {
        basename: '/',
        location: { pathname, search, hash: '', state: null, key: 'default' },
        matches: ['root', id].map((one) => ({
          params,
          pathname: one === 'root' ? '/' : pathname,
          pathnameBase: one === 'root' ? '/' : pathname,
          route: { id: one },
        })),
        loaderData,
        actionData: null,
        errors: null,
        statusCode: 200,
        loaderHeaders: {},
        actionHeaders: {},
        activeDeferreds: null,
      },
    }) as unknown as EntryContext;
}
