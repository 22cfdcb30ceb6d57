/** What each error of a profile says, in both languages: what is wrong, and what to do. */
type Details = Readonly<Record<string, unknown>>;
type Words = readonly [messageDa: string, messageEn: string, fixDa: string, fixEn: string];

/** Returns the words for an error by its code; of a code without words of its own, general ones. */
export function profileErrorPhrases(code: string, details: Details): Words {
  return Object.hasOwn(sentences, code) ? sentences[code]!(details) : general;
}

const types: Record<string, readonly [da: string, en: string]> = {
  string: ['en tekst', 'a text'],
  number: ['et tal', 'a number'],
  int: ['et helt tal', 'a whole number'],
  array: ['en liste', 'a list'],
  object: ['et objekt', 'an object'],
  record: ['et objekt', 'an object'],
  tuple: ['en liste med to led', 'a list of two parts'],
};

/** A message names a thing, and does not repeat a document. */
const longestNamed = 120;
const mostListed = 20;

function say(value: unknown): string {
  const text = String(value);
  return text.length > longestNamed ? `${text.slice(0, longestNamed - 1)}…` : text;
}

function list(values: unknown): string {
  if (!Array.isArray(values)) return '';
  const listed = values.slice(0, mostListed).map((each) => `"${say(each)}"`);
  return [...listed, ...(values.length > mostListed ? ['…'] : [])].join(', ');
}

function suggested(suggestion: unknown): readonly [da: string, en: string] {
  return typeof suggestion === 'string'
    ? [`Mente du "${suggestion}"?`, `Did you mean "${suggestion}"?`]
    : ['Fjern det, eller ret stavningen.', 'Remove it, or correct the spelling.'];
}

/** `Mente du "P70", "P71"?`, or advice where nothing is likely. */
function meant(
  suggestions: unknown,
  adviceDa: string,
  adviceEn: string,
): readonly [da: string, en: string] {
  const listed = list(suggestions);
  return listed === ''
    ? [adviceDa, adviceEn]
    : [`Mente du ${listed}? ${adviceDa}`, `Did you mean ${listed}? ${adviceEn}`];
}

