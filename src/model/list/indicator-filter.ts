import type { Filter } from './types.ts';

/** The three groups that the patients of an indicator are in (R22). */
export type IndicatorAnswer = 'numerator' | 'rest' | 'unknown';

/** Narrows a list to the patients behind a number of an indicator: the same that a report counts. */
export function indicatorFilter(indicatorId: string, answer: IndicatorAnswer): Filter {
  return {
    ...{ columnId: 'indicator', any: [indicatorId], narrows: true },
    ...(answer === 'numerator' ? {} : { answer: answer === 'rest' ? 'no' : 'unknown' }),
  };
}
