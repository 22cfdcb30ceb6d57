import { isObject } from '../../json/values.ts';
import { parsePeriod, roughDays } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** A window without `to` ends at the date of evaluation (R6): one that begins after it, relative to it, has no day. */
export const closedWindows: ObjectCheck = {
  name: 'closed-windows',
  severity: 'error',
  scope: 'object',
  find({ when }, path) {
    if (
      !isObject(when) ||
      typeof when.from !== 'string' ||
      !when.from.startsWith('+') ||
      when.to !== undefined
    )
      return [];
    const period = parsePeriod(when.from);
    if (!period || roughDays(period) <= 0) return [];
    const suggestion = `-${when.from.slice(1)}`;
    return [{ path: [...path, 'when', 'from'], code: 'window-closed', details: { suggestion } }];
  },
};
