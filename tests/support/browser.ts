import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Playwright needs to start a browser. */
export type LaunchOptions = { executablePath: string; args: string[]; env: Record<string, string> };

/** The Chromium inside the packages on Linux x64, elsewhere an installed Chrome or Chromium; null when there is none. */
export function findBrowser(): LaunchOptions | null {
  if (packaged) return { executablePath: join(folder, 'chromium'), args, env: { ...ownEnvironment(), ...libraries() } };
  const installed = installedPlaces().find((file) => existsSync(file));
  return installed ? { executablePath: installed, args, env: ownEnvironment() } : null;
}

const packaged = process.platform === 'linux' && process.arch === 'x64';

// The packaged browser also names flags of its own; they switch off web security, so none of them is used.
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-pings',
  '--disable-gpu',
];

const folder = join(root, 'node_modules/.cache/toolbox', `chromium-${versionOf('@sparticuz/chromium')}`);

function versionOf(name: string): string {
  const file = join(root, 'node_modules', name, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'none';
}

const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

const libraries = () => ({
  LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
  FONTCONFIG_FILE: join(folder, 'fonts.conf'),
});

function installedPlaces(): string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome.exe'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((one) => process.env[one] ?? []);
  return [
    ...folders.flatMap((one) => names.map((name) => join(one, name))),
    ...programs.map((one) => join(one, 'Google/Chrome/Application/chrome.exe')),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
}

/** Unpacks the packaged browser, once per version; half an unpacking is never taken for a whole one. */
export async function unpackBrowser(): Promise<void> {
  if (!packaged || existsSync(folder)) return;
  const busy = `${folder}.${process.pid}`;
  mkdirSync(busy, { recursive: true });
  // In a process of its own: the package changes the environment of whoever imports it, and asks for a name of a cloud
  // before it hands out the libraries that a bare machine lacks.
  await execute(process.execPath, ['--input-type=module', '-e', unpacking], {
    cwd: root,
    env: { ...process.env, TMPDIR: busy, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  writeFileSync(join(busy, 'fonts.conf'), fonts);
  if (existsSync(folder)) rmSync(busy, { recursive: true });
  else renameSync(busy, folder);
}

const execute = promisify(execFile);
const unpacking = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
