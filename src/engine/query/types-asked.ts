/** Which types of records a question asks about, however deep. */
import { recordTypes, type RecordType } from '../../record/index.ts';
import type { Plan } from './compile.ts';
import { selectionsOf, type Node } from './nodes.ts';

/** The types that decide who is in the population, and those that an indicator asks besides. */
export interface TypesAsked {
  readonly population: readonly RecordType[];
  /** In the order of the profile's indicators; those of the population among them. */
  readonly indicators: readonly (readonly RecordType[])[];
}

/** The types of records that a plan's answers come from. */
export function typesAsked({ nodes: { include, exclude, indicators } }: Plan): TypesAsked {
  const population = [include, ...(exclude ? [exclude] : [])];
  return {
    population: typesIn(population),
    indicators: indicators.map(({ numerator, denominator }) =>
      typesIn([...population, numerator, ...(denominator ? [denominator] : [])]),
    ),
  };
}

function typesIn(nodes: readonly Node[]): readonly RecordType[] {
  const found = new Set<RecordType>();
  const visit = ({ question }: Node): void => {
    for (const { type } of selectionsOf(question)) found.add(type);
    if (question.kind === 'not') visit(question.part);
    if (question.kind === 'anchor') visit(question.is);
    if (question.kind === 'all' || question.kind === 'any' || question.kind === 'atLeast')
      for (const part of question.parts) visit(part);
  };
  for (const node of nodes) visit(node);
  return recordTypes.filter((type) => found.has(type));
}
