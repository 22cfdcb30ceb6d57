/** Fixed texts on screen: what a report tells beside its indicators. Causes, exemptions, and records that are counted. */
import { plural } from '../numbers.ts';
import type { Translated } from './types.ts';

const danishClinics = (count: number) => plural(count, ['klinik', 'klinikker'], 'da');
const englishClinics = (count: number) => plural(count, ['clinic', 'clinics'], 'en');

const da = {
  toldBy: (told: number, of: number) => `Fortalt af ${told} af ${danishClinics(of)}.`,
  toldByAll: (clinics: number) => `Fortalt af ${danishClinics(clinics)}.`,
  columns: {
    estimate: 'Skøn',
    least: 'Mindst',
    most: 'Højst',
    clinics: 'Klinikker',
    date: 'Dato',
  },
  causes: {
    chart: (indicator: string) => `Hvorfor kan de ikke afgøres? ${indicator}`,
    most: (cause: string, count: string, of: string) =>
      `Hyppigst: ${cause} (${count} af ${of}, der ikke kan afgøres).`,
    unclear: 'Hvilken årsag der er hyppigst, kan de beskyttede tal ikke sige.',
    hint: 'Her mangler data, ikke behandling: hver patient er talt med under én årsag.',
  },
  exemptions: {
    title: 'Undtagelser',
    chart: (profile: string) => `Undtagelser: ${profile}`,
    hint: (date: string) =>
      `Hvem klinikkerne har undtaget i deres gennemgang, og hvorfor, pr. ${date}. De er med i indikatorerne.`,
    marker: 'Markør',
    reason: 'Årsag',
    having: (threshold: string) => `Klinikker med ${threshold} eller flere`,
    shown: (rows: number) =>
      rows === 1
        ? 'Én årsag er brugt så meget, at tallet kan siges.'
        : `${rows} årsager er brugt så meget, at tallene kan siges.`,
    mostUsed: (what: string, count: string) => `Mest: ${what}, ${count}.`,
    hidden: (threshold: string, markers: string) =>
      `Ingen klinik har ${threshold} eller flere undtaget af samme årsag af: ${markers}. Det er ikke nul: det vides ikke.`,
    allHidden: (threshold: string) =>
      `Ingen klinik har ${threshold} eller flere undtaget af samme årsag. Det er ikke nul: det vides ikke.`,
  },
  activities: {
    title: { carePlan: 'Forløbsplaner', other: 'Optegnelser' },
    hint: 'Planer er talt, ikke patienter. En plan er ny, hvis patienten aldrig før har fået en af samme slags.',
    new: 'Nye',
    maintained: 'Vedligeholdte',
    unknown: 'Kan ikke afgøres',
    period: 'Periode',
    month: 'Måned',
    from: 'Fra',
    to: 'Til',
    byPeriod: { month: 'Måned for måned', quarter: 'Kvartal for kvartal', year: 'År for år' },
    accumulated: 'Seneste tolv måneder',
    accumulatedSince: (from: string) => `Lagt sammen siden ${from}`,
    notWhole: (from: string) =>
      `De første tal er lagt sammen fra ${from}: tidligere måneder er ikke fortalt.`,
    sentence: (when: string, made: string, maintained: string, clinics: number) =>
      `${when}: ${made} nye og ${maintained} vedligeholdte i ${danishClinics(clinics)}.`,
    unknownSentence: (count: string) =>
      `${count} kan være nye eller vedligeholdte: det kan ikke afgøres.`,
    under: (threshold: string) =>
      `Et tal under ${threshold} fortæller en klinik kun som »under ${threshold}«, så en sum kan ligge alle steder mellem det mindste og det højeste, der står.`,
    others: (clinics: number) =>
      `${danishClinics(clinics)} tæller i andre perioder og er ikke med.`,
    notCounted: (when: string) => `${when} er ikke opgjort af nogen klinik.`,
    bands: {
      title: 'Klinikker efter nye planer pr. læge, seneste tolv måneder',
      none: 'Ingen',
      oneToFour: 'En til fire',
      fiveOrMore: 'Fem eller flere',
      column: 'Nye planer pr. læge',
      share: 'Andel (%)',
      clinics: (words: string, of: number) => `${words} af ${danishClinics(of)}`,
      sentence: (band: string, words: string, share: string) => `${band}: ${words} (${share}).`,
      notKnown: (clinics: number) =>
        `${danishClinics(clinics)} er ikke med: antallet af lægekapaciteter er ikke oplyst, eller alle tolv måneder er ikke opgjort.`,
      nobody:
        'Ukendt: ingen klinik har oplyst antallet af lægekapaciteter og opgjort alle tolv måneder.',
    },
  },
};

