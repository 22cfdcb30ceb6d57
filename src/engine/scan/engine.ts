import type { Criterion } from '../../profile/index.ts';
import type { QueryEngine } from '../engine.ts';
import type { Clinic } from '../store/clinic.ts';
import type { Truth } from '../types.ts';
import { evaluate } from './evaluate.ts';
import { truthOf } from './truth-vector.ts';

/** Evaluates a clinic's columns, a question of all patients at a time. */
export const columnEngine: QueryEngine<Clinic> = {
  name: 'columns',
  evaluate(plan, clinic, asOf) {
    const population = evaluate(plan, clinic, asOf);
    const { markers = [], indicators = [] } = plan.profile;
    const answers = new Map<string, Record<string, Truth>>();
    for (const id of clinic.ids) answers.set(id, { member: 'no' });
    for (const id of population.undecided) answers.set(id, { member: 'unknown' });
    for (const id of population.members) answers.set(id, { member: 'yes' });
    const put = (name: string, criterion: Criterion | undefined): void => {
      // R22: asked of members only.
      for (const row of answers.values()) row[name] = row.member === 'yes' ? 'yes' : 'unknown';
      if (!criterion) return;
      const truths = population.truths(criterion);
      population.members.forEach((id, at) => (answers.get(id)![name] = truthOf(truths[at]!)));
    };
    markers.forEach(({ when }, index) => put(`m${index}`, when));
    indicators.forEach(({ numerator, denominator }, index) => {
      put(`n${index}`, numerator);
      put(`d${index}`, denominator);
    });
    return answers;
  },
};
