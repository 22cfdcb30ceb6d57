/** What stands with every result: by which definition it was made, and whether that is the newest. */
import { expect } from '@open-wc/testing';
import '../../src/editor.ts';
import { tripleWhammy } from '../../fixtures/profiles/index.ts';
import { memoryArchive } from '../../src/archive/index.ts';
import { definitionHash, parseProfile, type ClinicAdapter } from '../../src/define.ts';
import { adapterWith, allInside, clinic, demens, inside, place, textOf, until } from './stage.ts';

const newer = { ...demens, version: '9.0.0' };

function withArchive(profiles: ClinicAdapter['profiles']): ClinicAdapter {
  return { ...adapterWith(), profiles: profiles! };
}

async function ownHash(): Promise<string> {
  const outcome = parseProfile(demens);
  return outcome.ok ? (await definitionHash(outcome.profile))! : '';
}

const screens = {
  list: (adapter: ClinicAdapter) => place('overblik-population', { adapter }),
  cockpit: (adapter: ClinicAdapter) =>
    place('overblik-cockpit', { adapter, patientId: clinic.patients[0]!.patient.id }),
  viewer: (adapter: ClinicAdapter) => place('overblik-profile', { adapter }),
};

it('the editor says that the archive has a newer version than what is written on', async () => {
  const adapter = withArchive(memoryArchive([demens, newer]));
  const element = place('overblik-profile-editor', { adapter, profile: demens });
  await until('that it is older', () => textOf(element).includes('arkivet har version 9.0.0'));
});

const overviews = {
  'start page': (adapter: ClinicAdapter) =>
    place('overblik-workspace', { adapter, profiles: [demens, tripleWhammy] }),
  marker: (adapter: ClinicAdapter) =>
    place('overblik-marker', {
      ...{ adapter, profiles: [demens, tripleWhammy] },
      patientId: clinic.patients[0]!.patient.id,
    }),
};

/** What an overview of several profiles says of the archive: in sight, or at hand where there is no room. */
function saidOf(element: Element): string {
  const rows = allInside(element, '.start tr[data-id] .wrong, .marker:has(.archived)');
  return rows.map((each) => each.title).join('\n');
}

for (const [name, show] of Object.entries(overviews)) {
  it(`the ${name} marks the profile that the archive has a newer version of, and no other`, async () => {
    const element = show(withArchive(memoryArchive([demens, newer, tripleWhammy])));
    await until('that it is older', () => saidOf(element).includes('arkivet har version 9.0.0'));
    expect(saidOf(element).match(/ældre version/g)).to.have.length(1);
  });

  it(`the ${name} marks the profile that was withdrawn`, async () => {
    const archive = memoryArchive([demens, tripleWhammy]);
    const { signal } = new AbortController();
    const withdrawal = { reason: 'Fejl', on: '2026-11-01' };
    await archive.withdraw!(demens.id, demens.version, withdrawal, signal);
    const element = show(withArchive(archive));
    await until('that it is withdrawn', () => saidOf(element).includes('trukket tilbage'));
  });
}

it('the start page has the hash of each definition at hand', async () => {
  const element = overviews['start page'](adapterWith());
  const hash = await ownHash();
  const own = `.start tr[data-id="${demens.id}"] .purpose`;
  await until('the hash', () => inside<HTMLElement>(element, own)?.title.includes(hash));
});

it('the cockpit names the profile that is older, among several', async () => {
  const variant = { ...demens, id: 'klinik.demens', title: { da: 'Klinikkens egen' } };
  const member = clinic.patients.find(({ diagnoses = [] }) =>
    diagnoses.some(({ code }) => code === 'P70'),
  );
  const element = place('overblik-cockpit', {
    adapter: withArchive(memoryArchive([demens, newer, variant])),
    ...{ profiles: [variant, demens], profileId: 'all', patientId: member!.patient.id },
  });
  const said = `${demens.title.da} ${demens.version} er en ældre version`;
  await until('which is older', () => textOf(element).includes(said));
});

for (const [name, show] of Object.entries(screens)) {
  it(`the ${name} shows the hash of the definition, with the whole at hand`, async () => {
    const element = show(adapterWith());
    const hash = await ownHash();
    const mark = await until('the hash', () => inside(element, '.hash'));
    expect(mark.textContent).to.equal(hash.slice(0, 8));
    expect(mark.closest<HTMLElement>('[title]')!.title).to.contain(hash);
  });

  it(`the ${name} says that there is a newer version, and asks the archive once`, async () => {
    const archive = memoryArchive([demens, newer]);
    let asked = 0;
    const list: typeof archive.list = (signal) => {
      asked++;
      return archive.list(signal);
    };
    const adapter = withArchive({ ...archive, list });
    const element = show(adapter);
    await until('that it is older', () => textOf(element).includes('arkivet har version 9.0.0'));
    element.remove();
    document.body.append(element);
    await until('again', () => textOf(element).includes('arkivet har version 9.0.0'));
    expect(asked).to.equal(1);
  });

  it(`the ${name} says that the version was withdrawn`, async () => {
    const archive = memoryArchive([demens]);
    const { signal } = new AbortController();
    await archive.withdraw!(
      demens.id,
      demens.version,
      { reason: 'Fejl', on: '2026-11-01' },
      signal,
    );
    const element = show(withArchive(archive));
    await until('that it is withdrawn', () => textOf(element).includes('trukket tilbage'));
  });

  for (const [what, list] of Object.entries({
    throws: () => Promise.reject(new Error('CPR 010203-1234')),
    'answers something else': () => Promise.resolve('hej' as never),
    'never answers': () => new Promise<never>(() => undefined),
  }))
    it(`the ${name} is no worse for an archive that ${what}`, async () => {
      const failures: string[] = [];
      const element = show(withArchive({ list, load: () => Promise.reject(new Error()) }));
      element.failureHandler = ({ call }) => failures.push(call);
      await until('the hash', () => inside(element, '.hash'));
      expect(textOf(element)).to.not.match(/arkivet|CPR 0102/);
      expect(allInside(element, '.notice.critical').length).to.equal(0);
    });
}
