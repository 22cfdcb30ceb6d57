import { denominatorOf, requireProfile, type Profile } from '../../profile/index.ts';
import { NodeMaker, type Node, type Selection } from './nodes.ts';

/** A profile made ready for evaluation, once for any number of clinics, patients and dates. */
export interface Plan {
  readonly profile: Profile;
  /** @internal */
  readonly nodes: PlanNodes;
}

/**
 * Answers a plan that `compile` made.
 * @param call The function that was given it, for the error's text.
 * @throws {TypeError} of anything else: a profile, or what `parseProfile` answers, is none.
 */
export function requirePlan<Given extends Pick<Plan, 'profile'>>(plan: Given, call: string): Given {
  const given = plan as Partial<Plan> | undefined | null;
  if (typeof given?.profile?.population !== 'object')
    throw new TypeError(`${call} was given no plan: give what compile(profile) answers.`);
  return plan;
}

/** The questions of a profile. What is the same question is the same node. */
export interface PlanNodes {
  readonly include: Node;
  readonly exclude?: Node;
  /** In the order of the profile's markers. */
  readonly markers: readonly Node[];
  /** In the order of the profile's indicators. */
  readonly indicators: readonly { readonly numerator: Node; readonly denominator?: Node }[];
  /** In the order of the profile's information items; undefined where an item asks no condition. */
  readonly conditions: readonly (Node | undefined)[];
  /** In the same order: which records; undefined where an item asks none. */
  readonly selections: readonly (Selection | undefined)[];
}

/**
 * Prepares a profile. One that has not come from `parseProfile` is checked first.
 * @throws {TypeError} of a document that is no profile.
 */
export function compile(document: Profile): Plan {
  const profile = requireProfile(document, 'compile');
  const { population, markers = [], indicators = [], information } = profile;
  const maker = new NodeMaker(profile);
  return {
    profile,
    nodes: {
      include: maker.nodeOf(population.include),
      ...(population.exclude ? { exclude: maker.nodeOf(population.exclude) } : {}),
      markers: markers.map(({ when }) => maker.nodeOf(when)),
      indicators: indicators.map((indicator) => {
        const denominator = denominatorOf(indicator);
        return {
          numerator: maker.nodeOf(indicator.numerator),
          ...(denominator ? { denominator: maker.nodeOf(denominator) } : {}),
        };
      }),
      conditions: information.map(({ condition }) => condition && maker.nodeOf(condition)),
      selections: information.map((item) =>
        item.type === 'patient' || item.uncoded ? undefined : maker.selectionOf(item.type, item),
      ),
    },
  };
}
