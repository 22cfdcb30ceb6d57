/**
 * Texts of a round as they are drawn. A store may hold any length, which goes back as it came; whoever draws it all
 * keeps the page waiting.
 */
import { cutWithin } from '../../json/cut-text.ts';

const [mostOfName, mostOfNote] = [1000, 4000];

/** What somebody is called, in a line. */
export function drawnName(name: string): string {
  return cutWithin(name, mostOfName);
}

/** Why something is as it is, where it is told and not written. */
export function drawnNote(note: string): string {
  return cutWithin(note, mostOfNote);
}
