/**
 * Registers elements as `<prefix-name>`. A tag that is taken already is left as it is, so two versions can
 * stand on one page under two prefixes, or in two registries.
 *
 * @param elements By their names: what follows the prefix and its hyphen.
 * @param prefix Default `"overblik"`.
 * @param registry Default: the page's own.
 */
export function register(
  elements: Readonly<Record<string, CustomElementConstructor>>,
  prefix = 'overblik',
  registry = customElements,
): void {
  for (const [name, element] of Object.entries(elements)) {
    const tag = `${prefix}-${name}`;
    // A class can be registered once only: each prefix gets its own.
    if (!registry.get(tag)) registry.define(tag, class extends element {});
  }
}
