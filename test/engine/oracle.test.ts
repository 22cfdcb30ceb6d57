import { expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { cases } from '../depth.ts';
import { ask } from './build.ts';
import { drawCriterion, drawPatient } from './random-arbitraries.ts';
import { holds } from './oracle.ts';

it('where everything is known, the evaluator and a count of days agree', () => {
  const random = new Random('a count of days');
  let yes = 0;
  const rounds = cases(250, 800);
  for (let round = 0; round < rounds; round++) {
    const criterion = drawCriterion(random);
    const patient = drawPatient(random);
    const expected = holds(criterion, patient) ? 'yes' : 'no';
    const { truth } = ask(criterion, patient);
    if (truth !== expected)
      expect.fail(
        `${truth}, counted ${expected}: ${JSON.stringify(criterion)} of ${JSON.stringify(patient)}`,
      );
    if (truth === 'yes') yes++;
  }
  expect(yes).toBeGreaterThan(rounds / 5);
  expect(yes).toBeLessThan((rounds * 4) / 5);
});
