import { isObject, type JsonObject } from '../../../json/values.ts';
import { approvalOf } from '../../../profile/index.ts';
import type { ReviewRule } from '../types.ts';

/** The day of the next review has passed. */
export const reviewOverdue: ReviewRule = {
  name: 'review-overdue',
  severity: 'note',
  find({ profile, asOf }) {
    const day = profile.about?.nextReview;
    return day !== undefined && day < asOf
      ? [{ path: ['about', 'nextReview'], details: { day } }]
      : [];
  },
};

/** Everybody who vouched for the profile did so until a day that has passed. */
export const approvalExpired: ReviewRule = {
  name: 'approval-expired',
  severity: 'note',
  find({ profile, asOf }) {
    const standing = approvalOf(profile, asOf);
    if (standing.state !== 'ended') return [];
    const day = standing.by
      .map(({ until = '' }) => until)
      .sort()
      .at(-1)!;
    return [{ path: ['about', 'approvedBy'], details: { day } }];
  },
};

/** A profile in two languages has a text in Danish alone. */
export const missingLanguage: ReviewRule = {
  name: 'missing-language',
  severity: 'note',
  find({ profile }) {
    if (profile.title.en === undefined) return [];
    const { information, markers = [], indicators = [], messages = [] } = profile;
    const lists = { information, markers, indicators, messages };
    return Object.entries(lists).flatMap(([list, entries]) =>
      entries.flatMap((entry, index) =>
        Object.entries(entry as JsonObject).flatMap(([key, text]) =>
          isObject(text) && typeof text.da === 'string' && text.en === undefined
            ? [{ path: [list, index, key] }]
            : [],
        ),
      ),
    );
  },
};
