// Draws what cannot be an SVG from our own mark while the pages are built: the icon that browsers ask for at /favicon.ico, the one
// on the first screen of a telephone, and the picture that previews of a page show.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Plugin } from 'vite';

const MARK = fileURLToPath(new URL('src/mark.svg', import.meta.url));
const PAPER = '#fbf8f1';
const GREEN = '#0d4f3c';
/** Asked for by previews; said with the picture in rendering/document.ts. */
const PREVIEW = { width: 1200, height: 630 };

const markOf = (svg: Buffer, side: number): Promise<Buffer> =>
  // An SVG has 72 dots an inch: drawn as large as it will be, not enlarged.
  sharp(svg, { density: (72 * side) / 32 })
    .resize(side, side)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** One picture in the container of Windows, which may hold a PNG as it is. */
function asIco(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10); // one plane
  head.writeUInt16LE(32, 12); // bits of a dot
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

export const drawnIcons: Plugin = {
  name: 'drawn-icons',
  apply: ({ build }, { command }) => command === 'build' && !build?.ssr,
  async buildStart() {
    const svg = await readFile(MARK);
    const { width, height } = PREVIEW;
    const [favicon, touch, mark] = await Promise.all([markOf(svg, 48), markOf(svg, 180), markOf(svg, 400)]);
    const home = await sharp({ create: { width: 180, height: 180, channels: 3, background: GREEN } })
      .composite([{ input: touch }])
      .png({ compressionLevel: 9 })
      .toBuffer();
    const stripe = { create: { width, height: 24, channels: 3 as const, background: GREEN } };
    const share = await sharp({ create: { width, height, channels: 3, background: PAPER } })
      .composite([
        { input: mark, gravity: 'centre' },
        { input: stripe, gravity: 'north' },
        { input: stripe, gravity: 'south' },
      ])
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    this.emitFile({ type: 'asset', fileName: 'favicon.ico', source: asIco(favicon, 48) });
    this.emitFile({ type: 'asset', fileName: 'apple-touch-icon.png', source: home });
    this.emitFile({ type: 'asset', name: 'share.png', source: share });
  },
};
