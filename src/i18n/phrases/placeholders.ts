/** What placeholders of a message are called, as they stand between braces: `{fornavn}`, `{first name}`. */
import type { ByLanguage } from '../language.ts';

export type Placeholder =
  | 'name'
  | 'firstName'
  | 'age'
  | 'reason'
  | 'conditions'
  | 'practitioner'
  | 'lastControl'
  | 'nextAppointment'
  | 'clinic'
  | 'date';

export const placeholderPhrases: ByLanguage<Readonly<Record<Placeholder, string>>> = {
  da: {
    firstName: 'fornavn',
    name: 'navn',
    age: 'alder',
    reason: 'årsag',
    conditions: 'tilstande',
    practitioner: 'egen læge',
    lastControl: 'seneste kontrol',
    nextAppointment: 'næste aftale',
    clinic: 'klinik',
    date: 'dato',
  },
  en: {
    firstName: 'first name',
    name: 'name',
    age: 'age',
    reason: 'reason',
    conditions: 'conditions',
    practitioner: 'usual GP',
    lastControl: 'last control',
    nextAppointment: 'next appointment',
    clinic: 'clinic',
    date: 'date',
  },
};
