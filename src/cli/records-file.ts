/** Patients with their records out of a file: one a line (NDJSON), or all in one JSON document. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { isObject } from '../json/values.ts';
import type { PatientRecords } from '../record/index.ts';
import { Unreadable, type Io } from './command.ts';
import { nameOf, readText, standardInput, unreadable } from './files.ts';
import { parsedJson } from '../json/parsed.ts';

/** So many lines that cannot be read are named; of the others, how many they are. */
const mostNamed = 20;
const batchSize = 500;

/** A file of patients, read line by line where it is written so: it may be larger than the memory. */
export class RecordsFile {
  readonly #name: string;
  readonly #io: Io;
  /** What came by the standard input, which comes once. */
  #held: string | undefined;
  /** Those of one document. */
  #patients: readonly PatientRecords[] | undefined;
  #troubles: string[] = [];
  #more = 0;
  /** The description in a document that has one beside its patients. */
  description: unknown;

  constructor(name: string, io: Io) {
    this.#name = name;
    this.#io = io;
  }

  /** What could not be read of it: places and reasons, no data. */
  get troubles(): readonly string[] {
    return this.#more > 0
      ? [...this.#troubles, `and ${this.#more} lines more that are no JSON`]
      : this.#troubles;
  }

  /**
   * Finds out how the file is written.
   * @throws {Unreadable} of a file that is not there, or is a list and no JSON.
   */
  async look(): Promise<void> {
    if (this.#name === standardInput) this.#held = await readText(this.#name, this.#io);
    const first = await this.#firstLine();
    const firstValue = parsedJson(first);
    if (isObject(firstValue) && 'patient' in firstValue) return;
    const document = parsedJson(this.#held ?? (await readText(this.#name, this.#io)));
    if (Array.isArray(document)) this.#patients = document as readonly PatientRecords[];
    else if (isObject(document) && Array.isArray(document.patients)) {
      this.#patients = document.patients as readonly PatientRecords[];
      this.description = document.description;
    } else if (isObject(document)) this.#patients = [document as unknown as PatientRecords];
    else if (first.trimStart().startsWith('['))
      throw new Unreadable(
        `${nameOf(this.#name)} begins as a JSON list and is none: is it cut short? One patient a line (NDJSON) can be read as far as it goes.`,
      );
  }

  async *batches(): AsyncGenerator<readonly PatientRecords[]> {
    if (this.#patients) {
      for (let start = 0; start < this.#patients.length; start += batchSize)
        yield this.#patients.slice(start, start + batchSize);
      return;
    }
    this.#troubles = [];
    this.#more = 0;
    let batch: PatientRecords[] = [];
    let number = 0;
    for await (const line of this.#lines()) {
      number++;
      if (line.trim() === '') continue;
      const patient = parsedJson(line);
      if (patient === undefined) this.#note(number);
      else batch.push(patient as PatientRecords);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  /** What is no JSON is a patient who is missing, and is told. */
  #note(line: number): void {
    if (this.#troubles.length < mostNamed)
      this.#troubles.push(
        `${nameOf(this.#name)}:${line}: the line is no JSON: a patient is missing`,
      );
    else this.#more++;
  }

  async #firstLine(): Promise<string> {
    try {
      for await (const line of this.#lines()) if (line.trim() !== '') return line;
      return '';
    } catch (error) {
      throw unreadable(this.#name, resolve(this.#io.folder, this.#name), error);
    }
  }

  async *#lines(): AsyncGenerator<string> {
    const input =
      this.#held === undefined
        ? createReadStream(resolve(this.#io.folder, this.#name), 'utf8')
        : Readable.from([this.#held]);
    const failed = new Promise<never>((_, reject) => input.once('error', reject));
    const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
    try {
      for (let isFirst = true; ; isFirst = false) {
        const { done, value } = await Promise.race([lines.next(), failed]);
        if (done) return;
        yield isFirst ? value.replace(/^\uFEFF/, '') : value;
      }
    } finally {
      failed.catch(() => undefined);
      input.destroy();
    }
  }
}
