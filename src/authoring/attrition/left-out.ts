/** Rules that are left out are told by their places: when the document changes they are where they have come to. */
import { isObject } from '../../json/values.ts';
import { partsOf } from '../editing/places.ts';

/**
 * Where rules stand after a change of the document: one that was moved is found again, one that was changed keeps its
 * place, and one that is gone is left out no more. Reads what it can of a document that is half written.
 */
export function leftOutAfter(
  leftOut: ReadonlySet<string>,
  before: unknown,
  after: unknown,
): ReadonlySet<string> {
  if (leftOut.size === 0 || before === after) return leftOut;
  const [were, are] = [textsByPlace(before), textsByPlace(after)];
  const wereAnywhere = new Set(were.values());
  const kept = new Set<string>();
  for (const place of leftOut) {
    const [text, now] = [were.get(place), are.get(place)];
    if (text !== undefined && text === now) {
      kept.add(place);
      continue;
    }
    const moved = [...are].find(([other, each]) => each === text && were.get(other) !== text);
    if (moved) kept.add(moved[0]);
    // What stands there now and stood elsewhere before is another rule.
    else if (now !== undefined && !wereAnywhere.has(now)) kept.add(place);
  }
  return kept;
}

/** The text of every rule of a document, by its place. */
function textsByPlace(document: unknown): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (criterion: unknown, place: string) => {
    if (criterion === undefined) return;
    texts.set(place, JSON.stringify(criterion));
    for (const [key, part] of partsOf(criterion)) visit(part, place + key);
  };
  const partOf = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined);
  const population = partOf(document, 'population');
  for (const key of ['include', 'exclude']) visit(partOf(population, key), `/population/${key}`);
  for (const [list, keys] of lists) {
    const entries = partOf(document, list);
    if (!Array.isArray(entries)) continue;
    for (const [at, entry] of entries.entries())
      for (const key of keys) visit(partOf(entry, key), `/${list}/${at}/${key}`);
  }
  return texts;
}

const lists = [
  ['information', ['condition']],
  ['markers', ['when']],
  ['indicators', ['numerator', 'denominator', 'except']],
] as const;
