/** How long the vendor's own data takes: told with figures, held against what a user waits for. */
import { rounded } from '../calls.ts';
import type { ConformanceFigure, ConformanceFinding, Verdict } from '../types.ts';
import { counted, grouped, judged, skipped, Unjudged } from '../verdicts.ts';
import { should, type Requirement } from './requirement.ts';

export const performanceRequirements: readonly Requirement[] = [
  should(
    'PER-01',
    {
      source: 'performance',
      da: 'Klinikken beskrives hurtigt',
      en: 'The clinic is described quickly',
      text: '`describe()` SHOULD be answered within two seconds: nothing is shown before it.',
    },
    async (trial) => {
      await trial.description();
      const { answer } = await trial.described();
      return within(answer.took, trial.options.limits.describe, 'until the clinic was described', {
        where: 'adapter.describe',
        fix: 'Count and look up what the description needs beforehand.',
      });
    },
  ),
  should(
    'PER-02',
    {
      source: 'performance',
      da: 'De første patienter kommer hurtigt',
      en: 'The first patients come quickly',
      text: 'The first batch SHOULD come within three seconds.',
    },
    async (trial) => {
      const { first } = await trial.loaded();
      return within(first, trial.options.limits.firstBatch, 'until the first batch', {
        where: 'adapter.records',
        fix: 'Hand over what has come, in batches of some hundreds, before the rest is fetched.',
      });
    },
  ),
  should(
    'PER-03',
    {
      source: 'performance',
      da: 'Hele klinikken kommer i rimelig tid',
      en: 'The whole clinic comes in reasonable time',
      text: 'All patients SHOULD come within four seconds for each thousand.',
    },
    async (trial) => {
      const { took, times } = await trial.loaded();
      const { load } = trial.options.limits;
      return within(
        took,
        load * Math.max(0.1, times.size / 1000),
        `until all ${grouped(times.size)} had come`,
        {
          where: 'adapter.records',
          fix: 'Fetch patients by the hundred and not one by one; only the types, codes and dates that are asked for; several pages at once where the server allows it.',
        },
      );
    },
  ),
  should(
    'PER-04',
    {
      source: 'performance',
      da: 'Siden får lov at svare, mens der hentes',
      en: 'The page gets its turn while data comes',
      text: 'While a clinic comes, the page SHOULD NOT be held by the adapter for longer than 200 ms at a time.',
    },
    async (trial) => {
      const { longest } = await trial.loaded();
      if (typeof document !== 'undefined' && document.hidden)
        return skipped('The page was hidden: its timers do not tell.');
      const { took, batch, patients = 0 } = longest;
      const when =
        batch === undefined ? '' : `, before batch ${batch} (${counted(patients, 'patient')})`;
      return within(took, trial.options.limits.task, `without a turn for anything else${when}`, {
        where: 'adapter.records',
        fix:
          batch === 1
            ? 'Read and parse before the first batch in parts, with an `await` for a turn of the event loop in between (`setTimeout`, `scheduler.yield`), or in a worker: a promise alone gives no turn. Smaller batches do not help where all is parsed before the first.'
            : 'Make batches of some hundreds of patients, and map each when it is its turn: the library gives the page a turn between two of them. What one batch needs in one go belongs in a worker.',
      });
    },
  ),
  should(
    'PER-05',
    {
      source: 'performance',
      da: 'En patient hentes hurtigt',
      en: 'One patient is fetched quickly',
      text: '`patient()` SHOULD be answered within one and a half seconds, but for the slowest of twenty.',
    },
    async (trial) => {
      const fetched = await trial.fetched();
      const times = fetched
        .filter(({ answer }) => answer.ok)
        .map(({ answer }) => answer.took)
        .sort((one, other) => one - other);
      if (times.length === 0) throw new Unjudged('nobody could be fetched (PAT-01)');
      const slow = times[Math.max(0, Math.ceil(times.length * 0.95) - 1)]!;
      return within(slow, trial.options.limits.patient, 'until a patient had come (95 of 100)', {
        where: 'adapter.patient',
        fix: 'Fetch the one patient alone, all types at the same time.',
      });
    },
  ),
  should(
    'PER-06',
    {
      source: 'records',
      da: 'En stor klinik kommer i flere lister',
      en: 'A large clinic comes in several batches',
      text: 'A clinic of more than two thousand patients SHOULD come in several batches: until the first has come nobody sees that anything happens.',
    },
    async (trial) => {
      const { sizes } = await trial.loaded();
      const largest = Math.max(0, ...sizes);
      const figures = [
        { name: 'batches', value: sizes.length },
        { name: 'patients in the largest', value: largest, limit: largestBatch },
      ];
      if (largest <= largestBatch) return judged([], figures);
      return judged(
        [
          {
            seen: `A batch of ${counted(largest, 'patient')} came.`,
            where: 'adapter.records',
            fix: 'Yield some hundreds at a time.',
          },
        ],
        figures,
      );
    },
  ),
];

const largestBatch = 2000;

function within(
  value: number,
  limit: number,
  name: string,
  { where, fix }: Omit<ConformanceFinding, 'seen'>,
): Verdict {
  const figure: ConformanceFigure = {
    name,
    value: rounded(value),
    unit: 'ms',
    limit: rounded(limit),
  };
  if (value <= limit) return judged([], [figure]);
  return judged([{ seen: `${grouped(Math.round(value))} ms ${name}.`, where, fix }], [figure]);
}
