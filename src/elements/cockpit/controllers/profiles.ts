import type { ReactiveController } from 'lit';
import { Memo, profileTabs, type PatientOutcome, type ProfileTab } from '../../../model/index.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** The patient through the chosen profile, or through several. */
export type ChosenOutcomes = readonly [PatientOutcome, ...PatientOutcome[]];

/** The profiles that say something of the patient, and those that the patient is seen through. */
export class ProfilesController implements ReactiveController {
  readonly #tabs = new Memo<readonly ProfileTab[]>();
  readonly #chosen = new Memo<ChosenOutcomes | undefined>();
  #selectedTab: HTMLElement | null = null;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
  ) {
    host.addController(this);
  }

  /** The gravest first. */
  get tabs(): readonly ProfileTab[] {
    const { outcomes } = this.patient.state;
    const { profileId, ui } = this.host;
    const { isEarlier } = this.patient;
    const inputs = [outcomes, profileId, ui.language, isEarlier, ...this.rounds.statesOf(outcomes)];
    return this.#tabs.of(inputs, () =>
      profileTabs(
        outcomes,
        profileId,
        ui.language,
        (profile, marker) => this.rounds.exemptionOf(profile, marker) !== undefined,
      ),
    );
  }

  /** Those that the patient is in, or may be. */
  get members(): readonly PatientOutcome[] {
    return this.tabs.flatMap(({ outcome }) => (outcome.membership.truth === 'no' ? [] : [outcome]));
  }

  /** The profile that was chosen, or all; else the one that asks for most attention. */
  get chosen(): ChosenOutcomes | undefined {
    const { profileId } = this.host;
    const { tabs } = this;
    const { outcomes } = this.patient.state;
    return this.#chosen.of([profileId, tabs, outcomes], () => {
      const { members } = this;
      if (profileId === 'all' && isSome(members)) return members;
      const tab = tabs.find(({ id }) => id === profileId) ?? tabs[0];
      const one = tab?.outcome ?? outcomes[0];
      return one && [one];
    });
  }

  /** Sees the patient through another profile, or `all`. */
  choose(profileId: string): void {
    this.host.profileId = profileId;
  }

  hostUpdated(): void {
    const tab = this.host.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    const row = tab?.parentElement;
    // In a narrow place the tabs are a row to scroll: the chosen one is to be seen.
    if (tab && row && tab !== this.#selectedTab)
      row.scrollLeft = tab.offsetLeft - row.offsetLeft - 24;
    this.#selectedTab = tab;
  }
}

function isSome(outcomes: readonly PatientOutcome[]): outcomes is ChosenOutcomes {
  return outcomes.length > 0;
}
