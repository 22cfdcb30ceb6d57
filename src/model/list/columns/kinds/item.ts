/** The columns of the profile's information items. */
import type { Steps } from '../../../../engine/index.ts';
import { nameMunicipality } from '../../../../i18n/municipalities.ts';
import type { InformationItem, RecordItem } from '../../../../profile/index.ts';
import { isSpan } from '../../../../record/index.ts';
import { emptyCell, type CellPart } from '../../../cells.ts';
import { FieldIndex } from '../../column-index/field.ts';
import { RecordIndex } from '../../column-index/record.ts';
import { unknown, type ColumnIndex } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import type { ColumnDefinition } from '../definition.ts';
import type { FilterKind } from '../types.ts';
import { narrowest } from '../width.ts';
import { groupsOfField } from './patient.ts';

/** One column per item; its group, filter and width follow from the item. */
export const item: ColumnDefinition = {
  column: { group: 'attention', activation: 'row', width: narrowest },
  *index(data, column) {
    const asked = column.item;
    if (asked && asked.type !== 'patient') return yield* recordIndex(asked, data);
    const { population, ids, patients, compareText } = data;
    const isBirth = asked?.field === 'birthDate';
    const cells = yield* population.columnInSteps(asked?.id ?? '', ids);
    return new FieldIndex(
      cells.map(({ field }) => field),
      unknown,
      compareText,
      isBirth ? (row) => patients[row]!.birthDateLatest : undefined,
      asked?.field === 'municipality' ? nameMunicipality : undefined,
    );
  },
  groups: (data, index, { item: asked }) =>
    groupsOfField(data, index, asked?.type === 'patient' ? asked.field : undefined),
  cell: (data, index, column) => (column.item ? data.row(index).cell(column.item.id) : emptyCell),
  printed: ({ parts }) => [partsInWords(parts)],
  nameValue: (value, language, { item: asked }) =>
    asked?.type === 'patient' && asked.field === 'municipality'
      ? nameMunicipality(value)
      : undefined,
};

/** `21 point (10 mdr.), …`: a value is not parted from its unit, nor the words of its note. */
export function partsInWords(parts: readonly CellPart[]): string {
  return parts
    .map(({ text, unit, note }) => {
      const value = unit ? unbroken(`${text} ${unit}`) : text;
      return note ? `${value} (${unbroken(note)})` : value;
    })
    .join(', ');
}

function* recordIndex(asked: RecordItem, data: ListData): Steps<ColumnIndex> {
  const { population, ids, vocabulary, search, compareText } = data;
  const columns = yield* population.cellColumnsInSteps(asked.id, ids);
  return new RecordIndex(asked, columns, vocabulary, search, compareText);
}

/** What kind of filter fits an item. */
export function filterKindOf(asked: InformationItem): FilterKind {
  if (asked.type === 'patient') {
    if (asked.field === 'birthDate') return 'date';
    return ['insuranceGroup', 'municipality', 'practitioner'].includes(asked.field)
      ? 'choice'
      : 'text';
  }
  if (asked.show === 'count' || asked.type === 'result') return 'number';
  return isSpan(asked.type) ? 'codes' : 'date';
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
