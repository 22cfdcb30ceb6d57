/** What is at fault in a value that could not be read, as it can be told of many at once. */
import { shapeOf } from '../adapter/index.ts';
import { earliestBeginning, type RejectionReason } from '../record/types.ts';
import { epoch } from '../record/placeholders.ts';
import { shapeOfText } from './tally.ts';

/** A trait that is a word of the data's is told by its shape where it may be a patient's. */
export interface Trait {
  readonly text: string;
  readonly isValue: boolean;
}

/** Undefined where the reason says it all. */
export function traitOf(reason: RejectionReason, value: unknown): Trait | undefined {
  switch (reason) {
    case 'missing':
    case 'empty-code':
      if (value === undefined) return undefined;
      return told(value === null ? 'null' : value === '' ? 'an empty text' : kindOf(value));
    case 'wrong-type':
    case 'not-an-object':
      return told(kindOf(value));
    case 'unreadable-date':
      return told(
        typeof value === 'string' ? `written as \`${shapeOfText(value)}\`` : kindOf(value),
      );
    case 'impossible-date':
      if (typeof value !== 'string') return told('before the birth');
      if (value < earliestBeginning) return told(`before 1850 (\`${value.slice(0, 2)}##\`)`);
      return told(value.startsWith(epoch) ? `\`${epoch}\`, before the birth` : 'before the birth');
    case 'unknown-value':
    case 'doubtful-state':
    case 'not-measured':
      return isSimple(value) ? { text: String(value), isValue: true } : told(kindOf(value));
    case 'placeholder-date':
      // One of a table.
      return typeof value === 'string' ? told(`\`${value.slice(0, 10)}\``) : undefined;
    case 'too-long':
      return typeof value === 'string' ? told(`of ${value.length} characters`) : undefined;
    case 'ends-before-start':
    case 'too-many':
    case 'misnamed':
      return undefined;
  }
}

function told(text: string): Trait {
  return { text, isValue: false };
}

function isSimple(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What kind of thing stands somewhere, in words: `a number`, `a list`. */
export function kindOf(value: unknown): string {
  if (value instanceof Date) return 'a Date object';
  return kinds[shapeOf(value)] ?? 'an object';
}

const kinds: Readonly<Partial<Record<ReturnType<typeof shapeOf>, string>>> = {
  nothing: 'nothing',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  function: 'a function, or a class',
  promise: 'a Promise',
  response: 'a Response',
  list: 'a list',
};

/** Why something was set aside, as it stands in a sentence. */
export const reasonWords: Readonly<Record<RejectionReason, string>> = {
  'not-an-object': 'no object',
  missing: 'missing',
  'wrong-type': 'of a wrong type',
  'unknown-value': 'a value that is none of the contract’s',
  'unreadable-date': 'no date that can be read',
  'impossible-date': 'a date that cannot be',
  'placeholder-date': 'a date that stands for none',
  'empty-code': 'no code',
  'not-measured': 'a value that says that nothing was measured',
  'ends-before-start': 'ends before it begins',
  'too-long': 'longer than is read',
  'too-many': 'more than is read',
  misnamed: 'under a name that the contract does not have',
  'doubtful-state': 'says that it has ended, or may not count',
};
