/** The list as it is looked at, made into a table for a file: everything that a spreadsheet can sort and filter. */
import type { ClinicDescription } from '../../adapter/index.ts';
import type { Cell, Population } from '../../engine/index.ts';
import type { ExportCell, ExportColumn, ExportInfo, ExportTable } from '../../export/index.ts';
import {
  textIn,
  type InformationItem,
  type Language,
  type RecordItem,
} from '../../profile/index.ts';
import { dataTypes, type ClinicalRecord, type ResultRecord } from '../../record/index.ts';
import { showOf } from '../cells.ts';
import type { Column } from './columns.ts';
import type { PopulationList } from './list.ts';
import type { Row } from './rows.ts';
import type { ListView } from './types.ts';
import type { MarkerView } from '../markers.ts';
import type { Problem } from '../load/problems.ts';
import { describeCoverage, describeUpdated } from '../describe/coverage.ts';
import { exportTexts } from '../../i18n/export.ts';
import { typeTitle } from '../../i18n/record-types.ts';
import {
  describeUnknownReasons,
  describeProblem,
  describeRecord,
  formatDate,
  formatValue,
  nameRecord,
} from '../describe/index.ts';
import { describeView } from '../describe/view.ts';

/** A list as it leaves the screen: for a file, for paper, for the clipboard. */
export interface ListedPopulation {
  readonly list: PopulationList;
  readonly view: ListView;
  /** Those that are shown, in their order. One becomes several where a spreadsheet is better off. */
  readonly columns: readonly Column[];
  readonly titleOf: (column: Column) => string;
  /** Indexes of the rows that are shown, or chosen, in their order. */
  readonly rows: ArrayLike<number>;
  /** The rows were chosen one by one: neither filters nor query tell which they are. */
  readonly isChosen?: boolean;
  /** What else narrows the rows, in words. */
  readonly only?: string | undefined;
  readonly description: ClinicDescription;
  readonly problems?: readonly Problem[];
  /** Who exports. */
  readonly by?: string | undefined;
  /** ISO date-time of the export. */
  readonly at?: string;
}

/**
 * The list as a table. What cannot be decided says so in words, in every column that it touches; what is
 * not there has its words too. Nothing is worked out before the file is written, and nothing of a row is
 * kept after it.
 */
export function exportTable(listed: ListedPopulation): ExportTable {
  const { list, rows, by, at } = listed;
  const { language } = list;
  const text = exportTexts[language];
  const fields = fieldsOf(listed);
  let current = -1;
  let values: readonly ExportCell[] = [];
  return {
    title: titleOfList(list),
    columns: fields.flatMap(({ columns }) => columns),
    rows: rows.length,
    cell(row, column) {
      if (row !== current) {
        const index = rows[row];
        if (index === undefined) return undefined;
        const listedRow = list.row(index);
        values = fields.flatMap((field) => field.read(listedRow));
        current = row;
      }
      return values[column];
    },
    info: [
      ...describeListed(listed),
      ...line(text.info.by, by),
      ...line(text.info.at, at && exportedAt(at, language)),
      ...line(text.info.legend, text.legend),
      ...line(text.info.privacy, text.privacy),
    ],
    ...(at === undefined ? {} : { at }),
    language,
  };
}

/** The profile's title, or that these are the ones who cannot be decided. */
export function titleOfList({ population, tab, language }: PopulationList): string {
  const title = textIn(population.profile.title, language);
  return tab === 'members' ? title : exportTexts[language].undecidedTitle(title);
}

/** The chosen patients in the list's order, those too whom a filter hides; who is not on it is left out. */
export function chosenRows(
  list: PopulationList,
  view: ListView,
  ids: { has(id: string): boolean },
): Uint32Array {
  return list
    .visibleRows({ ...view, filters: [], query: '' })
    .filter((index) => ids.has(list.idAt(index)));
}

/** Some columns of the file that come from one of the list, and how a row fills them. */
interface Field {
  readonly columns: readonly ExportColumn[];
  readonly read: (row: Row) => readonly ExportCell[];
}

function fieldsOf(listed: ListedPopulation): readonly Field[] {
  const { columns, list } = listed;
  const hasSex = columns.some(({ kind }) => kind === 'sex');
  const fields = columns.map((column) => fieldOf(column, listed, hasSex));
  const items = columns.flatMap(({ item }) => item ?? []);
  return items.some(({ type }) => type !== 'patient')
    ? [...fields, reservations(items, list.population, list.language)]
    : fields;
}

