import type { Profile } from '../profile/index.ts';
import type { CalendarDate } from '../record/index.ts';
import type { Plan } from './query/compile.ts';
import type { Truth } from './types.ts';

/** What a column of an outcome table holds. */
export type OutcomeColumn =
  | { readonly name: 'patient_id'; readonly holds: 'patient' }
  /** R21 */
  | { readonly name: 'member'; readonly holds: 'membership' }
  | {
      /** `m0`, `m1` … markers; `n0`, `d0` … indicators: asked of members only (R22), else *unknown*. */
      readonly name: string;
      readonly holds: 'marker' | 'numerator' | 'denominator';
      /** The marker's or the indicator's. */
      readonly id: string;
    };

/** Every patient's answers, by patient id and column name. */
export type OutcomeTable = ReadonlyMap<string, Readonly<Record<string, Truth>>>;

/**
 * One evaluator of profiles. Engines differ in where the data lies and in what they are good at; all obey the
 * same rules (SEMANTICS), and tests hold each against the others.
 *
 * - `scan/engine.ts` reads a clinic's columns: fast, for the list;
 * - `reference/engine.ts` reads one patient's records after the other: plain, explains itself, is the judge;
 * - `sql/engine.ts` asks a database where the records live.
 */
export interface QueryEngine<Data> {
  readonly name: 'columns' | 'reference' | 'sql';
  /**
   * Answers everything that a profile asks of every patient on a date.
   * @throws {RangeError} when `asOf` is no calendar date.
   */
  evaluate(plan: Plan, data: Data, asOf: CalendarDate): OutcomeTable | Promise<OutcomeTable>;
}

/** The columns of a profile's outcome table, in their order. */
export function outcomeColumns({
  markers = [],
  indicators = [],
}: Profile): readonly OutcomeColumn[] {
  return [
    { name: 'patient_id', holds: 'patient' },
    { name: 'member', holds: 'membership' },
    ...markers.map(({ id }, index): OutcomeColumn => ({ name: `m${index}`, holds: 'marker', id })),
    ...indicators.flatMap(({ id }, index): OutcomeColumn[] => [
      { name: `n${index}`, holds: 'numerator', id },
      { name: `d${index}`, holds: 'denominator', id },
    ]),
  ];
}
