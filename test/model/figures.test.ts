/**
 * Every figure that is shown in more than one place is the engine's own: cards, indicators, facets, rows, chips,
 * order, file, paper, data quality and the cockpit, under no filter, one and two, with exemptions and without.
 *
 * Three profiles in a small clinic; `npm run test:deep` takes all of them in the whole demo clinic.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { demens, profiles, tripleWhammy, type2Diabetes } from '../../fixtures/profiles/index.ts';
import type { Round, RoundMember } from '../../src/adapter/index.ts';
import { Clinic, compile, evaluate, evaluatePatient, type Plan } from '../../src/engine/index.ts';
import { textComparer } from '../../src/i18n/numbers.ts';
import {
  assessQuality,
  countMarkers,
  defaultView,
  describeMarkerCounts,
  exemptionIn,
  exportTable,
  markerLevels,
  PatientRounds,
  PopulationList,
  profileTabs,
  RoundModel,
  viewCockpit,
  type Column,
  type ListedPopulation,
  type ListView,
} from '../../src/model/index.ts';
import { parseProfile, type Profile } from '../../src/profile/index.ts';
import {
  adapterOf as clinicAdapter,
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
} from '../figures.ts';

const isDeep = Number(process.env.OVERBLIK_DEEP ?? 1) > 1;
const made = generateClinic(isDeep ? {} : { size: 1500 });
const now = () => `${asOf}T10:00:00+01:00`;
const clinic = new Clinic(made.description.coverage);
clinic.add(made.patients);
const plans = new Map<string, Plan>();
for (const document of profiles) {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  plans.set(parsed.profile.id, compile(parsed.profile));
}
const ids = (isDeep ? profiles : [demens, tripleWhammy, type2Diabetes]).map(
  (document) => (document as Profile).id,
);

const adapterOf = (rounds: readonly Round[]) =>
  clinicAdapter({ description: { name: 'K', coverage: {} }, patients: [] }, rounds);

describe.each(ids)('%s', (profileId) => {
  const plan = plans.get(profileId)!;
  const population = evaluate(plan, clinic, asOf);
  const { profile } = population;
  const { markers = [], indicators = [] } = profile;

  describe.each([false, true])('with exemptions: %s', (hasExemptions) => {
    const said = hasExemptions ? exemptionsIn(population) : [];
    const members = membersOf(population, said);
    const round = new RoundModel();
    let list: PopulationList;
    let columns: readonly Column[];
    const columnOf = (id: string) => columns.find((each) => each.id === id)!;

    beforeAll(async () => {
      await round.update({
        ...{ adapter: adapterOf([roundOf(population, said)]), profile, asOf, now },
        ...{ members: population.members, undecided: population.undecided },
      });
      list = new PopulationList(population, {
        ...{ tab: 'members', language: 'da', compareText: textComparer('da') },
        patients: clinic.size,
        round: { statuses: { get: (id) => round.statusOf(id) }, exempt: round.exempt },
      });
      columns = list.columns;
    });

    /** Filters, and by hand whom they leave. */
    const [first, second] = markers;
    const looks: readonly (readonly [string, Partial<ListView>, (member: Member) => boolean])[] = [
      ['no filter', {}, () => true],
      [
        'one filter',
        { filters: [{ columnId: 'age', min: 75 }] },
        (member: Member) => isAtLeast(member, 75),
      ],
      ...(first
        ? [
            [
              'one marker',
              { filters: [{ columnId: 'reasons', all: [first.id] }] },
              (member: Member) => liveTruth(member, first.id) === 'yes',
            ] as const,
            [
              'a marker and an age',
              {
                filters: [
                  { columnId: 'reasons', any: [first.id, ...(second ? [second.id] : [])] },
                  { columnId: 'age', min: 75 },
                ],
              },
              (member: Member) =>
                isAtLeast(member, 75) &&
                [first, second].some((each) => each && liveTruth(member, each.id) === 'yes'),
            ] as const,
          ]
        : []),
    ];

    describe.each(looks)('%s', (_, part, passes) => {
      const view: ListView = { ...defaultView(profile), ...part };
      const shown = members.filter(passes);

      it('shows the patients, the most vulnerable first by what is live', () => {
        const visible = [...list.visibleRows(view)].map((row) => list.idAt(row));
        expect([...visible].sort()).toEqual(shown.map(({ id }) => id).sort());
        const levels = (id: string, level: string) => {
          const member = members.find((each) => each.id === id)!;
          return count(
            markers,
            (each) => each.level === level && liveTruth(member, each.id) === 'yes',
          );
        };
        const places = visible.map((id) => [levels(id, 'critical'), levels(id, 'warning')]);
        const inOrder = [...places].sort(([a, b], [c, d]) => c! - a! || d! - b!);
        expect(places).toEqual(inOrder);
      });

      it('counts the markers alike on cards, in the filter, on chips, in the order, in the file and on paper', () => {
        const overview = list.overview(view);
        expect(overview.total).toBe(shown.length);
        const rows = [...list.visibleRows(view)];
        const table = exportTable(listedOf(list, view, columns));
        const heads = table.columns.map(({ title }) => title);
        for (const [at, marker] of markers.entries()) {
          const yes = count(shown, (each) => liveTruth(each, marker.id) === 'yes');
          const unknown = count(shown, (each) => liveTruth(each, marker.id) === 'unknown');
          const card = overview.markers.find(({ id }) => id === marker.id)!;
          expect([card.yes, card.unknown, card.of], marker.id).toEqual([
            ...[yes, unknown],
            shown.length - unknown,
          ]);
          const chips = rows.map((row) =>
            (list.cell(row, columnOf('reasons')).chips ?? []).filter(
              ({ level, title }) => level !== 'plain' && title === marker.title.da,
            ),
          );
          expect(count(chips.flat(), ({ undecided }) => !undecided)).toBe(yes);
          expect(count(chips.flat(), ({ undecided }) => undecided === true)).toBe(unknown);
          const column = heads.indexOf('reasons') + 1 + at;
          const words = rows.map((__, row) => table.cell(row, column));
          expect(count(words, (word) => word === 'ja')).toBe(yes);
          expect(count(words, (word) => word === 'kan ikke afgøres')).toBe(unknown);
          expect(count(words, (word) => word === 'undtaget')).toBe(
            count(shown, (each) => isExempted(each, marker.id)),
          );
        }
        const others = {
          ...view,
          filters: view.filters.filter((each) => each.columnId !== 'reasons'),
        };
        const among = new Set([...list.visibleRows(others)].map((row) => list.idAt(row)));
        for (const { value, count: facet } of list.facetValuesOf('reasons', view).values)
          expect(facet).toBe(
            count(members, (each) => among.has(each.id) && liveTruth(each, value) === 'yes'),
          );
        for (const [at, row] of rows.entries()) {
          const member = members.find(({ id }) => id === list.idAt(row))!;
          const live = count(markers, ({ id }) => liveTruth(member, id) !== 'no');
          if (at < 300) {
            const controls =
              overview.controls.length > 0 ? list.cell(row, columnOf('control')).chips : [];
            const missing = count(controls ?? [], ({ undecided }) => !undecided);
            // Whom nothing asks for stands on paper with what put the patient on the list.
            expect(list.printed(row, columnOf('reasons'), view.priority)).toHaveLength(
              live + missing || 1,
            );
          }
          for (const [level, one, more] of [
            ['critical', 'alvorlig', 'alvorlige'],
            ['warning', 'obs.', 'obs.'],
            ['info', 'info', 'info'],
          ] as const) {
            const set = count(
              markers,
              (each) => each.level === level && liveTruth(member, each.id) === 'yes',
            );
            const reasons = list.reasonsAt(row, view.priority);
            const words = `${set} ${set === 1 ? one : more}`;
            expect(reasons.includes(words), `${words} in ${reasons.join()}`).toBe(set > 0);
          }
        }
      });

      it('has one rule of shares: of those of whom it is known', () => {
        const { population: inClinic, ages } = list.overview(view);
        const undecided = population.undecided.length;
        expect([inClinic.yes, inClinic.unknown, inClinic.of]).toEqual([
          ...[members.length, undecided],
          clinic.size - undecided,
        ]);
        const ofAnyAge = {
          ...view,
          filters: view.filters.filter((each) => each.columnId !== 'age'),
        };
        expect(ages.of + ages.unknown).toBe(list.visibleRows(ofAnyAge).length);
        expect(ages.bands.reduce((sum, { female, male }) => sum + female + male, 0)).toBe(ages.of);
      });

      it('asks the controls of those alone who are not exempt, on cards as in rows', () => {
        const overview = list.overview(view);
        const rows = [...list.visibleRows(view)];
        for (const control of overview.controls) {
          const exempt = new Set(members.filter((each) => each.isExempt).map(({ id }) => id));
          const lines = rows.map((row) => list.cell(row, columnOf('control')).chips ?? []);
          if (overview.controls.length === 1) {
            expect(count(lines, (each) => each.some(({ undecided }) => !undecided))).toBe(
              control.yes,
            );
            expect(count(lines, (each) => each.some(({ undecided }) => undecided))).toBe(
              control.unknown,
            );
          }
          for (const [at, row] of rows.entries())
            if (exempt.has(list.idAt(row))) expect(lines[at]).toEqual([]);
          expect(control.of).toBe(shown.length - control.unknown);
        }
      });

      it('has indicators as the engine answers, whoever is exempted', () => {
        const overview = list.overview(view);
        const all = population.indicators();
        for (const [at, indicator] of indicators.entries()) {
          const own = shown.map(({ id }) => id);
          const above = population.truths(indicator.numerator, own);
          const below = indicator.denominator
            ? population.truths(indicator.denominator, own)
            : above.map(() => 2);
          const among = (numerator: number, denominator: number) =>
            count(
              [...above.keys()],
              (row) => above[row] === numerator && below[row] === denominator,
            );
          const [yes, no] = [among(2, 2), among(0, 2)];
          const facet = overview.indicators[at]!;
          const unknown = among(1, 2) + count([...below], (truth) => truth === 1);
          expect([facet.yes, facet.of, facet.unknown]).toEqual([yes, yes + no, unknown]);
          if (view.filters.length > 0) continue;
          const { numerator, denominator, unknownNumerator, unknownDenominator } = all[at]!;
          expect([facet.yes, facet.of, facet.unknown]).toEqual([
            ...[numerator, denominator - unknownNumerator],
            unknownNumerator + unknownDenominator,
          ]);
          // The same question on a card has the same answer.
          const twin = markers.find(
            ({ when }) => JSON.stringify(when) === JSON.stringify(indicator.numerator),
          );
          const card = overview.markers.find(({ id }) => id === twin?.id);
          if (card && !indicator.denominator && !hasExemptions)
            expect([card.yes, card.of, card.unknown]).toEqual([yes, yes + no, unknown]);
        }
      });

      it('finds by each choice of a filter as many as it says', () => {
        let chosen = 0;
        for (const { id, filter } of columns) {
          if (filter === 'text' || filter === 'number' || filter === 'date') continue;
          const others = { ...view, filters: view.filters.filter((each) => each.columnId !== id) };
          for (const { value, count: told } of list.facetValuesOf(id, view).values.slice(0, 40)) {
            const filters = [...others.filters, { columnId: id, any: [value] }];
            expect(list.visibleRows({ ...view, filters }), `${id} ${value}`).toHaveLength(told);
            chosen++;
          }
        }
        expect(chosen).toBeGreaterThan(markers.length);
      });

      it('tells in the file how many there are', () => {
        const { info, rows } = exportTable(listedOf(list, view, columns));
        const said = info.map(({ value }) => value);
        expect(rows).toBe(shown.length);
        const number = (value: number) => new Intl.NumberFormat('da-DK').format(value);
        expect(said.some((line) => line.startsWith(`${number(shown.length)} af `))).toBe(true);
        expect(said.join()).not.toMatch(/\d{4,} patienter/);
      });
    });

    it('misses the same controls as the cockpit', () => {
      for (const { item, truths } of list.data.flags.controls)
        for (const [at, { outcome, isExempt }] of members.entries()) {
          if (at % 5 !== 0 || isExempt) continue;
          const missed = viewCockpit([outcome], 'da')
            .sections.find(({ type }) => type === 'service')!
            .items.find(({ id }) => id === item.id)!.isMissed;
          expect(truths[at] === 2, `${outcome.patient.patient.id} ${item.id}`).toBe(missed);
        }
    });

    it('finds the same in the data, whoever is exempted', async () => {
      const plain = new PopulationList(population, {
        ...{ tab: 'members', language: 'da', compareText: textComparer('da') },
        patients: clinic.size,
      });
      const view = defaultView(profile);
      for (const column of columns.filter(({ kind }) => kind === 'item' || kind === 'age'))
        expect(list.facetValuesOf(column.id, view)).toEqual(plain.facetValuesOf(column.id, view));
      const quality = await assessQuality({ clinic, description: made.description, population });
      for (const { marker, set, undecided } of quality.markers) {
        expect(set).toHaveLength(count(members, (each) => truthOf(each, marker.id) === 'yes'));
        expect(undecided).toHaveLength(
          count(members, (each) => truthOf(each, marker.id) === 'unknown'),
        );
      }
      for (const { item, counts } of quality.items) {
        const states = members.map(
          ({ outcome }) => outcome.cells.find((cell) => cell.item.id === item.id)!.state,
        );
        for (const state of ['value', 'none', 'unknown', 'not-asked'] as const)
          expect(counts[state], `${item.id} ${state}`).toBe(
            count(states, (each) => each === state),
          );
        if (item.type === 'patient' || item.show === 'count') continue;
        if (!columns.some(({ id }) => id === `item:${item.id}`)) continue;
        expect(list.facetValuesOf(`item:${item.id}`, view).states).toEqual(counts);
      }
    });
  });
});

