/** Fixed texts on screen: the charts of a report, and what they find. */
import { plural } from '../numbers.ts';
import type { Translated } from './types.ts';

const danishClinics = (count: number) => plural(count, ['klinik', 'klinikker'], 'da');
const englishClinics = (count: number) => plural(count, ['clinic', 'clinics'], 'en');
/** How many of what a figure is of: clinics, or areas of one kind. */
const danishUnits = {
  clinic: danishClinics,
  cluster: (count: number) => plural(count, ['klynge', 'klynger'], 'da'),
  municipality: (count: number) => plural(count, ['kommune', 'kommuner'], 'da'),
  region: (count: number) => plural(count, ['region', 'regioner'], 'da'),
  country: (count: number) => plural(count, ['land', 'lande'], 'da'),
};
const englishUnits = {
  clinic: englishClinics,
  cluster: (count: number) => plural(count, ['cluster', 'clusters'], 'en'),
  municipality: (count: number) => plural(count, ['municipality', 'municipalities'], 'en'),
  region: (count: number) => plural(count, ['region', 'regions'], 'en'),
  country: (count: number) => plural(count, ['country', 'countries'], 'en'),
};
const danishQuarters = (count: number) => plural(count, ['kvartal', 'kvartaler'], 'da');
const englishQuarters = (count: number) => plural(count, ['quarter', 'quarters'], 'en');
const danishPatients = (count: number) => plural(count, ['patient', 'patienter'], 'da');
const englishPatients = (count: number) => plural(count, ['patient', 'patients'], 'en');

