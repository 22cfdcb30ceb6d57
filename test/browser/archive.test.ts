/** The archive's element: what is found, what a version is worth, what differs, and what is put into it. */
import { expect } from '@open-wc/testing';
import { exportJWK, generateKeyPair } from 'jose';
import '../../src/editor.ts';
import type { OverblikArchive } from '../../src/editor.ts';
import {
  ArchiveError,
  exemptionCountsReport,
  memoryArchive,
  readExemptionReports,
  signProfile,
  writeBundle,
  type ProfileArchive,
} from '../../src/archive/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { packages } from '../../fixtures/packages/index.ts';
import { memoryProfiles } from '../../src/adapter/archive.ts';
import { parseProfile } from '../../src/profile/index.ts';
import {
  adapterWith,
  allInside,
  asOf,
  clinic,
  demens,
  inside,
  place,
  textOf,
  until,
} from './stage.ts';

type Document = Readonly<Record<string, unknown>>;
const document = { ...(demens as unknown as Document), status: 'published' };
const older: Document = {
  ...document,
  version: '1.0.0',
  population: { include: { diagnosis: { codes: 'demens' } } },
};

const others = profiles
  .map((each): Document => ({ ...(each as Document), status: 'published' }))
  .filter((each) => each['id'] !== demens.id);

const all = others.length + 1;

async function shown(
  store: unknown = memoryArchive([document, older, ...others]),
  more: object = {},
  size?: { width: number; height: number },
): Promise<OverblikArchive> {
  const element = place('overblik-archive', { store, ...more } as Record<string, unknown>, size);
  await until('the archive', () => inside(element, '.frame[aria-busy=false]'));
  return element;
}

const opened = async (store?: unknown, more: object = {}) => {
  const element = await shown(store, { profileId: demens.id, ...more });
  await until('the document', () => inside(element, '.document'));
  return element;
};
const button = (element: Element, words: string) =>
  allInside(element, 'button').find((each) => each.textContent.trim().startsWith(words));
const press = async (element: Element, words: string) =>
  (await until(`the button ${words}`, () => button(element, words))).click();
const names = (element: Element) =>
  allInside(element, '.result .name').map((each) => each.textContent.trim());
