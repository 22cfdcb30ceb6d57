/** The charts of a report: points that keys and pointers reach, labels that stand free, and pictures without one's own. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html, LitElement, render } from 'lit';
import { toCsv } from '../../src/export/index.ts';
import {
  decilesOf,
  defaultProtection,
  exactly,
  figuresOf,
  funnelOf,
  protectLeaves,
  shareWithSize,
  trendOf,
  sayIn,
  type Figures,
} from '../../src/report/index.ts';
import {
  chartAsPng,
  chartAsSvg,
  chartAsTable,
  chartFigure,
  chartStyles,
  decileDrawing,
  funnelDrawing,
  stripDrawing,
  trendDrawing,
  unknownBar,
  type Drawing,
} from '../../src/report-element/charts/index.ts';
import { theme } from '../../src/ui/theme.ts';
import { isAccessible } from './in-depth.ts';
import { until } from './stage.ts';

/** Gives a drawing the styles that the report gives it. */
class ChartPlace extends LitElement {
  static override styles = [theme, chartStyles];
  static override properties = { drawing: { attribute: false } };
  declare drawing: Drawing | undefined;

  protected override render(): unknown {
    return this.drawing ? chartFigure(this.drawing) : undefined;
  }
}
customElements.define('chart-place', ChartPlace);

const [da, en] = [sayIn('da'), sayIn('en')];

function leavesOf(numerator: number, rest: number): Figures {
  const leaves = protectLeaves({ numerator, rest, unknown: 12 }, defaultProtection);
  return figuresOf(leaves, defaultProtection);
}

function clinics(many: number) {
  return Array.from({ length: many }, (_, at) => {
    const size = 60 + ((at * 37) % 400);
    const numerator = Math.round(size * (0.25 + ((at * 13) % 10) / 100));
    return { id: `k${at}`, figures: leavesOf(numerator, size - numerator) };
  });
}

const ownExactly: Figures = {
  numerator: exactly(61),
  rest: exactly(173),
  unknown: exactly(3),
};

function funnel(many = 12, say = da): Drawing {
  return funnelDrawing({
    ...{ title: 'HbA1c over 58', say, area: 'Klyngen', note: 'dk.diabetes 1.0.0 · 31-12-2026' },
    ...{ funnel: funnelOf(clinics(many)), mine: 'k4', own: ownExactly },
    nameOf: (id) => (id === 'k7' ? 'Lægerne <b>Torvet</b>' : undefined),
  });
}

function trend(many = 16): Drawing {
  const dates = (shift: number) =>
    Array.from({ length: many }, (_, at) => {
      const number = 2023 * 4 + at;
      return {
        date: `${Math.floor(number / 4)}-${['03-31', '06-30', '09-30', '12-31'][number % 4]}`,
        figures: leavesOf(80 + shift + (at % 5) * 3, 200),
      };
    });
  return trendDrawing({
    ...{ title: 'Udvikling', say: da, target: 0.3 },
    series: [
      { kind: 'mine', name: 'Min klinik', trend: trendOf(dates(0)) },
      { kind: 'area', name: 'Klyngen', trend: trendOf(dates(2)) },
    ],
  });
}

function strip(): Drawing {
  return stripDrawing({
    ...{ title: 'Fordeling', say: da, mine: 'k4', target: 0.3 },
    clinics: clinics(12).map(({ id, figures }) => ({ id, share: shareWithSize(figures) })),
    area: { name: 'Klyngen', share: { least: 0.28, most: 0.31, estimate: 0.295 } },
  });
}

function deciles(): Drawing {
  const shares = clinics(40).map(({ figures }) => shareWithSize(figures)!);
  return decileDrawing({
    ...{ title: 'Spredning', say: da },
    quarters: Array.from({ length: 9 }, (_, at) => ({
      ...{ year: 2024 + Math.floor(at / 4), quarter: (at % 4) + 1, mine: shares[4] },
      deciles: decilesOf(shares),
    })),
  });
}

async function place(drawing: Drawing, width = 720): Promise<ShadowRoot> {
  const box = document.createElement('main');
  box.style.width = `${width}px`;
  const element = document.createElement('chart-place') as ChartPlace;
  element.drawing = drawing;
  box.append(element);
  document.body.append(box);
  await element.updateComplete;
  const root = element.shadowRoot!;
  if (drawing.plot)
    await until('drawn at its width', () => root.querySelector(`svg[width="${width}"]`));
  return root;
}

const points = (root: ParentNode) => [...root.querySelectorAll<SVGElement>('.point')];
const stops = (root: ParentNode) => [...root.querySelectorAll<SVGElement>('.point[tabindex="0"]')];
const tip = (root: ParentNode) => root.querySelector<HTMLElement>('.chart-tip')!;
const focused = (root: ShadowRoot) => root.activeElement?.getAttribute('aria-label') ?? '';

