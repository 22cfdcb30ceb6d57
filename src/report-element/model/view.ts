/** How a report is looked at: plain JSON, to be kept by the host and given back. */
import type { CalendarDate } from '../../record/index.ts';
import type { Sheet } from './sheet.ts';

/** Whose figures stand in front: my own clinic's against the area's, the area's alone, or a larger area's by its level. */
export type ReportScope = 'own' | 'area' | 'municipality' | 'region' | 'country';

/** What is left out is chosen by the element. */
export interface ReportView {
  /** Id of the profile. */
  readonly profile?: string;
  /** Id of the indicator. */
  readonly indicator?: string;
  readonly date?: CalendarDate;
  readonly scope?: ReportScope;
  /** Order of the indicators: as the profile has them, or those first where most is to be gained. */
  readonly order?: 'profile' | 'gap';
}

/** What is shown of the reports there are: what the view names where it is there, and the nearest to it where not. */
export interface Shown {
  readonly sheet: Sheet;
  readonly indicator: string | undefined;
  readonly date: CalendarDate | undefined;
  readonly scope: ReportScope;
  readonly order: 'profile' | 'gap';
}

/** Undefined where there is no report. */
export function shownBy(view: ReportView, sheets: readonly Sheet[]): Shown | undefined {
  const sheet = sheets.find(({ profile }) => profile.id === view.profile) ?? sheets[0];
  if (!sheet) return undefined;
  const { indicators, dates } = sheet;
  const scopes = scopesOf(sheet);
  const named = view.indicator;
  return {
    sheet,
    indicator: named !== undefined && indicators.includes(named) ? named : indicators[0],
    date: view.date !== undefined && dates.includes(view.date) ? view.date : usualDate(sheet),
    scope: view.scope && scopes.includes(view.scope) ? view.scope : scopes[0]!,
    order: view.order === 'gap' ? 'gap' : 'profile',
  };
}

/** The scopes that there are figures of; the first is shown at first. */
export function scopesOf({ mine, wider }: Sheet): readonly ReportScope[] {
  const larger = wider.flatMap(({ level }) => (level === 'cluster' ? [] : [level]));
  return [...(mine ? (['own'] as const) : []), 'area' as const, ...new Set(larger)];
}

/** The newest date that half of those who report have reached: a first report of a new quarter does not move the others. */
function usualDate({ dates, units, indicators, total }: Sheet): CalendarDate | undefined {
  const reached = (date: CalendarDate) =>
    units.filter((unit) => indicators.some((id) => unit.figure(id, date))).length;
  return (
    dates.findLast((date) => {
      if (units.length > 0) return reached(date) * 2 >= units.length;
      return indicators.some((id) => total(id, date));
    }) ?? dates.at(-1)
  );
}
