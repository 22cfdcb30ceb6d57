/** What of a profile is shared: what it takes to see the patient through it. */
import { excessOfText } from '../json/limits.ts';
import { isObject } from '../json/values.ts';
import { shareLimits } from './pack.ts';

/**
 * Takes of a profile document what a cockpit draws: its name, whom it is about, what is asked, what needs attention,
 * and the code sets that these name. Its description, indicators, literature and what stands in `about` stay at home;
 * its purpose, which no profile may be without, is its name again.
 *
 * @param document A profile document, or its JSON text.
 * @throws RangeError for what is none.
 */
export function sharedProfile(document: unknown): Readonly<Record<string, unknown>> {
  const profile = jsonOf(document);
  if (!isObject(profile)) throw new RangeError('profiles: documents.');
  const { format, id, version, title, population, information, markers, codes } = profile;
  const named = new Set(codesIn([population, information, markers]));
  return {
    format,
    id,
    version,
    title,
    purpose: [title],
    ...(isObject(codes) && {
      codes: Object.fromEntries(Object.entries(codes).filter(([name]) => named.has(name))),
    }),
    population,
    information,
    ...(markers !== undefined && { markers }),
  };
}

/** A copy of a document as JSON has it; undefined for what is none, or is larger than any share. */
function jsonOf(document: unknown): unknown {
  try {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    return excessOfText(text, shareLimits) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names of code sets in criteria and items, at whatever depth. */
function codesIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(codesIn);
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'codes' ? namesOf(value) : codesIn(value),
  );
}

/** The names in a query's `codes`: one, or several in a list, beside sets that are written in place. */
function namesOf(codes: unknown): readonly string[] {
  return [codes].flat().flatMap((each) => (typeof each === 'string' ? [each.trim()] : []));
}
