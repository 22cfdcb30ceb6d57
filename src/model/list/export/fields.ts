/** The columns of a file, by the kind of the list's column that they come from. */
import type { ExportColumn } from '../../../export/index.ts';
import { exportPhrases } from '../../../i18n/phrases/export.ts';
import { patientTexts } from '../../../i18n/texts/patient.ts';
import { populationTexts } from '../../../i18n/texts/population.ts';
import { typeTitle } from '../../../i18n/record-types.ts';
import { combinationOf, textIn, type InformationItem } from '../../../profile/index.ts';
import { describeField, describeYears } from '../../describe/index.ts';
import { nameStatus, nameStatusUnknown } from '../../describe/list.ts';
import { no } from '../column-index/types.ts';
import type { Column, ColumnKind } from '../columns/types.ts';
import type { ListData } from '../data.ts';
import { exemptionLines } from '../exempted.ts';
import { isLateAt } from '../columns/kinds/plan.ts';
import { itemField } from './item.ts';
import type { ExportContext, ExportField, FieldColumn } from './types.ts';

/** Makes the file's columns of one column of the list: as a rule one, of text, with the cell's lines. */
export function exportField(column: Column, context: ExportContext): ExportField {
  const field = fields[column.kind];
  return field ? field(context, column) : linesField(context);
}

type MakeField = (context: ExportContext, column: Column) => ExportField;

const fields: Partial<Record<ColumnKind, MakeField>> = {
  cpr({ data }) {
    const text = exportPhrases[data.language];
    return {
      columns: [{ title: text.cpr, type: 'cpr' }],
      read: ({ patient }) => [patient.cpr ?? text.notGiven],
    };
  },
  name({ data }) {
    const text = exportPhrases[data.language];
    return {
      columns: [{ title: text.name, type: 'text', width: 28 }],
      read: ({ patient }) => [patient.name || text.notGiven],
    };
  },
  age({ data, hasSex }) {
    const text = exportPhrases[data.language];
    const ages: ExportColumn = { title: text.age, type: 'number', width: 8 };
    // The list shows the sex beside the age.
    const sex = hasSex ? undefined : sexField(data);
    return {
      columns: [ages, ...(sex?.columns ?? [])],
      read: (row) => {
        const years = describeYears(row.patient, data.population.asOf);
        // Between two ages is no number.
        const isExact = years === undefined || years === String(row.age);
        return [isExact ? (row.age ?? text.notGiven) : years, ...(sex?.read(row) ?? [])];
      },
    };
  },
  sex: ({ data }) => sexField(data),
  practitioner: (context) => patientField('practitioner', context),
  municipality: (context) => patientField('municipality', context),
  severity: (context) => linesField(context, exportPhrases[context.data.language].nothing),
  /** The reasons to read, and one column for each marker to filter by. */
  reasons({ data, title, reasonsOf }) {
    const { population, language } = data;
    const text = exportPhrases[language];
    const all = population.profile.markers ?? [];
    const heads = all.map((marker): FieldColumn => ({
      title: textIn(marker.title, language),
      heading: text.markers,
      type: 'text',
      width: 16,
    }));
    const isAsked = askedOf(data);
    return {
      columns: [{ title, type: 'text', width: 36 }, ...heads],
      read: (row) => [
        reasonsOf(row).join('; ') || text.nothing,
        // Members only are asked (R22), and a marker that is not listed is no.
        ...all.map(({ id }) => {
          if (row.exempted.some((each) => each.id === id)) return text.truths.exempted;
          const truth = row.markers.find((each) => each.id === id)?.truth;
          if (truth === undefined && !isAsked(row.index, id)) return text.notAsked;
          return text.truths[truth ?? 'no'];
        }),
      ],
    };
  },
  /** With why somebody is exempt beside it, where anybody is. */
  status({ data, title, hasExemption }) {
    const reasons = !hasExemption && data.hasExempt ? exemptionField(data) : undefined;
    return {
      columns: [{ title, type: 'text' }, ...(reasons?.columns ?? [])],
      read(row) {
        const said = data.statusAt(row.index);
        const status = !said
          ? undefined
          : said.isUnknown
            ? nameStatusUnknown(data.language)
            : nameStatus(said.status, data.language);
        return [status, ...(reasons?.read(row) ?? [])];
      },
    };
  },
  exemption: ({ data }) => exemptionField(data),
  diagnoses: (context) => linesField(context, exportPhrases[context.data.language].nothing),
  // None is missing, and that is an answer.
  control: (context) => linesField(context, exportPhrases[context.data.language].nothing),
  /** Days that can be sorted, and in words what is late. */
  due({ data, title }) {
    const text = exportPhrases[data.language];
    return {
      columns: [
        { title, type: 'date' },
        { title: text.lateness(title), type: 'text', width: 16 },
      ],
      read: (row) => {
        const { due, isUnknown } = data.statusAt(row.index) ?? {};
        if (isUnknown) return [text.unknown, text.unknown];
        if (due === undefined) return [text.nothing, text.nothing];
        return [{ date: due }, isLateAt(data, row.index) ? text.truths.yes : text.truths.no];
      },
    };
  },
  contact: (context) => linesField(context, exportPhrases[context.data.language].nothing),
  assignee: (context) => linesField(context, exportPhrases[context.data.language].nothing),
  why({ data: { language }, tab }) {
    const text = exportPhrases[language];
    return {
      columns: [{ title: tab === 'members' ? text.why : text.missing, type: 'text', width: 40 }],
      read: (row) => [row.why.lines.join('; ')],
    };
  },
  item: ({ data, title }, { item }) =>
    item ? withHeading(itemField(item, title, data), item, data) : { columns: [], read: () => [] },
};

