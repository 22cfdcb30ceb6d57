/** Writing CQL: texts, names, lists and comments, none of which a profile's words can break out of. */

/** A text between quotes. */
export function text(value: string): string {
  return `'${escaped(value, "'")}'`;
}

/** A name between double quotes. */
export function name(value: string): string {
  return `"${escaped(value, '"')}"`;
}

function escaped(value: string, quote: string): string {
  return Array.from(value, (sign) => {
    if (sign === quote || sign === '\\') return `\\${sign}`;
    const point = sign.codePointAt(0)!;
    // Controls, and what shows nothing or turns the writing round: what is seen is what is there.
    return point < 0x20 || /\p{Cf}|\p{Cc}|\p{Zl}|\p{Zp}/u.test(sign) ? escapedPoint(sign) : sign;
  }).join('');
}

function escapedPoint(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, at) => String.raw`\u` + sign.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

/** Texts as a list, over several lines where they are many. */
export function listOf(values: readonly string[], indent: number): string {
  const items = values.map(text);
  const line = `{ ${items.join(', ')} }`;
  if (line.length <= 90) return line;
  const space = ' '.repeat(indent);
  return `{\n${items.map((item) => `${space}${item}`).join(',\n')}\n${' '.repeat(indent - 2)}}`;
}

/** Words as comment lines: whatever they hold, they stay in the comment. */
export function comment(words: string): string {
  const plain = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `// ${plain}`;
}
