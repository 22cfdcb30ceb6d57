/** Which results a plan holds against numbers, and in which unit (R14). */
import type { ResultValue } from '../../profile/index.ts';
import type { CodeSelection } from '../../record/index.ts';
import type { Plan } from './compile.ts';
import type { Node, Question, Selection } from './nodes.ts';

/** Results that a profile holds against a number in a unit. */
export interface Comparison {
  /** One of these; absent: results of every code. */
  readonly codes?: readonly CodeSelection[];
  readonly unit: string;
}

/** What a plan compares, wherever it asks: whom it includes, conditions of items, markers and indicators. Each once. */
export function comparisonsOf({ nodes }: Plan): readonly Comparison[] {
  const { include, exclude, markers, indicators, conditions } = nodes;
  const found = new Map<string, Comparison>();
  const asked = [
    include,
    exclude,
    ...markers,
    ...indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ...conditions,
  ];
  const seen = new Set<Node>();
  const look = (node: Node | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    for (const comparison of comparedBy(node.question))
      found.set(JSON.stringify(comparison), comparison);
    for (const part of partsOf(node.question)) look(part);
  };
  for (const node of asked) look(node);
  return [...found.values()];
}

function partsOf(question: Question): readonly Node[] {
  switch (question.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return question.parts;
    case 'not':
      return [question.part];
    case 'anchor':
      return [question.is];
    default:
      return [];
  }
}

function comparedBy(question: Question): readonly Comparison[] {
  switch (question.kind) {
    case 'count':
    case 'pick':
    case 'change':
      return compared(question);
    case 'prefer': {
      const { selections, value } = question;
      return selections.flatMap((selection) => compared({ selection, value }));
    }
    case 'sequence':
    case 'sameDay':
      return question.parts.flatMap(compared);
    case 'anchor':
      return compared(question.on);
    default:
      return [];
  }
}

function compared({
  selection,
  value,
}: {
  readonly selection: Selection;
  readonly value?: ResultValue;
}): readonly Comparison[] {
  if (selection.type !== 'result' || !value || !('unit' in value) || !value.unit) return [];
  const { codes } = selection;
  return [codes ? { codes, unit: value.unit } : { unit: value.unit }];
}
