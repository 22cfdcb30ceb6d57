/** Attempts to reach a patient, in words. */
import type { ContactAttempt, ContactOutcome } from '../../adapter/index.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { contactPhrases } from '../../i18n/phrases/contact.ts';
import { drawnName } from '../rounds/drawn.ts';
import type { RecallState } from '../rounds/recall.ts';

/** What came of an attempt: `Intet svar`. */
export function nameOutcome(outcome: ContactOutcome, language: Language): string {
  return contactPhrases[language].outcomes[outcome];
}

/** How far the clinic has come with reaching a patient: `Kontaktet, uden svar`. */
export function nameRecall(state: RecallState, language: Language): string {
  return contactPhrases[language].states[state];
}

/** `Intet svar 24. nov. 2026, AB, prøv igen 1. dec. 2026` */
export function describeAttempt(
  { outcome, at, by, nextTry }: ContactAttempt,
  language: Language,
): string {
  return [
    `${nameOutcome(outcome, language)} ${formatDate(at, language)}`,
    ...(by ? [drawnName(by)] : []),
    ...(nextTry ? [contactPhrases[language].nextTry(formatDate(nextTry, language))] : []),
  ].join(', ');
}
