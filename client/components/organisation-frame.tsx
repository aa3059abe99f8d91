/** The frame of the pages on which members look after their organisation. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language/context.tsx';
import { emptyForm, type FormState } from '../logic/form.ts';
import type { Settings } from '../pages/data.ts';
import type { OrganisationName } from '../pages/data-organisations.ts';
import { Done, ErrorSummary } from './form.tsx';
import { Layout } from './layout.tsx';

export const organisationPath = ({ slug, id }: OrganisationName): string => `/organisations/${slug}-${id}`;
export const managePath = (organisation: OrganisationName): string =>
  `${organisationPath(organisation)}/manage`;

interface Props {
  settings: Settings;
  /** Absent on the page that leads to the others. */
  back?: OrganisationName;
  title: string;
  form?: FormState;
  done?: string;
  children: ComponentChildren;
}

export function OrganisationFrame({ settings, back, title, form = emptyForm, done, children }: Props) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={settings} current="/account">
      <a class="govuk-back-link" href={href(back ? managePath(back) : '/account')}>
        {back ? <span dir="auto">{back.name}</span> : t('account.yourPlaces')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {done && <Done>{done}</Done>}
        <h1 class="govuk-heading-l" dir="auto">
          {title}
        </h1>
        {children}
      </div>
    </Layout>
  );
}

interface PressProps {
  action: string;
  /** What the form says besides. */
  values: Record<string, string | number>;
  label: string;
  /** What the button is about, for those who cannot see what stands beside it. */
  about?: string;
  strong?: boolean;
}

/** One button that does one thing, with and without scripts. */
export function Press({ action, values, label, about, strong = false }: PressProps) {
  const { t } = useLanguage();
  return (
    <form method="post" action={action} class="mh-press">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        class={`mh-button ${strong ? '' : 'mh-button--quiet'}`}
        aria-label={about ? t('organisation.of', { action: label, who: about }) : undefined}
      >
        {label}
      </button>
    </form>
  );
}
