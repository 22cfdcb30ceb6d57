/**
 * Every figure on the screen is the engine's own, read from the page as it is drawn: cards, their table, tabs,
 * choices of filters, rows, foot, data quality, paper and file of the list, and cockpit, strip and marker of a
 * patient, under no filter, one and two, with exemptions and without. A figure that nothing here explains is an error.
 *
 * Two profiles in a small clinic; `npm run test:deep` takes all of them in the whole demo clinic.
 */
import { expect } from '@open-wc/testing';
import { strFromU8, unzipSync } from 'fflate';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { demens, profiles } from '../../fixtures/profiles/index.ts';
import {
  Clinic,
  compile,
  evaluate,
  evaluatePatient,
  formatCpr,
  parseProfile,
  type Criterion,
  type Filter,
  type OverblikCockpit,
  type OverblikMarker,
  type OverblikPopulation,
  type PatientOutcome,
  type Population,
  type Profile,
} from '../../src/define.ts';
import { showOf } from '../../src/profile/index.ts';
import {
  adapterOf,
  asOf,
  count,
  exemptionsIn,
  isAtLeast,
  isExempted,
  liveTruth,
  membersOf,
  roundOf,
  truthOf,
  type Member,
  type Truth,
} from '../figures.ts';
import { isDeep } from '../depth.ts';
import {
  cell,
  chooseFilter,
  count as countRows,
  heads,
  openPanel,
  panel,
  placeList,
  rows,
} from './list.ts';
import { allInside, clinic as small, inside, place, textOf, until } from './stage.ts';

const made = isDeep ? generateClinic() : small;
const clinic = new Clinic(made.description.coverage);
clinic.add(made.patients);
const plans = profiles.map((document) => {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return compile(parsed.profile);
});
const populations = new Map<string, Population>();
/** Evaluated once: a profile is looked at several times. */
function populationOf(profileId: string): Population {
  let population = populations.get(profileId);
  if (!population) {
    const plan = plans.find(({ profile }) => profile.id === profileId)!;
    populations.set(profileId, (population = evaluate(plan, clinic, asOf)));
  }
  return population;
}

// ── How figures are written ──────────────────────────────────────────────────────────────────────

const number = (value: number) => new Intl.NumberFormat('da-DK').format(value);
const plural = (value: number, one: string, more: string) =>
  `${number(value)} ${value === 1 ? one : more}`;
const patients = (value: number) => plural(value, 'patient', 'patienter');