const da = {
  percent: (share: string) => `${share} %`,
  percentBetween: (least: string, most: string) => `${least}–${most} %`,
  quarter: (quarter: number, year: number) => `${quarter}. kv. ${year}`,
  /** Short enough to stand below a tick. */
  shortQuarter: (quarter: number, year: number) => `${quarter}. kv. ${String(year).slice(-2)}`,
  clinic: 'En klinik',
  units: danishUnits,
  /** All of them, as they are known. */
  allUnits: {
    clinic: 'klinikkerne',
    cluster: 'klyngerne',
    municipality: 'kommunerne',
    region: 'regionerne',
    country: 'landene',
  },
  /** What they are of, within a sentence. */
  areas: {
    area: 'området',
    cluster: 'klyngen',
    municipality: 'kommunen',
    region: 'regionen',
    country: 'landet',
  },
  mine: 'Min klinik',
  ownOnly: 'kun hos jer',
  own: (share: string) => `præcist ${share}`,
  area: 'Området',
  target: 'Mål',
  median: 'Median',
  of: (share: string, patients: number) => `${share} af ${danishPatients(patients)}`,
  allowed: (interval: string) => `tallene tillader ${interval}`,
  unknown: (share: string) => `ukendt ${share}`,
  notCounted: 'ikke opgjort',
  axes: {
    share: 'Andel',
    patients: 'Patienter, der kan afgøres',
    quarter: 'Kvartal',
    clinics: 'Klinikker',
  },
  columns: {
    who: 'Hvem',
    quarter: 'Kvartal',
    share: 'Andel, %',
    least: 'Mindst, %',
    most: 'Højst, %',
    patients: 'Patienter',
    unknown: 'Ukendt, %',
    place: 'Mod grænserne',
    part: 'Så mange ligger under',
    low: 'Nedre grænse, %',
    high: 'Øvre grænse, %',
  },
  asTable: 'Vis tallene som tabel',
  keys: 'Piletaster går fra punkt til punkt.',
  limit95: '95 %',
  limit998: '99,8 %',
  places: {
    within: 'inden for grænserne',
    above95: 'over 95 %-grænsen',
    above998: 'over 99,8 %-grænsen',
    below95: 'under 95 %-grænsen',
    below998: 'under 99,8 %-grænsen',
  },
  preliminary: 'Foreløbig',
  funnel: {
    noneOutside: (clinics: number) =>
      `Ingen af de ${danishClinics(clinics)} ligger uden for 95 %-grænserne: forskellene er ikke større, end tilfældet alene kan give.`,
    noneOutsideWider: (clinics: number) =>
      `Ingen af de ${danishClinics(clinics)} ligger uden for de bredere grænser.`,
    fewOutside: (outside: number, clinics: number) =>
      `${outside} af ${danishClinics(clinics)} ligger mellem 95 %- og 99,8 %-grænsen. Så få gør det jævnligt ved et tilfælde.`,
    manyOutside: (outside: number, clinics: number) =>
      `${outside} af ${danishClinics(clinics)} ligger mellem 95 %- og 99,8 %-grænsen. Det er flere, end tilfældet plejer at give.`,
    beyond: (above: number, below: number, clinics: number) =>
      `${above + below} af ${danishClinics(clinics)} ligger uden for 99,8 %-grænserne (${bothSides(above, 'over', below, 'under')}): det er næppe tilfældigt.`,
    dispersed: (phi: string) =>
      `Klinikkerne varierer mere, end tilfældet alene giver: spredningen er ${phi} gange så stor. Grænserne er gjort bredere, så den, der falder udenfor, er usædvanlig også blandt klinikker, der er forskellige.`,
    mine: (share: string, place: string) => `Min klinik: ${share}, ${place}.`,
    hidden: (clinics: number) => `${danishClinics(clinics)} har for få patienter til at vises.`,
    tooFew: (shown: number, needed: number) =>
      `Ingen tragt: den kræver ${danishClinics(needed)} med tal, der kan vises, og her er ${shown}.`,
  },
  strip: {
    range: (units: string, least: string, most: string, median: string) =>
      `${units} fra ${least} til ${most}; medianen er ${median}.`,
    one: (unit: string, share: string) => `${unit} har tal, der kan vises: ${share}.`,
    none: (units: string) => `Ingen af ${units} har tal, der kan vises.`,
    mine: (share: string, area: string, ofArea: string) =>
      `Min klinik ${share}, ${area} ${ofArea}.`,
  },
  deciles: {
    middle: (units: string, low: string, high: string, median: string, when: string) =>
      `${when}: halvdelen af ${units} ligger mellem ${low} og ${high}; medianen er ${median}.`,
    mineWithin: (share: string) => `Min klinik ${share}: blandt den midterste halvdel.`,
    mineAbove: (share: string) => `Min klinik ${share}: over den midterste halvdel.`,
    mineBelow: (share: string) => `Min klinik ${share}: under den midterste halvdel.`,
    tooFew: (needed: string) => `Ingen deciler: de kræver ${needed} med tal, der kan vises.`,
    half: 'Den midterste halvdel',
    most: 'Otte ud af ti',
  },
  trend: {
    change: (who: string, from: string, to: string, first: string, last: string) =>
      `${who}: ${from} i ${first}, ${to} i ${last}.`,
    single: (who: string, share: string, when: string) => `${who}: ${share} i ${when}.`,
    none: (who: string) => `${who}: ingen kvartaler er opgjort.`,
    preliminary: (quarters: number, needed: number) =>
      `Foreløbig: ${danishQuarters(quarters)}. Der skal ${needed} til, før det kan siges, om en ændring er mere end tilfældig.`,
    lookBack: (months: number) =>
      `Hvert kvartal ser ${plural(months, ['måned', 'måneder'], 'da')} tilbage og deler data med sine naboer; det er regnet med.`,
    nothing: (quarters: number) =>
      `Ingen tegn på andet end tilfældige udsving i ${danishQuarters(quarters)}.`,
    undecided: (quarters: number) =>
      `For få af de ${danishQuarters(quarters)} ligger med sikkerhed på den ene side af medianen til at sige, om en ændring er mere end tilfældig.`,
    shiftNow: (quarters: number, side: string) =>
      `De seneste ${danishQuarters(quarters)} ligger ${side} medianen: et tegn på, at noget er ændret.`,
    shiftThen: (quarters: number, side: string, from: string, to: string) =>
      `${danishQuarters(quarters)} i træk (${from} til ${to}) ligger ${side} medianen: et tegn på, at noget var ændret.`,
    crossings: (crossings: number, fewest: number) =>
      `Linjen krydser sin median ${crossings === 1 ? 'én gang' : `${crossings} gange`}; tilfældet giver mindst ${fewest}: et tegn på, at niveauet flytter sig.`,
    outlier: (when: string, side: string) =>
      `${when} ligger ${side} grænserne for tilfældige udsving.`,
    outliers: (quarters: number, when: string) =>
      `${danishQuarters(quarters)} ligger uden for grænserne for tilfældige udsving: ${when}.`,
    above: 'over',
    below: 'under',
  },
  gap: {
    noGap: (area: string, share: string, target: string) =>
      `${capital(area)} er på ${share}: målet på ${target} er nået.`,
    few: (area: string, patients: number, target: string, clinics: number, of: number) =>
      `${capital(area)} er ${danishPatients(patients)} fra ${target}. ${clinics === 1 ? 'Én klinik' : danishClinics(clinics)} af ${of} forklarer det: nåede ${clinics === 1 ? 'den' : 'de'} målet, ville hele ${area} gøre det.`,
    shared: (area: string, patients: number, target: string, clinics: number, of: number) =>
      `${capital(area)} er ${danishPatients(patients)} fra ${target}. Det er fælles: der skal ${clinics} af ${danishClinics(of)} til at nå det.`,
    mineAmong: 'Min klinik er blandt dem.',
  },
  save: { svg: 'Gem som SVG', png: 'Gem som PNG' },
};

