/** What the checks of a profile say, in both languages: what is so, and what to do. */
type Details = Readonly<Record<string, string | number>>;
type Words = readonly [messageDa: string, messageEn: string, todoDa: string, todoEn: string];

const sentences: Readonly<Record<string, (details: Details) => Words>> = {
  contradiction: () => [
    'Ingen kan opfylde kriteriet: dets dele modsiger hinanden.',
    'Nobody can meet the criterion: its parts contradict each other.',
    'Ret den del, der er for meget, eller fjern kriteriet.',
    'Correct the part that is too much, or remove the criterion.',
  ],
  'always-true': () => [
    'Alle opfylder kriteriet, så det sorterer ingen fra.',
    'Everybody meets the criterion, so it leaves out nobody.',
    'Fjern kriteriet, eller spørg om det, der menes.',
    'Remove the criterion, or ask for what is meant.',
  ],
  'population-empty': () => [
    'Alle, der er inkluderet, er også ekskluderet: ingen er nogensinde med.',
    'Everybody who is included is excluded as well: nobody is ever a member.',
    'Gør eksklusionen snævrere.',
    'Make the exclusion narrower.',
  ],
  'exclude-without-effect': () => [
    'Eksklusionen rammer aldrig nogen, der er inkluderet: den gør ingen forskel.',
    'The exclusion never meets anybody who is included: it makes no difference.',
    'Fjern den, eller ret den.',
    'Remove it, or correct it.',
  ],
  'marker-never': () => [
    'Ingen i populationen kan få markøren.',
    'Nobody in the population can have the marker.',
    'Ret reglen, så den kan opfyldes af en i populationen.',
    'Correct the rule, so that a member can meet it.',
  ],
  'marker-always': () => [
    'Alle i populationen får markøren, så den fremhæver ingen.',
    'Every member of the population has the marker, so it points out nobody.',
    'Gør reglen snævrere, eller fjern markøren.',
    'Make the rule narrower, or remove the marker.',
  ],
  'duplicate-marker': ({ other }) => [
    `Markøren har samme regel som »${other}«.`,
    `The marker has the same rule as “${other}”.`,
    'Fjern den ene, eller ret reglen.',
    'Remove one of them, or correct the rule.',
  ],
  'marker-without-why': () => [
    'Markøren siger hverken, hvad man skal gøre, eller hvor reglen kommer fra.',
    'The marker says neither what to do nor where its rule comes from.',
    'Skriv "advice", og angiv kilden i "source".',
    'Write "advice", and name the source in "source".',
  ],
  'indicator-never': () => [
    'Ingen i nævneren kan være i tælleren: indikatoren er altid 0.',
    'Nobody in the denominator can be in the numerator: the indicator is always 0.',
    'Ret tælleren eller nævneren.',
    'Correct the numerator or the denominator.',
  ],
  'duplicate-criterion': ({ other }) => [
    `Kriteriet står der allerede (${other}).`,
    `The criterion is there already (${other}).`,
    'Fjern det ene.',
    'Remove one of them.',
  ],
  'redundant-criterion': ({ other }) => [
    `Kriteriet gør ingen forskel ved siden af ${other}.`,
    `The criterion makes no difference beside ${other}.`,
    'Fjern det, eller ret det, hvis der menes andet.',
    'Remove it, or correct it where something else is meant.',
  ],
  'duplicate-code': ({ code }) => [
    `Koden ${code} står der to gange.`,
    `The code ${code} is there twice.`,
    'Fjern den ene.',
    'Remove one of them.',
  ],
  'redundant-code': ({ code, broader }) => [
    `Koden ${code} er dækket af ${broader}.`,
    `The code ${code} is covered by ${broader}.`,
    `Fjern ${code}, eller fjern ${broader}, hvis den er for bred.`,
    `Remove ${code}, or remove ${broader} where it is too broad.`,
  ],
  'needless-exclude': ({ code }) => [
    `Koden ${code} tages ud, men er ikke med i forvejen.`,
    `The code ${code} is taken out, but was never in.`,
    'Fjern den, eller ret stavningen.',
    'Remove it, or correct the spelling.',
  ],
  'unused-code-set': ({ name }) => [
    `Kodesættet »${name}« bruges ikke.`,
    `The code set “${name}” is not used.`,
    'Fjern det, eller brug det.',
    'Remove it, or use it.',
  ],
  'unknown-code': ({ code, system }) => [
    `Koden ${code} findes ikke i ${system}, som tabellen har det.`,
    `The code ${code} is not in ${system} as the table has it.`,
    'Ret stavningen, eller se efter, om tabellen er den nyeste.',
    'Correct the spelling, or see whether the table is the newest.',
  ],
  'retired-code': ({ code, system, replacedBy }) => [
    `Koden ${code} er udgået af ${system}${replacedBy === '' ? '' : ` og erstattet af ${replacedBy}`}.`,
    `The code ${code} is retired from ${system}${replacedBy === '' ? '' : ` and replaced by ${replacedBy}`}.`,
    'Skriv den nye kode; behold den gamle, hvis ældre data skal med.',
    'Write the new code; keep the old one where older data is to be found.',
  ],
  'impossible-window': ({ from, to }) => [
    `Vinduet har ingen dage: det begynder ${from} og slutter ${to}.`,
    `The window has no days: it begins on ${from} and ends on ${to}.`,
    'Ret en af enderne.',
    'Correct one of its ends.',
  ],
  'window-ahead': ({ from }) => [
    `Vinduet begynder først ${from}: intet er registreret endnu.`,
    `The window begins on ${from} only: nothing is recorded yet.`,
    'Skal det være et tidsrum tilbage i tiden, så sæt minus foran, fx "-P3M".',
    'If a time back from today is meant, put a minus before it, e.g. "-P3M".',
  ],
  'review-overdue': ({ day }) => [
    `Profilen skulle være gennemgået senest ${day}.`,
    `The profile was to be reviewed by ${day}.`,
    'Gennemgå den, og sæt "reviewed" og "nextReview".',
    'Review it, and set "reviewed" and "nextReview".',
  ],
  'approval-expired': ({ day }) => [
    `Den faglige godkendelse udløb ${day}.`,
    `The clinical approval ended on ${day}.`,
    'Få profilen godkendt igen, og skriv det i "approvedBy".',
    'Have the profile approved again, and write it in "approvedBy".',
  ],
  'missing-language': () => [
    'Teksten er kun på dansk, selv om profilen også er på engelsk.',
    'The text is in Danish alone, though the profile is in English, too.',
    'Skriv den også i "en".',
    'Write it in "en" as well.',
  ],
  'every-plausible': () => [
    'Alle troværdige svar ligger inden for grænserne, så de siger intet.',
    'Every plausible result lies within the bounds, so they say nothing.',
    'Ret grænsen, eller ret "plausible".',
    'Correct the bound, or correct "plausible".',
  ],
  'duplicate-item': ({ other }) => [
    `Oplysningen viser det samme som »${other}«.`,
    `The item shows the same as “${other}”.`,
    'Fjern den ene.',
    'Remove one of them.',
  ],
  'finds-nobody': () => [
    'Populationen er tom i denne klinik.',
    'The population is empty in this clinic.',
    'Se på hver regels tal: den, der er 0, er den, der fjerner alle.',
    'Look at the number of each rule: the one that is 0 is the one that takes everybody out.',
  ],
  'finds-everybody': () => [
    'Alle klinikkens patienter er i populationen.',
    'All the patients of the clinic are in the population.',
    'Gør kriterierne snævrere.',
    'Make the criteria narrower.',
  ],
  'rule-finds-nobody': () => [
    'Ingen i denne klinik opfylder kriteriet.',
    'Nobody in this clinic meets the criterion.',
    'Se efter, om koderne er dem, som klinikken bruger.',
    'See whether the codes are those that the clinic uses.',
  ],
  'rule-finds-everybody': () => [
    'Alle i denne klinik opfylder kriteriet.',
    'Everybody in this clinic meets the criterion.',
    'Se efter, om det sorterer nogen fra.',
    'See whether it leaves out anybody.',
  ],
  'marker-never-here': () => [
    'Ingen i populationen har markøren i denne klinik.',
    'No member has the marker in this clinic.',
    'Det kan være godt; se ellers efter, om reglen finder det, den skal.',
    'That may be well; else see whether the rule finds what it should.',
  ],
  'marker-always-here': () => [
    'Alle i populationen har markøren i denne klinik.',
    'Every member has the marker in this clinic.',
    'Se efter, om reglen er for bred, eller om data mangler.',
    'See whether the rule is too broad, or whether data is missing.',
  ],
  'no-source': ({ type }) => [
    `Klinikken har ingen kilde til det, der spørges om her (${type}).`,
    `The clinic has no source for what is asked here (${type}).`,
    'Svaret er "kan ikke afgøres", til klinikken får kilden.',
    'The answer is "cannot be determined" until the clinic has the source.',
  ],
  'unit-not-here': ({ unit, found }) => [
    `Ingen af klinikkens svar med disse koder er i en enhed, der kan regnes om til ${unit}; de er i ${found}.`,
    `None of the clinic’s results with these codes is in a unit that converts into ${unit}; they are in ${found}.`,
    'Ret enheden, eller spørg klinikkens leverandør om den.',
    'Correct the unit, or ask the clinic’s vendor about it.',
  ],
  'codes-not-here': () => [
    'Ingen registrering i klinikken har nogen af disse koder.',
    'No record in the clinic has any of these codes.',
    'Se efter, om klinikken bruger andre koder for det samme.',
    'See whether the clinic uses other codes for the same.',
  ],
  'numerator-outside': ({ count }) => [
    `${count} i populationen er i tælleren, men ikke i nævneren: de tælles ikke.`,
    `${count} members are in the numerator but not in the denominator: they are not counted.`,
    'Se efter, om nævneren er for snæver.',
    'See whether the denominator is too narrow.',
  ],
  'denominator-empty': () => [
    'Ingen i denne klinik er i nævneren.',
    'Nobody in this clinic is in the denominator.',
    'Se efter, om nævneren er for snæver.',
    'See whether the denominator is too narrow.',
  ],
};

/** The words of a check by its code. @throws {RangeError} of a code that no check has. */
export function profileReviewPhrases(code: string, details: Details): Words {
  const say = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (!say) throw new RangeError(`No check is called "${code}".`);
  return say(details);
}
