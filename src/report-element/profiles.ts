/** What the host's profile documents say of the indicators: titles, why they matter, which way is better. */
import type { ReactiveControllerHost } from 'lit';
import { checkProfile, definitionHash, knownHash, textIn, type Language } from '../model/index.ts';
import type { Profile } from '../profile/index.ts';
import { lookBackOf } from '../report/index.ts';
import type { IndicatorWords } from './model/rows.ts';
import type { SheetOptions } from './model/joining.ts';

type Known = NonNullable<SheetOptions['known']>;

/** Without a document nobody knows how far back an indicator looks: a year, as most do. */
const unknownLookBack = 12;

/** The documents, each checked once. */
export class ProfileDocuments {
  #given: readonly unknown[] = [];
  #checked = new Map<unknown, Profile | undefined>();
  #byId: ReadonlyMap<string, Profile> = new Map();
  #known: Known = new Map();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Reads what the host gave; documents that are no profiles are passed over. */
  read(given: readonly unknown[]): void {
    if (given === this.#given) return;
    this.#given = given;
    const checked = new Map<unknown, Profile | undefined>();
    for (const document of Array.isArray(given) ? given : [])
      checked.set(
        document,
        this.#checked.has(document) ? this.#checked.get(document) : profileIn(document),
      );
    this.#checked = checked;
    const profiles = [...checked.values()].filter((each) => each !== undefined);
    // Of two versions of one profile the first is what the host shows.
    this.#byId = new Map(profiles.toReversed().map((each) => [each.id, each]));
    this.#known = this.#knownNow();
    void Promise.all(profiles.map(definitionHash)).then(() => {
      if (given !== this.#given) return;
      this.#known = this.#knownNow();
      this.host.requestUpdate();
    });
  }

  #knownNow(): Known {
    return new Map(
      [...this.#byId].map(([id, profile]) => {
        const definition = knownHash(profile);
        const { version } = profile;
        return [id, definition === undefined ? { version } : { version, definition }];
      }),
    );
  }

  /** Undefined where the host gave no such document. */
  profile(id: string): Profile | undefined {
    return this.#byId.get(id);
  }

  /** Versions and definitions, as far as they are worked out: the same object as long as they are. */
  get known(): Known {
    return this.#known;
  }

  /** What a profile is called; its id where there is no document. */
  title(id: string, language: Language): string {
    const profile = this.#byId.get(id);
    return profile ? textIn(profile.title, language) : id;
  }

  /** What a marker is called; its id where there is no document, or the document has none of the kind. */
  marker(profileId: string, id: string, language: Language): string {
    const marker = this.#byId.get(profileId)?.markers?.find((each) => each.id === id);
    return marker ? textIn(marker.title, language) : id;
  }

  /** What is said of an indicator; its id where there is no document, or the document has none of the kind. */
  words(profileId: string, id: string, language: Language): IndicatorWords {
    const profile = this.#byId.get(profileId);
    const indicator = profile?.indicators?.find((each) => each.id === id);
    if (!profile || !indicator)
      return {
        ...{ title: id, why: undefined, better: undefined, isKnown: false },
        lookBack: unknownLookBack,
      };
    const { title, why, better } = indicator;
    return {
      title: textIn(title, language),
      why: why && textIn(why, language),
      better,
      lookBack: lookBackOf(profile, id),
      isKnown: true,
    };
  }
}

function profileIn(document: unknown): Profile | undefined {
  const outcome = checkProfile(document);
  return outcome.ok ? outcome.profile : undefined;
}
