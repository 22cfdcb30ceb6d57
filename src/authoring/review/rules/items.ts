import { keyOf } from '../../logic/asked.ts';
import type { ReviewRule } from '../types.ts';

/** Two items show the same. */
export const duplicateItem: ReviewRule = {
  name: 'duplicate-item',
  severity: 'warning',
  find({ profile }) {
    const first = new Map<string, string>();
    return profile.information.flatMap((item, index) => {
      // An item without codes tells what cannot be asked: several may be such.
      if ('uncoded' in item && item.uncoded) return [];
      const { id, title: _title, ...rest } = item;
      const { description: _, ...asked } = rest as typeof rest & { readonly description?: unknown };
      const key = keyOf(asked, profile);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, id);
        return [];
      }
      return [
        {
          path: ['information', index],
          details: { other },
          fix: [{ op: 'remove', path: `/information/${index}` }],
        },
      ];
    });
  },
};
