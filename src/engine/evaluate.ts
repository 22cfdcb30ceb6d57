import type { Criterion, Indicator, InformationItem } from '../profile/index.ts';
import type { CalendarDate, CheckedPatient, CoverageByType } from '../record/index.ts';
import type { Clinic } from './clinic.ts';
import type { Plan } from './compile.ts';
import {
  findCell,
  findCriterion,
  findMarkers,
  findMembership,
  type Context,
} from './reference/index.ts';
import type {
  Cell,
  IndicatorValue,
  MarkerHit,
  Membership,
  PatientOutcome,
  Population,
  Truth,
} from './types.ts';

/**
 * Asks a profile of a whole clinic on a date. Membership is decided at once; evidence, markers and cells
 * when they are asked for, and then kept. Patients added to the clinic later are not seen.
 */
export function evaluate(plan: Plan, clinic: Clinic, asOf: CalendarDate): Population {
  return new EvaluatedPopulation(plan, clinic, asOf);
}

/** Asks a profile of one patient on a date: for the cockpit and the marker. */
export function evaluatePatient(
  plan: Plan,
  patient: CheckedPatient,
  clinicCoverage: CoverageByType,
  asOf: CalendarDate,
): PatientOutcome {
  return new EvaluatedPatient({ profile: plan.profile, patient, clinicCoverage, asOf });
}

class EvaluatedPopulation implements Population {
  readonly profile;
  readonly members: readonly string[];
  readonly undecided: readonly string[];
  readonly size: number;
  readonly #outcomes = new Map<string, EvaluatedPatient>();

  constructor(
    plan: Plan,
    clinic: Clinic,
    readonly asOf: CalendarDate,
  ) {
    this.profile = plan.profile;
    const members: string[] = [];
    const undecided: string[] = [];
    let size = 0;
    for (const id of clinic.ids) {
      const patient = clinic.patient(id);
      if (!patient) continue;
      const outcome = new EvaluatedPatient({
        profile: plan.profile,
        patient,
        clinicCoverage: clinic.coverage,
        asOf,
      });
      this.#outcomes.set(id, outcome);
      const { truth, out } = outcome.membership;
      if (!out) size++;
      if (truth === 'yes') members.push(id);
      if (truth === 'unknown') undecided.push(id);
    }
    this.members = members;
    this.undecided = undecided;
    this.size = size;
  }

  outcome(patientId: string): EvaluatedPatient {
    const outcome = this.#outcomes.get(patientId);
    if (!outcome) throw new RangeError('The patient is not in the clinic.');
    return outcome;
  }

  membership(patientId: string): Membership {
    return this.outcome(patientId).membership;
  }

  markers(patientId: string): readonly MarkerHit[] {
    return this.outcome(patientId).markers;
  }

  cell(patientId: string, itemId: string): Cell {
    return this.outcome(patientId).cell(itemId);
  }

  column(itemId: string, patientIds: readonly string[] = this.members): readonly Cell[] {
    return patientIds.map((id) => this.cell(id, itemId));
  }

  indicators(): readonly IndicatorValue[] {
    return (this.profile.indicators ?? []).map((indicator, index) =>
      countIndicator(
        indicator,
        this.members.map((id) => this.outcome(id)),
        `/indicators/${index}`,
      ),
    );
  }
}

/** R22: unknown is counted beside, never inside. */
function countIndicator(
  indicator: Indicator,
  members: readonly EvaluatedPatient[],
  path: string,
): IndicatorValue {
  const { numerator, denominator } = indicator;
  const counted = members.map((member) => ({
    below: denominator ? member.ask(denominator, `${path}/denominator`) : 'yes',
    above: () => member.ask(numerator, `${path}/numerator`),
  }));
  const inside = counted.filter(({ below }) => below === 'yes').map(({ above }) => above());
  return {
    indicator,
    denominator: inside.length,
    numerator: inside.filter((truth) => truth === 'yes').length,
    unknownNumerator: inside.filter((truth) => truth === 'unknown').length,
    unknownDenominator: counted.filter(({ below }) => below === 'unknown').length,
  };
}

class EvaluatedPatient implements PatientOutcome {
  readonly membership: Membership;
  #markers: readonly MarkerHit[] | undefined;
  readonly #cells = new Map<InformationItem, Cell>();

  constructor(private readonly context: Context) {
    this.membership = findMembership(context);
  }

  get patient() {
    return this.context.patient;
  }

  get profile() {
    return this.context.profile;
  }

  get asOf() {
    return this.context.asOf;
  }

  get markers(): readonly MarkerHit[] {
    return (this.#markers ??= findMarkers(this.context, this.membership));
  }

  get cells(): readonly Cell[] {
    return this.profile.information.map((item, index) => this.#cellOf(item, index));
  }

  cell(itemId: string): Cell {
    const index = this.profile.information.findIndex(({ id }) => id === itemId);
    const item = this.profile.information[index];
    if (!item) throw new RangeError(`The profile has no information item "${itemId}".`);
    return this.#cellOf(item, index);
  }

  ask(criterion: Criterion, path: string): Truth {
    return findCriterion(this.context, criterion, path).truth;
  }

  #cellOf(item: InformationItem, index: number): Cell {
    let cell = this.#cells.get(item);
    if (!cell) this.#cells.set(item, (cell = findCell(this.context, item, index)));
    return cell;
  }
}
