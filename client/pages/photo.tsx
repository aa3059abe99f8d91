/** One photo, for those who look after its place: what is said about it, or its end. */
import { Checkboxes, ErrorSummary } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { PhotoFields } from '../components/photo-fields.tsx';
import { Picture } from '../components/picture.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { PhotoPageData } from './data.ts';

function Change({ data }: { data: PhotoPageData }) {
  const { t, href } = useLanguage();
  const { venue, photo, version, form, now } = data;
  const path = href(`${venuePath(venue)}/photos/${photo.id}`);
  return (
    <form method="post" action={path} novalidate>
      <input type="hidden" name="version" value={version} />
      <PhotoFields form={form} venue={venue} now={now} />
      <div class="mh-photo-row__actions">
        <button type="submit" class="mh-button">
          {t('photos.save')}
        </button>
        <a class="govuk-link" href={`${path}/delete`}>
          {t('photos.delete')}
        </a>
      </div>
    </form>
  );
}

function Delete({ data: { venue, photo, form, isSteward } }: { data: PhotoPageData }) {
  const { t, href } = useLanguage();
  const all = href(`${venuePath(venue)}/photos`);
  return (
    <>
      <p class="govuk-body" dir="auto">
        {photo.alt}
      </p>
      <p class="govuk-body">{t('photos.deleteText')}</p>
      <form method="post" action={`${all}/${photo.id}/delete`}>
        {isSteward && (
          <Checkboxes
            form={form}
            name="forGood"
            label={t('photos.forGoodTitle')}
            hint={t('photos.forGoodHint')}
            options={[{ value: 'yes', label: t('photos.forGood') }]}
          />
        )}
        <div class="mh-photo-row__actions">
          <button type="submit" class="mh-button">
            {t('photos.deleteYes')}
          </button>
          <a class="govuk-link" href={all}>
            {t('photos.deleteNo')}
          </a>
        </div>
      </form>
    </>
  );
}

export function PhotoPage({ data }: { data: PhotoPageData }) {
  const { t, href } = useLanguage();
  const { venue, photo, step } = data;
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${venuePath(venue)}/photos`)}>
        {t('photos.all', { venue: venue.name })}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        <h1 class="govuk-heading-l" dir="auto">
          {step === 'delete' ? t('photos.deleteTitle') : t('photos.changeTitle', { venue: venue.name })}
        </h1>
        <div class="mh-photo-shown">
          <Picture photo={photo} sizes="20rem" />
        </div>
        {step === 'delete' ? <Delete data={data} /> : <Change data={data} />}
      </div>
    </Layout>
  );
}
