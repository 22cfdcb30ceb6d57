/** A document as an outline: every criterion has a row, of an invalid document as far as it goes; and where rows can be dropped. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demens, profiles } from '../../fixtures/profiles/index.ts';
import { applyFix } from '../../src/authoring/index.ts';
import { criteriaWithin, topCriteria } from '../../src/authoring/criteria.ts';
import { valueOf } from '../../src/authoring/editing/places.ts';
import { dropPlace } from '../../src/editor/tree/drop.ts';
import { outlineOf, type OutlineNode } from '../../src/editor/tree/outline.ts';
import { around, rowOf, rowsOf, typedRow, wordsOf } from '../../src/editor/tree/rows.ts';
import { editorUis } from '../../src/editor/ui.ts';
import { pointer } from '../../src/json/paths.ts';
import type { JsonObject } from '../../src/json/values.ts';
import { parseProfile } from '../../src/profile/index.ts';

const { da, en } = editorUis;
const all = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);
const whole = new Map(all(outlineOf(demens, da)).map(({ pointer: place }) => [place, true]));
const top = '/population/include';

describe('the outline', () => {
  it.each(profiles.map((each) => [(each as { id: string }).id, each] as const))(
    'of %s has a row in words for each criterion',
    (_, document) => {
      const outcome = parseProfile(document);
      if (!outcome.ok) throw new Error('It is no profile.');
      const nodes = all(outlineOf(document as JsonObject, da));
      const places = new Set(nodes.map((each) => each.pointer));
      for (const located of topCriteria(outcome.profile).flatMap(criteriaWithin))
        expect(places).toContain(pointer(located.path));
      for (const { text } of nodes)
        expect(text).not.toMatch(/ikke færdig|Kan ikke læses|undefined/);
    },
  );

  it('says of what is half written that it is', () => {
    const words = (include: unknown, ui = da) =>
      all(outlineOf({ population: { include } }, ui)).find((each) => each.pointer === top)?.text;
    expect(words({ any: [] })).toBe('Mindst ét af disse: tom');
    expect(words({ diagnosis: { codes: { system: 'ICPC-2', include: [] } } })).toBe(
      'Diagnose: ikke færdig',
    );
    expect(words({ medication: { codes: 'mangler' } }, en)).toBe('Medication: not finished');
    expect(words(7)).toBe('Kan ikke læses som kriterium: se JSON');
  });

  it('of any value throws nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('population', 'markers', 'indicators', 'information', 'codes', 'title'),
          fc.jsonValue(),
        ),
        (document) => {
          const nodes = all(outlineOf(document, da));
          expect(nodes.length).toBeGreaterThan(5);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('rows', () => {
  const nodes = outlineOf(demens, da);
  const rows = rowsOf(nodes, new Map());

  it('are those that are open, each with its level and its place among its own', () => {
    const row = rows.find(({ node }) => node.pointer === `${top}/any/1`)!;
    expect([row.level, row.position, row.size]).toEqual([3, 2, 2]);
    expect(rows.some(({ node }) => node.pointer === '/markers/0/when')).toBe(false);
    const opened = rowsOf(nodes, new Map([['/markers/0', true]]));
    expect(opened.some(({ node }) => node.pointer === '/markers/0/when')).toBe(true);
  });

  it('of a place are its own, or that around it', () => {
    const at = (place: string) => rowOf(rows, place)?.node.pointer;
    expect(at(`${top}/any/0/diagnosis/codes/include/2`)).toBe(`${top}/any/0`);
    expect(at('/title/da')).toBe('');
    expect(at('/about/tests/3')).toBe('/about');
    expect(around(nodes, '/markers/0/when/medication').map((each) => each.pointer)).toEqual([
      '/markers',
      '/markers/0',
      '/markers/0/when',
    ]);
  });

  it('are found by their first letters, from the one after', () => {
    const found = (typed: string, from: number) => {
      const row = typedRow(rows, rows[from], typed);
      return row && wordsOf(row.node);
    };
    expect(found('k', 0)).toBe('Kodesæt');
    expect(found('inkl', 0)).toBe('Inklusion: Mindst ét af disse');
    expect(found('zz', 0)).toBeUndefined();
  });
});

describe('a row that is dragged', () => {
  const document = demens as JsonObject;
  const rows = rowsOf(outlineOf(document, da), new Map());
  const row = (place: string) => rows.find(({ node }) => node.pointer === place)!;
  const dropped = (from: string, over: string, fraction: number) => {
    const place = dropPlace(document, row(from), row(over), fraction);
    return place && { at: place.at, document: applyFix(document, place.edit.steps) };
  };

  it('goes before, behind and into what it is over', () => {
    const after = dropped(`${top}/any/0`, `${top}/any/1`, 0.9);
    expect(after?.at).toBe('after');
    expect(valueOf(after?.document, `${top}/any/1`)).toEqual(valueOf(document, `${top}/any/0`));
    expect(dropped(`${top}/any/1`, `${top}/any/0`, 0.1)?.at).toBe('before');
    expect(dropped(`${top}/any/1`, top, 0.9)?.at).toBe('inside');
  });

  it('goes nowhere else', () => {
    expect(dropped(`${top}/any/0`, '/markers/0', 0.5)).toBeUndefined();
    expect(dropped('/markers/0', '/information/0', 0.5)).toBeUndefined();
    expect(dropped(top, `${top}/any/0`, 0.5)).toBeUndefined();
    expect(dropped('/markers/2', '/markers/0', 0.1)?.at).toBe('before');
    expect(whole.has('/markers/0/when')).toBe(true);
  });
});
