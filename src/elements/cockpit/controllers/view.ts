import {
  coverageOf,
  Memo,
  viewCockpit,
  type CheckedPatient,
  type RecordType,
} from '../../../model/index.ts';
import { longLists, type DrawList } from '../../shared/long-lists.ts';
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

/** The patient through the chosen profiles, ready to draw. */
export class ViewController {
  /** Draws lists that may be long. */
  readonly list: DrawList;
  readonly #props = new Memo<CockpitProps>();

  constructor(
    private readonly host: CockpitHost,
    private readonly sources: ViewSources,
  ) {
    this.list = longLists(host);
  }

  /** Undefined before the patient is there, and where there is no profile. */
  get props(): CockpitProps | undefined {
    const { patient, rounds, profiles } = this.sources;
    const { patient: person, description } = patient.state;
    const { chosen } = profiles;
    if (!person || !chosen) return undefined;
    const inputs = [
      person,
      description,
      chosen,
      patient.isReadOnly,
      patient.share,
      this.host.ui,
      ...rounds.statesOf(chosen),
    ];
    return this.#props.of(inputs, () => this.#make(person, chosen));
  }

  #make(person: CheckedPatient, outcomes: ChosenOutcomes): CockpitProps {
    const { ui } = this.host;
    const { patient, rounds, markerActions } = this.sources;
    const { coverage = {} } = patient.state.description ?? {};
    const covers = (type: RecordType, since?: string) =>
      coverageOf(person, coverage, type, {
        lastDay: outcomes[0].asOf,
        ...(since === undefined ? {} : { from: since }),
      }).covered;
    return {
      view: viewCockpit(outcomes, ui.language, {
        covers,
        today: patient.today,
        exemptionOf: (profile, marker) => rounds.exemptionOf(profile, marker),
      }),
      outcomes,
      covers,
      uncovered: patient.share ? ui.texts.share.notShared : ui.texts.patientView.cannotSay,
      markerActions: patient.isReadOnly ? undefined : markerActions,
      list: this.list,
      ui,
    };
  }
}
