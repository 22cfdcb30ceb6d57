/**
 * The rules in ELM, the form that CQL compiles to, written by hand. What lasts (R16) is left out: ELM's
 * `collapse` could say it, but cql-execution is too slow to tell anything new by it.
 */
import type { RuleId } from './rules.ts';

const system = '{urn:hl7-org:elm-types:r1}';

export type Node = Readonly<Record<string, unknown>>;

/** Named expressions: `member`, and for the dementia profile its markers. */
export const definitions: Partial<Readonly<Record<RuleId, Readonly<Record<string, Node>>>>> = {
  diagnosis: member(some('Diagnosis', both(upTo('from'), coded('T90')))),
  medication: member(some('Medication', both(now(), coded('C10AA')))),
  count: member({
    type: 'GreaterOrEqual',
    operand: [
      {
        type: 'Count',
        source: records(
          'Service',
          both(
            both(upTo('at'), orAfter(property('at'), later(asOf(), -12))),
            among('0101', '0120', '0105'),
          ),
        ),
      },
      integer(3),
    ],
  }),
  latest: member({
    type: 'Less',
    operand: [
      {
        type: 'Property',
        path: 'value',
        source: {
          type: 'Last',
          source: {
            ...records('Result', both(among('DNK35302'), upTo('at'))),
            sort: { by: [{ type: 'ByColumn', path: 'at', direction: 'asc' }] },
          },
        },
      },
      { type: 'Literal', valueType: `${system}Decimal`, value: '45' },
    ],
  }),
  polypharmacy: member({
    type: 'GreaterOrEqual',
    operand: [
      {
        type: 'Count',
        source: {
          ...records('Medication', now()),
          return: {
            distinct: true,
            expression: {
              type: 'Substring',
              stringToSub: property('code'),
              startIndex: integer(0),
              length: integer(7),
            },
          },
        },
      },
      integer(10),
    ],
  }),
  concurrent: member({
    type: 'Exists',
    operand: {
      type: 'Query',
      source: ['C03', 'C09', 'M01A'].map((code) => ({
        alias: code,
        expression: records(
          'Medication',
          both(coded(code), both(upTo('from'), goesOnAt(later(asOf(), -12)))),
        ),
      })),
      relationship: [],
      where: orBefore(
        {
          type: 'Max',
          source: list(['C03', 'C09', 'M01A'].map((alias) => property('from', alias))),
        },
        {
          type: 'Min',
          source: list(
            ['C03', 'C09', 'M01A'].map((alias) => ({
              type: 'Coalesce',
              operand: [property('to', alias), asOf()],
            })),
          ),
        },
      ),
    },
  }),
  sequence: member({
    type: 'Exists',
    operand: {
      type: 'Query',
      source: [
        { alias: 'D', expression: records('Diagnosis', both(upTo('from'), coded('T90'))) },
        { alias: 'N', expression: records('Result', both(among('NPU27300'), upTo('at'))) },
      ],
      relationship: [],
      where: both(
        orBefore(property('from', 'D'), property('at', 'N')),
        orBefore(property('at', 'N'), later(property('from', 'D'), 6)),
      ),
    },
  }),
  anchor: member({
    type: 'Exists',
    operand: {
      type: 'Query',
      source: [{ alias: 'D', expression: list([firstDiagnosis('T90')]) }],
      relationship: [],
      where: both(orBefore(property('from', 'D'), asOf()), {
        type: 'Not',
        operand: some(
          'Result',
          both(
            among('NPU27300'),
            both(
              orBefore(property('at'), property('from', 'D')),
              orAfter(property('at'), later(property('from', 'D'), -12)),
            ),
          ),
        ),
      }),
    },
  }),
  change: member({
    type: 'Less',
    operand: [
      { type: 'Subtract', operand: [0, 1].map(latestEgfr) },
      { type: 'Literal', valueType: `${system}Decimal`, value: '-5' },
    ],
  }),
  apart: member({
    type: 'Exists',
    operand: {
      type: 'Query',
      source: ['A', 'B'].map((alias) => ({
        alias,
        expression: records(
          'Result',
          both(
            both(upTo('at'), orAfter(property('at'), later(asOf(), -60))),
            both(among('DNK35302'), {
              type: 'Less',
              operand: [
                property('value'),
                { type: 'Literal', valueType: `${system}Decimal`, value: '60' },
              ],
            }),
          ),
        ),
      })),
      relationship: [],
      where: orAfter(property('at', 'B'), later(property('at', 'A'), 90, 'days')),
    },
  }),
  dementia: {
    ...member(
      either(
        some(
          'Diagnosis',
          both(upTo('from'), either(coded('P70'), either(coded('P20'), coded('P15')))),
        ),
        some(
          'Medication',
          both(
            now(),
            either(
              either(coded('N06DA02'), coded('N06DA03')),
              either(coded('N06DA04'), coded('N06DX01')),
            ),
          ),
        ),
      ),
    ),
    antipsychotics: some('Medication', both(now(), coded('N05A'))),
    benzodiazepines: some(
      'Medication',
      both(now(), either(coded('N05CD'), either(coded('N05BA'), coded('N03AE')))),
    ),
    other: some('Medication', both(now(), coded('N05CF'))),
    untested: {
      type: 'Not',
      operand: some('Result', both(among('MCS88042', 'MCS88198'), upTo('at'))),
    },
  },
};

