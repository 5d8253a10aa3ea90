import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Node, TemplateElement } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { readWords } from '#app/content/words.ts';
import { languages } from '#app/domain/checklist.ts';
import type { Words } from '#app/domain/words.ts';
import { partsOf, readSource } from '../support/source.ts';

/** A key with holes for what is only known when it runs: `answer.${value}`. */
type Template = { text: string; pattern: RegExp };
/** What the source says: texts given to `t`, all texts, templates, and every name and number besides. */
type Spoken = { translated: Set<string>; texts: Set<string>; templates: Template[]; names: Set<string> };

const root = fileURLToPath(new URL('../..', import.meta.url));
const folderOf = (language: string) => `${root}/content/interface/${language}`;
const fileNames = [...new Set(languages.flatMap((language) => readdirSync(folderOf(language))))];

const all = readWords(root);
const words = all.nl;
/** Keys as the source names them: without the ending of a plural form. */
const keys = new Set(Object.keys(words).map((key) => key.replace(/_(one|other)$/, '')));
const namespaces = new Set([...keys].map((key) => key.split('.')[0] ?? ''));

/** Pages that show every heading of theirs with its text, whatever the headings are. */
const prose = /^(help|privacy|accessibility)\.(title|lead|[\w-]+-(title|text))$/;
/** An email that has its stop link where the others have a closing line. */
const mayBeEmpty = new Set(['mail.digest.ignore']);

const spoken: Spoken = { translated: new Set(), texts: new Set(), templates: [], names: new Set() };
for (const path of globSync('app/**/*.{ts,tsx}', { cwd: root }))
  listen(readSource(path, readFileSync(`${root}/${path}`, 'utf8')), spoken);

describe('the words of every language', () => {
  test.each(fileNames)('stand in the same order with the same holes in %s', (name) => {
    const [first, ...others] = languages.map((language) => holesByKey(fileWords(language, name)));
    for (const other of others) expect(other).toEqual(first);
  });

  test.each(languages)('stand in one file only: %s', (language) => {
    const inFiles = readdirSync(folderOf(language)).flatMap((name) => Object.keys(fileWords(language, name)));
    expect(inFiles.filter((key, index) => inFiles.indexOf(key) !== index)).toEqual([]);
  });

  test.each(languages)('have both forms of a plural: %s', (language) => {
    const plurals = Object.keys(all[language]).filter((key) => /_(one|other)$/.test(key));
    const otherForm = (key: string) =>
      key.endsWith('_one') ? key.replace(/one$/, 'other') : key.replace(/other$/, 'one');
    expect(plurals.filter((key) => all[language][otherForm(key)] === undefined)).toEqual([]);
  });

  test.each(languages)('say something: %s', (language) => {
    const empty = Object.entries(all[language]).filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key).filter((key) => !mayBeEmpty.has(key))).toEqual([]);
  });

  test.each(languages)('have a text under every heading of a text page: %s', (language) => {
    const headed = Object.keys(all[language]).filter((key) =>
      /^(help|privacy|accessibility|rules)\..+-title$/.test(key),
    );
    expect(headed.length).toBeGreaterThan(0);
    expect(headed.filter((key) => !all[language][key.replace(/-title$/, '-text')])).toEqual([]);
  });
});

