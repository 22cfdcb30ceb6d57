/** What was done: procedures, and encounters by their types (FHIR R4 Procedure and Encounter). */
import type { Encounter, Procedure } from 'fhir/r4';
import { firstDate, leaveOut, make, sourceOf, type Reader } from './reading.ts';

export const readProcedure: Reader<Procedure> = (procedure, reading) => {
  const { status, code, performedDateTime, performedPeriod } = procedure;
  if (notDone.has(status)) return leaveOut(procedure, status, reading);
  const at = firstDate(
    [
      ['performed[x]', performedDateTime],
      ['', performedPeriod?.start ?? performedPeriod?.end],
    ],
    procedure,
    reading,
    true,
  );
  const state = stateOf(status);
  return [make('service', { concept: code, source: sourceOf(procedure), at, ...state }, reading)];
};

/** An encounter is a service by each of its types; one without a type has no code that could be asked for. */
export const readEncounter: Reader<Encounter> = (encounter, reading) => {
  const { status, type = [], period } = encounter;
  if (notDone.has(status)) return leaveOut(encounter, status, reading);
  if (type.length === 0) return leaveOut(encounter, 'without a type', reading);
  const at = firstDate([['period', period?.start ?? period?.end]], encounter, reading, true);
  const state = stateOf(status);
  return type.map((concept) =>
    make('service', { concept, source: sourceOf(encounter), at, ...state }, reading),
  );
};

const notDone: ReadonlySet<string> = new Set([
  ...['entered-in-error', 'not-done', 'preparation', 'planned', 'cancelled'],
]);
const isDone: ReadonlySet<string> = new Set([
  ...['completed', 'in-progress', 'finished', 'arrived', 'triaged', 'onleave'],
]);

/** What was begun and not carried through, or nobody knows, is the check's to set aside. */
function stateOf(status: string): object {
  return isDone.has(status) ? {} : { status: 'not-known-to-be-done' };
}
