/** What the cockpit shows and does: round, actions, exemptions, time machine, sizes, extreme values. */
import { expect } from '@open-wc/testing';
import { profiles } from '../../fixtures/profiles/index.ts';
import {
  RoundModel,
  type HostAction,
  type ActionContext,
  type PatientRecords,
  type Round,
} from '../../src/define.ts';
import { faultyAdapter, faultyRounds } from '../../src/testing/index.ts';
import { allInside, asOf, clinic, demens, drawn, inside, place, textOf, until } from './stage.ts';

const person = { id: 'p', name: 'Birthe Prøve', birthDate: '1942-01-01', sex: 'female' } as const;
const records: PatientRecords = {
  patient: person,
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
  services: [{ code: '0101', text: 'Konsultation', at: '2026-10-02' }],
  letters: [{ text: 'Epikrise', from: 'Geriatrisk', at: '2026-10-09', body: 'Udskrevet i dag.' }],
  appointments: [{ text: 'Årskontrol', at: '2026-09-01', status: 'missed' }],
  referrals: [{ text: 'Geriatri', at: '2026-08-01', status: 'accepted' }],
  results: [],
};
const description = { ...clinic.description, user: 'AB' };
const adapterOf = (
  patient: PatientRecords = records,
  options: Parameters<typeof faultyAdapter>[1] = {},
) => faultyAdapter({ description, patients: [patient] }, options);

async function shown(more: Record<string, unknown> = {}, size = { width: 1200, height: 900 }) {
  const cockpit = place(
    'overblik-cockpit',
    { adapter: adapterOf(), patientId: 'p', ...more },
    size,
  );
  await until('ready', () => textOf(cockpit).includes('Birthe Prøve'));
  if (!('size' in more)) await drawn(cockpit);
  return cockpit;
}
const button = (cockpit: Element, words: string) =>
  allInside(cockpit, 'button').find((each) => each.textContent.trim() === words);
const click = async (cockpit: Element, words: string) =>
  (await until(`the button ${words}`, () => button(cockpit, words))).click();
const round = (members: Round['members'], more: Partial<Round> = {}): Round => ({
  id: 'r',
  revision: 1,
  profile: { id: 'dk.demens', version: '1.0.0' },
  asOf: '2026-05-01',
  members,
  ...more,
});

