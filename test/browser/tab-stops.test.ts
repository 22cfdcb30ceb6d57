/** Whoever works by keys is at the rows, and in the cockpit, in a few presses of Tab, and reaches everything on the way. */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation } from '../../src/define.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { someOf } from '../depth.ts';
import { check, clickOn, placeList, press, ready, rows } from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';
import { cockpitOf, openDesk, openRow } from './worklist.ts';

/** The most presses of Tab before the rows. */
const bar = 5;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const kinds: Record<string, { size: { width: number; height: number }; given?: object }> = {
  'a wide list': { size: { width: 1366, height: 740 }, given: { overview: 'line' } },
  'a list with charts': { size: { width: 1600, height: 1000 }, given: { overview: 'charts' } },
  'a list beside a cockpit': {
    size: { width: 980, height: 740 },
    given: { overview: 'line', beside: true },
  },
  cards: { size: { width: 400, height: 860 } },
};

async function open({ size, given }: (typeof kinds)[string]): Promise<OverblikPopulation> {
  const list = await placeList({ adapter: adapterWith(), profiles, ...given }, size);
  await until('the rounds', () => list.round?.state.phase === 'ready');
  await ready(list);
  await frame();
  await frame();
  return list;
}

/** What has the focus, however deep. */
function focused(): HTMLElement {
  let found = document.activeElement as HTMLElement;
  while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement as HTMLElement;
  return found;
}

const wordsOf = (element: Element) =>
  element.getAttribute('aria-label') ?? element.textContent.replaceAll(/\s+/g, ' ').trim();

/** What Tab comes to, up to the grid. */
async function stopsBefore(list: OverblikPopulation): Promise<readonly string[]> {
  const before = document.createElement('button');
  list.parentElement!.before(before);
  before.focus();
  const stops: string[] = [];
  while (stops.length < 40) {
    await press('Tab');
    if (list.shadowRoot!.activeElement?.localName === 'overblik-grid') break;
    expect(focused(), 'in the list').not.to.equal(document.body);
    stops.push(wordsOf(focused()));
  }
  before.remove();
  return stops;
}

const bars = (list: Element) =>
  allInside(list, '[role=toolbar]').filter((each) => controlsIn(each).length > 0);

function controlsIn(bar: Element): readonly HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('button, select')].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
}

/** One stop; arrows, Home and End reach all of it. */
async function walk(each: HTMLElement): Promise<void> {
  const controls = controlsIn(each);
  const name = wordsOf(each).slice(0, 40);
  expect(each.getAttribute('aria-label'), 'a name').not.to.be.oneOf([null, '']);
  const stops = controls.filter(({ tabIndex }) => tabIndex === 0);
  expect(stops, name).to.have.length(1);
  stops[0]!.focus();
  const seen = new Set<HTMLElement>();
  for (let step = 0; step < controls.length; step++) {
    seen.add(focused());
    await press('ArrowRight');
  }
  expect([...seen].map(wordsOf).sort(), name).to.deep.equal(controls.map(wordsOf).sort());
  expect(focused(), 'around').to.equal(stops[0]);
  if (controls.length === 1) return;
  await press('ArrowRight');
  const left = focused();
  left.blur();
  expect(controls.filter(({ tabIndex }) => tabIndex === 0)).to.deep.equal([left]);
  const buttons = controls.filter(({ localName }) => localName === 'button');
  buttons[0]!.focus();
  await press('End');
  expect(focused(), `${name}: End`).to.equal(controls.at(-1));
  buttons[0]!.focus();
  await press('ArrowLeft');
  expect(focused(), `${name}: back`).to.equal(controls.at(controls.indexOf(buttons[0]!) - 1));
}

// Everyday two kinds each.
for (const [kind, how] of someOf(Object.entries(kinds), 2))
  it(`${kind}: at most ${bar} presses of Tab before the rows`, async () => {
    const stops = await stopsBefore(await open(how));
    expect(stops.length, stops.join(' · ')).to.be.within(2, bar);
  });

for (const [kind, how] of someOf(Object.entries(kinds), 2, 1))
  it(`${kind}: arrows, Home and End reach everything in each toolbar, and Tab goes back to what was left`, async () => {
    const list = await open(how);
    await clickOn(check(rows(list)[0]));
    await until('what to do', () => inside(list, '.chosen'));
    await frame();
    await frame();
    expect(bars(list).length).to.be.at.least(4);
    for (const each of bars(list)) await walk(each);
  });

it('a choice in a toolbar keeps its own keys, and a field that is written in all of them', async () => {
  const list = await open(kinds['a wide list']!);
  const choice = inside<HTMLSelectElement>(list, '.done-place')!;
  choice.focus();
  const before = choice.selectedIndex;
  await press('ArrowDown');
  expect(focused()).to.equal(choice);
  expect(choice.selectedIndex).to.equal(before + 1);
  const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
  search.focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) await press(key);
  expect(focused()).to.equal(search);
});

it('what Tab came to goes, and another takes its place', async () => {
  const list = await open(kinds['a wide list']!);
  const stop = () =>
    controlsIn(inside(list, '.tools .toolbar')!).filter(({ tabIndex }) => tabIndex === 0);
  const charts = stop()[0]!;
  expect(wordsOf(charts)).to.equal('Vis diagrammer');
  inside<HTMLElement>(list, '.views')!.style.display = 'none';
  list.requestUpdate();
  await until('another', () => stop().length === 1 && stop()[0] !== charts);
});

for (const width of someOf([1200, 480], 2))
  it(`a cockpit ${width} px wide: what can be done with it is one stop, in the order that it is seen`, async () => {
    const desk = await openDesk({
      sharer: { recipients: [], share: () => Promise.resolve() },
    });
    await openRow(desk, 1);
    const cockpit = cockpitOf(desk)!;
    cockpit.style.width = cockpit.style.maxWidth = `${width}px`;
    await frame();
    await frame();
    const [commands, ...others] = bars(cockpit);
    expect(others).to.deep.equal([]);
    const controls = controlsIn(commands!);
    expect(controls.length).to.be.at.least(4);
    await walk(commands!);
    const places = controls.map((each) => each.getBoundingClientRect());
    for (const [at, place] of places.slice(1).entries())
      expect(
        place.left > places[at]!.left || place.top > places[at]!.top,
        wordsOf(controls[at]!),
      ).to.equal(true);
    controls[1]!.focus();
    await press('Tab');
    expect(commands!.contains(focused()), wordsOf(focused())).to.equal(false);
    await press('Shift+Tab');
    expect(focused()).to.equal(controls[1]);
  });

it('the days that the time machine asks for keep their own keys', async () => {
  const desk = await openDesk();
  await openRow(desk, 1);
  const cockpit = cockpitOf(desk)!;
  inside(cockpit, '.commands [aria-haspopup=dialog]')!.click();
  const day = focused();
  expect(day.localName).to.equal('input');
  await press('ArrowRight');
  expect(focused()).to.equal(day);
});
