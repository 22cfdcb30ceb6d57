/** How the patient's sex may be written (SEMANTICS R3). */
import { normalize } from './normalize.ts';

/** The published table; case and space aside. Numbers are not in it: systems number the sexes differently. */
export const sexNames: Readonly<Record<'female' | 'male' | 'unknown', readonly string[]>> = {
  female: ['female', 'F', 'K', 'kvinde', 'kvindelig', 'kv', 'pige', 'woman', 'girl'],
  male: ['male', 'M', 'mand', 'mandlig', 'dreng', 'man', 'boy'],
  unknown: ['unknown', 'U', 'ukendt', 'other', 'O', 'andet', 'X', 'uoplyst', '?', '-'],
};

const byName: ReadonlyMap<string, keyof typeof sexNames> = new Map(
  (Object.keys(sexNames) as (keyof typeof sexNames)[]).flatMap((sex) =>
    sexNames[sex].map((name) => [normalize(name), sex] as const),
  ),
);

/** The sex that a text names; undefined where the table has no such name. */
export function readSex(text: string): keyof typeof sexNames | undefined {
  return byName.get(normalize(text));
}
