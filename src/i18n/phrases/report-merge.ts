/** Why a clinic's report is not in an area's, in both languages: what differs, and what to do. */
type Words = readonly [da: string, en: string];

interface Sizes {
  readonly method: string;
  readonly threshold: number;
  readonly base: number;
}

/** So many dates are named. */
const mostNamed = 5;

export const mergePhrases = {
  profile: (own: string, asked: string): Words => [
    `Rapporten er om profilen ${own}, ikke ${asked}. Giv klinikkens rapport om ${asked}.`,
    `The report is on the profile ${own}, not ${asked}. Give the clinic’s report on ${asked}.`,
  ],
  version: (own: string, asked: string): Words => [
    `Klinikken har talt med version ${own} af profilen, de andre med ${asked}. Bed den hente version ${asked} og lave rapporten igen.`,
    `The clinic has counted with version ${own} of the profile, the others with ${asked}. Ask it to fetch version ${asked} and make the report again.`,
  ],
  definition: (version: string, own: string, asked: string): Words => [
    `Version ${version} siger noget andet i klinikken end hos de andre (kontrolsum ${own} mod ${asked}). Bed den hente profilen igen fra arkivet.`,
    `Version ${version} says something else in the clinic than with the others (hash ${own} against ${asked}). Ask it to fetch the profile from the archive again.`,
  ],
  protection: (own: Sizes, asked: Sizes): Words => [
    `Tallene er beskyttet på en anden måde (${sizes(own)}) end de andres (${sizes(asked)}). Bed klinikken lave rapporten igen med samme tærskel og base.`,
    `The numbers are protected in another way (${sizes(own)}) than the others’ (${sizes(asked)}). Ask the clinic to make the report again with the same threshold and base.`,
  ],
  dates: (lacking: readonly string[]): Words => [
    `Rapporten har ikke alle datoer: ${named(lacking)} mangler. Bed klinikken lave den igen for de samme datoer.`,
    `The report lacks dates: ${named(lacking)}. Ask the clinic to make it again for the same dates.`,
  ],
  area: (own: string, asked: string): Words => [
    `Klinikken siger, at den hører til ${own}, ikke ${asked}. Ret klinikkens oplysninger, eller læg rapporten i det rigtige område.`,
    `The clinic says that it belongs to ${own}, not ${asked}. Correct what the clinic says, or put the report where it belongs.`,
  ],
  alike: (moment: string): Words => [
    `Klinikken har sendt to forskellige rapporter fra samme tidspunkt (${moment}); kun den ene tæller med. Bed den lave rapporten igen.`,
    `The clinic has sent two different reports of the same moment (${moment}); one of them is counted alone. Ask it to make the report again.`,
  ],
  older: (earlier: string, later: string): Words => [
    `Klinikken har sendt en nyere rapport (${later}); denne fra ${earlier} tæller ikke med.`,
    `The clinic has sent a later report (${later}); this one of ${earlier} is not counted.`,
  ],
};

function sizes({ method, threshold, base }: Sizes): string {
  return `${method}, ${threshold}/${base}`;
}

function named(dates: readonly string[]): string {
  const shown = dates.slice(0, mostNamed).join(', ');
  return dates.length > mostNamed ? `${shown} … (${dates.length})` : shown;
}
