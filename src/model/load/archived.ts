/** What the clinic's archive says of a profile that is in use: that there is a newer version, or that it was withdrawn. */
import { memberOf, type ClinicAdapter, type ProfileStore } from '../../adapter/index.ts';
import { listProfiles, type ListedVersion } from '../../adapter/profile-calls.ts';
import {
  combinationOf,
  compareVersions,
  newestPublished,
  type Profile,
} from '../../profile/index.ts';
import { textIn, type Language } from '../../i18n/language.ts';
import { standingPhrases } from '../../i18n/phrases/standing.ts';
import { defaultDeadline, type ModelOptions } from './options.ts';

/**
 * Asks the archive of a clinic what it has, once for all who show the same adapter's; after a failure, again. Never
 * rejects: a list is no worse without an archive, and a failure is told to the host (`onFailure`).
 *
 * @returns Whether it has answered.
 */
export async function askArchive(
  adapter: ClinicAdapter | undefined,
  { deadline = defaultDeadline, onFailure }: ModelOptions = {},
): Promise<boolean> {
  const store = memberOf(adapter, 'profiles');
  // What a host gives in the place of an archive may be anything.
  if (!store || Object(store) !== store) return false;
  let answered = asked.get(store);
  if (!answered) {
    answered = listProfiles(store, { deadline, onFailure }).then(
      (versions) => {
        known.set(store, versions);
        return true;
      },
      () => {
        asked.delete(store);
        return false;
      },
    );
    asked.set(store, answered);
  }
  return answered;
}

const asked = new WeakMap<ProfileStore, Promise<boolean>>();
const known = new WeakMap<ProfileStore, readonly ListedVersion[]>();

/** How a version stands in the archive. */
export interface ArchivedStanding {
  /** The newest version in force, where that is a later one. */
  readonly newer: string | undefined;
  readonly isWithdrawn: boolean;
}

/** How a version stands in an archive that was asked (`askArchive`); undefined where nothing is to be told of it. */
export function archivedStanding(
  { id, version }: { readonly id: string; readonly version: string },
  adapter: ClinicAdapter | undefined,
): ArchivedStanding | undefined {
  const store = memberOf(adapter, 'profiles');
  const versions = store && known.get(store)?.filter((each) => each.id === id);
  if (!versions) return undefined;
  const newest = newestPublished(versions)?.version;
  const newer = newest !== undefined && compareVersions(version, newest) < 0 ? newest : undefined;
  const isWithdrawn = versions.some(
    (each) => each.version === version && each.status === 'retired',
  );
  return newer !== undefined || isWithdrawn ? { newer, isWithdrawn } : undefined;
}

/**
 * The same in words; of a combined profile of each that it is made of, by name.
 *
 * @param isNamed Whether a profile alone is named as well: where several are shown together.
 */
export function describeArchived(
  profile: Profile,
  adapter: ClinicAdapter | undefined,
  language: Language,
  isNamed = false,
): string | undefined {
  const text = standingPhrases[language];
  const parts = combinationOf(profile);
  const said = (parts ?? [profile]).flatMap(({ id, version, title }) => {
    const standing = archivedStanding({ id, version }, adapter);
    if (!standing) return [];
    const name = parts || isNamed ? `${textIn(title, language)} ${version}` : undefined;
    const { newer, isWithdrawn } = standing;
    return [isWithdrawn ? text.withdrawn(name, newer) : text.older(name, newer!)];
  });
  return said.length > 0 ? said.join(' ') : undefined;
}
