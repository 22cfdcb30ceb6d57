import type {
  CarePlanQuery,
  ConcurrentPart,
  DiagnosisQuery,
  MedicationQuery,
  ResultQuery,
  SameDayPart,
  SequencePart,
  ServiceQuery,
} from '../../profile/index.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';

/** Any query: what a type does not have is simply absent. */
export type AnyQuery = DiagnosisQuery &
  MedicationQuery &
  ResultQuery &
  ServiceQuery &
  Pick<CarePlanQuery, 'maintained'>;

/** A part is an object with one key, its record type. */
export function partOf(part: ConcurrentPart | SameDayPart | SequencePart): {
  readonly type: RecordType;
  readonly query: AnyQuery;
} {
  for (const type of recordTypes)
    if (type in part) return { type, query: (part as Record<RecordType, AnyQuery>)[type] };
  throw new RangeError('A part asks of one record type.');
}
