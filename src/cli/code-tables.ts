/** A code table out of a file, as a terminology that is asked. */
import { memoryTerminology, readCodeTables, Terms } from '../authoring/index.ts';
import { Unreadable, type Io } from './command.ts';
import { nameOf, readText } from './files.ts';

/** So many rows that cannot be used are named; of the others, how many they are. */
const mostNamed = 10;

/**
 * Reads a file of code tables. What of it cannot be used is told beside.
 * @throws {Unreadable}
 */
export async function termsOf(file: string, io: Io): Promise<Terms> {
  const text = await readText(file, io);
  try {
    const terminology = memoryTerminology(readCodeTables(text));
    const { unusable } = terminology;
    for (const { system, index, why } of unusable.slice(0, mostNamed))
      io.err(
        `${nameOf(file)}: code ${index + 1} of ${system} is left out: ${why === 'twice' ? 'it stands before' : 'it has no code of its system, or no text'}.\n`,
      );
    if (unusable.length > mostNamed)
      io.err(`${nameOf(file)}: and ${unusable.length - mostNamed} codes more are left out.\n`);
    return new Terms(terminology);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Unreadable(`${nameOf(file)} is no code table: ${error.message}`);
  }
}
