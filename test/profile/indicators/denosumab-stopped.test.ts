import { span, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

/** Injections of denosumab and zoledronate, each on its day. */
const given = (denosumab: readonly string[], ...zoledronate: readonly string[]) =>
  patientWith({
    medications: [
      ...denosumab.map((day) => span('M05BX04', day, day)),
      ...zoledronate.map((day) => span('M05BA08', day, day)),
    ],
  });

workIndicator('denosumab-stopped', [
  ['nothing after', 'numerator', given(['2025-01-10'])],
  ['nothing seven months and a day after', 'numerator', given(['2026-04-23'])],
  ['seven months ago to the day', 'outside', given(['2026-04-24'])],
  ['never given', 'outside', given([])],
  ['three months after to the day', 'denominator', given(['2025-01-10'], '2025-04-10')],
  ['the day before that', 'numerator', given(['2025-01-10'], '2025-04-09')],
  ['nine months after to the day', 'denominator', given(['2025-01-10'], '2025-10-10')],
  ['the day after that', 'numerator', given(['2025-01-10'], '2025-10-11')],
  [
    'six months after the first injection, which was not the last',
    'numerator',
    given(['2024-01-10', '2025-01-10'], '2024-07-10'),
  ],
  ['from the last day of a short month', 'denominator', given(['2025-11-30'], '2026-02-28')],
  ['in a month, nine months after some of its days', 'unknown', given(['2025-01'], '2025-10-15')],
  ['medication not to be had', 'unknown', given(['2025-01-10']), without('medication')],
]);
