/** The rules of the docs' page on semantics, read from its text. */
import { readFileSync } from 'node:fs';

/** A rule as it is written: `**R16a** …`, in a section. */
export interface Rule {
  readonly number: string;
  readonly section: string;
  readonly text: string;
}

export interface Semantics {
  readonly introduction: string;
  readonly rules: readonly Rule[];
  readonly closing: string;
}

/** Reads the rules in their order; a number that stands twice is an error. */
export function readSemantics(file = 'stories/docs/semantics.md'): Semantics {
  const [opening = '', ...sections] = readFileSync(file, 'utf8').split(/^## /m);
  const rules: Rule[] = [];
  let closing = '';
  for (const text of sections) {
    const [section = '', ...lines] = text.split('\n');
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const [, number, rest] = /^- \*\*(R\d+[a-c]?)\*\* (.*)$/.exec(line) ?? [];
      if (number === undefined || rest === undefined) closing += `${line}\n\n`;
      else if (rules.some((rule) => rule.number === number))
        throw new Error(`The semantics have two rules ${number}.`);
      else rules.push({ number, section, text: rest });
    }
  }
  return { introduction: opening.replace(/^# .*\n/, '').trim(), rules, closing: closing.trim() };
}

/** The rule that a case's name begins with. */
export function ruleOf({ name }: { readonly name: string }): string {
  const [number] = /^R\d+[a-c]?/.exec(name) ?? [];
  if (number === undefined) throw new Error(`The case "${name}" names no rule.`);
  return number;
}
