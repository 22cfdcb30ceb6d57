import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  askArchive,
  definitionHash,
  describeArchived,
  knownHash,
  sourcesOf,
  type ClinicAdapter,
  type Language,
  type Profile,
} from '../../model/index.ts';
import type { ProblemChannel } from './problems.ts';

/**
 * What is told of the profiles that an element shows, beside what they say themselves: the hash of each definition, and
 * how it stands in the clinic's archive. Both come after the profile is drawn, and are drawn then.
 */
export class ProfileFacts implements ReactiveController {
  #profiles: readonly Profile[] = [];
  #adapter: ClinicAdapter | undefined;

  /** @param profiles Those that are shown; the very same list as long as they are the same is not needed. */
  constructor(
    private readonly host: ReactiveControllerHost & {
      readonly adapter: ClinicAdapter | undefined;
      readonly deadline: number | undefined;
      readonly problems: ProblemChannel;
    },
    private readonly profiles: () => readonly Profile[],
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const profiles = this.profiles();
    const fresh = profiles.filter((each) => !this.#profiles.includes(each));
    const { adapter } = this.host;
    const isOther = adapter !== this.#adapter;
    this.#profiles = profiles;
    // Of an archive nothing is asked before there is a profile to hold against it.
    if (profiles.length > 0) this.#adapter = adapter;
    // Of a combined profile those as well that it is made of.
    for (const each of fresh.flatMap((profile) => [profile, ...(sourcesOf(profile) ?? [])]))
      if (knownHash(each) === undefined) void this.#drawAfter(definitionHash(each));
    if (profiles.length > 0 && isOther) void this.#drawAfter(this.#askArchive());
  }

  /**
   * That there is a newer version of a profile, or that it was withdrawn.
   *
   * @param isNamed Whether the profile is named: where several are shown together.
   */
  archived(profile: Profile, language: Language, isNamed = false): string | undefined {
    return describeArchived(profile, this.host.adapter, language, isNamed);
  }

  async #askArchive(): Promise<boolean | undefined> {
    const { adapter, deadline, problems } = this.host;
    const { onFailure } = problems;
    return askArchive(adapter, { onFailure, ...(deadline === undefined ? {} : { deadline }) });
  }

  async #drawAfter(told: Promise<unknown>): Promise<void> {
    if (await told) this.host.requestUpdate();
  }
}
