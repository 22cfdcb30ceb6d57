/** The fields of the profile itself, of its lists' entries, and of what tells about it. */
import { queryTypes, type QueryType } from '../../../profile/index.ts';
import { furtherOf } from './queries.ts';
import {
  added,
  criterion,
  date,
  group,
  line,
  localText,
  longText,
  needed,
  offered,
  prose,
  section,
  type Kind,
  type Part,
} from './kinds.ts';

const patientFields = [
  'cpr',
  'name',
  'age',
  'sex',
  'birthDate',
  'address',
  'municipality',
  'insuranceGroup',
  'practitioner',
  'phone',
];

const itemType: Kind = { kind: 'choice', values: ['patient', ...queryTypes] };
const condition = added('condition', criterion);
const itemHead: Part = [
  needed('title', localText),
  needed('type', itemType, { label: 'itemType' }),
];
const itemTail: Part = [added('description', longText), condition, needed('id', line)];

/** A record item asks what a query of its type asks, and how it is shown. */
function recordItem(type: QueryType): Part {
  return [
    ...itemHead,
    offered('codes', { kind: 'codes', type }),
    added('uncoded', longText),
    offered('when', { kind: 'window', type }),
    offered('show', { kind: 'choice', values: ['list', 'latest', 'trend', 'count', 'next'] }),
    ...furtherOf(type),
    added('source', line, { label: 'recordSource' }),
    ...itemTail,
  ];
}

/** Parts of the document that are no criteria, by name. */
export const entryParts: readonly (readonly [name: string, part: Part])[] = [
  [
    'profile',
    [
      needed('title', localText),
      needed('purpose', { kind: 'rows', of: longText, least: 1 }),
      added('description', longText),
      needed('id', line, { label: 'profileId' }),
      needed('version', line),
      offered('status', { kind: 'choice', values: ['draft', 'published', 'retired'] }),
      offered('validFrom', date),
      offered('validTo', date),
      needed('population', section),
      needed('information', section),
      offered('markers', section),
      offered('indicators', section),
      offered('messages', section),
      offered('codes', section, { label: 'codeSets' }),
      offered('references', section),
      offered('about', section),
      needed('format', { kind: 'fixed' }),
      offered('$schema', { kind: 'fixed' }),
    ],
  ],
  ['reference', [needed('title', prose, { label: 'referenceTitle' }), added('url', line)]],
  ['population', [needed('include', criterion), added('exclude', criterion)]],
  [
    'about',
    [
      added('short', localText, { label: 'shortTitle' }),
      added('audience', { kind: 'rows', of: localText }),
      added('authors', { kind: 'lines' }),
      added('approvedBy', { kind: 'rows', of: group('approval'), least: 1 }),
      added('reviewed', date),
      added('nextReview', date),
      added('origin', longText),
      added('codeSystems', { kind: 'rows', of: group('codeSystemRelease') }),
      added('derivedFrom', group('derivedFrom')),
      added('changes', { kind: 'rows', of: group('changeNote') }),
      offered('tests', { kind: 'tests' }),
    ],
  ],
  [
    'codeSystemRelease',
    [
      needed('system', { kind: 'line', suggest: 'systems' }),
      needed('release', line),
      offered('on', date, { label: 'releasedOn' }),
    ],
  ],
  ['derivedFrom', [needed('id', line, { label: 'profileId' }), needed('version', line)]],
  [
    'approval',
    [
      needed('name', prose, { label: 'approver' }),
      offered('on', date, { label: 'approvedOn' }),
      offered('until', date, { label: 'approvedUntil' }),
      added('url', line),
    ],
  ],
  [
    'changeNote',
    [
      needed('version', line),
      offered('on', date, { label: 'changedOn' }),
      needed('text', longText, { label: 'changeText' }),
      added('source', prose, { label: 'ruleSource' }),
    ],
  ],
  [
    'codeSet',
    [
      added('title', localText),
      needed('system', { kind: 'line', suggest: 'systems' }),
      needed('include', { kind: 'lines' }, { label: 'includeCodes' }),
      added('exclude', { kind: 'lines' }, { label: 'excludeCodes' }),
      added('names', { kind: 'named', of: localText }, { label: 'codeNames' }),
    ],
  ],
  [
    'item.patient',
    [...itemHead, needed('field', { kind: 'choice', values: patientFields }), ...itemTail],
  ],
  ...queryTypes.map((type) => [`item.${type}`, recordItem(type)] as const),
  [
    'marker',
    [
      needed('title', localText),
      needed('level', { kind: 'choice', values: ['critical', 'warning', 'info'] }),
      needed('when', criterion, { label: 'markerWhen' }),
      added('short', localText, { label: 'shortMarker' }),
      added('advice', longText),
      added('source', prose, { label: 'ruleSource' }),
      needed('id', line),
    ],
  ],
  [
    'indicator',
    [
      needed('title', localText),
      needed('numerator', criterion),
      added('denominator', criterion),
      added('except', criterion),
      offered('better', { kind: 'choice', values: ['higher', 'lower'] }),
      added('why', longText),
      added('source', prose, { label: 'ruleSource' }),
      needed('id', line),
    ],
  ],
  [
    'message',
    [
      needed('title', localText, { label: 'messageTitle' }),
      needed('body', { kind: 'localText', isLong: true, placeholders: true }),
      needed('id', line),
    ],
  ],
];

/** What each list of the profile holds. */
export const sections = {
  purpose: { kind: 'rows', of: longText, least: 1 },
  references: { kind: 'rows', of: group('reference') },
  information: { kind: 'rows', of: group('item') },
  markers: { kind: 'rows', of: group('marker') },
  indicators: { kind: 'rows', of: group('indicator') },
  messages: { kind: 'rows', of: group('message') },
  codes: { kind: 'named', of: group('codeSet') },
  population: group('population'),
  about: group('about'),
} as const satisfies Readonly<Record<string, Kind>>;
export type SectionName = keyof typeof sections;
