/** The cockpit, the marker and what surrounds them, as they are tried by hand. */
import { both, type ProtocolItem, type ProtocolPart } from './item.ts';

type Words = readonly [da: string, en: string];

function item(
  part: ProtocolPart,
  number: number,
  title: Words,
  steps: readonly Words[],
  expected: Words,
  after: readonly string[] = [],
): ProtocolItem {
  const prefix = part === 'host' ? 'HOS' : 'COC';
  return {
    id: `${prefix}-${String(number).padStart(2, '0')}`,
    part,
    title: both(...title),
    steps: steps.map((each) => both(...each)),
    expected: both(...expected),
    after,
  };
}

export const cockpitItems: readonly ProtocolItem[] = [
  item(
    'cockpit',
    1,
    ['Overblikket viser den patient, der er åben', 'The cockpit shows the patient who is open'],
    [
      [
        'Åbn tre patienter efter hinanden i journalen, den ene hurtigt efter den anden.',
        'Open three patients in the journal, one quickly after the other.',
      ],
    ],
    [
      'Overblikket følger med hver gang; på intet tidspunkt står en anden patients oplysninger der.',
      'The cockpit goes along each time; at no time anybody else’s data is shown.',
    ],
    ['PAT-02', 'PAT-06', 'PER-05'],
  ),
  item(
    'cockpit',
    2,
    ['Navn, CPR-nummer og alder er rigtige', 'Name, CPR number and age are right'],
    [
      [
        'Sammenlign med journalens hoved, også for et barn og for en med erstatnings-CPR.',
        'Compare them with the journal’s head, of a child and of someone with a replacement number too.',
      ],
    ],
    ['De er ens.', 'They are the same.'],
    ['DAT-16', 'DAT-17', 'DAT-22', 'DAT-23', 'DAT-25'],
  ),
  item(
    'cockpit',
    3,
    ['“Det skal du vide” passer', '“What you need to know” is right'],
    [
      [
        'Åbn en patient med mindst to markører, og se på grundlaget for hver.',
        'Open a patient with two markers at least, and look at the grounds of each.',
      ],
    ],
    [
      'Grundlaget nævner oplysninger, der kan genfindes i journalen.',
      'The grounds name records that are found in the journal.',
    ],
    ['PAT-03', 'DAT-14', 'DAT-32'],
  ),
  item(
    'cockpit',
    4,
    ['Medicin er den aktuelle', 'Medicines are the current ones'],
    [
      [
        'Åbn en patient med mange lægemidler, også nogle, der er seponeret i år.',
        'Open a patient with many medicines, some of them ended this year.',
      ],
    ],
    [
      'De gældende er der, og de seponerede er ikke blandt dem.',
      'Those that go on are there, and those that have ended are not among them.',
    ],
    ['DAT-32', 'DAT-33', 'DAT-37', 'ASK-05'],
  ),
  item(
    'cockpit',
    5,
    ['Prøvesvar og deres forløb', 'Results and their course'],
    [
      [
        'Sammenlign de seneste tre svar af en prøve med journalen.',
        'Compare the last three results of a test with the journal.',
      ],
    ],
    ['Tal, enhed, dato og tegn (<, >) er ens.', 'Number, unit, date and sign (<, >) are the same.'],
    ['DAT-12', 'DAT-38', 'DAT-40', 'DAT-41'],
  ),
  item(
    'cockpit',
    6,
    ['Aftaler og henvisninger', 'Appointments and referrals'],
    [
      [
        'Åbn en patient med en kommende og en aflyst aftale.',
        'Open a patient with an appointment to come and one that was cancelled.',
      ],
    ],
    [
      'Den kommende vises med rigtig dag og tid; den aflyste tæller ikke.',
      'The one to come is shown with its day and time; the cancelled one does not count.',
    ],
    ['DAT-14', 'DAT-26'],
  ),
  item(
    'cockpit',
    7,
    ['Det, der ikke er hentet, er ukendt', 'What was not fetched is unknown'],
    [
      [
        'Afbryd en datakilde (i testmiljøet), og åbn en patient.',
        'Take a source away (in the test environment), and open a patient.',
      ],
    ],
    [
      'Overblikket siger, hvad der mangler, og skriver ikke “ingen”.',
      'The cockpit says what is missing, and does not write “none”.',
    ],
    ['DES-06', 'DAT-30'],
  ),
  item(
    'cockpit',
    8,
    ['En patient, der er flyttet', 'A patient who has moved'],
    [
      [
        'Åbn overblikket for en patient, der ikke længere er i klinikken.',
        'Open the cockpit of a patient who is no longer in the clinic.',
      ],
    ],
    [
      'Overblikket siger det, og viser intet om patienten.',
      'The cockpit says so, and shows nothing of the patient.',
    ],
    ['PAT-04'],
  ),
  item(
    'cockpit',
    9,
    ['Ændringer i journalen kommer med', 'Changes in the journal come along'],
    [
      [
        'Ret en diagnose eller en ordination i journalen, mens overblikket er åbent.',
        'Change a diagnosis or a prescription in the journal while the cockpit is open.',
      ],
    ],
    [
      'Overblikket og listen viser det nye, uden at noget skrevet går tabt.',
      'The cockpit and the list show what is new, and nothing that was written is lost.',
    ],
    ['PAT-09', 'LOA-07'],
  ),
  item(
    'cockpit',
    10,
    ['Opmærksomhedsmarkøren', 'The attention marker'],
    [
      [
        'Se på markøren i patienthovedet for en patient med, og en uden, markører.',
        'Look at the marker in the patient’s head of a patient with markers, and of one without.',
      ],
    ],
    [
      'Den alvorligste er nævnt; et klik åbner overblikket for samme patient.',
      'The gravest is named; a click opens the cockpit of the same patient.',
    ],
    ['PAT-06'],
  ),
  item(
    'cockpit',
    11,
    ['Udskrift af overblikket', 'Print of the cockpit'],
    [['Udskriv overblikket for en patient.', 'Print a patient’s cockpit.']],
    [
      'Navn, CPR-nummer og dato står på hver side, og intet er skåret over.',
      'Name, CPR number and date stand on each page, and nothing is cut.',
    ],
  ),
];

