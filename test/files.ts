/** The repository's own files, for tests that read them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path/posix';

/** Paths of all files below a folder, what is installed or built aside. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return ['node_modules', '.build', '.git', 'dist'].includes(entry.name) ? [] : filesIn(path);
  });
}
