/**
 * The house that the docs draw (`stories/docs/architecture.mdx`) is the one that stands: its rooms are the folders
 * of `src/`, and its arrows are what they import of one another, types included.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { apart, behindOne, rooms } from '../.tools/house.mjs';
import { filesIn } from './files.ts';

type Arrows = Readonly<Record<string, readonly string[]>>;

/** By file, what it imports: each is read once, for all tests. */
const modulesByFile = new Map<string, readonly string[]>();

const drawn = drawnArrows('stories/docs/architecture.mdx');
const built = builtArrows();

describe('the house', () => {
  it('has the rooms that are drawn', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(Object.keys(drawn).sort()).toEqual(folders.sort());
  });

  it.each(Object.keys(drawn))('%s/ imports what is drawn, all of it', (room) => {
    expect(built[room] ?? []).toEqual(drawn[room]);
  });

  it('is the one that the tools know', () => {
    expect(sorted(rooms)).toEqual(drawn);
  });

  it('imports nothing from outside itself', () => {
    const outside = filesIn('src')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => importsOf(file).filter((target) => !target.startsWith('src/')));
    expect(outside).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    expect(circlesAmong(filesIn('src').filter((file) => file.endsWith('.ts')))).toEqual([]);
  });

  it.each(behindOne)('%s/ is reached by its index.ts alone', (room) => {
    const pastIt = filesIn('src')
      .filter((file) => file.endsWith('.ts') && ![undefined, room].includes(roomOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith(`src/${room}/`))
          .filter((target) => target !== `src/${room}/index.ts`)
          .map((target) => `${file} imports ${target}`),
      );
    expect(pastIt).toEqual([]);
  });

  it('leaves its entries of their own to hosts: no other file imports them', () => {
    const guests = apart.flatMap((room) =>
      filesIn('src')
        .filter((file) => file.endsWith('.ts') && !file.startsWith(`src/${room}/`))
        .filter((file) => !isInvited(file, room))
        .flatMap((file) => importsOf(file).filter((target) => target.startsWith(`src/${room}/`))),
    );
    expect(guests).toEqual([]);
  });
});

describe('the packages that the owner named', () => {
  it.each(['lit', '@lit-labs/virtualizer', 'date-fns', 'zod'])('%s is in use', (name) => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies).toHaveProperty([name]);
    const users = filesIn('src')
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        modulesOf(file).some((module) => module === name || module.startsWith(`${name}/`)),
      );
    expect(users).not.toEqual([]);
  });
});

it('no comment names an issue: what holds is said where it holds', () => {
  const named = filesIn('.')
    .filter((file) => /\.(ts|js|mjs|md|mdx|json|css|html)$/.test(file))
    .filter((file) => !['package-lock.json', 'test/house.test.ts'].includes(file))
    .filter((file) => /\bissues? #?\d/i.test(readFileSync(file, 'utf8')));
  expect(named).toEqual([]);
});

/** A room that the house lets in, and the entry that registers an element of the room's. */
function isInvited(file: string, room: string): boolean {
  const own = roomOf(file) ?? /^src\/([\w-]+)\.ts$/.exec(file)?.[1];
  const allowed = own === undefined ? undefined : rooms[own];
  return own === room || allowed?.includes(room) === true || file === `src/${room}-element.ts`;
}

/** Rows `| \`room/\` | what lives there | may import |` of the page's table. */
function drawnArrows(file: string): Arrows {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| `([\w-]+)\/` +\|[^|]+\|([^|]*)\|$/gm);
  return Object.fromEntries(
    [...rows].map(([, room = '', allowed = '']) => [
      room,
      [...allowed.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name).sort(),
    ]),
  );
}

function builtArrows(): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const file of filesIn('src').filter((each) => each.endsWith('.ts'))) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const own = arrows.get(room) ?? new Set();
    arrows.set(room, own);
    for (const target of importsOf(file)) own.add(roomOf(target) ?? target);
    own.delete(room);
  }
  return Object.fromEntries([...arrows].map(([room, to]) => [room, [...to].sort()]));
}

/** Each circle once, as the files on the way from a file back to itself. */
function circlesAmong(files: readonly string[]): readonly string[] {
  const circles: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' → '));
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of importsOf(file)) visit(target, [...way, file]);
  };
  for (const file of files) visit(file, []);
  return circles;
}

/** Our own files that a file imports, statically, by `import()` or for their types alone. */
function importsOf(file: string): readonly string[] {
  return modulesOf(file)
    .filter((module) => module.startsWith('.'))
    .map((module) => {
      const target = normalize(join(file, '..', module));
      if (!existsSync(target)) throw new Error(`${file} imports ${module}, which is not there.`);
      return target;
    });
}

function modulesOf(file: string): readonly string[] {
  let modules = modulesByFile.get(file);
  if (!modules) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
    modules = importedFiles.map(({ fileName }) => fileName);
    modulesByFile.set(file, modules);
  }
  return modules;
}

/** The folder of `src/` that a file lives in; none for the entries beside them. */
function roomOf(file: string): string | undefined {
  return /^src\/([\w-]+)\//.exec(file)?.[1];
}

function sorted(arrows: Arrows): Arrows {
  return Object.fromEntries(Object.entries(arrows).map(([room, to]) => [room, [...to].sort()]));
}
