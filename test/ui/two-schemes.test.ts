/** The theme in a browser that cannot choose between two colours itself. */
import { expect, it } from 'vitest';
import { theme } from '../../src/ui/theme.ts';
import { darkOver, inLight } from '../../src/ui/two-schemes.ts';

it('draws the light colour in the place of both, however deep it stands', () => {
  expect(inLight(':host { --o-a: var(--x, light-dark(#fff, #000)); color: red }')).toBe(
    ':host { --o-a: var(--x, #fff); color: red }',
  );
  expect(inLight('--o-a: light-dark(var(--l, light-dark(#fff, #111)), rgb(0 0 0)) 1px;')).toBe(
    '--o-a: var(--l, #fff) 1px;',
  );
});

it('says of dark only what is other in it, and only of the screen', () => {
  expect(darkOver(':host { --o-a: var(--x, light-dark(#fff, rgb(0 0 0))); --o-b: 1px; }')).toBe(
    '@media screen{:host{--o-a: var(--x, rgb(0 0 0));}}',
  );
});

it('leaves no colour of the theme that such a browser could not read', () => {
  const both = theme.cssText.match(/light-dark\(/g)!.length;
  expect(both).toBeGreaterThan(10);
  expect(inLight(theme.cssText)).not.toContain('light-dark');
  expect(darkOver(theme.cssText)).not.toContain('light-dark');
  expect(darkOver(theme.cssText).match(/--o-[\w-]+:/g)).toHaveLength(both);
});
