/** Fixed texts on screen: the test patients of a profile under way. */
import { profileTestPhrases } from '../phrases/profile-tests.ts';
import type { Translated } from './types.ts';

const da = {
  button: 'Testpatienter',
  intro:
    'Opdigtede patienter med det svar, du venter. De følger med profilen og prøves ved hver ændring.',
  underWay: 'Prøver …',
  invalid: 'Ret fejlene i profilen først; så prøves patienterne.',
  ran: (count: number, failed: number) =>
    count === 0
      ? 'Der er ingen testpatienter endnu.'
      : failed === 0
        ? `Alle ${count} kommer ud som ventet.`
        : `${failed} af ${count} kommer ikke ud som ventet.`,
  tested: (tested: number, of: number) => `${tested} af ${of} regler er prøvet både ja og nej.`,
  untitled: 'Uden navn',
  results: { ok: 'som ventet', failed: 'ikke som ventet' },
  add: 'Ny testpatient',
  newTitle: (number: number) => `Testpatient ${number}`,
  copy: 'Kopiér',
  copyOf: (title: string) => `${title} (kopi)`,
  copied: (number: number) => `Testpatient ${number} er kopieret.`,
  remove: 'Fjern',
  deeds: {
    add: 'Tilføj testpatient',
    change: 'Ret testpatient',
    remove: 'Fjern testpatient',
    make: 'Lav testpatienter',
  },
  allTested: 'Alle regler er prøvet både ja og nej.',
  untested: 'Ikke prøvet',
  untestedHint: 'Her gør ingen testpatient svaret både ja og nej.',
  make: { yes: 'Lav ja', no: 'Lav nej' },
  makeAll: 'Lav til alle',
  making: 'Laver …',
  made: (made: number, not: number) =>
    `${made === 1 ? '1 testpatient er lavet' : `${made} testpatienter er lavet`}${not === 0 ? '.' : `; ${not} må du selv lave.`}`,
  cannotMake: 'En testpatient kan ikke laves ud fra reglen alene: lav den selv.',
  more: (count: number) => `… og ${count} til.`,
  otherwise: (expected: string, found: string) => `ventet ${expected}, fundet ${found}`,
  found: (answer: string) => `fundet: ${answer}`,
  answers: profileTestPhrases.da.answers,
  person: 'Patienten',
  title: 'Navn på prøven',
  on: 'Dag (ÅÅÅÅ-MM-DD)',
  age: 'Alder',
  birthDate: 'Født (dato, eller fx -P3M)',
  sex: 'Køn',
  sexes: { female: 'kvinde', male: 'mand' },
  unsaid: 'ikke sagt',
  records: 'Registreringer',
  dates: 'Datoer kan skrives fra prøvens dag: -P1Y er et år før, +P2W to uger efter.',
  addRecord: 'Tilføj registrering',
  choose: 'Vælg datatype …',
  code: 'Kode',
  system: 'Kodesystem',
  from: 'Fra',
  to: 'Til',
  at: 'Dato',
  value: 'Værdi',
  unit: 'Enhed',
  status: 'Status',
  expected: 'Ventede svar',
  notExpected: 'intet ventet',
  singleCriteria: (count: number) => `Enkelte kriterier (${count})`,
};

const en: Translated<typeof da> = {
  button: 'Test patients',
  intro:
    'Made-up patients with the answer that you expect. They go with the profile and are tried at every change.',
  underWay: 'Trying …',
  invalid: 'Correct the errors of the profile first; then the patients are tried.',
  ran: (count, failed) =>
    count === 0
      ? 'There are no test patients yet.'
      : failed === 0
        ? `All ${count} come out as expected.`
        : `${failed} of ${count} do not come out as expected.`,
  tested: (tested, of) => `${tested} of ${of} rules are tried both yes and no.`,
  untitled: 'No name',
  results: { ok: 'as expected', failed: 'not as expected' },
  add: 'New test patient',
  newTitle: (number) => `Test patient ${number}`,
  copy: 'Copy',
  copyOf: (title) => `${title} (copy)`,
  copied: (number) => `Test patient ${number} is copied.`,
  remove: 'Remove',
  deeds: {
    add: 'Add test patient',
    change: 'Change test patient',
    remove: 'Remove test patient',
    make: 'Make test patients',
  },
  allTested: 'All rules are tried both yes and no.',
  untested: 'Not tried',
  untestedHint: 'Here no test patient makes the answer both yes and no.',
  make: { yes: 'Make yes', no: 'Make no' },
  makeAll: 'Make for all',
  making: 'Making …',
  made: (made, not) =>
    `${made === 1 ? '1 test patient is made' : `${made} test patients are made`}${not === 0 ? '.' : `; ${not} you have to make yourself.`}`,
  cannotMake: 'A test patient cannot be made from the rule alone: make it yourself.',
  more: (count) => `… and ${count} more.`,
  otherwise: (expected, found) => `expected ${expected}, found ${found}`,
  found: (answer) => `found: ${answer}`,
  answers: profileTestPhrases.en.answers,
  person: 'The patient',
  title: 'Name of the test',
  on: 'Day (YYYY-MM-DD)',
  age: 'Age',
  birthDate: 'Born (date, or e.g. -P3M)',
  sex: 'Sex',
  sexes: { female: 'female', male: 'male' },
  unsaid: 'not said',
  records: 'Records',
  dates: 'Dates may be counted from the test’s day: -P1Y is a year before, +P2W two weeks after.',
  addRecord: 'Add record',
  choose: 'Choose data type …',
  code: 'Code',
  system: 'Code system',
  from: 'From',
  to: 'To',
  at: 'Date',
  value: 'Value',
  unit: 'Unit',
  status: 'Status',
  expected: 'Expected answers',
  notExpected: 'none expected',
  singleCriteria: (count) => `Single criteria (${count})`,
};

export const editorTestsTexts = { da, en };
