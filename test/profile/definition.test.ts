/** The definition's hash: the same for two that ask the same, another for anything that a reader reads otherwise. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { definitionHash, definitionText, knownHash, shortHash } from '../../src/profile/index.ts';
import { requireParsed } from '../cli/parsed.ts';
import { documentOf } from './documents.ts';

const include = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const base = documentOf(include);
const hashOf = (document: object) => definitionHash(requireParsed(document));

describe('the definition’s hash', () => {
  it('is SHA-256 of the canonical text, in hexadecimal digits', async () => {
    const profile = requireParsed(base);
    expect(knownHash(profile)).toBeUndefined();
    const hash = await definitionHash(profile);
    expect(hash).toBe(createHash('sha256').update(definitionText(profile)).digest('hex'));
    expect(knownHash(profile)).toBe(hash);
    expect(shortHash(hash!)).toBe(hash!.slice(0, 8));
  });

  it.each<readonly [what: string, document: object]>([
    ['the order of keys', Object.fromEntries(Object.entries(base).reverse())],
    ['how finished it is', { ...base, status: 'draft' }],
    ['who vouches for it', { ...base, about: { approvedBy: [{ name: 'DSAM' }] } }],
    ['the editor’s schema', { ...base, $schema: 'https://example.org/profile.schema.json' }],
  ])('is no other for %s', async (_, document) => {
    expect(await hashOf(document)).toBe(await hashOf(base));
  });

  it.each<readonly [what: string, document: object]>([
    ['another version', { ...base, version: '1.0.1' }],
    ['another title', { ...base, title: { da: 'Prøver' } }],
    ['another day', { ...base, validFrom: '2026-01-01' }],
    ['another code', documentOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P71'] } } })],
  ])('is another for %s', async (_, document) => {
    expect(await hashOf(document)).not.toBe(await hashOf(base));
  });

  it('is none of a text with half a character', async () => {
    expect(await hashOf({ ...base, title: { da: 'Pr\ud800ve' } })).toBeUndefined();
  });
});
