/** The form of one test patient: who it is, what is recorded, and which answers are expected. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PatchStep, TestCoverage, TestResult } from '../../authoring/index.ts';
import { nameOne } from '../../i18n/record-types.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { isSpan, recordTypes, type RecordType } from '../../record/index.ts';
import type { EditorHost } from '../host.ts';
import {
  emptyRecord,
  recordsIn,
  replaceTest,
  testsPlace,
  valueWritten,
  withRecord,
  withValue,
  writtenValue,
  type PlacedRecord,
} from './edits.ts';
import { failures } from './failures.ts';

export interface TestFormOptions {
  readonly host: EditorHost;
  readonly test: JsonObject;
  readonly index: number;
  readonly result: TestResult | undefined;
  /** What an answer can be expected of. */
  readonly targets: readonly TestCoverage[];
  /** @param merge Joins the keystrokes of one field. */
  readonly edit: (steps: readonly PatchStep[], merge?: string) => void;
  /** Puts the focus on what the next drawing has. */
  readonly focus: (selector: string) => void;
}

export function testForm(options: TestFormOptions): TemplateResult {
  const { result, host } = options;
  return html`<div class="test-form">
    ${result && !result.ok ? failures(result, host.ui.texts) : nothing} ${person(options)}
    ${records(options)} ${expectations(options)}
  </div>`;
}

function person(options: TestFormOptions): TemplateResult {
  const { host, test } = options;
  const text = host.ui.texts.editorTests;
  const patient = isObject(test['patient']) ? test['patient'] : {};
  const title = isObject(test['title']) ? test['title'] : {};
  const hasBirth = patient['birthDate'] !== undefined;
  return html`<fieldset>
    <legend>${text.person}</legend>
    ${field(options, text.title, ['title', 'da'], written(title['da']), (given) => given)}
    ${field(options, text.on, ['on'], written(test['on']), (given) => given)}
    ${
      hasBirth
        ? nothing
        : field(options, text.age, ['patient', 'age'], writtenValue(patient['age']), valueWritten)
    }
    ${field(
      options,
      text.birthDate,
      ['patient', 'birthDate'],
      written(patient['birthDate']),
      orNothing,
    )}
    <label class="stacked"
      ><span>${text.sex}</span
      ><select
        class="field"
        data-pointer="${placeOf(options)}/patient/sex"
        @change=${(event: Event) => set(options, ['patient', 'sex'], orNothing(valueIn(event)))}
      >
        ${choices(
          [
            ['', text.unsaid],
            ['female', text.sexes.female],
            ['male', text.sexes.male],
          ],
          written(patient['sex']),
        )}
      </select></label
    >
  </fieldset>`;
}

function records(options: TestFormOptions): TemplateResult {
  const { host, test, edit, index, focus } = options;
  const text = host.ui.texts.editorTests;
  const { language } = host.ui;
  const all = recordsIn(test);
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const type = recordTypes.find((each) => each === select.value);
    if (!type) return;
    select.value = '';
    const place = { type, index: all.filter((each) => each.type === type).length };
    edit(replaceTest(index, withRecord(test, place, emptyRecord(type))));
    focus(`[data-record="${type} ${place.index}"] [data-code]`);
  };
  return html`<fieldset>
    <legend>${text.records}</legend>
    <p class="muted">${text.dates}</p>
    ${repeat(
      all,
      ({ type, index: at }) => `${type} ${at}`,
      (placed) => recordRow(options, placed),
    )}
    <label class="stacked"
      ><span>${text.addRecord}</span
      ><select class="field" data-add-record @change=${add}>
        ${choices([['', text.choose], ...recordTypes.map((type) => [type, nameOne(type, language)] as const)], '')}
      </select></label
    >
  </fieldset>`;
}

function recordRow(options: TestFormOptions, placed: PlacedRecord): TemplateResult {
  const { host, test, index, edit, focus } = options;
  const { type, record } = placed;
  const text = host.ui.texts.editorTests;
  const name = nameOne(type, host.ui.language);
  const change = (key: string, value: unknown) =>
    edit(
      replaceTest(index, withRecord(test, placed, withValue(record, [key], value))),
      `${placeOf(options)} ${type} ${placed.index} ${key}`,
    );
  const cell = (key: string, label: string, read: (given: string) => unknown, size = 10) =>
    html`<label
      ><span>${label}</span
      ><input
        class="field"
        size=${size}
        autocomplete="off"
        aria-label="${name} ${placed.index + 1}: ${label}"
        ?data-code=${key === 'code'}
        .value=${writtenValue(record[key])}
        @input=${(event: Event) => change(key, read(valueIn(event)))}
        @change=${() => host.draft.settle()}
    /></label>`;
  return html`<div class="record" data-record="${type} ${placed.index}">
    <span class="record-type">${name}</span>
    ${cell('code', text.code, (given) => given)}
    ${
      isSpan(type)
        ? html`${cell('from', text.from, orNothing)}${cell('to', text.to, orNothing)}`
        : cell('at', text.at, orNothing)
    }
    ${
      type === 'result'
        ? html`${cell('value', text.value, valueWritten, 6)}${cell('unit', text.unit, orNothing, 8)}`
        : nothing
    }
    ${hasStatus(type) ? cell('status', text.status, orNothing) : nothing}
    ${cell('system', text.system, orNothing, 8)}
    <button
      type="button"
      class="button"
      aria-label="${text.remove}: ${name} ${placed.index + 1}"
      @click=${() => {
        edit(replaceTest(index, withRecord(test, placed, undefined)));
        focus('[data-add-record]');
      }}
    >
      ${text.remove}
    </button>
  </div>`;
}

