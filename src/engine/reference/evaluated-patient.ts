import type { Criterion, Profile } from '../../profile/index.ts';
import { finish, type Steps } from '../steps.ts';
import type { PatientContext } from './context.ts';
import { findCriterionInSteps } from './criterion.ts';
import { findCellInSteps, findMarkersInSteps, findMembershipInSteps } from './outcome.ts';
import type { Cell, Finding, MarkerHit, Membership, PatientOutcome } from '../types.ts';

/** Everything of one patient, worked out when it is first asked for and then kept. */
export class EvaluatedPatient implements PatientOutcome {
  #membership: Membership | undefined;
  #markers: readonly MarkerHit[] | undefined;
  readonly #cells: Cell[] = [];

  /** @param readCell Works out one cell, by its item's place in the profile. */
  constructor(
    private readonly context: PatientContext,
    private readonly readCell: (index: number) => Cell,
  ) {}

  get patient() {
    return this.context.patient;
  }

  get coverage() {
    return this.context.clinicCoverage;
  }

  get profile() {
    return this.context.profile;
  }

  get asOf() {
    return this.context.asOf;
  }

  get membership(): Membership {
    return (this.#membership ??= finish(findMembershipInSteps(this.context)));
  }

  get markers(): readonly MarkerHit[] {
    return (this.#markers ??= finish(findMarkersInSteps(this.context, this.membership)));
  }

  /** Works out what is not known yet, some records at a time. */
  *workOut({ cells }: { readonly cells: boolean }): Steps<void> {
    this.#membership ??= yield* findMembershipInSteps(this.context);
    this.#markers ??= yield* findMarkersInSteps(this.context, this.membership);
    if (cells)
      for (const [index, item] of this.profile.information.entries())
        this.#cells[index] ??= yield* findCellInSteps(this.context, item, index);
  }

  /** How any criterion comes out for the patient, some records at a time. */
  finding(criterion: Criterion): Steps<Finding> {
    return findCriterionInSteps(this.context, criterion, '');
  }

  get cells(): readonly Cell[] {
    return this.profile.information.map((_, index) => this.#cellAt(index));
  }

  cell(itemId: string): Cell {
    return this.#cellAt(indexOfItem(this.profile, itemId));
  }

  #cellAt(index: number): Cell {
    return (this.#cells[index] ??= this.readCell(index));
  }
}

/** @throws {RangeError} when the profile has no such item. */
export function indexOfItem({ information }: Profile, itemId: string): number {
  const index = information.findIndex(({ id }) => id === itemId);
  if (index < 0) throw new RangeError(`The profile has no information item "${itemId}".`);
  return index;
}
