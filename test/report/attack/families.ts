/** Drawn clinics: how many patients are in which leaf, of indicators that have to do with one another in ways all know. */
import fc from 'fast-check';

/** The patients of an indicator's denominator: yes, no, unknown. */
export type Division = readonly [yes: number, no: number, unknown: number];

export const sizeOf = (division: Division) => division.reduce((sum, each) => sum + each, 0);

/** A number up to another: small ones, nearly all, about half, and any. */
function partOf(size: number): fc.Arbitrary<number> {
  const near = (to: number) =>
    fc.integer({ min: Math.max(0, to - 7), max: Math.min(size, to + 7) });
  return fc.oneof(near(0), near(size), near(Math.round(size / 2)), fc.nat(size));
}

const sizes = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 260 }));

/** Patients of whom nobody can say: none mostly, as where data is good, or some, or nearly all. */
const unknownsOf = (size: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: Math.min(size, 6) }) },
    { weight: 1, arbitrary: partOf(size) },
    { weight: 2, arbitrary: fc.constant(0) },
  );

export function divisionOf(size: number): fc.Arbitrary<Division> {
  return unknownsOf(size).chain((unknown) =>
    partOf(size - unknown).map((yes): Division => [yes, size - unknown - yes, unknown]),
  );
}

/** Indicators of one denominator. */
export const oneDenominator = sizes.chain((size) =>
  fc.array(divisionOf(size), { minLength: 1, maxLength: 21 }),
);

/**
 * Indicators of one denominator, the numerator of each within the next one's, or what was ever done, on dates one after
 * another: *yes* becomes more and *no* less.
 */
export const chain = sizes.chain((size) =>
  fc.array(divisionOf(size), { minLength: 2, maxLength: 12 }).map((divisions) => {
    const yes = divisions.map(([each]) => each).sort((a, b) => a - b);
    const no = divisions.map(([, each]) => each).sort((a, b) => b - a);
    return yes.map((each, at): Division => {
      const rest = Math.min(no[at] ?? 0, size - each);
      return [each, rest, size - each - rest];
    });
  }),
);

/** The same where as many are unknown of each, as they are told. */
export const alikeChain = sizes.chain((size) =>
  fc.nat(Math.floor(size / 5)).chain((step) => {
    const unknown = Math.min(5 * step, Math.max(0, size - 4));
    const more = Math.min(4 - (unknown % 5), size - unknown);
    const one = fc.tuple(partOf(size - unknown - more), fc.nat(more));
    return fc.array(one, { minLength: 2, maxLength: 12 }).map((drawn): Division[] => {
      let known = 0;
      return drawn
        .sort(([a], [b]) => a - b)
        .map(([yes, residue]) => {
          // Who is yes or unknown becomes no less, either.
          known = Math.max(known, yes + unknown + residue);
          return [yes, size - known, known - yes];
        });
    });
  }),
);

/** Parts of a denominator, each leaf within the whole one's, as of a profile with one more rule. */
export const nested = sizes.chain((size) =>
  divisionOf(size).chain((whole) =>
    fc
      .array(fc.tuple(...whole.map(partOf)), { minLength: 1, maxLength: 4 })
      .map((parts): Division[] => [whole, ...(parts as unknown as Division[])]),
  ),
);

/** A breakdown that stands for the leaves of an indicator: each group with its own. */
export const breakdown = fc
  .array(
    sizes.map((size) => Math.ceil(size / 4)),
    { minLength: 2, maxLength: 12 },
  )
  .chain((groups) => fc.tuple(...groups.map(divisionOf)));

/** Forty quarters of two indicators of one denominator, of which some patients come and go. */
export const quarters = sizes.chain((size) =>
  fc
    .array(fc.integer({ min: -3, max: 4 }), { minLength: 39, maxLength: 39 })
    .map((changes) => {
      const all = [size];
      for (const change of changes) all.push(Math.max(0, (all.at(-1) ?? 0) + change));
      return all;
    })
    .chain((all) => fc.tuple(...all.map((each) => fc.tuple(divisionOf(each), divisionOf(each))))),
);

/** The clinics of an area, with the indicators of each. */
export const area = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 3 }))
  .chain(([clinics, indicators]) =>
    fc.array(
      sizes.chain((size) =>
        fc.array(divisionOf(size), { minLength: indicators, maxLength: indicators }),
      ),
      { minLength: clinics, maxLength: clinics },
    ),
  );
