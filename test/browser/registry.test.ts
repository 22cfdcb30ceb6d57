/** Elements under another prefix, and in a registry of their own: several versions on one page, each whole. */
import { expect } from '@open-wc/testing';
import { define, type OverblikWorkspace } from '../../src/index.ts';
import { adapterWith, asOf, clinic, demens, inside, until } from './stage.ts';

const patientId = clinic.patients[0]!.patient.id;

/** A box on the page, with a shadow tree where a registry is given. */
function room(registry?: CustomElementRegistry): HTMLElement | ShadowRoot {
  const box = document.createElement('div');
  Object.assign(box.style, { width: '1200px', height: '700px' });
  document.body.append(box);
  return registry ? box.attachShadow({ mode: 'open', customElementRegistry: registry }) : box;
}

/** Puts a workspace in a room by its tag, as a host's markup does. */
function placeIn(place: HTMLElement | ShadowRoot, prefix = 'overblik'): OverblikWorkspace {
  place.innerHTML = `<${prefix}-workspace></${prefix}-workspace>`;
  const workspace = place.firstElementChild as OverblikWorkspace;
  return Object.assign(workspace, { adapter: adapterWith(), profiles: [demens], asOf, patientId });
}

/** The list with its rows, the grid in it and the cockpit beside it are drawn. */
async function drawn(workspace: Element, prefix = 'overblik') {
  const list = await until('the list', () => inside(workspace, `${prefix}-population`));
  const grid = await until('the grid', () => inside(list, `${prefix}-grid`));
  await until('rows', () => inside(grid, '.line'));
  const cockpit = await until('the cockpit', () => inside(workspace, `${prefix}-cockpit`));
  await until('the patient', () => inside(cockpit, '.frame[aria-busy=false] .parts'));
  return [workspace, list, grid, cockpit];
}

describe('under another prefix', () => {
  it('everything in a workspace is of that prefix, beside one of the usual', async () => {
    define({ prefix: 'other-version' });
    const [usual, other] = [placeIn(room()), placeIn(room(), 'other-version')];
    await drawn(usual);
    for (const each of await drawn(other, 'other-version'))
      expect(each.localName).to.match(/^other-version-/);
    expect(other.shadowRoot!.querySelector('overblik-population')).to.equal(null);
  });
});

describe('in a registry of their own', () => {
  it('elements have the same tags as those of the page, and classes of their own', async () => {
    const registry = define({ registry: 'new' });
    expect(registry).not.to.equal(customElements);
    const [usual, other] = [placeIn(room()), placeIn(room(registry))];
    const inPage = await drawn(usual);
    const inOther = await drawn(other);
    for (const [index, element] of inOther.entries()) {
      expect(element.customElementRegistry, element.localName).to.equal(registry);
      expect(element.shadowRoot!.customElementRegistry, element.localName).to.equal(registry);
      expect(element.constructor).to.equal(registry.get(element.localName));
      expect(inPage[index]!.constructor).to.equal(customElements.get(element.localName));
      expect(element.constructor).not.to.equal(inPage[index]!.constructor);
    }
  });

  it('which the host has made, and under a prefix, they work as well', async () => {
    const registry = new CustomElementRegistry();
    expect(define({ prefix: 'v2', registry })).to.equal(registry);
    expect(registry.get('overblik-workspace')).to.equal(undefined);
    expect(customElements.get('v2-workspace')).to.equal(undefined);
    for (const each of await drawn(placeIn(room(registry), 'v2'), 'v2'))
      expect(each.customElementRegistry).to.equal(registry);
  });

  it('an element of the page keeps to the page', async () => {
    expect(define()).to.equal(customElements);
    expect(define({ registry: customElements })).to.equal(customElements);
    for (const each of await drawn(placeIn(room())))
      expect(each.shadowRoot!.customElementRegistry).to.equal(customElements);
  });

  it('what is no registry, and a browser without them, are told in words', () => {
    expect(() => define({ registry: {} as CustomElementRegistry })).to.throw(
      TypeError,
      /"new" or a new CustomElementRegistry\(\); or .*define\(\{ prefix: "other" \}\)/,
    );
    const known = Object.getOwnPropertyDescriptor(Element.prototype, 'customElementRegistry')!;
    Reflect.deleteProperty(Element.prototype, 'customElementRegistry');
    try {
      expect(() => define({ registry: 'new' })).to.throw(
        TypeError,
        /no scoped registries .*define\(\{ prefix: "other" \}\) makes <other-workspace>/,
      );
      // What needs none does without.
      expect(define({ prefix: 'older-browser' })).to.equal(customElements);
    } finally {
      Object.defineProperty(Element.prototype, 'customElementRegistry', known);
    }
  });
});
