/** Who sees a place of one's own, in a word. */
import { useLanguage } from '../language/context.tsx';

const keys = {
  draft: 'account.status_draft',
  published: 'account.status_published',
  withdrawn: 'account.status_withdrawn',
} as const;

interface Props {
  place: { status: keyof typeof keys; isHidden: boolean };
}

export function PlaceStatus({ place: { status, isHidden } }: Props) {
  const { t } = useLanguage();
  if (isHidden) return <strong>{t('account.status_hidden')}</strong>;
  return <span class="mh-quiet">{t(keys[status])}</span>;
}
