/** What is printed stands in a frame of the page, with a patient in it: it goes, whatever the browser tells. */
import { expect } from '@open-wc/testing';
import type { OpenedShare, OverblikCockpit, OverblikPopulation } from '../../src/define.ts';
import { isDeep, someOf } from '../depth.ts';
import { holdTimers, type HeldTimers } from './held-timers.ts';
import { placeList } from './list.ts';
import { adapterWith, asOf, clinic, demens, inside, place, textOf, until } from './stage.ts';

const patient = clinic.patients.find(({ diagnoses = [] }) =>
  diagnoses.some(({ code }) => code.startsWith('P70')),
)!;
const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('body > iframe')];

/** A browser that begins to print and never tells that it has ended. */
const append = HTMLElement.prototype.append;
/** What was to be done after long, to be done by hand. */
let late: HeldTimers;
beforeEach(() => {
  late = holdTimers((delay) => delay >= 120_000);
  document.body.append = function (...nodes: (Node | string)[]) {
    append.apply(this, nodes);
    for (const node of nodes) {
      const inner = node instanceof HTMLIFrameElement ? node.contentWindow : undefined;
      if (inner) inner.print = () => void inner.dispatchEvent(new Event('beforeprint'));
    }
  };
});
afterEach(() => {
  delete (document.body as Partial<HTMLElement>).append;
});

type Printing = OverblikPopulation | OverblikCockpit;

const list = (): Promise<Printing> => placeList();
async function cockpit(): Promise<Printing> {
  const element = place('overblik-cockpit', { patientId: patient.patient.id });
  await until('patient', () => inside(element, '.parts'));
  return element;
}
async function shared(): Promise<OverblikCockpit> {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const party = { name: 'Bo', organisation: 'Sygehuset' };
  const share: OpenedShare = {
    opened: true,
    facts: {
      id: 'share-id-1',
      sender: 'Lægehuset',
      sharedBy: party,
      recipient: party,
      purpose: 'Indlæggelse',
      from: at(-1),
      until: at(60),
      openedAt: at(0),
      asOf,
      types: ['diagnosis'],
    },
    patientId: patient.patient.id,
    profiles: [demens],
    adapter: () => ({
      describe: () => Promise.resolve({ name: 'K', coverage: {} }),
      patient: () => Promise.resolve(patient),
      openJournal: () => undefined,
    }),
  };
  const element = place('overblik-cockpit', {
    adapter: undefined,
    profiles: [],
    envelope: 'e',
    opener: () => Promise.resolve(share),
  });
  await until('patient', () => inside(element, '.parts'));
  return element;
}

const elements = [
  ['the list', list],
  ['the cockpit', cockpit],
  ['a shared view', shared],
] as const;

describe('a frame to be printed, of which no end is told', () => {
  // Everyday of the list alone.
  for (const [name, make] of isDeep ? elements : elements.slice(0, 1)) {
    it(`${name}: gives the focus back to what had it`, async () => {
      const element = await make();
      const button = inside<HTMLElement>(element, '.print, [name=print]')!;
      button.focus();
      await element.print();
      expect(document.activeElement).to.equal(frames()[0]);
      window.dispatchEvent(new Event('pointerdown'));
      expect(frames()).to.deep.equal([]);
      expect(document.activeElement).to.equal(element);
      expect(element.shadowRoot!.activeElement).to.equal(button);
    });

    it(`${name}: goes with the element`, async () => {
      const element = await make();
      await element.print();
      expect(frames()).to.have.length(1);
      element.remove();
      expect(frames()).to.deep.equal([]);
    });

    it(`${name}: goes after a time`, async () => {
      const element = await make();
      await element.print();
      expect(frames()).to.have.length(1);
      expect(late.waiting).to.equal(1);
      late.run();
      expect(frames()).to.deep.equal([]);
    });

    it(`${name}: goes at the next print, of another element too`, async () => {
      const element = await make();
      await element.print();
      const [first] = frames();
      await element.print();
      expect(first!.isConnected).to.equal(false);
      const other = await cockpit();
      const [second] = frames();
      await other.print();
      expect(second!.isConnected).to.equal(false);
      expect(frames()).to.have.length(1);
      other.remove();
      expect(frames()).to.deep.equal([]);
    });
  }

  it('goes when another patient is shown', async () => {
    const element = (await cockpit()) as OverblikCockpit;
    await element.print();
    element.patientId = clinic.patients[0]!.patient.id;
    await element.updateComplete;
    expect(frames()).to.deep.equal([]);
  });

  it('goes when the share is over', async () => {
    const element = await shared();
    await element.print();
    element.envelope = undefined;
    await element.updateComplete;
    expect(frames()).to.deep.equal([]);
  });
});

describe('a frame to be printed, of those whom the element shows no longer', () => {
  const unreadable = new Proxy({}, { get: () => { throw new Error('away'); } }); // prettier-ignore
  const changes: Readonly<Record<string, (element: Printing) => void>> = {
    'at a logout': (element) => void (element.adapter = undefined),
    'with another clinic': (element) => {
      const describe = () => Promise.resolve({ ...clinic.description, id: 'other' });
      element.adapter = { ...adapterWith(), describe };
    },
    'with one that does not say which it is': (element) => {
      element.adapter = { ...adapterWith(), describe: () => new Promise(() => undefined) };
    },
    'without a profile': (element) => void (element.profiles = []),
    'on a day that does not exist': (element) => void (element.asOf = '2026-02-30'),
    'where nothing can be read': (element) => void (element.profileId = unreadable as never),
    'out of the page': (element) => element.remove(),
  };

  for (const [at, [name, make]] of elements.slice(0, 2).entries())
    // Everyday every third change, and of the cockpit others.
    for (const [when, change] of someOf(Object.entries(changes), 3, at)) {
      it(`${name}: goes ${when}`, async () => {
        const element = await make();
        await element.print();
        expect(frames()).to.have.length(1);
        change(element);
        await until('gone', () => frames().length === 0);
      });

      it(`${name}: does not come ${when}, where that was while it was got ready`, async () => {
        const element = await make();
        const printed = element.print();
        change(element);
        await printed;
        await until('gone', () => frames().length === 0);
      });
    }
});

describe('the page itself, printed, of which no end is told', () => {
  const drawn = (element: Element) => inside(element, '.printed');

  it('the list’s paper form goes after a time', async () => {
    const element = await list();
    window.dispatchEvent(new Event('beforeprint'));
    await until('paper', () => drawn(element));
    expect(late.waiting).to.equal(1);
    late.run();
    await element.updateComplete;
    expect(drawn(element)).to.equal(null);
  });

  it('and with the element', async () => {
    const element = await list();
    window.dispatchEvent(new Event('beforeprint'));
    await until('paper', () => drawn(element));
    element.remove();
    await element.updateComplete;
    expect(drawn(element)).to.equal(null);
    expect(textOf(element)).to.be.a('string');
  });
});
