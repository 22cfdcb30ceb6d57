import type { RejectionReason } from '../types.ts';

/** Tells what is wrong with one record, and in which field. Never leaves the check of that record. */
export class Fault extends Error {
  constructor(
    readonly field: string,
    readonly reason: RejectionReason,
  ) {
    super(reason);
  }
}
