import { da } from './da.ts';
import { en } from './en.ts';

/** The shape of all fixed texts, read off the Danish ones. */
export type Texts = Widen<typeof da>;
type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Widen<T[K]>;
};

export const texts = { da, en } satisfies Record<'da' | 'en', Texts>;
