/** R28: care plans counted as records, new and maintained, by the month in which they were made or gone through. */
import type { Clinic, Steps } from '../../engine/index.ts';
import {
  anyCodeMatcher,
  coverageOf,
  type CalendarDate,
  type CarePlanRecord,
  type CheckedPatient,
  type CodeSelection,
} from '../../record/index.ts';
import type { Period } from '../types.ts';

/** Which care plans are counted together. */
export interface Activity {
  readonly id: string;
  /** One of these (codes normalised as a profile's); absent: all. */
  readonly codes?: readonly CodeSelection[];
}

/** What is counted in a period, as it was counted: it stays in the clinic. */
export interface ExactActivity {
  new: number;
  maintained: number;
  unknown: number;
}

type Kind = keyof ExactActivity;

/** So many patients are gone through in one step. */
const patientsInStep = 50;

/**
 * Counts in steps.
 *
 * @param periods Whole months, none of which share a day, in order.
 * @returns By activity and period; null where the clinic's data does not cover the period.
 */
export function* countActivitiesInSteps(
  clinic: Clinic,
  activities: readonly Activity[],
  periods: readonly Period[],
): Steps<readonly (readonly (ExactActivity | null)[])[]> {
  const counts = activities.map(() => periods.map(() => ({ new: 0, maintained: 0, unknown: 0 })));
  const matchers = activities.map(({ codes }) => (codes ? anyCodeMatcher(codes) : () => true));
  const places = new MonthPlaces(periods);
  let at = 0;
  for (const id of clinic.ids) {
    if (++at % patientsInStep === 0) yield;
    const patient = clinic.patient(id);
    if (!patient) continue;
    for (const [index, matches] of matchers.entries()) {
      const own = patient.records.carePlan.filter(
        ({ system, code, status }) => status !== 'cancelled' && matches(system, code),
      );
      countPatient(patient, own, isWhole(patient, clinic), places, counts[index]!);
    }
  }
  const isCovered = periods.map((period) => covers(clinic, period));
  return counts.map((own) => own.map((count, index) => (isCovered[index] ? count : null)));
}

/** Whether all care plans that the patient ever had are known: else the first of them that is known may be none. */
function isWhole(patient: CheckedPatient, clinic: Clinic): boolean {
  const declared = patient.coverage.carePlan ?? clinic.coverage.carePlan;
  if (!declared) return patient.supplied.has('carePlan');
  return declared.available && declared.from === undefined;
}

/** Whether the clinic's own data has all of a period. */
function covers(clinic: Clinic, { from, to }: Period): boolean {
  const nobody = { coverage: {}, supplied: new Set(['carePlan' as const]) };
  return coverageOf(nobody, clinic.coverage, 'carePlan', { from, lastDay: to }).covered;
}

/** One patient's records, type by type: in a month each type counts once. */
function countPatient(
  { rejected }: CheckedPatient,
  records: readonly CarePlanRecord[],
  isAllKnown: boolean,
  places: MonthPlaces,
  counts: readonly ExactActivity[],
): void {
  // What could not be read may have been one of them, in any period that it may be of.
  const lost = rejected.filter(({ type }) => type === 'carePlan');
  for (const { from, to } of lost)
    for (const place of places.within(from, to ?? from)) counts[place]!.unknown++;
  const byType = new Map<string, CarePlanRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.system, record.code]);
    const own = byType.get(key);
    if (own) own.push(record);
    else byType.set(key, [record]);
  }
  for (const own of byType.values())
    for (const [month, kind] of monthsOf(own, isAllKnown && lost.length === 0)) {
      const place = places.of(month);
      if (place !== undefined) counts[place]![kind]++;
    }
}

/** By month (`2024-05`): as what the records of one type count. */
function monthsOf(records: readonly CarePlanRecord[], isAllKnown: boolean): Map<string, Kind> {
  const months = new Map<string, Kind>();
  const put = (month: string, kind: Kind) => {
    const known = months.get(month);
    // The first of a month says it; what is in doubt gives way to what is certain.
    if (known === undefined || known === 'unknown' || kind === 'new') months.set(month, kind);
  };
  for (const record of records) {
    const { from, fromLatest = from, code } = record;
    const month = monthOf(from);
    if (month === monthOf(fromLatest))
      put(month, kindOf(record, records, isAllKnown && code !== ''));
    else
      for (const each of monthsBetween(from, fromLatest))
        if (!months.has(each)) put(each, 'unknown');
  }
  const begun = new Set(months.keys());
  for (const { maintained, maintainedLatest = maintained, fromLatest, from } of records) {
    if (maintained === undefined || maintained <= (fromLatest ?? from)) continue;
    const month = monthOf(maintained);
    const isCertain = month === monthOf(maintainedLatest!);
    if (begun.has(month) || (months.has(month) && !isCertain)) continue;
    months.set(month, isCertain ? 'maintained' : 'unknown');
  }
  return months;
}

/** A record is *maintained* where another is certainly earlier, *new* where certainly none is. */
function kindOf(
  record: CarePlanRecord,
  records: readonly CarePlanRecord[],
  isAllKnown: boolean,
): Kind {
  const latest = record.fromLatest ?? record.from;
  const others = records.filter((each) => each !== record);
  if (others.some(({ from, fromLatest }) => (fromLatest ?? from) < record.from))
    return 'maintained';
  const isFirst = others.every(({ from }) => from >= latest);
  return isFirst && isAllKnown ? 'new' : 'unknown';
}

function monthOf(date: CalendarDate): string {
  return date.slice(0, 'YYYY-MM'.length);
}

/** So many months a day that is not known may be in; what is in more is in no number. */
const mostMonths = 24;

function monthsBetween(first: CalendarDate, last: CalendarDate): readonly string[] {
  const [year = 0, month = 0] = first.split('-').map(Number);
  const found: string[] = [];
  for (let at = year * 12 + month - 1; found.length <= mostMonths; at++) {
    const text = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
    if (text > monthOf(last)) return found;
    found.push(text);
  }
  return [];
}

/** In which period a month is. */
class MonthPlaces {
  readonly #places = new Map<string, number>();

  constructor(private readonly periods: readonly Period[]) {
    for (const [place, { from, to }] of periods.entries())
      for (const month of monthsBetween(from, to)) this.#places.set(month, place);
  }

  of(month: string): number | undefined {
    return this.#places.get(month);
  }

  /** The periods that a day may be in; all of them where nothing is known of it. */
  within(first: CalendarDate | undefined, last: CalendarDate | undefined): readonly number[] {
    return this.periods.flatMap(({ from, to }, place) =>
      (first === undefined || first <= to) && (last === undefined || last >= from) ? [place] : [],
    );
  }
}
