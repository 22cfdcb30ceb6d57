/** `overblik report --merge`: clinics' reports put together to an area's. */
import {
  mergeReports,
  readClinicReports,
  type AreaLevel,
  type ClinicReport,
  type NamedClinic,
  type RefusedReport,
} from '../report/index.ts';
import {
  exitCodes,
  Unreadable,
  UsageError,
  writeJson,
  type Call,
  type CommandOptions,
  type ExitCode,
} from './command.ts';
import { groupBy } from '../model/group-by.ts';
import { filesNamed, readText } from './files.ts';
import { tellAreaReport } from './report-tables.ts';
import { readVersion } from './version.ts';

const levels: readonly AreaLevel[] = ['cluster', 'municipality', 'region', 'country'];

export const mergeOptions: CommandOptions = {
  merge: {
    type: 'string',
    value: 'LEVEL',
    choices: levels,
    about: 'put reports of clinics together: cluster, municipality, region or country',
  },
  area: {
    type: 'string',
    value: 'ID',
    about: 'with --merge: which area, and what it is called: havnen="Klynge Havnen"',
  },
  expected: {
    type: 'string',
    value: 'FILE',
    about: 'with --merge: who should report, as JSON: [{"id": …, "name": …}]; who has not is named',
  },
  'sums-only': {
    type: 'boolean',
    about: 'with --merge: leave the clinics’ own numbers out',
  },
};

/** Reads the reports that a call names, and writes the area's. */
export async function mergeFiles(call: Call): Promise<ExitCode> {
  const { io } = call;
  const [id = '', ...words] = (call.text('area') ?? '').split('=');
  const name = words.join('=') || id;
  if (id === '') throw new UsageError('say which area it is: --area ID.');
  const files = filesNamed(call.arguments, 'the files of clinics’ reports', io);
  const reports: ClinicReport[] = [];
  const refused: RefusedReport[] = [];
  for (const file of files) {
    const read = readClinicReports(documentsIn(await readText(file, io)));
    reports.push(...read.reports);
    // A document that does not say whose it is goes by its file.
    refused.push(...read.refused.map((each) => ({ ...each, name: each.name ?? file })));
  }
  if (reports.length === 0)
    throw new Unreadable(
      [
        'none of the files is a report that can be read:',
        ...refused.map(({ name = '', reason }) => `  ${name}: ${reason.en ?? reason.da}`),
      ].join('\n'),
    );
  const expected = await readExpected(call);
  const areas = [...groupBy(reports, ({ profile }) => profile.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofProfile]) =>
      mergeReports(ofProfile, {
        level: call.text('merge') as AreaLevel,
        area: { id, name },
        madeAt: io.now(),
        engine: readVersion(),
        // Of which profile they are nobody knows: whoever reads one of the areas is told.
        refused,
        expected,
        clinics: !call.isOn('sums-only'),
      }),
    );
  if (call.isOn('json')) writeJson(io, areas.length === 1 ? areas[0] : areas);
  else io.out(areas.map(tellAreaReport).join('\n'));
  const isWhole = areas.every(
    ({ missing, refused: others }) =>
      missing.length === 0 && others.every(({ kind }) => kind === 'older'),
  );
  return isWhole ? exitCodes.ok : exitCodes.found;
}

/** A file holds a report, or several in a list. */
function documentsIn(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : [json];
  } catch {
    return [text];
  }
}

async function readExpected(call: Call): Promise<readonly NamedClinic[]> {
  const file = call.text('expected');
  if (file === undefined) return [];
  const wrong = `${file} has to be a JSON list of clinics, as [{"id": "k1", "name": "Lægerne Havnegade"}].`;
  let json: unknown;
  try {
    json = JSON.parse(await readText(file, call.io));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable(wrong);
    throw error;
  }
  if (!Array.isArray(json)) throw new Unreadable(wrong);
  return json.map((each: Partial<NamedClinic> | null) => {
    if (typeof each?.id !== 'string' || typeof each.name !== 'string') throw new Unreadable(wrong);
    return { id: each.id, name: each.name };
  });
}
