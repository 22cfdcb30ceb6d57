import { patientFieldMeantBy } from './check/names.ts';
import type { Rejection } from './types.ts';

/** Whether a date of death was set aside, however the adapter spells or calls the field: nobody knows who is alive (R3). */
export function isOfDeath({ type, field }: Rejection): boolean {
  if (type !== 'patient') return false;
  return field.toLowerCase() === 'deceased' || patientFieldMeantBy(field) === 'deceased';
}
