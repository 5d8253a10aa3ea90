import type { RequestListener } from 'node:http';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Services } from '#app/web/services.ts';
import { createFront } from './front.ts';
import { logRequests } from './log.ts';
import { monitoring } from './monitoring.ts';
import { pageHandler } from './page-handler.ts';
import { type Match, pageMatcher } from './page-matcher.ts';
import { saveRoute } from './save.ts';
import {
  guardPosts,
  limitDocuments,
  limitPosts,
  limitPrograms,
  onlyPages,
  onlyReads,
  secureHeaders,
  stripForwarded,
} from './security.ts';
import type { Settings } from './settings.ts';
import { visitSyncRoute } from './visit-sync.ts';

export type AppOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'development' | 'production';
  settings: Settings;
  services: Services;
  /** Where the built files come from. */
  assets: (app: express.Express) => void;
  /** Whether the process was asked to stop. */
  isStopping?: () => boolean;
  /** Their folder, where they can be kept in memory. */
  clientFolder?: string | undefined;
};

// Drawings are text: without it a browser guesses their letters.
express.static.mime.define({ 'image/svg+xml; charset=utf-8': ['svg'] });

/** The whole web server. In development pages are made anew from changed files, and the framework makes them all. */
export async function createApp(options: AppOptions): Promise<RequestListener> {
  const { build, services, settings, clientFolder, isStopping = () => false } = options;
  const match = typeof build === 'function' ? () => null : pageMatcher(build.routes);
  const metrics = settings.metricsToken ? (await import('./metrics.ts')).openMetrics(match, services.store) : null;
  const posts = limitPosts(settings.rateLimit);
  const rest = createRest(options, match, posts, monitoring({ services, settings, metrics, isStopping }));
  const front =
    typeof build === 'function'
      ? rest
      : createFront({ build, match, services, posts, trustedProxies: settings.trustProxy, clientFolder, rest });
  return (request, response) => {
    metrics?.count(request, response);
    // A process that stops asks those who keep a connection open to come back on a new one.
    if (isStopping()) response.setHeader('Connection', 'close');
    front(request, response);
  };
}

/** What is behind the front, as one Express app: guards first, then files, autosave and pages. */
function createRest(
  { build, mode, settings, services, assets }: AppOptions,
  match: Match,
  posts: express.RequestHandler,
  monitors: express.RequestHandler,
): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.use(stripForwarded(settings.trustProxy > 0));
  app.use(secureHeaders(mode, services.secure));
  app.use(monitors);
  app.use(compression());
  assets(app);
  app.use(logRequests(services.log));
  app.use(posts);
  app.use('/files', limitDocuments(settings.rateLimit));
  app.use('/api', limitPrograms(settings.rateLimit), onlyReads);
  app.use(guardPosts(services.baseUrl));
  app.use(onlyPages);
  app.post('/save', express.json({ limit: '1mb' }), saveRoute(services));
  app.post('/visit-sync', express.json({ limit: '1mb' }), visitSyncRoute(services));
  const getLoadContext = loadContext(services);
  app.all(
    '*',
    typeof build === 'function'
      ? createRequestHandler({ build: build as unknown as ServerBuild, mode, getLoadContext })
      : pageHandler(build, match, mode, getLoadContext),
  );
  app.use(refuse);
  return app as unknown as RequestListener;
}

const loadContext = (services: Services) => (request: express.Request, response: express.Response) => ({
  cspNonce: response.locals.cspNonce as string,
  address: request.ip ?? '',
  services,
});

/** What goes wrong outside a page: too large, not JSON, or our own mistake; never a stack or a value. */
const refuse: express.ErrorRequestHandler = (error: { status?: number; name?: string }, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? (error.name === 'DataError' ? 503 : 500);
  response.status(status).json({ error: status === 413 ? 'error.too-large' : 'error.unexpected' });
};
