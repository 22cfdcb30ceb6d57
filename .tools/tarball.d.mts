export const tarball: string;
export function pack(): void;
