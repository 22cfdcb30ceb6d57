/** What the rules of a report find, and those that hold of any list in it. */
import type { Violation } from '../../profile/issues.ts';
import type { Protection } from '../types.ts';

export type Path = readonly PropertyKey[];

export function found(path: Path, code: string, details: Violation['details'] = {}): Violation {
  return { path, code, details };
}

/** The sizes that leaves are held to. */
export function sizesOf({ threshold, base }: Protection) {
  return { threshold, base };
}

export function ofLength(
  list: readonly unknown[],
  length: number,
  path: Path,
): readonly Violation[] {
  if (list.length === length) return [];
  return [found(path, 'report-length', { found: list.length, expected: length })];
}

export function outOfOrder(dates: readonly string[], path: Path): readonly Violation[] {
  const at = dates.findIndex((date, index) => index > 0 && date <= dates[index - 1]!);
  return at < 0 ? [] : [found([...path, at], 'report-order')];
}

export function repeated(
  list: readonly { readonly id: string }[],
  path: Path,
): readonly Violation[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, at) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [found([...path, at, 'id'], 'report-repeated', { id })] : [];
  });
}

/** Of one marker there is one entry, and one of the whole patient. */
export function markedTwice(
  list: readonly { readonly marker?: string }[],
  path: Path,
): readonly Violation[] {
  return repeated(
    list.map(({ marker }) => ({ id: marker ?? '' })),
    path,
  ).map((each) => ({ ...each, path: each.path.slice(0, -1) }));
}
