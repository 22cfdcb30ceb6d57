/** A share to look at: made, sealed and opened as a host would, with keys that live as long as the page. */
import type { PatientRecords, ShareOpener } from '../src/define.ts';
import { parseProfile } from '../src/define.ts';
import {
  definitionsOf,
  makeShare,
  newKeys,
  openShare,
  sealShare,
  type ShareWish,
} from '../src/share/index.ts';

export interface StoryShare {
  readonly patient: PatientRecords;
  readonly description: ShareWish['description'];
  readonly profiles: readonly unknown[];
  readonly asOf: string;
  /** `expired`: its time is over; `altered`: damaged on its way; `stranger`: meant for somebody else. */
  readonly state: 'open' | 'expired' | 'altered' | 'stranger';
}

/** An opener that makes the share first; whatever envelope it is given. */
export function storyOpener({ state, ...what }: StoryShare): ShareOpener {
  return async () => {
    const [clinic, hospital, other] = [
      await newKeys('sign'),
      await newKeys('open'),
      await newKeys('open'),
    ];
    const now = Date.now();
    const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
    const read = what.profiles.map((each) => parseProfile(each));
    const definitions = await definitionsOf(read.flatMap((each) => (each.ok ? each.profile : [])));
    const share = makeShare({
      ...{ ...what, definitions },
      include: ['diagnosis', 'medication', 'result'],
      recipients: [
        { name: 'Bo Overlæge', organisation: 'Eksempelby Sygehus', keys: [hospital.publicKey] },
      ],
      sharedBy: { name: 'Anne Bendtsen', organisation: 'Lægehuset Eksempelvej' },
      purpose: 'Indlæggelse på geriatrisk afdeling',
      from: at(-2),
      until: at(state === 'expired' ? -1 : 7),
    });
    const sealed = await sealShare(share, clinic);
    return openShare(state === 'altered' ? altered(sealed) : sealed, {
      recipientKeys: [state === 'stranger' ? other : hospital],
      trustedSenders: [
        { name: 'Lægehuset Eksempelvej (ydernr. 000000)', keys: [clinic.publicKey] },
      ],
      now: at(0),
    });
  };
}

/** The envelope with another first letter in its authentication tag, whatever it was. */
function altered(sealed: string): string {
  return sealed.replace(/"tag":"(.)/, (_, first) => `"tag":"${first === 'A' ? 'B' : 'A'}`);
}
