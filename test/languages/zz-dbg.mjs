// fixtures/clinic/days.ts
import { getDay } from "date-fns/getDay";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { setMonth } from "date-fns/setMonth";
import { startOfWeek } from "date-fns/startOfWeek";

// src/record/days.ts
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { addYears } from "date-fns/addYears";
import { daysInYear, millisecondsInDay } from "date-fns/constants";
import { formatISO } from "date-fns/formatISO";
import { getDate } from "date-fns/getDate";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { parseISO } from "date-fns/parseISO";
import { toDate } from "date-fns/toDate";
var openStart = -2147483648;
function dayOf(text2) {
  if (text2.length !== 10 || text2.charCodeAt(4) !== hyphen || text2.charCodeAt(7) !== hyphen)
    return NaN;
  const month2 = 100 * (100 * twoDigits(text2, 0) + twoDigits(text2, 2)) + twoDigits(text2, 5);
  const date = twoDigits(text2, 8);
  if (!(month2 >= 0 && date >= 1)) return NaN;
  const slot = month2 & slots - 1;
  if (months[slot] !== month2) readMonth(month2, slot);
  return date <= lengths[slot] ? starts[slot] + date - 1 : NaN;
}
function dateOf(day) {
  return textByDay.get(day) ?? keep(textByDay, day, formatISO(utcDate(day), { representation: "date" }));
}
function addToDay(day, period, sign = 1) {
  if (period.years === 0 && period.months === 0)
    return withinCalendar(day + sign * (7 * period.weeks + period.days));
  const tables = sign === 1 ? daysAfter : daysBefore;
  let sums = tables.get(period);
  if (!sums) {
    sums = /* @__PURE__ */ new Map();
    tables.set(period, sums);
  }
  return sums.get(day) ?? keep(sums, day, add(day, period, sign));
}
function yearsBetween(born, on) {
  const years2 = Math.round((on - born) / daysInYear);
  return born <= latestBirth(years2, on) ? years2 : years2 - 1;
}
function latestBirth(years2, on) {
  if (on !== birthsOn) {
    birthsOn = on;
    latestBirths.clear();
  }
  let birth = latestBirths.get(years2);
  if (birth === void 0) {
    const day = dayFrom(addYears(utcDate(on), -years2));
    latestBirths.set(years2, birth = day >= firstDay ? withinCalendar(day) : openStart);
  }
  return birth;
}
var mostKept = 15e3;
var textByDay = /* @__PURE__ */ new Map();
var daysAfter = /* @__PURE__ */ new WeakMap();
var daysBefore = /* @__PURE__ */ new WeakMap();
var latestBirths = /* @__PURE__ */ new Map();
var birthsOn = openStart;
function keep(table, key, value) {
  if (table.size >= mostKept) table.clear();
  table.set(key, value);
  return value;
}
var hyphen = "-".charCodeAt(0);
var zero = "0".charCodeAt(0);
function twoDigits(text2, at) {
  const tens = text2.charCodeAt(at) - zero;
  const ones = text2.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}
var slots = 16384;
var months = new Int32Array(slots).fill(-1);
var starts = new Int32Array(slots);
var lengths = new Uint8Array(slots);
function readMonth(month2, slot) {
  const digits = String(month2).padStart(6, "0");
  const start = parseISO(`${digits.slice(0, 4)}-${digits.slice(4)}-01`, { in: utc });
  const exists = month2 >= 100 && !Number.isNaN(start.getTime());
  months[slot] = month2;
  starts[slot] = exists ? dayFrom(start) : 0;
  lengths[slot] = exists ? getDaysInMonth(start) : 0;
}
function add(day, { years: years2, months: months2, weeks, days }, sign) {
  const year = addYears(utcDate(day), sign * years2);
  const month2 = addMonths(year, sign * months2);
  const moved = dayFrom(addDays(month2, sign * (7 * weeks + days)));
  if (Number.isNaN(moved)) return sign === 1 ? lastDay : firstDay;
  return withinCalendar(moved);
}
function withinCalendar(day) {
  return Math.min(lastDay, Math.max(firstDay, day));
}
var utc = (value) => new UTCDateMini(+toDate(value));
function utcDate(day) {
  return new UTCDateMini(day * millisecondsInDay);
}
function dayFrom(date) {
  return date.getTime() / millisecondsInDay;
}
var firstDay = dayOf("0001-01-01");
var lastDay = dayOf("9999-12-31");

// fixtures/clinic/days.ts
var weekdays = /* @__PURE__ */ new Map();
function weekday(day) {
  let found = weekdays.get(day);
  if (found === void 0) weekdays.set(day, found = getDay(utcDate(day)));
  return found;
}
function nextWorkingDay(day) {
  return day + ({ 0: 1, 6: 2 }[weekday(day)] ?? 0);
}
function lastWorkingDay(day) {
  return day - ({ 0: 2, 6: 1 }[weekday(day)] ?? 0);
}
var offsets = /* @__PURE__ */ new Map();
function danishOffset(date) {
  let offset = offsets.get(date);
  if (offset === void 0) {
    const day = dayOf(date);
    const isSummer = day >= lastSunday(day, 2) && day < lastSunday(day, 9);
    offsets.set(date, offset = isSummer ? "+02:00" : "+01:00");
  }
  return offset;
}
function lastSunday(day, month2) {
  const end = lastDayOfMonth(setMonth(utcDate(day), month2));
  return dayFrom(startOfWeek(end, { weekStartsOn: 0 }));
}

// fixtures/clinic/description.ts
var sources = {
  journal: "Journal",
  medication: "FMK",
  laboratory: "Laboratorieportalen",
  hospital: "LPR3",
  municipality: "Kommune",
  vaccination: "DDV"
};
var yearsCovered = 15;
var hospitalLag = 9;
function describeClinic(asOf, patients2) {
  const updated = `${asOf}T08:14:00${danishOffset(asOf)}`;
  const from = `${Number(asOf.slice(0, 4)) - yearsCovered}-01-01`;
  const covered = (source3) => ({ available: true, from, source: source3, updated });
  const earlier = dateOf(dayOf(asOf) - hospitalLag);
  const hospitalUpdated = `${earlier}T03:00:00${danishOffset(earlier)}`;
  return {
    name: "L\xE6gehuset Eksempelvej",
    patients: patients2,
    coverage: {
      patient: { available: true, source: sources.journal, updated },
      diagnosis: covered(sources.journal),
      medication: covered(sources.medication),
      result: covered(sources.laboratory),
      service: covered(sources.journal),
      appointment: covered(sources.journal),
      referral: covered(sources.journal),
      letter: { ...covered(sources.hospital), updated: hospitalUpdated },
      vaccination: covered(sources.vaccination),
      carePlan: covered(sources.journal),
      note: covered(sources.journal),
      correspondence: covered(sources.journal)
    },
    sources: [
      {
        id: sources.journal,
        title: { da: "Journal", en: "Journal" },
        types: [
          "patient",
          "diagnosis",
          "service",
          "appointment",
          "referral",
          "carePlan",
          "note",
          "correspondence"
        ],
        available: true,
        updated
      },
      {
        id: sources.medication,
        title: { da: "FMK", en: "FMK" },
        types: ["medication"],
        available: true,
        updated
      },
      {
        id: sources.laboratory,
        title: { da: "Laboratorieportalen", en: "Laboratory portal" },
        types: ["result"],
        available: true,
        updated
      },
      {
        id: sources.hospital,
        title: { da: "Sygehus (LPR3)", en: "Hospital (LPR3)" },
        types: ["diagnosis", "referral", "letter"],
        available: true,
        updated: hospitalUpdated
      },
      {
        id: sources.vaccination,
        title: { da: "Vaccinationsregisteret (DDV)", en: "Vaccination register (DDV)" },
        types: ["vaccination"],
        available: true,
        updated
      },
      {
        id: sources.municipality,
        title: { da: "Kommune", en: "Municipality" },
        types: [],
        gives: { da: "plejeydelser", en: "care services" },
        available: false
      }
    ]
  };
}

// fixtures/clinic/edge.ts
function edgePatients(today) {
  const ago = (days) => dateOf(today - days);
  const dementia = { code: "P70", text: "Demens", from: ago(900) };
  const person = (id2, name, cpr, birthDate, sex = "female") => ({
    id: `edge-${id2}`,
    name,
    cpr,
    birthDate,
    sex,
    address: "Kantvej 1",
    postalCode: "0091",
    city: "Eksempelby",
    municipality: "0991",
    insuranceGroup: 1,
    practitioner: "AB"
  });
  const nothing = {
    diagnoses: [],
    medications: [],
    results: [],
    services: [],
    appointments: [],
    referrals: [],
    letters: []
  };
  return [
    {
      label: "medication source missing: cannot be decided",
      records: {
        ...nothing,
        patient: person("no-medication", "Mona Manglende", "0101401000", "1940-01-01"),
        coverage: { medication: { available: false, source: "FMK" } }
      }
    },
    {
      label: "diagnosis source missing and lists left out: cannot be decided",
      records: {
        patient: person("no-lists", "Ib Uoplyst", "0201421003", "1942-01-02", "male"),
        medications: [],
        results: [],
        coverage: { diagnosis: { available: false, source: "Journal" } }
      }
    },
    {
      label: "a diagnosis with an impossible date: cannot be decided",
      records: {
        ...nothing,
        patient: person("bad-date", "Dora Datofejl", "0301381004", "1938-01-03"),
        diagnoses: [{ code: "P70", text: "Demens", from: "2024-02-30" }]
      }
    },
    {
      label: "an empty code and a record that is no record, beside a readable one",
      records: {
        ...nothing,
        patient: person("bad-records", "Tom Tomkode", "0401391005", "1939-01-04", "male"),
        diagnoses: [dementia, { code: " ", from: ago(10) }, 42]
      }
    },
    {
      label: "result in an odd unit, a limit, a text, and one dated ahead",
      records: {
        ...nothing,
        patient: person("odd-results", "Ulla Underenhed", "0501411006", "1941-01-05"),
        diagnoses: [dementia],
        results: [
          { code: "MCS88042", text: "MMSE", at: ago(400), value: 21, unit: "point" },
          { code: "MCS88042", text: "MMSE", at: ago(200), value: 66, unit: "%" },
          { code: "NPU27300", text: "HbA1c (IFCC)", at: ago(100), value: "h\xE6molyse" },
          {
            code: "DNK35302",
            text: "eGFR",
            at: ago(90),
            value: 90,
            comparator: ">",
            unit: "mL/min"
          },
          { code: "MCS88042", text: "MMSE", at: ago(-30), value: 12, unit: "point" }
        ]
      }
    },
    {
      label: "died last month: out, whatever the criteria say",
      records: {
        ...nothing,
        patient: {
          ...person("dead", "Svend Salig", "0601361007", "1936-01-06", "male"),
          deceased: ago(30)
        },
        diagnoses: [dementia]
      }
    },
    {
      label: "an unreadable date of death: cannot be decided",
      records: {
        ...nothing,
        patient: {
          ...person("death-unreadable", "Vera Vished", "0701371008", "1937-01-07"),
          deceased: "31/12/2025"
        },
        diagnoses: [dementia]
      }
    },
    {
      label: "moved to another municipality, without address",
      records: {
        ...nothing,
        patient: {
          id: "edge-moved",
          name: "Flemming Flyttet",
          cpr: "0801431009",
          birthDate: "1943-01-08",
          sex: "male",
          municipality: "0999"
        },
        diagnoses: [{ ...dementia, from: ago(300) }]
      }
    },
    {
      label: "a very long name",
      records: {
        ...nothing,
        patient: person(
          "long-name",
          "Anna-Margrethe Wilhelmine Christiane Dorothea Pr\xF8vemann-Eksempelsen af Skabelonborg-T\xE6nktestein",
          "0901441010",
          "1944-01-09"
        ),
        diagnoses: [dementia]
      }
    },
    {
      label: "letters from elsewhere, and right to left",
      records: {
        ...nothing,
        patient: person("letters", "\u0141ucja \xC7elik-\xD1and\xFA \u0641\u0627\u0637\u0645\u0629", "1001451012", "1945-01-10"),
        diagnoses: [dementia]
      }
    },
    {
      label: "markup in a name and in a medicine: text, never markup",
      records: {
        ...nothing,
        patient: person("markup", "<b>Fed</b> Testesen", "1101461015", "1946-01-11", "male"),
        diagnoses: [{ ...dementia, text: "<img src=x onerror=alert(1)>" }],
        medications: [
          { code: "N05AH04", text: "<i>Quetiapin</i> 25 mg", from: ago(120), source: "FMK" }
        ],
        letters: [
          {
            at: ago(40),
            text: "<b>Udskrivning</b>",
            from: "<i>Medicinsk</i> afdeling",
            body: '<script>alert(1)</script>\n\nPlan: <a href="javascript:alert(2)">se her</a>.',
            source: sources.hospital
          }
        ]
      }
    },
    {
      label: "a replacement CPR number",
      records: {
        ...nothing,
        patient: person("replacement", "Erna Erstatning", "610147AAA2", "1947-01-01"),
        diagnoses: [dementia]
      }
    },
    {
      label: "neither CPR number nor birth date nor sex",
      records: {
        ...nothing,
        patient: {
          id: "edge-unknown",
          name: "Ukendt Uoplyst",
          sex: "unknown",
          birthDate: void 0
        },
        diagnoses: [dementia]
      }
    },
    {
      label: "a cancelled appointment, referral and letter only: there is none",
      records: {
        ...nothing,
        patient: person("cancelled", "Aase Aflyst", "1201481014", "1948-01-12"),
        diagnoses: [dementia],
        appointments: [{ at: `${ago(-10)}T10:15`, text: "\xC5rskontrol", status: "cancelled" }],
        referrals: [{ at: ago(20), text: "Demensudredning", status: "cancelled" }],
        letters: [{ at: ago(30), text: "Ambulant kontrol", status: "cancelled" }]
      }
    },
    {
      label: "result source missing: a member whose markers of tests cannot be decided",
      records: {
        patient: person("no-results", "Ruth Resultatl\xF8s", "1301421017", "1942-01-13", "male"),
        diagnoses: [dementia],
        medications: [],
        coverage: { result: { available: false, source: sources.laboratory } }
      }
    },
    {
      label: "a name that a spreadsheet would take for a formula",
      records: {
        ...nothing,
        patient: person("formula", "=1+1 Testesen", "1401391020", "1939-01-14"),
        diagnoses: [{ ...dementia, text: "@SUM(A1:A9)" }]
      }
    },
    {
      label: "one of two of the same name, address and birth date",
      records: {
        ...nothing,
        patient: person("namesake-1", "Ellen Eksempel", "1501401016", "1940-01-15"),
        diagnoses: [dementia]
      }
    },
    {
      label: "the other of two of the same name, address and birth date",
      records: {
        ...nothing,
        patient: person("namesake-2", "Ellen Eksempel", "1501401024", "1940-01-15"),
        diagnoses: [dementia],
        medications: [{ code: "N05BA04", text: "Oxazepam 15 mg", dose: "pn.", from: ago(40) }]
      }
    },
    {
      label: "medicine against dementia that ended yesterday, and some that begins tomorrow: out",
      records: {
        ...nothing,
        patient: person("not-now", "Gunnar Gr\xE6nsedag", "1601411023", "1941-01-16", "male"),
        medications: [
          { code: "N06DA02", text: "Donepezil 10 mg", from: ago(300), to: ago(1) },
          { code: "N06DX01", text: "Memantin 10 mg", from: ago(-1) }
        ]
      }
    },
    {
      label: "medicine against dementia that ends today: in, for the last day",
      records: {
        ...nothing,
        patient: person("last-day", "Inger Idag", "1701431018", "1943-01-17"),
        medications: [{ code: "N06DA02", text: "Donepezil 10 mg", from: ago(300), to: ago(0) }]
      }
    },
    {
      label: "results below and above what can be measured, a unit of its own, dates with hours",
      records: {
        ...nothing,
        patient: person("limits", "Lis Lavgr\xE6nse", "1801501020", "1950-01-18"),
        results: [
          { code: "NPU19748", text: "CRP", at: ago(9), value: 5, comparator: "<", unit: "mg/L" },
          { code: "NPU27300", text: "HbA1c", at: ago(8), value: 200, comparator: ">=" },
          { code: "NPU27300", text: "HbA1c", at: ago(7), value: 6.5, unit: "%" },
          {
            code: "NPU03230",
            text: "Kalium",
            at: `${ago(6)}T23:30:00+01:00`,
            value: 4.1,
            unit: "mmol/L"
          }
        ]
      }
    },
    {
      label: "a birth date that no calendar has, and a list that is no list",
      records: {
        ...nothing,
        patient: person("bad-birth", "Kaj Kalenderfejl", "1901511017", "1951-13-45", "male"),
        services: "ingen"
      }
    },
    {
      label: "born today",
      records: {
        ...nothing,
        patient: {
          id: "edge-newborn",
          name: "Nyf\xF8dt Testesen",
          birthDate: ago(0),
          sex: "female",
          address: "Kantvej 1",
          postalCode: "0091",
          city: "Eksempelby",
          municipality: "0991"
        }
      }
    },
    {
      label: "a long life in records: five hundred results",
      records: {
        ...nothing,
        patient: person("many", "Otto Omfangsrig", "2001201021", "1920-01-20", "male"),
        results: Array.from({ length: 500 }, (_, index) => ({
          code: "DNK05472",
          text: "Blodtryk systolisk",
          at: ago(4 * (500 - index)),
          value: 120 + index * 7 % 40,
          unit: "mmHg",
          high: 135,
          source: sources.laboratory
        }))
      }
    }
  ];
}

// fixtures/clinic/population.ts
var ageGroups = [
  { from: 0, share: 51, women: 49 },
  { from: 5, share: 51, women: 49 },
  { from: 10, share: 56, women: 49 },
  { from: 15, share: 58, women: 49 },
  { from: 20, share: 62, women: 49 },
  { from: 25, share: 68, women: 49 },
  { from: 30, share: 68, women: 49 },
  { from: 35, share: 60, women: 49 },
  { from: 40, share: 57, women: 50 },
  { from: 45, share: 62, women: 50 },
  { from: 50, share: 65, women: 50 },
  { from: 55, share: 69, women: 50 },
  { from: 60, share: 63, women: 50 },
  { from: 65, share: 56, women: 51 },
  { from: 70, share: 51, women: 52 },
  { from: 75, share: 48, women: 53 },
  { from: 80, share: 31, women: 55 },
  { from: 85, share: 16, women: 60 },
  { from: 90, share: 8, women: 69 }
];
var weightedGroups = ageGroups.map((group) => [group, group.share]);
function drawAgeAndSex(random) {
  const group = random.weighted(weightedGroups);
  const years2 = group.from === 90 ? Math.min(random.whole(0, 9), random.whole(0, 9)) : random.whole(0, 4);
  return { age: group.from + years2, sex: random.chance(group.women / 100) ? "female" : "male" };
}
function atAge(table, age) {
  let value = 0;
  for (const [from, each] of table) if (age >= from) value = each;
  return value;
}

// fixtures/clinic/households.ts
var wantsPartner = [
  [18, 0.15],
  [25, 0.5],
  [30, 0.68],
  [75, 0.58],
  [85, 0.35]
];
var largestAgeGap = 6;
var mostChildren = 4;
var youngestParent = 22;
var oldestParent = 40;
function formHouseholds(people, random) {
  const adults = people.filter(({ age }) => age >= 18);
  const children = people.filter(({ age }) => age < 18);
  const homes = pairUp(adults, random);
  const families = byAgeOfYoungest(homes, random);
  for (const child of children) {
    const family = findParents(families, child.age, random);
    if (family) family.push(child);
    else homes.push([child]);
  }
  return homes;
}
function pairUp(adults, random) {
  const homes = [];
  const looking = { female: /* @__PURE__ */ new Map(), male: /* @__PURE__ */ new Map() };
  for (const adult of adults) {
    const wants = random.chance(atAge(wantsPartner, adult.age));
    const shared = wants ? nearest(looking[adult.sex === "female" ? "male" : "female"], adult.age)?.pop() : void 0;
    if (shared) {
      shared.push(adult);
      continue;
    }
    const home = [adult];
    homes.push(home);
    if (wants) addTo(looking[adult.sex], adult.age, home);
  }
  return homes;
}
function nearest(homes, age) {
  for (let gap = 0; gap <= largestAgeGap; gap++)
    for (const near of [age + gap, age - gap]) {
      const found = homes.get(near);
      if (found && found.length > 0) return found;
    }
  return void 0;
}
function byAgeOfYoungest(homes, random) {
  const families = /* @__PURE__ */ new Map();
  for (const home of homes) {
    const age = Math.min(...home.map((each) => each.age));
    if (home.length > 1 || random.chance(0.2)) addTo(families, age, home);
  }
  return families;
}
function findParents(families, age, random) {
  for (let attempt = 0; attempt < 8; attempt++) {
    const candidates = families.get(age + random.whole(youngestParent, oldestParent));
    if (!candidates) continue;
    const family = random.pick(candidates);
    const children = family.filter((each) => each.age < 18).length;
    if (children < mostChildren && !random.chance(children / mostChildren)) return family;
  }
  return void 0;
}
function addTo(homes, age, home) {
  const there = homes.get(age);
  if (there) there.push(home);
  else homes.set(age, [home]);
}

