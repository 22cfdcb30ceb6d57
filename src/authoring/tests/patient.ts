/** The patient of a test, as the contract has one: the short forms written out, and days counted from the test's day. */
import type { ProfileTest, TestRecord } from '../../profile/index.ts';
import {
  addPeriod,
  isSpan,
  listNames,
  parsePeriod,
  recordTypes,
  roughDays,
  subtractPeriod,
  type CalendarDate,
  type CoverageByType,
  type PatientRecords,
  type RecordType,
} from '../../record/index.ts';

/** Everything is covered, since ever: a test says itself what is not. */
export const wholeCoverage: CoverageByType = Object.fromEntries(
  recordTypes.map((type) => [type, { available: true }]),
);

/** Writes out the patient of a test. What cannot be read in it is told when it is checked. */
export function patientOf(test: ProfileTest, id: string): PatientRecords {
  const { on, patient = {}, coverage } = test;
  const { age, ...given } = patient;
  const lists = Object.fromEntries(
    recordTypes.flatMap((type) => {
      const records: readonly TestRecord[] | undefined = test[listNames[type]];
      return records ? [[listNames[type], records.map((each) => recordOf(each, type, on))]] : [];
    }),
  );
  return {
    patient: {
      ...withDays(given, ['birthDate', 'deceased', 'registered'], on),
      ...(age === undefined ? {} : { birthDate: dayFrom(`-P${age}Y`, on) }),
      id,
      name: id,
    },
    ...lists,
    ...(coverage === undefined ? {} : { coverage }),
  } as unknown as PatientRecords;
}

function recordOf(record: TestRecord, type: RecordType, on: CalendarDate): object {
  if (typeof record === 'string') {
    if (isSpan(type)) return { code: record, from: dayFrom('-P1Y', on) };
    if (type === 'appointment') return { code: record, at: dayFrom('+P1W', on), status: 'booked' };
    return { code: record, at: dayFrom('-P1D', on) };
  }
  // Of a letter or a message `from` and `to` are people.
  return withDays(record, isSpan(type) ? ['from', 'to', 'maintained', 'dispensed'] : ['at'], on);
}

function withDays(
  object: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  on: CalendarDate,
): object {
  const days = keys.flatMap((key) => {
    const given = object[key];
    return typeof given === 'string' ? [{ [key]: dayFrom(given, on) }] : [];
  });
  return Object.assign({}, object, ...days) as object;
}

/** 200 years, longer than anybody has lived: no day is counted so far. */
const mostDays = 200 * 366;

/** The day that a period leads to; any other text stands as it is. */
function dayFrom(text: string, on: CalendarDate): string {
  const period = parsePeriod(text);
  if (!period) return text;
  if (Math.abs(roughDays(period)) > mostDays) return text;
  return period.sign === 1 ? addPeriod(on, period) : subtractPeriod(on, period);
}
