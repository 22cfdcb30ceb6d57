/** Codes missed at one place of a document, over a clinic. */
import {
  codeUseInSteps,
  compile,
  contentsOf,
  evaluateInSteps,
  patientsWithCodes,
  type Clinic,
  type Steps,
} from '../../engine/index.ts';
import { pointer, valueAt, type Path } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import type { LocalText, Profile } from '../../profile/index.ts';
import {
  codeMatcher,
  normalizeSystem,
  recordTypes,
  type CalendarDate,
  type RecordType,
} from '../../record/index.ts';
import { allSets, objectAt, setsAt, usableSet, usesOfSets } from './code-sets.ts';
import type { ClinicCounts } from './candidates.ts';
import type { MissedQuestion } from './missed.ts';

/**
 * What there is to ask at a place that asks for codes, or at a shared set (`/codes/demens`): its sets, the profile's
 * others, and what they are called.
 */
export function missedQuestionAt(document: unknown, path: Path): MissedQuestion {
  const asked = setsAt(document, path);
  const own = new Set(asked.map(({ setPath }) => pointer(setPath)));
  return {
    sets: asked.flatMap((each) => usableSet(each) ?? []),
    others: allSets(document)
      .filter(({ setPath }) => !own.has(pointer(setPath)))
      .flatMap((each) => usableSet(each) ?? []),
    names: asked.flatMap(({ setPath }) => namesIn(objectAt(document, setPath))),
  };
}

/** A set's title, and what its codes are called in it. */
function namesIn(set: Readonly<Record<string, unknown>> | undefined): readonly LocalText[] {
  const names = isObject(set?.names) ? Object.values(set.names) : [];
  return [set?.title, ...names].filter(isLocalText);
}

function isLocalText(value: unknown): value is LocalText {
  return isObject(value) && typeof value.da === 'string';
}

/** The types of records that a place asks about; of a shared set those of all that ask for it. */
export function typesAskedAt(document: unknown, path: Path): readonly RecordType[] {
  const isShared = path.length === 2 && path[0] === 'codes';
  const places = isShared
    ? (usesOfSets(document).get(String(path[1])) ?? []).map(({ codes }) => codes)
    : [path];
  const found = new Set(places.flatMap((place) => typeAskedAt(document, place) ?? []));
  return recordTypes.filter((type) => found.has(type));
}

function typeAskedAt(document: unknown, path: Path): RecordType | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const key = path[length - 1];
    const named = recordTypes.find((type) => type === key);
    if (named) return named;
    const holder = valueAt(document, path.slice(0, length));
    const type = isObject(holder) ? recordTypes.find((each) => each === holder.type) : undefined;
    if (type) return type;
  }
  return undefined;
}

/**
 * Counts a clinic's codes of some types, and of how many of a population's members. Nothing of who they are is kept.
 *
 * @param profile Whose population it is; without one that can be used it is not known who is a member.
 */
export function* clinicCountsInSteps(
  clinic: Clinic,
  types: readonly RecordType[],
  profile: Profile | undefined,
  asOf: CalendarDate,
): Steps<ClinicCounts> {
  const population = profile && (yield* evaluateInSteps(compile(profile), clinic, asOf));
  const use = yield* codeUseInSteps(clinic, { types, chosen: population?.members ?? [] });
  return { use, patients: clinic.size, members: population?.members.length };
}

/**
 * Counts a clinic's patients who have a record with a code that one entry of a set matches (R2): at least so many.
 * Undefined where there is none, and the clinic's data does not cover the types in the system: that is not nobody.
 */
export function patientsOfEntry(
  clinic: Clinic,
  types: readonly RecordType[],
  system: string,
  entry: string,
): number | undefined {
  const count = patientsWithCodes(clinic, types, codeMatcher({ system, include: [entry] }));
  if (count > 0) return count;
  return types.every((type) => isCovered(clinic, type, normalizeSystem(system))) ? 0 : undefined;
}

/** Whether the clinic says that it has the type, in the system too where it names any (R1a), or a patient brought it. */
function isCovered(clinic: Clinic, type: RecordType, system: string): boolean {
  const declared = clinic.coverage[type];
  if (!declared) return contentsOf(clinic)[type].isSupplied;
  const { available, systems } = declared;
  return available && (!systems || systems.some((each) => normalizeSystem(each) === system));
}