function fieldOf(
  column: Column,
  { list, view, titleOf }: ListedPopulation,
  hasSex: boolean,
): Field {
  const { kind, item } = column;
  const { population, tab, language } = list;
  const text = exportTexts[language];
  const sex = (row: Row) => (row.patient.sex ? text.sexes[row.patient.sex] : text.notGiven);
  switch (kind) {
    case 'cpr':
      return {
        columns: [{ title: text.cpr, type: 'cpr' }],
        read: ({ patient }) => [patient.cpr ?? text.notGiven],
      };
    case 'name':
      return {
        columns: [{ title: text.name, type: 'text', width: 28 }],
        read: ({ patient }) => [patient.name || text.notGiven],
      };
    case 'sex':
      return { columns: [{ title: text.sex, type: 'text', width: 9 }], read: (row) => [sex(row)] };
    case 'age': {
      const age: ExportColumn = { title: text.age, type: 'number', width: 8 };
      // The list shows the sex beside the age.
      if (hasSex) return { columns: [age], read: (row) => [row.age ?? text.notGiven] };
      return {
        columns: [age, { title: text.sex, type: 'text', width: 9 }],
        read: (row) => [row.age ?? text.notGiven, sex(row)],
      };
    }
    case 'markers':
      return markersField(population, language);
    case 'why':
      return {
        columns: [{ title: tab === 'members' ? text.why : text.missing, type: 'text', width: 40 }],
        read: ({ why }) => [why.lines.join('; ')],
      };
    case 'item':
      if (item) return itemField(item, titleOf(column), population, language);
  }
  // What is not there is empty, but for a control: none is missing, and that is an answer.
  const empty = kind === 'control' ? text.nothing : undefined;
  return {
    columns: [{ title: titleOf(column), type: 'text' }],
    read: ({ index }) => [list.lines(index, column, view.priority).join('; ') || empty],
  };
}

/** All of them to read, and one column each to filter by. */
function markersField({ profile }: Population, language: Language): Field {
  const text = exportTexts[language];
  const markers = profile.markers ?? [];
  const heads = markers.map(({ title }): ExportColumn => ({
    title: textIn(title, language),
    type: 'text',
    width: 16,
  }));
  return {
    columns: [{ title: text.markers, type: 'text', width: 36 }, ...heads],
    read: (row) => [
      row.markers.map((marker) => markerText(marker, text.unknown)).join('; ') || text.nothing,
      // Members only are asked (R22), and a marker that is not listed is no.
      ...markers.map(
        ({ id }) => text.truths[row.markers.find((each) => each.id === id)?.truth ?? 'no'],
      ),
    ],
  };
}

function markerText({ short, length, truth }: MarkerView, unknown: string): string {
  return [short, length, truth === 'unknown' ? `(${unknown})` : undefined]
    .filter(Boolean)
    .join(' ');
}

function itemField(
  item: InformationItem,
  title: string,
  population: Population,
  language: Language,
): Field {
  const text = exportTexts[language];
  const { asOf } = population;
  const cellOf = (id: string): Cell => population.column(item.id, [id])[0]!;
  if (item.type === 'patient')
    return {
      columns: [{ title, type: fieldTypes[item.field] ?? 'text' }],
      read: ({ id, patient }) => {
        const { state, field } = cellOf(id);
        if (state !== 'value') return [wordOf(state, text.notGiven, language)];
        return [
          item.field === 'birthDate' && patient.birthDate ? { date: patient.birthDate } : field,
        ];
      },
    };
  const none = text.none[item.type];
  switch (showOf(item)) {
    case 'count':
      return {
        columns: [{ title, type: 'number' }],
        read: ({ id }) => {
          const { state, records } = cellOf(id);
          return state === 'value' || state === 'none'
            ? [records.length]
            : [wordOf(state, none, language)];
        },
      };
    case 'list':
      return {
        columns: [{ title, type: 'text', width: 40 }],
        read: ({ id }) => {
          const { state, records } = cellOf(id);
          const lines = records.map((record) => describeRecord(record, asOf, language));
          return [state === 'value' ? lines.join('; ') : wordOf(state, none, language)];
        },
      };
    default:
      return oneRecord(item, title, cellOf, none, language);
  }
}

const fieldTypes: Partial<Record<string, ExportColumn['type']>> = {
  age: 'number',
  birthDate: 'date',
  cpr: 'cpr',
  insuranceGroup: 'number',
};

/** Value (with its unit) and date in columns of their own: both can be sorted and filtered. */
function oneRecord(
  item: RecordItem,
  title: string,
  cellOf: (id: string) => Cell,
  none: string,
  language: Language,
): Field {
  const text = exportTexts[language];
  const isResult = item.type === 'result';
  const isTrend = showOf(item) === 'trend';
  const columns: readonly ExportColumn[] = [
    { title, type: isResult ? 'number' : 'text' },
    ...(isResult ? [{ title: text.unit(title), type: 'text', width: 12 } as const] : []),
    { title: text.date(title), type: 'date' },
    ...(isTrend ? [{ title: text.earlier(title), type: 'text' } as const] : []),
  ];
  return {
    columns,
    read: ({ id }) => {
      const { state, records } = cellOf(id);
      const [record, ...earlier] = records;
      // The same words in each: an empty date would read as one that is not there.
      if (state !== 'value' || !record) return columns.map(() => wordOf(state, none, language));
      const date = { date: 'at' in record ? record.at : record.from };
      const head =
        record.type === 'result' ? resultCells(record, language) : [nameWithTime(record, language)];
      return [...head, date, ...(isTrend ? [inOneLine(earlier, language) || text.nothing] : [])];
    },
  };
}

