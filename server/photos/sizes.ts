/** The sizes in which a photo is kept, by the width in the name; the last one made may be narrower than its name. */
export const sizes = [320, 640, 1280, 1920] as const;
export type Size = (typeof sizes)[number];
export const formats = ['webp', 'jpg'] as const;
export type Format = (typeof formats)[number];

/** The sizes of a photo of this width: as many as are smaller, and the first that is not. */
export const sizesOf = (width: number): Size[] =>
  sizes.filter((_size, index) => index === 0 || (sizes[index - 1] ?? 0) < width);

/** What the file of a photo is called in the store. */
export const fileName = (id: string, size: Size, format: Format): string => `${id}-${size}.${format}`;

/** Every name that a photo's files can have. */
export const everyFileName = (id: string): string[] =>
  sizes.flatMap((size) => formats.map((format) => fileName(id, size, format)));

export const mediaTypes: Record<Format, string> = { webp: 'image/webp', jpg: 'image/jpeg' };
