/** R11–R16: one question about the records of one type, as CQL. */
import { defaultWindows, type QueryType } from '../../profile/index.ts';
import { operands, windowOn, type DayAsked, type DayWindow } from './days.ts';
import { answerRuns } from './lasting.ts';
import { answerExtreme, answerPicked, answerPreferred } from './picked.ts';
import {
  covered,
  known,
  matchOf,
  matchTuple,
  recordsOf,
  valueCondition,
  type AnyQuery,
} from './selection.ts';
import type { Script } from './script.ts';

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
