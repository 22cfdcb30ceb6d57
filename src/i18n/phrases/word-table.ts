/** What the reading of the programme's table says, in both languages: what is so, and what to do. */
interface Details {
  readonly text: string;
  readonly system: string;
}
type Words = readonly [messageDa: string, messageEn: string, todoDa: string, todoEn: string];

export type WordTableNoteCode =
  | 'code-of-other-system'
  | 'system-unsaid'
  | 'rule-text'
  | 'type-unsaid'
  | 'condition-not-read'
  | 'age-doubtful'
  | 'value-of-any'
  | 'read-as-not'
  | 'read-as-all'
  | 'read-as-any'
  | 'and-or-mixed'
  | 'complement'
  | 'unknown-field'
  | 'unknown-row'
  | 'nothing-asked'
  | 'uncoded'
  | 'labels-not-paired'
  | 'no-title'
  | 'no-purpose'
  | 'no-inclusion'
  | 'foreign-table'
  | 'text-around'
  | 'too-long';

interface NoteWords {
  readonly severity: 'unread' | 'read-as';
  readonly words: (details: Details) => Words;
}

const unread = (words: NoteWords['words']): NoteWords => ({ severity: 'unread', words });
const readAs = (words: NoteWords['words']): NoteWords => ({ severity: 'read-as', words });

