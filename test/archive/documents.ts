/** Versions of a profile, for the tests of this folder. */
import { documentOf } from '../profile/documents.ts';

/** A profile that finds whoever has one of the codes. */
export function version(of: string, more: object = {}, codes: readonly string[] = ['P70']) {
  return documentOf(
    { diagnosis: { codes: { system: 'ICPC-2', include: codes } } },
    { id: 'dk.demens', version: of, title: { da: 'Demens', en: 'Dementia' }, ...more },
  );
}

export const never = new AbortController().signal;
