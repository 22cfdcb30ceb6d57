/** The shared view in the cockpit: only what was shared, no longer than it was shared, and never a mix-up. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  parseProfile,
  type CockpitShareWish,
  type OpenedShare,
  type PatientRecords,
  type ShareOpenedDetail,
  type ShareOpener,
  type ShareRefusal,
  type Sharer,
} from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import {
  definitionsOf,
  makeShare,
  newKeys,
  openShare,
  sealShare,
  type OpenOptions,
  type Recipient,
} from '../../src/share/index.ts';
import { holdTimers, type HeldTimers } from './held-timers.ts';
import { allInside, clinic, demens, drawn, inside, place, textOf, until } from './stage.ts';

const records: PatientRecords = {
  patient: {
    id: 'p',
    cpr: '0101419996',
    name: 'Birthe Prøve',
    birthDate: '1942-01-01',
    sex: 'female',
  },
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2025-09-03' }],
  services: [{ code: '0101', text: 'Hemmelig konsultation', at: '2026-10-02' }],
  results: [],
  appointments: [],
  referrals: [],
  letters: [],
};
const own = faultyAdapter(
  {
    description: clinic.description,
    patients: [
      records,
      { ...records, patient: { ...records.patient, id: 'q', name: 'Carl Egen' } },
    ],
  },
  {
    actions: [{ id: 'a', label: { da: 'Læg i kø' }, scope: 'one', run: () => Promise.resolve([]) }],
  },
);
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

async function desk(until: string, host: Partial<OpenOptions> = {}) {
  const [clinicKeys, hospital] = [await newKeys('sign'), await newKeys('open')];
  const recipient: Recipient = {
    name: 'Bo Overlæge',
    organisation: 'Sygehuset',
    keys: [hospital.publicKey],
  };
  const seal = (wish: Partial<CockpitShareWish<Recipient>> = {}) =>
    sealShare(
      makeShare({
        patient: records,
        description: clinic.description,
        profiles: [demens],
        include: ['diagnosis', 'medication'],
        recipients: [recipient],
        purpose: 'Indlæggelse',
        from: minutes(-60),
        until,
        asOf: '2026-11-24',
        sharedBy: { name: 'Anne Læge', organisation: 'Lægehuset' },
        ...wish,
      }),
      clinicKeys,
    );
  const opener: ShareOpener = (envelope) =>
    openShare(envelope, {
      recipientKeys: [hospital],
      trustedSenders: [{ name: 'Lægehuset (080001)', keys: [clinicKeys.publicKey] }],
      now: new Date().toISOString(),
      ...host,
    });
  return { seal, opener, recipient };
}

const nobody = { adapter: undefined, profiles: [], asOf: undefined };

it('shows only what was shared, with who, what for and until when, and nothing to do', async () => {
  const { seal, opener } = await desk(minutes(60));
  const reports: ShareOpenedDetail[] = [];
  const cockpit = place('overblik-cockpit', nobody, { width: 1200, height: 900 });
  cockpit.addEventListener('overblik-share-opened', ({ detail }) => reports.push(detail));
  // Even where the page holds a clinic of its own.
  Object.assign(cockpit, {
    adapter: own,
    profiles: [demens],
    patientId: 'q',
    sharer: { recipients: [], share: () => Promise.resolve() },
  });
  Object.assign(cockpit, { opener, envelope: await seal() });
  const banner = await until('banner', () => inside(cockpit, '[part=shared]'));
  await drawn(cockpit);
  const words = banner.textContent.replaceAll(/\s+/g, ' ');
  expect(words).to.contain('Anne Læge, Lægehuset').and.to.contain('Lægehuset (080001)');
  expect(words)
    .to.contain('Bo Overlæge, Sygehuset')
    .and.to.contain('Indlæggelse')
    .and.to.contain('Udløber');
  expect(words).to.contain('Der er delt: diagnoser, medicin.');
  const text = textOf(cockpit);
  expect(text).to.contain('Quetiapin').and.to.contain('P70 Demens');
  expect(text).not.to.match(
    /Carl Egen|Hemmelig|Læg i kø|Åbn journal|Udskriv|Giv kiggeadgang|Undtag/,
  );
  expect(inside(cockpit, '[part=round]')).to.equal(null);
  expect(inside(cockpit, '.link')).to.equal(null);
  expect(text).to.contain('Ydelserikke delt').and.to.contain('praksis kan ikke afgøres');
  expect(reports.map(({ result }) => result)).to.deep.equal(['opened']);
  expect(reports[0]?.shareId).to.match(/^[\w-]{36}$/);
});

it('shows the hash of the definition that the sender saw the patient by, with the whole at hand', async () => {
  const { seal, opener } = await desk(minutes(60));
  const outcome = parseProfile(demens);
  if (!outcome.ok) throw new Error();
  const definitions = await definitionsOf([outcome.profile]);
  const cockpit = place('overblik-cockpit', { ...nobody, opener });
  Object.assign(cockpit, { envelope: await seal({ definitions }) });
  const mark = await until('the hash', () => inside(cockpit, '[part=shared] .hash'));
  const { hash } = definitions[0]!;
  expect(mark.textContent).to.equal(hash.slice(0, 8));
  expect(mark.closest<HTMLElement>('[title]')!.title).to.contain(hash).and.to.contain('afsenderen');
  // Not that of what was cut for the share.
  expect(allInside(cockpit, '.hash').length).to.equal(1);
  const without = place('overblik-cockpit', { ...nobody, opener });
  Object.assign(without, { envelope: await seal() });
  await until('what is shared', () => inside(without, '[part=shared]'));
  expect(inside(without, '.hash')).to.equal(null);
});

it('a refusal says why and what to do, and shows nobody', async () => {
  const { seal, opener } = await desk(minutes(60));
  const { opener: stranger } = await desk(minutes(60));
  const sealed = await seal();
  const middle = Math.floor(sealed.length / 2);
  const altered =
    sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
  const expired = await (await desk(minutes(60))).seal({ from: minutes(-90), until: minutes(-1) });
  const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'q', opener });
  for (const [envelope, by, why, result] of [
    [altered, opener, 'beskadiget eller ændret', 'altered'],
    [sealed.slice(0, 300), opener, 'ikke kommet helt frem', 'unreadable'],
    [sealed, stranger, 'ikke delt med dig', 'wrong-key'],
    [expired, undefined, 'kunne ikke åbnes', 'not-checked'],
  ] as const) {
    const told = new Promise<string>((resolve) => {
      cockpit.addEventListener('overblik-share-opened', ({ detail }) => resolve(detail.result), {
        once: true,
      });
    });
    Object.assign(cockpit, { envelope, opener: by });
    await until(why, () => textOf(cockpit).includes(why));
    expect(await told).to.equal(result);
    expect(textOf(cockpit)).not.to.match(/Birthe|Carl/);
    expect(inside(cockpit, '[role=alert]')).to.not.equal(null);
  }
});

describe('a share of two minutes', () => {
  const { now } = Date;
  const { now: onPage } = performance;
  /** When the page looks at its clocks again: none of its time passes but here, however long it takes to open it. */
  let looks: HeldTimers;
  beforeEach(() => {
    looks = holdTimers((delay) => delay >= 50_000);
  });
  afterEach(() => {
    Date.now = now;
    performance.now = onPage;
  });

  const setClock = (minutes: number) => (Date.now = () => now() + minutes * 60_000);
  /** Time goes on by the clock that nobody sets. */
  const pass = (minutes: number) => {
    performance.now = () => onPage.call(performance) + minutes * 60_000;
    expect(looks.waiting).to.equal(1);
    looks.run();
  };

  it('goes off the screen when its time has passed, and when the envelope is taken away', async () => {
    const { seal, opener } = await desk(minutes(60));
    const results: string[] = [];
    const cockpit = place('overblik-cockpit', { ...nobody, opener });
    cockpit.addEventListener('overblik-share-opened', ({ detail }) => results.push(detail.result));
    cockpit.envelope = await seal({ until: minutes(2) });
    await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
    setClock(1);
    pass(1);
    await cockpit.updateComplete;
    expect(textOf(cockpit)).to.contain('Birthe Prøve');
    setClock(2);
    pass(2);
    await until('expired', () => textOf(cockpit).includes('Visningen er udløbet'));
    expect(textOf(cockpit)).not.to.contain('Birthe');
    expect(results).to.deep.equal(['opened', 'expired']);
    cockpit.envelope = await seal({ until: minutes(60) });
    await until('again', () => textOf(cockpit).includes('Birthe Prøve'));
    cockpit.envelope = undefined;
    await cockpit.updateComplete;
    expect(textOf(cockpit)).not.to.contain('Birthe');
  });

  it('is not prolonged by a clock that is set back: time goes on by one that nobody sets', async () => {
    const { seal, opener } = await desk(minutes(2));
    const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope: await seal() });
    await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
    setClock(-24 * 60);
    pass(2);
    await until('expired', () => textOf(cockpit).includes('Visningen er udløbet'));
    expect(textOf(cockpit)).not.to.contain('Birthe');
  });

  it('is not prolonged by a clock set back before it is opened, where the host knows the time', async () => {
    const { seal, opener } = await desk(minutes(2), { now: new Date().toISOString() });
    const envelope = await seal();
    setClock(-24 * 60);
    const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope });
    await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
    pass(2);
    await until('expired', () => textOf(cockpit).includes('Visningen er udløbet'));
  });

  it('is over at once by a clock that is set on', async () => {
    const { seal, opener } = await desk(minutes(2));
    const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope: await seal() });
    await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
    setClock(24 * 60);
    const box = cockpit.parentElement!;
    cockpit.remove();
    box.append(cockpit);
    await cockpit.updateComplete;
    expect(textOf(cockpit)).to.include('Visningen er udløbet').and.not.to.contain('Birthe');
  });

  it('is forgotten in time by an element out of the page, which shows nothing when it returns', async () => {
    const { seal, opener } = await desk(minutes(2));
    const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope: await seal() });
    const results: string[] = [];
    cockpit.addEventListener('overblik-share-opened', ({ detail }) => results.push(detail.result));
    await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
    const box = cockpit.parentElement!;
    cockpit.remove();
    pass(2);
    expect(results.at(-1)).to.equal('expired');
    await cockpit.updateComplete;
    expect(textOf(cockpit)).not.to.contain('Birthe');
    box.append(cockpit);
    await cockpit.updateComplete;
    expect(textOf(cockpit)).to.contain('Visningen er udløbet').and.not.to.contain('Birthe');
  });
});

