import {
  changesInSteps,
  lastVisitBefore,
  SlicedWork,
  SteppedValue,
  textIn,
  type Changes,
  type PatientOutcome,
  type Steps,
} from '../../../model/index.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { ProfilesController } from './profiles.ts';
import type { RoundsController } from './rounds.ts';

/** The patient on an earlier day, and what has changed since another. Days are `YYYY-MM-DD`. */
export class TimeMachine {
  #compared: string | undefined;
  readonly #changes: ClinicMemo<SteppedValue<Changes | undefined>>;
  readonly #lastVisit: ClinicMemo<string | undefined>;
  readonly #work: SlicedWork;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
    private readonly profiles: ProfilesController,
  ) {
    this.#changes = new ClinicMemo(host);
    this.#lastVisit = new ClinicMemo(host);
    this.#work = new SlicedWork(timeSlice, () => host.requestUpdate());
  }

  get today(): string {
    return this.patient.today;
  }

  /** The earlier day that the patient is seen on; undefined: today. */
  get seenOn(): string | undefined {
    return this.patient.isEarlier ? this.host.seenOn : undefined;
  }

  /** The day that today is compared with. */
  get compared(): string | undefined {
    return this.#compared;
  }

  /** What is other today than it was on the day that today is compared with; `under-way` as long as nobody knows. */
  get changes(): Changes | 'under-way' | undefined {
    const { present, patient } = this.patient.state;
    const { language } = this.host.ui;
    const since = this.#compared;
    if (since === undefined || !patient) {
      this.#work.stop();
      return undefined;
    }
    const changes = this.#changes.of(
      [since, present, language],
      () => new SteppedValue(() => this.#compare(since, present)),
    );
    const isReady = changes.isMade || this.#work.begin([changes], () => changes.steps());
    return isReady ? changes.value : 'under-way';
  }

  *#compare(since: string, present: readonly PatientOutcome[]): Steps<Changes | undefined> {
    const before = yield* this.patient.onInSteps(since);
    return yield* changesInSteps(before, present, this.host.ui.language);
  }

  /** The day of the patient's last visit before today, where it is known. */
  get lastVisit(): string | undefined {
    const { patient } = this.patient.state;
    const { today } = this;
    return this.#lastVisit.of([patient, today], () => patient && lastVisitBefore(patient, today));
  }

  /** The day on which the last round of the profile was finished. */
  get lastRound(): string | undefined {
    const [first] = this.profiles.chosen ?? [];
    const rounds = first && this.rounds.of(first.profile.id)?.state.rounds;
    return (rounds ?? [])
      .flatMap(({ finished = '' }) => (finished !== '' && finished < this.today ? [finished] : []))
      .sort()
      .at(-1);
  }

  readonly see = (day: string | undefined): void => {
    this.host.seenOn = day;
  };

  readonly compare = (day: string | undefined): void => {
    this.#compared = day;
    this.host.requestUpdate();
  };

  /** Ends the comparison: it is of the patient that was shown. */
  leave(): void {
    this.#work.stop();
    this.#compared = undefined;
  }

  /** The title of a profile; its id where it is not among those given. */
  readonly titleOf = (profileId: string): string => {
    const { present } = this.patient.state;
    const title = present.find(({ profile }) => profile.id === profileId)?.profile.title;
    return title ? textIn(title, this.host.ui.language) : profileId;
  };
}