describe('the round', () => {
  it('status and note are stored, with who and when; earlier rounds stand below', async () => {
    const earlier = round([{ patientId: 'p', status: 'reviewed', note: 'Ringet', by: 'CD' }], {
      finished: '2026-06-01',
    });
    const adapter = adapterOf(records, { rounds: [earlier] });
    const cockpit = await shown({ adapter });
    await until('earlier', () => inside(cockpit, '[part=rounds]'));
    expect(inside(cockpit, '[part=rounds]')?.innerText).to.match(
      /jun\. 2026\s+Gennemgået\s+Ringet\s+CD/,
    );
    const follow = allInside(cockpit, '.pills label').find((each) =>
      each.textContent.includes('Til opfølgning'),
    );
    follow?.click();
    const note = inside<HTMLTextAreaElement>(cockpit, 'textarea.note')!;
    note.value = 'Ring til datter';
    note.dispatchEvent(new Event('change'));
    await until('changed by', () => textOf(cockpit).includes('Sidst ændret af AB, '));
    await until('stored', () => !textOf(cockpit).includes('Ikke gemt endnu'));
    const [, current] = await adapter.rounds!.list('dk.demens', new AbortController().signal);
    expect(current?.members).to.have.length(1);
    expect(current?.members[0]).to.include({ status: 'to-follow-up', note: 'Ring til datter' });
  });

  it('what cannot be stored stays, is said to be pending, and is stored by hand', async () => {
    const adapter = adapterOf();
    let fails = true;
    const store = adapter.rounds!;
    const failing = {
      ...adapter,
      rounds: {
        list: (...args: Parameters<typeof store.list>) => store.list(...args),
        save: (...args: Parameters<typeof store.save>) =>
          fails ? Promise.reject(new Error('away')) : store.save(...args),
      },
    };
    const cockpit = await shown({ adapter: failing });
    (await until('choices', () => allInside(cockpit, '.pills label')[2])).click();
    await until('pending', () => textOf(cockpit).includes('Ikke gemt endnu'));
    await until('that it failed', () => textOf(cockpit).includes('Gem nu'));
    fails = false;
    await click(cockpit, 'Gem nu');
    await until('stored', () => !textOf(cockpit).includes('Ikke gemt endnu'));
  });

  it('two who change the same patient: both versions are shown, the user chooses', async () => {
    const adapter = adapterOf(records, { rounds: [round([{ patientId: 'p', status: 'new' }])] });
    const cockpit = await shown({ adapter });
    const note = await until('note', () => inside<HTMLTextAreaElement>(cockpit, 'textarea.note'));
    const signal = new AbortController().signal;
    await until('current', () => !textOf(cockpit).includes('Henter runder'));
    const [stored] = await adapter.rounds!.list('dk.demens', signal);
    const theirs = { patientId: 'p', status: 'reviewed', note: 'Deres', by: 'EF' } as const;
    await adapter.rounds!.save({ ...stored!, members: [theirs] }, signal);
    note.value = 'Min egen';
    note.dispatchEvent(new Event('change'));
    await until('conflict', () => inside(cockpit, '.conflict'));
    expect(inside(cockpit, '.conflict')?.textContent)
      .to.contain('Deres')
      .and.to.contain('Min egen');
    await click(cockpit, 'Behold begge noter');
    await until('resolved', () => !inside(cockpit, '.conflict'));
    expect(inside<HTMLTextAreaElement>(cockpit, 'textarea.note')!.value)
      .to.contain('Deres')
      .and.to.contain('Min egen');
  });

  it('a note that is being written is not lost when something else is drawn or the patient changes', async () => {
    const other = { ...records, patient: { ...person, id: 'q', name: 'Carl Prøve' } };
    const adapter = faultyAdapter({ description, patients: [records, other] });
    const cockpit = await shown({ adapter });
    const note = await until('note', () => inside<HTMLTextAreaElement>(cockpit, 'textarea.note'));
    note.value = 'Halvt skrevet';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    cockpit.requestUpdate();
    await cockpit.updateComplete;
    expect(note.value).to.equal('Halvt skrevet');
    cockpit.patientId = 'q';
    await until('the other', () => textOf(cockpit).includes('Carl Prøve'));
    const empty = await until('note', () => inside<HTMLTextAreaElement>(cockpit, 'textarea.note'));
    expect(empty.value).to.equal('');
    cockpit.patientId = 'p';
    await until('the first', () => textOf(cockpit).includes('Birthe Prøve'));
    await until(
      'its note',
      () => inside<HTMLTextAreaElement>(cockpit, 'textarea.note')?.value === 'Halvt skrevet',
    );
  });

  it('a model that the host hands over is used for its profile, and for no other', async () => {
    const adapter = adapterOf();
    const model = new RoundModel();
    const profile = { id: 'dk.demens', version: '1.0.0' };
    const now = () => '2026-11-24T10:00:00+01:00';
    await model.update({ adapter, profile, asOf, members: ['p'], undecided: [], user: 'GH', now });
    const both = [demens, { ...demens, id: 'dk.anden', title: { da: 'En anden profil' } }];
    const cockpit = await shown({ adapter, round: model, profiles: both });
    cockpit.profileId = 'dk.demens';
    (await until('choices', () => allInside(cockpit, '.pills label')[2])).click();
    await until('who', () => textOf(cockpit).includes('Sidst ændret af GH'));
    expect(model.member('p').status).to.equal('reviewed');
    cockpit.profileId = 'dk.anden';
    await until('the other profile', () => textOf(cockpit).includes('efter profilen En anden'));
    await until('its round', () => inside(cockpit, '.pills'));
    expect(textOf(cockpit)).not.to.contain('Sidst ændret af GH');
    cockpit.profileId = 'all';
    await until('no round', () => !inside(cockpit, '[part=round]'));
    model.dispose();
  });

  it('no store, no section', async () => {
    const { rounds: _, ...adapter } = adapterOf();
    const cockpit = await shown({ adapter });
    expect(inside(cockpit, '[part=round]')).to.equal(null);
    expect(button(cockpit, 'Undtag …')).to.equal(undefined);
  });
});

