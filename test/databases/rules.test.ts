/** The rules worked by hand, in each database that is installed. */
import { describe } from 'vitest';
import { cases } from '../engine/cases.ts';
import { askByHand } from '../engine/sql/by-hand.ts';
import { databases } from './databases.ts';

describe.each(databases)('in %s', (_, open) => {
  askByHand(
    open,
    cases.map((_, index) => index),
  );
});
