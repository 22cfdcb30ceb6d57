/** R21: who is in the population, of all patients of a clinic. */
import type { CalendarDate } from '../../record/index.ts';
import type { Plan, PlanNodes } from '../query/compile.ts';
import type { Steps } from '../steps.ts';
import type { Clinic } from '../store/clinic.ts';
import type { RowRef, Segment } from '../store/index.ts';
import { evaluationOf, type Evaluation } from './evaluation.ts';
import { membersIn, outIn } from './membership.ts';
import { idAt, idsIn, RowRuns } from './row-runs.ts';
import { no, yes } from './truth-vector.ts';

/** Who is in the population, of those who were in the clinic at one moment. */
export interface Decided extends Evaluation {
  readonly segments: readonly Segment[];
  /** By segment: who was no longer there at that moment. */
  readonly gone: readonly ReadonlySet<number>[];
  readonly members: Found;
  readonly undecided: Found;
  /** By segment and patient: 1 who is not asked (R21). */
  readonly out: readonly Uint8Array[];
  readonly size: number;
}

/** Patients, by where they are and by id. */
export interface Found {
  readonly rows: RowRuns;
  readonly ids: string[];
}

/** Who is in the population, of all that are in a segment; places in it. */
interface DecidedSegment {
  readonly members: PlacesIn;
  readonly undecided: PlacesIn;
  /** By patient: 1 who is not asked. */
  readonly out: Uint8Array;
  /** Who is asked. */
  readonly size: number;
}

interface PlacesIn {
  readonly patients: readonly number[];
  readonly ids: readonly string[];
}

/** So many segments whose questions are all answered already are gone through in one step. */
const segmentsInStep = 2;

/**
 * Decides who is in the population: in each step a question of a segment. What is answered is kept for all who ask it of
 * the clinic on the date.
 */
export function* decideMembers(
  { nodes }: Plan,
  clinic: Clinic,
  asOf: CalendarDate,
): Steps<Decided> {
  const evaluated = evaluationOf(clinic, asOf);
  const segments = [...clinic.segments];
  const gone = segments.map((_, index) => new Set(clinic.goneFrom(index)));
  const members: Found = { rows: new RowRuns(), ids: [] };
  const undecided: Found = { rows: new RowRuns(), ids: [] };
  const out: Uint8Array[] = [];
  let size = 0;
  for (const [index, segment] of segments.entries()) {
    const decided = yield* decideSegment(nodes, segment, evaluated);
    const away = gone[index]!;
    addTo(members, segment, decided.members, away);
    addTo(undecided, segment, decided.undecided, away);
    out.push(decided.out);
    size += decided.size;
    for (const patient of away) if (decided.out[patient] === 0) size--;
    if (index % segmentsInStep === segmentsInStep - 1) yield;
  }
  return {
    ...{ ...evaluated, segments, gone, out, size },
    members: inOrder(members, clinic),
    undecided: inOrder(undecided, clinic),
  };
}

/** Of so many populations it is kept who is in them: of more than an archive has profiles. */
const mostDecisions = 100;

/** By segment and by what is asked: a segment never changes. */
const decisions = new WeakMap<Evaluation, WeakMap<Segment, Map<string, DecidedSegment>>>();

/** Decides who of a segment is in the population, once. */
export function* decideSegment(
  nodes: PlanNodes,
  segment: Segment,
  evaluated: Evaluation,
): Steps<DecidedSegment> {
  let ofDate = decisions.get(evaluated);
  if (!ofDate)
    decisions.set(evaluated, (ofDate = new WeakMap<Segment, Map<string, DecidedSegment>>()));
  let known = ofDate.get(segment);
  if (!known) ofDate.set(segment, (known = new Map<string, DecidedSegment>()));
  const key = keyOf(nodes);
  let decided = known.get(key);
  if (!decided) {
    const { truthCache } = evaluated;
    yield* truthCache.askInSteps(nodes.include, segment);
    if (nodes.exclude) yield* truthCache.askInSteps(nodes.exclude, segment);
    known.set(key, (decided = decide(nodes, segment, evaluated)));
    const [oldest] = known.size > mostDecisions ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
  }
  return decided;
}

/** What is asked, as a text: as long as the profile's criteria, and written once. */
const keys = new WeakMap<PlanNodes, string>();

function keyOf(nodes: PlanNodes): string {
  let key = keys.get(nodes);
  if (key === undefined)
    keys.set(nodes, (key = JSON.stringify([nodes.include.key, nodes.exclude?.key])));
  return key;
}

function decide(
  nodes: PlanNodes,
  segment: Segment,
  { evaluation, truthCache }: Evaluation,
): DecidedSegment {
  const out = outIn(segment, evaluation);
  const truths = membersIn(segment, nodes, truthCache, out, evaluation);
  const ids = idsIn(segment);
  const members = noPlaces();
  const undecided = noPlaces();
  let size = segment.size;
  for (let patient = 0; patient < segment.size; patient++) {
    size -= out[patient]!;
    const truth = truths[patient]!;
    if (truth === no) continue;
    const found = truth === yes ? members : undecided;
    found.patients.push(patient);
    found.ids.push(ids[patient]!);
  }
  return { members, undecided, out, size };
}

function noPlaces(): { readonly patients: number[]; readonly ids: string[] } {
  return { patients: [], ids: [] };
}

function addTo(
  { rows, ids }: Found,
  segment: Segment,
  found: PlacesIn,
  away: ReadonlySet<number>,
): void {
  const isHere = (patient: number) => !away.has(patient);
  const hasGone = away.size > 0 && found.patients.some((patient) => away.has(patient));
  const patients = hasGone ? found.patients.filter(isHere) : found.patients;
  const own = hasGone ? found.ids.filter((_, at) => isHere(found.patients[at]!)) : found.ids;
  rows.addRun(segment, patients);
  for (const id of own) ids.push(id);
}

/** A patient who was replaced stands last in the columns, and keeps the old place in the clinic. */
export function inOrder(found: Found, clinic: Clinic): Found {
  if (!clinic.isReordered) return found;
  const order = new Map(clinic.ids.map((id, index) => [id, index]));
  const orderOf = (ref: RowRef) => order.get(idAt(ref)) ?? 0;
  const refs = [...found.rows.refs].sort((a, b) => orderOf(a) - orderOf(b));
  return { rows: RowRuns.of(refs), ids: refs.map(idAt) };
}
