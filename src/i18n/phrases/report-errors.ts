/** What each error of a report says, in both languages: what is wrong, and what to do. */
import { profileErrorPhrases } from './profile-errors.ts';

type Details = Readonly<Record<string, unknown>>;
type Words = readonly [messageDa: string, messageEn: string, fixDa: string, fixEn: string];

/** The words for an error by its code; of structure, those that any document of ours has. */
export function reportErrorPhrases(code: string, details: Details): Words {
  return Object.hasOwn(sentences, code)
    ? sentences[code]!(details)
    : profileErrorPhrases(code, details);
}

const again = [
  'Hent rapporten igen fra klinikken.',
  'Get the report from the clinic again.',
] as const;
const remake = [
  'Lav rapporten igen i klinikken, hvor tallene er.',
  'Make the report again in the clinic, where the numbers are.',
] as const;

const sentences: Readonly<Record<string, (details: Details) => Words>> = {
  'report-no-json': () => ['Dokumentet er ikke JSON.', 'The document is no JSON.', ...again],
  'report-too-large': () => [
    'Dokumentet er større, end en rapport kan være.',
    'The document is larger than a report can be.',
    ...again,
  ],
  'report-format': () => [
    'Dokumentet er ingen rapport.',
    'The document is no report.',
    'Giv den fil, som klinikken eller området lavede; den begynder med "format": "overblik-report/1".',
    'Give the file that the clinic or the area made; it begins with "format": "overblik-report/1".',
  ],
  'report-newer': () => [
    'Rapporten er af en nyere slags, som denne version ikke kan læse.',
    'The report is of a newer kind that this version cannot read.',
    'Opdatér Overblik.',
    'Update Overblik.',
  ],
  'report-protection': ({ da, en }) => [
    String(da),
    String(en),
    'Bed klinikken lave rapporten igen.',
    'Ask the clinic to make the report again.',
  ],
  'report-leaves': ({ threshold, base }) => [
    `Tallene er ikke beskyttet, som rapporten siger (under ${String(threshold)}, ellers runde tal af ${String(base)}). De bruges ikke: de kunne pege på nogen.`,
    `The numbers are not protected as the report says (under ${String(threshold)}, else multiples of ${String(base)}). They are not used: they could point at somebody.`,
    ...remake,
  ],
  'report-leaf': ({ threshold, base }) => [
    `Tallet er ikke beskyttet, som rapporten siger (under ${String(threshold)}, ellers runde tal af ${String(base)}). Det bruges ikke: det kunne pege på nogen.`,
    `The number is not protected as the report says (under ${String(threshold)}, else multiples of ${String(base)}). It is not used: it could point at somebody.`,
    ...remake,
  ],
  'report-length': ({ found, expected }) => [
    `Der står ${String(found)} værdier, hvor der skal stå ${String(expected)}: én for hver dato, eller ingen, hvor grupper står i stedet.`,
    `There are ${String(found)} values where there should be ${String(expected)}: one for each date, or none where groups stand in their place.`,
    ...remake,
  ],
  'report-order': () => [
    'Datoerne står ikke i rækkefølge, hver én gang.',
    'The dates are not in order, each once.',
    ...remake,
  ],
  'report-repeated': ({ id }) => [
    `"${String(id)}" står her to gange.`,
    `"${String(id)}" is here twice.`,
    ...remake,
  ],
  'report-sum': () => [
    'Summen er ingen sum af beskyttede tal: den siger mere, end de kan sige. Den bruges ikke: den kunne pege på nogen.',
    'The sum is none of protected numbers: it says more than they can. It is not used: it could point at somebody.',
    'Læg klinikkernes rapporter sammen igen.',
    'Put the clinics’ reports together again.',
  ],
  'report-sum-of-clinics': () => [
    'Summen er en anden end den, klinikkernes tal i samme rapport giver. Ingen af dem bruges: det vides ikke, hvilken der er rigtig.',
    'The sum is another than what the clinics’ numbers in the same report come to. Neither is used: it is not known which is right.',
    'Læg klinikkernes rapporter sammen igen.',
    'Put the clinics’ reports together again.',
  ],
  'report-groups': () => [
    'Gruppen har patienter fælles med en gruppe før den: af to sådanne kunne flere tal regnes ud.',
    'The group shares patients with one before it: of two such more numbers could be worked out.',
    ...remake,
  ],
  'report-sums-alone': () => [
    'Områdets rapport har kun summer, og de kan ikke lægges sammen med andre: en klinik kunne tælle to gange.',
    'The report of the area has sums alone, which cannot be added to others: a clinic might count twice.',
    'Giv klinikkernes egne rapporter.',
    'Give the clinics’ own reports.',
  ],
  date: () => [
    'Datoen findes ikke.',
    'There is no such date.',
    'Skriv den som ÅÅÅÅ-MM-DD.',
    'Write it as YYYY-MM-DD.',
  ],
  moment: () => [
    'Tidspunktet kan ikke læses.',
    'The time cannot be read.',
    'Skriv det med forskel fra UTC: 2026-11-29T13:00:00+01:00.',
    'Write it with its offset from UTC: 2026-11-29T13:00:00+01:00.',
  ],
  hash: () => [
    'Definitionens kontrolsum er ikke 64 hexadecimale cifre.',
    'The hash of the definition is not 64 hexadecimal digits.',
    ...remake,
  ],
};
