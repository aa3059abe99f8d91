/** How much of each group is reached, before the plan and with it. */
import { useLanguage } from '../../language/context.tsx';
import { capitalised } from '../../language/format.ts';
import { columnName } from '../../logic/plan-words.ts';
import { ShareBars } from './share-bars.tsx';

export interface GroupShare {
  name: string;
  total: number;
  before: number;
  after: number;
}

interface Props {
  groups: readonly GroupShare[];
  unit: string;
  isNow?: boolean;
}

export function GroupBars({ groups, unit, isNow = false }: Props) {
  const language = useLanguage();
  const { t } = language;
  return (
    <ShareBars
      title={t('figures.groupsTitle')}
      of={t('figures.group')}
      unit={unit}
      isNow={isNow}
      isBefore={groups.some(({ before }) => before > 0)}
      rows={groups.map((group) => ({
        ...group,
        key: group.name,
        name: capitalised(language, columnName(language, group.name)),
      }))}
    />
  );
}