it('what is withdrawn while it is shown goes off the screen; who cannot tell leaves it', async () => {
  let answer = () => Promise.resolve(false);
  const { seal, opener } = await desk(minutes(60), { isWithdrawn: () => answer() });
  const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope: await seal() });
  const results: string[] = [];
  cockpit.addEventListener('overblik-share-opened', ({ detail }) => results.push(detail.result));
  await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
  const box = cockpit.parentElement!;
  /** The host is asked when the element comes back, and every minute. */
  const comeBack = () => {
    cockpit.remove();
    box.append(cockpit);
  };
  let asked = 0;
  answer = () => {
    asked++;
    return Promise.reject(new Error('CPR 010141-9996'));
  };
  comeBack();
  await until('asked', () => asked === 1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(textOf(cockpit)).to.contain('Birthe Prøve');
  answer = () => Promise.resolve(true);
  comeBack();
  await until('withdrawn', () => textOf(cockpit).includes('trukket visningen tilbage'));
  expect(textOf(cockpit)).not.to.contain('Birthe');
  expect(results).to.deep.equal(['opened', 'withdrawn']);
});

it('an envelope that opens late is dropped when another was given, or the own patient chosen', async () => {
  const { seal, opener } = await desk(minutes(60));
  const [first, second] = [
    await seal(),
    await seal({
      patient: { ...records, patient: { ...records.patient, name: 'Dora Anden' } } as never,
    }),
  ];
  const waiting: (() => void)[] = [];
  const slow: ShareOpener = async (envelope) => {
    const answer: OpenedShare | ShareRefusal = await opener(envelope);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answer;
  };
  const cockpit = place('overblik-cockpit', { adapter: own, opener: slow, envelope: first });
  await until('first under way', () => waiting.length === 1);
  cockpit.envelope = second;
  await until('second under way', () => waiting.length === 2);
  waiting[1]?.();
  await until('second', () => textOf(cockpit).includes('Dora Anden'));
  waiting[0]?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(textOf(cockpit)).to.contain('Dora Anden').and.not.to.contain('Birthe');
  cockpit.envelope = first;
  await until('third under way', () => waiting.length === 3);
  Object.assign(cockpit, { envelope: undefined, patientId: 'q' });
  await until('own', () => textOf(cockpit).includes('Carl Egen'));
  waiting[2]?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(textOf(cockpit))
    .to.contain('Carl Egen')
    .and.not.to.match(/Birthe|Dora|Delt visning/);
});

