import type { IOptions } from 'sanitize-html';

/**
 * A drawing reduced to shapes, gradients and words, by lists of what may stay. Scripts, handlers, links, embedded pages
 * and pictures, stylesheets and everything that could load something from elsewhere are gone. Null when no drawing is
 * left.
 */
export async function cleanSvg(source: string): Promise<string | null> {
  const { default: sanitize } = await import('sanitize-html');
  const clean = sanitize(source, options).trim();
  return /^<svg[\s>]/.test(clean) && shapes.some((name) => clean.includes(`<${name}`)) ? clean : null;
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text'];
const others = ['svg', 'g', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'tspan', 'title', 'desc'];

const look = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'clip-rule',
  'clip-path',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'opacity',
  'stop-color',
  'stop-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const places = [
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'dx', 'dy', 'd', 'points'],
  ...['width', 'height', 'viewBox', 'preserveAspectRatio', 'transform', 'offset', 'xmlns', 'id'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits'],
];
const gradientLinks = ['href', 'xlink:href'];
const allowed = new Set([...look, ...places]);

const options: IOptions = {
  parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  allowedTags: [...shapes, ...others],
  allowedAttributes: false,
  nonTextTags: ['script', 'style', 'foreignObject', 'metadata', 'textarea', 'option', 'noscript'],
  // A style is read below; none stays as it was written.
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  transformTags: {
    '*': (tagName, attribs) => ({ tagName, attribs: cleanAttributes(tagName, attribs) }),
  },
};

/** Only known attributes with harmless values; the declarations of a style become attributes of their own. */
function cleanAttributes(tag: string, attributes: Record<string, string>): Record<string, string> {
  const styled = declarationsOf(attributes.style ?? '');
  const kept = [...Object.entries(attributes), ...styled].filter(([name, value]) => mayStay(tag, name, value));
  return { ...Object.fromEntries(kept), ...(tag === 'svg' ? { xmlns: 'http://www.w3.org/2000/svg' } : {}) };
}

const declarationsOf = (style: string): [string, string][] =>
  style
    .split(';')
    .map((one) => one.split(':').map((part) => part.trim()))
    .filter((parts) => parts.length === 2 && look.includes(parts[0] ?? ''))
    .map(([name = '', value = '']) => [name, value]);

function mayStay(tag: string, name: string, value: string): boolean {
  if (gradientLinks.includes(name)) return tag.endsWith('Gradient') && /^#[\w-]+$/.test(value);
  return allowed.has(name) && isHarmless(value);
}

/** Nothing that points outside the drawing: a reference only to a part of itself, and no way to write one otherwise. */
const isHarmless = (value: string): boolean => {
  const bare = value.replaceAll(/url\(\s*#[\w-]+\s*\)/g, '');
  return !/url|[\\@&<>]|\/\*|:|expression/i.test(bare);
};
