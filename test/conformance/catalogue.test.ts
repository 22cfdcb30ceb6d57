import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, protocolItems } from '../../src/conformance/index.ts';
import { mutants } from './mutants/index.ts';

const ids = catalogue.map(({ id }) => id);

/** What no run in Node can see: where the page's own is needed, a test in Chromium has it. */
const elsewhere = ['PRI-02'];

describe('the catalogue', () => {
  it('names each requirement once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[A-Z]{3}-\d{2}$/.test(id))).toBe(true);
  });

  it('says of each how strong it is, in its words too', () => {
    for (const { id, level, text } of catalogue) expect(text, id).toContain(level);
  });

  it('has words for each in both languages', () => {
    for (const { id, title } of catalogue) {
      expect(title.da, id).not.toBe('');
      expect(title.en, id).not.toBe(title.da);
    }
  });

  it('has a faulty adapter for each, and proves more than forty-five of them', () => {
    const proven = new Set(mutants.map(({ fails }) => fails));
    expect(ids.filter((id) => !proven.has(id))).toEqual(elsewhere);
    expect([...proven].filter((id) => !ids.includes(id))).toEqual([]);
    expect(mutants.length).toBeGreaterThan(45);
  });

  it('follows from headings of the contract’s page', () => {
    const page = readFileSync('stories/docs/contract.mdx', 'utf8');
    const headings = new Set(
      [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[`().’',:]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    const sources = [...new Set(catalogue.map(({ source }) => source))];
    expect(sources.filter((source) => !headings.has(source))).toEqual([]);
  });
});

describe('the test protocol', () => {
  it('names each line once, with steps and what is expected in both languages', () => {
    const own = protocolItems.map(({ id }) => id);
    expect(new Set(own).size).toBe(own.length);
    for (const { id, title, steps, expected } of protocolItems)
      for (const words of [title, ...steps, expected]) {
        expect(words.da, id).not.toBe('');
        expect(words.en, id).not.toBe(words.da);
      }
  });

  it('builds on requirements that there are', () => {
    expect(protocolItems.flatMap(({ after }) => after).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
  });
});
