/** Why counts must not be protected in a way, in both languages: what is wrong, and what to do. */
type Words = readonly [da: string, en: string];

export const reportPhrases = {
  otherMethod: [
    'Tallene er beskyttet på en måde, som denne version ikke kender. Lav rapporten igen, eller brug en nyere version.',
    'The numbers are protected in a way that this version does not know. Make the report again, or use a newer version.',
  ],
  protectionSize: [
    'Tærskel og base skal være hele tal fra 3 til 100. Vælg for eksempel 5 og 5.',
    'The threshold and the base must be whole numbers from 3 to 100. Choose 5 and 5, for example.',
  ],
  protectionPair: [
    'Tærsklen skal være et multiplum af basen (5 og 5, 10 og 5, 6 og 3), ellers kan små tal regnes ud. Vælg en anden tærskel eller base.',
    'The threshold must be a multiple of the base (5 and 5, 10 and 5, 6 and 3), or else small numbers can be worked out. Choose another threshold or base.',
  ],
} satisfies Record<string, Words>;
