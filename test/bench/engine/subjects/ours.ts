import { MessageChannel, Worker } from 'node:worker_threads';
import * as engine from 'overblik/engine';
import { coverage } from '../clinic.ts';
import type { Subject, Loaded } from '../subject.ts';
import { profileFor, sayable, type RuleId } from '../rules.ts';

export const ours: Subject = {
  title: 'ours',
  isOurs: true,
  rules: sayable,
  note: 'checks every record, then builds its clinic; three-valued',
  start: () => ({
    load(batches) {
      const clinic = new engine.Clinic(coverage);
      for (const batch of batches) clinic.add(batch);
      return askedOf(clinic);
    },
  }),
};

export const oursInWorker: Subject = {
  title: 'ours, in a worker',
  isOurs: true,
  rules: sayable,
  note: 'the same, checked and built in a worker, which gets its batches as copies; three-valued',
  besides: true,
  most: { patients: 100_000, because: 'its batches are made before the clock starts' },
  start: () => {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./columns-worker.mjs', import.meta.url), {
      workerData: { port: port2 },
      transferList: [port2],
    });
    return {
      async load(batches) {
        const { signal } = new AbortController();
        const builder = new engine.WorkerBuilder(coverage, port1 as unknown as engine.Port, {
          deadline: 60_000,
          signal,
        });
        for (const batch of batches) await builder.add(batch);
        await builder.finish();
        if (builder.handBack().length > 0)
          throw new Error('The worker did not answer for every batch.');
        const close = async () => {
          port1.close();
          await worker.terminate();
        };
        return { ...askedOf(builder.clinic), close };
      },
    };
  },
};

function askedOf(clinic: engine.Clinic): Loaded {
  const plans = new Map<RuleId, engine.Plan>();
  return {
    ask(rule, asOf) {
      let plan = plans.get(rule);
      if (!plan) plans.set(rule, (plan = engine.compile(profileFor(rule))));
      const population = engine.evaluate(plan, clinic, asOf);
      const { members } = population;
      let hits = 0;
      for (const { id } of plan.profile.markers ?? [])
        for (const truth of population.markerTruths(id)) if (truth !== 'no') hits++;
      if (plan.profile.indicators)
        for (const each of population.indicators())
          hits += each.denominator - each.unknownNumerator;
      return { members, hits };
    },
  };
}
