/** What the pages of a venue's photos are a function of. */
import type { Photo } from '../../server/photos/schema.ts';
import type { FormState } from '../logic/form.ts';
import type { JourneyView } from '../logic/listing.ts';
import type { Settings } from './data.ts';

/** The place whose photos are in hand. */
export interface PhotoVenue {
  id: number;
  slug: string;
  name: string;
  /** Has it a page that anybody may see? */
  isPublic: boolean;
  /** The public may not know where it is. */
  isPrecisePlacePrivate: boolean;
  spaces: { id: number; name: string }[];
}

export interface PhotosPageData {
  page: 'photos';
  venue: PhotoVenue;
  photos: Photo[];
  /** Is there room for another? */
  room: boolean;
  /** Of the photo that is about to be added. */
  form: FormState;
  done?: 'added' | 'changed' | 'moved' | 'deleted';
  journey: JourneyView;
  /** Where the answer is given that a photo was wanted for, below the address of the venue. */
  questions?: string;
  settings: Settings;
}

export interface PhotoPageData {
  page: 'photo';
  venue: PhotoVenue;
  photo: Photo;
  /** Of all photos of the venue: what a change is made against. */
  version: number;
  /** Change what is said about it, or delete it? */
  step: 'change' | 'delete';
  /** May delete it for good. */
  isSteward?: boolean;
  form: FormState;
  /** What somebody else has written meanwhile, where it is not what is typed. */
  now?: Record<string, string>;
  settings: Settings;
}
