/** A statement's text, word by word. */
export interface Token {
  /** `word`: a name or a keyword. */
  readonly kind: 'word' | 'number' | 'text' | 'quoted' | 'parameter' | 'sign' | 'end';
  readonly text: string;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['number', /\d+/y],
  ['text', /'(?:[^']|'')*'/y],
  ['quoted', /"[^"]*"/y],
  ['parameter', /\$\d+/y],
  ['sign', /<>|<=|>=|\|\||[-+*/%<>=(),.]/y],
];

/** @throws {SyntaxError} of a sign that no statement of ours has. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skipped(text, 0); at < text.length;) {
    const token = tokenAt(text, at);
    if (!token) throw new SyntaxError(`No statement of ours has this: ${text.slice(at, at + 40)}`);
    tokens.push(token);
    at = skipped(text, at + token.text.length);
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function skipped(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text[next]!)) next++;
  return next;
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return undefined;
}
