import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Picture } from '#app/domain/campaign.ts';
import type { Block } from './docx-pieces.ts';
import { type Partner, partnerData } from './partner.ts';
import { compilePng } from './pdf-compiler.server.ts';

/** Pixels that a picture is drawn wide, so that it is sharp in print. */
const drawnWidth = 640;
/** Height in a document, and the greatest width, in pixels of 1/96 inch. */
const [height, widest] = [44, 200];

/** The federation's picture and name as the first line of a Word document; nothing outside an edition. */
export async function partnerBlocks(partner: Partner | null): Promise<Block[]> {
  if (!partner) return [];
  const logo = partner.logo ? [await imageOf(partner, partner.logo), new TextRun({ text: '  ' })] : [];
  return [new Paragraph({ children: [...logo, new TextRun({ text: partner.name, bold: true })] })];
}

/** Any kind of picture as PNG: Word shows drawings in SVG only beside one. */
async function imageOf(partner: Partner, logo: Picture): Promise<ImageRun> {
  const data = await compilePng('logo', { partner: partnerData({ ...partner, logo }) }, drawnWidth);
  const share = data.readUInt32BE(16) / data.readUInt32BE(20);
  const width = Math.min(widest, height * share);
  const text = partner.logoText || partner.name;
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width, height: width / share },
    altText: { name: text, title: text, description: text },
  });
}
