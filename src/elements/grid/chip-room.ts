import type { ChipView } from '../../model/index.ts';

/** How a cell's chips are shown: the first so many, and whether the first of them in its longer words. */
export interface ChipFit {
  readonly count: number;
  readonly isLong: boolean;
}

/** Texts whose width is kept. */
const mostTexts = 4000;

/**
 * Says how many of a cell's chips it has room for, whole: a word that is cut is no reason. Widths are measured as the
 * page draws them. Immutable: another one where anything in it is measured otherwise.
 */
export class ChipRoom {
  static readonly unmeasured = new ChipRoom('', { chip: 0, gap: 0, padding: 0 });

  readonly #widths = new Map<string, number>();
  #pen: CanvasRenderingContext2D | undefined;

  private constructor(
    private readonly font: string,
    /** In pixels: a chip without words, what stands between two, and what a cell keeps free on both sides. */
    private readonly sizes: {
      readonly chip: number;
      readonly gap: number;
      readonly padding: number;
    },
  ) {}

  /** The same where nothing is another. @param sizer Holds a chip without words; its own width is 14 times the font's size. */
  measuredBy(sizer: HTMLElement): ChipRoom {
    const chip = sizer.querySelector<HTMLElement>('.chip');
    const style = chip && chip.ownerDocument.defaultView?.getComputedStyle(chip);
    if (!chip || !style) return this;
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const rem = Number.parseFloat(
      getComputedStyle(chip.ownerDocument.documentElement).fontSize || '16',
    );
    // As the style sheet of cells has them.
    const sizes = { chip: Math.ceil(chip.offsetWidth), gap: 0.4 * rem, padding: 1.4 * rem };
    const isSame = font === this.font && JSON.stringify(sizes) === JSON.stringify(this.sizes);
    if (isSame) return this;
    const measured = new ChipRoom(font, sizes);
    measured.#pen = chip.ownerDocument.createElement('canvas').getContext('2d') ?? undefined;
    if (measured.#pen) measured.#pen.font = font;
    return measured;
  }

  /** @param room Width of the cell, in pixels. */
  of(chips: readonly ChipView[], room: number): ChipFit {
    const [first] = chips;
    const short = this.#fitting(chips, room, first?.text);
    // The patient's own number says more than the words of the rule.
    if (first?.long === undefined || first.bare !== undefined)
      return { count: short, isLong: false };
    // More words for the gravest, where they push out no more than what stands third.
    const long = this.#fitting(chips, room, first.long);
    const isLong = long >= Math.min(2, short) && this.#holds(chips, room, first.long, long);
    return { count: isLong ? long : short, isLong };
  }

  /** Width of a text in the font of chips, in whole pixels: one too many rather than a word that is cut. */
  widthOf(text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    if (this.#widths.size >= mostTexts) this.#widths.clear();
    const width = Math.ceil(this.#pen?.measureText(text).width ?? 0) + 1;
    this.#widths.set(text, width);
    return width;
  }

  /** How many chips fit beside the number of the others; one always stands there. */
  #fitting(chips: readonly ChipView[], room: number, first: string | undefined): number {
    let count = chips.length;
    while (count > 1 && !this.#holds(chips, room, first, count)) count--;
    return count;
  }

  #holds(
    chips: readonly ChipView[],
    room: number,
    first: string | undefined,
    count: number,
  ): boolean {
    const { chip, gap, padding } = this.sizes;
    let width = padding;
    for (let at = 0; at < count; at++) {
      const text = at === 0 ? (first ?? '') : chips[at]!.text;
      width += chip + this.widthOf(text) + (at > 0 ? gap : 0);
    }
    if (count < chips.length) width += gap + this.widthOf(`+${chips.length - count}`);
    return width <= room;
  }
}