export const hostItems: readonly ProtocolItem[] = [
  item(
    'host',
    1,
    ['En anden klinik eller bruger', 'Another clinic or user'],
    [
      [
        'Log af, og log på en anden klinik i samme vindue.',
        'Log off, and on to another clinic in the same window.',
      ],
    ],
    [
      'Intet fra den første klinik kan ses, heller ikke med “tilbage”.',
      'Nothing of the first clinic is seen, by “back” neither.',
    ],
    ['DES-03', 'PRI-02'],
  ),
  item(
    'host',
    2,
    ['Rettigheder', 'Rights'],
    [
      [
        'Log på som en bruger uden ret til at åbne journaler, udskrive og eksportere.',
        'Log on as somebody who may not open journals, print or export.',
      ],
    ],
    ['Det, brugeren ikke må, tilbydes ikke.', 'What the user may not do is not offered.'],
    ['DES-02'],
  ),
  item(
    'host',
    3,
    ['Logge og netværk', 'Logs and network'],
    [
      [
        'Se efter i konsollen, i systemets logge og i netværkstrafikken, mens en liste hentes.',
        'Look at the console, the system’s logs and the network while a list is fetched.',
      ],
    ],
    [
      'Ingen navne og CPR-numre står i logge eller adresser, og der er ingen trafik til andre end journalsystemet.',
      'No name or CPR number stands in logs or addresses, and there is no traffic to others than the system.',
    ],
    ['PRI-01', 'PRI-03', 'PRI-04'],
  ),
  item(
    'host',
    4,
    ['Klinikkens mindste computer', 'The clinic’s smallest computer'],
    [
      [
        'Hent den største klinik på den langsomste computer, der er i brug.',
        'Fetch the largest clinic on the slowest computer in use.',
      ],
    ],
    [
      'Listen er fremme, før man giver op; journalsystemet kan bruges imens.',
      'The list is there before one gives up; the system can be used meanwhile.',
    ],
    ['PER-02', 'PER-03', 'PER-04'],
  ),
];
