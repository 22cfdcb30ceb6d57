/** Code systems: the one name of each, the names that others have for it, and how its codes match (SEMANTICS R1, R2). */
import { normalize } from './normalize.ts';

/** One code system. */
export interface CodeSystem {
  /** As records and profiles have it, once they are normalised. */
  readonly name: string;
  /** As it is written for people. */
  readonly title: string;
  /**
   * Other names that mean it: identifiers (an OID also as `urn:oid:…`, an address also with `https` and a closing
   * slash) and everyday ones. Compared normalised.
   */
  readonly aliases: readonly string[];
  /** Where the identifiers are published. */
  readonly source: string;
  /** A code stands for everything that begins with it, and `"A-B"` is a range (R2). */
  readonly isTree?: true;
  /** `"A-B"` is a range, though a code stands for itself only (R2). */
  readonly hasRanges?: true;
  /** The dot in a code is only punctuation: `F03.9` is `F039` (R1). */
  readonly dropsDots?: true;
  /** Codes have this many digits; one to three are padded with zeros (R1). */
  readonly digits?: number;
}

/** The systems that have other names, or rules of their own. Any other system goes by its normalised name. */
export const codeSystems: readonly CodeSystem[] = [
  {
    name: 'ICPC-2',
    title: 'ICPC-2',
    aliases: [
      'ICPC',
      'ICPC2',
      'ICPC-2-DK',
      'ICPC2-DK',
      'ICPC-2E',
      'ICPC2E',
      'ICPC-2-E',
      'ICPC2E-DK',
      'ICPC-DK-2',
      '1.2.208.176.2.31',
      '2.16.840.1.113883.6.139',
      'http://hl7.org/fhir/sid/icpc-2',
      'http://hl7.dk/fhir/core/CodeSystem/icpc2E-DK',
    ],
    source: 'HL7 Denmark, DK Core (Condition; ICPC-2 DK); HL7 Terminology',
    isTree: true,
  },
  {
    name: 'ATC',
    title: 'ATC',
    aliases: ['WHO-ATC', '2.16.840.1.113883.6.73', 'http://www.whocc.no/atc'],
    source: 'HL7 Terminology (WHO ATC)',
    isTree: true,
  },
  {
    name: 'NPU',
    title: 'NPU',
    aliases: [
      'DNK',
      'MCS',
      'IUPAC',
      '1.2.208.176.2.1',
      '1.2.208.176.9.1',
      '1.2.208.184.100.8',
      'http://npu-terminology.org',
      'http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-observation-codes',
    ],
    source: 'HL7 Terminology (NPU); MedCom, XDS metadata (NPU and MedCom analysis codes)',
  },
  {
    name: 'ICD-10',
    title: 'ICD-10',
    aliases: ['ICD10', '2.16.840.1.113883.6.3', 'http://hl7.org/fhir/sid/icd-10'],
    source: 'HL7 FHIR, code system registry (ICD-10 International)',
    isTree: true,
    dropsDots: true,
  },
  {
    name: 'SKS',
    title: 'SKS',
    aliases: ['SKS-D', 'SKSD', '1.2.208.176.2.4', '1.2.208.176.2.4.12'],
    source: 'HL7 Denmark, DK Core (SKS, and SKS-D, its hierarchy of diagnoses)',
    isTree: true,
    dropsDots: true,
  },
  {
    name: 'YDELSE',
    title: 'ydelse',
    aliases: ['YDELSER', 'YDELSESKODE', 'YDELSESKODER', 'YDELSESNUMMER'],
    source:
      'Everyday names of the fee schedule of Danish general practice; it has no OID that we know of',
    hasRanges: true,
    digits: 4,
  },
  {
    name: 'LOCAL',
    title: 'local',
    aliases: ['LOKAL', 'LOKALT'],
    source: 'The clinic’s own codes',
  },
  {
    name: 'LOINC',
    title: 'LOINC',
    aliases: ['LN', '2.16.840.1.113883.6.1', 'http://loinc.org'],
    source: 'HL7 FHIR, code system registry (LOINC)',
  },
  {
    name: 'SNOMEDCT',
    title: 'SNOMED CT',
    aliases: ['SNOMED', 'SNOMED-CT', 'SCT', '2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
    source: 'HL7 FHIR, code system registry (SNOMED CT)',
  },
];

/** The one name of a system, whatever it is called. */
export function normalizeSystem(text: string): string {
  const name = normalize(text);
  return systemsByName.get(name)?.name ?? name;
}

/** The rules of a system by its one name; undefined of a system without any. */
export function systemOf(name: string): CodeSystem | undefined {
  return systemsByName.get(name);
}

/** Whether a code of the system stands for everything that begins with it (R2). */
export function isHierarchical(system: string): boolean {
  return systemOf(normalizeSystem(system))?.isTree === true;
}

/** Whether `"A-B"` is a range in the system; elsewhere a hyphen is part of the code (R2). */
export function hasRanges(system: string): boolean {
  const found = systemOf(normalizeSystem(system));
  return found?.isTree === true || found?.hasRanges === true;
}

const systemsByName: ReadonlyMap<string, CodeSystem> = new Map(
  codeSystems.flatMap((system) =>
    [system.name, ...system.aliases]
      .flatMap(spellings)
      .map((name): [string, CodeSystem] => [normalize(name), system]),
  ),
);

/** How an alias may be written: an OID as such and as a URN, an address with either scheme and a closing slash. */
function spellings(alias: string): readonly string[] {
  if (/^\d+(\.\d+)+$/.test(alias)) return [alias, `urn:oid:${alias}`];
  const [, address] = /^http:(.*)$/.exec(alias) ?? [];
  if (address === undefined) return [alias];
  return ['http:', 'https:'].flatMap((scheme) =>
    ['', '/'].map((end) => `${scheme}${address}${end}`),
  );
}
