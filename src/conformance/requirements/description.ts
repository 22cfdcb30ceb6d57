/** What a clinic says of itself. */
import { reportUnusable } from '../../model/load/reports.ts';
import {
  addPeriod,
  dataTypes,
  isSeldom,
  parsePeriod,
  readDate,
  type CalendarDate,
} from '../../record/index.ts';
import type { ClinicDescription } from '../../adapter/index.ts';
import { endsWhenAborted } from '../aborting.ts';
import { valueAt } from '../places.ts';
import { kindOf } from '../traits.ts';
import type { Trial } from '../trial.ts';
import type { ConformanceFinding } from '../types.ts';
import {
  failed,
  judged,
  ofFailure,
  ofReport,
  omitted,
  passed,
  skipped,
  Unjudged,
} from '../verdicts.ts';
import { junk } from '../../adapter/index.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const descriptionRequirements: readonly Requirement[] = [
  shall(
    'DES-01',
    {
      source: 'describe',
      da: 'Klinikken beskrives',
      en: 'The clinic is described',
      text: '`describe()` SHALL answer a description of the clinic within the deadline.',
    },
    async (trial) => {
      trial.requireMethod('describe');
      const { answer, checked } = await trial.described();
      if (!answer.ok) return failed(ofFailure(answer.failure, trial.adapter));
      if (!checked) return failed(ofFailure(junk('describe', answer.value), trial.adapter));
      return passed();
    },
  ),
  shall(
    'DES-02',
    {
      source: 'describe',
      da: 'Alle dele af beskrivelsen kan læses',
      en: 'Every part of the description can be used',
      text: 'Every part of the description SHALL be as the contract has it. What cannot be read covers nothing, and is not allowed.',
    },
    async (trial) => {
      await trial.description();
      const { answer, checked } = await trial.described();
      const given = answer.ok ? answer.value : undefined;
      return judged(
        (checked ? reportUnusable(checked) : []).map((report) => {
          const { field = '', meant } = report;
          const value = valueAt(given, field.split('/').slice(1));
          const seen =
            meant === undefined
              ? `What stands there is ${value === undefined ? 'nothing' : kindOf(value)}, which is left unread.`
              : `There is \`${field}\`, and no \`${meant}\`: what it says covers nothing.`;
          return ofReport(report, seen);
        }),
      );
    },
  ),
  shall(
    'DES-03',
    {
      source: 'describe',
      da: 'Beskrivelsen er den samme hver gang',
      en: 'The description is the same each time',
      text: 'Asked twice, `describe()` SHALL tell of the same clinic: id, name, the types that are covered, rights, user and team. When a source was updated, and how many patients there are, may change.',
    },
    async (trial) => {
      const before = await trial.description();
      const { answer, checked } = await trial.described('again');
      if (!answer.ok) return failed(ofFailure(answer.failure, trial.adapter));
      const after = checked?.description;
      const parts = steadyParts.filter(
        (part) =>
          JSON.stringify(steady(before, part)) !== JSON.stringify(after && steady(after, part)),
      );
      return judged(
        parts.map((part) => ({
          seen: `It was another when it was asked for again${part === 'coverage' ? ': other types were available' : ''}.`,
          where: `/${part}`,
          fix: 'Answer the same for the same clinic: with another id everything that the user has chosen is dropped.',
        })),
      );
    },
  ),
  should(
    'DES-04',
    {
      source: 'describe',
      da: 'Klinikken har et id',
      en: 'The clinic has an id',
      text: 'The description SHOULD have an `id`: without it every new adapter is another clinic, and what the user has chosen is dropped.',
    },
    async (trial) => {
      const { id } = await trial.description();
      if (id !== undefined) return passed();
      return failed({
        seen: 'The description has no `id`.',
        where: '/id',
        fix: 'Name the clinic by what your system knows it by: its provider number, say.',
      });
    },
  ),
  should(
    'DES-05',
    {
      source: 'describe',
      da: 'Antallet af patienter er oplyst',
      en: 'The number of patients is told',
      text: 'The description SHOULD tell `patients`, how many the clinic has: without it nobody notices a load that was cut short.',
    },
    async (trial) => {
      const { patients } = await trial.description();
      if (patients !== undefined) return passed([{ name: 'patients', value: patients }]);
      return failed({
        seen: 'There is no number of patients, so that LOA-03 and LOA-06 cannot be judged.',
        where: '/patients',
        fix: 'Count them where the data lives, exactly: an estimate is worse than none.',
      });
    },
  ),
  should(
    'DES-06',
    {
      source: 'coverage',
      da: 'Datadækning er oplyst for alle almindelige typer',
      en: 'Coverage is told for every common type',
      text: '`coverage` SHOULD name every data type that most clinics have, `available: false` where the system does not have it: of a type that is not named nothing is promised.',
    },
    async (trial) => {
      const { coverage } = await trial.description();
      const misnamed = await typesMisnamed(trial);
      const absent = dataTypes.filter(
        (type) =>
          !isSeldom(type) &&
          type !== 'patient' &&
          !coverage[type] &&
          !misnamed.has(`/coverage/${type}`),
      );
      return judged(
        absent.map((type) => ({
          seen: 'Nothing is said of the type.',
          where: `/coverage/${type}`,
          fix: `Say { available: true } where all of the clinic’s come, { available: false } where they do not.`,
        })),
      );
    },
  ),
  should(
    'DES-07',
    {
      source: 'coverage',
      da: 'Det er oplyst, hvornår data sidst er opdateret',
      en: 'It is told when data was last updated',
      text: 'Coverage of an available type SHOULD tell `updated`, which is neither to come nor longer ago than `staleAfter` (P31D): what is out of date counts as not known.',
    },
    async (trial) => {
      const { coverage } = await trial.description();
      const { asOf } = trial.options;
      const findings = dataTypes.flatMap((type): readonly ConformanceFinding[] => {
        const own = coverage[type];
        if (!own?.available) return [];
        const seen = freshnessOf(own.updated, own.staleAfter, asOf);
        if (seen === undefined) return [];
        const fix =
          'Tell the moment at which the source was last asked, with its offset: 2026-11-24T06:00:00+01:00.';
        return [{ seen, where: `/coverage/${type}/updated`, fix }];
      });
      return judged(findings);
    },
  ),
  should(
    'DES-08',
    {
      source: 'describe',
      da: 'Brugeren er oplyst, hvor der føres runder',
      en: 'The user is told, where rounds are kept',
      text: 'Where the adapter has `rounds`, the description SHOULD tell `user`, the initials of whoever works: who set a status or wrote a note.',
    },
    async (trial) => {
      const { user } = await trial.description();
      if (!trial.part('rounds')) return omitted('The adapter keeps no rounds.');
      if (user !== undefined) return passed();
      return failed({
        seen: 'The description has no `user`, and the adapter keeps rounds.',
        where: '/user',
        fix: 'Tell the initials of whoever is logged on: what is written in rounds is signed with them.',
      });
    },
  ),
  shall(
    'DES-09',
    {
      source: 'no-shared-objects',
      da: 'En udleveret beskrivelse ændres ikke siden',
      en: 'A description that was handed over stays as it is',
      text: 'What `describe()` has answered SHALL NOT be changed afterwards.',
    },
    async (trial) => {
      await trial.description();
      const { answer, text } = await trial.described();
      if (!answer.ok || text === '') return skipped('The description cannot be written as JSON.');
      await trial.described('again');
      // Whatever comes next is a chance for it to change.
      if (typeof trial.part('records') === 'function') await trial.whole();
      if (JSON.stringify(answer.value) === text) return passed();
      return failed({
        seen: 'The object that `describe()` had answered was another after further calls.',
        where: 'adapter.describe',
        fix: 'Answer a new object each time, or one that nobody changes.',
      });
    },
  ),
  should(
    'DES-10',
    {
      source: 'signals-and-deadlines',
      da: 'Et afbrudt kald til describe slutter',
      en: 'A call of describe that is aborted ends',
      text: 'When its signal aborts, `describe()` SHOULD end soon: with an answer, or with an error.',
    },
    async (trial) => {
      await trial.description();
      return endsWhenAborted(trial, 'describe', 'the clinic', (signal) =>
        trial.adapter.describe(signal),
      );
    },
  ),
];

