/** The list, as it is tried by hand. */
import { both, type ProtocolItem } from './item.ts';

type Words = readonly [da: string, en: string];

function item(
  number: number,
  title: Words,
  steps: readonly Words[],
  expected: Words,
  after: readonly string[] = [],
): ProtocolItem {
  return {
    id: `LIS-${String(number).padStart(2, '0')}`,
    part: 'list',
    title: both(...title),
    steps: steps.map((each) => both(...each)),
    expected: both(...expected),
    after,
  };
}

export const listItems: readonly ProtocolItem[] = [
  item(
    1,
    ['Listen åbnes fra journalsystemet', 'The list is opened from the system'],
    [
      ['Log på journalsystemet som kliniker.', 'Log on to the system as a clinician.'],
      [
        'Åbn populationsoverblikket, og vælg en profil.',
        'Open the population list, and choose a profile.',
      ],
    ],
    [
      'Profilens titel, datoen, antallet i populationen og andelen af klinikkens patienter vises.',
      'The profile’s title, the date, the number in the population and its share of the clinic are shown.',
    ],
    ['DES-01', 'LOA-01', 'PER-02'],
  ),
  item(
    2,
    ['Antallet passer med klinikken', 'The number agrees with the clinic'],
    [
      [
        'Slå klinikkens antal tilmeldte patienter op i journalsystemet.',
        'Look up the number of patients on the clinic’s list in the system.',
      ],
      [
        'Sammenlign med antallet, listen er fundet blandt.',
        'Compare it with the number that the list is found among.',
      ],
    ],
    [
      'De to tal er ens, eller forskellen kan forklares.',
      'The two numbers are the same, or the difference can be explained.',
    ],
    ['LOA-03', 'LOA-04', 'LOA-06'],
  ),
  item(
    3,
    ['Fem på listen hører til der', 'Five on the list belong there'],
    [
      [
        'Vælg fem patienter på listen, spredt fra top til bund.',
        'Choose five patients on the list, spread from top to bottom.',
      ],
      [
        'Åbn journalen for hver, og find det, som profilens kriterier siger.',
        'Open each one’s journal, and find what the profile’s criteria say.',
      ],
    ],
    [
      'Alle fem opfylder kriterierne, og listens “hvorfor” nævner det samme som journalen.',
      'All five meet the criteria, and the list’s “why” says what the journal says.',
    ],
    ['PAT-03', 'DAT-35'],
  ),
  item(
    4,
    [
      'Fem, der mangler på listen, hører ikke til der',
      'Five who are not on the list do not belong there',
    ],
    [
      [
        'Lav et udtræk i journalsystemet på profilens diagnosekoder.',
        'Make a search of the system’s own by the profile’s diagnosis codes.',
      ],
      [
        'Vælg op til fem fra udtrækket, som ikke er på listen.',
        'Choose up to five found by it who are not on the list.',
      ],
    ],
    [
      'For hver kan det siges hvorfor: et kriterium, en dato eller “kan ikke afgøres”.',
      'Of each it can be said why: a criterion, a date or “cannot be determined”.',
    ],
    ['ASK-01', 'ASK-03', 'ASK-04', 'DAT-30'],
  ),
  item(
    5,
    ['“Kan ikke afgøres” vises', '“Cannot be determined” is shown'],
    [
      [
        'Afbryd en datakilde (i testmiljøet), og hent listen igen.',
        'Take a source away (in the test environment), and fetch the list again.',
      ],
    ],
    [
      'Listen siger, hvad der mangler; de berørte patienter står under “Kan ikke afgøres”, ingen af dem er blevet til et nej.',
      'The list says what is missing; the patients concerned stand under “Cannot be determined”, none of them has become a no.',
    ],
    ['DES-06', 'DAT-31'],
  ),
  item(
    6,
    ['Journalsystemet svarer ikke', 'The system does not answer'],
    [
      [
        'Afbryd forbindelsen (i testmiljøet), og hent listen igen.',
        'Cut the connection (in the test environment), and fetch the list again.',
      ],
    ],
    [
      'Listen siger, at den ikke kunne hentes, og tilbyder at prøve igen. Den viser ikke en tom liste.',
      'The list says that it could not be fetched, and offers to try again. It shows no empty list.',
    ],
    ['LOA-02', 'PAT-01'],
  ),
  item(
    7,
    ['De alvorligste står først', 'The gravest stand first'],
    [
      [
        'Se på de øverste rækker, og på markørerne i dem.',
        'Look at the rows at the top, and at their markers.',
      ],
    ],
    [
      'Rækkefølgen er den, profilen giver; en markør har både farve, tegn og tekst.',
      'The order is the profile’s; a marker has a colour, a sign and words.',
    ],
  ),
  item(
    8,
    ['Datoer, tal og enheder er journalens', 'Dates, numbers and units are the journal’s'],
    [
      ['Vælg tre patienter med prøvesvar.', 'Choose three patients with results.'],
      [
        'Sammenlign dato, tal og enhed med journalen, også et svar fra lige før eller efter midnat.',
        'Compare date, number and unit with the journal, that of an answer right before or after midnight too.',
      ],
    ],
    ['Alt er ens; ingen dato er en dag forkert.', 'All are the same; no date is a day off.'],
    ['DAT-24', 'DAT-26', 'DAT-27', 'DAT-38', 'DAT-41'],
  ),
  item(
    9,
    ['Søgning, filter og sortering', 'Search, filters and sorting'],
    [
      ['Søg på et navn, et CPR-nummer og en kode.', 'Search for a name, a CPR number and a code.'],
      ['Sæt et filter, og sortér efter en kolonne.', 'Put on a filter, and sort by a column.'],
    ],
    [
      'Antallet, der vises, følger med, og listen siger, at den er filtreret.',
      'The number shown goes along, and the list says that it is filtered.',
    ],
  ),
  item(
    10,
    ['Journalen åbnes på den rigtige patient', 'The journal is opened on the right patient'],
    [
      [
        'Klik på CPR-nummeret for tre patienter efter hinanden.',
        'Click the CPR numbers of three patients, one after the other.',
      ],
    ],
    [
      'Journalsystemet viser hver gang netop den patient.',
      'The system shows that very patient each time.',
    ],
    ['JOU-01', 'PAT-02'],
  ),
  item(
    11,
    ['Status og note gemmes', 'Status and note are saved'],
    [
      [
        'Sæt en patient til opfølgning, skriv en note med æ, ø, å og flere linjer, og sæt en ansvarlig og en frist.',
        'Set a patient to be followed up, write a note of several lines with æ, ø and å, and an owner and a date.',
      ],
      [
        'Luk listen, log på som en anden bruger, og åbn den igen.',
        'Close the list, log on as somebody else, and open it again.',
      ],
    ],
    [
      'Alt står der, med initialer og tidspunkt for den, der skrev det.',
      'Everything is there, with the initials of who wrote it and when.',
    ],
    ['ROU-02', 'ROU-03', 'ROU-04', 'DES-08'],
  ),
  item(
    12,
    ['To, der skriver om samme patient', 'Two who write of the same patient'],
    [
      ['Åbn samme liste for to brugere.', 'Open the same list for two users.'],
      [
        'Skriv hver sin note om samme patient, den ene lige efter den anden.',
        'Write a note each of the same patient, one right after the other.',
      ],
    ],
    [
      'Den anden ser begge noter og vælger; ingen af dem går tabt.',
      'The second sees both notes, and chooses; none is lost.',
    ],
    ['ROU-06', 'ROU-07', 'ROU-08'],
  ),
  item(
    13,
    [
      'En runde afsluttes, og den næste sammenlignes med den',
      'A round is finished, and the next is compared with it',
    ],
    [['Afslut en runde, og begynd en ny.', 'Finish a round, and begin another.']],
    [
      'Listen viser, hvem der er ny, hvem der er udgået, og hvem der ikke blev gennemgået.',
      'The list shows who is new, who has left, and who was not reviewed.',
    ],
    ['ROU-05', 'ROU-09'],
  ),
  item(
    14,
    ['En handling for flere patienter', 'An action for several patients'],
    [
      [
        'Vælg tre testpatienter, og udfør en handling.',
        'Choose three test patients, and do an action.',
      ],
      [
        'Gør det samme, hvor den ene ikke kan lade sig gøre.',
        'Do the same where one of them cannot be done.',
      ],
    ],
    [
      'Listen siger for hver, om det lykkedes, og tilbyder at prøve de mislykkede igen. I journalen er intet gjort to gange.',
      'The list says of each whether it was done, and offers to try the others again. In the journal nothing is done twice.',
    ],
    ['ACT-02', 'ACT-04', 'ACT-05'],
  ),
  item(
    15,
    ['Udskrift', 'Print'],
    [['Udskriv listen på papir eller som PDF.', 'Print the list on paper or as PDF.']],
    [
      'Alle viste patienter og kolonner er med, sidetal og dato står på hver side, og intet er skåret over.',
      'All patients and columns that are shown are there, page numbers and the date on each page, and nothing is cut.',
    ],
  ),
  item(
    16,
    ['Eksport', 'Export'],
    [['Eksportér listen til Excel, og åbn filen.', 'Export the list to Excel, and open the file.']],
    [
      'Rækker og kolonner er de viste; CPR-numre er tekst, datoer er datoer, og dem, der ikke kan afgøres, er med som sådan. Hvor brugeren ikke må eksportere, findes knappen ikke.',
      'Rows and columns are those shown; CPR numbers are texts, dates are dates, and those who cannot be determined are there as such. Where the user may not export, there is no button.',
    ],
    ['DES-02'],
  ),
  item(
    17,
    ['Alene med tastaturet', 'By the keyboard alone'],
    [
      [
        'Åbn en liste, find en patient, læs hvorfor, sæt status og åbn journalen uden mus.',
        'Open a list, find a patient, read why, set a status and open the journal without a mouse.',
      ],
    ],
    [
      'Alt kan gøres, og det er altid til at se, hvor man er.',
      'Everything can be done, and it can always be seen where one is.',
    ],
  ),
  item(
    18,
    ['Stor tekst, mørkt og høj kontrast', 'Large text, dark and high contrast'],
    [
      [
        'Sæt teksten til 200 %, og prøv systemets mørke farver og høj kontrast.',
        'Set the text to 200 %, and try the system’s dark colours and high contrast.',
      ],
    ],
    [
      'Alt kan læses, og intet ligger oven på andet.',
      'Everything can be read, and nothing lies on top of anything else.',
    ],
  ),
];
