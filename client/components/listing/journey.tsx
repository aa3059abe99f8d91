/** Where somebody is in the journey of a listing: the steps, what is done and what is missing, and the way on. */
import { useLanguage } from '../../language/context.tsx';
import {
  type JourneyView,
  type ListingStep,
  listingSteps,
  stewardSteps,
  stopAfter,
  stopPath,
} from '../../logic/listing.ts';

interface Props {
  journey: JourneyView;
  /** Of the venue. */
  path: string;
  current?: ListingStep;
}

export function StepList({ journey, path, current }: Props) {
  const { t, href } = useLanguage();
  const { states, says, isSteward } = journey;
  const stateOf = (step: ListingStep): [look: string, words: string] => {
    if (stewardSteps.includes(step) && !isSteward) return ['theirs', t('listing.forSteward')];
    if (step === 'precision') return ['said', t(`listing.precision_${says.precision}`)];
    if (step === 'services') return ['said', t(`listing.services_${says.services}`)];
    return [states[step], t(`listing.state_${states[step]}`)];
  };
  return (
    <ol class="mh-steps">
      {listingSteps.map((step) => {
        const [look, words] = stateOf(step);
        // Publishing is one page, and a link on it would lead to itself.
        const isHere = step === 'publish' && current === step;
        return (
          <li key={step} class={`mh-steps__step mh-steps__step--${look}`}>
            <div class="mh-steps__line">
              {look === 'theirs' || isHere ? (
                <span aria-current={isHere ? 'step' : undefined}>{t(`listing.step_${step}`)}</span>
              ) : (
                <a
                  class="govuk-link"
                  // Where what is missing leads: to the step in which it is said.
                  id={current === 'publish' && step === 'rooms' ? 'noRoom' : undefined}
                  href={href(path + stopPath({ step }))}
                  aria-current={step === current ? 'step' : undefined}
                >
                  {t(`listing.step_${step}`)}
                </a>
              )}
              <span class="mh-steps__state">{words}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** At the head of each step: which one it is; all of them when asked. */
export function Journey({ journey, path, current }: Props & { current: ListingStep }) {
  const { t } = useLanguage();
  const number = listingSteps.indexOf(current) + 1;
  return (
    <details class="mh-journey">
      <summary>
        {journey.isDraft ? t('listing.stepOf', { number, all: listingSteps.length }) : t('listing.allParts')}
      </summary>
      <nav aria-label={t('listing.allParts')}>
        <StepList journey={journey} path={path} current={current} />
      </nav>
    </details>
  );
}

/** From the page of a draft to the first step that has nothing yet. */
export function Resume({ journey, path }: Props) {
  const { t, href } = useLanguage();
  const { states, isDraft, isSteward } = journey;
  const mine = listingSteps.filter((step) => isSteward || !stewardSteps.includes(step));
  const step = mine.find((each) => states[each] === 'needed') ?? mine.find((each) => states[each] === 'open');
  if (!isDraft || !step) return null;
  return (
    <p class="mh-go-on">
      <a class="mh-button" href={href(path + stopPath({ step }))}>
        {t('listing.goOnTo', { step: t(`listing.step_${step}`) })}
      </a>
    </p>
  );
}

/**
 * For pages that are on the way, and have a form of their own: this leaves the form as it is. What nothing is said of yet
 * is skipped by a plain link, as the questions are, so that nobody takes it for the button that saves.
 */
export function GoOn({ journey, path, current, isDone }: Props & { current: ListingStep; isDone?: boolean }) {
  const { t, href } = useLanguage();
  const next = stopAfter({ step: current }, journey.isSteward);
  if (!journey.isDraft || !next) return null;
  const to = href(path + stopPath(next));
  if (!isDone)
    return (
      <p class="mh-skip">
        <a class="govuk-link" href={to}>
          {t('listing.skip')}
        </a>
      </p>
    );
  return (
    <p class="mh-go-on">
      <a class="mh-button mh-button--quiet" href={to}>
        {t('listing.goOnTo', { step: t(`listing.step_${next.step}`) })}
      </a>
    </p>
  );
}
