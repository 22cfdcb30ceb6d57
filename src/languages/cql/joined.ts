/** R18, R19b, R19c: records that are asked together, as CQL. */
import {
  defaultWindows,
  queryTypes,
  type Anchor,
  type Change,
  type ConcurrentPart,
  type Criterion,
  type QueryType,
  type SameDay,
  type SameDayPart,
  type SequencePart,
} from '../../profile/index.ts';
import { asOf, operands, windowOn, type DayAsked, type DayWindow } from './days.ts';
import { partTuple } from './lasting.ts';
import {
  covered,
  fieldConditions,
  known,
  matchOf,
  matchTuple,
  recordsOf,
  valueCondition,
  type AnyQuery,
} from './selection.ts';
import type { Script } from './script.ts';
import { name, text } from './text.ts';
import { changeOperands, numberOf } from './values.ts';

type Sequence = Extract<Criterion, { sequence: unknown }>['sequence'];
type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

function partOf(part: ConcurrentPart | SameDayPart | SequencePart): {
  readonly type: QueryType;
  readonly query: AnyQuery;
} {
  const type = queryTypes.find((each) => each in part)!;
  return { type, query: (part as Readonly<Record<string, AnyQuery>>)[type] ?? {} };
}

/** R18. */
export function answerConcurrent(
  script: Script,
  { of, when = 'now', lasting = 'P1D' }: Concurrent,
  path: string,
  day: DayAsked,
): string {
  const window = windowOn(when, day);
  const parts = of.map((part, index) => {
    const { type, query } = partOf(part);
    return partTuple(script, type, query, `${path}/of/${index}/${type}`, day);
  });
  const lasts = `Rules.Lasting(
  {
    ${parts.join(',\n    ')}
  },
  0, 0, ${operands(lasting)}, ${window.opens}, ${window.closes}, Coverage, ${window.lastAsked})`;
  return known(lasts, day, window);
}

/** R19c. */
export function answerChange(
  script: Script,
  { of, from, value }: Change,
  path: string,
  day: DayAsked,
): string {
  if (from === 'highest' || from === 'lowest')
    return script.refuse(
      `${path}/from`,
      `change from ${from}`,
      'it is not written in CQL yet; previous and earliest are.',
    );
  const window = windowOn(of.when ?? defaultWindows.result, day);
  const matches = [
    'R.coded',
    `Rules.In(R, ${window.opens}, ${window.closes})`,
    ...fieldConditions(of, day),
  ];
  const changed = `Rules.Changed(
  (${recordsOf(script, 'result', of, `${path}/of`)}) R
    let holds: ${matches.join(' and ')}
    where holds is not false
    return all Tuple {
      holds: holds, aside: R.aside, beganFirst: R.beganFirst, beganLast: R.beganLast, time: R.time, id: R.id,
      ${numberOf(value, 'R')}
    },
  ${text(from)}, ${changeOperands(value)}, Coverage, ${script.systemsOf(of.codes, undefined)},
  ${window.opens}, ${window.lastAsked})`;
  return known(changed, day, window);
}

/** R19. */
export function answerSequence(
  script: Script,
  { of, within }: Sequence,
  path: string,
  day: DayAsked,
): string {
  const parts = of.map((part, index) => {
    const { type, query } = partOf(part);
    const window = windowOn(query.when ?? defaultWindows[type], day);
    const place = `${path}/of/${index}/${type}`;
    return {
      type,
      isCovered: covered(script, type, query, window, day),
      matches: matchesIn(script, type, query, place, day, window, 'counted'),
    };
  });
  const [first, second] = parts as unknown as readonly [(typeof parts)[0], (typeof parts)[0]];
  return `Rules.Follows(
  ${first.matches},
  ${second.matches},
  ${first.type === second.type}, ${operands(within)},
  ${first.isCovered},
  ${second.isCovered})`;
}

