/**
 * What kind of thing an adapter handed over, in a word that holds nothing of it: enough to tell a forgotten `await`,
 * `return` or `.json()` from one another.
 */
export type AnswerShape =
  | 'nothing'
  | 'text'
  | 'number'
  | 'boolean'
  | 'function'
  | 'promise'
  | 'response'
  | 'list'
  | 'wrapped'
  | 'object';

/** What is wrong with an answer that cannot be used. */
export type AnswerFault =
  | `answer-is-${Exclude<AnswerShape, 'object'>}`
  | 'wrong-answer'
  // A stream of something else than lists of patients.
  | 'batch-is-no-list'
  | 'other-patient'
  // More of it than is read of any such answer.
  | 'too-large';

/** Names the kind of a value. Never throws, whatever it is given. */
export function shapeOf(value: unknown): AnswerShape {
  if (value === undefined || value === null) return 'nothing';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'function':
      return 'function';
  }
  try {
    return shapeOfObject(value as Readonly<Record<string, unknown>>);
  } catch {
    return 'object';
  }
}

function shapeOfObject(value: Readonly<Record<PropertyKey, unknown>>): AnswerShape {
  if (Array.isArray(value) || typeof value[Symbol.iterator] === 'function') return 'list';
  if (typeof value.then === 'function') return 'promise';
  if (typeof value.json === 'function' && 'ok' in value) return 'response';
  const isWrapped = wrappers.some((key) => typeof value[key] === 'object' && value[key] !== null);
  return isWrapped ? 'wrapped' : 'object';
}

/** Where clients of web services put what they answer. */
const wrappers = ['data', 'result', 'results', 'body', 'payload', 'value', 'items'] as const;
