/** How much memory a route's processes hold, and how much of the disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The most memory that this process has held, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** The most memory that a process and its children have held together, looked at four times a second. What they share counts once. */
export class MemoryOfProcesses {
  most = 0;
  readonly #clock: NodeJS.Timeout;

  constructor(private readonly parent: number) {
    this.#clock = setInterval(() => {
      this.most = Math.max(this.most, this.#now());
    }, 250);
  }

  stop(): void {
    clearInterval(this.#clock);
  }

  #now(): number {
    let sum = 0;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const isOwn =
          Number(name) === this.parent ||
          parentOf(readFileSync(`/proc/${name}/stat`, 'utf8')) === this.parent;
        if (isOwn) sum += proportionalSize(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'));
      } catch {
        // It has ended meanwhile.
      }
    }
    return sum;
  }
}

/** The fourth field; the second, the name, is in brackets and may hold anything. */
function parentOf(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function proportionalSize(smaps: string): number {
  return 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(smaps)?.[1] ?? 0);
}

export function sizeOfFolder(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += sizeOfFolder(path);
    else if (entry.isFile()) sum += statSync(path).size;
  }
  return sum;
}
