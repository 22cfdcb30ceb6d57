/** R21–R22 and the information cells: everything that a profile says of one patient. */
import {
  showOf,
  windowOfItem,
  type InformationItem,
  type PatientField,
  type PatientItem,
  type RecordItem,
} from '../../profile/index.ts';
import {
  ageOn,
  formatCpr,
  isOfDeath,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type Patient,
} from '../../record/index.ts';
import { evidenceOf, unknownReasonsIn } from '../evidence.ts';
import { eachInSteps, finish, flatMapInSteps, sortInSteps, type Steps } from '../steps.ts';
import type { Cell, UnknownReason, MarkerHit, Membership, Truth } from '../types.ts';
import { absenceDoubts, selectInSteps, type PatientContext } from './context.ts';
import { findCriterionInSteps } from './criterion.ts';
import { extentOf, inWindow } from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { reasonsOnce } from './reasons.ts';
import { all, not } from './truth.ts';
import { isOver } from '../query/coming.ts';
import { firstDay, windowOn } from './windows.ts';

/** R21: include and not exclude; the dead and the unborn are out, whatever the criteria say. */
export function findMembership(context: PatientContext): Membership {
  return finish(findMembershipInSteps(context));
}

/** As `findMembership`, some records of one query at a time. */
export function* findMembershipInSteps(context: PatientContext): Steps<Membership> {
  const { profile, patient, asOf } = context;
  const { include, exclude } = profile.population;
  const included = yield* findCriterionInSteps(context, include, '/population/include');
  const excluded =
    exclude && (yield* findCriterionInSteps(context, exclude, '/population/exclude'));
  const findings = { include: included, ...(excluded ? { exclude: excluded } : {}) };
  const life = findLife(patient, asOf);
  if (life.out) return { truth: 'no', out: life.out, unknownReasons: [], ...findings };
  const { unknownReasons } = life;
  const alive: Truth = unknownReasons.length > 0 ? 'unknown' : 'yes';
  const truth = all([alive, included.truth, excluded ? not(excluded.truth) : 'yes']);
  return { truth, unknownReasons, ...findings };
}

/** Whether the patient is alive and born on a date, and where nobody can say, why not. */
function findLife(
  { patient, rejected }: CheckedPatient,
  asOf: CalendarDate,
): Pick<Membership, 'out' | 'unknownReasons'> {
  const { birthDate, birthDateLatest = birthDate, deceased, deceasedLatest = deceased } = patient;
  if (deceasedLatest !== undefined && deceasedLatest <= asOf)
    return { out: 'deceased', unknownReasons: [] };
  if (birthDate !== undefined && birthDate > asOf) return { out: 'unborn', unknownReasons: [] };
  const unknownReasons: UnknownReason[] = [];
  // A date of death that cannot be read: perhaps alive, perhaps not.
  if (rejected.some(isOfDeath)) unknownReasons.push({ kind: 'patient-field', field: 'deceased' });
  if (deceased !== undefined && deceased <= asOf)
    unknownReasons.push({ kind: 'partial-field', field: 'deceased' });
  if (birthDateLatest !== undefined && birthDateLatest > asOf)
    unknownReasons.push({ kind: 'partial-field', field: 'birthDate' });
  return { unknownReasons };
}

/** R22: markers are asked of members only; those that are *no* are left out. */
export function findMarkers(context: PatientContext, membership: Membership): readonly MarkerHit[] {
  return finish(findMarkersInSteps(context, membership));
}

/** As `findMarkers`, some records of one query at a time. */
export function* findMarkersInSteps(
  context: PatientContext,
  membership: Membership,
): Steps<readonly MarkerHit[]> {
  if (membership.truth !== 'yes') return [];
  const hits: MarkerHit[] = [];
  for (const [index, marker] of (context.profile.markers ?? []).entries()) {
    const finding = yield* findCriterionInSteps(context, marker.when, `/markers/${index}/when`);
    const { truth } = finding;
    if (truth !== 'no') hits.push({ marker, truth, finding });
  }
  return hits;
}

/** What one information item says of the patient. */
export function findCell(context: PatientContext, item: InformationItem, index: number): Cell {
  return finish(findCellInSteps(context, item, index));
}

