import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Library, readLibrary } from '#app/content/library.ts';
import { readWords } from '#app/content/words.ts';
import { describe } from '#app/content/yaml-file.ts';
import { openStore } from '#app/data/store.server.ts';
import { type Language, languages, sectorIds } from '#app/domain/checklist.ts';
import { makeCode } from '#app/domain/code.ts';
import { makePlacementCode } from '#app/domain/placement-code.ts';
import { type Translate, translator } from '#app/domain/words.ts';
import { limitGuessing } from '#app/web/code-guessing.ts';
import type { Services } from '#app/web/services.ts';
import { refusing } from '#app/web/unavailable.ts';
import { checklistFinder } from './checklists.ts';
import type { Settings } from './settings.ts';

/** Opens everything a request needs. Throws when the database or the content cannot be read. */
export async function openServices(
  settings: Settings,
  root: string,
  mode: 'development' | 'production',
): Promise<Services> {
  const library = mode === 'production' ? builtLibrary(root) : sourceLibrary(root);
  const words = readWords(root);
  const key = createHash('sha256').update(settings.secret).digest();
  const hashKey = createSecretKey(key);
  const store = refusing(await openStore({ databaseUrl: settings.databaseUrl }));
  const now = () => new Date();
  const hash = (secret: string) => createHmac('sha256', hashKey).update(secret).digest('base64url');
  return {
    store,
    findChecklist: checklistFinder(library.checklists, store),
    findCore: (ref, language) => library.checklists[ref]?.[language] ?? null,
    startable: newestOfEachSector(library.published),
    findGuidance: (language) => library.guidance[language],
    leaflet: (edition) => library.leaflet[edition],
    findPilots: (language) => library.pilots[language],
    words,
    translate: Object.fromEntries(languages.map((one) => [one, translator(one, words[one])])) as Record<
      Language,
      Translate
    >,
    baseUrl: settings.baseUrl,
    secure: settings.baseUrl.startsWith('https:'),
    mail: settings.smtpUrl !== null,
    mailFrom: settings.mailFrom,
    demo: settings.demo,
    editors: settings.editors,
    appVersion: versionOf(root),
    now,
    newId: () => randomBytes(12).toString('base64url'),
    newToken: () => randomBytes(20).toString('base64url'),
    newCode: () => makeCode((count) => randomBytes(count)),
    newPlacementCode: () => makePlacementCode((count) => randomBytes(count)),
    hash,
    cookieSecret: createHmac('sha256', key).update('cookie').digest('base64url'),
    ...sealing(key),
    guessing: limitGuessing({ store, hash, now, what: 'code' }),
    signInLimits: limitGuessing({ store, hash, now, what: 'sign-in' }, { perAddress: 60, perCode: 5, overAll: 2000 }),
    log: pino({ level: settings.logLevel }),
  };
}

function builtLibrary(root: string): Library {
  const file = join(root, 'build/content.json');
  if (!existsSync(file)) throw new Error('build/content.json is missing: run npm run build');
  return JSON.parse(readFileSync(file, 'utf8')) as Library;
}

function sourceLibrary(root: string): Library {
  const { library, problems } = readLibrary(root);
  if (problems.length > 0) throw new Error(problems.map(describe).join('\n'));
  return library;
}

/** Of care@1 and care@2 only care@2 is started anew. */
function newestOfEachSector(refs: string[]): string[] {
  const newest = new Map<string, number>();
  for (const ref of refs) {
    const [sector = '', version] = ref.split('@');
    newest.set(sector, Math.max(newest.get(sector) ?? 0, Number(version)));
  }
  return sectorIds.filter((sector) => newest.has(sector)).map((sector) => `${sector}@${newest.get(sector)}`);
}

const versionOf = (root: string) =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** AES-256-GCM, as iv.tag.text. */
function sealing(key: Buffer): Pick<Services, 'seal' | 'unseal'> {
  return {
    seal(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.');
    },
    unseal(sealed) {
      const [iv, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
      if (!iv || !tag || !body) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv);
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
