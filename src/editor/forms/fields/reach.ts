/** Where in the forms a place of the document is shown. */
import { isObject } from '../../../json/values.ts';
import { keysOf, pointer as pointerOf } from '../../../json/paths.ts';
import { alternativeOf, fits, sectionKind, typeIn } from './fits.ts';
import { group, type Kind } from './kinds.ts';
import { partFor } from './parts.ts';

/** A place of a document, as the forms show it. */
export interface Place {
  /** JSON Pointer of what has the form: the profile, a section, an entry, a criterion, a code set. */
  readonly form: string;
  /** JSON Pointer of the innermost field that shows the place. */
  readonly field: string;
  /** What that field holds; undefined of a key that the format does not have there. */
  readonly kind: Kind | undefined;
  /** What stands there. */
  readonly value: unknown;
}

/** Finds where a place of a document is shown. A place that is not there is shown where it would stand. */
export function placeOf(document: unknown, pointer: string): Place {
  let place: Place = { form: '', field: '', kind: group('profile'), value: document };
  const keys = keysOf(pointer);
  for (const [index, key] of keys.entries()) {
    const { kind, value } = place;
    const step = kind && fits(kind, value) ? within(kind, value, key) : undefined;
    if (!step) return place;
    const field = pointerOf(keys.slice(0, index + 1));
    const form = hasOwnForm(step.kind, keys.slice(0, index + 1)) ? field : place.form;
    place = { ...step, field, form };
  }
  return place;
}

/** The entries of these sections have forms of their own; a purpose and a reference stand in their section's. */
const ownEntries = ['information', 'markers', 'indicators', 'messages', 'codes'];

function hasOwnForm(kind: Kind | undefined, keys: readonly string[]): boolean {
  if (kind?.kind === 'criterion') return true;
  const [section = ''] = keys;
  if (keys.length === 1) return sectionKind(section) !== undefined;
  return keys.length === 2 && ownEntries.includes(section);
}

interface Step {
  readonly kind: Kind | undefined;
  readonly value: unknown;
}

/** One step into a value; undefined where its field shows it whole. */
function within(kind: Kind, value: unknown, key: string): Step | undefined {
  const inner = innerOf(value, key);
  switch (kind.kind) {
    case 'group':
      return ofPart(kind.part, value, key);
    case 'criterion':
      return ofPart('criterion', value, key);
    case 'rows':
    case 'named':
      return { kind: kind.of, value: inner };
    case 'criteria':
      return { kind: { kind: 'criterion' }, value: inner };
    case 'either': {
      const alternative = alternativeOf(kind.of, value);
      return alternative && within(alternative.kind, value, key);
    }
    case 'typed': {
      const type = isObject(value) ? typeIn(kind.types, value) : undefined;
      return type === key ? { kind: group(`${kind.parts}.${key}`), value: inner } : undefined;
    }
    case 'codes':
      if (Array.isArray(value)) return { kind, value: inner };
      return isObject(value) ? ofPart('codeSet', value, key) : undefined;
    case 'localText':
      return ['da', 'en'].includes(key)
        ? { kind: { kind: 'prose' }, value: inner }
        : { kind: undefined, value: inner };
    default:
      return undefined;
  }
}

function ofPart(name: string, value: unknown, key: string): Step {
  const field = partFor(name, value).find((each) => each.key === key);
  const kind = field?.kind.kind === 'section' ? sectionKind(key) : field?.kind;
  return { kind, value: innerOf(value, key) };
}

function innerOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
