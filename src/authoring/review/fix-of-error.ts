/** What mends an error of the format, or a warning, where it can be told: a word that is misspelt, a code that is meant. */
import { keysOf, pointer, valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import type { ProfileIssue } from '../../profile/check.ts';
import type { PatchStep } from './types.ts';

/**
 * The changes of a document after which an issue of it is gone; undefined where only its author can tell.
 *
 * @param document As it was checked.
 */
export function fixOfIssue(
  { code, path, details }: ProfileIssue,
  document: unknown,
): readonly PatchStep[] | undefined {
  const keys = keysOf(path);
  const { suggestion } = details;
  switch (code) {
    case 'unknown-key': {
      const around = valueAt(document, keys.slice(0, -1));
      const to = pointer([...keys.slice(0, -1), String(suggestion)]);
      const isFree =
        typeof suggestion === 'string' && isObject(around) && !Object.hasOwn(around, suggestion);
      if (isFree) return [{ op: 'move', from: path, path: to }];
      return [{ op: 'remove', path }];
    }
    case 'not-one-of':
    case 'unknown-codes':
    case 'unknown-unit':
      return typeof suggestion === 'string'
        ? [{ op: 'replace', path, value: suggestion }]
        : undefined;
    case 'code-entry':
    case 'code-range':
    case 'code-shape':
      return entriesInPlace(path, details['suggestions'], code === 'code-entry');
    case 'duplicate-id':
      return otherId(keys, details['id'], document);
    default:
      return undefined;
  }
}

/** Of several that may be meant nobody can tell which; several codes in one entry are meant all. */
function entriesInPlace(
  path: string,
  suggestions: unknown,
  areAllMeant: boolean,
): readonly PatchStep[] | undefined {
  if (!Array.isArray(suggestions)) return undefined;
  const codes = suggestions.filter((each): each is string => typeof each === 'string');
  const [first, ...others] = codes;
  if (first === undefined || (others.length > 0 && !areAllMeant)) return undefined;
  const keys = keysOf(path);
  const at = Number(keys.at(-1));
  return [
    { op: 'replace', path, value: first },
    ...others.map((value, index): PatchStep => {
      const place = pointer([...keys.slice(0, -1), at + index + 1]);
      return { op: 'add', path: place, value };
    }),
  ];
}

function otherId(
  keys: readonly string[],
  id: unknown,
  document: unknown,
): readonly PatchStep[] | undefined {
  const list = valueAt(document, keys.slice(0, 1));
  if (typeof id !== 'string' || !Array.isArray(list)) return undefined;
  const taken = new Set(list.map((each: unknown) => (isObject(each) ? each['id'] : undefined)));
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return [{ op: 'replace', path: pointer(keys), value: `${id}-${number}` }];
}