export const wordTablePhrases: Readonly<Record<WordTableNoteCode, NoteWords>> = {
  'code-of-other-system': unread(({ text, system }) => [
    `»${text}« ligner ikke en kode i ${system} og er ikke med.`,
    `“${text}” does not look like a code of ${system} and is left out.`,
    'Ret koden, eller sæt den under sit eget kodesystem.',
    'Correct the code, or put it under its own code system.',
  ]),
  'system-unsaid': unread(({ text }) => [
    `Tabellen siger ikke, hvilket kodesystem »${text}« er fra; koden er ikke med.`,
    `The table does not say which code system “${text}” is of; the code is left out.`,
    'Skriv kodesystemet foran koden, fx »ICPC:« eller »ATC:«, eller tilføj koden i kladden.',
    'Write the code system before the code, e.g. “ICPC:” or “ATC:”, or add the code to the draft.',
  ]),
  'rule-text': unread(({ text }) => [
    `Teksten »${text}« under Regler er ikke læst.`,
    `The text “${text}” under Rules is not read.`,
    'Er det en regel, så skriv den i kladden. Ellers kan den blive væk.',
    'Where it is a rule, write it in the draft. Else it may stay out.',
  ]),
  'type-unsaid': unread(({ text }) => [
    `Det er ikke sagt, om »${text}« er diagnoser, ydelser eller andet; koderne er ikke med.`,
    `It is not said whether “${text}” are diagnoses, services or something else; the codes are left out.`,
    'Tilføj et kriterium af den rette datatype i kladden.',
    'Add a criterion of the right data type to the draft.',
  ]),
  'condition-not-read': unread(({ text }) => [
    `Betingelsen i »${text}« er ikke læst helt: kladden spørger om noget andet end teksten.`,
    `The condition in “${text}” is not wholly read: the draft asks for something else than the text.`,
    'Hold kriteriet op mod teksten, og skriv det, der mangler, i kladden.',
    'Hold the criterion against the text, and write in the draft what is missing.',
  ]),
  'age-doubtful': readAs(({ text }) => [
    `»${text}« er læst, så året selv er med.`,
    `“${text}” is read with the year itself in it.`,
    'Ret aldersgrænsen, hvis året selv ikke skal med.',
    'Correct the age where the year itself is not meant.',
  ]),
  'value-of-any': readAs(({ text }) => [
    `»${text}« er læst, så én prøve med værdien er nok, uanset hvilken.`,
    `“${text}” is read so that one result of the value is enough, whichever it is.`,
    'Vælg den seneste prøve i kladden, hvis det er den, der gælder.',
    'Choose the latest result in the draft where that is the one that counts.',
  ]),
  'read-as-not': readAs(({ text }) => [
    `»${text}« er læst som »ikke«: patienter uden de nævnte koder.`,
    `“${text}” is read as “not”: patients without the codes named.`,
    'Se efter, at det er meningen.',
    'See that this is what is meant.',
  ]),
  'read-as-all': readAs(({ text }) => [
    `${text}: Tabellen siger ikke, om det ene eller begge kriterier skal være opfyldt. De er læst som »og«, fordi det ene er alder eller køn.`,
    `${text}: The table does not say whether one or both criteria must be met. They are read as “and”, as one is age or sex.`,
    'Ret »alle« til »mindst ét« i kladden, hvis det ene er nok.',
    'Change “all” to “any” in the draft where one is enough.',
  ]),
  'read-as-any': readAs(({ text }) => [
    `${text}: Tabellen siger ikke, om det ene eller begge kriterier skal være opfyldt. De er læst som »og/eller«.`,
    `${text}: The table does not say whether one or both criteria must be met. They are read as “and/or”.`,
    'Ret »mindst ét« til »alle« i kladden, hvis begge skal være opfyldt.',
    'Change “any” to “all” in the draft where both must be met.',
  ]),
  'and-or-mixed': readAs(({ text }) => [
    `${text}: Tabellen blander »og« med »eller«. Det, som »og« forbinder, er holdt sammen.`,
    `${text}: The table mixes “and” with “or”. What “and” joins is held together.`,
    'Se efter i kladden, at kriterierne hører sammen, som de skal.',
    'See in the draft that the criteria belong together as they should.',
  ]),
  complement: readAs(({ text }) => [
    `»${text}« udelukker ingen, der er inkluderet, og er derfor ikke et kriterium.`,
    `“${text}” excludes nobody who is included, and so is no criterion.`,
    'Intet, hvis det kun er sagt for fuldstændighedens skyld.',
    'Nothing, where it is said for completeness alone.',
  ]),
  'unknown-field': unread(({ text }) => [
    `»${text}« er ikke en af de oplysninger om patienten, som en profil kan vise.`,
    `“${text}” is none of the patient’s details that a profile can show.`,
    'Vælg en anden oplysning: cpr, navn, alder, køn, adresse, kommune, læge eller telefon.',
    'Choose another: CPR, name, age, sex, address, municipality, practitioner or phone.',
  ]),
  'unknown-row': unread(({ text }) => [
    `Rækken »${text}« er hverken et kriterium eller en datatype, der kendes.`,
    `The row “${text}” is neither a criterion nor a data type that is known.`,
    'Skriv det, rækken spørger om, i kladden, eller ret dens navn, og indsæt igen.',
    'Write in the draft what the row asks, or correct its name and paste again.',
  ]),
  'nothing-asked': unread(({ text }) => [
    `Rækken »${text}« siger ikke, hvad der skal vises, og er ikke med.`,
    `The row “${text}” does not say what is to be shown, and is left out.`,
    'Tilføj en oplysning i kladden, hvis noget skal vises.',
    'Add an item to the draft where something is to be shown.',
  ]),
  uncoded: readAs(({ text }) => [
    `»${text}« har ingen kode i tabellen og vises som en oplysning uden kode.`,
    `“${text}” has no code in the table and is shown as an item without codes.`,
    'Tilføj koden, hvis der er en.',
    'Add the code where there is one.',
  ]),
  'labels-not-paired': readAs(({ text }) => [
    `Tabellen siger ikke, hvilke koder der hører til hvad i »${text}«; de vises samlet.`,
    `The table does not say which codes belong to which of “${text}”; they are shown together.`,
    'Del oplysningen i kladden, så hver får sine egne koder.',
    'Split the item in the draft, so that each has its own codes.',
  ]),
  'no-title': unread(() => [
    'Der stod ingen titel over tabellen.',
    'No title stood above the table.',
    'Skriv en titel i kladden.',
    'Write a title in the draft.',
  ]),
  'no-purpose': unread(() => [
    'Der stod intet formål over tabellen.',
    'No purpose stood above the table.',
    'Skriv formålet i kladden i stedet for »(formålet mangler)«.',
    'Write the purpose in the draft in place of “(formålet mangler)”.',
  ]),
  'no-inclusion': unread(() => [
    'Der er intet inklusionskriterium, der kunne læses: kladden finder ingen, før det er skrevet.',
    'There is no inclusion criterion that could be read: the draft finds nobody until it is written.',
    'Tilføj et inklusionskriterium i kladden.',
    'Add an inclusion criterion to the draft.',
  ]),
  'foreign-table': unread(() => [
    'En tabel er ikke læst: dens første kolonne nævner hverken kriterier eller datatyper.',
    'A table is not read: its first column names neither criteria nor data types.',
    'Giv den hovedet Kriterier / Beskrivelse / Regler eller Datatyper / Beskrivelse / Regler, og indsæt igen.',
    'Give it the head Kriterier / Beskrivelse / Regler or Datatyper / Beskrivelse / Regler, and paste again.',
  ]),
  'text-around': unread(({ text }) => [
    `Tekst uden for tabellen er ikke læst: »${text}«`,
    `Text outside the table is not read: “${text}”`,
    'Skriv det i beskrivelsen, hvis det hører med.',
    'Write it in the description where it belongs to the profile.',
  ]),
  'too-long': unread(({ text }) => [
    `Det indsatte er længere end ${text} tegn; resten er ikke læst.`,
    `What was pasted is longer than ${text} characters; the rest is not read.`,
    'Indsæt tabellen alene.',
    'Paste the table alone.',
  ]),
};
