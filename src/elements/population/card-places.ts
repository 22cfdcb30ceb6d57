/** What of a row stands on its card, in a panel too narrow for columns, and where. */
import type { Column } from '../../model/index.ts';
import type { CardPlace } from '../grid/types.ts';

/** Before the values that the user asks for, and after them. */
const values = 10;
const foot = 1000;

/**
 * Who it is; the number that opens the journal and the next appointment; why first; the lists of a combined one; how far
 * the round has come. Of the
 * other columns those that the user has asked for, and those that the rows are sorted by: no order without its reason.
 *
 * @param index The column's place among all.
 * @param isAsked Whether the user has chosen the column, or sorted by it.
 */
export function cardPlaceOf(
  { kind, stays, item, activation }: Column,
  index: number,
  isAsked: boolean,
): CardPlace | undefined {
  switch (kind) {
    case 'name':
      return { block: 0, width: 140, grows: true, look: 'title' };
    case 'age':
      return { block: 0, width: 56, align: 'end' };
    case 'cpr':
      return { block: 1, width: 114 };
    case 'reasons':
      return { block: 2, lines: 1 };
    case 'lists':
      return { block: 3, lines: 1 };
    case 'status':
      // Of a combined list it is set on each of its lists.
      return { block: foot, width: 190, ...(activation === 'status' ? { look: 'act' } : {}) };
    case 'note':
      return { block: foot, width: 48, grows: true };
    case 'why':
      if (stays) return { block: 2, lines: 2 };
      break;
    case 'item':
      if (stays && item?.type === 'appointment')
        return {
          ...{ block: 1, width: 108, grows: true, align: 'end' },
          ...{ isLabelled: true, sign: 'calendar' },
        };
  }
  return isAsked ? { block: values + index, width: 150, grows: true, isLabelled: true } : undefined;
}
