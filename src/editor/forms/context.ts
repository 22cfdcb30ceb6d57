/** What the forms are drawn from: the document, what is wrong with it, the texts, and the way to change it. */
import type { DocumentEdit } from '../../authoring/editing/index.ts';
import { keysOf, pointer as pointerOf, valueAt } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { insideSentence, textIn, type Language } from '../../i18n/language.ts';
import { editorFormsTexts, type LabelName } from '../../i18n/texts/editor-forms.ts';
import { describeCriterion, type LocalText } from '../../profile/index.ts';
import type { PatchStep } from '../../authoring/index.ts';
import type { EditorHost } from '../host.ts';
import { faultsOf, type Fault } from './faults.ts';

/** The head of a form: where the focus is when nothing else is left of what it was in. */
export const formTitle = '.profile-form > h3';

/** One drawing of a form. */
export class FormContext {
  readonly document: JsonObject;
  readonly language: Language;
  readonly texts: EditorHost['ui']['texts']['editorForms'];
  readonly #faults: ReadonlyMap<string, readonly Fault[]>;

  constructor(
    readonly host: EditorHost,
    /** JSON Pointer of what the form is of. */
    readonly form: string,
    /** JSON Pointer of the field that shows what is selected, where that is not the whole of the form. */
    readonly current?: string,
  ) {
    const { state } = host.draft;
    this.document = state.document;
    this.language = host.ui.language;
    this.texts = host.ui.texts.editorForms;
    this.#faults = faultsOf(state);
  }

  valueAt(pointer: string): unknown {
    return valueAt(this.document, keysOf(pointer));
  }

  label(name: LabelName): string {
    return this.texts.labels[name];
  }

  /** What one of a list is called, by the label of the list's field. */
  oneOf(name: LabelName): string {
    const { ofList } = this.texts;
    return Object.hasOwn(ofList, name) ? ofList[name as keyof typeof ofList] : this.label(name);
  }

  /** What is wrong at the field that shows a place. */
  faultsAt(pointer: string): readonly Fault[] {
    return this.#faults.get(pointer) ?? [];
  }

  /** How much is wrong with what stands at a place and in it. */
  faultsWithin(pointer: string): number {
    const { errors } = this.host.draft.state;
    return errors.filter(({ path }) => path === pointer || path.startsWith(`${pointer}/`)).length;
  }

  /** A criterion in words, where what it is part of is valid. */
  wordsAt(pointer: string): string | undefined {
    const { profile, faults, places } = this.host.draft.state.readable;
    const [section = '', entry = '', ...rest] = keysOf(pointer);
    if (!profile || faults.has(pointerOf([section, entry])) || faults.has(`/${section}`))
      return undefined;
    const at = places[section]?.indexOf(Number(entry)) ?? Number(entry);
    const key = section === 'population' ? entry : at;
    const criterion = valueAt(profile, [section, key, ...rest]);
    return isObject(criterion)
      ? describeCriterion(
          criterion as Parameters<typeof describeCriterion>[0],
          profile,
          this.language,
        )
      : undefined;
  }

  /** A text of the document in the reader's language. */
  textIn(value: unknown): string {
    const text = isObject(value) ? value : {};
    const { da, en } = text;
    if (typeof da !== 'string') return '';
    return textIn(typeof en === 'string' ? { da, en } : { da }, this.language);
  }

  /**
   * Writes a value where it stands or may stand; undefined takes it out. Objects that are missing on the way are made.
   *
   * @param isTyped Keystrokes in one field are one step of undo.
   */
  put(pointer: string, value: unknown, label: LabelName, isTyped = false): void {
    const step = stepTo(this.document, pointer, value);
    if (step) this.change([step], whatOf('change', label), isTyped ? pointer : undefined);
  }

  add(pointer: string, value: unknown, label: LabelName): void {
    const step = stepTo(this.document, pointer, value);
    if (!step) return;
    this.change([step], whatOf('addWhat', label));
    // What is said by being there has no control but the one that takes it out.
    this.focus(controlsIn(pointer), `.profile-form ${fieldSelector(pointer)} [data-remove]`);
  }

  /** @param focus Selectors of where the focus goes: the first that is found. */
  remove(pointer: string, label: LabelName, ...focus: readonly string[]): void {
    this.change([{ op: 'remove', path: pointer }], whatOf('removeWhat', label));
    this.focus(...focus, formTitle);
  }

  /** Does what an operation of the editor answers; nothing where it cannot be done. */
  apply(edit: DocumentEdit | undefined, what: LocalText): void {
    if (!edit) return;
    this.host.draft.edit(edit.steps, what, { select: edit.select, selectBefore: this.form });
  }

  change(steps: readonly PatchStep[], what: LocalText, merge?: string): void {
    const { form } = this;
    const joined = merge === undefined ? {} : { merge: `field:${merge}` };
    this.host.draft.edit(steps, what, { ...joined, select: form, selectBefore: form });
  }

  /** Shows a place in the document's JSON, beside the form. */
  showJson(pointer: string): void {
    this.host.select(pointer);
    this.host.showPanel('json');
  }

  /** Ends what keystrokes are joined to: the field is left. */
  readonly leave = (): void => this.host.draft.settle();

  /** Puts the focus on the first that is found, once the change is drawn. */
  focus(...selectors: readonly string[]): void {
    const { host } = this;
    host.requestUpdate();
    void host.updateComplete.then(() => focusFirst(host, selectors));
  }
}

/** Puts the focus on the first that is found in the element. */
export function focusFirst({ renderRoot }: EditorHost, selectors: readonly string[]): void {
  for (const selector of selectors) {
    const found = renderRoot.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}

const controls = ':is(input, select, textarea, button):not([data-remove], [data-move])';

/** Selects the first control of a form. */
export const firstControl = `.profile-form ${controls}`;

/** Selects the first control of the field of a place. */
export function controlsIn(pointer: string): string {
  return `.profile-form ${fieldSelector(pointer)} ${controls}`;
}

export function fieldSelector(pointer: string): string {
  return `[data-pointer="${CSS.escape(pointer)}"]`;
}

/** What is done, in both languages: it is told of undoing it, whatever language that is read in. */
export function whatOf(act: 'change' | 'addWhat' | 'removeWhat', label: LabelName): LocalText {
  const say = (language: Language) => {
    const texts = editorFormsTexts[language];
    return texts[act](insideSentence(texts.labels[label]));
  };
  return { da: say('da'), en: say('en') };
}

/** The step after which a value stands at a place; undefined where nothing would change. */
function stepTo(document: JsonObject, pointer: string, value: unknown): PatchStep | undefined {
  const keys = keysOf(pointer);
  const now = valueAt(document, keys);
  if (value === undefined) return now === undefined ? undefined : { op: 'remove', path: pointer };
  if (now !== undefined) return { op: 'replace', path: pointer, value };
  let depth = keys.length - 1;
  while (depth > 0 && !isHolder(valueAt(document, keys.slice(0, depth)))) depth -= 1;
  const made = keys
    .slice(depth + 1)
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  const path = pointerOf(keys.slice(0, depth + 1));
  const isThere = valueAt(document, keys.slice(0, depth + 1)) !== undefined;
  return { op: isThere ? 'replace' : 'add', path, value: made };
}

function isHolder(value: unknown): boolean {
  return isObject(value) || Array.isArray(value);
}
