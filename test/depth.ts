/**
 * How much is asked: everyday a short form of each property, in `npm run test:deep` the whole, many times over, and in
 * a mutation run a part of the short form.
 */

/** 1 everyday; how many times the whole is asked in depth; a fraction in a mutation run. */
export const factor = Number(process.env.OVERBLIK_DEEP ?? 1);
export const isDeep = factor > 1;

/**
 * How many cases are drawn.
 *
 * @param whole Of the property once, which is asked many times over in depth.
 */
export function cases(everyday: number, whole: number): number {
  return Math.max(1, Math.ceil(factor * (isDeep ? whole : everyday)));
}

/** Of a table everyday every so manieth entry, in depth all. */
export function someOf<Entry>(all: readonly Entry[], every: number, from = 0): readonly Entry[] {
  return isDeep ? all : all.filter((_, index) => index % every === from % every);
}
