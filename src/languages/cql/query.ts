/** R11–R16: one question about the records of one type, as CQL. */
import {
  defaultWindows,
  type Codes,
  type Count,
  type Lengths,
  type QueryType,
  type ResultValue,
  type ValueBounds,
  type Window,
} from '../../profile/index.ts';
import { isSpan } from '../../record/index.ts';
import { asOf, operands, windowOn, type DayAsked, type DayWindow } from './days.ts';
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

/** Length of an ATC code at each level (R15). */
const atcLengths = { 1: 1, 2: 3, 3: 4, 4: 5, 5: 7 } as const;

export function answerQuery(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
): string {
  const window = windowOn(query.when ?? defaultWindows[type], day);
  const { pick = 'any', prefer, lasting, episodes } = query;
  if (prefer)
    return known(answerPreferred(script, type, query, prefer, path, day, window), day, window);
  if (episodes !== undefined || lasting !== undefined)
    return known(answerRuns(script, type, query, path, day, window), day, window);
  if (pick === 'any') return answerCounted(script, type, query, path, day, window);
  const picked =
    pick === 'highest' || pick === 'lowest'
      ? answerExtreme(script, type, query, path, day, window, pick)
      : answerPicked(script, type, query, path, day, window, pick);
  return known(picked, day, window);
}

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

