/** What can be done to criteria: what becomes of the document, where one looks next, and what follows along. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demens, profiles } from '../../../fixtures/profiles/index.ts';
import * as editing from '../../../src/authoring/editing/index.ts';
import { partsOf, placeIn, valueOf } from '../../../src/authoring/editing/places.ts';
import { applyFix } from '../../../src/authoring/index.ts';
import type { JsonObject } from '../../../src/json/values.ts';
import { cases } from '../../depth.ts';

const d = (code: string) => ({ diagnosis: { codes: { system: 'ICPC-2', include: [code] } } });
const [a, b, c, e] = [d('P70'), d('P20'), d('P15'), d('T90')];
const withInclude = (include: unknown, criteria: object = {}): JsonObject => ({
  population: { include },
  about: { tests: [{ expect: { population: 'yes', criteria } }] },
});
const top = '/population/include';
type Edit = editing.DocumentEdit | undefined;

/** The inclusion and the place to look at after an edit; undefined where it cannot be done. */
function after(document: JsonObject, edit: Edit) {
  if (!edit) return undefined;
  const changed = applyFix(document, edit.steps);
  return [valueOf(changed, top), edit.select];
}
const on = (include: unknown, act: (document: JsonObject) => Edit) => {
  const document = withInclude(include);
  return after(document, act(document));
};

