import { evidenceOf, recordsIn, type Cell, type PatientOutcome } from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import { completedYears, type Patient } from '../../record/index.ts';
import { viewCell, type CellView } from '../cells.ts';
import { unknownReasonsIn, viewMarkers, type MarkerView } from '../markers.ts';
import { describeUnknownReasons, describeRecord } from '../describe/index.ts';

/** How far the patient has come in the round. */
export interface RowStatus {
  readonly status: 'new' | 'to-follow-up' | 'reviewed' | 'exempt';
  readonly note?: string;
}

/** One patient in the list. What is drawn is computed when first asked for, and kept. */
export interface Row {
  readonly id: string;
  /** Place in the list, unsorted. */
  readonly index: number;
  readonly patient: Patient;
  /** Completed years on the date of evaluation. */
  readonly age: number | undefined;
  readonly outcome: PatientOutcome;
  readonly markers: readonly MarkerView[];
  /** Why the patient is here, or what is missing to decide it. */
  readonly why: Why;
  /** @throws {RangeError} when the profile has no such item. */
  cell(itemId: string): CellView;
}

export interface Why {
  /** A few words for the cell. */
  readonly short: string;
  /** One sentence per ground. */
  readonly lines: readonly string[];
}

export class PopulationRow implements Row {
  readonly #cells = new Map<string, CellView>();
  #markers: readonly MarkerView[] | undefined;
  #why: Why | undefined;

  constructor(
    readonly index: number,
    readonly outcome: PatientOutcome,
    private readonly language: Language,
  ) {}

  get id(): string {
    return this.patient.id;
  }

  get patient(): Patient {
    return this.outcome.patient.patient;
  }

  get age(): number | undefined {
    return ageOf(this.patient, this.outcome.asOf);
  }

  get markers(): readonly MarkerView[] {
    return (this.#markers ??= viewMarkers(this.outcome, this.language));
  }

  get why(): Why {
    return (this.#why ??= whyOf(this.outcome, this.language));
  }

  cell(itemId: string): CellView {
    let view = this.#cells.get(itemId);
    if (!view) {
      const cell = this.outcome.cells.find((each: Cell) => each.item.id === itemId);
      if (!cell) throw new RangeError(`No information item "${itemId}" in the profile.`);
      view = viewCell(cell, this.outcome.patient, this.outcome.asOf, this.language);
      this.#cells.set(itemId, view);
    }
    return view;
  }
}

export function ageOf({ birthDate }: Patient, asOf: string): number | undefined {
  return birthDate === undefined ? undefined : completedYears(birthDate, asOf);
}

/** Why a patient is in the population, or what is missing to say so. */
export function whyOf(outcome: PatientOutcome, language: Language): Why {
  const { membership, asOf } = outcome;
  if (membership.truth === 'unknown') {
    const lines = [
      ...describeUnknownReasons(membership.unknownReasons, language),
      ...unknownReasonsIn(evidenceOf(membership.include), language),
      ...(membership.exclude ? unknownReasonsIn(evidenceOf(membership.exclude), language) : []),
    ];
    const each = [...new Set(lines)];
    return { short: each.join(' · '), lines: each };
  }
  const records = recordsIn(evidenceOf(membership.include));
  const names = records.map((record) =>
    record.type === 'diagnosis' ? record.code : record.text?.trim() || record.code,
  );
  return {
    short: [...new Set(names)].join(' · '),
    lines: records.map((record) => describeRecord(record, asOf, language)),
  };
}
