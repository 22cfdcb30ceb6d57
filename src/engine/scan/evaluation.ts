/** What was asked of a clinic on one date, whatever profiles ask: they share the answers. */
import type { CalendarDate } from '../../record/index.ts';
import type { Clinic } from '../store/clinic.ts';
import { SegmentAges } from './ages.ts';
import { evaluationContextOf, type EvaluationContext } from './evaluation-context.ts';
import { TruthCache } from './truth-cache.ts';

export interface Evaluation {
  readonly evaluation: EvaluationContext;
  readonly truthCache: TruthCache;
  readonly ages: SegmentAges;
}

/** By clinic, the latest dates last. */
const evaluations = new WeakMap<Clinic, Map<CalendarDate, Evaluation>>();
const mostDates = 4;

/** The evaluation of a clinic on a date: the same one for every profile. */
export function evaluationOf(clinic: Clinic, asOf: CalendarDate): Evaluation {
  let byDate = evaluations.get(clinic);
  if (!byDate) evaluations.set(clinic, (byDate = new Map<CalendarDate, Evaluation>()));
  let cached = byDate.get(asOf);
  if (!cached) {
    const evaluation = evaluationContextOf(clinic.dictionary, clinic.coverage, asOf);
    cached = {
      evaluation,
      truthCache: new TruthCache(evaluation),
      ages: new SegmentAges(asOf),
    };
  }
  byDate.delete(asOf);
  byDate.set(asOf, cached);
  for (const oldest of byDate.keys()) if (byDate.size > mostDates) byDate.delete(oldest);
  return cached;
}
