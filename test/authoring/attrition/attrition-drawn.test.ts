/** Every number of every rule is what the reference finds, one patient at a time. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Attrition } from '../../../src/authoring/attrition/attrition.ts';
import { everyRuleIn, ruleTrees } from '../../../src/authoring/attrition/rules.ts';
import type { NumberKind, NumberPart } from '../../../src/authoring/attrition/types.ts';
import { Clinic, type Truth } from '../../../src/engine/index.ts';
import { cases, isDeep } from '../../depth.ts';
import { asOf, coverage, patients, profile } from '../../engine/arbitraries.ts';
import { checked } from '../../engine/sql/databases.ts';
import { expectedOf } from './brute-force.ts';

const kinds = ['yes', 'no', 'unknown'] as const;

it('every number of every rule is what the reference finds, with its patients', () => {
  const seen = { rules: 0, leftOut: 0, added: 0, removed: 0, undecided: 0 };
  fc.assert(
    fc.property(
      profile,
      patients,
      coverage,
      asOf,
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 3 }),
      (document, people, covered, day, drawn) => {
        const clinic = new Clinic(covered);
        clinic.add(people);
        const rules = ruleTrees(document).flatMap(({ root }) => everyRuleIn(root));
        const leftOut = new Set(drawn.map((each) => rules[each % rules.length]!.pointer));
        const attrition = new Attrition((steps) => {
          while (!steps.next().done);
          return true;
        });
        attrition.update({ clinic, asOf: day, document, profile: document, leftOut });
        const { state } = attrition;
        expect(state.phase).toBe('fresh');
        // The same patient again takes the place of the one before.
        const last = new Map(
          people.flatMap((each) => {
            try {
              const patient = checked(each);
              return [[patient.patient.id, patient] as const];
            } catch {
              return [];
            }
          }),
        );
        const here = { patients: [...last.values()], coverage: clinic.coverage, asOf: day };
        const expected = expectedOf(document, here, leftOut);
        expect([...state.rules.keys()]).toEqual([...expected.keys()]);
        const idsOf = (place: string, kind: NumberKind, part: NumberPart) =>
          attrition.patientsOf(place, kind, part)?.ids;
        /** Of some of them, what is told of why: it is of the same answer. */
        const toldOf = (place: string, kind: NumberKind, part: NumberPart) => {
          const found = attrition.patientsOf(place, kind, part);
          return (found?.places ?? []).slice(0, 2).map((each) => {
            const { outcome, isWhole } = found!.whyAt(each);
            return isWhole ? outcome.membership.truth : outcome.membership.include.truth;
          });
        };
        for (const [place, { of, alone, left, only }] of expected) {
          const words = `${place} of ${JSON.stringify(document.population)}, without ${[...leftOut].join()}`;
          const numbers = state.rules.get(place)!;
          seen.rules++;
          if (numbers.lacking) seen.leftOut++;
          expect(numbers.of, words).toBe(of.length);
          for (const [kind, truths] of [
            ['alone', alone],
            ['left', left],
          ] as const) {
            if (!truths) {
              if (of.length > 0) expect(numbers[kind], words).toBe(undefined);
              continue;
            }
            for (const truth of kinds) {
              const ids = of.filter((id) => truths[id] === truth);
              if (of.length > 0)
                expect(numbers[kind]?.[truth], `${kind} ${truth} ${words}`).toBe(ids.length);
              if (of.length > 0)
                expect(idsOf(place, kind, truth)?.toSorted(), words).toEqual(ids.toSorted());
            }
          }
          for (const truth of kinds)
            for (const kind of ['alone', 'left'] as const)
              for (const told of toldOf(place, kind, truth))
                expect(told, `why of ${kind} ${truth} ${words}`).toBe(truth);
          if (!only || of.length === 0) continue;
          const changed = (to: Truth) =>
            of.filter((id) => only[id]![1] === to && only[id]![0] !== to).toSorted();
          const [adds, removes, undecides] = [changed('yes'), changed('no'), changed('unknown')];
          seen.added += adds.length;
          seen.removed += removes.length;
          seen.undecided += undecides.length;
          expect(numbers.only, words).toEqual({
            adds: adds.length,
            removes: removes.length,
            undecides: undecides.length,
          });
          expect(idsOf(place, 'only', 'adds')?.toSorted(), words).toEqual(adds);
          expect(idsOf(place, 'only', 'removes')?.toSorted(), words).toEqual(removes);
          expect(idsOf(place, 'only', 'undecides')?.toSorted(), words).toEqual(undecides);
        }
      },
    ),
    { numRuns: cases(6, 800) },
  );
  expect(seen.rules).toBeGreaterThan(30);
  if (isDeep)
    expect(Math.min(seen.leftOut, seen.added, seen.removed, seen.undecided)).toBeGreaterThan(10);
});