function percent(part: number, whole: number): string {
  const share = whole > 0 ? (part / whole) * 100 : 0;
  const digits = share > 0 && share < 10 ? 1 : 0;
  return share.toLocaleString('da-DK', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** R22: a share is of those of whom it is known; the others stand beside. */
interface Figure {
  readonly yes: number;
  readonly unknown: number;
  readonly of: number;
}

/** No 0 where nobody can know. */
const isUnknown = ({ yes, unknown }: Figure) => yes === 0 && unknown > 0;
const countIn = (figure: Figure) => (isUnknown(figure) ? '?' : number(figure.yes));
const besideIn = ({ unknown }: Figure) =>
  unknown > 0 ? [`${number(unknown)} kan ikke afgøres`] : [];
/** Of the clinic, or of those in it who can be determined. */
const clinicShare = (figure: Figure) =>
  isUnknown(figure) || figure.of === 0
    ? []
    : [
        `${percent(figure.yes, figure.of)} % af ${patients(figure.of)}${figure.unknown > 0 ? ', der kan afgøres' : ''}`,
      ];
const shareIn = (figure: Figure, isNarrowed: boolean) =>
  isUnknown(figure) || figure.of === 0
    ? []
    : [`${percent(figure.yes, figure.of)} % af ${number(figure.of)}${isNarrowed ? ' viste' : ''}`];

// ── How they are read ────────────────────────────────────────────────────────────────────────────

const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const childWords = (element: Element) => [...element.children].map(words).filter(Boolean);

/** Reads elements of one shadow tree, and remembers whose figures are explained. */
class Reader {
  readonly #read = new Set<Node>();

  constructor(private readonly host: Element) {}

  all(selector: string): readonly HTMLElement[] {
    const found = allInside(this.host, selector);
    for (const each of found) this.#read.add(each);
    return found;
  }

  words(selector: string): readonly string[] {
    return this.all(selector).map(words);
  }

  /** The texts with a figure of which nothing has been read. */
  unexplained(selector: string): readonly string[] {
    const left: string[] = [];
    for (const root of allInside(this.host, selector)) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        let at: Node | null = /\d/.test(node.nodeValue ?? '') ? node : null;
        if (!at) continue;
        while (at && !this.#read.has(at)) at = at.parentNode;
        if (!at) left.push((node.nodeValue ?? '').trim());
      }
    }
    return left;
  }
}

/** Waits until what is read is as expected; fails with both. */
async function settles(read: () => unknown, expected: unknown, what: string): Promise<void> {
  const isThere = () => JSON.stringify(read()) === JSON.stringify(expected);
  await until(what, isThere).catch(() => undefined);
  expect(read(), what).to.deep.equal(expected);
}

// ── What is expected of a list ───────────────────────────────────────────────────────────────────

interface Narrowing {
  readonly filter: Filter;
  /** What the filter says of itself. */
  readonly pill: string;
  readonly passes: (member: Member) => boolean;
}

/** No filter, one, and two. */
function looksOf({ markers: [first, second] = [] }: Profile): readonly (readonly Narrowing[])[] {
  const old: Narrowing = {
    filter: { columnId: 'age', min: 75 },
    pill: 'Alder: fra 75',
    passes: (member) => isAtLeast(member, 75),
  };
  if (!first) return [[], [old]];
  const either = second ? [first, second] : [first];
  const marked: Narrowing = {
    filter: { columnId: 'reasons', any: either.map(({ id }) => id) },
    pill: either.map(({ title }) => title.da).join(' eller '),
    passes: (member) => either.some(({ id }) => liveTruth(member, id) === 'yes'),
  };
  return [[], [old], [marked, old]];
}

/** A list's members as one look shows them, and every figure of theirs. */
class Sheet {
  readonly shown: readonly Member[];
  readonly isNarrowed: boolean;

  constructor(
    readonly population: Population,
    readonly members: readonly Member[],
    readonly look: readonly Narrowing[],
  ) {
    this.shown = this.without();
    this.isNarrowed = this.shown.length < members.length;
  }

  get profile(): Profile {
    return this.population.profile;
  }

  get hasExempt(): boolean {
    return this.members.some(({ isExempt, exempted }) => isExempt || exempted.size > 0);
  }

  /** Whom the filters leave, those of a column aside. */
  without(columnId?: string): readonly Member[] {
    const asked = this.look.filter(({ filter }) => filter.columnId !== columnId);
    return this.members.filter((member) => asked.every(({ passes }) => passes(member)));
  }

  figure(truthIn: (member: Member) => Truth, among = this.shown): Figure {
    const unknown = count(among, (member) => truthIn(member) === 'unknown');
    return {
      yes: count(among, (member) => truthIn(member) === 'yes'),
      unknown,
      of: among.length - unknown,
    };
  }

  /** The members among all patients of the clinic. */
  get inClinic(): Figure {
    const unknown = this.population.undecided.length;
    return { yes: this.members.length, unknown, of: clinic.size - unknown };
  }

  marker(id: string, among = this.shown): Figure {
    return this.figure((member) => liveTruth(member, id), among);
  }

  truths(criterion: Criterion): ReadonlyMap<string, Truth> {
    const answers = ['no', 'unknown', 'yes'] as const;
    const bytes = this.population.truths(criterion);
    return new Map(this.members.map(({ id }, at) => [id, answers[bytes[at]!]!]));
  }

  /** A control that is asked of those alone who are not exempt. */
  get controls(): readonly {
    readonly title: string;
    readonly truthIn: (member: Member) => Truth;
  }[] {
    return this.profile.information.flatMap((item) => {
      if (item.type !== 'service' || item.uncoded) return [];
      if (showOf(item) !== 'latest' && item.when === undefined) return [];
      const { codes, source, condition } = item;
      const service = {
        ...(codes && { codes }),
        ...(source && { source }),
        when: { last: 'P12M' },
      };
      const missing = { not: { service } };
      const truths = this.truths(condition ? { all: [condition, missing] } : missing);
      return [
        {
          title: item.title.da,
          truthIn: ({ id, isExempt }: Member) => (isExempt ? 'no' : truths.get(id)!),
        },
      ];
    });
  }

  get indicators(): readonly { readonly title: string; readonly figure: Figure }[] {
    const { indicators = [] } = this.profile;
    return indicators.map(({ title, numerator, denominator }) => {
      const above = this.truths(numerator);
      const below = denominator && this.truths(denominator);
      const asked = this.shown.filter(({ id }) => !below || below.get(id) === 'yes');
      const known = this.figure(({ id }) => above.get(id)!, asked);
      const beside = count(this.shown, ({ id }) => below?.get(id) === 'unknown');
      return { title: title.da, figure: { ...known, unknown: known.unknown + beside } };
    });
  }

  /** The bands of the pyramid, the youngest first. */
  get bands(): readonly { readonly words: string; readonly yes: number }[] {
    const among = this.without('age');
    const tens = Array.from({ length: 10 }, (_, ten) => {
      const those = among.filter(
        ({ age, outcome }) =>
          age !== undefined &&
          outcome.patient.patient.sex &&
          Math.min(9, Math.floor(age / 10)) === ten,
      );
      const women = count(those, ({ outcome }) => outcome.patient.patient.sex === 'female');
      const men = those.length - women;
      const label = ten === 9 ? '90+' : `${ten * 10}–${ten * 10 + 9}`;
      return {
        words: `${label} år: ${plural(women, 'kvinde', 'kvinder')}, ${plural(men, 'mand', 'mænd')}`,
        yes: those.length,
      };
    });
    const filled = tens.map(({ yes }) => yes > 0);
    return filled.includes(true)
      ? tens.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1)
      : [];
  }

  get unknownAges(): number {
    return count(
      this.without('age'),
      ({ age, outcome }) => age === undefined || !outcome.patient.patient.sex,
    );
  }
}

