/** Windows as choices: a word, so long before or after the day of evaluation, or from one day to another. */
import { isObject } from '../../../json/values.ts';
import type { Edge } from './edges.ts';
import { readEdge, writeEdge } from './edges.ts';

/** The words that are windows. */
const windowWords = ['ever', 'now', 'future'] as const;
type WindowWord = (typeof windowWords)[number];

/** A window as a form shows it; `other` is a word that is no window. */
export type WindowParts =
  | { readonly choice: WindowWord }
  | { readonly choice: 'other'; readonly word: string }
  | { readonly choice: 'last' | 'next'; readonly period: string }
  | { readonly choice: 'span'; readonly from: Edge; readonly to: Edge };
export type WindowChoice = Exclude<WindowParts['choice'], 'other'>;

/** What can be chosen, in the order in which it is offered. */
export const windowChoices: readonly WindowChoice[] = [...windowWords, 'last', 'next', 'span'];

/** Reads a window; undefined for what has another shape. */
export function readWindow(value: unknown): WindowParts | undefined {
  if (typeof value === 'string') {
    const word = windowWords.find((each) => each === value);
    return word ? { choice: word } : { choice: 'other', word: value };
  }
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  for (const choice of ['last', 'next'] as const) {
    const period = value[choice];
    if (keys.length === 1 && typeof period === 'string') return { choice, period };
  }
  const { from, to } = value;
  const isSpan = keys.every(
    (key) => ['from', 'to'].includes(key) && typeof value[key] === 'string',
  );
  return isSpan
    ? {
        choice: 'span',
        from: readEdge(from as string | undefined),
        to: readEdge(to as string | undefined),
      }
    : undefined;
}

/** Writes a window as the format has it. */
export function writeWindow(window: WindowParts): unknown {
  switch (window.choice) {
    case 'last':
      return { last: window.period };
    case 'next':
      return { next: window.period };
    case 'span': {
      const [from, to] = [writeEdge(window.from), writeEdge(window.to)];
      return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    }
    case 'other':
      return window.word;
    default:
      return window.choice;
  }
}

/** A window that is chosen anew: what was written before is kept as far as it has a place. */
export function windowAs(choice: WindowChoice, before: WindowParts | undefined): WindowParts {
  switch (choice) {
    case 'last':
    case 'next':
      return { choice, period: periodIn(before) ?? 'PM' };
    case 'span':
      return { choice, ...spanOf(before) };
    default:
      return { choice };
  }
}

function periodIn(window: WindowParts | undefined): string | undefined {
  if (!window) return undefined;
  if ('period' in window) return window.period;
  if (window.choice !== 'span') return undefined;
  const [found] = [window.from, window.to].flatMap((edge) =>
    'period' in edge ? [edge.period] : [],
  );
  return found;
}

function spanOf(window: WindowParts | undefined): { readonly from: Edge; readonly to: Edge } {
  const day: Edge = { choice: 'day' };
  switch (window?.choice) {
    case 'last':
      return { from: { choice: 'before', period: window.period }, to: day };
    case 'next':
      return { from: day, to: { choice: 'after', period: window.period } };
    case 'now':
      return { from: day, to: day };
    case 'span':
      return window;
    default:
      return { from: { choice: 'before', period: 'PM' }, to: day };
  }
}
