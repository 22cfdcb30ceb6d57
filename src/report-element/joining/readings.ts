/** Reads the reports that the host gives, each once: what is no report leaves the others as they are. */
import { textIn, type Language } from '../../i18n/language.ts';
import { isObject } from '../../json/values.ts';
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

export class ReportReadings {
  #given: unknown;
  #known = new Map<unknown, Reading>();
  #read: ReadReports = { reports: [], unread: [] };

  /** @param given One report or a list of them: objects, or JSON text. */
  read(given: unknown): ReadReports {
    if (given === this.#given) return this.#read;
    this.#given = given;
    const list: readonly unknown[] = Array.isArray(given) ? given : given ? [given] : [];
    const known = new Map<unknown, Reading>();
    const reports: Report[] = [];
    const unread: UnreadReport[] = [];
    for (const [at, each] of list.entries()) {
      const reading = this.#known.get(each) ?? readReport(each);
      known.set(each, reading);
      if (reading.ok) reports.push(reading.report);
      else unread.push({ name: nameIn(each) ?? String(at + 1), problems: reading.problems });
    }
    this.#known = known;
    this.#read = { reports, unread };
    return this.#read;
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
  return typeof name === 'string' && name.trim() !== '' ? name.slice(0, 100) : undefined;
}
