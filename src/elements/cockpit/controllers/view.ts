import type { ReactiveController } from 'lit';
import {
  isCalendarDate,
  coverageOf,
  SlicedWork,
  SteppedValue,
  viewMarkersInSteps,
  viewSituation,
  viewSources,
  viewSourcesInSteps,
  withExemptions,
  sameInputs,
  type CheckedPatient,
  type ClinicDescription,
  type RecordType,
  type Situation,
  type SourceView,
  type Steps,
} from '../../../model/index.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import { longLists, type DrawList } from '../../shared/long-lists.ts';
import { sliceBeforeDrawing } from '../../shared/time-slice.ts';
import type { CockpitProps } from '../props.ts';
import type { CockpitHost } from './host.ts';
import type { MarkerActions } from './marker-actions.ts';
import type { PatientController } from './patient.ts';
import type { ChosenOutcomes, ProfilesController } from './profiles.ts';
import type { RoundsController } from './rounds.ts';

export interface ViewSources {
  readonly patient: PatientController;
  readonly rounds: RoundsController;
  readonly profiles: ProfilesController;
  readonly markerActions: MarkerActions;
}

/** What is drawn of a patient, but for what is exempted. */
interface Prepared {
  readonly outcomes: ChosenOutcomes;
  readonly situation: Situation;
  readonly sources: readonly SourceView[];
}

/**
 * The patient through the chosen profiles, ready to draw. It is made slice by slice, which takes one slice of most
 * patients, and more of the first one and of those with very many records: what was drawn of the same patient stands
 * meanwhile.
 */
export class ViewController implements ReactiveController {
  /** Draws lists that may be long. */
  readonly list: DrawList;
  readonly #preparing: ClinicMemo<SteppedValue<Prepared>>;
  readonly #props: ClinicMemo<CockpitProps>;
  /** Where there is no profile to see the patient through. */
  readonly #sources: ClinicMemo<readonly SourceView[]>;
  readonly #work: SlicedWork;
  /** What was made last, and whose it is. */
  #last: { readonly of: readonly unknown[]; readonly prepared: Prepared } | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly parts: ViewSources,
  ) {
    this.#preparing = new ClinicMemo(host);
    this.#props = new ClinicMemo(host);
    this.#sources = new ClinicMemo(host);
    this.list = longLists(host);
    this.#work = new SlicedWork(sliceBeforeDrawing, () => host.requestUpdate());
    host.addController(this);
  }

  /** Whether something is being made ready, in the place of what is drawn or of nothing. */
  get isUnderWay(): boolean {
    return this.#work.isUnderWay;
  }

  /** Whether the patient is there, and there is nothing to draw of them yet. */
  get isPreparing(): boolean {
    return this.parts.profiles.chosen !== undefined && this.#prepared === undefined;
  }

  /** Undefined before the patient is there and made ready, and where there is no profile. */
  get props(): CockpitProps | undefined {
    const prepared = this.#prepared;
    if (!prepared) return undefined;
    const { patient, rounds } = this.parts;
    const { outcomes } = prepared;
    const inputs = [prepared, patient.isReadOnly, patient.share, this.host.ui];
    return this.#props.of([...inputs, ...rounds.statesOf(outcomes)], () => this.#make(prepared));
  }

  /** Where what is shown comes from; empty before the patient is there. */
  get sources(): readonly SourceView[] {
    const { patient, profiles } = this.parts;
    if (profiles.chosen) return this.#prepared?.sources ?? [];
    const { description, patient: person } = patient.state;
    const { today, seenOn } = patient;
    const { language } = this.host.ui;
    return this.#sources.of([description, person, today, seenOn, language], () =>
      description && person ? viewSources(description, person, today, language, seenOn) : [],
    );
  }

  hostUpdate(): void {
    // Who is not shown any more is not gone through either, nor kept.
    const { patient } = this.parts.patient.state;
    if (patient && this.host.isConnected) return;
    this.#work.stop();
    if (!patient) this.#last = undefined;
  }

  hostDisconnected(): void {
    this.#work.stop();
  }

  /** What there is to draw of whom is shown: as it was, where what is asked now is not ready. */
  get #prepared(): Prepared | undefined {
    const { patient, profiles } = this.parts;
    const { patient: person, description, patientId, clinicNumber } = patient.state;
    const { chosen } = profiles;
    if (!person || !description || !chosen) return undefined;
    const { share, today } = patient;
    // The host has given a day that does not exist, and nobody has looked at it yet.
    if (!isCalendarDate(today)) return undefined;
    const { language } = this.host.ui;
    const inputs = [person, description, chosen, share, language, today];
    const made = this.#preparing.of(
      inputs,
      () => new SteppedValue(() => this.#prepare(person, description, chosen)),
    );
    // What is made already is ready too, unless it was made a moment ago, in this task.
    const isReady = this.#work.begin([made], () => made.steps());
    const of = [patientId, clinicNumber, share];
    if (!isReady)
      return this.#last && sameInputs(this.#last.of, of) ? this.#last.prepared : undefined;
    const prepared = made.value;
    this.#last = { of, prepared };
    return prepared;
  }

  *#prepare(
    person: CheckedPatient,
    description: ClinicDescription,
    outcomes: ChosenOutcomes,
  ): Steps<Prepared> {
    const { patient } = this.parts;
    const { today, seenOn } = patient;
    const { language } = this.host.ui;
    const situation = yield* viewSituation(outcomes, language, {
      covers: coversOf(person, description, outcomes),
      today,
    });
    // What is told of the other profiles, in the same words.
    for (const outcome of patient.state.outcomes) yield* viewMarkersInSteps(outcome, language);
    const sources = yield* viewSourcesInSteps(description, person, today, language, seenOn);
    return { outcomes, situation, sources };
  }

  #make({ outcomes, situation }: Prepared): CockpitProps {
    const { ui } = this.host;
    const { patient, rounds, markerActions } = this.parts;
    const { description } = patient.state;
    const [{ patient: person }] = outcomes;
    return {
      view: withExemptions(situation, (profile, marker) => rounds.exemptionOf(profile, marker)),
      outcomes,
      covers: coversOf(person, description, outcomes),
      uncovered: patient.share ? ui.texts.share.notShared : ui.texts.patientView.cannotSay,
      markerActions: patient.isReadOnly ? undefined : markerActions,
      list: this.list,
      ui,
    };
  }
}

function coversOf(
  person: CheckedPatient,
  description: ClinicDescription | undefined,
  [{ asOf }]: ChosenOutcomes,
): (type: RecordType, since?: string) => boolean {
  const { coverage = {} } = description ?? {};
  return (type, since) =>
    coverageOf(person, coverage, type, {
      lastDay: asOf,
      ...(since === undefined ? {} : { from: since }),
    }).covered;
}
