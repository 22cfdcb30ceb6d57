/** How good the data behind a list is: what it covers, what could not be read, what cannot be decided and why. */
import { nextTurn, type ClinicDescription, type ClinicSource } from '../../adapter/index.ts';
import {
  compile,
  evidenceOf,
  foreignCodes,
  oddities,
  requestFor,
  resultsByUnit,
  type Cell,
  type Clinic,
  type UnknownReason,
  type Finding,
  type ForeignCodes,
  type Oddity,
  type Membership,
  type Population,
  type UnitContents,
} from '../../engine/index.ts';
import type { InformationItem, Marker } from '../../profile/index.ts';
import {
  countRejected,
  dataTypes,
  isKnownUnit,
  isSeldom,
  normalizeUnit,
  readDate,
  requireDate,
  type CalendarDate,
  type Coverage,
  type DataType,
  type Hint,
  type Rejection,
  type RejectionReason,
} from '../../record/index.ts';
import { daysBetween } from '../../i18n/dates.ts';
import { groupBy } from '../group-by.ts';
import { itemColumnId } from '../list/columns/types.ts';
import type { Filter } from '../list/types.ts';

export interface QualityInputs {
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  readonly population: Population;
}

/** Every number comes with the patients, or the filter on the list, that it opens. */
export interface DataQuality {
  /** In the programme's order; of the types that few clinics supply those declared or asked. */
  readonly coverage: readonly CoverageQuality[];
  readonly sources: readonly SourceQuality[];
  /** The most records first. */
  readonly rejected: readonly RejectionGroup[];
  /** The units that no table has, so that nothing converts them (R14); the most results first. */
  readonly units: readonly UnitContents[];
  /** Codes that do not look like those of the system that they stand in, by type and system; the most records first. */
  readonly foreign: readonly ForeignCodes[];
  /** The most patients first. */
  readonly hints: readonly HintGroup[];
  /** What would decide those who cannot be decided, the most patients first. */
  readonly undecided: readonly UnknownReasonGroup[];
  /** In the profile's order. */
  readonly items: readonly ItemQuality[];
  /** In the profile's order. */
  readonly markers: readonly MarkerQuality[];
}

/** `unknown`: nobody says when it was updated. It is never taken for fresh. */
export interface Freshness {
  readonly state: 'fresh' | 'stale' | 'unknown';
  /** The day of the last update. */
  readonly updated?: CalendarDate;
  /** Days from then to the date of evaluation; 0 for an update after it. */
  readonly days?: number;
}

/** Older than this is stale. */
export const freshDays = 7;

export interface CoverageQuality {
  readonly type: DataType;
  /** Whether the profile asks of it. */
  readonly isAsked: boolean;
  /** `undeclared`: the clinic's system does not say; each patient's list speaks for itself (R9). */
  readonly state: 'available' | 'missing' | 'undeclared';
  /** As described. */
  readonly coverage?: Coverage;
  readonly freshness: Freshness;
  /** Patients of whom the system itself says that the type is missing, or begins later than the clinic's. */
  readonly patientIds: readonly string[];
}

export interface SourceQuality {
  readonly source: ClinicSource;
  readonly freshness: Freshness;
}

/** Records, or fields of a patient, that could not be read for one reason. */
export interface RejectionGroup {
  readonly type: DataType;
  readonly reason: RejectionReason;
  /** The fields at fault, e.g. `"at"`. */
  readonly fields: readonly string[];
  readonly records: number;
  readonly patientIds: readonly string[];
  /** Entries that no patient could be told for. */
  readonly nobody: number;
}

/** What looks odd of one kind though it could be read. It changes no answer. */
export interface HintGroup {
  readonly kind: Hint['kind'];
  /** What it is about, in the programme's order. */
  readonly types: readonly DataType[];
  /** Dates or medicines; of birth dates one for each patient. */
  readonly count: number;
  readonly patientIds: readonly string[];
}

/** Patients of the list that the same knowledge would help to decide. One may be in several groups. */
export interface UnknownReasonGroup {
  /** One for all of them: records and windows in it are only examples; a count is the sum. */
  readonly unknownReason: UnknownReason;
  readonly patientIds: readonly string[];
}

export interface ItemQuality {
  readonly item: InformationItem;
  /** Members by what their cell says. */
  readonly counts: Readonly<Record<Cell['state'], number>>;
  /** Members with a value beside which something may be missing. */
  readonly incomplete: readonly string[];
  /** Of the members it is asked of, how many have a value; absent when it is asked of nobody. */
  readonly share: number | undefined;
  /**
   * Data that is nearly always missing: `undecided` where nobody can know, `missing` where what every patient could
   * have is hardly ever there, a result or a field; perhaps the codes are others here. That most patients have no
   * schizophrenia and no antipsychotic is an answer.
   */
  readonly gap: 'undecided' | 'missing' | undefined;
  /** Opens the members with a state. */
  readonly filters: Readonly<Record<Cell['state'], Filter>>;
}

