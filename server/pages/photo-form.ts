/** What the pages of photos have in common: whose photos they are, what was typed about one, and what is wrong with it. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import type { PhotoVenue } from '../../client/pages/data.ts';
import type { Typed } from '../people/kept-form.ts';
import { LEAST_SIDE, type Refusal } from '../photos/refusal.ts';
import { photographed } from '../photos/repository.ts';
import { NewPhoto, type Photo } from '../photos/schema.ts';
import { venueHeld } from '../venues/held.ts';
import type { HeldVenue } from '../venues/policy.ts';
import { idOfSlug } from '../venues/slug.ts';
import { findFact } from '../vocabulary.ts';
import { textOf } from './form.ts';

export const OfVenue = Type.Object({ slug: Type.String({ maxLength: 200 }) });

export const aboutSlug = ({ db, params }: { db: Knex; params: { slug: string } }): Promise<HeldVenue> =>
  venueHeld(db, idOfSlug(params.slug) ?? 0);

export const photoVenue = async (db: Knex, { id, precision, isPublic }: HeldVenue): Promise<PhotoVenue> => ({
  ...(await photographed(db, id)),
  isPublic,
  isPrecisePlacePrivate: precision !== 'exact',
});

const MOST = {
  alt: NewPhoto.properties.alt.maxLength ?? 250,
  caption: NewPhoto.properties.caption.maxLength ?? 300,
};

/** What was typed, as it is kept; and what is wrong with it, in the language of the page. */
export function readWords(
  typed: Typed,
  venue: PhotoVenue,
  { t }: Language,
): { words: NewPhoto; faults: FormFault[] } {
  const [alt, caption, space, fact] = ['alt', 'caption', 'spaceId', 'factKey'].map((name) =>
    textOf(typed, name),
  ) as [string, string, string, string];
  const faults: FormFault[] = [];
  if (alt === '') faults.push({ field: 'alt', sentence: t('photos.error_alt') });
  if (alt.length > MOST.alt)
    faults.push({ field: 'alt', sentence: t('photos.error_altLong', { most: MOST.alt }) });
  if (caption.length > MOST.caption)
    faults.push({ field: 'caption', sentence: t('photos.error_caption', { most: MOST.caption }) });
  const spaceId = venue.spaces.find(({ id }) => String(id) === space)?.id;
  if (space !== '' && spaceId === undefined)
    faults.push({ field: 'spaceId', sentence: t('photos.error_space') });
  if (fact !== '' && !findFact(fact)) faults.push({ field: 'factKey', sentence: t('photos.error_fact') });
  return {
    words: { alt, caption, ...(spaceId && { spaceId }), ...(fact && { factKey: fact }) },
    faults,
  };
}

/** A photo's words as its form holds them. */
export const typedOf = ({ alt, caption = '', spaceId, factKey = '' }: Photo): Record<string, string> => ({
  alt,
  caption,
  spaceId: spaceId === undefined ? '' : String(spaceId),
  factKey,
});

export const refusalInWords = ({ t }: Language, refusal: Refusal): string =>
  t(`photos.refused_${refusal}`, { least: LEAST_SIDE });
