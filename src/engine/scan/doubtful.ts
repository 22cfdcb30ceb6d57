/**
 * The few patients of whom a date, a code or a whole record is in doubt: what all lawful choices of them give is
 * worked out by the reference, one patient at a time, and the columns answer for everybody else.
 */
import { dateOf } from '../../record/days.ts';
import { findCriterion } from '../reference/criterion.ts';
import { restoreLazily, type Segment } from '../store/index.ts';
import type { Node } from '../query/nodes.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { truthByte, unknown, type TruthVector } from './truth-vector.ts';
import { noAnchor } from './windows.ts';

export type Asker = (segment: Segment, patient: number) => number;

/** What the columns of a segment say, and the patients of whom the reference says it. */
export interface Scan {
  readonly truths: TruthVector;
  readonly doubtful: Iterable<number>;
}

export type Scanner = (segment: Segment) => Scan;

/** Asks the reference what a node asks; of who has no record whose day it is asked on (R19b), nothing. */
export function referenceAsker(
  { dictionary, coverage, asOf, anchors }: EvaluationContext,
  { profile, criterion }: Node,
): Asker {
  return (segment, patient) => {
    const day = anchors?.(segment)[patient];
    if (day === noAnchor) return unknown;
    const restored = restoreLazily(segment, patient, dictionary);
    const anchor = day === undefined ? {} : { anchor: dateOf(day) };
    const context = { profile, patient: restored, clinicCoverage: coverage, asOf, ...anchor };
    const { truth } = findCriterion(context, criterion, '');
    return truthByte(truth);
  };
}
