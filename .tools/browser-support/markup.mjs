/** What of elements and attributes in the templates a supported browser does not know. */
import { data } from './targets.mjs';

const { elements, global_attributes: global } = data.html;

/** @returns {{ name: string, feature: object, offset: number }[]} */
export function featuresOfMarkup(text) {
  const found = [];
  for (const { 1: tag, 2: rest, index } of text.matchAll(/<([a-z][a-z0-9-]*)([^<>]*)/g)) {
    if (!Object.hasOwn(elements, tag)) continue;
    const use = (name, feature, offset) => {
      if (feature?.__compat) found.push({ name, feature, offset });
    };
    use(`html.elements.${tag}`, elements[tag], index);
    for (const { 1: attribute, index: at } of rest.matchAll(/\s\??([a-z][a-z-]*)(?=[=\s]|$)/g)) {
      const own = elements[tag][attribute];
      const offset = index + 1 + tag.length + at;
      if (own) use(`html.elements.${tag}.${attribute}`, own, offset);
      else use(`html.global_attributes.${attribute}`, global[attribute], offset);
    }
  }
  return found;
}
