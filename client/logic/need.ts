/** Apart from what else is said of a question, so that a page of one venue need not load that. */
import type { Language } from '../language/language.ts';

/** The need in words; what the vocabulary does not know stays as it is. */
export const needOf = ({ word }: Language, key: string): string => word('facts', key, 'need') ?? key;
