/** What can be written on each element, of no framework: every framework's types are made of these. */

/** `overblik-marker` is `marker`. */
export const shortName = ({ tagName }) => tagName.replace('overblik-', '');

/** A name as a key of an interface. */
const keyOf = (name) => (name.includes('-') ? `'${name}'` : name);

/**
 * @param source Where the classes are, seen from the file.
 */
export function neutralTypes(tags, source) {
  const classes = tags.map(({ name }) => name).sort();
  return `${[
    '/** What can be written on the elements of Overblik, of no framework. Made from custom-elements.json. */',
    `import type { ${classes.join(', ')} } from '${source}';`,
    '',
    ...tags.map(interfaces),
    '/** The elements, by what follows the prefix and its hyphen. */',
    'export interface Elements {',
    ...tags.map(
      (tag) =>
        `${docs(tag.description, '  ')}  ${keyOf(shortName(tag))}: { element: ${tag.name}; properties: ${tag.name}Properties; attributes: ${tag.name}Attributes; events: ${tag.name}Events };`,
    ),
    '}',
    '',
    ...closing,
  ].join('\n')}\n`;
}

/**
 * Properties, attributes that are called otherwise, and events. Types of properties are those of the classes, so that
 * they cannot come apart.
 */
function interfaces({ name, tagName, attributes, members, events = [] }) {
  const properties = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const others = attributes.filter(({ name: own, fieldName }) => fieldName && own !== fieldName);
  return [
    `/** Properties of \`<${tagName}>\`. */`,
    `export interface ${name}Properties {`,
    ...properties.map(
      (each) =>
        `${docs(each.description, '  ', each.deprecated)}  ${each.name}?: ${name}['${each.name}'] | undefined;`,
    ),
    '}',
    `/** Attributes of \`<${tagName}>\` that are called otherwise than their properties. */`,
    `export interface ${name}Attributes {`,
    ...others.map(
      (each) =>
        `${docs(each.description, '  ')}  '${each.name}'?: ${name}['${each.fieldName}'] | undefined;`,
    ),
    '}',
    `/** Events of \`<${tagName}>\`. */`,
    `export interface ${name}Events {`,
    ...events.map(
      (each) =>
        `${docs(each.description, '  ')}  '${each.name}': HTMLElementEventMap['${each.name}'];`,
    ),
    '}',
    '',
  ].join('\n');
}

/** Words that an editor shows, over what they are about. */
function docs(words, indent, deprecated) {
  const safe = (text) => text.replaceAll('*/', '* /');
  if (deprecated)
    return `${indent}/**\n${indent} * ${safe(words)}\n${indent} *\n${indent} * @deprecated ${safe(deprecated)}\n${indent} */\n`;
  return words ? `${indent}/** ${safe(words)} */\n` : '';
}

const closing = [
  '/** Frameworks take what begins with `on` for a listener: in templates the name is `failureHandler`. */',
  "export type Settable<Name extends keyof Elements> = Omit<Elements[Name]['properties'], 'onfailure'> & Elements[Name]['attributes'];",
  '',
  '/** Listeners as they are written in a template: `onoverblik-problem`, where `Before` is `on`. */',
  'export type Listeners<Name extends keyof Elements, Before extends string> = {',
  "  [Event in keyof Elements[Name]['events'] & string as `${Before}${Event}`]?: ((event: Elements[Name]['events'][Event]) => void) | undefined;",
  '};',
  '',
  '/**',
  ' * The elements by their tags, for another prefix:',
  " * `declare global { interface HTMLElementTagNameMap extends TagNameMap<'other'> {} }`.",
  ' */',
  "export type TagNameMap<Prefix extends string = 'overblik'> = { [Name in keyof Elements as `${Prefix}-${Name}`]: Elements[Name]['element'] };",
];
