/** The shape of texts, read off the Danish ones: the other language follows it. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Translated<T[K]>;
};
