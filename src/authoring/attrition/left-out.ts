/** Rules that are left out are told by their places: when the document changes they are where they have come to. */
import { partsOf, topCriteria } from '../criteria.ts';
import { pointer } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import type { Profile } from '../../profile/index.ts';

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
  const kept = new Set<string>();
  for (const place of leftOut) {
    const text = were.get(place);
    const now = are.get(place);
    if (text === undefined || text === now) {
      if (now !== undefined) kept.add(place);
      continue;
    }
    const moved = [...are].find(([other, each]) => each === text && were.get(other) !== text);
    if (moved) kept.add(moved[0]);
    // What stands there now and stood elsewhere before is another rule.
    else if (now !== undefined && ![...were.values()].includes(now)) kept.add(place);
  }
  return kept;
}

/** The text of every rule of a document, by its place. */
function textsByPlace(document: unknown): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (criterion: unknown, place: string) => {
    texts.set(place, JSON.stringify(criterion));
    if (!isObject(criterion)) return;
    for (const key of ['all', 'any', 'of'])
      if (Array.isArray(criterion[key]))
        criterion[key].forEach((part: unknown, at) => visit(part, `${place}/${key}/${at}`));
    if ('not' in criterion) visit(criterion['not'], `${place}/not`);
  };
  for (const [place, criterion] of criteriaOf(document)) visit(criterion, place);
  return texts;
}
