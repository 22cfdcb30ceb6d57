/** Why a report cannot be used, in both languages: what is wrong, and what to do. */
type Words = readonly [da: string, en: string];

export const reportPhrases = {
  notJson: [
    'Dokumentet er ikke JSON. Hent rapporten igen fra klinikken.',
    'The document is no JSON. Get the report from the clinic again.',
  ],
  tooLarge: [
    'Dokumentet er større, end en rapport kan være. Hent rapporten igen fra klinikken.',
    'The document is larger than a report can be. Get the report from the clinic again.',
  ],
  otherFormat: [
    'Dokumentet er ingen rapport, som denne version kan læse. Lav rapporten igen, eller brug en nyere version.',
    'The document is no report that this version can read. Make the report again, or use a newer version.',
  ],
} satisfies Record<string, Words>;
