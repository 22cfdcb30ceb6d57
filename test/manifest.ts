/** The custom-elements manifest as it is built, for tests that hold it against the package. */
import { readFileSync } from 'node:fs';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Named {
  readonly type?: { readonly text: string };
}

export interface Tag {
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly (Typed & { readonly fieldName?: string })[];
  readonly members: readonly (Typed & {
    readonly kind: 'field' | 'method';
    readonly readonly?: boolean;
    readonly attribute?: string;
  })[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default: string })[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Tag[];
    readonly exports: readonly {
      readonly kind: 'js' | 'custom-element-definition';
      readonly name: string;
      readonly declaration: { readonly name: string; readonly module: string };
    }[];
  }[];
}

export const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;

export const tags = manifest.modules.flatMap(({ declarations }) => declarations);

export function tag(name: string): Tag {
  const found = tags.find(({ tagName }) => tagName === `overblik-${name}`);
  if (!found) throw new Error(`The manifest has no <overblik-${name}>.`);
  return found;
}
