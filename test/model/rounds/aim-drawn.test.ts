/** What two colleagues say a round is to reach, in any order, over stores whose answers are lost: nothing is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../depth.ts';
import { nextTurn, type RoundAim, type RoundStore } from '../../../src/adapter/index.ts';
import type { AimPart } from '../../../src/model/rounds/aim.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { Desk, listed, round } from './stage.ts';

const factor = Number(process.env.OVERBLIK_DEEP ?? 1) || 1;
const parts = ['goal', 'evaluation', 'owner'] as const;
type Said = (typeof parts)[number];
const users = ['AB', 'CD'] as const;
type User = (typeof users)[number];

type Step =
  | { readonly by: User; readonly say: Said }
  | { readonly by: User; readonly wait: 'settle' | 'refresh' | 'turn' }
  | { readonly by: User; readonly lose: true };

const by = fc.constantFrom(...users);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ by, say: fc.constantFrom(...parts) }) },
  {
    weight: 4,
    arbitrary: fc.record({ by, wait: fc.constantFrom('settle' as const, 'refresh', 'turn') }),
  },
  { weight: 2, arbitrary: fc.record({ by, lose: fc.constant(true as const) }) },
);

/** The user's way to the store: of as many saves as it is told to lose, the answer never comes back. */
class Line implements RoundStore {
  losses = 0;
  constructor(private readonly store: RoundStore) {}

  list(profileId: string, signal: AbortSignal) {
    return this.store.list(profileId, signal);
  }

  async save(...given: Parameters<RoundStore['save']>) {
    const answer = await this.store.save(...given);
    if (this.losses > 0) {
      this.losses -= 1;
      throw new Error('lost');
    }
    return answer;
  }
}

/** One that nobody has said before. */
function valueOf(part: Said, number: number): RoundAim {
  const day = new Date(Date.UTC(2027, 0, 1 + number)).toISOString().slice(0, 10);
  if (part === 'goal') return { goal: `mål ${number}` };
  return part === 'evaluation' ? { evaluation: day } : { owner: { id: `o${number}` } };
}

const textOf = (aim: RoundAim | undefined, part: AimPart) =>
  part === 'owner' ? aim?.owner?.id : aim?.[part];

it(
  'what each has said last is stored, asked about, or replaced by somebody who had seen it',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const store = faultyRounds([round({ aim: { goal: 'før' } })]);
        const lines = { AB: new Line(store), CD: new Line(store) };
        const desks = {
          AB: await new Desk(lines.AB).open(),
          CD: await new Desk(lines.CD, { user: 'CD' }).open(),
        };
        /** By user and part, what was said last. */
        const last = new Map<string, string>();
        const seen = ({ model }: Desk, part: Said) => textOf(model.state.aimed?.aim, part);
        for (const [number, each] of steps.entries()) {
          const desk = desks[each.by];
          if ('lose' in each) lines[each.by].losses += 1;
          else if ('wait' in each) {
            if (each.wait === 'settle') await desk.settled();
            else if (each.wait === 'refresh') await desk.model.refresh();
            else await nextTurn();
          } else {
            const { say } = each;
            const before = seen(desk, say);
            // Whoever replaces what they see has read it.
            for (const user of users)
              if (last.get(`${user} ${say}`) === before) last.delete(`${user} ${say}`);
            const aim = valueOf(say, number);
            desk.model.setAim(aim);
            last.set(`${each.by} ${say}`, textOf(aim, say)!);
          }
        }
        for (let turn = 0; turn < 3; turn++)
          for (const desk of [desks.AB, desks.CD]) {
            await desk.settled();
            await desk.model.refresh();
          }
        const stored = (await listed(store)).at(-1)?.aim;
        for (const user of users) {
          const { aimed, aimDispute, pending } = desks[user].model.state;
          expect(pending.count).toBe(0);
          expect(parts.map((part) => textOf(aimed?.aim, part))).toEqual(
            parts.map((part) => textOf(stored, part)),
          );
          // Nobody is asked about what nobody else has said.
          for (const part of aimDispute?.parts ?? [])
            expect(textOf(stored, part), 'own words').not.toSatisfy(
              (text: string | undefined) => text !== undefined && saidBy(user, text),
            );
          for (const part of parts) {
            const said = last.get(`${user} ${part}`);
            if (said === undefined || textOf(stored, part) === said) continue;
            expect(aimDispute?.parts).toContain(part);
            expect(textOf(aimDispute?.mine, part)).toBe(said);
          }
        }
        for (const desk of [desks.AB, desks.CD]) desk.model.dispose();

        function saidBy(user: User, text: string): boolean {
          return steps.some(
            (each, number) =>
              each.by === user &&
              'say' in each &&
              textOf(valueOf(each.say, number), each.say) === text,
          );
        }
      }),
      {
        numRuns: cases(20, 40),
        examples: [
          // Said again before anybody knows that what was said first is stored.
          [
            [
              { by: 'AB', say: 'goal' },
              { by: 'AB', lose: true },
              { by: 'AB', wait: 'turn' },
              { by: 'AB', say: 'goal' },
            ],
          ],
          // One part in dispute, then another.
          [
            [
              ...(['goal', 'owner'] as const).flatMap((say): readonly Step[] => [
                { by: 'CD', say },
                { by: 'AB', say },
                { by: 'CD', wait: 'settle' },
                { by: 'AB', wait: 'settle' },
              ]),
            ],
          ],
          // In dispute, and said anew.
          [
            [
              { by: 'CD', say: 'goal' },
              { by: 'AB', say: 'goal' },
              { by: 'AB', wait: 'settle' },
              { by: 'AB', say: 'goal' },
            ],
          ],
        ],
      },
    );
  },
  60_000 * factor,
);
