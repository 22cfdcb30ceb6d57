import { isObject } from '../../../json/values.ts';
import { queriesOf } from '../places.ts';
import type { ReviewRule } from '../types.ts';

/** Every result that is plausible lies within the bounds: the value asks for nothing. */
export const everyPlausible: ReviewRule = {
  name: 'every-plausible',
  severity: 'warning',
  find: ({ profile }) =>
    queriesOf(profile).flatMap(({ query, path }) => {
      const { value } = query;
      if (!isObject(value) || !isObject(value.plausible)) return [];
      const { min, max } = value.plausible;
      const number = (each: unknown) => (typeof each === 'number' ? each : undefined);
      const [lowest, highest] = [number(min), number(max)];
      const isLowFree =
        lowest !== undefined
          ? (number(value.above) ?? -Infinity) < lowest &&
            (number(value.atLeast) ?? -Infinity) <= lowest
          : number(value.above) === undefined && number(value.atLeast) === undefined;
      const isHighFree =
        highest !== undefined
          ? (number(value.below) ?? Infinity) > highest &&
            (number(value.atMost) ?? Infinity) >= highest
          : number(value.below) === undefined && number(value.atMost) === undefined;
      return isLowFree && isHighFree ? [{ path: [...path, 'value'] }] : [];
    }),
};
