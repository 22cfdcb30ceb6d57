/** Profiles as they begin: an empty one, and a clinic's own variant of another. */
import type { JsonObject } from '../../json/values.ts';
import type { Profile } from '../../profile/index.ts';

/** What is still to be said is empty, which the format tells as an error at its place. */
export function newProfile(): JsonObject {
  return {
    format: 'overblik-profile/1',
    id: '',
    version: '0.1.0',
    status: 'draft',
    title: { da: '' },
    purpose: [],
    population: { include: { any: [] } },
    information: [],
  };
}

/** Who makes a variant, and what it is called. */
export interface VariantOptions {
  /** Id of the variant: a dotted name, `klinik.demens`. */
  readonly id: string;
  /** Who it is of, as it is added to the title: the clinic's name. */
  readonly by?: string | undefined;
}

/**
 * A copy of a profile for a clinic's own changes. It says which version it comes from (`about.derivedFrom`). Who
 * approved the other has not approved this one.
 */
export function variantOf(profile: Profile, { id, by }: VariantOptions): JsonObject {
  const {
    $schema,
    format,
    status: _,
    validFrom: __,
    validTo: ___,
    about,
    title,
    ...rest
  } = profile;
  const {
    approvedBy: ____,
    reviewed: _____,
    nextReview: ______,
    changes: _______,
    ...kept
  } = about ?? {};
  const named = by === undefined || by.trim() === '' ? '' : ` (${by.trim()})`;
  return {
    ...($schema === undefined ? {} : { $schema }),
    ...{ format, ...rest, id, version: '0.1.0', status: 'draft' },
    about: { ...kept, derivedFrom: { id: profile.id, version: profile.version } },
    title: {
      da: `${title.da}${named}`,
      ...(title.en === undefined ? {} : { en: `${title.en}${named}` }),
    },
  };
}
