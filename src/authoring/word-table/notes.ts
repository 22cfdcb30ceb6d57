/** What the reading of a table tells its author: what was not read, and what was read in one way of several. */
import { wordTablePhrases, type WordTableNoteCode } from '../../i18n/phrases/word-table.ts';
import type { LocalText } from '../../profile/index.ts';
import type { WordTablePlace } from './tables.ts';

/** A note before it has words. */
export interface Note {
  readonly code: WordTableNoteCode;
  /** What stands there. */
  readonly text: string;
  /** Absent where it is about no one place. */
  readonly place?: WordTablePlace;
  readonly system?: string;
}

/** One thing that the author should look at. */
export interface WordTableNote {
  readonly code: WordTableNoteCode;
  /** `unread`: it is not in the draft. `read-as`: it is, in the likeliest of several ways. */
  readonly severity: 'unread' | 'read-as';
  readonly place: WordTablePlace | undefined;
  /** What stands there, cut short. */
  readonly text: string;
  readonly message: LocalText;
  readonly todo: LocalText;
}

const longestText = 200;

export function explainNote({ code, text: given, place, system = '' }: Note): WordTableNote {
  const text = given.length > longestText ? `${given.slice(0, longestText - 1)}…` : given;
  const { severity, words } = wordTablePhrases[code];
  const [da, en, todoDa, todoEn] = words({ text, system });
  return {
    ...{ code, severity, place, text },
    message: { da, en },
    todo: { da: todoDa, en: todoEn },
  };
}
