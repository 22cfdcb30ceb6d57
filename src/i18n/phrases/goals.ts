/** Where the laboratory's interval and a limit of the profile's disagree. */
import type { ByLanguage } from '../language.ts';

export interface GoalPhrases {
  /** The laboratory finds the value normal, the profile does not. */
  readonly beyondGoal: (marker: string, limit: string) => string;
  readonly withinGoal: (marker: string, limit: string) => string;
  /** A limit of which nobody can say whether it applies to the patient. */
  readonly undecidedLimit: (limit: string) => string;
}

export const goalPhrases: ByLanguage<GoalPhrases> = {
  da: {
    beyondGoal: (marker, limit) =>
      `Inden for laboratoriets referenceinterval, men profilens grænse er nået: ${marker} (${limit})`,
    withinGoal: (marker, limit) =>
      `Uden for laboratoriets referenceinterval, men profilens grænse er ikke nået: ${marker} (${limit})`,
    undecidedLimit: (limit) => `måske ${limit} (kan ikke afgøres)`,
  },
  en: {
    beyondGoal: (marker, limit) =>
      `Within the laboratory’s reference interval, but the profile’s limit is reached: ${marker} (${limit})`,
    withinGoal: (marker, limit) =>
      `Outside the laboratory’s reference interval, but the profile’s limit is not reached: ${marker} (${limit})`,
    undecidedLimit: (limit) => `perhaps ${limit} (cannot be determined)`,
  },
};
