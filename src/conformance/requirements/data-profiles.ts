/** What the profiles of the run need of the data: their numbers in units that can be compared. */
import { compile, comparisonsOf, resultsInOtherUnits, type OtherUnit } from '../../engine/index.ts';
import { bestUnit } from '../../record/units.ts';
import { counted, grouped, judged, shareOf, skipped } from '../verdicts.ts';
import { tolerated } from './findings.ts';
import { should, type Requirement } from './requirement.ts';

export const comparedRequirements: readonly Requirement[] = [
  should(
    'DAT-46',
    {
      source: 'values',
      da: 'Svar står i en enhed, som profilerne kan sammenligne med',
      en: 'Results come in a unit that the profiles can compare',
      text: 'Results of a code that a profile compares with a number SHOULD come in a unit that converts to the profile’s: in one of another kind (`mmol/L` where `mmol/mol` is asked) nobody knows whether a marker is set.',
    },
    async (trial) => {
      const { profiles } = trial;
      if (profiles.length === 0)
        return skipped(
          'The run was given no profile: give those that are to be served, and their units are looked at.',
        );
      const comparisons = profiles.flatMap((profile) => comparisonsOf(compile(profile)));
      if (comparisons.length === 0) return judged([], [{ name: 'units that are asked', value: 0 }]);
      const survey = await trial.survey();
      const findings = alike(resultsInOtherUnits(survey.clinic, comparisons))
        .filter(({ results, of }) => results > tolerated(of, survey.patients, mostOthers))
        .map(({ code, found, expected, results, of, patients }) => ({
          seen: `${grouped(results)} of ${counted(of, 'result')} of ${code} (${shareOf(results, of)}) are in ${found}, where a profile asks in ${expected}: ${counted(patients, 'patient')}.`,
          where: 'results.unit',
          fix: `Hand ${code} over in ${expected}, or in a unit that converts to it, with its number: convert both, or take the unit from where the number comes from. Where the system measures something else under the code, the profile asks for the wrong code.`,
        }));
      const units = new Set(comparisons.map(({ unit }) => unit)).size;
      return judged(findings, [{ name: 'units that are asked', value: units }]);
    },
  ),
];

/** Share of the results of a code: older ones may be in what was used then. */
const mostOthers = 0.02;

interface Alike extends Pick<OtherUnit, 'code' | 'found' | 'expected' | 'results' | 'of'> {
  readonly patients: number;
}

/** Units by their best names, so that none is told twice for its spelling. */
function alike(others: readonly OtherUnit[]): readonly Alike[] {
  const groups = new Map<
    string,
    { readonly first: OtherUnit; results: number; readonly ids: Set<string> }
  >();
  for (const each of others) {
    const key = JSON.stringify([
      each.system,
      each.code,
      bestUnit(each.found),
      bestUnit(each.expected),
    ]);
    const group = groups.get(key) ?? { first: each, results: 0, ids: new Set<string>() };
    group.results += each.results;
    for (const id of each.patientIds) group.ids.add(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { code, found, expected, of }, results, ids }) => ({
    ...{ code, found: bestUnit(found), expected: bestUnit(expected) },
    ...{ results, of, patients: ids.size },
  }));
}
