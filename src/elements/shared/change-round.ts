import { isSameClinic, type RoundModel } from '../../model/index.ts';

/**
 * Changes the round that something was drawn for. Answers whether it did: a round that is another clinic's or another
 * profile's by now is left alone.
 */
export type ChangeRound = (act: (round: RoundModel) => void) => boolean;

interface Shown {
  /** Whether what is shown came from the adapter that the element has, as far as it has said who it is. */
  readonly mayAct: () => boolean;
  /** Whether anything is shown, or held until a new adapter has said who it is. */
  readonly isThere: () => boolean;
  /** The round that is shown now of a profile. */
  readonly roundOf: (profileId: string) => RoundModel | undefined;
}

/**
 * The only way from what is drawn to a round. While a new adapter has not said whether it is of the same clinic,
 * changes wait; they are made if it is, and never if it is not.
 */
export class RoundChanges {
  #waiting: (() => void)[] = [];

  constructor(private readonly shown: Shown) {}

  /** The way to change a round as it is now. */
  of(round: RoundModel): ChangeRound {
    const { origin, profile } = round;
    const change: ChangeRound = (act) => {
      const now = profile && this.shown.roundOf(profile.id);
      const isStill =
        now !== undefined &&
        origin !== undefined &&
        now.origin !== undefined &&
        now.profile?.id === profile?.id &&
        isSameClinic(now.origin, origin);
      if (!this.shown.mayAct()) {
        if (this.shown.isThere()) this.#waiting.push(() => void change(act));
        return false;
      }
      // A list may have come beside a cockpit meanwhile, and show the same with a model of its own.
      if (isStill) act(now);
      return isStill;
    };
    return change;
  }

  /**
   * The way to change a round by what comes late and must not be lost, such as what came of an action: where something
   * else is shown by then, nothing, or nobody knows whose, it is changed all the same, and stored where it belongs.
   */
  surelyOf(round: RoundModel): ChangeRound {
    const change = this.of(round);
    const changeAside = round.aside();
    return (act) => (this.shown.mayAct() && change(act)) || changeAside(act);
  }

  /** Makes the changes that waited, once the clinic has said who it is. */
  settle(): void {
    if (this.shown.mayAct()) for (const make of this.#waiting.splice(0)) make();
  }

  /** Drops what waits: the clinic is another. */
  forget(): void {
    this.#waiting = [];
  }
}
