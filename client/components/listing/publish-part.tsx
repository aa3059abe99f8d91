/** The last step: what is there, what is missing, a look at it, and publishing. */
import { useLanguage } from '../../language/context.tsx';
import type { FormState } from '../../logic/form.ts';
import { type JourneyView, listingSteps, stopPath } from '../../logic/listing.ts';
import { StepList } from './journey.tsx';

interface Props {
  journey: JourneyView;
  path: string;
  form: FormState;
}

export function PublishPart({ journey, path, form }: Props) {
  const { t, href } = useLanguage();
  const { states, isDraft, isSteward } = journey;
  const needed = listingSteps.filter((step) => states[step] === 'needed');
  if (!isDraft)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={href(`${path}/manage${isSteward ? '/listing' : ''}`)}>
          {t('history.listingTitle')}
        </a>
      </p>
    );
  return (
    <>
      <p class="govuk-body">{t('listing.publishHow')}</p>
      {needed.length === 0 && <p class="govuk-body">{t('listing.enough')}</p>}
      {/* The head of the page says it where somebody tried. */}
      {needed.length > 0 && form.faults.length === 0 && (
        <p class="govuk-inset-text mh-needed">
          <a class="govuk-link" href={href(path + stopPath({ step: 'rooms' }))}>
            {t('listing.error_noRoom')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href(`${path}/manage/preview`)}>
          {t('listing.preview')}
        </a>
      </p>
      {!isSteward && <p class="govuk-body">{t('listing.onlyStewards')}</p>}
      <StepList journey={journey} path={path} current="publish" />
    </>
  );
}
