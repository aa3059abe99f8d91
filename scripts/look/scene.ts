/** Photos to look at: a hall with chairs, in another light each time. */
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';

const chairs = (count: number) =>
  Array.from(
    { length: count },
    (_each, at) =>
      `<rect x="${80 + (at % 8) * 130}" y="${560 + Math.floor(at / 8) * 90}" width="60" height="46" rx="8" fill="#5d4037"/>`,
  ).join('');

/** A JPEG of 1200 × 900, or 900 × 1200. */
export function scene(index: number, tall = false): Promise<Buffer> {
  const [width, height] = tall ? [900, 1200] : [1200, 900];
  const hue = (index * 47) % 360;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="wall" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue},45%,82%)"/><stop offset="1" stop-color="hsl(${hue},35%,58%)"/>
    </linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#wall)"/>
    <rect y="520" width="${width}" height="${height - 520}" fill="#b98a5e"/>
    <rect x="${width / 2 - 260}" y="120" width="180" height="300" fill="#eaf6ff" stroke="#fff" stroke-width="12"/>
    <rect x="${width / 2 + 80}" y="120" width="180" height="300" fill="#eaf6ff" stroke="#fff" stroke-width="12"/>
    ${chairs(8 + (index % 3) * 8)}
  </svg>`;
  // The service has told its reader of pictures to read no drawings.
  const { pixels } = new Resvg(drawing).render();
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .jpeg({ quality: 82 })
    .toBuffer();
}