describe('advice', () => {
  it('an exempted marker is set aside with its note, counts nothing, and comes back', async () => {
    const adapter = adapterOf();
    const cockpit = await shown({ adapter });
    expect(inside(cockpit, '.levels')?.textContent).to.contain('1 alvorlig');
    await click(cockpit, 'Undtag …');
    const reason = await until('form', () => inside(cockpit, '[name=reason]'));
    await until('focus', () => cockpit.shadowRoot?.activeElement === reason);
    const note = inside<HTMLTextAreaElement>(cockpit, '[name=note]')!;
    // A reason is required, whatever is written.
    await click(cockpit, 'Gem');
    note.value = 'Aftalt med datter';
    await click(cockpit, 'Gem');
    expect(inside(cockpit, '.exempted')).to.equal(null);
    inside(cockpit, '[name=reason][value=declined]')!.click();
    expect(note.value, 'what is written stays').to.equal('Aftalt med datter');
    inside<HTMLInputElement>(cockpit, '[name=until]')!.value = '2027-03-01';
    await click(cockpit, 'Gem');
    const aside = await until('exempted', () => inside(cockpit, '.exempted'));
    expect(aside.innerText).to.match(
      /Antipsykotika ved demens: Patienten ønsker ikke · Aftalt med datter/,
    );
    expect(aside.innerText).to.match(/til og med 1\. mar\. 2027 · AB/);
    expect(inside(cockpit, '.levels')?.textContent.trim()).to.equal('1 info');
    await until(
      'the focus',
      () => cockpit.shadowRoot?.activeElement?.textContent.trim() === 'Ophæv',
    );

    await until('stored', () => !textOf(cockpit).includes('Ikke gemt endnu'));
    const marker = place('overblik-marker', { adapter, patientId: 'p' });
    await until('the marker knows', () => /^\s*Ingen psykometrisk test\s*$/.test(textOf(marker)));

    await click(cockpit, 'Ophæv');
    const question = await until('the question', () => inside(cockpit, 'dialog.ask[open]'));
    expect(question.innerText)
      .to.contain('Ophæv undtagelsen for Birthe Prøve?')
      .and.to.contain('Undtaget fra: Antipsykotika ved demens')
      .and.to.contain('Årsag: Patienten ønsker ikke')
      .and.to.contain('Begrundelse: Aftalt med datter');
    await click(cockpit, 'Ophæv undtagelsen');
    await until('back', () => inside(cockpit, '.levels')?.textContent.includes('1 alvorlig'));
    expect(inside(cockpit, '.exempted')).to.equal(null);
  });

  it('an exemption’s reason and who gave it, of any length: the beginning is drawn, and the whole goes back', async () => {
    const long = 'ord '.repeat(100_000);
    const exemption = { marker: 'antipsykotika', note: long, by: long };
    const member = { patientId: 'p', status: 'new' as const, by: long, at: '2026-05-02', exemptions: [exemption] }; // prettier-ignore
    const { id, version } = demens;
    let sent: Round | undefined;
    const store = faultyRounds([
      { id: `${id}#1`, revision: 1, profile: { id, version }, asOf: '2026-05-01', members: [member] }, // prettier-ignore
    ]);
    const save: typeof store.save = async (round, signal) => store.save((sent = round), signal);
    const rounds = { ...store, save };
    const cockpit = await shown({ adapter: { ...adapterOf(), rounds } });
    const aside = await until('exempted', () => inside(cockpit, '.exempted'));
    expect(aside.textContent.length).to.be.within(4000, 6000);
    await click(cockpit, 'Ophæv');
    const question = await until('the question', () => inside(cockpit, 'dialog.ask[open]'));
    expect(question.textContent.length).to.be.within(4000, 6000);
    await click(cockpit, 'Annullér');
    allInside(cockpit, '.pills label')[2]!.click();
    const saved = await until('stored', () => sent);
    expect(saved.members[0]).to.deep.include({ status: 'reviewed', exemptions: [exemption] });
  });

  it('a host’s action runs for this patient; failure is said and can be tried again', async () => {
    const calls: (readonly [readonly { id: string }[], ActionContext])[] = [];
    const queue: HostAction = {
      id: 'queue',
      label: { da: 'Læg i kø' },
      scope: 'many',
      run: (patients, context) => {
        calls.push([patients, context]);
        if (calls.length === 1) return Promise.resolve([{ patientId: 'p', ok: false }]);
        return Promise.resolve([{ patientId: 'p', ok: true, message: { da: 'Kø: årskontrol' } }]);
      },
    };
    const cockpit = await shown({ adapter: adapterOf(records, { actions: [queue] }) });
    await click(cockpit, 'Læg i kø');
    await until('failed', () => inside(cockpit, '.outcome')?.textContent.includes('mislykkedes'));
    await click(cockpit, 'Prøv igen');
    await until('done', () => inside(cockpit, '.outcome')?.textContent.includes('Kø: årskontrol'));
    expect(inside(cockpit, '[role=status] > .outcome')).to.not.equal(null);
    expect(button(cockpit, 'Prøv igen')).to.equal(undefined);
    expect(calls.map(([patients]) => patients.map(({ id }) => id))).to.deep.equal([['p'], ['p']]);
    expect(calls[0]?.[1]).to.include({ from: 'cockpit', marker: 'antipsykotika' });
    expect(calls[1]?.[1]).to.deep.equal(calls[0]?.[1]);
    expect(calls[0]?.[1].runKey).to.match(/^[0-9a-f]{32}$/);
  });

  it('what two profiles say of one medicine is one card, each with its own exemption; one action stands at hand', async () => {
    const queue: HostAction = {
      ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many' },
      run: () => Promise.resolve([{ patientId: 'p', ok: true }]),
    };
    const second = { ...demens, id: 'x.anden', title: { da: 'En anden profil' } };
    const cockpit = await shown({
      adapter: adapterOf(records, { actions: [queue], rounds: [] }),
      profiles: [demens, second],
      profileId: 'all',
    });
    const cards = () => allInside(cockpit, '.advice > li');
    await until('both', () => inside(cockpit, '.advice .asks[data-profile="x.anden"]'));
    const [first] = cards();
    const titles = [...first!.querySelectorAll('.title')].map((each) => each.textContent.trim());
    expect(titles, 'what is called the same stands once').to.have.length(1);
    expect(first!.querySelectorAll('.more .asks')).to.have.length(2);
    expect(first!.querySelector('.more')!.textContent).to.contain('En anden profil');
    const atHand = cards().flatMap((card) => [...card.querySelectorAll(':scope > .deeds .button')]);
    expect(
      atHand.filter(({ textContent }) => textContent.includes('Læg i kø')),
      'one a patient',
    ).to.have.length(1);
    first!.querySelector('details')!.open = true;
    first!.querySelector<HTMLElement>('.asks[data-profile="x.anden"]')!.click();
    (await until('the form', () => inside<HTMLInputElement>(cockpit, 'form.exempt input'))).click();
    inside<HTMLTextAreaElement>(cockpit, 'form.exempt textarea')!.value = 'Aftalt';
    await click(cockpit, 'Gem');
    await until('exempt', () => inside(cockpit, '.exempted li'));
    // What the other profile says stands still, by itself.
    expect(cards()[0]!.querySelectorAll('.asks')).to.have.length(1);
    expect(cards()[0]!.querySelector('.asks')!.getAttribute('data-profile')).to.equal('dk.demens');
  });

  it('a card takes two lines: the way to more stands beside the name, and covers nothing of it', async () => {
    const cockpit = await shown();
    const cards = allInside(cockpit, '.advice > li');
    expect(cards.length).to.be.at.least(1);
    for (const card of cards) {
      const [title, more] = ['.title', '.more > summary'].map((part) =>
        card.querySelector(part)!.getBoundingClientRect(),
      );
      expect(more!.top + more!.height / 2).to.be.within(title!.top, title!.bottom);
      const range = document.createRange();
      range.selectNodeContents(card.querySelector('.title')!);
      for (const { right } of range.getClientRects()) expect(right).to.be.at.most(more!.left + 1);
      expect(card.querySelector('.more')!.getBoundingClientRect().height).to.equal(0);
      expect(card.querySelector('summary')!.textContent).to.contain(
        card.querySelector('.title')!.textContent.split(': ').at(-1)!.split(',')[0]!.trim(),
      );
    }
  });

  it('three clicks in one task act once', async () => {
    let calls = 0;
    const queue: HostAction = {
      id: 'queue',
      label: { da: 'Læg i kø' },
      scope: 'one',
      run: () => {
        calls++;
        return Promise.resolve([{ patientId: 'p', ok: true }]);
      },
    };
    const cockpit = await shown({ adapter: adapterOf(records, { actions: [queue] }) });
    const act = button(cockpit, 'Læg i kø');
    for (let click = 0; click < 3; click++) act?.click();
    await until('done', () => inside(cockpit, '.outcome')?.textContent.includes('udført'));
    expect(calls).to.equal(1);
  });

  it('what may be done already is done again only after a question, with the key of the first time', async () => {
    const keys: unknown[] = [];
    const lost: HostAction = {
      id: 'lost',
      label: { da: 'Send besked' },
      scope: 'one',
      run: (_, { patientKeys }) => {
        keys.push(patientKeys.p);
        // Sent, and the answer is lost.
        if (keys.length === 1) return Promise.reject(new Error('down'));
        return Promise.resolve([{ patientId: 'p', ok: true }]);
      },
    };
    const cockpit = await shown({ adapter: adapterOf(records, { actions: [lost] }) });
    await click(cockpit, 'Send besked');
    await until('unknown', () => textOf(cockpit).includes('ukendt, tjek i journalen'));
    for (const words of ['Prøv igen …', 'Send besked']) {
      await click(cockpit, words);
      const question = await until('the question', () => inside(cockpit, 'dialog.ask[open]'));
      expect(question.innerText).to.contain('kan have gjort det allerede');
      await click(cockpit, 'Annullér');
      await until('closed', () => !inside(cockpit, 'dialog.ask'));
    }
    expect(keys).to.have.length(1);
    await click(cockpit, 'Prøv igen …');
    await click(cockpit, 'Gør det igen');
    await until('done', () => textOf(cockpit).includes('Send besked: udført'));
    expect(keys).to.have.length(2);
    expect(keys[1]).to.equal(keys[0]);
  });
});

