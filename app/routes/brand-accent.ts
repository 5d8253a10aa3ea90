import type { LoaderFunctionArgs } from '@remix-run/node';
import { accentTones } from '#app/domain/accent.ts';

/** The stylesheet that gives a page the colour of a federation, in both themes; pages may carry no styles themselves. */
export function loader({ params }: LoaderFunctionArgs) {
  const [, colour] = /^([0-9a-f]{6})\.css$/.exec(params.accent ?? '') ?? [];
  if (!colour) throw new Response(null, { status: 404 });
  const { light, dark } = accentTones(`#${colour}`);
  const inDark = `{--accent:${dark};--on-accent:#121918}`;
  const css = [
    `:root{--accent:${light};--on-accent:#ffffff}`,
    `@media (prefers-color-scheme:dark){:root:not([data-thema="licht"])${inDark}}`,
    `:root[data-thema="donker"]${inDark}`,
  ].join('\n');
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}
