/** Which photos are evidence for which answers, for every answer on a page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Photo } from '../../server/photos/schema.ts';
import type { Space } from '../../server/venues/schema.ts';
import type { Statement } from '../logic/facts.ts';

interface Shown {
  photos: readonly Photo[];
  spaces: readonly Pick<Space, 'id' | 'name'>[];
}

export const EvidenceContext = createContext<Shown>({ photos: [], spaces: [] });

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