/** R11, R12, R15. */
function answerCounted(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  window: DayWindow,
): string {
  const { count = { min: 1 }, distinct, value } = query;
  const records = recordsOf(script, type, query, path);
  const matches = [
    ...matchOf(script, type, query, path, day, window),
    ...(value ? [valueCondition(script, value)] : []),
  ].join('\n        and ');
  const isCovered = covered(script, type, query, window, day);
  const limits = `${count.min ?? 0}, ${count.max ?? 'null'}`;
  if (count.apart !== undefined)
    return [
      'Rules.CountedApart(',
      `  (${records}) R`,
      `    let holds: ${matches}`,
      '    where holds is not false',
      `    return all ${matchTuple(type, window, 'true')},`,
      `  ${operands(count.apart)}, ${limits}, ${isCovered})`,
    ].join('\n');
  if (distinct)
    return [
      'Rules.Distinct(',
      `  (${records}) R`,
      `    return all Tuple { holds: ${matches}, code: R.code },`,
      `  ${atcLengths[distinct.level]}, ${limits}, ${isCovered})`,
    ].join('\n');
  return [
    'Rules.Counted(',
    `  (${records}) R`,
    `    return all ${matches},`,
    `  ${limits}, ${isCovered})`,
  ].join('\n');
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

/** R13. */
function answerPicked(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  window: DayWindow,
  pick: 'latest' | 'earliest',
): string {
  const matches = matchOf(script, type, query, path, day, window).join('\n        and ');
  const systems = script.systemsOf(query.codes, undefined);
  return [
    'Rules.Picked(',
    `  (${recordsOf(script, type, query, path)}) R`,
    `    let holds: ${matches}`,
    '    where holds is not false',
    `    return all ${matchTuple(type, window, valueCondition(script, query.value!))},`,
    `  ${pick === 'latest'}, Coverage, ${text(type)}, ${systems}, ${window.opens}, ${window.lastAsked})`,
  ].join('\n');
}

/** R13: the highest or the lowest, each bound judged alone. */
function answerExtreme(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  window: DayWindow,
  pick: 'highest' | 'lowest',
): string {
  const { value } = query;
  if (!value || 'text' in value) throw new RangeError('A text is neither highest nor lowest.');
  const { above, atLeast, below, atMost, ...rest } = value;
  const sides = [
    {
      ...rest,
      ...(above === undefined ? {} : { above }),
      ...(atLeast === undefined ? {} : { atLeast }),
    },
    {
      ...rest,
      ...(below === undefined ? {} : { below }),
      ...(atMost === undefined ? {} : { atMost }),
    },
  ];
  const has = [(above ?? atLeast) !== undefined, (below ?? atMost) !== undefined];
  const [low = 'true', high = 'true'] = sides.map((side, index) =>
    has[index] ? valueCondition(script, side) : 'true',
  );
  const [reaches, keeps] = pick === 'highest' ? [low, high] : [high, low];
  const [hasReach, hasKeep] = pick === 'highest' ? has : [...has].reverse();
  const matches = matchOf(script, type, query, path, day, window).join('\n        and ');
  return [
    'Rules.Extreme(',
    `  (${recordsOf(script, type, query, path)}) R`,
    `    let holds: ${matches}`,
    '    where holds is not false',
    '    return all Tuple {',
    `      holds: holds, judged: ${valueCondition(script, value)},`,
    `      reaches: ${reaches},`,
    `      keeps: ${keeps},`,
    '      aside: R.aside, beganFirst: R.beganFirst',
    '    },',
    `  ${hasReach}, ${hasKeep}, Coverage, ${text(type)}, ${script.systemsOf(query.codes, undefined)}, ${window.opens}, ${window.lastAsked})`,
  ].join('\n');
}

/** R13a. */
function answerPreferred(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  prefer: readonly Codes[],
  path: string,
  day: DayAsked,
  window: DayWindow,
): string {
  const sets = prefer.map((codes, index) => {
    const asked = { ...query, codes };
    const records = recordsOf(script, type, asked, `${path}/prefer/${index}`);
    const matches = matchOf(script, type, asked, path, day, window).join(' and ');
    return `Tuple {
      systems: ${script.systemsOf(codes, undefined)},
      matches: (${records}) R
        let holds: ${matches}
        where holds is not false
        return all ${matchTuple(type, window, valueCondition(script, query.value!))}
    }`;
  });
  return `Rules.Preferred(
  {
    ${sets.join(',\n    ')}
  },
  Coverage, ${text(type)}, ${window.opens}, ${window.lastAsked})`;
}

/** One type's records as a part of what lasts. */
export function partTuple(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
): string {
  const fields = fieldConditions(query, day);
  const records = recordsOf(script, type, query, path);
  const asked =
    fields.length === 0
      ? records
      : `(${records}) R return all Rules.Asked(R, ${['R.coded', ...fields].join(' and ')})`;
  return `Tuple { type: ${text(type)}, systems: ${script.systemsOf(query.codes, undefined)}, records: ${asked} }`;
}

/** R16, R16a. */
function answerRuns(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  window: DayWindow,
): string {
  const { lasting, gap = 'P0D', episodes, count = { min: 1 } } = query;
  const lengths = typeof lasting === 'string' ? { atLeast: lasting } : (lasting ?? {});
  if (!episodes && lengths.atMost === undefined)
    return `Rules.Lasting(
  { ${partTuple(script, type, query, path, day)} },
  ${operands(gap)}, ${operands(lengths.atLeast!)}, ${window.opens}, ${window.closes}, Coverage, ${window.lastAsked})`;
  const { atLeast, atMost } = lengths;
  const length = (period: string | undefined) =>
    period === undefined ? 'null, null' : operands(period);
  const fields = fieldConditions(query, day);
  const records = recordsOf(script, type, query, path);
  const asked =
    fields.length === 0
      ? records
      : `(${records}) R return all Rules.Asked(R, ${['R.coded', ...fields].join(' and ')})`;
  const head = `${text(type)}, ${script.systemsOf(query.codes, undefined)},
  ${asked},
  ${operands(episodes?.gap ?? gap)}, ${length(atLeast)}, ${length(atMost)}, ${window.opens}, ${window.closes}`;
  if (!episodes) return `Rules.Short(\n  ${head},\n  Coverage, ${window.lastAsked})`;
  return `Rules.Episodes(\n  ${head},
  ${count.min ?? 0}, ${count.max ?? 'null'}, Coverage, ${window.lastAsked})`;
}
