/** R18, R19b, R19c: records that are asked together, as CQL. */
import {
  defaultWindows,
  queryTypes,
  type Anchor,
  type Change,
  type ConcurrentPart,
  type Criterion,
  type QueryType,
  type SequencePart,
} from '../../profile/index.ts';
import { asOf, operands, windowOn, type DayAsked } from './days.ts';
import {
  fieldConditions,
  matchTuple,
  partTuple,
  recordsOf,
  valueCondition,
  type AnyQuery,
} from './query.ts';
import type { Script } from './script.ts';
import { name, text } from './text.ts';
import { changeOperands, numberOf } from './values.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

function partOf(part: ConcurrentPart | SequencePart): {
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
  if (day !== asOf)
    return script.refuse(
      path,
      'concurrent in an anchor',
      'what lasts, asked on the day of a record, is not written in CQL yet.',
    );
  const window = windowOn(when, day);
  const parts = of.map((part, index) => {
    const { type, query } = partOf(part);
    return partTuple(script, type, query, `${path}/of/${index}/${type}`, day);
  });
  return `Rules.Lasting(
  {
    ${parts.join(',\n    ')}
  },
  0, 0, ${operands(lasting)}, ${window.opens}, ${window.closes}, Coverage, ${window.lastAsked})`;
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
  if (day !== asOf)
    return script.refuse(path, 'change in an anchor', 'it is not written in CQL yet.');
  const window = windowOn(of.when ?? defaultWindows.result, day);
  const matches = [
    'R.coded',
    `Rules.In(R, ${window.opens}, ${window.closes})`,
    ...fieldConditions(of, day),
  ];
  return `Rules.Changed(
  (${recordsOf(script, 'result', of, `${path}/of`)}) R
    let holds: ${matches.join(' and ')}
    where holds is not false
    return all Tuple {
      holds: holds, aside: R.aside, beganFirst: R.beganFirst, beganLast: R.beganLast, time: R.time, id: R.id,
      ${numberOf(value, 'R')}
    },
  ${text(from)}, ${changeOperands(value)}, Coverage, ${script.systemsOf(of.codes, undefined)},
  ${window.opens}, ${window.lastAsked})`;
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
