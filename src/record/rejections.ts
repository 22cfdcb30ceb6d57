import type { Rejection } from './types.ts';

/** Whether a date of death was set aside, however the adapter spells the field: nobody knows who is alive (R3). */
export function isOfDeath({ type, field }: Rejection): boolean {
  return type === 'patient' && field.toLowerCase() === 'deceased';
}
