/** The one number without which a marker would not be set: what its reader wants to know of the patient. */
import { recordsIn, type Finding } from '../engine/index.ts';
import {
  resolveCodes,
  textIn,
  type Codes,
  type Criterion,
  type Language,
  type Profile,
  type ResultQuery,
} from '../profile/index.ts';
import { joinedCriteria } from '../profile/joined-criteria.ts';
import type { ResultRecord } from '../record/index.ts';
import { unitExponent } from '../record/units.ts';
import { describeResult, formatValue } from './describe/records.ts';

/** A number in words, and all that can be asked of how it is told. */
export interface DecidingNumber {
  /** With its unit, where that is another than the profile's. */
  readonly value: string;
  /** What was measured, as the profile calls it; then what else it is called. */
  readonly names: readonly [string, ...string[]];
  /** What else the marker asks the numbers of. */
  readonly others: readonly string[];
  /** Whether a medicine that is given decided too. */
  readonly isBesideTreatment: boolean;
}

/** A result that decided; without `query` by other than its own number. */
interface Decider {
  readonly record: ResultRecord;
  readonly query?: ResultQuery;
}

/** By place in the patient's list. */
type Deciders = ReadonlyMap<number, Decider>;

/**
 * The number of a marker that is set, where exactly one result decided and did so by its number. Several, as those of
 * a fall or a mean, are never told as one; nor is what is too old where a newer one is missing.
 *
 * @param finding What decided (`evidenceOf`).
 */
export function decidingNumber(
  when: Criterion,
  finding: Finding,
  profile: Profile,
  language: Language,
): DecidingNumber | undefined {
  const deciders = decidersOf(when, finding);
  const [decider] = deciders.values();
  if (deciders.size !== 1 || !decider?.query || typeof decider.record.value !== 'number')
    return undefined;
  const { record, query } = decider;
  const { asked, missing } = queriesIn(when);
  if (missing.some((each) => isSame(each.codes, query.codes))) return undefined;
  const others = asked.filter((each) => !isSame(each.codes, query.codes));
  const own = namesOf(query.codes, profile, language);
  const text = record.text?.trim();
  return {
    value: valueOf(record, query, language),
    names: [own[0] ?? (text || record.code), ...own.slice(1), ...(text ? [text] : [])],
    others: others.flatMap(({ codes }) => namesOf(codes, profile, language)),
    isBesideTreatment: 'all' in when && when.all.some(isTreatment),
  };
}

/** The results without any one of which it would not be so. */
function decidersOf(criterion: Criterion, finding: Finding): Deciders {
  const { path, branches, records } = finding;
  if ('all' in criterion)
    return inEach(partsOf(criterion.all, `${path}/all`, branches), criterion.all.length);
  if ('any' in criterion) return inEach(partsOf(criterion.any, `${path}/any`, branches), 1);
  if ('atLeast' in criterion)
    return inEach(partsOf(criterion.of, `${path}/of`, branches), criterion.atLeast);
  // It is something that the patient has not: no number of the patient's shows it.
  if ('not' in criterion) return new Map();
  if ('result' in criterion) {
    const { result: query } = criterion;
    if (!query.value) return new Map();
    const isByNumber = !('text' in query.value) && query.count === undefined;
    return byPlace(resultsAmong(records), isByNumber ? query : undefined);
  }
  return byPlace(resultsAmong(recordsIn(finding)));
}

function partsOf(
  criteria: readonly Criterion[],
  path: string,
  branches: readonly Finding[],
): readonly Deciders[] {
  const byPath = new Map(branches.map((branch) => [branch.path, branch]));
  return criteria.flatMap((criterion, at) => {
    const branch = byPath.get(`${path}/${at}`);
    return branch ? [decidersOf(criterion, branch)] : [];
  });
}

/** Those that are in every choice of so many of the parts: they are in all parts but fewer than that many. */
function inEach(parts: readonly Deciders[], needed: number): Deciders {
  const found = new Map<number, Decider>();
  const counts = new Map<number, number>();
  for (const part of parts)
    for (const [place, decider] of part) {
      if (!found.get(place)?.query) found.set(place, decider);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  return new Map([...found].filter(([place]) => counts.get(place)! > parts.length - needed));
}

function byPlace(records: readonly ResultRecord[], query?: ResultQuery): Deciders {
  return new Map(records.map((record) => [record.index, query ? { record, query } : { record }]));
}

function resultsAmong(records: Finding['records']): readonly ResultRecord[] {
  return records.filter((record) => record.type === 'result');
}

/** The results whose numbers a criterion asks for, and those that it asks to be missing. */
function queriesIn(criterion: Criterion): {
  readonly asked: readonly ResultQuery[];
  readonly missing: readonly ResultQuery[];
} {
  const asked: ResultQuery[] = [];
  const missing: ResultQuery[] = [];
  add(criterion, asked);
  return { asked, missing };

  function add(each: Criterion, to: ResultQuery[]): void {
    if ('not' in each) return add(each.not, missing);
    if ('result' in each) to.push(each.result);
    for (const part of joinedCriteria(each)) add(part, to);
  }
}

function isTreatment(criterion: Criterion): boolean {
  return 'any' in criterion ? criterion.any.every(isTreatment) : 'medication' in criterion;
}

function isSame(one: Codes | undefined, other: Codes | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the profile calls what has some codes: as its items do, for those are the words of its columns. */
function namesOf(
  codes: Codes | undefined,
  profile: Profile,
  language: Language,
): readonly string[] {
  if (codes === undefined) return [];
  const items = profile.information.flatMap((item) =>
    item.type === 'result' && 'codes' in item && isSame(item.codes, codes) ? [item.title] : [],
  );
  const sets = resolveCodes(profile, codes);
  const titles = sets.length === 1 ? sets.flatMap(({ title }) => title ?? []) : [];
  return [...items, ...titles].map((title) => textIn(title, language));
}

/** The value alone, where it is told in the unit that the profile asks in. */
function valueOf(record: ResultRecord, { value }: ResultQuery, language: Language): string {
  const usual = value && 'unit' in value ? value.unit : undefined;
  const isUsual =
    usual !== undefined && (record.unit === undefined || unitExponent(record.unit, usual) === 0);
  return isUsual ? formatValue(record, language) : describeResult(record, language);
}