const indicatorWords = (figure: Figure) => [
  isUnknown(figure)
    ? '?'
    : figure.of === 0
      ? '–'
      : `${percent(figure.yes, figure.of)} % (${number(figure.yes)} af ${number(figure.of)})`,
  ...besideIn(figure),
];

// ── The list ─────────────────────────────────────────────────────────────────────────────────────

for (const { id } of (isDeep ? profiles : [demens]) as readonly Profile[])
  describe(`the list of ${id}`, () => {
    for (const hasExemptions of isDeep ? [false, true] : [true])
      it(`says what the engine says, ${hasExemptions ? 'with' : 'without'} exemptions`, async () => {
        const population = populationOf(id);
        const said = hasExemptions ? exemptionsIn(population) : [];
        const members = membersOf(population, said);
        const list = await placeList(
          {
            adapter: adapterOf(made, hasExemptions ? [roundOf(population, said)] : []),
            profiles: [population.profile],
          },
          { width: 1590, height: 900 },
        );
        for (const look of looksOf(population.profile)) {
          const sheet = new Sheet(population, members, look);
          list.view = { profileId: id, filters: look.map(({ filter }) => filter) };
          await settles(
            () => words(inside(list, '.showing')),
            `${number(sheet.shown.length)} af ${number(members.length)} vises`,
            'the rows',
          );
          await until('cards', () => !inside(list, '.overview[aria-busy]'));
          checkCards(list, sheet, said.length);
          await checkTable(list, sheet);
          checkRows(list, sheet);
          // What takes the most time, under no filter and under two.
          if (!isDeep && look.length === 1) continue;
          await checkChoices(list, sheet);
          await checkPrint(list, sheet);
          await checkFile(list, sheet);
        }
        await checkQuality(list, new Sheet(population, members, []));
      });
  });

function checkCards(list: OverblikPopulation, sheet: Sheet, statuses: number): void {
  const { population, members, shown, isNarrowed, profile, look } = sheet;
  const { markers = [] } = profile;
  const [all, undecided] = [members.length, population.undecided.length];
  const reader = new Reader(list);
  const share = (figure: Figure) =>
    [...shareIn(figure, isNarrowed), ...besideIn(figure)].join(' · ');
  // Of nobody no share is told.
  const card = (title: string, figure: Figure) =>
    [title, countIn(figure), share(figure)].filter(Boolean);

  expect(reader.words('.total p')).to.deep.equal([
    countIn(sheet.inClinic),
    ...clinicShare(sheet.inClinic),
    ...(isNarrowed ? [`${number(shown.length)} af ${number(all)} vises`] : []),
    ...(undecided > 0 ? [`${number(undecided)} kan ikke afgøres`] : []),
  ]);
  expect(reader.all('.card.filter').map(childWords)).to.deep.equal([
    ...markers
      .filter(({ level }) => level === 'critical')
      .map(({ id, title }) => card(title.da, sheet.marker(id))),
    ...sheet.controls.map(({ title, truthIn }) =>
      card(withoutControl(title), sheet.figure(truthIn)),
    ),
  ]);
  expect(reader.all('.bar').map(childWords)).to.deep.equal(
    markers.map(({ id, title }) => [title.da, countIn(sheet.marker(id))]),
  );
  expect(reader.all('.band').map((each) => each.getAttribute('aria-label'))).to.deep.equal(
    sheet.bands.map((band) => band.words),
  );
  expect(reader.words('.ages > .muted:not(.legend)')).to.deep.equal(
    sheet.unknownAges > 0 ? [`Alder eller køn ukendt: ${number(sheet.unknownAges)}`] : [],
  );
  expect(reader.all('.indicator').map(childWords)).to.deep.equal(
    sheet.indicators.map(({ title, figure }) => [title, ...indicatorWords(figure)]),
  );
  if (sheet.indicators.length > 0)
    expect(textOf(list).includes('(undtagne medregnet)')).to.equal(sheet.hasExempt);

  expect(reader.words('[role=tab]')).to.deep.equal([
    'I populationen',
    `Kan ikke afgøres ${number(undecided)}`,
  ]);
  expect(reader.words('.pair button:first-child')).to.deep.equal(look.map(({ pill }) => pill));
  expect(countRows(list)).to.equal(shown.length);
  const exempt = count(members, ({ isExempt }) => isExempt);
  // Of everybody, whatever is filtered: together they are the population.
  expect(reader.words('.progress .foldable')).to.deep.equal([
    `Mangler ${number(all - statuses)}`,
    `Til opfølgning ${number(statuses - exempt)}`,
    'Gennemgået 0',
    `Undtaget ${number(exempt)}`,
  ]);

  // What else has a figure: names of the profile, its version and dates, and that nobody is chosen.
  expect(reader.words('.head h2')).to.deep.equal([profile.title.da]);
  expect(reader.words('.purpose .long')[0]).to.equal(
    `Formål: ${profile.purpose.map(({ da }) => da).join(' · ')}`,
  );
  expect(reader.words('.facts')[0]).to.match(
    new RegExp(
      `^version ${profile.version}( \\(kladde\\))? [0-9a-f]{8} · pr\\. 24\\. nov\\. 2026 · opdateret i dag 08\\.14$`,
    ),
  );
  expect(reader.words('.footer > .muted')).to.deep.equal(['0 valgt']);
  reader.all('.showing, .badge, .tools [role=status]');
  expect(reader.unexplained('.head, .overview, .tools, .footer')).to.deep.equal([]);
}

