import {
  checkPatient,
  listNames,
  matchesCode,
  recordKinds,
  readDays,
  recordTypes,
  type PatientRecords,
  type RecordType,
  type RecordsRequest,
  type RequestedType,
} from '../../src/record/index.ts';

/** What an adapter that sends no more than it must would send: what is set aside is needed too (R3). */
export function cutTo(records: PatientRecords, request: RecordsRequest): PatientRecords {
  const cut: Record<string, unknown> = { patient: records.patient };
  const { rejected = [] } = checkPatient(records);
  const isSetAside = (type: RecordType, index: number) =>
    rejected.some((each) => each.type === type && (each.index ?? index) === index);
  if (records.coverage) cut.coverage = records.coverage;
  for (const type of recordTypes) {
    const asked = request.types[type];
    const list = records[listNames[type]] as unknown;
    if (!asked || list === undefined) continue;
    cut[listNames[type]] = Array.isArray(list)
      ? list.filter((each: unknown, index) => isSetAside(type, index) || isAsked(each, type, asked))
      : list;
  }
  return cut as unknown as PatientRecords;
}

function isAsked(record: unknown, type: RecordType, { earliest, codes }: RequestedType): boolean {
  if (typeof record !== 'object' || record === null) return true;
  const { at, to, code, system = recordKinds[type].system } = record as Record<string, unknown>;
  // Of a year or a month, the last day that it may be.
  const last = at ?? to;
  const lastDay = typeof last === 'string' ? readDays(last)?.last : undefined;
  if (earliest !== undefined && lastDay !== undefined && lastDay < earliest) return false;
  if (!codes || typeof code !== 'string' || !code.trim() || typeof system !== 'string') return true;
  return codes.some((set) => matchesCode(set, system, code));
}
