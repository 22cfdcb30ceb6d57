/** R14 over columns: what a result's details leave to say, and then its number. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import type { Detail, Dictionary, TypeColumns } from '../store/index.ts';
import { Table } from './table.ts';
import { no, unknown, yes } from './truth-vector.ts';

/** Decides the rows of a result column; answers `no`, `unknown` or `yes`. */
export type RowJudge = (columns: TypeColumns, row: number) => number;

/** What the details say: an answer already, or how the number is to be read. */
const exact = 3;
const less = 4;
const atMostThat = 5;
const more = 6;
const atLeastThat = 7;

/** Without a value asked for, every row is right. */
export function judgeOf(
  asked: ResultValue | undefined,
  dictionary: Dictionary,
): { judge: () => RowJudge } | undefined {
  if (!asked) return undefined;
  const table = new Table(
    dictionary.details,
    'text' in asked ? textReader(asked.text) : numberReader(asked.unit),
  );
  // A text has decided already.
  const decide = numberJudge('text' in asked ? {} : asked);
  return {
    judge: () => {
      const { numbers } = table;
      return (columns, row) => {
        const reading = numbers[columns.detail[row]!]!;
        return reading <= yes ? reading : decide(reading, columns.value[row]!);
      };
    },
  };
}

/** A number against texts is *no*; of texts the whole counts, case and surrounding space aside. */
function textReader(asked: readonly string[]): (detail: Detail) => number {
  const texts = new Set(asked.map((text) => text.trim().toLowerCase()));
  return ({ value }) => (value !== undefined && texts.has(value.trim().toLowerCase()) ? yes : no);
}

function numberReader(asked: string | undefined): (detail: Detail) => number {
  const unit = asked?.trim();
  return (detail) => {
    if (unit !== undefined && detail.unit !== undefined && detail.unit.trim() !== unit)
      return unknown;
    if (detail.value !== undefined) return unknown;
    switch (detail.comparator) {
      case '<':
        return less;
      case '<=':
        return atMostThat;
      case '>':
        return more;
      case '>=':
        return atLeastThat;
      case '?':
        return unknown;
      default:
        return exact;
    }
  };
}

function numberJudge(asked: ValueBounds): (reading: number, value: number) => number {
  const { above = -Infinity, atLeast = -Infinity, below = Infinity, atMost = Infinity } = asked;
  const hasFloor = above > -Infinity || atLeast > -Infinity;
  const hasCeiling = below < Infinity || atMost < Infinity;
  const passesFloor = (value: number) => value > above && value >= atLeast;
  const passesCeiling = (value: number) => value < below && value <= atMost;
  return (reading, value) => {
    switch (reading) {
      case exact:
        return passesFloor(value) && passesCeiling(value) ? yes : no;
      // Every number below `value`: it is not among them itself.
      case less:
        if (hasFloor) return value <= above || value <= atLeast ? no : unknown;
        return value <= below && value <= atMost ? yes : unknown;
      case atMostThat:
        if (hasFloor) return passesFloor(value) ? unknown : no;
        return passesCeiling(value) ? yes : unknown;
      case more:
        if (hasCeiling) return value >= below || value >= atMost ? no : unknown;
        return value >= above && value >= atLeast ? yes : unknown;
      default:
        if (hasCeiling) return passesCeiling(value) ? unknown : no;
        return passesFloor(value) ? yes : unknown;
    }
  };
}
