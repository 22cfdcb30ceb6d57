import { nameType, type Language } from '../../profile/index.ts';
import type { Problem } from '../load/problems.ts';

type CallProblem = Extract<Problem, { kind: 'call' }>;

const reasons: Record<Language, Record<CallProblem['reason'], string>> = {
  da: {
    threw: 'svarede med en fejl',
    deadline: 'svarede ikke i tide',
    aborted: 'blev afbrudt',
    junk: 'svarede med noget, der ikke kan læses',
    'not-supported': 'kan ikke levere det, der spørges om',
  },
  en: {
    threw: 'answered with an error',
    deadline: 'did not answer in time',
    aborted: 'was interrupted',
    junk: 'answered with something that cannot be read',
    'not-supported': 'cannot deliver what is asked for',
  },
};

const what: Record<Language, Partial<Record<CallProblem['call'], string>>> = {
  da: {
    describe: 'da klinikkens data skulle beskrives',
    records: 'da patienternes oplysninger skulle hentes',
    search: 'da patienterne skulle findes',
    patient: 'da patientens oplysninger skulle hentes',
    openJournal: 'da journalen skulle åbnes',
    rounds: 'da runden skulle hentes eller gemmes',
  },
  en: {
    describe: 'when asked what the clinic’s data covers',
    records: 'when the patients’ records were fetched',
    search: 'when the patients were searched for',
    patient: 'when the patient’s records were fetched',
    openJournal: 'when the journal was to be opened',
    rounds: 'when the round was fetched or saved',
  },
};

/** A problem as a sentence: what is missing, and what that means for what is shown. */
export function describeProblem(problem: Problem, language: Language): string {
  const da = language === 'da';
  switch (problem.kind) {
    case 'call': {
      const reason = reasons[language][problem.reason];
      const when = what[language][problem.call] ?? '';
      return da
        ? `Journalsystemet ${reason}${when && `, ${when}`}.`
        : `The practice system ${reason}${when && ` ${when}`}.`;
    }
    case 'cut-short': {
      const { received, expected } = problem;
      return da
        ? `Kun ${received} af ${expected} patienter er hentet. Listen er ufuldstændig.`
        : `Only ${received} of ${expected} patients were fetched. The list is incomplete.`;
    }
    case 'missing-source': {
      const types = problem.types.map((type) => nameType(type, language));
      const list = types.join(', ');
      return da
        ? `Der er ikke adgang til ${list}. Det, der afhænger heraf, kan ikke afgøres.`
        : `There is no access to ${list}. What depends on it cannot be decided.`;
    }
    case 'rejected': {
      const { records, patients } = problem;
      return da
        ? `${records} ${records === 1 ? 'oplysning' : 'oplysninger'} hos ${patients} ${patients === 1 ? 'patient' : 'patienter'} kunne ikke læses og indgår ikke.`
        : `${records} ${records === 1 ? 'record' : 'records'} of ${patients} ${patients === 1 ? 'patient' : 'patients'} could not be read and are left out.`;
    }
    case 'description':
      return da
        ? `Klinikkens beskrivelse af sine data er delvist ubrugelig (${problem.paths.join(', ')}).`
        : `The clinic’s description of its data is partly unusable (${problem.paths.join(', ')}).`;
    case 'rounds':
      return da
        ? `Noget af det, der er gemt om runder, kan ikke læses (${problem.paths.join(', ')}). Det bliver liggende, hvor det er.`
        : `Some of what is stored about rounds cannot be read (${problem.paths.join(', ')}). It is left where it is.`;
    case 'stale':
      return da
        ? 'Det viste er fra før og er ikke opdateret.'
        : 'What is shown is from before and has not been updated.';
  }
}
