/** Questions about records: of clinical events and of medicines, which the tables have by one day each. */
import {
  defaultWindows,
  queryTypes,
  type Anchor,
  type Codes,
  type Count,
  type ResultValue,
  type Window,
} from '../../profile/index.ts';
import { edgesOf } from '../windows.ts';
import { dayAfter, type Day } from './days.ts';
import { text } from './text.ts';
import type { EhrqlScript } from './script.ts';

/** The record types that the core tables have. */
type EventType = 'diagnosis' | 'medication' | 'result';

interface EventQuery {
  readonly type: EventType;
  readonly codes?: Codes;
  readonly when?: Window;
  readonly count?: Count;
  readonly pick?: 'any' | 'latest' | 'earliest' | 'highest' | 'lowest';
  readonly value?: ResultValue;
  readonly others: readonly string[];
}

/** A criterion that asks of records which the tables have. */
export function eventQuery(criterion: object): EventQuery | undefined {
  const type = queryTypes.find((each) => each in criterion);
  if (type !== 'diagnosis' && type !== 'medication' && type !== 'result') return undefined;
  const { codes, when, count, pick, value, ...others } = (
    criterion as Readonly<Record<EventType, Omit<EventQuery, 'type' | 'others'>>>
  )[type];
  return {
    type,
    ...(codes === undefined ? {} : { codes }),
    ...(when === undefined ? {} : { when }),
    ...(count === undefined ? {} : { count }),
    ...(pick === undefined ? {} : { pick }),
    ...(value === undefined ? {} : { value }),
    others: Object.keys(others),
  };
}

export function answerEvents(
  script: EhrqlScript,
  query: EventQuery,
  path: string,
  day: Day,
): string {
  const { count = { min: 1 }, pick = 'any', value } = query;
  if (count.apart !== undefined)
    return script.refuse(
      `${path}/count/apart`,
      'count apart',
      'ehrQL counts events, however close.',
    );
  const rows = rowsOf(script, query, path, day);
  if (rows === undefined) return 'False';
  const number = value ? valueOf(script, value, `${path}/value`) : undefined;
  if (value && number === undefined) return 'False';
  if (pick !== 'any') {
    const one =
      pick === 'highest' || pick === 'lowest'
        ? `${rows}.numeric_value.${pick === 'highest' ? 'maximum' : 'minimum'}_for_patient()`
        : `${rows}.sort_by(clinical_events.date).${pick === 'latest' ? 'last' : 'first'}_for_patient().numeric_value`;
    // Without one it is no, and not missing.
    return number!(one)
      .map((condition) => `${condition}.when_null_then(False)`)
      .join(' & ');
  }
  const matching = number
    ? number('clinical_events.numeric_value').reduce((all, each) => `${all}.where(${each})`, rows)
    : rows;
  const { min = 0, max } = count;
  if (min === 1 && max === undefined) return `${matching}.exists_for_patient()`;
  const counted = `${matching}.count_for_patient()`;
  return [
    ...(min > 0 ? [`(${counted} >= ${min})`] : []),
    ...(max === undefined ? [] : [`(${counted} <= ${max})`]),
  ].join(' & ');
}

/** The rows of a table that a query means. */
function rowsOf(
  script: EhrqlScript,
  query: EventQuery,
  path: string,
  day: Day,
): string | undefined {
  const { type, codes, when = defaultWindows[type], others } = query;
  for (const field of others)
    script.refuse(
      `${path}/${field}`,
      field,
      'the tables have the day, the code and the number of a record alone.',
    );
  if (codes === undefined) {
    script.refuse(
      `${path}/codes`,
      `${type} without codes`,
      'all clinical events stand in one table, and only codes tell what they are.',
    );
    return undefined;
  }
  const isMedicine = type === 'medication';
  if (isMedicine && when === 'now') {
    script.refuse(
      `${path}/when`,
      'medication now',
      'the tables have the day on which a medicine was issued, not how long it lasts: ask a window, as { "last": "P3M" }.',
    );
    return undefined;
  }
  const { from, to } = edgesOf(when);
  // What has begun goes on: the tables have no end of a diagnosis.
  const opens = type === 'diagnosis' || from === undefined ? undefined : dayAfter(day, from);
  const closes = to === undefined ? undefined : dayAfter(day, to);
  if (
    (from !== undefined && type !== 'diagnosis' && opens === undefined) ||
    (to !== undefined && closes === undefined)
  ) {
    script.refuse(
      `${path}/when`,
      'months from a record',
      'ehrQL counts months to the next month’s first day, a profile to the month’s last: use days or weeks.',
    );
    return undefined;
  }
  const table = isMedicine ? 'medications' : 'clinical_events';
  const column = isMedicine ? 'dmd_code' : 'snomedct_code';
  const list = script.codelists.of(codes, isMedicine ? 'DM+D' : 'SNOMEDCT', `${path}/codes`);
  return [
    table,
    `.where(${table}.${column}.is_in(${list}))`,
    ...(opens === undefined ? [] : [`.where(${table}.date.is_on_or_after(${opens}))`]),
    ...(closes === undefined ? [] : [`.where(${table}.date.is_on_or_before(${closes}))`]),
    // Nothing after the day of evaluation is seen (R19b).
    ...('asOf' in day ? [`.where(${table}.date.is_on_or_before(${text(day.asOf)}))`] : []),
  ].join('');
}

/** The day of the record that an anchor is on; undefined where it was refused. */
export function anchorDate(
  script: EhrqlScript,
  anchor: Anchor,
  path: string,
  day: Day,
): string | undefined {
  const { on, pick, at } = anchor;
  const query = eventQuery(on);
  if (at !== undefined) {
    script.refuse(
      `${path}/at`,
      'anchor at the end',
      'the tables have no day on which something ended.',
    );
    return undefined;
  }
  if (!query || query.value || 'asOf' in day) {
    script.refuse(
      `${path}/on`,
      'anchor',
      'it is written of a diagnosis, a medicine or a result without a value, and not in another anchor.',
    );
    return undefined;
  }
  const rows = rowsOf(script, query, `${path}/on/${query.type}`, day);
  const table = query.type === 'medication' ? 'medications' : 'clinical_events';
  return (
    rows &&
    `${rows}.sort_by(${table}.date).${pick === 'latest' ? 'last' : 'first'}_for_patient().date`
  );
}

/** What is asked of a number, each bound a condition; undefined where it was refused. */
function valueOf(
  script: EhrqlScript,
  value: ResultValue,
  path: string,
): ((number: string) => readonly string[]) | undefined {
  if ('text' in value) {
    script.refuse(path, 'value text', 'the tables have numbers alone.');
    return undefined;
  }
  const { above, atLeast, below, atMost, unit, plausible } = value;
  if (unit !== undefined && unit !== '1' && !script.options.assumesUnits) {
    script.refuse(
      `${path}/unit`,
      `unit ${unit}`,
      'the tables have no unit beside a number: where the codelist means one unit alone, say so (assumesUnits).',
    );
    return undefined;
  }
  if (plausible)
    script.refuse(`${path}/plausible`, 'plausible', 'ehrQL has no number that is undecided.');
  const bounds = [
    ['>', above],
    ['>=', atLeast],
    ['<', below],
    ['<=', atMost],
  ] as const;
  return (number) =>
    bounds.flatMap(([operator, bound]) =>
      bound === undefined ? [] : [`(${number} ${operator} ${bound})`],
    );
}
