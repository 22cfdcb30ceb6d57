/** What of OHDSI's cohort expressions is read and written, by the names that Circe has for it. */
import type { QueryType } from '../../profile/index.ts';

/** A concept as a concept set has it. */
export interface OmopConcept {
  readonly CONCEPT_ID: number;
  readonly CONCEPT_NAME: string;
  readonly CONCEPT_CODE: string;
  readonly VOCABULARY_ID: string;
  readonly DOMAIN_ID?: string;
  readonly CONCEPT_CLASS_ID?: string;
  readonly STANDARD_CONCEPT?: string;
}

/** A code as a code set of a profile has it. */
export interface ResolvedCode {
  readonly system: string;
  /** With everything below it, where the system is a tree (R2). */
  readonly code: string;
  readonly name?: string;
}

/**
 * What needs a vocabulary: which codes of the clinic's systems a concept means, and the other way round. The host has
 * one; nobody answers for a vocabulary by its structure alone.
 */
export interface ConceptResolver {
  /**
   * The codes that mean a concept, or it and its descendants.
   * @returns Undefined where it cannot be said: the definition is then refused.
   */
  readonly codesOf: (
    concept: OmopConcept,
    asked: { readonly descendants: boolean; readonly mapped: boolean; readonly type: QueryType },
  ) => readonly ResolvedCode[] | undefined;
  /** The concepts that mean a code and, where `isTree`, everything below it; undefined where it cannot be said. */
  readonly conceptsOf: (
    code: ResolvedCode,
    asked: { readonly isTree: boolean; readonly type: QueryType },
  ) => readonly OmopConcept[] | undefined;
  /** A unit as a profile writes it, of a unit's concept. */
  readonly unitOf?: (concept: OmopConcept) => string | undefined;
  /** The concepts of units that mean a unit. */
  readonly unitConceptsOf?: (unit: string) => readonly OmopConcept[] | undefined;
}

export interface CirceNumber {
  readonly Value: number;
  readonly Op: 'lt' | 'lte' | 'eq' | 'gt' | 'gte' | 'bt' | '!bt';
  readonly Extent?: number;
}

export interface CirceEdge {
  /** None: all days. */
  readonly Days?: number | null;
  readonly Coeff: -1 | 1;
}

export interface CirceWindow {
  readonly Start: CirceEdge;
  readonly End: CirceEdge;
  readonly UseIndexEnd?: boolean;
  readonly UseEventEnd?: boolean;
}

/** One key, its domain. */
export type CirceEvent = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface CirceCorrelated {
  readonly Criteria: CirceEvent;
  readonly StartWindow?: CirceWindow;
  readonly EndWindow?: CirceWindow;
  readonly Occurrence: {
    /** Exactly, at most, at least. */
    readonly Type: 0 | 1 | 2;
    readonly Count: number;
    readonly IsDistinct?: boolean;
  };
  readonly RestrictVisit?: boolean;
  readonly IgnoreObservationPeriod?: boolean;
}

export interface CirceGroup {
  readonly Type: 'ALL' | 'ANY' | 'AT_LEAST' | 'AT_MOST';
  readonly Count?: number;
  readonly CriteriaList?: readonly CirceCorrelated[];
  readonly DemographicCriteriaList?: readonly Readonly<Record<string, unknown>>[];
  readonly Groups?: readonly CirceGroup[];
}

export interface CirceConceptSet {
  readonly id: number;
  readonly name: string;
  readonly expression: {
    readonly items: readonly {
      readonly concept: OmopConcept;
      readonly isExcluded?: boolean;
      readonly includeDescendants?: boolean;
      readonly includeMapped?: boolean;
    }[];
  };
}

/** A cohort expression. */
export interface CirceExpression {
  readonly cdmVersionRange?: string;
  readonly PrimaryCriteria: {
    readonly CriteriaList: readonly CirceEvent[];
    readonly ObservationWindow?: { readonly PriorDays: number; readonly PostDays: number };
    readonly PrimaryCriteriaLimit?: { readonly Type: string };
  };
  readonly AdditionalCriteria?: CirceGroup | null;
  readonly ConceptSets: readonly CirceConceptSet[];
  readonly QualifiedLimit?: { readonly Type: string };
  readonly ExpressionLimit?: { readonly Type: string };
  readonly InclusionRules?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly expression: CirceGroup;
  }[];
  readonly EndStrategy?: object | null;
  readonly CensoringCriteria?: readonly CirceEvent[] | null;
  readonly CollapseSettings?: object | null;
  readonly CensorWindow?: object | null;
}

/** The record types that have a domain, and what it is called. */
export const domains = {
  diagnosis: 'ConditionOccurrence',
  medication: 'DrugExposure',
  result: 'Measurement',
  service: 'ProcedureOccurrence',
} as const satisfies Partial<Readonly<Record<QueryType, string>>>;

export type DomainType = keyof typeof domains;

/** OMOP's own concepts of the two sexes. */
export const genders = {
  male: { CONCEPT_ID: 8507, CONCEPT_NAME: 'MALE', CONCEPT_CODE: 'M', VOCABULARY_ID: 'Gender' },
  female: { CONCEPT_ID: 8532, CONCEPT_NAME: 'FEMALE', CONCEPT_CODE: 'F', VOCABULARY_ID: 'Gender' },
} as const satisfies Readonly<Record<string, OmopConcept>>;
