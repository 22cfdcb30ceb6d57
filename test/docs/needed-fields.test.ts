/** Which fields are needed, on both pages that say so: what is bold in one is bold in the other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listNames } from '../../src/record/index.ts';

const data = readFileSync('stories/docs/data.mdx', 'utf8');
const contract = readFileSync('stories/docs/contract.mdx', 'utf8');

/** The bold fields in the row of a list. */
function boldOf(page: string, list: string): readonly string[] {
  const row = page
    .split('\n')
    .find((line) => line.startsWith(`| \`${list}\` `) && !line.includes('Supplied'));
  expect(row, list).toBeDefined();
  return [...row!.matchAll(/\*\*`(\w+)`\*\*/g)].map(([, field = '']) => field);
}

it.each(Object.values(listNames))('%s', (list) => {
  // The contract tells of codes by themselves.
  const told = boldOf(data, list).filter((field) => field !== 'code');
  expect([...told].sort()).toEqual([...boldOf(contract, list)].sort());
});

it('patient', () => {
  const [, own = ''] = contract.split('**`SuppliedPatient`**');
  const [table = ''] = own.split('\n### ');
  const bold = [...table.matchAll(/^\| \*\*`(\w+)`\*\*/gm)].map(([, field = '']) => field);
  expect([...boldOf(data, 'patient')].sort()).toEqual(bold.sort());
});
