/** Searches of a host that finds the patients where the data lives. */
import { junk } from '../../adapter/index.ts';
import { Clinic, compile, evaluate } from '../../engine/index.ts';
import { checkPatient } from '../../record/index.ts';
import { namesOf, Tally } from '../tally.ts';
import { Omitted, type Searched, type Trial } from '../trial.ts';
import type { ConformanceFinding } from '../types.ts';
import {
  counted,
  failed,
  grouped,
  judged,
  ofFailure,
  passed,
  skipped,
  Unjudged,
} from '../verdicts.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const searchRequirements: readonly Requirement[] = [
  shall(
    'SEA-01',
    {
      source: 'search',
      da: 'En søgning besvares',
      en: 'A search is answered',
      text: '`search()` SHALL answer `{ patients, found }` within the deadline, for every profile.',
    },
    async (trial) => {
      const searches = await allSearches(trial);
      const findings = searches.flatMap(({ answer, outcome }): readonly ConformanceFinding[] => {
        if (!answer.ok) return [ofFailure(answer.failure, trial.adapter)];
        return outcome ? [] : [ofFailure(junk('search', answer.value), trial.adapter)];
      });
      return judged(findings.slice(0, 1), [{ name: 'searches', value: searches.length }]);
    },
  ),
  shall(
    'SEA-02',
    {
      source: 'search',
      da: 'De fundne er patienter, hver én gang',
      en: 'Those found are patients, each once',
      text: 'Those found SHALL be patients with an `id` that can be read, and each of them once.',
    },
    async (trial) => {
      let nobody = 0;
      let again = 0;
      for (const { outcome } of await requireSearches(trial)) {
        const ids = new Set<string>();
        for (const found of outcome.found) {
          const { patient } = checkPatient(found);
          if (!patient) nobody++;
          else if (ids.has(patient.patient.id)) again++;
          else ids.add(patient.patient.id);
        }
      }
      if (nobody + again === 0) return passed();
      return failed({
        seen: [
          nobody > 0
            ? `${counted(nobody, 'entry', 'entries')} found ${nobody === 1 ? 'is' : 'are'} no patient with an id.`
            : '',
          again > 0
            ? `${counted(again, 'time')} someone was found who had been found already.`
            : '',
        ]
          .filter(Boolean)
          .join(' '),
        where: '/found',
        fix: 'Each entry is { patient: { id, name, … }, diagnoses: [ … ], … }, and each patient comes once.',
      });
    },
  ),
  shall(
    'SEA-03',
    {
      source: 'search',
      da: 'Antallet af patienter er klinikkens',
      en: 'The number of patients is the clinic’s',
      text: '`patients` SHALL be how many the clinic has, not how many were found.',
    },
    async (trial) => {
      const searches = await requireSearches(trial);
      const { patients } = await trial.description();
      const wrong = searches.filter(
        ({ outcome }) =>
          !Number.isInteger(outcome.patients) ||
          outcome.patients < outcome.found.length ||
          (patients !== undefined && outcome.patients !== patients),
      );
      if (wrong.length === 0) return passed();
      return failed({
        seen: `${grouped(wrong.length)} of ${counted(searches.length, 'search', 'searches')} told another number of patients${patients === undefined ? '' : ` than the description (${grouped(patients)})`}.`,
        where: '/patients',
        fix: 'Answer the number of all patients that were looked through.',
      });
    },
  ),
  should(
    'SEA-04',
    {
      source: 'search',
      da: 'Ingen er fundet, som profilen udelukker',
      en: 'Nobody is found whom the profile rules out',
      text: 'Whoever is found SHOULD be a member or undecided, by the records that come along: a patient for whom they say *no* is left out of the list.',
    },
    async (trial) => {
      const { coverage } = await trial.description();
      const searches = await requireSearches(trial);
      const out = new Tally();
      let all = 0;
      for (const { plan, outcome } of searches) {
        const clinic = new Clinic(coverage);
        clinic.add(outcome.found);
        const { members, undecided } = evaluate(plan, clinic, trial.options.asOf);
        all += clinic.size;
        const ruledOut = clinic.size - members.length - undecided.length;
        if (ruledOut > 0) out.add(plan.profile.id, ruledOut);
      }
      if (out.size === 0) return passed([{ name: 'patients found', value: all }]);
      const many = out.entries.reduce((sum, [, count]) => sum + count, 0);
      return failed({
        seen: `${grouped(many)} of ${counted(all, 'patient')} found are ruled out by the records that came along, by profile: ${namesOf(out.entries)}.`,
        where: '/found',
        fix: 'Evaluate by the same rules (the engine runs on a server too), and send the records that `request.records` names.',
      });
    },
  ),
  shall(
    'SEA-05',
    {
      source: 'search',
      da: 'De, der ikke kan afgøres, er med',
      en: 'Those who cannot be decided are among them',
      text: 'Those whom the host could not decide SHALL be among those found: whose sex is not known is neither ruled out of the women nor of the men.',
    },
    async (trial) => {
      const searches = (await requireSearches(trial)).filter(({ isOwn }) => isOwn);
      const [women, men] = searches.map(({ outcome }) => outcome);
      if (!women || !men) return skipped('The kit’s own profiles were not searched for.');
      const sexOf = new Map(
        [...women.found, ...men.found].flatMap((found) => {
          const { patient } = checkPatient(found);
          return patient ? [[patient.patient.id, patient.patient.sex] as const] : [];
        }),
      );
      const unknown = [...sexOf].filter(([, sex]) => sex === undefined).map(([id]) => id);
      const idsOf = (each: typeof women) =>
        new Set(each.found.map((found) => checkPatient(found).patient?.patient.id));
      const inBoth = [idsOf(women), idsOf(men)];
      const halfway = unknown.filter((id) => !inBoth.every((ids) => ids.has(id))).length;
      // Everyone is a woman, a man, or in both.
      const left = Number.isInteger(women.patients) ? women.patients - sexOf.size : 0;
      if (left <= 0 && halfway === 0) return passed();
      return failed({
        seen: `Of ${counted(women.patients, 'patient')} ${grouped(left + halfway)} are in neither the list of the women nor that of the men, or in one of them though their sex is not known.`,
        where: '/found',
        fix: 'Answer members and undecided, not members alone: left out, they turn *unknown* into *no*.',
      });
    },
  ),
  shall(
    'SEA-06',
    {
      source: 'search',
      da: 'Søgningen finder de samme som profilen',
      en: 'The search finds whom the profile finds',
      text: 'Where the adapter has both, `search()` SHALL find everyone whom the profile finds, or cannot decide, among those that `records()` streams.',
    },
    async (trial) => {
      requireSearch(trial);
      if (typeof trial.part('records') !== 'function')
        throw new Omitted('the adapter has no records to compare with');
      const { survey } = await trial.whole();
      const missing = new Tally();
      for (const { plan, outcome } of await requireSearches(trial)) {
        const population = evaluate(compile(plan.profile), survey.clinic, trial.options.asOf);
        const found = new Set(outcome.found.map((each) => checkPatient(each).patient?.patient.id));
        for (const id of [...population.members, ...population.undecided])
          if (!found.has(id)) missing.add(plan.profile.id);
      }
      if (missing.size === 0) return passed();
      return failed({
        seen: `Of those whom a profile finds or cannot decide, some were not found: ${namesOf(missing.entries)}.`,
        where: '/found',
        fix: 'Evaluate by the same rules: `overblik` runs on a server too.',
      });
    },
  ),
];

function requireSearch(trial: Trial): void {
  if (typeof trial.part('search') !== 'function') throw new Omitted('the adapter has no search');
}

async function allSearches(trial: Trial): Promise<readonly Searched[]> {
  requireSearch(trial);
  return trial.searches();
}

type Answered = Searched & { readonly outcome: NonNullable<Searched['outcome']> };

/** Searches that were all answered. @throws {Unjudged} */
async function requireSearches(trial: Trial): Promise<readonly Answered[]> {
  return (await allSearches(trial)).map((searched) => {
    const { outcome } = searched;
    if (!outcome) throw new Unjudged('a search was not answered (SEA-01)');
    return { ...searched, outcome };
  });
}