// src/record/calendar.ts
import { eachYearOfInterval } from "date-fns/eachYearOfInterval";
function isCalendarDate(text2) {
  return typeof text2 === "string" && !Number.isNaN(dayOf(text2));
}
function readDate(text2) {
  const trimmed = text2.trim();
  const date = trimmed.slice(0, 10);
  if (!isCalendarDate(date)) return void 0;
  if (trimmed.length === 10) return { date };
  const time = timeOf(trimmed);
  return time === void 0 ? void 0 : { date, time };
}
function timeOf(dateTime) {
  const [, time, seconds = "00"] = localTime.exec(dateTime.slice(10)) ?? [];
  return time === void 0 || seconds === "00" ? time : `${time}:${seconds}`;
}
var localTime = /^[T ]((?:[01]\d|2[0-3]):[0-5]\d|24:00)(?::([0-5]\d)(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;
function addPeriod(date, period) {
  return dateOf(addToDay(dayOf(date), period));
}
function subtractPeriod(date, period) {
  return dateOf(addToDay(dayOf(date), period, -1));
}
function nextDay(date) {
  return dateOf(addToDay(dayOf(date), oneDay));
}
function previousDay(date) {
  return dateOf(addToDay(dayOf(date), oneDay, -1));
}
var oneDay = { years: 0, months: 0, weeks: 0, days: 1 };
function completedYears(birthDate, on) {
  return yearsBetween(dayOf(birthDate), dayOf(on));
}

// src/record/period.ts
import { millisecondsInDay as millisecondsInDay2 } from "date-fns/constants";
import { milliseconds } from "date-fns/milliseconds";
var pattern = /^([+-])?P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;
function parsePeriod(text2) {
  const match = pattern.exec(text2);
  if (!match) return void 0;
  const [, sign, years2, months2, weeks, days] = match;
  const number = (digits) => Number(digits ?? 0);
  return {
    sign: sign === "-" ? -1 : 1,
    years: number(years2),
    months: number(months2),
    weeks: number(weeks),
    days: number(days)
  };
}

// src/record/normalize.ts
function normalize(text2) {
  return isNormal(text2) ? text2 : raise(withoutSpace(text2));
}
function isNormal(text2) {
  for (let at = 0; at < text2.length; at++) {
    const character = text2.charCodeAt(at);
    const isPlain = character >= 48 && character <= 57 || character >= 65 && character <= 90 || character === 45;
    if (!isPlain) return false;
  }
  return true;
}
function withoutSpace(text2) {
  return text2.replace(invisible, "").replace(dashes, "-");
}
var invisible = /[\p{White_Space}\p{Cf}\p{Cc}]+/gu;
var dashes = /[\p{Pd}\u2212]/gu;
function raise(text2) {
  const raised = text2.toUpperCase();
  return raised.length === text2.length ? raised : Array.from(text2, raiseOne).join("");
}
function raiseOne(letter) {
  const raised = letter.toUpperCase();
  return raised.length === letter.length ? raised : letter;
}

// src/record/systems.ts
var codeSystems = [
  {
    name: "ICPC-2",
    title: "ICPC-2",
    aliases: [
      "ICPC",
      "ICPC2",
      "ICPC-2-DK",
      "ICPC2-DK",
      "ICPC-2E",
      "ICPC2E",
      "ICPC-2-E",
      "ICPC2E-DK",
      "ICPC-DK-2",
      "1.2.208.176.2.31",
      "2.16.840.1.113883.6.139",
      "http://hl7.org/fhir/sid/icpc-2",
      "http://hl7.dk/fhir/core/CodeSystem/icpc2E-DK"
    ],
    source: "HL7 Denmark, DK Core (Condition; ICPC-2 DK); HL7 Terminology",
    isTree: true
  },
  {
    name: "ATC",
    title: "ATC",
    aliases: ["WHO-ATC", "2.16.840.1.113883.6.73", "http://www.whocc.no/atc"],
    source: "HL7 Terminology (WHO ATC)",
    isTree: true
  },
  {
    name: "NPU",
    title: "NPU",
    aliases: [
      "DNK",
      "MCS",
      "IUPAC",
      "1.2.208.176.2.1",
      "1.2.208.176.9.1",
      "1.2.208.184.100.8",
      "http://npu-terminology.org",
      "http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-observation-codes"
    ],
    source: "HL7 Terminology (NPU); MedCom, XDS metadata (NPU and MedCom analysis codes)"
  },
  {
    name: "ICD-10",
    title: "ICD-10",
    aliases: ["ICD10", "2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10"],
    source: "HL7 FHIR, code system registry (ICD-10 International)",
    isTree: true,
    dropsDots: true
  },
  {
    name: "SKS",
    title: "SKS",
    aliases: ["SKS-D", "SKSD", "1.2.208.176.2.4", "1.2.208.176.2.4.12"],
    source: "HL7 Denmark, DK Core (SKS, and SKS-D, its hierarchy of diagnoses)",
    isTree: true,
    dropsDots: true
  },
  {
    name: "YDELSE",
    title: "ydelse",
    aliases: ["YDELSER", "YDELSESKODE", "YDELSESKODER", "YDELSESNUMMER"],
    source: "Everyday names of the fee schedule of Danish general practice; it has no OID that we know of",
    hasRanges: true,
    digits: 4
  },
  {
    name: "LOCAL",
    title: "local",
    aliases: ["LOKAL", "LOKALT"],
    source: "The clinic\u2019s own codes"
  },
  {
    name: "LOINC",
    title: "LOINC",
    aliases: ["LN", "2.16.840.1.113883.6.1", "http://loinc.org"],
    source: "HL7 FHIR, code system registry (LOINC)"
  },
  {
    name: "SNOMEDCT",
    title: "SNOMED CT",
    aliases: ["SNOMED", "SNOMED-CT", "SCT", "2.16.840.1.113883.6.96", "http://snomed.info/sct"],
    source: "HL7 FHIR, code system registry (SNOMED CT)"
  }
];
function normalizeSystem(text2) {
  const name = normalize(text2);
  return systemsByName.get(name)?.name ?? name;
}
var systemsByName = new Map(
  codeSystems.flatMap(
    (system) => [system.name, ...system.aliases].flatMap(spellings).map((name) => [normalize(name), system])
  )
);
function spellings(alias) {
  if (/^\d+(\.\d+)+$/.test(alias)) return [alias, `urn:oid:${alias}`];
  const [, address] = /^http:(.*)$/.exec(alias) ?? [];
  if (address === void 0) return [alias];
  return ["http:", "https:"].flatMap(
    (scheme) => ["", "/"].map((end) => `${scheme}${address}${end}`)
  );
}

// src/record/types.ts
var recordKinds = {
  diagnosis: { list: "diagnoses", system: "ICPC-2", span: true },
  medication: { list: "medications", system: "ATC", span: true, uncoded: true },
  result: { list: "results", system: "NPU" },
  service: { list: "services", system: "YDELSE" },
  appointment: {
    list: "appointments",
    system: "LOCAL",
    statuses: ["booked", "attended", "missed", "cancelled"],
    uncoded: true
  },
  referral: {
    list: "referrals",
    system: "LOCAL",
    statuses: ["sent", "accepted", "completed", "cancelled"],
    uncoded: true
  },
  letter: {
    list: "letters",
    system: "LOCAL",
    statuses: ["preliminary", "final", "cancelled"],
    uncoded: true
  },
  vaccination: { list: "vaccinations", system: "ATC", seldom: true },
  carePlan: {
    list: "carePlans",
    system: "LOCAL",
    span: true,
    statuses: ["active", "completed", "cancelled"],
    uncoded: true,
    seldom: true
  },
  note: { list: "notes", system: "LOCAL", uncoded: true, seldom: true },
  correspondence: { list: "correspondence", system: "LOCAL", uncoded: true, seldom: true }
};
var recordTypes = Object.keys(recordKinds);
var dataTypes = ["patient", ...recordTypes];
var listNames = Object.fromEntries(
  recordTypes.map((type) => [type, recordKinds[type].list])
);

// src/record/coverage.ts
function freshUntil(coverage) {
  const read = readUpdate(coverage);
  if (!read) return void 0;
  const { updated, period } = read;
  const isFresh = (day2) => subtractPeriod(day2, period) <= updated;
  let day = addPeriod(updated, period);
  while (!isFresh(day)) day = previousDay(day);
  while (isFresh(nextDay(day)) && nextDay(day) > day) day = nextDay(day);
  return day;
}
function readUpdate({ updated, staleAfter }) {
  if (updated === void 0) return void 0;
  const date = readDate(updated)?.date;
  const period = staleAfter === void 0 ? month : parsePeriod(staleAfter);
  return date === void 0 || !period ? void 0 : { updated: date, period };
}
var month = { years: 0, months: 0, weeks: 0, days: 31 };

// fixtures/clinic/life.ts
var historyYears = 6;
function has(life, ...conditions3) {
  return conditions3.some((id2) => life.onset.has(id2));
}
function firstDay2({ birth, today }) {
  return Math.min(today, Math.max(birth + 1, today - historyYears * 365));
}
function dayBetween(random, earliest, latest) {
  return random.whole(Math.min(earliest, latest), latest);
}

// fixtures/clinic/random.ts
var Random = class {
  #state;
  constructor(seed) {
    let hash = 2166136261;
    for (let index = 0; index < seed.length; index++)
      hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
    this.#state = hash >>> 0;
  }
  /** A number from 0 up to, not including, 1 (mulberry32). */
  next() {
    this.#state = this.#state + 1831565813 >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ mixed >>> 15, mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  }
  /** A whole number from `low` to `high`, both included. */
  whole(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  /** True with this probability. */
  chance(probability) {
    return this.next() < probability;
  }
  pick(values) {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === void 0) throw new RangeError("Nothing to pick from.");
    return value;
  }
  /** One of the values, by weight. */
  weighted(entries) {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError("Nothing to pick from.");
  }
  /** About normal, by a sum of twelve: no platform functions. */
  about(mean, spread) {
    let sum = -6;
    for (let count = 0; count < 12; count++) sum += this.next();
    return mean + sum * spread;
  }
};

// fixtures/clinic/care-plans.ts
var plans = [
  { for: ["copd"], code: "KOL", text: "Forl\xF8bsplan for KOL" },
  { for: ["diabetes"], code: "DIABETES2", text: "Forl\xF8bsplan for type 2-diabetes" },
  { for: ["ihd", "infarction"], code: "IHS", text: "Forl\xF8bsplan for isk\xE6misk hjertesygdom" }
];
function carePlansOf(life, seed) {
  const random = new Random(`${seed}/care-plan/${life.patient.id}`);
  const { today, onset } = life;
  return plans.flatMap((plan) => {
    const began = Math.max(-Infinity, ...plan.for.map((id2) => onset.get(id2) ?? -Infinity));
    const [has2, ended, isKept] = [random.chance(0.72), random.chance(0.04), random.chance(0.75)];
    const created = lastWorkingDay(dayBetween(random, Math.max(began, firstDay2(life)), today - 1));
    const back2 = isKept ? random.whole(5, 380) : random.whole(420, 1200);
    if (began === -Infinity || !has2 || created <= began) return [];
    const to = ended ? Math.min(today - 1, created + random.whole(200, 900)) : void 0;
    const { code, text: text2 } = plan;
    return [
      {
        ...{ code, text: text2, from: dateOf(created) },
        maintained: dateOf(Math.max(created, lastWorkingDay((to ?? today) - back2))),
        status: to === void 0 ? "active" : "completed",
        ...to === void 0 ? {} : { to: dateOf(to) },
        source: sources.journal
      }
    ];
  });
}

// fixtures/clinic/conditions.ts
var conditions = [
  {
    id: "hypertension",
    code: "K86",
    text: "Hypertension ukompliceret",
    prevalence: [
      [30, 0.02],
      [40, 0.08],
      [50, 0.2],
      [60, 0.36],
      [70, 0.5],
      [80, 0.58]
    ]
  },
  {
    id: "diabetes",
    code: "T90",
    text: "Ikke-insulinkr\xE6vende diabetes",
    prevalence: [
      [30, 8e-3],
      [40, 0.025],
      [50, 0.06],
      [60, 0.11],
      [70, 0.15],
      [80, 0.15]
    ],
    women: 0.85,
    raisedBy: { hypertension: 1.5 }
  },
  {
    id: "copd",
    code: "R95",
    text: "Kronisk obstruktiv lungesygdom",
    prevalence: [
      [40, 0.012],
      [50, 0.04],
      [60, 0.08],
      [70, 0.12],
      [80, 0.12]
    ]
  },
  {
    id: "asthma",
    code: "R96",
    text: "Astma",
    prevalence: [
      [0, 0.05],
      [10, 0.08],
      [30, 0.06]
    ]
  },
  {
    id: "ihd",
    code: "K74",
    text: "Isk\xE6misk hjertesygdom med angina",
    prevalence: [
      [40, 3e-3],
      [50, 0.01],
      [60, 0.025],
      [70, 0.045],
      [80, 0.06]
    ],
    women: 0.7,
    raisedBy: { diabetes: 1.8, hypertension: 1.4 }
  },
  {
    id: "infarction",
    code: "K75",
    text: "Akut myokardieinfarkt",
    prevalence: [
      [40, 3e-3],
      [50, 0.01],
      [60, 0.022],
      [70, 0.035]
    ],
    women: 0.6,
    raisedBy: { diabetes: 1.6, hypertension: 1.4 }
  },
  {
    id: "silentIhd",
    code: "K76",
    text: "Isk\xE6misk hjertesygdom uden angina",
    prevalence: [
      [50, 6e-3],
      [60, 0.015],
      [70, 0.03],
      [80, 0.05]
    ],
    women: 0.75,
    raisedBy: { diabetes: 1.6, hypertension: 1.3 }
  },
  {
    id: "heartFailure",
    code: "K77",
    text: "Hjertesvigt",
    prevalence: [
      [50, 5e-3],
      [60, 0.015],
      [70, 0.035],
      [80, 0.09]
    ],
    raisedBy: { ihd: 3, infarction: 3 }
  },
  {
    id: "atrialFibrillation",
    code: "K78",
    text: "Atrieflimren/-flagren",
    prevalence: [
      [50, 8e-3],
      [60, 0.03],
      [70, 0.08],
      [80, 0.16]
    ],
    raisedBy: { hypertension: 1.3 }
  },
  {
    id: "kidney",
    code: "U99",
    text: "Kronisk nyresygdom",
    prevalence: [
      [50, 0.01],
      [60, 0.03],
      [70, 0.08],
      [80, 0.18]
    ],
    raisedBy: { diabetes: 1.8, hypertension: 1.4 }
  },
  {
    id: "osteoporosis",
    code: "L95",
    text: "Osteoporose",
    prevalence: [
      [50, 0.02],
      [60, 0.07],
      [70, 0.14],
      [80, 0.2]
    ],
    women: 1.6
  },
  {
    id: "depression",
    code: "P76",
    text: "Depression",
    passes: 0.45,
    prevalence: [
      [10, 0.02],
      [20, 0.06],
      [40, 0.08],
      [60, 0.07],
      [80, 0.1]
    ],
    women: 1.25
  },
  {
    id: "bipolar",
    code: "P73",
    text: "Maniodepressiv psykose",
    prevalence: [
      [20, 6e-3],
      [40, 8e-3]
    ]
  },
  {
    id: "schizophrenia",
    code: "P72",
    text: "Skizofreni",
    prevalence: [
      [20, 6e-3],
      [40, 7e-3]
    ]
  },
  {
    id: "anxiety",
    code: "P74",
    text: "Angst",
    passes: 0.45,
    prevalence: [
      [10, 0.02],
      [20, 0.05],
      [60, 0.03]
    ],
    women: 1.2
  },
  {
    id: "dementia",
    code: "P70",
    text: "Demens",
    prevalence: [
      [60, 6e-3],
      [70, 0.039],
      [80, 0.148],
      [90, 0.28]
    ],
    women: 1.08,
    longest: 6
  },
  {
    id: "memory",
    code: "P20",
    text: "Hukommelsesforstyrrelse",
    prevalence: [
      [60, 3e-3],
      [70, 9e-3],
      [80, 0.02]
    ],
    longest: 5,
    raisedBy: { dementia: 0.5 }
  },
  {
    // Far rarer than in life: the profile's table includes every P15, and the demo is about dementia.
    id: "alcoholBrain",
    code: "P15",
    text: "Kronisk alkoholmisbrug",
    prevalence: [
      [40, 6e-4],
      [60, 12e-4]
    ],
    women: 0.6
  },
  {
    id: "stroke",
    code: "K90",
    text: "Apopleksi",
    prevalence: [
      [50, 0.01],
      [60, 0.03],
      [70, 0.06],
      [80, 0.11]
    ],
    raisedBy: { atrialFibrillation: 1.8 }
  },
  {
    id: "hypothyroid",
    code: "T86",
    text: "Hypotyreose",
    prevalence: [
      [30, 0.015],
      [50, 0.04],
      [70, 0.06]
    ],
    women: 1.6
  },
  {
    id: "backPain",
    code: "L84",
    text: "Rygsyndrom uden smerteudstr\xE5ling",
    passes: 0.45,
    prevalence: [
      [20, 0.06],
      [40, 0.12],
      [60, 0.15]
    ]
  },
  {
    id: "kneeArthrosis",
    code: "L90",
    text: "Kn\xE6artrose",
    prevalence: [
      [50, 0.06],
      [60, 0.12],
      [70, 0.18]
    ],
    women: 1.1
  },
  {
    id: "prostateCancer",
    code: "Y77",
    text: "Prostatakr\xE6ft",
    prevalence: [
      [60, 0.015],
      [70, 0.04],
      [80, 0.06]
    ],
    women: 0
  },
  {
    id: "bowelCancer",
    code: "D75",
    text: "Kr\xE6ft i tyktarm/endetarm",
    prevalence: [
      [60, 8e-3],
      [70, 0.018]
    ]
  },
  {
    id: "skinCancer",
    code: "S77",
    text: "Hudkr\xE6ft",
    prevalence: [
      [50, 0.012],
      [60, 0.03],
      [75, 0.06]
    ]
  },
  {
    id: "overactiveThyroid",
    code: "T85",
    text: "Hypertyreose",
    prevalence: [
      [30, 5e-3],
      [60, 0.015]
    ],
    women: 1.5
  },
  {
    id: "gout",
    code: "T92",
    text: "Urinsyregigt",
    prevalence: [
      [50, 0.02],
      [70, 0.05]
    ],
    women: 0.5
  },
  {
    id: "lipids",
    code: "T93",
    text: "Hyperkolesterol\xE6mi",
    prevalence: [
      [40, 0.05],
      [60, 0.16]
    ]
  },
  {
    id: "parkinson",
    code: "N87",
    text: "Parkinsonisme",
    prevalence: [
      [60, 4e-3],
      [75, 0.012]
    ],
    women: 0.8
  },
  {
    id: "attention",
    code: "P81",
    text: "Hyperkinetisk forstyrrelse",
    prevalence: [
      [6, 0.03],
      [20, 0.025],
      [40, 0.01]
    ],
    women: 0.8
  },
  {
    id: "breastCancer",
    code: "X76",
    text: "Brystkr\xE6ft",
    prevalence: [
      [50, 0.02],
      [70, 0.04]
    ],
    // Men get none.
    women: 2
  },
  {
    id: "eczema",
    code: "S87",
    text: "Atopisk eksem",
    prevalence: [
      [0, 0.12],
      [10, 0.06],
      [30, 0.03]
    ]
  }
];
var ailments = [
  ["R74", "Akut \xF8vre luftvejsinfektion"],
  ["R78", "Akut bronkitis"],
  ["R81", "Lungebet\xE6ndelse"],
  ["U71", "Cystitis"],
  ["S74", "Dermatofytose"],
  ["H71", "Akut otitis media"],
  ["D73", "Gastroenteritis"],
  ["L81", "Muskelskade"],
  ["A04", "Tr\xE6thed"],
  ["R05", "Hoste"]
];

// fixtures/clinic/examinations.ts
var examinations = [
  ["BU1", "B\xF8rneunders\xF8gelse, 5 uger", 35],
  ["BU2", "B\xF8rneunders\xF8gelse, 5 m\xE5neder", 153],
  ["BU3", "B\xF8rneunders\xF8gelse, 12 m\xE5neder", 366],
  ["BU4", "B\xF8rneunders\xF8gelse, 2 \xE5r", 731],
  ["BU5", "B\xF8rneunders\xF8gelse, 3 \xE5r", 1096],
  ["BU6", "B\xF8rneunders\xF8gelse, 4 \xE5r", 1461],
  ["BU7", "B\xF8rneunders\xF8gelse, 5 \xE5r", 1827]
];
var back = 3 * 365;
function examinationsOf({ birth, today, patient }, seed) {
  const random = new Random(`${seed}/examinations/${patient.id}`);
  if (random.chance(0.04)) return [];
  return examinations.flatMap(([code, text2, age]) => {
    const day = lastWorkingDay(birth + age + random.whole(2, random.chance(0.15) ? 120 : 25));
    const isSkipped = random.chance(0.1);
    if (isSkipped || day > today || day < today - back) return [];
    return [{ code, text: text2, system: "local", at: dateOf(day) }];
  });
}

// fixtures/clinic/illness.ts
function fallIll(start, conditions3, before = /* @__PURE__ */ new Map()) {
  const onset = new Map(before);
  const life = { ...start, onset };
  const diagnoses = [];
  for (const condition of conditions3) {
    if (!life.random.chance(probabilityOf(condition, life))) continue;
    const { id: id2, code, text: text2, prevalence, longest = 20, passes = 0 } = condition;
    const [youngest = 0] = prevalence[0] ?? [];
    const earliest = Math.max(life.birth + Math.max(1, youngest * 365), life.today - longest * 365);
    const from = dayBetween(life.random, earliest, Math.max(life.birth, life.today - 30));
    onset.set(id2, from);
    const end = life.random.chance(passes) ? from + life.random.whole(120, 900) : Infinity;
    diagnoses.push({
      code,
      text: text2,
      from: dateOf(from),
      ...end < life.today ? { to: dateOf(end) } : {}
    });
  }
  return { onset, diagnoses };
}
function probabilityOf({ prevalence, women = 1, raisedBy = {} }, { age, sex, onset }) {
  let probability = atAge(prevalence, age) * (sex === "female" ? women : 2 - women);
  for (const [other, factor] of Object.entries(raisedBy))
    if (onset.has(other)) probability *= factor;
  return Math.min(0.95, probability);
}
function drawAilments(life) {
  const { random, today, age } = life;
  return Array.from({ length: random.whole(0, age > 65 || age < 6 ? 5 : 3) }, () => {
    const [code, text2] = random.pick(ailments);
    const from = dayBetween(random, firstDay2(life), today);
    const to = from + random.whole(5, 40);
    return { code, text: text2, from: dateOf(from), ...to <= today ? { to: dateOf(to) } : {} };
  });
}

// fixtures/clinic/labs.ts
function lab([code, text2, unit], decimals, reference, possible, measurable) {
  const [female, male] = Array.isArray(reference) ? reference : [reference, reference];
  return { code, text: text2, unit, decimals, female, male, possible, ...measurable && { measurable } };
}
var labs = {
  hba1c: lab(["NPU27300", "HbA1c (IFCC)", "mmol/mol"], 0, { high: 48 }, [28, 130]),
  egfr: lab(["DNK35302", "eGFR", "mL/min"], 0, { low: 60 }, [8, 115], { to: 90 }),
  creatinine: lab(
    ["NPU18016", "Kreatinin", "\xB5mol/L"],
    0,
    [
      { low: 45, high: 90 },
      { low: 60, high: 105 }
    ],
    [40, 500]
  ),
  potassium: lab(["NPU03230", "Kalium", "mmol/L"], 1, { low: 3.5, high: 4.4 }, [2.8, 6.2]),
  sodium: lab(["NPU03429", "Natrium", "mmol/L"], 0, { low: 137, high: 144 }, [122, 150]),
  albuminuria: lab(["NPU19661", "U-albumin/kreatinin", "mg/g"], 0, { high: 30 }, [2, 900], {
    from: 5
  }),
  ldl: lab(["NPU01568", "LDL-kolesterol", "mmol/L"], 1, { high: 3 }, [0.6, 7]),
  alat: lab(
    ["NPU19651", "ALAT", "U/L"],
    0,
    [
      { low: 10, high: 45 },
      { low: 10, high: 70 }
    ],
    [8, 320]
  ),
  haemoglobin: lab(
    ["NPU02319", "H\xE6moglobin", "mmol/L"],
    1,
    [
      { low: 7.3, high: 9.5 },
      { low: 8.3, high: 10.5 }
    ],
    [4.8, 11.5]
  ),
  tsh: lab(["NPU03577", "TSH", "10\u207B\xB3 IU/L"], 1, { low: 0.3, high: 4 }, [0, 14], { from: 0.1 }),
  vitaminD: lab(["NPU10267", "D-vitamin", "nmol/L"], 0, { low: 50, high: 160 }, [10, 180]),
  crp: lab(["NPU19748", "CRP", "mg/L"], 0, { high: 10 }, [1, 180], { from: 5 }),
  systolic: lab(["DNK05472", "Blodtryk systolisk", "mmHg"], 0, { high: 135 }, [90, 215]),
  diastolic: lab(["DNK05473", "Blodtryk diastolisk", "mmHg"], 0, { high: 85 }, [48, 120]),
  weight: lab(["NPU03804", "V\xE6gt", "kg"], 0, {}, [38, 180]),
  childWeight: lab(["NPU03804", "V\xE6gt", "kg"], 0, {}, [6, 110]),
  fev1: lab(["MCS88023", "FEV1 i % af forventet", "%"], 0, { low: 80 }, [15, 110]),
  dyspnoea: lab(["MCS88021", "MRC", "point"], 0, { high: 2 }, [1, 5]),
  lithium: lab(["NPU02613", "P-lithium", "mmol/L"], 1, { low: 0.5, high: 0.8 }, [0.2, 1.6]),
  mmse: lab(["MCS88042", "MMSE", "point"], 0, { low: 24 }, [0, 30]),
  basic: lab(["MCS88198", "BASIC", "point"], 0, { low: 20 }, [0, 25])
};

// fixtures/clinic/measurement.ts
function measure(life, diagnoses) {
  const { random, age } = life;
  const results = [];
  const sampled = [];
  const add2 = (id2, days, course2) => results.push(...series(life, id2, days, course2));
  const chronic = has(life, ...followed);
  if (chronic || age >= 60 || age >= 40 && random.chance(0.35)) {
    const days = drawDays(life, random.whole(chronic ? 3 : 1, chronic ? 9 : 3));
    sampled.push(...days);
    addBloods(life, days, add2);
  }
  if (chronic) {
    const days = drawDays(life, random.whole(3, 11));
    add2("systolic", days, { start: random.about(138, 11), perYear: -0.8, noise: 7 });
    add2("diastolic", days, { start: random.about(81, 6), perYear: -0.5, noise: 4 });
    if (random.chance(0.6))
      add2("weight", days, {
        start: random.about(life.sex === "female" ? 74 : 87, 13),
        perYear: has(life, "dementia") ? -1.2 : 0.3,
        noise: 1
      });
  }
  addTests(life, add2);
  for (const { from } of diagnoses.filter(({ code }) => feverish.has(code)))
    if (from !== void 0 && random.chance(0.4))
      add2("crp", [dayOf(from)], { start: random.whole(1, 90), noise: 3 });
  return { results, sampled };
}
var followed = [
  "diabetes",
  "hypertension",
  "ihd",
  "infarction",
  "silentIhd",
  "kidney",
  "heartFailure",
  "atrialFibrillation"
];
var feverish = /* @__PURE__ */ new Set(["R74", "R78", "R81", "U71"]);
function addBloods(life, days, add2) {
  const { random, age } = life;
  const filtration = has(life, "kidney") ? { start: random.about(54, 8), perYear: -random.about(2.5, 1), noise: 2 } : {
    start: random.about(118 - age * 0.5, 8),
    perYear: -random.about(1, 0.5),
    noise: 3
  };
  add2("egfr", days, filtration);
  const muscle = life.sex === "female" ? 5400 : 6600;
  const later = Math.max(15, filtration.start + filtration.perYear * 4);
  const first = muscle / Math.max(20, filtration.start);
  add2("creatinine", days, { start: first, perYear: (muscle / later - first) / 4, noise: 3 });
  add2("potassium", days, { start: random.about(4, 0.3), noise: 0.15 });
  add2("sodium", days, { start: random.about(140, 2), noise: 1.2 });
  const alternate = days.filter((_, index) => index % 2 === 0);
  add2("haemoglobin", alternate, {
    start: random.about(life.sex === "female" ? 8.2 : 9, 0.6),
    perYear: age > 75 ? -0.08 : 0,
    noise: 0.2
  });
  if (random.chance(0.4))
    add2("alat", alternate, { start: Math.max(9, random.about(27, 9)), noise: 4 });
  if (has(life, "diabetes")) {
    add2("hba1c", days, { start: random.about(54, 8), perYear: random.about(0.4, 1.6), noise: 2.5 });
    add2("albuminuria", alternate, { start: Math.abs(random.about(8, 30)), noise: 3 });
  } else if (random.chance(0.4)) add2("hba1c", alternate, { start: 38, noise: 2 });
  if (has(life, "ihd", "infarction", "silentIhd", "stroke", "diabetes", "lipids", "hypertension"))
    add2("ldl", alternate, { start: random.about(2.7, 0.8), perYear: -0.1, noise: 0.25 });
  if (has(life, "hypothyroid", "overactiveThyroid"))
    add2("tsh", alternate, { start: random.about(2.2, 1.6), noise: 0.7 });
  else if (random.chance(0.25)) add2("tsh", days.slice(-1), { start: 1.8, noise: 0.8 });
  if (random.chance(has(life, "osteoporosis") ? 0.7 : 0.12))
    add2("vitaminD", days.slice(-2), { start: random.about(68, 24), noise: 6 });
}
function addTests(life, add2) {
  const { random, today, onset } = life;
  const began = onset.get("dementia") ?? onset.get("memory");
  if (began === void 0) return;
  const earliest = Math.max(began - 120, firstDay2(life));
  const since = (times) => drawDays(life, times, Math.max(70, Math.floor((today - earliest) / times))).filter(
    (day) => day >= earliest
  );
  if (random.chance(0.77))
    add2("mmse", since(random.whole(1, 5)), {
      start: random.whole(19, 27),
      perYear: -random.about(1.8, 0.7),
      noise: 0.6
    });
  if (random.chance(0.33))
    add2("basic", since(random.whole(1, 2)), {
      start: random.whole(11, 20),
      perYear: -1.2,
      noise: 0.7
    });
}
function drawDays(life, times, apart) {
  const { random, today } = life;
  const first = firstDay2(life);
  const spacing = apart ?? Math.floor((today - first) / times);
  const days = /* @__PURE__ */ new Set();
  let day = dayBetween(random, today - Math.min(spacing, 330), today);
  for (let count = 0; count < times && day >= first; count++) {
    const working = lastWorkingDay(day);
    if (working >= first) days.add(working);
    day -= Math.max(7, spacing + random.whole(-20, 20));
  }
  return [...days].sort((a, b) => a - b);
}
function series(life, id2, days, { start, perYear = 0, noise }) {
  const lab2 = labs[id2];
  const { code, text: text2, unit } = lab2;
  const reference = lab2[life.sex];
  const [first = 0] = days;
  return days.map((day) => ({
    code,
    text: text2,
    at: dateOf(day),
    ...reading(lab2, life.random.about(start + perYear * (day - first) / 365, noise)),
    unit,
    ...reference,
    source: sources.laboratory
  }));
}
function reading({ decimals, possible: [lowest, highest], measurable = {} }, raw) {
  const scale = decimals === 1 ? 10 : 1;
  const value = Math.round(Math.min(highest, Math.max(lowest, raw)) * scale) / scale;
  const { from = -Infinity, to = Infinity } = measurable;
  if (value < from) return { value: from, comparator: "<" };
  if (value > to) return { value: to, comparator: ">" };
  return { value };
}

// fixtures/clinic/drugs.ts
function substance(code, share, name, strengths, dose = "\xD7 1") {
  return {
    code,
    share,
    // A strength with a dose of its own is written "0,5 mg|× 2".
    steps: strengths.map((each) => {
      const [strength = "", own = dose] = each.split("|");
      return { text: `${name} ${strength}`, dose: own };
    })
  };
}
var drugs = {
  dementia: [
    substance("N06DA02", 5, "Donepezil", ["5 mg", "10 mg"]),
    substance("N06DX01", 4, "Memantin", ["10 mg", "20 mg"]),
    substance("N06DA03", 2, "Rivastigmin", ["4,6 mg/24 t.", "9,5 mg/24 t."]),
    substance("N06DA04", 1, "Galantamin", ["8 mg", "16 mg"])
  ],
  antipsychotic: [
    substance("N05AH04", 5, "Quetiapin", ["25 mg", "50 mg", "100 mg"]),
    substance("N05AX08", 3, "Risperidon", ["0,5 mg", "1 mg"]),
    substance("N05AH03", 2, "Olanzapin", ["2,5 mg", "5 mg", "10 mg"]),
    substance("N05AD01", 1, "Haloperidol", ["0,5 mg", "1 mg"])
  ],
  lithium: [substance("N05AN01", 1, "Lithiumcitrat", ["6 mmol|\xD7 2", "6 mmol|\xD7 3"])],
  antidepressant: [
    substance("N06AB06", 4, "Sertralin", ["50 mg", "100 mg"]),
    substance("N06AB04", 4, "Citalopram", ["10 mg", "20 mg"]),
    substance("N06AX11", 3, "Mirtazapin", ["15 mg", "30 mg"], "\xD7 1 til natten"),
    substance("N06AX16", 1, "Venlafaxin", ["75 mg", "150 mg"]),
    substance("N06AA10", 1, "Nortriptylin", ["25 mg", "50 mg"])
  ],
  benzodiazepine: [
    substance("N05BA04", 5, "Oxazepam", ["15 mg|pn.", "15 mg|\xD7 2"]),
    substance("N05BA01", 2, "Diazepam", ["2 mg|pn.", "5 mg|pn."]),
    substance("N05CD02", 1, "Nitrazepam", ["5 mg"], "\xD7 1 til natten"),
    substance("N03AE01", 1, "Clonazepam", ["0,5 mg", "0,5 mg|\xD7 2"])
  ],
  zDrug: [
    substance("N05CF01", 3, "Zopiclon", ["3,75 mg|pn.", "7,5 mg|pn."]),
    substance("N05CF02", 2, "Zolpidem", ["5 mg|pn.", "10 mg|pn."])
  ],
  ace: [
    substance("C09AA02", 3, "Enalapril", ["5 mg", "10 mg", "20 mg"]),
    substance("C09AA05", 2, "Ramipril", ["2,5 mg", "5 mg", "10 mg"]),
    substance("C09CA01", 4, "Losartan", ["50 mg", "100 mg"]),
    substance("C09CA06", 2, "Candesartan", ["8 mg", "16 mg"])
  ],
  calcium: [substance("C08CA01", 1, "Amlodipin", ["5 mg", "10 mg"])],
  thiazide: [
    substance("C03AB01", 1, "Bendroflumethiazid m. kalium", ["1,25 mg", "2,5 mg"]),
    substance("C03AA03", 1, "Hydrochlorthiazid", ["12,5 mg", "25 mg"])
  ],
  loop: [substance("C03CA01", 1, "Furosemid", ["20 mg", "40 mg", "40 mg|\xD7 2"])],
  spironolactone: [substance("C03DA01", 1, "Spironolacton", ["25 mg", "50 mg"])],
  beta: [substance("C07AB02", 1, "Metoprolol", ["50 mg", "100 mg"])],
  propranolol: [substance("C07AA05", 1, "Propranolol", ["10 mg|pn.", "40 mg|\xD7 2"])],
  statin: [
    substance("C10AA05", 3, "Atorvastatin", ["20 mg", "40 mg", "80 mg"]),
    substance("C10AA01", 2, "Simvastatin", ["20 mg", "40 mg"]),
    substance("C10AA07", 1, "Rosuvastatin", ["10 mg", "20 mg"])
  ],
  antiplatelet: [
    substance("B01AC06", 3, "Acetylsalicylsyre", ["75 mg"]),
    substance("B01AC04", 2, "Clopidogrel", ["75 mg"])
  ],
  anticoagulant: [
    substance("B01AF02", 3, "Apixaban", ["2,5 mg|\xD7 2", "5 mg|\xD7 2"]),
    substance("B01AF01", 2, "Rivaroxaban", ["15 mg", "20 mg"]),
    substance("B01AA03", 1, "Warfarin", ["2,5 mg"], "efter INR")
  ],
  metformin: [substance("A10BA02", 1, "Metformin", ["500 mg|\xD7 2", "1000 mg|\xD7 2"])],
  glp1: [substance("A10BJ06", 1, "Semaglutid", ["0,25 mg", "0,5 mg", "1 mg"], "\xD7 1 ugl.")],
  liraglutide: [substance("A10BJ02", 1, "Liraglutid", ["1,2 mg", "1,8 mg"])],
  sglt2: [
    substance("A10BK03", 2, "Empagliflozin", ["10 mg", "25 mg"]),
    substance("A10BK01", 1, "Dapagliflozin", ["10 mg"])
  ],
  insulin: [substance("A10AE04", 1, "Insulin glargin", ["100 E/ml"], "20 E \xD7 1")],
  nsaid: [
    substance("M01AE01", 4, "Ibuprofen", ["200 mg|\xD7 3", "400 mg|\xD7 3"]),
    substance("M01AE02", 1, "Naproxen", ["250 mg|\xD7 2", "500 mg|\xD7 2"]),
    substance("M01AB05", 1, "Diclofenac", ["50 mg|\xD7 2"])
  ],
  paracetamol: [substance("N02BE01", 1, "Paracetamol", ["500 mg|pn.", "1 g|\xD7 3"])],
  opioid: [
    substance("N02AX02", 3, "Tramadol", ["50 mg|pn.", "50 mg|\xD7 3"]),
    substance("N02AA01", 2, "Morfin", ["10 mg|pn."]),
    substance("N02AA05", 1, "Oxycodon", ["5 mg|pn.", "10 mg|\xD7 2"])
  ],
  ppi: [
    substance("A02BC02", 3, "Pantoprazol", ["20 mg", "40 mg"]),
    substance("A02BC01", 1, "Omeprazol", ["20 mg"])
  ],
  inhalation: [
    substance("R03BB04", 2, "Tiotropium", ["18 mikg"]),
    substance("R03AL06", 1, "Tiotropium/olodaterol", ["2,5/2,5 mikg"], "2 sug \xD7 1"),
    substance("R03AK07", 2, "Budesonid/formoterol", ["160/4,5 mikg|\xD7 2", "320/9 mikg|\xD7 2"])
  ],
  steroidInhalation: [substance("R03BA02", 1, "Budesonid", ["200 mikg|\xD7 2", "400 mikg|\xD7 2"])],
  salbutamol: [substance("R03AC02", 1, "Salbutamol", ["0,2 mg"], "pn.")],
  bisphosphonate: [substance("M05BA04", 1, "Alendronat", ["70 mg"], "\xD7 1 ugl.")],
  denosumab: [substance("M05BX04", 1, "Denosumab", ["60 mg"], "\xD7 1 hver 6. md.")],
  calciumVitaminD: [substance("A12AX", 1, "Calcium/D-vitamin", ["400 mg/19 mikg"], "\xD7 2")],
  thyroid: [substance("H03AA01", 1, "Levothyroxin", ["50 mikg", "75 mikg", "100 mikg"])],
  allopurinol: [substance("M04AA01", 1, "Allopurinol", ["100 mg", "300 mg"])],
  levodopa: [substance("N04BA02", 1, "Levodopa/benserazid", ["100/25 mg|\xD7 3", "200/50 mg|\xD7 3"])],
  stimulant: [substance("N06BA04", 1, "Methylphenidat", ["18 mg", "36 mg", "54 mg"])],
  penicillin: [substance("J01CE02", 1, "Phenoxymethylpenicillin", ["660 mg"], "\xD7 4")]
};

// fixtures/clinic/prescription.ts
function prescribe(life, treatments3, before = []) {
  const { random, age, onset } = life;
  const given = /* @__PURE__ */ new Set();
  const medications = [];
  for (const treatment of treatments3) {
    const { group, chance } = treatment;
    const because = treatment.for?.find((id2) => onset.has(id2));
    if (treatment.for && because === void 0) continue;
    if (given.has(group) || isRuledOut(treatment, life, before)) continue;
    if (!random.chance(typeof chance === "number" ? chance : atAge(chance, age))) continue;
    given.add(group);
    const began = because === void 0 ? void 0 : onset.get(because);
    medications.push(...course(life, chooseFrom(group, life), treatment, began));
  }
  return medications;
}
function isRuledOut({ unless = [], without = [] }, { onset }, before) {
  return without.some((id2) => onset.has(id2)) || before.some(({ code }) => unless.some((beginning) => code.startsWith(beginning)));
}
function chooseFrom(group, { random }) {
  return random.weighted(drugs[group].map((each) => [each, each.share]));
}
function course(life, { code, steps }, { stopped = 0, brief }, began = 0) {
  const { random, today } = life;
  const start = dayBetween(random, Math.max(began + 1, firstDay2(life)), today - 3);
  const end = brief ? Math.min(today - 1, start + random.whole(5, 10)) : endOf(life, start, random.chance(stopped));
  const span = (step, from2, to) => ({
    code,
    ...step,
    from: dateOf(from2),
    ...to === void 0 ? {} : { to: dateOf(to) },
    source: sources.medication
  });
  let place = random.whole(0, steps.length - 1);
  const changes = changesOf(life, start, Math.min(today, end ?? today), steps.length);
  const spans = [];
  let from = start;
  for (const change of changes) {
    spans.push(span(stepAt(steps, place), from, change - 1));
    const up = place === 0 || place < steps.length - 1 && random.chance(0.65);
    place += up ? 1 : -1;
    from = change;
  }
  spans.push(span(stepAt(steps, place), from, end));
  return spans;
}
function stepAt(steps, place) {
  const step = steps[place];
  if (!step) throw new RangeError(`A substance has no step ${place}.`);
  return step;
}
function endOf({ random, today }, start, stopped) {
  if (stopped) return dayBetween(random, Math.min(start + 30, today - 1), today - 1);
  return random.chance(0.08) ? today + random.whole(5, 120) : void 0;
}
function changesOf({ random }, start, end, steps) {
  if (steps < 2) return [];
  const changes = [];
  let day = start;
  while (changes.length < 3 && random.chance(0.35)) {
    day += random.whole(42, 500);
    if (day >= end - 14) break;
    changes.push(day);
  }
  return changes;
}

// fixtures/clinic/contacts.ts
var services = {
  consultation: ["0101", "Konsultation"],
  email: ["0105", "E-mail-konsultation"],
  yearlyControl: ["0120", "\xC5rsstatus/\xE5rskontrol"],
  outreachVisit: ["0121", "Ops\xF8gende hjemmebes\xF8g"],
  familyTalk: ["0128", "Konsulterende samtale til b\xF8rn og familier"],
  telephone: ["0201", "Telefonkonsultation"],
  homeVisit: ["0411", "Sygebes\xF8g"],
  bloodSample: ["2101", "Blodtagning"],
  somaticExamination: ["2150", "Fokuseret somatisk unders\xF8gelse"],
  talkingTherapy: ["6101", "Samtaleterapi"],
  urineTest: ["7101", "Urinunders\xF8gelse ved stix"],
  ecg: ["7156", "EKG"]
};
var ordinaryContacts = [
  ["consultation", 52],
  ["email", 20],
  ["telephone", 22],
  ["urineTest", 6]
];
var oldAgeContacts = [
  ...ordinaryContacts,
  ["homeVisit", 18]
];
var contactsAYear = [
  [0, 3.5],
  [3, 2],
  [6, 1.2],
  [18, 2],
  [40, 2.5],
  [60, 3.5],
  [75, 5],
  [85, 6.5]
];
var appointmentTexts = [
  "Konsultation",
  "Blodpr\xF8ve",
  "Kontrol",
  "Vaccination",
  "Medicingennemgang"
];
var referrals = [
  ["Fysioterapi", "fysioterapeut"],
  ["\xD8jenunders\xF8gelse", "\xF8jenl\xE6ge"],
  ["Kardiologisk vurdering", "kardiologisk ambulatorium"],
  ["Geriatrisk vurdering", "geriatrisk ambulatorium"],
  ["R\xF8ntgen", "radiologisk afdeling"],
  ["Rehabilitering", "kommunalt tilbud"],
  ["H\xF8relse", "\xF8rel\xE6ge"],
  ["Hudlidelse", "hudl\xE6ge"]
];
var dementiaReferrals = [
  ["Demensudredning", "hukommelsesklinik"],
  ["St\xF8tte ved demens", "kommunal demenskonsulent"]
];

// fixtures/clinic/visits.ts
function visit(life, sampled) {
  return {
    services: [
      ...sampled.map((day) => service("bloodSample", day)),
      ...drawContacts(life),
      ...drawControls(life)
    ],
    appointments: [...drawPast(life), ...drawComing(life)],
    referrals: drawReferrals(life)
  };
}
function service(id2, day) {
  const [code, text2] = services[id2];
  return { code, text: text2, at: dateOf(day) };
}
function pastDay({ random, birth, today }, days) {
  const earliest = Math.min(Math.max(birth + 1, today - days), today);
  return Math.max(earliest, lastWorkingDay(dayBetween(random, earliest, today)));
}
function drawContacts(life) {
  const { random, age, onset } = life;
  const yearly = atAge(contactsAYear, age) + onset.size * 0.9;
  const contacts = age >= 80 ? oldAgeContacts : ordinaryContacts;
  return Array.from(
    { length: random.whole(0, Math.round(yearly * 3 * 2)) },
    () => service(random.weighted(contacts), pastDay(life, 3 * 365))
  );
}
function drawControls(life) {
  const { random } = life;
  const found = [];
  if (isFollowed(life)) {
    for (let year = 0; year < 4; year++)
      if (random.chance(0.68)) {
        const day = lastWorkingDay(life.today - year * 365 - random.whole(0, 360));
        if (day > life.birth) found.push(service("yearlyControl", day));
      }
  }
  const heart = has(life, "ihd", "infarction", "silentIhd", "atrialFibrillation", "heartFailure");
  if (random.chance(heart ? 0.6 : has(life, "dementia", "hypertension") ? 0.25 : 0.02))
    found.push(service("ecg", pastDay(life, 1200)));
  return found;
}
function isFollowed(life) {
  return has(life, "diabetes", "copd", "ihd", "infarction", "dementia", "hypertension");
}
function drawPast(life) {
  const { random, onset } = life;
  return Array.from({ length: random.whole(0, Math.min(8, 1 + onset.size * 2)) }, () => ({
    at: `${dateOf(pastDay(life, 500))}T${drawTime(life)}`,
    text: random.pick(appointmentTexts),
    status: random.weighted([
      ["attended", 88],
      ["missed", 7],
      ["cancelled", 5]
    ]),
    with: drawStaff(life)
  }));
}
function drawComing(life) {
  const { random, today, onset } = life;
  const first = has(life, "dementia", "memory") ? 0.48 : Math.min(0.7, 0.04 + onset.size * 0.12);
  const coming = [];
  while (coming.length < 3 && random.chance(coming.length === 0 ? first : 0.2))
    coming.push({
      at: `${dateOf(nextWorkingDay(today + random.whole(1, 120)))}T${drawTime(life)}`,
      text: isFollowed(life) && random.chance(0.5) ? "\xC5rskontrol" : random.pick(appointmentTexts),
      status: random.chance(0.94) ? "booked" : "cancelled",
      with: drawStaff(life)
    });
  return coming;
}
function drawStaff({ patient, random }) {
  return random.chance(0.55) ? patient.practitioner ?? "l\xE6ge" : "sygeplejerske";
}
function drawTime({ random }) {
  return `${String(random.whole(8, 15)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}`;
}
function drawReferrals(life) {
  const { random, onset } = life;
  const chosen = Array.from(
    { length: random.whole(0, Math.min(4, onset.size)) },
    () => random.pick(referrals)
  );
  if (has(life, "dementia", "memory") && random.chance(0.5))
    chosen.push(random.pick(dementiaReferrals));
  return chosen.map(([text2, to]) => ({
    text: text2,
    to,
    at: dateOf(pastDay(life, 900)),
    status: random.weighted([
      ["completed", 60],
      ["accepted", 18],
      ["sent", 16],
      ["cancelled", 6]
    ])
  }));
}

// fixtures/clinic/further.ts
function furtherRecords(start, before) {
  const { onset, diagnoses } = fallIll(start, conditions2, start.onset);
  const life = { ...start, onset };
  const medications = prescribe(life, treatments, before);
  return {
    diagnoses,
    medications: [...medications, ...drawSteroidCourses(life)],
    results: measure2(life, [...before, ...medications]),
    services: drawServices(life)
  };
}
var conditions2 = [
  {
    id: "ptsd",
    code: "P82",
    text: "Posttraumatisk belastningsreaktion",
    prevalence: [[20, 7e-3]]
  },
  {
    id: "personality",
    code: "P80",
    text: "Personlighedsforstyrrelse",
    prevalence: [
      [20, 8e-3],
      [60, 3e-3]
    ]
  },
  {
    id: "drugAbuse",
    code: "P19",
    text: "Stofmisbrug",
    prevalence: [
      [18, 6e-3],
      [50, 3e-3],
      [70, 0]
    ],
    women: 0.6
  },
  {
    id: "overweight",
    code: "T83",
    text: "Overv\xE6gt",
    prevalence: [
      [3, 0.05],
      [10, 0.09],
      [18, 0.03]
    ],
    longest: 6
  },
  {
    id: "childBehaviour",
    code: "P22",
    text: "Adf\xE6rdssymptomer hos barn",
    prevalence: [
      [3, 0.025],
      [13, 0]
    ],
    longest: 3,
    passes: 0.4
  },
  {
    id: "poverty",
    code: "Z01",
    text: "\xD8konomiske problemer",
    prevalence: [
      [18, 0.01],
      [67, 3e-3]
    ],
    raisedBy: { depression: 4, anxiety: 3 },
    longest: 4,
    passes: 0.3
  },
  {
    id: "unemployment",
    code: "Z06",
    text: "Arbejdsl\xF8shedsproblem",
    prevalence: [
      [20, 0.015],
      [65, 0]
    ],
    raisedBy: { depression: 3, anxiety: 2 },
    longest: 4,
    passes: 0.4
  },
  {
    id: "wristFracture",
    code: "L72",
    text: "Fraktur af radius/ulna",
    prevalence: [
      [50, 0.01],
      [70, 0.03]
    ],
    women: 1.5,
    raisedBy: { osteoporosis: 3 },
    passes: 1
  },
  {
    id: "hipFracture",
    code: "L75",
    text: "Fraktur af femur",
    prevalence: [
      [60, 4e-3],
      [75, 0.02],
      [85, 0.05]
    ],
    women: 1.3,
    raisedBy: { osteoporosis: 3 },
    passes: 1
  }
];
var failingMemory = ["dementia", "memory", "alcoholBrain"];
var treatments = [
  {
    group: "antipsychotic",
    for: ["ptsd", "personality", "depression", "anxiety"],
    chance: [
      [0, 0],
      [18, 0.07]
    ],
    stopped: 0.2,
    unless: ["N05A", "N06D"],
    without: [...failingMemory, "schizophrenia", "bipolar"]
  },
  {
    group: "benzodiazepine",
    for: ["drugAbuse", "ptsd"],
    chance: 0.3,
    unless: ["N05B", "N05C", "N03AE", "N06D"],
    without: failingMemory
  },
  { group: "opioid", for: ["drugAbuse", "hipFracture"], chance: 0.35, unless: ["N02A"] },
  { group: "propranolol", for: ["anxiety"], chance: 0.06, unless: ["C07"] },
  {
    group: "denosumab",
    for: ["osteoporosis"],
    chance: 0.2,
    stopped: 0.2,
    unless: ["M05B"]
  },
  { group: "liraglutide", for: ["diabetes"], chance: 0.05, unless: ["A10BJ"] },
  {
    group: "glp1",
    for: ["overweight"],
    chance: [
      [0, 0],
      [18, 0.12]
    ],
    unless: ["A10BJ"],
    without: ["diabetes"]
  }
];
function drawSteroidCourses(life) {
  const { random, today } = life;
  if (!has(life, "copd") || !random.chance(0.3)) return [];
  const courses = [];
  let end = today - random.whole(3, 200);
  for (let left = random.whole(1, 3); left > 0; left--) {
    const from = end - random.whole(4, 9);
    courses.push({
      code: "H02AB06",
      text: "Prednisolon 37,5 mg",
      dose: "\xD7 1",
      from: dateOf(from),
      to: dateOf(end),
      source: sources.medication
    });
    end = from - random.whole(40, 200);
  }
  return courses;
}
function measure2(life, medications) {
  const { random, age } = life;
  const takes = (beginning) => medications.some(({ code }) => code.startsWith(beginning));
  const results = [];
  const add2 = (id2, days, start, noise, perYear = 0) => results.push(...series(life, id2, days, { start, noise, perYear }));
  if (has(life, "copd") && random.chance(0.85)) {
    const days = drawDays(life, random.whole(1, 5), random.whole(300, 460));
    add2("fev1", days, random.about(66, 14), 3, -1.5);
    add2("dyspnoea", days, random.whole(1, 4), 0.4, 0.1);
  }
  const mental = has(life, "schizophrenia", "bipolar", "ptsd", "personality");
  if ((mental || takes("N05A")) && random.chance(0.5)) {
    const days = drawDays(life, random.whole(1, 4), random.whole(250, 500));
    add2("hba1c", days, random.about(39, 4), 1.5, 0.5);
    add2("ldl", days, random.about(3.1, 0.7), 0.2);
    add2("systolic", days, random.about(132, 11), 6);
    add2("weight", days, random.about(86, 15), 1.5, 0.8);
  }
  if (takes("N05AN") && random.chance(0.8))
    add2("lithium", drawDays(life, random.whole(2, 8), random.whole(90, 240)), 0.7, 0.1);
  if (age < 18 && (takes("N06BA") || has(life, "overweight")) && random.chance(0.65)) {
    const days = drawDays(life, random.whole(1, 3), random.whole(120, 300));
    add2("childWeight", days, 9 + age * 3.2, 1.5, 2.5);
    add2("systolic", days, 98 + age, 4);
  }
  return results;
}
function drawServices(life) {
  const { random, age } = life;
  const found = [];
  const some = (id2, probability, days, most = 1) => {
    if (!random.chance(probability)) return;
    for (let left = random.whole(1, most); left > 0; left--)
      found.push(service(id2, pastDay(life, days)));
  };
  if (age >= 18 && has(life, "schizophrenia", "bipolar")) some("somaticExamination", 0.35, 550);
  if (has(life, "depression", "anxiety", "ptsd")) some("talkingTherapy", 0.25, 700, 5);
  if (age < 18 && has(life, "childBehaviour", "attention")) some("familyTalk", 0.4, 500, 2);
  if (age >= 80) some("outreachVisit", 0.2, 600);
  return found;
}

// fixtures/clinic/hospital.ts
var causes = [
  {
    for: ["dementia", "memory"],
    chance: 0.55,
    admitted: 0.15,
    department: "Geriatrisk ambulatorium",
    course: "Geriatrisk forl\xF8b",
    diagnoses: [
      ["DF009", "Demens ved Alzheimers sygdom"],
      ["DF019", "Vaskul\xE6r demens"],
      ["DF039", "Demens, uspecificeret"]
    ]
  },
  {
    for: ["heartFailure", "infarction", "ihd", "atrialFibrillation"],
    chance: 0.4,
    admitted: 0.55,
    department: "Kardiologisk afdeling",
    course: "Hjerteforl\xF8b",
    diagnoses: [
      ["DI509", "Hjertesvigt"],
      ["DI251", "Isk\xE6misk hjertesygdom"],
      ["DI489", "Atrieflimren"]
    ]
  },
  {
    for: ["stroke"],
    chance: 0.35,
    admitted: 0.8,
    department: "Neurologisk afdeling",
    course: "Apopleksiforl\xF8b",
    diagnoses: [["DI639", "Hjerneinfarkt"]]
  },
  {
    for: ["copd"],
    chance: 0.35,
    admitted: 0.7,
    department: "Lungemedicinsk afdeling",
    course: "KOL-forl\xF8b",
    diagnoses: [["DJ441", "KOL med akut forv\xE6rring"]]
  },
  {
    for: ["kidney"],
    chance: 0.3,
    admitted: 0.1,
    department: "Nyremedicinsk ambulatorium",
    course: "Nyreforl\xF8b",
    diagnoses: [["DN183", "Kronisk nyreinsufficiens"]]
  },
  {
    for: ["diabetes"],
    chance: 0.12,
    admitted: 0.1,
    department: "Endokrinologisk ambulatorium",
    course: "Diabetesforl\xF8b",
    diagnoses: [["DE119", "Type 2-diabetes"]]
  },
  {
    for: ["kneeArthrosis"],
    chance: 0.15,
    admitted: 0.6,
    department: "Ortop\xE6dkirurgisk afdeling",
    course: "Kn\xE6forl\xF8b",
    diagnoses: [["DM179", "Kn\xE6artrose"]]
  },
  {
    for: ["schizophrenia", "bipolar"],
    chance: 0.6,
    admitted: 0.35,
    department: "Psykiatrisk ambulatorium",
    course: "Psykiatrisk forl\xF8b",
    diagnoses: [["DF999", "Psykisk lidelse"]]
  },
  {
    youngest: 75,
    chance: 0.16,
    admitted: 1,
    department: "Akutmodtagelsen",
    course: "Akut forl\xF8b",
    diagnoses: [
      ["DJ189", "Lungebet\xE6ndelse"],
      ["DN390", "Urinvejsinfektion"],
      ["DR559", "Besvimelse"],
      ["DE869", "V\xE6skemangel"]
    ]
  },
  {
    chance: 0.025,
    admitted: 0.5,
    department: "Akutmodtagelsen",
    course: "Akut forl\xF8b",
    diagnoses: [
      ["DR104", "Mavesmerter"],
      ["DR079", "Brystsmerter"],
      ["DS060", "Hjernerystelse"]
    ]
  }
];
var reach = 730;
function attendHospital(life, seed) {
  const courses = causes.flatMap((cause, index) => {
    const applies = cause.for ? has(life, ...cause.for) : life.age >= (cause.youngest ?? 0);
    if (!applies) return [];
    const random = new Random(`${seed}/hospital/${index}/${life.patient.id}`);
    return random.chance(cause.chance) ? drawCourse({ ...life, random }, cause) : [];
  });
  return {
    diagnoses: courses.map(({ diagnosis }) => diagnosis),
    referrals: courses.map(({ referral }) => referral),
    letters: courses.flatMap(({ letters }) => letters)
  };
}
function drawCourse(life, cause) {
  const { random, birth } = life;
  const last = life.today - hospitalLag;
  if (last <= birth) return [];
  const [code, text2] = random.pick(cause.diagnoses);
  const onset = Math.max(...(cause.for ?? []).map((id2) => life.onset.get(id2) ?? -Infinity), birth);
  const first = dayBetween(random, Math.max(onset, last - reach), last);
  const stay = random.chance(cause.admitted) ? random.whole(1, 12) : void 0;
  const source3 = sources.hospital;
  const from = dateOf(first);
  const letter = (day2, title, kind, body) => ({
    code: kind,
    text: `${title}: ${text2}`,
    at: dateOf(day2),
    from: cause.department,
    status: "final",
    body: [`Diagnose: ${code} ${text2}.`, ...body].join("\n\n"),
    source: source3
  });
  const letters = [];
  let day = first;
  if (stay !== void 0 && first + stay <= last) {
    day = first + stay;
    letters.push(letter(day, "Udskrivning", "udskrivning", aboutStay(random, from, dateOf(day))));
  }
  const visits2 = stay === void 0 ? random.whole(1, 4) : random.whole(0, 2);
  for (let count = 0; count < visits2; count++) {
    const next = lastWorkingDay(day + random.whole(14, 150));
    if (next > last) break;
    day = next;
    letters.push(letter(day, "Ambulant kontrol", "ambulant", aboutVisit(random)));
  }
  const open = last - day < 200 && random.chance(0.7);
  const referral = {
    text: cause.course,
    to: cause.department,
    at: from,
    status: open ? "accepted" : "completed",
    source: source3
  };
  return [{ diagnosis: { system: "SKS", code, text: text2, from, source: source3 }, referral, letters }];
}
function aboutStay(random, from, to) {
  const dates = `Indlagt ${inDanish(from)}, udskrevet ${inDanish(to)}.`;
  return [dates, random.pick(stays), `Plan: ${random.pick(plans2)}`];
}
function inDanish(date) {
  return date.split("-").reverse().join(".");
}
function aboutVisit(random) {
  return [random.pick(visits), `Plan: ${random.pick(plans2)}`];
}
var stays = [
  "Patienten blev modtaget akut med tiltagende symptomer gennem nogle dage. Under indl\xE6ggelsen god effekt af behandlingen. Mobiliseret og selvhjulpen ved udskrivelsen.",
  "Indlagt til observation. Unders\xF8gelserne gav ikke mistanke om anden alvorlig sygdom. Medicinen er gennemg\xE5et og ajourf\xF8rt i FMK.",
  "Langsom bedring under indl\xE6ggelsen. Funktionsniveauet er noget lavere end f\xF8r. Der er talt med de p\xE5r\xF8rende om hj\xE6lp i hjemmet."
];
var visits = [
  "Patienten har det u\xE6ndret siden sidst. Ingen nye klager.",
  "Der er nogen forv\xE6rring siden sidste bes\xF8g. Behandlingen er justeret, se FMK.",
  "Stabilt forl\xF8b. Pr\xF8verne er som ventet."
];
var plans2 = [
  "kontrol hos egen l\xE6ge om 2 uger med blodpr\xF8ver.",
  "egen l\xE6ge bedes f\xF8lge op p\xE5 den \xE6ndrede medicin.",
  "ny tid i ambulatoriet om 3 m\xE5neder.",
  "afsluttes herfra. Fortsat kontrol hos egen l\xE6ge."
];

// fixtures/clinic/messages.ts
var noteTexts = [
  ["KONSULTATION", "Konsultation", "Har det godt. Medicinen gennemg\xE5et, ingen \xE6ndringer."],
  ["TELEFON", "Telefonkonsultation", "Ringer om svar p\xE5 blodpr\xF8ver. Svar givet."],
  ["KONTROL", "Kontrol", "\xC5rskontrol. Blodtryk og v\xE6gt m\xE5lt. Ny tid om et \xE5r."]
];
var aboutTheOld = [
  [
    "Hjemmesygeplejen: \xE6ndret tilstand",
    "Borgeren er mere tr\xE6t end vanligt og spiser d\xE5rligt. Bedes vurderet."
  ],
  ["Plejecenter: sp\xF8rgsm\xE5l til medicin", "M\xE5 smertestillende efter behov gives fast til natten?"],
  [
    "Hjemmeplejen: fald i hjemmet",
    "Borgeren er fundet p\xE5 gulvet uden tegn p\xE5 skade. Til orientering."
  ]
];
var reach2 = 730;
function messagesOf(life, seed) {
  const random = new Random(`${seed}/messages/${life.patient.id}`);
  const own = { ...life, random };
  const isOld = has(own, "dementia") || own.age >= 85;
  const notes = Array.from({ length: random.whole(0, 1 + Math.min(3, own.onset.size)) }, () => {
    const [code, text2, body] = random.pick(noteTexts);
    const at = dateOf(pastDay(own, reach2));
    return { code, text: text2, at, from: own.patient.practitioner ?? "l\xE6ge", body, source };
  });
  const correspondence = Array.from({ length: isOld ? random.whole(0, 3) : 0 }, () => {
    const [text2, body] = random.pick(aboutTheOld);
    const at = dateOf(pastDay(own, reach2));
    return {
      ...{ code: "KOMMUNE", text: text2, at, from: "Kommunens hjemmesygepleje", body },
      source
    };
  });
  return { notes, correspondence };
}
var source = sources.journal;

// fixtures/clinic/treatments.ts
var ischaemia = ["ihd", "infarction", "silentIhd"];
var pain = ["backPain", "kneeArthrosis"];
var memory = ["dementia", "memory"];
var treatments2 = [
  { group: "dementia", for: ["dementia"], chance: 0.6, stopped: 0.12 },
  // Some get the medicine and were never coded.
  {
    group: "dementia",
    chance: [
      [0, 0],
      [70, 6e-3]
    ]
  },
  { group: "antipsychotic", for: ["dementia"], chance: 0.3, stopped: 0.35 },
  { group: "antipsychotic", for: ["schizophrenia"], chance: 0.85 },
  { group: "lithium", for: ["bipolar"], chance: 0.3 },
  { group: "antipsychotic", for: ["bipolar"], chance: 0.35 },
  { group: "antidepressant", for: memory, chance: 0.3, stopped: 0.2 },
  { group: "antidepressant", for: ["depression"], chance: 0.65, stopped: 0.3 },
  { group: "antidepressant", for: ["anxiety"], chance: 0.4, stopped: 0.25 },
  { group: "benzodiazepine", for: memory, chance: 0.22, stopped: 0.2 },
  { group: "benzodiazepine", for: ["anxiety"], chance: 0.15, stopped: 0.3 },
  { group: "zDrug", for: memory, chance: 0.07, stopped: 0.2 },
  {
    group: "zDrug",
    chance: [
      [0, 0],
      [30, 0.015],
      [60, 0.05],
      [75, 0.065]
    ],
    stopped: 0.25
  },
  { group: "ace", for: ["hypertension"], chance: 0.68 },
  { group: "ace", for: ["heartFailure", "infarction", "kidney"], chance: 0.7 },
  { group: "calcium", for: ["hypertension"], chance: 0.42 },
  { group: "thiazide", for: ["hypertension"], chance: 0.35, stopped: 0.15 },
  { group: "loop", for: ["heartFailure"], chance: 0.75 },
  { group: "loop", for: ["kidney"], chance: 0.2 },
  { group: "spironolactone", for: ["heartFailure"], chance: 0.35, stopped: 0.15 },
  { group: "beta", for: ["heartFailure", "atrialFibrillation", "infarction"], chance: 0.68 },
  { group: "statin", for: [...ischaemia, "stroke"], chance: 0.82 },
  { group: "statin", for: ["diabetes"], chance: 0.65 },
  { group: "statin", for: ["lipids"], chance: 0.55, stopped: 0.12 },
  { group: "anticoagulant", for: ["atrialFibrillation"], chance: 0.86 },
  { group: "antiplatelet", for: [...ischaemia, "stroke"], chance: 0.65 },
  { group: "metformin", for: ["diabetes"], chance: 0.75, stopped: 0.08 },
  { group: "glp1", for: ["diabetes"], chance: 0.27, stopped: 0.1 },
  { group: "sglt2", for: ["diabetes"], chance: 0.27 },
  { group: "sglt2", for: ["heartFailure"], chance: 0.3 },
  { group: "insulin", for: ["diabetes"], chance: 0.12 },
  { group: "inhalation", for: ["copd"], chance: 0.78 },
  { group: "steroidInhalation", for: ["asthma"], chance: 0.55 },
  { group: "salbutamol", for: ["copd", "asthma"], chance: 0.55 },
  { group: "bisphosphonate", for: ["osteoporosis"], chance: 0.55, stopped: 0.25 },
  { group: "calciumVitaminD", for: ["osteoporosis"], chance: 0.6 },
  { group: "thyroid", for: ["hypothyroid"], chance: 0.88 },
  { group: "allopurinol", for: ["gout"], chance: 0.55 },
  { group: "levodopa", for: ["parkinson"], chance: 0.8 },
  { group: "stimulant", for: ["attention"], chance: 0.6, stopped: 0.2 },
  { group: "nsaid", for: pain, chance: 0.3, stopped: 0.35 },
  { group: "paracetamol", for: pain, chance: 0.6, stopped: 0.1 },
  { group: "opioid", for: pain, chance: 0.12, stopped: 0.45 },
  {
    group: "ppi",
    chance: [
      [0, 0],
      [30, 0.04],
      [50, 0.1],
      [70, 0.22]
    ],
    stopped: 0.25
  },
  { group: "penicillin", chance: 0.16, stopped: 1, brief: true }
];

// fixtures/clinic/vaccinations.ts
var childhood = [
  { code: "J07CA06", text: "DiTeKiPol/Act-Hib", at: [92, 153, 366] },
  { code: "J07AL02", text: "Pneumokok, konjugeret", at: [92, 153, 366] },
  { code: "J07BD52", text: "MFR", at: [457, 1461] },
  { code: "J07CA02", text: "DiTeKiPol, revaccination", at: [1827] },
  { code: "J07BM03", text: "HPV", at: [4384, 4570] }
];
var influenza = { code: "J07BB02", text: "Influenza" };
var pneumococcal = { code: "J07AL02", text: "Pneumokok, konjugeret" };
var years = 15;
function vaccinationsOf(life, seed) {
  const own = { ...life, random: new Random(`${seed}/vaccination/${life.patient.id}`) };
  return own.age < 18 ? childhoodVaccinations(own) : adultVaccinations(own);
}
function childhoodVaccinations({ random, birth, today }) {
  if (random.chance(0.03)) return [];
  const taken = [];
  for (const { code, text: text2, at } of childhood)
    for (const [number, age] of at.entries()) {
      const day = lastWorkingDay(birth + age + random.whole(2, random.chance(0.15) ? 200 : 30));
      if (day > today || random.chance(0.06)) break;
      taken.push({ code, text: text2, at: dateOf(day), dose: String(number + 1), source: source2 });
    }
  return taken;
}
function adultVaccinations(life) {
  const { random, age, today } = life;
  const isIll = has(life, "copd", "diabetes", "heartFailure", "ihd", "kidney");
  if (age < 65 && !isIll) return [];
  const willing = random.chance(0.75);
  const thisYear = Number(dateOf(today).slice(0, 4));
  const taken = [];
  for (let year = thisYear - Math.min(years, 5); year <= thisYear; year++) {
    const day = lastWorkingDay(dayOf(`${year}-10-02`) + random.whole(0, 50));
    if (random.chance(willing ? 0.9 : 0.1) && day <= today)
      taken.push({ ...influenza, at: dateOf(day), source: source2 });
  }
  if (random.chance(willing ? 0.7 : 0.15)) {
    const day = lastWorkingDay(today - random.whole(30, 6 * 365));
    taken.push({ ...pneumococcal, at: dateOf(day), source: source2 });
  }
  return taken;
}
var source2 = sources.vaccination;

// fixtures/clinic/person.ts
function recordsOf(patient, today, { random, seed }) {
  const { birthDate, sex } = patient;
  const age = completedYears(birthDate, dateOf(today));
  const start = { patient, age, sex, birth: dayOf(birthDate), today, random };
  const { onset, diagnoses: illnesses } = fallIll(start, conditions);
  const life = { ...start, onset };
  const diagnoses = [...illnesses, ...drawAilments(life)];
  const medications = prescribe(life, treatments2);
  const { results, sampled } = measure(life, diagnoses);
  const { services: services2, appointments, referrals: referrals2 } = visit(life, sampled);
  const further = furtherRecords(
    { ...life, random: new Random(`${seed}/further/${patient.id}`) },
    medications
  );
  const hospital = attendHospital(life, seed);
  const { notes, correspondence } = messagesOf(life, seed);
  return {
    patient,
    diagnoses: byDate(
      [...inJournal([...diagnoses, ...further.diagnoses]), ...hospital.diagnoses],
      "from"
    ),
    medications: byDate([...medications, ...further.medications], "from"),
    results: byDate([...results, ...further.results], "at"),
    services: byDate(
      inJournal([...services2, ...further.services, ...examinationsOf(life, seed)]),
      "at"
    ),
    appointments: byDate(inJournal(appointments), "at"),
    referrals: byDate([...inJournal(referrals2), ...hospital.referrals], "at"),
    letters: byDate(hospital.letters, "at"),
    vaccinations: byDate(vaccinationsOf(life, seed), "at"),
    carePlans: byDate(carePlansOf(life, seed), "from"),
    notes: byDate(notes, "at"),
    correspondence: byDate(correspondence, "at")
  };
}
function inJournal(entries) {
  return entries.map((entry) => ({ ...entry, source: sources.journal }));
}
function byDate(entries, key) {
  return [...entries].sort((a, b) => a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

// fixtures/clinic/cpr.ts
function makeCpr(birthDate, sex, random, taken) {
  const [year = "", month2 = "", day = ""] = birthDate.split("-");
  const head = day + month2 + year.slice(2);
  for (; ; ) {
    const century = random.pick(centuryDigits(Number(year)));
    const serial = String(random.whole(0, 99)).padStart(2, "0");
    const last = random.whole(0, 4) * 2 + (sex === "male" ? 1 : 0);
    const number = `${head}${century}${serial}${last}`;
    if (!passesModulus11(number) && !taken.has(number)) {
      taken.add(number);
      return number;
    }
  }
}
function centuryDigits(year) {
  if (year >= 2e3) return year <= 2036 ? [4, 5, 6, 7, 8, 9] : [5, 6, 7, 8];
  return year >= 1937 ? [0, 1, 2, 3, 4, 9] : [0, 1, 2, 3];
}
function passesModulus11(number) {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0;
}

// fixtures/clinic/names.ts
var surnames = [
  "Testesen",
  "Pr\xF8vemann",
  "Eksempel",
  "Demosen",
  "Fiktiv",
  "Attrap",
  "Skabelon",
  "Pr\xF8vesen",
  "M\xF8nster",
  "Opdigt",
  "T\xE6nkt",
  "Model",
  "Fantasi",
  "Opspind",
  "P\xE5hit",
  "Skitse",
  "Udkast",
  "Modelsen",
  "Kladde",
  "Pladsholder",
  "\xD8velse",
  "Stikpr\xF8ve",
  "Digtet",
  "Fors\xF8g",
  "Vekslen",
  "Blanket",
  "Kunstig",
  "Uvirkelig",
  "P\xE5st\xE5et",
  "Simulant",
  "Testgaard",
  "Pr\xF8velund",
  "Demodal",
  "Fiktivsen",
  "Eksempelsen",
  "Skinholm"
];
var firstNames = {
  female: {
    old: [
      "Birthe",
      "Dagny",
      "Frida",
      "Gerda",
      "Inger",
      "Jytte",
      "Lilly",
      "Martha",
      "Oda",
      "Ruth",
      "Karen",
      "Ellen",
      "Kirsten",
      "Else",
      "Grethe",
      "Ingrid",
      "Tove",
      "Aase",
      "Edith",
      "Bodil",
      "Lis",
      "Rigmor",
      "Ragna",
      "Vibeke",
      "Solveig"
    ],
    middle: [
      "Hanne",
      "Lene",
      "Susanne",
      "Mette",
      "Charlotte",
      "Pia",
      "Lone",
      "Anette",
      "Helle",
      "Dorte",
      "Marianne",
      "Gitte",
      "Tina",
      "Heidi",
      "Maria",
      "Camilla",
      "Louise",
      "Rikke",
      "Trine",
      "Anja"
    ],
    young: [
      "Emma",
      "Ida",
      "Freja",
      "Clara",
      "Sofie",
      "Alma",
      "Laura",
      "Mathilde",
      "Nora",
      "Agnes",
      "Liva",
      "Josefine",
      "Cecilie",
      "Asta",
      "Olivia",
      "Ella",
      "Karla",
      "Vilma",
      "Aya",
      "Signe"
    ]
  },
  male: {
    old: [
      "Carl",
      "Egon",
      "Holger",
      "Karl",
      "Niels",
      "Poul",
      "Svend",
      "B\xF8rge",
      "Knud",
      "Erik",
      "J\xF8rgen",
      "Kaj",
      "Aage",
      "Verner",
      "Preben",
      "Ejnar",
      "Otto",
      "Villy",
      "Arne",
      "Bent",
      "Orla",
      "Finn",
      "Gunnar",
      "Viggo"
    ],
    middle: [
      "Lars",
      "Michael",
      "Henrik",
      "Thomas",
      "S\xF8ren",
      "Jan",
      "Kim",
      "Per",
      "Torben",
      "Flemming",
      "Anders",
      "Jesper",
      "Morten",
      "Martin",
      "Brian",
      "Claus",
      "Rasmus",
      "Kristian",
      "Jens",
      "Allan"
    ],
    young: [
      "William",
      "Oscar",
      "Noah",
      "Lucas",
      "Emil",
      "Victor",
      "Magnus",
      "Malthe",
      "Elias",
      "August",
      "Oliver",
      "Alfred",
      "Valdemar",
      "Storm",
      "Mikkel",
      "Frederik",
      "Mads",
      "Anton",
      "Yusuf",
      "Aksel"
    ]
  }
};
var streets = [
  "Eksempelvej",
  "Pr\xF8vestr\xE6de",
  "Demoall\xE9",
  "Skabelonv\xE6nget",
  "Fiktivgade",
  "M\xF8nsterparken",
  "Opdigtsvej",
  "T\xE6nkebakken",
  "Skitsev\xE6nget",
  "Kladdestien",
  "Modelgade",
  "\xD8velsesvej",
  "Stikpr\xF8vevej",
  "Fors\xF8gsparken"
];
var careHomes = [
  "Plejecenter Skitsebo, Modelgade 200",
  "Plejehjemmet Pr\xF8velund, Demoall\xE9 150"
];
var towns = [
  { city: "Eksempelby", postalCode: "0091", municipality: "0991", weight: 70 },
  { city: "Pr\xF8vested", postalCode: "0092", municipality: "0991", weight: 22 },
  { city: "Fiktivborg", postalCode: "0093", municipality: "0992", weight: 8 }
];
var practitioners = ["AB", "CD", "EF", "GH", "IJ"];

// fixtures/clinic/residents.ts
function moveIn(household, { random, seed, today, taken, first }) {
  const family = random.pick(surnames);
  const oldAndAlone = household.length === 1 && household.every(({ age }) => age >= 84);
  const shared = {
    ...drawHome(oldAndAlone && random.chance(0.3), random),
    practitioner: random.pick(practitioners),
    phone: drawPhone(random)
  };
  return household.map(({ age, sex }, index) => {
    const id2 = `p${String(first + index).padStart(6, "0")}`;
    const birthDate = drawBirthDate(age, today, random);
    const generation = age >= 65 ? "old" : age >= 35 ? "middle" : "young";
    const surname = age >= 18 && index > 0 && random.chance(0.3) ? random.pick(surnames) : family;
    const middle = random.chance(0.5) ? ` ${random.pick(surnames)}` : "";
    return {
      id: id2,
      // How many tries a number takes depends on the date; the rest of the life must not.
      cpr: makeCpr(birthDate, sex, new Random(`${seed}/cpr/${id2}`), taken),
      name: `${random.pick(firstNames[sex][generation])}${middle} ${surname}`,
      birthDate,
      sex,
      ...shared,
      insuranceGroup: random.chance(0.98) ? 1 : 2
    };
  });
}
function drawHome(inCareHome, random) {
  const { city, postalCode, municipality } = random.weighted(weightedTowns);
  const address = inCareHome ? `${random.pick(careHomes)}, bolig ${random.whole(1, 60)}` : `${random.pick(streets)} ${random.whole(1, 120)}${random.chance(0.45) ? drawFlat(random) : ""}`;
  return { address, postalCode, city, municipality };
}
var weightedTowns = towns.map((town) => [town, town.weight]);
function drawFlat(random) {
  return `, ${random.pick(["st.", "1.", "2.", "3.", "4."])} ${random.pick(["tv.", "mf.", "th."])}`;
}
function drawPhone(random) {
  return `00 ${random.whole(10, 99)} ${random.whole(10, 99)} ${random.whole(10, 99)}`;
}
function drawBirthDate(age, today, random) {
  return dateOf(latestBirth(age, today) - random.whole(0, 363));
}

// fixtures/clinic/variety.ts
function vary({ patient, medications = [], results = [], ...rest }, today, seed) {
  const random = new Random(`${seed}/variety/${patient.id}`);
  const birth = dayOf(patient.birthDate);
  const isAdult = today - birth > 18 * 366;
  const laboratory = drawLaboratory(random);
  return {
    patient: { ...patient, ...drawBelonging(random, birth, today) },
    ...rest,
    medications: inOrder(
      [
        ...medications.flatMap((each) => injections(each, today)).map((each) => dispensed(withProduct(each), today)),
        ...asNeeded(medications, random, isAdult, today),
        ...nameOnly(random, isAdult, today)
      ],
      "from"
    ),
    results: inOrder(
      [
        ...results.map((each) => laboratory(each)),
        ...atHome(results, random),
        ...oldFiltration(results, birth, random)
      ],
      "at"
    )
  };
}
function drawBelonging(random, birth, today) {
  const bornHere = random.chance(0.3);
  const joined = bornHere ? birth : random.whole(Math.min(today, birth + 30), today);
  const isPassing = random.chance(4e-3);
  return {
    registered: dateOf(isPassing ? Math.max(birth, today - random.whole(1, 60)) : joined),
    listed: !isPassing
  };
}
function drawLaboratory(random) {
  const creatinine = random.pick(["NPU18016", "NPU18016", "NPU04998"]);
  const units = {
    NPU01568: random.pick(["mmol/L", "mmol/l"]),
    NPU19661: random.pick(["mg/g", "10-3", "10E-3", "x10-3"]),
    NPU27300: random.pick(["mmol/mol", "mmol/mol", "10-3"]),
    NPU18016: random.pick(["\xB5mol/L", "umol/l"]),
    DNK05472: random.pick(["mmHg", "mm[Hg]"]),
    DNK05473: random.pick(["mmHg", "mm[Hg]"])
  };
  return (result) => {
    const { code, unit = "" } = result;
    return {
      ...result,
      code: code === "NPU18016" ? creatinine : code,
      unit: units[code] ?? unit
    };
  };
}
function atHome(results, random) {
  if (!random.chance(0.2)) return [];
  return results.flatMap((each) => {
    const home = homeCodes[each.code];
    if (!home || typeof each.value !== "number") return [];
    const [code, text2] = home;
    if (dayOf(each.at) % 3 === 0) return [];
    const { unit, source: source3, ...interval } = each;
    return [{ ...interval, code, text: text2, value: each.value - 5, unit, source: source3 }];
  });
}
var homeCodes = {
  DNK05472: ["MCS88019", "Blodtryk hjemme, systolisk"],
  DNK05473: ["MCS88020", "Blodtryk hjemme, diastolisk"]
};
function oldFiltration(results, birth, random) {
  const first = results.find(({ code }) => code === "DNK35302");
  const day = lastWorkingDay(dayOf("2014-02-03") + random.whole(0, 800));
  if (!first || typeof first.value !== "number" || day < birth + 40 * 365 || !random.chance(0.3))
    return [];
  const { comparator: _, ...plain } = first;
  return [
    {
      ...plain,
      code: "DNK35131",
      text: "eGFR (til juli 2016)",
      at: dateOf(day),
      value: Math.min(90, first.value + 9)
    }
  ];
}
function withProduct(medication) {
  const [, amount, unit] = /(\d+(?:,\d+)?) (mg|µg|g)\b/.exec(medication.text ?? "") ?? [];
  const random = new Random(`product/${medication.code}/${medication.text ?? ""}`);
  if (!random.chance(0.85)) return medication;
  return {
    ...medication,
    product: String(random.whole(1e5, 599999)),
    ...amount !== void 0 && unit !== void 0 ? { strength: { value: Number(amount.replace(",", ".")), unit } } : {}
  };
}
function dispensed(medication, today) {
  const { code, text: text2 = "", from, to } = medication;
  const random = new Random(`dispensed/${code}/${text2}/${today - dayOf(from)}`);
  const back2 = random.chance(0.9) ? random.whole(1, 100) : random.whole(365, 900);
  const day = today - back2;
  if (to !== void 0 && dayOf(to) < today || day < dayOf(from)) return medication;
  return { ...medication, dispensed: dateOf(day) };
}
function injections(medication, today) {
  if (medication.code !== "M05BX04") return [medication];
  const end = medication.to === void 0 ? today : dayOf(medication.to);
  const given = [];
  for (let day = dayOf(medication.from); day <= end; day += sixMonths)
    given.push({ ...medication, from: dateOf(day), to: dateOf(day + sixMonths - 1) });
  return given;
}
var sixMonths = 182;
function asNeeded(medications, random, isAdult, today) {
  const from = dateOf(today - random.whole(200, 1800));
  if (!random.chance(0.06) || !isAdult) return [];
  if (medications.some(({ code }) => code.startsWith("N02B"))) return [];
  return [
    {
      ...{ code: "N02BE01", text: "Paracetamol 500 mg", dose: "2 tabletter efter behov" },
      ...{ from, source: sources.medication }
    }
  ];
}
function nameOnly(random, isAdult, today) {
  const end = today - random.whole(400, 900);
  if (!random.chance(3e-3) || !isAdult) return [];
  return [
    {
      ...{ code: "", text: "Magistrelt fremstillet creme", dose: "efter anvisning" },
      ...{ from: dateOf(end - 30), to: dateOf(end), source: sources.medication }
    }
  ];
}
function inOrder(entries, key) {
  return [...entries].sort((a, b) => a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

// fixtures/clinic/generate.ts
var defaultClinic = { seed: "overblik", size: 7012, asOf: "2026-11-24" };
function generateClinic(options = {}) {
  const patients2 = [...generatePatients(options)];
  return { description: describeGenerated(options, patients2.length), patients: patients2 };
}
function describeGenerated(options, patients2) {
  return describeClinic(options.asOf ?? defaultClinic.asOf, patients2);
}
function* generatePatients(options = {}) {
  const { seed, size: size2, asOf } = { ...defaultClinic, ...options };
  const today = dayOf(asOf);
  const edges = edgePatients(today).slice(0, size2);
  const taken = new Set(edges.flatMap(({ records }) => records.patient.cpr ?? []));
  const draw = new Random(`${seed}/people`);
  const people = Array.from(
    { length: Math.max(0, size2 - edges.length) },
    () => drawAgeAndSex(draw)
  );
  let made = 0;
  for (const [number, household] of formHouseholds(people, draw).entries()) {
    const random = new Random(`${seed}/${number}`);
    for (const patient of moveIn(household, { random, seed, today, taken, first: made + 1 })) {
      yield vary(recordsOf(patient, today, { random, seed }), today, seed);
      made++;
    }
  }
  for (const { records } of edges) yield records;
}

// test/languages/cql-clinic.ts
import { spawn } from "node:child_process";
import { once } from "node:events";

// src/languages/cql/text.ts
function text(value) {
  return `'${escaped(value, "'")}'`;
}
function escaped(value, quote) {
  return Array.from(value, (sign) => {
    if (sign === quote || sign === "\\") return `\\${sign}`;
    const point = sign.codePointAt(0);
    return point < 32 || /\p{Cf}|\p{Cc}|\p{Zl}|\p{Zp}/u.test(sign) ? escapedPoint(sign) : sign;
  }).join("");
}
function escapedPoint(sign) {
  return Array.from(
    { length: sign.length },
    (_, at) => String.raw`\u` + sign.charCodeAt(at).toString(16).padStart(4, "0")
  ).join("");
}
function listOf(values, indent) {
  const items = values.map(text);
  const line = `{ ${items.join(", ")} }`;
  if (line.length <= 90) return line;
  const space = " ".repeat(indent);
  return `{
${items.map((item) => `${space}${item}`).join(",\n")}
${" ".repeat(indent - 2)}}`;
}

// src/languages/cql/rules-library.ts
var rulesName = "OverblikRules";
var rulesVersion = "1.0.0";
var recordType = `Tuple {
    coded Boolean, aside Boolean, id String, system String, code String, source String, status String,
    beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, time Integer,
    reviewedFirst Date, reviewedLast Date, number Decimal, comparator String, units List<String>, words String
  }`;
var matchType = "Tuple { holds Boolean, judged Boolean, aside Boolean, beganFirst Date, beganLast Date, time Integer, id String }";
var daysType = "Tuple { began Date, ended Date }";
var coverageType = "Tuple { type String, available Boolean, since Date, freshUntil Date, systems List<String> }";
var partType = `Tuple { type String, systems List<String>, records List<${recordType}> }`;
var numberType = "Tuple { holds Boolean, low Decimal, lowClosed Boolean, high Decimal, highClosed Boolean, beganFirst Date, beganLast Date, time Integer, id String, aside Boolean }";
var coverageParameter = `List<${coverageType}>`;
var rulesLibrary = String.raw`library ${rulesName} version '${rulesVersion}'

// The rules of Overblik's profiles. True, false and null are yes, no and unknown. Nothing here reads a record: see
// the library OverblikRecords.

// ---- Days. A date known to its year or month stands for every day of it (R4a). ----

define function Earlier(a Date, b Date):
  if a is null or b < a then b else a

define function Later(a Date, b Date):
  if a is null or b > a then b else a

// The day after; of the calendar's last day itself.
define function Next(onDay Date):
  if onDay >= @9999-12-31 then onDay else onDay + 1 day

// A period later; the calendar ends in 9999 (R27).
define function Plus(onDay Date, addMonths Integer, addDays Integer):
  if onDay >= @9000-01-01 then @9999-12-31
  else onDay + System.Quantity { value: ToDecimal(addMonths), unit: 'months' }
    + System.Quantity { value: ToDecimal(addDays), unit: 'days' }

// Whether something that lasts from one day to another shares a day with a window, on all lawful days (true), on none
// (false), or on some (null). A window that ends before it begins has none (R6, R7). No day: that side is open.
define function InWindow(beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, opens Date, closes Date):
  case
    when opens is not null and closes is not null and opens > closes then false
    when closes is not null and beganFirst > closes then false
    when opens is not null and endedLast < opens then false
    when (closes is null or beganLast <= closes) and (opens is null or endedFirst >= opens) then true
    else null
  end

define function In(record ${recordType}, opens Date, closes Date):
  InWindow(record.beganFirst, record.beganLast, record.endedFirst, record.endedLast, opens, closes)

// The same of the day on which it began: what is new is in a window by its first day (R10b).
define function BeganIn(record ${recordType}, opens Date, closes Date):
  InWindow(record.beganFirst, record.beganLast, record.beganFirst, record.beganLast, opens, closes)

// When a care plan was last gone through (R10a): as a point; null where nobody says.
define function ReviewedIn(record ${recordType}, opens Date, closes Date):
  if record.reviewedFirst is null then null
  else InWindow(record.reviewedFirst, record.reviewedLast, record.reviewedFirst, record.reviewedLast, opens, closes)

// The day on which an age is reached: a day beyond its month's end is the first of the next month (R17).
define function ReachedOn(birth Date, addMonths Integer, addDays Integer):
  (birth + System.Quantity { value: ToDecimal(addMonths), unit: 'months' })
    + System.Quantity {
        value: ToDecimal(addDays + (if day from (birth + System.Quantity { value: ToDecimal(addMonths), unit: 'months' })
          < day from birth then 1 else 0)),
        unit: 'days'
      }

// Whether who was born between two days has reached an age on a day; null where it depends on which.
define function HasReached(birthFirst Date, birthLast Date, addMonths Integer, addDays Integer, asked Date):
  case
    when birthFirst is null then null
    when ReachedOn(birthLast, addMonths, addDays) <= asked then true
    when ReachedOn(birthFirst, addMonths, addDays) > asked then false
    else null
  end

// Whether a text is one of those asked; null where there is none (R10a).
define function IsAmong(given String, asked List<String>):
  if given is null then null else given in asked

// A record whose fields were asked too.
define function Asked(record ${recordType}, holds Boolean):
  Tuple {
    coded: holds, aside: record.aside, id: record.id, system: record.system, code: record.code,
    source: record.source, status: record.status, beganFirst: record.beganFirst, beganLast: record.beganLast,
    endedFirst: record.endedFirst, endedLast: record.endedLast, time: record.time,
    reviewedFirst: record.reviewedFirst, reviewedLast: record.reviewedLast, number: record.number,
    comparator: record.comparator, units: record.units, words: record.words
  }

// ---- Coverage (R1a, R9, R10). What is not said to be covered is not: then the absence of a record is no "no". ----

define function Covered(
    coverage ${coverageParameter}, type String, systems List<String>, opens Date, lastAsked Date):
  exists (coverage C
    where C.type = type and C.available is true
      and (opens is null or C.since is null or C.since <= opens)
      and (C.freshUntil is null or C.freshUntil >= lastAsked)
      and (C.systems is null or systems is null or exists (systems S where S in C.systems)))

// As far before the window as a pause of that length could join a run that was seen in it from a day on (R16).
define function CoveredBefore(
    coverage ${coverageParameter}, type String, systems List<String>, opens Date, lastAsked Date,
    seenFrom Date, gapMonths Integer, gapDays Integer):
  exists (coverage C
    where C.type = type and C.available is true
      and (opens is null or C.since is null
        or (C.since <= opens and (seenFrom is null or Plus(C.since, gapMonths, gapDays) < seenFrom)))
      and (C.freshUntil is null or C.freshUntil >= lastAsked)
      and (C.systems is null or systems is null or exists (systems S where S in C.systems)))

// ---- Values (R14). ----

// Whether a number is between two bounds; null where it is undecided: no number, an implausible one, a comparator that
// allows numbers on both sides. A bound that is not there is null.
define function Within(
    number Decimal, comparator String, low Decimal, isLowOpen Boolean, high Decimal, isHighOpen Boolean,
    least Decimal, most Decimal):
  case
    when number is null then null
    when least is not null and number < least then null
    when most is not null and number > most then null
    when comparator is null then
      (low is null or (if isLowOpen then number > low else number >= low))
        and (high is null or (if isHighOpen then number < high else number <= high))
    when comparator in { '<', '<=' } then
      case
        when low is not null and (number < low or (number = low and (isLowOpen or comparator = '<'))) then false
        when low is not null then null
        when number < high or (number = high and (isHighOpen is false or comparator = '<')) then true
        else null
      end
    when comparator in { '>', '>=' } then
      case
        when high is not null and (number > high or (number = high and (isHighOpen or comparator = '>'))) then false
        when high is not null then null
        when number > low or (number = low and (isLowOpen is false or comparator = '>')) then true
        else null
      end
    else null
  end

// ---- Counting (R11). ----

// Whether a number that lies between two others satisfies a count: true if every one does, false if none does.
// Unbounded, there may be any number more.
define function Between(least Integer, most Integer, isBounded Boolean, atLeast Integer, atMost Integer):
  case
    when least >= atLeast and (atMost is null or (isBounded and most <= atMost)) then true
    when (isBounded and most < atLeast) or (atMost is not null and least > atMost) then false
    else null
  end

// Each match is true, or null where it only may be one.
define function Counted(matches List<Boolean>, atLeast Integer, atMost Integer, isCovered Boolean):
  Between(
    Count(matches M where M is true),
    Count(matches M where M is not false return all 1),
    isCovered, atLeast, atMost)

// How many are true, at least and at most (R20).
define function AtLeastOf(answers List<Boolean>, atLeast Integer):
  case
    when Count(answers A where A is true) >= atLeast then true
    when Count(answers A where A is not false return all 1) < atLeast then false
    else null
  end

// R15: different beginnings of codes.
define function Distinct(
    matches List<Tuple { holds Boolean, code String }>, length Integer, atLeast Integer, atMost Integer,
    isCovered Boolean):
  Between(
    Count(matches M where M.holds is true and Length(M.code) >= length return Substring(M.code, 0, length)),
    Count(matches M where M.holds is not false and Length(M.code) >= length return Substring(M.code, 0, length))
      + Count(matches M where M.holds is not false and (M.code is null or Length(M.code) < length) return all 1),
    isCovered, atLeast, atMost)

// R11, apart: how many of which each is late enough after the one before.
define function Chain(spans List<${daysType}>, addMonths Integer, daysApart Integer):
  ((spans D return all D sort by ended) D
    aggregate Chained starting (Tuple { number: 0, last: null as Date }):
      if Chained.last is null or D.began >= Plus(Chained.last, addMonths, daysApart)
      then Tuple { number: Chained.number + 1, last: D.ended }
      else Chained).number

define function CountedApart(
    matches List<${matchType}>, addMonths Integer, addDays Integer, atLeast Integer, atMost Integer, isCovered Boolean):
  Between(
    Chain(matches M where M.holds is true return all Tuple { began: M.beganFirst, ended: M.beganLast }, addMonths, addDays),
    Chain(
      matches M where M.holds is not false and M.beganFirst = M.beganLast
        return all Tuple { began: M.beganFirst, ended: M.beganFirst }, addMonths, addDays)
      + Count(matches M where M.holds is not false and M.beganFirst < M.beganLast return all 1),
    isCovered, atLeast, atMost)

// R10b: whether nothing of the same code is earlier; null where something may be.
define function IsFirst(record ${recordType}, others List<${recordType}>):
  case
    when record.coded is true and exists (others O
      where O.id != record.id and O.aside is false and O.system = record.system and O.code = record.code
        and O.beganLast < record.beganFirst) then false
    when exists (others O
      where O.id != record.id
        and (O.code is null or record.code is null or (O.system = record.system and O.code = record.code))
        and O.beganFirst < record.beganLast) then null
    else true
  end

// ---- Picking one (R13). ----

// The day that the one picked has at least (the latest) or at most (the earliest).
define function Nearest(matches List<${matchType}>, isLatest Boolean):
  if isLatest then Max(matches M where M.holds is true return all M.beganFirst)
  else Min(matches M where M.holds is true return all M.beganLast)

// All that may be the one. Of one day it is the last, or first, by time where each has one, else by the order of ids.
define function MayBePicked(matches List<${matchType}>, isLatest Boolean, nearest Date):
  flatten {
    (matches M
      where M.aside is false
        and (nearest is null
          or (if isLatest then M.beganLast > nearest else M.beganFirst < nearest)
          or (M.holds is null and M.beganFirst <= nearest and M.beganLast >= nearest)
          or (M.beganFirst < M.beganLast and M.beganFirst <= nearest and M.beganLast >= nearest))
      return all M),
    OfDay(
      matches M where M.aside is false and M.holds is true and M.beganFirst = nearest and M.beganLast = nearest
        return all M, isLatest)
  }

define function OfDay(matches List<${matchType}>, isLatest Boolean):
  InOrder(
    matches, isLatest,
    if exists (matches M where M.time is null return all 1)
    then (matches M return all M sort by id)
    else (matches M return all M sort by time, id))

define function InOrder(matches List<${matchType}>, isLatest Boolean, ordered List<${matchType}>):
  if not exists matches then matches else if isLatest then { Last(ordered) } else { First(ordered) }

// What all that may be the one answer alike. Nothing set aside may have been it, and it must be known to be the one:
// the latest needs coverage from its own day on, the earliest of the whole window.
define function Picked(
    matches List<${matchType}>, isLatest Boolean, coverage ${coverageParameter}, type String, systems List<String>,
    opens Date, lastAsked Date):
  PickedOf(
    MayBePicked(matches, isLatest, Nearest(matches, isLatest)),
    Nearest(matches, isLatest) is not null,
    not exists (matches M where M.aside return all 1)
      and Covered(
        coverage, type, systems,
        if isLatest then Coalesce(Nearest(matches, isLatest), opens, Min(matches M return all M.beganFirst), @9999-12-31)
        else opens,
        lastAsked))

define function PickedOf(may List<${matchType}>, isThere Boolean, isKnown Boolean):
  case
    when isKnown is false then null
    when isThere and not exists (may M where M.judged is not true return all 1) then true
    when not exists (may M where M.judged is not false return all 1) then false
    else null
  end

// ---- Change (R19c): the latest less another of the rest, as intervals. ----

define function OrderedNumbers(numbers List<${numberType}>):
  (numbers N
    return all Tuple {
      holds: N.holds, low: N.low, lowClosed: N.lowClosed, high: N.high, highClosed: N.highClosed,
      beganFirst: N.beganFirst, beganLast: N.beganLast,
      time: if exists (numbers M where M.time is null and M.beganFirst = N.beganFirst return all 1)
        then 0 else N.time,
      id: N.id, aside: N.aside
    }
    sort by beganFirst, time, id)

define function Changed(
    numbers List<${numberType}>, from_ String, above Decimal, atLeast Decimal, below Decimal, atMost Decimal,
    coverage ${coverageParameter}, systems List<String>, opens Date, lastAsked Date):
  case
    when exists (numbers N where N.aside or N.holds is null or N.beganFirst < N.beganLast return all 1) then null
    else ChangedOf(OrderedNumbers(numbers), from_, above, atLeast, below, atMost, coverage, systems, opens, lastAsked)
  end

define function ChangedOf(
    ordered List<${numberType}>, from_ String, above Decimal, atLeast Decimal, below Decimal, atMost Decimal,
    coverage ${coverageParameter}, systems List<String>, opens Date, lastAsked Date):
  case
    when not Covered(
      coverage, 'result', systems,
      if from_ = 'previous' and Count(ordered N return all 1) >= 2
      then ordered[Count(ordered N return all 1) - 2].beganFirst
      else opens,
      lastAsked) then null
    when Count(ordered N return all 1) < 2 then false
    else Difference(
      Last(ordered),
      if from_ = 'previous' then ordered[Count(ordered N return all 1) - 2] else First(ordered),
      above, atLeast, below, atMost)
  end

define function Difference(
    latest ${numberType}, other ${numberType}, above Decimal, atLeast Decimal, below Decimal, atMost Decimal):
  IntervalWithin(
    latest.low - other.high, latest.lowClosed and other.highClosed,
    latest.high - other.low, latest.highClosed and other.lowClosed,
    above, atLeast, below, atMost)

// Whether all numbers of an interval are among those asked (true), or none is (false). An open end is null.
define function IntervalWithin(
    low Decimal, lowClosed Boolean, high Decimal, highClosed Boolean,
    above Decimal, atLeast Decimal, below Decimal, atMost Decimal):
  case
    when Coalesce(above is null or low > above or (low = above and lowClosed is false), false)
      and Coalesce(atLeast is null or low >= atLeast, false)
      and Coalesce(below is null or high < below or (high = below and highClosed is false), false)
      and Coalesce(atMost is null or high <= atMost, false) then true
    when Coalesce(high <= above, false)
      or Coalesce(high < atLeast or (high = atLeast and highClosed is false), false)
      or Coalesce(low >= below, false)
      or Coalesce(low > atMost or (low = atMost and lowClosed is false), false) then false
    else null
  end

// ---- Runs of days (R16, R16a, R18). ----

// Spans joined where one begins no later than the day after the others end, and a pause.
define function Runs(spans List<${daysType}>, gapMonths Integer, gapDays Integer):
  (spans S return all S sort by began) S
    aggregate Joined starting (List<${daysType}>{}):
      if not exists Joined or S.began > Plus(Next(Last(Joined).ended), gapMonths, gapDays)
      then flatten { Joined, { Tuple { began: S.began, ended: S.ended } } }
      else flatten {
        Take(Joined, Count(Joined J return all 1) - 1),
        { Tuple { began: Last(Joined).began, ended: Later(Last(Joined).ended, S.ended) } }
      }

// The most days that records may have, and the least that they must.
define function MostSpans(records List<${recordType}>):
  records R where R.coded is not false return all Tuple { began: R.beganFirst, ended: R.endedLast }

define function LeastSpans(records List<${recordType}>):
  records R where R.coded is true and R.beganLast <= R.endedFirst
    return all Tuple { began: R.beganLast, ended: R.endedFirst }

define function Intersect(a List<${daysType}>, b List<${daysType}>):
  from a A, b B
    where A.began <= B.ended and B.began <= A.ended
    return all Tuple { began: Later(A.began, B.began), ended: Earlier(A.ended, B.ended) }

// Whether a run shares a day with the window and, cut at its last day, lasts so long.
define function Lasts(run ${daysType}, addMonths Integer, addDays Integer, opens Date, closes Date):
  InWindow(run.began, run.began, run.ended, run.ended, opens, closes) is true
    and Plus(run.began, addMonths, addDays) <= Next(Earlier(run.ended, closes))

define function MostShared(parts List<${partType}>, gapMonths Integer, gapDays Integer):
  parts P
    aggregate Shared starting (null as List<${daysType}>):
      if Shared is null then Runs(MostSpans(P.records), gapMonths, gapDays)
      else Intersect(Shared, Runs(MostSpans(P.records), gapMonths, gapDays))

define function LeastShared(parts List<${partType}>, gapMonths Integer, gapDays Integer):
  parts P
    aggregate Shared starting (null as List<${daysType}>):
      if Shared is null then Runs(LeastSpans(P.records), gapMonths, gapDays)
      else Intersect(Shared, Runs(LeastSpans(P.records), gapMonths, gapDays))

// R16 of one part, R18 of several: the days on which every part has a record form a run that lasts in the window.
define function Lasting(
    parts List<${partType}>, gapMonths Integer, gapDays Integer, addMonths Integer, addDays Integer,
    opens Date, closes Date, coverage ${coverageParameter}, lastAsked Date):
  LastingOf(
    parts, LeastShared(parts, gapMonths, gapDays), MostShared(parts, gapMonths, gapDays),
    gapMonths, gapDays, addMonths, addDays, opens, closes, coverage, lastAsked)

define function LastingOf(
    parts List<${partType}>, least List<${daysType}>, most List<${daysType}>,
    gapMonths Integer, gapDays Integer, addMonths Integer, addDays Integer,
    opens Date, closes Date, coverage ${coverageParameter}, lastAsked Date):
  case
    when exists (least L where Lasts(L, addMonths, addDays, opens, closes) return all 1) then true
    when not exists (most M where Lasts(M, addMonths, addDays, opens, closes) return all 1)
      and not exists (parts P
        where not CoveredBefore(
          coverage, P.type, P.systems, opens, lastAsked,
          Min(most M where M.ended >= opens return all M.began), gapMonths, gapDays)
        return all 1) then false
    // One part alone is certainly without a record that could take part.
    when Count(parts P return all 1) > 1 and exists (parts P
      where not exists ((P.records) R where R.coded is not false and In(R, opens, closes) is not false return all 1)
        and Covered(coverage, P.type, P.systems, opens, lastAsked)
      return all 1) then false
    else null
  end

// R16a: how many runs share a day with the window, and last so. Lengths of null are not asked.
define function IsAsked(
    run ${daysType}, leastMonths Integer, leastDays Integer, mostMonths Integer, mostDays Integer,
    opens Date, closes Date):
  (if leastMonths is null then InWindow(run.began, run.began, run.ended, run.ended, opens, closes) is true
    else Lasts(run, leastMonths, leastDays, opens, closes))
    and (mostMonths is null
      or (run.ended < @9999-12-31 and (closes is null or run.ended <= closes)
        and Plus(run.began, mostMonths, mostDays) >= Next(run.ended)))

// Of runs, those that hold no record of which anything is in doubt.
define function SureRuns(runs List<${daysType}>, records List<${recordType}>):
  runs U
    where not exists (records R
      where R.coded is not false
        and (R.coded is null or R.beganFirst < R.beganLast or R.endedFirst < R.endedLast)
        and R.beganFirst <= U.ended and R.endedLast >= U.began
      return all 1)
    return all U

define function Episodes(
    type String, systems List<String>, records List<${recordType}>, gapMonths Integer, gapDays Integer,
    leastMonths Integer, leastDays Integer, mostMonths Integer, mostDays Integer, opens Date, closes Date,
    atLeast Integer, atMost Integer, coverage ${coverageParameter}, lastAsked Date):
  EpisodesOf(
    Count((SureRuns(Runs(MostSpans(records), gapMonths, gapDays), records)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all 1),
    Count((Runs(LeastSpans(records), gapMonths, gapDays)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all 1)
      + Count(records R
        where R.coded is null or R.beganFirst < R.beganLast or R.endedFirst < R.endedLast return all 1),
    if leastMonths is null and mostMonths is null then Covered(coverage, type, systems, opens, lastAsked)
    else CoveredBefore(
      coverage, type, systems, opens, lastAsked,
      Min((Runs(MostSpans(records), gapMonths, gapDays)) U where U.ended >= opens return all U.began),
      gapMonths, gapDays),
    mostMonths is not null, atLeast, atMost)

// What is not seen may join all runs to one, and then it may last too long.
define function EpisodesOf(
    least Integer, most Integer, isCovered Boolean, hasMost Boolean, atLeast Integer, atMost Integer):
  Between(
    if isCovered then least else if hasMost or least = 0 then 0 else 1,
    most, isCovered, atLeast, atMost)

// ---- Another day (R19b). ----

// The days that a record may be the anchor on: null where one of them is not known to the day.
define function AnchorDays(matches List<${matchType}>, isLatest Boolean):
  AnchorDaysOf(
    matches M
      where M.holds is not false
        and (Nearest(matches, isLatest) is null
          or (if isLatest then M.beganLast >= Nearest(matches, isLatest)
            else M.beganFirst <= Nearest(matches, isLatest)))
      return all M)

define function AnchorDaysOf(may List<${matchType}>):
  if exists (may M where M.beganFirst < M.beganLast return all 1) then null
  else may M return M.beganFirst

// What "is" answers on every day that may be the anchor's.
define function Anchored(
    answers List<Boolean>, matches List<${matchType}>, isLatest Boolean, coverage ${coverageParameter}, type String,
    systems List<String>, opens Date, lastAsked Date):
  case
    when answers is null then null
    when not Covered(
      coverage, type, systems,
      if isLatest then Later(Nearest(matches, isLatest), opens) else opens, lastAsked) then null
    when Nearest(matches, isLatest) is not null
      and not exists (answers A where A is not true return all 1) then true
    when not exists (answers A where A is not false return all 1) then false
    else null
  end
`;

// src/languages/cql/records-library.ts
var recordsName = "OverblikRecords";
var recordsVersion = "1.0.0";
var codesType = "Tuple { system String, addresses List<String>, include String, exclude String, dropsDots Boolean, digits Integer }";
var codingType = "Tuple { system String, code String }";
var dayType = "Tuple { first Date, last Date, isBroken Boolean, time Integer }";
var addresses = codeSystems.flatMap(({ aliases }) => aliases.flatMap(addressesOf));
function addressesOf(alias) {
  if (/^\d+(\.\d+)+$/.test(alias)) return [`urn:oid:${alias}`];
  if (!alias.startsWith("http://")) return [];
  return [alias, alias.replace("http:", "https:")];
}
function recordsLibrary(own) {
  const known = [...addresses, ...own];
  return String.raw`library ${recordsName} version '${recordsVersion}'

// What Overblik reads of FHIR R4. A record that nothing can be made of is set aside: it may be any (R3).

using FHIR version '4.0.1'

include ${rulesName} version '${rulesVersion}'

context Patient

// ---- Days ----

// The lawful days of a date as it is written (R4, R4a): an instant counts by its own local date.
define function FirstDay(at DateTime):
  case
    when at is null or year from at is null then null
    when month from at is null then Date(year from at, 1, 1)
    when day from at is null then Date(year from at, month from at, 1)
    else Date(year from at, month from at, day from at)
  end

define function LastDay(at DateTime):
  case
    when at is null or year from at is null then null
    when month from at is null then Date(year from at, 12, 31)
    when day from at is null then
      if year from at = 9999 then @9999-12-31 else Date(year from at, month from at, 1) + 1 month - 1 day
    else Date(year from at, month from at, day from at)
  end

define function TimeOf(at DateTime):
  if minute from at is null then null
  else (hour from at) * 3600 + (minute from at) * 60 + Coalesce(second from at, 0)

define function Nothing():
  Tuple { first: null as Date, last: null as Date, isBroken: false, time: null as Integer }

// An element that is there and has no date that can be read is broken. What other systems write for none is none.
define function DayOf(isThere Boolean, at DateTime):
  case
    when not isThere then Nothing()
    when at is null then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    when FirstDay(at) in { @0001-01-01, @1753-01-01, @1800-01-01, @1899-12-30 } then Nothing()
    else Tuple { first: FirstDay(at), last: LastDay(at), isBroken: LastDay(at) < @1850-01-01, time: TimeOf(at) }
  end

define function DateTimeOf(element FHIR.dateTime): DayOf(element is not null, element.value)
define function InstantOf(element FHIR.instant): DayOf(element is not null, element.value)
define function DateOf(element FHIR.date): DayOf(element is not null, ToDateTime(element.value))

define function EndOf(element FHIR.dateTime):
  if FirstDay(element.value) in { @9999-12-31, @2999-12-31 } then Nothing() else DateTimeOf(element)

// A day that lies in a period, as exactly as a record can tell it.
define function DayWithin(period FHIR.Period):
  WithinOf(DateTimeOf(period.start), DateTimeOf(period."end"), period."end" is null)

define function WithinOf(opens ${dayType}, closes ${dayType}, isOpen Boolean):
  case
    when isOpen then opens
    when opens.isBroken or closes.isBroken
      then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    when opens.first = closes.last then opens
    when opens.first is null or year from opens.first != year from closes.last then Nothing()
    when month from opens.first = month from closes.last then
      Tuple {
        first: FirstDay(DateTime(year from opens.first, month from opens.first)),
        last: LastDay(DateTime(year from opens.first, month from opens.first)),
        isBroken: false, time: null as Integer
      }
    else Tuple {
      first: Date(year from opens.first, 1, 1), last: Date(year from opens.first, 12, 31),
      isBroken: false, time: null as Integer
    }
  end

define function FirstOf(a ${dayType}, b ${dayType}):
  if a.first is not null or a.isBroken then a else b

// ---- Codes (R1, R2) ----

// Of a question without codes.
define AnyCode: null as List<${codesType}>

define function Codings(concept FHIR.CodeableConcept):
  concept.coding C
    where C.system.value is not null and Length(Coalesce(ReplaceMatches(C.code.value, '\\s', ''), '')) > 0
    return all Tuple { system: C.system.value, code: Upper(ReplaceMatches(C.code.value, '\\s', '')) }

// A code as it is compared in a system.
define function Compared(code String, codes ${codesType}):
  case
    when codes.dropsDots then ReplaceMatches(code, '[.]', '')
    when codes.digits is not null and Length(code) < codes.digits and Matches(code, '[0-9]+')
      then Substring('000000', 0, codes.digits - Length(code)) + code
    else code
  end

define function IsOf(coding ${codingType}, codes ${codesType}):
  coding.system in codes.addresses
    and Matches(Compared(coding.code, codes), codes.include)
    and (codes.exclude is null or not Matches(Compared(coding.code, codes), codes.exclude))

// The coding that is meant: of the codes that are asked; without any, the first in a system that is known.
define function Meant(codings List<${codingType}>, asked List<${codesType}>):
  if asked is null then First(codings C where C.system in KnownSystems())
  else First(codings C where exists (asked A where IsOf(C, A)))

// Whether a code is known at all: else it may be any (R3a).
define function IsKnown(codings List<${codingType}>, asked List<${codesType}>):
  exists (codings C where C.system in KnownSystems())
    or exists (codings C where exists (asked A where C.system in A.addresses))

define function KnownSystems():
  ${listOf(known, 4)}

// Whether a record is one of those asked: true, false, or null where it has no code that can be read.
define function Coded(codings List<${codingType}>, asked List<${codesType}>):
  case
    when Meant(codings, asked) is not null then true
    when IsKnown(codings, asked) then false
    else null
  end

// ---- Records ----

define function SourceOf(source FHIR.uri):
  Upper(First(Split(source.value, '#')))

// Of a span. A beginning that nobody knows was on some day up to that of evaluation (R4a).
define function Span(
    coded Boolean, isUnknown Boolean, coding ${codingType}, id String, source String, status String,
    began ${dayType}, ended ${dayType}, reviewed ${dayType}, today Date):
  SpanOf(
    coded, isUnknown or began.isBroken or ended.isBroken or Coalesce(ended.last < began.first, false),
    coding, id, source, status,
    Coalesce(began.first, @1850-01-01),
    if ended.last < Coalesce(began.last, today) then ended.last else Coalesce(began.last, today),
    Coalesce(ended.first, @9999-12-31), Coalesce(ended.last, @9999-12-31),
    reviewed)

define function SpanOf(
    coded Boolean, isAside Boolean, coding ${codingType}, id String, source String, status String,
    beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, reviewed ${dayType}):
  if isAside then Aside(coded, coding, id, source, status, beganFirst, endedLast)
  else Tuple {
    coded: coded, aside: false, id: id, system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: beganFirst, beganLast: beganLast,
    endedFirst: if endedFirst < beganFirst then beganFirst else endedFirst, endedLast: endedLast,
    time: null as Integer, reviewedFirst: reviewed.first, reviewedLast: reviewed.last,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// R3: it takes part in nothing, and makes unknown what it might have answered.
define function Aside(
    coded Boolean, coding ${codingType}, id String, source String, status String, beganFirst Date, endedLast Date):
  Tuple {
    coded: if coded is false then false else null as Boolean, aside: true, id: id,
    system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: if beganFirst > endedLast then @1850-01-01 else beganFirst, beganLast: @9999-12-31,
    endedFirst: @1850-01-01, endedLast: if beganFirst > endedLast then @9999-12-31 else endedLast,
    time: null as Integer, reviewedFirst: null as Date, reviewedLast: null as Date,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// Of a point.
define function Point(
    coded Boolean, isUnknown Boolean, coding ${codingType}, id String, source String, status String, at ${dayType}):
  if isUnknown or at.isBroken or at.first is null
  then Aside(
    coded, coding, id, source, status, Coalesce(at.first, @1850-01-01), Coalesce(at.last, @9999-12-31))
  else Tuple {
    coded: coded, aside: false, id: id, system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: at.first, beganLast: at.last, endedFirst: at.first, endedLast: at.last,
    time: if at.first = at.last then at.time else null as Integer,
    reviewedFirst: null as Date, reviewedLast: null as Date,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// ---- Diagnoses: Condition ----

define function Word(concept FHIR.CodeableConcept):
  if concept is null then null else Coalesce(First(concept.coding C return C.code.value), 'in words')

define function Diagnoses(asked List<${codesType}>, today Date):
  ([Condition] C
    let codings: Codings(C.code), coded: Coded(codings, asked), sure: Word(C.verificationStatus)
    where coded is not false and (sure is null or not (sure in { 'entered-in-error', 'refuted' }))
    return all Diagnosis(
      coded, codings, asked, C, Coalesce(sure, 'confirmed') != 'confirmed', Word(C.clinicalStatus), Ended(C), today))

define function Diagnosis(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, condition FHIR.Condition,
    isUnsure Boolean, clinical String, ended ${dayType}, today Date):
  Span(
    coded,
    coded is null or isUnsure
      or not (clinical is null or clinical in { 'active', 'recurrence', 'relapse' }
        or (clinical in { 'inactive', 'remission', 'resolved' } and ended.last is not null)),
    Meant(codings, asked), condition.id.value, SourceOf(condition.meta.source), null as String,
    Began(condition), ended, Nothing(), today)

define function Began(condition FHIR.Condition):
  case
    when condition.onset is FHIR.Period then DayWithin(condition.onset as FHIR.Period)
    when condition.onset is FHIR.dateTime then DateTimeOf(condition.onset as FHIR.dateTime)
    when condition.onset is not null then Nothing()
    else DateTimeOf(condition.recordedDate)
  end

define function Ended(condition FHIR.Condition):
  case
    when condition.abatement is FHIR.dateTime then EndOf(condition.abatement as FHIR.dateTime)
    when condition.abatement is FHIR.Period then Sure(DayWithin(condition.abatement as FHIR.Period))
    when condition.abatement is not null
      then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    else Nothing()
  end

define function Sure(given ${dayType}):
  if given.first is null then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
  else given

// ---- Medicines: MedicationStatement and MedicationRequest ----

// The medicine itself, wherever it stands.
define function Medicine(medication Choice<FHIR.CodeableConcept, FHIR.Reference>, contained List<FHIR.Resource>):
  if medication is FHIR.CodeableConcept then medication as FHIR.CodeableConcept
  else MedicineAt((medication as FHIR.Reference).reference.value, contained)

define function MedicineAt(reference String, contained List<FHIR.Resource>):
  if StartsWith(reference, '#')
  then First(contained R where R is FHIR.Medication and '#' + R.id.value = reference
    return all (R as FHIR.Medication).code)
  else First([Medication] M where EndsWith(reference, 'Medication/' + M.id.value) return all M.code)

define function Medicines(asked List<${codesType}>, today Date):
  flatten {
    ([MedicationStatement] S
      let codings: Codings(Medicine(S.medication, S.contained)), coded: MayBe(codings, asked, 'ATC')
      where coded is not false and not (Coalesce(S.status.value, 'missing') in { 'entered-in-error', 'not-taken' })
      return all Stated(coded, codings, asked, S, today)),
    ([MedicationRequest] Q
      let codings: Codings(Medicine(Q.medication, Q.contained)), coded: MayBe(codings, asked, 'ATC')
      where coded is not false
        and not (Coalesce(Q.status.value, 'missing') in { 'entered-in-error', 'draft', 'cancelled' })
        and not (Coalesce(Q.intent.value, 'order') in { 'proposal', 'plan', 'option' })
        and Coalesce(Q.doNotPerform.value, false) is false
      return all Ordered(coded, codings, asked, Q, today))
  }

define function Stated(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, statement FHIR.MedicationStatement, today Date):
  Taken(
    coded, codings, asked, statement.id.value, SourceOf(statement.meta.source), statement.status.value,
    case
      when statement.effective is FHIR.Period then DateTimeOf((statement.effective as FHIR.Period).start)
      when statement.effective is FHIR.dateTime then DateTimeOf(statement.effective as FHIR.dateTime)
      else DateTimeOf(statement.dateAsserted)
    end,
    EndOf((statement.effective as FHIR.Period)."end"), today)

define function Ordered(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, request FHIR.MedicationRequest, today Date):
  Taken(
    coded, codings, asked, request.id.value, SourceOf(request.meta.source), request.status.value,
    FirstOf(
      EarliestOf(
        flatten (request.dosageInstruction D
          return all { DateTimeOf((D.timing.repeat.bounds as FHIR.Period).start) })),
      DateTimeOf(request.authoredOn)),
    LatestOf(
      flatten (request.dosageInstruction D
        return all { EndOf((D.timing.repeat.bounds as FHIR.Period)."end") })),
    today)

define function EarliestOf(given List<${dayType}>):
  Coalesce(
    First(given D where D.isBroken),
    First((given D where D.first is not null return all D sort by first)),
    Nothing())

// One dose that goes on is enough for the medicine to go on.
define function LatestOf(given List<${dayType}>):
  Coalesce(
    First(given D where D.isBroken),
    if exists (given D where D.first is null return all 1) then Nothing() else null,
    Last((given D return all D sort by last)),
    Nothing())

// A status beside the days: what is over without a day, or nobody knows how it stands, is set aside.
define function Taken(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, id String, source String, status String,
    began ${dayType}, ended ${dayType}, today Date):
  Span(
    coded,
    not (Coalesce(status, 'missing') = 'active' or (status = 'intended' and Coalesce(began.first > today, false))
      or (Coalesce(status, 'missing') in { 'completed', 'stopped' } and ended.last is not null)),
    Meant(codings, asked), id, source, null as String, began, ended, Nothing(), today)

// ---- Results: Observation, and its components ----

define function Results(asked List<${codesType}>):
  flatten {
    ([Observation] O
      let codings: Codings(O.code), coded: Coded(codings, asked)
      where coded is not false and IsCounted(O.status.value)
        and not (O.value is null and (exists O.component or exists O.hasMember))
      return all Valued(
        Point(
          coded, coded is null or not IsTold(O.status.value), Meant(codings, asked), O.id.value,
          SourceOf(O.meta.source), null as String, Moment(O)),
        O.value as FHIR.Quantity, (O.value as FHIR.integer).value, WordsOf(O.value))),
    flatten ([Observation] O
      where exists O.component and IsCounted(O.status.value)
      return all (O.component P
        let codings: Codings(P.code), coded: Coded(codings, asked)
        where coded is not false
        return all Valued(
          Point(
            coded, coded is null or not IsTold(O.status.value), Meant(codings, asked), O.id.value,
            SourceOf(O.meta.source), null as String, Moment(O)),
          P.value as FHIR.Quantity, (P.value as FHIR.integer).value, WordsOf(P.value))))
  }

define function IsCounted(status String):
  not (Coalesce(status, 'missing') in { 'entered-in-error', 'cancelled' })

define function IsTold(status String):
  Coalesce(status, 'missing') in { 'registered', 'preliminary', 'final', 'amended', 'corrected' }

// When it was true of the patient: of a period its end; where nobody says, when it was issued.
define function Moment(observation FHIR.Observation):
  case
    when observation.effective is FHIR.dateTime then DateTimeOf(observation.effective as FHIR.dateTime)
    when observation.effective is FHIR.instant then InstantOf(observation.effective as FHIR.instant)
    when observation.effective is FHIR.Period then
      FirstOf(
        DateTimeOf((observation.effective as FHIR.Period)."end"),
        DateTimeOf((observation.effective as FHIR.Period).start))
    when observation.effective is FHIR.Timing
      then DateTimeOf(Last((observation.effective as FHIR.Timing).event))
    else InstantOf(observation.issued)
  end

define function WordsOf(
    value Choice<
      FHIR.Quantity, FHIR.CodeableConcept, FHIR.string, FHIR.boolean, FHIR.integer, FHIR.Range, FHIR.Ratio,
      FHIR.SampledData, FHIR.time, FHIR.dateTime, FHIR.Period>):
  case
    when value is FHIR.string then (value as FHIR.string).value
    when value is FHIR.boolean then ToString((value as FHIR.boolean).value)
    when value is FHIR.CodeableConcept then
      Coalesce(
        (value as FHIR.CodeableConcept).text.value,
        First(((value as FHIR.CodeableConcept).coding) C where C.display is not null return C.display.value),
        First(((value as FHIR.CodeableConcept).coding) C return C.code.value))
    else null
  end

define function Valued(record ${recordType}, quantity FHIR.Quantity, whole Integer, words String):
  Tuple {
    coded: record.coded, aside: record.aside, id: record.id, system: record.system, code: record.code,
    source: record.source, status: record.status, beganFirst: record.beganFirst, beganLast: record.beganLast,
    endedFirst: record.endedFirst, endedLast: record.endedLast, time: record.time,
    reviewedFirst: record.reviewedFirst, reviewedLast: record.reviewedLast,
    number: Coalesce(quantity.value.value, ToDecimal(whole)), comparator: quantity.comparator.value,
    units: ({ quantity.code.value, quantity.unit.value }) U where U is not null return Unit(U),
    words: Lower(ReplaceMatches(words, '^\\s+|\\s+$', ''))
  }

// A unit as it is compared (R14): look-alikes in one spelling.
define function Unit(text String):
  ReplaceMatches(TenPower(
    ReplaceMatches(ReplaceMatches(ReplaceMatches(
      Upper(ReplaceMatches(Powers(text), '\\s', '')),
      '\u039c(?=[A-Z\\u005b])', 'U'),
      ',', '.'),
      '\\u005bHG\\u005d', 'HG')),
    '\\^', '')

define function TenPower(unit String):
  ReplaceMatches(unit, '^[X\u00d7*]?10(?:[\\^*E](-?[0-9]{1,2})|(-[0-9]{1,2}))(?![0-9.])', '10E$1$2')

// Superscripts as a power that is written out.
define function Powers(text String):
  if not Matches(text, '.*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b].*') then text
  else PowersWritten(
    ReplaceMatches(text, '([\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b]+)', '^$1'))

define function PowersWritten(text String):
  ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(
    ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(
    text, '\u207a', ''), '\u207b', '-'), '\u2070', '0'), '\u00b9', '1'), '\u00b2', '2'), '\u00b3', '3'),
    '\u2074', '4'), '\u2075', '5'), '\u2076', '6'), '\u2077', '7'), '\u2078', '8'), '\u2079', '9')

// ---- Services: Procedure, and Encounter by its types ----

define function Services(asked List<${codesType}>):
  flatten {
    ([Procedure] P
      let codings: Codings(P.code), coded: Coded(codings, asked)
      where coded is not false and IsDone(P.status.value) is not false
      return all Point(
        coded, coded is null or IsDone(P.status.value) is null, Meant(codings, asked), P.id.value,
        SourceOf(P.meta.source), null as String, Performed(P))),
    flatten ([Encounter] E
      where IsDone(E.status.value) is not false
      return all (E.type T
        let codings: Codings(T), coded: Coded(codings, asked)
        where coded is not false
        return all Point(
          coded, coded is null or IsDone(E.status.value) is null, Meant(codings, asked), E.id.value,
          SourceOf(E.meta.source), null as String,
          FirstOf(DateTimeOf(E.period.start), DateTimeOf(E.period."end")))))
  }

define function IsDone(status String):
  case
    when status in { 'entered-in-error', 'not-done', 'preparation', 'planned', 'cancelled' } then false
    when status in { 'completed', 'in-progress', 'finished', 'arrived', 'triaged', 'onleave' } then true
    else null
  end

define function Performed(procedure FHIR.Procedure):
  if procedure.performed is FHIR.dateTime then DateTimeOf(procedure.performed as FHIR.dateTime)
  else FirstOf(
    DateTimeOf((procedure.performed as FHIR.Period).start),
    DateTimeOf((procedure.performed as FHIR.Period)."end"))

// ---- What needs no code: without one it may be any of its type's own system (R3a). ----

define function MayBe(codings List<${codingType}>, asked List<${codesType}>, own String):
  case
    when asked is null or Meant(codings, asked) is not null then true
    when IsKnown(codings, asked) then false
    when exists (asked A where A.system = own) then null
    else false
  end

define function FirstCoded(concepts List<FHIR.CodeableConcept>):
  First(concepts C where exists C.coding)

define function Appointments(asked List<${codesType}>):
  [Appointment] A
    let codings: Codings(FirstCoded(flatten { A.serviceType, { A.appointmentType }, A.reasonCode })),
      coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(A.status.value, 'missing')
        in { 'proposed', 'waitlist', 'entered-in-error', 'cancelled' })
    return all Point(
      coded, Attended(A.status.value) is null, Meant(codings, asked), A.id.value, SourceOf(A.meta.source),
      Attended(A.status.value), InstantOf(A.start))

define function Attended(status String):
  case
    when status in { 'pending', 'booked' } then 'BOOKED'
    when status in { 'arrived', 'checked-in', 'fulfilled' } then 'ATTENDED'
    when status = 'noshow' then 'MISSED'
    else null
  end

define function Referrals(asked List<${codesType}>):
  [ServiceRequest] Q
    let codings: Codings(Q.code), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(Q.status.value, 'missing') in { 'entered-in-error', 'draft', 'revoked' })
      and not (Coalesce(Q.intent.value, 'order') in { 'proposal', 'plan', 'option' })
      and Coalesce(Q.doNotPerform.value, false) is false
      and not exists (Q.category C
        where exists (C.coding K
          where K.system.value = 'http://snomed.info/sct' and K.code.value = '108252007'))
    return all Point(
      coded, not (Coalesce(Q.status.value, 'missing') in { 'active', 'on-hold', 'completed', 'unknown' }),
      Meant(codings, asked), Q.id.value, SourceOf(Q.meta.source),
      case when Q.status.value = 'completed' then 'COMPLETED' when Q.status.value = 'unknown' then null else 'SENT' end,
      FirstOf(
        DateTimeOf(Q.authoredOn),
        if Q.occurrence is FHIR.dateTime then DateTimeOf(Q.occurrence as FHIR.dateTime)
        else DateTimeOf((Q.occurrence as FHIR.Period).start)))

define function Letters(asked List<${codesType}>):
  [DocumentReference] D
    let codings: Codings(D.type), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(D.status.value, 'current') in { 'entered-in-error', 'superseded' })
      and Coalesce(D.docStatus.value, 'final') != 'entered-in-error'
    return all Point(
      coded, not (Coalesce(D.docStatus.value, 'final') in { 'preliminary', 'final', 'amended' }),
      Meant(codings, asked), D.id.value, SourceOf(D.meta.source), null as String,
      FirstOf(
        DateTimeOf(First(D.content.attachment.creation)),
        FirstOf(
          FirstOf(DateTimeOf(D.context.period."end"), DateTimeOf(D.context.period.start)),
          InstantOf(D.date))))

define function Correspondences(asked List<${codesType}>):
  [Communication] M
    let codings: Codings(FirstCoded(M.category)), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(M.status.value, 'missing') in { 'entered-in-error', 'not-done', 'preparation' })
    return all Point(
      coded, false, Meant(codings, asked), M.id.value, SourceOf(M.meta.source), null as String,
      FirstOf(DateTimeOf(M.sent), DateTimeOf(M.received)))

define function Vaccinations(asked List<${codesType}>):
  [Immunization] V
    let codings: Codings(V.vaccineCode), coded: Coded(codings, asked)
    where coded is not false and not (Coalesce(V.status.value, 'missing') in { 'not-done', 'entered-in-error' })
    return all Point(
      coded, coded is null or Coalesce(V.status.value, 'missing') != 'completed', Meant(codings, asked), V.id.value,
      SourceOf(V.meta.source), null as String, DateTimeOf(V.occurrence as FHIR.dateTime))

define function CarePlans(asked List<${codesType}>, today Date):
  [CarePlan] P
    let codings: Codings(FirstCoded(P.category)), coded: MayBe(codings, asked, 'LOCAL'),
      ended: EndOf(P.period."end")
    where coded is not false
      and not (Coalesce(P.status.value, 'missing') in { 'entered-in-error', 'draft' })
      and not (Coalesce(P.intent.value, 'plan') in { 'proposal', 'option' })
    return all Span(
      coded,
      not (Coalesce(P.status.value, 'missing') in { 'active', 'on-hold', 'completed', 'revoked' })
        or (P.status.value in { 'completed', 'revoked' } and ended.last is null),
      Meant(codings, asked), P.id.value, SourceOf(P.meta.source),
      if P.status.value in { 'completed', 'revoked' } then 'COMPLETED' else 'ACTIVE',
      FirstOf(DateTimeOf(P.period.start), DateTimeOf(P.created)), ended,
      DateOf(First(P.extension X
        where X.url.value = 'http://hl7.org/fhir/StructureDefinition/resource-lastReviewDate'
        return all X.value as FHIR.date)),
      today)

// ---- The patient (R17, R21) ----

// Born on some day between two, dead on some day between two: null where nobody says.
define Birth: DateOf(Patient.birthDate)
define Death: DateTimeOf(Patient.deceased as FHIR.dateTime)

// Neither dead nor unborn on a day.
define function IsAlive(asked Date):
  case
    when Death.last <= asked or Birth.first > asked then false
    when Death.first <= asked or Birth.last > asked or Death.isBroken
      or (Patient.deceased as FHIR.boolean).value is true then null
    else true
  end

define function Reached(addMonths Integer, addDays Integer, asked Date):
  ${rulesName}.HasReached(Birth.first, Birth.last, addMonths, addDays, asked)

define Sex: if Patient.gender.value in { 'female', 'male' } then Patient.gender.value else null

define Home:
  Coalesce(
    First(Patient.address A where A.use.value = 'home'),
    First(Patient.address A where Coalesce(A.use.value, 'home') != 'old'))

define Municipality:
  First(
    (First((Home.extension) X
      where X.url.value = 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes'
      return all X.value as FHIR.CodeableConcept)).coding).code.value

define PostalCode: Home.postalCode.value

define Practitioner:
  Coalesce(
    First(Patient.generalPractitioner).display.value,
    First(Patient.generalPractitioner P where P.identifier.system.value = 'urn:oid:1.2.208.176.1.4'
      return all P.identifier.value.value),
    First(Patient.generalPractitioner).identifier.value.value)

define function IsOneOf(text String, asked List<String>):
  if text is null then null else Lower(ReplaceMatches(text, '^\\s+|\\s+$', '')) in asked
`;
}

// src/languages/cql/coverage.ts
function cqlCoverage(coverage) {
  return recordTypes.flatMap((type) => {
    const declared = coverage[type];
    if (!declared) return [];
    const { available, from, systems: systems2 } = declared;
    const fresh = freshUntil(declared);
    return [
      {
        type,
        available,
        ...from === void 0 ? {} : { since: from },
        ...fresh === void 0 ? {} : { freshUntil: fresh },
        ...systems2 === void 0 ? {} : { systems: systems2.map(normalizeSystem) }
      }
    ];
  });
}

// test/adapter/fhir/write-clinic.ts
var ownSystems = {
  ydelse: "https://klinik.example/kodesystem/ydelse",
  local: "https://klinik.example/kodesystem/lokal",
  product: "https://klinik.example/kodesystem/varenummer"
};
var ownExtensions = {
  insuranceGroup: "https://klinik.example/sikringsgruppe",
  registered: "https://klinik.example/tilmeldt",
  listed: "https://klinik.example/gruppe",
  accepted: "https://klinik.example/visiteret",
  product: "https://klinik.example/vare"
};
var systems = {
  "ICPC-2": "urn:oid:1.2.208.176.2.31",
  SKS: "urn:oid:1.2.208.176.2.4.12",
  ATC: "http://www.whocc.no/atc",
  NPU: "urn:oid:1.2.208.176.2.1",
  ydelse: ownSystems.ydelse,
  local: ownSystems.local
};
function* writeClinic(patients2, base) {
  const writer = new Writer(base);
  for (const patient of patients2) yield* writer.patient(patient);
}
var Writer = class {
  #base;
  #made = 0;
  /** The form that is next: each resource is written in another than the one before. */
  #turn = 0;
  #medications = /* @__PURE__ */ new Map();
  constructor(base) {
    this.#base = base;
  }
  *patient(records) {
    const { patient } = records;
    yield writePatient(patient);
    yield* this.#diagnoses(records);
    for (const each of records.medications ?? []) yield* this.#medication(each, patient);
    yield* this.#results(records);
    yield* this.#encounters(records);
    yield* this.#letters(records);
    yield* this.#prevention(records);
  }
  *#diagnoses({ patient, diagnoses = [] }) {
    for (const each of diagnoses) {
      const subject = this.#subject(patient);
      if (typeof each !== "object" || each === null) {
        yield { resourceType: "Condition", id: this.#id(), subject };
        continue;
      }
      const { code, system = "ICPC-2", text: text2, from, to, source: source3 } = each;
      const form = this.#form(3);
      yield {
        resourceType: "Condition",
        id: this.#id(),
        ...metaOf(source3),
        subject,
        clinicalStatus: concept(
          "http://terminology.hl7.org/CodeSystem/condition-clinical",
          to === void 0 ? "active" : "resolved"
        ),
        verificationStatus: concept(
          "http://terminology.hl7.org/CodeSystem/condition-ver-status",
          "confirmed"
        ),
        ...code?.trim() ? { code: conceptOf(system, code, text2) } : {},
        ...from === void 0 ? {} : form === 0 ? { recordedDate: from } : form === 1 ? { onsetPeriod: { start: from, end: from } } : { onsetDateTime: from },
        ...to === void 0 ? {} : form === 0 ? { abatementPeriod: { start: to, end: to } } : { abatementDateTime: to }
      };
    }
  }
  *#medication(each, patient) {
    const { code, text: text2, dose, from, to, source: source3, product, strength } = each;
    const form = strength ? 1 : this.#form(4);
    const coded = {
      ...code ? { coding: [{ system: systems.ATC, code }] } : {},
      ...text2 ? { text: text2 } : {}
    };
    if (product)
      coded.coding = [{ system: ownSystems.product, code: product }, ...coded.coding ?? []];
    const medicine = {
      resourceType: "Medication",
      code: coded,
      ...strength ? {
        ingredient: [
          {
            itemCodeableConcept: { text: text2 ?? "" },
            strength: { numerator: strength, denominator: { value: 1 } }
          }
        ]
      } : {}
    };
    const said = form === 0 ? { contained: [{ ...medicine, id: "m" }], medicationReference: { reference: "#m" } } : form === 1 ? {
      medicationReference: {
        reference: `${this.#turn % 2 ? `${this.#base}/` : ""}Medication/${this.#idOf(medicine)}`
      }
    } : { medicationCodeableConcept: coded };
    if (form === 1) yield { ...medicine, id: this.#idOf(medicine) };
    const period = { ...from ? { start: from } : {}, ...to ? { end: to } : {} };
    const subject = this.#subject(patient);
    const status = to === void 0 ? "active" : "completed";
    if (form === 2)
      yield {
        resourceType: "MedicationRequest",
        id: this.#id(),
        ...metaOf(source3),
        ...said,
        status,
        intent: "order",
        subject,
        authoredOn: "2001-01-01",
        dosageInstruction: [
          { ...dose ? { text: dose } : {}, timing: { repeat: { boundsPeriod: period } } }
        ]
      };
    else
      yield {
        resourceType: "MedicationStatement",
        id: this.#id(),
        ...metaOf(source3),
        ...said,
        status,
        subject,
        ...dose ? { dosage: [{ text: dose }] } : {},
        effectivePeriod: period
      };
  }
  *#results({ patient, results = [] }) {
    const diastolic = results.filter(({ code }) => code === "DNK05473");
    const paired = /* @__PURE__ */ new Set();
    for (const each of results) {
      if (paired.has(each)) continue;
      const { code, system = "NPU", text: text2, at, source: source3 } = each;
      const shared = {
        resourceType: "Observation",
        id: this.#id(),
        ...metaOf(source3),
        status: "final",
        subject: this.#subject(patient),
        ...at.includes("T") || this.#form(3) > 0 ? { effectiveDateTime: at } : { effectivePeriod: { start: at, end: at } }
      };
      const other = code === "DNK05472" && diastolic.find((lower) => lower.at === at && lower.source === source3 && !paired.has(lower));
      if (other) {
        paired.add(other);
        yield {
          ...shared,
          code: { coding: [{ system: "http://loinc.org", code: "85354-9" }] },
          component: [each, other].map((part) => ({
            code: conceptOf(part.system ?? "NPU", part.code, part.text),
            ...valueOf(part)
          }))
        };
      } else yield { ...shared, code: conceptOf(system, code, text2), ...valueOf(each) };
    }
  }
  *#encounters(records) {
    const { patient, appointments = [], referrals: referrals2 = [] } = records;
    const services2 = Array.isArray(records.services) ? records.services : records.services ? [{}] : [];
    for (const each of services2) {
      const { code, system = "ydelse", text: text2, at, source: source3 } = each;
      const shared = { id: this.#id(), ...metaOf(source3), subject: this.#subject(patient) };
      const coded = code === void 0 ? {} : conceptOf(system, code, text2);
      if (code === void 0 || this.#form(2) === 0)
        yield {
          resourceType: "Procedure",
          ...shared,
          status: "completed",
          code: coded,
          ...at ? { performedDateTime: at } : {}
        };
      else
        yield {
          resourceType: "Encounter",
          ...shared,
          status: "finished",
          class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" },
          type: [coded],
          period: { start: at, end: at }
        };
    }
    for (const { at, text: text2, status, with: staff, source: source3 } of appointments) {
      const start = /* @__PURE__ */ new Date(`${at}:00${danishOffset(at.slice(0, 10))}`);
      yield {
        resourceType: "Appointment",
        id: this.#id(),
        ...metaOf(source3),
        status: {
          attended: "fulfilled",
          missed: "noshow",
          cancelled: "cancelled",
          booked: "booked"
        }[status ?? "booked"],
        ...text2 ? { description: text2 } : {},
        // In the server's own time.
        start: start.toISOString(),
        end: new Date(start.getTime() + 9e5).toISOString(),
        participant: [
          { actor: this.#subject(patient), status: "accepted" },
          ...staff ? [{ actor: { type: "Practitioner", display: staff }, status: "accepted" }] : []
        ]
      };
    }
    for (const { at, text: text2, to, status, source: source3 } of referrals2)
      yield {
        resourceType: "ServiceRequest",
        id: this.#id(),
        ...metaOf(source3),
        status: {
          completed: "completed",
          cancelled: "revoked",
          accepted: "active",
          sent: "active"
        }[status ?? "sent"],
        ...status === "accepted" ? { extension: [{ url: ownExtensions.accepted, valueBoolean: true }] } : {},
        intent: "order",
        code: { text: text2 },
        subject: this.#subject(patient),
        authoredOn: at,
        ...to ? { performer: [{ display: to }] } : {}
      };
  }
  *#letters({ patient, letters = [] }) {
    for (const { at, text: text2, code, from, status, body, source: source3 } of letters)
      yield {
        resourceType: "DocumentReference",
        id: this.#id(),
        ...metaOf(source3),
        status: status === "cancelled" ? "entered-in-error" : "current",
        ...status && status !== "cancelled" ? { docStatus: status } : {},
        ...code ? { type: conceptOf("local", code, void 0) } : {},
        subject: this.#subject(patient),
        ...from ? { author: [{ display: from }] } : {},
        content: [
          {
            attachment: {
              contentType: "text/plain; charset=utf-8",
              ...text2 ? { title: text2 } : {},
              creation: at,
              ...body ? { data: Buffer.from(body).toString("base64") } : {}
            }
          }
        ]
      };
  }
  *#prevention({
    patient,
    vaccinations = [],
    carePlans = []
  }) {
    for (const { code, text: text2, at, dose, source: source3 } of vaccinations)
      yield {
        resourceType: "Immunization",
        id: this.#id(),
        ...metaOf(source3),
        status: "completed",
        vaccineCode: conceptOf("ATC", code, text2),
        patient: this.#subject(patient),
        occurrenceDateTime: at,
        ...dose ? { protocolApplied: [{ doseNumberString: dose }] } : {}
      };
    for (const { code, text: text2, from, to, maintained, status, source: source3 } of carePlans)
      yield {
        resourceType: "CarePlan",
        id: this.#id(),
        ...metaOf(source3),
        status: status === "completed" ? "completed" : "active",
        intent: "plan",
        ...code ? { category: [conceptOf("local", code, void 0)] } : {},
        ...text2 ? { title: text2 } : {},
        subject: this.#subject(patient),
        period: { ...from ? { start: from } : {}, ...to ? { end: to } : {} },
        ...maintained ? {
          extension: [
            {
              url: "http://hl7.org/fhir/StructureDefinition/resource-lastReviewDate",
              valueDate: maintained
            }
          ]
        } : {}
      };
  }
  #id() {
    return `r${String(++this.#made).padStart(8, "0")}`;
  }
  #form(forms) {
    return this.#turn++ % forms;
  }
  /** The patient, told in one of three ways. */
  #subject({ id: id2 }) {
    const way = this.#form(3);
    if (way === 0) return { reference: `Patient/${id2}` };
    if (way === 1) return { reference: `Patient/${id2}`, type: "Patient", display: "Patienten" };
    return { reference: `${this.#base}/Patient/${id2}` };
  }
  #idOf(medicine) {
    const key = JSON.stringify(medicine);
    let id2 = this.#medications.get(key);
    if (id2 === void 0) this.#medications.set(key, id2 = `m${this.#medications.size + 1}`);
    return id2;
  }
};
function writePatient(patient) {
  const { id: id2, cpr, name, birthDate, sex, deceased, practitioner, phone } = patient;
  const { address, postalCode, city, municipality, insuranceGroup, registered, listed } = patient;
  const own = [
    ...insuranceGroup === void 0 ? [] : [{ url: ownExtensions.insuranceGroup, valueInteger: insuranceGroup }],
    ...registered === void 0 ? [] : [{ url: ownExtensions.registered, valueDate: registered }],
    ...listed === void 0 ? [] : [{ url: ownExtensions.listed, valueBoolean: listed }]
  ];
  return {
    resourceType: "Patient",
    id: id2,
    active: true,
    ...cpr ? {
      identifier: [
        { system: "https://klinik.example/nr", value: "7" },
        { system: "urn:oid:1.2.208.176.1.2", value: cpr }
      ]
    } : {},
    name: [
      { use: "old", text: "Et gammelt navn" },
      { use: "official", text: name }
    ],
    ...birthDate === void 0 ? {} : { birthDate },
    gender: sex,
    ...deceased === void 0 ? {} : { deceasedDateTime: deceased },
    ...phone ? {
      telecom: [
        { system: "email", value: "x@example.dk" },
        { system: "phone", value: phone }
      ]
    } : {},
    ...practitioner ? { generalPractitioner: [{ display: practitioner }] } : {},
    ...own.length > 0 ? { extension: own } : {},
    ...(address ?? municipality) === void 0 ? {} : {
      address: [
        {
          use: "home",
          ...address ? { line: [address] } : {},
          ...postalCode ? { postalCode } : {},
          ...city ? { city } : {},
          ...municipality ? {
            extension: [
              {
                url: "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes",
                valueCodeableConcept: concept(
                  "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes",
                  municipality
                )
              }
            ]
          } : {}
        }
      ]
    }
  };
}
function valueOf({
  value,
  comparator,
  unit,
  low,
  high
}) {
  const quantity = (number) => ({ value: number, ...unit ? { unit } : {} });
  return {
    ...typeof value === "number" ? {
      valueQuantity: {
        ...quantity(value),
        ...comparator ? { comparator } : {}
      }
    } : { valueString: value },
    ...(low ?? high) === void 0 ? {} : {
      referenceRange: [
        {
          ...low === void 0 ? {} : { low: quantity(low) },
          ...high === void 0 ? {} : { high: quantity(high) }
        }
      ]
    }
  };
}
function conceptOf(system, code, text2) {
  return {
    coding: [
      { system: "https://klinik.example/intern", code: "i7" },
      { system: systems[system] ?? system, code }
    ],
    ...text2 ? { text: text2 } : {}
  };
}
function concept(system, code) {
  return { coding: [{ system, code }] };
}
function metaOf(source3) {
  return source3 ? { meta: { source: source3 } } : {};
}

// test/languages/cql-clinic.ts
function cqlPatient(records, clinic) {
  const { patient, coverage } = records;
  const supplied = Object.fromEntries(
    recordTypes.map((type) => [type, { available: true }])
  );
  const resources = [...writeClinic([records], "https://klinik.example/fhir")];
  return {
    id: patient.id,
    coverage: cqlCoverage({ ...supplied, ...clinic, ...coverage }),
    bundle: {
      resourceType: "Bundle",
      type: "collection",
      entry: resources.map((resource) => ({ resource }))
    }
  };
}
async function runCql(written, asOf, patients2) {
  const job = {
    asOf,
    patients: patients2,
    profiles: written.map(({ library, includes, names }) => ({
      main: library.name,
      libraries: Object.fromEntries([library, ...includes].map(({ name, text: text2 }) => [name, text2])),
      expressions: [
        names.population,
        ...Object.values(names.markers),
        ...Object.values(names.indicators).flatMap(({ numerator, denominator }) => [
          numerator,
          denominator
        ])
      ]
    }))
  };
  const child = spawn(process.execPath, ["test/languages/run-cql.mjs"], {
    stdio: ["pipe", "pipe", "inherit"]
  });
  child.stdin.end(JSON.stringify(job));
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The CQL was not run: what is wrong stands above.");
  const lines = Buffer.concat(chunks).toString("utf8").trim().split("\n");
  return JSON.parse(lines.at(-1));
}

// test/languages/zz-dbg.ts
var [id, size, expr] = process.argv.slice(2);
var { description, patients } = generateClinic({ size: Number(size) });
var p = patients.filter((x) => x.patient.id === id);
var c = p.map((x) => cqlPatient(x, description.coverage));
if (expr === "fhir") console.log(JSON.stringify(c[0].bundle.entry.map((e) => e.resource), null, 1));
else {
  const text2 = `library T version '1'
using FHIR version '4.0.1'
include OverblikRules version '1.0.0' called Rules
include OverblikRecords version '1.0.0' called Records
parameter AsOf Date
parameter Coverage List<Tuple { type String, available Boolean, since Date, freshUntil Date, systems List<String> }>
context Patient
define X: ${expr}
`;
  const r = await runCql([{ ok: true, library: { name: "T", version: "1", text: text2 }, includes: [{ name: "OverblikRules", version: "1.0.0", text: rulesLibrary }, { name: "OverblikRecords", version: "1.0.0", text: recordsLibrary([]) }], names: { population: "X", markers: {}, indicators: {} } }], defaultClinic.asOf, c);
  console.log(JSON.stringify(r[0].patients, null, 1));
}
