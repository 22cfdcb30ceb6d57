/** Coverage, wherever it comes in: what cannot be read covers nothing (R9). */
import { plainText } from '../../json/plain-text.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { readDays } from '../calendar.ts';
import { mostFields } from '../limits.ts';
import { parsePeriod } from '../period.ts';
import { placeholderMeaning } from '../placeholders.ts';
import { normalizeSystem } from '../systems.ts';
import {
  dataTypes,
  type CalendarDate,
  type Coverage,
  type CoverageByType,
  type DataType,
  type RejectionReason,
} from '../types.ts';
import { isAbsent, isShown, keysOf, peek, peekAll } from './fields.ts';
import { typeMeantBy } from './names.ts';

/**
 * Reads coverage. What cannot be read is no coverage: what depends on it becomes unknown, never no. To read what
 * was read once changes nothing.
 * @param fault Gets the place of what cannot be read: `coverage.result.from`.
 */
export function readCoverage(
  input: unknown,
  fault: (field: string, reason: RejectionReason) => void = ignore,
): CoverageByType {
  if (input === undefined || input === null) return {};
  const isReadable = isObject(input);
  if (!isReadable) fault('coverage', 'not-an-object');
  const coverage: Partial<Record<DataType, Coverage>> = {};
  for (const type of dataTypes) {
    const entry = isReadable ? peek(input, type) : nothing;
    if (entry === undefined || entry === null) continue;
    coverage[type] = readOne(entry, (field, reason) => {
      if (isReadable) fault(`coverage.${type}${field}`, reason);
    });
  }
  if (!isReadable) return coverage;
  // What it says under another name cannot be read, and so covers nothing.
  for (const key of keysOf(input).slice(0, mostFields)) {
    const type = typeMeantBy(key);
    if (!type || coverage[type]) continue;
    coverage[type] = { available: false };
    fault(`coverage.${plainText(key)}`, 'misnamed');
  }
  return coverage;
}

function ignore(): void {
  // Nobody asks.
}

/** In the place of an entry of what is no object. */
const nothing = Symbol('nothing');

const coverageFields: readonly (keyof Coverage)[] = [
  'available',
  'from',
  'source',
  'updated',
  'staleAfter',
  'systems',
];

/** Reads the fields of a coverage, each once, as `peekAll` does: one object after the other. */
function peekCoverage(object: JsonObject): JsonObject {
  try {
    return {
      available: object.available,
      from: object.from,
      source: object.source,
      updated: object.updated,
      staleAfter: object.staleAfter,
      systems: object.systems,
    } satisfies Record<keyof Coverage, unknown>;
  } catch {
    // One of them throws: which, is found by asking for each by itself.
    return peekAll(object, coverageFields);
  }
}

function readOne(
  input: unknown,
  fault: (field: string, reason: RejectionReason) => void,
): Coverage {
  if (!isObject(input)) {
    fault('', 'not-an-object');
    return { available: false };
  }
  let isReadable = true;
  const unreadable = (field: keyof Coverage, reason: RejectionReason): undefined => {
    fault(`.${field}`, reason);
    isReadable = false;
  };
  const entry = peekCoverage(input);
  const { available, source } = entry;
  // It decides nothing.
  if (!isAbsent(source) && typeof source !== 'string') fault('.source', 'wrong-type');
  if (typeof available !== 'boolean') unreadable('available', 'wrong-type');
  const optional = <Value>(
    field: keyof Coverage,
    read: (value: unknown) => Value | undefined,
    reason: RejectionReason,
  ): Value | undefined =>
    isAbsent(entry[field]) ? undefined : (read(entry[field]) ?? unreadable(field, reason));
  const from = optional('from', readStart, 'unreadable-date');
  const updated = optional('updated', readUpdated, 'unreadable-date');
  const staleAfter = optional('staleAfter', readPeriod, 'unknown-value');
  const systems = optional('systems', readSystems, 'wrong-type');
  const coverage: { -readonly [Field in keyof Coverage]: Coverage[Field] } = {
    available: available === true && isReadable,
  };
  if (from !== undefined && from !== ever) coverage.from = from;
  if (isShown(source)) coverage.source = plainText(source);
  if (updated !== undefined) coverage.updated = updated;
  if (staleAfter !== undefined) coverage.staleAfter = staleAfter;
  if (systems !== undefined && systems.length > 0) coverage.systems = systems;
  return coverage;
}

/** Stands for a first day that is written as none. */
const ever = '';

/** The last day that it may be (R4a): what is before it is perhaps not covered. */
function readStart(value: unknown): CalendarDate | undefined {
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days) return undefined;
  const meaning = days.first === days.last ? placeholderMeaning(days.first, days.first) : undefined;
  if (meaning === 'no-end') return undefined;
  return meaning === 'none' ? ever : days.last;
}

/** Reads when a source was last updated: as it is written; of a year or a month, the first day of it. */
export function readUpdated(value: unknown): string | undefined {
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days || placeholderMeaning(days.first, undefined)) return undefined;
  return days.first === days.last ? (value as string).trim() : days.first;
}

function readPeriod(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return parsePeriod(text)?.sign === 1 ? text : undefined;
}

/** By their one names, each once. */
function readSystems(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > mostFields) return undefined;
  if (!value.every((each) => typeof each === 'string')) return undefined;
  return [...new Set((value as readonly string[]).map(normalizeSystem))].filter(
    (name) => name !== '',
  );
}
