/** A profile's CQL as FHIR resources: what they say is what the profile says. */
import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { toCql, toFhirResources } from '../../src/languages/index.ts';
import { parseProfile } from '../../src/profile/index.ts';

const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error('The profile does not parse.');
const { profile } = parsed;
const written = toCql(profile);
if (!written.ok) throw new Error('The profile is refused.');
const base = 'https://profiler.example/fhir';
const elm = { DkDemens: { library: { identifier: { id: 'DkDemens' } } } };
const { libraries, measure } = toFhirResources(profile, written, { base, elm });
const [own, ...included] = libraries;

function contentOf(at: number): string {
  return Buffer.from(own!.content![at]!.data!, 'base64').toString('utf8');
}

it('is a library with the text, and with what a translator made of it', () => {
  expect(own).toMatchObject({
    resourceType: 'Library',
    name: 'DkDemens',
    version: profile.version,
    title: 'Patients with dementia',
    content: [{ contentType: 'text/cql' }, { contentType: 'application/elm+json' }],
  });
  expect(contentOf(0)).toBe(written.library.text);
  expect(JSON.parse(contentOf(1))).toEqual(elm.DkDemens);
});

it('depends on the libraries that it includes', () => {
  expect(own!.relatedArtifact?.map(({ resource }) => resource)).toEqual(
    included.map(({ url, version }) => `${url}|${version}`),
  );
});

it('is a measure of who is in, each indicator and each marker, by definitions that there are', () => {
  expect(measure.library).toEqual([`${own!.url}|${profile.version}`]);
  const { group = [] } = measure;
  expect(group.map((each) => each.id)).toEqual([
    'population',
    ...profile.indicators!.map(({ id }) => `indicator-${id}`),
    ...profile.markers!.map(({ id }) => `marker-${id}`),
  ]);
  for (const { criteria } of group.flatMap(({ population = [] }) => population))
    expect(written.library.text).toContain(`define "${criteria.expression}":`);
});

it('leaves out of an indicator whoever is undecided', () => {
  const { population = [] } = measure.group![1]!;
  expect(population.map(({ code }) => code!.coding![0]!.code)).toEqual([
    ...['initial-population', 'denominator', 'denominator-exclusion', 'numerator'],
  ]);
});
