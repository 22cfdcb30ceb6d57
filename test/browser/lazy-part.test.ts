import { expect } from '@open-wc/testing';
import { css, html, LitElement } from 'lit';
import { uisOf } from '../../src/elements/shared/context.ts';
import { statesTexts } from '../../src/i18n/texts/states.ts';
import { LazyPart } from '../../src/elements/shared/lazy-part.ts';
import { inside, textOf, until } from './stage.ts';

interface Part {
  readonly draw: () => unknown;
  readonly styles: ReturnType<typeof css>;
}
const part: Part = {
  draw: () => html`<b>Her er den</b>`,
  styles: css`
    b {
      color: rgb(1, 2, 3);
    }
  `,
};

/** An element with one part; every loading is answered by the test. */
class LazyHost extends LitElement {
  /** In milliseconds. */
  static deadline: number | undefined;
  readonly asked: { give: (part: Part) => void; fail: () => void }[] = [];
  readonly lazy = new LazyPart<Part>(
    this,
    () =>
      new Promise((give, fail) =>
        this.asked.push({ give, fail: () => fail(new Error('offline')) }),
      ),
    LazyHost.deadline,
  );

  protected override render(): unknown {
    return this.lazy.render(({ draw }) => draw(), uisOf({ states: statesTexts }).da);
  }
}
customElements.define('lazy-host', LazyHost);

function place(deadline?: number): LazyHost {
  LazyHost.deadline = deadline;
  const host = new LazyHost();
  document.body.append(host);
  return host;
}

describe('a part that is loaded when it is needed', () => {
  it('says that it is on its way, and comes with its styles', async () => {
    const host = place();
    await host.updateComplete;
    expect(textOf(host)).to.contain('Henter …');
    expect(inside(host, '.part-loading')?.getAttribute('role')).to.equal('status');
    host.asked[0]?.give(part);
    const drawn = await until('the part', () => inside(host, 'b'));
    expect(getComputedStyle(drawn).color).to.equal('rgb(1, 2, 3)');
    expect(inside(host, '.part-loading')).to.equal(null);
  });

  it('is asked for once, however often it is drawn', async () => {
    const host = place();
    await host.updateComplete;
    host.requestUpdate();
    await host.updateComplete;
    void host.lazy.load();
    expect(host.asked).to.have.length(1);
    host.asked[0]?.give(part);
    expect(await host.lazy.load()).to.equal(part);
  });

  it('says that it could not be had, and is there after another try', async () => {
    const host = place();
    await host.updateComplete;
    host.asked[0]?.fail();
    const retry = await until('the way on', () => inside(host, 'button'));
    expect(inside(host, '[role=alert]')?.textContent).to.contain('kunne ikke hentes');
    retry.click();
    await until('on its way again', () => inside(host, '.part-loading[role=status]'));
    expect(host.asked).to.have.length(2);
    host.asked[1]?.give(part);
    await until('the part', () => inside(host, 'b'));
  });

  it('says so where nothing comes in time, and takes what comes late', async () => {
    const host = place(50);
    await host.updateComplete;
    const retry = await until('the way on', () => inside(host, 'button'));
    expect(await host.lazy.load()).to.equal(undefined);
    retry.click();
    await until('on its way again', () => inside(host, '.part-loading[role=status]'));
    await until('out of time again', () => inside(host, 'button'));
    host.asked[0]?.give(part);
    await until('the part', () => inside(host, 'b'));
  });

  it('answers nothing where it fails, and never rejects', async () => {
    const host = place();
    await host.updateComplete;
    const loading = host.lazy.load();
    host.asked[0]?.fail();
    expect(await loading).to.equal(undefined);
  });
});
