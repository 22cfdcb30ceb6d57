/** A meeting about a cluster package: when it was, what was agreed, and what is to be followed up. */
import type { FollowUp } from '../../model/index.ts';
import type { Profile } from '../../profile/index.ts';
import {
  followUpDate,
  nextFigures,
  type ClusterPackage,
  type NextFigures,
} from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';

/** A meeting as the host keeps it. */
export interface Meeting {
  /** The day of the meeting; absent: it is not held yet. */
  readonly met?: CalendarDate;
  /** What was agreed, as somebody wrote it. */
  readonly agreed?: string;
}

/** The meeting was held, or what was agreed is another. */
export interface MeetingChangedDetail {
  readonly meeting: Meeting;
  /** What the clinic's start page is told (`followUps` of `<overblik-workspace>`); absent until the meeting is held. */
  readonly followUp?: FollowUp;
}

/** Reads what a host gives; what is none is no meeting. */
export function readMeeting(given: unknown): Meeting {
  if (typeof given !== 'object' || given === null) return {};
  const { met, agreed } = given as Partial<Record<keyof Meeting, unknown>>;
  return {
    ...(typeof met === 'string' ? { met } : {}),
    ...(typeof agreed === 'string' ? { agreed } : {}),
  };
}

/** What the start page is told of a meeting. */
export function followUpOf(
  document: ClusterPackage,
  { met, agreed = '' }: Meeting,
  options: {
    readonly profile: (id: string) => Profile | undefined;
    /** Of the report. */
    readonly dates: readonly CalendarDate[];
  },
): FollowUp | undefined {
  if (met === undefined) return undefined;
  const { after } = nextFigures(document, met, options.dates);
  return {
    ...{ id: document.id, title: document.title, met, due: followUpDate(document, met) },
    ...(agreed.trim() === '' ? {} : { agreed: agreed.trim() }),
    ...(after === undefined ? {} : { figures: after }),
    indicators: document.indicators.map(({ profile, indicator }) => {
      const own = options.profile(profile)?.indicators?.find(({ id }) => id === indicator);
      return {
        ...{ profileId: profile, indicatorId: indicator },
        title: own?.title ?? { da: indicator },
        ...(own?.better ? { better: own.better } : {}),
      };
    }),
  };
}

/** Which figures are of before a meeting, and which of after; undefined where it is not held. */
export function figuresOf(
  document: ClusterPackage,
  { met }: Meeting,
  dates: readonly CalendarDate[],
): NextFigures | undefined {
  return met === undefined ? undefined : nextFigures(document, met, dates);
}
