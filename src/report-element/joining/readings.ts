/** Reads the reports that the host gives, each once: what is no report leaves the others as they are. */
import type { ReactiveControllerHost } from 'lit';
import { textIn, type Language } from '../../i18n/language.ts';
import { plainText } from '../../json/plain-text.ts';
import { isObject } from '../../json/values.ts';
import { nextTurn } from '../../model/index.ts';
import { readReport, type Report, type ReportProblem } from '../../report/index.ts';

/** A report that could not be read. */
export interface UnreadReport {
  /** Whose it says that it is, or its place among the others: `3`. */
  readonly name: string;
  readonly problems: readonly ReportProblem[];
}

export interface ReadReports {
  readonly reports: readonly Report[];
  readonly unread: readonly UnreadReport[];
}

type Reading = ReturnType<typeof readReport>;

/** Milliseconds that are read on end before the page has its turn. */
const longestSlice = 30;

export class ReportReadings {
  #given: unknown = [];
  #known = new Map<unknown, Reading>();
  #read: ReadReports = { reports: [], unread: [] };
  #isReading = false;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** What is read; while others are being read, those that were there before. */
  get read(): ReadReports {
    return this.#read;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /**
   * Reads what is new: a few at once, many in turns with the page, which is drawn anew when all are read.
   *
   * @param given One report or a list of them: objects, or JSON text.
   */
  take(given: unknown): void {
    if (given === this.#given) return;
    this.#given = given;
    const list: readonly unknown[] = Array.isArray(given) ? given : given ? [given] : [];
    const before = this.#known;
    const known = new Map<unknown, Reading>();
    this.#known = known;
    const readSlice = (from: number): number => {
      const end = performance.now() + longestSlice;
      let at = from;
      for (; at < list.length && (at === from || performance.now() < end); at++)
        known.set(list[at], before.get(list[at]) ?? readReport(list[at]));
      return at;
    };
    const at = readSlice(0);
    if (at === list.length) this.#finish(list, known);
    else void this.#goOn(given, at, list, readSlice);
  }

  async #goOn(
    given: unknown,
    from: number,
    list: readonly unknown[],
    readSlice: (from: number) => number,
  ): Promise<void> {
    this.#isReading = true;
    const known = this.#known;
    for (let at = from; at < list.length; at = readSlice(at)) {
      await nextTurn();
      // Others were given meanwhile.
      if (given !== this.#given) return;
    }
    this.#finish(list, known);
    this.host.requestUpdate();
  }

  #finish(list: readonly unknown[], known: ReadonlyMap<unknown, Reading>): void {
    const reports: Report[] = [];
    const unread: UnreadReport[] = [];
    for (const [at, each] of list.entries()) {
      const reading = known.get(each)!;
      if (reading.ok) reports.push(reading.report);
      else unread.push({ name: nameIn(each) ?? String(at + 1), problems: reading.problems });
    }
    this.#read = { reports, unread };
    this.#isReading = false;
  }
}

/** What is wrong with a report, in words: the first of it, and where. */
export function problemWords(problems: readonly ReportProblem[], language: Language): string {
  const [first] = problems;
  if (!first) return '';
  const words = textIn(first.message, language);
  return first.path === '' ? words : `${words} (${first.path})`;
}

/** What a document that is no report calls itself. */
function nameIn(document: unknown): string | undefined {
  if (!isObject(document)) return undefined;
  const whose = document['clinic'] ?? document['area'];
  const name = isObject(whose) ? whose['name'] : undefined;
  const words = typeof name === 'string' ? plainText(name.slice(0, 100)).trim() : '';
  return words === '' ? undefined : words;
}
