/** What is written of a profile in CQL, as the files that others read. */
import type { CqlWritten } from './profile.ts';
import type { FhirResources } from './resources.ts';

export interface CqlFile {
  readonly name: string;
  readonly text: string;
}

/** A file of each library and of each FHIR resource, the profile's own library first. */
export function cqlFiles(
  { library, includes }: CqlWritten,
  { libraries, measure }: FhirResources,
): readonly CqlFile[] {
  return [
    ...[library, ...includes].map(({ name, text }) => ({ name: `${name}.cql`, text })),
    ...[...libraries, measure].map((resource) => ({
      name: `${resource.resourceType}-${resource.name}.json`,
      text: `${JSON.stringify(resource, undefined, 2)}\n`,
    })),
  ];
}
