/**
 * Nothing that is shown holds a character that nobody sees and that changes how what stands around it is read, wherever
 * it came from: every text that a clinic, a profile, a round, an action or a sharer has is drawn with such characters,
 * every button is pressed, and the whole page is read, attributes, fields, files and what is printed among it.
 */
import { expect } from '@open-wc/testing';
import {
  memoryAdapter,
  type ActionField,
  type ClinicAdapter,
  type PatientRecords,
  type Round,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { neverShown } from '../json/hostile-texts.ts';
import { someOf } from '../depth.ts';
import { check, openPanel, placeList, press, rows } from './list.ts';
import { allInside, clinic, demens, drawn, inside, place, until } from './stage.ts';

const mark = '\u202e\0\u2028\u2069\u200e\x85\x1b\u206a';

/** What is read by a program, and compared: the rest of a host's texts is for people. */
const read = new Set(
  'id code system from to at birthDate sex cpr status value comparator municipality types source available updated staleAfter deceased user roles insuranceGroup postalCode'.split(
    ' ',
  ),
);
/** What is for people in a profile. */
const words = new Set(['da', 'en', 'text', 'authors']);

/** A copy of a value with hidden characters in every text whose key passes. */
function marked<Value>(value: Value, passes: (key: string) => boolean, key = ''): Value {
  if (typeof value === 'string') return (passes(key) ? value + mark + 'z' : value) as Value;
  if (Array.isArray(value)) return value.map((each) => marked(each, passes, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, marked(part as unknown, passes, name)]),
  ) as Value;
}
const isShown = (key: string) => !read.has(key);

const patients = clinic.patients
  .filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code.startsWith('P70')))
  .slice(0, 4)
  .map((records): PatientRecords => {
    const { patient, appointments = [], results = [], referrals = [] } = records;
    const text = `Tekst${mark}`;
    return marked(
      {
        ...records,
        patient: { ...patient, practitioner: 'Læge', address: 'Vej 1', city: 'By', phone: '1' },
        appointments: [...appointments, { at: '2026-12-01', text: 'Kontrol', with: 'Læge' }],
        referrals: [...referrals, { at: '2026-10-01', text: 'Udredning', to: 'Klinik' }],
        results: [
          ...results,
          { code: `NPU1${mark}`, at: '2026-10-01', value: text, unit: text, source: text },
        ],
      },
      isShown,
    );
  });

const by = `AB${mark}`;
const at = '2026-11-20T10:00:00+01:00';
function round(id: string, more: Partial<Round> = {}): Round {
  const members = patients.map(({ patient }, index) => ({
    patientId: patient.id,
    status: (['new', 'to-follow-up', 'reviewed', 'exempt'] as const)[index % 4]!,
    note: `Note${mark}`,
    earlier: `Før${mark}`,
    due: '2026-12-01',
    // One whom the clinic does not name, by a name or by the id alone.
    assignee: index % 2 ? { id: `rolle${mark}`, name: `Rolle${mark}` } : { id: `ukendt${mark}` },
    markers: ['antipsykotika', `væk${mark}`],
    exemptReason: `grund${mark}`,
    exemptions: ['antipsykotika', `væk${mark}`].map((marker) => ({ marker, reason: `grund${mark}`, note: `Nej${mark}`, by, at })),
    contact: (['called', 'no-answer'] as const).map((outcome) => ({ outcome, at, by, nextTry: '2026-12-01' })),
    ...{ by, at },
  })); // prettier-ignore
  const profile = { id: 'dk.demens', version: `1.0.0${mark}` };
  const owner = { id: `rolle${mark}`, name: `Rolle${mark}` };
  const aim = { goal: `Halvér${mark}`, evaluation: '2026-11-02', owner, by, at };
  return { id, revision: 1, profile, asOf: '2026-11-01', aim, members, ...more };
}

const told = { da: `Ord${mark}`, en: `Word${mark}` };
const fields: readonly ActionField[] = [
  { id: 'text', type: 'text', label: told, hint: told, default: `Fra start${mark}` },
  {
    ...{ id: 'message', type: 'template', label: told },
    templates: [{ id: 't', title: told, body: { da: `Hej {navn}${mark}, {ukendt${mark}}` } }],
  },
  { id: 'choice', type: 'choice', label: told, options: [{ id: 'a', label: told }] },
];

function hostile(): ClinicAdapter {
  const sources = [{ id: `fmk${mark}`, title: { da: 'FMK' }, gives: { da: 'Medicin' }, types: ['medication' as const], available: false }]; // prettier-ignore
  const team = [{ id: 'sek', name: 'Sekretærer' }, { id: `anne${mark}`, name: 'Anne' }]; // prettier-ignore
  const parts = { patients: patients.length, user: by, team, sources };
  const description = marked({ ...clinic.description, ...parts }, isShown);
  const earlier = { asOf: '2026-05-01', finished: '2026-06-01' };
  return {
    ...memoryAdapter({ description, patients }),
    openJournal: () => Promise.reject(new Error(mark)),
    rounds: faultyRounds([round('now'), round('before', earlier)]),
    actions: (['one', 'many', 'asks'] as const).map((scope) => ({
      id: scope + mark,
      ...(scope === 'asks' ? { fields } : {}),
      label: { da: `Kø ${scope}${mark}`, en: mark },
      scope: scope === 'one' ? scope : 'many',
      run: (chosen) =>
        Promise.resolve(
          chosen.map(({ id }, index) => ({
            ...{ patientId: id, ok: index % 2 === 0, message: { da: `Besked${mark}` } },
          })),
        ),
    })),
  };
}

