/** In the demo no letter leaves: the way to where all of them can be read. */
import { useLanguage } from '../language/context.tsx';

export function OutboxLink({ shown }: { shown: boolean }) {
  const { t, href } = useLanguage();
  if (!shown) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href('/outbox')}>
        {t('account.toOutbox')}
      </a>
    </p>
  );
}
