/** R13, R13a: one result is picked and judged, as CQL. */
import type { Codes, QueryType } from '../../profile/index.ts';
import type { DayAsked, DayWindow } from './days.ts';
import { matchOf, matchTuple, recordsOf, valueCondition, type AnyQuery } from './selection.ts';
import type { Script } from './script.ts';
import { text } from './text.ts';

/** R13. */
export function answerPicked(
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
export function answerExtreme(
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
export function answerPreferred(
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
