/** The columns that say who is to see to the patient, and by when. */
import { eachInSteps, type Steps } from '../../../../engine/index.ts';
import { roundTexts } from '../../../../i18n/texts/round.ts';
import { listPhrases } from '../../../../i18n/phrases/list.ts';
import { formatDate, formatNear } from '../../../../i18n/dates.ts';
import { emptyCell, textCell, type CellView } from '../../../cells.ts';
import { nameStatusUnknown } from '../../../describe/list.ts';
import { nameAssignee } from '../../../rounds/team.ts';
import { FlagIndex, type Flag } from '../../column-index/flag.ts';
import { memberIndexInSteps, unknownAsRound } from '../../column-index/member.ts';
import { maybe, yes, type ColumnIndex } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import type { ColumnDefinition } from '../definition.ts';

export const assignee: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'choice', width: 128 },
  index: assigneeIndexInSteps,
  cell(data, index): CellView {
    if (data.statusAt(index)?.isUnknown) return unknownCell(data);
    const said = data.statusAt(index)?.assignee;
    if (!said) return emptyCell;
    const name = nameAssignee(said, data.round?.team);
    return textCell([name], [name]);
  },
};

/** A patient's assignee among the team; sorted by name. */
function* assigneeIndexInSteps(data: ListData): Steps<ColumnIndex> {
  const names = new Map(data.round?.team?.map((each) => [each.id, nameAssignee(each)]));
  const truths = new Map<string, Uint8Array>();
  const doubtful: number[] = [];
  yield* eachInSteps(data.ids, (_, row) => {
    const { isUnknown, assignee: said } = data.statusAt(row) ?? {};
    if (isUnknown) doubtful.push(row);
    else if (said) {
      if (!names.has(said.id)) names.set(said.id, nameAssignee(said));
      let own = truths.get(said.id);
      if (!own) truths.set(said.id, (own = new Uint8Array(data.size)));
      own[row] = yes;
    }
  });
  const inOrder = [...names].sort(([, a], [, b]) => data.compareText(a, b));
  const flags: Flag[] = [];
  for (const [id, title] of inOrder) {
    const own = truths.get(id) ?? new Uint8Array(data.size);
    for (const row of doubtful) own[row] = maybe;
    flags.push({ id, title, weight: flags.length + 1, truths: own });
    yield;
  }
  return new AssigneeIndex(flags, data.size);
}

class AssigneeIndex extends FlagIndex {
  /** Whoever searches for a name looks for a patient. */
  override find(): void {}
}

export const due: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'date', width: 212 },
  index: (data) => memberIndexInSteps(data, unknownAsRound(data), (said) => said?.due),
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
