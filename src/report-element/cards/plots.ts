/** The drawings of the indicator that is looked at, made from what is drawn beside them. */
import { formatDate } from '../../i18n/dates.ts';
import { shortHash } from '../../model/index.ts';
import {
  shareOf,
  decilesOf,
  fewestClinics,
  funnelOf,
  shareWithSize,
  trendOf,
  type Trend,
} from '../../report/index.ts';
import {
  decileDrawing,
  funnelDrawing,
  type stripChart,
  stripDrawing,
  trendDrawing,
  type Drawing,
} from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import { exactFigures, ownCounts } from '../own/part.ts';
import type { FigureOn } from '../model/units.ts';
import { rowOf, type IndicatorRow } from '../model/rows.ts';
import { areaWord } from '../parts/whose.ts';
import { sayOf } from '../words.ts';

/** The units about their common share: a funnel where there are enough of them, else a strip. */
export function unitsDrawing(drawn: Drawn): Drawing | undefined {
  const { ui, front, words } = drawn;
  const row = frontRow(drawn);
  if (front.units.length < 2) return undefined;
  const props = {
    title: words(row.id).title,
    say: sayOf(ui, front),
    note: noteOf(drawn),
    ...(front.unitLevel === 'clinic'
      ? {}
      : { nameOf: (id: string) => front.units.find((unit) => unit.id === id)?.name }),
    ...mineOf(drawn),
  };
  const told = row.units.filter(({ share }) => share).length;
  // Limits of chance are told of clinics: a cluster is a sum of such.
  if (told < fewestClinics || front.unitLevel !== 'clinic')
    return stripDrawing({ ...props, ...stripOf(drawn, row) });
  const funnel = funnelOf(row.units.map(({ unit, figure }) => ({ id: unit.id, figures: figure })));
  const own = drawn.scope === 'own' ? ownCounts(drawn) : undefined;
  return funnelDrawing({
    ...{ ...props, funnel, area: areaWord(front, ui) },
    ...(own ? { own: exactFigures(own) } : {}),
  });
}

/** The units’ shares in a row of the table. */
export function stripProps(drawn: Drawn, row: IndicatorRow): Parameters<typeof stripChart>[0] {
  const shown = frontRow(drawn, row.id);
  return {
    title: drawn.words(row.id).title,
    say: sayOf(drawn.ui, drawn.front),
    isSmall: true,
    ...stripOf(drawn, shown),
    ...mineOf(drawn),
  };
}

/** Mine, the area's and the larger areas' shares by quarters; undefined of one date. */
export function trendsDrawing(drawn: Drawn): Drawing | undefined {
  const { ui, sheet, front, scope, words, row } = drawn;
  if (sheet.dates.length < 2) return undefined;
  const { report } = ui.texts;
  const { lookBack } = words(row.id);
  const trend = (figure: FigureOn): Trend =>
    trendOf(
      sheet.dates.map((date) => ({ date, figures: figure(row.id, date) ?? null })),
      { lookBack },
    );
  const wider = sheet.wider.map((each) => ({
    kind: 'wider' as const,
    name: report.of[each.level],
    trend: trend(each.figure),
  }));
  const area = { kind: 'area' as const, name: areaWord(sheet, ui), trend: trend(sheet.total) };
  const mine =
    scope === 'own' && sheet.mine
      ? [{ kind: 'mine' as const, name: report.of.own, trend: trend(sheet.mine.figure) }]
      : [];
  // The first is the one whose movement is judged.
  const all = [...mine, area, ...wider];
  const first = all.find(({ name }) => front !== sheet && name === areaWord(front, ui));
  return trendDrawing({
    title: `${report.trend}: ${words(row.id).title}`,
    say: sayOf(ui, front),
    note: noteOf(drawn),
    series: first ? [first, ...all.filter((each) => each !== first)] : all,
  });
}

/** Whether there are units and dates enough to tell how they are spread over time. */
export function hasSpread({ front }: Drawn): boolean {
  return front.units.length >= fewestClinics && front.dates.length > 1;
}

/** How the units are spread, quarter by quarter; undefined where there are too few of them. */
export function spreadDrawing(drawn: Drawn): Drawing | undefined {
  const { ui, front, scope, words, row } = drawn;
  if (!hasSpread(drawn)) return undefined;
  const quarters = front.dates.map((date) => {
    const { units, mine } = rowOf(front, row.id, date, undefined);
    const share = scope === 'own' && mine ? shareWithSize(mine) : undefined;
    return {
      date,
      year: Number(date.slice(0, 4)),
      quarter: Math.ceil(Number(date.slice(5, 7)) / 3),
      deciles: decilesOf(units.flatMap((each) => each.share ?? [])),
      ...(share ? { mine: share } : {}),
    };
  });
  return decileDrawing({
    title: `${ui.texts.report.spreadOverTime}: ${words(row.id).title}`,
    say: sayOf(ui, front),
    note: noteOf(drawn),
    quarters,
  });
}

function stripOf({ ui, front }: Drawn, { units, total }: IndicatorRow) {
  const share = total && shareOf(total);
  return {
    // In an order that tells nobody whose report came where.
    clinics: units
      .map(({ unit, share: each }) => ({ id: unit.id, share: each }))
      .sort((a, b) => (a.share?.estimate ?? 2) - (b.share?.estimate ?? 2)),
    ...(share ? { area: { name: areaWord(front, ui), share } } : {}),
  };
}

/** The indicator among the units that stand in front. */
function frontRow({ sheet, front, row, rows, date, words }: Drawn, id = row.id): IndicatorRow {
  if (front === sheet) return rows.find((each) => each.id === id) ?? row;
  return rowOf(front, id, date, words(id).better);
}

function mineOf({ front, scope }: Drawn): { readonly mine?: string } {
  return scope === 'own' && front.mine ? { mine: front.mine.id } : {};
}

/** What must be known of a picture that stands alone. */
export function noteOf({ ui, front, title, date }: Drawn): string {
  const { report } = ui.texts;
  const { id, version, definition } = front.profile;
  return [
    ...(front.area ? [front.area.name] : []),
    title,
    `${id} ${version} (${shortHash(definition)})`,
    report.asOf(formatDate(date, ui.language)),
    report.protectedBy(String(front.protection.threshold), String(front.protection.base)),
  ].join(' · ');
}
