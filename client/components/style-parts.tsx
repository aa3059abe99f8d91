/** What the page of styles is made of: a part with its name and when to use it, and what has no component of its own. */
import type { ComponentChildren } from 'preact';
import { kinds, layouts, profiles } from '../../server/vocabulary.ts';
import { signs } from '../drawings/signs.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import type { MessageKey } from '../language/messages.ts';
import { minimum, pairs, palette, type Scheme, schemes } from '../logic/palette.ts';
import { Icon, KindIcon, LayoutDrawing, ProfileIcon } from './drawings.tsx';

type Name<Key> = Key extends `style.${infer Rest}When` ? Rest : never;
export type PartName = Name<MessageKey>;

export function Part({ name, children }: { name: PartName; children: ComponentChildren }) {
  const { t } = useLanguage();
  return (
    <div class="mh-style__part" id={name}>
      <h2 class="mh-section__title">{t(`style.${name}`)}</h2>
      <p class="govuk-body mh-style__when">{t(`style.${name}When`)}</p>
      {children}
    </div>
  );
}

export function Drawings() {
  const { word } = useLanguage();
  return (
    <>
      <ul class="mh-style__grid">
        {layouts.map(({ key }) => (
          <li key={key}>
            <LayoutDrawing layout={key} />
            {word('layouts', key, 'label')}
          </li>
        ))}
      </ul>
      <ul class="mh-style__grid">
        {kinds.map(({ key }) => (
          <li key={key}>
            <KindIcon kind={key} />
            {word('kinds', key, 'label')}
          </li>
        ))}
      </ul>
      <ul class="mh-style__grid">
        {profiles.map(({ key }) => (
          <li key={key}>
            <ProfileIcon profile={key} />
            {word('profiles', key, 'label')}
          </li>
        ))}
      </ul>
      <ul class="mh-style__grid">
        {(Object.keys(signs) as (keyof typeof signs)[])
          .filter((name) => !profiles.some(({ key }) => key === name))
          .map((name) => (
            <li key={name}>
              <Icon name={name} />
              <code>{name}</code>
            </li>
          ))}
      </ul>
    </>
  );
}

function Swatch({ name, scheme }: { name: string; scheme: Scheme }) {
  return (
    <svg class="mh-swatch" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="5" fill={palette[name]?.[scheme]} />
    </svg>
  );
}

export function Colours() {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      {schemes.map((scheme) => (
        // A wide table on a narrow screen scrolls by itself, and can be reached to scroll it by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section key={scheme} class="mh-table-frame" aria-label={t(`style.${scheme}`)} tabIndex={0}>
          <table class="govuk-table mh-capacities">
            <caption class="govuk-table__caption govuk-table__caption--s">{t(`style.${scheme}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('style.front')}</th>
                <th scope="col">{t('style.ground')}</th>
                <th scope="col" class="mh-number">
                  {t('style.contrast')}
                </th>
                <th scope="col" class="mh-number">
                  {t('style.needed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pairs(scheme).map(({ front, ground, use, ratio }) => (
                <tr key={`${front} ${ground}`}>
                  <td>
                    <Swatch name={front} scheme={scheme} /> <code>{front}</code>
                  </td>
                  <td>
                    <Swatch name={ground} scheme={scheme} /> <code>{ground}</code>
                  </td>
                  <td class="mh-number">{formatNumber(language, Math.floor(ratio * 10) / 10)}</td>
                  <td class="mh-number">{formatNumber(language, minimum[use])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

export function Type() {
  const { t } = useLanguage();
  return (
    <>
      <p class="mh-title">{t('style.sample')}</p>
      <p class="mh-section__title">{t('style.sample')}</p>
      <p class="mh-topic__title">{t('style.sample')}</p>
      <p class="govuk-body-l">{t('style.sample')}</p>
      <p class="govuk-body">{t('style.sample')}</p>
      <p class="govuk-body-s mh-quiet">{t('style.sample')}</p>
    </>
  );
}

/** The distances that everything keeps, in root ems. */
const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3] as const;

export function Spacing() {
  const language = useLanguage();
  return (
    <ul class="mh-style__grid">
      {steps.map((step) => (
        <li key={step}>
          <svg width={step * 16} height="16" aria-hidden="true" focusable="false">
            <rect width="100%" height="16" fill="currentColor" />
          </svg>
          <code>{formatNumber(language, step)}rem</code>
        </li>
      ))}
    </ul>
  );
}

/** As the search box looks with suggestions under it, the second one chosen by the arrow keys. */
export function Suggestions() {
  const { t } = useLanguage();
  const kinds = ['search.suggestionVenue', 'search.suggestionPlace', 'search.suggestionPostcode'] as const;
  return (
    <div class="mh-suggest mh-style__open" aria-hidden="true">
      <p class="govuk-input">{t('style.begun')}</p>
      <div class="mh-suggest__list">
        {kinds.map((kind, at) => (
          <div key={kind} class={at === 1 ? 'mh-suggest__item mh-suggest__item--active' : 'mh-suggest__item'}>
            <span>{t('style.suggestion')}</span>
            <span class="mh-suggest__detail">{t(kind)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
