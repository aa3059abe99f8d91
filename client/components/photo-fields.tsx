/** What is said about a photo: when it is added, and when that is changed. */
import { facts as vocabulary } from '../../server/vocabulary.ts';
import { useLanguage } from '../language/context.tsx';
import { factLabel } from '../logic/facts.ts';
import type { FormState } from '../logic/form.ts';
import type { PhotoVenue } from '../pages/data.ts';
import { SelectInput, TextArea, TextInput } from './form.tsx';

interface Props {
  form: FormState;
  venue: PhotoVenue;
  /** What somebody else has written meanwhile. */
  now?: Record<string, string>;
}

export function PhotoFields({ form, venue, now = {} }: Props) {
  const language = useLanguage();
  const { t, tag } = language;
  const label = (key: string) => factLabel(language, key);
  const facts = vocabulary
    .map(({ key }) => ({ value: key, label: label(key) }))
    .sort((a, b) => a.label.localeCompare(b.label, tag));
  const spaces = venue.spaces.map(({ id, name }) => ({ value: String(id), label: name }));
  const hint = (field: string, own: string, inWords = (value: string) => value) => {
    const value = now[field];
    if (value === undefined) return own;
    return (
      <>
        {own} <strong>{value ? t('photos.now', { text: inWords(value) }) : t('photos.nowNothing')}</strong>
      </>
    );
  };
  const spaceName = (id: string) => spaces.find(({ value }) => value === id)?.label ?? id;
  return (
    <>
      <TextArea
        form={form}
        name="alt"
        label={t('photos.alt')}
        hint={hint('alt', t('photos.altHint'))}
        rows={2}
        maxLength={250}
      />
      <TextInput
        form={form}
        name="caption"
        label={t('photos.caption')}
        hint={hint('caption', '')}
        maxLength={300}
        dir="auto"
      />
      {spaces.length > 0 && (
        <SelectInput
          form={form}
          name="spaceId"
          label={t('photos.space')}
          hint={hint('spaceId', '', spaceName)}
          options={[{ value: '', label: t('photos.spaceNone') }, ...spaces]}
        />
      )}
      <SelectInput
        form={form}
        name="factKey"
        label={t('photos.fact')}
        hint={hint('factKey', t('photos.factHint'), label)}
        options={[{ value: '', label: t('photos.factNone') }, ...facts]}
      />
    </>
  );
}
