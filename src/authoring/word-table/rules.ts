/** Reads the column *Regler*: codes line by line, each with its system, what is left out of them, and their names. */
import {
  isHierarchical,
  normalizeEntry,
  normalizeSystem,
  type RecordType,
} from '../../record/index.ts';
import { isJoining, type Cell } from './blocks.ts';
import { fits, systemsMeant, tokensOf, type Token } from './tokens.ts';

export type Joining = 'all' | 'any';

/** The codes of one line. */
export interface RuleLine {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  /** What the line calls them. */
  readonly label: string | undefined;
  /** What joins it to the line before, where that is said. */
  readonly joining?: Joining;
}

/** What could not be read, by the word of the note that tells it. */
export interface Unread {
  readonly code: 'code-of-other-system' | 'system-unsaid' | 'rule-text';
  readonly text: string;
  readonly system?: string;
}

export interface Rules {
  readonly lines: readonly RuleLine[];
  readonly unread: readonly Unread[];
}

/** @param type What the row is about, where it says so: codes without a system are read by it. */
export function readRules(cell: Cell, type: RecordType | undefined): Rules {
  const reading = new Reading(type);
  for (const { text } of cell) reading.read(text);
  return reading.rules;
}

class Reading {
  readonly #lines: RuleLine[] = [];
  readonly #unread: Unread[] = [];
  #system: string | undefined;
  #type: RecordType | undefined;
  #joining: Joining | undefined;
  /** What was said to be left out goes on over the next lines. */
  #isExcept = false;

  constructor(private readonly ownType: RecordType | undefined) {
    this.#type = ownType;
  }

  get rules(): Rules {
    return { lines: this.#lines, unread: this.#unread };
  }

  read(given: string): void {
    if (isJoining(given)) {
      this.#joining = /^(?:og|samt|and)[\s:,.]*$/iu.test(given.trim()) ? 'all' : 'any';
      return;
    }
    const line = this.#withoutRemarks(given);
    const tokens = tokensOf(line);
    if (!tokens.some(({ kind }) => kind === 'code' || kind === 'system' || kind === 'except')) {
      if (line.trim() !== '') this.#unread.push({ code: 'rule-text', text: line.trim() });
      return;
    }
    const isExceptAtEnd = tokens.at(-1)?.kind === 'except';
    const wasExcept = this.#isExcept;
    this.#readTokens(tokens, line);
    this.#isExcept = isExceptAtEnd || (wasExcept && !tokens.some(({ kind }) => kind === 'system'));
  }

  /** A sentence between parentheses is about the codes, and names none. */
  #withoutRemarks(line: string): string {
    return line.replace(/\(([^()]{1,2000})\)/gu, (whole, inner: string) => {
      const words = inner.split(/\s+/u).filter((each) => /\p{Ll}{2,}/u.test(each));
      const isRemark = words.length > 3 && tokensOf(inner).some(({ kind }) => kind === 'code');
      if (!isRemark) return whole;
      this.#unread.push({ code: 'rule-text', text: inner });
      return ' ';
    });
  }

  #readTokens(tokens: readonly Token[], line: string): void {
    const firstCode = tokens.findIndex(({ kind }) => kind === 'code');
    const isNameFirst = tokens[firstCode - 1]?.kind === 'text' && tokens.at(-1)?.kind === 'code';
    let current: Draft | undefined;
    let isExcept = this.#isExcept;
    const end = () => {
      if (current && current.include.length + current.exclude.length > 0) this.#add(current);
      current = undefined;
    };
    for (const [index, token] of tokens.entries()) {
      if (token.kind === 'system') {
        end();
        isExcept = false;
        this.#system = token.system;
        this.#type = token.type ?? this.ownType;
      } else if (token.kind === 'except') isExcept = true;
      else if (token.kind === 'code') {
        const entry = this.#entryOf(token);
        if (!entry) continue;
        if (current && current.system !== entry.system) end();
        current ??= { system: entry.system, include: [], exclude: [], names: {}, label: undefined };
        current[isExcept ? 'exclude' : 'include'].push(entry.text);
        const name = this.#nameBeside(tokens, index, isNameFirst);
        if (name !== undefined) current.names[entry.text] = name;
      } else if (!this.#isTaken(tokens, index, isNameFirst))
        this.#unread.push({ code: 'rule-text', text: token.text });
    }
    if (current && isNameFirst) {
      const before = tokens[firstCode - 1];
      if (before?.kind === 'text') current.label = before.text;
      // The name of several is none of the first alone.
      if (current.include.length > 1 && !line.includes('(')) {
        const texts = tokens.filter(({ kind }) => kind === 'text');
        if (texts.length === 1) current.names = {};
      }
    }
    end();
  }

