import { createContext } from '@lit/context';
import type { ClinicAdapter, Language } from '../../model/index.ts';
import { texts, type Texts } from '../../i18n/texts/index.ts';

/** The language of what is drawn, and the fixed texts in it. */
export interface Ui {
  readonly language: Language;
  readonly texts: Texts;
}

/** Where patients come from, by which profiles they are judged, and on which date. */
export interface ClinicSource {
  readonly adapter: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[];
  /** `YYYY-MM-DD`; absent: today. */
  readonly asOf: string | undefined;
  /** Longest wait for one answer of the adapter, in milliseconds. */
  readonly deadline: number | undefined;
}

/** Provided by every element to the elements inside it. Symbols keep two versions on one page apart. */
export const uiContext = createContext<Ui>(Symbol('overblik-ui'));

/** Provided by the workspace to the list and the cockpit inside it. */
export const clinicContext = createContext<ClinicSource>(Symbol('overblik-clinic'));

/** The same object each time, so that it can be compared. */
export function uiIn(language: Language): Ui {
  return uis[language];
}

const uis: Readonly<Record<Language, Ui>> = {
  da: { language: 'da', texts: texts.da },
  en: { language: 'en', texts: texts.en },
};