async function checkTable(list: OverblikPopulation, sheet: Sheet): Promise<void> {
  const { population, isNarrowed, profile } = sheet;
  const { markers = [] } = profile;
  const turn = () => inside(list, '.views [aria-pressed]')!.click();
  turn();
  await until('the table', () => inside(list, '.numbers tbody'));
  const row = (title: string, figure: Figure, narrowed = isNarrowed) => [
    title,
    countIn(figure),
    shareIn(figure, narrowed)[0] ?? '',
    number(figure.unknown),
  ];
  const butAge = sheet.without('age').length;
  expect(
    allInside(list, '.numbers tbody tr').map((each) => [...each.children].map(words)),
  ).to.deep.equal([
    [
      'I populationen',
      countIn(sheet.inClinic),
      clinicShare(sheet.inClinic).join(),
      number(population.undecided.length),
    ],
    ...markers.map(({ id, title }) => row(title.da, sheet.marker(id))),
    ...sheet.controls.map(({ title, truthIn }) =>
      row(withoutControl(title), sheet.figure(truthIn)),
    ),
    // Those of another age are counted too: not everybody of whom a share is told is shown.
    ...sheet.bands.map(({ words: title, yes }) =>
      row(
        title,
        { yes, unknown: sheet.unknownAges, of: butAge - sheet.unknownAges },
        isNarrowed && butAge === sheet.shown.length,
      ),
    ),
    ...(sheet.unknownAges > 0
      ? [['Alder eller køn ukendt', number(sheet.unknownAges), '', '']]
      : []),
    ...sheet.indicators.map(({ title, figure }) => [title, indicatorWords(figure).join(' · ')]),
  ]);
  turn();
  await until('the cards', () => inside(list, '.cards'));
}

const levels = { critical: 0, warning: 1, info: 2 };

/** The rows that are drawn: who, what is set, why first, and what each item says. */
function checkRows(list: OverblikPopulation, sheet: Sheet): void {
  const { members, profile } = sheet;
  const { markers = [], information } = profile;
  const byCpr = new Map(
    members.map((member) => {
      const { cpr, name } = member.outcome.patient.patient;
      return [cpr === undefined ? name : formatCpr(cpr), member];
    }),
  );
  const drawn = heads(list);
  expect(rows(list).length).to.be.at.least(Math.min(8, sheet.shown.length));
  for (const row of rows(list)) {
    const cpr = words(cell(list, row, 'CPR'));
    const member = byCpr.get(cpr) ?? byCpr.get(words(cell(list, row, 'Navn')))!;
    const { patient } = member.outcome.patient;
    const sex = patient.sex ? { female: 'K', male: 'M' }[patient.sex] : '';
    expect(words(cell(list, row, 'Alder'))).to.equal(`${member.age ?? '?'} ${sex}`.trim());

    const live = markers
      .filter(({ id }) => liveTruth(member, id) !== 'no')
      .map((marker) => ({ marker, isSet: liveTruth(member, marker.id) === 'yes' }))
      .sort(
        (a, b) =>
          Number(b.isSet) - Number(a.isSet) || levels[a.marker.level] - levels[b.marker.level],
      );
    const exempted = count(markers, ({ id }) => isExempted(member, id));
    const named = (isWanted: (each: (typeof live)[number]) => boolean) =>
      live.filter(isWanted).map(({ marker, isSet }) => ({
        begins: [(marker.short ?? marker.title).da, marker.title.da],
        isSet,
      }));
    const reasons = [
      ...named(({ marker, isSet }) => isSet && marker.level === 'critical'),
      ...named(({ marker, isSet }) => isSet && marker.level === 'warning'),
      ...sheet.controls
        .filter(({ truthIn }) => truthIn(member) === 'yes')
        .map(() => ({ begins: ['uden '], isSet: true })),
      ...named(({ isSet }) => !isSet),
      ...named(({ marker, isSet }) => isSet && marker.level === 'info'),
      ...(exempted > 0 ? [{ begins: [`${exempted} undtaget`], isSet: true }] : []),
    ];
    const cellOf = cell(list, row, 'Hvorfor først');
    const shown = [...cellOf.querySelectorAll('.chip .words')].map(words);
    expect(shown.length).to.be.at.least(Math.min(1, reasons.length));
    for (const [at, text] of shown.entries())
      expect(
        reasons[at]!.begins.some((begin) => text.startsWith(begin)),
        text,
      ).to.equal(true);
    const more = reasons.length - shown.length;
    expect(words(cellOf.querySelector('.count'))).to.equal(more > 0 ? `+${more}` : '');
    expect(cellOf.querySelectorAll('.chip.unknown')).to.have.length(
      count(reasons.slice(0, shown.length), ({ isSet }) => !isSet),
    );

    for (const item of information) {
      const title = item.title.da;
      if (item.type === 'patient' || count(drawn, (each) => each === title) !== 1) continue;
      const { state, records, unknownReasons } = member.outcome.cells.find(
        (each) => each.item.id === item.id,
      )!;
      const texts = [...cell(list, row, title).querySelectorAll('.text')].map(words);
      const [text = ''] = texts;
      if (state === 'not-asked') expect(texts, title).to.deep.equal([]);
      else if (state === 'unknown') expect(texts, title).to.deep.equal(['kan ikke afgøres']);
      else if (item.show === 'count')
        expect(text, title).to.equal(
          `${unknownReasons.length > 0 ? 'mindst ' : ''}${number(records.length)}`,
        );
      else if (state === 'none')
        expect(text, title).to.match(/^(–|mangler|ikke registreret|ingen.*)$/);
      else {
        expect(texts, title).to.have.length(showOf(item) === 'list' ? records.length : 1);
        const [first] = records;
        if (first?.type === 'result' && typeof first.value === 'number')
          expect(text, title).to.equal(
            [first.comparator, String(first.value).replace('.', ',')].filter(Boolean).join(' '),
          );
      }
    }
  }
}

