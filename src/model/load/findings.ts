/**
 * What the adapter's developer may want to hear of, as it comes up. What puts it in names and numbers is loaded apart
 * from what shows the patients (`report-findings.ts`).
 */
import type { AdapterFailure, CheckedDescription, ProblemReport } from '../../adapter/index.ts';
import { Memo } from '../memo.ts';
import type { CheckedProfile } from './profiles.ts';
import type * as Reports from './reports.ts';

/** Answers the reports on something that came up, by what writes them. It is the same object as long as that is the same. */
export type LoadFinding = (write: typeof Reports) => readonly ProblemReport[];

/** A date of evaluation that does not exist (R26). */
export const noSuchDate: LoadFinding = () => [{ kind: 'unusable', field: 'asOf', count: 1 }];

/** An id of a profile that none has. */
export function unknownProfile(meant: string | undefined): LoadFinding {
  const report: ProblemReport = {
    ...{ kind: 'unknown-id', field: 'profileId', count: 1 },
    ...(meant === undefined ? {} : { meant }),
  };
  return () => [report];
}

/** A load that failed. */
export function failedLoad(failure: AdapterFailure, adapter: unknown): LoadFinding {
  return ({ reportFailedLoad }) => reportFailedLoad(failure, adapter);
}

/** What a host hands over, the same findings as long as that is the same. */
export class FindingShelf {
  readonly #adapter = new Memo<LoadFinding>();
  readonly #profiles = new Memo<readonly LoadFinding[]>();
  readonly #description = new Memo<readonly LoadFinding[]>();

  /**
   * Everything that is known before a call was answered. Where no adapter was given nothing is wrong with it, but
   * what stands in its place is.
   */
  on(
    adapter: unknown,
    profiles: readonly CheckedProfile[],
    failure: LoadFinding | undefined,
  ): readonly LoadFinding[] {
    const onAdapter = this.#adapter.of(
      [adapter],
      () =>
        ({ reportsOnAdapter }) =>
          reportsOnAdapter(adapter),
    );
    const onProfiles = this.#profiles.of(profiles, () =>
      profiles.every(({ ok }) => ok) ? [] : [({ reportProfiles }) => reportProfiles(profiles)],
    );
    return [
      ...(adapter === undefined || adapter === null ? [] : [onAdapter]),
      ...onProfiles,
      ...(failure ? [failure] : []),
    ];
  }

  onDescription(described: CheckedDescription): readonly LoadFinding[] {
    return this.#description.of([described], () =>
      described.unusable.length === 0 ? [] : [({ reportUnusable }) => reportUnusable(described)],
    );
  }
}
