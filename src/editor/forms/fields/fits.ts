/** Whether a value has a shape that a field can show. What it cannot show is told, and stays as it is. */
import { isObject } from '../../../json/values.ts';
import { readWindow } from '../values/windows.ts';
import { sections, type SectionName } from './entries.ts';
import type { Alternative, Kind } from './kinds.ts';
import { criterionKindOf } from './parts.ts';

/** Tells whether a field of a kind shows the whole of a value. */
export function fits(kind: Kind, value: unknown): boolean {
  switch (kind.kind) {
    case 'line':
    case 'prose':
    case 'date':
    case 'period':
    case 'edge':
    case 'fixed':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' || typeof value === 'string';
    case 'ageLimit':
      return typeof value === 'number' || typeof value === 'string';
    case 'flag':
      return value === true;
    case 'choice':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'choices':
      return typeof value === 'string' || isListOf(value, (each) => typeof each === 'string');
    case 'lines':
      return (kind.orOne === true && isLine(value)) || isListOf(value, isLine);
    case 'localText':
      return isObject(value) && [value['da'], value['en']].every(isTextOrNone);
    case 'window':
      return readWindow(value) !== undefined;
    case 'codes':
      return typeof value === 'string' || isObject(value) || Array.isArray(value);
    case 'either':
      return alternativeOf(kind.of, value) !== undefined;
    case 'typed':
      return isObject(value) && typeIn(kind.types, value) !== undefined;
    case 'criterion':
      return criterionKindOf(value) !== undefined;
    case 'group':
    case 'named':
      return isObject(value);
    case 'rows':
    case 'criteria':
    case 'tests':
      return Array.isArray(value);
    case 'section':
      return isObject(value) || Array.isArray(value);
  }
}

/** Which of several shapes a value has. */
export function alternativeOf(of: readonly Alternative[], value: unknown): Alternative | undefined {
  const fitting = of.filter(({ kind }) => fits(kind, value));
  // Objects differ by their keys: what has the key of a later one is of that.
  return fitting.length > 1 && isObject(value) && 'text' in value ? fitting.at(-1) : fitting[0];
}

/** The one type that an object's key names. */
export function typeIn<Type extends string>(
  types: readonly Type[],
  value: object,
): Type | undefined {
  const [key, ...others] = Object.keys(value);
  return others.length === 0 ? types.find((type) => type === key) : undefined;
}

/** What a section of the profile holds, by its key. */
export function sectionKind(key: string): Kind | undefined {
  return Object.hasOwn(sections, key) ? sections[key as SectionName] : undefined;
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

/** A text that a line of a text area holds as it is. */
function isLine(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/[\n\r]/.test(value);
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
