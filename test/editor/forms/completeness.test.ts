/** Every key of the format has a field, and every value that the format allows has a kind of field that can hold it. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { editorFormsTexts } from '../../../src/i18n/texts/editor-forms.ts';
import { sectionKind } from '../../../src/editor/forms/fields/fits.ts';
import { group, type Field, type Kind, type Part } from '../../../src/editor/forms/fields/kinds.ts';
import { parts } from '../../../src/editor/forms/fields/parts.ts';
import { descriptions } from '../../../src/profile/schema/descriptions.ts';
import { profileSchema } from '../../../src/profile/schema.ts';
import { windowChoices } from '../../../src/editor/forms/values/windows.ts';

type Schema = z.core.$ZodType;

/** What the format never lets stand: a strength is not judged by what is plausible. */
const refused = ['strength/plausible'];

describe('the fields of the forms', () => {
  it('cover the schema, key by key', () => {
    expect(differences(profileSchema, group('profile'))).toEqual([]);
  });

  it('have labels and helps in both languages', () => {
    const fields = [...parts.values()].flat();
    const missing = fields.filter(({ label }) =>
      Object.values(editorFormsTexts).some(({ labels }) => !Object.hasOwn(labels, label)),
    );
    expect(missing).toEqual([]);
    const { da, en } = editorFormsTexts;
    expect(Object.keys(da.labels)).toEqual(Object.keys(en.labels));
    expect(Object.keys(da.helps).filter((key) => !Object.hasOwn(da.labels, key))).toEqual([]);
  });

  it('say what each is for, where the format does', () => {
    const untold: string[] = [];
    const { helps } = editorFormsTexts.da;
    differences(profileSchema, group('profile'), parts, (schema, field, name) => {
      const { description, id } = descriptions.get(schema as z.ZodMiniType) ?? {};
      if (description !== undefined && id === undefined && !Object.hasOwn(helps, field.label))
        untold.push(`${name}/${field.key}: ${description}`);
    });
    expect(untold).toEqual([]);
    for (const { helps: own } of Object.values(editorFormsTexts))
      expect(Object.keys(own)).toEqual(Object.keys(helps));
  });

  it('have words for everything that can be chosen', () => {
    const { choices } = editorFormsTexts.da;
    const unnamed = [...parts.values()].flat().flatMap(({ key, label, kind }) => {
      if (kind.kind !== 'choice' && kind.kind !== 'choices') return [];
      if (label === 'itemType') return [];
      const name =
        label === 'recordStatus'
          ? label
          : key === 'level' && kind.kind === 'choice' && kind.values.includes(5)
            ? 'distinctLevel'
            : key;
      const words: object = choices[name as keyof typeof choices] ?? {};
      return kind.values
        .map(String)
        .filter((value) => !Object.hasOwn(words, value))
        .map((value) => `${key}: ${value}`);
    });
    expect(unnamed).toEqual([]);
  });

  it('tells a key that has no field', () => {
    const part = parts.get('count')!;
    const others = new Map([...parts, ['count', part.filter(({ key }) => key !== 'apart')]]);
    expect(differences(profileSchema, group('profile'), others)).toContain(
      'count/apart has no field',
    );
  });
});

