/** Who made a change, as a page names them; a group that is dissolved, and asked not to be named, in the words of the reader. */

import { isolated } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { FORMER_GROUP } from '../organisations/schema.ts';
import type { TermsVersion } from '../terms/repository.ts';
import type { Actor } from '../venues/record.ts';

export const groupSaid = ({ t }: Language, name: string): string =>
  name === FORMER_GROUP ? t('organisation.former') : name;

/** The author of a change: people are named by their group, and the demo and the operator by what they are. */
export function authorSaid(
  language: Language,
  { actor, actorKind, person }: { actor: string; actorKind: Actor['kind']; person?: string },
): string {
  if (actorKind === 'seed') return language.t('history.byDemo');
  if (actorKind === 'operator') return language.t('history.byOperator');
  const group = groupSaid(language, actor);
  return person === undefined
    ? group
    : language.t('history.personOf', {
        person: isolated(language, person),
        group: isolated(language, group),
      });
}

export const termsSaid = (language: Language, { statedBy, ...terms }: TermsVersion): TermsVersion => ({
  ...terms,
  ...(statedBy !== undefined && { statedBy: groupSaid(language, statedBy) }),
});
