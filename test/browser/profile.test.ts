/** The profile viewer: what it says, of what it cannot read, what the clinic can answer, and the way to a part. */
import { expect } from '@open-wc/testing';
import { profiles } from '../../fixtures/profiles/index.ts';
import { adapterWith, allInside, asOf, demens, inside, place, textOf, until } from './stage.ts';
import { deepFocus } from './worklist.ts';

const shown = (element: Element) => until('the document', () => inside(element, '.document'));
const answered = (element: Element) =>
  until('the clinic’s answer', () => inside(element, '.frame[aria-busy=false] .answers'));

it('the programme’s three questions, with its table, and the codes by name', async () => {
  const element = place('overblik-profile');
  await answered(element);
  const said = textOf(element);
  for (const words of ['Formål', 'Hvordan finder vi populationen', 'Hvad vil vi gerne vide'])
    expect(said).to.include(words);
  const heads = allInside(element, '.rules th[scope=col]').map((each) => each.textContent?.trim());
  expect(heads.slice(0, 3)).to.deep.equal(['Kriterier', 'Beskrivelse', 'Regler']);
  expect(said).to.include('P70 demens');
  expect(said).to.include('Version 1.1.0');
  expect(said).to.include('Ikke fagligt godkendt');
});

it('each of the programme’s profiles, in both languages, by no call for patients', async () => {
  let calls = 0;
  const adapter = adapterWith();
  const counted = {
    ...adapter,
    records: (...given: Parameters<NonNullable<typeof adapter.records>>) => {
      calls++;
      return adapter.records!(...given);
    },
  };
  const element = place('overblik-profile', { adapter: counted });
  for (const lang of ['da', 'en'])
    for (const profile of profiles) {
      element.lang = lang;
      element.profile = profile;
      await element.updateComplete;
      await answered(element);
      expect(inside(element, 'h2')!.textContent).to.equal(
        (profile as typeof demens).title[lang as 'da'],
      );
      expect(inside(element, '.fault')).to.equal(null);
    }
  expect(calls).to.equal(0);
});

it('of a broken document the errors stand at their places, and the rest is shown', async () => {
  const broken = structuredClone(demens) as unknown as {
    markers: Record<string, unknown>[];
    codes: Record<string, { include: string[] }>;
    title: object;
  };
  delete broken.markers[1]!['when'];
  broken.codes['antipsykotika']!.include = [];
  broken.title = {};
  const element = place('overblik-profile', { profile: broken });
  await shown(element);
  const faults = allInside(element, '.fault').map(({ dataset }) => dataset['fault']);
  expect(faults).to.include.members(['/title', '/markers/1', '/codes/antipsykotika']);
  expect(textOf(element)).to.include('Den bruger kodesættet antipsykotika');
  // A profile cannot be half used: how many it finds is no business of the viewer.
  expect(textOf(element)).to.include('Profilen kan ikke bruges');
  expect(textOf(element)).to.include('Ingen psykometrisk test');
  expect(textOf(element)).to.not.include('undefined');
});

for (const [what, profile] of [
  ['no JSON', '{"format":'],
  ['a list', []],
  ['a newer format', { ...demens, format: 'overblik-profile/9' }],
  ['nothing but a format', { format: 'overblik-profile/1' }],
] as const)
  it(`${what} is told, and nothing else`, async () => {
    const element = place('overblik-profile', { profile });
    await shown(element);
    expect(inside(element, '.fault')).to.not.equal(null);
    expect(textOf(element)).to.not.include('diagnosis');
  });

it('what a source that is missing would tell is unknown, and never a no', async () => {
  const adapter = adapterWith();
  const lacking = {
    ...adapter,
    describe: async (signal: AbortSignal) => {
      const description = await adapter.describe(signal);
      return {
        ...description,
        coverage: { ...description.coverage, medication: { available: false } },
      };
    },
  };
  const element = place('overblik-profile', { adapter: lacking });
  await answered(element);
  expect(inside(element, '.answer.no')!.textContent).to.include('ukendt, ikke nej');
  const entries = allInside(element, '.entry').map((each) => each.textContent ?? '');
  const own = entries.find((each) => each.includes('Gennemgå behovet'));
  expect(own).to.include('Kan ikke afgøres her');
});

it('a clinic that does not answer is asked again', async () => {
  const element = place('overblik-profile', { adapter: adapterWith({ failAt: 'describe' }) });
  await until('the failure', () => textOf(element).includes('svarede ikke'));
  expect(textOf(element)).to.include('Hvordan finder vi populationen');
});

it('it opens at a part, and tells which part a link is wanted to', async () => {
  const element = place('overblik-profile', { links: true, openAt: 'history' });
  await until('the part', () => deepFocus()?.matches('[data-place=history]'));
  const told: unknown[] = [];
  element.addEventListener('overblik-profile-link', ({ detail }) => told.push(detail));
  inside(element, '.heading:has([data-place=purpose]) .to-link')!.click();
  expect(told).to.deep.equal([{ profileId: 'dk.demens', version: '1.1.0', part: 'purpose' }]);
});

it('asked for the same part once more, it opens there once more', async () => {
  const element = place('overblik-profile', { openAt: 'history' });
  await until('the part', () => deepFocus()?.matches('[data-place=history]'));
  element.openAt = undefined;
  await element.updateComplete;
  inside(element, '[data-place=title]')!.focus();
  element.openAt = 'history';
  await until('the part again', () => deepFocus()?.matches('[data-place=history]'));
});

it('an id that none has shows no other', async () => {
  const element = place('overblik-profile', { profileId: 'dk.demns' });
  await until('that there is none', () => textOf(element).includes('Profilen findes ikke'));
  expect(textOf(element)).to.include('dk.demens');
  expect(inside(element, '.document')).to.equal(null);
});

it('axe finds nothing, whole and broken', async () => {
  const whole = place('overblik-profile', { links: true, asOf });
  await answered(whole);
  await expect(whole).to.be.accessible();
  const broken = place('overblik-profile', { profile: { ...demens, title: {} } });
  await shown(broken);
  await expect(broken).to.be.accessible();
});