/** As `findCell`, some records at a time. */
export function* findCellInSteps(
  context: PatientContext,
  item: InformationItem,
  index: number,
): Steps<Cell> {
  if (item.condition) {
    const asked = yield* findCriterionInSteps(
      context,
      item.condition,
      `/information/${index}/condition`,
    );
    if (asked.truth === 'no') return { item, state: 'not-asked', records: [], unknownReasons: [] };
    if (asked.truth === 'unknown') {
      const unknownReasons = yield* reasonsOnce(unknownReasonsIn(evidenceOf(asked)));
      return { item, state: 'unknown', records: [], unknownReasons };
    }
  }
  if (item.type === 'patient') return findField(context.patient.patient, item, context.asOf);
  if (item.uncoded)
    return { item, state: 'unknown', records: [], unknownReasons: [{ kind: 'uncoded' }] };
  const window = windowOn(windowOfItem(item), context.asOf);
  const unknownReasons: UnknownReason[] = [...absenceDoubts(context, item.type, item, window)];
  const found: ClinicalRecord[] = [];
  yield* eachInSteps(yield* selectInSteps(context, item.type, item), ({ record, doubt }) => {
    const isInside = inWindow(extentOf(record, context.asOf), window);
    if (isInside === 'no') return;
    // What may be something else is not shown; what may lie outside the window is.
    if (!doubt) found.push(record);
    const own: UnknownReason | undefined =
      doubt ?? (isInside === 'unknown' ? { kind: 'partial-date', record } : undefined);
    if (own) unknownReasons.push(own);
  });
  const records = yield* recordsInOrderInSteps(found, item, context.asOf);
  const state = records.length > 0 ? 'value' : unknownReasons.length > 0 ? 'unknown' : 'none';
  return { item, state, records, unknownReasons };
}

/** What a patient item says: one of the patient's own fields. */
export function findField(patient: Patient, item: PatientItem, asOf: CalendarDate): Cell {
  const field = readField(patient, item.field, asOf);
  if (field !== undefined) return { item, state: 'value', records: [], field, unknownReasons: [] };
  const isPartial = item.field === 'age' && patient.birthDate !== undefined;
  const reason: UnknownReason = isPartial
    ? { kind: 'partial-field', field: 'birthDate' }
    : { kind: 'patient-field', field: sourceField(item.field) };
  return { item, state: 'unknown', records: [], unknownReasons: [reason] };
}

/** A cell's records, newest first; of what is shown as next those alone that are to come, the soonest first. */
function* recordsInOrderInSteps(
  records: readonly ClinicalRecord[],
  item: RecordItem,
  asOf: CalendarDate,
): Steps<readonly ClinicalRecord[]> {
  const oldestFirst = yield* sortByDateInSteps(records);
  yield;
  if (showOf(item) !== 'next') return [...oldestFirst].reverse();
  // With seconds, as the columns have them; without a time, last on its day.
  const timeOf = (record: ClinicalRecord) =>
    (('time' in record ? record.time : undefined) ?? '25:00').padEnd(8, ':00');
  const coming = yield* flatMapInSteps(oldestFirst, (record) => {
    const { to } = extentOf(record, asOf);
    const isPast = to !== undefined && to < asOf;
    const hasCome = firstDay(record) <= asOf;
    const isDone = hasCome && isOver('status' in record ? record.status : undefined);
    return isPast || isDone ? [] : [{ record, key: firstDay(record) + timeOf(record) }];
  });
  const soonestFirst = yield* sortInSteps(coming, (a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : 0,
  );
  return soonestFirst.map(({ record }) => record);
}

function readField(
  patient: Patient,
  field: PatientField,
  asOf: string,
): string | number | undefined {
  switch (field) {
    case 'age':
      return ageOn(patient, asOf);
    case 'cpr':
      return patient.cpr === undefined ? undefined : formatCpr(patient.cpr);
    case 'name':
      return patient.name || undefined;
    case 'address': {
      const town = [patient.postalCode, patient.city].filter(Boolean).join(' ');
      return [patient.address, town].filter(Boolean).join(', ') || undefined;
    }
    default:
      return patient[field];
  }
}

/** The field of the patient that an item's field is read from. */
function sourceField(field: PatientField): keyof Patient {
  return field === 'age' ? 'birthDate' : field;
}
