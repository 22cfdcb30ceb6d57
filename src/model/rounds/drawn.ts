/**
 * Texts of a round as they are drawn. A store may hold any length, which goes back as it came; whoever draws it all
 * keeps the page waiting.
 */
import { cutMark, cutWithin } from '../../json/cut-text.ts';

const [mostOfName, mostOfNote] = [1000, 4000];

/** What somebody is called, in a line. */
export function drawnName(name: string): string {
  return cutWithin(name, mostOfName);
}

/** Why something is as it is, where it is told and not written. */
export function drawnNote(note: string): string {
  return cutWithin(note, mostOfNote);
}

/**
 * A note that is told beside another version of it. Where the two are alike as far as they are drawn, from shortly
 * before the place where they begin to be different: nobody could choose between them otherwise.
 */
export function drawnBeside(note: string, other: string): string {
  const same = sameCharacters(note, other);
  const from = same < mostOfNote || note === other ? 0 : same - shownBefore;
  // Half a character is none.
  const rest = note.slice(from).replace(/^[\udc00-\udfff]/, '');
  return from > 0 ? `${cutMark} ${drawnNote(rest)}` : drawnNote(note);
}

const [shownBefore, block] = [200, 4096];

/** How many characters two texts begin with that are the same. */
function sameCharacters(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  // A store may hold any length.
  while (at < most && a.slice(at, at + block) === b.slice(at, at + block)) at += block;
  while (at < most && a[at] === b[at]) at++;
  return Math.min(at, most);
}