describe('one patient', () => {
  const everyone = new Map(
    made.patients.map(({ patient }) => [patient.id, clinic.patient(patient.id)]),
  );
  const said = new Map<string, readonly RoundMember[]>();
  const rounds = new PatientRounds(() => undefined);
  const all = [...plans.values()];

  beforeAll(async () => {
    const stored = all.map((plan) => {
      const population = evaluate(plan, clinic, asOf);
      const members = exemptionsIn(population);
      said.set(plan.profile.id, members);
      return roundOf(population, members);
    });
    rounds.update({
      adapter: adapterOf(stored),
      profiles: all.map(({ profile: { id, version } }) => ({ id, version })),
      ...{ asOf, user: 'AB', now },
    });
    await vi.waitFor(() => {
      const phases = all.map(({ profile }) => rounds.of(profile.id)?.state.phase);
      expect(new Set(phases)).toEqual(new Set(['ready']));
    });
  });

  const sample = made.patients
    .map(({ patient }) => patient.id)
    .filter((_, at) => at % (isDeep ? 29 : 37) === 0);

  it.each([false, true])(
    'counts alike in head, strip, tabs and marker, exemptions: %s',
    (exempts) => {
      let seen = 0;
      for (const id of sample) {
        const patient = everyone.get(id)!;
        const outcomes = all.map((plan) =>
          evaluatePatient(plan, patient, made.description.coverage, asOf),
        );
        const exemptionOf = (profileId: string, marker: string) =>
          exempts ? rounds.exemptionOf(id, profileId, marker) : undefined;
        const isLive = (profileId: string, marker: string) => {
          const member = said.get(profileId)?.find((each) => each.patientId === id);
          const { status, exemptions = [] } = member ?? {};
          return (
            !exempts || !(status === 'exempt' || exemptions.some((each) => each.marker === marker))
          );
        };
        const live = outcomes.flatMap(({ profile, markers }) =>
          markers.filter(({ marker }) => isLive(profile.id, marker.id)),
        );
        const counts = countMarkers(outcomes, exemptionOf);
        for (const level of markerLevels)
          expect(counts[level]).toBe(
            count(live, ({ truth, marker }) => truth === 'yes' && marker.level === level),
          );
        expect(counts.undecided).toBe(
          count(live, ({ truth }) => truth === 'unknown') +
            count(outcomes, ({ membership }) => membership.truth === 'unknown'),
        );
        const tabs = profileTabs(outcomes, undefined, 'da', exemptionOf);
        const sum = tabs.reduce((total, tab) => total + tab.count, 0);
        expect(sum).toBe(counts.critical + counts.warning + counts.info);
        for (const { id: profileId, outcome, count: own } of tabs) {
          const view = viewCockpit([outcome], 'da', { exemptionOf });
          expect(count(view.advice, ({ truth }) => truth === 'yes')).toBe(own);
          expect(count(view.advice, () => true)).toBe(
            count(outcome.markers, ({ marker }) => isLive(profileId, marker.id)),
          );
        }
        seen += sum;
      }
      expect(seen).toBeGreaterThan(3);
    },
  );

  it('has one set of words for how grave it is', () => {
    const counts = { critical: 1, warning: 2, info: 1, undecided: 0 };
    expect(describeMarkerCounts(counts, 'da')).toEqual(['1 alvorlig', '2 obs.', '1 info']);
    expect(describeMarkerCounts(counts, 'en')).toEqual(['1 serious', '2 attention', '1 info']);
  });

  it('is exempted from all of a profile’s markers where the patient is exempt', () => {
    const member = rounds
      .of(ids[0]!)
      ?.member(said.get(ids[0]!)!.find(({ status }) => status === 'exempt')!.patientId);
    expect(exemptionIn(member!, 'any')).toMatchObject({ note: 'Andet forløb' });
  });
});

function listedOf(
  list: PopulationList,
  view: ListView,
  columns: readonly Column[],
): ListedPopulation {
  return {
    ...{ list, view, columns, rows: list.visibleRows(view), description: made.description },
    titleOf: ({ id, item }) => item?.title.da ?? id,
  };
}