describe('the points of a chart', () => {
  it('are one stop of the tab key: mine, from where arrows lead on', async () => {
    const root = await place(funnel());
    expect(points(root).length).to.equal(12);
    expect(stops(root).length).to.equal(1);
    await sendKeys({ press: 'Tab' });
    expect(focused(root)).to.match(/^Min klinik: 2\d % af \d+ patienter/);
    expect(tip(root).hidden).to.equal(false);
    expect(tip(root).textContent).to.contain('tallene tillader');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(root)).to.match(/^En klinik: /);
    expect(stops(root).length).to.equal(1);
    expect(stops(root)[0]).to.equal(root.activeElement);
    await sendKeys({ press: 'Home' });
    const first = focused(root);
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(root)).to.equal(first);
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement?.localName).to.equal('summary');
  });

  it('say my exact number to me, and that it is mine alone', async () => {
    const root = await place(funnel());
    await sendKeys({ press: 'Tab' });
    expect(tip(root).textContent).to.contain('præcist 26 % (kun hos jer)');
  });

  it('lead from one line to the other, and along it', async () => {
    const root = await place(trend());
    await sendKeys({ press: 'Tab' });
    expect(focused(root)).to.match(/^Min klinik, 4\. kv\. 2026: /);
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(root)).to.match(/^Klyngen, 4\. kv\. 2026: /);
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(root)).to.match(/^Klyngen, 3\. kv\. 2026: /);
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(root)).to.match(/^Min klinik, 3\. kv\. 2026: /);
  });

  it('are told when pointed at, near is enough; Escape hides it and closes nothing else', async () => {
    const root = await place(funnel());
    let closed = 0;
    const hear = (event: KeyboardEvent) => (closed += event.key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', hear);
    const { x, y, width, height } = root
      .querySelector('.point.mine .mark')!
      .getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round(x + width / 2 + 5), Math.round(y + height / 2 + 4)],
    });
    expect(tip(root).textContent).to.match(/^Min klinik/);
    expect(tip(root).hidden).to.equal(false);
    points(root)[3]!.focus();
    await sendKeys({ press: 'Escape' });
    expect(tip(root).hidden).to.equal(true);
    expect(closed).to.equal(0);
    await sendKeys({ press: 'Escape' });
    expect(closed).to.equal(1);
    document.removeEventListener('keydown', hear);
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  it('have names as text, never as markup', async () => {
    const root = await place(funnel());
    const named = points(root).find((each) => each.getAttribute('aria-label')?.includes('Torvet'));
    named!.focus();
    expect(tip(root).textContent).to.contain('Lægerne <b>Torvet</b>');
    expect(tip(root).children.length).to.equal(0);
  });
});

describe('a chart', () => {
  for (const [name, draw] of Object.entries({ funnel, trend, strip, deciles })) {
    for (const width of [320, 720])
      it(`${name} at ${width} pixels keeps inside its place, its labels free of each other`, async () => {
        const root = await place(draw(), width);
        const frame = root.querySelector('.chart-plot')!.getBoundingClientRect();
        const labels = [...root.querySelectorAll('.label')].map((each) => ({
          words: each.textContent,
          box: each.getBoundingClientRect(),
        }));
        expect(labels.length).to.be.greaterThan(1);
        for (const each of root.querySelectorAll('svg text')) {
          const { left, right } = each.getBoundingClientRect();
          expect(left, each.textContent).to.be.greaterThan(frame.left - 1);
          expect(right, each.textContent).to.be.lessThan(frame.right + 1);
        }
        const covering = labels.flatMap((one, at) =>
          labels
            .slice(at + 1)
            .filter((other) => overlap(one.box, other.box))
            .map((other) => `${one.words} / ${other.words}`),
        );
        expect(covering).to.deep.equal([]);
        expect(root.host.scrollWidth).to.be.at.most(width);
      });
  }

  it('grows with the type, and stays inside its place', async () => {
    const root = await place(funnel());
    const height = () => Number(root.querySelector('svg')!.getAttribute('height'));
    const text = () => root.querySelector('svg .tick')!.getBoundingClientRect().height;
    const before = text();
    (root.host as HTMLElement).style.setProperty('--overblik-font-size', '28px');
    root.host.parentElement!.style.width = '700px';
    await until('drawn anew', () => root.querySelector('svg[width="700"]'));
    expect(text()).to.be.closeTo(2 * before, 1);
    expect(height()).to.be.greaterThan(400);
    expect(root.host.scrollWidth).to.be.at.most(700);
    await sendKeys({ press: 'Tab' });
    expect(tip(root).getBoundingClientRect().right).to.be.at.most(
      root.host.getBoundingClientRect().right,
    );
  });

  it('has no style of its own: a strict policy allows none', async () => {
    const root = await place(funnel());
    expect(root.querySelectorAll('svg [style], svg style').length).to.equal(0);
  });

  it('has its numbers as a table, which is drawn when it is opened', async () => {
    const root = await place(funnel());
    expect(root.querySelector('table')).to.equal(null);
    root.querySelector('details')!.open = true;
    const table = await until('the table', () => root.querySelector('table'));
    const rows = [...table.tBodies[0]!.rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    );
    expect(rows.length).to.equal(12);
    // By their size: not by their share, and not as they came, which would say whose each is.
    const sizes = rows.map(([, size]) => Number(size));
    expect(sizes).to.deep.equal([...sizes].sort((a, b) => a - b));
    const mine = rows.find(([who]) => who === 'Min klinik');
    expect(rows.map(([who]) => who)).to.include('Lægerne <b>Torvet</b>');
    expect(mine!.at(-1)).to.equal('inden for grænserne');
  });

  it('tells by its table of a strip nothing of the order in which reports came', async () => {
    const { table } = strip();
    const shares = table.rows.filter(([who]) => who === 'En klinik').map(([, share]) => share);
    expect(table.rows[0]![0]).to.equal('Min klinik');
    expect(shares.length).to.equal(11);
    expect(shares).to.deep.equal([...shares].sort((a, b) => Number(a) - Number(b)));
  });

  it('says in words why there is nothing to draw', async () => {
    const root = await place(funnel(8, en));
    expect(root.querySelector('svg')).to.equal(null);
    expect(root.textContent).to.contain('No funnel: it takes 10 clinics');
  });

  it('is for everybody', async () => {
    for (const draw of [funnel, trend, strip, deciles])
      await isAccessible((await place(draw())).host);
  });

  it('of 1,600 clinics has as many points, and a whisker for those alone of whom something is said', async () => {
    const root = await place(funnel(1600));
    expect(points(root).length).to.equal(1600);
    const outside = points(root).filter((each) => each.matches('.out, .mine')).length;
    expect(root.querySelectorAll('.whisker').length).to.equal(outside);
  });

  it('tells the unknown with a bar', () => {
    const box = document.createElement('div');
    document.body.append(box);
    render(html`${unknownBar({ least: 0.03, most: 0.05, estimate: 0.04 }, da)}`, box);
    expect(box.textContent.trim()).to.equal('ukendt 4,0 % (3,0–5,0 %)');
  });
});

