/** Where a place is: by its postcode, by a pin on a map, or by a point as it is typed; and how it is found, in words. */
import { useLanguage } from '../../language/context.tsx';
import { type FormState, typedValue } from '../../logic/form.ts';
import { venuePath } from '../../logic/rooms.ts';
import type { SamePlace, Settings } from '../../pages/data.ts';
import { Checkboxes, TextInput } from '../form.tsx';

/** Waits to be woken by `client/state/set-pin.ts`; without JavaScript it is not there. */
function PinMap({ form, settings }: { form: FormState; settings: Settings }) {
  const { t } = useLanguage();
  return (
    <details
      class="mh-set-pin"
      hidden
      // Whoever asked where a postcode is sees it.
      open={typedValue(form, 'do') === 'find'}
      data-pin="point"
      data-locale={settings.locale}
      data-tiles={settings.tileUrl}
      data-credit={settings.tileAttribution}
      data-failed={t('listing.pinFailed')}
    >
      <summary>{t('listing.pinOpen')}</summary>
      <p class="govuk-hint">{t('listing.pinHow')}</p>
      <div class="mh-set-pin__map">
        <div class="mh-map__canvas" dir="ltr" />
      </div>
      <p class="mh-set-pin__said" role="status" />
    </details>
  );
}

interface Props {
  form: FormState;
  settings: Settings;
  isOpen?: (name: string) => boolean;
}

const inWords = ['street', 'locality', 'town'] as const;

export function PlaceFields({ form, settings, isOpen = () => true }: Props) {
  const { t } = useLanguage();
  const more = [...inWords, 'directions'];
  return (
    <>
      {isOpen('postcode') && (
        <TextInput
          form={form}
          name="postcode"
          label={t('listing.postcode')}
          hint={t('listing.postcodeHint')}
          maxLength={16}
          chars={10}
        />
      )}
      {isOpen('postcode') && (
        <button
          type="submit"
          class="mh-button mh-button--quiet mh-find"
          name="do"
          value="find"
          formaction="#postcode"
        >
          {t('listing.find')}
        </button>
      )}
      {isOpen('point') && (
        <>
          <PinMap form={form} settings={settings} />
          <TextInput
            form={form}
            name="point"
            label={t('listing.point')}
            hint={t('listing.pointHint')}
            maxLength={50}
            chars={20}
            dir="ltr"
          />
        </>
      )}
      <details class="mh-more" open={more.some((each) => typedValue(form, each) !== '')}>
        <summary>{t('listing.moreAddress')}</summary>
        {inWords.filter(isOpen).map((name) => (
          <TextInput
            key={name}
            form={form}
            name={name}
            label={t(`listing.field_${name}`)}
            autocomplete="off"
            maxLength={name === 'street' ? 200 : 120}
            dir="auto"
          />
        ))}
        {isOpen('directions') && (
          <TextInput
            form={form}
            name="directions"
            label={t('listing.field_directions')}
            hint={t('listing.directionsHint')}
            autocomplete="off"
            maxLength={300}
            dir="auto"
          />
        )}
      </details>
    </>
  );
}

/** “Is it one of these?” */
export function Same({ form, same }: { form: FormState; same: readonly SamePlace[] }) {
  const { t, href } = useLanguage();
  if (same.length === 0) return null;
  return (
    <section aria-labelledby="same">
      <h2 class="govuk-heading-m" id="same">
        {t('listing.same')}
      </h2>
      <ul class="govuk-list mh-desk-list">
        {same.map((each) => (
          <li key={each.id}>
            <a class="govuk-link" href={href(venuePath(each))} dir="auto">
              {each.name}
            </a>
            <a class="govuk-link" href={href(`${venuePath(each)}/claim`)}>
              {t('listing.thisOne')}
              <span class="govuk-visually-hidden" dir="auto">
                : {each.name}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Checkboxes
        form={form}
        name="another"
        label={t('listing.notThese')}
        options={[{ value: 'yes', label: t('listing.another') }]}
      />
    </section>
  );
}
