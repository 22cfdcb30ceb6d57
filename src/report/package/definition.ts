/** The hash of a cluster package: two that have the same say the same. */
import { canonicalJson } from '../../json/canonical.ts';
import { sha256Of } from '../../profile/definition.ts';
import type { ClusterPackage } from './types.ts';

/** As of a profile: what an archive may change, who vouches, and the editor's `$schema` do not belong to it. */
const besides: ReadonlySet<string> = new Set(['$schema', 'status', 'about']);

/**
 * The SHA-256 of what a checked package says, in 64 hexadecimal digits.
 *
 * @returns Undefined where the page has no Web Crypto, and of a package with half a character in a text.
 */
export async function packageHash(document: ClusterPackage): Promise<string | undefined> {
  const told = Object.entries(document).filter(([key]) => !besides.has(key));
  try {
    return await sha256Of(canonicalJson(Object.fromEntries(told)));
  } catch {
    return undefined;
  }
}
