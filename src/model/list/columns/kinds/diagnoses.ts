/** All that the profile's diagnosis items find, in one column: most of them are nearly empty by nature. */
import type { RecordItem } from '../../../../profile/index.ts';
import { cellPhrases } from '../../../../i18n/phrases/records.ts';
import { textIn } from '../../../../profile/index.ts';
import { emptyCell, withLines, type CellView } from '../../../cells.ts';
import { FlagIndex, type Flag } from '../../column-index/flag.ts';
import { maybe, no, unknown, valued, yes } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import type { ColumnDefinition } from '../definition.ts';
import { partsInWords } from './item.ts';

export const diagnoses: ColumnDefinition = {
  column: { group: 'diagnosis', activation: 'row', filter: 'marker', width: 116, wish: 176 },
  *index(data) {
    const { population, ids, language, size } = data;
    const flags: Flag[] = [];
    for (const { id, title } of itemsOf(data)) {
      const { states } = yield* population.cellColumnsInSteps(id, ids);
      const truths = states.map((state) =>
        state === valued ? yes : state === unknown ? maybe : no,
      );
      flags.push({ id, title: textIn(title, language), truths, weight: 1 });
      yield;
    }
    return new FlagIndex(flags, size);
  },
  cell(data, index) {
    const row = data.row(index);
    const items = itemsOf(data);
    const cells = items.map(({ id }) => row.cell(id));
    const hits = cells.filter(({ tone }) => tone === 'value');
    const unsure = cells.flatMap((cell, at) =>
      cell.tone === 'unknown' ? [[textIn(items[at]!.title, data.language), cell] as const] : [],
    );
    const doubts = unsureLines(unsure);
    const lines = () => [...hits.flatMap((cell) => cell.lines), ...doubts];
    if (hits.length > 0)
      return withLines({ tone: 'value', parts: hits.flatMap(({ parts }) => parts), doubts }, lines);
    // Nobody knows is not none.
    return unsure.length > 0
      ? withLines({ tone: 'unknown', parts: [{ text: cellPhrases[data.language].unknown }] }, lines)
      : emptyCell;
  },
  printed: ({ tone, parts, doubts = [], lines }) =>
    tone === 'value' ? [partsInWords(parts), ...doubts] : lines,
};

/** What keeps several from being decided is said once. */
function unsureLines(unsure: readonly (readonly [string, CellView])[]): readonly string[] {
  const titles = new Map<string, string[]>();
  for (const [title, { lines }] of unsure)
    for (const line of lines) titles.set(line, [...(titles.get(line) ?? []), title]);
  return [...titles].map(([line, each]) => `${each.join(', ')}: ${line}`);
}

function itemsOf({ population }: ListData): readonly RecordItem[] {
  return population.profile.information.filter(
    (item): item is RecordItem => item.type === 'diagnosis',
  );
}