describe('criteria are', () => {
  it('put in: behind, inside, beside what stands alone, and where none stood', () => {
    const fresh = editing.newCriterion('diagnosis');
    expect(
      on({ any: [a, b] }, (doc) => editing.insertCriterion(doc, `${top}/any/0`, 'diagnosis')),
    ).toEqual([{ any: [a, fresh, b] }, `${top}/any/1`]);
    expect(on({ any: [a] }, (doc) => editing.insertCriterion(doc, top, 'diagnosis'))).toEqual([
      { any: [a, fresh] },
      `${top}/any/1`,
    ]);
    expect(on(a, (doc) => editing.insertCriterion(doc, top, 'diagnosis'))).toEqual([
      { all: [a, fresh] },
      `${top}/all/1`,
    ]);
    const document = withInclude(a);
    const exclude = editing.insertCriterion(document, '/population/exclude', 'any')!;
    expect(valueOf(applyFix(document, exclude.steps), '/population/exclude')).toEqual({ any: [] });
  });

  it('taken out: an empty group is left where one is needed', () => {
    expect(on({ any: [a, b] }, (doc) => editing.removeCriterion(doc, `${top}/any/0`))).toEqual([
      { any: [b] },
      `${top}/any/0`,
    ]);
    expect(on({ any: [a] }, (doc) => editing.removeCriterion(doc, `${top}/any/0`))).toEqual([
      { any: [] },
      top,
    ]);
    expect(on(a, (doc) => editing.removeCriterion(doc, top))).toEqual([{ any: [] }, top]);
    expect(on({ any: [] }, (doc) => editing.removeCriterion(doc, top))).toBeUndefined();
    expect(
      on({ all: [a, { not: { any: [] } }] }, (doc) =>
        editing.removeCriterion(doc, `${top}/all/1/not`),
      ),
    ).toEqual([{ all: [a] }, `${top}/all/0`]);
  });

  it('moved within a list, into the group before, and out of a group', () => {
    expect(on({ any: [a, b] }, (doc) => editing.moveUp(doc, `${top}/any/1`))).toEqual([
      { any: [b, a] },
      `${top}/any/0`,
    ]);
    expect(on({ any: [a, b] }, (doc) => editing.moveUp(doc, `${top}/any/0`))).toBeUndefined();
    expect(on({ any: [{ all: [a] }, b] }, (doc) => editing.moveIn(doc, `${top}/any/1`))).toEqual([
      { any: [{ all: [a, b] }] },
      `${top}/any/0/all/1`,
    ]);
    expect(on({ any: [a, b, c] }, (doc) => editing.moveIn(doc, `${top}/any/1`))).toEqual([
      { any: [{ all: [a, b] }, c] },
      `${top}/any/0/all/1`,
    ]);
    expect(
      on({ all: [{ not: { any: [a] } }, b] }, (doc) => editing.moveIn(doc, `${top}/all/1`)),
    ).toEqual([{ all: [{ not: { any: [a, b] } }] }, `${top}/all/0/not/any/1`]);
    expect(
      on({ any: [{ all: [a, b] }, c] }, (doc) => editing.moveOut(doc, `${top}/any/0/all/0`)),
    ).toEqual([{ any: [{ all: [b] }, a, c] }, `${top}/any/1`]);
    expect(
      on({ any: [{ all: [a] }, c] }, (doc) => editing.moveOut(doc, `${top}/any/0/all/0`)),
    ).toEqual([{ any: [a, c] }, `${top}/any/0`]);
    expect(on({ any: [a, b] }, (doc) => editing.moveOut(doc, `${top}/any/0`))).toBeUndefined();
    expect(
      on({ all: [{ anchor: { is: { any: [a, b] } } }] }, (doc) =>
        editing.moveOut(doc, `${top}/all/0/anchor/is/any/0`),
      ),
    ).toBeUndefined();
  });

  it('moved anywhere, but into themselves', () => {
    expect(
      on({ any: [a, { all: [b, c] }] }, (doc) =>
        editing.moveTo(doc, `${top}/any/0`, `${top}/any/1/all`, 1),
      ),
    ).toEqual([{ any: [{ all: [b, a, c] }] }, `${top}/any/0/all/1`]);
    expect(
      on({ any: [a, b, c] }, (doc) => editing.moveTo(doc, `${top}/any/0`, `${top}/any`, 3)),
    ).toEqual([{ any: [b, c, a] }, `${top}/any/2`]);
    expect(
      on({ any: [a, { all: [b] }] }, (doc) =>
        editing.moveTo(doc, `${top}/any/1`, `${top}/any/1/all`, 0),
      ),
    ).toBeUndefined();
  });

  it('put into a group of their own, and taken out of it', () => {
    expect(on(a, (doc) => editing.wrap(doc, top, 'not'))).toEqual([{ not: a }, top]);
    expect(on({ any: [a, b] }, (doc) => editing.wrap(doc, `${top}/any/1`, 'atLeast'))).toEqual([
      { any: [a, { atLeast: 1, of: [b] }] },
      `${top}/any/1`,
    ]);
    expect(on({ not: a }, (doc) => editing.unwrap(doc, top))).toEqual([a, top]);
    expect(
      on({ any: [e, { all: [a, b, c] }] }, (doc) => editing.unwrap(doc, `${top}/any/1`)),
    ).toEqual([{ any: [e, a, b, c] }, `${top}/any/1`]);
    expect(on({ all: [a, b] }, (doc) => editing.unwrap(doc, top))).toBeUndefined();
  });

  it('made another kind, with what both have', () => {
    expect(on({ any: [a, b] }, (doc) => editing.changeKind(doc, top, 'atLeast'))).toEqual([
      { atLeast: 1, of: [a, b] },
      top,
    ]);
    const query = { ...a.diagnosis, when: { last: 'P1Y' }, gap: 'P1D' };
    expect(on({ diagnosis: query }, (doc) => editing.changeKind(doc, top, 'service'))).toEqual([
      { service: { codes: a.diagnosis.codes, when: { last: 'P1Y' } } },
      top,
    ]);
    expect(on({ any: [a, b] }, (doc) => editing.changeKind(doc, top, 'patient'))).toBeUndefined();
  });

  it('copied, beside what stands alone too', () => {
    expect(on({ any: [a, b] }, (doc) => editing.duplicateCriterion(doc, `${top}/any/0`))).toEqual([
      { any: [a, a, b] },
      `${top}/any/1`,
    ]);
    expect(on(a, (doc) => editing.duplicateCriterion(doc, top))).toEqual([
      { any: [a, a] },
      `${top}/any/1`,
    ]);
  });
});

describe('entries', () => {
  it('that are copied have an id of their own', () => {
    const edit = editing.duplicateEntry(demens, '/markers/0')!;
    const ids = (applyFix(demens, edit.steps) as typeof demens).markers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[1]).toBe('antipsykotika-2');
  });

  it('make their list where there is none', () => {
    const edit = editing.insertEntry({}, '/messages', 3, { id: 'x' });
    expect(applyFix({}, edit.steps)).toEqual({ messages: [{ id: 'x' }] });
    expect(edit.select).toBe('/messages/0');
  });
});

describe('code sets', () => {
  it('are shared, renamed where they are used, and written in place again', () => {
    const document = { codes: { demens: a }, ...withInclude({ any: [a, b] }) };
    const place = `${top}/any/1/diagnosis/codes`;
    const shared = applyFix(document, editing.shareCodes(document, place, 'demens')!.steps);
    expect(valueOf(shared, place)).toBe('demens-2');
    const renamed = applyFix(
      shared,
      editing.renameCodes(shared as JsonObject, 'demens-2', 'sanser')!.steps,
    ) as JsonObject;
    expect(editing.usesOfCodes(renamed, 'sanser')).toEqual([place]);
    const inline = applyFix(renamed, editing.inlineCodes(renamed, place)!.steps);
    expect(valueOf(inline, place)).toEqual(b.diagnosis.codes);
  });
});

