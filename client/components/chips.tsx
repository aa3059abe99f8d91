/** What is asked, each part removable. A chip is a link, so it works everywhere. */
import { useLanguage } from '../language/context.tsx';
import type { Chip } from '../logic/chips.ts';
import { Cross } from './icons.tsx';

/** “Hearing loop” from “hearing loop” needs no saying. */
const saysTheSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function Chips({ chips }: { chips: readonly Chip[] }) {
  const { t, href } = useLanguage();
  if (chips.length === 0) return null;
  return (
    <section class="mh-chips" aria-labelledby="chips-title">
      <h2 id="chips-title" class="mh-chips__title">
        {t('search.asked')}
      </h2>
      <ul>
        {chips.map((chip) => (
          <li key={chip.key}>
            <a class="mh-chip" href={chip.remove}>
              <span>
                <span class="govuk-visually-hidden">{t('search.remove')} </span>
                {chip.label}
                {chip.read && !saysTheSame(chip.label, chip.read) && (
                  <span class="mh-chip__read"> {t('search.fromWords', { words: chip.read })}</span>
                )}
              </span>
              <Cross />
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li>
            <a class="mh-chip mh-chip--all" href={href('/')}>
              {t('search.clearAll')}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
