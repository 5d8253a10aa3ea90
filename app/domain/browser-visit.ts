/**
 * Whether somebody at a browser opened an address, as far as a request tells: no look-ahead, no preview, no robot
 * (product: campaigns, uptake). Who passes for a browser is counted; a scanner of mail that imitates one is not seen.
 */
export function isBrowserVisit(method: string, header: (name: string) => string | null): boolean {
  const destination = header('Sec-Fetch-Dest');
  return (
    method === 'GET' &&
    !purposeHeaders.some((name) => isAhead.test(header(name) ?? '')) &&
    (destination === null || destination === 'document') &&
    isBrowser(header('User-Agent') ?? '')
  );
}

/** Every current browser calls itself Mozilla; programs that fetch by themselves either do not, or say what they are. */
const isBrowser = (userAgent: string): boolean => userAgent.startsWith('Mozilla/') && !robots.test(userAgent);

const purposeHeaders = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'];
const isAhead = /prefetch|prerender|preview/i;

// Cubot is a make of telephones.
const robots = new RegExp(
  [
    '(?<!cu)bot',
    'crawl',
    'spider',
    'slurp',
    'scan(?:ner)?\\b',
    'preview',
    'facebookexternalhit',
    'facebookcatalog',
    'whatsapp',
    'embedly',
    'monitor',
    'lighthouse',
    'headless',
    'pingdom',
    'validator',
    'fetch',
    'archiver',
    'imageproxy',
    'google-',
    'googleother',
    'mediapartners',
    'python',
    'curl',
    'wget',
    'java/',
    'okhttp',
    'axios',
  ].join('|'),
  'i',
);
