/** Calls the command line within the test, in a folder of its own. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What commands answer with `--json`, as far as tests look into it. */
interface Answer {
  readonly errors: number;
  readonly warnings: number;
  readonly files: readonly { readonly file: string; readonly errors: readonly object[] }[];
  readonly profiles: readonly { readonly sections: readonly { readonly title: string }[] }[];
  readonly patients: {
    readonly ids: object;
    readonly because: Readonly<Record<'come' | 'go' | 'nowUndecided', readonly object[]>>;
  };
}

/** A folder with files, which calls are made in. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'overblik-cli-'));

  /** Writes a file, a value as JSON, and answers its name. */
  write(name: string, content: unknown): string {
    writeFileSync(
      join(this.path, name),
      typeof content === 'string' || content instanceof Uint8Array
        ? content
        : JSON.stringify(content, null, 2),
    );
    return name;
  }

  async call(words: readonly string[], input = ''): Promise<Ended> {
    let out = '';
    let err = '';
    const code = await run(words, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      stdin: () => Promise.resolve(new TextEncoder().encode(input)),
      folder: this.path,
      today: () => '2026-11-24',
      now: () => '2026-11-24T09:00:00+01:00',
    });
    return { code, out, err };
  }

  /** The document that a call with `--json` answers. */
  async json(words: readonly string[], input = ''): Promise<Answer> {
    const { out, err } = await this.call([...words, '--json'], input);
    if (out === '') throw new Error(err);
    return JSON.parse(out) as Answer;
  }
}

/** A profile that finds whoever has the diagnosis, with one marker, one value and one indicator. */
export function diabetes(changes: object = {}) {
  return {
    format: 'overblik-profile/1',
    id: 'dk.proeve',
    version: '1.0.0',
    title: { da: 'Prøve', en: 'Trial' },
    purpose: [{ da: 'At prøve' }],
    codes: { diabetes: { system: 'ICPC-2', include: ['T90'] } },
    population: { include: { any: [{ diagnosis: { codes: 'diabetes' } }] } },
    information: [
      {
        id: 'hba1c',
        type: 'result',
        title: { da: 'HbA1c' },
        codes: { system: 'NPU', include: ['NPU27300'] },
      },
    ],
    markers: [
      {
        id: 'hba1c-mangler',
        level: 'warning',
        title: { da: 'HbA1c mangler', en: 'HbA1c missing' },
        when: {
          not: {
            result: { codes: { system: 'NPU', include: ['NPU27300'] }, when: { last: 'P12M' } },
          },
        },
      },
    ],
    indicators: [
      {
        id: 'maalt',
        title: { da: 'Målt', en: 'Measured' },
        numerator: {
          result: { codes: { system: 'NPU', include: ['NPU27300'] }, when: { last: 'P12M' } },
        },
      },
    ],
    ...changes,
  };
}

/** A patient with a diagnosis, or none, and as many results as are given. */
export function patient(id: string, diagnosis?: string, ...results: readonly string[]): object {
  return {
    patient: { id, name: `Made-up ${id}`, birthDate: '1950-02-03', sex: 'female' },
    diagnoses: diagnosis ? [{ code: diagnosis, from: '2020-01-01' }] : [],
    results: results.map((at) => ({ code: 'NPU27300', at, value: 50, unit: 'mmol/mol' })),
  };
}

/** Patients, one a line. */
export function lines(...patients: readonly object[]): string {
  return patients.map((each) => `${JSON.stringify(each)}\n`).join('');
}
