const advice =
  'register the elements on the page itself, under tags of their own: define({ prefix: "other" }) makes <other-workspace>.';

/**
 * The registry that a host asks for: the page's own, one that the host has made, or a new one.
 *
 * @throws {TypeError} Where the browser has no scoped registries, and for what is none: what to do instead.
 */
export function registryFor(
  asked: CustomElementRegistry | 'new' | undefined,
): CustomElementRegistry {
  if (asked === undefined || asked === customElements) return customElements;
  // What stands in for scoped registries in older browsers leaves out what the elements need.
  if (!('customElementRegistry' in Element.prototype))
    throw new TypeError(
      `This browser has no scoped registries of custom elements (Chromium has them from 146, Safari from 26). Instead, ${advice}`,
    );
  if (asked === 'new') return new CustomElementRegistry();
  if (!(asked instanceof CustomElementRegistry))
    throw new TypeError(
      `The registry that define() was given is none. Give it "new" or a new CustomElementRegistry(); or ${advice}`,
    );
  return asked;
}