/** Below this share of what is known data is nearly missing. */
export const emptyShare = 0.1;

export interface MarkerQuality {
  readonly marker: Marker;
  /** Ids of the members that carry it, whatever is exempted. */
  readonly set: readonly string[];
  /** Members for whom it cannot be decided. */
  readonly undecided: readonly string[];
}

/**
 * Looks through the data behind a list, in slices that leave the page its time.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function assessQuality(
  { clinic, description, population }: QualityInputs,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<DataQuality> {
  const { profile, asOf } = population;
  const undecided = await groupUnknownReasons(population, signal);
  const items: ItemQuality[] = [];
  for (const item of profile.information) {
    items.push(assessItem(item, population));
    await turn(signal);
  }
  return {
    coverage: assessCoverage(clinic, description, population),
    sources: (description.sources ?? []).map((source) => ({
      source,
      freshness: freshnessOf(source.updated, asOf),
    })),
    rejected: groupRejections(clinic.rejected),
    units: resultsByUnit(clinic, isUnknownUnit),
    foreign: foreignCodes(clinic),
    hints: groupHints(clinic.hints, oddities(clinic, asOf)),
    undecided,
    items,
    markers: (profile.markers ?? []).map((marker) => assessMarker(marker, population)),
  };
}

async function turn(signal: AbortSignal | undefined): Promise<void> {
  await nextTurn();
  signal?.throwIfAborted();
}

function assessCoverage(
  clinic: Clinic,
  { coverage }: ClinicDescription,
  { profile, asOf }: Population,
): readonly CoverageQuality[] {
  const { types } = requestFor([compile(profile)], asOf);
  const isAsked = (type: DataType) => type === 'patient' || types[type] !== undefined;
  const own = [...clinic.ownCoverage];
  // Whoever comes has fields of their own: of those nothing is said where the host says nothing.
  const isUsual = (type: DataType) =>
    type === 'patient' ? own.some(([, each]) => each.patient) : !isSeldom(type) || isAsked(type);
  const told = dataTypes.filter((type) => isUsual(type) || coverage[type]);
  return told.map((type) => {
    const declared = coverage[type];
    const lacking = own.flatMap(([id, each]) => (isLess(each[type], declared) ? [id] : []));
    return {
      type,
      isAsked: isAsked(type),
      state: !declared ? 'undeclared' : declared.available ? 'available' : 'missing',
      ...(declared ? { coverage: declared } : {}),
      freshness: freshnessOf(declared?.updated, asOf),
      patientIds: lacking,
    };
  });
}

/** Whether a patient's own coverage promises less than the clinic's. */
function isLess(own: Coverage | undefined, clinic: Coverage | undefined): boolean {
  if (!own) return false;
  if (!own.available) return clinic?.available !== false;
  return clinic?.available === true && (own.from ?? '') > (clinic.from ?? '');
}

/**
 * How old data is on a date.
 * @throws {RangeError} of a day that does not exist.
 */
export function freshnessOf(updated: string | undefined, asOf: CalendarDate): Freshness {
  requireDate(asOf, 'freshnessOf: asOf');
  const date = updated === undefined ? undefined : readDate(updated)?.date;
  if (date === undefined) return { state: 'unknown' };
  const days = daysBetween(date, asOf);
  return { state: days > freshDays ? 'stale' : 'fresh', updated: date, days };
}

function groupRejections(entries: readonly Rejection[]): readonly RejectionGroup[] {
  return [...groupBy(entries, ({ type, reason }) => `${type} ${reason}`).values()]
    .map((group) => ({
      type: group[0]!.type,
      reason: group[0]!.reason,
      fields: [...new Set(group.map(({ field }) => field).filter(Boolean))],
      records: countRejected(group),
      patientIds: [...new Set(group.flatMap(({ patientId }) => patientId ?? []))],
      nobody: countRejected(group.filter(({ patientId }) => patientId === undefined)),
    }))
    .sort((a, b) => b.records - a.records);
}

/** A unit that is empty once it is normalised is none: the number is taken as in the profile's (R14). */
function isUnknownUnit(unit: string): boolean {
  return normalizeUnit(unit) !== '' && !isKnownUnit(unit);
}

function groupHints(
  byPatient: ReadonlyMap<string, readonly Hint[]>,
  odd: readonly Oddity[],
): readonly HintGroup[] {
  const groups = new Map<
    Hint['kind'],
    { count: number; readonly types: Set<DataType>; readonly patientIds: Set<string> }
  >();
  const add = ({ kind, type, count }: Hint, ids: readonly string[]) => {
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { count: 0, types: new Set(), patientIds: new Set() }));
    group.count += count;
    group.types.add(type);
    for (const id of ids) group.patientIds.add(id);
  };
  for (const [id, hints] of byPatient) for (const hint of hints) add(hint, [id]);
  for (const oddity of odd) add(oddity, oddity.patientIds);
  return [...groups]
    .map(([kind, { count, types, patientIds }]) => ({
      kind,
      types: dataTypes.filter((type) => types.has(type)),
      count,
      patientIds: [...patientIds],
    }))
    .sort((a, b) => b.patientIds.length - a.patientIds.length);
}

