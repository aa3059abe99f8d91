/** What is refused only once the numbers and the places are there, said beside its field in the language of the page. */
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { MOST_CANDIDATES } from '../plan/schema.ts';
import { type InputFault, Problem } from '../problem.ts';

function faultOf({ t }: Language, { pointer = '', allowed, detail }: InputFault, isOwn: boolean): FormFault {
  const bounds = (allowed ?? {}) as { maximum?: number; minimum?: number };
  if (/^#\/question\/(shares|capacity)/.test(pointer)) return { field: 'carry', sentence: detail };
  switch (pointer) {
    case '#/question/p':
      return bounds.minimum === undefined
        ? { field: 'p', sentence: t('plan.error_pMany', { most: bounds.maximum ?? 0 }) }
        : { field: 'p', sentence: t('plan.error_pFew', { most: bounds.minimum }) };
    case '#/demand/layer':
      return { field: 'layer', sentence: t('plan.error_layer') };
    case '#/demand/weight':
      return {
        field: isOwn ? 'expression' : 'weight',
        sentence: t(detail.includes('nobody counts') ? 'plan.error_nobody' : 'plan.error_numbers'),
      };
    case '#/candidates/search':
      return { field: 'search', sentence: t('plan.error_many', { most: MOST_CANDIDATES }) };
    case '#/candidates':
      return { field: 'search', sentence: t('plan.error_noPlaces') };
    case '#/candidates/include':
      return {
        field: 'include',
        sentence: t(detail.startsWith('There is no venue') ? 'plan.error_include' : 'plan.error_unwilling'),
      };
    case '#/candidates/consent':
      return { field: 'consent', sentence: t('plan.error_consent') };
    case '#/travel/most':
      return { field: 'most', sentence: t('plan.error_mostNeeded') };
    default:
      return { sentence: detail };
  }
}

/** Problems that no change of the form would mend are thrown on. */
export function faultsOf(
  language: Language,
  error: unknown,
  isOwn: boolean,
): { faults: FormFault[]; status: number } {
  if (!(error instanceof Problem) || ![400, 409].includes(error.status)) throw error;
  if (error.status === 409) return { faults: [{ sentence: language.t('plan.error_waiting') }], status: 409 };
  const told = error.errors ?? [{ detail: error.message }];
  return { faults: told.map((each) => faultOf(language, each, isOwn)), status: 400 };
}
