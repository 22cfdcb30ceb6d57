import type { RenderOptions } from 'lit';

/** Attaches a shadow tree in which tags mean what they mean to the element: its siblings are of the same registry. */
export function attachShadow(element: HTMLElement, options: ShadowRootInit): ShadowRoot {
  const registry = scopedRegistryOf(element);
  return element.attachShadow(registry ? { ...options, customElementRegistry: registry } : options);
}

/** How lit makes what it draws in a shadow tree: by the tree's own registry, where it is another than the page's. */
export function scopeOf(root: ShadowRoot): Pick<RenderOptions, 'creationScope'> {
  const customElementRegistry = scopedRegistryOf(root);
  if (!customElementRegistry) return {};
  return {
    creationScope: {
      importNode: (node, deep = false) =>
        root.ownerDocument.importNode(node, { selfOnly: !deep, customElementRegistry }),
    },
  };
}

/** The registry of its own that a host has put an element or a tree in; none where it is of a page's. */
function scopedRegistryOf(node: Element | ShadowRoot): CustomElementRegistry | undefined {
  // Older browsers know of none.
  const registry = node.customElementRegistry as CustomElementRegistry | null | undefined;
  const pages = [customElements, node.ownerDocument.defaultView?.customElements];
  return registry && !pages.includes(registry) ? registry : undefined;
}
