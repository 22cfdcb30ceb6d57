/** Text of twice the size on a page as narrow as a phone: what tells two things apart is all in sight. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ListView, NamedView } from '../../src/define.ts';
import { panel, placeList } from './list.ts';
import { allInside, demens, inside, until } from './stage.ts';

const size = { width: 400, height: 860 };
const usual: ListView = {
  ...{ profileId: demens.id, tab: 'members', columns: [], sort: [], priority: [], query: '' },
  filters: [],
};
const over90: NamedView = {
  ...{ id: 'a', name: 'Alvorlige over 90 hos Lægehuset', shared: true },
  view: { ...usual, filters: [{ columnId: 'age', min: 90 }] },
};

describe('text of twice the size in 400 px', () => {
  beforeEach(async () => {
    await setViewport(size);
    document.documentElement.style.fontSize = '28px';
  });
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  it('says of a named view that it is shared, and ticks the one that is looked at', async () => {
    const list = await placeList({ views: [over90], view: over90.view, overview: 'line' }, size);
    inside<HTMLElement>(list, '.tools .view')!.click();
    const way = await until('the way to the views', () =>
      allInside(list, '.panel button').find((each) => each.textContent.trim() === 'Visninger'),
    );
    way.click();
    const lines = await until('the views', () => panel(list)?.querySelector('.named-views'));
    const { left, right } = lines.getBoundingClientRect();
    expect(lines.scrollWidth).to.be.at.most(lines.clientWidth + 1);
    const told = [...lines.querySelectorAll('.link, .muted, svg')];
    expect(told).to.have.length(4);
    for (const each of told) {
      const box = each.getBoundingClientRect();
      expect(box.left, each.textContent).to.be.at.least(left - 1);
      expect(box.right, each.textContent).to.be.at.most(right + 1);
    }
  });

  it('has the words of each tab on one line, the tabs below one another', async () => {
    const list = await placeList({ overview: 'line' }, size);
    const tabs = allInside(list, '[role=tab]');
    expect(tabs).to.have.length(2);
    for (const tab of tabs) {
      const letter = parseFloat(getComputedStyle(tab).fontSize);
      expect(tab.clientHeight, tab.textContent.trim()).to.be.lessThan(2.5 * letter);
    }
    const row = inside(list, '.tabs')!;
    expect(row.scrollWidth).to.be.at.most(row.clientWidth + 1);
  });
});
