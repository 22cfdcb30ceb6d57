import * as z from 'zod/mini';
import { plainText } from '../json/plain-text.ts';
import { excessOfValue, type DocumentLimits } from '../json/limits.ts';
import { dataTypes, readCoverage, readUpdated } from '../record/index.ts';
import {
  anything,
  lenient,
  localText,
  name as nameText,
  present,
  readPart,
  text,
} from './reading.ts';
import type { ClinicDescription, ClinicSource, TeamMember } from './types.ts';

export interface CheckedDescription {
  readonly description: ClinicDescription;
  /**
   * JSON Pointers to the parts that could not be used. They name places that the contract knows, or a data type
   * as the adapter misspelt it, never another key or a value of the adapter's own. At most 100 of them.
   */
  readonly unusable: readonly string[];
}

/**
 * Keeps what can be used of a description. What cannot be read never counts in favour: coverage is not
 * available, so that what depends on it becomes unknown instead of no; a permission is not given.
 * `null` is taken as absent.
 *
 * @returns undefined when it is no description at all.
 */
export function readDescription(answer: unknown): CheckedDescription | undefined {
  const { data: parts } = answerSchema.safeParse(answer);
  // What has neither of what every description has is something else: a web service's envelope, say.
  if (!parts || (parts.name === undefined && parts.coverage === undefined)) return undefined;
  const unusable: string[] = [];
  const id = readPart(z.nullish(clinicId), parts.id, '/id', unusable);
  const name = readPart(nameText, parts.name, '/name', unusable) ?? '';
  const covered = withinLimits(parts.coverage, {}, '/coverage', unusable);
  const faults: string[] = [];
  const coverage = readCoverage(covered, (field) => {
    if (field !== 'coverage') faults.push(`/${field.replaceAll('.', '/')}`);
  });
  if (!isCoverageKnown(covered, faults)) unusable.push('/coverage');
  unusable.push(...faults);
  const patients = readPart(z.nullish(count), parts.patients, '/patients', unusable);
  const capacity = readPart(z.nullish(capacities), parts.capacity, '/capacity', unusable);
  const user = readPart(z.nullish(nameText), parts.user, '/user', unusable);
  const may = readMay(parts.may, unusable);
  const team = readTeam(withinLimits(parts.team, [], '/team', unusable), unusable);
  const sources = readSources(withinLimits(parts.sources, [], '/sources', unusable), unusable);
  return {
    unusable: unusable.slice(0, mostUnusable),
    description: {
      ...present({ id }),
      name,
      coverage,
      sources,
      ...present({ patients, capacity, may, user, team }),
    },
  };
}

/** All that coverage, the list of sources, or the team, may be. */
const partLimits: DocumentLimits = { characters: 500_000, depth: 12, nodes: 20_000, key: 1000 };
const mostUnusable = 100;

/** Takes a part that is larger than any for an empty one, and names it. */
function withinLimits(part: unknown, empty: object, path: string, unusable: string[]): unknown {
  if (!excessOfValue(part, partLimits)) return part;
  unusable.push(path);
  return empty;
}

const answerSchema = z.object({
  id: anything,
  name: anything,
  coverage: anything,
  patients: anything,
  capacity: anything,
  sources: anything,
  may: anything,
  user: anything,
  team: anything,
});

/** A number is a name as good as any; an empty text names nobody. */
const clinicId = z.pipe(
  z.union([z.string().check(z.trim(), z.minLength(1)), z.number()]),
  z.transform(String),
);

const count = z.int().check(z.gte(0));

/** A capacity may be shared, or part of one. */
const capacities = z.number().check(z.gt(0), z.lte(1000));

/**
 * Whether every type in coverage is one of ours, or was told as one under another name: a misspelt type would otherwise
 * pass for one that was not mentioned. `readCoverage` judges what is in them.
 */
function isCoverageKnown(covered: unknown, faults: readonly string[]): boolean {
  const { error } = coverageSchema.safeParse(covered);
  return (error?.issues ?? []).every(
    (issue) =>
      issue.code === 'unrecognized_keys' &&
      issue.keys.every((key) =>
        faults.includes(`/coverage/${plainText(key).replaceAll('.', '/')}`),
      ),
  );
}

const coverageSchema = z.strictObject(
  Object.fromEntries(dataTypes.map((type) => [type, anything])),
);

/**
 * Leaves out a source that cannot be read, and names it as a whole. One with the id of another stays, and is named: it
 * may be away, which must be told.
 */
function readSources(sources: unknown, unusable: string[]): readonly ClinicSource[] {
  const entries = readPart(z.nullish(z.array(anything)), sources, '/sources', unusable) ?? [];
  const ids = new Set<string>();
  return entries.flatMap((entry, index) => {
    const { data: source } = sourceSchema.safeParse(entry);
    if (!source) {
      unusable.push(`/sources/${index}`);
      return [];
    }
    if (ids.has(source.id)) unusable.push(`/sources/${index}/id`);
    ids.add(source.id);
    // Without a date that can be read the source stays: how old it is, is not known.
    const updated = readUpdated(source.updated);
    const isGiven = source.updated !== undefined && source.updated !== null;
    if (isGiven && updated === undefined) unusable.push(`/sources/${index}/updated`);
    return present({ ...source, updated });
  });
}

const sourceSchema = z.object({
  // Records name it, and are read alike.
  id: text,
  title: localText,
  types: z.pipe(
    z.array(anything),
    z.transform((given) => dataTypes.filter((type) => given.includes(type))),
  ),
  gives: lenient(localText),
  available: z.boolean(),
  updated: anything,
});

/** Leaves out who cannot be read, or has the id of one before, and names them as a whole. */
function readTeam(team: unknown, unusable: string[]): readonly TeamMember[] | undefined {
  const entries = readPart(z.nullish(z.array(anything)), team, '/team', unusable);
  const ids = new Set<string>();
  return entries?.flatMap((entry, index) => {
    const { data: member } = teamMemberSchema.safeParse(entry);
    if (!member || ids.has(member.id)) {
      unusable.push(`/team/${index}`);
      return [];
    }
    ids.add(member.id);
    const roles = readPart(
      z.nullish(z.array(z.string())),
      member.roles,
      `/team/${index}/roles`,
      unusable,
    );
    return [present({ id: member.id, name: member.name, roles })];
  });
}

/** An empty text names nobody. A name is stored with whom is assigned to, and whole: whoever draws it cuts it. */
const teamMemberSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: text.check(z.minLength(1)),
  roles: anything,
});

const nothingAllowed = { openJournal: false, print: false, export: false };

function readMay(may: unknown, unusable: string[]): ClinicDescription['may'] {
  if (may === undefined || may === null) return undefined;
  const parts = readPart(maySchema, may, '/may', unusable) ?? nothingAllowed;
  const permissions = Object.entries(parts).flatMap(([permission, given]) => {
    const path = `/may/${permission}`;
    if (given === undefined || given === null) return [];
    return [[permission, readPart(z.boolean(), given, path, unusable) ?? false] as const];
  });
  return Object.fromEntries(permissions);
}

const maySchema = z.object({ openJournal: anything, print: anything, export: anything });
