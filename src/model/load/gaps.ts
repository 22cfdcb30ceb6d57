import type { ClinicDescription } from '../../adapter/index.ts';
import {
  contentsOf,
  requestFor,
  systemsAsked,
  type Clinic,
  type Plan,
} from '../../engine/index.ts';
import {
  normalizeSystem,
  recordTypes,
  type CalendarDate,
  type RecordType,
} from '../../record/index.ts';

/**
 * Something that a profile asks for and of which nothing came, or next to nothing, of any patient (R1a): an empty list
 * for that reason must not be taken for *nobody*. It is said beside the list, and decides nobody.
 */
export interface DataGap {
  readonly type: RecordType;
  /** Records of the type that came, in other code systems; beside `alike`, those with a code in the one system. */
  readonly records: number;
  /** The code systems asked for that no record is in, as the profile names them; empty: no patient has the list at all. */
  readonly systems: readonly string[];
  /**
   * Most records of the one system asked have codes that are not of its form: so many have one that is. Absent where
   * there is none.
   */
  readonly alike?: number;
}

/** Records whose codes do not look like those of the system that they stand in. */
export interface ForeignCount {
  readonly type: RecordType;
  /** The system's one name. It is one of those with a form, never a name of the clinic's. */
  readonly system: string;
  readonly records: number;
}

/** Finds what a profile asks for and the whole clinic has nothing of, or next to nothing. What it says that it lacks is no gap. */
export function findGaps(
  clinic: Clinic,
  { coverage }: ClinicDescription,
  plan: Plan,
  asOf: CalendarDate,
): readonly DataGap[] {
  if (clinic.size === 0) return [];
  const { types } = requestFor(plan, asOf);
  const contents = contentsOf(clinic);
  const asked = systemsAsked(plan, asOf);
  return recordTypes.flatMap((type) => {
    if (!types[type] || coverage[type]?.available === false) return [];
    const { records, systems, isSupplied } = contents[type];
    if (records === 0 && !isSupplied) return [{ type, records, systems: [] }];
    const isAbsent = (system: string) => !systems.get(normalizeSystem(system))?.alike;
    const own = asked.filter((each) => each.type === type).map((each) => each.systems);
    const wanted = [...new Set(own.flat())];
    // What is asked in two systems is missed where neither has any.
    const missed = own.filter((each) => each.every(isAbsent)).flat();
    const absent = wanted.filter((system) => missed.includes(system));
    const mostlyForeign = wanted.flatMap((system): readonly DataGap[] => {
      const found = systems.get(normalizeSystem(system));
      return found && found.alike > 0 && found.alike < found.foreign
        ? [{ type, records: found.alike + found.foreign, systems: [system], alike: found.alike }]
        : [];
    });
    return [...(absent.length > 0 ? [{ type, records, systems: absent }] : []), ...mostlyForeign];
  });
}

/**
 * Counts the records whose codes look like another system's, few or many. Where none looks like its own system and the
 * profile asks it, that is a gap, and is told as one.
 */
export function countForeign(clinic: Clinic, gaps: readonly DataGap[]): readonly ForeignCount[] {
  const contents = contentsOf(clinic);
  return recordTypes.flatMap((type) =>
    [...contents[type].systems].flatMap(([system, { foreign }]) => {
      const isTold = gaps.some(
        (gap) =>
          gap.type === type &&
          gap.alike === undefined &&
          gap.systems.some((name) => normalizeSystem(name) === system),
      );
      return foreign === 0 || isTold ? [] : [{ type, system, records: foreign }];
    }),
  );
}
