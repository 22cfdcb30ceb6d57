import {
  listNames,
  matchesCode,
  recordKinds,
  readDays,
  recordTypes,
  type PatientRecords,
  type RecordsRequest,
} from '../../src/record/index.ts';

/** What an adapter that sends no more than it must would send. */
export function cutTo(records: PatientRecords, request: RecordsRequest): PatientRecords {
  const cut: Record<string, unknown> = { patient: records.patient };
  if (records.coverage) cut.coverage = records.coverage;
  for (const type of recordTypes) {
    const asked = request.types[type];
    const list:
      readonly { code?: string; system?: string; at?: string; to?: string }[] | undefined =
      records[listNames[type]];
    if (!asked || !list) continue;
    cut[listNames[type]] = list.filter((each) => {
      if (typeof each !== 'object') return true;
      const last = each.at ?? each.to;
      // Of a year or a month, the last day that it may be.
      const lastDay = last === undefined ? undefined : readDays(last)?.last;
      const recent =
        asked.earliest === undefined || lastDay === undefined || lastDay >= asked.earliest;
      const system = each.system ?? recordKinds[type].system;
      const coded =
        !asked.codes || asked.codes.some((set) => matchesCode(set, system, each.code ?? ''));
      return recent && (coded || !each.code?.trim());
    });
  }
  return cut as unknown as PatientRecords;
}
