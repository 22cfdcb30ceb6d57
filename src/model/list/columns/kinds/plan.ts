/** The columns that say who is to see to the patient, and by when. */
import { roundTexts } from '../../../../i18n/texts/round.ts';
import { listPhrases } from '../../../../i18n/phrases/list.ts';
import { formatDate, formatNear } from '../../../../i18n/dates.ts';
import { emptyCell, textCell, type CellView } from '../../../cells.ts';
import { nameStatusUnknown } from '../../../describe/list.ts';
import { nameAssignee } from '../../../rounds/team.ts';
import { FieldIndex } from '../../column-index/field.ts';
import { FlagIndex } from '../../column-index/flag.ts';
import { maybe, no, none, unknown, yes } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import type { ColumnDefinition } from '../definition.ts';

export const assignee: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'choice', width: 128 },
  index: (data) => new AssigneeIndex(data),
  cell(data, index): CellView {
    if (data.statusAt(index)?.isUnknown) return unknownCell(data);
    const said = data.statusAt(index)?.assignee;
    if (!said) return emptyCell;
    const name = nameAssignee(said, data.round?.team);
    return textCell([name], [name]);
  },
};

/** A patient's assignee among the team; sorted by name. */
class AssigneeIndex extends FlagIndex {
  constructor(data: ListData) {
    const all = data.ids.map((_, index) => data.statusAt(index));
    const said = all.map((each) => each?.assignee);
    const { team = [] } = data.round ?? {};
    const names = new Map(team.map(({ id, name }) => [id, name]));
    for (const each of said)
      if (each && !names.has(each.id)) names.set(each.id, nameAssignee(each));
    const inOrder = [...names].sort(([, a], [, b]) => data.compareText(a, b));
    super(
      inOrder.map(([id, title], at) => ({
        ...{ id, title, weight: at + 1 },
        truths: Uint8Array.from(all, (each) =>
          each?.isUnknown ? maybe : each?.assignee?.id === id ? yes : no,
        ),
      })),
      data.size,
    );
  }

  /** Whoever searches for a name looks for a patient. */
  override find(): void {}
}

export const due: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'date', width: 212 },
  index: (data) =>
    new FieldIndex(
      data.ids.map((_, index) => data.statusAt(index)?.due),
      data.round?.isUnknown ? unknown : none,
      data.compareText,
    ),
  cell(data, index): CellView {
    const { due: day, isUnknown } = data.statusAt(index) ?? {};
    if (isUnknown) return unknownCell(data);
    if (day === undefined) return emptyCell;
    const { language } = data;
    const { overdue } = listPhrases[language];
    const text = formatDate(day, language);
    const short = formatNear(day, data.population.asOf, language);
    if (!isLateAt(data, index)) return textCell([short], [text]);
    return {
      tone: 'value',
      parts: [{ text: short, whole: true }],
      chips: [{ level: 'warning', text: overdue }],
      lines: [`${text}, ${overdue}`],
    };
  },
};

/** As long as the round is not here, nobody knows: that is not nobody, and no day. */
function unknownCell({ language }: ListData): CellView {
  return {
    tone: 'unknown',
    parts: [{ text: roundTexts[language].notKnown }],
    lines: [nameStatusUnknown(language)],
  };
}

/** Whether the day has passed by which something was due. What has been done, or need not be, is no longer late. */
export function isLateAt(data: ListData, index: number): boolean {
  const { status, due: day } = data.statusAt(index) ?? {};
  const isOpen = status === 'new' || status === 'to-follow-up';
  return isOpen && day !== undefined && day < data.population.asOf;
}
