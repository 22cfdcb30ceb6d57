/** The area's figures as a table for a file: one line an indicator, a date and whose figures they are. */
import type { ExportCell, ExportInfo, ExportTable } from '../../export/index.ts';
import { formatDate } from '../../i18n/dates.ts';
import { isoNow } from '../../elements/shared/now.ts';
import { shareOf, type Interval } from '../../report/index.ts';
import type { Drawn } from '../host.ts';
import type { Figure } from '../model/figures.ts';
import type { Sheet } from '../model/sheet.ts';
import { areaWord } from '../parts/whose.ts';
import { facts } from '../parts/head.ts';

/** All dates and indicators of the area, of the larger areas, and of its named parts; of no clinic. */
export function figureTable(drawn: Drawn): ExportTable {
  const { ui, sheet, title, words } = drawn;
  const { report } = ui.texts;
  const { columns } = report;
  const causes = causesTold(sheet);
  const lines = sheet.dates.flatMap((date) =>
    sheet.indicators.flatMap((id) =>
      owners(drawn, id, date).map(([whose, figure]) => [
        { date },
        id,
        words(id).title,
        whose,
        ...figureCells(figure),
        ...causeCells(causes, causesBy(drawn, whose, id, date)),
      ]),
    ),
  );
  const three = (name: string) => [name, columns.least(name), columns.most(name)];
  const numbers = [columns.clinics, columns.numerator, columns.rest, columns.unknown];
  return {
    title: report.titleOf(report.levels[sheet.level], title),
    columns: [
      { title: columns.date, type: 'date' },
      { title: columns.id, type: 'text' },
      { title: columns.indicator, type: 'text', width: 48 },
      { title: columns.who, type: 'text', width: 24 },
      { title: columns.clinics, type: 'number' },
      ...numbers
        .slice(1)
        .flatMap(three)
        .map((name) => ({ title: name, type: 'number' as const })),
      ...[columns.share, ...causes.map((cause) => `${columns.unknown}: ${report.causes[cause]}`)]
        .flatMap(three)
        .map((name) => ({ title: name, type: 'number' as const })),
    ],
    rows: lines.length,
    cell: (row, column) => lines[row]![column],
    info: aboutLines(drawn),
    at: isoNow(),
    language: ui.language,
  };
}

/** What must be known of a file: what is reported, by which definition, how it is protected, and who is missing. */
export function aboutLines(drawn: Drawn): readonly ExportInfo[] {
  const { sheet, ui } = drawn;
  const { report } = ui.texts;
  const { about1 } = report;
  return [
    { label: report.title, value: facts(drawn).join(' · ') },
    { label: about1.profile, value: `${sheet.profile.id} ${sheet.profile.version}` },
    { label: about1.definition, value: sheet.profile.definition },
    {
      label: about1.protection,
      value: about1.protectionText(
        String(sheet.protection.threshold),
        String(sheet.protection.base),
        sheet.protection.method,
      ),
    },
    ...(sheet.missing.length === 0
      ? []
      : [
          {
            label: report.missing(String(sheet.missing.length), sheet.missing.length === 1),
            value: sheet.missing.map(({ name }) => name).join(', '),
          },
        ]),
    { label: about1.made, value: formatDate(sheet.sources[0]!.madeAt, ui.language) },
  ];
}

type Owner = readonly [whose: string, figure: Figure];

/** Those who are named anyway, and who have a figure. */
function owners({ sheet, ui }: Drawn, id: string, date: string): readonly Owner[] {
  const all: readonly (readonly [string, Figure | undefined])[] = [
    [areaWord(sheet, ui), sheet.total(id, date)],
    ...sheet.wider.map((each) => [each.name, each.figure(id, date)] as const),
    ...(sheet.unitLevel === 'clinic' ? [] : sheet.units).map(
      (unit) => [unit.reporter, unit.figure(id, date)] as const,
    ),
  ];
  return all.flatMap(([whose, figure]) => (figure ? [[whose, figure] as const] : []));
}

type Causes = NonNullable<ReturnType<Sheet['causes']>>;
type Cause = Causes['counts'][number]['cause'];

/** The causes that any of the clinics tells, of any indicator. */
function causesTold(sheet: Sheet): readonly Cause[] {
  const told = sheet.dates.flatMap((date) =>
    sheet.indicators.flatMap((id) => sheet.causes(id, date)?.counts ?? []),
  );
  return [...new Set(told.map(({ cause }) => cause))];
}

/** Those of the area, and of its named parts. */
function causesBy(
  { sheet, ui }: Drawn,
  whose: string,
  id: string,
  date: string,
): Causes | undefined {
  if (whose === areaWord(sheet, ui)) return sheet.causes(id, date);
  if (sheet.unitLevel === 'clinic') return undefined;
  return sheet.units.find(({ reporter }) => reporter === whose)?.causes(id, date);
}

function causeCells(told: readonly Cause[], causes: Causes | undefined): readonly ExportCell[] {
  return told.flatMap((cause): readonly ExportCell[] => {
    const count = causes?.counts.find((each) => each.cause === cause)?.count;
    return count ? ends(count) : [undefined, undefined, undefined];
  });
}

function figureCells(figure: Figure): readonly ExportCell[] {
  const share = shareOf(figure);
  return [
    figure.clinics,
    ...[figure.numerator, figure.rest, figure.unknown].flatMap(ends),
    ...(share
      ? ends(share).map((each) => Math.round(each * 1000) / 10)
      : [undefined, undefined, undefined]),
  ];
}

export function ends({ estimate, least, most }: Interval): readonly number[] {
  return [estimate, least, most];
}
