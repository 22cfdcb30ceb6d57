/** Files that a call names: their texts, and the names that a pattern stands for. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Unreadable, UsageError, type Io } from './command.ts';

/** The name of what comes in by the standard input. */
export const standardInput = '-';

/** Reads a file, or the standard input (`-`), as text: UTF-8, or UTF-16 where it begins with a byte order mark. */
export async function readText(name: string, io: Io): Promise<string> {
  return decode(await readBytes(name, io), nameOf(name));
}

/** As a file is named to people. */
export function nameOf(file: string): string {
  return file === standardInput ? 'standard input' : file;
}

async function readBytes(name: string, io: Io): Promise<Uint8Array> {
  if (name === standardInput) return io.stdin();
  const path = resolve(io.folder, name);
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(name, path, error);
  }
}

/** Why a file cannot be read, and what to do. */
export function unreadable(name: string, path: string, error: unknown): Unreadable {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT')
    return new Unreadable(`there is no file ${name} (looked for ${path}): check the path.`);
  if (code === 'EISDIR')
    return new Unreadable(`${name} is a folder: name its files, as "${join(name, '*.json')}".`);
  if (code === 'EACCES' || code === 'EPERM')
    return new Unreadable(`${name} may not be read by this user: check its permissions.`);
  return new Unreadable(
    `${name} cannot be read${code === undefined ? '' : ` (${code})`}: is it a file?`,
  );
}

function decode(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(`${name} is no text in ${encoding.toUpperCase()}: save it as UTF-8.`);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The files that the words of a call name, each once, in their order: a file, `-`, or a pattern that the shell has left
 * as it is (`*`, `**`, `?`, `{a,b}`).
 * @throws {UsageError} where none is named. @throws {Unreadable} of a pattern that no file fits.
 */
export function filesNamed(words: readonly string[], what: string, io: Io): readonly string[] {
  if (words.length === 0) throw new UsageError(`name ${what}, or "-" for the standard input.`);
  const files = words.flatMap((word) => {
    if (word === standardInput || !isPattern(word)) return [word];
    if (existsSync(resolve(io.folder, word))) return [word];
    const found = filesLike(word, io.folder);
    if (found.length === 0) throw new Unreadable(`no file is named as "${word}" in ${io.folder}.`);
    return found;
  });
  if (files.filter((file) => file === standardInput).length > 1)
    throw new UsageError('the standard input ("-") can be read once.');
  return [...new Set(files)];
}

function isPattern(word: string): boolean {
  return /[*?{]/.test(word);
}

function filesLike(pattern: string, folder: string): readonly string[] {
  const slashed = pattern.replaceAll(sep, '/');
  let fixed = slashed;
  while (isPattern(fixed)) fixed = dirname(fixed);
  const root = resolve(folder, fixed);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const fits = patternOf(slashed);
  return filesBelow(root, slashed.includes('**') ? Infinity : slashed.split('/').length)
    .map((path) => relative(folder, path) || basename(path))
    .map((path) => (slashed.startsWith('/') ? resolve(folder, path) : path))
    .filter((path) => fits.test(path.replaceAll(sep, '/')))
    .sort();
}

function filesBelow(folder: string, depth: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return depth <= 0 || entry.name === 'node_modules' ? [] : filesBelow(path, depth - 1);
  });
}

/** A pattern of names as a regular expression. */
function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\.\//, '')
    .replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/g, (part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part.startsWith('{') && part.endsWith('}'))
        return `(?:${part.slice(1, -1).split(',').map(literal).join('|')})`;
      return literal(part);
    });
  return new RegExp(`^(?:\\./)?${source}$`, 'u');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
