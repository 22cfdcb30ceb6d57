/** The shape of a cohort expression, as far as it is read: what it holds beside is refused by its name where it is met. */
import * as z from 'zod/mini';
import type { CirceExpression, CirceGroup } from './types.ts';

const edge = z.looseObject({
  Days: z.optional(z.nullable(z.int())),
  Coeff: z.literal([-1, 1]),
});

const window = z.looseObject({ Start: edge, End: edge });

const event = z.record(z.string(), z.looseObject({}));

const correlated = z.looseObject({
  Criteria: event,
  StartWindow: z.optional(window),
  EndWindow: z.optional(window),
  Occurrence: z.looseObject({ Type: z.literal([0, 1, 2]), Count: z.int().check(z.minimum(0)) }),
});

const group: z.ZodMiniType<CirceGroup> = z.lazy(() =>
  z.looseObject({
    Type: z.enum(['ALL', 'ANY', 'AT_LEAST', 'AT_MOST']),
    Count: z.optional(z.int().check(z.minimum(0))),
    CriteriaList: z.optional(z.array(correlated)),
    DemographicCriteriaList: z.optional(z.array(z.looseObject({}))),
    Groups: z.optional(z.array(group)),
  }),
) as z.ZodMiniType as z.ZodMiniType<CirceGroup>;

const concept = z.looseObject({
  CONCEPT_ID: z.int(),
  CONCEPT_NAME: z.string(),
  CONCEPT_CODE: z.string(),
  VOCABULARY_ID: z.string(),
});

const conceptSet = z.looseObject({
  id: z.int(),
  name: z.string(),
  expression: z.looseObject({
    items: z.array(
      z.looseObject({
        concept,
        isExcluded: z.optional(z.boolean()),
        includeDescendants: z.optional(z.boolean()),
        includeMapped: z.optional(z.boolean()),
      }),
    ),
  }),
});

const limit = z.optional(z.looseObject({ Type: z.string() }));

export const expression = z.looseObject({
  ConceptSets: z.array(conceptSet),
  PrimaryCriteria: z.looseObject({
    CriteriaList: z.array(event).check(z.minLength(1)),
    ObservationWindow: z.optional(z.looseObject({ PriorDays: z.number(), PostDays: z.number() })),
    PrimaryCriteriaLimit: limit,
  }),
  AdditionalCriteria: z.optional(z.nullable(group)),
  QualifiedLimit: limit,
  ExpressionLimit: limit,
  InclusionRules: z.optional(z.array(z.looseObject({ name: z.string(), expression: group }))),
  EndStrategy: z.optional(z.nullable(z.looseObject({}))),
  CensoringCriteria: z.optional(z.nullable(z.array(event))),
  CollapseSettings: z.optional(z.nullable(z.looseObject({}))),
  CensorWindow: z.optional(z.nullable(z.looseObject({}))),
}) as z.ZodMiniType as z.ZodMiniType<CirceExpression>;
