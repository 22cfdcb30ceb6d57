import type { ReactiveController } from 'lit';
import {
  countMarkers,
  nearest,
  profileTabs,
  viewAdvice,
  type Advice,
  type MarkerCounts,
  type PatientOutcome,
  type ProfileTab,
} from '../../../model/index.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** The patient through the chosen profile, or through several. */
export type ChosenOutcomes = readonly [PatientOutcome, ...PatientOutcome[]];

/** The profiles that say something of the patient, and those that the patient is seen through. */
export class ProfilesController implements ReactiveController {
  readonly #tabs: ClinicMemo<readonly ProfileTab[]>;
  readonly #counts: ClinicMemo<MarkerCounts>;
  readonly #first: ClinicMemo<Advice | undefined>;
  readonly #chosen: ClinicMemo<ChosenOutcomes | undefined>;
  readonly #unknown: ClinicMemo<ProfilesController['unknown']>;
  #selectedTab: HTMLElement | null = null;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
  ) {
    this.#tabs = new ClinicMemo(host);
    this.#counts = new ClinicMemo(host);
    this.#first = new ClinicMemo(host);
    this.#chosen = new ClinicMemo(host);
    this.#unknown = new ClinicMemo(host);
    host.addController(this);
  }

  /** The gravest first. */
  get tabs(): readonly ProfileTab[] {
    const { profileId, ui } = this.host;
    return this.#tabs.of([...this.#inputs, profileId, ui.language], () =>
      profileTabs(this.patient.state.outcomes, profileId, ui.language, this.#exemptionOf),
    );
  }

  /** The live markers of all profiles, by level. */
  get counts(): MarkerCounts {
    return this.#counts.of(this.#inputs, () =>
      countMarkers(this.patient.state.outcomes, this.#exemptionOf),
    );
  }

  /** The gravest live marker of all profiles; undefined where none is set. */
  get first(): Advice | undefined {
    const { language } = this.host.ui;
    return this.#first.of([...this.#inputs, language], () =>
      viewAdvice(this.patient.state.outcomes, language, this.#exemptionOf).find(
        ({ truth, exemption }) => truth === 'yes' && !exemption,
      ),
    );
  }

  readonly #exemptionOf = (profile: string, marker: string) =>
    this.rounds.exemptionOf(profile, marker);

  /** What the live markers follow from. */
  get #inputs(): readonly unknown[] {
    const { outcomes } = this.patient.state;
    return [outcomes, this.patient.isEarlier, ...this.rounds.statesOf(outcomes)];
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

  /** An id that the host gave and no profile has, with the one that was probably meant. */
  get unknown(): { readonly id: string; readonly meant: string | undefined } | undefined {
    const { profileId } = this.host;
    const { outcomes, refused } = this.patient.state;
    return this.#unknown.of([profileId, outcomes, refused], () => {
      const ids = outcomes.map(({ profile }) => profile.id);
      // Of one that cannot be used its errors tell.
      const isKnown = !profileId || profileId === 'all' || ids.includes(profileId);
      if (isKnown || ids.length === 0 || refused.length > 0) return undefined;
      return { id: profileId, meant: nearest(profileId, ids) };
    });
  }

  /** Sees the patient through another profile, or `all`. */
  choose(profileId: string): void {
    this.host.profileId = profileId;
  }

  #told: string | undefined;

  /** Once for each id. */
  #tellUnknown(): void {
    const { unknown } = this;
    if (!unknown || unknown.id === this.#told) return;
    const { id, meant } = unknown;
    this.#told = id;
    this.host.problems.tell({
      ...{ kind: 'unknown-id', field: 'profileId', count: 1 },
      ...(meant === undefined ? {} : { meant }),
    });
  }

  hostUpdated(): void {
    this.#tellUnknown();
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
