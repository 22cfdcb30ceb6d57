/** Texts, names and addresses. */
import * as z from 'zod/mini';
import { optional } from './build.ts';

/** Makes a text of at most `most` characters that is not blank. Space around it does not count. */
export function textUpTo(most: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
}

/** Makes a text of a pattern; `code` names the error where it does not match. */
function textLike(pattern: RegExp, code: string) {
  return z.string().check(z.regex(pattern, { error: code }));
}

export const prose = textUpTo(4000);

/** A name within the profile: letters, digits, full stop, hyphen and underscore. */
export const id = textLike(/^[\p{L}\d][\p{L}\d._-]{0,99}$/u, 'name');

export const version = textLike(/^\d{1,6}\.\d{1,6}\.\d{1,6}(-[\dA-Za-z.-]{1,60})?$/, 'version');

export const url = textLike(/^https:\/\/\S+$/, 'url');

export const localText = z.strictObject({ da: prose, en: optional(prose) });
