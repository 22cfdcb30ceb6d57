import type { PatientOutcome, Population, Steps } from '../../../engine/index.ts';
import type { Language } from '../../../profile/index.ts';
import { isExempted, type ExemptMarkers } from '../../rounds/exempt-markers.ts';
import { ageOn, type Patient } from '../../../record/index.ts';
import { viewCell, viewCellInSteps, type CellView } from '../../cells.ts';
import { viewMarkers, viewMarkersInSteps, type MarkerView } from '../../marker-view.ts';
import { prepareTreatments } from '../../treatment.ts';
import { itemColumnId } from '../columns/types.ts';
import { whyOf, type Why } from './why.ts';

/** One patient in the list. What is drawn is computed when first asked for, and kept. */
export interface Row {
  readonly id: string;
  /** Place in the list, unsorted. */
  readonly index: number;
  readonly patient: Patient;
  /** Completed years on the date of evaluation; undefined where they are not certain. */
  readonly age: number | undefined;
  readonly outcome: PatientOutcome;
  /** The live ones, the gravest first. */
  readonly markers: readonly MarkerView[];
  /** Those that are set, or may be, and are exempted. */
  readonly exempted: readonly MarkerView[];
  /** Why the patient is here, or what is missing to decide it. */
  readonly why: Why;
  /**
   * The cell of one information item; the others are not computed.
   * @throws {RangeError} when the profile has no such item.
   */
  cell(itemId: string): CellView;
}

export class PopulationRow implements Row {
  /** By column, those of the items too. */
  readonly #cells = new Map<string, CellView>();
  #allMarkers: readonly MarkerView[] | undefined;
  #markers: readonly MarkerView[] | undefined;
  #why: Why | undefined;

  constructor(
    readonly index: number,
    readonly id: string,
    private readonly population: Population,
    private readonly language: Language,
    private readonly exemptNow: () => ExemptMarkers | undefined,
  ) {}

  get outcome(): PatientOutcome {
    return this.population.outcome(this.id);
  }

  get patient(): Patient {
    return this.outcome.patient.patient;
  }

  get age(): number | undefined {
    return ageOn(this.patient, this.population.asOf);
  }

  get markers(): readonly MarkerView[] {
    const exempt = this.exemptNow();
    return (this.#markers ??= this.#all.filter(({ id }) => !isExempted(exempt, id)));
  }

  get exempted(): readonly MarkerView[] {
    const exempt = this.exemptNow();
    return exempt === undefined ? [] : this.#all.filter(({ id }) => isExempted(exempt, id));
  }

  get #all(): readonly MarkerView[] {
    return (this.#allMarkers ??= viewMarkers(this.outcome, this.language));
  }

  get why(): Why {
    return (this.#why ??= whyOf(this.outcome, this.language));
  }

  /** Makes all that is drawn of the patient, some records at a time. */
  *prepare(): Steps<void> {
    const { population, id, language } = this;
    yield* population.workOut(id);
    const { outcome } = this;
    yield* prepareTreatments(outcome.patient);
    this.#allMarkers ??= yield* viewMarkersInSteps(outcome, language);
    for (const cell of outcome.cells) {
      const columnId = itemColumnId(cell.item.id);
      if (this.#cells.has(columnId)) continue;
      this.#cells.set(columnId, yield* viewCellInSteps(cell, outcome, population.asOf, language));
      yield;
    }
    void this.why;
  }

  cell(itemId: string): CellView {
    return this.keep(itemColumnId(itemId), () => {
      const { outcome, population, language } = this;
      return viewCell(outcome.cell(itemId), outcome, population.asOf, language);
    });
  }

  /** A column's cell, made when it is first asked for and kept until it is forgotten. */
  keep(columnId: string, make: () => CellView): CellView {
    let view = this.#cells.get(columnId);
    if (!view) this.#cells.set(columnId, (view = make()));
    return view;
  }

  /** Drops what follows from which markers are exempted. */
  forgetMarkers(): void {
    this.#markers = undefined;
    this.forget(['control', 'reasons', 'severity']);
  }

  /** Drops the kept cells of some columns. */
  forget(columnIds: readonly string[]): void {
    for (const id of columnIds) this.#cells.delete(id);
  }
}