it('a host that does not open keeps nobody waiting, and what it opens after all is shown', async () => {
  const { seal, opener } = await desk(minutes(60));
  const envelope = await seal();
  let openNow: () => void = () => undefined;
  const late: ShareOpener = async (given) => {
    await new Promise<void>((resolve) => (openNow = resolve));
    return opener(given);
  };
  const results: string[] = [];
  const cockpit = place('overblik-cockpit', { ...nobody, deadline: 30, opener: late, envelope });
  cockpit.addEventListener('overblik-share-opened', ({ detail }) => results.push(detail.result));
  await until('given up', () => textOf(cockpit).includes('kunne ikke åbnes'));
  expect(textOf(cockpit)).not.to.contain('Birthe');
  openNow();
  await until('opened after all', () => inside(cockpit, '[part=shared]'));
  expect(results).to.deep.equal(['not-checked', 'opened']);
  // Nobody waits for what was taken away.
  cockpit.envelope = `${envelope} `;
  await cockpit.updateComplete;
  cockpit.envelope = undefined;
  openNow();
  await until('nothing', () => !inside(cockpit, '[part=shared]'));
});

it('a share is made: the wish is the host’s to seal, and what is opened is what was chosen', async () => {
  const { seal, opener, recipient } = await desk(minutes(60));
  const envelopes: string[] = [];
  let fails = true;
  const sharer: Sharer<Recipient> = {
    recipients: [recipient],
    async share(wish) {
      if (fails) throw new Error('CPR 010141-9996');
      envelopes.push(await seal(wish));
    },
  };
  const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer });
  const open = await until('button', () =>
    allInside(cockpit, '.commands button').find((each) => each.title === 'Giv kiggeadgang'),
  );
  open.click();
  const dialog = inside<HTMLDialogElement>(cockpit, 'dialog')!;
  expect(dialog.open).to.equal(true);
  const first = await until('form', () => dialog.querySelector('input'));
  await until('focus', () => cockpit.shadowRoot?.activeElement === first);
  const checked = () =>
    allInside(cockpit, '.types :checked').map((each) => (each as HTMLInputElement).value);
  expect(checked()).to.include('medication').and.not.to.include('letter');
  // Who is shared with cannot guess less than the profile's name says.
  expect(dialog.textContent).to.include(
    'Profilens navn følger med og kan i sig selv fortælle diagnosen: Patienter med demens.',
  );
  const submit = () => inside<HTMLButtonElement>(cockpit, 'dialog .primary')?.click();
  submit();
  await until('incomplete', () => textOf(cockpit).includes('Vælg mindst én modtager'));
  // What is wrong stands at its field, and the first of them has the focus.
  const fault = (name: string) => inside(cockpit, `#share-${name}`)?.textContent.trim();
  expect(['recipient', 'type', 'purpose', 'until'].map(fault)).to.deep.equal([
    ...['Vælg mindst én modtager.', '', 'Skriv, hvad der deles til.', ''],
  ]);
  expect(inside(cockpit, '[name=purpose]')?.getAttribute('aria-invalid')).to.equal('true');
  expect(cockpit.shadowRoot?.activeElement).to.equal(inside(cockpit, '[name=recipient]'));
  inside<HTMLInputElement>(cockpit, '[name=recipient]')!.click();
  await until('mended', () => fault('recipient') === '' && fault('purpose') !== '');
  for (const box of allInside(cockpit, '.types input'))
    if ((box as HTMLInputElement).checked !== ((box as HTMLInputElement).value === 'diagnosis'))
      box.click();
  inside<HTMLTextAreaElement>(cockpit, '[name=purpose]')!.value = 'Udskrivning';
  const end = inside<HTMLInputElement>(cockpit, '[name=until]')!;
  const week = end.value;
  end.value = minutes(31 * 24 * 60).slice(0, 16);
  submit();
  await until('too long', () => textOf(cockpit).includes('højst deles i 30 døgn'));
  expect(envelopes).to.deep.equal([]);
  end.value = week;
  submit();
  // Whoever failed may have shared before: nobody knows.
  await until('unknown', () => textOf(cockpit).includes('Det vides ikke, om adgangen blev givet'));
  expect(inside(cockpit, '.said')?.textContent).not.to.contain('CPR');
  fails = false;
  await until('free', () => inside<HTMLButtonElement>(cockpit, 'dialog .primary:enabled'));
  submit();
  (await until('asked', () => inside(cockpit, 'dialog.ask .primary'))).click();
  await until('shared', () => textOf(cockpit).includes('Delt med Bo Overlæge til'));

  const viewer = place('overblik-cockpit', { ...nobody, opener, envelope: envelopes[0] });
  await until('opened', () => textOf(viewer).includes('Birthe Prøve'));
  expect(textOf(viewer)).to.contain('Der er delt: diagnoser.').and.not.to.contain('Quetiapin');
  expect(textOf(viewer)).to.contain('Udskrivning');
  // By which definition: what the clinic's own cockpit shows.
  const [here, there] = [cockpit, viewer].map((each) => inside(each, '.hash')?.textContent);
  expect(there).to.match(/^[0-9a-f]{8}$/);
  expect(here).to.equal(there);
});

