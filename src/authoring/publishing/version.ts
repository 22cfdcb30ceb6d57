/** Versions of a profile: which comes next, and how much is other in it. */
import type { Profile } from '../../profile/index.ts';
import { keyOf } from '../logic/asked.ts';

/**
 * How much a version differs from the one before: `major`: others are found, or other things are counted; `minor`: more
 * is told of them; `patch`: it says the same in other words.
 */
export type VersionLevel = 'major' | 'minor' | 'patch';

/** The next version at each level. A draft of a version, and what is no version, leads to the version itself. */
export function nextVersions(version: unknown): Readonly<Record<VersionLevel, string>> {
  const [, major = 0, minor = 0, patch = 0, draft] = (
    /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(-.*)?$/.exec(typeof version === 'string' ? version : '') ?? []
  ).map((part, at) => (at === 0 || at === 4 ? part : Number(part))) as [
    string?,
    number?,
    number?,
    number?,
    string?,
  ];
  const own = `${major}.${minor}.${patch}`;
  return {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: draft === undefined ? `${major}.${minor}.${patch + 1}` : own,
  };
}

/** Whether a version comes after another one; a draft of a version comes before it. */
export function isLater(version: string, than: string): boolean {
  const parts = (text: string) => {
    const [numbers = '', draft] = text.split(/-(.*)/s);
    return [...numbers.split('.').map(Number), draft === undefined ? 1 : 0];
  };
  const [a, b] = [parts(version), parts(than)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}

/** How much a profile differs from an earlier version of it. */
export function levelBetween(before: Profile, after: Profile): VersionLevel {
  if (asked(before) !== asked(after)) return 'major';
  return told(before) === told(after) ? 'patch' : 'minor';
}

/** Who is found, and what is counted: of marks and indicators by their ids, whatever they are called. */
function asked(profile: Profile): string {
  const { population, markers = [], indicators = [] } = profile;
  return JSON.stringify([
    keyOf(population, profile),
    markers.map(({ id, when }) => [id, keyOf(when, profile)]),
    indicators.map(({ id, numerator, denominator, except }) => [
      id,
      ...[numerator, denominator, except].map((each) => each && keyOf(each, profile)),
    ]),
  ]);
}

/** What is told of each. */
function told(profile: Profile): string {
  const { information, markers = [], indicators = [], messages = [] } = profile;
  return JSON.stringify([
    information.map((item) => {
      const { title: _, description: _description, ...rest } = item;
      return keyOf(rest, profile);
    }),
    markers.map(({ level }) => level),
    indicators.map(({ better }) => better),
    messages.map(({ id }) => id),
  ]);
}
