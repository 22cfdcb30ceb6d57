/** Counts what was seen, for a report that names the most frequent of it, and nothing that may be a patient's. */
import { grouped } from './verdicts.ts';

/** So many different ones are counted: a mapping that has more has data in their place. */
const most = 500;

/** How often each of some words came. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string, count = 1): void {
    const known = this.#counts.get(word);
    if (known !== undefined || this.#counts.size < most)
      this.#counts.set(word, (known ?? 0) + count);
  }

  get size(): number {
    return this.#counts.size;
  }

  /** The most frequent first. */
  get entries(): readonly (readonly [string, number])[] {
    return [...this.#counts].sort(([, one], [, other]) => other - one);
  }
}

/** `0101 (212), 2101 (140) and 12 others`. */
export function namesOf(entries: readonly (readonly [string, number])[], named = 3): string {
  const told = entries.slice(0, named).map(([word, count]) => `${word} (${grouped(count)})`);
  const left = entries.length - told.length;
  return (
    told.join(', ') + (left > 0 ? ` and ${grouped(left)} ${left === 1 ? 'other' : 'others'}` : '')
  );
}

/** A text as it looks, without what it says: `####-##-##`, `aaa ##`. */
export function shapeOfText(text: string): string {
  const shape = text
    .slice(0, longestShape)
    .replaceAll(/\d/g, '#')
    .replaceAll(/\p{L}{4,}/gu, 'aaa…')
    .replaceAll(/\p{L}/gu, 'a');
  return `${shape}${text.length > longestShape ? '…' : ''}`;
}

const longestShape = 30;

/** Tells a word of data where it may be told, and else how it looks. */
export class Speech {
  /** @param isOfPatient Whether a word, in small letters, is of a patient's name. */
  constructor(private readonly isOfPatient: (word: string) => boolean) {}

  say(text: string): string {
    const shown = text.trim();
    return `\`${this.#mayBeSaid(shown) ? shown : shapeOfText(shown)}\``;
  }

  /** A code, a unit or a status is short, has no date and no long number in it, and no word of a name. */
  #mayBeSaid(text: string): boolean {
    if (text.length > longestSaid || /[\n\r`]|\d{4}-\d{2}-\d{2}/.test(text)) return false;
    if (/\d{9}/.test(text.replaceAll(/(?<=\d)[\s.-](?=\d)/g, ''))) return false;
    return !text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => this.isOfPatient(word));
  }
}

const longestSaid = 40;
