/** The photos of a place, for those who look after it: their order, and one more. */
import type { Photo } from '../../server/photos/schema.ts';
import { photoAnchor } from '../components/evidence.ts';
import { Done, ErrorSummary, FieldFault } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { GoOn, Journey } from '../components/listing/journey.tsx';
import { PhotoFields } from '../components/photo-fields.tsx';
import { Picture } from '../components/picture.tsx';
import { useLanguage } from '../language/context.tsx';
import { factLabel } from '../logic/facts.ts';
import { type FormState, faultOf } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { PhotosPageData, PhotoVenue } from './data.ts';

interface RowProps {
  photo: Photo;
  venue: PhotoVenue;
  isFirst: boolean;
  isLast: boolean;
}

function Row({ photo, venue, isFirst, isLast }: RowProps) {
  const language = useLanguage();
  const { t, href } = language;
  const path = href(`${venuePath(venue)}/photos/${photo.id}`);
  const space = venue.spaces.find(({ id }) => id === photo.spaceId)?.name;
  /** Which photo an action is about, for whoever hears only the action. */
  const of = (action: string) => (
    <>
      <span aria-hidden="true">{action}</span>
      <span class="govuk-visually-hidden">{t('photos.which', { action, alt: photo.alt })}</span>
    </>
  );
  return (
    <li class="mh-photo-row" id={photoAnchor(photo)}>
      <Picture photo={photo} sizes="9rem" lazy />
      <div class="mh-photo-row__words">
        <p dir="auto">
          {photo.alt}
          {isFirst && <strong class="mh-photo-row__first">{t('photos.first')}</strong>}
        </p>
        {photo.caption && (
          <p class="mh-quiet" dir="auto">
            {photo.caption}
          </p>
        )}
        {space && <p class="mh-quiet">{t('photos.of', { space })}</p>}
        {photo.factKey && (
          <p class="mh-quiet">{t('photos.evidenceFor', { fact: factLabel(language, photo.factKey) })}</p>
        )}
        <form method="post" action={path} class="mh-photo-row__actions">
          {!isFirst && (
            <button type="submit" name="move" value="up" class="mh-button mh-button--quiet">
              {of(t('photos.up'))}
            </button>
          )}
          {!isLast && (
            <button type="submit" name="move" value="down" class="mh-button mh-button--quiet">
              {of(t('photos.down'))}
            </button>
          )}
          <a class="govuk-link" href={path}>
            {of(t('photos.change'))}
          </a>
          <a class="govuk-link" href={`${path}/delete`}>
            {of(t('photos.delete'))}
          </a>
        </form>
      </div>
    </li>
  );
}

function FileField({ form }: { form: FormState }) {
  const { t } = useLanguage();
  const fault = faultOf(form, 'photo');
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <label class="govuk-label mh-label" for="photo">
        {t('photos.file')}
      </label>
      <div id="photo-hint" class="govuk-hint">
        {t('photos.fileHint')}
      </div>
      <FieldFault id="photo" sentence={fault} />
      <input
        class={`govuk-file-upload ${fault ? 'govuk-file-upload--error' : ''}`}
        id="photo"
        name="photo"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-describedby={fault ? 'photo-hint photo-error' : 'photo-hint'}
        aria-invalid={fault ? 'true' : undefined}
      />
    </div>
  );
}

export function PhotosPage({ data }: { data: PhotosPageData }) {
  const { t, href } = useLanguage();
  const { venue, photos, form, journey } = data;
  const path = venuePath(venue);
  // Between the photo that was added and the next one.
  const isAdded = data.done === 'added';
  const said = (
    <>
      {data.done && <Done>{t(`photos.done_${data.done}`)}</Done>}
      {data.questions && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(path + data.questions)}>
            {t('listing.backToQuestions')}
          </a>
        </p>
      )}
    </>
  );
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/manage`)}>
        <bdi>{venue.name}</bdi>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {!isAdded && said}
        <Journey journey={journey} path={path} current="photos" />
        <h1 class="govuk-heading-l" dir="auto">
          {t('photos.title', { venue: venue.name })}
        </h1>
        {photos.length === 0 ? (
          <p class="govuk-body">{t('photos.none')}</p>
        ) : (
          <ol class="mh-photo-rows" aria-label={t('photos.list')}>
            {photos.map((photo, index) => (
              <Row
                key={photo.id}
                photo={photo}
                venue={venue}
                isFirst={index === 0}
                isLast={index === photos.length - 1}
              />
            ))}
          </ol>
        )}
        {isAdded && (
          <div id="added" class="mh-photo-added" tabIndex={-1}>
            {said}
          </div>
        )}
        <h2 class="govuk-heading-m">{t('photos.add')}</h2>
        {data.room ? (
          <form method="post" action={href(`${path}/photos`)} encType="multipart/form-data" novalidate>
            {venue.isPrecisePlacePrivate && <p class="govuk-body">{t('photos.precise')}</p>}
            <p class="govuk-body">{t('photos.people')}</p>
            <FileField form={form} />
            <PhotoFields form={form} venue={venue} />
            <button type="submit" class="mh-button">
              {t('photos.send')}
            </button>
          </form>
        ) : (
          <p class="govuk-body">{t('photos.full', { most: photos.length })}</p>
        )}
        <GoOn journey={journey} path={path} current="photos" isDone={photos.length > 0} />
      </div>
    </Layout>
  );
}
