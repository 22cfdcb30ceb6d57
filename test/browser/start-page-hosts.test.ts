/** The start page before hosts that go, never answer, or give profiles of every kind: something is said, and nothing of others. */
import { expect } from '@open-wc/testing';
import type { OverblikWorkspace } from '../../src/define.ts';
import { tripleWhammy } from '../../fixtures/profiles/index.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { clickOn } from './list.ts';
import { adapterWith, allInside, demens, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 720 };

const adapterOf = (id: string, more: object = {}) => {
  const inner = adapterWith();
  return {
    ...{ ...inner, rounds: faultyRounds([]), ...more },
    describe: async (signal: AbortSignal) => ({
      ...(await inner.describe(signal)),
      id,
      name: `Klinik ${id}`,
    }),
  };
};
const open = (given: object = {}) =>
  place(
    'overblik-workspace',
    { adapter: adapterOf('k'), profiles: [demens, tripleWhammy], ...given },
    size,
  );
const isCounted = (page: Element) =>
  inside(page, '.start table[aria-busy=false]') &&
  allInside(page, '.start tbody tr').length > 0 &&
  !/Henter|Venter/.test(textOf(page));
const counted = (page: Element) => until('all counted', () => isCounted(page));
const figures = (page: Element) =>
  allInside(page, '.start .col-members .bare').map((each) => each.textContent);
const never = () => new Promise<never>(() => undefined);
const copies = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...demens,
    id: `dk.nr-${at}`,
    title: { da: `Liste ${at}` },
  }));

describe('the start page', () => {
  it('counts anew when the clinic becomes another, and when somebody logs in again', async () => {
    const page = open();
    await counted(page);
    const before = figures(page);
    page.adapter = adapterOf('b');
    await until('the other', () => textOf(page).includes('Klinik b') && isCounted(page));
    expect(figures(page)).to.deep.equal(before);
    page.adapter = undefined;
    await until('nobody', () => textOf(page).includes('Ingen klinik er forbundet'));
    expect(textOf(page)).not.to.contain('Klinik b');
    page.adapter = adapterOf('k');
    await until('again', () => textOf(page).includes('Klinik k') && isCounted(page));
    expect(figures(page)).to.deep.equal(before);
  });

  it('shows nothing of a clinic whose answers come after it has gone', async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const inner = adapterOf('k');
    const page = open({
      adapter: {
        ...inner,
        records: async function* (...given: Parameters<NonNullable<typeof inner.records>>) {
          await late;
          yield* inner.records!(...given);
        },
      },
    });
    await until('under way', () => inside(page, '.start table[aria-busy=true]'));
    page.adapter = adapterOf('b', {
      describe: undefined,
      records: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
    });
    answer();
    await page.updateComplete;
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(figures(page)).to.deep.equal([]);
    expect(textOf(page)).not.to.contain('Klinik k');
  });

  for (const hang of ['describe', 'records'] as const)
    it(`says so where a host never answers to ${hang}`, async () => {
      const page = open({ adapter: adapterWith({ hang }), deadline: 50 });
      await until('failed', () => textOf(page).includes('Listerne kunne ikke hentes'));
      expect(figures(page)).to.deep.equal([]);
    });

  it('says so at each row where a store of rounds never answers, and counts the rest', async () => {
    const rounds = { list: never, save: never };
    const page = open({ adapter: adapterOf('k', { rounds }), deadline: 50 });
    await until('failed', () => textOf(page).includes('Runden kunne ikke hentes'));
    expect(figures(page).length).to.equal(2);
  });

  it('has a row for each of a hundred profiles, each opened by its own', async () => {
    const page: OverblikWorkspace = open({ profiles: copies(100) });
    await counted(page);
    expect(allInside(page, '.start tbody tr')).to.have.length(100);
    expect(new Set(figures(page)).size).to.equal(1);
    const last = inside(page, '.start tr[data-id="dk.nr-99"] .open')!;
    last.scrollIntoView();
    await clickOn(last);
    await until('its list', () => page.profileId === 'dk.nr-99' && page.page === 'list');
  });

  it('has a row for each of several with one id, and counts one of them', async () => {
    const page = open({
      profiles: [demens, { ...demens, title: { da: 'Den samme igen' } }, tripleWhammy, demens],
    });
    await counted(page);
    expect(allInside(page, '.start tbody tr')).to.have.length(4);
    expect(textOf(page)).to.contain('Den samme igen');
    expect(allInside(page, '.start .wrong')).to.have.length(2);
    expect(figures(page)).to.have.length(2);
  });

  it('says of what is no profile that it has errors, whatever it is, and counts the others', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const throwing = {
      get id(): string {
        throw new Error('Birthe 010142-1234');
      },
    };
    const junk = [
      null,
      7,
      '',
      '{',
      'https://example.dk/profil.json',
      [],
      {},
      circle,
      throwing,
      Promise.resolve(demens),
    ];
    const more = [
      { id: '#2' },
      { id: '#2', title: { da: 'To' } },
      { ...demens, id: 'x'.repeat(5000) },
    ];
    const page = open({ profiles: [...junk, ...more, demens] });
    await counted(page);
    const rows = allInside(page, '.start tbody tr');
    expect(rows).to.have.length(junk.length + more.length + 1);
    expect(new Set(rows.map(({ dataset }) => dataset.id)).size, 'each once').to.equal(rows.length);
    expect(figures(page)).to.have.length(1);
    expect(textOf(page)).not.to.contain('Birthe');
  });

  it('is not shown for profiles that cannot even be counted', async () => {
    const hostile = new Proxy([], {
      get() {
        throw new Error('Birthe 010142-1234');
      },
    });
    const page = open({ profiles: hostile, page: 'start' });
    await until('a word', () => textOf(page).trim().length > 20);
    expect(textOf(page)).not.to.contain('Birthe');
  });
});
