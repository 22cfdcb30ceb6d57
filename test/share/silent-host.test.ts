/** A host that is asked before a share is opened, and answers late, never, or with something else than yes or no. */
import { describe, expect, it, vi } from 'vitest';
import type { OpenOptions, OpeningReport } from '../../src/share/index.ts';
import { open, outcome, seal } from './stage.ts';

const never = () => new Promise<never>(() => undefined);
const envelope = await seal();
const silent: Readonly<Record<string, Partial<OpenOptions>>> = {
  isWithdrawn: { isWithdrawn: never },
  seen: { seen: never },
  onOpen: { onOpen: never },
};

describe('a host that never answers', () => {
  it.each(Object.entries(silent))(
    'to `%s` leaves the share closed, and says so',
    async (_, how) => {
      const answer = await open(envelope, { ...how, deadline: 5 });
      if (answer.opened) throw new Error('opened');
      expect(answer.kind).toBe('not-checked');
      expect(answer.message.da).not.toBe('');
    },
  );

  it('keeps nobody waiting for ever where no deadline is given', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let found: string | undefined;
      void outcome(envelope, { seen: never }).then((kind) => (found = kind));
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      vi.advanceTimersByTime(20_000);
      await vi.waitFor(() => expect(found).toBe('not-checked'));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not asked what comes after, and what it says later opens nothing', async () => {
    let answerLate: (isWithdrawn: boolean) => void = () => undefined;
    const isWithdrawn = () => new Promise<boolean>((resolve) => (answerLate = resolve));
    const seen = vi.fn(() => false);
    const reports: OpeningReport[] = [];
    const onOpen = (report: OpeningReport) => void reports.push(report);
    const answer = await open(envelope, { isWithdrawn, seen, onOpen, deadline: 5 });
    answerLate(false);
    await Promise.resolve();
    expect(answer.opened).toBe(false);
    expect(seen).not.toHaveBeenCalled();
    expect(reports.map(({ result }) => result)).toEqual(['not-checked']);
  });

  it('to the log of a refusal leaves it the refusal that it was', async () => {
    expect(await outcome('junk', { onOpen: never, deadline: 5 })).toBe('unreadable');
  });

  it('waits for whoever says so, and refuses a deadline that is none', async () => {
    expect(await outcome(envelope, { seen: async () => false, deadline: Infinity })).toBe('opened');
    for (const deadline of [0, -1, NaN, '20s'])
      await expect(open(envelope, { deadline: deadline as number })).rejects.toThrow('deadline');
  });
});

describe('an answer that is neither yes nor no', () => {
  it.each([undefined, null, '', 0, NaN])('(%s) opens nothing', async (answer) => {
    const says = () => answer as unknown as boolean;
    expect(await outcome(envelope, { isWithdrawn: says })).toBe('not-checked');
    expect(await outcome(envelope, { seen: says })).toBe('not-checked');
  });

  it.each(['no', 1, {}, []])('(%s) opens nothing either', async (answer) => {
    const says = () => answer as unknown as boolean;
    expect(await outcome(envelope, { isWithdrawn: says })).not.toBe('opened');
    expect(await outcome(envelope, { seen: says })).not.toBe('opened');
  });

  it('that cannot be waited for opens nothing', async () => {
    const thenable = { then: () => undefined } as unknown as Promise<boolean>;
    const throws = {
      get then(): never {
        throw new Error('150641-9996');
      },
    } as unknown as Promise<boolean>;
    expect(await outcome(envelope, { seen: () => thenable, deadline: 5 })).toBe('not-checked');
    expect(await outcome(envelope, { seen: () => throws })).toBe('not-checked');
  });
});
