/** Hand-worked patients for one public indicator, over the columns, through the reference, and counted. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate, type Truth } from '../../../src/engine/index.ts';
import { denominatorOf, parseProfile, type Criterion } from '../../../src/profile/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, outcomeOf, planOf, type Asked } from '../../engine/build.ts';

export { patientWith } from '../../engine/build.ts';

/**
 * Where a patient is counted: in the numerator; in the denominator alone; in neither, for want of what is asked of the
 * population or the denominator; or nobody can say.
 */
export type Counted = 'numerator' | 'denominator' | 'outside' | 'unknown';
export type Case = readonly [
  words: string,
  counted: Counted,
  patient: PatientRecords,
  asked?: Asked,
];

/** @param name The document's, in this folder. */
export function workIndicator(name: string, cases: readonly Case[]): void {
  const outcome = parseProfile(
    JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  const { profile } = outcome;
  const [indicator] = profile.indicators ?? [];
  if (!indicator) throw new Error(`${name} has no indicator.`);
  const among = denominatorOf(indicator);
  // A profile may name no set that nothing asks.
  const codesOf = (criterion: Criterion) =>
    Object.fromEntries(
      Object.entries(profile.codes ?? {}).filter(([set]) =>
        JSON.stringify(criterion).includes(`"${set}"`),
      ),
    );
  const plan = compile(profile);

  describe(name, () => {
    for (const [words, counted, patient, asked] of cases)
      it(`${words}: ${counted}`, () => {
        const ask = (criterion: Criterion) =>
          outcomeOf(planOf(criterion, { codes: codesOf(criterion) }), patient, asked).membership
            .truth;
        const member = ask(profile.population.include);
        const eligible = among ? ask(among) : 'yes';
        const met = ask(indicator.numerator);
        const isAmong = least(member, eligible);
        const said: Counted =
          isAmong === 'no'
            ? 'outside'
            : isAmong === 'unknown' || met === 'unknown'
              ? 'unknown'
              : met === 'yes'
                ? 'numerator'
                : 'denominator';
        expect(said).toBe(counted);

        const clinic = new Clinic(asked?.coverage ?? complete);
        clinic.add([patient]);
        const [value] = evaluate(plan, clinic, asked?.on ?? asOf).indicators();
        const isMember = member === 'yes';
        expect(value).toMatchObject({
          denominator: isMember && eligible === 'yes' ? 1 : 0,
          numerator: isMember && eligible === 'yes' && met === 'yes' ? 1 : 0,
          unknownNumerator: isMember && eligible === 'yes' && met === 'unknown' ? 1 : 0,
          unknownDenominator: isMember && eligible === 'unknown' ? 1 : 0,
        });
      });

    it('is shown in the numerator, out of it, and undecided', () => {
      const shown = new Set(cases.map(([, counted]) => counted));
      for (const each of ['numerator', 'denominator', 'unknown'] as const)
        expect(shown).toContain(each);
    });
  });
}

/** Kleene's minimum. */
function least(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' ? b : a;
}
