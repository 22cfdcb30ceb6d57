/** `overblik report --database`: reports of the clinics of a database, by protected leaves alone. */
import { dialects, toLeavesSql, type DialectName, type SqlDatabase } from '../engine/sql/index.ts';
import type { Plan } from '../engine/index.ts';
import type { CalendarDate } from '../record/index.ts';
import {
  readLeaves,
  reportSubjects,
  type ClinicReport,
  type DatabaseClinic,
  type DatabaseRow,
  type Protection,
} from '../report/index.ts';
import { Unreadable, UsageError, type Call } from './command.ts';
import { loadDefault } from './source.ts';
import { readVersion } from './version.ts';

/** What the module exports: a connection, and who is in the database. */
interface ConnectedDatabase extends Pick<SqlDatabase, 'run'> {
  readonly dialect: DialectName;
  readonly clinics: readonly (DatabaseClinic['clinic'] & Omit<DatabaseClinic, 'clinic'>)[];
  close?(): unknown;
}

/** As many days are asked in one statement: the database reads its records once for them all. */
const daysTogether = 4;

/**
 * Asks a database of each profile, some days at a time.
 * @throws {Unreadable} of a module that exports no database, and where the database does not answer as asked.
 */
export async function reportsOfDatabase(
  plans: readonly Plan[],
  dates: readonly CalendarDate[],
  protection: Protection,
  call: Call,
): Promise<readonly ClinicReport[]> {
  const file = call.text('database') ?? '';
  const database = await openDatabase(file, call);
  try {
    const rows: DatabaseRow[] = [];
    for (const [profile, plan] of plans.entries())
      for (let first = 0; first < dates.length; first += daysTogether) {
        const days = dates.slice(first, first + daysTogether);
        const answered = await ask(database, plan, days, protection);
        rows.push(...answered.map((row) => ({ ...row, profile, day: first + Number(row['day']) })));
      }
    const clinics = database.clinics.map(({ coverage, capacity, ...clinic }): DatabaseClinic => ({
      ...{ clinic, coverage },
      ...(capacity === undefined ? {} : { capacity }),
    }));
    const options = { dates, protection, clinics, madeAt: call.io.now(), engine: readVersion() };
    return readLeaves(rows, await reportSubjects(plans), options);
  } catch (error) {
    throw new Unreadable(
      `no report could be made of ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await database.close?.();
  }
}

async function ask(
  { run, dialect, clinics }: ConnectedDatabase,
  plan: Plan,
  days: readonly CalendarDate[],
  protection: Protection,
): Promise<readonly DatabaseRow[]> {
  const { text, parameters } = toLeavesSql([plan], days, {
    protection,
    dialect: dialects[dialect],
    clinics: clinics.map(({ id }) => id),
  });
  return run(text, parameters);
}

/** What a call says of one clinic, which a database says of each of its own. */
const ofOneClinic = [
  ...['adapter', 'records', 'clinic', 'description', 'size', 'id', 'name', 'cluster'],
  ...['municipality', 'region', 'capacity', 'ages'],
];

async function openDatabase(file: string, call: Call): Promise<ConnectedDatabase> {
  const other = ofOneClinic.find((each) => call.text(each) !== undefined);
  const agreed = ['sex', 'causes', 'exemptions'].find((each) => call.isOn(each));
  const refused = other ?? agreed;
  if (refused !== undefined)
    throw new UsageError(
      `--${refused} does not go with --database: its module says it of each clinic, or it cannot be told by one statement.`,
    );
  const database = await loadDefault(file, 'database', call);
  const problem = problemOf(database);
  if (problem !== undefined)
    throw new Unreadable(
      `the default export of ${file} is no database: ${problem}. It is {"dialect", "run(text, parameters)", "clinics": [{"id", "name", "coverage"}]}.`,
    );
  return database as ConnectedDatabase;
}

function problemOf(exported: unknown): string | undefined {
  if (typeof exported !== 'object' || exported === null) return 'it is no object';
  const { dialect, run, clinics } = exported as Partial<Record<keyof ConnectedDatabase, unknown>>;
  const names = Object.keys(dialects);
  if (!names.includes(String(dialect)))
    return `its dialect is ${JSON.stringify(dialect) ?? 'not said'}, and not one of ${names.join(', ')}`;
  if (typeof run !== 'function') return 'it has no function run';
  if (!Array.isArray(clinics) || clinics.length === 0) return 'it names no clinics';
  const wrong = (clinics as readonly unknown[]).findIndex((each) => !isClinic(each));
  return wrong < 0 ? undefined : `clinics[${wrong}] has no id, no name or no coverage`;
}

function isClinic(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { id, name, coverage } = given as Partial<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof coverage === 'object' &&
    coverage !== null
  );
}
