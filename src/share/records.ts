/** What is shared of a patient: rebuilt from what the check could read, so that nothing else comes along. */
import {
  listNames,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type DataType,
  type Patient,
  type PatientRecords,
  type RecordType,
  type Rejection,
} from '../record/types.ts';

/**
 * The patient's records of the shared types, as an adapter supplies them. Who it is (name, CPR number,
 * birth, sex, death) is always told; the other fields are of the type `patient`. What was set aside keeps
 * its place and code, without its content: it is set aside again, and stays unknown (R3).
 *
 * @param id The patient's id in the share: the clinic's own key stays at home.
 */
export function sharedRecords(
  { patient, records, supplied, rejected }: CheckedPatient,
  types: readonly DataType[],
  id: string,
): PatientRecords {
  const lists: Record<string, unknown> = {};
  for (const type of recordTypes) {
    if (!types.includes(type)) continue;
    const aside = rejected.filter((entry) => entry.type === type);
    // A list that was none may have held anything, and is handed on as such.
    if (aside.some(({ index }) => index === undefined)) lists[listNames[type]] = {};
    else if (supplied.has(type)) lists[listNames[type]] = listOf(records[type], aside);
  }
  const { name, cpr, birthDate, sex, deceased } = patient;
  const died = rejected.some(({ type, field }) => type === 'patient' && field === 'deceased')
    ? unreadable
    : deceased;
  return {
    patient: {
      ...(types.includes('patient') ? furtherFields(patient) : {}),
      id,
      name,
      birthDate: birthDate ?? unreadable,
      sex: sex ?? 'unknown',
      ...(cpr === undefined ? {} : { cpr }),
      ...(died === undefined ? {} : { deceased: died }),
    },
    ...lists,
  };
}

/** No date, so that it cannot be read at the other end either. */
const unreadable = '?';

function listOf(records: readonly ClinicalRecord[], aside: readonly Rejection[]): unknown[] {
  const list: unknown[] = [];
  for (const record of records) list[record.index] = asSupplied(record);
  for (const { index = 0, code, system } of aside) list[index] = { code, system };
  // Places that nothing is known of are no records.
  return list.filter(() => true);
}

/** What the check made of a record, undone: a time is written with its day, and no code is none at all. */
function asSupplied(record: ClinicalRecord): object {
  const { type, index, code, ...rest } = record;
  const coded = code === '' ? rest : { code, ...rest };
  if (!('time' in coded) || coded.time === undefined) return coded;
  const { time, ...point } = coded;
  return { ...point, at: `${point.at}T${time}` };
}

function furtherFields(patient: Patient): Partial<Patient> {
  const { address, postalCode, city, municipality, insuranceGroup, practitioner, phone } = patient;
  return {
    address,
    postalCode,
    city,
    municipality,
    insuranceGroup,
    practitioner,
    phone,
  } as Partial<Patient>;
}

/**
 * What the shared types cover, the patient's own coverage before the clinic's (R9). A type whose list was
 * not supplied is not covered, whatever the clinic says of it: it may never have been fetched, and what
 * was not fetched is unknown, never none.
 */
export function sharedCoverage(
  { coverage, supplied }: CheckedPatient,
  clinic: CoverageByType,
  types: readonly DataType[],
): CoverageByType {
  const shared: Partial<Record<RecordType, Coverage>> = {};
  for (const type of recordTypes) {
    const own = coverage[type] ?? clinic[type];
    if (types.includes(type) && own)
      shared[type] = supplied.has(type) ? own : { ...own, available: false };
  }
  return shared;
}
