import { createContext } from '@lit/context';
import type {
  AdapterFailure,
  ClinicAdapter,
  Language,
  RoundRepositories,
} from '../../model/index.ts';
import type { ByLanguage } from '../../i18n/language.ts';
import type { Catalogue, Subject, Texts } from '../../i18n/texts/index.ts';
import type { HostTexts } from '../../i18n/texts/replace.ts';

/** The language of what is drawn, and the fixed texts of some subjects in it. */
export interface Ui<S extends Subject> {
  readonly language: Language;
  readonly texts: Pick<Texts, S>;
  /** The host's own words, which `texts` has already. */
  readonly own?: ReplacedUis | undefined;
}

/** Puts the words of a host in the place of ours. */
interface ReplacedUis {
  uiOf<S extends Subject>(ours: Ui<S>): Ui<S>;
}

/** Where patients come from, by which profiles they are judged, and on which date. */
export interface ClinicSource {
  readonly adapter: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[];
  /** `YYYY-MM-DD`; absent: today. */
  readonly asOf: string | undefined;
  /** Longest wait for one answer of the adapter, in milliseconds. */
  readonly deadline: number | undefined;
  readonly failureHandler: ((failure: AdapterFailure) => void) | undefined;
  readonly dev: boolean;
}

/** Provided by every element to the elements inside it. Symbols keep two versions on one page apart. */
export const languageContext = createContext<Language>(Symbol('overblik-language'));

/** Provided by every element that shows a clinic: the words that the host gave in the place of ours. */
export const textsContext = createContext<HostTexts | undefined>(Symbol('overblik-texts'));

/** Provided by the workspace to the list and the cockpit inside it. */
export const clinicContext = createContext<ClinicSource>(Symbol('overblik-clinic'));

/** Provided by the workspace: the rounds that the list and the cockpit inside it both show. */
export const roundsContext = createContext<RoundRepositories>(Symbol('overblik-rounds'));

/** The texts of a catalogue in each language. An element makes it once, so that what it draws can be compared. */
export function uisOf<S extends Subject>(catalogue: Catalogue<S>): ByLanguage<Ui<S>> {
  const uiIn = (language: Language): Ui<S> => {
    const texts: Partial<Pick<Texts, S>> = {};
    for (const subject of Object.keys(catalogue) as S[])
      texts[subject] = catalogue[subject][language];
    return { language, texts: texts as Pick<Texts, S> };
  };
  return { da: uiIn('da'), en: uiIn('en') };
}
