/** The fields of criteria, by the key that tells which kind each is. */
import { queryTypes } from '../../../profile/index.ts';
import {
  added,
  criterion,
  group,
  needed,
  number,
  offered,
  period,
  type Kind,
  type Part,
} from './kinds.ts';
import { pointTypes, spanTypes } from './queries.ts';

const criteria: Kind = { kind: 'criteria' };
const selection: Kind = { kind: 'typed', types: queryTypes, parts: 'selection' };

/** The fields of a criterion, by its first key. */
export const criterionParts: readonly (readonly [name: string, part: Part])[] = [
  ['criterion.all', [needed('all', criteria)]],
  ['criterion.any', [needed('any', criteria)]],
  ['criterion.not', [needed('not', criterion)]],
  [
    'criterion.atLeast',
    [
      needed('atLeast', number, { label: 'atLeastOf' }),
      needed('of', criteria, { label: 'ofThese' }),
    ],
  ],
  ['criterion.anchor', [needed('anchor', group('anchor'))]],
  ['criterion.patient', [needed('patient', group('patient'))]],
  ...queryTypes.map(
    (type) => [`criterion.${type}`, [needed(type, group(`query.${type}`))]] as const,
  ),
  ['criterion.concurrent', [needed('concurrent', group('concurrent'))]],
  ['criterion.sequence', [needed('sequence', group('sequence'))]],
  ['criterion.change', [needed('change', group('change'))]],
  ['criterion.sameDay', [needed('sameDay', group('sameDay'))]],
  [
    'anchor',
    [
      needed('on', selection, { label: 'anchorOn' }),
      needed('pick', { kind: 'choice', values: ['latest', 'earliest'] }, { label: 'anchorPick' }),
      offered('at', { kind: 'choice', values: ['end'] }, { label: 'anchorAt' }),
      needed('is', criterion, { label: 'anchorIs' }),
    ],
  ],
  [
    'concurrent',
    [
      needed(
        'of',
        {
          kind: 'rows',
          of: { kind: 'typed', types: spanTypes, parts: 'span' },
          least: 2,
          most: 20,
        },
        { label: 'concurrentOf' },
      ),
      offered('when', { kind: 'window', type: 'medication' }),
      added('lasting', period),
    ],
  ],
  [
    'sequence',
    [
      needed('of', { kind: 'rows', of: selection, least: 2, most: 2 }, { label: 'sequenceOf' }),
      needed('within', period),
    ],
  ],
  [
    'change',
    [
      needed('of', group('measured'), { label: 'changeOf' }),
      needed(
        'from',
        { kind: 'choice', values: ['previous', 'earliest', 'highest', 'lowest'] },
        { label: 'changeFrom' },
      ),
      needed('value', group('changeBounds'), { label: 'changeValue' }),
    ],
  ],
  [
    'sameDay',
    [
      needed(
        'of',
        {
          kind: 'rows',
          of: { kind: 'typed', types: pointTypes, parts: 'day' },
          least: 2,
          most: 20,
        },
        { label: 'sameDayOf' },
      ),
      offered('when', { kind: 'window', type: 'result' }),
    ],
  ],
];
