/** What a venue looks like: the first photo large, the others in a row below. */
import type { Photo } from '../../server/photos/schema.ts';
import type { Space } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { factLabel } from '../logic/facts.ts';
import { photoAnchor } from './evidence.ts';
import { Picture } from './picture.tsx';

interface Props {
  photos: readonly Photo[];
  spaces: readonly Pick<Space, 'id' | 'name'>[];
}

function Figure({ photo, spaces, large }: { photo: Photo; large: boolean } & Pick<Props, 'spaces'>) {
  const language = useLanguage();
  const space = spaces.find(({ id }) => id === photo.spaceId)?.name;
  const shows = photo.factKey && factLabel(language, photo.factKey);
  const isTall = photo.height > photo.width;
  const largest = photo.sizes.at(-1);
  return (
    <figure
      class={`mh-photo ${large ? 'mh-photo--large' : ''} ${isTall ? 'mh-photo--tall' : ''}`}
      id={photoAnchor(photo)}
    >
      <a href={largest?.jpg}>
        <Picture photo={photo} sizes={large ? '(min-width: 64rem) 36rem, 100vw' : '12rem'} lazy={!large} />
      </a>
      {(photo.caption || space || shows) && (
        <figcaption>
          {photo.caption && <p dir="auto">{photo.caption}</p>}
          {space && <p dir="auto">{space}</p>}
          {shows && <p>{language.t('venue.photoShows', { fact: shows })}</p>}
        </figcaption>
      )}
    </figure>
  );
}

export function Photos({ photos, spaces }: Props) {
  const { t } = useLanguage();
  const [first, ...others] = photos;
  if (!first) return null;
  return (
    <section class="mh-photos" aria-labelledby="photos">
      <h2 id="photos" class="govuk-visually-hidden">
        {t('venue.photos')}
      </h2>
      <Figure photo={first} spaces={spaces} large />
      {others.length > 0 && (
        <div class="mh-photos__row">
          {others.map((photo) => (
            <Figure key={photo.id} photo={photo} spaces={spaces} large={false} />
          ))}
        </div>
      )}
    </section>
  );
}