describe('the time machine', () => {
  it('an earlier date is shown as one, read-only, and without asking the clinic again', async () => {
    let asked = 0;
    const adapter = adapterOf();
    const counting = {
      ...adapter,
      patient: (...args: Parameters<typeof adapter.patient>) => {
        asked++;
        return adapter.patient(...args);
      },
    };
    const cockpit = await shown({
      adapter: counting,
      sharer: { recipients: [], share: () => Promise.resolve() },
    });
    inside<HTMLButtonElement>(cockpit, '[aria-haspopup]')?.click();
    const date = await until('panel', () => inside<HTMLInputElement>(cockpit, '[part=time] input'));
    date.value = '2025-01-01';
    date.dispatchEvent(new Event('change'));
    await until('earlier', () => textOf(cockpit).includes('Du ser overblikket pr.'));
    expect(textOf(cockpit)).not.to.contain('Vurdér seponering');
    expect(inside(cockpit, '[part=round]')).to.equal(null);
    expect(button(cockpit, 'Giv kiggeadgang')).to.equal(undefined);
    await click(cockpit, 'Tilbage til i dag');
    await until('today', () => textOf(cockpit).includes('Vurdér seponering'));
    expect(asked).to.equal(1);
  });

  it('says what has changed since the last visit', async () => {
    const cockpit = await shown();
    inside<HTMLButtonElement>(cockpit, '[aria-haspopup]')?.click();
    await click(cockpit, 'Ændret siden sidste besøg, 2. okt. 2026');
    // Worked out slice by slice: on a busy machine not in the first.
    await until('changes', () =>
      inside(cockpit, '[part=changes]')?.textContent.includes('Epikrise, Geriatrisk'),
    );
    expect(inside(cockpit, '[part=time]')?.matches(':popover-open')).to.equal(false);
  });
});