function withHeading(field: ExportField, { type }: InformationItem, { language }: ListData) {
  const heading = typeTitle(type, language);
  return { ...field, columns: field.columns.map((column) => ({ ...column, heading })) };
}

/** Whether a row is asked a marker: of a combined list who may be on a list that has it. */
function askedOf({ population, flags }: ListData): (row: number, markerId: string) => boolean {
  const parts = combinationOf(population.profile);
  if (!parts) return () => true;
  const onLists = new Map(flags.lists.map(({ id, truths }) => [id, truths]));
  const asking = new Map<string, readonly (Uint8Array | undefined)[]>();
  for (const { id, markers } of parts)
    for (const name of new Set(markers.values()))
      asking.set(name, [...(asking.get(name) ?? []), onLists.get(id)]);
  return (row, markerId) => asking.get(markerId)?.some((truths) => truths?.[row] !== no) ?? true;
}

/** @param empty Stands where the cell has no lines. */
function linesField({ title, linesOf }: ExportContext, empty?: string): ExportField {
  return {
    columns: [{ title, type: 'text' }],
    read: (row) => [linesOf(row).join('; ') || empty],
  };
}

function patientField(
  field: 'practitioner' | 'municipality',
  { title, data: { language } }: ExportContext,
): ExportField {
  return {
    columns: [{ title, type: 'text', width: 12 }],
    read({ patient }) {
      const given = patient[field];
      return [
        given === undefined
          ? exportPhrases[language].unknown
          : describeField(field, given, language),
      ];
    },
  };
}

function exemptionField(data: ListData): ExportField {
  const { language } = data;
  const text = exportPhrases[language];
  return {
    columns: [{ title: populationTexts[language].columns.exemption, type: 'text', width: 28 }],
    read({ index }) {
      const said = data.statusAt(index);
      if (said?.isUnknown) return [text.unknown];
      return [(said ? exemptionLines(data, said).join('; ') : '') || text.nothing];
    },
  };
}

function sexField({ language }: ListData): ExportField {
  const text = exportPhrases[language];
  return {
    columns: [{ title: text.sex, type: 'text', width: 9 }],
    read: ({ patient }) => [patient.sex ? patientTexts[language].sex[patient.sex] : text.notGiven],
  };
}
