/** The columns that say what needs attention, and why the patient is on the list. */
import { sentence } from '../../../../i18n/language.ts';
import { severityPhrases } from '../../../../i18n/phrases/severity.ts';
import { viewPhrases } from '../../../../i18n/phrases/view.ts';
import { listTexts } from '../../../../i18n/texts/list.ts';
import { textCell, withLines, type ChipView } from '../../../cells.ts';
import { FieldIndex } from '../../column-index/field.ts';
import { FlagIndex } from '../../column-index/flag.ts';
import { RecordIndex } from '../../column-index/record.ts';
import { unknown } from '../../column-index/types.ts';
import { exemptedLines } from '../../exempted.ts';
import { describeControls, missingControls, reasonsOf } from '../../reasons.ts';
import { markerGroupsInSteps } from '../../rows/marker-groups.ts';
import type { ColumnDefinition } from '../definition.ts';
import { levelNames } from './severity.ts';

/** Of so many patients it is worked out in one step, patient by patient, why nobody can decide. */
const reasonsInStep = 20;

/** Controls that are missing. */
export const control: ColumnDefinition = {
  column: {
    ...{ group: 'attention', activation: 'row', filter: 'marker', width: 190, hidden: true },
    descendingFirst: true,
  },
  index: ({ flags, size }) => new FlagIndex(flags.controls, size),
  cell(data, index) {
    const missing = missingControls(data, index).length;
    // Those that are missing come first, then those of which nobody can say.
    const lines = describeControls(data, index);
    const chips = lines.map((text, at) => ({
      level: 'warning' as const,
      undecided: at >= missing,
      text,
    }));
    return { tone: 'value', parts: [], chips, lines };
  },
};

export const indicator: ColumnDefinition = {
  column: { group: 'attention', activation: 'row', filter: 'marker', width: 190, hidden: true },
  index: ({ flags, size }) => new FlagIndex(flags.indicators, size),
  cell({ flags }, index) {
    const lines = flags.indicators
      .filter(({ truths }) => truths[index] === 2)
      .map(({ title }) => title);
    return textCell([lines.join(' · ')], lines);
  },
};

/**
 * Why a row stands where it stands by priority: its markers, and the controls that it misses, the gravest first.
 * It is filtered, counted and found by the markers.
 */
export const reasons: ColumnDefinition = {
  column: {
    ...{ group: 'attention', activation: 'row', filter: 'marker', width: 320 },
    ...{ descendingFirst: true, grows: true, stays: true },
  },
  index: ({ flags, size }) => new FlagIndex(flags.markers, size),
  *groups({ flags, size, language }) {
    const { undecided } = severityPhrases[language];
    return yield* markerGroupsInSteps(flags.markers, size, {
      levels: levelNames(language),
      undecided: sentence(undecided),
      none: sentence(viewPhrases[language].noMarkers),
    });
  },
  cell(data, index, _, rules) {
    const { markers: views, exempted } = data.row(index);
    const chips: ChipView[] = [...reasonsOf(data, index, rules)];
    const isAsked = chips.length > 0;
    const { exemptedChip } = listTexts[data.language];
    const said = data.statusAt(index);
    const lines = exempted.length > 0 ? exemptedLines(data, exempted, said) : [];
    if (lines.length > 0)
      chips.push({
        level: 'plain',
        text: exemptedChip(lines.length),
        title: lines.join('\n'),
        // Of a whole patient the status tells why.
        ...(said?.status === 'exempt' ? {} : { printed: lines }),
      });
    // Whom nothing asks for stands on the list for some reason too, exempted or not.
    const { why: ground } = data.row(index);
    const parts = isAsked ? [] : [{ text: ground.short }];
    return withLines({ tone: 'value', parts, chips }, () => [
      ...views.flatMap(({ title, evidence }) => [title, ...evidence]),
      ...missingControls(data, index),
      ...lines,
      ...ground.lines,
    ]);
  },
  printed: ({ chips = [], parts }, language) => [
    ...parts.map(({ text }) => text),
    ...chips
      .filter(({ level }) => level !== 'plain')
      // A file has room for all the words.
      .map(({ text, long = text, undecided }) =>
        [long, undecided ? `(${listTexts[language].states.unknown})` : '']
          .filter(Boolean)
          .join(' '),
      ),
  ],
};

/** The records that make a patient a member; of the undecided what is missing. */
export const why: ColumnDefinition = {
  column: { group: 'attention', activation: 'row', filter: 'codes', width: 170 },
  *index(data) {
    const { population, vocabulary, search, compareText, size, tab } = data;
    if (tab === 'undecided') {
      const missing: string[] = [];
      for (let index = 0; index < size; index++) {
        missing.push(data.row(index).why.short);
        if (index % reasonsInStep === reasonsInStep - 1) yield;
      }
      return new FieldIndex(missing, unknown, compareText);
    }
    const columns = yield* population.evidenceColumnsInSteps();
    return new RecordIndex(undefined, columns, vocabulary, search, compareText);
  },
  cell(data, index) {
    const { short, lines } = data.row(index).why;
    return textCell([short], lines);
  },
  printed: ({ parts }) => parts.flatMap(({ text }) => (text ? [text] : [])),
};