it('a host’s sharer is read with care: texts through the gate, its own limit, nobody unnamed', async () => {
  const wishes: CockpitShareWish[] = [];
  const named = { name: 'Bo\u202e Overlæge\u2069', organisation: 'Syge\u2066huset', of: 'theirs' };
  const sharer: Sharer = {
    recipients: [named, { name: '', organisation: 'x' }, null as never, 'x' as never],
    longestDays: 3,
    share: (wish) => Promise.resolve(void wishes.push(wish)),
  };
  const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer });
  const open = await until('button', () =>
    allInside(cockpit, '.commands button').find((each) => each.title === 'Giv kiggeadgang'),
  );
  open.click();
  await until('form', () => inside(cockpit, '[name=recipient]'));
  const labels = allInside(cockpit, 'label:has([name=recipient])').map((each) => each.textContent);
  expect(labels.map((each) => each.trim())).to.deep.equal(['Bo Overlæge, Sygehuset']);
  const end = inside<HTMLInputElement>(cockpit, '[name=until]')!;
  expect(new Date(end.max).getTime() - Date.now()).to.be.at.most(3 * 86_400_000);
  inside<HTMLInputElement>(cockpit, '[name=recipient]')!.click();
  inside<HTMLTextAreaElement>(cockpit, '[name=purpose]')!.value = 'Udskrivning';
  inside<HTMLButtonElement>(cockpit, 'dialog .primary')!.click();
  await until('shared', () => textOf(cockpit).includes('Delt med Bo Overlæge til'));
  expect(wishes[0]?.recipients).to.deep.equal([named]);
  expect(wishes[0]?.recipients[0]).to.equal(named);
});

