/** What a package says of an indicator, in the place of what its profile leaves unsaid. */
import { textIn } from '../../i18n/language.ts';
import type { ClusterPackage } from '../../report/index.ts';
import type { Drawn } from '../host.ts';

/** The same figures; why they matter is said as the meeting's package says it. */
export function withPackageWords(drawn: Drawn, document: ClusterPackage | undefined): Drawn {
  if (!document) return drawn;
  return withIndicatorWords(
    {
      ...drawn,
      activityTitle: (id) => {
        const title = document.activities?.find((each) => each.id === id)?.title;
        return title && textIn(title, drawn.ui.language);
      },
    },
    document,
  );
}

function withIndicatorWords(drawn: Drawn, document: ClusterPackage): Drawn {
  const { id } = drawn.sheet.profile;
  const own = new Map(
    document.indicators
      .filter(({ profile }) => profile === id)
      .map(({ indicator, why }) => [indicator, textIn(why, drawn.ui.language)]),
  );
  if (own.size === 0) return drawn;
  return {
    ...drawn,
    words: (indicator) => {
      const words = drawn.words(indicator);
      return { ...words, why: own.get(indicator) ?? words.why };
    },
  };
}
