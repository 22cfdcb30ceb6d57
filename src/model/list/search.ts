/** Quick search: a word is looked for once in every text there is, and then only in numbers. */
import type { Vocabulary } from '../../engine/index.ts';
import { formatCpr, type Patient } from '../../record/index.ts';

/** Which codes and details of a vocabulary hold a word: 1, else 0. Words are lower case. */
export class Words {
  readonly #codes = new Texts();
  readonly #details = new Texts();

  constructor(private readonly vocabulary: Vocabulary) {}

  codes(word: string): Uint8Array {
    return this.#codes.with(word, this.vocabulary.codes, ({ code }) => code);
  }

  details(word: string): Uint8Array {
    return this.#details.with(word, this.vocabulary.details, (detail) => {
      const { text = '', value = '', dose = '', to = '' } = detail;
      return `${text}\n${value}\n${dose}\n${to}\n${detail.with ?? ''}`;
    });
  }
}

/** The texts of a list that only grows, lower case, and where the last words were found in them. */
class Texts {
  readonly #texts: string[] = [];
  readonly #found = new Map<string, Uint8Array>();

  with<Entry>(
    word: string,
    entries: readonly Entry[],
    textOf: (entry: Entry) => string,
  ): Uint8Array {
    const known = this.#found.get(word);
    if (known?.length === entries.length) return known;
    for (let at = this.#texts.length; at < entries.length; at++)
      this.#texts.push(textOf(entries[at]!).toLowerCase());
    const found = Uint8Array.from(this.#texts, (text) => (text.includes(word) ? 1 : 0));
    keep(this.#found, word, found);
    return found;
  }
}

/** Everything of a patient's own that search looks through, lower case. */
export function patientText(patient: Patient): string {
  const { name, cpr = '', address, postalCode, city, municipality, practitioner, phone } = patient;
  return [name, cpr, formatCpr(cpr), address, postalCode, city, municipality, practitioner, phone]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}

export function wordsOf(query: string): readonly string[] {
  return [...new Set(query.toLowerCase().split(/\s+/).filter(Boolean))];
}

/** Keeps an answer, and forgets the oldest. */
export function keep<Answer>(answers: Map<string, Answer>, key: string, answer: Answer): Answer {
  answers.set(key, answer);
  for (const oldest of answers.keys()) if (answers.size > mostKept) answers.delete(oldest);
  return answer;
}

const mostKept = 24;
