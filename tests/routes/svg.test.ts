import { describe, expect, test } from 'vitest';
import { readLogo } from '#app/web/logo.server.ts';
import { cleanSvg } from '#app/web/svg.server.ts';

const drawn = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${attributes}>${inside}<path d="M0 0h10v10z"/></svg>`;

/** What may load, run or lead anywhere, in any spelling. */
const dangerous =
  /script|javascript|vbscript|onload|onclick|onbegin|onerror|foreignobject|<style|style=|<a[\s>]|<use|<image|<iframe|<animate|<set|<handler|<!|<\?|&(?!(amp|lt|gt|quot);)|https?:(?!\/\/www\.w3\.org\/2000\/svg)|data:|file:|@import|expression|url\((?!\s*#)|alert/i;

describe('a drawing that was uploaded', () => {
  test('keeps its shapes, colours, gradients and words', async () => {
    const gradient =
      '<defs><linearGradient id="g" x1="0"><stop offset="0" stop-color="#123456"/></linearGradient></defs>';
    const clean = await cleanSvg(
      drawn(
        `${gradient}<title>Zorg &amp; co</title><g transform="scale(2)"><rect width="4" height="4" fill="url(#g)"/></g>`,
      ),
    );
    for (const part of [
      'viewBox="0 0 10 10"',
      'linearGradient',
      'fill="url(#g)"',
      'stop-color="#123456"',
      'scale(2)',
      'Zorg &amp; co',
      'd="M0 0h10v10z"',
    ])
      expect(clean).toContain(part);
  });

  test('keeps the look that a style gave it, as attributes', async () => {
    const clean = await cleanSvg(drawn('<circle r="2" style="fill:#ff0000; stroke-width: 2; behavior: url(x)"/>'));
    expect(clean).toContain('fill="#ff0000"');
    expect(clean).toContain('stroke-width="2"');
    expect(clean).not.toMatch(dangerous);
  });

  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<script xlink:href="https://evil.example/x.js"/>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    '<g onload="alert(1)"><rect width="1" height="1"/></g>',
    '<rect width="1" height="1" ONCLICK="alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"></iframe></body></foreignObject>',
    '<a xlink:href="javascript:alert(1)"><rect width="1" height="1"/></a>',
    '<a href="java&#115;cript:alert(1)"><rect width="1" height="1"/></a>',
    '<use href="https://evil.example/x.svg#y"/>',
    '<use xlink:href="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=#x"/>',
    '<image href="https://evil.example/x.png" width="1" height="1"/>',
    '<image xlink:href="file:///etc/passwd" width="1" height="1"/>',
    '<style>@import url(https://evil.example/x.css); rect{fill:url(https://evil.example)}</style>',
    '<style><![CDATA[@import "https://evil.example/x.css";]]></style>',
    '<rect width="1" height="1" style="fill:url(https://evil.example/x)"/>',
    '<rect width="1" height="1" style="fill:u\\72l(https://evil.example/x)"/>',
    '<rect width="1" height="1" style="background:url(&quot;javascript:alert(1)&quot;)"/>',
    '<rect width="1" height="1" fill="url(https://evil.example/x#y)"/>',
    '<rect width="1" height="1" fill="URL( //evil.example/x )"/>',
    '<rect width="1" height="1" clip-path="url(data:image/svg+xml,x)"/>',
    '<linearGradient xlink:href="https://evil.example/x#g"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onmouseover" to="alert(1)"/>',
    '<handler type="application/ecmascript">alert(1)</handler>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<?xml-stylesheet href="https://evil.example/x.css"?>',
    '<metadata><script>alert(1)</script></metadata>',
    '<text><script>alert(1)</script></text>',
    '<title><script>alert(1)</script></title>',
    '<filter id="f"><feImage href="https://evil.example/x"/></filter><rect filter="url(#f)" width="1" height="1"/>',
    '<g class="x" xml:base="https://evil.example/"><rect width="1" height="1"/></g>',
    '<iframe src="javascript:alert(1)"/>',
    '<embed src="https://evil.example"/>',
    '<g xmlns="http://www.w3.org/1999/xhtml" xmlns:x="https://evil.example"><rect width="1" height="1"/></g>',
  ])('loses %s', async (attack) => {
    const clean = await cleanSvg(drawn(attack));
    // What is left of words stands as words: no tag, no address.
    expect((clean ?? '').replaceAll(/>[^<]*</g, '><')).not.toMatch(dangerous);
    expect(clean).toContain('<path');
  });

  test.each([
    ['an external entity', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<text>&x;</text>'],
    ['entities that multiply', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<text>&b;&b;</text>'],
  ])('with %s gives none of it', async (_what, before, inside) => {
    const clean = await cleanSvg(before + drawn(inside));
    expect(clean ?? '').not.toMatch(/<!|root:|aaaa/);
  });

  test('loses a handler on the drawing itself', async () => {
    expect(await cleanSvg(drawn('', 'onload="alert(1)" style="x"'))).not.toMatch(dangerous);
  });

  test('that is nested without end is cut off', async () => {
    const clean = await cleanSvg(drawn('<g>'.repeat(20_000)));
    expect((clean?.match(/<g/g) ?? []).length).toBeLessThanOrEqual(40);
  });

  test.each(['', 'hello', '<html><body>hi</body></html>', '<svg></svg>', '<svg><script>alert(1)</script></svg>'])(
    'is none when nothing is drawn: %s',
    async (source) => {
      expect(await cleanSvg(source)).toBeNull();
    },
  );
});

describe('a picture', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(33);
    bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
    bytes.writeUInt32BE(13, 8);
    bytes.write('IHDR', 12, 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  test('is known by what it holds, and has a fingerprint of its own in every federation', async () => {
    const [one, other, svg] = await Promise.all([
      readLogo('one', png(100, 40)),
      readLogo('other', png(100, 40)),
      readLogo('one', Buffer.from(drawn(''))),
    ]);
    expect(one).toMatchObject({ ok: true, logo: { mime: 'image/png' } });
    expect(svg).toMatchObject({ ok: true, logo: { mime: 'image/svg+xml' } });
    expect(one.ok && other.ok && one.logo.id !== other.logo.id).toBe(true);
  });

  test.each<[string, Uint8Array, string]>([
    ['too large', Buffer.concat([png(100, 40), Buffer.alloc(500_000)]), 'edition-error.logo-large'],
    ['too small to see', png(8, 8), 'edition-error.logo-pixels'],
    ['larger than a screen', png(9000, 10), 'edition-error.logo-pixels'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'edition-error.logo'],
    ['of another kind', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'edition-error.logo'],
    ['empty', Buffer.alloc(0), 'edition-error.logo'],
    ['half a picture', png(100, 40).subarray(0, 12), 'edition-error.logo'],
  ])('is refused when it is %s', async (_what, source, error) => {
    expect(await readLogo('one', source)).toEqual({ ok: false, error });
  });
});
