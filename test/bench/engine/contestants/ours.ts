import * as engine from '../../../../src/engine/index.ts';
import type { CoverageByType, PatientRecords } from '../../../../src/record/index.ts';
import { coverage } from '../clinic.ts';
import type { Contestant, Loaded } from '../contestant.ts';
import { rules, type RuleId } from '../rules.ts';

export const ours: Contestant = {
  title: 'ours',
  note: 'checks every record, then builds its clinic; three-valued',
  start: () => ({
    load(batches) {
      const clinic = new engine.Clinic(coverage);
      for (const batch of batches) clinic.add(batch);
      return askedOf(clinic);
    },
  }),
};

/**
 * The slot for the worker: as soon as the engine exports a `loadInWorker` of this shape, it is measured.
 * Change this type, and `load` below, if it comes with another.
 */
type LoadInWorker = (
  coverage: CoverageByType,
  batches: AsyncIterable<readonly PatientRecords[]>,
) => Promise<engine.Clinic>;

const loadInWorker = Reflect.get(engine, 'loadInWorker') as LoadInWorker | undefined;

export const oursInWorker: Contestant = {
  title: 'ours, in a worker',
  note: 'the same, checked and built in a worker; three-valued',
  ...(loadInWorker ? {} : { missing: 'not there' }),
  besides: true,
  most: { patients: 100_000, because: 'its batches are made before the clock starts' },
  start: () => ({
    async load(batches) {
      if (!loadInWorker) throw new Error('not there');
      return askedOf(await loadInWorker(coverage, later(batches)));
    },
  }),
};

async function* later<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}

function askedOf(clinic: engine.Clinic): Loaded {
  const plans = new Map<RuleId, engine.Plan>();
  return {
    ask(rule, asOf) {
      let plan = plans.get(rule);
      if (!plan) plans.set(rule, (plan = engine.compile(rules[rule].profile)));
      const population = engine.evaluate(plan, clinic, asOf);
      const { members } = population;
      let hits = 0;
      if (plan.profile.markers) for (const id of members) hits += population.markers(id).length;
      return { members, hits };
    },
  };
}
