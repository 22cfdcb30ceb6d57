/** On which lists a patient stands: of a combined profile those that it is made of, else other ones. */
import { describeUndecided } from '../../../describe/list.ts';
import { emptyCell, type ChipView } from '../../../cells.ts';
import { FlagIndex } from '../../column-index/flag.ts';
import { maybe, yes } from '../../column-index/types.ts';
import type { ColumnDefinition } from '../definition.ts';

export const lists: ColumnDefinition = {
  column: {
    ...{ group: 'attention', activation: 'row', filter: 'marker', width: 236 },
    ...{ descendingFirst: true, stays: true },
  },
  index: ({ flags, size }) => new FlagIndex(flags.lists, size),
  cell({ flags, language }, index) {
    const on = (truth: number) =>
      flags.lists.filter(({ truths }) => truths[index] === truth).map(({ title }) => title);
    const [sure, undecided] = [on(yes), on(maybe)];
    const chip = (text: string, isUndecided: boolean): ChipView => ({
      ...{ level: 'plain', text },
      ...(isUndecided ? { undecided: true } : {}),
    });
    if (sure.length + undecided.length === 0) return emptyCell;
    return {
      ...{ tone: 'value', parts: [] },
      chips: [
        ...sure.map((title) => chip(title, false)),
        ...undecided.map((title) => chip(title, true)),
      ],
      lines: [...sure, ...undecided.map((title) => describeUndecided(title, language))],
    };
  },
};
