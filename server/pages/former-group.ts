/** A group as a page names it: one that is dissolved, and asked not to be named, in the words of the reader. */
import type { Language } from '../../client/language/language.ts';
import { FORMER_GROUP } from '../organisations/schema.ts';
import type { TermsVersion } from '../terms/repository.ts';

export const groupSaid = ({ t }: Language, name: string): string =>
  name === FORMER_GROUP ? t('organisation.former') : name;

export const termsSaid = (language: Language, { statedBy, ...terms }: TermsVersion): TermsVersion => ({
  ...terms,
  ...(statedBy !== undefined && { statedBy: groupSaid(language, statedBy) }),
});
