/** A form as a page offers it, filled in well enough to be sent: names and values, in order. */
export type PageForm = { action: string; fields: [name: string, value: string][] };

/** Every form of this page that posts, once for each of its buttons. */
export function formsOn(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (attribute(head, 'method') !== 'post') return [];
    const action = attribute(head, 'action') || path;
    const fields = fieldsIn(inside);
    const buttons = [...inside.matchAll(/<button\b([^>]*)>/g)].flatMap(([, one = '']) => {
      const name = attribute(one, 'name');
      return name ? [[name, attribute(one, 'value')] as [string, string]] : [];
    });
    return buttons.length === 0
      ? [{ action, fields }]
      : buttons.map((button) => ({ action, fields: [...fields, button] }));
  });
}

function fieldsIn(inside: string): [string, string][] {
  const chosen = new Set<string>();
  return [...inside.matchAll(/<(input|textarea|select)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g)].flatMap(
    ([, tag = '', head = '', text = '']): [string, string][] => {
      const name = attribute(head, 'name');
      const type = attribute(head, 'type');
      if (!name || (type === 'radio' && chosen.has(name))) return [];
      chosen.add(name);
      if (tag === 'select') return [[name, firstOption(text)]];
      if (tag === 'textarea') return [[name, unescaped(text).trim() || 'Een gewone tekst']];
      return [[name, attribute(head, 'value') || usual[type] || (type === 'hidden' ? '' : 'Een gewone tekst')]];
    },
  );
}

const usual: Record<string, string> = { email: 'iemand@example.org', date: '2026-11-20', number: '5', checkbox: 'on' };

const firstOption = (options: string): string =>
  [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => attribute(head, 'value')).find(Boolean) ?? '';

const attribute = (head: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? '');

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
