import type * as cqlApi from 'cql-execution';
import type { MadePatient } from '../subject.ts';
import type { Subject } from '../subject.ts';
import { definitions, libraryOf } from '../elm.ts';
import type { RuleId } from '../rules.ts';

type Cql = typeof cqlApi;

export const cql: Subject = {
  title: 'cql-execution',
  note: 'keeps the records with their dates as CQL dates, unchecked; ELM written by hand; three-valued by its own rules, without coverage',
  most: { patients: 10_000, because: 'one rule takes seconds already with 10,000 patients' },
  rules: Object.keys(definitions) as RuleId[],
  async start() {
    const { default: api } = (await import('cql-execution')) as unknown as { default: Cql };
    const codeService = new api.CodeService({});
    const libraries = new Map<RuleId, cqlApi.Library>();
    return {
      load(batches) {
        const dateOf = dateReader(api);
        const patients: ElmPatient[] = [];
        for (const batch of batches)
          for (const supplied of batch) patients.push(new ElmPatient(supplied, dateOf));
        return {
          async ask(rule, asOf) {
            let library = libraries.get(rule);
            if (!library) {
              library = new api.Library(libraryOf(definitions[rule] ?? {}));
              libraries.set(rule, library);
            }
            // What `now()` would give: nothing here asks for it.
            const now = api.DateTime.parse(`${asOf}T12:00:00.0Z`) as cqlApi.DateTime;
            const executor = new api.Executor(library, codeService, { asOf: dateOf(asOf) });
            const yesFor = async (expression: string, asked: readonly ElmPatient[]) => {
              const { patientResults } = await executor.exec_expression(
                expression,
                new Source(asked) as unknown as cqlApi.PatientSource,
                now,
              );
              return asked.filter((each) => patientResults[each.getId()]?.[expression] === true);
            };
            const members = await yesFor('member', patients);
            let hits = 0;
            for (const name of Object.keys(definitions[rule] ?? {}))
              if (name !== 'member') hits += (await yesFor(name, members)).length;
            return { members: members.map((each) => each.getId()), hits };
          },
        };
      },
    };
  },
};

type DateOf = (text: string) => cqlApi.Date;

/** Days recur by the thousand: each is read once. */
function dateReader({ Date: CqlDate }: Cql): DateOf {
  const dates = new Map<string, cqlApi.Date>();
  return (text) => {
    let date = dates.get(text);
    if (!date) dates.set(text, (date = CqlDate.parse(text) as cqlApi.Date));
    return date;
  };
}

interface ElmRecord {
  readonly code: string;
  readonly from?: cqlApi.Date;
  readonly to?: cqlApi.Date | null;
  readonly at?: cqlApi.Date;
  readonly value?: number | string;
}

/** A patient as cql-execution asks for one. */
class ElmPatient {
  readonly #id: string;
  readonly #records: Readonly<Record<string, readonly object[]>>;

  constructor({ patient, diagnoses, medications, results, services }: MadePatient, dateOf: DateOf) {
    this.#id = patient.id;
    const spans = (list: typeof diagnoses = []): readonly ElmRecord[] =>
      list.map(({ code, from, to }) => ({
        code,
        from: dateOf(from),
        to: to === undefined ? null : dateOf(to),
      }));
    const { birthDate, deceased } = patient;
    const died = deceased === undefined ? null : dateOf(deceased);
    this.#records = {
      Patient: [{ born: dateOf(birthDate), died }],
      Diagnosis: spans(diagnoses),
      Medication: spans(medications),
      Result: (results ?? []).map(({ code, at, value }) => ({ code, at: dateOf(at), value })),
      Service: (services ?? []).map(({ code, at }) => ({ code, at: dateOf(at) })),
    };
  }

  getId(): string {
    return this.#id;
  }

  findRecords(type: string): readonly object[] {
    return this.#records[type] ?? [];
  }
}

/** Hands out one patient after another. */
class Source {
  #next = 0;

  constructor(readonly patients: readonly ElmPatient[]) {}

  currentPatient(): ElmPatient | undefined {
    return this.patients[this.#next];
  }

  nextPatient(): ElmPatient | undefined {
    this.#next++;
    return this.currentPatient();
  }
}
