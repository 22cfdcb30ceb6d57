/** Texts that are numbers: the value of a result should then be one. */

/** Whether a text looks like a number, which the value of a result should then be. */
export function looksLikeNumber(text: string): boolean {
  return number.test(text);
}

/** `7,5`, `< 5`, `53 mmol/mol`, `12 %`; not `120/80`, `1:80`, `positiv`. */
const number = /^\s*(?:[<>≤≥=]{1,2}\s*)?[+-]?\d+(?:[.,]\d+)?(?:\s*%|\s+\p{L}\S*)?\s*$/u;
