/** What codes look like in the systems whose codes have a form, after normalising (R1). */
const shapes: Readonly<Record<string, RegExp>> = {
  // Its chapters, or a hyphen for them all in what was done; what follows a code belongs to a national or local
  // extension, and a list of codes is none.
  'ICPC-2': /^(?:[ABDFHKLNPRSTUWXYZ]-?|-)\d{2}(?:[^\d,;|/+][^,;|/+]*)?$/,
  ATC: /^[A-Z](?:\d{2}(?:[A-Z]{1,2}(?:\d{2})?)?)?$/,
  NPU: /^[A-Z]{3}\d+$/,
  YDELSE: /^\d{4}$/,
  // A diagnosis of ICD-10 has a D before it here. In ICD-10 codes are written in both ways in Denmark, so none is foreign.
  SKS: /^[A-Z]{2}/,
};

/** Whether a code looks like one of its system; every code does where codes have no form. */
export function looksLikeCode(system: string, code: string): boolean {
  return shapes[system]?.test(code) ?? true;
}

/** What a code may begin with in the systems in which it stands for all that begin with it (R2). */
const beginnings: Readonly<Record<string, RegExp>> = {
  'ICPC-2': /^[ABDFHKLNPRSTUWXYZ]\d?$/,
  ATC: /^[A-Z](?:\d|\d{2}[A-Z]{2}\d)?$/,
  SKS: /^[A-Z]$/,
};

/** Whether a code, or the beginning of one, looks like one of its system; normalised. */
export function looksLikeCodes(system: string, text: string): boolean {
  return looksLikeCode(system, text) || (beginnings[system]?.test(text) ?? false);
}

/** Letters and digits that are taken for each other, by eye or because their keys are beside each other. */
const alike = ['O0', 'I1', 'L1', 'Z2', 'S5', 'G6', 'B8'].map(
  (pair) => [pair[0]!, pair[1]!] as const,
);

/**
 * Codes of a system that a text may stand for, which does not look like one: with a letter for a digit or the other way
 * round, two signs exchanged, one too many, or a zero too few. The likeliest alone.
 */
export function codesMeant(system: string, text: string): readonly string[] {
  if (!(system in shapes) || text.length > longest) return [];
  const places = Array.from({ length: text.length }, (_, place) => place);
  const at = (place: number, length: number, sign: string) =>
    text.slice(0, place) + sign + text.slice(place + length);
  const replaced = (from: 0 | 1, to: 0 | 1) =>
    places.flatMap((place) =>
      alike.flatMap((pair) => (text[place] === pair[from] ? [at(place, 1, pair[to])] : [])),
    );
  const byKind = [
    replaced(0, 1),
    places.map((place) => at(place, 2, `${text[place + 1] ?? ''}${text[place]!}`)),
    places.map((place) => at(place, 1, '')),
    replaced(1, 0),
    places.map((place) => at(place, 0, '0')),
  ];
  for (const candidates of byKind) {
    const meant = candidates.filter((each) => each !== text && looksLikeCode(system, each));
    if (meant.length > 0) return [...new Set(meant)].slice(0, mostMeant);
  }
  return [];
}

/** No code of a system with a form is longer. */
const longest = 12;
const mostMeant = 3;
