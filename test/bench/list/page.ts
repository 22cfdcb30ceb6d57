/**
 * The measuring side in the page: it asks the subject, and looks with its own eyes (what stands under
 * the points of the window, through shadow roots) when the right rows are painted.
 */
import {
  compareNumbers,
  compareText,
  passes,
  type Subject,
  type Filter,
  type Sort,
} from './subject.ts';
import { makePeople, rowHeight, type ColumnId, type Person } from './people.ts';

export interface Timed {
  /** From the request to the frame in which the right rows stand there. */
  readonly ms: number;
  /** The same from where the data was loaded, for those who load it first. */
  readonly afterLoad?: number;
}

export interface Jumps {
  /** Share of the places in the window where nothing or an earlier row stands one frame after a jump. */
  readonly blank: number;
  /** For each jump, milliseconds from it to the frame with all the right rows. */
  readonly ms: readonly number[];
  /** Share of the jumps after which the right rows did not come at all. */
  readonly missed: number;
}

/** Milliseconds after which nobody waits for rows any more. */
const patience = 3000;

/** How a subject's orders differ from those that most agree on. */
export interface Habits {
  /** It takes no comparer: text goes by code points. */
  readonly codePoints?: boolean;
  /** Missing numbers come after all others, so first when it descends. */
  readonly missingHigh?: boolean;
  /** How far its scroll bar reaches is an estimate: a jump may land anywhere near. */
  readonly estimates?: boolean;
  /** It has an order of its own from the start. */
  readonly ownOrder?: boolean;
  /** Rows in the window at least; default 15. */
  readonly least?: number;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

export class Bench {
  readonly #subject: Subject;
  readonly #habits: Habits;
  #people: readonly Person[] = [];
  readonly #indexOf = new Map<string, number>();
  #eyes: Eyes | undefined;
  #gaps: number[] | undefined;
  /** The rows in the window when nothing is sorted or filtered. */
  #atRest: readonly number[] = [];

  constructor(subject: Subject, habits: Habits) {
    this.#subject = subject;
    this.#habits = habits;
  }

  async prepare(count: number): Promise<void> {
    this.#people = makePeople(count);
    this.#people.forEach(({ cpr }, index) => this.#indexOf.set(cpr, index));
    await this.#subject.start?.(this.#people);
    await frames(5);
  }

