import { eachInSteps, type Steps, type Truth } from '../../engine/index.ts';
import type { CalendarDate, CheckedPatient, MedicationRecord } from '../../record/index.ts';

/** What happened to the patient's medicine between two days. */
export interface MedicineChanges<Each = string> {
  /** Medicines that the patient did not get before. */
  readonly started: readonly Each[];
  /** Medicines that the patient gets no longer. */
  readonly stopped: readonly Each[];
  /** New prescriptions, and old ones that ended, of what was given before and is given still: another dose, or the same. */
  readonly prescribed: readonly Each[];
  /** Prescriptions of what may have been given before, or may be given still. */
  readonly undecided: readonly Each[];
}

/**
 * Tells a medicine that is new from a new prescription of the same, and one that is stopped from a prescription that
 * another has followed.
 *
 * @param began Prescriptions that began after `since`.
 * @param ended Prescriptions that ended since then.
 */
export function* medicineChangesInSteps(
  { records }: CheckedPatient,
  { began, ended }: Readonly<Record<'began' | 'ended', readonly MedicationRecord[]>>,
  since: CalendarDate,
  asOf: CalendarDate,
): Steps<MedicineChanges<MedicationRecord>> {
  const changes = {
    started: [] as MedicationRecord[],
    stopped: [] as MedicationRecord[],
    prescribed: [] as MedicationRecord[],
    undecided: [] as MedicationRecord[],
  };
  if (began.length + ended.length === 0) return changes;
  const before = new Map<string, Truth>();
  const now = new Map<string, Truth>();
  yield* eachInSteps(records.medication, (record) => {
    noteGiven(before, record, since);
    noteGiven(now, record, asOf);
  });
  const sort = (
    given: ReadonlyMap<string, Truth>,
    otherwise: MedicationRecord[],
  ): ((record: MedicationRecord) => void) => {
    return (record) => {
      const truth = given.get(nameOf(record)) ?? 'no';
      (truth === 'no' ? otherwise : truth === 'yes' ? changes.prescribed : changes.undecided).push(
        record,
      );
    };
  };
  yield* eachInSteps(began, sort(before, changes.started));
  yield* eachInSteps(ended, sort(now, changes.stopped));
  return changes;
}

/** Of one without a code the text alone says what it is. */
function nameOf({ code, text }: MedicationRecord): string {
  return code || `${text}`;
}

function noteGiven(given: Map<string, Truth>, record: MedicationRecord, day: CalendarDate): void {
  const { from, fromLatest = from, to, toEarliest = to } = record;
  if (from > day || (to !== undefined && to < day)) return;
  const isSure = fromLatest <= day && (toEarliest === undefined || toEarliest >= day);
  const name = nameOf(record);
  if (isSure) given.set(name, 'yes');
  else if (!given.has(name)) given.set(name, 'unknown');
}
