import QRCode from 'qrcode';

/** As on the pages: a quiet zone of four modules, and readable with a seventh of it gone. */
const options = { errorCorrectionLevel: 'M', margin: 4 } as const;

export const qrSvg = (text: string): Promise<string> => QRCode.toString(text, { ...options, type: 'svg' });

/** Sharp up to a hand's width in print: each module is 24 pixels. */
export const qrPng = (text: string): Promise<Buffer> => QRCode.toBuffer(text, { ...options, scale: 24 });