/** Opens the dialog, and fills in what is asked. */
async function fillIn(cockpit: Element): Promise<HTMLDialogElement> {
  const open = await until('button', () =>
    allInside(cockpit, '.commands button').find((each) => each.title === 'Giv kiggeadgang'),
  );
  open.click();
  (await until('form', () => inside<HTMLInputElement>(cockpit, '[name=recipient]'))).click();
  inside<HTMLTextAreaElement>(cockpit, '[name=purpose]')!.value = 'Udskrivning';
  return inside<HTMLDialogElement>(cockpit, 'dialog.share')!;
}

describe('the form of a share in a window of 1366 × 768', () => {
  before(() => setViewport({ width: 1366, height: 768 }));
  after(() => setViewport({ width: 1600, height: 1500 }));

  for (const [what, host] of [
    ['', {}],
    [' with those that were given below it', { shares: () => Promise.resolve([]) }],
  ] as const)
    it(`what sends stays in sight, also where a field is wrong${what}`, async () => {
      const sharer: Sharer = {
        recipients: Array.from({ length: 8 }, (_, at) => ({
          ...{ name: `Bo ${at}`, organisation: 'Sygehuset' },
        })),
        share: () => Promise.resolve(),
        ...host,
      };
      const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer });
      const dialog = await fillIn(cockpit);
      const go = dialog.querySelector('.primary')!;
      const seen = () => {
        const { top, bottom, left } = go.getBoundingClientRect();
        const box = dialog.getBoundingClientRect();
        expect(top).to.be.at.least(box.top);
        expect(bottom).to.be.at.most(box.bottom);
        const root = dialog.getRootNode() as ShadowRoot;
        expect(root.elementFromPoint(left + 4, bottom - 4), 'nothing is over it').to.equal(go);
      };
      expect(dialog.scrollHeight, 'there is more than is seen').to.be.above(dialog.clientHeight);
      dialog.scrollTop = 0;
      seen();
      inside<HTMLInputElement>(cockpit, '[name=recipient]')!.click();
      inside<HTMLButtonElement>(cockpit, 'dialog.share .primary')!.click();
      await until('told', () => textOf(cockpit).includes('Vælg mindst én modtager.'));
      dialog.scrollTop = 0;
      seen();
    });

  it('says at the consent that it is a note, and what access without it rests on', async () => {
    const sharer: Sharer = {
      recipients: [{ name: 'Bo', organisation: 'Sygehuset' }],
      share: () => Promise.resolve(),
    };
    const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer });
    const dialog = await fillIn(cockpit);
    const box = dialog.querySelector('[name=consent]')!;
    const about = dialog.querySelector(`#${box.getAttribute('aria-describedby')}`);
    expect(about?.textContent).to.contain('SUL § 41');
    expect(box.hasAttribute('required')).to.equal(false);
  });
});

