/** Makes up a test patient for what no test patient makes true, or false. What is made is run before it is answered. */
import { finish } from '../../engine/index.ts';
import { proposedTestTitle } from '../../i18n/phrases/profile-tests.ts';
import { keysOf } from '../../json/paths.ts';
import type { Criterion, Profile, ProfileTest } from '../../profile/index.ts';
import { listNames, type CalendarDate, type RecordType } from '../../record/index.ts';
import { criterionAt } from '../criteria.ts';
import { isMet, isUnmet, together, type MadeUp } from './made-up.ts';
import { runProfileTestsInSteps } from './run.ts';
import type { TestCoverage } from './types.ts';

/** What is to come out. */
export type ProposedAnswer = 'yes' | 'no';

/**
 * A test patient of whom something comes out as wanted, with that as the expected answer; undefined where none can be
 * made up by the criterion alone.
 *
 * @param target What is to be tested, as it is counted (`ProfileTestRun.coverage`).
 * @param on The day of the test.
 */
export function proposeTest(
  profile: Profile,
  target: Pick<TestCoverage, 'path' | 'kind' | 'id' | 'name'>,
  wanted: ProposedAnswer,
  on: CalendarDate,
): ProfileTest | undefined {
  const expect = expectationOf(target, wanted);
  for (const made of madeFor(profile, target, wanted)) {
    const test = testOf(made, proposedTestTitle(target.name, wanted), on, expect);
    if (comesOut(profile, test)) return test;
  }
  return undefined;
}

function expectationOf(
  { kind, id = '', path }: Pick<TestCoverage, 'path' | 'kind' | 'id'>,
  wanted: ProposedAnswer,
): ProfileTest['expect'] {
  switch (kind) {
    case 'population':
      return { population: wanted };
    case 'marker':
      return { markers: { [id]: wanted } };
    case 'indicator':
      return { indicators: { [id]: wanted } };
    default:
      return { criteria: { [path]: wanted } };
  }
}

/** Patients that may come out so. Of markers and indicators members alone are asked (R22). */
function* madeFor(
  profile: Profile,
  { kind, id, path }: Pick<TestCoverage, 'path' | 'kind' | 'id'>,
  wanted: ProposedAnswer,
): Generator<MadeUp> {
  const { population, markers = [], indicators = [] } = profile;
  const { include, exclude } = population;
  const met = (criterion: Criterion) => isMet(criterion, profile);
  const unmet = (criterion: Criterion) => isUnmet(criterion, profile);
  const asked = (criterion: Criterion) => (wanted === 'yes' ? met(criterion) : unmet(criterion));
  const members = () => together(met(include), ...(exclude ? [unmet(exclude)] : []));
  if (kind === 'population') {
    if (wanted === 'yes') yield* members();
    else {
      if (exclude) yield* together(met(include), met(exclude));
      yield* unmet(include);
    }
    return;
  }
  const marker = kind === 'marker' ? markers.find((each) => each.id === id) : undefined;
  const indicator = kind === 'indicator' ? indicators.find((each) => each.id === id) : undefined;
  if (marker) yield* together(asked(marker.when), members());
  else if (indicator) {
    const { numerator, denominator, except } = indicator;
    const among = [...(denominator ? [met(denominator)] : []), ...(except ? [unmet(except)] : [])];
    yield* together(asked(numerator), members(), ...among);
  } else if (kind === 'criterion') {
    const criterion = criterionAt(profile, path)?.criterion;
    if (!criterion) return;
    const isOfMembers = ['markers', 'indicators'].includes(keysOf(path)[0] ?? '');
    yield* isOfMembers ? together(asked(criterion), members()) : asked(criterion);
  }
}

function testOf(
  { patient, records }: MadeUp,
  title: ProfileTest['title'],
  on: CalendarDate,
  expect: ProfileTest['expect'],
): ProfileTest {
  const lists = new Map<RecordType, object[]>();
  for (const { type, record } of records) {
    const list = lists.get(type) ?? [];
    list.push(record);
    lists.set(type, list);
  }
  const { minAge, maxAge, ...given } = patient;
  const age = Math.min(Math.max(usualAge, minAge ?? 0), maxAge ?? usualAge);
  return {
    title,
    on,
    patient: { age, ...given },
    ...Object.fromEntries([...lists].map(([type, list]) => [listNames[type], list])),
    expect,
  } as ProfileTest;
}

/** Of whom nothing else is asked. */
const usualAge = 50;

function comesOut(profile: Profile, test: ProfileTest): boolean {
  const about = { ...profile.about, tests: [test] };
  const { results } = finish(runProfileTestsInSteps({ ...profile, about }));
  return results.every(({ ok, notes }) => ok && notes.length === 0);
}
