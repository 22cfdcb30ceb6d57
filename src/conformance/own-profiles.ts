/** Profiles of the kit's own: everyone whose sex is known is in one of them, everyone else undecided in both. */
const common = {
  format: 'overblik-profile/1',
  version: '1.0.0',
  purpose: [{ da: 'At prøve journalsystemets adapter', en: 'To try the adapter' }],
  information: [],
};

export const ownProfiles = [
  {
    ...common,
    id: 'overblik.conformance.women',
    title: { da: 'Kvinder', en: 'Women' },
    population: { include: { patient: { sex: 'female' } } },
  },
  {
    ...common,
    id: 'overblik.conformance.men',
    title: { da: 'Mænd', en: 'Men' },
    population: { include: { patient: { sex: 'male' } } },
  },
] as const;

/** Whose rounds the kit saves, where it may. */
export const ownRoundProfile = { id: 'overblik.conformance', version: '1.0.0' } as const;
