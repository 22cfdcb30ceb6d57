/** Tables of what is told beside indicators, for files: the area's sums, and of no clinic. */
import type { ExportCell, ExportTable } from '../../export/index.ts';
import { isoNow } from '../../elements/shared/now.ts';
import type { Interval } from '../../report/index.ts';
import {
  bandNames,
  knownClinics,
  markerWords,
  rangeOf,
  reasonWords,
  shareOfClinics,
  titleOfActivity,
} from '../cards/further-plots.ts';
import type { Drawn } from '../host.ts';
import { activitiesOf, type ToldActivity } from '../model/activities.ts';
import { aboutLines, ends } from './tables.ts';

/** A part of the report that has a table of its own, and what it is called. */
export interface SavedPart {
  /** `exemptions`, or `activity` and its id. */
  readonly id: string;
  readonly title: string;
  readonly table: () => ExportTable;
}

/** What can be saved beside the indicators. */
export function savedParts(drawn: Drawn): readonly SavedPart[] {
  const { exemptions } = drawn.front.further();
  const { exemptions: text } = drawn.ui.texts.reportFurther;
  return [
    ...(exemptions.length > 0
      ? [{ id: 'exemptions', title: text.title, table: () => exemptionTable(drawn) }]
      : []),
    ...activitiesOf(drawn.front).map((activity) => ({
      id: `activity ${activity.id}`,
      title: titleOfActivity(drawn, activity),
      table: () => activityTable(drawn, activity),
    })),
  ];
}

/** A line of each marker and reason, those too that are too few to be told of. */
function exemptionTable(drawn: Drawn): ExportTable {
  const { front, ui, title, markerTitle } = drawn;
  const { reportFurther } = ui.texts;
  const { exemptions: text, columns } = reportFurther;
  const date = front.dates.at(-1) ?? '';
  const rows = front
    .further()
    .exemptions.flatMap(({ marker, reasons, reported }) =>
      reasons.map(({ reason, count }): readonly ExportCell[] => [
        { date },
        marker ?? '',
        markerWords(marker, ui, markerTitle),
        reason,
        reasonWords(reason, ui),
        ...ends(count),
        reported,
      ]),
    );
  return tableOf(drawn, rows, {
    title: text.chart(title),
    columns: [
      { title: columns.date, type: 'date' },
      { title: `${text.marker} (id)`, type: 'text' },
      { title: text.marker, type: 'text', width: 40 },
      { title: `${text.reason} (id)`, type: 'text' },
      { title: text.reason, type: 'text', width: 30 },
      ...three(drawn, ''),
      { title: columns.clinics, type: 'number' },
    ],
    more: [],
  });
}

/** A line of each period. */
function activityTable(drawn: Drawn, activity: ToldActivity): ExportTable {
  const { ui } = drawn;
  const { activities: text, columns } = ui.texts.reportFurther;
  const { periods, bands } = activity.all;
  const cells = (isCounted: boolean, counts: readonly Interval[]) =>
    counts.flatMap((count): readonly ExportCell[] =>
      isCounted ? ends(count) : [undefined, undefined, undefined],
    );
  const rows = periods.map(
    ({ from, to, accumulated, clinics, ...period }): readonly ExportCell[] => [
      ...[{ date: from }, { date: to }],
      ...cells(clinics > 0, [period.new, period.maintained, period.unknown]),
      ...cells(clinics > 0, [accumulated.new, accumulated.maintained]),
      clinics,
    ],
  );
  const of = knownClinics(bands);
  return tableOf(drawn, rows, {
    title: titleOfActivity(drawn, activity),
    columns: [
      { title: text.from, type: 'date' },
      { title: text.to, type: 'date' },
      ...[text.new, text.maintained, text.unknown].flatMap((name) => three(drawn, name)),
      ...[text.new, text.maintained].flatMap((name) =>
        three(drawn, `${name} (${text.accumulated.toLowerCase()})`),
      ),
      { title: columns.clinics, type: 'number' },
    ],
    more: [
      ...bandNames.map((band) => ({
        label: `${text.bands.column}: ${text.bands[band]}`,
        value:
          of === 0
            ? text.bands.nobody
            : `${text.bands.clinics(rangeOf(bands[band], ui), of)} (${shareOfClinics(bands[band], of, ui)})`,
      })),
      ...(of > 0 && bands.notKnown > 0
        ? [{ label: text.bands.column, value: text.bands.notKnown(bands.notKnown) }]
        : []),
    ],
  });
}

function three({ ui }: Drawn, name: string): ExportTable['columns'] {
  const { estimate, least, most } = ui.texts.reportFurther.columns;
  return [estimate, least, most].map((each) => ({
    title: name === '' ? each : `${name}: ${each.toLowerCase()}`,
    type: 'number',
  }));
}

function tableOf(
  drawn: Drawn,
  rows: readonly (readonly ExportCell[])[],
  {
    title,
    columns,
    more,
  }: Pick<ExportTable, 'title' | 'columns'> & { readonly more: ExportTable['info'] },
): ExportTable {
  return {
    ...{ title, columns, rows: rows.length, at: isoNow(), language: drawn.ui.language },
    cell: (row, column) => rows[row]?.[column],
    info: [...aboutLines(drawn), ...more],
  };
}