async function close(list: OverblikPopulation): Promise<void> {
  inside(list, '.panel')!.hidePopover();
  await until('closed', () => !panel(list));
  await list.updateComplete;
}

/** The choices of the filters of markers, and of what is told by codes. */
async function checkChoices(list: OverblikPopulation, sheet: Sheet): Promise<void> {
  const { profile, shown } = sheet;
  const { markers = [], information } = profile;
  const choices = (open: Element) =>
    [...open.querySelectorAll('.lines li')].map((line) => {
      const label = line.querySelector('label')!;
      return [words(label.querySelector('.muted') ?? label), words(line.lastElementChild)] as const;
    });
  if (markers.length > 0) {
    const open = await chooseFilter(list, 'Hvorfor først');
    const among = sheet.without('reasons');
    expect(words(open.querySelector('p'))).to.equal(`Tallene er blandt ${patients(among.length)}`);
    expect(choices(open)).to.deep.equal(
      markers.map(({ id, title }) => [title.da, number(sheet.marker(id, among).yes)]),
    );
    await close(list);
  }
  for (const item of information) {
    if (item.type !== 'diagnosis' && item.type !== 'medication') continue;
    if (item.show === 'count') continue;
    const codes = shown.map(({ outcome }) =>
      outcome.cells.find((each) => each.item.id === item.id)!.records.map(({ code = '' }) => code),
    );
    const all = new Set(codes.flat());
    const open = await chooseFilter(list, item.title.da);
    expect(words(open.querySelector('p'))).to.equal(`Tallene er blandt ${patients(shown.length)}`);
    const offered = choices(open);
    // Of many only those in view are drawn.
    if (all.size <= 60) expect(offered).to.have.length(all.size);
    // R2: a code finds what begins with it.
    for (const [code, told] of offered)
      expect(told, `${item.title.da} ${code}`).to.equal(
        number(count(codes, (own) => own.some((each) => each.startsWith(code)))),
      );
    await close(list);
  }
}

/** What is said of a list away from the screen. */
function reach({
  population,
  members,
  shown,
  inClinic: { yes, unknown, of },
}: Sheet): Readonly<Record<string, string>> {
  return {
    Viser: `${number(shown.length)} af ${patients(members.length)} (I populationen)`,
    'I populationen':
      unknown === 0
        ? `${number(yes)} af klinikkens ${patients(of)}`
        : `${number(yes)} af ${patients(of)}, der kan afgøres, af klinikkens ${number(clinic.size)}`,
    'Kan ikke afgøres': `${patients(population.undecided.length)} står ved siden af: data mangler for at afgøre dem`,
  };
}

