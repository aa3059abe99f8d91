/** Who is coming: each stands for the facts that they cannot do without, and says which. */
import { profiles } from '../../server/vocabulary.ts';
import { useLanguage } from '../language/context.tsx';
import { formatList } from '../language/format.ts';
import { inSentence } from '../logic/evidence.ts';
import { needOf } from '../logic/need.ts';
import { ProfileIcon } from './drawings.tsx';

export function Profiles({ chosen }: { chosen: readonly string[] }) {
  const language = useLanguage();
  const { t, word } = language;
  return (
    <fieldset class="mh-profiles" aria-describedby="profile-hint">
      <legend class="mh-checks__legend">{t('search.profile')}</legend>
      <p id="profile-hint" class="mh-profiles__hint">
        {t('search.profileHint')}
      </p>
      <div class="mh-profiles__list">
        {profiles.map(({ key, needs }) => {
          const means = needs.map((need) => inSentence(language, needOf(language, need)));
          return (
            <div class="mh-profile" key={key}>
              <input
                type="checkbox"
                id={`profile-${key}`}
                name="profile"
                value={key}
                checked={chosen.includes(key)}
                aria-describedby={`profile-${key}-means`}
              />
              <label for={`profile-${key}`}>
                <ProfileIcon profile={key} />
                {word('profiles', key, 'label')}
              </label>
              <p id={`profile-${key}-means`} class="mh-profile__means">
                {t('search.profileMeans', { needs: formatList(language, means) })}
              </p>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
