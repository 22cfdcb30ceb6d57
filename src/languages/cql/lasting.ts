/** R16, R16a: what lasts, as CQL. */
import type { QueryType } from '../../profile/index.ts';
import { operands, type DayAsked, type DayWindow } from './days.ts';
import { fieldConditions, recordsOf, type AnyQuery } from './selection.ts';
import type { Script } from './script.ts';
import { text } from './text.ts';

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
export function answerRuns(
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
