/** What leaves the screen of the area: its report without names of clinics, and without a number of my own. */
import {
  compareMade,
  reportFormat,
  type AreaClinic,
  type AreaReport,
  type RefusedReport,
} from '../../report/index.ts';
import type { Refusal } from '../model/agreeing.ts';
import type { Sheet } from '../model/sheet.ts';

/** A clinic's protected leaves: whose they are is not said. */
type Unnamed = Pick<AreaClinic, 'indicators' | 'undecided'>;

/**
 * The area's report as it is shown: protected leaves and their sums. The clinics have no names and no ids, and stand in an
 * order that comes from their leaves alone.
 */
export function areaReportOf(sheet: Sheet): AreaReport {
  const { profile, protection, dates, indicators, missing, refused, level, sources } = sheet;
  const { madeAt } = sources.toSorted(compareMade).at(-1)!;
  const clinics = unnamedClinics(sheet);
  const { exemptions, activities } = sheet.further();
  return {
    format: reportFormat,
    level,
    area: sheet.area ?? { id: level, name: level },
    ...{ profile, protection, dates },
    madeAt,
    engine: sources[0]!.engine,
    ...(clinics.length === 0
      ? {}
      : {
          clinics: clinics.map((each, at) => ({
            id: `${at + 1}`,
            name: `${at + 1}`,
            madeAt,
            ...each,
          })),
        }),
    sums: indicators.map((id) => ({
      id,
      values: dates.map((date) => {
        const total = sheet.total(id, date);
        if (!total) return null;
        const { numerator, rest, unknown, clinics: reported } = total;
        const causes = sheet.causes(id, date);
        return { numerator, rest, unknown, ...(causes ? { causes } : {}), reported };
      }),
    })),
    undecided: dates.map((date) => sheet.undecided(date) ?? null),
    // As sums alone: how many plans a clinic makes, and its capacity, are known elsewhere.
    ...(exemptions.length > 0 ? { exemptions } : {}),
    ...(activities.length > 0 ? { activities } : {}),
    missing,
    refused: refused.flatMap(refusedReport),
  };
}

/** The leaves of each clinic by the sheet's dates, in the order of what they say: whoever reads them learns no name by it. */
function unnamedClinics({ units, dates, isSumsAlone }: Sheet): readonly Unnamed[] {
  // The only leaves beside sums alone are mine.
  if (isSumsAlone) return [];
  return units
    .flatMap(({ leaves }) => leaves ?? [])
    .map(({ indicators, undecided, dates: has }) => ({
      indicators: indicators.map((each) => ({
        ...each,
        values: byDates(each.values, has, dates),
        ...(each.groups
          ? {
              groups: each.groups.map(({ group, values }) => ({
                group,
                values: byDates(values, has, dates),
              })),
            }
          : {}),
      })),
      undecided: byDates(undecided, has, dates),
    }))
    .map((each) => [JSON.stringify(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each);
}

/** Of other dates than the sheet's nothing was counted; what has no values by date, an agreed breakdown, has none. */
function byDates<Value>(
  values: readonly (Value | null)[],
  has: readonly string[],
  dates: readonly string[],
): readonly (Value | null)[] {
  return values.length === 0 ? [] : dates.map((date) => values[has.indexOf(date)] ?? null);
}

/** An older report of a clinic that is counted by a newer one is no matter, and another area is none of this one's. */
function refusedReport({ id, name, why }: Refusal): readonly RefusedReport[] {
  if (why.kind === 'older' || why.kind === 'beside') return [];
  if (why.kind === 'said') return [{ id, name, kind: 'unreadable', reason: why.reason }];
  const kind = why.kind === 'sums' ? 'unreadable' : why.kind;
  return [{ id, name, kind, reason: reasons[why.kind] }];
}

const reasons = {
  version: { da: 'En anden version af profilen.', en: 'Another version of the profile.' },
  definition: { da: 'En anden definition af profilen.', en: 'Another definition of the profile.' },
  protection: { da: 'En anden beskyttelse.', en: 'Another protection.' },
  area: { da: 'Klinikken hører til et andet område.', en: 'The clinic belongs to another area.' },
  sums: {
    da: 'Områdets rapport har kun summer: klinikken kan være talt med i dem.',
    en: 'The area’s report has sums alone: the clinic may be counted in them.',
  },
} as const;
