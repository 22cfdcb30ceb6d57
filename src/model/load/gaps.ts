import type { ClinicDescription } from '../../adapter/index.ts';
import { contentsOf, requestFor, type Clinic, type Plan } from '../../engine/index.ts';
import {
  normalizeSystem,
  recordTypes,
  type CalendarDate,
  type RecordType,
} from '../../record/index.ts';

/**
 * Something that a profile asks for and of which nothing came, of any patient (R1a): an empty list for that reason
 * must not be taken for *nobody*.
 */
export interface DataGap {
  readonly type: RecordType;
  /** Records of the type that came, in other code systems. */
  readonly records: number;
  /** The code systems asked for that no record is in, as the profile names them; empty: no patient has the list at all. */
  readonly systems: readonly string[];
}

/** Finds what a profile asks for and the whole clinic has nothing of. What it says that it lacks is no gap. */
export function findGaps(
  clinic: Clinic,
  { coverage }: ClinicDescription,
  plan: Plan,
  asOf: CalendarDate,
): readonly DataGap[] {
  if (clinic.size === 0) return [];
  const { types } = requestFor(plan, asOf);
  const contents = contentsOf(clinic);
  return recordTypes.flatMap((type) => {
    const asked = types[type];
    if (!asked || coverage[type]?.available === false) return [];
    const { records, systems, unlike, isSupplied } = contents[type];
    if (records === 0 && !isSupplied) return [{ type, records, systems: [] }];
    const absent = (asked.codes ?? []).flatMap(({ system }) =>
      isThere(systems, unlike, normalizeSystem(system)) ? [] : [system],
    );
    return absent.length > 0 ? [{ type, records, systems: [...new Set(absent)] }] : [];
  });
}

function isThere(
  systems: ReadonlyMap<string, number>,
  unlike: ReadonlySet<string>,
  system: string,
): boolean {
  // Codes without a system count as the type's own; where none looks like one, they are another's.
  return systems.has(system) && !unlike.has(system);
}
