/** The words of the programme's table itself, which is Danish, and those of a draft that is read from one. */

/** Of the table as it is written. */
export const wordTableWords = {
  criteria: 'Kriterier',
  dataTypes: 'Datatyper',
  description: 'Beskrivelse',
  rules: 'Regler',
  purpose: 'Formål',
  include: 'Inklusionskriterier',
  exclude: 'Eksklusionskriterier',
  and: 'og',
  or: 'og/eller',
  types: {
    patient: 'Patient',
    diagnosis: 'Diagnoser',
    medication: 'Medicin',
    result: 'Prøver',
    service: 'Ydelser',
    appointment: 'Aftaler',
    referral: 'Henvisninger',
    letter: 'Epikriser',
    vaccination: 'Vaccinationer',
    carePlan: 'Forløbsplaner',
    note: 'Notater',
    correspondence: 'Korrespondancer',
  },
  /** What asks for records with the codes beside it, and for none of them. */
  asks: {
    diagnosis: ['Registreret med følgende diagnosekode(r)', 'Uden følgende diagnosekode(r)'],
    medication: [
      'Får et præparat med følgende ATC-koder',
      'Uden præparater med følgende ATC-koder',
    ],
    result: ['Har en prøve med følgende prøvekoder', 'Uden prøver med følgende prøvekoder'],
    service: ['Har en ydelse med følgende ydelseskoder', 'Uden ydelser med følgende ydelseskoder'],
    vaccination: [
      'Har en vaccination med følgende ATC-koder',
      'Uden vaccination med følgende ATC-koder',
    ],
  },
  special: (text: string) => `Særlig regel: ${text}`,
  times: (count: number) => ` mindst ${count} gange`,
  sexes: { female: 'kvinder', male: 'mænd' },
  ages: {
    between: (min: number, max: number) => `${min}-${max} år`,
    from: (min: number) => `mindst ${min} år`,
    to: (max: number) => `højst ${max} år`,
  },
  ever: ' nogensinde',
  now: ' aktuelt',
  last: (count: number, unit: 'years' | 'months' | 'weeks' | 'days') =>
    ` inden for de seneste ${count} ${{ years: 'år', months: 'måneder', weeks: 'uger', days: 'dage' }[unit]}`,
  /** Before codes of a system that is not named by its title. */
  systems: { NPU: 'Prøvekoder', YDELSE: 'Ydelser' },
  except: (codes: string) => ` undtagen ${codes}`,
} as const;

/** Of the draft, where the table says nothing. */
export const wordTableDraft = {
  untitled: { da: 'Uden titel', en: 'Untitled' },
  noPurpose: { da: '(formålet mangler)', en: '(the purpose is missing)' },
  uncoded: (title: string) => ({
    da: `Tabellen nævner »${title}«, men angiver ingen kode.`,
    en: `The table names “${title}” but gives no code.`,
  }),
};
