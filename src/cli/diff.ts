/** `overblik diff`: what is other in one version of a profile than in another, and who comes and goes. */
import {
  changesBetween,
  markerMovements,
  movedBecause,
  movementBetween,
  type Change,
  type ChangeGroup,
  type MarkerMovement,
  type MovedGroup,
  type Movement,
} from '../authoring/index.ts';
import { compile, finish, type Population } from '../engine/index.ts';
import { textIn, type Language, type Profile } from '../profile/index.ts';
import { exitCodes, UsageError, writeJson, type Call, type Command, type Io } from './command.ts';
import { tellPatients } from './count.ts';
import { load, problemsDocument, tellClinic, tellProblems, type Loaded } from './load.ts';
import { languageOf, languageOption, readProfile } from './profile-files.ts';
import { hasSource, openSource, sourceOptions } from './source.ts';
import { table } from './table.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'tells what changed between two versions of a profile, and who comes and goes',
  usage: [
    '<before.json> <after.json> [--exit-code] [--lang da|en] [--json]',
    '<before.json> <after.json> --adapter <adapter.js> [--as-of DATE] [--patients]',
  ],
  about: [
    'Tells in words what is other: who is in, codes, markers, values, indicators, messages, and what is said about the ' +
      'profile. The order of criteria and of codes is no difference.',
    'With a source of patients (--adapter, --records, --clinic sample) both are evaluated over the same data, and it is ' +
      'counted who comes into the population, who goes, and who can be decided no longer, by which criterion, and the ' +
      'same of each marker. Ids are told with --patients alone.',
  ],
  options: {
    ...sourceOptions,
    patients: { type: 'boolean', about: 'list the ids of who comes and goes, too' },
    'exit-code': { type: 'boolean', about: 'end with 1 where anything differs' },
    lang: languageOption,
  },
  ends: {
    0: 'compared',
    1: 'compared, but data is missing or could not be read; or with --exit-code, something differs',
    3: 'not compared: a file, a profile, the adapter or the clinic could not be read or reached',
  },
  examples: [
    'overblik diff demens-1.0.0.json demens-1.1.0.json',
    'overblik diff demens-1.0.0.json demens-1.1.0.json --clinic sample --json',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const [first, second, ...more] = call.arguments;
    if (first === undefined || second === undefined || more.length > 0)
      throw new UsageError('diff takes two profiles: the earlier, and the later.');
    if (first === '-' && second === '-')
      throw new UsageError('the standard input ("-") can be read once.');
    const before = await readProfile(first, language, io);
    const after = await readProfile(second, language, io);
    const groups = changesBetween(before, after, language, 'en');
    const compared = hasSource(call) ? await compare(before, after, call) : undefined;
    if (call.isOn('json'))
      writeJson(io, {
        before: nameOf(before, language),
        after: nameOf(after, language),
        changes: groups,
        ...(compared ? { patients: toDocument(compared, call.isOn('patients')) } : {}),
      });
    else {
      tellChanges(before, after, groups, language, io);
      if (compared) tellCompared(compared, call);
    }
    const isOther = groups.length > 0 && call.isOn('exit-code');
    return isOther || (compared && compared.loaded.problems.length > 0)
      ? exitCodes.found
      : exitCodes.ok;
  },
};

function nameOf({ id, version, title }: Profile, language: Language): object {
  return { id, version, title: textIn(title, language) };
}

interface Compared {
  readonly loaded: Loaded;
  readonly asOf: string;
  readonly movement: Movement;
  /** By which criteria they come, go, or cannot be decided any more. */
  readonly because: Readonly<Record<'come' | 'go' | 'nowUndecided', readonly MovedGroup[]>>;
  readonly markers: readonly MarkerMovement[];
}