async function checkPrint(list: OverblikPopulation, sheet: Sheet): Promise<void> {
  const { shown, profile } = sheet;
  const { markers = [] } = profile;
  const { append } = HTMLElement.prototype;
  let frame: HTMLIFrameElement | undefined;
  document.body.append = function (...nodes: (Node | string)[]) {
    append.apply(this, nodes);
    frame = nodes.find((node) => node instanceof HTMLIFrameElement);
    const inner = frame?.contentWindow;
    // Nobody is there to answer the dialog.
    if (inner) inner.print = () => void inner.dispatchEvent(new Event('beforeprint'));
  };
  await list.print().finally(() => delete (document.body as Partial<HTMLElement>).append);
  const paper = frame!.contentDocument!.querySelector('div')!.shadowRoot!;
  const told = new Map(
    [...paper.querySelectorAll('dl div')].map((each) => childWords(each) as [string, string]),
  );
  for (const [label, value] of Object.entries(reach(sheet)))
    expect(told.get(`${label}:`), label).to.equal(value);
  expect(told.has('Undtaget:')).to.equal(sheet.hasExempt);
  expect(paper.querySelectorAll('tbody tr')).to.have.length(shown.length);
  const reasons = [...paper.querySelectorAll('tbody td.reasons .reason')].filter(
    (each) => !each.closest('.plain'),
  );
  const grounds = [...paper.querySelectorAll('tbody td.reasons > div')];
  const sum = (part: 'yes' | 'unknown') =>
    markers.reduce((total, { id }) => total + sheet.marker(id)[part], 0);
  const missed = (member: Member) =>
    count(sheet.controls, ({ truthIn }) => truthIn(member) === 'yes');
  const controls = shown.reduce((total, member) => total + missed(member), 0);
  // Whom nothing asks for stands there with what put them on the list.
  const unasked = count(
    shown,
    (member) => missed(member) === 0 && markers.every(({ id }) => liveTruth(member, id) === 'no'),
  );
  expect(reasons).to.have.length(sum('yes') + sum('unknown') + controls);
  const isUndecided = (each: Element) => each.closest('.undecided') !== null;
  expect(count(reasons, isUndecided)).to.equal(sum('unknown'));
  expect(count(grounds, (each) => words(each) !== '')).to.equal(unasked);
  frame!.contentWindow!.dispatchEvent(new Event('afterprint'));
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The cells of a sheet by row and column, as text. */
function cellsIn(xml: string): readonly (readonly string[])[] {
  const sheet = new DOMParser().parseFromString(xml, 'application/xml');
  return [...sheet.getElementsByTagNameNS(spreadsheet, 'row')].map((row) => {
    const cells: string[] = [];
    for (const each of row.children) {
      const letters = /^[A-Z]+/.exec(each.getAttribute('r')!)![0];
      const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      cells[place - 1] = each.textContent;
    }
    return Array.from(cells, (each) => each ?? '');
  });
}

async function checkFile(list: OverblikPopulation, sheet: Sheet): Promise<void> {
  const { shown, profile } = sheet;
  const { information } = profile;
  const open = await openPanel(list, 'Eksportér');
  expect(words(open.querySelector('form > p'))).to.equal(
    `${patients(shown.length)}, som vist på listen`,
  );
  const file = await new Promise<Blob>((resolve) => {
    list.addEventListener(
      'overblik-export',
      (event) => {
        event.preventDefault();
        resolve(event.detail.file);
      },
      { once: true },
    );
    open.querySelector<HTMLElement>('button[value=xlsx]')!.click();
  });
  await settles(
    () => words(open.querySelector('.outcome')),
    `Filen er skrevet: ${patients(shown.length)}.`,
    'the end of the file',
  );
  await close(list);
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const [table, info] = [1, 2].map((at) =>
    cellsIn(strFromU8(parts[`xl/worksheets/sheet${at}.xml`]!)),
  ) as [ReturnType<typeof cellsIn>, ReturnType<typeof cellsIn>];
  const [head = [], ...body] = table;
  expect(new Set(head).size).to.equal(head.length);
  expect(body).to.have.length(shown.length);
  for (const [at, { id, title }] of (profile.markers ?? []).entries()) {
    const column = head.indexOf('Hvorfor først') + 1 + at;
    const { da } = title;
    const isShared = information.some((item) => item.title.da === da);
    expect(head[column]).to.equal(isShared ? `${da} (Markører)` : da);
    const { yes, unknown } = sheet.marker(id);
    const told = (word: string) => count(body, (row) => row[column] === word);
    const exempted = count(shown, (member) => isExempted(member, id));
    expect(
      [told('ja'), told('kan ikke afgøres'), told('undtaget'), told('nej')],
      title.da,
    ).to.deep.equal([...[yes, unknown, exempted], shown.length - yes - unknown - exempted]);
  }
  const ages = body.map((row) => row[head.indexOf('Alder')]);
  expect([...ages].sort()).to.deep.equal(
    shown.map(({ age }) => (age === undefined ? 'ikke oplyst' : String(age))).sort(),
  );
  const told = new Map(info.map(([label = '', value = '']) => [label, value]));
  for (const [label, value] of Object.entries(reach(sheet)))
    expect(told.get(label), label).to.equal(value);
  expect(told.has('Undtaget')).to.equal(sheet.hasExempt);
}

const states = {
  value: 'har værdi',
  none: 'ingen registreret',
  unknown: 'kan ikke afgøres',
  'not-asked': 'ikke relevant',
};

/** Data quality stands as the engine answers, whoever is exempted. */
async function checkQuality(list: OverblikPopulation, sheet: Sheet): Promise<void> {
  const { members, population, profile } = sheet;
  const { markers = [], information } = profile;
  const open = await openPanel(list, 'Datakvalitet');
  await until('the quality', () => open.querySelector('.quality h4'));
  const tables = [...open.querySelectorAll('table')].map((table) =>
    [...table.rows].map((row) => [...row.cells].map(words)),
  );
  const counts = information.map((item) =>
    members.reduce(
      (sums, { outcome }) => {
        sums[outcome.cells.find((each) => each.item.id === item.id)!.state]++;
        return sums;
      },
      { value: 0, none: 0, unknown: 0, 'not-asked': 0 },
    ),
  );
  const kinds = (['value', 'none', 'unknown', 'not-asked'] as const).filter((kind) =>
    counts.some((each) => each[kind] > 0),
  );
  const [items = [], flags = []] = tables;
  expect(items[0]?.slice(1)).to.deep.equal(kinds.map((kind) => states[kind]));
  expect(items.slice(1).map((row) => row.slice(1))).to.deep.equal(
    counts.map((each) => kinds.map((kind) => number(each[kind]))),
  );
  const truthsOf = (id: string, truth: 'yes' | 'unknown') =>
    count(members, (member) => truthOf(member, id) === truth);
  expect(flags.slice(1).map((row) => row.slice(1))).to.deep.equal(
    markers.map(({ id }) => [number(truthsOf(id, 'yes')), number(truthsOf(id, 'unknown'))]),
  );
  // Where somebody is undecided, why stands below the title.
  for (const [at, { id, title }] of markers.entries()) {
    const [first = ''] = flags[at + 1] ?? [];
    if (truthsOf(id, 'unknown') > 0) expect(first.startsWith(`${title.da} `), first).to.equal(true);
    else expect(first).to.equal(title.da);
  }
  const under = (heading: string) =>
    [...open.querySelectorAll('h4')].find((each) => words(each) === heading)!.nextElementSibling!;
  const read = [...under('Kunne ikke læses').querySelectorAll('li')].map(words).flatMap((line) => {
    const [, many] =
      /^([\d.]+) oplysning(?:er)? om /.exec(line) ?? /^[^:]+: ([\d.]+) ×/.exec(line) ?? [];
    return many === undefined ? [] : [Number(many.replaceAll('.', ''))];
  });
  expect(read.reduce((sum, each) => sum + each, 0)).to.equal(
    clinic.rejected.reduce((sum, { count = 1 }) => sum + count, 0),
  );

  // What opens some patients opens as many as it says.
  const button = under('Patienter, der ikke kan afgøres').querySelector('button');
  expect(button === null).to.equal(population.undecided.length === 0);
  if (!button) return;
  const many = words(button);
  button.click();
  const [first] = many.split(' ');
  await settles(
    () => words(inside(list, '.showing')),
    `${first} af ${number(population.undecided.length)} vises`,
    'those in doubt',
  );
  expect(words(inside(list, '.filters button.pill:not(.plain)'))).to.match(
    new RegExp(`^${many}: `),
  );
}

// ── One patient ──────────────────────────────────────────────────────────────────────────────────

describe('one patient', () => {
  for (const hasExemptions of isDeep ? [false, true] : [true])
    it(`has the same figures in head, tabs, cards, strip and marker, ${hasExemptions ? 'with' : 'without'} exemptions`, async () => {
      const said = new Map(
        plans.map(({ profile: { id } }) => [
          id,
          hasExemptions ? exemptionsIn(populationOf(id)) : [],
        ]),
      );
      const rounds = [...said].map(([id, members]) => roundOf(populationOf(id), members));
      const given = { adapter: adapterOf(made, hasExemptions ? rounds : []), profiles };
      const [id] = sampleOf(said);
      const shown = {
        cockpit: place('overblik-cockpit', { ...given, patientId: id }),
        strip: place('overblik-cockpit', { ...given, patientId: id, size: 'strip' }),
        marker: place('overblik-marker', { ...given, patientId: id }),
      };
      let seen = 0;
      for (const patientId of sampleOf(said)) seen += await checkPatient(patientId, said, shown);
      expect(seen).to.be.greaterThan(3);
    });
});

type Said = ReadonlyMap<string, ReturnType<typeof exemptionsIn>>;

/** Some members of each profile, those who are exempted among them, and who cannot be determined. */
function sampleOf(said: Said): readonly string[] {
  const some = (isDeep ? plans : [plans[0]!, plans[8]!]).flatMap(({ profile }) => {
    const { members, undecided } = populationOf(profile.id);
    const exempt = said.get(profile.id)!;
    return [
      members[1],
      members.at(-2),
      undecided[0],
      exempt.find(({ status }) => status === 'exempt')?.patientId,
      exempt.find(({ exemptions }) => exemptions)?.patientId,
    ].flatMap((id) => id ?? []);
  });
  return [...new Set(some)];
}

async function checkPatient(
  patientId: string,
  said: Said,
  {
    cockpit,
    strip,
    marker,
  }: {
    readonly cockpit: OverblikCockpit;
    readonly strip: OverblikCockpit;
    readonly marker: OverblikMarker;
  },
): Promise<number> {
  const outcomes = plans.map((plan) =>
    evaluatePatient(plan, clinic.patient(patientId)!, made.description.coverage, asOf),
  );
  const isLive = ({ profile }: PatientOutcome, id: string) => {
    const own = said.get(profile.id)?.find((each) => each.patientId === patientId);
    return own?.status !== 'exempt' && !own?.exemptions?.some((each) => each.marker === id);
  };
  const hitsOf = (some: readonly PatientOutcome[], wanted = true) =>
    some.flatMap((outcome) =>
      outcome.markers.filter((hit) => isLive(outcome, hit.marker.id) === wanted),
    );
  const setOf = (some: readonly PatientOutcome[], level?: string) =>
    count(
      hitsOf(some),
      (hit) => hit.truth === 'yes' && (level === undefined || hit.marker.level === level),
    );
  const unsure = count(hitsOf(outcomes), ({ truth }) => truth === 'unknown');
  const undecided = count(outcomes, ({ membership }) => membership.truth === 'unknown');
  const counted = (value: number, one: string, more = one) =>
    value > 0 ? [plural(value, one, more)] : [];
  const grave = [
    ...counted(setOf(outcomes, 'critical'), 'alvorlig', 'alvorlige'),
    ...counted(setOf(outcomes, 'warning'), 'obs.'),
    ...counted(setOf(outcomes, 'info'), 'info'),
    ...counted(unsure + undecided, 'kan ikke afgøres'),
  ];
  const { name } = outcomes[0]!.patient.patient;
  const chips = (element: Element) => allInside(element, '.levels .chip').map(words);

  for (const each of [cockpit, strip, marker]) each.patientId = patientId;
  cockpit.profileId = 'all';
  await until(name, () => textOf(cockpit).includes(name) && textOf(strip).includes(name));
  await settles(() => chips(cockpit), grave, `${patientId}: head`);
  await settles(() => chips(strip), grave, `${patientId}: strip`);
  const banner = () => inside(marker, 'button')?.getAttribute('aria-label') ?? '';
  await settles(
    () => banner().includes(`${grave.join(', ') || 'Ingen markører'}. Åbn`),
    true,
    `${patientId}: name of the marker`,
  );
  const set = setOf(outcomes);
  const more = set + unsure + undecided - 1;
  const [gravest] = (['critical', 'warning', 'info'] as const).flatMap((level) =>
    hitsOf(outcomes).flatMap((hit) =>
      hit.truth === 'yes' && hit.marker.level === level ? [hit.marker.title.da] : [],
    ),
  );
  expect(words(inside(marker, 'button span')), `${patientId}: marker`).to.equal(
    gravest
      ? [gravest, ...(more > 0 ? [`+${more}`] : [])].join(' ')
      : grave.join(' · ') || 'Ingen markører',
  );

  const counting = outcomes.filter(({ membership }) => membership.truth !== 'no');
  const tabs = counting.map((outcome) => {
    const set = setOf([outcome]);
    return set > 0 ? `${outcome.profile.title.da} ${number(set)}` : outcome.profile.title.da;
  });
  const all = counting.length > 1 ? [`Alle profiler (${counting.length})`] : [];
  const wanted = tabs.length > 1 ? [...tabs, ...all].sort() : [];
  await settles(
    () =>
      allInside(cockpit, '.tabs [role=tab]')
        .map((each) =>
          ['.title', '.count > span[aria-hidden]']
            .map((part) => words(each.querySelector<HTMLElement>(`:scope > ${part}`)))
            .filter(Boolean)
            .join(' '),
        )
        .sort(),
    wanted,
    `${patientId}: tabs`,
  );
  // What several profiles say of one thing is one card: each marker stands in one by its name.
  const titles = (
    cards: string,
    hits: readonly { readonly marker: { readonly title: { readonly da: string } } }[],
  ) => {
    const drawn = allInside(cockpit, `${cards} .title`).map(words);
    for (const { marker } of hits)
      expect(
        count(drawn, (each) => each.includes(marker.title.da)),
        `${patientId}: ${marker.title.da}`,
      ).to.be.greaterThan(0);
    expect(allInside(cockpit, cards).length, patientId).to.be.most(hits.length);
  };
  const hits = hitsOf(counting);
  titles(
    '.advice > li:not(.unknown)',
    hits.filter(({ truth }) => truth === 'yes'),
  );
  titles(
    '.advice > li.unknown',
    hits.filter(({ truth }) => truth !== 'yes'),
  );
  expect(allInside(cockpit, '.exempted li')).to.have.length(hitsOf(counting, false).length);
  return setOf(outcomes);
}

/** What the figure of a control is called: `Ingen årskontrol seneste 12 mdr.` of `Seneste årskontrol`. */
function withoutControl(title: string): string {
  const name = title.replace(/^Seneste /, '');
  return `Ingen ${name.charAt(0).toLowerCase()}${name.slice(1)} seneste 12 mdr.`;
}
