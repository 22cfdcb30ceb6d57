import type { ClinicAdapter } from '../adapter/types.ts';
import type { Language } from '../i18n/language.ts';
import { notSharedPhrases } from '../i18n/phrases/share.ts';
import {
  listNames,
  recordTypes,
  type Coverage,
  type PatientRecords,
  type RecordType,
} from '../record/types.ts';
import type { Share } from './content.ts';

/**
 * Makes an adapter over a share, with exactly its one patient and without actions or rounds. The types that
 * were not shared are not covered, so that what depends on them cannot be decided.
 */
export function sharedAdapter(share: Share, language: Language): ClinicAdapter {
  const coverage: Partial<Record<RecordType, Coverage>> = {};
  const patient: Record<string, unknown> = { patient: share.patient.patient };
  for (const type of recordTypes) {
    const own = share.coverage[type];
    const list = share.patient[listNames[type]];
    if (!share.types.includes(type))
      coverage[type] = { available: false, source: notSharedPhrases[language] };
    else {
      if (own !== undefined) coverage[type] = own;
      if (list !== undefined) patient[listNames[type]] = list;
    }
  }
  return {
    describe: () =>
      Promise.resolve({
        ...share.clinic,
        coverage,
        patients: 1,
        may: { openJournal: false, print: false, export: false },
      }),
    patient: (id) =>
      id === share.id
        ? Promise.resolve(patient as unknown as PatientRecords)
        : Promise.reject(new RangeError('Only one patient was shared.')),
    openJournal: () => Promise.reject(new RangeError('A shared view opens no journal.')),
  };
}
