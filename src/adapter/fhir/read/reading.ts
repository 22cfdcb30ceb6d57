/** What the readers of resources have in common. */
import type { CodeableConcept, Period, Reference, Resource } from 'fhir/r4';
import type { CalendarDate, RecordType } from '../../../record/index.ts';
import { codeFields, type Coder } from '../coder.ts';
import type { FhirRecord } from '../options.ts';
import type { Tally } from '../tally.ts';
import type { Units } from '../units.ts';
import { between, type Zone } from '../zone.ts';

/** What a reader is given beside the resource. */
export interface Reading {
  readonly asOf: CalendarDate;
  readonly zone: Zone;
  readonly coder: Coder;
  readonly units: Units;
  readonly tally: Tally;
  /** Whether letters and messages come with what they say: of one patient alone. */
  readonly withBodies: boolean;
  /** Gets the type and system of each coding that was asked for and had to stand back. */
  readonly passedOver: (type: RecordType, system: string) => void;
  /** A resource that another one refers to, contained or of its own; undefined of one that is not there. */
  readonly resolve: (reference: Reference | undefined) => object | undefined;
}

/** Makes records of a resource. What it leaves out it counts. */
export type Reader<Resource> = (resource: Resource, reading: Reading) => readonly FhirRecord[];

/** Makes a record of a type with a code, words and a source. Fields that are undefined are left out. */
export function make(
  type: RecordType,
  { concept, source, ...fields }: MakeFields,
  { coder, passedOver }: Reading,
): FhirRecord {
  const placed = coder.place(type, concept, (system) => passedOver(type, system));
  const code = codeFields(placed, type);
  return { type, record: present({ ...code, ...fields, source }) } as unknown as FhirRecord;
}

interface MakeFields {
  readonly concept: CodeableConcept | undefined;
  readonly source: string | undefined;
  readonly [field: string]: unknown;
}

/** An object without the fields that are undefined. */
export function present(fields: Readonly<Record<string, unknown>>): object {
  const present: Record<string, unknown> = {};
  for (const field in fields) if (fields[field] !== undefined) present[field] = fields[field];
  return present;
}

/** Where a resource came from: `meta.source`, without the part after `#`, which names a message. */
export function sourceOf({ meta }: Resource): string | undefined {
  return meta?.source?.split('#')[0] || undefined;
}

/** Counts a resource that is no record. */
export function leaveOut(
  { resourceType }: { readonly resourceType: string },
  why: string,
  { tally }: Reading,
): readonly FhirRecord[] {
  tally.leaveOut(resourceType, why);
  return [];
}

/** Names of an element, for the report. */
interface Element {
  readonly resource: { readonly resourceType: string };
  readonly field: string;
}

/**
 * A date of an element, by the clinic's calendar. Of one that cannot be read the text as it came, so that the check sets
 * the record aside.
 */
export function dateOf(
  text: string | undefined,
  { resource, field }: Element,
  { zone, tally }: Reading,
  keepsTime = false,
): string | undefined {
  if (text === undefined || text === '') return undefined;
  const date = keepsTime ? zone.local(text) : zone.day(text);
  if (date === undefined) tally.date(resource.resourceType, field, 'unreadable');
  return date ?? unreadable;
}

/** Stands for a date that is there and cannot be read. */
export const unreadable = '?';

/**
 * A day that lies in a period, as exactly as a record can tell it; undefined where it may be in different years, and
 * `unreadable` where either end is: what is there and cannot be read is never taken for nothing.
 */
export function dayWithin(
  period: Period | undefined,
  element: Element,
  reading: Reading,
): string | undefined {
  const [start, end] = [period?.start, period?.end].map((text) => dateOf(text, element, reading));
  return start === unreadable || end === unreadable ? unreadable : between(start, end);
}

/** The first of several dates that is there; another than the first is counted as standing for it. */
export function firstDate(
  candidates: readonly (readonly [field: string, text: string | undefined])[],
  resource: { readonly resourceType: string },
  reading: Reading,
  keepsTime = false,
): string | undefined {
  const at = candidates.findIndex(([, text]) => text !== undefined && text !== '');
  const found = candidates[at];
  if (!found) {
    reading.tally.date(resource.resourceType, candidates[0]?.[0] ?? '', 'missing');
    return undefined;
  }
  const [field, text] = found;
  if (at > 0 && field !== '') reading.tally.date(resource.resourceType, field, 'instead');
  return dateOf(text, { resource, field }, reading, keepsTime);
}

/** What somebody who is referred to is called. */
export function nameOf(reference: Reference | undefined): string | undefined {
  return reference?.display ?? reference?.identifier?.value;
}

/** The names of several, as one text. */
export function namesOf(references: readonly Reference[] | undefined): string | undefined {
  const names = (references ?? []).flatMap((each) => nameOf(each) ?? []);
  return names.length > 0 ? names.join(', ') : undefined;
}

/** The first concept with a coding, or else with words. */
export function firstConcept(
  ...concepts: readonly (CodeableConcept | undefined)[]
): CodeableConcept | undefined {
  return (
    concepts.find((concept) => (concept?.coding?.length ?? 0) > 0) ??
    concepts.find((concept) => concept?.text)
  );
}

/** Whether a concept has a code of a system. */
export function hasCode(
  concepts: readonly CodeableConcept[] | CodeableConcept | undefined,
  system: string,
  code: string,
): boolean {
  return [concepts ?? []]
    .flat()
    .some((concept) =>
      concept.coding?.some((coding) => coding.system === system && coding.code === code),
    );
}
