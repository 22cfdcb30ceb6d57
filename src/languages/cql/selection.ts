/** Which records a query means, as CQL: their codes, their days, their fields, and what is covered of them. */
import type {
  Codes,
  Count,
  Lengths,
  QueryType,
  ResultValue,
  ValueBounds,
  Window,
} from '../../profile/index.ts';
import { isSpan } from '../../record/index.ts';
import { asOf, windowOn, type DayAsked, type DayWindow } from './days.ts';
import type { Script } from './script.ts';
import { listOf, text } from './text.ts';
import { valueBody, valueName, valueOperands } from './values.ts';

/** Any query: what a type does not have is simply absent. */
export interface AnyQuery {
  readonly codes?: Codes;
  readonly when?: Window;
  readonly source?: string;
  readonly count?: Count;
  readonly pick?: 'any' | 'latest' | 'earliest' | 'highest' | 'lowest';
  readonly prefer?: readonly Codes[];
  readonly value?: ResultValue;
  readonly lasting?: string | Lengths;
  readonly gap?: string;
  readonly episodes?: { readonly gap?: string };
  readonly distinct?: { readonly level: 1 | 2 | 3 | 4 | 5 };
  readonly first?: true;
  readonly status?: string | readonly string[];
  readonly specialty?: string | readonly string[];
  readonly product?: string | readonly string[];
  readonly strength?: ValueBounds;
  readonly maintained?: Window;
}

/** The function of the library of records for each type; notes have no resource that the adapter reads. */
const readers: Readonly<Partial<Record<QueryType, (codes: string) => string>>> = {
  diagnosis: (codes) => `Records.Diagnoses(${codes}, ${asOf})`,
  medication: (codes) => `Records.Medicines(${codes}, ${asOf})`,
  result: (codes) => `Records.Results(${codes})`,
  service: (codes) => `Records.Services(${codes})`,
  appointment: (codes) => `Records.Appointments(${codes})`,
  referral: (codes) => `Records.Referrals(${codes})`,
  letter: (codes) => `Records.Letters(${codes})`,
  vaccination: (codes) => `Records.Vaccinations(${codes})`,
  carePlan: (codes) => `Records.CarePlans(${codes}, ${asOf})`,
  correspondence: (codes) => `Records.Correspondences(${codes})`,
};

/** Of a window that begins after the day of evaluation, counted from that of a record, nobody knows (R19b). */
export function known(answer: string, day: DayAsked, { opens }: DayWindow): string {
  return day === asOf || opens === 'null'
    ? answer
    : `if ${opens} <= ${asOf} then ${answer} else null`;
}

/** How the records of a type are read that a query may mean. */
export function recordsOf(script: Script, type: QueryType, query: AnyQuery, path: string): string {
  const codes = script.codes(query.codes, path);
  const reader = readers[type];
  if (!reader)
    return script.refuse(
      path,
      type,
      'no FHIR resource is read as a note; the adapter has none either.',
    );
  for (const field of ['specialty', 'product', 'strength'] as const)
    if (query[field] !== undefined)
      script.refuse(
        `${path}/${field}`,
        field,
        'FHIR has no one element that all systems write it in.',
      );
  if (query.status !== undefined && [query.status].flat().includes('accepted'))
    script.refuse(
      `${path}/status`,
      'status accepted',
      'no status of a ServiceRequest says that it was accepted.',
    );
  return reader(codes);
}

/** What a record must be beside its code, each true, false or null; `R` is the record. */
export function fieldConditions(query: AnyQuery, day: DayAsked): readonly string[] {
  const { source, status, maintained } = query;
  const among = (field: string, values: readonly string[]) =>
    `Rules.IsAmong(R.${field}, ${listOf(
      values.map((value) => value.trim().toUpperCase()),
      4,
    )})`;
  const reviewed = maintained === undefined ? undefined : windowOn(maintained, day);
  return [
    ...(source === undefined ? [] : [among('source', [source])]),
    ...(status === undefined ? [] : [among('status', [status].flat())]),
    ...(reviewed && day === asOf
      ? [`Rules.ReviewedIn(R, ${reviewed.opens}, ${reviewed.closes})`]
      : []),
    ...(reviewed && day !== asOf
      ? [`Rules.ReviewedBy(R, ${reviewed.opens}, ${reviewed.closes}, ${asOf})`]
      : []),
  ];
}

/** Whether a record counts: its code, its days and its fields. */
export function matchOf(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  { opens, closes }: DayWindow,
): readonly string[] {
  const inside = query.first ? 'BeganIn' : 'In';
  const untilNow = { opens: 'null', closes: asOf, lastAsked: asOf };
  return [
    'R.coded',
    `Rules.${inside}(R, ${opens}, ${closes})`,
    ...fieldConditions(query, day),
    ...(query.first
      ? [
          `Rules.IsFirst(R, ${recordsOf(script, type, {}, path)})`,
          `(if ${covered(script, type, query, untilNow, asOf)} then true else null)`,
        ]
      : []),
  ];
}

/** How a value is asked of a record. */
export function valueCondition(script: Script, value: ResultValue): string {
  const name = script.defineFunction(valueName(value), valueOperands, valueBody(value));
  return `${name}(R.aside, R.number, R.comparator, R.units, R.words)`;
}

/** Whether the absence of records means no; of days that have not come nothing is known (R19b). */
export function covered(
  script: Script,
  type: QueryType,
  { codes, distinct }: AnyQuery,
  { opens, lastAsked }: DayWindow,
  day: DayAsked,
): string {
  const systems = script.systemsOf(codes, distinct && ['ATC']);
  const asked = `Rules.Covered(Coverage, ${text(type)}, ${systems}, ${opens}, ${lastAsked})`;
  return day === asOf || opens === 'null' ? asked : `${opens} <= ${asOf} and ${asked}`;
}

/** A record that may be in a window, on the days on which it may be in it. */
export function matchTuple(type: QueryType, { opens, closes }: DayWindow, judged: string): string {
  // A point in the window began in it; a span may have begun before.
  const first =
    isSpan(type) || opens === 'null' ? 'R.beganFirst' : `Rules.Later(R.beganFirst, ${opens})`;
  return `Tuple {
      holds: holds, judged: ${judged}, aside: R.aside,
      beganFirst: ${first},
      beganLast: Rules.Earlier(R.beganLast, ${closes}),
      time: R.time, id: R.id
    }`;
}
