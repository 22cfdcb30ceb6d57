/** The columns that say who is to see to the patient, and by when. */
import type { Steps } from '../../../../engine/index.ts';
import { sentence } from '../../../../i18n/language.ts';
import { listPhrases } from '../../../../i18n/phrases/list.ts';
import { cellPhrases } from '../../../../i18n/phrases/records.ts';
import { formatDate, formatNear } from '../../../../i18n/dates.ts';
import { emptyCell, textCell, type CellView } from '../../../cells.ts';
import { nameAssignee } from '../../../rounds/team.ts';
import {
  memberFlagsInSteps,
  memberIndexInSteps,
  unknownAsRound,
} from '../../column-index/member.ts';
import type { ColumnIndex } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import type { ColumnDefinition } from '../definition.ts';
import { roundTexts } from '../../../../i18n/texts/round.ts';
import type { FlagIndex } from '../../column-index/flag.ts';
import { groupsOfValues } from '../../rows/groups.ts';
import { unknownCell } from './round.ts';

export const assignee: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'choice', width: 104 },
  index: assigneeIndex,
  /** By name; then those of whom nobody knows, then those whom nobody sees to. */
  *groups({ language }, index) {
    const { distinct } = yield* index.rank();
    const named = (index as FlagIndex).flags.filter(({ weight }) => distinct.includes(weight));
    const titles = new Map(named.map(({ weight, id, title }) => [weight, { id, title }]));
    const names = {
      unknown: sentence(cellPhrases[language].unknown),
      none: roundTexts[language].nobody,
    };
    const { of, groups } = groupsOfValues(
      index.states,
      index.ranking,
      (value) => titles.get(Number(value))?.title ?? '',
      names,
    );
    return {
      of,
      groups: groups.map((each, at) => ({
        ...each,
        id: titles.get(Number(distinct[at]))?.id ?? each.id,
      })),
    };
  },
  cell(data, index): CellView {
    if (data.statusAt(index)?.isUnknown) return unknownCell(data.language);
    const said = data.statusAt(index)?.assignee;
    if (!said) return emptyCell;
    const name = nameAssignee(said, data.round?.team);
    return textCell([name], [name]);
  },
};

/** A patient's assignee among the team; sorted by name. */
function assigneeIndex(data: ListData): Steps<ColumnIndex> {
  const names = new Map(data.round?.team?.map((each) => [each.id, nameAssignee(each)]));
  return memberFlagsInSteps(
    data,
    ({ assignee: said }) => {
      if (said && !names.has(said.id)) names.set(said.id, nameAssignee(said));
      return said?.id;
    },
    () =>
      [...names]
        .map(([id, title]) => ({ id, title }))
        .sort((a, b) => data.compareText(a.title, b.title)),
  );
}

export const due: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'date', width: 112, wish: 160 },
  index: (data) => memberIndexInSteps(data, unknownAsRound(data), (said) => said?.due),
  cell(data, index): CellView {
    const { due: day, isUnknown } = data.statusAt(index) ?? {};
    if (isUnknown) return unknownCell(data.language);
    if (day === undefined) return emptyCell;
    const { language } = data;
    const { overdue } = listPhrases[language];
    const text = formatDate(day, language);
    const short = formatNear(day, data.population.asOf, language);
    if (!isLateAt(data, index)) return textCell([short], [text]);
    // Beside the date the mark says it: the next appointment is to have room in the row too.
    return {
      tone: 'value',
      parts: [],
      chips: [{ level: 'warning', text: short, said: sentence(overdue) }],
      lines: [`${text}, ${overdue}`],
    };
  },
};

/** Whether the day has passed by which something was due. What has been done, or need not be, is no longer late. */
export function isLateAt(data: ListData, index: number): boolean {
  const { status, due: day } = data.statusAt(index) ?? {};
  const isOpen = status === 'new' || status === 'to-follow-up';
  return isOpen && day !== undefined && day < data.population.asOf;
}
