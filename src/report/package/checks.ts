/** The rules of a cluster package that need more of it than one place. */
import { valueAt, type Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { codeEntries } from '../../profile/checks/code-entries.ts';
import { validity } from '../../profile/checks/validity.ts';
import type { Violation } from '../../profile/issues.ts';
import { parsePeriod, roughDays } from '../../record/period.ts';
import type { GateQuestion } from './types.ts';

/** The three questions, in their order. */
export const gateQuestions: readonly GateQuestion[] = ['relevant', 'canTell', 'canAct'];

/** Finds what a document of any structure breaks of these rules; its structure is the schema's matter. */
export function checksOfPackage(json: unknown): readonly Violation[] {
  return [
    ...profilesNamedTwice(json),
    ...indicatorsOfOthers(json),
    ...indicatorsNamedTwice(json),
    ...questionsOfOthers(json),
    ...activitiesNamedTwice(json),
    ...activitiesOfAll(json),
    ...activityCodes(json),
    ...gateLeftOpen(json),
    ...followUpTooShort(json),
    ...validity.find(json),
  ];
}

/** An entry of a list, and where it stands. */
interface Entry {
  readonly entry: JsonObject;
  readonly path: Path;
}

function entriesOf(json: unknown, list: string): readonly Entry[] {
  const entries = valueAt(json, [list]);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, at) =>
    isObject(entry) ? [{ entry, path: [list, at] }] : [],
  );
}

function profileIds(json: unknown): readonly string[] {
  return entriesOf(json, 'profiles').flatMap(({ entry: { id } }) =>
    typeof id === 'string' ? [id] : [],
  );
}

function profilesNamedTwice(json: unknown): readonly Violation[] {
  const ids = entriesOf(json, 'profiles');
  return ids.flatMap(({ entry: { id }, path }, at) =>
    typeof id === 'string' && ids.findIndex(({ entry }) => entry['id'] === id) < at
      ? [{ path: [...path, 'id'], code: 'duplicate-profile', details: { name: id } }]
      : [],
  );
}

function indicatorsOfOthers(json: unknown): readonly Violation[] {
  const names = profileIds(json);
  return entriesOf(json, 'indicators').flatMap(({ entry: { profile }, path }) =>
    typeof profile === 'string' && !names.includes(profile)
      ? [
          {
            path: [...path, 'profile'],
            code: 'unknown-profile',
            details: { name: profile, names },
            misspelt: { word: profile, known: () => names },
          },
        ]
      : [],
  );
}

/** Indicators as they are told apart: those of one profile by their id. */
function keyOf({ profile, indicator }: JsonObject): string {
  return `${String(profile)} ${String(indicator)}`;
}

function indicatorsNamedTwice(json: unknown): readonly Violation[] {
  const keys = new Set<string>();
  return entriesOf(json, 'indicators').flatMap(({ entry, path }) => {
    const key = keyOf(entry);
    if (!keys.has(key)) {
      keys.add(key);
      return [];
    }
    const details = { name: entry['indicator'] };
    return [{ path: [...path, 'indicator'], code: 'duplicate-indicator', details }];
  });
}

function activitiesNamedTwice(json: unknown): readonly Violation[] {
  const all = entriesOf(json, 'activities');
  return all.flatMap(({ entry: { id }, path }, at) =>
    typeof id === 'string' && all.findIndex(({ entry }) => entry['id'] === id) < at
      ? [{ path: [...path, 'id'], code: 'duplicate-activity', details: { name: id } }]
      : [],
  );
}

/** Of all plans and of each kind of them together more is told than of each: a whole and its parts add up. */
function activitiesOfAll(json: unknown): readonly Violation[] {
  const all = entriesOf(json, 'activities');
  if (all.length < 2) return [];
  return all
    .filter(({ entry }) => entry['codes'] === undefined)
    .map(({ path }) => ({ path, code: 'activity-of-all', details: {} }));
}

/** A code that matches nothing would count nobody, in silence. */
function activityCodes(json: unknown): readonly Violation[] {
  return entriesOf(json, 'activities').flatMap(({ entry, path }) => {
    const sets = entry['codes'];
    if (!Array.isArray(sets)) return [];
    return sets.flatMap((set: unknown, at) =>
      isObject(set) ? codeEntries.find(set, [...path, 'codes', at], json) : [],
    );
  });
}

function questionsOfOthers(json: unknown): readonly Violation[] {
  const known = entriesOf(json, 'indicators').map(({ entry }) => entry);
  return entriesOf(json, 'questions').flatMap(({ entry, path }): readonly Violation[] => {
    const { profile, indicator } = entry;
    if ((profile === undefined) !== (indicator === undefined))
      return [{ path, code: 'question-indicator', details: {} }];
    if (typeof indicator !== 'string' || known.some((each) => keyOf(each) === keyOf(entry)))
      return [];
    const names = known
      .filter((each) => each['profile'] === profile)
      .map((each) => String(each['indicator']));
    return [
      {
        path: [...path, 'indicator'],
        code: 'unknown-indicator',
        details: { name: indicator, profile, names },
        misspelt: { word: indicator, known: () => names },
      },
    ];
  });
}

/** A package that is no draft has passed its gate. */
function gateLeftOpen(json: unknown): readonly Violation[] {
  const gate = valueAt(json, ['gate']);
  if (!isObject(gate) || valueAt(json, ['status']) === 'draft') return [];
  return gateQuestions
    .filter((question) => gate[question] === undefined)
    .map((question) => ({ path: ['gate', question], code: 'gate-open', details: { question } }));
}

function followUpTooShort(json: unknown): readonly Violation[] {
  const period = valueAt(json, ['followUp', 'period']);
  const parsed = typeof period === 'string' ? parsePeriod(period) : undefined;
  return parsed && roughDays(parsed) < 1
    ? [{ path: ['followUp', 'period'], code: 'follow-up-short', details: {} }]
    : [];
}
