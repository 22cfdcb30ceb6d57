/**
 * A made-up country: clinics of the same size whose patients are those of a few made-up clinics (`fixtures/clinic`), each
 * moved back by some weeks of its own. What everybody is like is drawn slowly, once; who a clinic has is whole-number
 * arithmetic on the clinic's and the patient's place, so that a database makes the same records by itself
 * (`database/fill.ts`): codes, distances between dates, values, units, sources, coverage and what is missing are those of
 * the made-up clinic, and so are the shares, about which each clinic has its own chance.
 */
import {
  defaultClinic,
  describeGenerated,
  edgePatients,
  generatePatients,
} from '../../../fixtures/clinic/index.ts';
import type { ClinicDescription } from '../../../src/adapter/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';

/** The day that the country is seen on. */
export const seenOn = defaultClinic.asOf;

/** Of Denmark's 1,600 clinics with 5.5 million patients. */
export const usualPatients = 3438;
export const wholeCountry = 1600;

/** So many made-up clinics give the patients, `usualPatients` each. */
export const homes = 4;

/** Patients of each clinic who are nobody's double: the labelled edges, which stay as they are. */
export const edges = edgePatients(0).length;

/** Weeks by which a patient's life is moved back at most. */
export const mostWeeks = 13;

/** Whose records a patient has, and by how much they are moved. */
export interface Double {
  /** A place among the archetypes. */
  readonly archetype: number;
  readonly weeks: number;
}

/**
 * Whose double a patient is. Three of four are of the clinic's own kind, the fourth of any.
 * @param clinic From 1. @param place In the clinic, from 0.
 */
function doubleOf(clinic: number, place: number): Double {
  if (place < edges) return { archetype: place, weeks: 0 };
  const home = place % 4 === 3 ? (clinic + Math.floor(place / 4)) % homes : clinic % homes;
  const resident = (place * 31 + clinic * 1009) % usualPatients;
  return {
    archetype: edges + home * usualPatients + resident,
    weeks: (clinic * 7 + place * 3 + ((clinic * place) % 11)) % mostWeeks,
  };
}

/** A patient's id: no two of the country's have the same. */
export function idOf(clinic: number, place: number): string {
  return String(100_000_000 + clinic * 10_000 + place);
}

export function clinicIdOf(clinic: number): string {
  return `clinic-${String(clinic).padStart(4, '0')}`;
}

/** What a clinic says of its data. One in twenty hears nothing from the hospitals. */
export function describeCountryClinic(clinic: number, patients: number): ClinicDescription {
  const description = describeGenerated({ asOf: seenOn }, patients);
  const { coverage } = description;
  const isDeaf = clinic % 20 === 7;
  return {
    ...description,
    name: clinicIdOf(clinic),
    coverage: isDeaf ? { ...coverage, letter: { available: false } } : coverage,
  };
}

/** Those whose lives are doubled: the labelled edges, then the residents of each made-up clinic. */
export function drawArchetypes(): readonly PatientRecords[] {
  const found: PatientRecords[] = [];
  for (let home = 0; home < homes; home++) {
    const options = { seed: `home ${home}`, size: usualPatients + edges, asOf: seenOn };
    const own: PatientRecords[] = [];
    const edge: PatientRecords[] = [];
    for (const patient of generatePatients(options))
      (patient.patient.id.startsWith('edge-') ? edge : own).push(patient);
    if (home === 0) found.push(...edge);
    found.push(...own);
  }
  return found;
}

/** Makes a clinic's patients out of the archetypes, as an adapter hands them over. */
export class ClinicMaker {
  readonly #archetypes: readonly Archetype[];

  constructor(archetypes: readonly PatientRecords[]) {
    this.#archetypes = archetypes.map(archetypeOf);
  }

  *patients(clinic: number, size: number): Generator<PatientRecords> {
    for (let place = 0; place < size; place++) {
      const { archetype, weeks } = doubleOf(clinic, place);
      const { patient, others, lists } = this.#archetypes[archetype]!;
      const days = 7 * weeks;
      const made: Record<string, unknown> = {
        ...others,
        patient: { ...moved(patient, days), id: idOf(clinic, place) },
      };
      for (const [key, records] of lists) made[key] = records.map((each) => moved(each, days));
      yield made as unknown as PatientRecords;
    }
  }
}

/** A patient and the lists with the days in them read. */
interface Archetype {
  readonly patient: Dated;
  /** The patient's own coverage, and what stands in the place of a list and is none. */
  readonly others: Readonly<Record<string, unknown>>;
  readonly lists: readonly (readonly [key: string, records: readonly Dated[]])[];
}

interface Dated {
  readonly record: Readonly<Record<string, unknown>>;
  readonly days: readonly DayField[];
}

interface DayField {
  readonly name: string;
  /** Days since `firstKept`. */
  readonly day: number;
  /** The time, if there is one. */
  readonly rest: string;
}

function archetypeOf({ patient, ...parts }: PatientRecords): Archetype {
  // A number tells its own date of birth.
  const { cpr: _, ...withoutNumber } = patient;
  const entries = Object.entries(parts);
  return {
    patient: datedOf(withoutNumber),
    others: Object.fromEntries(entries.filter(([, part]) => !Array.isArray(part))),
    lists: entries.flatMap(([key, part]) =>
      Array.isArray(part) ? [[key, part.map(datedOf)] as const] : [],
    ),
  };
}

const dayFields = [
  'birthDate',
  'registered',
  'deceased',
  'from',
  'to',
  'at',
  'maintained',
  'dispensed',
];

function datedOf(record: object): Dated {
  const fields = record as Readonly<Record<string, unknown>>;
  const days = dayFields.flatMap((name): readonly DayField[] => {
    const text = fields[name];
    if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d(T.*)?$/.test(text)) return [];
    const day = (Date.parse(text.slice(0, 10)) - firstKept) / millisecondsInDay;
    return Number.isInteger(day) ? [{ name, day, rest: text.slice(10) }] : [];
  });
  return { record: fields, days };
}

function moved({ record, days }: Dated, by: number): Readonly<Record<string, unknown>> {
  // The edges stay as they are, whatever they hold in a record's place.
  if (by === 0) return record;
  const copy = { ...record };
  for (const { name, day, rest } of days) if (day <= today) copy[name] = dates[day - by]! + rest;
  return copy;
}

const millisecondsInDay = 86_400_000;
const firstKept = Date.parse('1900-01-01');
/** What is still to come stays where it is: a booked appointment is one. */
const today = (Date.parse(seenOn) - firstKept) / millisecondsInDay;
/** The calendar's texts, each once. */
const dates = Array.from({ length: 150 * 366 }, (_, day) =>
  new Date(firstKept + day * millisecondsInDay).toISOString().slice(0, 10),
);