/** Places of coverage that stand under another name: those are told there (DES-02). */
async function typesMisnamed(trial: Trial): Promise<ReadonlySet<string>> {
  const { checked } = await trial.described();
  const reports = checked ? reportUnusable(checked) : [];
  return new Set(reports.flatMap(({ meant }) => (meant === undefined ? [] : [meant])));
}

const steadyParts = [
  'id',
  'name',
  'coverage',
  'may',
  'user',
  'team',
  'sources',
  'capacity',
] as const;

function steady(description: ClinicDescription, part: (typeof steadyParts)[number]): unknown {
  switch (part) {
    case 'coverage':
      return dataTypes.map((type) => description.coverage[type]?.available);
    case 'sources':
      return description.sources?.map(({ id }) => id);
    default:
      return description[part];
  }
}

function freshnessOf(
  updated: string | undefined,
  staleAfter: string | undefined,
  asOf: CalendarDate,
): string | undefined {
  const date = updated === undefined ? undefined : readDate(updated)?.date;
  if (date === undefined) return 'Nobody says when it was last updated.';
  const period = parsePeriod(staleAfter ?? usuallyStaleAfter);
  if (!period) throw new Unjudged('staleAfter cannot be read (DES-02)');
  // A day for whoever is ahead of us.
  if (date > addPeriod(asOf, { years: 0, months: 0, weeks: 0, days: 1 }))
    return `It lies after the date of evaluation, ${asOf}.`;
  return addPeriod(date, period) < asOf
    ? `It is ${date}: on ${asOf} that is longer ago than ${staleAfter ?? usuallyStaleAfter}.`
    : undefined;
}

const usuallyStaleAfter = 'P31D';
