/**
 * FHIR R4 resources as records, as a CQL library: the same reading as `adapter/fhir` has. What it says of a resource
 * type holds for every profile, so that a profile's own library names record types and codes alone.
 */
import { codeSystems } from '../../record/index.ts';
import { addressesOf } from './addresses.ts';
import { codeReading } from './records/codes.ts';
import { contactReading } from './records/contacts.ts';
import { dayReading } from './records/days.ts';
import { patientReading } from './records/patient.ts';
import { resultReading } from './records/results.ts';
import { spanReading } from './records/spans.ts';
import { rulesName, rulesVersion } from './rules-library.ts';

/** The name and version under which a profile's library includes it. */
export const recordsName = 'OverblikRecords';
export const recordsVersion = '1.0.0';

const head = `library ${recordsName} version '${recordsVersion}'

// What Overblik reads of FHIR R4. A record that nothing can be made of is set aside: it may be any (R3).

using FHIR version '4.0.1'

include ${rulesName} version '${rulesVersion}'

context Patient
`;

/** Every address of a system that the library compares. */
const addresses = codeSystems.flatMap(({ aliases }) => aliases.flatMap(addressesOf));

/**
 * The library of records, that knows the addresses of a host's own systems too: a code in none that is known may be any.
 */
export function recordsLibrary(own: readonly string[]): string {
  return [
    head,
    dayReading,
    codeReading([...addresses, ...own]),
    spanReading,
    resultReading,
    contactReading,
    patientReading,
  ].join('\n');
}
