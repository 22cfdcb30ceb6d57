/** What of CSS in the lit templates a supported browser does not know. */
import { generate, parse, walk } from 'css-tree';
import { data } from './targets.mjs';

const { properties, selectors, types } = data.css;
const atRules = data.css['at-rules'];

/** Units whose name in the data is that of a group. */
const groups = {
  viewport_percentage_units_dynamic: /^d(vh|vw|vi|vb|vmin|vmax)$/,
  viewport_percentage_units_small: /^s(vh|vw|vi|vb|vmin|vmax)$/,
  viewport_percentage_units_large: /^l(vh|vw|vi|vb|vmin|vmax)$/,
  container_query_length_units: /^cq(w|h|i|b|min|max)$/,
};

/**
 * The features that rules, or the declarations of a part of one, use, each with its place in the text. Rules below `@supports` are asked for by themselves, and
 * are not looked at; those below `@supports not` are.
 *
 * @returns {{ name: string, feature: object, offset: number, isPrefixed?: boolean }[]}
 */
export function featuresOfCss(text) {
  const found = [];
  const use = (name, feature, node, isPrefixed = false) => {
    if (feature?.__compat)
      found.push({ name, feature, offset: node.loc?.start.offset ?? 0, isPrefixed });
  };
  const tree = parse(text, {
    context: text.includes('{') ? 'stylesheet' : 'declarationList',
    positions: true,
    parseCustomProperty: true,
    onParseError: (error) => {
      // The parser knows no nested conditions of a container; what they say is all in `container-type`'s reach.
      if (!/@container[^{;]*$/.test(text.slice(0, error.offset)))
        throw new Error(error.formattedMessage ?? error.message);
    },
  });
  walk(tree, {
    enter(node) {
      if (node.type === 'Atrule') {
        if (node.name === 'supports' && isAsked(node)) return walk.skip;
        use(`css.at-rules.${node.name}`, atRules[node.name], node);
        if (node.name === 'container' && /\bstyle\(/.test(generate(node.prelude)))
          use(
            'css.at-rules.container.style_queries_for_custom_properties',
            atRules.container.style_queries_for_custom_properties,
            node,
          );
        if (node.name === 'supports') return;
      }
      if (node.type === 'Feature' && node.kind === 'media')
        use(`css.at-rules.media.${bare(node.name)}`, atRules.media[bare(node.name)], node);
      if (node.type === 'NestingSelector') use('css.selectors.nesting', selectors.nesting, node);
      if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
        use(`css.selectors.${node.name}`, selectors[node.name], node);
      if (node.type === 'Declaration') useDeclaration(node, this.block, use);
    },
  });
  return found;
}

/** A selector as scripts ask it, such as `matches(':dir(rtl)')`. */
export function featuresOfSelector(text) {
  return featuresOfCss(`${text} {}`);
}

function isAsked({ prelude }) {
  return !/^\s*not\b/.test(generate(prelude));
}

/** `min-width` is `width` to the data. */
function bare(name) {
  return name in atRules.media ? name : name.replace(/^(min|max)-/, '');
}

function useDeclaration(node, block, use) {
  const { property, value } = node;
  const own = properties[property];
  const siblings = block?.children.toArray() ?? [];
  // What an earlier declaration of the same says stands where this one is not understood.
  const before = siblings.slice(0, siblings.indexOf(node));
  const hasFallback = before.some((each) => each.property === property);
  const isPrefixed = siblings.some(
    (each) => each.type === 'Declaration' && each.property === `-webkit-${property}`,
  );
  if (!property.startsWith('--')) use(`css.properties.${property}`, own, node, isPrefixed);
  if (!value || hasFallback) return;
  walk(value, (part) => {
    if (part.type === 'Identifier' && own && part.name !== '__compat')
      use(`css.properties.${property}.${part.name}`, own[part.name], node, isPrefixed);
    if (part.type === 'Dimension') useUnit(part.unit, node, use);
    if (part.type === 'Function') useFunction(part, property, own, node, use);
  });
}

function useUnit(unit, node, use) {
  const group = Object.keys(groups).find((name) => groups[name].test(unit)) ?? unit;
  use(`css.types.length.${group}`, types.length[group], node);
}

function useFunction({ name, children }, property, own, node, use) {
  const [path, feature] = functionNamed(name, property, own);
  use(path, feature, node);
  const first = children.first;
  if (first?.type === 'Identifier' && first.name === 'from' && feature?.relative_syntax)
    use(`${path}.relative_syntax`, feature.relative_syntax, node);
}

/** Functions stand below their kind: `css.types.color.light-dark`, `css.types.round`, `css.properties.….minmax`. */
function functionNamed(name, property, own) {
  if (own?.[name]) return [`css.properties.${property}.${name}`, own[name]];
  if (types[name]) return [`css.types.${name}`, types[name]];
  for (const [kind, functions] of Object.entries(types))
    if (kind !== '__compat' && functions[name])
      return [`css.types.${kind}.${name}`, functions[name]];
  return [name, undefined];
}
