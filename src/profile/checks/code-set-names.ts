import { isObject } from '../../json/values.ts';
import type { DocumentCheck } from './check.ts';

/**
 * No code set is named `__proto__`. Such a key would set an object's prototype where a name is looked up
 * or copied, so zod skips it in a record and the schema does not see it.
 */
export const codeSetNames: DocumentCheck = {
  name: 'code-set-names',
  severity: 'error',
  scope: 'document',
  find(document) {
    const sets = isObject(document) ? document.codes : undefined;
    return isObject(sets) && Object.hasOwn(sets, '__proto__')
      ? [{ path: ['codes', '__proto__'], code: 'name', details: {} }]
      : [];
  },
};
