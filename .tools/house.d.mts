/** Which rooms each room of `src/` may import. */
export const rooms: Readonly<Record<string, readonly string[]>>;
export const apart: readonly string[];
export const behindOne: readonly string[];