function write(element: Element, text: string) {
  const field = inside<HTMLInputElement>(element, 'input[type=search]')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

describe('search', () => {
  it('finds by words and codes, and says how many', async () => {
    const element = await shown();
    expect(names(element)).to.have.lengthOf(all);
    write(element, 'demens');
    await until('one first', () => names(element)[0] === 'Patienter med demens');
    write(element, 'N06DA02');
    await until('by a code', () => textOf(element).includes(`af ${all} profiler`));
    expect(names(element)).to.include('Patienter med demens');
    write(element, 'findes slet ikke');
    await until('none', () => textOf(element).includes('Ingen profil passer'));
    await press(element, 'Ryd søgning');
    await until('all again', () => names(element).length === all);
  });

  it('narrows by filters with their counts', async () => {
    const element = await shown();
    const choice = allInside(element, '.choice').find((each) =>
      each.textContent.includes('Vaccination'),
    )!;
    const count = Number(choice.querySelector('.count')!.textContent);
    choice.querySelector('input')!.click();
    await until('fewer', () => names(element).length === count);
    expect(count).to.be.lessThan(all).and.greaterThan(0);
  });

  it('opens a profile with the focus on its name, and goes back to where it was', async () => {
    const element = await shown(undefined, {}, { width: 420, height: 700 });
    const wanted = inside(element, `.result[data-id="${demens.id}"]`)!;
    wanted.focus();
    wanted.click();
    const title = await until('its page', () => inside(element, '.page-title'));
    await until('the focus', () => element.shadowRoot!.activeElement === title);
    await press(element, 'Til alle profiler');
    await until(
      'the focus back',
      () => (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset['id'] === demens.id,
    );
  });
});

describe('a version', () => {
  it('shows how it stands, its hash, and the document itself', async () => {
    const element = await opened();
    expect(textOf(element)).to.include('Version 1.1.0 Gældende');
    expect(textOf(element)).to.include('Hvordan finder vi populationen');
    expect(inside(element, '.facts-of .hash')!.title).to.match(/^[\da-f]{64}$/);
  });

  it('says that it is older than the newest, and leads there', async () => {
    const element = await opened(undefined, { profileVersion: '1.0.0' });
    expect(textOf(element)).to.include('Dette er en ældre version');
    await press(element, 'Vis version 1.1.0');
    await until('the newest', () => textOf(element).includes('Version 1.1.0 Gældende'));
  });

  it('is chosen with its document', async () => {
    const element = await opened();
    let detail: unknown;
    element.addEventListener('overblik-profile-chosen', (event) => (detail = event.detail));
    await press(element, 'Brug version 1.1.0');
    expect(detail).to.deep.equal({ id: demens.id, version: '1.1.0', document });
  });
});

describe('signatures', () => {
  const made = (async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const signature = await signProfile(document, await exportJWK(pair.privateKey));
    return { signature, trusted: [{ name: 'DSAM', key: await exportJWK(pair.publicKey) }] };
  })();

  it('are told by whom the host trusts', async () => {
    const { signature, trusted } = await made;
    const store = memoryArchive([{ document, signatures: [signature] }]);
    expect(textOf(await opened(store, { trusted }))).to.include('Signeret af DSAM');
    const unknown = await opened(store);
    expect(textOf(unknown)).to.include('Signeret af en ukendt');
    expect(button(unknown, 'Brug profilen')).to.not.equal(undefined);
  });

  it('that do not fit keep a version from being used', async () => {
    const { signature, trusted } = await made;
    const changed = { ...document, title: { da: 'Ændret' } };
    const store = memoryArchive([{ document: changed, signatures: [signature] }]);
    const element = await opened(store, { trusted });
    expect(inside(element, '[role=alert]')!.textContent).to.include('Signaturen passer ikke');
    expect(button(element, 'Brug profilen')).to.equal(undefined);
  });
});

describe('the difference', () => {
  it('in words and codes at once, in patients when it is asked for, each of whom opens the journal', async () => {
    const element = await opened();
    await press(element, 'Forskel');
    await until('words', () => textOf(element).includes('Hvad er ændret'));
    expect(textOf(element)).to.include('Hvem der er med');
    await press(element, 'Vis, hvem der kommer og går');
    const come = await until('patients', () => inside(element, '[data-way=come]'));
    const counted = Number(inside(element, '.movement .come dd')!.textContent);
    expect(counted).to.be.greaterThan(0);
    expect(come.textContent).to.include('i version 1.1.0');
    const details = come.querySelector('details')!;
    details.open = true;
    let asked: unknown;
    element.addEventListener('overblik-open-journal', (event) => {
      asked = event.detail.context;
      event.preventDefault();
    });
    const people = details.querySelectorAll<HTMLElement>('.people button');
    expect(people.length).to.equal(Number(details.querySelector('.number')!.textContent));
    people[0]!.click();
    expect(asked).to.deep.include({ profile: { id: demens.id, version: '1.1.0' } });
  });

  it('without a clinic says that, and never nobody', async () => {
    const element = await opened(undefined, { adapter: undefined });
    await press(element, 'Forskel');
    await until('that', () => textOf(element).includes('Uden en klinik kan det ikke vises'));
    expect(inside(element, '.movement')).to.equal(null);
  });

  it('of a clinic that fails says that, and never nobody', async () => {
    const failing = { ...adapterWith(), describe: () => Promise.reject(new Error('010203-1234')) };
    const element = await opened(undefined, { adapter: failing });
    await press(element, 'Forskel');
    await press(element, 'Vis, hvem der kommer og går');
    await until('that', () => textOf(element).includes('Patienterne kunne ikke hentes'));
    expect(textOf(element)).to.not.include('010203');
    expect(inside(element, '.movement')).to.equal(null);
  });

  it('compares a version that is chosen among all', async () => {
    const element = await opened();
    await press(element, 'Versioner');
    await press(element, 'Sammenlign');
    await until('the difference', () => textOf(element).includes('Hvad er ændret'));
    const [from, to] = allInside(element, '.sides select') as HTMLSelectElement[];
    expect([from!.value, to!.value]).to.deep.equal(['1.0.0', '1.1.0']);
    from!.value = '1.1.0';
    from!.dispatchEvent(new Event('change'));
    await until('nothing', () => textOf(element).includes('Intet er forskelligt'));
  });
});

describe('putting in and taking back', () => {
  const dialog = (element: Element) => until('a question', () => inside(element, 'dialog[open]'));
  const answer = async (element: Element, text: string, yes: string) => {
    const asked = await dialog(element);
    asked.querySelector('input')!.value = text;
    [...asked.querySelectorAll('button')].find((each) => each.textContent.trim() === yes)!.click();
    return asked;
  };

  it('withdraws with a reason, which is asked for', async () => {
    const element = await opened();
    const told: unknown[] = [];
    element.addEventListener('overblik-archive-changed', (event) => told.push(event.detail));
    await press(element, 'Træk tilbage');
    const asked = await answer(element, ' ', 'Træk tilbage');
    expect(asked.textContent).to.include('Skriv, hvorfor');
    await answer(element, 'Finder for få', 'Træk tilbage');
    await until('the reason', () =>
      textOf(element).includes('Trukket tilbage 24. november 2026: Finder for få'),
    );
    expect(told).to.deep.equal([{ deed: 'withdrawn', versions: [`${demens.id} 1.1.0`] }]);
    expect(button(element, 'Brug version 1.1.0')).to.equal(undefined);
  });

  it('publishes a draft under a number that is higher', async () => {
    const draft = { ...document, version: '1.1.0-udkast', status: 'draft' };
    const element = await opened(memoryArchive([document, draft]), {
      profileVersion: '1.1.0-udkast',
    });
    await press(element, 'Udgiv');
    const asked = await answer(element, '1.0.9', 'Udgiv');
    expect(asked.textContent).to.include('højere end 1.1.0');
    await answer(element, '1.2.0', 'Udgiv');
    await until('it', () => textOf(element).includes('Version 1.2.0 Gældende'));
  });

  it('imports each document by itself', async () => {
    const element = await shown(memoryArchive([document]));
    const bundle = writeBundle([
      { document: older },
      { document: { ...document, title: { da: 'X' } } },
    ]);
    await element.importFiles([
      new File([bundle], 'bundt.json'),
      new File(['{"id":"dk.x","version":"1.0.0"}'], 'en.json'),
      new File(['hej'], 'hej.json'),
    ]);
    await until('what came', () => inside(element, '.imported'));
    const said = textOf(element);
    for (const words of [
      `${demens.id} 1.0.0 kom i arkivet`,
      `${demens.id} 1.1.0 er i arkivet med et andet indhold`,
      'dk.x 1.0.0 er ingen profil',
      'Filen er hverken et bundt',
    ])
      expect(said).to.include(words);
  });

  it('exports what an import reads', async () => {
    const element = await shown(memoryArchive([document, older]));
    const files: File[] = [];
    element.addEventListener('overblik-export', (event) => {
      event.preventDefault();
      files.push(new File([event.detail.file], event.detail.name));
    });
    await press(element, 'Eksportér alle');
    const [file] = await until('the file', () => files[0] && files);
    const other = await shown(memoryArchive());
    await other.importFiles([file!]);
    await until('both', () => textOf(other).includes('1.1.0 kom i arkivet'));
  });

  it('says where the archive takes nothing', async () => {
    const store: ProfileArchive = {
      ...memoryArchive([document]),
      withdraw: () => Promise.reject(new Error('no')),
    };
    const element = await opened(store);
    await press(element, 'Træk tilbage');
    await answer(element, 'Fejl', 'Træk tilbage');
    await until('that', () => textOf(element).includes('Arkivet tog ikke imod det'));
  });

  it('offers nothing where the store cannot', async () => {
    const element = await opened(memoryProfiles([document, older]));
    for (const words of ['Træk tilbage', 'Importér', 'Udgiv'])
      expect(button(element, words)).to.equal(undefined);
    expect(textOf(element)).to.include('Ikke signeret');
  });
});

it('exemptions come back by reasons, without patients', async () => {
  const outcome = parseProfile(document);
  if (!outcome.ok) throw new Error('a profile');
  const [marker] = outcome.profile.markers ?? [];
  const report = exemptionCountsReport(
    [{ marker: marker!.id, reason: 'disagree', patientIds: Array.from({ length: 12 }, String) }],
    outcome.profile,
    asOf,
  );
  const store = memoryArchive([document], { exemptions: { [demens.id]: [report, 'hej'] } });
  const element = await opened(store);
  await press(element, 'Undtagelser');
  await until('the table', () => inside(element, '.tab-panel table'));
  const row = allInside(element, '.tab-panel tr').find((each) =>
    each.textContent.includes('Antipsykotika'),
  );
  expect(row!.textContent).to.match(/\b10\b/);
  expect(textOf(element)).to.include('Én indberetning kunne ikke læses');
});

it('the clinic’s own report is a file of rounded numbers, which the host may take', async () => {
  const members = clinic.patients.slice(0, 7).map(({ patient }) => ({
    ...{ patientId: patient.id, status: 'to-follow-up' as const },
    exemptions: [{ marker: 'antipsykotika', reason: 'declined' as const, note: 'hemmeligt' }],
  }));
  const round = {
    ...{ id: 'dk.demens#1', revision: 1, asOf, members },
    profile: { id: 'dk.demens', version: '1.1.0' },
  };
  const rounds = { list: () => Promise.resolve([round]), save: () => Promise.reject(new Error()) };
  const element = await shown(memoryArchive([document]), {
    adapter: { ...adapterWith(), rounds },
    ...{ profileId: demens.id, openAt: 'exemptions' },
  });
  const files: Blob[] = [];
  element.addEventListener('overblik-export', (event) => {
    event.preventDefault();
    files.push(event.detail.file);
  });
  await press(element, 'Lav klinikkens indberetning');
  const [file] = await until('the file', () => files[0] && files);
  const text = await file!.text();
  expect(text).to.not.match(/hemmeligt|patientId/);
  expect(readExemptionReports([text], demens.id).summaries[0]).to.deep.include({
    ...{ version: '1.1.0', clinics: 1 },
  });
  expect(text).to.include('"count": 5');
});

describe('what goes wrong', () => {
  it('is told in words, with a way to try again', async () => {
    let fails = true;
    const archive = memoryArchive([document]);
    const store: ProfileArchive = {
      ...archive,
      contents: (signal) =>
        fails
          ? Promise.reject(new ArchiveError('no-index', 'index.json'))
          : archive.contents(signal),
    };
    const element = await shown(store);
    expect(textOf(element)).to.include('Arkivets indeks (index.json) findes ikke.');
    fails = false;
    await press(element, 'Prøv igen');
    await until('it', () => names(element).length === 1);
  });

  it('of what a host throws nothing is shown', async () => {
    const store = {
      list: () => Promise.reject(new Error('Birthe 010203-1234')),
      load: () => Promise.reject(new Error('Birthe 010203-1234')),
    };
    const element = await shown(store);
    expect(textOf(element)).to.include('Arkivet svarer ikke');
    expect(textOf(element)).to.not.include('Birthe');
  });

  it('leaves the rest: what cannot be read is told', async () => {
    const element = await shown(memoryArchive([document, { id: 'dk.x', version: '1.0.0' }]));
    expect(names(element)).to.have.lengthOf(1);
    expect(textOf(element)).to.include('dk.x 1.0.0 er ingen profil');
  });

  it('says what is not there', async () => {
    expect(textOf(await shown(undefined, { store: undefined }))).to.include(
      'Intet arkiv er forbundet',
    );
    expect(textOf(await shown(memoryArchive()))).to.include('Arkivet er tomt');
  });

  const thrown = () => {
    throw new Error('Birthe 010203-1234');
  };
  for (const [what, store] of Object.entries<unknown>({
    'a word': 'hej',
    'a number': 7,
    'an empty object': {},
    'a list that is none': { list: () => Promise.resolve('hej'), load: thrown },
    'a list of nothing': { list: () => Promise.resolve([null, 7, {}]), load: thrown },
    'an archive that answers nothing': { contents: () => Promise.resolve(undefined) },
    'entries that are none': { contents: () => Promise.resolve({ entries: 7 }) },
    'entries of nothing': { contents: () => Promise.resolve({ entries: [null, {}, { id: 'x' }] }) },
    'what throws': { contents: thrown },
    'what cannot be read': Object.defineProperty({}, 'contents', { get: thrown }),
  }))
    it(`a store that is ${what} is told, and nothing of what it throws`, async () => {
      const element = place('overblik-archive', { store } as Record<string, unknown>);
      await until('something', () =>
        /kunne ikke læses|kan ikke læses|svarer ikke|Arkivet er tomt/.test(textOf(element)),
      );
      expect(textOf(element)).to.not.include('Birthe');
    });

  for (const trusted of [null, 'hej', [null], [{ name: 'X' }], [{ name: 'X', key: { kty: 'EC' } }]])
    it(`trusting ${JSON.stringify(trusted)} trusts nobody`, async () => {
      const element = await shown(memoryArchive([{ document, signatures: ['a..b'] }]), {
        profileId: demens.id,
        trusted,
      });
      await until('an answer', () => inside(element, '.page-title'));
      await until('no trust', () => /Signaturen passer ikke/.test(textOf(element)));
      expect(textOf(element)).to.not.include('Signeret af');
    });

  it('another store takes the place of one that answers late', async () => {
    let late!: (contents: { entries: []; problems: [] }) => void;
    const slow: ProfileArchive = {
      ...memoryArchive(),
      contents: () => new Promise((resolve) => (late = resolve as typeof late)),
    };
    const element = place('overblik-archive', { store: slow });
    await until('it is asked', () => late);
    element.store = memoryArchive([document]);
    await until('the other', () => names(element).length === 1);
    late({ entries: [], problems: [] });
    await element.updateComplete;
    expect(names(element)).to.have.lengthOf(1);
  });
});

describe('a cluster package in the archive', () => {
  const id = 'dk.klynge.demens-antipsykotika';
  const [pack] = packages.map((each) => ({ ...(each as Document), status: 'published' }));

  it('is a document of its own, whose profile is a click away', async () => {
    const element = await shown(memoryArchive([document, ...others, pack]), { profileId: id });
    await until('the package', () => inside(element, '.package'));
    expect(inside(element, '.package')!.textContent).to.contain(
      'Er det et relevant klinisk problem?',
    );
    expect(allInside(element, '[role=tab]').map((each) => each.textContent.trim())).to.eql([
      'Klyngepakke',
      'Versioner',
    ]);
    await until('the titles of its profiles', () =>
      inside(element, '.package')!.textContent.includes('Andel i antipsykotisk behandling'),
    );
    button(element, 'dk.demens 1.1.0')!.click();
    await until('the profile', () => inside(element, '.document'));
    expect(element.profileId).to.equal('dk.demens');
  });

  it('is chosen by an event of its own, and a profile never is by it', async () => {
    const element = await shown(memoryArchive([document, pack]), { profileId: id });
    await until('the package', () => inside(element, '.package'));
    let chosen: unknown;
    element.addEventListener(
      'overblik-package-chosen',
      (event) => (chosen = event.detail.document),
    );
    element.addEventListener('overblik-profile-chosen', () => (chosen = 'a profile'));
    button(element, 'Brug klyngepakken')!.click();
    expect(chosen).to.eql(pack);
  });

  it('is found by its kind alone', async () => {
    const element = await shown(memoryArchive([document, ...others, pack]));
    inside<HTMLElement>(element, '.filters summary')!.click();
    const [kind] = allInside(element, '.filters fieldset');
    const [, own] = [...kind!.querySelectorAll('input')];
    own!.click();
    await until('one result', () => allInside(element, '.result').length === 1);
    expect(inside(element, '.result')!.textContent).to.contain('Klyngepakke');
  });
});
