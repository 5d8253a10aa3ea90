import { Resvg } from '@resvg/resvg-js';
import { imageSize } from 'image-size';
import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { languages } from '#app/domain/checklist.ts';
import { renderLetter, renderPoster, renderSlide } from '#app/exports/campaign-sheet.server.ts';
import { qrPng, qrSvg } from '#app/exports/qr.server.ts';
import { campaignSheet } from '../support/campaign-sheet.ts';
import { occurs } from './occurs.ts';
import { pdfPageCount, pdfSource, pdfText } from './pdf-text.ts';

const link = 'https://toolbox.example/c/nieuwsbrief-september';

/** The modules of a QR code, row by row, as the library makes them for a text. */
function modulesOf(text: string): string[] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) => [...data.slice(y * size, (y + 1) * size)].join(''));
}

type Pixels = { width: number; height: number; at: (x: number, y: number) => boolean };

/** Any picture as dark and light, drawn by the library that draws the slide. */
function pixelsOf(svg: string, width: number): Pixels {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  const { pixels } = image;
  const at = (x: number, y: number) => {
    const first = (Math.floor(y) * image.width + Math.floor(x)) * 4;
    return (pixels[first] ?? 255) + (pixels[first + 1] ?? 255) + (pixels[first + 2] ?? 255) < 90;
  };
  return { width: image.width, height: image.height, at };
}

const pngPixels = (png: Buffer) => {
  const { width, height } = imageSize(png);
  return pixelsOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
    width,
  );
};

/** What stands in a square of so many modules whose left upper corner is at x, y. */
const read = ({ at }: Pixels, x: number, y: number, module: number, count: number): string[] =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) =>
      at(x + (column + 0.5) * module, y + (row + 0.5) * module) ? 1 : 0,
    ).join(''),
  );

/** Looks for the code itself: the first place and size where its modules stand. */
function holds(pixels: Pixels, modules: string[]): boolean {
  const count = modules.length;
  for (let y = 0; y < pixels.height; y += 1)
    for (let x = 0; x < pixels.width; x += 1) {
      if (!pixels.at(x, y) || pixels.at(x - 1, y) || pixels.at(x, y - 1)) continue;
      // The upper left corner of the code is seven dark modules wide.
      let wide = 0;
      while (pixels.at(x + wide, y)) wide += 1;
      for (const module of [wide / 7, (wide - 0.5) / 7, (wide + 0.5) / 7])
        if (module >= 2 && read(pixels, x, y, module, count).join() === modules.join()) return true;
    }
  return false;
}

describe('the QR code', () => {
  test('as SVG and as PNG holds exactly the link, inside a quiet zone of four modules', async () => {
    const modules = modulesOf(link);
    const zone = modules.length + 8;
    for (const pixels of [pixelsOf(await qrSvg(link), zone * 8), pngPixels(await qrPng(link))]) {
      const module = pixels.width / zone;
      expect(read(pixels, 4 * module, 4 * module, module, modules.length)).toEqual(modules);
      expect(read(pixels, 0, 0, module, zone).slice(0, 4).join('')).not.toContain('1');
    }
  });

  test('of another link differs', async () => {
    expect(modulesOf(`${link}2`)).not.toEqual(modulesOf(link));
    expect(await qrSvg(`${link}2`)).not.toBe(await qrSvg(link));
  });
});

describe.each([
  ['poster', renderPoster, 'headline'],
  ['letter', renderLetter, 'letter-title'],
] as const)('the %s', (_, render, title) => {
  test.each(languages)(
    'is one tagged page (PDF/UA-1) with its title, its language and the link: %s',
    async (language) => {
      const sheet = campaignSheet(language);
      const file = await render(sheet);
      const [source, text] = [pdfSource(file), pdfText(file)];
      expect(pdfPageCount(file)).toBe(1);
      expect(source).toContain('/StructTreeRoot');
      expect(source).toMatch(/pdfuaid:part>1</);
      expect(source).toMatch(new RegExp(`/Lang \\(${language}\\)`));
      expect(source).toContain(`<rdf:li xml:lang="x-default">${sheet.words[title]}</rdf:li>`);
      expect(source).toContain(`/URI (${link})`);
      for (const said of [sheet.words[title], sheet.name, sheet.organisation, link.slice('https://'.length)])
        expect(occurs(said, text), said).toBe(true);
    },
  );

  test('stays one page with long names, and without logo, accent and contacts', async () => {
    const name = 'Samenwerkingsverband voor doorstroom in de woonzorg en de thuiszorg van Oost- en West-Vlaanderen';
    const long = campaignSheet('nl', {
      ...{ name, organisation: name, link: `https://zelfscan.samenwerkingsverband.example/c/${'a'.repeat(40)}` },
      contacts: Array(4).fill({ role: name, reach: ['doorstroom@samenwerkingsverband.example', '09 000 00 00'] }),
    });
    const bare = campaignSheet('nl', { logo: null, logoText: '', accent: null, contacts: [] });
    for (const sheet of [long, bare]) expect(pdfPageCount(await render(sheet))).toBe(1);
    expect(occurs(name, pdfText(await render(long)))).toBe(true);
  });

  test.each([
    ['typst syntax', '#panic() $x$ *vet* = kop @ref <label> // niets \\ `raw`'],
    ['right to left', 'Tekst العربية einde'],
    ['an emoji', 'Goed 👍🏽 zo'],
  ])('keeps every typed text readable: %s', async (_, typed) => {
    const text = pdfText(await render(campaignSheet('nl', { name: typed })));
    expect(occurs(typed, text)).toBe(true);
  });
});

test.each(languages)('the slide is 1920 by 1080 and its code leads to the link: %s', async (language) => {
  const slide = await renderSlide(campaignSheet(language));
  expect(imageSize(slide)).toMatchObject({ width: 1920, height: 1080, type: 'png' });
  expect(holds(pngPixels(slide), modulesOf(link))).toBe(true);
  expect(holds(pngPixels(slide), modulesOf(`${link}x`))).toBe(false);
});

test('the slide draws its letters without a font of the machine', async () => {
  const [one, other] = await Promise.all([
    renderSlide(campaignSheet('nl')),
    renderSlide(campaignSheet('nl', { name: 'Iets anders' })),
  ]);
  expect(one.equals(other)).toBe(false);
});
