import { fork } from 'node:child_process';
import type { AnswerSummary, Assignment, Memory, Message } from './messages.ts';

/** What a child told. */
export interface Outcome {
  /** Milliseconds by task: `load`, `first answer`, `first <rule>` and the rules themselves. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly memory?: Memory;
  readonly answers: readonly AnswerSummary[];
  /** It was given up, or broke down, during this task; later tasks were not reached. */
  readonly failure?: { readonly task: string; readonly why: string };
}

export interface Conditions {
  /** Milliseconds for one task. */
  readonly limit: number;
  /** MiB. */
  readonly heap: number;
}

/** Runs one subject in a process of its own; gives it up when a task takes longer than the limit. */
export function runChild(
  child: string,
  { limit, heap }: Conditions,
  assignment: Assignment,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const running = fork(child, [JSON.stringify(assignment)], {
      execArgv: ['--expose-gc', `--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const times: Record<string, number[]> = {};
    const answers: AnswerSummary[] = [];
    let memory: Memory | undefined;
    let task = 'start';
    let failure: Outcome['failure'];
    let errors = '';
    let clock: NodeJS.Timeout | undefined;
    running.stderr?.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    running.on('message', (message: Message) => {
      if (message.kind === 'begins') {
        ({ task } = message);
        clearTimeout(clock);
        clock = setTimeout(() => {
          failure = { task, why: `over ${limit / 1000} s` };
          running.kill('SIGKILL');
        }, limit);
      }
      if (message.kind === 'time') (times[message.task] ??= []).push(message.ms);
      if (message.kind === 'memory') memory = message;
      if (message.kind === 'answer') answers.push(message);
    });
    running.on('close', (code) => {
      clearTimeout(clock);
      if (code !== 0) failure ??= { task, why: whyOf(errors, code) };
      resolve({ times, answers, ...(memory ? { memory } : {}), ...(failure ? { failure } : {}) });
    });
  });
}

function whyOf(errors: string, code: number | null): string {
  if (/heap out of memory|Array buffer allocation failed|Out of Memory/i.test(errors))
    return 'out of memory';
  const line = errors.split('\n').find((each) => /error/i.test(each));
  return line?.trim() ?? `ended with ${code ?? 'a signal'}`;
}
