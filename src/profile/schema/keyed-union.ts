/** A union of objects whose keys tell which is meant. */
import * as z from 'zod/mini';

type Option = z.ZodMiniObject;

/**
 * Makes a union of objects, each of which has a first key of its own. It is answered as `z.union` answers, but for the
 * time: a value that has one of those keys is held against one option, and what has none or two, against a few.
 */
export function keyedUnion<const Options extends readonly z.ZodMiniType[]>(
  options: Options,
): z.ZodMiniUnion<Options> {
  return new KeyedUnion({ type: 'union', options }) as unknown as z.ZodMiniUnion<Options>;
}

const KeyedUnion = z.core.$constructor<z.ZodMiniUnion>('KeyedUnion', (inst, def) => {
  const base: z.core.$constructor<z.ZodMiniUnion> = z.ZodMiniUnion;
  base.init(inst, def);
  const options = def.options as unknown as readonly Option[];
  const zod = inst._zod;
  const holdAgainstAll = zod.parse.bind(zod);
  const byKey = new Map(options.map((option) => [keysOf(option)[0], option]));
  /** By a key that is not the first of its option: `of` belongs to `atLeast`. */
  const byOther = new Map(
    options.flatMap((option) =>
      keysOf(option)
        .slice(1)
        .map((key) => [key, option] as const),
    ),
  );
  /** Made when they are first needed, by the keys that a value has. */
  const unions = new Map<string, z.ZodMiniType>();
  zod.parse = (payload, context) => {
    const value: unknown = payload.value;
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    const near = keys.flatMap((key) => byOther.get(key) ?? []);
    const meant = [...new Set([...found, ...near])];
    if (meant.length === 1) return meant[0]!._zod.run(payload, context);
    // Of several, one alone may be right: it is told what else is there. Of none, two say as much as all.
    const others = options.filter((option) => !found.includes(option)).slice(0, 2);
    if (near.length > 0 || found.length > 2 || others.length < 2)
      return holdAgainstAll(payload, context);
    const name = found.map((option) => keysOf(option)[0]).join(' ');
    let few = unions.get(name);
    if (!few) unions.set(name, (few = z.union([...found, ...others])));
    return few._zod.run(payload, context);
  };
});

function keysOf(option: Option): readonly string[] {
  return Object.keys(option._zod.def.shape);
}