describe('the source', () => {
  test('translates only keys that exist', () => {
    expect(spoken.translated.size).toBeGreaterThan(100);
    expect([...spoken.translated].filter((key) => !keys.has(key))).toEqual([]);
  });

  test('passes on only message keys that exist', () => {
    expect([...spoken.texts].filter((text) => looksLikeKey(text) && !keys.has(text))).toEqual([]);
  });

  test('fills in only templates of keys that exist', () => {
    const barren = spoken.templates.filter(({ pattern }) => ![...keys].some((key) => pattern.test(key)));
    expect(barren.map(({ text }) => text)).toEqual([]);
  });

  test('uses every key', () => {
    expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('this test', () => {
  test('hears keys in calls, choices, messages and templates', () => {
    const heard: Spoken = { translated: new Set(), texts: new Set(), templates: [], names: new Set() };
    const calls = "t(late ? 'a.late' : 'a.due', { x: 'a.x' }); t(error ?? 'error.a'); fail('error.b');";
    const source = `${calls} t(\`answer.\${value}-help\`)`;
    listen(readSource('a.ts', source), heard);
    expect([...heard.translated]).toEqual(['a.late', 'a.due', 'error.a']);
    expect(heard.texts).toContain('error.b');
    expect(heard.templates[0]?.pattern).toEqual(/^answer\.([^.]+)-help$/);
  });

  test('takes a file name for no key', () => {
    expect(['report.pdf', 'error.', 'elsewhere.key', 'report.word.here'].filter(looksLikeKey)).toEqual([
      'report.word.here',
    ]);
  });
});

function fileWords(language: string, name: string): Words {
  return JSON.parse(readFileSync(`${folderOf(language)}/${name}`, 'utf8')) as Words;
}

function holesByKey(file: Words): [string, string[]][] {
  return Object.entries(file).map(([key, text]) => [key, [...new Set(text.match(/\{\w+\}/g))].sort()]);
}

function looksLikeKey(text: string): boolean {
  const isKey = /^[a-z-]+(\.[\w-]+)+$/.test(text) && !/\.(pdf|docx|xlsx|ics|json)$/.test(text);
  return isKey && namespaces.has(text.split('.')[0] ?? '');
}

/** Named as it is, shown by a text page, or made by a template from words that the source knows. */
function isUsed(key: string): boolean {
  return spoken.texts.has(key) || prose.test(key) || spoken.templates.some((template) => makes(template, key));
}

/** A template that starts with a hole fits keys of any page, so it proves nothing about this one. */
function makes({ text, pattern }: Template, key: string): boolean {
  const filled = text.startsWith('…') ? null : pattern.exec(key)?.slice(1);
  return filled?.every((part) => spoken.texts.has(part) || spoken.names.has(part)) ?? false;
}

function listen(node: Node, heard: Spoken, inTranslation = false): void {
  const text = textOf(node);
  if (text !== null) heard.texts.add(text);
  if (text !== null && inTranslation) heard.translated.add(text);
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') heard.names.add(node.name);
  if (node.type === 'Literal' && typeof node.value === 'number') heard.names.add(String(node.value));
  if (node.type === 'TemplateLiteral') hearTemplate(node.quasis, inTranslation, heard);
  const key = keyOf(node);
  const outcomes = inTranslation ? outcomesOf(node) : [];
  for (const part of partsOf(node)) listen(part, heard, part === key || outcomes.includes(part));
}

/** A text as it stands, in quotes or in a template without holes. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0 ? (cooked(node.quasis)[0] ?? null) : null;
}

/** What a call of `t` names. */
function keyOf(node: Node): Node | undefined {
  const isCall = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 't';
  return isCall ? node.arguments[0] : undefined;
}

/** In `a ? b : c` only b and c are texts to translate; in `a ?? b` both sides are. */
function outcomesOf(node: Node): Node[] {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  return node.type === 'LogicalExpression' ? [node.left, node.right] : [];
}

function cooked(quasis: TemplateElement[]): string[] {
  return quasis.map(({ value }) => value.cooked ?? '');
}

function hearTemplate(quasis: TemplateElement[], isTranslated: boolean, { templates }: Spoken): void {
  const pieces = cooked(quasis);
  const [head = ''] = pieces;
  if (pieces.length === 1) return;
  if (!isTranslated && !(/^[a-z-]+\.[\w.-]*$/.test(head) && namespaces.has(head.split('.')[0] ?? ''))) return;
  const pattern = new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('([^.]+)')}$`);
  templates.push({ text: pieces.join('…'), pattern });
}
