/** Sums of who is exempt of what, and why: of the clinics that tell it. */
import { exemptedFigures, sumOf, type ExemptedFigures } from '../protection/index.ts';
import type { AreaExemptions, Protection, ReportedExemptions } from '../types.ts';

/** What some clinics tell together, by marker, in the order in which they are met. */
export function sumExemptions(
  reports: readonly { readonly exemptions?: readonly ReportedExemptions[] | undefined }[],
  protection: Protection,
): readonly AreaExemptions[] | undefined {
  const told = reports.flatMap(({ exemptions }) => exemptions ?? []);
  if (told.length === 0) return undefined;
  return addExemptions(
    told.map((each) => ({
      ...(each.marker === undefined ? {} : { marker: each.marker }),
      ...figures(exemptedFigures(each, protection)),
      reported: 1,
    })),
  );
}

function figures({ rest, reasons }: ExemptedFigures): Pick<AreaExemptions, 'rest' | 'reasons'> {
  return { rest, reasons };
}

/** What some areas tell together. */
export function addExemptions(all: readonly AreaExemptions[]): readonly AreaExemptions[] {
  const markers = new Map<string | undefined, AreaExemptions[]>();
  for (const each of all) {
    const own = markers.get(each.marker);
    if (own) own.push(each);
    else markers.set(each.marker, [each]);
  }
  return [...markers].map(([marker, own]) => ({
    ...(marker === undefined ? {} : { marker }),
    rest: sumOf(own.map(({ rest }) => rest)),
    reasons: own[0]!.reasons.map(({ reason }) => ({
      reason,
      count: sumOf(
        own.flatMap(({ reasons }) =>
          reasons.filter((each) => each.reason === reason).map(({ count }) => count),
        ),
      ),
    })),
    reported: own.reduce((sum, { reported }) => sum + reported, 0),
  }));
}
