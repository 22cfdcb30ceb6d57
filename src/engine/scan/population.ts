import type { Criterion } from '../../profile/index.ts';
import type { CalendarDate, Patient } from '../../record/index.ts';
import type { Clinic } from '../store/clinic.ts';
import { restoreLazily, type Place, type Segment } from '../store/index.ts';
import type { Plan } from '../query/compile.ts';
import { NodeMaker, type Node } from '../query/nodes.ts';
import { evidenceOf, recordsIn } from '../evidence.ts';
import { EvaluatedPatient, indexOfItem } from '../outcome.ts';
import { findCell, findMembership, type Context } from '../reference/index.ts';
import { cellReader, type CellReader } from './cells.ts';
import { groundOf, type Ground } from './evaluation-context.ts';
import { groundKeys } from './evidence-columns.ts';
import { keysOf } from './cell-columns.ts';
import { membersIn, outIn } from './membership.ts';
import { Survey } from './truth-cache.ts';
import { no, truthOf, unknown, yes } from './truth-vector.ts';
import type {
  Cell,
  CellKeys,
  IndicatorValue,
  MarkerHit,
  Membership,
  Population,
  Truth,
  Vocabulary,
} from '../types.ts';

/** A profile's outcome over the columns. Who is in it is known at once, the rest when it is asked for. */
export class EvaluatedPopulation implements Population {
  readonly profile;
  readonly members: readonly string[];
  readonly undecided: readonly string[];
  readonly size: number;
  readonly #segments: readonly Segment[];
  /** By segment: who was no longer there at the moment of evaluation. */
  readonly #gone: readonly ReadonlySet<number>[];
  readonly #ground: Ground;
  readonly #survey: Survey;
  readonly #memberPlaces: readonly Place[];
  readonly #undecidedPlaces: readonly Place[];
  #known: ReadonlySet<Segment> | undefined;
  readonly #outcomes = new Map<string, EvaluatedPatient>();
  readonly #readers: CellReader[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly clinic: Clinic,
    readonly asOf: CalendarDate,
  ) {
    this.profile = plan.profile;
    this.#segments = [...clinic.segments];
    this.#gone = this.#segments.map((_, index) => new Set(clinic.goneFrom(index)));
    const { ground, survey } = surveyOf(clinic, asOf);
    this.#ground = ground;
    this.#survey = survey;
    const members: Place[] = [];
    const undecided: Place[] = [];
    let size = 0;
    this.#segments.forEach((segment, index) => {
      const gone = this.#gone[index]!;
      const out = outIn(segment, ground);
      const truths = membersIn(segment, plan.nodes, survey, out);
      for (let patient = 0; patient < segment.size; patient++) {
        if (gone.size > 0 && gone.has(patient)) continue;
        if (out[patient] === 0) size++;
        const truth = truths[patient];
        if (truth === yes) members.push({ segment, patient });
        else if (truth === unknown) undecided.push({ segment, patient });
      }
    });
    this.#memberPlaces = inOrder(members, clinic);
    this.#undecidedPlaces = inOrder(undecided, clinic);
    this.members = this.#memberPlaces.map(idAt);
    this.undecided = this.#undecidedPlaces.map(idAt);
    this.size = size;
  }

  outcome(patientId: string): EvaluatedPatient {
    let outcome = this.#outcomes.get(patientId);
    if (!outcome) {
      const place = this.#placeOf(patientId);
      const context = this.#contextAt(place);
      outcome = new EvaluatedPatient(context, (_, index) => this.#cellAt(place, index));
      this.#outcomes.set(patientId, outcome);
    }
    return outcome;
  }

  membership(patientId: string): Membership {
    return this.outcome(patientId).membership;
  }

  markers(patientId: string): readonly MarkerHit[] {
    return this.outcome(patientId).markers;
  }

  markerTruths(markerId: string, patientIds?: readonly string[]): readonly Truth[] {
    const { markers = [] } = this.profile;
    const node = this.plan.nodes.markers[markers.findIndex(({ id }) => id === markerId)];
    if (!node) throw new RangeError(`The profile has no marker "${markerId}".`);
    return this.#placesOf(patientIds).map((place) => truthOf(this.#byteAt(node, place)));
  }

  cell(patientId: string, itemId: string): Cell {
    return this.outcome(patientId).cell(itemId);
  }

  column(itemId: string, patientIds?: readonly string[]): readonly Cell[] {
    const index = indexOfItem(this.profile, itemId);
    return this.#placesOf(patientIds).map((place) => this.#cellAt(place, index));
  }

  truths(criterion: Criterion, patientIds?: readonly string[]): Uint8Array {
    const node = new NodeMaker(this.profile).nodeOf(criterion);
    return this.#bytesAt(node, this.#placesOf(patientIds));
  }

  keys(itemId: string, patientIds?: readonly string[]): CellKeys {
    const index = indexOfItem(this.profile, itemId);
    const item = this.profile.information[index]!;
    if (item.type === 'patient') throw new RangeError(`The item "${itemId}" has no records.`);
    const { conditions, selections } = this.plan.nodes;
    const places = this.#placesOf(patientIds);
    const condition = conditions[index];
    const asked = condition && this.#bytesAt(condition, places);
    return keysOf(this.#ground, item, selections[index], places, asked);
  }

  grounds(patientIds?: readonly string[]): CellKeys {
    return groundKeys(
      this.#ground,
      this.#survey,
      new NodeMaker(this.profile),
      this.profile.population.include,
      this.#placesOf(patientIds),
      (place) => recordsIn(evidenceOf(findMembership(this.#contextAt(place)).include)),
    );
  }

  patients(patientIds?: readonly string[]): readonly Patient[] {
    return this.#placesOf(patientIds).map(({ segment, patient }) => segment.patients[patient]!);
  }

  get vocabulary(): Vocabulary {
    return this.clinic.dictionary;
  }

  /** R22: unknown is counted beside, never inside. */
  indicators(): readonly IndicatorValue[] {
    const { indicators = [] } = this.profile;
    return indicators.map((indicator, index) => {
      const { numerator, denominator } = this.plan.nodes.indicators[index]!;
      const counts = { denominator: 0, numerator: 0, unknownNumerator: 0, unknownDenominator: 0 };
      const bottom = denominator && this.#bytesAt(denominator, this.#memberPlaces);
      const top = this.#bytesAt(numerator, this.#memberPlaces);
      for (let at = 0; at < top.length; at++) {
        const below = bottom?.[at] ?? yes;
        if (below === unknown) counts.unknownDenominator++;
        if (below !== yes) continue;
        counts.denominator++;
        const above = top[at];
        if (above === yes) counts.numerator++;
        if (above === unknown) counts.unknownNumerator++;
      }
      return { indicator, ...counts };
    });
  }

  #byteAt(node: Node, { segment, patient }: Place): number {
    return this.#survey.ask(node, segment)[patient]!;
  }

  #bytesAt(node: Node, places: readonly Place[]): Uint8Array {
    const bytes = new Uint8Array(places.length);
    let last: Segment | undefined;
    let truths = bytes;
    for (let at = 0; at < places.length; at++) {
      const { segment, patient } = places[at]!;
      if (segment !== last) truths = this.#survey.ask(node, (last = segment));
      bytes[at] = truths[patient]!;
    }
    return bytes;
  }

  /** The cell of the item at an index of the profile's information. */
  #cellAt(place: Place, index: number): Cell {
    const item = this.profile.information[index]!;
    const condition = this.plan.nodes.conditions[index];
    const asked = condition ? this.#byteAt(condition, place) : yes;
    if (asked === no) return { item, state: 'not-asked', records: [], doubts: [] };
    // Why a condition is in doubt is told patient by patient.
    if (asked === unknown) return findCell(this.#contextAt(place), item, index);
    const read = (this.#readers[index] ??= cellReader(
      this.#ground,
      item,
      this.plan.nodes.selections[index],
    ));
    return read(place);
  }

  #contextAt({ segment, patient }: Place): Context {
    const { dictionary, coverage } = this.clinic;
    return {
      profile: this.profile,
      patient: restoreLazily(segment, patient, dictionary),
      clinicCoverage: coverage,
      asOf: this.asOf,
    };
  }

  #placesOf(patientIds: readonly string[] | undefined): readonly Place[] {
    if (!patientIds || patientIds === this.members) return this.#memberPlaces;
    if (patientIds === this.undecided) return this.#undecidedPlaces;
    return patientIds.map((id) => this.#placeOf(id));
  }

  /** @throws {RangeError} when there was no such patient at the moment of evaluation. */
  #placeOf(patientId: string): Place {
    const place = this.#placeNow(patientId) ?? this.#placeThen(patientId);
    if (!place) throw new RangeError('The patient is not in the clinic.');
    return place;
  }

  /** Where the clinic has the patient now, if that is where the patient was at the moment of evaluation. */
  #placeNow(patientId: string): Place | undefined {
    const now = this.clinic.placeOf(patientId);
    this.#known ??= new Set(this.#segments);
    return now && this.#known.has(now.segment) ? now : undefined;
  }

  /** One who was replaced or taken out since. */
  #placeThen(patientId: string): Place | undefined {
    for (const [index, segment] of this.#segments.entries()) {
      const gone = this.#gone[index]!;
      const patient = segment.patients.findIndex(
        ({ id }, place) => id === patientId && !gone.has(place),
      );
      if (patient >= 0) return { segment, patient };
    }
    return undefined;
  }
}