const en: Translated<typeof da> = {
  percent: (share) => `${share}%`,
  percentBetween: (least, most) => `${least}–${most}%`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  shortQuarter: (quarter, year) => `Q${quarter} ${String(year).slice(-2)}`,
  clinic: 'A clinic',
  units: englishUnits,
  allUnits: {
    clinic: 'the clinics',
    cluster: 'the clusters',
    municipality: 'the municipalities',
    region: 'the regions',
    country: 'the countries',
  },
  areas: {
    area: 'the area',
    cluster: 'the cluster',
    municipality: 'the municipality',
    region: 'the region',
    country: 'the country',
  },
  mine: 'My clinic',
  ownOnly: 'only with you',
  own: (share) => `exactly ${share}`,
  area: 'The area',
  target: 'Target',
  median: 'Median',
  of: (share, patients) => `${share} of ${englishPatients(patients)}`,
  allowed: (interval) => `the numbers allow ${interval}`,
  unknown: (share) => `unknown ${share}`,
  notCounted: 'not counted',
  axes: {
    share: 'Share',
    patients: 'Patients who can be determined',
    quarter: 'Quarter',
    clinics: 'Clinics',
  },
  columns: {
    who: 'Who',
    quarter: 'Quarter',
    share: 'Share, %',
    least: 'Least, %',
    most: 'Most, %',
    patients: 'Patients',
    unknown: 'Unknown, %',
    place: 'Against the limits',
    part: 'So many lie below',
    low: 'Lower limit, %',
    high: 'Upper limit, %',
  },
  asTable: 'Show the numbers as a table',
  keys: 'Arrow keys go from point to point.',
  limit95: '95%',
  limit998: '99.8%',
  places: {
    within: 'within the limits',
    above95: 'above the 95% limit',
    above998: 'above the 99.8% limit',
    below95: 'below the 95% limit',
    below998: 'below the 99.8% limit',
  },
  preliminary: 'Preliminary',
  funnel: {
    noneOutside: (clinics) =>
      `None of the ${englishClinics(clinics)} ${clinics === 1 ? 'lies' : 'lie'} outside the 95% limits: the differences are no larger than chance alone can make them.`,
    noneOutsideWider: (clinics) =>
      `None of the ${englishClinics(clinics)} ${lies(clinics)} outside the wider limits.`,
    fewOutside: (outside, clinics) =>
      `${outside} of ${englishClinics(clinics)} ${lies(outside)} between the 95% and the 99.8% limit. So few do so by chance quite often.`,
    manyOutside: (outside, clinics) =>
      `${outside} of ${englishClinics(clinics)} ${lies(outside)} between the 95% and the 99.8% limit. That is more than chance usually gives.`,
    beyond: (above, below, clinics) =>
      `${above + below} of ${englishClinics(clinics)} ${lies(above + below)} outside the 99.8% limits (${bothSides(above, 'above', below, 'below')}): hardly by chance.`,
    dispersed: (phi) =>
      `The clinics vary more than chance alone makes them: the spread is ${phi} times as large. The limits are made wider, so that whoever falls outside is unusual even among clinics that differ.`,
    mine: (share, place) => `My clinic: ${share}, ${place}.`,
    hidden: (clinics) =>
      `${englishClinics(clinics)} ${clinics === 1 ? 'has' : 'have'} too few patients to be shown.`,
    tooFew: (shown, needed) =>
      `No funnel: it takes ${englishClinics(needed)} with numbers that can be shown, and here ${shown === 1 ? 'is' : 'are'} ${shown}.`,
  },
  strip: {
    range: (units, least, most, median) =>
      `${units} from ${least} to ${most}; the median is ${median}.`,
    one: (unit, share) => `${unit} has numbers that can be shown: ${share}.`,
    none: (units) => `None of ${units} has numbers that can be shown.`,
    mine: (share, area, ofArea) => `My clinic ${share}, ${area} ${ofArea}.`,
  },
  deciles: {
    middle: (units, low, high, median, when) =>
      `${when}: half of ${units} lie between ${low} and ${high}; the median is ${median}.`,
    mineWithin: (share) => `My clinic ${share}: in the middle half.`,
    mineAbove: (share) => `My clinic ${share}: above the middle half.`,
    mineBelow: (share) => `My clinic ${share}: below the middle half.`,
    tooFew: (needed) => `No deciles: they take ${needed} with numbers that can be shown.`,
    half: 'The middle half',
    most: 'Eight in ten',
  },
  trend: {
    change: (who, from, to, first, last) => `${who}: ${from} in ${first}, ${to} in ${last}.`,
    single: (who, share, when) => `${who}: ${share} in ${when}.`,
    none: (who) => `${who}: no quarter was counted.`,
    preliminary: (quarters, needed) =>
      `Preliminary: ${englishQuarters(quarters)}. It takes ${needed} before it can be said whether a change is more than chance.`,
    lookBack: (months) =>
      `Each quarter looks ${plural(months, ['month', 'months'], 'en')} back and shares data with its neighbours; that is allowed for.`,
    nothing: (quarters) =>
      `No sign of anything but chance variation in ${englishQuarters(quarters)}.`,
    undecided: (quarters) =>
      `Too few of the ${englishQuarters(quarters)} lie on one side of the median for certain to say whether a change is more than chance.`,
    shiftNow: (quarters, side) =>
      `The latest ${englishQuarters(quarters)} lie ${side} the median: a sign that something has changed.`,
    shiftThen: (quarters, side, from, to) =>
      `${englishQuarters(quarters)} in a row (${from} to ${to}) lie ${side} the median: a sign that something had changed.`,
    crossings: (crossings, fewest) =>
      `The line crosses its median ${crossings === 1 ? 'once' : `${crossings} times`}; chance gives ${fewest} at the least: a sign that the level moves.`,
    outlier: (when, side) => `${when} lies ${side} the limits of chance variation.`,
    outliers: (quarters, when) =>
      `${englishQuarters(quarters)} lie outside the limits of chance variation: ${when}.`,
    above: 'above',
    below: 'below',
  },
  gap: {
    noGap: (area, share, target) =>
      `${capital(area)} is at ${share}: the target of ${target} is reached.`,
    few: (area, patients, target, clinics, of) =>
      `${capital(area)} is ${englishPatients(patients)} away from ${target}. ${clinics === 1 ? 'One clinic' : englishClinics(clinics)} of ${of} ${clinics === 1 ? 'explains' : 'explain'} it: if ${clinics === 1 ? 'it' : 'they'} reached the target, so would all of ${area}.`,
    shared: (area, patients, target, clinics, of) =>
      `${capital(area)} is ${englishPatients(patients)} away from ${target}. It is shared: ${clinics} of ${englishClinics(of)} are needed to get there.`,
    mineAmong: 'My clinic is one of them.',
  },
  save: { svg: 'Save as SVG', png: 'Save as PNG' },
};

/** How many on either side, of those who are on one. */
function bothSides(above: number, over: string, below: number, under: string): string {
  const sides = [
    ...(above > 0 ? [`${above} ${over}`] : []),
    ...(below > 0 ? [`${below} ${under}`] : []),
  ];
  return sides.join(', ');
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const lies = (count: number) => (count === 1 ? 'lies' : 'lie');

export const reportChartsTexts = { da, en };