const sentences: Readonly<Record<string, (details: Details) => Words>> = {
  'not-json': () => [
    'Dokumentet er ikke en profil i JSON.',
    'The document is not a profile in JSON.',
    'Giv profilen som JSON-tekst eller som et JSON-objekt.',
    'Give the profile as JSON text or as a JSON object.',
  ],
  syntax: ({ line, column }) => {
    const place =
      line === undefined
        ? ['', '']
        : [
            ` (linje ${say(line)}, tegn ${say(column)})`,
            ` (line ${say(line)}, character ${say(column)})`,
          ];
    return [
      `Teksten er ikke gyldig JSON${place[0]}.`,
      `The text is not valid JSON${place[1]}.`,
      'Se efter et manglende komma, en manglende parentes eller et anførselstegn for meget.',
      'Look for a missing comma or bracket, or a quotation mark too many.',
    ];
  },
  'too-large': ({ most }) => [
    `Profilen er for stor: højst ${say(most)} tegn.`,
    `The profile is too large: at most ${say(most)} characters.`,
    'Del den i flere profiler, eller brug kodeintervaller.',
    'Split it into several profiles, or use code ranges.',
  ],
  'too-deep': ({ most }) => [
    `Profilen er for dybt indlejret: højst ${say(most)} niveauer.`,
    `The profile is nested too deeply: at most ${say(most)} levels.`,
    'Saml kriterier i færre niveauer af "all" og "any".',
    'Gather the criteria in fewer levels of "all" and "any".',
  ],
  'too-many': ({ most }) => [
    `Profilen har for mange dele: højst ${say(most)}.`,
    `The profile has too many parts: at most ${say(most)}.`,
    'Del den i flere profiler, eller brug kodeintervaller.',
    'Split it into several profiles, or use code ranges.',
  ],
  'key-too-long': ({ most }) => [
    `Profilen har en nøgle, der er for lang: højst ${say(most)} tegn.`,
    `The profile has a key that is too long: at most ${say(most)} characters.`,
    'Giv den et kortere navn, og skriv lange tekster som værdier.',
    'Give it a shorter name, and write long texts as values.',
  ],
  'more-errors': ({ more }) => [
    `… og ${say(more)} fejl mere.`,
    more === 1 ? '… and 1 more error.' : `… and ${say(more)} more errors.`,
    'Ret dem, der er vist; så vises de næste.',
    'Correct those that are shown; then the next are.',
  ],
  'more-warnings': ({ more }) => [
    more === 1 ? '… og 1 bemærkning mere.' : `… og ${say(more)} bemærkninger mere.`,
    more === 1 ? '… and 1 more warning.' : `… and ${say(more)} more warnings.`,
    'Se på dem, der er vist; så vises de næste.',
    'Look at those that are shown; then the next are.',
  ],
  'too-many-criteria': ({ most, found }) => [
    `Profilen stiller ${say(found)} spørgsmål; højst ${say(most)} kan besvares.`,
    `The profile asks ${say(found)} questions; at most ${say(most)} can be answered.`,
    'Saml koder i kodesæt, eller del profilen i flere.',
    'Gather codes in code sets, or split the profile into several.',
  ],
  'too-many-profiles': ({ most, found }) => [
    `Der er givet ${say(found)} profiler; kun de første ${say(most)} er læst.`,
    `${say(found)} profiles are given; only the first ${say(most)} are read.`,
    'Giv kun de profiler, der kan vælges.',
    'Give those profiles alone that can be chosen.',
  ],
  'newer-format': ({ found }) => [
    `Profilen er skrevet i formatet ${say(found)}, som denne version ikke kender.`,
    `The profile is written in the format ${say(found)}, which this version does not know.`,
    'Opdatér Overblik, eller brug en udgave af profilen i formatet overblik-profile/1.',
    'Update Overblik, or use an edition of the profile in the format overblik-profile/1.',
  ],
  'unknown-key': ({ key, suggestion }) => [
    `Nøglen "${say(key)}" findes ikke her i formatet.`,
    `The key "${say(key)}" does not exist here in the format.`,
    ...suggested(suggestion),
  ],
  missing: ({ key }) => [
    `"${say(key)}" mangler.`,
    `"${say(key)}" is missing.`,
    `Tilføj "${say(key)}".`,
    `Add "${say(key)}".`,
  ],
  'wrong-type': ({ expected }) => {
    const [da, en] = types[String(expected)] ?? ['noget andet', 'something else'];
    return [`Her skal stå ${da}.`, `Here must be ${en}.`, `Skriv ${da}.`, `Write ${en}.`];
  },
  'not-one-of': ({ values, suggestion }) => [
    `Værdien er ikke en af ${list(values)}.`,
    `The value is not one of ${list(values)}.`,
    typeof suggestion === 'string' ? `Mente du "${suggestion}"?` : 'Vælg en af dem.',
    typeof suggestion === 'string' ? `Did you mean "${suggestion}"?` : 'Choose one of them.',
  ],
  empty: () => [
    'Her må ikke være tomt.',
    'This must not be empty.',
    'Skriv mindst ét led, eller fjern nøglen.',
    'Write at least one part, or remove the key.',
  ],
  'too-few': ({ least }) => [
    `Her skal være mindst ${say(least)} led.`,
    `There must be at least ${say(least)} parts here.`,
    'Tilføj det, der mangler.',
    'Add what is missing.',
  ],
  'too-low': ({ least }) => [
    `Tallet skal være mindst ${say(least)}.`,
    `The number must be at least ${say(least)}.`,
    `Skriv ${say(least)} eller mere.`,
    `Write ${say(least)} or more.`,
  ],
  'too-much': ({ most }) => [
    `Her er for meget: højst ${say(most)}.`,
    `This is too much: at most ${say(most)}.`,
    'Gør det kortere eller mindre.',
    'Make it shorter or smaller.',
  ],
  version: () => [
    'Versionen skal bestå af tre tal.',
    'The version must be three numbers.',
    'Skriv fx "1.0.0".',
    'Write e.g. "1.0.0".',
  ],
  url: () => [
    'Adressen skal begynde med https:// og være uden mellemrum.',
    'The address must begin with https:// and have no spaces.',
    'Ret adressen, eller fjern den.',
    'Correct the address, or remove it.',
  ],
  name: () => [
    'Navnet må kun bestå af bogstaver, tal, punktum, bindestreg og understreg.',
    'The name may only hold letters, digits, full stop, hyphen and underscore.',
    'Skriv fx "demens" eller "dk.demens".',
    'Write e.g. "dementia" or "dk.demens".',
  ],
  period: () => [
    'Perioden kan ikke læses.',
    'The period cannot be read.',
    'Skriv fx "P12M" (12 måneder), "P1Y", "P6W" eller "P90D"; højst 200 år.',
    'Write e.g. "P12M" (12 months), "P1Y", "P6W" or "P90D"; at most 200 years.',
  ],
  date: () => [
    'Datoen kan ikke læses.',
    'The date cannot be read.',
    'Skriv en dato, der findes, som "2026-01-31".',
    'Write a date that exists as "2026-01-31".',
  ],
  'window-edge': () => [
    'Datoen eller perioden kan ikke læses.',
    'The date or period cannot be read.',
    'Skriv en dato "2026-01-31" eller en periode med fortegn "-P24M", "+P1M", "P0D".',
    'Write a date "2026-01-31" or a signed period "-P24M", "+P1M", "P0D".',
  ],
  'empty-window': () => [
    'Vinduet har hverken begyndelse eller slutning.',
    'The window has neither a beginning nor an end.',
    'Skriv "from", "to" eller begge, eller brug "ever".',
    'Write "from", "to" or both, or use "ever".',
  ],
  'window-order': () => [
    'Vinduet begynder, efter at det er slut.',
    'The window begins after its end.',
    'Byt om på "from" og "to".',
    'Swap "from" and "to".',
  ],
  'code-entry': ({ suggestions }) => [
    'Ingen kode kan se sådan ud, så her findes aldrig noget.',
    'No code can look like this, so nothing is ever found.',
    ...meant(
      suggestions,
      'Skriv én kode pr. led, fx "P70"; den dækker også koderne under den.',
      'Write one code per entry, e.g. "P70"; it covers the codes below it too.',
    ),
  ],
  'code-range': ({ suggestions }) => [
    'Kodeintervallet kan ikke bruges: enderne skal være lige lange, og den første må ikke komme efter den sidste.',
    'The code range cannot be used: its ends must be of one length, and the first not after the last.',
    ...meant(suggestions, 'Skriv fx "L72-L76".', 'Write e.g. "L72-L76".'),
  ],
  'code-shape': ({ system, code, suggestions }) => [
    `"${say(code)}" ligner ingen kode i ${say(system)}, så her findes måske intet.`,
    `"${say(code)}" looks like no code of ${say(system)}, so perhaps nothing is found.`,
    ...meant(
      suggestions,
      'Se efter, om koden er skrevet rigtigt, og om den hører til et andet kodesystem.',
      'See whether the code is written right, and whether it belongs to another code system.',
    ),
  ],
  'window-closed': ({ suggestion }) => [
    'Vinduet har ingen dage: uden "to" slutter det på opgørelsesdagen, og det begynder først efter den.',
    'The window has no days: without "to" it ends on the date of evaluation, and it begins only after it.',
    `Mente du "${say(suggestion)}"? Ellers skriv også "to".`,
    `Did you mean "${say(suggestion)}"? Else write "to" as well.`,
  ],
  'ages-apart': ({ min, max }) => [
    `Ingen er både mindst ${say(min)} og højst ${say(max)} gammel.`,
    `Nobody is both at least ${say(min)} and at most ${say(max)} old.`,
    'Mente du "any" i stedet for "all"? Ellers ret aldrene.',
    'Did you mean "any" instead of "all"? Else correct the ages.',
  ],
  'unit-missing': () => [
    'Grænsen har ingen enhed, så et svar i en anden enhed bedømmes forkert.',
    'The bound has no unit, so a result in another unit is judged wrongly.',
    'Skriv "unit", fx "mmol/L"; for en score eller et antal "1".',
    'Write "unit", e.g. "mmol/L"; for a score or a count "1".',
  ],
  'unknown-unit': ({ unit, suggestion }) => [
    `Enheden "${say(unit)}" findes ikke i tabellen, så kun svar i netop den kan bedømmes.`,
    `The unit "${say(unit)}" is not in the table, so only results in that very unit can be judged.`,
    ...(typeof suggestion === 'string'
      ? ([`Mente du "${suggestion}"?`, `Did you mean "${suggestion}"?`] as const)
      : ([
          'Se efter, om enheden er stavet, som laboratoriet gør.',
          'See whether the unit is spelt as the laboratory does.',
        ] as const)),
  ],
  'empty-range': () => [
    'Der mangler "min", "max" eller begge.',
    '"min", "max" or both are missing.',
    'Skriv mindst én af dem.',
    'Write at least one of them.',
  ],
  'test-person': () => [
    'En testpatient er opdigtet og har hverken cpr-nummer, navn, adresse eller telefon: profilen deles med andre.',
    'A test patient is made up, and has no CPR number, name, address or phone: the profile is shared with others.',
    'Fjern det; "title" siger, hvem testpatienten er.',
    'Remove it; "title" says who the test patient is.',
  ],
  'valid-order': () => [
    '"validFrom" er efter "validTo", så profilen aldrig gælder.',
    '"validFrom" is after "validTo", so the profile is never valid.',
    'Byt om på de to datoer.',
    'Swap the two dates.',
  ],
  'range-order': () => [
    '"min" er større end "max", så det kan aldrig være opfyldt.',
    '"min" is greater than "max", so it can never be met.',
    'Byt om på de to tal.',
    'Swap the two numbers.',
  ],
  'always-true': () => [
    'Kriteriet er altid opfyldt og siger derfor intet.',
    'The criterion is always met and so says nothing.',
    'Fjern det, eller sæt en grænse, som ikke alle opfylder.',
    'Remove it, or set a limit that not everyone meets.',
  ],
  'never-true': () => [
    'Kriteriet kan aldrig være opfyldt.',
    'The criterion can never be met.',
    'Ret grænserne eller kriterierne, så de kan være opfyldt på samme tid.',
    'Correct the bounds or criteria so that they can be met together.',
  ],
  'never-plausible': () => [
    'Intet svar inden for "plausible" kan opfylde grænserne.',
    'No result within "plausible" can meet the bounds.',
    'Ret grænserne, eller gør "plausible" videre.',
    'Correct the bounds, or widen "plausible".',
  ],
  'empty-value': () => [
    'Værdien har ingen grænse.',
    'The value has no bound.',
    'Skriv "above", "atLeast", "below" eller "atMost".',
    'Write "above", "atLeast", "below" or "atMost".',
  ],
  'two-bounds': () => [
    'Samme side har to grænser.',
    'The same side has two bounds.',
    'Vælg enten "above" eller "atLeast", og enten "below" eller "atMost".',
    'Choose either "above" or "atLeast", and either "below" or "atMost".',
  ],
  'lasting-count': () => [
    '"lasting" og "count" kan kun bruges sammen, hvor "episodes" tæller forløb.',
    '"lasting" and "count" can be used together only where "episodes" counts runs.',
    'Tilføj "episodes", eller fjern den ene.',
    'Add "episodes", or remove one.',
  ],
  'empty-lengths': () => [
    'Der mangler "atLeast", "atMost" eller begge.',
    '"atLeast", "atMost" or both are missing.',
    'Skriv mindst én af dem, fx {"atMost": "P21D"}.',
    'Write at least one of them, e.g. {"atMost": "P21D"}.',
  ],
  'lengths-order': () => [
    '"atMost" er kortere end "atLeast" eller end en dag, så det kan aldrig være opfyldt.',
    '"atMost" is shorter than "atLeast" or than a day, so it can never be met.',
    'Byt om på de to perioder, eller ret dem.',
    'Swap the two periods, or correct them.',
  ],
  'episodes-gap': () => [
    '"gap" ved siden af "episodes" siger intet: pausen står i "episodes".',
    '"gap" beside "episodes" says nothing: the pause stands in "episodes".',
    'Skriv "episodes": {"gap": …}.',
    'Write "episodes": {"gap": …}.',
  ],
  'episodes-apart': () => [
    '"episodes" og "apart" kan ikke bruges sammen.',
    '"episodes" and "apart" cannot be used together.',
    'Fjern den ene: "gap" siger, hvor langt forløb er fra hinanden.',
    'Remove one: "gap" says how far runs are from one another.',
  ],
  'episodes-distinct': () => [
    '"episodes" og "distinct" kan ikke bruges sammen.',
    '"episodes" and "distinct" cannot be used together.',
    'Fjern den ene, eller sæt to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".',
  ],
  'lasting-distinct': () => [
    '"lasting" og "distinct" kan ikke bruges sammen.',
    '"lasting" and "distinct" cannot be used together.',
    'Fjern den ene, eller sæt to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".',
  ],
  'first-window': () => [
    '"first" mangler "when": hvornår det nye skal være begyndt.',
    '"first" lacks "when": when what is new is to have begun.',
    'Skriv fx "when": {"last": "P1Y"}.',
    'Write for example "when": {"last": "P1Y"}.',
  ],
  'first-alone': () => [
    '"first" kan ikke bruges sammen med "lasting", "distinct", "episodes" eller "apart".',
    '"first" cannot be used together with "lasting", "distinct", "episodes" or "apart".',
    'Fjern den ene, eller sæt to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".',
  ],
  'gap-alone': () => [
    '"gap" betyder kun noget sammen med "lasting" (i "episodes" står det for sig).',
    '"gap" means something only together with "lasting" (in "episodes" it stands by itself).',
    'Tilføj "lasting", eller fjern "gap".',
    'Add "lasting", or remove "gap".',
  ],
  'anchor-end': () => [
    '"at": "end" findes kun for diagnoser, medicin og forløbsplaner: andet har én dag.',
    '"at": "end" is of diagnoses, medication and care plans only: anything else has one day.',
    'Fjern "at".',
    'Remove "at".',
  ],
  'apart-short': () => [
    '"apart" er mindre end en dag, så det siger intet.',
    '"apart" is less than a day, so it says nothing.',
    'Skriv fx "P90D", eller fjern "apart".',
    'Write e.g. "P90D", or remove "apart".',
  ],
  'apart-distinct': () => [
    '"apart" og "distinct" kan ikke bruges sammen.',
    '"apart" and "distinct" cannot be used together.',
    'Fjern den ene, eller sæt to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".',
  ],
  'pick-count': () => [
    '"pick" vælger én prøve, så "count" kan ikke bruges.',
    '"pick" chooses one result, so "count" cannot be used.',
    'Fjern "count", eller brug "pick": "any".',
    'Remove "count", or use "pick": "any".',
  ],
  'pick-value': () => [
    '"pick" vælger en prøve, men der mangler en "value" at bedømme den med.',
    '"pick" chooses a result, but there is no "value" to judge it by.',
    'Tilføj "value", eller fjern "pick".',
    'Add "value", or remove "pick".',
  ],
  'prefer-latest': () => [
    '"prefer" betyder kun noget sammen med "pick": "latest".',
    '"prefer" means something only together with "pick": "latest".',
    'Skriv "pick": "latest", eller brug "codes" i stedet for "prefer".',
    'Write "pick": "latest", or use "codes" in place of "prefer".',
  ],
  'prefer-codes': () => [
    '"prefer" og "codes" kan ikke bruges sammen.',
    '"prefer" and "codes" cannot be used together.',
    'Skriv alle kodesæt i "prefer", det foretrukne først, og fjern "codes".',
    'Write all code sets in "prefer", the preferred one first, and remove "codes".',
  ],
  'prefer-window': () => [
    '"prefer" kræver et vindue med en begyndelse: ellers bedømmes et gammelt svar før et nyt.',
    '"prefer" needs a window with a beginning: else an old result is judged before a new one.',
    'Skriv "when", fx {"last": "P12M"}.',
    'Write "when", e.g. {"last": "P12M"}.',
  ],
  'pick-text': () => [
    'En tekst er hverken højest eller lavest.',
    'A text is neither highest nor lowest.',
    'Angiv grænser i "value", eller brug "pick": "latest".',
    'Give bounds in "value", or use "pick": "latest".',
  ],
  'empty-patient': () => [
    'Der spørges ikke om noget ved patienten.',
    'Nothing is asked of the patient.',
    'Tilføj fx "age" eller "sex".',
    'Add e.g. "age" or "sex".',
  ],
  'at-least-more': () => [
    'Der kræves flere opfyldte kriterier, end der er.',
    'More criteria are required to be met than there are.',
    'Sænk "atLeast", eller tilføj kriterier i "of".',
    'Lower "atLeast", or add criteria to "of".',
  ],
  'two-criteria': ({ keys }) => [
    `Et kriterium har netop én nøgle; her er ${list(keys)}.`,
    `A criterion has exactly one key; here are ${list(keys)}.`,
    'Sæt dem sammen med "all" eller "any".',
    'Join them with "all" or "any".',
  ],
  'no-criterion': () => [
    'Kriteriet er tomt.',
    'The criterion is empty.',
    'Skriv fx {"diagnosis": {"codes": …}}.',
    'Write e.g. {"diagnosis": {"codes": …}}.',
  ],
  'uncoded-codes': () => [
    '"uncoded" siger, at koder mangler, men her er koder.',
    '"uncoded" says that codes are missing, but there are codes here.',
    'Fjern den ene.',
    'Remove one of them.',
  ],
  'plausible-strength': () => [
    '"plausible" hører til prøvesvar, ikke til styrken af medicin.',
    '"plausible" belongs to results, not to the strength of a medicine.',
    'Fjern "plausible".',
    'Remove "plausible".',
  ],
  'field-type': () => [
    'Punktet spørger om et felt, som dets type ikke har.',
    'The item asks for a field that its type does not have.',
    '"product" og "strength" hører til medicin, "specialty" til ydelser, "status" til aftaler og henvisninger.',
    '"product" and "strength" belong to medication, "specialty" to services, "status" to appointments and referrals.',
  ],
  'trend-type': () => [
    'Kun prøver kan vises som en udvikling.',
    'Only results can be shown as a trend.',
    'Brug "list", "latest", "count" eller "next".',
    'Use "list", "latest", "count" or "next".',
  ],
  'duplicate-id': ({ id, first }) => [
    `Id'et "${say(id)}" er allerede brugt i ${say(first)}.`,
    `The id "${say(id)}" is already used in ${say(first)}.`,
    'Giv den ene et andet id.',
    'Give one of them another id.',
  ],
  'unknown-codes': ({ name, names, suggestion }) => [
    `Kodesættet "${say(name)}" findes ikke i profilens "codes".`,
    `The code set "${say(name)}" is not in the profile’s "codes".`,
    typeof suggestion === 'string'
      ? `Mente du "${suggestion}"?`
      : `Tilføj det${list(names) && `, eller brug et af ${list(names)}`}.`,
    typeof suggestion === 'string'
      ? `Did you mean "${suggestion}"?`
      : `Add it${list(names) && `, or use one of ${list(names)}`}.`,
  ],
  'unknown-placeholder': ({ name, names, line, suggestion }) => [
    `Linje ${say(line)}: "{${say(name)}}" er ikke et flettefelt.`,
    `Line ${say(line)}: "{${say(name)}}" is no placeholder that can be filled in.`,
    typeof suggestion === 'string' ? `Mente du "{${suggestion}}"?` : `Brug et af ${list(names)}.`,
    typeof suggestion === 'string'
      ? `Did you mean "{${suggestion}}"?`
      : `Use one of ${list(names)}.`,
  ],
  'distinct-system': ({ system }) => [
    `"distinct" tæller ATC-niveauer, men koderne er i ${say(system)}.`,
    `"distinct" counts ATC levels, but the codes are in ${say(system)}.`,
    'Brug ATC-koder, eller fjern "distinct".',
    'Use ATC codes, or remove "distinct".',
  ],
};

/** Of what has no words of its own. */
const general: Words = [
  'Værdien kan ikke bruges.',
  'The value cannot be used.',
  'Se formatets beskrivelse (profile.schema.json).',
  'See the format’s description (profile.schema.json).',
];
