/** The figures of the page on disclosure control are what the method gives. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  defaultProtection,
  figuresOf,
  protectLeaves,
  shareOf,
  type Interval,
  type Leaf,
} from '../../src/report/index.ts';

const rows = readFileSync('stories/docs/disclosure.mdx', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore

const told = (numerator: number, rest: number, unknown: number) =>
  protectLeaves({ numerator, rest, unknown }, defaultProtection);

it('how counts are told, and read', () => {
  const examples = rows.filter(([counts = '']) => /^\d+, \d+, \d+$/u.test(counts));
  expect(examples.length).toBeGreaterThan(6);
  const range = ({ least, most }: Interval) => `${least}–${most}`;
  for (const [counts = '', ...cells] of examples) {
    const [yes = 0, no = 0, unknown = 0] = counts.split(', ').map(Number);
    const leaves = told(yes, no, unknown);
    const figures = figuresOf(leaves, defaultProtection);
    const share = shareOf(figures);
    const percent = (part: number) => (100 * part).toFixed(1);
    expect([counts, ...cells]).toEqual([
      counts,
      [leaves.numerator, leaves.rest, leaves.unknown as Leaf].join(', '),
      ...[figures.numerator, figures.rest, figures.unknown].map(range),
      share ? `${percent(share.least)}–${percent(share.most)} %` : 'none',
    ]);
  }
});

it('how far a share is from the truth', () => {
  const costs = rows.filter(([patients = '']) => /^\d+$/u.test(patients));
  expect(costs.length).toBeGreaterThan(6);
  for (const [patients, part, ...cells] of costs)
    expect([patients, part, ...cells]).toEqual([
      patients,
      part,
      ...costOf(Number(patients), parseInt(part ?? '', 10) / 100),
    ]);
});

/** Of some more patients and some more or fewer of *yes*: the most, the mean, and chance beside it. */
function costOf(patients: number, part: number) {
  const errors: number[] = [];
  let most = 0;
  for (let size = patients; size < patients + 5; size += 1)
    for (let more = -3; more <= 3; more += 1) {
      const yes = Math.max(0, Math.round(size * part) + more);
      const share = shareOf(figuresOf(told(yes, size - yes, 0), defaultProtection));
      if (!share) continue;
      most = Math.max(most, share.most - yes / size, yes / size - share.least);
      errors.push(Math.abs(share.estimate - yes / size));
    }
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const chance = Math.sqrt((part * (1 - part)) / patients);
  return [(100 * most).toFixed(1), (100 * mean).toFixed(2), (100 * chance).toFixed(1)];
}
