/** Nothing has to be scrolled to sideways but the columns of the table, and no fact over the list is cut. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { profiles } from '../../fixtures/profiles/index.ts';
import { someOf } from '../depth.ts';
import { check, clickOn, placeList, rows } from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';
import { openDesk, openRow } from './worklist.ts';

/** What scrolls sideways, within all shadow trees. */
function scrolled(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => {
    const { overflowX } = getComputedStyle(each);
    const scrolls =
      each.checkVisibility() &&
      /auto|scroll/.test(overflowX) &&
      each.clientWidth > 1 &&
      each.scrollWidth > each.clientWidth + 1;
    return [
      ...(scrolls && !each.matches('.scroller')
        ? [`${each.className} ${each.scrollWidth} in ${each.clientWidth}`]
        : []),
      ...(each.shadowRoot ? scrolled(each.shadowRoot) : []),
    ];
  });
}

const low = { width: 1600, height: 768 };

// Everyday each width in one language.
for (const [at, language] of ['da', 'en'].entries())
  for (const width of someOf([320, 400, 650, 760, 1000, 1366], 2, at))
    it(`a list ${width} px wide, in ${language}`, async () => {
      await setViewport(low);
      const list = await placeList(
        { adapter: adapterWith(), profiles, lang: language, overview: 'line' },
        { width, height: 700 },
      );
      await until('the round', () => list.round?.state.phase === 'ready');
      await list.updateComplete;
      expect(scrolled(list.shadowRoot!)).to.deep.equal([]);
      const facts = inside(list, '.purpose .facts')!;
      expect(facts.scrollWidth, facts.textContent.trim()).to.be.at.most(facts.clientWidth);
    });

for (const [at, language] of ['da', 'en'].entries())
  for (const width of someOf([880, 950], 2, at))
    it(`the date of a list ${width} px wide, in ${language}`, async () => {
      await setViewport(low);
      const list = await placeList(
        { adapter: adapterWith(), profiles, lang: language, overview: 'line' },
        { width, height: 700 },
      );
      await list.updateComplete;
      const facts = inside(list, '.purpose .facts')!;
      expect(facts.scrollWidth, facts.textContent.trim()).to.be.at.most(facts.clientWidth);
    });

it('the foot in text of twice the size, as high with a patient chosen as without', async () => {
  await setViewport({ width: 1600, height: 1400 });
  document.documentElement.style.fontSize = '32px';
  try {
    const list = await placeList({}, { width: 1450, height: 1300 });
    await until('the round', () => list.round?.state.phase === 'ready');
    await list.updateComplete;
    const foot = inside(list, '.footer')!;
    const progress = () => getComputedStyle(inside(list, '.progress')!).visibility;
    expect(scrolled(foot)).to.deep.equal([]);
    expect(progress()).to.equal('visible');
    const { height } = foot.getBoundingClientRect();
    await clickOn(check(rows(list)[0]));
    await until('chosen', () => inside(list, '.chosen'));
    expect(progress()).to.equal('hidden');
    expect(foot.getBoundingClientRect().height).to.equal(height);
  } finally {
    document.documentElement.style.fontSize = '';
  }
});

it('a workspace 1000 px wide, with the cockpit open', async () => {
  await setViewport(low);
  const desk = await openDesk({}, { width: 1000, height: 700 });
  await openRow(desk, 1);
  expect(scrolled(desk.workspace.shadowRoot!)).to.deep.equal([]);
});

it('no reason is cut by the edge of the list beside a cockpit, 1000 px wide', async () => {
  await setViewport(low);
  document.documentElement.style.fontSize = '14px';
  try {
    const desk = await openDesk({}, { width: 1000, height: 700 });
    await openRow(desk, 1);
    const grid = inside(desk.list, 'overblik-grid')!;
    const { right } = inside(grid, '.scroller')!.getBoundingClientRect();
    const reasons = allInside(grid, '.line .chip');
    expect(reasons.length).to.be.at.least(5);
    for (const each of reasons)
      expect(each.getBoundingClientRect().right, each.textContent.trim()).to.be.at.most(right);
  } finally {
    document.documentElement.style.fontSize = '';
  }
});