/** A whole library around the expressions. */
export function libraryOf(expressions: Readonly<Record<string, Node>>): Node {
  return {
    library: {
      identifier: { id: 'bench', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: {
        def: [
          {
            name: 'asOf',
            accessLevel: 'Public',
            parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: `${system}Date` },
          },
        ],
      },
      statements: {
        def: Object.entries({ Patient: patient(), ...expressions }).map(([name, expression]) => ({
          name,
          context: 'Patient',
          accessLevel: 'Public',
          expression,
        })),
      },
    },
  };
}

function member(criterion: Node): Readonly<Record<string, Node>> {
  const own = (path: string): Node => ({
    type: 'Property',
    path,
    source: { type: 'ExpressionRef', name: 'Patient' },
  });
  const alive = either(
    { type: 'IsNull', operand: own('died') },
    { type: 'After', operand: [own('died'), asOf()] },
  );
  return { member: both(both(orBefore(own('born'), asOf()), alive), criterion) };
}

function patient(): Node {
  return { type: 'SingletonFrom', operand: { type: 'Retrieve', dataType: 'Patient' } };
}

function some(type: string, where: Node): Node {
  return { type: 'Exists', operand: records(type, where) };
}

function records(type: string, where: Node): Node {
  return {
    type: 'Query',
    source: [{ alias: 'R', expression: { type: 'Retrieve', dataType: type } }],
    relationship: [],
    where,
  };
}

function firstDiagnosis(prefix: string): Node {
  return {
    type: 'First',
    source: {
      ...records('Diagnosis', coded(prefix)),
      sort: { by: [{ type: 'ByColumn', path: 'from', direction: 'asc' }] },
    },
  };
}

/** The value of the latest, or of the one so many before it; null where there is none. */
function latestEgfr(place: number): Node {
  return {
    type: 'Property',
    path: 'value',
    source: {
      type: 'Indexer',
      operand: [
        {
          ...records('Result', both(among('DNK35302'), upTo('at'))),
          sort: { by: [{ type: 'ByColumn', path: 'at', direction: 'desc' }] },
        },
        integer(place),
      ],
    },
  };
}

function property(path: string, scope = 'R'): Node {
  return { type: 'Property', path, scope };
}

function coded(prefix: string): Node {
  return { type: 'StartsWith', operand: [property('code'), text(prefix)] };
}

function among(...codes: readonly string[]): Node {
  return { type: 'In', operand: [property('code'), list(codes.map(text))] };
}

function upTo(path: string): Node {
  return orBefore(property(path), asOf());
}

function now(): Node {
  return both(upTo('from'), goesOnAt(asOf()));
}

function goesOnAt(day: Node): Node {
  return either({ type: 'IsNull', operand: property('to') }, orAfter(property('to'), day));
}

function later(day: Node, number: number, unit: 'months' | 'days' = 'months'): Node {
  return {
    type: number < 0 ? 'Subtract' : 'Add',
    operand: [day, { type: 'Quantity', value: Math.abs(number), unit }],
  };
}

function orBefore(first: Node, second: Node): Node {
  return { type: 'SameOrBefore', operand: [first, second] };
}

function orAfter(first: Node, second: Node): Node {
  return { type: 'SameOrAfter', operand: [first, second] };
}

function both(first: Node, second: Node): Node {
  return { type: 'And', operand: [first, second] };
}

function either(first: Node, second: Node): Node {
  return { type: 'Or', operand: [first, second] };
}

function list(element: readonly Node[]): Node {
  return { type: 'List', element };
}

function asOf(): Node {
  return { type: 'ParameterRef', name: 'asOf' };
}

function text(value: string): Node {
  return { type: 'Literal', valueType: `${system}String`, value };
}

function integer(value: number): Node {
  return { type: 'Literal', valueType: `${system}Integer`, value: String(value) };
}
