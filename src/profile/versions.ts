/** The order of versions (Semantic Versioning 2.0.0, 11). */

/** Compares two versions: negative where `a` comes before `b`. `1.0.0-draft` comes before `1.0.0`. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < 3; at++) {
    const difference = Number(one.numbers[at] ?? 0) - Number(other.numbers[at] ?? 0);
    if (difference) return difference;
  }
  if (one.before.length === 0 || other.before.length === 0)
    return Number(other.before.length > 0) - Number(one.before.length > 0);
  for (const [at, part] of one.before.entries()) {
    const against = other.before[at];
    if (against === undefined) return 1;
    const difference = compareParts(part, against);
    if (difference) return difference;
  }
  return one.before.length - other.before.length;
}

/** The newest that is in force of some versions of one profile; undefined where none is. */
export function newestPublished<
  Entry extends { readonly version: string; readonly status?: string | undefined },
>(versions: Iterable<Entry>): Entry | undefined {
  let newest: Entry | undefined;
  for (const each of versions)
    if (
      (each.status ?? 'published') === 'published' &&
      (!newest || compareVersions(newest.version, each.version) < 0)
    )
      newest = each;
  return newest;
}

function partsOf(version: string) {
  const at = version.indexOf('-');
  const [numbers, before] = at < 0 ? [version, ''] : [version.slice(0, at), version.slice(at + 1)];
  return { numbers: numbers.split('.'), before: before === '' ? [] : before.split('.') };
}

/** Numbers before words; numbers by their size, words as they are written. */
function compareParts(a: string, b: string): number {
  const [one, other] = [a, b].map((part) => /^\d+$/.test(part));
  if (one && other) return Number(a) - Number(b);
  if (one !== other) return one ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