it('the answers that test patients expect follow the criteria that they are of', () => {
  const document = withInclude(
    { any: [a, { all: [b, c] }, e] },
    { [`${top}/any/1/all/0`]: 'yes', [`${top}/any/0`]: 'no', [`${top}/any/2`]: 'unknown' },
  );
  const criteria = (edit: Edit) =>
    valueOf(applyFix(document, edit!.steps), '/about/tests/0/expect/criteria');
  expect(criteria(editing.moveOut(document, `${top}/any/1/all/0`))).toEqual({
    [`${top}/any/2`]: 'yes',
    [`${top}/any/0`]: 'no',
    [`${top}/any/3`]: 'unknown',
  });
  expect(criteria(editing.wrap(document, `${top}/any/1`, 'not'))).toEqual({
    [`${top}/any/1/not/all/0`]: 'yes',
    [`${top}/any/0`]: 'no',
    [`${top}/any/2`]: 'unknown',
  });
  expect(criteria(editing.removeCriterion(document, `${top}/any/0`))).toEqual({
    [`${top}/any/0/all/0`]: 'yes',
    [`${top}/any/1`]: 'unknown',
  });
});

/** Every place in a document at which a criterion stands. */
function placesIn(document: JsonObject): readonly string[] {
  const below = (place: string): readonly string[] => [
    place,
    ...partsOf(valueOf(document, place)).flatMap(([key]) => below(place + key)),
  ];
  const lists = ['markers', 'indicators', 'information'].flatMap((list) =>
    ((document[list] ?? []) as readonly unknown[]).flatMap((_, index) =>
      ['when', 'numerator', 'denominator', 'except', 'condition'].map(
        (key) => `/${list}/${index}/${key}`,
      ),
    ),
  );
  return [top, '/population/exclude', ...lists]
    .filter((place) => valueOf(document, place) !== undefined)
    .flatMap(below);
}

type Act = (document: JsonObject, place: string) => Edit;
const acts: Readonly<Record<string, Act>> = {
  up: editing.moveUp,
  down: editing.moveDown,
  in: editing.moveIn,
  out: editing.moveOut,
  copy: editing.duplicateCriterion,
  remove: editing.removeCriterion,
  unwrap: editing.unwrap,
  ...Object.fromEntries(
    editing.groupKinds.map((kind): [string, Act] => [
      `wrap ${kind}`,
      (document, place) => editing.wrap(document, place, kind),
    ]),
  ),
  insert: (document, place) => editing.insertCriterion(document, place, 'result'),
};
/** Those that lose nothing. */
const keeping = Object.keys(acts).filter((name) => !['remove', 'unwrap'].includes(name));

it('whatever is done in a row: every step leads to a criterion, and what was not taken out stands where it is said to', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...profiles),
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat()), { maxLength: 8 }),
      (profile, deeds) => {
        let document = structuredClone<JsonObject>(profile as JsonObject);
        for (const [name, pick] of deeds) {
          const places = placesIn(document);
          const place = places[pick % places.length]!;
          const edit = acts[name]!(document, place);
          if (!edit) continue;
          const changed = applyFix(document, edit.steps) as JsonObject;
          if (edit.select !== place) expect(valueOf(changed, edit.select)).toBeDefined();
          // Whole criteria that hold no others are found where they are said to be.
          for (const each of places) {
            const value = valueOf(document, each);
            const now = edit.placeNow(each);
            if (partsOf(value).length > 0 || value === undefined) continue;
            if (now === undefined || name === 'insert') continue;
            if (name === 'remove' && each === place) continue;
            expect(valueOf(changed, now), `${name} ${place}: ${each} is at ${now}`).toEqual(value);
          }
          if (keeping.includes(name)) {
            const leaves = (doc: JsonObject) =>
              placesIn(doc).filter((each) => partsOf(valueOf(doc, each)).length === 0).length;
            expect(leaves(changed)).toBeGreaterThanOrEqual(leaves(document));
          }
          expect(placeIn(edit.select).parent).not.toBe(undefined);
          document = changed;
        }
      },
    ),
    { numRuns: cases(40, 400) },
  );
});