  /** Whether a text is read as a name. */
  #isTaken(tokens: readonly Token[], index: number, isNameFirst: boolean): boolean {
    const beside = tokens[isNameFirst ? index + 1 : index - 1];
    return beside?.kind === 'code' && isName(tokens[index]!);
  }

  #nameBeside(tokens: readonly Token[], index: number, isNameFirst: boolean): string | undefined {
    const beside = tokens[isNameFirst ? index - 1 : index + 1];
    return beside?.kind === 'text' && isName(beside) ? beside.text : undefined;
  }

  #entryOf(token: Token & { kind: 'code' }): { system: string; text: string } | undefined {
    const { code, to } = token;
    const text = to === undefined ? code : `${code}-${to}`;
    const parts = to === undefined ? [code] : [code, to];
    const known = this.#system;
    if (token.isBroad && !isHierarchical(known ?? systemsMeant(code, this.#type)[0] ?? '')) {
      this.#unread.push({ code: 'rule-text', text: `${text}*` });
      return undefined;
    }
    if (known !== undefined) {
      const isLoinc = known === 'LOINC' && fits(known, text);
      if (isLoinc || parts.every((each) => fits(known, each))) return { system: known, text };
      this.#unread.push({ code: 'code-of-other-system', text, system: known });
      return undefined;
    }
    const meant = systemsMeant(code, this.#type);
    if (meant.length === 1) return { system: meant[0]!, text };
    this.#unread.push({ code: meant.length === 0 ? 'rule-text' : 'system-unsaid', text });
    return undefined;
  }

  #add(draft: Draft): void {
    const last = this.#lines.at(-1);
    // Only what is left out: of the codes before it.
    if (draft.include.length === 0 && last && last.system === draft.system) {
      const exclude = [...last.exclude, ...draft.exclude];
      this.#lines[this.#lines.length - 1] = { ...last, exclude };
      return;
    }
    if (draft.include.length === 0) {
      for (const text of draft.exclude) this.#unread.push({ code: 'rule-text', text });
      return;
    }
    const joining = this.#joining;
    this.#joining = undefined;
    this.#lines.push({ ...draft, ...(joining && last ? { joining } : {}) });
  }
}

interface Draft {
  system: string;
  include: string[];
  exclude: string[];
  names: Record<string, string>;
  label: string | undefined;
}

const longestName = 120;

/** What looks like a code of its own, however badly written, is no name of another. */
function isName(token: Token): boolean {
  return (
    token.kind === 'text' &&
    token.text.length <= longestName &&
    /^\p{L}/u.test(token.text) &&
    !/^(?:\p{Lu}{1,4}|\p{Ll}{1,4})\d\S*$/u.test(token.text)
  );
}

/** One code set of the codes of several lines, each once. */
function codeSetOf(lines: readonly RuleLine[]) {
  const system = lines[0]!.system;
  const once = (entries: readonly string[]) => [
    ...new Map(
      entries.map((each) => [normalizeEntry(normalizeSystem(system), each), each]),
    ).values(),
  ];
  const include = once(lines.flatMap((each) => each.include));
  const exclude = once(lines.flatMap((each) => each.exclude));
  const names = Object.fromEntries(
    lines.flatMap((each) => Object.entries(each.names).map(([code, da]) => [code, { da }])),
  );
  return {
    system,
    include,
    ...(exclude.length > 0 ? { exclude } : {}),
    ...(Object.keys(names).length > 0 ? { names } : {}),
  };
}

/** The sets of lines, one a system, in the order in which they are named. */
export function codesOf(lines: readonly RuleLine[]): unknown {
  const systems = [...new Set(lines.map(({ system }) => system))];
  const sets = systems.map((system) => codeSetOf(lines.filter((each) => each.system === system)));
  return sets.length === 1 ? sets[0] : sets;
}
