import { expect, it } from 'vitest';
import { distinctSystem } from '../../../src/profile/checks/distinct-system.ts';
import { placesOf } from '../documents.ts';

const document = { codes: { sks: { system: 'SKS' }, atc: { system: ' atc ' } } };
const distinct = { level: 5 };
const find = (query: Record<string, unknown>) =>
  distinctSystem.find(query, ['medication'], document);

it('refuses levels in a system other than ATC, written in place or by name', () => {
  const found = find({ distinct, codes: { system: 'SKS' } });
  expect(placesOf(found)).toEqual(['distinct-system /medication/distinct']);
  expect(found[0]?.details).toEqual({ system: 'SKS' });
  expect(find({ distinct, codes: 'sks' })).toHaveLength(1);
  expect(find({ distinct, codes: ['atc', 'sks'] })).toHaveLength(1);
});

it('lets ATC pass in any case, and where there is no system to tell', () => {
  expect(find({ distinct, codes: 'atc' })).toEqual([]);
  expect(find({ distinct, codes: { system: 'ATC' } })).toEqual([]);
  expect(find({ distinct, codes: ['atc', { system: 'ATC' }, 7, []] })).toEqual([]);
  expect(find({ distinct })).toEqual([]);
  expect(find({ distinct, codes: 'unknown' })).toEqual([]);
  expect(find({ distinct, codes: { system: 7 } })).toEqual([]);
  expect(find({ codes: 'sks' })).toEqual([]);
});