/** R19a. */
export function answerSameDay(
  script: Script,
  { of, when = 'ever' }: SameDay,
  path: string,
  day: DayAsked,
): string {
  const window = windowOn(when, day);
  const parts = of.map((part, index) => {
    const { type, query } = partOf(part);
    const place = `${path}/of/${index}/${type}`;
    const { pick = 'any' } = query;
    if (pick === 'highest' || pick === 'lowest')
      script.refuse(
        `${place}/pick`,
        `pick ${pick} in sameDay`,
        'it is not written in CQL yet; latest, earliest and any are.',
      );
    return `Tuple {
      type: ${text(type)}, systems: ${script.systemsOf(query.codes, undefined)}, pick: ${text(pick)},
      matches: ${matchesIn(script, type, query, place, day, window, 'judged')}
    }`;
  });
  const same = `Rules.SameDay(
  {
    ${parts.join(',\n    ')}
  },
  Coverage, ${window.opens}, ${window.lastAsked})`;
  return known(same, day, window);
}

/**
 * The records that a part asks for, or may.
 * @param value Whether a record counts by its value, or is judged by it.
 */
function matchesIn(
  script: Script,
  type: QueryType,
  query: AnyQuery,
  path: string,
  day: DayAsked,
  window: DayWindow,
  value: 'counted' | 'judged',
): string {
  const judged = query.value ? valueCondition(script, query.value) : 'true';
  const matches = [
    ...matchOf(script, type, query, path, day, window),
    ...(value === 'counted' && query.value ? [judged] : []),
  ];
  return `(${recordsOf(script, type, query, path)}) R
    let holds: ${matches.join(' and ')}
    where holds is not false
    return all ${matchTuple(type, window, value === 'judged' ? judged : 'true')}`;
}

/** R19b. @param is The name of the function that asks what is asked on the day. */
export function answerAnchor(
  script: Script,
  { on, pick, at }: Anchor,
  path: string,
  is: string,
): string {
  const { type, query } = partOf(on);
  // Nothing after the day of evaluation is seen.
  const asked = windowOn(query.when ?? defaultWindows[type], asOf);
  const closes = asked.closes === 'null' ? asOf : `Rules.Earlier(${asked.closes}, ${asOf})`;
  const window = { ...asked, closes, lastAsked: at ? asOf : asked.lastAsked };
  const matches = [
    'R.coded',
    `Rules.In(R, ${window.opens}, ${window.closes})`,
    ...fieldConditions(query, asOf),
    ...(query.value ? [valueCondition(script, query.value)] : []),
    // What has not ended by then is no record for its end.
    ...(at
      ? [`Rules.InWindow(R.endedFirst, R.endedLast, R.endedFirst, R.endedLast, null, ${asOf})`]
      : []),
  ];
  const tuple = at
    ? `Tuple {
      holds: holds, judged: true, aside: R.aside,
      beganFirst: Rules.Later(R.endedFirst, ${window.opens}), beganLast: Rules.Earlier(R.endedLast, ${asOf}),
      time: null as Integer, id: R.id
    }`
    : matchTuple(type, window, 'true');
  const days = script.define(
    `${path}/on`,
    [],
    `(${recordsOf(script, type, query, `${path}/on/${type}`)}) R
  let holds: ${matches.join('\n      and ')}
  where holds is not false
  return all ${tuple}`,
  );
  const anchored = `Rules.Anchored(
  (Rules.AnchorDays(${days}, ${pick === 'latest'})) D return all ${is.startsWith('"') ? is : name(is)}(D),
  ${days}, ${pick === 'latest'}, Coverage, ${text(type)}, ${script.systemsOf(query.codes, undefined)},
  ${window.opens}, ${window.lastAsked})`; // Of a window that begins after the day of evaluation nobody knows.
  return window.opens === 'null'
    ? anchored
    : `if ${window.opens} <= ${asOf} then ${anchored} else null`;
}