async function compare(before: Profile, after: Profile, call: Call): Promise<Compared> {
  const source = await openSource(call);
  const plans = [compile(before), compile(after)];
  const loaded = await load(plans, source, call.io, call.isOn('thrown'));
  const [earlier, later] = loaded.populations.map(({ population }) => population) as [
    Population,
    Population,
  ];
  const movement = movementBetween(earlier, later);
  const markers = markerMovements(earlier, later, movement);
  const because = (ids: readonly string[]) =>
    finish(movedBecause(ids, earlier, later, languageOf(call)));
  return {
    ...{ loaded, asOf: source.asOf, movement, markers },
    because: {
      come: because(movement.come),
      go: because(movement.go),
      nowUndecided: because(movement.nowUndecided),
    },
  };
}

function tellChanges(
  before: Profile,
  after: Profile,
  groups: readonly ChangeGroup[],
  language: Language,
  io: Io,
): void {
  io.out(`${textIn(before.title, language)} (${before.id} ${before.version})\n`);
  io.out(`→ ${textIn(after.title, language)} (${after.id} ${after.version})\n`);
  if (groups.length === 0) io.out('\nNothing differs.\n');
  for (const { title, changes } of groups)
    io.out(`\n${title}\n${changes.map(tellChange).join('')}`);
}

function tellChange({ kind, what, path, before, after }: Change): string {
  const line = (sign: string, text: string | undefined) =>
    text === undefined ? [] : [`      ${sign} ${text.replaceAll('\n', '\n        ')}`];
  return [`  ${kind}: ${what} [${path}]`, ...line('−', before), ...line('+', after), ''].join('\n');
}

function tellCompared({ loaded, movement, because, markers }: Compared, call: Call): void {
  const { io } = call;
  const [, later] = loaded.populations;
  if (later) io.out(`\n${tellClinic(later)}\n`);
  const { stay, come, go, nowUndecided, nowDecided } = movement;
  io.out(
    table([
      ['members who stay', stay.length],
      ['come in', come.length],
      ['go', go.length],
      ['cannot be decided any more', nowUndecided.length],
      ['could not be decided before', nowDecided.length],
    ]),
  );
  tellBecause('Come in by', because.come, io);
  tellBecause('Go by', because.go, io);
  tellBecause('Cannot be decided any more by', because.nowUndecided, io);
  if (markers.length > 0) {
    io.out('\nMarkers among those who stay (before, after, set, gone)\n');
    io.out(
      table(
        markers.map(({ id, before, after, come, go }) => [
          before,
          after,
          come.length,
          go.length,
          id,
        ]),
      ),
    );
  }
  if (call.isOn('patients')) tellPatients({ come, go, nowUndecided, nowDecided }, io);
  io.out(tellProblems(loaded));
}

/** Which criteria decide it, each with how many it decides it of; a patient may stand with several. */
function tellBecause(title: string, groups: readonly MovedGroup[], io: Io): void {
  if (groups.length === 0) return;
  io.out(`\n${title} (patients)\n`);
  const shown = groups.map(({ patientIds, truth, side, path, text }) => [
    ...[patientIds.length, truth, `${side}${path}`],
    text.replaceAll('\n', ' '),
  ]);
  io.out(table(shown));
}

function toDocument(
  { loaded, asOf, movement, because, markers }: Compared,
  isNamed: boolean,
): object {
  const { stay, ...moved } = movement;
  const count = (groups: object) =>
    Object.fromEntries(
      Object.entries(groups).map(([name, ids]) => [name, (ids as readonly string[]).length]),
    );
  return {
    asOf,
    ...problemsDocument(loaded),
    ...count({ stay, ...moved }),
    because: Object.fromEntries(
      Object.entries(because).map(([name, groups]) => [
        name,
        groups.map(({ patientIds, ...group }) => ({
          ...{ ...group, patients: patientIds.length },
          ...(isNamed ? { ids: patientIds } : {}),
        })),
      ]),
    ),
    ...(isNamed ? { ids: moved } : {}),
    markers: markers.map(({ id, before, after, come, go }) => ({
      ...{ id, before, after, come: come.length, go: go.length },
      ...(isNamed ? { ids: { come, go } } : {}),
    })),
  };
}
