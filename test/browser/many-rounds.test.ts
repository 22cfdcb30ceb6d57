/** A clinic with more rounds than anybody chooses among at once: few are drawn, and all can be reached. */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter, Round } from '../../src/define.ts';
import { inDepth } from './in-depth.ts';
import { clickOn, openPanel, panel, placeList } from './list.ts';
import { adapterWith, demens, until } from './stage.ts';

const day = (index: number) =>
  new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);

async function roundPanel(count: number): Promise<HTMLElement> {
  const { id, version } = demens;
  const rounds = Array.from({ length: count }, (_, index): Round => ({
    ...{ id: `${id}#${index + 1}`, revision: 1, profile: { id, version } },
    ...{ asOf: day(index), finished: day(index), members: [] },
  }));
  const adapter: ClinicAdapter = adapterWith({ rounds });
  const list = await placeList({ adapter }, { width: 1000, height: 800 });
  await until('the rounds', () => list.round?.state.phase === 'ready');
  await openPanel(list, 'Runde');
  return panel(list)!;
}

const selects = (of: Element) => [...of.querySelectorAll<HTMLSelectElement>('.range select')];
/** Where the rounds are sought by a date: what the last one is to reach has a date too. */
const finishedBy = (of: Element) =>
  of.querySelector<HTMLInputElement>('input[type=date]:not([name])');
const valuesIn = (select: HTMLSelectElement | undefined) =>
  [...(select?.options ?? [])].map(({ value }) => value);
const said = (of: Element) => of.querySelector('p[role=status]')?.textContent.trim() ?? '';
const named = (of: Element, words: string) =>
  [...of.querySelectorAll('button')].find((each) => each.textContent.trim() === words)!;

it('few rounds are all offered, and nothing else is asked', async () => {
  const opened = await roundPanel(50);
  expect(valuesIn(selects(opened)[0])).to.have.length(50);
  expect(valuesIn(selects(opened)[1])).to.have.length(51);
  expect(finishedBy(opened) === null).to.equal(true);
});

it('of many, 50 are drawn; steps reach every one, and what is chosen stays', async () => {
  const opened = await roundPanel(120);
  expect(opened.querySelectorAll('.range option')).to.have.length(101);
  expect(said(opened)).to.equal('Vælg blandt runde 71 til 120 af 120. Den nyeste er nr. 120.');
  const seen = new Set(valuesIn(selects(opened)[0]));
  for (const words of ['runde 21 til 70', 'runde 1 til 50']) {
    const older = named(opened, 'Ældre runder');
    await clickOn(older);
    await until(words, () => said(opened).includes(words));
    expect((opened.getRootNode() as ShadowRoot).activeElement).to.equal(older);
    for (const value of valuesIn(selects(opened)[0])) seen.add(value);
    // The one that is chosen is among them still.
    expect(selects(opened)[0]!.value).to.match(/#120$/);
    expect(selects(opened)[1]!.value).to.equal('now');
  }
  expect(seen.size).to.equal(120);
  expect(named(opened, 'Ældre runder').ariaDisabled).to.equal('true');
  await clickOn(named(opened, 'Ældre runder'));
  expect(said(opened)).to.include('runde 1 til 50');
  await clickOn(named(opened, 'Nyere runder'));
  await until('newer', () => said(opened).includes('runde 51 til 100'));
});

inDepth('a date goes to the rounds that were finished by then', async () => {
  const opened = await roundPanel(10_000);
  expect(opened.querySelectorAll('.range option')).to.have.length(101);
  const date = finishedBy(opened)!;
  const goTo = async (value: string, words: string) => {
    date.value = value;
    date.dispatchEvent(new Event('change'));
    await until(words, () => said(opened).includes(words));
  };
  await goTo(day(4999), 'runde 4.951 til 5.000');
  expect(valuesIn(selects(opened)[0])).to.include(valuesIn(selects(opened)[1])[0]);
  await goTo('1990-01-01', 'runde 1 til 50');
  await goTo(day(20_000), 'runde 9.951 til 10.000');
  await goTo(day(2), 'runde 1 til 50');
  const earlier = selects(opened)[0]!;
  earlier.value = valuesIn(earlier)[2]!;
  earlier.dispatchEvent(new Event('change'));
  await goTo('', 'runde 9.951 til 10.000');
  expect(selects(opened)[0]!.value, 'the third stays chosen').to.match(/#3$/);
});
