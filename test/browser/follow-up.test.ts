/** The start page tells what the cluster's meetings left to be followed up, and opens the lists that move it. */
import { expect } from '@open-wc/testing';
import type { FollowUp } from '../../src/index.ts';
import { tripleWhammy } from '../../fixtures/profiles/index.ts';
import { adapterWith, allInside, demens, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 720 };
const followUp = {
  id: 'dk.klynge.demens',
  title: { da: 'Antipsykotika ved demens' },
  met: '2026-11-24',
  due: '2027-02-24',
  agreed: 'Hver klinik gennemgår listen.\n<b>Ikke kode</b>',
  indicators: [
    {
      profileId: 'dk.demens',
      indicatorId: 'antipsykotika',
      title: { da: 'Andel i antipsykotisk behandling' },
      better: 'lower',
    },
    { profileId: 'dk.ukendt', indicatorId: 'x', title: { da: 'Findes ikke her' } },
  ],
};
const open = async (followUps: unknown, more: object = {}) => {
  const page = place(
    'overblik-workspace',
    {
      ...{ adapter: adapterWith(), profiles: [demens, tripleWhammy], ...more },
      followUps: followUps as readonly FollowUp[] | undefined,
    },
    size,
  );
  await until('the page', () => inside(page, '.start table'));
  return page;
};
const buttons = (page: Element) => allInside(page, '.follow-ups button');

describe('follow-up of a cluster meeting', () => {
  it('is not there where there is none', async () => {
    expect(inside(await open(undefined), '.follow-ups')).to.equal(null);
  });

  it('says when the figures come, what was agreed, and opens the list as the meeting counted it', async () => {
    const page = await open([followUp]);
    const text = inside(page, '.follow-ups')!.textContent;
    expect(text).to.contain('Opfølgning fra klyngemødet');
    expect(text).to.contain('Nye tal 24. feb. 2027');
    expect(text).to.contain('<b>Ikke kode</b>');
    // A list that the host does not have is not offered.
    expect(buttons(page)).to.have.length(2);
    buttons(page)[0]!.click();
    await until('the list', () => page.page === 'list' && page.profileId === 'dk.demens');
    await until('narrowed', () =>
      textOf(inside(page, 'overblik-population')!).includes('Andel i antipsykotisk behandling'),
    );
  });

  it('tells when newer figures are here, and asks the host for them', async () => {
    const page = await open([{ ...followUp, figures: '2027-01-01' }]);
    expect(textOf(page)).to.contain('Nye tal er kommet (pr. 1. jan. 2027)');
    let asked: unknown;
    page.addEventListener('overblik-figures-asked', ({ detail }) => (asked = detail));
    buttons(page).at(-1)!.click();
    expect(asked).to.deep.equal({ id: 'dk.klynge.demens' });
  });

  it('tells what cannot be read, and shows the rest', async () => {
    const told: unknown[] = [];
    const page = await open(undefined);
    page.addEventListener('overblik-problem', ({ detail }) => told.push(detail));
    page.followUps = [followUp, { id: 7 }] as never;
    await until('shown', () => inside(page, '.follow-ups'));
    expect(told).to.deep.include({ kind: 'unusable', field: 'followUps', count: 1 });
    expect(allInside(page, '.follow-ups li')).to.have.length(1);
  });
});
