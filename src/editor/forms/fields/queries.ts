/** The fields of record queries, and of what is asked of patients. */
import { queryTypes, type QueryType } from '../../../profile/index.ts';
import { isSpan, recordKinds } from '../../../record/index.ts';
import {
  added,
  group,
  line,
  needed,
  number,
  offered,
  period,
  window,
  type Field,
  type Kind,
  type Part,
} from './kinds.ts';

const texts: Kind = { kind: 'lines', orOne: true };
const list: Kind = { kind: 'lines' };
const source = added('source', line, { label: 'recordSource' });
const bounds = group('bounds');

/** Bounds of a number, or texts of which one is the answer. */
const value: Kind = {
  kind: 'either',
  of: [
    { label: 'valueBounds', kind: bounds },
    { label: 'valueText', kind: group('valueText') },
  ],
};
const pick = offered('pick', {
  kind: 'choice',
  values: ['any', 'latest', 'earliest', 'highest', 'lowest'],
});

/** What is cancelled matches nothing: nobody asks for it. */
function statusesOf(type: QueryType): readonly string[] {
  const kind = recordKinds[type];
  const statuses: readonly string[] = 'statuses' in kind ? kind.statuses : [];
  return statuses.filter((each) => each !== 'cancelled');
}

const statusOf = (type: QueryType) =>
  added('status', { kind: 'choices', values: statusesOf(type) }, { label: 'recordStatus' });

/** What a query of each type can ask beside codes, window and source. */
const furtherFields: Readonly<Partial<Record<QueryType, Part>>> = {
  medication: [added('product', texts), added('strength', group('strength'))],
  service: [added('specialty', texts)],
  appointment: [statusOf('appointment')],
  referral: [statusOf('referral')],
  carePlan: [statusOf('carePlan'), added('maintained', window)],
};

/** Each record type's own status, for items of information. */
export function furtherOf(type: QueryType): Part {
  return furtherFields[type] ?? [];
}

const codesOf = (type: QueryType) => offered('codes', { kind: 'codes', type });
const whenOf = (type: QueryType) => offered('when', { kind: 'window', type });
const count = added('count', group('count'));
const first = added('first', { kind: 'flag' });

/** The types of which one can ask what is new. */
const withFirst: readonly QueryType[] = ['vaccination', 'note', 'correspondence'];

const spanFields: Part = [
  first,
  added('lasting', {
    kind: 'either',
    of: [
      { label: 'lastingAtLeast', kind: period },
      { label: 'lastingBetween', kind: group('lengths') },
    ],
  }),
  added('gap', period),
  added('episodes', group('episodes')),
];

function queryOf(type: QueryType): Part {
  const isResult = type === 'result';
  return [
    codesOf(type),
    ...(isResult ? [added('prefer', preferred)] : []),
    whenOf(type),
    ...(isResult ? [added('value', value), pick] : []),
    count,
    ...(isSpan(type) ? spanFields : withFirst.includes(type) ? [first] : []),
    ...(type === 'medication' ? [added('distinct', group('distinct'))] : []),
    ...furtherOf(type),
    source,
  ];
}

const preferred: Kind = { kind: 'rows', of: { kind: 'codes', type: 'result' }, least: 2 };

/** Records in a window of their own: of a sequence, and what an anchor is on. */
function selectionOf(type: QueryType): Part {
  return [
    codesOf(type),
    whenOf(type),
    ...(type === 'result' ? [added('value', value)] : []),
    ...furtherOf(type),
    source,
  ];
}

/** Spans that are held together: neither window nor count. */
function spanOf(type: QueryType): Part {
  return [codesOf(type), ...furtherOf(type), source];
}

/** Records of one day, and how they are judged. */
function dayOf(type: QueryType): Part {
  return [
    codesOf(type),
    ...(type === 'result' ? [added('value', value), pick] : []),
    ...furtherOf(type),
    source,
  ];
}

export const spanTypes = queryTypes.filter(isSpan);
export const pointTypes = queryTypes.filter((type) => !isSpan(type));

const named = (prefix: string, types: readonly QueryType[], make: (type: QueryType) => Part) =>
  types.map((type) => [`${prefix}.${type}`, make(type)] as const);

const bound = (key: string): Field => offered(key, number);
const unit = offered('unit', { kind: 'line', suggest: 'units' });
/** Of a strength nothing is implausible: the format refuses it. */
const limits: Part = [bound('above'), bound('atLeast'), bound('below'), bound('atMost'), unit];
const plausible = added('plausible', group('plausible'));

/** Parts of queries, by name. */
export const queryParts: readonly (readonly [name: string, part: Part])[] = [
  ...named('query', queryTypes, queryOf),
  ...named('selection', queryTypes, selectionOf),
  ...named('span', spanTypes, spanOf),
  ...named('day', pointTypes, dayOf),
  ['bounds', [...limits, plausible]],
  ['strength', limits],
  ['changeBounds', [...limits, plausible]],
  [
    'plausible',
    [
      offered('min', number, { label: 'plausibleMin' }),
      offered('max', number, { label: 'plausibleMax' }),
    ],
  ],
  ['valueText', [needed('text', list, { label: 'answers' })]],
  ['count', [offered('min', number), offered('max', number), added('apart', period)]],
  [
    'lengths',
    [
      offered('atLeast', period, { label: 'shortest' }),
      offered('atMost', period, { label: 'longest' }),
    ],
  ],
  ['episodes', [added('gap', period)]],
  ['distinct', [needed('level', { kind: 'choice', values: [1, 2, 3, 4, 5] }, { start: 5 })]],
  [
    'measured',
    [
      needed('codes', { kind: 'codes', type: 'result' }),
      offered('when', { kind: 'window', type: 'result' }),
      source,
    ],
  ],
  [
    'patient',
    [
      added('age', group('age'), { start: {} }),
      added('sex', { kind: 'choice', values: ['female', 'male'] }),
      added('listed', { kind: 'choice', values: [true, false] }),
      added('registered', group('registered')),
      added('practitioner', list),
      added('municipality', list),
      added('postalCode', list),
      added('insuranceGroup', { kind: 'choice', values: [1, 2] }),
    ],
  ],
  [
    'age',
    [
      offered('min', { kind: 'ageLimit' }, { label: 'ageFrom' }),
      offered('max', { kind: 'ageLimit' }, { label: 'ageTo' }),
      added('on', { kind: 'edge' }, { label: 'ageOn' }),
    ],
  ],
  ['registered', [needed('when', window)]],
];