/** What a schema has and the fields do not, and the other way round. */
function differences(
  schema: Schema,
  kind: Kind,
  all: ReadonlyMap<string, Part> = parts,
  meet: (schema: Schema, field: Field, name: string) => void = () => undefined,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const names = new Map<Schema, number>();
  const nameOf = (each: Schema) => {
    if (!names.has(each)) names.set(each, names.size);
    return names.get(each);
  };
  const tell = (text: string) => void found.push(text);

  const compareObject = (shape: Readonly<Record<string, Schema>>, part: Part, name: string) => {
    const keys = Object.keys(shape).filter((key) => !refused.includes(`${name}/${key}`));
    for (const key of keys) {
      const field = part.find((each) => each.key === key);
      if (!field) {
        tell(`${name}/${key} has no field`);
        continue;
      }
      meet(shape[key]!, field, name);
      // One choice has the types of all items: each of its words is one of a schema's.
      if (field.label === 'itemType') continue;
      const isOptional = shape[key]!._zod.optin === 'optional';
      if (isOptional !== (field.presence !== 'needed')) tell(`${name}/${key} is ${field.presence}`);
      compare(shape[key]!, kindIn(field, key), `${name}/${key}`);
    }
    for (const { key } of part)
      if (!keys.includes(key)) tell(`${name}/${key} is no key of the format`);
  };

  const compare = (given: Schema, to: Kind, at: string): void => {
    const of = bare(given);
    const seenName = `${nameOf(of)} ${JSON.stringify(to)}`;
    if (seen.has(seenName)) return;
    seen.add(seenName);
    const { element, valueType } = defOf(of);
    switch (to.kind) {
      case 'group': {
        if (to.part === 'item') return compareItems(optionsOf(of));
        return compareObject(shapeOf(of), all.get(to.part)!, to.part);
      }
      case 'criterion':
        return compareCriteria(optionsOf(of));
      case 'criteria':
        return expectType(of, 'array', at, () => compare(element!, { kind: 'criterion' }, at));
      case 'rows':
        return expectType(of, 'array', at, () => compare(element!, to.of, at));
      case 'named':
        return expectType(of, 'record', at, () => compare(valueType!, to.of, at));
      case 'either': {
        const options = optionsOf(of);
        if (options.length !== to.of.length) tell(`${at} has ${options.length} shapes`);
        options.forEach((option, index) => compare(option, to.of[index]!.kind, `${at}#${index}`));
        return;
      }
      case 'typed': {
        const options = optionsOf(of).map(shapeOf);
        const types = options.flatMap(Object.keys);
        if (types.sort().join() !== [...to.types].sort().join())
          tell(`${at} has types ${types.join()}`);
        for (const shape of options)
          for (const [type, own] of Object.entries(shape))
            compare(own, group(`${to.parts}.${type}`), at);
        return;
      }
      case 'localText':
        if (Object.keys(shapeOf(of)).join() !== 'da,en') tell(`${at} is no text in both languages`);
        return;
      case 'window': {
        const [words, ...shapes] = optionsOf(of);
        const kinds = [
          ...valuesOf(words!),
          ...shapes.map((each) => Object.keys(shapeOf(each)).join()),
        ];
        if (kinds.join() !== 'ever,now,future,from,to,last,next')
          tell(`${at} has windows ${kinds.join()}`);
        if (windowChoices.length !== 6) tell(`${at}: choices`);
        return;
      }
      case 'codes': {
        const [name, set, several] = optionsOf(of);
        expectType(bare(name!), 'string', at);
        if (set) compare(set, group('codeSet'), at);
        expectType(bare(several!), 'array', at);
        return;
      }
      case 'choice': {
        const values = isType(of, 'boolean') ? [true, false] : valuesOf(of);
        if (values.join() !== to.values.join()) tell(`${at} is one of ${values.join()}`);
        return;
      }
      case 'choices': {
        const [one] = optionsOf(of);
        const values = valuesOf(one!);
        const isPart = at.startsWith('item.')
          ? to.values.every((value) => values.includes(value))
          : values.join() === to.values.join();
        if (!isPart) tell(`${at} is some of ${values.join()}`);
        return;
      }
      case 'lines':
        if (to.orOne) {
          const [one, several] = optionsOf(of);
          expectType(bare(one!), 'string', at);
          return expectType(bare(several!), 'array', at);
        }
        return expectType(of, 'array', at, () => expectType(bare(element!), 'string', at));
      case 'number':
        return expectType(of, 'number', at);
      case 'ageLimit':
        return expectTypes(optionsOf(of), ['number', 'string'], at);
      case 'flag':
        if (valuesOf(of).join() !== 'true') tell(`${at} is no flag`);
        return;
      case 'fixed':
        return;
      case 'tests':
        return expectType(of, 'array', at);
      case 'section':
        return tell(`${at} has no form`);
      default:
        return expectType(of, 'string', at);
    }
  };

  const compareCriteria = (options: readonly Schema[]) => {
    for (const option of options) {
      const shape = shapeOf(option);
      const name = `criterion.${Object.keys(shape)[0]!}`;
      const part = all.get(name);
      if (part) compareObject(shape, part, name);
      else tell(`${name} has no form`);
    }
  };

  /** The fields of all record types together are those of an item; each type has the format's own. */
  const compareItems = ([patient, record]: readonly Schema[]) => {
    compareObject(shapeOf(patient!), all.get('item.patient')!, 'item.patient');
    const ofTypes = [...all].filter(
      ([name]) => name.startsWith('item.') && name !== 'item.patient',
    );
    const shape = shapeOf(record!);
    const keys = new Set(ofTypes.flatMap(([, part]) => part.map(({ key }) => key)));
    for (const key of Object.keys(shape)) if (!keys.has(key)) tell(`item/${key} has no field`);
    for (const [name, part] of ofTypes)
      for (const { key, kind: own } of part) {
        const inner = shape[key];
        if (!inner) tell(`${name}/${key} is no key of the format`);
        // The types of items stand in one choice with the patient's own.
        else if (key !== 'type') compare(inner, own, `${name}/${key}`);
      }
  };

  const isType = (of: Schema, type: string) => of._zod.def.type === type;
  const expectType = (of: Schema, type: string, at: string, then?: () => void): void => {
    if (!isType(of, type)) tell(`${at} is ${of._zod.def.type}, not ${type}`);
    else then?.();
  };
  const expectTypes = (options: readonly Schema[], types: readonly string[], at: string): void => {
    const own = options.map((each) => bare(each)._zod.def.type);
    if (own.join() !== types.join()) tell(`${at} is ${own.join()}`);
  };

  compare(schema, kind, '');
  return found;
}

/** A field names a section of the profile, which has a form of its own. */
function kindIn({ kind }: Field, key: string): Kind {
  return kind.kind === 'section' ? sectionKind(key)! : kind;
}

interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly getter?: () => Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

function defOf(schema: Schema): Def {
  return schema._zod.def;
}

/** Without what may be left out, and without the knot of a recursion. */
function bare(schema: Schema): Schema {
  const { type, innerType, getter } = defOf(schema);
  if (type === 'optional') return bare(innerType!);
  return type === 'lazy' ? bare(getter!()) : schema;
}

function optionsOf(schema: Schema): readonly Schema[] {
  return (defOf(bare(schema)).options ?? []).map(bare);
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  return defOf(bare(schema)).shape ?? {};
}

function valuesOf(schema: Schema): readonly unknown[] {
  const { entries, values } = defOf(bare(schema));
  return values ?? Object.values(entries ?? {});
}
