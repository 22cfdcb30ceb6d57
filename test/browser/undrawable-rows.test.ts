/** Rows that have no height: a browser that does not know a rule of the list must not show a bare place. */
import { expect } from '@open-wc/testing';
import { grid, placeList, ready, rows } from './list.ts';
import { inside, until } from './stage.ts';

describe('rows without height', () => {
  it('are told of in words where the list is, and drawn as soon as they have one', async () => {
    const list = await placeList({}, { width: 1200, height: 700 });
    const drawn = rows(list).length;
    const root = grid(list).shadowRoot!;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.sizer { block-size: 0 !important }');
    root.adoptedStyleSheets.push(sheet);
    const words = await until('the words', () => inside(grid(list), '[role=alert]'));
    expect(words.textContent).to.contain('Patienterne kan ikke vises i denne browser');
    expect(words.getBoundingClientRect().height).to.be.above(0);

    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    await until('no words', () => !inside(grid(list), '[role=alert]'));
    await ready(list);
    expect(rows(list).length).to.equal(drawn);
  });
});
