import type { Profile } from '../../profile/index.ts';
import { NodeMaker, type Node, type Selection } from './nodes.ts';

/** A profile made ready for evaluation, once for any number of clinics, patients and dates. */
export interface Plan {
  readonly profile: Profile;
  /** @internal */
  readonly nodes: PlanNodes;
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

/** Prepares a profile that `parseProfile` let pass. */
export function compile(profile: Profile): Plan {
  const { population, markers = [], indicators = [], information } = profile;
  const maker = new NodeMaker(profile);
  return {
    profile,
    nodes: {
      include: maker.nodeOf(population.include),
      ...(population.exclude ? { exclude: maker.nodeOf(population.exclude) } : {}),
      markers: markers.map(({ when }) => maker.nodeOf(when)),
      indicators: indicators.map(({ numerator, denominator }) => ({
        numerator: maker.nodeOf(numerator),
        ...(denominator ? { denominator: maker.nodeOf(denominator) } : {}),
      })),
      conditions: information.map(({ condition }) => condition && maker.nodeOf(condition)),
      selections: information.map((item) =>
        item.type === 'patient' || item.uncoded ? undefined : maker.selectionOf(item.type, item),
      ),
    },
  };
}
