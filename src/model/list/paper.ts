/** The list on paper: what each cell says there, and which columns say nothing. */
import { exportPhrases } from '../../i18n/phrases/export.ts';
import { roundTexts } from '../../i18n/texts/round.ts';
import type { Language } from '../../profile/index.ts';
import type { CellView, ChipView } from '../cells.ts';
import { nameExemptionReason } from '../describe/exemption.ts';
import type { Column, ColumnKind } from './columns/types.ts';
import type { PopulationList } from './list.ts';
import type { PriorityRule } from './types.ts';

/** A cell on paper. */
export interface PaperCell {
  /** A line each. */
  readonly lines: readonly string[];
  /** Below the lines, why the patient comes first, the gravest first. */
  readonly reasons?: readonly PaperReasons[];
  /** `nothing`: there is nothing, and no doubt about it; `unknown`: nobody can say. */
  readonly tone: 'something' | 'nothing' | 'unknown';
}

/** Reasons that are equally grave. */
export interface PaperReasons {
  readonly level: ChipView['level'];
  readonly undecided: boolean;
  /** How grave, in a word: paper may have no colours. Empty of what is exempted. */
  readonly said: string;
  readonly texts: readonly string[];
}

/** What a cell says on paper, where nothing can be pointed at and nothing is told by colour. */
export function paperCell(
  list: PopulationList,
  index: number,
  column: Column,
  rules: readonly PriorityRule[],
): PaperCell {
  const cell = list.cell(index, column, rules);
  if (column.kind === 'status')
    return {
      lines: statusLines(cell, exemptReasonAt(list, index), list.language),
      tone: 'something',
    };
  const tone = toneOf(cell, column);
  if (column.kind === 'reasons' && cell.chips?.length)
    return { lines: cell.parts.map(({ text }) => text), reasons: gathered(cell.chips), tone };
  const lines = list.printed(index, column, rules);
  const isSilent = tone === 'unknown' && lines.every((line) => line === '');
  return { lines: isSilent ? [exportPhrases[list.language].unknown] : lines, tone };
}

/** Why the patient is exempt, where that is coded. */
function exemptReasonAt({ data, language }: PopulationList, index: number): string | undefined {
  const { status, exemptReason } = data.statusAt(index) ?? {};
  return status === 'exempt' && exemptReason
    ? nameExemptionReason(exemptReason, language)
    : undefined;
}

/** Which columns are printed, and which are not, for they say the same of everybody. */
export interface PaperColumns {
  /** Places among the columns that are shown. */
  readonly shown: readonly number[];
  /** Nothing for anybody, without a doubt. */
  readonly empty: readonly number[];
  /** Nobody can say for anybody. */
  readonly undecided: readonly number[];
}

/** @param rows The cells of each row, column by column. */
export function paperColumns(
  columns: readonly Column[],
  rows: readonly (readonly PaperCell[])[],
): PaperColumns {
  const shown: number[] = [];
  const empty: number[] = [];
  const undecided: number[] = [];
  for (const [at, { kind }] of columns.entries()) {
    const isAll = (tone: PaperCell['tone']) => rows.every((row) => row[at]!.tone === tone);
    if (alwaysPrinted.has(kind) || rows.length === 0) shown.push(at);
    else if (isAll('nothing')) {
      if (!own.has(kind)) empty.push(at);
    } else if (isAll('unknown')) undecided.push(at);
    else shown.push(at);
  }
  return { shown, empty, undecided };
}

/** Who it is, and how far the patient has come. */
const alwaysPrinted: ReadonlySet<ColumnKind> = new Set(['cpr', 'name', 'age', 'sex', 'status']);

/** What the list itself adds is not missed where it says nothing. */
const own: ReadonlySet<ColumnKind> = new Set([
  ...(['why', 'note', 'since', 'reasons'] as const),
  ...(['assignee', 'due', 'contact', 'exemption'] as const),
]);

/**
 * Who is not reviewed yet has an open box, and no words; of whom nobody knows it, it is said.
 *
 * @param reason Why the patient is exempt, where that is coded.
 */
function statusLines(
  { tone, parts, status }: CellView,
  reason: string | undefined,
  language: Language,
): readonly string[] {
  if (tone === 'unknown') return parts.map(({ text }) => text);
  if (!status || status.label === roundTexts[language].statuses.new) return [];
  return [status.label, ...(reason ? [reason] : [])];
}

function toneOf(cell: CellView, { kind }: Column): PaperCell['tone'] {
  const { tone, parts, chips = [] } = cell;
  switch (tone) {
    case 'unknown':
      return 'unknown';
    case 'not-asked':
    case 'empty':
      return 'nothing';
    case 'missing':
      // What stands beside it in words is a doubt; of a note it is the note of an earlier round.
      return kind === 'note' || cell.lines.length > 0 ? 'something' : 'nothing';
    case 'value':
      return chips.length === 0 && parts.every(({ text }) => text === '') ? 'nothing' : 'something';
  }
}

function gathered(chips: readonly ChipView[]): readonly PaperReasons[] {
  const groups: (PaperReasons & { readonly texts: string[] })[] = [];
  for (const { level, undecided = false, said = '', text, printed = [text] } of chips) {
    const last = groups.at(-1);
    // A length is not parted from its unit.
    const whole = printed.map((each) => each.replace(/(\d) (?=\S+$)/, '$1\u00a0'));
    if (last?.level === level && last.undecided === undecided) last.texts.push(...whole);
    else groups.push({ level, undecided, said, texts: [...whole] });
  }
  return groups;
}