const en: Translated<typeof da> = {
  toldBy: (told, of) => `Told by ${told} of ${englishClinics(of)}.`,
  toldByAll: (clinics) => `Told by ${englishClinics(clinics)}.`,
  columns: {
    estimate: 'Estimate',
    least: 'Least',
    most: 'Most',
    clinics: 'Clinics',
    date: 'Date',
  },
  causes: {
    chart: (indicator) => `Why can they not be determined? ${indicator}`,
    most: (cause, count, of) =>
      `Most often: ${cause} (${count} of ${of} who cannot be determined).`,
    unclear: 'Which cause is the most frequent, the protected numbers cannot say.',
    hint: 'Here data is missing, not care: each patient is counted under one cause.',
  },
  exemptions: {
    title: 'Exemptions',
    chart: (profile) => `Exemptions: ${profile}`,
    hint: (date) =>
      `Whom the clinics have exempted in their round, and why, as of ${date}. They are in the indicators.`,
    marker: 'Marker',
    reason: 'Reason',
    having: (threshold) => `Clinics with ${threshold} or more`,
    shown: (rows) =>
      rows === 1
        ? 'One reason is used so much that the number can be told.'
        : `${rows} reasons are used so much that the numbers can be told.`,
    mostUsed: (what, count) => `Most: ${what}, ${count}.`,
    hidden: (threshold, markers) =>
      `No clinic has ${threshold} or more exempt for the same reason of: ${markers}. It is not zero: it is not known.`,
    allHidden: (threshold) =>
      `No clinic has ${threshold} or more exempt for the same reason. It is not zero: it is not known.`,
  },
  activities: {
    title: { carePlan: 'Care plans', other: 'Records' },
    hint: 'Plans are counted, not patients. A plan is new where the patient never had one of the kind before.',
    new: 'New',
    maintained: 'Maintained',
    unknown: 'Cannot be determined',
    period: 'Period',
    month: 'Month',
    from: 'From',
    to: 'To',
    byPeriod: { month: 'Month by month', quarter: 'Quarter by quarter', year: 'Year by year' },
    accumulated: 'Last twelve months',
    accumulatedSince: (from) => `Added up since ${from}`,
    notWhole: (from) => `The first numbers are added up from ${from}: earlier months are not told.`,
    sentence: (when, made, maintained, clinics) =>
      `${when}: ${made} new and ${maintained} maintained in ${englishClinics(clinics)}.`,
    unknownSentence: (count) => `${count} may be new or maintained: it cannot be determined.`,
    under: (threshold) =>
      `Each clinic tells a number under ${threshold} as “under ${threshold}”, so that the sum may be anything from the least to the most that is shown.`,
    others: (clinics) =>
      `${englishClinics(clinics)} ${clinics === 1 ? 'counts' : 'count'} by other periods and ${clinics === 1 ? 'is' : 'are'} not in it.`,
    notCounted: (when) => `${when} was counted by no clinic.`,
    bands: {
      title: 'Clinics by new plans per GP, last twelve months',
      none: 'None',
      oneToFour: 'One to four',
      fiveOrMore: 'Five or more',
      column: 'New plans per GP',
      share: 'Share (%)',
      clinics: (words, of) => `${words} of ${englishClinics(of)}`,
      sentence: (band, words, share) => `${band}: ${words} (${share}).`,
      notKnown: (clinics) =>
        `${englishClinics(clinics)} ${clinics === 1 ? 'is' : 'are'} not in it: the number of GP capacities is not told, or not all twelve months are counted.`,
      nobody:
        'Unknown: no clinic has told the number of GP capacities and counted all twelve months.',
    },
  },
};

export const reportFurtherTexts = { da, en };