const profiles = [marked(demens, (key) => words.has(key)), { title: { da: `Nej${mark}` } }];
const sharer = {
  recipients: [{ name: `Bo${mark}`, organisation: `Sygehus${mark}` }],
  share: () => Promise.reject(new Error(mark)),
};

/** Where hidden characters were seen, and what stood there. */
const seen = new Set<string>();
/** The newest of what can be shown, and whether it was. */
const newest = ['Fra start', 'Hej ', 'Halvér', 'grund', 'Rolle', 'Intet svar'];
const shown = new Set<string>();
function look(text: string, where: string): void {
  for (const each of newest) if (text.includes(each)) shown.add(each);
  if (neverShown.test(text)) seen.add(`${where}: ${JSON.stringify(text.trim().slice(0, 80))}`);
}

/** Reads all that stands in a tree, and in the trees and frames in it. What an option or a field is sent as is not shown. */
function readAll(root: Node): void {
  // Not by their classes: a frame has classes of its own.
  if (root.nodeType === Node.TEXT_NODE)
    look(root.nodeValue ?? '', root.parentElement?.localName ?? 'text');
  if (root.nodeType === Node.ELEMENT_NODE) {
    const element = root as HTMLElement & { readonly value?: unknown };
    const { localName, attributes, shadowRoot, value } = element;
    for (const each of attributes)
      if (each.name !== 'value') look(each.value, `${localName} ${each.name}`);
    const isWritten = !/radio|checkbox/.test(element.getAttribute('type') ?? '');
    if (/^(textarea|input)$/.test(localName) && isWritten) look(String(value), localName);
    if (shadowRoot) readAll(shadowRoot);
  }
  for (const child of root.childNodes) readAll(child);
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 30));

/** Presses every button that is there or comes, each once, and reads the page after each. */
async function pressAll(element: HTMLElement): Promise<number> {
  const pressed = new Set<string>();
  const next = () =>
    allInside(element, 'button').find(
      (each) => !pressed.has(named(each)) && !(each as HTMLButtonElement).disabled,
    );
  for (let button = next(); button && pressed.size < 150; button = next()) {
    pressed.add(named(button));
    button.click();
    await turn();
    readAll(document);
  }
  return pressed.size;
}
const named = (button: Element) =>
  `${button.textContent.trim()}|${button.ariaLabel ?? ''}|${button.className}`;

describe('no character that nobody sees', () => {
  const { append } = HTMLElement.prototype;
  beforeEach(() => {
    seen.clear();
    shown.clear();
    document.body.append = function (...nodes: (Node | string)[]) {
      append.apply(this, nodes);
      for (const node of nodes)
        if (node instanceof HTMLIFrameElement && node.contentWindow)
          node.contentWindow.print = () => readAll(node.contentDocument!);
    };
  });
  afterEach(() => void delete (document.body as Partial<HTMLElement>).append);

  it('in the list, its panels, dialogs, files and paper', async () => {
    const list = await placeList({ adapter: hostile(), profiles }, { width: 1500, height: 900 });
    const files: Promise<string>[] = [];
    list.addEventListener('overblik-export', (event) => {
      event.preventDefault();
      files.push(event.detail.file.text());
    });
    await until('the round', () => list.round?.state.phase === 'ready');
    for (const row of rows(list)) check(row)!.click();
    await list.updateComplete;
    readAll(document);
    allInside(list, '.footer button')
      .find((each) => named(each).includes('asks'))!
      .click();
    const form = await until(
      'the form',
      () => allInside(list, 'dialog[open] textarea').length > 1 && inside(list, 'dialog[open]'),
    );
    readAll(document);
    const templates = form.querySelector<HTMLSelectElement>('select[id$=template]')!;
    const own = [...templates.options].find(({ textContent }) => textContent.startsWith('Ord'))!;
    templates.value = own.value;
    templates.dispatchEvent(new Event('change', { bubbles: true }));
    await turn();
    readAll(document);
    form.querySelector<HTMLElement>('.primary')!.click();
    await turn();
    readAll(document);
    await press('Escape');
    await press('Escape');
    await until('closed', () => !inside(list, 'dialog[open]'));
    const panel = await openPanel(list, 'Eksportér');
    panel.querySelector<HTMLElement>('button[value=csv]')!.click();
    await until('a file', () => files.length > 0);
    expect(await pressAll(list)).to.be.above(60);
    expect([...shown].sort(), 'shown').to.deep.equal([...newest].sort());
    for (const file of await Promise.all(files))
      if (!file.startsWith('PK')) for (const line of file.split('\r\n')) look(line, 'file');
    expect([...seen].join('\n')).to.equal('');
  });

  it('on the start page', async () => {
    const own = demens.title.da;
    const [first] = profiles;
    const other = { ...(first as object), id: 'dk.anden', title: { da: `Anden${mark}` } };
    const given = { adapter: hostile(), profiles: [...profiles, other] };
    const page = place('overblik-workspace', given);
    await until('all counted', () => inside(page, '.start table[aria-busy=false] .reached'));
    readAll(document);
    const words = page.shadowRoot!.textContent;
    for (const each of ['Halvér', 'Rolle', own, 'Anden', 'Nej']) expect(words).to.contain(each);
    expect(await pressAll(page)).to.be.above(5);
    expect([...seen].join('\n')).to.equal('');
  });

  it('in the cockpit, its dialogs and paper', async () => {
    for (const { patient } of someOf(patients, 3)) {
      const given = { adapter: hostile(), profiles, sharer, patientId: patient.id };
      const cockpit = place('overblik-cockpit', given);
      await drawn(cockpit);
      readAll(document);
      expect(await pressAll(cockpit)).to.be.above(10);
      cockpit.remove();
    }
    expect([...seen].join('\n')).to.equal('');
  });
});
