/** Rounds whose patients have very many markers are compared in one reading of each list. */
import { expect, it } from 'vitest';
import type { Round } from '../../../src/adapter/index.ts';
import { countedModules, growthOf } from '../../work.ts';
import { round } from './stage.ts';

const { compareRounds, evaluateRound } = await countedModules(
  () => import('../../../src/model/index.ts'),
);
const { withPopulation } = await import('../../../src/model/rounds/presence.ts');

let reads = 0;
/** A list that counts what is read of it. */
const counted = (list: readonly string[]): readonly string[] =>
  new Proxy(list, {
    get(target, key) {
      reads += 1;
      return Reflect.get(target, key) as unknown;
    },
  });

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `m${from + index}`);

const withMarkers = (...all: readonly (readonly string[])[]): Round =>
  round(
    {},
    ...all.map((markers, at) => ({ patientId: `p${at}`, status: 'new' as const, markers })),
  );

function readsOf(run: () => unknown): number {
  reads = 0;
  run();
  return reads;
}

it('twice as many markers of one patient are twice the reading', () => {
  const compare = (count: number) => {
    const before = withMarkers(counted(ids(count)));
    const after = withMarkers(counted(ids(count, count / 2).reverse()));
    return readsOf(() => compareRounds(before, after));
  };
  expect(compare(800) / compare(400)).toBeLessThan(2.3);
  const again = (count: number) => {
    const population = {
      members: ['p0'],
      undecided: [],
      markersOf: () => counted(ids(count).reverse()),
    };
    const before = withMarkers(counted(ids(count)));
    return readsOf(() => withPopulation(before, population, true));
  };
  expect(again(800) / again(400)).toBeLessThan(2.3);
});

it('an evaluation looks at what has changed once, however many markers are told of', () => {
  const growth = growthOf((count) => {
    const markers = ids(count);
    const before = withMarkers(...markers.map((id) => [id]));
    const after = withMarkers(...markers.map((_, at) => [markers[(at + 1) % count]!]));
    const patients = markers.map((_, at) => `p${at}`);
    return () => {
      const found = evaluateRound(before, after, markers);
      expect(found.markers.flatMap(({ gone }) => gone)).toEqual(patients);
      expect(found.markers[0]).toMatchObject({ gone: ['p0'], set: [`p${count - 1}`] });
    };
  });
  expect(growth).toBeLessThan(2.3);
});
