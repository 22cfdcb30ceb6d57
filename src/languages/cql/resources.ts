/** A profile's CQL as FHIR R4: a Library for each library, and a Measure of its population, markers and indicators. */
import type { Library, Measure, MeasureGroup } from 'fhir/r4';
import type { Indicator, Profile } from '../../profile/index.ts';
import type { CqlLibrary, CqlWritten } from './profile.ts';

export interface FhirResourcesOptions {
  /** Where the resources are to be found, without a slash at its end: `https://profiles.example/fhir`. */
  readonly base: string;
  /** What a translator made of the libraries, by their names: ELM, as JSON. */
  readonly elm?: Readonly<Record<string, object>>;
}

export interface FhirResources {
  /** The profile's own first, then those that it includes. */
  readonly libraries: readonly Library[];
  readonly measure: Measure;
}

/** Makes the resources. What they say is the profile's: its title, its version, its status and who vouches for it. */
export function toFhirResources(
  profile: Profile,
  written: CqlWritten,
  { base, elm = {} }: FhirResourcesOptions,
): FhirResources {
  const { library, includes } = written;
  const head = headOf(profile);
  const own: Library = {
    ...libraryOf(library, base, elm),
    ...head,
    description: [profile.purpose.map(({ da, en = da }) => `- ${en}`).join('\n')].join('\n'),
    parameter: [
      { name: 'AsOf', use: 'in', min: 1, max: '1', type: 'date' },
      {
        name: 'Coverage',
        use: 'in',
        min: 0,
        max: '*',
        type: 'Any',
        documentation:
          'What the data covers, by type: of what is not in it, a missing record proves nothing.',
      },
    ],
    relatedArtifact: includes.map((each) => ({
      type: 'depends-on' as const,
      resource: `${base}/Library/${idOf(each)}|${each.version}`,
    })),
  };
  return {
    libraries: [
      own,
      ...includes.map((each) => ({ ...libraryOf(each, base, elm), status: 'active' as const })),
    ],
    measure: measureOf(profile, written, base),
  };
}

/** An id of FHIR's: letters, digits, dots and hyphens. */
function idOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name}-${version}`.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64);
}

function headOf({ title, version, status = 'published', about }: Profile) {
  const states = { draft: 'draft', published: 'active', retired: 'retired' } as const;
  const approvals = about?.approvedBy ?? [];
  const latest = approvals
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1);
  return {
    title: title.en ?? title.da,
    version,
    status: states[status],
    ...(latest === undefined ? {} : { approvalDate: latest }),
  };
}

function libraryOf(
  library: CqlLibrary,
  base: string,
  elm: Readonly<Record<string, object>>,
): Library {
  const { name, version, text } = library;
  const translated = Object.hasOwn(elm, name) ? elm[name] : undefined;
  return {
    resourceType: 'Library',
    id: idOf(library),
    url: `${base}/Library/${idOf(library)}`,
    name,
    version,
    status: 'draft',
    type: concept('http://terminology.hl7.org/CodeSystem/library-type', 'logic-library'),
    content: [
      { contentType: 'text/cql', data: base64(text) },
      ...(translated
        ? [{ contentType: 'application/elm+json', data: base64(JSON.stringify(translated)) }]
        : []),
    ],
  };
}

/** UTF-8, as FHIR's base64Binary has it. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function concept(system: string, code: string) {
  return { coding: [{ system, code }] };
}

function measureOf(profile: Profile, { library, names }: CqlWritten, base: string): Measure {
  const { markers = [], indicators = [], purpose } = profile;
  return {
    resourceType: 'Measure',
    id: idOf(library),
    url: `${base}/Measure/${idOf(library)}`,
    name: library.name,
    ...headOf(profile),
    purpose: purpose.map(({ da, en = da }) => `- ${en}`).join('\n'),
    library: [`${base}/Library/${idOf(library)}|${library.version}`],
    group: [
      group('population', 'Who is in', 'cohort', [
        population('initial-population', names.population),
      ]),
      ...indicators.map((indicator) =>
        indicatorGroup(indicator, names.indicators[indicator.id]!, names.population),
      ),
      ...markers.map(({ id, title }) =>
        group(`marker-${id}`, title.en ?? title.da, 'proportion', [
          population('initial-population', names.population),
          population('denominator', names.population),
          population('numerator', names.markers[id]!),
        ]),
      ),
    ],
  };
}

/** R22: who is undecided is counted beside, never inside. */
function indicatorGroup(
  { id, title, better }: Indicator,
  names: CqlWritten['names']['indicators'][string],
  initial: string,
): MeasureGroup {
  return {
    ...group(`indicator-${id}`, title.en ?? title.da, 'proportion', [
      population('initial-population', initial),
      population('denominator', names.denominator),
      population('denominator-exclusion', names.undecided),
      population('numerator', names.numerator),
    ]),
    ...(better
      ? {
          extension: [
            ...scoring('proportion'),
            {
              url: 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-improvementNotation',
              valueCodeableConcept: concept(
                'http://terminology.hl7.org/CodeSystem/measure-improvement-notation',
                better === 'higher' ? 'increase' : 'decrease',
              ),
            },
          ],
        }
      : {}),
  };
}

function group(
  id: string,
  description: string,
  score: 'cohort' | 'proportion',
  populations: MeasureGroup['population'],
): MeasureGroup {
  return { id, description, extension: scoring(score), population: populations ?? [] };
}

/** R4 has one scoring for a measure: the measures' own extension has one for a group. */
function scoring(code: 'cohort' | 'proportion') {
  return [
    {
      url: 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-scoring',
      valueCodeableConcept: concept('http://terminology.hl7.org/CodeSystem/measure-scoring', code),
    },
  ];
}

function population(code: string, expression: string) {
  return {
    code: concept('http://terminology.hl7.org/CodeSystem/measure-population', code),
    criteria: { language: 'text/cql-identifier', expression },
  };
}
