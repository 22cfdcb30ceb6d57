/** What is told by a colour is seen against whatever it may stand on, in light and in dark (WCAG 1.4.3, 1.4.11). */
import { describe, expect, it } from 'vitest';
import { theme } from '../../src/ui/theme.ts';

type Scheme = 'light' | 'dark';

/** The sheet where the host has set no accent: what is worked out from it is nothing, and our own colour stands. */
const unset = theme.cssText.replace(/var\(--o-(?:accent|soft)-(?:light|dark), (#\w{6})\)/g, '$1');

/** By name, as the elements read them: `surface`. */
const colours = new Map(
  [...unset.matchAll(/--o-([\w-]+):\s*(?:var\([^,]+,\s*)?light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** What anything may stand on: a card, the ground behind, a head, and rows that are pointed at or chosen. */
const grounds = ['surface', 'ground', 'raised', 'hover', 'accent-soft'];
/** What stands on a ground of its own: text and border of a marker, and of a notice. */
const tinted = ['critical', 'warning', 'info'];
const texts = ['text', 'text-muted', 'accent', ...tinted, 'good'];
const shapes = [
  ...tinted.map((level) => `${level}-mark`),
  ...['female', 'male', 'line-strong', 'accent', 'good'],
];
/** Told by its place as well, or by words: a thin line between two rows, and the fills that text stands on. */
const quiet = ['line', 'accent-text', ...tinted.map((level) => `${level}-soft`)];

it('every colour of the theme is held to something', () => {
  expect([...colours.keys()].sort()).toEqual(
    [...new Set([...grounds, ...texts, ...shapes, ...quiet])].sort(),
  );
});

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each(texts)('text in %s is read on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(text, ground, scheme), ground).toBeGreaterThan(4.5);
  });

  it.each(tinted)('text in %s is read on its own tint, and so is plain text', (level) => {
    for (const text of [level, 'text', ...(scheme === 'light' ? ['accent'] : [])])
      expect(contrast(text, `${level}-soft`, scheme), text).toBeGreaterThan(4.5);
  });

  it('what is written on the accent is read', () => {
    expect(contrast('accent-text', 'accent', scheme)).toBeGreaterThan(4.5);
  });

  it.each(shapes)('a shape in %s is seen on every ground', (shape) => {
    for (const ground of grounds)
      expect(contrast(shape, ground, scheme), ground).toBeGreaterThan(3);
  });

  it.each(tinted)('the border of a notice in %s is seen on its tint', (level) => {
    expect(contrast(`${level}-mark`, `${level}-soft`, scheme)).toBeGreaterThan(3);
  });
});

function contrast(one: string, other: string, scheme: Scheme): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => luminance(name, scheme))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG 2 defines it. */
function luminance(name: string, scheme: Scheme): number {
  const colour = colours.get(name)?.[scheme];
  if (!colour) throw new Error(`The theme has no colour ${name}.`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
