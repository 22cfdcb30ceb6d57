import { patientFieldMeantBy } from './check/names.ts';
import { listNames, type Rejection } from './types.ts';

/** Whether a date of death was set aside, however the adapter spells or calls the field: nobody knows who is alive (R3). */
export function isOfDeath({ type, field }: Rejection): boolean {
  if (type !== 'patient') return false;
  return field.toLowerCase() === 'deceased' || patientFieldMeantBy(field) === 'deceased';
}

/** How many entries were set aside. */
export function countRejected(rejected: readonly Rejection[]): number {
  let sum = 0;
  for (const { count = 1 } of rejected) sum += count;
  return sum;
}

/**
 * The rejections of one patient in few: of the records of a type that were set aside for one reason only how many
 * they are, so that each of them may have been any record of the type (R3). Lists and the patient's own fields stay.
 */
export function byReason(rejected: readonly Rejection[]): readonly Rejection[] {
  const kept: Rejection[] = [];
  const groups = new Map<string, Rejection>();
  for (const entry of rejected) {
    const { patientId, type, index, reason, count } = entry;
    if (type === 'patient' || (index === undefined && count === undefined)) {
      kept.push(entry);
      continue;
    }
    const key = `${type} ${reason}`;
    const group = groups.get(key);
    groups.set(key, {
      ...(patientId === undefined ? {} : { patientId }),
      ...{ type, field: listNames[type], reason },
      count: countRejected(group ? [group, entry] : [entry]),
    });
  }
  return [...kept, ...groups.values()];
}

/** Adds what no patient could be told for to others such: those of one field and reason are one, with their number. */
export function addUnidentified(all: Rejection[], entry: Rejection): void {
  const { field, reason } = entry;
  const at = all.findIndex((each) => each.field === field && each.reason === reason);
  const same = all[at];
  if (same) all[at] = { ...same, count: countRejected([same, entry]) };
  else all.push(entry);
}
