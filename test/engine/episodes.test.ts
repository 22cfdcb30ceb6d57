/** R16, R16a: the least and the most of the runs, held against every choice of the records that are in doubt. */
import { expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { countEpisodes, type Asked } from '../../src/engine/reference/episodes.ts';
import { isLongEnough, isTooLong, joinRuns, lengthsOf } from '../../src/engine/reference/runs.ts';
import { read, windowOn } from '../../src/engine/reference/windows.ts';
import { finish } from '../../src/engine/steps.ts';
import { checkPatient } from '../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from './build.ts';
import { onDay } from './random-arbitraries.ts';

/** First and last day, and the code; a medicine without one may be any, or none. */
type Medicine = readonly [from: number, to: number | undefined, code: string];

function drawMedicine(random: Random, code: string): Medicine {
  const from = random.whole(-40, 5);
  return [from, random.chance(0.9) ? from + random.whole(0, 8) : undefined, code];
}

const spanOf = ([from, to]: Medicine) => ({
  from: onDay(from),
  ...(to === undefined ? {} : { to: onDay(to) }),
});

/** How many runs count, for each choice of those without a code. */
function numbersOf(medicines: readonly Medicine[], { gap, lengths, window }: Asked) {
  const sure = medicines.filter(([, , code]) => code !== '');
  const doubtful = medicines.filter(([, , code]) => code === '');
  return Array.from({ length: 2 ** doubtful.length }, (_, choice) => {
    const chosen = doubtful.filter((_, index) => (choice >> index) % 2 === 1);
    return joinRuns([...sure, ...chosen].map(spanOf), gap).filter(
      (run) => isLongEnough(run, lengths, window) && !isTooLong(run, lengths, window),
    ).length;
  });
}

const allLengths = [
  undefined,
  'P5D',
  { atMost: 'P9D' },
  { atMost: 'P4D' },
  { atLeast: 'P4D', atMost: 'P12D' },
] as const;

it.each(
  allLengths.map((lasting) => [JSON.stringify(lasting) ?? 'of any length', lasting] as const),
)('runs %s', (name, lasting) => {
  const random = new Random(`runs ${name}`);
  const profile = profileOf({ medication: {} });
  const codes = { system: 'ATC', include: ['N05A'] };
  const lengths = lasting === undefined ? {} : lengthsOf(lasting);
  let isTight = 0;
  for (let round = 0; round < 400; round++) {
    const medicines = [
      ...Array.from({ length: random.whole(0, 4) }, () => drawMedicine(random, 'N05AH03')),
      ...Array.from({ length: random.whole(0, 4) }, () => drawMedicine(random, '')),
    ];
    const window = windowOn({ last: `P${random.whole(5, 40)}D` }, asOf);
    const asked = { gap: read(`P${random.whole(0, 5)}D`), lengths, window };
    const { patient } = checkPatient(
      patientWith({
        medications: medicines.map((each) => ({ code: each[2], text: 'Pille', ...spanOf(each) })),
      }),
    );
    const context = { profile, patient: patient!, clinicCoverage: complete, asOf };
    const found = finish(countEpisodes(context, 'medication', { codes }, asked));
    const numbers = numbersOf(medicines, asked);
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const message = JSON.stringify({ medicines, window, gap: asked.gap, numbers });
    expect(found.least, message).toBeLessThanOrEqual(least);
    expect(found.most, message).toBeGreaterThanOrEqual(most);
    // Where there is no longest, what is counted at least is what there is for certain.
    if (!lengths.atMost) expect(found.least, message).toBe(least);
    if (lasting === undefined) expect(found.most, message).toBe(most);
    if (found.least === least && found.most === most) isTight++;
  }
  expect(isTight).toBeGreaterThan(300);
});