function hasStatus(type: RecordType): boolean {
  return ['appointment', 'referral', 'carePlan'].includes(type);
}

/** The keys under `expect` that an answer of a target stands at. */
function keysOfTarget({ kind, id = '', path }: TestCoverage): readonly string[] {
  switch (kind) {
    case 'population':
      return ['population'];
    case 'marker':
      return ['markers', id];
    case 'indicator':
      return ['indicators', id];
    default:
      return ['criteria', path];
  }
}

function expectations(options: TestFormOptions): TemplateResult {
  const { host, targets } = options;
  const text = host.ui.texts.editorTests;
  const [criteria, others] = [true, false].map((isAsked) =>
    targets.filter(({ kind }) => (kind === 'criterion') === isAsked),
  ) as [TestCoverage[], TestCoverage[]];
  const row = (target: TestCoverage) => expectation(options, target);
  return html`<fieldset>
    <legend>${text.expected}</legend>
    ${targets.length === 0 ? html`<p class="muted">${text.invalid}</p>` : nothing}
    ${others.map(row)}
    ${
      criteria.length > 0
        ? html`<details ?open=${criteria.some((each) => answerOf(options, each) !== '')}>
            <summary>${text.singleCriteria(criteria.length)}</summary>
            ${criteria.map(row)}
          </details>`
        : nothing
    }
  </fieldset>`;
}

function answerOf({ test }: TestFormOptions, target: TestCoverage): string {
  let value: unknown = test['expect'];
  for (const key of keysOfTarget(target)) value = isObject(value) ? value[key] : undefined;
  return written(value);
}

function expectation(options: TestFormOptions, target: TestCoverage): TemplateResult {
  const { host, result } = options;
  const text = host.ui.texts.editorTests;
  const keys = keysOfTarget(target);
  const expected = answerOf(options, target);
  const found = result?.answers.find(({ name }) => name === target.name);
  const answers = [
    'yes',
    'no',
    'unknown',
    ...(target.kind === 'indicator' ? ['out' as const] : []),
  ] as const;
  return html`<label class="expectation"
    ><span>${target.name}</span
    ><select
      class="field"
      data-pointer=${`${placeOf(options)}/expect/${keys[0]}`}
      @change=${(event: Event) => set(options, ['expect', ...keys], orNothing(valueIn(event)))}
    >
      ${choices([['', text.notExpected], ...answers.map((each) => [each, text.answers[each]] as const)], expected)}</select
    >${
      found
        ? html`<span class="result ${found.ok ? 'good' : 'error'}"
            >${text.found(text.answers[found.found])}</span
          >`
        : nothing
    }</label
  >`;
}

function field(
  options: TestFormOptions,
  label: string,
  keys: readonly string[],
  value: string,
  read: (given: string) => unknown,
): TemplateResult {
  return html`<label class="stacked"
    ><span>${label}</span
    ><input
      class="field"
      autocomplete="off"
      data-field=${keys[0] ?? ''}
      data-pointer="${placeOf(options)}/${keys.join('/')}"
      .value=${value}
      @input=${(event: Event) => set(options, keys, read(valueIn(event)))}
      @change=${() => options.host.draft.settle()}
  /></label>`;
}

function set(
  { test, index, edit }: TestFormOptions,
  keys: readonly string[],
  value: unknown,
): void {
  edit(
    replaceTest(index, withValue(test, keys, value)),
    `${testsPlace}/${index} ${keys.join(' ')}`,
  );
}

function placeOf({ index }: TestFormOptions): string {
  return `${testsPlace}/${index}`;
}

function choices(
  all: readonly (readonly [value: string, text: string])[],
  chosen: string,
): unknown {
  return all.map(
    ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
  );
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function orNothing(given: string): string | undefined {
  return given.trim() === '' ? undefined : given;
}
