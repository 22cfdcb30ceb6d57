import { addToDay, dayOf, openEnd, type Day } from '../../record/days.ts';
import {
  readDate,
  recordTypes,
  type CalendarDate,
  type DataType,
  type Hint,
  type RecordType,
} from '../../record/index.ts';
import { finish, type Steps } from '../steps.ts';
import type { Clinic } from './clinic.ts';
import { latestOf, textRows, type TextRow } from './look-over.ts';

/** What looks odd though it could be read, and shows only against a date or the rest of the clinic. */
export interface Oddity extends Hint {
  readonly patientIds: readonly string[];
}

/** So many years ahead such records are written; of what is planned many more. */
const yearsAhead: Readonly<Record<RecordType, number>> = {
  diagnosis: 1,
  medication: 1,
  result: 1,
  service: 1,
  appointment: 10,
  referral: 10,
  letter: 1,
  vaccination: 1,
  carePlan: 10,
  note: 1,
  correspondence: 1,
};

/**
 * Finds dates too far ahead of the later of `asOf` and what coverage was last updated on, and texts among numbers. It
 * is read off the columns: what is looked for in every row is looked for once in each segment.
 */
export function oddities(clinic: Clinic, asOf: CalendarDate): readonly Oddity[] {
  return finish(odditiesInSteps(clinic, asOf));
}

/** As `oddities`, some segments at a time. */
export function* odditiesInSteps(clinic: Clinic, asOf: CalendarDate): Steps<readonly Oddity[]> {
  const today = latestKnown(clinic, asOf);
  const found: Oddity[] = [];
  for (const type of recordTypes)
    found.push(yield* farAhead(clinic, type, inYears(today, yearsAhead[type])));
  found.push(livesToCome(clinic, today));
  found.push(yield* textsAmongNumbers(clinic));
  return found.filter(({ count }) => count > 0);
}

/** So many segments are looked through in one step. */
const segmentsInStep = 8;

/** A list of an earlier date is made of what was known later. */
function latestKnown({ coverage }: Clinic, asOf: CalendarDate): Day {
  const updated = Object.values(coverage).map((each) => readDate(each.updated ?? '')?.date);
  return Math.max(dayOf(asOf), ...updated.map((date) => (date === undefined ? 0 : dayOf(date))));
}

function inYears(day: Day, years: number): Day {
  return addToDay(day, { years, months: 0, weeks: 0, days: 0 });
}

/** Collects what is odd in one type, and whose it is. */
class Count {
  #count = 0;
  readonly #patientIds = new Set<string>();

  add(id: string): void {
    this.#count++;
    this.#patientIds.add(id);
  }

  as(kind: Hint['kind'], type: DataType): Oddity {
    return { kind, type, count: this.#count, patientIds: [...this.#patientIds] };
  }
}

function* farAhead(clinic: Clinic, type: RecordType, limit: Day): Steps<Oddity> {
  const found = new Count();
  for (const [index, segment] of clinic.segments.entries()) {
    if (index % segmentsInStep === 0) yield;
    const columns = segment.types[type];
    if (latestOf(columns) <= limit) continue;
    const gone = clinic.goneFrom(index);
    for (let patient = 0; patient < segment.size; patient++)
      if (!gone.has(patient))
        for (let row = columns.start[patient]!; row < columns.start[patient + 1]!; row++)
          if (columns.from[row]! > limit) found.add(segment.patients[patient]!.id);
  }
  return found.as('far-ahead', type);
}

function livesToCome(clinic: Clinic, today: Day): Oddity {
  const found = new Count();
  for (const [index, { size, born, died, patients }] of clinic.segments.entries()) {
    const gone = clinic.goneFrom(index);
    for (let patient = 0; patient < size; patient++) {
      const isDeathAhead = died[patient]! > today && died[patient]! < openEnd;
      if (!(born[patient]! > today || isDeathAhead) || gone.has(patient)) continue;
      const { id, deceased } = patients[patient]!;
      if (born[patient]! > today) found.add(id);
      // A death known to its year lies ahead only where the whole year does.
      if (isDeathAhead && deceased !== undefined && dayOf(deceased) > today) found.add(id);
    }
  }
  return found.as('far-ahead', 'patient');
}

function* textsAmongNumbers(clinic: Clinic): Steps<Oddity> {
  const found = new Count();
  const numbers = new Map<number, number>();
  const segments = [...clinic.segments];
  const rowsBySegment: (readonly TextRow[])[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index % segmentsInStep === 0) yield;
    rowsBySegment.push(textRows(segment, clinic.dictionary));
  }
  for (const [index, { types }] of segments.entries()) {
    const { codes, start } = types.result.postings;
    for (const [place, code] of codes.entries())
      numbers.set(code, (numbers.get(code) ?? 0) + start[place + 1]! - start[place]!);
    for (const { code } of rowsBySegment[index]!) numbers.set(code, numbers.get(code)! - 1);
  }
  const texts = new Map<number, number>();
  for (const { code } of rowsBySegment.flat()) texts.set(code, (texts.get(code) ?? 0) + 1);
  for (const [index, { patients }] of segments.entries()) {
    const gone = clinic.goneFrom(index);
    for (const { code, patient } of rowsBySegment[index]!)
      if (!gone.has(patient) && numbers.get(code)! > texts.get(code)!)
        found.add(patients[patient]!.id);
  }
  return found.as('text-among-numbers', 'result');
}
