/** What every answer on a page shares: the photos that are evidence for some, and how they are known. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Photo } from '../../server/photos/schema.ts';
import type { Space } from '../../server/venues/schema.ts';
import type { Statement } from '../logic/facts.ts';

interface Shown {
  photos: readonly Photo[];
  spaces: readonly Pick<Space, 'id' | 'name'>[];
  /** How the answers are known, each way once. Paper says it by number, for want of room. */
  known: readonly string[];
}

export const EvidenceContext = createContext<Shown>({ photos: [], spaces: [], known: [] });

/** The number by which paper says how an answer is known. */
export function useEvidenceNumber(sentence: string): number | undefined {
  const at = useContext(EvidenceContext).known.indexOf(sentence);
  return at < 0 ? undefined : at + 1;
}

/** A photo that names no room may show any of them. */
export function usePhotosOf({ fact, space }: Statement): Photo[] {
  const { photos, spaces } = useContext(EvidenceContext);
  return photos.filter(
    ({ factKey, spaceId }) =>
      factKey === fact.key &&
      (spaceId === undefined || spaces.find(({ id }) => id === spaceId)?.name === space),
  );
}

/** Where a photo stands on the page. */
export const photoAnchor = ({ id }: Pick<Photo, 'id'>): string => `photo-${id}`;
