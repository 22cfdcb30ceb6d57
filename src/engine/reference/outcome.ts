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
import { evidenceOf } from '../evidence.ts';
import type { Cell, UnknownReason, Finding, MarkerHit, Membership, Truth } from '../types.ts';
import { absenceDoubts, selectRecords, type PatientContext } from './context.ts';
import { findCriterion } from './criterion.ts';
import { extentOf, inWindow } from './extent.ts';
import { sortByDate } from './order.ts';
import { all, not } from './truth.ts';
import { isOver } from '../query/coming.ts';
import { firstDay, windowOn } from './windows.ts';

/** R21: include and not exclude; the dead and the unborn are out, whatever the criteria say. */
export function findMembership(context: PatientContext): Membership {
  const { profile, patient, asOf } = context;
  const { include, exclude } = profile.population;
  const included = findCriterion(context, include, '/population/include');
  const excluded = exclude && findCriterion(context, exclude, '/population/exclude');
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
  if (membership.truth !== 'yes') return [];
  return (context.profile.markers ?? []).flatMap((marker, index) => {
    const finding = findCriterion(context, marker.when, `/markers/${index}/when`);
    return finding.truth === 'no' ? [] : [{ marker, truth: finding.truth, finding }];
  });
}

/** What one information item says of the patient. */
export function findCell(context: PatientContext, item: InformationItem, index: number): Cell {
  if (item.condition) {
    const asked = findCriterion(context, item.condition, `/information/${index}/condition`);
    if (asked.truth === 'no') return { item, state: 'not-asked', records: [], unknownReasons: [] };
    if (asked.truth === 'unknown')
      return { item, state: 'unknown', records: [], unknownReasons: doubtsOf(evidenceOf(asked)) };
  }
  if (item.type === 'patient') return findField(context.patient.patient, item, context.asOf);
  if (item.uncoded)
    return { item, state: 'unknown', records: [], unknownReasons: [{ kind: 'uncoded' }] };
  const window = windowOn(windowOfItem(item), context.asOf);
  const selected = selectRecords(context, item.type, item)
    .map((each) => ({ ...each, isInside: inWindow(extentOf(each.record, context.asOf), window) }))
    .filter(({ isInside }) => isInside !== 'no');
  const unknownReasons: readonly UnknownReason[] = [
    ...absenceDoubts(context, item.type, item, window),
    ...selected.flatMap(({ record, doubt, isInside }): readonly UnknownReason[] => {
      if (doubt) return [doubt];
      return isInside === 'unknown' ? [{ kind: 'partial-date', record }] : [];
    }),
  ];
  // What may be something else is not shown; what may lie outside the window is.
  const found = selected.filter(({ doubt }) => !doubt).map(({ record }) => record);
  const records = recordsInOrder(found, item, context.asOf);
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
export function recordsInOrder(
  records: readonly ClinicalRecord[],
  item: RecordItem,
  asOf: CalendarDate,
): readonly ClinicalRecord[] {
  const oldestFirst = sortByDate(records);
  if (showOf(item) !== 'next') return [...oldestFirst].reverse();
  // With seconds, as the columns have them; without a time, last on its day.
  const timeOf = (record: ClinicalRecord) =>
    (('time' in record ? record.time : undefined) ?? '25:00').padEnd(8, ':00');
  return oldestFirst
    .filter((record) => {
      const { to } = extentOf(record, asOf);
      const isPast = to !== undefined && to < asOf;
      const hasCome = firstDay(record) <= asOf;
      return !isPast && !(hasCome && isOver('status' in record ? record.status : undefined));
    })
    .sort((a, b) => {
      const [one, other] = [firstDay(a) + timeOf(a), firstDay(b) + timeOf(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    });
}

function doubtsOf(finding: Finding): readonly UnknownReason[] {
  return [...finding.unknownReasons, ...finding.branches.flatMap(doubtsOf)];
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