/** A limit ("< 60") is no number. */
function resultCells(record: ResultRecord, language: Language): readonly ExportCell[] {
  const { value, comparator, unit } = record;
  return [
    typeof value === 'number' && !comparator ? value : formatValue(record, language),
    unit ?? exportTexts[language].notGiven,
  ];
}

/** `22 point (9. mar. 2025); …` */
function inOneLine(records: readonly ClinicalRecord[], language: Language): string {
  return records
    .map((record) => {
      const what =
        record.type === 'result'
          ? [formatValue(record, language), record.unit].filter(Boolean).join(' ')
          : nameRecord(record, language);
      return `${what} (${formatDate('at' in record ? record.at : record.from, language)})`;
    })
    .join('; ');
}

function nameWithTime(record: ClinicalRecord, language: Language): string {
  const name = nameRecord(record, language);
  return record.type === 'appointment' && record.time
    ? `${name}, ${exportTexts[language].clock(record.time)}`
    : name;
}

/** Never an empty cell: each state that has no value has its words. */
function wordOf(state: Cell['state'], none: string, language: Language): string {
  if (state === 'unknown') return exportTexts[language].unknown;
  return state === 'not-asked' ? exportTexts[language].notAsked : none;
}

/** What cannot be decided and why, and what may be missing beside what is shown. */
function reservations(
  items: readonly InformationItem[],
  population: Population,
  language: Language,
): Field {
  const text = exportTexts[language];
  return {
    columns: [{ title: text.reservations, type: 'text', width: 40 }],
    read: ({ id }) => {
      const lines = items.flatMap((item) => {
        const unknownReasons = describeUnknownReasons(
          population.column(item.id, [id])[0]!.unknownReasons,
          language,
        );
        return unknownReasons.map(
          (unknownReason) => `${textIn(item.title, language)}: ${unknownReason}`,
        );
      });
      return [lines.join('; ') || text.nothing];
    },
  };
}

/** What the reader of the file or the paper must know of the list. */
export function describeListed(listed: ListedPopulation): readonly ExportInfo[] {
  const { list, rows, view, isChosen, only, description, problems = [], titleOf } = listed;
  const { population, patients, tab, language } = list;
  const { profile, asOf, members, undecided } = population;
  const text = exportTexts[language];
  const label = text.info;
  const draft = profile.status === 'draft' ? ` (${text.draft})` : '';
  const { filters, sort } = describeView(list, view, titleOf);
  const narrowed = isChosen ? [text.chosenOnly] : [...(only ? [only] : []), ...filters];
  return [
    ...line(label.profile, `${textIn(profile.title, language)} (${profile.id})`),
    ...line(label.version, profile.version + draft),
    ...profile.purpose.flatMap((each) => line(label.purpose, textIn(each, language))),
    ...line(label.asOf, formatDate(asOf, language)),
    ...line(label.clinic, description.name),
    ...line(label.shows, text.shown(rows.length, population[tab].length, text.tabs[tab])),
    ...line(label.members, text.ofPatients(members.length, patients)),
    ...line(label.undecided, text.beside(undecided.length)),
    ...line(label.filters, narrowed.join('; ') || text.noFilters),
    ...line(label.sort, sort),
    ...problems.flatMap((problem) => line(label.problem, describeProblem(problem, language))),
    ...dataTypes.flatMap((type) =>
      line(
        text.coverage(typeTitle(type, language)),
        describeCoverage(description.coverage[type], asOf, language),
      ),
    ),
    ...(description.sources ?? []).flatMap(({ title, types, available, updated }) =>
      line(
        text.source(textIn(title, language)),
        [
          types.map((type) => typeTitle(type, language)).join(', '),
          available ? '' : text.sourceAway,
          updated === undefined ? '' : describeUpdated(updated, asOf, language),
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ),
  ];
}

function line(label: string, value: string | undefined): readonly ExportInfo[] {
  return value ? [{ label, value }] : [];
}

/** `24. nov. 2026 kl. 09.30`, as written: in the exporter's own time. */
function exportedAt(at: string, language: Language): string {
  const time = /T(\d\d:\d\d)/.exec(at)?.[1];
  const date = formatDate(at.slice(0, 10), language);
  return time === undefined ? date : `${date} ${exportTexts[language].clock(time)}`;
}
