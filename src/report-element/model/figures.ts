/** What is said of an indicator on a date, of one clinic or of many: three intervals, and the shares that they allow. */
import { sumOf, sumOfFigures, type Figures, type Interval } from '../../report/index.ts';

/** Of how many it is yes, no and unknown, and of how many clinics that is. */
export interface Figure extends Figures {
  readonly clinics: number;
}

/** A share from 0 to 1: the least and the most that the leaves allow, and the likeliest between them. */
export type Share = Interval;

/** The figure of all of them together; undefined of none. */
export function together(figures: readonly Figure[]): Figure | undefined {
  if (figures.length === 0) return undefined;
  return {
    ...sumOfFigures(figures),
    clinics: figures.reduce((sum, { clinics }) => sum + clinics, 0),
  };
}

/** All whom the indicator asks of and of whom it is known. */
export function knownOf({ numerator, rest }: Figures): Interval {
  return sumOf([numerator, rest]);
}

/** All whom the indicator asks of, those included of whom it is unknown. */
export function patientsOf({ numerator, rest, unknown }: Figures): Interval {
  return sumOf([numerator, rest, unknown]);
}

/** By how much the estimate may be wrong at the most. */
export function boundOf({ least, most, estimate }: Interval): number {
  return Math.max(most - estimate, estimate - least);
}
