/** Writing Python: texts, names and comments, none of which a profile's words can break out of. */

/** A text between quotes: JSON's is Python's, but for what is escaped further, which shows nothing. */
export function text(value: string): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ud800-\udfff]/gu, (sign) =>
    Array.from(
      { length: sign.length },
      (_, at) => String.raw`\u` + sign.charCodeAt(at).toString(16).padStart(4, '0'),
    ).join(''),
  );
}

/** Words as a comment line: whatever they hold, they stay in the comment. */
export function comment(words: string): string {
  return `# ${words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()}`;
}

/** What Python keeps for itself, of words in small letters (Python 3.14, `keyword.kwlist` and `softkwlist`). */
const keywords: ReadonlySet<string> = new Set(
  (
    'and as assert async await break case class continue def del elif else except finally for from global if ' +
    'import in is lambda match nonlocal not or pass raise return try type while with yield'
  ).split(' '),
);

/** A name of Python's own: letters, digits and underscores, and none of its keywords. */
export function identifier(words: string): string {
  const name = words
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  return /^[a-z]/.test(name) && !keywords.has(name) ? name : `x_${name}`;
}
