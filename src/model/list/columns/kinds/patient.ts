/** The columns that say who the patient is. */
import { sentence } from '../../../../i18n/language.ts';
import { cellPhrases } from '../../../../i18n/phrases/records.ts';
import { patientTexts } from '../../../../i18n/texts/patient.ts';
import { formatCpr } from '../../../../record/index.ts';
import type { Steps } from '../../../../engine/index.ts';
import { textCell, type CellView } from '../../../cells.ts';
import { describeField, describeYears } from '../../../describe/index.ts';
import { describeOthers } from '../../../describe/list.ts';
import { combinationOf, type PatientField } from '../../../../profile/index.ts';
import { FieldIndex } from '../../column-index/field.ts';
import { unknown, yes, type ColumnIndex } from '../../column-index/types.ts';
import type { ListData } from '../../data.ts';
import { groupsOfValues, type RowGroups } from '../../rows/groups.ts';
import type { ColumnDefinition } from '../definition.ts';

export const cpr: ColumnDefinition = {
  column: {
    ...{ group: 'patient', filter: 'text', width: 118, pinned: true, stays: true },
    ...{ activation: 'row', linkActivation: 'journal' },
  },
  // Digits need no alphabet.
  index: ({ patients }) =>
    new FieldIndex(
      patients.map((patient) => patient.cpr),
      unknown,
      (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    ),
  cell({ patients, language, mayOpenJournal }, index) {
    const words = patientTexts[language];
    const { cpr: number, name } = patients[index]!;
    const lines = number === undefined ? [] : [formatCpr(number)];
    const text = lines[0] ?? words.noCpr;
    if (!mayOpenJournal) return textCell([text], lines);
    const label = `${text}, ${words.openJournal(name || words.noName)}`;
    return { tone: 'value', parts: [], link: { text, label }, lines };
  },
  printed: ({ link, parts }) => [link?.text ?? parts[0]?.text ?? ''],
};

export const name: ColumnDefinition = {
  column: {
    ...{ group: 'patient', activation: 'row', filter: 'text', width: 172 },
    ...{ wish: 216, pinned: true, stays: true },
  },
  index: ({ patients, compareText }) =>
    new FieldIndex(
      patients.map((patient) => patient.name || undefined),
      unknown,
      compareText,
    ),
  cell({ patients, language, flags, population }, index) {
    const given = patients[index]!.name;
    const others = combinationOf(population.profile)
      ? []
      : flags.lists.filter(({ truths }) => truths[index] === yes).map(({ title }) => title);
    return textCell(
      [given || patientTexts[language].noName],
      [...(given ? [given] : []), ...(others.length > 0 ? [describeOthers(others, language)] : [])],
    );
  },
  printed: partsOf,
};

/** The age, with the sex beside it. */
export const age: ColumnDefinition = {
  column: {
    ...{ group: 'patient', activation: 'row', filter: 'number', width: 72 },
    ...{ descendingFirst: true, stays: true },
  },
  index: ({ ages, compareText }) => new FieldIndex(ages, unknown, compareText),
  cell(data, index) {
    const years = describeYears(data.patients[index]!, data.population.asOf) ?? '?';
    return textCell([[years, shortSex(data, index)].join(' ')]);
  },
  printed: partsOf,
};

export const sex: ColumnDefinition = {
  column: { group: 'patient', activation: 'row', filter: 'choice', width: 76, hidden: true },
  index: ({ patients, compareText }) =>
    new FieldIndex(
      patients.map((patient) => patient.sex),
      unknown,
      compareText,
    ),
  cell: (data, index) => textCell([shortSex(data, index)]),
  printed: ({ parts }, language) => {
    const { sex: long, sexShort } = patientTexts[language];
    const short = parts[0]?.text;
    return [short === sexShort.female ? long.female : short === sexShort.male ? long.male : '?'];
  },
  nameValue: (value, language) => patientTexts[language].sex[value as 'male'],
};

/** The doctor whose patient it is, as the clinic's system names him or her. */
export const practitioner = fieldColumn('practitioner', 96);

/** The municipality that the patient lives in: its name, or its code where it has none. */
export const municipality = fieldColumn('municipality', 106);

/** A field of the patient's that the profile need not ask for. */
function fieldColumn(field: 'practitioner' | 'municipality', width: number): ColumnDefinition {
  return {
    column: { group: 'patient', activation: 'row', filter: 'choice', width, hidden: true },
    index: ({ patients, compareText, language }) =>
      new FieldIndex(
        patients.map((patient) => patient[field]),
        unknown,
        compareText,
        undefined,
        (value) => describeField(field, value, language),
      ),
    groups: (data, index) => groupsOfField(data, index, field),
    cell({ patients, language }, index) {
      const given = patients[index]![field];
      if (given !== undefined) return textCell([describeField(field, given, language)]);
      const text = cellPhrases[language].unknown;
      return { tone: 'unknown', parts: [{ text }], lines: [] };
    },
    printed: partsOf,
    nameValue: (value, language) => describeField(field, value, language),
  };
}

/** Groups of patients by a field: of whom the clinic's system does not say, nobody knows. */
export function* groupsOfField(
  { language }: ListData,
  index: ColumnIndex,
  field: PatientField | undefined,
): Steps<RowGroups> {
  const nameOf = (value: string) => (field ? describeField(field, value, language) : value);
  const title = sentence(cellPhrases[language].unknown);
  const names = { unknown: title, none: title };
  return groupsOfValues(index.states, yield* index.rank(), nameOf, names);
}

function shortSex({ patients, language }: ListData, index: number): string {
  const given = patients[index]!.sex;
  return given ? patientTexts[language].sexShort[given] : '';
}

function partsOf({ parts }: CellView): readonly string[] {
  return parts.map(({ text }) => text);
}
