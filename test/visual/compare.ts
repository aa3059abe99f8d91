/**
 * Pictures of pages, compared small: letters are drawn a little differently on each machine, and a quarter of the size
 * forgives that, while a colour or a part that is gone stays plain to see. The browser itself shrinks and compares.
 */
import type { Page } from 'playwright-core';

const SHRINK = 4;
/** How far a channel may be off, of 255, before a point counts as different. */
const DEAF = 36;

/** A picture of a quarter of the size, as WebP without loss. */
export async function shrink(page: Page, png: Buffer): Promise<Buffer> {
  const small = await page.evaluate(
    async ([data, by]) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(bitmap.width / by));
      canvas.height = Math.max(1, Math.round(bitmap.height / by));
      const context = canvas.getContext('2d');
      if (!context) throw new Error('A browser can draw');
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', 1).split(',')[1] ?? '';
    },
    [png.toString('base64'), SHRINK] as const,
  );
  return Buffer.from(small, 'base64');
}

/** The share of points that differ, from 0 to 1; pictures whose sizes differ by more than two points have all. */
export function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([pictures, deaf]) => {
      const bitmaps = await Promise.all(
        pictures.map(async (data) =>
          createImageBitmap(await (await fetch(`data:image/webp;base64,${data}`)).blob()),
        ),
      );
      const width = Math.min(...bitmaps.map((each) => each.width));
      const height = Math.min(...bitmaps.map((each) => each.height));
      if (bitmaps.some((each) => each.width - width > 2 || each.height - height > 2)) return 1;
      const [a, b] = bitmaps.map((bitmap) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      });
      if (!a || !b) return 1;
      let differ = 0;
      for (let at = 0; at < a.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > deaf))
          differ += 1;
      return differ / (width * height);
    },
    [[one.toString('base64'), other.toString('base64')], DEAF] as const,
  );
}