describe('a chart that leaves the page', () => {
  it('is a picture that stands by itself', async () => {
    const root = await place(funnel());
    const { markup, width } = chartAsSvg(funnel(), root)!;
    const picture = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    expect(picture.localName).to.equal('svg');
    expect(picture.querySelector('title')!.textContent).to.equal('HbA1c over 58');
    expect(picture.querySelector('desc')!.textContent).to.match(/klinikker/);
    expect(markup).to.contain('dk.diabetes 1.0.0');
    expect(markup).not.to.match(
      / (class|style|tabindex|data-at|aria-\w+)=|<style|url\(|href|@import/,
    );
    expect(markup).not.to.contain('<!--');
    expect(picture.querySelector('path')!.getAttribute('stroke')).to.match(/^(#[\da-f]{6}|none)$/);
    expect(Number(picture.getAttribute('width'))).to.equal(width);
    // Nothing of it stays in the page.
    expect(root.querySelector('.chart-picture')).to.equal(null);
  });

  it('says nothing of mine: not which clinic it is, nor what was counted', async () => {
    const root = await place(funnel());
    for (const draw of [funnel, trend, strip, deciles]) {
      const { markup } = chartAsSvg(draw(), root)!;
      expect(markup).not.to.match(/Min klinik|kun hos jer|præcist/);
      const table = chartAsTable(draw());
      const csv = await (await toCsv({ ...table, rows: table.rows }, { about: true })).blob.text();
      expect(csv).not.to.match(/Min klinik|kun hos jer|præcist/);
    }
    // The ring that only I see has a line of its own, and a key that says what it is.
    expect(root.querySelector('circle.own')).not.to.equal(null);
    const key = root.querySelector('.own-key')!;
    expect(key.textContent).to.match(/Min klinik, præcist .* \(kun hos jer\)/);
    expect(key.querySelector('circle.own')).not.to.equal(null);
    expect(chartAsSvg(funnel(), root)!.markup).not.to.contain('<circle');
  });

  it('is a table that a spreadsheet reads', async () => {
    const csv = await (await toCsv(chartAsTable(funnel()))).blob.text();
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).to.contain('Andel, %');
    expect(rows.length).to.equal(12);
    expect(rows[4]).to.match(/^"En klinik";\d+;\d+(,\d)?;/);
  });

  it('is dots, two to a pixel', async () => {
    const root = await place(funnel());
    const { width, height } = chartAsSvg(funnel(), root)!;
    const bitmap = await createImageBitmap((await chartAsPng(funnel(), root))!);
    expect([bitmap.width, bitmap.height]).to.deep.equal([width * 2, height * 2]);
  });

  it('is none where there is nothing to draw', async () => {
    const root = await place(funnel());
    expect(chartAsSvg(funnel(8), root)).to.equal(undefined);
    expect(await chartAsPng(funnel(8), root)).to.equal(undefined);
  });
});

function overlap(one: DOMRect, other: DOMRect): boolean {
  // Boxes of texts have room above and below their letters.
  return (
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top + 3 < other.bottom - 3 &&
    other.top + 3 < one.bottom - 3
  );
}
