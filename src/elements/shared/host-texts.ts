import { plainText, type Language, type ProblemReport } from '../../model/index.ts';
import { subjectNames } from '../../i18n/texts/subjects.ts';
import type { Subject } from '../../i18n/texts/index.ts';
import { keysOf, peek, replaceTexts } from '../../i18n/texts/replace.ts';
import type { Ui } from './context.ts';

/** The words that a host gave (`texts`), put in the place of ours; and what of them cannot be used. */
class OwnTexts {
  readonly #uis = new WeakMap<Ui<never>, Ui<never>>();
  readonly #reports = new Map<string, ProblemReport>();

  constructor(private readonly given: unknown) {
    const languages = keysOf(given);
    if (!languages) this.#tell('texts');
    for (const language of languages ?? []) {
      const subjects = isLanguage(language) ? keysOf(peek(given, language)) : undefined;
      if (!subjects) this.#tell(`texts/${language}`);
      for (const subject of subjects ?? [])
        if (!Object.hasOwn(subjectNames, subject)) this.#tell(`texts/${language}/${subject}`);
    }
  }

  /** What is to be told: each the same object each time. */
  get reports(): readonly ProblemReport[] {
    return [...this.#reports.values()];
  }

  /** The texts of some subjects with the host's in their places: the same object each time. */
  uiOf<S extends Subject>(ours: Ui<S>): Ui<S> {
    const known = this.#uis.get(ours);
    if (known) return known as Ui<S>;
    const { language } = ours;
    const ui = { language, own: this, texts: this.#texts(ours.texts, language) };
    this.#uis.set(ours, ui);
    return ui;
  }

  #texts<T extends object>(ours: T, language: Language): T {
    const given = peek(this.given, language);
    if (given === undefined) return ours;
    const subjects = Object.keys(ours).flatMap((subject) => {
      const some = peek(given, subject);
      return some === undefined ? [] : [[subject, some] as const];
    });
    const onJunk = (path: string) => this.#tell(`texts/${language}/${path}`);
    return replaceTexts(ours, Object.fromEntries(subjects), { plain: plainText, onJunk });
  }

  #tell(place: string): void {
    const field = plainText(place);
    if (this.#reports.size < mostReports && !this.#reports.has(field))
      this.#reports.set(field, { kind: 'unusable', field, count: 1 });
  }
}

/** So many texts at fault are told. */
const mostReports = 40;

const known = new WeakMap<object, OwnTexts>();
const unusable = new OwnTexts(undefined);

/** The words of a host, the same object for all elements that have them; undefined where there are none. */
export function ownTextsOf(given: unknown): OwnTexts | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object') return unusable;
  const own = known.get(given) ?? new OwnTexts(given);
  known.set(given, own);
  return own;
}

function isLanguage(key: string): key is Language {
  return key === 'da' || key === 'en';
}
