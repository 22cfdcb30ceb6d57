/** The column that says how grave the gravest marker is. */
import { sentence } from '../../../../i18n/language.ts';
import { viewPhrases } from '../../../../i18n/phrases/view.ts';
import { severityPhrases } from '../../../../i18n/phrases/severity.ts';
import type { Language, MarkerLevel } from '../../../../profile/index.ts';
import { emptyCell, type CellView, type ChipView } from '../../../cells.ts';
import { markerLevels } from '../../../marker-counts.ts';
import { SeverityIndex } from '../../column-index/severity.ts';
import type { ColumnDefinition } from '../definition.ts';

export const severity: ColumnDefinition = {
  column: {
    ...{ group: 'attention', activation: 'row', filter: 'marker', width: 136, hidden: true },
    descendingFirst: true,
  },
  index: ({ flags, size, language }) =>
    new SeverityIndex(flags.markers, size, levelNames(language)),
  *groups({ language }, index) {
    yield;
    const { noMarkers } = viewPhrases[language];
    const { undecided } = severityPhrases[language];
    return (index as SeverityIndex).groups({ undecided, none: noMarkers });
  },
  cell(data, index): CellView {
    const { language } = data;
    const { markers } = data.row(index);
    const names = levelNames(language);
    const has = (level: MarkerLevel, truth: 'yes' | 'unknown') =>
      markers.some((each) => each.level === level && each.truth === truth);
    const certain = markerLevels.find((level) => has(level, 'yes'));
    const graver = markerLevels.slice(0, certain ? markerLevels.indexOf(certain) : undefined);
    const chips: ChipView[] = [
      ...(certain ? [{ level: certain, text: names[certain] }] : []),
      // Danger that cannot be ruled out is never treated as none.
      ...graver
        .filter((level) => has(level, 'unknown'))
        .map((level) => ({ level, text: names[level], undecided: true })),
    ];
    if (chips.length === 0) return emptyCell;
    const lines = chips.map(({ text, undecided }) =>
      undecided ? `${text}: ${severityPhrases[language].undecided}` : text,
    );
    return { tone: 'value', parts: [], chips, lines };
  },
  nameValue: (value, language) => levelNames(language)[value as MarkerLevel],
};

/** What markers are called by how grave they are, as it stands alone. */
export function levelNames(language: Language): Readonly<Record<MarkerLevel, string>> {
  const { critical, warning, info } = severityPhrases[language].names;
  return { critical: sentence(critical), warning: sentence(warning), info: sentence(info) };
}
