/** Whose figures stand beside each other: mine, the area's, and those of larger areas. */
import type { Drawn, Owned } from '../host.ts';
import type { IndicatorRow } from '../model/rows.ts';
import type { Sheet } from '../model/sheet.ts';
import type { ReportScope } from '../model/view.ts';
import type { Ui } from '../ui.ts';

/** The figures of an indicator, mine first. */
function ownersOf(row: IndicatorRow, { sheet, ui }: Pick<Drawn, 'sheet' | 'ui'>): readonly Owned[] {
  const { of } = ui.texts.report;
  return [
    ...(sheet.mine ? [{ whose: of.own, figure: row.mine, isMine: true }] : []),
    { whose: areaWord(sheet, ui), figure: row.total, isMine: false },
    ...row.wider.map(({ wider, figure }) => ({
      ...{ whose: of[wider.level], figure },
      isMine: false,
    })),
  ];
}

/** The same without mine, where the area is looked at: others may look on. */
export function shownOwners(row: IndicatorRow, drawn: Drawn): readonly Owned[] {
  return ownersOf(row, drawn).filter(({ isMine }) => !isMine || drawn.scope === 'own');
}

/** What the area is called beside others: `Klyngen`. */
export function areaWord({ level }: Sheet, { texts }: Ui): string {
  return texts.report.of[level];
}

/** What is chosen by a scope. */
export function scopeWord(scope: ReportScope, sheet: Sheet, ui: Ui): string {
  return scope === 'area' ? areaWord(sheet, ui) : ui.texts.report.of[scope];
}
