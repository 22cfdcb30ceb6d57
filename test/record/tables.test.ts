/** The docs' page of tables (`.tools/record-tables.ts`) has what the check reads. */
import { expect, it } from 'vitest';
import { pageText } from '../../.tools/record-tables.ts';
import { codeSystems, placeholderDates, sexNames, unitGroups } from '../../src/record/index.ts';

it('has every system, unit, sex and placeholder, with nothing that MDX takes for its own', () => {
  const page = pageText();
  for (const { aliases } of codeSystems)
    for (const alias of aliases) expect(page).toContain(`\`${alias}\``);
  for (const { units } of unitGroups)
    for (const name of Object.values(units).flat()) expect(page).toContain(`\`${name}\``);
  for (const names of Object.values(sexNames))
    for (const name of names) expect(page).toContain(`\`${name}\``);
  for (const { date } of placeholderDates) expect(page).toContain(date);
  const outsideCode = page
    .split('\n')
    .slice(6)
    .join('\n')
    .replaceAll(/`[^`]*`/g, '');
  expect(outsideCode).not.toMatch(/[{}<>]/);
});
