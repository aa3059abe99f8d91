/** A photo in the size that the screen needs, as WebP, and as JPEG where that is not known. Its room is kept before it comes. */
import type { Photo } from '../../server/photos/schema.ts';

interface Props {
  photo: Photo;
  /** How wide it stands, as CSS says it. */
  sizes: string;
  lazy?: boolean;
}

export function Picture({ photo, sizes, lazy = false }: Props) {
  const srcset = (format: 'webp' | 'jpg') =>
    photo.sizes.map((size) => `${size[format]} ${size.width}w`).join(', ');
  const plain = photo.sizes[1] ?? photo.sizes[0];
  return (
    <picture>
      <source type="image/webp" srcset={srcset('webp')} sizes={sizes} />
      <img
        src={plain?.jpg}
        srcset={srcset('jpg')}
        sizes={sizes}
        alt={photo.alt}
        width={photo.width}
        height={photo.height}
        loading={lazy ? 'lazy' : undefined}
        decoding="async"
      />
    </picture>
  );
}