  async show(): Promise<Timed> {
    const host = document.querySelector<HTMLElement>('#host') as HTMLElement;
    const least = Math.min(this.#habits.least ?? 15, this.#people.length);
    const start = performance.now();
    const shown = Promise.resolve(this.#subject.show(host, this.#people));
    const ms = await until(start, shown, () => {
      this.#eyes = Eyes.open(host, least);
      return this.#eyes !== undefined && this.#seen().every((index) => index >= 0);
    });
    const loaded = await shown;
    await frames(30);
    // Late layout (a toolbar, a scroll bar) may have moved the rows.
    this.#eyes = Eyes.open(host, least);
    this.#atRest = this.#seen();
    if (!this.#habits.ownOrder && this.#atRest.some((index, place) => index !== place))
      throw new Error('the rows do not stand in their order');
    return typeof loaded === 'number' ? { ms, afterLoad: ms - (loaded - start) } : { ms };
  }

  /** Bytes that the subject holds where the browser does not count them. */
  async elsewhere(): Promise<number> {
    return (await this.#subject.elsewhere?.()) ?? 0;
  }

  /** Sorts, waits until the right order is painted, and goes back. */
  async sort(sort: Sort): Promise<number> {
    const keyOf = ({ [sort.column]: key }: Person) => key;
    const compare = this.#comparerOf(sort.column);
    const sign = sort.descending ? -1 : 1;
    const expected = leading(this.#people, this.#atRest.length, (a, b) => sign * compare(a, b));
    const ms = await this.#changed(
      () => this.#subject.sort(sort),
      (seen) =>
        seen.length >= expected.length &&
        expected.every((person, place) => {
          const other = this.#people[seen[place] ?? -1];
          return other !== undefined && keyOf(other) === keyOf(person);
        }),
    );
    await this.#back(() => this.#subject.sort(undefined));
    return ms;
  }

  /** Filters, waits until the right rows are painted, checks the count, and goes back. */
  async filter(filter: Filter): Promise<number> {
    const found = this.#people.flatMap((person, index) => (passes(person, filter) ? [index] : []));
    const among = new Set(found);
    const ms = await this.#changed(
      () => this.#subject.filter(filter),
      (seen) =>
        seen.length >= Math.min(found.length, this.#atRest.length) &&
        seen.every((index, place) =>
          this.#habits.ownOrder ? among.has(index) : index === found[place],
        ),
    );
    const count = await this.#subject.count();
    if (count !== found.length) throw new Error(`${count} rows pass instead of ${found.length}`);
    await this.#back(() => this.#subject.filter(undefined));
    return ms;
  }

  /** Counts frames while someone turns the wheel. */
  watch(): void {
    this.#gaps = [];
    let last: number | undefined;
    const frame = (now: number) => {
      if (!this.#gaps) return;
      if (last !== undefined) this.#gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  /** Milliseconds of each frame since `watch`. Fails when the rows are not where the wheel went. */
  async watched(pixels: number): Promise<readonly number[]> {
    const gaps = this.#gaps ?? [];
    this.#gaps = undefined;
    await frames(10);
    const [first = -1] = this.#seen();
    const way = (first * rowHeight) / pixels;
    const moved = this.#habits.ownOrder ? first !== this.#atRest[0] : way > 0.5 && way < 2;
    if (!moved) throw new Error(`the wheel does not move it rightly: ${this.sees()}`);
    this.#subject.scroller().scrollTop = 0;
    await frames(10);
    return gaps;
  }

  /** Jumps to places all over the list, and looks one frame later. */
  async jump(count: number): Promise<Jumps> {
    const scroller = this.#subject.scroller();
    const way = scroller.scrollHeight - scroller.clientHeight;
    const ms: number[] = [];
    let blank = 0;
    let looked = 0;
    for (let jump = 1; jump <= count; jump++) {
      const before = new Set(this.#eyes?.rows());
      // Steps of the golden ratio: spread evenly, never close to the last place.
      const share = (jump * 0.618) % 1;
      await painted();
      const start = performance.now();
      scroller.scrollTop = Math.round(share * way);
      await painted();
      let now = performance.now();
      const places = this.#eyes?.places() ?? [];
      looked += places.length;
      blank += places.filter((cpr) => !cpr || before.has(cpr)).length;
      while (!this.#stands(share, before)) {
        if (now - start > patience) break;
        await painted();
        now = performance.now();
      }
      if (now - start <= patience) ms.push(now - start);
      await frames(6);
    }
    scroller.scrollTop = 0;
    await frames(10);
    return { blank: blank / looked, ms, missed: 1 - ms.length / count };
  }

  /** What stands in the window, for an error's sake. */
  sees(): string {
    const rows = this.#seen();
    return `rows ${rows.slice(0, 3).join(', ')} … ${rows.at(-1)}`;
  }

  #stands(share: number, before: ReadonlySet<string>): boolean {
    const places = this.#eyes?.places() ?? [];
    if (places.some((cpr) => !cpr || before.has(cpr))) return false;
    if (this.#habits.ownOrder) return true;
    const seen = this.#seen();
    const place = share * (this.#people.length - seen.length);
    return (
      seen.every((index, row) => row === 0 || index === (seen[row - 1] ?? -1) + 1) &&
      (this.#habits.estimates === true ||
        Math.abs((seen[0] ?? -1) - place) < 3 + this.#people.length / 100)
    );
  }

  #comparerOf(column: ColumnId): (a: Person, b: Person) => number {
    const compare = this.#habits.codePoints ? byCodePoints : compareText;
    const missing = this.#habits.missingHigh ? Infinity : -Infinity;
    return (a, b) => {
      const [one, other] = [a[column], b[column]];
      return typeof one === 'string' && typeof other === 'string'
        ? compare(one, other)
        : compareNumbers(one as number | null, other as number | null, missing);
    };
  }

  async #changed(change: () => unknown, right: (seen: readonly number[]) => boolean) {
    if (right(this.#seen())) throw new Error('nothing would change: no measure');
    await painted();
    const start = performance.now();
    const done = Promise.resolve(change());
    const ms = await until(start, done, () => right(this.#seen()));
    await done;
    await frames(10);
    return ms;
  }

  async #back(change: () => unknown): Promise<void> {
    await until(performance.now(), Promise.resolve(change()), () => {
      const seen = this.#seen();
      return this.#atRest.every((index, place) => seen[place] === index);
    });
    await frames(10);
  }

  #seen(): readonly number[] {
    return (this.#eyes?.rows() ?? []).map((cpr) => this.#indexOf.get(cpr) ?? -1);
  }
}

/** Reads the CPR numbers that stand in the window. */
class Eyes {
  readonly #x: number;
  readonly #ys: readonly number[];

  private constructor(x: number, ys: readonly number[]) {
    this.#x = x;
    this.#ys = ys;
  }

  /** Finds where the column of CPR numbers stands; nothing, while fewer rows are there. */
  static open(host: HTMLElement, least: number): Eyes | undefined {
    const { left, top, bottom } = host.getBoundingClientRect();
    // To look at every point takes longer than a frame: while nothing stands there yet, that time would be taken from
    // the one that is loading. So a glance goes first.
    if (!glance(left, top, bottom)) return undefined;
    const ys: number[] = [];
    for (let y = top + 4; y < bottom; y += rowHeight / 4) ys.push(y);
    for (let x = left + 6; x < left + 400; x += 12) {
      const found = ys.filter((y) => cprAt(x, y));
      const rows = new Set(found.map((y) => cprAt(x, y)));
      const [first = 0] = found;
      if (rows.size >= least)
        // Not the outermost places: a row that is cut off there has no text at every point.
        return new Eyes(x, ys.filter((y) => y >= first && y <= (found.at(-1) ?? 0)).slice(1, -1));
    }
    return undefined;
  }

  /** At every place of the list, a few to a row: the number that stands there, if any. */
  places(): readonly (string | undefined)[] {
    // A line between rows is not an empty place.
    return this.#ys.map((y) => cprAt(this.#x, y) ?? cprAt(this.#x, y + 3));
  }

  /** From the top: each row once. */
  rows(): readonly string[] {
    return [...new Set(this.places())].filter((cpr) => cpr !== undefined);
  }
}

/** Whether a CPR number stands anywhere in the window, at points that are closer than a column is wide. */
function glance(left: number, top: number, bottom: number): boolean {
  for (const share of [0.25, 0.5, 0.75])
    for (let x = left + 6; x < left + 400; x += 60) {
      const y = top + share * (bottom - top);
      // One of the two is not a line between rows.
      if (cprAt(x, y) ?? cprAt(x, y + 3)) return true;
    }
  return false;
}

function cprAt(x: number, y: number): string | undefined {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const within = element?.shadowRoot?.elementFromPoint(x, y);
    if (!within || within === element) break;
    element = within;
  }
  // More text than a cell holds is a box with rows in it: no row stands at this point.
  const text = element?.textContent ?? '';
  return text.length < 60 ? /\d{6}-\d{4}/.exec(text)?.[0] : undefined;
}

/** The first few in order, without sorting all. Equal ones stay as they came. */
function leading(
  people: readonly Person[],
  count: number,
  compare: (a: Person, b: Person) => number,
): readonly Person[] {
  const best: Person[] = [];
  for (const person of people) {
    const last = best[count - 1];
    if (last && compare(person, last) >= 0) continue;
    let place = best.length;
    while (place > 0 && compare(person, best[place - 1] as Person) < 0) place--;
    best.splice(place, 0, person);
    best.length = Math.min(best.length, count);
  }
  return best;
}

function byCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Milliseconds from the start to the first frame that is right. Fails with what brings it about. */
async function until(
  start: number,
  change: Promise<unknown>,
  right: () => boolean,
): Promise<number> {
  let failure: Error | undefined;
  change.catch((error: unknown) => (failure = new Error(String(error))));
  for (;;) {
    await painted();
    const now = performance.now();
    if (failure) throw failure;
    if (right()) return now - start;
  }
}

/** When the coming frame has been painted: a task that is posted in it runs right after. */
async function painted(): Promise<void> {
  await nextFrame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await painted();
}
