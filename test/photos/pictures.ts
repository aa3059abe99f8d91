/** Files for tests of photos, made here, so that it can be seen what is in them. */
import sharp from 'sharp';
import '../../server/photos/picture.ts';

// The service reads files only, and only three kinds; a test looks into whatever it was answered.
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((name) => `VipsForeignLoad${name}Buffer`) });

const solid = (width: number, height: number, background = '#7a9') =>
  sharp({ create: { width, height, channels: 3, background } });

export const jpeg = (width = 800, height = 600): Promise<Buffer> => solid(width, height).jpeg().toBuffer();
export const png = (width = 800, height = 600): Promise<Buffer> => solid(width, height).png().toBuffer();
export const webp = (width = 800, height = 600): Promise<Buffer> => solid(width, height).webp().toBuffer();