describe('what is shown', () => {
  it('the first time part by part, what is most urgent first, and says so until all is there', async () => {
    const cockpit = place('overblik-cockpit', { adapter: adapterOf(), patientId: 'p' });
    const seen: string[] = [];
    new MutationObserver(() => {
      if (!inside(cockpit, '.parts')) return;
      const shown = ['why', 'section[data-type=medication]', 'section[data-type=service]']
        .filter((each) => inside(cockpit, each === 'why' ? '[part~=why]' : each))
        .length.toString();
      seen.push(`${shown} ${inside(cockpit, '.frame')?.getAttribute('aria-busy')}`);
    }).observe(cockpit.shadowRoot!, { childList: true, subtree: true, attributes: true });
    await drawn(cockpit);
    expect(seen).to.include.members(['1 true', '2 true', '3 false']);
    expect(seen.filter((each) => /^[12] false/.test(each))).to.deep.equal([]);
  });

  it('letters open; missed controls and the state of a referral are said', async () => {
    const cockpit = await shown();
    const letter = inside<HTMLDetailsElement>(cockpit, '.letter');
    letter!.open = true;
    expect(letter?.innerText).to.contain('Udskrevet i dag.');
    expect(textOf(cockpit)).to.contain('1. sep. 2026, udeblevet').and.to.contain('modtaget');
  });

  it('contacts and medicines that no source covers are not counted as none', async () => {
    const { services: _, letters: __, medications: ___, ...rest } = records;
    const adapter = faultyAdapter(
      { description, patients: [rest] },
      { missing: ['service', 'letter', 'medication'] },
    );
    const cockpit = await shown({ adapter });
    expect(inside(cockpit, '[part=contacts]')?.textContent)
      .to.contain('praksis kan ikke afgøres · sygehus kan ikke afgøres')
      .and.not.to.contain('0 i praksis');
    expect(textOf(cockpit)).not.to.contain('0 præparater');
  });

  it('thousands of records, open spans, dates to come, missing units, texts for numbers, long texts', async () => {
    const long = 'Langtekstudenpauser'.repeat(100);
    const many = Array.from({ length: 1000 }, (_, index) => index);
    const day = (index: number) =>
      new Date(Date.UTC(2027, 11, 31) - index * 86_400_000).toISOString().slice(0, 10);
    const extreme: PatientRecords = {
      patient: person,
      diagnoses: [{ code: 'P70', text: long, from: '2022-03-14' }],
      medications: many.map((index) => ({
        code: `N05AH0${index % 9}`,
        text: index === 0 ? long : `Middel ${index % 9}`,
        from: day(index),
        ...(index % 2 ? { to: day(index - 1) } : {}),
      })),
      results: many.map((index) => ({
        code: 'MCS88042',
        text: 'MMSE',
        at: day(index),
        value: index % 3 ? index % 31 : 'ikke målt',
        ...(index % 4 ? { unit: 'point' } : {}),
      })),
      services: many.map((index) => ({ code: '0101', text: long, at: day(index) })),
      letters: many.map((index) => ({ text: long, at: day(index), body: long })),
      appointments: [{ at: '2031-01-01', text: long }],
      referrals: [],
    };
    for (const width of [360, 1500]) {
      const cockpit = await shown({ adapter: adapterOf(extreme) }, { width, height: 900 });
      const frame = inside(cockpit, '.frame')!;
      expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
      for (const section of allInside(cockpit, 'section.part'))
        expect(section.scrollWidth, section.innerText.slice(0, 40)).to.be.at.most(
          section.clientWidth,
        );
      cockpit.parentElement?.remove();
    }
  });

  it('tells an age that is not certain as what it may be', async () => {
    const adapter = adapterOf({ ...records, patient: { ...person, birthDate: '1951' } });
    const cockpit = await shown({ adapter });
    expect(inside(cockpit, 'h2')?.textContent.replaceAll(/\s+/g, ' ')).to.contain(
      'Birthe Prøve, 74–75 år',
    );
  });

  it('a long history is there to its last record, of which few are drawn at a time', async () => {
    const services = Array.from({ length: 1000 }, (_, index) => ({
      code: '0101',
      text: `Ydelse ${index}`,
      at: new Date(Date.UTC(2026, 0, 1) - index * 86_400_000).toISOString().slice(0, 10),
    }));
    const cockpit = await shown({ adapter: adapterOf({ patient: person, services }) });
    const history = await until('the history', () =>
      allInside(cockpit, 'details.history').find((each) => each.textContent.includes('1.000')),
    );
    history.querySelector('summary')!.click();
    const box = await until('its lines', () => history.querySelector<HTMLElement>('div.lines'));
    await until('the first', () => box.textContent.includes('Ydelse 0'));
    expect(box.querySelectorAll('li').length).to.be.lessThan(200);
    box.focus();
    expect(cockpit.shadowRoot?.activeElement === box).to.equal(true);
    await until('the last', () => {
      box.scrollTop = box.scrollHeight;
      return box.textContent.includes('Ydelse 999');
    });
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
  });

  it('the tab of a profile tells how grave it is by an icon, and in words for who hears it', async () => {
    const cockpit = await shown({ profiles });
    const tabs = await until('tabs', () => {
      const all = allInside(cockpit, '.tabs [role=tab]');
      return all.length > 1 && all;
    });
    const grave = tabs.find((each) => each.querySelector('.count.critical'))!;
    expect(grave.querySelector('.count svg')).to.not.equal(null);
    expect(grave.querySelector('.count [aria-hidden]:not(svg)')!.textContent).to.match(/^\d+$/);
    expect(grave.querySelector('.count .visually-hidden')!.textContent).to.match(/^: \d+ alvorlig/);
  });

  it('why on the list: what was found with its date and what was not, the criteria in full one step away', async () => {
    const cockpit = await shown({ profiles, profileId: demens.id });
    const why = await until('why', () => inside(cockpit, '.part.why'));
    const lines = [...why.querySelectorAll('.in-few .node')].map((each) =>
      each.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(lines.length).to.be.within(1, 3);
    expect(lines[0]).to.match(/^P70 .*registreret 14\. mar\. 2022/);
    const more = why.querySelector<HTMLDetailsElement>('details.more')!;
    expect(more.open).to.equal(false);
    expect(more.textContent).to.contain('Mindst ét af disse');
  });

  it('what cannot be determined for the same reason says it once', async () => {
    const ekg = demens.information.find(({ id }) => id === 'ekg')!;
    const more = ['Øjne', 'Fødder'].map((da, at) => ({ ...ekg, id: `uden-${at}`, title: { da } }));
    const profile = { ...demens, information: [...demens.information, ...more] };
    const cockpit = await shown({ profiles: [profile], profileId: demens.id });
    const services = await until('services', () => inside(cockpit, '[data-type=service]'));
    const said = services.textContent.replaceAll(/\s+/g, ' ');
    expect(said.match(/Profilen angiver ingen kode/g)).to.have.length(1);
    expect(said).to.contain('EKG, Øjne, Fødder');
  });

  it('a strip is one line with who, how grave, and the first thing to know', async () => {
    const cockpit = await shown({ size: 'strip' }, { width: 700, height: 60 });
    expect(textOf(cockpit)).to.contain('1 alvorlig').and.to.contain('Vurdér seponering');
    expect(inside(cockpit, '.strip')!.getBoundingClientRect().height).to.be.below(50);
    expect(inside(cockpit, '.parts')).to.equal(null);
  });

  it('in the side panel nothing is wider than it, and all commands are named', async () => {
    const cockpit = await shown(
      { profiles, sharer: { recipients: [], share: () => Promise.resolve() } },
      { width: 360, height: 900 },
    );
    expect(inside(cockpit, '.frame')!.scrollWidth).to.be.at.most(360);
    for (const each of allInside(cockpit, '.commands button'))
      expect(each.title || each.textContent.trim()).to.not.equal('');
  });

  it('what is printed has no commands, nothing under 8 points, nothing cut, and says whose it is', async () => {
    const cockpit = await shown({ patientId: 'p', profiles, profileId: 'all' });
    const { body } = document;
    const append = body.append.bind(body);
    let frame: HTMLIFrameElement | undefined;
    // Printing waits for the user; here the frame is kept and looked at.
    body.append = (node: Node | string) => {
      append(node);
      frame = node as HTMLIFrameElement;
      const inner = frame.contentWindow!;
      inner.print = () => void inner.dispatchEvent(new Event('beforeprint'));
    };
    await cockpit.print();
    delete (body as Partial<HTMLElement>).append;
    const host = frame!.contentDocument!.querySelector('div')!;
    const paper = host.shadowRoot!;
    const printed = paper.textContent;
    const all = [...paper.querySelectorAll<HTMLElement>('*')].filter((each) =>
      each.checkVisibility(),
    );
    for (const each of all) {
      const { fontSize, textOverflow } = frame!.contentWindow!.getComputedStyle(each);
      expect(parseFloat(fontSize), each.className).to.be.at.least((8 * 96) / 72 - 0.01);
      expect(textOverflow, each.className).to.equal('clip');
    }
    // Nothing can be opened on paper: why the patient is here is open.
    expect(paper.querySelectorAll('.why details').length).to.be.above(0);
    expect(paper.querySelector('.why details:not([open])')).to.equal(null);
    const foot = paper.querySelector('tfoot')!;
    expect(foot.textContent)
      .to.contain('Birthe Prøve')
      .and.to.contain('pr. 24. nov. 2026')
      .and.to.match(/udskrevet \d+\. \w+\. \d{4} kl\. \d\d\.\d\d/);
    expect(getComputedStyle(foot).display).to.equal('table-footer-group');
    expect(printed).to.contain('Birthe Prøve').and.to.contain('pr. 24. nov. 2026');
    expect(host.shadowRoot!.querySelector('button:not(.link)')).to.equal(null);
    frame!.remove();
  });

  it('may not print: no button', async () => {
    const forbidden = { ...description, may: { print: false } };
    const cockpit = await shown({
      adapter: faultyAdapter({ description: forbidden, patients: [records] }),
    });
    expect(button(cockpit, 'Udskriv')).to.equal(undefined);
  });
});
