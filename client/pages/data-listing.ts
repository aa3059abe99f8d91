/** What the pages on which a place is listed are a function of. */
import type { FactTopic } from '../../server/vocabulary.ts';
import type { ClashView } from '../components/clashes.tsx';
import type { FormState } from '../logic/form.ts';
import type { EditStep, JourneyView } from '../logic/listing.ts';
import type { Settings } from './data.ts';

/** A place to choose among others: one that this may be, or one that was begun. */
export type SamePlace = { id: number; slug: string; name: string };

export interface ListPageData {
  page: 'list';
  /** Groups that the reader is of. */
  groups: { id: number; name: string }[];
  /** Begun and not published yet. */
  drafts: SamePlace[];
  same: SamePlace[];
  form: FormState;
  settings: Settings;
}

export interface RoomLine {
  id: number;
  name: string;
  /** The most people that it holds. */
  people?: number;
  facts: number;
}

export interface EditPageData {
  page: 'edit';
  step: EditStep;
  /** The heading whose questions are asked. */
  topic?: FactTopic;
  /** One room, or a part of it. */
  room?: { id: number; name: string };
  /** The id of a room that was taken away meanwhile: what was typed of it makes a new one. */
  gone?: string;
  roomPart?: 'access' | 'facilities' | 'hours';
  venue: { id: number; slug: string; name: string };
  status: 'draft' | 'published' | 'withdrawn';
  journey: JourneyView;
  rooms: RoomLine[];
  /** Photos that show an answer of what is asked here. */
  photos: { id: string; factKey: string; alt: string }[];
  same: SamePlace[];
  /** Hours as a data set said them, where a week does not say the same. */
  osm?: string;
  /** The version that the form is made against; who made it, on which day. */
  version: number;
  who: string;
  day: string;
  clashes: ClashView[];
  form: FormState;
  done?: 'saved' | 'room' | 'removed' | 'copied';
  settings: Settings;
}

export interface PublishedPageData {
  page: 'published';
  venue: { id: number; slug: string; name: string };
  journey: JourneyView;
  settings: Settings;
}
