/** The words for how a list is looked at: filters, sort, priority. */
import type { ByLanguage } from '../language.ts';
import { formatCount, plural } from '../numbers.ts';

type Rule = 'critical' | 'warning' | 'info' | 'missing-control' | 'undecided-markers' | 'age';
type Range =
  | 'this-week'
  | 'next-30-days'
  | 'next-3-months'
  | 'last-3-months'
  | 'last-12-months'
  | 'over-12-months'
  | 'over-24-months';
type State = 'value' | 'none' | 'unknown' | 'not-asked';

export interface ViewPhrases {
  readonly search: string;
  readonly order: readonly [ascending: string, descending: string];
  readonly priority: string;
  readonly byName: string;
  readonly rules: Readonly<Record<Rule, string>>;
  /** Of filters of which one is enough. */
  readonly anyOf: (filters: readonly string[]) => string;
  readonly and: string;
  readonly or: string;
  readonly from: string;
  readonly to: string;
  /** Of a date. */
  readonly ranges: Readonly<Record<Range, string>>;
  /** How old what is over so long ago is, of a result. */
  readonly olderThan: (months: number) => string;
  readonly contains: string;
  readonly leftUndecided: (count: number) => string;
  readonly states: Readonly<Record<State, string>>;
  readonly noMarkers: string;
  /** Of whom something is not so, or nobody can say. */
  readonly answers: Readonly<Record<'no' | 'unknown', (name: string) => string>>;
  /** Of those who are dealt with in the round. */
  readonly doneHidden: (count: number) => string;
  readonly doneLast: string;
  readonly groupedBy: (title: string) => string;
  /** What rows are in groups by where each is at its gravest marker. */
  readonly gravestMarker: string;
}

export const viewPhrases: ByLanguage<ViewPhrases> = {
  da: {
    search: 'søgning',
    order: ['stigende', 'faldende'],
    priority: 'mest sårbare først',
    byName: 'efter navn',
    rules: {
      critical: 'flest alvorlige',
      warning: 'flest obs.',
      info: 'flest info',
      'missing-control': 'mangler kontrol',
      'undecided-markers': 'flest uafgjorte markører',
      age: 'ældst',
    },
    anyOf: (filters) => `mindst ét af disse: ${filters.map((each) => `(${each})`).join(', ')}`,
    and: ' og ',
    or: ' eller ',
    from: 'fra',
    to: 'til',
    ranges: {
      'this-week': 'denne uge',
      'next-30-days': 'de næste 30 dage',
      'next-3-months': 'de næste 3 mdr.',
      'last-3-months': 'de seneste 3 mdr.',
      'last-12-months': 'de seneste 12 mdr.',
      'over-12-months': 'mere end 12 mdr. siden',
      'over-24-months': 'mere end 24 mdr. siden',
    },
    olderThan: (months) => `ældre end ${months} mdr.`,
    contains: 'indeholder',
    leftUndecided: (count) => ` (${plural(count, ['uafgjort', 'uafgjorte'], 'da')})`,
    states: {
      value: 'har værdi',
      none: 'ingen registreret',
      unknown: 'kan ikke afgøres',
      'not-asked': 'ikke relevant',
    },
    noMarkers: 'ingen markører',
    answers: {
      no: (name) => `${name}: nej`,
      unknown: (name) => `${name}: kan ikke afgøres`,
    },
    doneHidden: (count) => `${plural(count, ['færdig', 'færdige'], 'da')} skjult`,
    doneLast: 'færdige nederst',
    groupedBy: (title) => `i grupper efter ${title}`,
    gravestMarker: 'alvorligste markør',
  },
  en: {
    search: 'search',
    order: ['ascending', 'descending'],
    priority: 'most vulnerable first',
    byName: 'by name',
    rules: {
      critical: 'most serious',
      warning: 'most attention',
      info: 'most info',
      'missing-control': 'missing a control',
      'undecided-markers': 'most undetermined markers',
      age: 'oldest',
    },
    anyOf: (filters) => `at least one of these: ${filters.map((each) => `(${each})`).join(', ')}`,
    and: ' and ',
    or: ' or ',
    from: 'from',
    to: 'to',
    ranges: {
      'this-week': 'this week',
      'next-30-days': 'the next 30 days',
      'next-3-months': 'the next 3 months',
      'last-3-months': 'the last 3 months',
      'last-12-months': 'the last 12 months',
      'over-12-months': 'more than 12 months ago',
      'over-24-months': 'more than 24 months ago',
    },
    olderThan: (months) => `older than ${months} months`,
    contains: 'contains',
    leftUndecided: (count) => ` (${formatCount(count, 'en')} undetermined)`,
    states: {
      value: 'has a value',
      none: 'none recorded',
      unknown: 'cannot be determined',
      'not-asked': 'does not apply',
    },
    noMarkers: 'no markers',
    answers: {
      no: (name) => `${name}: no`,
      unknown: (name) => `${name}: cannot be determined`,
    },
    doneHidden: (count) => `${formatCount(count, 'en')} done hidden`,
    doneLast: 'those done last',
    groupedBy: (title) => `in groups by ${title}`,
    gravestMarker: 'most serious marker',
  },
};
