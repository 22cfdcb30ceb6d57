/** What is written where something is begun: as little as can be, and nothing that only its author can know. */
import { newCriterion } from '../../../authoring/editing/index.ts';
import { recordKinds } from '../../../record/index.ts';
import type { QueryType } from '../../../profile/index.ts';
import type { Field, Kind } from './kinds.ts';
import { parts } from './parts.ts';

/** What a field begins with when it is added. */
export function startOfField(field: Field): unknown {
  return field.start === undefined ? startOf(field.kind) : structuredClone(field.start);
}

/**
 * What a value of a kind begins with. What is missing in it stays missing, and is told, until it is written: no limit,
 * code or period is made up.
 */
export function startOf(kind: Kind): unknown {
  switch (kind.kind) {
    case 'localText':
      return { da: '' };
    case 'flag':
      return true;
    case 'choice':
      return kind.values[0];
    case 'choices':
    case 'lines':
    case 'criteria':
    case 'tests':
      return [];
    case 'period':
      return 'PM';
    case 'window':
      return { last: 'PM' };
    case 'edge':
      return '-PM';
    case 'codes':
      return startOfCodes(kind.type);
    case 'group':
      return startOfPart(kind.part);
    case 'rows':
      return Array.from({ length: kind.least ?? 1 }, () => startOf(kind.of));
    case 'named':
    case 'section':
      return {};
    case 'either':
      return startOf(kind.of[0]!.kind);
    case 'typed':
      return startOfTyped(kind.types[0]!, kind.parts);
    case 'criterion':
      return newCriterion('diagnosis');
    default:
      return '';
  }
}

/** No codes of the system that records of a type are in: it matches nothing, and the format says so. */
function startOfCodes(type: QueryType): unknown {
  return { system: recordKinds[type].system, include: [] };
}

/** Records of a type, of codes that are still to be written. */
export function startOfTyped(type: QueryType, partNames: string): unknown {
  const hasCodes = parts.get(`${partNames}.${type}`)?.some(({ key }) => key === 'codes');
  return { [type]: hasCodes ? { codes: startOfCodes(type) } : {} };
}

/** The fields that the format asks for, each begun. A part that asks for none of its own begins with how it counts. */
function startOfPart(name: string): unknown {
  if (name === 'count') return { min: 1 };
  if (name === 'item') return startOfPart('item.diagnosis');
  const fields = parts.get(name) ?? [];
  return Object.fromEntries(
    fields
      .filter(({ presence }) => presence === 'needed')
      .map((field) => [field.key, startOfField(field)]),
  );
}
