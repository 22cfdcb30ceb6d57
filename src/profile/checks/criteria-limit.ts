import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { criterionKeys } from '../queries.ts';
import type { DocumentCheck } from './check.ts';
import { objectsIn } from './objects.ts';

/** Each criterion costs time for every patient. */
const mostCriteria = 1000;

/** A profile has at most 1,000 criteria that ask about something: a list of criteria is none itself. */
export const criteriaLimit: DocumentCheck = {
  name: 'criteria-limit',
  severity: 'error',
  scope: 'document',
  find(document) {
    const found = ['population', 'information', 'markers', 'indicators']
      .flatMap((part) => objectsIn(valueAt(document, [part])))
      .filter(({ object }) => criterionKeys.some((key) => isObject(object[key]))).length;
    return found > mostCriteria
      ? [{ path: [], code: 'too-many-criteria', details: { most: mostCriteria, found } }]
      : [];
  },
};
