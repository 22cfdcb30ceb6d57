/** What the first column and the heads of the programme's tables say. */
import type { PatientField } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';

export type RowKind = 'include' | 'exclude' | 'patient' | RecordType;

/** The heads of a table, by what stands below them. */
export type Column = 'criteria' | 'data' | 'description' | 'rules';

const columns: readonly (readonly [Column, RegExp])[] = [
  ['criteria', /^(?:kriteri(?:er|um|e)|criteri(?:a|on))$/iu],
  ['data', /^(?:datatype[rn]?|data ?types?|oplysninger)$/iu],
  ['description', /^(?:beskrivelse[rn]?|descriptions?)$/iu],
  ['rules', /^(?:regler|regel|rules?|koder?|codes?)$/iu],
];

export function columnOf(text: string): Column | undefined {
  return columns.find(([, head]) => head.test(bare(text)))?.[0];
}

const kinds: readonly (readonly [RowKind, RegExp])[] = [
  [
    'include',
    /^(?:inklusion(?:s?\s?-?kriteri(?:er|um|e))?|inkluder(?:et|ede)?|include[ds]?|inclusion(?: criteria| criterion)?)$/iu,
  ],
  [
    'exclude',
    /^(?:eksklusion(?:s?\s?-?kriteri(?:er|um|e))?|ekskluder(?:et|ede)?|exclude[ds]?|exclusion(?: criteria| criterion)?)$/iu,
  ],
  ['patient', /^(?:patient(?:er|en|oplysninger|s)?|stamdata|personoplysninger)$/iu],
  ['diagnosis', /^(?:diagnose(?:r|kode|koder)?|diagnos[ei]s)$/iu],
  [
    'medication',
    /^(?:medicin(?:ering|liste)?|lægemid(?:del|ler)|ordination(?:er)?|medications?|medicines?)$/iu,
  ],
  [
    'result',
    /^(?:prøve(?:r|svar)?|laboratorie(?:svar|prøver)|lab(?:svar|prøver)?|målinger|results?)$/iu,
  ],
  ['service', /^(?:ydelse(?:r)?|services?)$/iu],
  ['appointment', /^(?:aftale(?:r)?|appointments?)$/iu],
  ['referral', /^(?:henvisning(?:er)?|referrals?)$/iu],
  ['letter', /^(?:epikrise(?:r)?|discharge letters?)$/iu],
  ['vaccination', /^(?:vaccin(?:ation|ationer|er)|vaccinations?)$/iu],
  ['carePlan', /^(?:forløbsplan(?:er)?|care plans?)$/iu],
  ['note', /^(?:(?:journal)?notat(?:er)?|notes?)$/iu],
  ['correspondence', /^(?:korrespondance(?:r)?|correspondence)$/iu],
];

/** What a row is about, by its first cell; undefined of another text. */
export function kindOf(text: string): RowKind | undefined {
  return kinds.find(([, label]) => label.test(bare(text)))?.[0];
}

const fields: readonly (readonly [PatientField, RegExp])[] = [
  ['cpr', /^cpr(?:[-. ]?(?:nr|nummer))?$/iu],
  ['name', /^(?:navn|name)$/iu],
  ['age', /^(?:alder|age)$/iu],
  ['sex', /^(?:køn|sex|gender)$/iu],
  ['birthDate', /^(?:fødsels(?:dato|dag)|date of birth|birth date)$/iu],
  ['address', /^(?:adresse|bopæl|address)$/iu],
  ['municipality', /^(?:(?:bopæls)?kommune|municipality)$/iu],
  ['insuranceGroup', /^(?:sikringsgruppe|insurance group)$/iu],
  ['practitioner', /^(?:(?:egen |fast )?læge|behandler|practitioner)$/iu],
  ['phone', /^(?:telefon(?:nummer|nr)?|tlf|mobil(?:nummer)?|phone)$/iu],
];

export function patientFieldOf(text: string): PatientField | undefined {
  return fields.find(([, label]) => label.test(bare(text)))?.[0];
}

/** Nothing but *none*, or a dash. */
export function saysNothing(text: string): boolean {
  return /^(?:[-–—./\s]*|ingen(?: angivet| koder)?|ikke angivet|none(?: given)?|n\/?a)$/iu.test(
    text.trim(),
  );
}

function bare(text: string): string {
  return text.replace(/[\s:.]+$/u, '').trim();
}
