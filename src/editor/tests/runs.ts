/** Runs the test patients of the profile under way, some records at a time; a further edit abandons a run. */
import { runProfileTestsInSteps, type ProfileTestRun } from '../../authoring/index.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import { sameInputs, SlicedWork, type Steps } from '../../model/index.ts';
import type { Language, Profile } from '../../profile/index.ts';
import type { EditorHost } from '../host.ts';

export class TestRuns {
  readonly #work: SlicedWork;
  #done: { readonly key: readonly unknown[]; readonly run: ProfileTestRun } | undefined;

  constructor(private readonly host: EditorHost) {
    this.#work = new SlicedWork(timeSlice, () => host.requestUpdate());
  }

  /** The run of the profile as it is; undefined while it is under way, and of an invalid profile. Begins it. */
  get now(): ProfileTestRun | undefined {
    const { draft, ui } = this.host;
    const { profile } = draft.state;
    const key = [profile, ui.language];
    const isKnown = () => this.#done !== undefined && sameInputs(this.#done.key, key);
    if (!profile) {
      this.#work.stop();
      return undefined;
    }
    if (!isKnown()) this.#work.begin(key, () => this.#run(key, profile, ui.language));
    return isKnown() ? this.#done?.run : undefined;
  }

  stop(): void {
    this.#work.stop();
  }

  *#run(key: readonly unknown[], profile: Profile, language: Language): Steps<void> {
    const run = yield* runProfileTestsInSteps(profile, language);
    this.#done = { key, run };
  }
}
