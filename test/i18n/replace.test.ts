import { describe, expect, it } from 'vitest';
import { replaceTexts } from '../../src/i18n/texts/replace.ts';

const ours = {
  round: {
    finish: 'Afslut runde',
    statuses: { new: 'Ikke gennemgået', reviewed: 'Gennemgået' },
    progress: (done: string, all: string) => `${done} af ${all}`,
  },
  marker: { none: 'Ingen markører' },
};

function replace(given: unknown) {
  const junk: string[] = [];
  const onJunk = (path: string) => junk.push(path);
  return { texts: replaceTexts(ours, given, { plain: (text) => text, onJunk }), junk };
}

describe('texts of a host', () => {
  it('stand in the place of ours, and what is left out stays', () => {
    const { texts, junk } = replace({
      round: {
        statuses: { reviewed: 'Gjennomgått' },
        progress: (done: string, all: string) => `${done}/${all}`,
      },
    });
    expect(texts.round.statuses).toEqual({ new: 'Ikke gennemgået', reviewed: 'Gjennomgått' });
    expect(texts.round.progress('1', '2')).toBe('1/2');
    expect(texts.round.finish).toBe('Afslut runde');
    expect(texts.marker).toBe(ours.marker);
    expect(junk).toEqual([]);
  });

  it.each([
    ['an unknown key', { round: { finished: 'x' } }, 'round/finished'],
    ['an unknown subject', { rounds: {} }, 'rounds'],
    ['a number for a text', { round: { finish: 1 } }, 'round/finish'],
    ['a function for a text', { round: { finish: () => 'x' } }, 'round/finish'],
    ['a text for a function', { round: { progress: 'x' } }, 'round/progress'],
    ['a text for a group', { round: { statuses: 'x' } }, 'round/statuses'],
    ['a text for a subject', { round: 'x' }, 'round'],
    ['nothing for a text', { round: { finish: undefined } }, 'round/finish'],
    ['what an object has anyway', { round: { toString: 'x' } }, 'round/toString'],
    ['a prototype', JSON.parse('{"__proto__":{"round":{"finish":"x"}}}'), '__proto__'],
    [
      'a text that throws when it is read',
      {
        round: {
          get finish(): string {
            throw new Error('no');
          },
        },
      },
      'round/finish',
    ],
    ['no object', 'x', ''],
  ])('%s is told, and ours stands', (_, given, path) => {
    const { texts, junk } = replace(given);
    expect(junk).toEqual([path]);
    expect(texts.round.finish).toBe('Afslut runde');
    expect(texts.round.statuses.new).toBe('Ikke gennemgået');
    expect(texts.round.progress('1', '2')).toBe('1 af 2');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['answers no text', () => 7],
  ])('a function that %s is told when it is asked, and ours answers', (_, progress) => {
    const { texts, junk } = replace({ round: { progress } });
    expect(junk).toEqual([]);
    expect(texts.round.progress('1', '2')).toBe('1 af 2');
    expect(junk).toEqual(['round/progress']);
  });
});
