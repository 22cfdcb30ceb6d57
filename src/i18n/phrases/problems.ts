/** What went wrong with the clinic's data, in words: what is missing, and what that means for what is shown. */
import type { ByLanguage } from '../language.ts';
import { formatCount, plural } from '../numbers.ts';

type Reason = 'threw' | 'deadline' | 'aborted' | 'junk' | 'not-supported';
type Limit = 'patients' | 'records' | 'batches';
type Call = 'describe' | 'records' | 'search' | 'patient' | 'openJournal' | 'rounds';

export interface ProblemPhrases {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly calls: Readonly<Record<Call, string>>;
  readonly call: (reason: string, when: string) => string;
  readonly cutShort: (received: number, expected: number) => string;
  readonly miscounted: (came: number, promised: number) => string;
  readonly tooMuch: (limit: Limit, most: number) => string;
  readonly repeated: (entries: number) => string;
  readonly missingSource: (types: string) => string;
  readonly rejected: (records: number, patients: number) => string;
  readonly description: (paths: string) => string;
  readonly rounds: (paths: string) => string;
  readonly restored: string;
  readonly clock: (here: string, there: string) => string;
  readonly date: string;
  readonly stale: string;
}

/** What there was more of than is taken: one, and several. */
const limitWords: ByLanguage<Readonly<Record<Limit, readonly [string, string]>>> = {
  da: {
    patients: ['patient', 'patienter'],
    records: ['oplysning', 'oplysninger'],
    batches: ['tomt svar', 'tomme svar'],
  },
  en: {
    patients: ['patient', 'patients'],
    records: ['record', 'records'],
    batches: ['empty answer', 'empty answers'],
  },
};

export const problemPhrases: ByLanguage<ProblemPhrases> = {
  da: {
    reasons: {
      threw: 'svarede med en fejl',
      deadline: 'svarede ikke i tide',
      aborted: 'blev afbrudt',
      junk: 'svarede med noget, der ikke kan læses',
      'not-supported': 'kan ikke levere det, der spørges om',
    },
    calls: {
      describe: 'da klinikkens data skulle beskrives',
      records: 'da patienternes oplysninger skulle hentes',
      search: 'da patienterne skulle findes',
      patient: 'da patientens oplysninger skulle hentes',
      openJournal: 'da journalen skulle åbnes',
      rounds: 'da runden skulle hentes eller gemmes',
    },
    call: (reason, when) => `Journalsystemet ${reason}${when && `, ${when}`}.`,
    cutShort: (received, expected) =>
      `Kun ${formatCount(received, 'da')} af ${plural(expected, ['patient', 'patienter'], 'da')} er hentet.`,
    miscounted: (came, promised) =>
      `Klinikken oplyser, at den har ${plural(promised, ['patient', 'patienter'], 'da')}, men listen bygger på ${formatCount(came, 'da')}. Et af tallene er forkert.`,
    tooMuch: (limit, most) =>
      `Journalsystemet sendte mere end ${plural(most, limitWords.da[limit], 'da')}. Resten er ikke hentet.`,
    repeated: (entries) =>
      `En patient, der var kommet, kom igen ${plural(entries, ['gang', 'gange'], 'da')}. Kun det, der kom sidst, indgår.`,
    missingSource: (types) =>
      `Ingen adgang til ${types}. Kriterier, markører og kolonner om ${types} kan ikke afgøres.`,
    rejected: (records, patients) =>
      `${plural(records, ['oplysning', 'oplysninger'], 'da')} hos ${plural(patients, ['patient', 'patienter'], 'da')} kunne ikke læses og indgår ikke.`,
    description: (paths) => `Klinikkens beskrivelse af sine data er delvist ubrugelig (${paths}).`,
    rounds: (paths) =>
      `Noget af det, der er gemt om runder, kan ikke læses (${paths}). Det bliver liggende, hvor det er.`,
    restored:
      'Det, der er gemt om runden, er ældre end det, der har været vist her: måske er en sikkerhedskopi lagt ind. Det, du selv har skrevet på denne side, gemmes igen. Se efter, om andres noter mangler.',
    clock: (here, there) =>
      `På denne maskine er det ${here}, men i runden står datoen ${there}. Et af urene går forkert: tjek datoen på maskinerne. Intet er gået tabt, men datoer på noter og undtagelser kan være forkerte.`,
    date: 'Datoen, der skal opgøres på, findes ikke.',
    stale: 'Det viste er fra før og er ikke opdateret.',
  },
  en: {
    reasons: {
      threw: 'answered with an error',
      deadline: 'did not answer in time',
      aborted: 'was interrupted',
      junk: 'answered with something that cannot be read',
      'not-supported': 'cannot deliver what is asked for',
    },
    calls: {
      describe: 'when asked what the clinic’s data covers',
      records: 'when the patients’ records were fetched',
      search: 'when the patients were searched for',
      patient: 'when the patient’s records were fetched',
      openJournal: 'when the journal was to be opened',
      rounds: 'when the round was fetched or saved',
    },
    call: (reason, when) => `The practice system ${reason}${when && ` ${when}`}.`,
    cutShort: (received, expected) =>
      `Only ${formatCount(received, 'en')} of ${plural(expected, ['patient', 'patients'], 'en')} ${received === 1 ? 'was' : 'were'} fetched.`,
    miscounted: (came, promised) =>
      `The clinic says that it has ${plural(promised, ['patient', 'patients'], 'en')}, but the list is made from ${formatCount(came, 'en')}. One of the numbers is wrong.`,
    tooMuch: (limit, most) =>
      `The practice system sent more than ${plural(most, limitWords.en[limit], 'en')}. The rest was not fetched.`,
    repeated: (entries) =>
      `A patient who had come already came again ${plural(entries, ['time', 'times'], 'en')}. Only what came last counts.`,
    missingSource: (types) =>
      `No access to ${types}. Criteria, markers and columns on ${types} cannot be determined.`,
    rejected: (records, patients) =>
      `${plural(records, ['record', 'records'], 'en')} of ${plural(patients, ['patient', 'patients'], 'en')} could not be read and ${records === 1 ? 'is' : 'are'} left out.`,
    description: (paths) => `The clinic’s description of its data is partly unusable (${paths}).`,
    rounds: (paths) =>
      `Some of what is stored about rounds cannot be read (${paths}). It is left where it is.`,
    restored:
      'What is stored of the round is older than what has been shown here: perhaps a backup was put in. What you have written on this page is saved again. See whether notes by others are missing.',
    clock: (here, there) =>
      `On this machine it is ${here}, but the round bears the date ${there}. One of the clocks is wrong: check the date of the machines. Nothing is lost, but dates of notes and exemptions may be wrong.`,
    date: 'The date of evaluation does not exist.',
    stale: 'What is shown is from before and has not been updated.',
  },
};
