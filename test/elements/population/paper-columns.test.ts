import { describe, expect, it } from 'vitest';
import { paperText, paperWidths } from '../../../src/elements/population/paper-columns.ts';
import { wordsIn } from '../../../src/elements/population/paper-words.ts';

const long = 'et ord og et ord og et ord og et ord og et ord';

const column = (head: string, texts: readonly string[], wholeHead = false) =>
  paperText(
    head,
    texts.map((text) => [wordsIn(text)]),
    { wholeHead },
  );

describe('the widths of a printed list', () => {
  it('go where they save lines, and use the room there is', () => {
    const found = paperWidths([column('a', ['kort', 'kort']), column('b', [long, long])], 26)!;
    const [short, wide] = found.widths;
    expect(wide).toBeGreaterThan(2 * short!);
    expect(short! + wide!).toBeCloseTo(26);
    expect(found.lines).toBeLessThan(2.1);
  });

  it('are shared by columns that are equally high, where widening one alone saves nothing', () => {
    const found = paperWidths([column('a', [long]), column('b', [long])], 26)!;
    expect(found.widths[0]! / found.widths[1]!).toBeCloseTo(1, 0);
    expect(found.lines).toBeLessThan(2.1);
  });

  it('leave no column narrower than its longest word, and a head in one line where that is asked', () => {
    const texts = ['Medicingennemgang'];
    const { least } = column('a', texts);
    const whole = column('Seneste årskontrol', ['nej'], true).least;
    expect(column('Seneste årskontrol', ['nej']).least).toBeLessThan(whole);
    const found = paperWidths([column('a', texts), column('b', [long])], least + 8)!;
    expect(found.widths[0]).toBeGreaterThanOrEqual(least);
    expect(paperWidths([column('a', texts)], least - 1)).toBeUndefined();
  });

  it('do not break at a space that holds together, and do at a hyphen between letters', () => {
    expect(wordsIn('8\u00a0mdr.')).toHaveLength(1);
    expect(wordsIn('Ikke-insulinkrævende 200557-4668')).toHaveLength(3);
  });

  it('are there for a list without rows', () => {
    expect(paperWidths([column('a', []), column('b', [])], 40)?.lines).toBe(0);
  });

  it('tells how many lines the rows of the first page take, of which most is said', () => {
    const long = Array.from({ length: 22 }, () => 'mange ord om en patient med meget');
    const short = Array.from({ length: 44 }, () => 'kort');
    const all = paperWidths([column('a', [...long, ...short])], 7)!;
    const alone = paperWidths([column('a', long)], 7)!;
    expect(all.firstLines).toBe(alone.lines);
    expect(all.firstLines).toBeGreaterThan(all.lines + 0.5);
  });
});
