/** Holds the glossary to the screen: each term that it says stands there does, in its language. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const files = globSync('src/i18n/**/*.ts');
const modules = await Promise.all(
  files.map((file) => import(`../../${file}`) as Promise<Record<string, unknown>>),
);

const glossary = await readFile('stories/docs/glossary.mdx', 'utf8');
const terms = glossary
  .slice(glossary.indexOf('## On screen'), glossary.indexOf('## In code'))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, danish = '', english = '']) => [danish, english] as const);

/** All that is said in a language; of what takes arguments, as it is written. */
function saidIn(language: 'da' | 'en'): string {
  const say = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'function') return String(value);
    if (typeof value !== 'object' || value === null) return '';
    return Object.values(value).map(say).join('\n');
  };
  return modules
    .flatMap((module) => Object.values(module))
    .map((each) => say((each as Record<string, unknown> | undefined)?.[language]))
    .join('\n')
    .toLowerCase();
}

describe('the glossary', () => {
  it('has terms', () => {
    expect(terms.length).toBeGreaterThan(40);
    expect(new Set(terms.map(([danish]) => danish)).size).toBe(terms.length);
  });

  const [danish, english] = [saidIn('da'), saidIn('en')];
  it.each(terms)('%s, %s: stands on screen', (da, en) => {
    expect(danish).toContain(da.toLowerCase());
    expect(english).toContain(en.toLowerCase());
  });
});
