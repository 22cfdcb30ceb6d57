/** What counts says one and several, in both languages, and writes thousands as the language does. */
import { describe, expect, it } from 'vitest';
import { formatCount } from '../../src/i18n/numbers.ts';
import { exportPhrases } from '../../src/i18n/phrases/export.ts';
import { problemPhrases } from '../../src/i18n/phrases/problems.ts';
import { qualityPhrases } from '../../src/i18n/phrases/quality.ts';
import { exportPanelTexts } from '../../src/i18n/texts/export-panel.ts';
import { listTexts } from '../../src/i18n/texts/list.ts';
import { patientTexts } from '../../src/i18n/texts/patient.ts';
import { patientViewTexts } from '../../src/i18n/texts/patient-view.ts';
import { populationTexts } from '../../src/i18n/texts/population.ts';
import { qualityTexts } from '../../src/i18n/texts/quality.ts';

type Language = 'da' | 'en';

/** Each with what it says of 1, of 2 and of 1,234. */
const all: readonly [
  what: string,
  say: (count: number, language: Language) => string,
  da: readonly string[],
  en: readonly string[],
][] = [
  [
    'patients that are not on the list',
    (count, language) => listTexts[language].notListed(formatCount(count, language)),
    ['1 er ikke på listen', '2 er ikke på listen', '1.234 er ikke på listen'],
    ['1 is not on the list', '2 are not on the list', '1,234 are not on the list'],
  ],
  [
    'patients that have left',
    (count, language) => listTexts[language].left(formatCount(count, language)),
    ['1 udgået', '2 udgået', '1.234 udgået'],
    ['1 has left', '2 have left', '1,234 have left'],
  ],
  [
    'chosen patients that are gone',
    (count, language) => listTexts[language].goneSelected(formatCount(count, language)),
    [
      '1 er ikke længere på listen',
      '2 er ikke længere på listen',
      '1.234 er ikke længere på listen',
    ],
    [
      '1 is no longer on the list',
      '2 are no longer on the list',
      '1,234 are no longer on the list',
    ],
  ],
  [
    'a share of what was fetched',
    (count, language) =>
      populationTexts[language].shareFetched('50', formatCount(count, language), false),
    ['50 % af 1 hentet', '50 % af 2 hentede', '50 % af 1.234 hentede'],
    ['50% of 1 fetched', '50% of 2 fetched', '50% of 1,234 fetched'],
  ],
  [
    'a share of those who can be determined',
    (count, language) => populationTexts[language].share('50', formatCount(count, language), true),
    [
      '50 % af 1 patient, der kan afgøres',
      '50 % af 2 patienter, der kan afgøres',
      '50 % af 1.234 patienter, der kan afgøres',
    ],
    [
      '50% of 1 patient that can be determined',
      '50% of 2 patients that can be determined',
      '50% of 1,234 patients that can be determined',
    ],
  ],
  [
    'members among those who can be determined, in a file',
    (count, language) => exportPhrases[language].ofDecided(0, count, 7012),
    [
      '0 af 1 patient, der kan afgøres, af klinikkens 7.012',
      '0 af 2 patienter, der kan afgøres, af klinikkens 7.012',
      '0 af 1.234 patienter, der kan afgøres, af klinikkens 7.012',
    ],
    [
      '0 of 1 patient that can be determined, of the clinic’s 7,012',
      '0 of 2 patients that can be determined, of the clinic’s 7,012',
      '0 of 1,234 patients that can be determined, of the clinic’s 7,012',
    ],
  ],
  [
    'what was not fetched',
    (count, language) => populationTexts[language].notFetched(formatCount(count, language)),
    ['1 er ikke hentet', '2 er ikke hentet', '1.234 er ikke hentet'],
    ['1 was not fetched', '2 were not fetched', '1,234 were not fetched'],
  ],
  [
    'a file that is written',
    (count, language) => exportPanelTexts[language].done(formatCount(count, language)),
    [
      'Filen er skrevet: 1 patient.',
      'Filen er skrevet: 2 patienter.',
      'Filen er skrevet: 1.234 patienter.',
    ],
    [
      'The file is written: 1 patient.',
      'The file is written: 2 patients.',
      'The file is written: 1,234 patients.',
    ],
  ],
  [
    'patients of whom less is covered',
    (count, language) => qualityTexts[language].less(formatCount(count, language)),
    [
      '1 patient har ringere datadækning',
      '2 patienter har ringere datadækning',
      '1.234 patienter har ringere datadækning',
    ],
    [
      '1 patient has poorer coverage',
      '2 patients have poorer coverage',
      '1,234 patients have poorer coverage',
    ],
  ],
  [
    'values beside which something may be missing',
    (count, language) => qualityTexts[language].incomplete(formatCount(count, language)),
    [
      '1 patient har en værdi, men noget kan mangle',
      '2 patienter har en værdi, men noget kan mangle',
      '1.234 patienter har en værdi, men noget kan mangle',
    ],
    [
      '1 patient has a value, but something may be missing',
      '2 patients have a value, but something may be missing',
      '1,234 patients have a value, but something may be missing',
    ],
  ],
  [
    'values of an item',
    (count, language) => qualityPhrases[language].haveValue(count, 2000),
    ['1 af 2.000 har en værdi', '2 af 2.000 har en værdi', '1.234 af 2.000 har en værdi'],
    ['1 of 2,000 has a value', '2 of 2,000 have a value', '1,234 of 2,000 have a value'],
  ],
  [
    'a load cut short',
    (count, language) => problemPhrases[language].cutShort(count, 7012),
    [1, 2, 1234].map((count) => `Kun ${formatCount(count, 'da')} af 7.012 patienter er hentet.`),
    [
      'Only 1 of 7,012 patients was fetched.',
      'Only 2 of 7,012 patients were fetched.',
      'Only 1,234 of 7,012 patients were fetched.',
    ],
  ],
  [
    'records that could not be read',
    (count, language) => problemPhrases[language].rejected(count, 1),
    [
      '1 oplysning hos 1 patient kunne ikke læses og indgår ikke.',
      '2 oplysninger hos 1 patient kunne ikke læses og indgår ikke.',
      '1.234 oplysninger hos 1 patient kunne ikke læses og indgår ikke.',
    ],
    [
      '1 record of 1 patient could not be read and is left out.',
      '2 records of 1 patient could not be read and are left out.',
      '1,234 records of 1 patient could not be read and are left out.',
    ],
  ],
  [
    'a file of a clinic cut short',
    (count, language) => exportPhrases[language].ofFetched(26, 3000, 3000, count),
    [1, 2, 1234].map(
      (count) => `26 af 3.000 hentede patienter; ${formatCount(count, 'da')} er ikke hentet`,
    ),
    [
      '26 of 3,000 patients fetched; 1 was not fetched',
      '26 of 3,000 patients fetched; 2 were not fetched',
      '26 of 3,000 patients fetched; 1,234 were not fetched',
    ],
  ],
  [
    'years of age',
    (count, language) => (count > 200 ? '' : patientTexts[language].age(String(count))),
    ['1 år', '2 år', ''],
    ['1 year', '2 years', ''],
  ],
  [
    'days of medicines together',
    (count, language) => patientViewTexts[language].together('T', count, 'X'),
    [
      'T: samtidig i 1 dag, siden X',
      'T: samtidig i 2 dage, siden X',
      'T: samtidig i 1.234 dage, siden X',
    ],
    [
      'T: together for 1 day, since X',
      'T: together for 2 days, since X',
      'T: together for 1,234 days, since X',
    ],
  ],
  [
    'the age of a source',
    (count, language) => patientViewTexts[language].daysOld(count),
    ['1 dag gammel', '2 dage gammel', '1.234 dage gammel'],
    ['1 day old', '2 days old', '1,234 days old'],
  ],
  [
    'everything recorded',
    (count, language) => patientViewTexts[language].everything(count),
    ['Vis alle (1)', 'Vis alle (2)', 'Vis alle (1.234)'],
    ['All entries (1)', 'All entries (2)', 'All entries (1,234)'],
  ],
  [
    'medicines',
    (count, language) => patientViewTexts[language].substances(count),
    ['1 præparat', '2 præparater', '1.234 præparater'],
    ['1 substance', '2 substances', '1,234 substances'],
  ],
];

describe.each(all)('%s', (_, say, da, en) => {
  it.each([
    ['da', da],
    ['en', en],
  ] as const)('in %s', (language, expected) => {
    expect([1, 2, 1234].map((count) => say(count, language))).toEqual(expected);
  });
});