function idAt({ segment, patient }: Place): string {
  return segment.patients[patient]!.id;
}

/** A patient who was replaced stands last in the columns, and keeps the old place in the clinic. */
function inOrder(places: readonly Place[], clinic: Clinic): readonly Place[] {
  if (!clinic.isReordered) return places;
  const order = new Map(clinic.ids.map((id, index) => [id, index]));
  const orderOf = (place: Place) => order.get(idAt(place)) ?? 0;
  return [...places].sort((a, b) => orderOf(a) - orderOf(b));
}

interface Surveyed {
  readonly ground: Ground;
  readonly survey: Survey;
}

/** A clinic's surveys, the latest dates last. */
const surveys = new WeakMap<Clinic, Map<CalendarDate, Surveyed>>();
const mostDates = 4;

/** One survey for a clinic and date, whatever profiles are asked: they share the answers. */
function surveyOf(clinic: Clinic, asOf: CalendarDate): Surveyed {
  let byDate = surveys.get(clinic);
  if (!byDate) surveys.set(clinic, (byDate = new Map<CalendarDate, Surveyed>()));
  let surveyed = byDate.get(asOf);
  if (!surveyed) {
    const ground = groundOf(clinic.dictionary, clinic.coverage, asOf);
    surveyed = { ground, survey: new Survey(ground) };
  }
  byDate.delete(asOf);
  byDate.set(asOf, surveyed);
  for (const oldest of byDate.keys()) if (byDate.size > mostDates) byDate.delete(oldest);
  return surveyed;
}
