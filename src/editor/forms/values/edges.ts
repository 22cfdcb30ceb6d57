/** One end of a window, or another day: a date, the day of evaluation, or so long before or after it. */

/** An end as a form shows it. A text that is none of the others is a date under way. */
export type Edge =
  | { readonly choice: 'none' }
  | { readonly choice: 'day' }
  | { readonly choice: 'date'; readonly date: string }
  | { readonly choice: 'before' | 'after'; readonly period: string };
export type EdgeChoice = Edge['choice'];

/** Reads an end; undefined, where none is written, is an open one. */
export function readEdge(text: string | undefined): Edge {
  if (text === undefined) return { choice: 'none' };
  if (text === 'P0D') return { choice: 'day' };
  if (text.startsWith('-P')) return { choice: 'before', period: text.slice(1) };
  if (text.startsWith('+P')) return { choice: 'after', period: text.slice(1) };
  return { choice: 'date', date: text };
}

/** Writes an end as the format has it; undefined for an open one. */
export function writeEdge(edge: Edge): string | undefined {
  switch (edge.choice) {
    case 'none':
      return undefined;
    case 'day':
      return 'P0D';
    case 'date':
      return edge.date;
    case 'before':
      return `-${edge.period}`;
    case 'after':
      return `+${edge.period}`;
  }
}

/** An end that is chosen anew: the period is kept where there was one. */
export function edgeAs(choice: EdgeChoice, before: Edge): Edge {
  switch (choice) {
    case 'none':
    case 'day':
      return { choice };
    case 'date':
      return { choice, date: '' };
    case 'before':
    case 'after':
      return { choice, period: 'period' in before ? before.period : 'PM' };
  }
}
