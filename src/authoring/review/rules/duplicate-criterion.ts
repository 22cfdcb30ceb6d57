import { pointer } from '../../../json/paths.ts';
import { keyOf } from '../../logic/asked.ts';
import { listsOf, removal } from '../places.ts';
import type { Found, ReviewRule } from '../types.ts';

/** The same criterion twice in one list. In a list of which so many are needed, leaving one out is another rule. */
export const duplicateCriterion: ReviewRule = {
  name: 'duplicate-criterion',
  severity: 'warning',
  find: ({ profile }) =>
    listsOf(profile).flatMap(({ key, parts, path }) => {
      const first = new Map<string, number>();
      return parts.flatMap((part, index): readonly Found[] => {
        const own = keyOf(part, profile);
        const other = first.get(own);
        if (other === undefined) {
          first.set(own, index);
          return [];
        }
        const place = [...path, index];
        return [
          {
            path: place,
            details: { other: pointer([...path, other]) },
            ...(key === 'of' ? {} : { fix: removal(place) }),
          },
        ];
      });
    }),
};
