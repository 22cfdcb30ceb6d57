/** One text for the same leaves, however a route gives them. */
import { createHash } from 'node:crypto';

/** Protected counts of one clinic, profile, indicator and day (places from 0); -1 is under the threshold. */
export interface LeafRow {
  readonly clinic: string;
  readonly profile: number;
  readonly indicator: number;
  readonly day: number;
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number;
}

/** By clinic: the digest of its leaves, in whatever order they came. */
export function digestsOf(rows: readonly LeafRow[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  for (const { clinic, profile, indicator, day, numerator, rest, unknown } of rows) {
    let own = lines.get(clinic);
    if (!own) lines.set(clinic, (own = []));
    own.push([profile, indicator, day, numerator, rest, unknown].join(' '));
  }
  return new Map([...lines].map(([clinic, own]) => [clinic, hash(own.sort().join('\n'))]));
}

/** Of a whole country, clinic by clinic in the order of their ids. */
export function digestOfAll(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([clinic, digest]) => `${clinic} ${digest}`);
  return hash(lines.sort().join('\n'));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