it('what became of a share is told of whom it was of, and not of another clinic’s patient by the same id', async () => {
  const clinicOf = (id: string, name: string) =>
    faultyAdapter({
      description: { ...clinic.description, id },
      patients: [{ ...records, patient: { ...records.patient, name } }],
    });
  let answer: (() => void) | undefined;
  const sharer: Sharer = {
    recipients: [{ name: 'Bo Overlæge', organisation: 'Sygehuset' }],
    share: () => new Promise<void>((resolve) => (answer = resolve)),
  };
  const cockpit = place('overblik-cockpit', {
    ...{ adapter: clinicOf('k1', 'Anna Første'), patientId: 'p', sharer },
  });
  const dialog = await fillIn(cockpit);
  dialog.querySelector<HTMLButtonElement>('.primary')!.click();
  await until('under way', () => answer);
  cockpit.adapter = clinicOf('k2', 'Bodil Anden');
  await until('the other', () => textOf(cockpit).includes('Bodil Anden'));
  answer?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const other = await fillIn(cockpit);
  expect(other.textContent).to.contain('Bodil Anden').and.not.to.contain('Delt med');
});

it('a sharer may be of a class of the host’s: what it inherits counts', async () => {
  const shared: string[] = [];
  class Desk {
    readonly #name = 'Bo Overlæge';
    get recipients() {
      return [{ name: this.#name, organisation: 'Sygehuset' }];
    }
    get longestDays() {
      return 3;
    }
    share(): Promise<void> {
      return Promise.resolve(void shared.push(this.#name));
    }
  }
  const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer: new Desk() });
  const dialog = await fillIn(cockpit);
  const end = dialog.querySelector<HTMLInputElement>('[name=until]')!;
  expect(new Date(end.max).getTime() - Date.now()).to.be.at.most(3 * 86_400_000);
  dialog.querySelector<HTMLButtonElement>('.primary')!.click();
  await until('shared', () => textOf(cockpit).includes('Delt med Bo Overlæge til'));
  expect(shared).to.deep.equal(['Bo Overlæge']);
});

it('a host that never says whether a share is withdrawn is asked again', async () => {
  let answer: () => Promise<boolean> = () => Promise.resolve(false);
  const { seal, opener } = await desk(minutes(60), { isWithdrawn: () => answer() });
  const cockpit = place('overblik-cockpit', { ...nobody, opener, envelope: await seal() });
  await until('open', () => textOf(cockpit).includes('Birthe Prøve'));
  const box = cockpit.parentElement!;
  const comeBack = () => {
    cockpit.remove();
    box.append(cockpit);
  };
  let asked = 0;
  answer = () => {
    asked++;
    return new Promise<never>(() => undefined);
  };
  comeBack();
  await until('asked', () => asked === 1);
  answer = () => Promise.resolve(true);
  comeBack();
  await until('withdrawn', () => textOf(cockpit).includes('trukket visningen tilbage'));
});

describe('a share of which nobody knows what became', () => {
  const desks = (share: Sharer['share'], more: object = {}) => {
    const wishes: CockpitShareWish[] = [];
    const sharer: Sharer = {
      recipients: [{ name: 'Bo Overlæge', organisation: 'Sygehuset' }],
      share: (wish) => (wishes.push(wish), share(wish)),
      ...more,
    };
    return {
      wishes,
      cockpit: place('overblik-cockpit', {
        ...{ adapter: { ...own }, patientId: 'p', sharer, deadline: 500 },
      }),
    };
  };
  const primary = (dialog: Element) => dialog.querySelector<HTMLButtonElement>('.primary')!;
  const isSaid = (cockpit: Element) =>
    until('unknown', () => textOf(cockpit).includes('Det vides ikke, om adgangen blev givet'));

  it('is asked about before it is tried again, by the same key for the same wish', async () => {
    const { cockpit, wishes } = desks(() => Promise.reject(new Error('CPR 010141-9996')));
    const dialog = await fillIn(cockpit);
    primary(dialog).click();
    await isSaid(cockpit);
    await until('free', () => primary(dialog).ariaDisabled !== 'true');
    primary(dialog).click();
    const no = await until('asked', () => inside<HTMLElement>(cockpit, 'dialog.ask .no'));
    expect(wishes).to.have.length(1);
    no.click();
    await until('closed', () => !inside(cockpit, 'dialog.ask'));
    expect(wishes, 'no is no').to.have.length(1);
    primary(dialog).click();
    (await until('asked again', () => inside(cockpit, 'dialog.ask .primary'))).click();
    await until('tried', () => wishes.length === 2);
    await until('free', () => primary(dialog).ariaDisabled !== 'true');
    inside<HTMLTextAreaElement>(cockpit, '[name=purpose]')!.value = 'Noget andet';
    primary(dialog).click();
    (await until('asked once more', () => inside(cockpit, 'dialog.ask .primary'))).click();
    await until('tried', () => wishes.length === 3);
    const [first, second, third] = wishes.map(({ key }) => key);
    expect(first).to.match(/^[0-9a-f]{32}$/);
    expect(second).to.equal(first);
    expect(third, 'another wish').to.not.equal(first);
  });

  it('is asked about when the patient comes back, by the same key, and after the panel was closed', async () => {
    const second = { ...records, patient: { ...records.patient, id: 'q', name: 'Dora Anden' } };
    const adapter = faultyAdapter({ description: clinic.description, patients: [records, second] });
    const { cockpit, wishes } = desks(() => Promise.reject(new Error('away')));
    cockpit.adapter = adapter;
    const again = async (shown: typeof cockpit) => {
      const dialog = await fillIn(shown);
      // The same end: another one is another wish.
      inside<HTMLInputElement>(shown, '[name=until]')!.value = minutes(600).slice(0, 16);
      primary(dialog).click();
      return dialog;
    };
    const dialog = await again(cockpit);
    await isSaid(cockpit);
    await until('free', () => primary(dialog).ariaDisabled !== 'true');
    cockpit.patientId = 'q';
    await until('the other', () => textOf(cockpit).includes('Dora Anden'));
    await again(cockpit);
    await until('the other is nobody’s question', () => wishes.length === 2);
    cockpit.patientId = 'p';
    await until('back', () => textOf(cockpit).includes(records.patient.name));
    await again(cockpit);
    (await until('asked', () => inside<HTMLElement>(cockpit, 'dialog.ask .primary'))).click();
    await until('tried', () => wishes.length === 3);
    cockpit.remove();
    const { sharer } = cockpit;
    const next = place('overblik-cockpit', { adapter, patientId: 'p', sharer, deadline: 5000 });
    await again(next);
    await until('asked in the next', () => inside(next, 'dialog.ask'));
    expect(wishes.map(({ key }) => key === wishes[0]!.key)).to.deep.equal([true, false, true]);
  });

  it('keeps nobody waiting, and is told when the answer comes after all', async () => {
    let answer: (() => void) | undefined;
    const { cockpit } = desks(() => new Promise<void>((resolve) => (answer = resolve)));
    const dialog = await fillIn(cockpit);
    primary(dialog).click();
    await isSaid(cockpit);
    await until('free', () => primary(dialog).ariaDisabled !== 'true');
    answer?.();
    await until('shared', () => textOf(cockpit).includes('Delt med Bo Overlæge til'));
    expect(inside(cockpit, '[name=purpose]'), 'the form is gone').to.equal(null);
    dialog.querySelector<HTMLButtonElement>('.another')!.click();
    (await until('anew', () => inside<HTMLInputElement>(cockpit, '[name=recipient]'))).click();
    inside<HTMLTextAreaElement>(cockpit, '[name=purpose]')!.value = 'Udskrivning';
    primary(dialog).click();
    await until('again', () => textOf(cockpit).includes('Det vides ikke, om adgangen blev givet'));
    expect(inside(cockpit, 'dialog.ask'), 'it is known of the first').to.equal(null);
  });

  for (const longestDays of [0, -1, NaN, '7'])
    it(`is not made for ${typeof longestDays} ${longestDays} days`, async () => {
      const { cockpit, wishes } = desks(() => Promise.resolve(), { longestDays });
      (
        await until('button', () =>
          allInside(cockpit, '.commands button').find((each) => each.title === 'Giv kiggeadgang'),
        )
      ).click();
      await until('told', () => textOf(cockpit).includes('den længste tid er sat forkert op'));
      expect(inside(cockpit, '[name=recipient]')).to.equal(null);
      expect(wishes).to.deep.equal([]);
    });
});

describe('the shares that were given of a patient', () => {
  const given = (id: string, more: object = {}) => ({
    ...{ id, purpose: 'Udskrivningskonference', from: minutes(-60), until: minutes(60) },
    recipients: [{ name: 'Bo Overlæge', organisation: 'Sygehuset' }],
    ...more,
  });
  const opened = async (more: object) => {
    const sharer = {
      recipients: [{ name: 'Bo Overlæge', organisation: 'Sygehuset' }],
      share: () => Promise.resolve(),
      ...more,
    } as Sharer;
    const cockpit = place('overblik-cockpit', { adapter: own, patientId: 'p', sharer });
    (
      await until('button', () =>
        allInside(cockpit, '.commands button').find((each) => each.title === 'Giv kiggeadgang'),
      )
    ).click();
    await until('form', () => inside(cockpit, '[name=recipient]'));
    return cockpit;
  };
  const items = (cockpit: Element) =>
    allInside(cockpit, '.given > ul > li').map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' '),
    );

  it('are told with who opened them, those that count first, and one is withdrawn after a question', async () => {
    const revoked: string[] = [];
    const list = () => [
      given('over', { until: minutes(-5) }),
      given('b', {
        openings: [
          { at: minutes(-10), by: 'Bo Overlæge, Sygehuset' },
          { at: minutes(-9), by: 'Ida, Kommunen', refused: true },
        ],
        ...(revoked.includes('b') ? { withdrawn: minutes(0) } : {}),
      }),
    ];
    const cockpit = await opened({
      shares: (id: string) => Promise.resolve(id === 'p' ? list() : []),
      revoke: (id: string) => Promise.resolve(void revoked.push(id)),
    });
    await until('told', () => items(cockpit).length === 2);
    const [first, second] = items(cockpit);
    expect(first).to.contain('Bo Overlæge, Sygehuset').and.contain('Åbnet 2 gange');
    expect(first).to.contain('Ida, Kommunen, afvist').and.contain('Træk tilbage');
    expect(second).to.contain('udløb').and.contain('ikke åbnet').and.not.contain('Træk tilbage');
    const revoke = () => inside<HTMLElement>(cockpit, '.given li .button')!.click();
    revoke();
    (await until('asked', () => inside<HTMLElement>(cockpit, 'dialog.ask .no'))).click();
    await until('closed', () => !inside(cockpit, 'dialog.ask'));
    expect(revoked, 'no is no').to.deep.equal([]);
    revoke();
    (await until('asked again', () => inside<HTMLElement>(cockpit, 'dialog.ask .primary'))).click();
    await until('withdrawn', () => items(cockpit).some((each) => each.includes('trukket tilbage')));
    expect(revoked).to.deep.equal(['b']);
    expect(textOf(cockpit)).to.contain('Adgangen er trukket tilbage.');
    expect(inside(cockpit, '.given li .button')).to.equal(null);
  });

  it('that cannot be fetched, or not all of them, are said to be so and never none', async () => {
    let answer: () => unknown = () => Promise.reject(new Error('CPR 010141-9996'));
    const cockpit = await opened({ shares: () => answer() });
    await until('failed', () => textOf(cockpit).includes('Det kunne ikke hentes, hvem'));
    expect(textOf(cockpit)).to.not.contain('CPR 010141').and.not.contain('Ingen har fået adgang');
    answer = () => Promise.resolve([given('a'), { id: 'b' }, null]);
    inside<HTMLElement>(cockpit, '.given [role=alert] .button')!.click();
    await until('some', () => items(cockpit).length === 1);
    expect(textOf(cockpit)).to.contain('2 kiggeadgange mere kan ikke vises her');
  });

  it('of which nobody knows whether one was withdrawn says so', async () => {
    const cockpit = await opened({
      shares: () => Promise.resolve([given('a')]),
      revoke: () => Promise.reject(new Error('away')),
    });
    (await until('told', () => inside<HTMLElement>(cockpit, '.given li .button'))).click();
    (await until('asked', () => inside<HTMLElement>(cockpit, 'dialog.ask .primary'))).click();
    await until('said', () => textOf(cockpit).includes('Det vides ikke, om adgangen blev trukket'));
  });

  it('a purpose of the host’s is put in the field, and the consent goes along with the wish', async () => {
    const wishes: CockpitShareWish[] = [];
    const cockpit = await opened({
      purposes: [{ da: 'Tværfaglig konference' }, { da: '' }, 'x'],
      share: (wish: CockpitShareWish) => Promise.resolve(void wishes.push(wish)),
    });
    inside<HTMLInputElement>(cockpit, '[name=recipient]')!.click();
    const [purpose, ...others] = allInside(cockpit, '.purposes button') as HTMLElement[];
    expect(others).to.have.length(0);
    purpose!.click();
    inside<HTMLInputElement>(cockpit, '[name=consent]')!.click();
    inside<HTMLButtonElement>(cockpit, 'dialog .primary')!.click();
    await until('shared', () => wishes.length === 1);
    expect(wishes[0]).to.include({ purpose: 'Tværfaglig konference', consent: true });
    await until('closed', () => !inside(cockpit, '[name=purpose]'));
    await until('focus', () => cockpit.shadowRoot?.activeElement?.matches('.close-share'));
  });
});
