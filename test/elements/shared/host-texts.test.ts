import { expect, it } from 'vitest';
import { uisOf } from '../../../src/elements/shared/context.ts';
import { ownTextsOf } from '../../../src/elements/shared/host-texts.ts';
import { markerTexts } from '../../../src/i18n/texts/marker.ts';
import { roundTexts } from '../../../src/i18n/texts/round.ts';

const uis = uisOf({ marker: markerTexts, round: roundTexts });

it('gives the same texts each time, in the language that they are of', () => {
  const own = ownTextsOf({ da: { marker: { none: 'Intet at bemærke' } } });
  const ui = own?.uiOf(uis.da);
  expect(ui?.texts.marker.none).toBe('Intet at bemærke');
  expect(own?.uiOf(uis.da)).toBe(ui);
  expect(own?.uiOf(uis.en).texts.marker.none).toBe('No markers');
  expect(own?.reports).toEqual([]);
});

it('is one for all elements that have the same texts, and none where there are none', () => {
  const given = { da: {} };
  expect(ownTextsOf(given)).toBe(ownTextsOf(given));
  expect(ownTextsOf(undefined)).toBe(undefined);
  expect(ownTextsOf(null)).toBe(undefined);
});

it.each([
  ['no object', 'da', ['texts']],
  ['an unknown language', { nb: {} }, ['texts/nb']],
  ['a language that is no object', { da: 'x' }, ['texts/da']],
  ['an unknown subject', { da: { rounds: {} } }, ['texts/da/rounds']],
  ['a subject of another element', { da: { share: { go: 'Del' } } }, []],
  [
    'a text that is none, and an unknown one',
    { da: { round: { finish: 1, finnish: 'x' } } },
    ['texts/da/round/finish', 'texts/da/round/finnish'],
  ],
])('tells %s', (_, given, fields) => {
  const own = ownTextsOf(given);
  expect(own?.uiOf(uis.da).texts.round.finish).toBe('Afslut runde');
  expect(own?.reports.map(({ field }) => field)).toEqual(fields);
  expect(own?.reports).toEqual(fields.map((field) => ({ kind: 'unusable', field, count: 1 })));
});

it('lets through what is seen alone, in what is told of them too', () => {
  const own = ownTextsOf({
    da: {
      marker: { none: 'Intet\u202e at\u2069 bemærke\0' },
      round: {
        conflict: (count: string) => `\u2066${count} i strid`,
        statuses: { reviewed: 'Set\u2028på' },
        'fin\u202eish': 'x',
      } as object,
    },
  });
  const { marker, round } = own!.uiOf(uis.da).texts;
  expect(marker.none).toBe('Intet at bemærke');
  expect(round.conflict('3')).toBe('3 i strid');
  expect(round.statuses.reviewed).toBe('Set\npå');
  expect(own?.reports.map(({ field }) => field)).toEqual(['texts/da/round/finish']);
});
