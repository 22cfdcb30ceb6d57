/** The columns that say how far the patient has come in the round. */
import { listTexts } from '../../../../i18n/texts/list.ts';
import { roundTexts } from '../../../../i18n/texts/round.ts';
import { textIn, type Language } from '../../../../i18n/language.ts';
import { emptyCell, textCell, type CellView } from '../../../cells.ts';
import { nameNew, nameStatus, nameStatusUnknown } from '../../../describe/list.ts';
import { FlagIndex } from '../../column-index/flag.ts';
import { memberIndexInSteps, unknownAsRound } from '../../column-index/member.ts';
import { none } from '../../column-index/types.ts';
import { exemptionLines } from '../../exempted.ts';
import { cameFlag } from '../../flags.ts';
import type { ListData } from '../../data.ts';
import type { ListStatus, RowStatus } from '../../types.ts';
import type { ColumnDefinition } from '../definition.ts';

/** Who is not reviewed yet has an open ring: it asks for nothing by itself. */
const dots = { new: 'open', 'to-follow-up': 'follow-up', reviewed: 'reviewed', exempt: 'exempt' };

export const status: ColumnDefinition = {
  column: {
    group: 'patient',
    activation: 'status',
    filter: 'status',
    width: 76,
    pinned: true,
    stays: true,
  },
  index: (data) =>
    memberIndexInSteps(data, unknownAsRound(data), (said) =>
      said?.isUnknown ? undefined : said?.status,
    ),
  cell(data, index): CellView {
    const said = data.statusAt(index);
    if (!said) return emptyCell;
    if (said.isUnknown) return { ...unknownCell(data.language), ...linesOfLists(said, data) };
    const round = roundTexts[data.language];
    const label = said.conflict
      ? round.inConflict
      : round.statuses[said.status] + (said.pending ? ' …' : '');
    return {
      tone: 'value',
      parts: [],
      status: { kind: dots[said.status], label },
      lines: [nameStatus(said.status, data.language), ...exemptionLines(data, said)],
      ...linesOfLists(said, data),
    };
  },
  nameValue: (value, language) => nameStatus(value as RowStatus['status'], language),
};

/** On a combined list, how far the patient has come on each of the lists. */
function linesOfLists(
  { lists }: RowStatus,
  { language }: Pick<ListData, 'language'>,
): { readonly lines?: readonly string[] } {
  if (!lists) return {};
  const name = ({ status: each, isUnknown }: ListStatus) =>
    isUnknown ? nameStatusUnknown(language) : nameStatus(each, language);
  return { lines: lists.map((each) => `${textIn(each.title, language)}: ${name(each)}`) };
}

/** As long as the round is not here, nobody knows: that is not nothing. */
export function unknownCell(language: Language): CellView {
  return {
    tone: 'unknown',
    parts: [{ text: roundTexts[language].notKnown }],
    lines: [nameStatusUnknown(language)],
  };
}

/** As much of a note as the widest column shows: a page takes seconds to lay out some hundred whole ones of 75,000 letters. */
function beginningOf(text: string): string {
  if (text.length <= mostDrawn) return text;
  // Not half of a character.
  return `${text.slice(0, mostDrawn).replace(/[\ud800-\udbff]$/, '')}…`;
}

const mostDrawn = 300;

export const note: ColumnDefinition = {
  column: { group: 'attention', activation: 'status', filter: 'text', width: 72, wish: 180 },
  index: (data) => memberIndexInSteps(data, none, (said) => said?.note),
  cell(data, index): CellView {
    const { note: written, earlier } = data.statusAt(index) ?? {};
    if (written) return textCell([beginningOf(written)], [written]);
    return earlier
      ? { tone: 'missing', parts: [{ text: beginningOf(earlier) }], lines: [] }
      : emptyCell;
  },
};

/** Who has come since the last round. */
export const since: ColumnDefinition = {
  column: { group: 'attention', activation: 'row', filter: 'choice', width: 110, hidden: true },
  index: ({ ids, round, size }) => new FlagIndex([cameFlag(ids, round?.since?.came)], size),
  cell(data, index): CellView {
    if (!data.isNewAt(index)) return emptyCell;
    return {
      tone: 'value',
      parts: [],
      chips: [{ level: 'plain', text: listTexts[data.language].isNew }],
      lines: [nameNew(data.language)],
    };
  },
  nameValue: (_, language) => nameNew(language),
};
