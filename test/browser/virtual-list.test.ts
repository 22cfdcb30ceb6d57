import { expect } from '@open-wc/testing';
import { LitElement, css, html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { virtualListStyles } from '../../src/ui/virtual-list-styles.ts';
import { virtualList } from '../../src/ui/virtual-list.ts';
import { allInside, inside, until } from './stage.ts';

/** A list of numbers with a check box each. */
class NumberList extends LitElement {
  static override properties = { items: { attribute: false }, checked: { attribute: false } };
  static override styles = [
    virtualListStyles,
    css`
      .numbers {
        margin: 0;
        padding: 0;
        max-block-size: 200px;
        overflow: auto;
        list-style: none;
      }
    `,
  ];
  declare items: readonly number[];
  declare checked: number | undefined;

  protected override render() {
    return html`${virtualList({
      items: this.items,
      content: (item) =>
        html`<label><input type="checkbox" .checked=${item === this.checked} />No ${item}</label>`,
      className: 'numbers',
      label: 'Numbers',
    })}`;
  }
}
customElements.define('test-number-list', NumberList);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const items = (list: Element) => allInside(list, 'li');
const box = (list: Element) => inside(list, '.numbers')!;
const focused = (list: Element) => list.shadowRoot?.activeElement ?? null;

async function place(count: number): Promise<NumberList> {
  const list = new NumberList();
  list.items = upTo(count);
  document.body.append(list);
  await list.updateComplete;
  await until('items', () => items(list).length > 0);
  // The virtualizer guesses heights first, then measures.
  for (let count = 0; count < 2; count++) await new Promise(requestAnimationFrame);
  return list;
}

async function scrollTo(list: Element, top: number): Promise<void> {
  await until('the last item in view', () => {
    // The height is guessed until the items on the way are measured.
    box(list).scrollTop = top;
    const view = box(list).getBoundingClientRect();
    return items(list).some((item) => {
      const { top: start, bottom: end } = item.getBoundingClientRect();
      return start <= view.bottom - 2 && end >= view.bottom - 2;
    });
  });
}

describe('a virtual list', () => {
  it('renders a short list whole, as a plain one', async () => {
    const list = await place(60);
    expect(items(list)).to.have.length(60);
    expect(inside(list, 'ul')!.className).to.equal('numbers');
    await expect(list).to.be.accessible();
  });

  it('renders few items of many, each with its true place', async () => {
    const list = await place(10_000);
    await until('a window', () => items(list).length > 10);
    expect(items(list).length).to.be.lessThan(200);
    await scrollTo(list, 50_000);
    await scrollTo(list, 1e9);
    const last = await until('the last', () =>
      items(list).find((item) => item.ariaPosInSet === '10000'),
    );
    expect(last.ariaSetSize).to.equal('10000');
    expect(last.textContent).to.contain('No 10000');
    expect(last.getBoundingClientRect().bottom).to.be.closeTo(
      box(list).getBoundingClientRect().bottom,
      2,
    );
    await expect(list).to.be.accessible();
  });

  it('follows its items: fewer, other ones, and the same in another state', async () => {
    const list = await place(1000);
    list.checked = 2;
    await list.updateComplete;
    await until('checked', () => items(list)[1]?.querySelector('input')?.checked);
    list.items = upTo(500).map((each) => each + 2000);
    await until('other ones', () => items(list)[0]?.textContent?.includes('No 2001'));
    expect(items(list)[0]!.ariaSetSize).to.equal('500');
    list.items = upTo(3);
    await list.updateComplete;
    expect(items(list).map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'No 1',
      'No 2',
      'No 3',
    ]);
    expect(inside(list, 'ul')!.getAttribute('style')).to.equal(null);
    expect(box(list).getBoundingClientRect().height).to.be.greaterThan(30);
  });

  it('holds the focus while its item is away, and gives it back', async () => {
    const list = await place(5000);
    items(list)[3]!.querySelector('input')!.focus();
    await scrollTo(list, 40_000);
    expect(focused(list) === inside(list, 'ul')).to.equal(true);
    await scrollTo(list, 0);
    await until('given back', () => focused(list)?.matches('input'));
    expect(focused(list)!.closest('li')!.ariaPosInSet).to.equal('4');
  });

  it('is walked through by Tab', async () => {
    const list = await place(1000);
    items(list)[0]!.querySelector('input')!.focus();
    for (let count = 0; count < 80; count++) await sendKeys({ press: 'Tab' });
    expect(focused(list)?.closest('li')?.ariaPosInSet).to.equal('81');
  });

  it('shows its items in a popover that was closed when they were rendered', async () => {
    const host = document.createElement('div');
    host.popover = 'auto';
    const list = new NumberList();
    list.items = upTo(1000);
    host.append(list);
    document.body.append(host);
    await list.updateComplete;
    host.showPopover();
    await until('items', () => items(list).length > 10);
    expect(box(list).getBoundingClientRect().height).to.equal(200);
  });
});
