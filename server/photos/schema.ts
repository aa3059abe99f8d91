/** What may be sent about a photo, and what is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { FactKey, Id, optional, strict } from '../venues/schema.ts';

export const PhotoId = Type.String({ pattern: '^[0-9a-f]{32}$', description: 'A photo’s id' });

export const MOST_PHOTOS = 20;

const Alt = Type.String({
  minLength: 1,
  maxLength: 250,
  pattern: '\\S',
  description: 'What the photo shows, for somebody who cannot see it',
});
const Caption = Type.String({ maxLength: 300, description: 'A line below the photo; empty for none' });

export const NewPhoto = Type.Object(
  {
    alt: Alt,
    caption: optional(Caption),
    spaceId: optional({ ...Id, description: 'The space that it shows' }),
    factKey: optional({ ...FactKey, description: 'The fact that it is evidence for' }),
  },
  { $id: 'NewPhoto', ...strict },
);
export type NewPhoto = Static<typeof NewPhoto>;

/** Null takes a link away. */
export const PhotoChange = Type.Object(
  {
    alt: optional(Alt),
    caption: optional(Caption),
    spaceId: optional(Type.Union([Id, Type.Null()])),
    factKey: optional(Type.Union([FactKey, Type.Null()])),
  },
  { $id: 'PhotoChange', minProperties: 1, ...strict },
);
export type PhotoChange = Static<typeof PhotoChange>;

export const PhotoOrder = Type.Object(
  {
    order: Type.Array(PhotoId, {
      maxItems: MOST_PHOTOS,
      uniqueItems: true,
      description: 'The ids of all photos of the venue, first to last',
    }),
  },
  { $id: 'PhotoOrder', ...strict },
);

export const Photo = Type.Object(
  {
    id: PhotoId,
    alt: Alt,
    caption: optional(Caption),
    spaceId: optional(Id),
    factKey: optional(FactKey),
    width: Type.Integer({ description: 'Of the largest size' }),
    height: Type.Integer(),
    addedAt: Type.String({ format: 'date-time' }),
    sizes: Type.Array(
      Type.Object({
        width: Type.Integer(),
        height: Type.Integer(),
        webp: Type.String({ description: 'Path on this service' }),
        jpg: Type.String({ description: 'The same as JPEG, for old phones' }),
      }),
      { description: 'Smallest first' },
    ),
  },
  { $id: 'Photo' },
);
export type Photo = Static<typeof Photo>;

export const PhotoList = Type.Object(
  { version: Type.Integer({ description: 'Of all photos of the venue' }), items: Type.Array(Photo) },
  { $id: 'PhotoList' },
);
export type PhotoList = Static<typeof PhotoList>;