/** So many memberships are worked out between two turns of the page. */
const slice = 100;

async function groupUnknownReasons(
  population: Population,
  signal: AbortSignal | undefined,
): Promise<readonly UnknownReasonGroup[]> {
  const groups = new Map<string, { unknownReason: UnknownReason; patientIds: string[] }>();
  for (const [index, id] of population.undecided.entries()) {
    if (index % slice === slice - 1) await turn(signal);
    for (const [key, unknownReason] of unknownReasonsOf(population.membership(id))) {
      const group = groups.get(key);
      if (!group) groups.set(key, { unknownReason, patientIds: [id] });
      else {
        group.patientIds.push(id);
        group.unknownReason = sumOf(group.unknownReason, unknownReason);
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.patientIds.length - a.patientIds.length);
}

/** What would decide one patient, each kind of it once. */
function unknownReasonsOf({
  unknownReasons,
  include,
  exclude,
}: Membership): ReadonlyMap<string, UnknownReason> {
  const all = [
    ...unknownReasons,
    ...unknownReasonsIn(evidenceOf(include)),
    ...(exclude ? unknownReasonsIn(evidenceOf(exclude)) : []),
  ];
  return new Map(all.map((unknownReason) => [keyOf(unknownReason), unknownReason]));
}

function unknownReasonsIn({ unknownReasons, branches }: Finding): readonly UnknownReason[] {
  return [...unknownReasons, ...branches.flatMap(unknownReasonsIn)];
}

/** Two reasons of the same key are settled by the same knowledge. */
function keyOf(unknownReason: UnknownReason): string {
  switch (unknownReason.kind) {
    case 'not-covered':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.type,
        unknownReason.source,
        unknownReason.coveredFrom,
      ]);
    case 'stale':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.type,
        unknownReason.source,
        unknownReason.updated,
      ]);
    case 'system':
      return JSON.stringify([unknownReason.kind, unknownReason.type, unknownReason.systems]);
    case 'not-come':
    case 'rejected':
      return JSON.stringify([unknownReason.kind, unknownReason.type]);
    case 'unit':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.code,
        unknownReason.found,
        unknownReason.expected,
      ]);
    case 'implausible':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.code,
        unknownReason.plausible,
        unknownReason.unit,
      ]);
    case 'comparator':
    case 'textual':
    case 'short-code':
    case 'partial-date':
    case 'no-code':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.record.type,
        unknownReason.record.code,
      ]);
    case 'no-field':
      return JSON.stringify([
        unknownReason.kind,
        unknownReason.field,
        unknownReason.record.type,
        unknownReason.record.code,
      ]);
    case 'patient-field':
    case 'partial-field':
      return JSON.stringify([unknownReason.kind, unknownReason.field]);
    case 'uncoded':
      return unknownReason.kind;
  }
}

function sumOf(a: UnknownReason, b: UnknownReason): UnknownReason {
  return a.kind === 'rejected' && b.kind === 'rejected' ? { ...a, count: a.count + b.count } : a;
}

function assessItem(item: InformationItem, population: Population): ItemQuality {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  const incomplete: string[] = [];
  population.column(item.id).forEach(({ state, unknownReasons }, index) => {
    counts[state]++;
    if (state === 'value' && unknownReasons.length > 0) incomplete.push(population.members[index]!);
  });
  const asked = counts.value + counts.none + counts.unknown;
  const share = asked > 0 ? counts.value / asked : undefined;
  const filter = (state: Cell['state']): Filter => ({
    columnId: itemColumnId(item.id),
    states: [state],
  });
  return {
    item,
    counts,
    incomplete,
    share,
    gap: gapOf(item, counts, asked),
    filters: {
      value: filter('value'),
      none: filter('none'),
      unknown: filter('unknown'),
      'not-asked': filter('not-asked'),
    },
  };
}

function gapOf(
  { type }: InformationItem,
  { value, unknown }: ItemQuality['counts'],
  asked: number,
): ItemQuality['gap'] {
  if (asked === 0) return undefined;
  if (asked - unknown <= emptyShare * asked) return 'undecided';
  const isMeasured = type === 'result' || type === 'patient';
  return isMeasured && value < emptyShare * asked ? 'missing' : undefined;
}

function assessMarker(marker: Marker, population: Population): MarkerQuality {
  const truths = population.markerTruths(marker.id);
  return {
    marker,
    set: population.members.filter((_, index) => truths[index] === 'yes'),
    undecided: population.members.filter((_, index) => truths[index] === 'unknown'),
  };
}
