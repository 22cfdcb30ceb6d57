/**
 * Registers elements as `<prefix-name>`. A tag that is taken already is left as it is, so two versions can
 * stand on one page under two prefixes.
 *
 * @param elements By their names: what follows the prefix and its hyphen.
 * @param prefix Default `"overblik"`.
 */
export function register(
  elements: Readonly<Record<string, CustomElementConstructor>>,
  prefix = 'overblik',
): void {
  for (const [name, element] of Object.entries(elements)) {
    const tag = `${prefix}-${name}`;
    // A class can be registered once only: each prefix gets its own.
    if (!customElements.get(tag)) customElements.define(tag, class extends element {});
  }
}
