// test/languages/zz-job.ts
import { writeFileSync } from "node:fs";

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
  const date2 = twoDigits(text2, 8);
  if (!(month2 >= 0 && date2 >= 1)) return NaN;
  const slot = month2 & slots - 1;
  if (months[slot] !== month2) readMonth(month2, slot);
  return date2 <= lengths[slot] ? starts[slot] + date2 - 1 : NaN;
}
function dateOf(day) {
  return textByDay.get(day) ?? keep(textByDay, day, formatISO(utcDate(day), { representation: "date" }));
}
function addToDay(day, period2, sign = 1) {
  if (period2.years === 0 && period2.months === 0)
    return withinCalendar(day + sign * (7 * period2.weeks + period2.days));
  const tables = sign === 1 ? daysAfter : daysBefore;
  let sums = tables.get(period2);
  if (!sums) {
    sums = /* @__PURE__ */ new Map();
    tables.set(period2, sums);
  }
  return sums.get(day) ?? keep(sums, day, add(day, period2, sign));
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
function keep(table, key, value2) {
  if (table.size >= mostKept) table.clear();
  table.set(key, value2);
  return value2;
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
function add(day, { years: years2, months: months3, weeks, days }, sign) {
  const year = addYears(utcDate(day), sign * years2);
  const month2 = addMonths(year, sign * months3);
  const moved2 = dayFrom(addDays(month2, sign * (7 * weeks + days)));
  if (Number.isNaN(moved2)) return sign === 1 ? lastDay : firstDay;
  return withinCalendar(moved2);
}
function withinCalendar(day) {
  return Math.min(lastDay, Math.max(firstDay, day));
}
var utc = (value2) => new UTCDateMini(+toDate(value2));
function utcDate(day) {
  return new UTCDateMini(day * millisecondsInDay);
}
function dayFrom(date2) {
  return date2.getTime() / millisecondsInDay;
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
function danishOffset(date2) {
  let offset = offsets.get(date2);
  if (offset === void 0) {
    const day = dayOf(date2);
    const isSummer = day >= lastSunday(day, 2) && day < lastSunday(day, 9);
    offsets.set(date2, offset = isSummer ? "+02:00" : "+01:00");
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
function describeClinic(asOf2, patients2) {
  const updated = `${asOf2}T08:14:00${danishOffset(asOf2)}`;
  const from2 = `${Number(asOf2.slice(0, 4)) - yearsCovered}-01-01`;
  const covered2 = (source4) => ({ available: true, from: from2, source: source4, updated });
  const earlier = dateOf(dayOf(asOf2) - hospitalLag);
  const hospitalUpdated = `${earlier}T03:00:00${danishOffset(earlier)}`;
  return {
    name: "L\xE6gehuset Eksempelvej",
    patients: patients2,
    coverage: {
      patient: { available: true, source: sources.journal, updated },
      diagnosis: covered2(sources.journal),
      medication: covered2(sources.medication),
      result: covered2(sources.laboratory),
      service: covered2(sources.journal),
      appointment: covered2(sources.journal),
      referral: covered2(sources.journal),
      letter: { ...covered2(sources.hospital), updated: hospitalUpdated },
      vaccination: covered2(sources.vaccination),
      carePlan: covered2(sources.journal),
      note: covered2(sources.journal),
      correspondence: covered2(sources.journal)
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
  const person = (id2, name2, cpr, birthDate, sex = "female") => ({
    id: `edge-${id2}`,
    name: name2,
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
  let value2 = 0;
  for (const [from2, each] of table) if (age >= from2) value2 = each;
  return value2;
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
  const date2 = trimmed.slice(0, 10);
  if (!isCalendarDate(date2)) return void 0;
  if (trimmed.length === 10) return { date: date2 };
  const time = timeOf(trimmed);
  return time === void 0 ? void 0 : { date: date2, time };
}
function timeOf(dateTime) {
  const [, time, seconds = "00"] = localTime.exec(dateTime.slice(10)) ?? [];
  return time === void 0 || seconds === "00" ? time : `${time}:${seconds}`;
}
var localTime = /^[T ]((?:[01]\d|2[0-3]):[0-5]\d|24:00)(?::([0-5]\d)(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;
function addPeriod(date2, period2) {
  return dateOf(addToDay(dayOf(date2), period2));
}
function subtractPeriod(date2, period2) {
  return dateOf(addToDay(dayOf(date2), period2, -1));
}
function nextDay(date2) {
  return dateOf(addToDay(dayOf(date2), oneDay));
}
function previousDay(date2) {
  return dateOf(addToDay(dayOf(date2), oneDay, -1));
}
var oneDay = { years: 0, months: 0, weeks: 0, days: 1 };
function completedYears(birthDate, on) {
  return yearsBetween(dayOf(birthDate), dayOf(on));
}

// src/json/plain-text.ts
function plainText(text2) {
  if (!suspect.test(text2)) return text2;
  const plain2 = text2.replace(separators, "\n").replace(hidden, "");
  return rightToLeft.test(plain2) ? plain2 : plain2.replace(marks, "");
}
function withPlainTexts(json) {
  if (typeof json === "string") return plainText(json);
  if (Array.isArray(json)) {
    const items = json.map(withPlainTexts);
    return items.some((item, index) => item !== json[index]) ? items : json;
  }
  if (typeof json !== "object" || json === null) return json;
  let isPlain = true;
  const entries = Object.entries(json).map(([key, value2]) => {
    const entry = [plainText(key), withPlainTexts(value2)];
    if (entry[0] !== key || entry[1] !== value2) isPlain = false;
    return entry;
  });
  return isPlain ? json : Object.fromEntries(entries);
}
var suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
var separators = /[\x0b\x0c\x85\u2028\u2029]/g;
var hidden = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f]/g;
var marks = /[\u061c\u200e\u200f]/g;
var rightToLeft = /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

// src/json/values.ts
function isObject(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}

// src/record/period.ts
import { millisecondsInDay as millisecondsInDay2 } from "date-fns/constants";
import { milliseconds } from "date-fns/milliseconds";
var pattern = /^([+-])?P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;
function parsePeriod(text2) {
  const match = pattern.exec(text2);
  if (!match) return void 0;
  const [, sign, years2, months3, weeks, days] = match;
  const number4 = (digits) => Number(digits ?? 0);
  return {
    sign: sign === "-" ? -1 : 1,
    years: number4(years2),
    months: number4(months3),
    weeks: number4(weeks),
    days: number4(days)
  };
}
function roughDays({ sign, years: years2, months: months3, weeks, days }) {
  return sign * milliseconds({ years: years2, months: months3, weeks, days }) / millisecondsInDay2;
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
  const raised2 = text2.toUpperCase();
  return raised2.length === text2.length ? raised2 : Array.from(text2, raiseOne).join("");
}
function raiseOne(letter) {
  const raised2 = letter.toUpperCase();
  return raised2.length === letter.length ? raised2 : letter;
}
function isBefore(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return rankAt(a, at) < rankAt(b, at);
}
function rankAt(text2, at) {
  const half = text2.charCodeAt(at);
  if (Number.isNaN(half)) return -1;
  return half >= 55296 && half <= 57343 ? half + 65536 : half;
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
  const name2 = normalize(text2);
  return systemsByName.get(name2)?.name ?? name2;
}
function systemOf(name2) {
  return systemsByName.get(name2);
}
function isHierarchical(system) {
  return systemOf(normalizeSystem(system))?.isTree === true;
}
function hasRanges(system) {
  const found = systemOf(normalizeSystem(system));
  return found?.isTree === true || found?.hasRanges === true;
}
var systemsByName = new Map(
  codeSystems.flatMap(
    (system) => [system.name, ...system.aliases].flatMap(spellings).map((name2) => [normalize(name2), system])
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
function isSpan(type) {
  return "span" in recordKinds[type];
}
var listNames = Object.fromEntries(
  recordTypes.map((type) => [type, recordKinds[type].list])
);

// src/json/nearest.ts
var longestWord = 100;
function nearest2(word, known2, effort = { left: 1e5 }) {
  if (word.length > longestWord) return void 0;
  const limit2 = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  let best;
  for (const each of known2) {
    if (--effort.left < 0) return void 0;
    if (each === word || Math.abs(each.length - word.length) > limit2) continue;
    const most = best ? best.distance - 1 : limit2;
    const distance = editDistance(lower, each.toLowerCase(), most, effort);
    if (effort.left < 0) return void 0;
    if (distance <= most) best = { word: each, distance };
  }
  return best?.word;
}
function editDistance(a, b, most, effort) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const first2 = Math.max(1, i - most);
    const last = Math.min(b.length, i + most);
    if (first2 > last) return Infinity;
    effort.left -= last - first2 + 1;
    if (effort.left < 0) return Infinity;
    const next = [i];
    for (let j = first2; j <= last; j++) {
      const change3 = (row[j - 1] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change3, (row[j] ?? Infinity) + 1, (next[j - 1] ?? Infinity) + 1);
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

// src/record/cpr.ts
function parseCpr(text2) {
  const number4 = withoutSpace(text2).replaceAll("-", "").toUpperCase();
  if (/^\d{10}$/.test(number4)) {
    const birthDate = birthDateOf(number4);
    if (birthDate)
      return {
        kind: "cpr",
        number: number4,
        birthDate,
        sex: sexOf(number4),
        modulus11: passesModulus11(number4)
      };
    const shifted = replacementBirthDate(number4);
    if (shifted) return { kind: "replacement", number: number4, birthDate: shifted, sex: sexOf(number4) };
  } else if (/^\d{6}[0-9A-ZÆØÅ]{4}$/.test(number4)) {
    return { kind: "replacement", number: number4 };
  }
  return { kind: "unreadable", number: text2.trim() };
}
function centuryOf(seventh, year) {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2e3 : 1900;
  return year <= 57 ? 2e3 : 1800;
}
function birthDateOf(number4) {
  return dateOf2(number4.slice(0, 2), number4);
}
function replacementBirthDate(number4) {
  const day = Number(number4.slice(0, 2)) - 60;
  return dateOf2(String(day).padStart(2, "0"), number4);
}
function dateOf2(day, number4) {
  const year = Number(number4.slice(4, 6));
  const century = centuryOf(Number(number4[6]), year);
  const date2 = `${century + year}-${number4.slice(2, 4)}-${day}`;
  return isCalendarDate(date2) ? date2 : void 0;
}
function sexOf(number4) {
  return Number(number4[9]) % 2 === 0 ? "female" : "male";
}
function passesModulus11(number4) {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number4[index]), 0);
  return sum % 11 === 0;
}

// src/record/codes.ts
function normalizeCode(system, code2) {
  if (isNormal(code2) && (code2.length > mostPadded || code2.charCodeAt(0) > nine)) return code2;
  const normal = normalize(code2);
  const rules = systemOf(system);
  if (rules?.dropsDots) return normal.replaceAll(".", "");
  return rules?.digits !== void 0 && /^\d{1,3}$/.test(normal) ? normal.padStart(rules.digits, "0") : normal;
}
var mostPadded = 3;
var nine = "9".charCodeAt(0);
function parseCodeEntry(system, text2) {
  const entry = normalize(text2);
  const isTree = isHierarchical(system);
  const parts2 = (hasRanges(system) ? entry.split("-") : [entry]).map(
    (part) => normalizeCode(system, part)
  );
  if (!(isTree ? parts2.every(isPlainCode) : isCode(entry))) return void 0;
  const [from2 = "", to2] = parts2;
  if (parts2.length === 1) return { code: from2 };
  if (parts2.length > 2 || !from2 || !to2) return isTree ? void 0 : { code: entry };
  return lengthOf(from2) === lengthOf(to2) && !isBefore(to2, from2) ? { from: from2, to: to2 } : void 0;
}
function normalizeEntry(system, text2) {
  const entry = parseCodeEntry(system, text2);
  if (!entry) return normalize(text2);
  return "code" in entry ? entry.code : `${entry.from}-${entry.to}`;
}
function isCode(text2) {
  return text2 !== "" && !/[,*]/.test(text2);
}
function isPlainCode(text2) {
  return /^[\p{L}\p{N}]+$/u.test(text2);
}
function lengthOf(text2) {
  return isNormal(text2) ? text2.length : Array.from(text2).length;
}

// src/record/coverage.ts
function freshUntil(coverage) {
  const read = readUpdate(coverage);
  if (!read) return void 0;
  const { updated, period: period2 } = read;
  const isFresh = (day2) => subtractPeriod(day2, period2) <= updated;
  let day = addPeriod(updated, period2);
  while (!isFresh(day)) day = previousDay(day);
  while (isFresh(nextDay(day)) && nextDay(day) > day) day = nextDay(day);
  return day;
}
function readUpdate({ updated, staleAfter }) {
  if (updated === void 0) return void 0;
  const date2 = readDate(updated)?.date;
  const period2 = staleAfter === void 0 ? month : parsePeriod(staleAfter);
  return date2 === void 0 || !period2 ? void 0 : { updated: date2, period: period2 };
}
var month = { years: 0, months: 0, weeks: 0, days: 31 };

// src/record/units.ts
var unitGroups = [
  {
    title: "Score, count",
    units: { 0: ["1", "point", "points", "score", "{score}", "{point}", "{points}", "{count}"] }
  },
  {
    title: "Fraction of numbers",
    units: {
      [-2]: ["%", "procent", "percent", "pct"],
      [-3]: ["10-3", "\u2030"],
      [-6]: ["10-6", "ppm", "[ppm]"]
    }
  },
  {
    title: "Substance fraction",
    units: {
      0: ["mol/mol"],
      [-3]: ["mmol/mol"],
      [-6]: ["\xB5mol/mol", "mmol/kmol"],
      [-9]: ["nmol/mol"]
    }
  },
  {
    title: "Mass fraction",
    units: {
      0: ["g/g", "kg/kg"],
      [-3]: ["mg/g", "g/kg"],
      [-6]: ["\xB5g/g", "mg/kg"],
      [-9]: ["ng/g", "\xB5g/kg"]
    }
  },
  {
    title: "Substance concentration",
    units: {
      0: ["mol/L", "mmol/mL"],
      [-3]: ["mmol/L", "\xB5mol/mL", "mol/m3"],
      [-6]: ["\xB5mol/L", "nmol/mL", "mmol/m3"],
      [-9]: ["nmol/L", "pmol/mL"],
      [-12]: ["pmol/L", "fmol/mL"],
      [-15]: ["fmol/L"]
    }
  },
  {
    title: "Mass concentration",
    units: {
      3: ["kg/L", "g/mL"],
      1: ["g/dL", "g/100mL"],
      0: ["g/L", "mg/mL", "kg/m3"],
      [-2]: ["mg/dL", "mg/100mL"],
      [-3]: ["mg/L", "\xB5g/mL", "g/m3"],
      [-5]: ["\xB5g/dL", "\xB5g/100mL"],
      [-6]: ["\xB5g/L", "ng/mL", "mg/m3"],
      [-8]: ["ng/dL"],
      [-9]: ["ng/L", "pg/mL"],
      [-11]: ["pg/dL"],
      [-12]: ["pg/L"]
    }
  },
  {
    title: "Number concentration",
    units: {
      12: ["10E12/L", "10E6/\xB5L"],
      9: ["10E9/L", "10E6/mL", "10E3/\xB5L", "/nL", "mia/L"],
      6: ["10E6/L", "10E3/mL", "/\xB5L", "/mm3", "mio/L", "mill/L"],
      3: ["10E3/L", "/mL"],
      0: ["/L"]
    }
  },
  {
    title: "Enzyme activity concentration",
    units: { 3: ["kU/L", "U/mL"], 0: ["U/L", "mU/mL"], [-3]: ["mU/L", "\xB5U/mL"] }
  },
  {
    title: "Catalytic activity concentration",
    units: { 0: ["kat/L"], [-3]: ["mkat/L"], [-6]: ["\xB5kat/L"], [-9]: ["nkat/L"] }
  },
  {
    title: "International units by volume",
    units: {
      3: ["kIU/L", "IU/mL", "k[iU]/L", "[iU]/mL", "10E3 IU/L", "10E3 int.enh./L"],
      0: ["IU/L", "mIU/mL", "[iU]/L", "m[iU]/mL", "IE/L", "int.enh./L"],
      [-3]: ["mIU/L", "\xB5IU/mL", "m[iU]/L", "\xB5[iU]/mL", "mIE/L", "10-3 IU/L", "10-3 int.enh./L"]
    }
  },
  {
    title: "Mass by amount of substance",
    units: { 0: ["g/mol", "mg/mmol"], [-3]: ["mg/mol", "\xB5g/mmol"], 3: ["g/mmol", "kg/mol"] }
  },
  {
    title: "Amount of substance by mass",
    units: { 0: ["mol/kg"], [-3]: ["mmol/kg"], [-6]: ["\xB5mol/kg"] }
  },
  {
    title: "Mass by day",
    units: {
      0: ["g/d", "g/24h", "g/d\xF8gn"],
      [-3]: ["mg/d", "mg/24h", "mg/d\xF8gn"],
      [-6]: ["\xB5g/d", "\xB5g/24h", "\xB5g/d\xF8gn"]
    }
  },
  {
    title: "Amount of substance by day",
    units: {
      0: ["mol/d", "mol/24h", "mol/d\xF8gn"],
      [-3]: ["mmol/d", "mmol/24h", "mmol/d\xF8gn"],
      [-6]: ["\xB5mol/d", "\xB5mol/24h", "\xB5mol/d\xF8gn"],
      [-9]: ["nmol/d", "nmol/24h", "nmol/d\xF8gn"]
    }
  },
  {
    title: "Mass",
    units: {
      3: ["kg"],
      0: ["g", "gram"],
      [-3]: ["mg"],
      [-6]: ["\xB5g", "mcg", "mikrogram"],
      [-9]: ["ng"]
    }
  },
  {
    title: "Amount of substance",
    units: { 0: ["mol"], [-3]: ["mmol"], [-6]: ["\xB5mol"], [-9]: ["nmol"], [-12]: ["pmol"] }
  },
  {
    title: "Volume",
    units: {
      0: ["L", "liter", "dm3"],
      [-1]: ["dL"],
      [-2]: ["cL"],
      [-3]: ["mL", "cm3"],
      [-6]: ["\xB5L", "mm3"]
    }
  },
  {
    title: "Length",
    units: { 3: ["km"], 0: ["m"], [-1]: ["dm"], [-2]: ["cm"], [-3]: ["mm"], [-6]: ["\xB5m"] }
  },
  { title: "Mass by area", units: { 0: ["kg/m2"], [-3]: ["g/m2"] } },
  { title: "Pressure, of mercury", units: { 0: ["mmHg", "mm[Hg]"] } },
  { title: "Pressure", units: { 3: ["kPa"], 2: ["hPa", "mbar"], 0: ["Pa"], 5: ["bar"] } },
  { title: "Volume by minute", units: { 0: ["L/min"], [-3]: ["mL/min"] } },
  {
    title: "Volume by minute and 1.73 m\xB2 of body surface",
    units: {
      [-3]: [
        "mL/min/1.73m2",
        "mL/min/{1.73_m2}",
        "mL/min/{1.73m2}",
        "mL/min/173m2",
        "mL/min/1.73",
        "mL/min/(1.73m2)"
      ]
    }
  },
  {
    title: "Frequency by minute",
    units: { 0: ["/min", "1/min", "min-1", "bpm", "slag/min", "{beats}/min", "{breaths}/min"] }
  },
  { title: "Time, up to seconds", units: { 0: ["s", "sek"], [-3]: ["ms"], [-6]: ["\xB5s"] } },
  { title: "Temperature", units: { 0: ["\xB0C", "Cel", "grader C"] } },
  { title: "International normalised ratio", units: { 0: ["INR", "{INR}"] } }
];
var unitBridges = [
  ["10-3", "mmol/mol"],
  ["10-3", "mg/g"]
];
function normalizeUnit(text2) {
  const unit2 = normalize(text2.replace(superscripts, plainPower)).replace(/\u039c(?=[\p{L}[])/gu, "U").replace(/[\u2044\u2215]/g, "/").replaceAll(",", ".").replaceAll("[HG]", "HG");
  return tenPower(unit2).replaceAll("^", "");
}
function plainPower(signs2) {
  return `^${signs2.normalize("NFKC").replace("+", "")}`;
}
var superscripts = /[⁰¹²³⁴-⁹⁻⁺]+/g;
function tenPower(unit2) {
  return unit2.replace(
    /^[X×·∙⋅*]?10(?:[\^*E](-?\d{1,2})|(-\d{1,2}))(?![\d.])/,
    (_, marked, bare) => `10E${marked ?? bare}`
  );
}
var knownUnits = new Map(
  unitGroups.flatMap(
    (group) => Object.entries(group.units).flatMap(
      ([exponent, names2]) => names2.map((name2) => [
        normalizeUnit(name2),
        { group, exponent: Number(exponent) }
      ])
    )
  )
);
var [counted] = unitGroups;
var bridges = new Set(
  unitBridges.flatMap(([a, b]) => [bridgeOf(a, b), bridgeOf(b, a)])
);
function bridgeOf(from2, to2) {
  return `${normalizeUnit(from2)} ${normalizeUnit(to2)}`;
}
function isKnownUnit(unit2) {
  return knownUnits.has(normalizeUnit(unit2));
}
function bestUnit(text2) {
  const written2 = text2.trim();
  const known2 = knownUnits.get(knownNormal(written2));
  if (!known2 || known2.group === counted || known2.group.title.endsWith(" by day")) return written2;
  return known2.group.units[known2.exponent][0];
}
function knownNormal(text2) {
  let unit2 = normals.get(text2);
  if (unit2 === void 0) {
    if (normals.size >= mostRead) normals.clear();
    normals.set(text2, unit2 = normalizeUnit(text2));
  }
  return unit2;
}
var normals = /* @__PURE__ */ new Map();
var mostRead = 1e4;
function unitsReadAs(to2) {
  const own2 = normalizeUnit(to2);
  return new Map(
    [own2, ...knownUnits.keys()].flatMap((from2) => {
      const exponent = exponentOf(from2, own2);
      return exponent === void 0 ? [] : [[from2, exponent]];
    })
  );
}
function exponentOf(from2, to2) {
  if (from2 === to2) return 0;
  const [a, b] = [knownUnits.get(from2), knownUnits.get(to2)];
  if (a && b && a.group === b.group) return a.exponent - b.exponent;
  return bridges.has(`${from2} ${to2}`) ? 0 : void 0;
}
function movePoint(value2, places) {
  if (places === 0) return value2;
  const [digits, power = "0"] = String(value2).split("e");
  return Number(`${digits}e${Number(power) + places}`);
}

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
    const value2 = values[Math.floor(this.next() * values.length)];
    if (value2 === void 0) throw new RangeError("Nothing to pick from.");
    return value2;
  }
  /** One of the values, by weight. */
  weighted(entries) {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [value2, weight] of entries) {
      left -= weight;
      if (left < 0) return value2;
    }
    throw new RangeError("Nothing to pick from.");
  }
  /** About normal, by a sum of twelve: no platform functions. */
  about(mean, spread) {
    let sum = -6;
    for (let count2 = 0; count2 < 12; count2++) sum += this.next();
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
    const to2 = ended ? Math.min(today - 1, created + random.whole(200, 900)) : void 0;
    const { code: code2, text: text2 } = plan;
    return [
      {
        ...{ code: code2, text: text2, from: dateOf(created) },
        maintained: dateOf(Math.max(created, lastWorkingDay((to2 ?? today) - back2))),
        status: to2 === void 0 ? "active" : "completed",
        ...to2 === void 0 ? {} : { to: dateOf(to2) },
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
  return examinations.flatMap(([code2, text2, age]) => {
    const day = lastWorkingDay(birth + age + random.whole(2, random.chance(0.15) ? 120 : 25));
    const isSkipped = random.chance(0.1);
    if (isSkipped || day > today || day < today - back) return [];
    return [{ code: code2, text: text2, system: "local", at: dateOf(day) }];
  });
}

// fixtures/clinic/illness.ts
function fallIll(start, conditions3, before = /* @__PURE__ */ new Map()) {
  const onset = new Map(before);
  const life = { ...start, onset };
  const diagnoses = [];
  for (const condition of conditions3) {
    if (!life.random.chance(probabilityOf(condition, life))) continue;
    const { id: id2, code: code2, text: text2, prevalence, longest: longest3 = 20, passes = 0 } = condition;
    const [youngest = 0] = prevalence[0] ?? [];
    const earliest = Math.max(life.birth + Math.max(1, youngest * 365), life.today - longest3 * 365);
    const from2 = dayBetween(life.random, earliest, Math.max(life.birth, life.today - 30));
    onset.set(id2, from2);
    const end = life.random.chance(passes) ? from2 + life.random.whole(120, 900) : Infinity;
    diagnoses.push({
      code: code2,
      text: text2,
      from: dateOf(from2),
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
    const [code2, text2] = random.pick(ailments);
    const from2 = dayBetween(random, firstDay2(life), today);
    const to2 = from2 + random.whole(5, 40);
    return { code: code2, text: text2, from: dateOf(from2), ...to2 <= today ? { to: dateOf(to2) } : {} };
  });
}

// fixtures/clinic/labs.ts
function lab([code2, text2, unit2], decimals, reference2, possible, measurable) {
  const [female, male] = Array.isArray(reference2) ? reference2 : [reference2, reference2];
  return { code: code2, text: text2, unit: unit2, decimals, female, male, possible, ...measurable && { measurable } };
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
  for (const { from: from2 } of diagnoses.filter(({ code: code2 }) => feverish.has(code2)))
    if (from2 !== void 0 && random.chance(0.4))
      add2("crp", [dayOf(from2)], { start: random.whole(1, 90), noise: 3 });
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
  const first2 = muscle / Math.max(20, filtration.start);
  add2("creatinine", days, { start: first2, perYear: (muscle / later - first2) / 4, noise: 3 });
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
  const first2 = firstDay2(life);
  const spacing = apart ?? Math.floor((today - first2) / times);
  const days = /* @__PURE__ */ new Set();
  let day = dayBetween(random, today - Math.min(spacing, 330), today);
  for (let count2 = 0; count2 < times && day >= first2; count2++) {
    const working = lastWorkingDay(day);
    if (working >= first2) days.add(working);
    day -= Math.max(7, spacing + random.whole(-20, 20));
  }
  return [...days].sort((a, b) => a - b);
}
function series(life, id2, days, { start, perYear = 0, noise }) {
  const lab2 = labs[id2];
  const { code: code2, text: text2, unit: unit2 } = lab2;
  const reference2 = lab2[life.sex];
  const [first2 = 0] = days;
  return days.map((day) => ({
    code: code2,
    text: text2,
    at: dateOf(day),
    ...reading(lab2, life.random.about(start + perYear * (day - first2) / 365, noise)),
    unit: unit2,
    ...reference2,
    source: sources.laboratory
  }));
}
function reading({ decimals, possible: [lowest2, highest2], measurable = {} }, raw) {
  const scale = decimals === 1 ? 10 : 1;
  const value2 = Math.round(Math.min(highest2, Math.max(lowest2, raw)) * scale) / scale;
  const { from: from2 = -Infinity, to: to2 = Infinity } = measurable;
  if (value2 < from2) return { value: from2, comparator: "<" };
  if (value2 > to2) return { value: to2, comparator: ">" };
  return { value: value2 };
}

// fixtures/clinic/drugs.ts
function substance(code2, share, name2, strengths, dose = "\xD7 1") {
  return {
    code: code2,
    share,
    // A strength with a dose of its own is written "0,5 mg|× 2".
    steps: strengths.map((each) => {
      const [strength = "", own2 = dose] = each.split("|");
      return { text: `${name2} ${strength}`, dose: own2 };
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
  return without.some((id2) => onset.has(id2)) || before.some(({ code: code2 }) => unless.some((beginning) => code2.startsWith(beginning)));
}
function chooseFrom(group, { random }) {
  return random.weighted(drugs[group].map((each) => [each, each.share]));
}
function course(life, { code: code2, steps }, { stopped = 0, brief }, began = 0) {
  const { random, today } = life;
  const start = dayBetween(random, Math.max(began + 1, firstDay2(life)), today - 3);
  const end = brief ? Math.min(today - 1, start + random.whole(5, 10)) : endOf(life, start, random.chance(stopped));
  const span = (step, from3, to2) => ({
    code: code2,
    ...step,
    from: dateOf(from3),
    ...to2 === void 0 ? {} : { to: dateOf(to2) },
    source: sources.medication
  });
  let place = random.whole(0, steps.length - 1);
  const changes = changesOf(life, start, Math.min(today, end ?? today), steps.length);
  const spans = [];
  let from2 = start;
  for (const change3 of changes) {
    spans.push(span(stepAt(steps, place), from2, change3 - 1));
    const up = place === 0 || place < steps.length - 1 && random.chance(0.65);
    place += up ? 1 : -1;
    from2 = change3;
  }
  spans.push(span(stepAt(steps, place), from2, end));
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
  const [code2, text2] = services[id2];
  return { code: code2, text: text2, at: dateOf(day) };
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
  const first2 = has(life, "dementia", "memory") ? 0.48 : Math.min(0.7, 0.04 + onset.size * 0.12);
  const coming = [];
  while (coming.length < 3 && random.chance(coming.length === 0 ? first2 : 0.2))
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
  return chosen.map(([text2, to2]) => ({
    text: text2,
    to: to2,
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
    const from2 = end - random.whole(4, 9);
    courses.push({
      code: "H02AB06",
      text: "Prednisolon 37,5 mg",
      dose: "\xD7 1",
      from: dateOf(from2),
      to: dateOf(end),
      source: sources.medication
    });
    end = from2 - random.whole(40, 200);
  }
  return courses;
}
function measure2(life, medications) {
  const { random, age } = life;
  const takes = (beginning) => medications.some(({ code: code2 }) => code2.startsWith(beginning));
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
  const [code2, text2] = random.pick(cause.diagnoses);
  const onset = Math.max(...(cause.for ?? []).map((id2) => life.onset.get(id2) ?? -Infinity), birth);
  const first2 = dayBetween(random, Math.max(onset, last - reach), last);
  const stay = random.chance(cause.admitted) ? random.whole(1, 12) : void 0;
  const source4 = sources.hospital;
  const from2 = dateOf(first2);
  const letter = (day2, title, kind, body) => ({
    code: kind,
    text: `${title}: ${text2}`,
    at: dateOf(day2),
    from: cause.department,
    status: "final",
    body: [`Diagnose: ${code2} ${text2}.`, ...body].join("\n\n"),
    source: source4
  });
  const letters = [];
  let day = first2;
  if (stay !== void 0 && first2 + stay <= last) {
    day = first2 + stay;
    letters.push(letter(day, "Udskrivning", "udskrivning", aboutStay(random, from2, dateOf(day))));
  }
  const visits2 = stay === void 0 ? random.whole(1, 4) : random.whole(0, 2);
  for (let count2 = 0; count2 < visits2; count2++) {
    const next = lastWorkingDay(day + random.whole(14, 150));
    if (next > last) break;
    day = next;
    letters.push(letter(day, "Ambulant kontrol", "ambulant", aboutVisit(random)));
  }
  const open = last - day < 200 && random.chance(0.7);
  const referral = {
    text: cause.course,
    to: cause.department,
    at: from2,
    status: open ? "accepted" : "completed",
    source: source4
  };
  return [{ diagnosis: { system: "SKS", code: code2, text: text2, from: from2, source: source4 }, referral, letters }];
}
function aboutStay(random, from2, to2) {
  const dates = `Indlagt ${inDanish(from2)}, udskrevet ${inDanish(to2)}.`;
  return [dates, random.pick(stays), `Plan: ${random.pick(plans2)}`];
}
function inDanish(date2) {
  return date2.split("-").reverse().join(".");
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
  const own2 = { ...life, random };
  const isOld = has(own2, "dementia") || own2.age >= 85;
  const notes = Array.from({ length: random.whole(0, 1 + Math.min(3, own2.onset.size)) }, () => {
    const [code2, text2, body] = random.pick(noteTexts);
    const at = dateOf(pastDay(own2, reach2));
    return { code: code2, text: text2, at, from: own2.patient.practitioner ?? "l\xE6ge", body, source };
  });
  const correspondence = Array.from({ length: isOld ? random.whole(0, 3) : 0 }, () => {
    const [text2, body] = random.pick(aboutTheOld);
    const at = dateOf(pastDay(own2, reach2));
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
  const own2 = { ...life, random: new Random(`${seed}/vaccination/${life.patient.id}`) };
  return own2.age < 18 ? childhoodVaccinations(own2) : adultVaccinations(own2);
}
function childhoodVaccinations({ random, birth, today }) {
  if (random.chance(0.03)) return [];
  const taken = [];
  for (const { code: code2, text: text2, at } of childhood)
    for (const [number4, age] of at.entries()) {
      const day = lastWorkingDay(birth + age + random.whole(2, random.chance(0.15) ? 200 : 30));
      if (day > today || random.chance(0.06)) break;
      taken.push({ code: code2, text: text2, at: dateOf(day), dose: String(number4 + 1), source: source2 });
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
    const number4 = `${head}${century}${serial}${last}`;
    if (!passesModulus112(number4) && !taken.has(number4)) {
      taken.add(number4);
      return number4;
    }
  }
}
function centuryDigits(year) {
  if (year >= 2e3) return year <= 2036 ? [4, 5, 6, 7, 8, 9] : [5, 6, 7, 8];
  return year >= 1937 ? [0, 1, 2, 3, 4, 9] : [0, 1, 2, 3];
}
function passesModulus112(number4) {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(number4[index]), 0) % 11 === 0;
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
function moveIn(household, { random, seed, today, taken, first: first2 }) {
  const family = random.pick(surnames);
  const oldAndAlone = household.length === 1 && household.every(({ age }) => age >= 84);
  const shared = {
    ...drawHome(oldAndAlone && random.chance(0.3), random),
    practitioner: random.pick(practitioners),
    phone: drawPhone(random)
  };
  return household.map(({ age, sex }, index) => {
    const id2 = `p${String(first2 + index).padStart(6, "0")}`;
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
  const joined2 = bornHere ? birth : random.whole(Math.min(today, birth + 30), today);
  const isPassing = random.chance(4e-3);
  return {
    registered: dateOf(isPassing ? Math.max(birth, today - random.whole(1, 60)) : joined2),
    listed: !isPassing
  };
}
function drawLaboratory(random) {
  const creatinine = random.pick(["NPU18016", "NPU18016", "NPU04998"]);
  const units3 = {
    NPU01568: random.pick(["mmol/L", "mmol/l"]),
    NPU19661: random.pick(["mg/g", "10-3", "10E-3", "x10-3"]),
    NPU27300: random.pick(["mmol/mol", "mmol/mol", "10-3"]),
    NPU18016: random.pick(["\xB5mol/L", "umol/l"]),
    DNK05472: random.pick(["mmHg", "mm[Hg]"]),
    DNK05473: random.pick(["mmHg", "mm[Hg]"])
  };
  return (result) => {
    const { code: code2, unit: unit2 = "" } = result;
    return {
      ...result,
      code: code2 === "NPU18016" ? creatinine : code2,
      unit: units3[code2] ?? unit2
    };
  };
}
function atHome(results, random) {
  if (!random.chance(0.2)) return [];
  return results.flatMap((each) => {
    const home = homeCodes[each.code];
    if (!home || typeof each.value !== "number") return [];
    const [code2, text2] = home;
    if (dayOf(each.at) % 3 === 0) return [];
    const { unit: unit2, source: source4, ...interval } = each;
    return [{ ...interval, code: code2, text: text2, value: each.value - 5, unit: unit2, source: source4 }];
  });
}
var homeCodes = {
  DNK05472: ["MCS88019", "Blodtryk hjemme, systolisk"],
  DNK05473: ["MCS88020", "Blodtryk hjemme, diastolisk"]
};
function oldFiltration(results, birth, random) {
  const first2 = results.find(({ code: code2 }) => code2 === "DNK35302");
  const day = lastWorkingDay(dayOf("2014-02-03") + random.whole(0, 800));
  if (!first2 || typeof first2.value !== "number" || day < birth + 40 * 365 || !random.chance(0.3))
    return [];
  const { comparator: _, ...plain2 } = first2;
  return [
    {
      ...plain2,
      code: "DNK35131",
      text: "eGFR (til juli 2016)",
      at: dateOf(day),
      value: Math.min(90, first2.value + 9)
    }
  ];
}
function withProduct(medication) {
  const [, amount, unit2] = /(\d+(?:,\d+)?) (mg|µg|g)\b/.exec(medication.text ?? "") ?? [];
  const random = new Random(`product/${medication.code}/${medication.text ?? ""}`);
  if (!random.chance(0.85)) return medication;
  return {
    ...medication,
    product: String(random.whole(1e5, 599999)),
    ...amount !== void 0 && unit2 !== void 0 ? { strength: { value: Number(amount.replace(",", ".")), unit: unit2 } } : {}
  };
}
function dispensed(medication, today) {
  const { code: code2, text: text2 = "", from: from2, to: to2 } = medication;
  const random = new Random(`dispensed/${code2}/${text2}/${today - dayOf(from2)}`);
  const back2 = random.chance(0.9) ? random.whole(1, 100) : random.whole(365, 900);
  const day = today - back2;
  if (to2 !== void 0 && dayOf(to2) < today || day < dayOf(from2)) return medication;
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
  const from2 = dateOf(today - random.whole(200, 1800));
  if (!random.chance(0.06) || !isAdult) return [];
  if (medications.some(({ code: code2 }) => code2.startsWith("N02B"))) return [];
  return [
    {
      ...{ code: "N02BE01", text: "Paracetamol 500 mg", dose: "2 tabletter efter behov" },
      ...{ from: from2, source: sources.medication }
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
  const { seed, size, asOf: asOf2 } = { ...defaultClinic, ...options };
  const today = dayOf(asOf2);
  const edges = edgePatients(today).slice(0, size);
  const taken = new Set(edges.flatMap(({ records: records2 }) => records2.patient.cpr ?? []));
  const draw = new Random(`${seed}/people`);
  const people = Array.from(
    { length: Math.max(0, size - edges.length) },
    () => drawAgeAndSex(draw)
  );
  let made = 0;
  for (const [number4, household] of formHouseholds(people, draw).entries()) {
    const random = new Random(`${seed}/${number4}`);
    for (const patient of moveIn(household, { random, seed, today, taken, first: made + 1 })) {
      yield vary(recordsOf(patient, today, { random, seed }), today, seed);
      made++;
    }
  }
  for (const { records: records2 } of edges) yield records2;
}

// src/profile/indicators.ts
function denominatorOf({
  numerator,
  denominator,
  except
}) {
  if (!except) return denominator;
  const kept = { any: [numerator, { not: except }] };
  return denominator ? { all: [denominator, kept] } : kept;
}

// src/profile/ages.ts
function ageLimits({
  min = 0,
  max
}) {
  const from2 = periodOf(min);
  if (max === void 0) return { from: from2 };
  const last = periodOf(max);
  const unit2 = typeof max === "number" ? "years" : units[max.at(-1)];
  return { from: from2, before: { ...last, [unit2]: last[unit2] + 1 } };
}
function areAgesApart(min, max) {
  const isInYears = typeof min === "number" && typeof max === "number";
  return roughAge(periodOf(min)) >= roughEndOf(max) + (isInYears ? 0 : longestMonth);
}
var longestMonth = 31;
function roughEndOf(max) {
  return roughAge(ageLimits({ max }).before);
}
function roughAge(age) {
  return roughDays({ ...age, sign: 1 });
}
function periodOf(limit2) {
  const none = { years: 0, months: 0, weeks: 0, days: 0 };
  if (typeof limit2 === "number") return { ...none, years: limit2 };
  const { years: years2, months: months3, weeks, days } = parsePeriod(limit2) ?? none;
  return { years: years2, months: months3, weeks, days };
}
var units = { Y: "years", M: "months", W: "weeks", D: "days" };

// src/profile/queries.ts
var defaultWindows = {
  diagnosis: "ever",
  medication: "now",
  result: "ever",
  service: "ever",
  appointment: "future",
  referral: "ever",
  letter: "ever",
  vaccination: "ever",
  carePlan: "now",
  note: "ever",
  correspondence: "ever"
};
var queryTypes = Object.keys(defaultWindows);
var criterionKeys = [
  "all",
  "any",
  "not",
  "atLeast",
  "patient",
  ...queryTypes,
  "anchor",
  "concurrent",
  "sequence",
  "change",
  "sameDay"
];

// src/profile/codes.ts
function resolveCodes(profile, codes3) {
  const several = typeof codes3 === "string" || !isList(codes3) ? [codes3] : codes3;
  return several.map((each) => typeof each === "string" ? namedSet(profile, each) : each);
}
function isList(codes3) {
  return Array.isArray(codes3);
}
function namedSet(profile, name2) {
  const set = profile.codes && Object.hasOwn(profile.codes, name2) ? profile.codes[name2] : void 0;
  if (!set) throw new RangeError(`The profile has no code set "${name2}".`);
  return set;
}

// src/i18n/language.ts
function textIn(text2, language) {
  return (language === "en" ? text2.en : void 0) ?? text2.da;
}
function sentence(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function joinWords(words, last) {
  if (words.length <= 1) return words.join();
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

// src/json/excerpt.ts
var longest = 120;
function excerpt(value2) {
  const text2 = JSON.stringify(beginningOf(value2, { left: longest }));
  return text2 !== void 0 && text2.length > longest ? `${text2.slice(0, longest - 3)}\u2026` : text2;
}
function beginningOf(value2, parts2) {
  parts2.left--;
  if (typeof value2 === "string") return value2.slice(0, longest);
  if (typeof value2 !== "object" || value2 === null) return value2;
  if (Array.isArray(value2)) {
    const list2 = [];
    for (let index = 0; index < value2.length && parts2.left >= 0; index++)
      list2.push(beginningOf(value2[index], parts2));
    return list2;
  }
  const entries = [];
  for (const key in value2) {
    if (parts2.left < 0) break;
    const part = value2[key];
    entries.push([key.slice(0, longest), beginningOf(part, parts2)]);
  }
  return Object.fromEntries(entries);
}

// src/json/paths.ts
function pointer(path) {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function valueAt(json, path) {
  let value2 = json;
  for (const key of path) {
    if (typeof value2 !== "object" || value2 === null || !Object.hasOwn(value2, key)) return void 0;
    value2 = value2[key];
  }
  return value2;
}

// src/profile/checks/bounds-units.ts
var boundsUnits = {
  name: "bounds-units",
  severity: "error",
  scope: "object",
  find({ result, change: change3, strength }, path) {
    return [
      ...lacksUnit(valueAt(result, ["value"])) ? [[...path, "result", "value"]] : [],
      ...lacksUnit(valueAt(change3, ["value"])) ? [[...path, "change", "value"]] : [],
      ...lacksUnit(strength) ? [[...path, "strength"]] : []
    ].map((place) => ({ path: place, code: "unit-missing", details: {} }));
  }
};
function lacksUnit(value2) {
  if (!isObject(value2) || "text" in value2) return false;
  if (!boundKeys.some((key) => typeof value2[key] === "number")) return false;
  const { unit: unit2 } = value2;
  return unit2 === void 0 || typeof unit2 === "string" && normalizeUnit(unit2) === "";
}
var boundKeys = ["above", "atLeast", "below", "atMost"];

// src/profile/checks/closed-windows.ts
var closedWindows = {
  name: "closed-windows",
  severity: "error",
  scope: "object",
  find({ when }, path) {
    if (!isObject(when) || typeof when.from !== "string" || !when.from.startsWith("+") || when.to !== void 0)
      return [];
    const period2 = parsePeriod(when.from);
    if (!period2 || roughDays(period2) <= 0) return [];
    const suggestion = `-${when.from.slice(1)}`;
    return [{ path: [...path, "when", "from"], code: "window-closed", details: { suggestion } }];
  }
};

// src/profile/checks/code-entries.ts
var codeEntries = {
  name: "code-entries",
  severity: "error",
  scope: "object",
  find(object, path) {
    const { system: given } = object;
    if (typeof given !== "string" || !("include" in object)) return [];
    const system = normalizeSystem(given);
    if (system === "") return [{ path: [...path, "system"], code: "empty", details: {} }];
    return [
      ...faultsIn(object, "include", system, path),
      ...faultsIn(object, "exclude", system, path)
    ];
  }
};
function faultsIn(object, key, system, path) {
  const entries = object[key];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry, index) => {
    if (typeof entry !== "string") return [];
    const several = isHierarchical(system) ? severalCodes(entry) : void 0;
    if (!several && parseCodeEntry(system, entry)) return [];
    return [{ path: [...path, key, index], ...faultOf(entry, system, several) }];
  });
}
function faultOf(entry, system, several) {
  if (several) return { code: "code-entry", details: { suggestions: several } };
  const parts2 = hasRanges(system) ? normalize(entry).split("-") : [];
  const [from2 = "", to2 = ""] = parts2;
  if (parts2.length === 2 && [from2, to2].every((part) => isCode2(part, system))) {
    const isTurned = from2.length === to2.length && isBefore(to2, from2);
    return { code: "code-range", details: isTurned ? { suggestions: [`${to2}-${from2}`] } : {} };
  }
  const listed2 = normalize(entry).split(",").map((part) => part.replaceAll("*", ""));
  const codes3 = listed2.filter((part) => isCode2(part, system));
  return { code: "code-entry", details: codes3.length > 0 ? { suggestions: codes3 } : {} };
}
function isCode2(text2, system) {
  return parseCodeEntry(system, normalizeCode(system, text2)) !== void 0;
}
function severalCodes(entry) {
  const parts2 = entry.trim().split(/\s+/u);
  const shapes2 = new Set(parts2.map((part) => part.replace(/\p{L}/gu, "A").replace(/\d/g, "0")));
  const [shape = ""] = shapes2;
  const letter = shape.indexOf("A");
  const isCodeLike = letter >= 0 && shape.lastIndexOf("0") > letter;
  return parts2.length > 1 && shapes2.size === 1 && isCodeLike ? parts2 : void 0;
}

// src/record/code-shapes.ts
var shapes = {
  // Its chapters, or a hyphen for them all in what was done; what follows a code belongs to a national or local
  // extension, and a list of codes is none.
  "ICPC-2": /^(?:[ABDFHKLNPRSTUWXYZ]-?|-)\d{2}(?:[^\d,;|/+][^,;|/+]*)?$/,
  ATC: /^[A-Z](?:\d{2}(?:[A-Z]{1,2}(?:\d{2})?)?)?$/,
  NPU: /^[A-Z]{3}\d+$/,
  YDELSE: /^\d{4}$/,
  // A diagnosis of ICD-10 has a D before it here. In ICD-10 codes are written in both ways in Denmark, so none is foreign.
  SKS: /^[A-Z]{2}/
};
function looksLikeCode(system, code2) {
  return shapes[system]?.test(code2) ?? true;
}
var beginnings = {
  "ICPC-2": /^[ABDFHKLNPRSTUWXYZ]\d?$/,
  ATC: /^[A-Z](?:\d|\d{2}[A-Z]{2}\d)?$/,
  SKS: /^[A-Z]$/
};
function looksLikeCodes(system, text2) {
  return looksLikeCode(system, text2) || (beginnings[system]?.test(text2) ?? false);
}
var alike = ["O0", "I1", "L1", "Z2", "S5", "G6", "B8"].map(
  (pair) => [pair[0], pair[1]]
);
function codesMeant(system, text2) {
  if (!(system in shapes) || text2.length > longest2) return [];
  const places = Array.from({ length: text2.length }, (_, place) => place);
  const at = (place, length2, sign) => text2.slice(0, place) + sign + text2.slice(place + length2);
  const replaced = (from2, to2) => places.flatMap(
    (place) => alike.flatMap((pair) => text2[place] === pair[from2] ? [at(place, 1, pair[to2])] : [])
  );
  const byKind = [
    replaced(0, 1),
    places.map((place) => at(place, 2, `${text2[place + 1] ?? ""}${text2[place]}`)),
    places.map((place) => at(place, 1, "")),
    replaced(1, 0),
    places.map((place) => at(place, 0, "0"))
  ];
  for (const candidates of byKind) {
    const meant2 = candidates.filter((each) => each !== text2 && looksLikeCode(system, each));
    if (meant2.length > 0) return [...new Set(meant2)].slice(0, mostMeant);
  }
  return [];
}
var longest2 = 12;
var mostMeant = 3;

// src/profile/checks/code-shapes.ts
var codeShapes = {
  name: "code-shapes",
  severity: "warning",
  scope: "object",
  find({ system: given, include, exclude }, path) {
    if (typeof given !== "string") return [];
    const system = normalizeSystem(given);
    return ["include", "exclude"].flatMap((key) => {
      const entries = key === "include" ? include : exclude;
      if (!Array.isArray(entries)) return [];
      return entries.flatMap((entry, index) => {
        const details = typeof entry === "string" ? faultIn(entry, system) : void 0;
        return details ? [{ path: [...path, key, index], code: "code-shape", details }] : [];
      });
    });
  }
};
function faultIn(entry, system) {
  const parsed = parseCodeEntry(system, entry);
  if (!parsed) return void 0;
  const codes3 = "code" in parsed ? [parsed.code] : [parsed.from, parsed.to];
  const wrong = codes3.filter((code2) => !looksLikeCodes(system, normalizeCode(system, code2)));
  const [first2] = wrong;
  if (first2 === void 0) return void 0;
  const meant2 = codesMeant(system, first2);
  const inRange = (code2) => hasRanges(system) && codes3.length > 1 ? codes3.map((each) => each === first2 ? code2 : each).join("-") : code2;
  const suggestions = wrong.length === 1 ? meant2.map(inRange) : [];
  return { system, code: first2, ...suggestions.length > 0 ? { suggestions } : {} };
}

// src/profile/checks/code-set-names.ts
var codeSetNames = {
  name: "code-set-names",
  severity: "error",
  scope: "document",
  find(document) {
    const sets = isObject(document) ? document.codes : void 0;
    return isObject(sets) && Object.hasOwn(sets, "__proto__") ? [{ path: ["codes", "__proto__"], code: "name", details: {} }] : [];
  }
};

// src/profile/checks/numbering.ts
function numberingOf(document) {
  if (typeof document !== "object" || document === null) return new Numbering();
  let numbering = numberings.get(document);
  if (!numbering) numberings.set(document, numbering = new Numbering());
  return numbering;
}
var numberings = /* @__PURE__ */ new WeakMap();
var Numbering = class {
  #numbers = /* @__PURE__ */ new Map();
  /** By object, so that what stands in others is numbered once. */
  #known = /* @__PURE__ */ new WeakMap();
  numberOf(value2) {
    if (typeof value2 !== "object" || value2 === null) return this.#number(JSON.stringify(value2));
    let number4 = this.#known.get(value2);
    if (number4 === void 0) {
      number4 = this.#number(this.#partsOf(value2));
      this.#known.set(value2, number4);
    }
    return number4;
  }
  /** The text of a list or object with the numbers of its parts in their place. */
  #partsOf(value2) {
    if (Array.isArray(value2))
      return JSON.stringify(value2.map((each) => this.numberOf(each)));
    if (!isObject(value2)) return "";
    const keys = Object.keys(value2).sort();
    return `{${JSON.stringify(keys.map((key) => [key, this.numberOf(value2[key])]))}}`;
  }
  #number(text2) {
    const known2 = this.#numbers.get(text2);
    if (known2 !== void 0) return known2;
    this.#numbers.set(text2, this.#numbers.size);
    return this.#numbers.size - 1;
  }
};

// src/profile/checks/contradictions.ts
var contradictions = {
  name: "contradictions",
  severity: "error",
  scope: "object",
  find(object, path, document) {
    return ["all", "any"].flatMap((key) => negatedParts(object, path, key, document));
  }
};
function negatedParts(object, path, key, document) {
  const parts2 = object[key];
  if (!Array.isArray(parts2) || !parts2.some(isNegation)) return [];
  const numbering = numberingOf(document);
  const numbers = new Set(parts2.map((part) => numbering.numberOf(part)));
  const code2 = key === "all" ? "never-true" : "always-true";
  return parts2.flatMap(
    (part, index) => isNegation(part) && numbers.has(numbering.numberOf(part.not)) ? [{ path: [...path, key, index], code: code2, details: {} }] : []
  );
}
function isNegation(part) {
  return isObject(part) && Object.hasOwn(part, "not");
}

// src/profile/checks/objects.ts
function objectsIn(value2, path = []) {
  const found = [];
  collect(value2, path, found);
  return found;
}
function collect(value2, path, found) {
  if (Array.isArray(value2)) {
    value2.forEach((each, index) => collect(each, [...path, index], found));
  } else if (isObject(value2)) {
    found.push({ object: value2, path });
    for (const [key, each] of Object.entries(value2))
      if (typeof each === "object") collect(each, [...path, key], found);
  }
}

// src/profile/checks/criteria-limit.ts
var mostCriteria = 1e3;
var criteriaLimit = {
  name: "criteria-limit",
  severity: "error",
  scope: "document",
  find(document) {
    const found = ["population", "information", "markers", "indicators"].flatMap((part) => objectsIn(valueAt(document, [part]))).filter(({ object }) => criterionKeys.some((key) => isObject(object[key]))).length;
    return found > mostCriteria ? [{ path: [], code: "too-many-criteria", details: { most: mostCriteria, found } }] : [];
  }
};

// src/profile/checks/distinct-system.ts
var distinctSystem = {
  name: "distinct-system",
  severity: "error",
  scope: "object",
  find({ distinct: distinct2, codes: codes3 }, path, document) {
    if (!isObject(distinct2)) return [];
    const foreign = (Array.isArray(codes3) ? codes3 : [codes3]).map(
      (each) => typeof each === "string" ? valueAt(document, ["codes", each]) : each
    ).map((set) => valueAt(set, ["system"])).find((system) => typeof system === "string" && normalizeSystem(system) !== "ATC");
    return foreign === void 0 ? [] : [{ path: [...path, "distinct"], code: "distinct-system", details: { system: foreign } }];
  }
};

// src/profile/checks/duplicate-ids.ts
var duplicateIds = {
  name: "duplicate-ids",
  severity: "error",
  scope: "document",
  find(document) {
    const lists2 = ["information", "markers", "indicators", "messages"];
    return lists2.flatMap((list2) => duplicatesIn(document, list2));
  }
};
function duplicatesIn(document, list2) {
  const entries = valueAt(document, [list2]);
  if (!Array.isArray(entries)) return [];
  const firstIndex = /* @__PURE__ */ new Map();
  return entries.flatMap((entry, index) => {
    const id2 = valueAt(entry, ["id"]);
    if (typeof id2 !== "string") return [];
    const first2 = firstIndex.get(id2);
    if (first2 === void 0) {
      firstIndex.set(id2, index);
      return [];
    }
    const details = { id: id2, first: `/${list2}/${first2}` };
    return [{ path: [list2, index, "id"], code: "duplicate-id", details }];
  });
}

// src/profile/checks/empty-code-sets.ts
var emptyCodeSets = {
  name: "empty-code-sets",
  severity: "error",
  scope: "object",
  find({ include, exclude, system }, path) {
    if (!Array.isArray(include) || !Array.isArray(exclude) || typeof system !== "string") return [];
    const own2 = normalizeSystem(system);
    const normalized = (entry) => typeof entry === "string" ? normalizeEntry(own2, entry) : entry;
    const excluded = new Set(exclude.map(normalized));
    return include.length > 0 && include.every((entry) => excluded.has(normalized(entry))) ? [{ path: [...path, "exclude"], code: "never-true", details: {} }] : [];
  }
};

// src/profile/checks/empty-population.ts
var emptyPopulation = {
  name: "empty-population",
  severity: "error",
  scope: "document",
  find(document) {
    const include = valueAt(document, ["population", "include"]);
    const exclude = valueAt(document, ["population", "exclude"]);
    const numbering = numberingOf(document);
    return exclude !== void 0 && numbering.numberOf(include) === numbering.numberOf(exclude) ? [{ path: ["population", "exclude"], code: "never-true", details: {} }] : [];
  }
};

// src/profile/checks/impossible-ages.ts
var impossibleAges = {
  name: "impossible-ages",
  severity: "error",
  scope: "object",
  find(object, path) {
    if (!Array.isArray(object.all)) return [];
    const ages = agesIn(object, path);
    const mins = ages.filter(({ min }) => min !== void 0);
    const maxes = ages.filter(({ max }) => max !== void 0);
    const lowest2 = [...maxes].sort((a, b) => roughEndOf(a.max) - roughEndOf(b.max)).slice(0, 2);
    const isApart = (low2, high2) => low2.path !== high2.path && areAgesApart(low2.min, high2.max);
    const low = mins.find((each) => lowest2.some((high2) => isApart(each, high2)));
    const high = low && maxes.find((each) => isApart(low, each));
    if (!low || !high) return [];
    const later = String(low.path) > String(high.path) ? low.path : high.path;
    return [{ path: later, code: "ages-apart", details: { min: low.min, max: high.max } }];
  }
};
function agesIn(criterion2, path) {
  const age = valueAt(criterion2, ["patient", "age"]);
  if (isObject(age) && age.on === void 0)
    return [{ min: limitIn(age.min), max: limitIn(age.max), path: [...path, "patient", "age"] }];
  if (!Array.isArray(criterion2.all)) return [];
  return criterion2.all.flatMap(
    (part, index) => isObject(part) ? agesIn(part, [...path, "all", index]) : []
  );
}
function limitIn(value2) {
  return typeof value2 === "number" || typeof value2 === "string" && parsePeriod(value2) ? value2 : void 0;
}

// src/profile/checks/test-persons.ts
var testPersons = {
  name: "test-persons",
  severity: "error",
  scope: "document",
  find(document) {
    const tests = valueAt(document, ["about", "tests"]);
    if (!Array.isArray(tests)) return [];
    return tests.flatMap((test, index) => placesOfPersons(test, ["about", "tests", index])).map((path) => ({ path, code: "test-person", details: {} }));
  }
};
var personal = /* @__PURE__ */ new Set(["cpr", "name", "address", "phone"]);
function placesOfPersons(test, path) {
  const patient = valueAt(test, ["patient"]);
  const fields = isObject(patient) ? Object.keys(patient).filter((key) => personal.has(key)) : [];
  return [
    ...fields.map((key) => [...path, "patient", key]),
    ...textsIn(test, path).filter(({ text: text2 }) => hasCpr(text2)).map((each) => each.path).filter((each) => each.length < 5 || !personal.has(String(each[4])))
  ];
}
function textsIn(value2, path) {
  if (typeof value2 === "string" || typeof value2 === "number")
    return [{ text: String(value2), path }];
  if (typeof value2 !== "object" || value2 === null) return [];
  return Object.entries(value2).flatMap(
    ([key, each]) => textsIn(each, [...path, Array.isArray(value2) ? Number(key) : key])
  );
}
function hasCpr(text2) {
  return (text2.match(/(?<!\d)\d{6}[-\s]?\d{4}(?!\d)/g) ?? []).some(
    (number4) => parseCpr(number4).kind === "cpr"
  );
}

// src/profile/checks/unknown-code-sets.ts
var unknownCodeSets = {
  name: "unknown-code-sets",
  severity: "error",
  scope: "object",
  find({ codes: codes3, prefer: prefer2 }, path, document) {
    if (path.length === 0) return [];
    return [
      ...unknownIn(codes3, [...path, "codes"], document),
      ...Array.isArray(prefer2) ? unknownIn(prefer2, [...path, "prefer"], document) : []
    ];
  }
};
function unknownIn(name2, path, document) {
  if (Array.isArray(name2))
    return name2.flatMap((each, index) => unknownIn(each, [...path, index], document));
  if (typeof name2 !== "string") return [];
  const sets = valueAt(document, ["codes"]);
  if (isObject(sets) && Object.hasOwn(sets, name2)) return [];
  const names2 = isObject(sets) ? namesOf(sets) : [];
  const misspelt = { word: name2, known: () => names2 };
  return [{ path, code: "unknown-codes", details: { name: name2, names: names2 }, misspelt }];
}
var listed = /* @__PURE__ */ new WeakMap();
function namesOf(sets) {
  let names2 = listed.get(sets);
  if (!names2) listed.set(sets, names2 = Object.keys(sets));
  return names2;
}

// src/i18n/phrases/placeholders.ts
var placeholderPhrases = {
  da: {
    firstName: "fornavn",
    name: "navn",
    age: "alder",
    reason: "\xE5rsag",
    conditions: "tilstande",
    practitioner: "egen l\xE6ge",
    lastControl: "seneste kontrol",
    nextAppointment: "n\xE6ste aftale",
    clinic: "klinik",
    date: "dato"
  },
  en: {
    firstName: "first name",
    name: "name",
    age: "age",
    reason: "reason",
    conditions: "conditions",
    practitioner: "usual GP",
    lastControl: "last control",
    nextAppointment: "next appointment",
    clinic: "clinic",
    date: "date"
  }
};

// src/profile/placeholders.ts
var placeholders = Object.keys(placeholderPhrases.da);
function readMessage(body) {
  const parts2 = [];
  let [end, line, counted3] = [0, 1, 0];
  for (const { 0: whole, 1: written2 = "", index } of body.matchAll(braced)) {
    if (index > end) parts2.push({ kind: "text", text: body.slice(end, index) });
    end = index + whole.length;
    const name2 = byWords.get(keyOf(written2));
    if (name2) {
      parts2.push({ kind: "placeholder", name: name2 });
      continue;
    }
    line += body.slice(counted3, index).split("\n").length - 1;
    counted3 = index;
    parts2.push({ kind: "unknown", written: whole, line });
  }
  if (end < body.length) parts2.push({ kind: "text", text: body.slice(end) });
  return parts2;
}
var braced = /\{([^{}\n]{1,60})\}/g;
function keyOf(written2) {
  return written2.trim().replaceAll(/\s+/g, " ").toLowerCase().normalize("NFC");
}
var byWords = new Map(
  placeholders.flatMap(
    (name2) => [name2, placeholderPhrases.da[name2], placeholderPhrases.en[name2]].map(
      (words) => [keyOf(words), name2]
    )
  )
);

// src/profile/checks/unknown-placeholders.ts
var unknownPlaceholders = {
  name: "unknown-placeholders",
  severity: "error",
  scope: "document",
  find(document) {
    const messages = valueAt(document, ["messages"]);
    if (!Array.isArray(messages)) return [];
    return messages.flatMap(
      (message2, index) => ["da", "en"].flatMap((language) => {
        const body = valueAt(message2, ["body", language]);
        if (typeof body !== "string") return [];
        const path = ["messages", index, "body", language];
        return readMessage(body).flatMap((part) => {
          if (part.kind !== "unknown") return [];
          const word = part.written.slice(1, -1).trim();
          const details = { name: word, line: part.line, names: placeholders };
          const misspelt = { word, known: () => placeholders };
          return [{ path, code: "unknown-placeholder", details, misspelt }];
        });
      })
    );
  }
};

// src/profile/checks/unknown-units.ts
var unknownUnits = {
  name: "unknown-units",
  severity: "warning",
  scope: "object",
  find({ result, change: change3, strength }, path) {
    return [
      ...unknownAt(valueAt(result, ["value", "unit"]), [...path, "result", "value", "unit"]),
      ...unknownAt(valueAt(change3, ["value", "unit"]), [...path, "change", "value", "unit"]),
      ...unknownAt(valueAt(strength, ["unit"]), [...path, "strength", "unit"])
    ];
  }
};
function unknownAt(unit2, path) {
  if (typeof unit2 !== "string" || normalizeUnit(unit2) === "" || isKnownUnit(unit2)) return [];
  const misspelt = { word: unit2, known: knownUnits2 };
  return [{ path, code: "unknown-unit", details: { unit: unit2 }, misspelt }];
}
function knownUnits2() {
  return unitGroups.flatMap(({ units: units3 }) => Object.values(units3).flat());
}

// src/profile/checks/validity.ts
var validity = {
  name: "validity",
  severity: "error",
  scope: "document",
  find(document) {
    const [from2, to2] = [valueAt(document, ["validFrom"]), valueAt(document, ["validTo"])];
    return isCalendarDate(from2) && isCalendarDate(to2) && from2 > to2 ? [{ path: ["validTo"], code: "valid-order", details: {} }] : [];
  }
};

// src/profile/checks/index.ts
var profileChecks = [
  codeSetNames,
  duplicateIds,
  unknownCodeSets,
  unknownPlaceholders,
  contradictions,
  distinctSystem,
  codeEntries,
  codeShapes,
  emptyCodeSets,
  closedWindows,
  impossibleAges,
  boundsUnits,
  unknownUnits,
  emptyPopulation,
  criteriaLimit,
  validity,
  testPersons
];
function runChecks(checks, document) {
  const objectChecks = checks.filter((check) => check.scope === "object");
  return checks.flatMap((check) => {
    if (check.scope === "document") return withSeverity(check, check.find(document));
    return check === objectChecks[0] ? runOnObjects(objectChecks, document) : [];
  });
}
function runOnObjects(checks, document) {
  const { about: _, ...asked } = isObject(document) ? document : { about: void 0 };
  return objectsIn(asked).flatMap(
    ({ object, path }) => checks.flatMap((check) => withSeverity(check, check.find(object, path, document)))
  );
}
function withSeverity({ severity }, violations) {
  return violations.map((each) => ({ ...each, severity }));
}

// src/json/limits.ts
function excessOfText(text2, limits) {
  if (text2.length > limits.characters) return excess("characters", limits);
  let depth = 0;
  let nodes = 1;
  let key = 0;
  let isOpened = false;
  for (let at = 0; at < text2.length; at++) {
    const sign = text2.charCodeAt(at);
    if (sign === space || sign === tab || sign === lineFeed || sign === carriageReturn) continue;
    const isClosing = sign === closingBrace || sign === closingBracket;
    if (sign === comma || isOpened && !isClosing) nodes++;
    isOpened = sign === openingBrace || sign === openingBracket;
    if (isOpened) depth++;
    else if (isClosing) depth--;
    else if (sign === quote) {
      const end = endOfString(text2, at + 1);
      key = end - at - 1;
      at = end;
    } else if (sign === colon && key > limits.key) return excess("key", limits);
    if (depth > limits.depth) return excess("depth", limits);
    if (nodes > limits.nodes) return excess("nodes", limits);
  }
  return void 0;
}
function excess(limit2, limits) {
  return { limit: limit2, most: limits[limit2] };
}
function endOfString(text2, from2) {
  for (let at = from2; at < text2.length; at++) {
    const sign = text2.charCodeAt(at);
    if (sign === quote) return at;
    if (sign === backslash) at++;
  }
  return text2.length;
}
var [openingBrace, closingBrace, openingBracket, closingBracket] = codesOf("{}[]");
var [comma, colon, quote, backslash] = codesOf(',:"\\');
var [space, tab, lineFeed, carriageReturn] = codesOf(" 	\n\r");
function codesOf(signs2) {
  return [...signs2].map((sign) => sign.charCodeAt(0));
}

// src/json/written.ts
function writtenWithin(value2, limits) {
  const writer = new Writer(limits);
  try {
    return writer.put("", value2) ? writer.text : void 0;
  } catch (error) {
    if (error instanceof Passed) return { limit: error.limit, most: limits[error.limit] };
    throw error;
  }
}
var Passed = class extends Error {
  constructor(limit2) {
    super(limit2);
    this.limit = limit2;
  }
};
var Writer = class {
  constructor(limits) {
    this.limits = limits;
  }
  #parts = [];
  #outer = [];
  #nodes = 0;
  #characters = 0;
  get text() {
    return this.#parts.join("");
  }
  /** Answers whether there was anything to write. */
  put(key, given) {
    this.#count("nodes", 1);
    const value2 = plain(key, given);
    if (typeof value2 === "string") this.#count("characters", value2.length);
    if (typeof value2 !== "object" || value2 === null) {
      const text2 = JSON.stringify(value2);
      if (text2 !== void 0) this.#parts.push(text2);
      return text2 !== void 0;
    }
    if (this.#outer.includes(value2)) throw new TypeError("Within itself.");
    if (this.#outer.length >= this.limits.depth) throw new Passed("depth");
    this.#outer.push(value2);
    if (Array.isArray(value2)) this.#list(value2);
    else this.#object(value2);
    this.#outer.pop();
    return true;
  }
  #list(list2) {
    const { length: length2 } = list2;
    this.#require(length2);
    this.#parts.push("[");
    for (let at = 0; at < length2; at++) {
      if (at > 0) this.#parts.push(",");
      if (!this.put(String(at), list2[at])) this.#parts.push("null");
    }
    this.#parts.push("]");
  }
  #object(object) {
    if (ArrayBuffer.isView(object)) this.#require(object.length ?? 0);
    const keys = Object.keys(object);
    this.#require(keys.length);
    this.#parts.push("{");
    let isFirst = true;
    for (const key of keys) {
      if (key.length > this.limits.key) throw new Passed("key");
      this.#count("characters", key.length);
      const before = this.#parts.length;
      this.#parts.push(isFirst ? "" : ",", JSON.stringify(key), ":");
      if (this.put(key, object[key])) isFirst = false;
      else this.#parts.length = before;
    }
    this.#parts.push("}");
  }
  /** Before any of them is read. */
  #require(nodes) {
    if (this.#nodes + nodes > this.limits.nodes) throw new Passed("nodes");
  }
  #count(limit2, more) {
    const count2 = limit2 === "nodes" ? this.#nodes += more : this.#characters += more;
    if (count2 > this.limits[limit2]) throw new Passed(limit2);
  }
};
function plain(key, given) {
  let value2 = given;
  if (typeof value2 === "object" && value2 !== null || typeof value2 === "bigint" || typeof value2 === "function") {
    const { toJSON } = value2;
    if (typeof toJSON === "function") value2 = toJSON.call(value2, key);
  }
  if (value2 instanceof Number) return Number(value2);
  if (value2 instanceof String) return String(value2);
  if (value2 instanceof Boolean) return value2.valueOf();
  return value2;
}

// src/profile/read-document.ts
var profileLimits = {
  characters: 1e6,
  depth: 40,
  nodes: 5e4,
  key: 1e3
};
function readDocument(input, text2 = textOfDocument(input)) {
  if (text2 === void 0) return unreadable("not-json");
  const passed2 = typeof text2 === "string" ? excessOfText(text2, profileLimits) : text2;
  if (passed2) return unreadable(codes[passed2.limit], { most: passed2.most });
  try {
    return { json: withPlainTexts(JSON.parse(text2)) };
  } catch (error) {
    return unreadable("syntax", positionOf(error, text2));
  }
}
var codes = {
  characters: "too-large",
  depth: "too-deep",
  nodes: "too-many",
  key: "key-too-long"
};
function unreadable(code2, details = {}) {
  return { unreadable: { code: code2, details } };
}
function textOfDocument(input) {
  if (typeof input === "string") return input;
  try {
    return writtenWithin(input, profileLimits);
  } catch {
    return void 0;
  }
}
function positionOf(error, text2) {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : void 0;
  if (position === void 0) return {};
  const before = text2.slice(0, Number(position));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

// src/profile/issues.ts
function violationsOf(issues) {
  return issues.filter(isOfRightType).flatMap(violationsOfIssue);
}
function isOfRightType({ code: code2, path }, index, issues) {
  const before = issues[index - 1];
  return !((code2 === "too_small" || code2 === "too_big") && before?.code === "invalid_type" && pointer(before.path) === pointer(path));
}
function violationsOfIssue(issue) {
  const { path, input } = issue;
  const one = (code2, details = {}) => [{ path, code: code2, details }];
  if (input === void 0) return one("missing", { key: path.at(-1) });
  switch (issue.code) {
    case "invalid_type":
      return one("wrong-type", { expected: issue.message === "tuple" ? "tuple" : issue.expected });
    case "invalid_value":
      return one("not-one-of", { values: issue.values }).map(
        (each) => typeof input === "string" ? { ...each, misspelt: { word: input, known: () => issue.values.map(String) } } : each
      );
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), one);
    case "too_big":
      return issue.maximum === Number.MAX_SAFE_INTEGER ? one("wrong-type", { expected: "int" }) : one("too-much", { most: Number(issue.maximum) });
    case "invalid_format":
      return one(issue.message);
    case "custom":
      return one(String(issue.params?.code));
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: "unknown-key",
        details: { key }
      }));
    case "invalid_key":
      return below(path, violationsOf(issue.issues));
    case "invalid_union":
      return below(path, meantBranch(issue.errors.map(violationsOf), input));
    default:
      return one(issue.code);
  }
}
function tooSmall(origin, least, one) {
  if (least === Number.MIN_SAFE_INTEGER) return one("wrong-type", { expected: "int" });
  if (origin === "number" || origin === "int") return one("too-low", { least });
  return one(least === 1 ? "empty" : "too-few", { least });
}
function below(path, violations) {
  return violations.map((each) => ({ ...each, path: [...path, ...each.path] }));
}
function meantBranch(branches, value2) {
  const [ofList] = branches.filter((each) => each.every(({ path }) => path.length > 0));
  if (Array.isArray(value2) && ofList) return ofList;
  if (!isObject(value2))
    return branches.find((each) => each.every(({ code: code2 }) => code2 !== "wrong-type")) ?? [
      { path: [], code: "wrong-type", details: { expected: expectedOf(branches) } }
    ];
  const keys = Object.keys(value2);
  if (branches.some(isOfCriterion)) {
    if (keys.length === 0) return [{ path: [], code: "no-criterion", details: {} }];
    const known2 = keys.filter(isCriterionKey);
    if (known2.length > 1) return [{ path: [], code: "two-criteria", details: { keys: known2 } }];
  }
  const [meant2 = []] = branches.filter(acceptsObjects).sort(
    (a, b) => Number(isOfOtherType(a)) - Number(isOfOtherType(b)) || unknownKeys(a).length - unknownKeys(b).length || a.length - b.length
  );
  const unknown = unknownKeys(meant2);
  return unknown.length > 0 && unknown.length === keys.length ? unknown : meant2;
}
function expectedOf(branches) {
  const expected = branches.flatMap((each) => each.map(({ details }) => details.expected));
  return expected.includes("object") ? "object" : expected[0];
}
function isOfCriterion(branch) {
  return branch.some((each) => !isUnknownKey(each) && isCriterionKey(each.path[0]));
}
function isCriterionKey(key) {
  return criterionKeys.some((each) => each === key);
}
function acceptsObjects(branch) {
  return !branch.some(
    ({ code: code2, path }) => path.length === 0 && (code2 === "wrong-type" || code2 === "not-one-of")
  );
}
function isOfOtherType(branch) {
  return branch.some(({ path: [key] }) => key === "type");
}
function unknownKeys(branch) {
  return branch.filter(isUnknownKey);
}
function isUnknownKey({ code: code2, path }) {
  return code2 === "unknown-key" && path.length === 1;
}

// src/profile/schema.ts
import * as z12 from "zod/mini";

// src/profile/schema/about.ts
import * as z5 from "zod/mini";

// src/profile/schema/build.ts
import * as z from "zod/mini";
function rule(code2, holds) {
  return z.refine(holds, { params: { code: code2 } });
}
function basicRule(code2, holds) {
  return z.refine(holds, { params: { code: code2 }, abort: true });
}
function optional2(schema) {
  return z.optional(schema);
}
function listOf(item, least, most) {
  return z.array(item).check(z.minLength(least), z.maxLength(most));
}

// src/profile/schema/tests.ts
import * as z4 from "zod/mini";

// src/profile/schema/text.ts
import * as z2 from "zod/mini";
function textUpTo(most) {
  return z2.string().check(z2.trim(), z2.minLength(1), z2.maxLength(most));
}
function textLike(pattern2, code2) {
  return z2.string().check(z2.regex(pattern2, { error: code2 }));
}
var prose = textUpTo(4e3);
var id = textLike(/^[\p{L}\d][\p{L}\d._-]{0,99}$/u, "name");
var version = textLike(/^\d{1,6}\.\d{1,6}\.\d{1,6}(-[\dA-Za-z.-]{1,60})?$/, "version");
var url = textLike(/^https:\/\/\S+$/, "url");
var localText = z2.strictObject({ da: prose, en: optional2(prose) });

// src/profile/schema/window.ts
import * as z3 from "zod/mini";
var longestDays = 200 * 366;
var period = z3.string().check(rule("period", isPeriod));
var date = z3.string().check(rule("date", isCalendarDate));
var windowEdge = z3.string().check(rule("window-edge", isWindowEdge));
var window = z3.union([
  z3.enum(["ever", "now", "future"]),
  z3.strictObject({ from: optional2(windowEdge), to: optional2(windowEdge) }).check(
    basicRule("empty-window", ({ from: from2, to: to2 }) => from2 !== void 0 || to2 !== void 0),
    rule("window-order", ({ from: from2, to: to2 }) => isInOrder(from2, to2))
  ),
  z3.strictObject({ last: period }),
  z3.strictObject({ next: period })
]);
function isPeriod(text2) {
  const parsed = parsePeriod(text2);
  return parsed !== void 0 && text2.startsWith("P") && roughDays(parsed) <= longestDays;
}
function isWindowEdge(text2) {
  const parsed = parsePeriod(text2);
  if (!parsed) return isCalendarDate(text2);
  const signed = !text2.startsWith("P") || roughDays(parsed) === 0;
  return signed && Math.abs(roughDays(parsed)) <= longestDays;
}
function isInOrder(from2, to2) {
  if (from2 === void 0 || to2 === void 0) return true;
  const [a, b] = [parsePeriod(from2), parsePeriod(to2)];
  if (a && b) return roughDays(a) <= roughDays(b) + 3;
  return a || b ? true : from2 <= to2;
}

// src/profile/schema/tests.ts
var short = textUpTo(200);
var number2 = z4.number();
var testRecord = z4.union([
  short,
  z4.looseObject({
    code: optional2(short),
    system: optional2(short),
    text: optional2(short),
    from: optional2(short),
    to: optional2(short),
    at: optional2(short),
    value: optional2(z4.union([number2, short])),
    unit: optional2(short),
    comparator: optional2(short),
    status: optional2(short),
    source: optional2(short)
  })
]);
var records = listOf(testRecord, 0, 200);
var lists = Object.fromEntries(
  recordTypes.map((type) => [listNames[type], optional2(records)])
);
var testPatient = z4.looseObject({
  age: optional2(z4.int().check(z4.gte(0), z4.lte(150))),
  birthDate: optional2(short),
  sex: optional2(z4.enum(["female", "male", "unknown"]))
});
var truth = z4.enum(["yes", "no", "unknown"]);
var counted2 = z4.enum(["yes", "no", "unknown", "out"]);
var testAnswers = z4.looseObject({
  population: optional2(truth),
  markers: optional2(z4.record(short, truth)),
  indicators: optional2(z4.record(short, counted2)),
  criteria: optional2(z4.record(z4.string().check(z4.minLength(1), z4.maxLength(1e3)), truth))
});
var profileTest = z4.looseObject({
  title: localText,
  on: date,
  patient: optional2(testPatient),
  ...lists,
  coverage: optional2(z4.record(short, z4.looseObject({ available: z4.boolean() }))),
  expect: testAnswers
});

// src/profile/schema/about.ts
var approval = z5.looseObject({
  name: prose,
  on: optional2(date),
  until: optional2(date),
  url: optional2(url)
});
var change = z5.looseObject({
  version,
  text: localText,
  on: optional2(date),
  source: optional2(prose)
});
var about = z5.looseObject({
  short: optional2(localText),
  authors: optional2(listOf(prose, 0, 200)),
  approvedBy: optional2(listOf(approval, 1, 50)),
  reviewed: optional2(date),
  nextReview: optional2(date),
  origin: optional2(localText),
  changes: optional2(listOf(change, 0, 500)),
  tests: optional2(listOf(profileTest, 0, 200))
});

// src/profile/schema/code-set.ts
import * as z6 from "zod/mini";
var codeEntry = z6.string().check(z6.trim(), z6.maxLength(60));
var codeEntries2 = listOf(codeEntry, 1, 2e3);
var codeSet = z6.strictObject({
  system: textUpTo(60),
  title: optional2(localText),
  include: codeEntries2,
  exclude: optional2(codeEntries2),
  names: optional2(z6.record(codeEntry, localText))
});
var codeSetName = z6.string().check(z6.trim(), z6.minLength(1));
var severalCodes2 = listOf(z6.union([codeSetName, codeSet]), 1, 20);
var codes2 = z6.union([codeSetName, codeSet, severalCodes2]);

// src/profile/schema/criterion.ts
import * as z10 from "zod/mini";

// src/profile/schema/keyed-union.ts
import * as z7 from "zod/mini";
function keyedUnion(options) {
  return new KeyedUnion({ type: "union", options });
}
var KeyedUnion = z7.core.$constructor("KeyedUnion", (inst, def) => {
  const base = z7.ZodMiniUnion;
  base.init(inst, def);
  const options = def.options;
  const zod = inst._zod;
  const holdAgainstAll = zod.parse.bind(zod);
  const byKey = new Map(options.map((option) => [keysOf(option)[0], option]));
  const byOther = new Map(
    options.flatMap(
      (option) => keysOf(option).slice(1).map((key) => [key, option])
    )
  );
  const unions = /* @__PURE__ */ new Map();
  zod.parse = (payload, context) => {
    const value2 = payload.value;
    const keys = typeof value2 === "object" && value2 !== null ? Object.keys(value2) : [];
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    const near = keys.flatMap((key) => byOther.get(key) ?? []);
    const meant2 = [.../* @__PURE__ */ new Set([...found, ...near])];
    if (meant2.length === 1) return meant2[0]._zod.run(payload, context);
    const others = options.filter((option) => !found.includes(option)).slice(0, 2);
    if (near.length > 0 || found.length > 2 || others.length < 2)
      return holdAgainstAll(payload, context);
    const name2 = found.map((option) => keysOf(option)[0]).join(" ");
    let few = unions.get(name2);
    if (!few) unions.set(name2, few = z7.union([...found, ...others]));
    return few._zod.run(payload, context);
  };
});
function keysOf(option) {
  return Object.keys(option._zod.def.shape);
}

// src/profile/schema/query.ts
import * as z9 from "zod/mini";

// src/profile/schema/quantity.ts
import * as z8 from "zod/mini";
var wholeNumber = z8.int({ abort: true }).check(z8.minimum(0), z8.maximum(1e5));
var ageLimit = z8.union([wholeNumber, period]);
var ageRange = z8.strictObject({ min: optional2(ageLimit), max: optional2(ageLimit), on: optional2(windowEdge) }).check(
  basicRule("empty-range", ({ min, max }) => min !== void 0 || max !== void 0),
  rule("range-order", ({ min = 0, max }) => max === void 0 || !areAgesApart(min, max)),
  // On another day, whoever is not born by then has no age.
  rule(
    "always-true",
    ({ min = 0, max, on }) => max !== void 0 || on !== void 0 || !isBirth(min)
  )
);
function isBirth(min) {
  return Object.values(ageLimits({ min }).from).every((part) => part === 0);
}
var count = z8.strictObject({
  min: optional2(wholeNumber),
  max: optional2(wholeNumber),
  apart: optional2(period)
}).check(
  basicRule("empty-range", ({ min, max }) => min !== void 0 || max !== void 0),
  rule("range-order", ({ min = -Infinity, max = Infinity }) => min <= max),
  rule("always-true", ({ min = 0, max }) => min > 0 || max !== void 0),
  rule("apart-short", ({ apart }) => apart === void 0 || isADay(apart))
);
function isADay(text2) {
  const parsed = parsePeriod(text2);
  return !parsed || roughDays(parsed) >= 1;
}
var limit = optional2(z8.number());
var plausible = z8.strictObject({ min: limit, max: limit }).check(
  basicRule("empty-range", ({ min, max }) => min !== void 0 || max !== void 0),
  rule("range-order", ({ min = -Infinity, max = Infinity }) => min <= max)
);
var bounds = z8.strictObject({
  above: limit,
  atLeast: limit,
  below: limit,
  atMost: limit,
  unit: optional2(prose),
  plausible: optional2(plausible)
}).check(
  basicRule(
    "empty-value",
    ({ above, atLeast, below: below2, atMost }) => [above, atLeast, below2, atMost].some((each) => each !== void 0)
  ),
  rule(
    "two-bounds",
    ({ above, atLeast, below: below2, atMost }) => (above === void 0 || atLeast === void 0) && (below2 === void 0 || atMost === void 0)
  ),
  rule("never-true", ({ above, atLeast, below: below2, atMost }) => {
    const low = above ?? atLeast ?? -Infinity;
    const high = below2 ?? atMost ?? Infinity;
    return low < high || low === high && above === void 0 && below2 === void 0;
  })
);
var valueBounds = bounds.check(
  // Of no plausible number it would ever be yes.
  rule("never-plausible", ({ above, atLeast, below: below2, atMost, plausible: { min, max } = {} }) => {
    const isBelowAll = max !== void 0 && ((above ?? -Infinity) >= max || (atLeast ?? max) > max);
    const isAboveAll = min !== void 0 && ((below2 ?? Infinity) <= min || (atMost ?? min) < min);
    return !isBelowAll && !isAboveAll;
  })
);
var changeBounds = bounds.check();
var strengthBounds = valueBounds.check(
  rule("plausible-strength", ({ plausible: plausible2 }) => plausible2 === void 0)
);
var valueText = z8.strictObject({ text: listOf(prose, 1, 200) });
var value = z8.union([valueBounds, valueText]);

// src/profile/schema/query.ts
var source3 = optional2(prose);
var oneOrMore = optional2(z9.union([prose, listOf(prose, 1, 50)]));
var statuses = {
  appointment: ["booked", "attended", "missed"],
  referral: ["sent", "accepted", "completed"],
  carePlan: ["active", "completed"]
};
var askableStatuses = [
  .../* @__PURE__ */ new Set([...statuses.appointment, ...statuses.referral, ...statuses.carePlan])
];
var statusOf = (type) => {
  const status = z9.enum(statuses[type]);
  return optional2(z9.union([status, listOf(status, 1, 10)]));
};
var furtherFields = {
  medication: { product: oneOrMore, strength: optional2(strengthBounds) },
  service: { specialty: oneOrMore },
  appointment: { status: statusOf("appointment") },
  referral: { status: statusOf("referral") },
  carePlan: { status: statusOf("carePlan"), maintained: optional2(window) }
};
var selectionKeys = { codes: optional2(codes2), when: optional2(window), source: source3 };
var queryKeys = { ...selectionKeys, count: optional2(count) };
var lengths2 = z9.strictObject({ atLeast: optional2(period), atMost: optional2(period) }).check(
  basicRule(
    "empty-lengths",
    ({ atLeast, atMost }) => atLeast !== void 0 || atMost !== void 0
  ),
  rule("lengths-order", ({ atLeast, atMost }) => isNoLonger(atLeast ?? "P1D", atMost))
);
function isNoLonger(atLeast, atMost) {
  const [least, most] = [
    parsePeriod(atLeast),
    atMost === void 0 ? void 0 : parsePeriod(atMost)
  ];
  return !least || !most || roughDays(most) >= 1 && roughDays(least) <= roughDays(most) + 3;
}
var episodes = z9.strictObject({ gap: optional2(period) });
var first = optional2(z9.literal(true));
var firstKeys = { ...queryKeys, first };
var spanKeys = {
  ...firstKeys,
  lasting: optional2(z9.union([period, lengths2])),
  gap: optional2(period),
  episodes: optional2(episodes)
};
var firstAlone = rule(
  "first-alone",
  ({ first: first2, lasting, distinct: distinct2, episodes: episodes2, count: count2 }) => first2 === void 0 || lasting === void 0 && distinct2 === void 0 && episodes2 === void 0 && count2?.apart === void 0
);
var spanRules = [
  rule(
    "lasting-count",
    ({ lasting, count: count2, episodes: episodes2 }) => lasting === void 0 || count2 === void 0 || episodes2 !== void 0
  ),
  rule(
    "episodes-gap",
    ({ episodes: episodes2, gap }) => episodes2 === void 0 || gap === void 0
  ),
  rule(
    "episodes-apart",
    ({ episodes: episodes2, count: count2 }) => episodes2 === void 0 || count2?.apart === void 0
  ),
  rule(
    "episodes-distinct",
    ({ episodes: episodes2, distinct: distinct2 }) => episodes2 === void 0 || distinct2 === void 0
  ),
  rule(
    "gap-alone",
    ({ lasting, gap, episodes: episodes2 }) => gap === void 0 || lasting !== void 0 || episodes2 !== void 0
  ),
  rule(
    "lasting-distinct",
    ({ lasting, distinct: distinct2 }) => lasting === void 0 || distinct2 === void 0
  ),
  rule("first-window", ({ first: first2, when }) => first2 === void 0 || when !== void 0),
  firstAlone,
  rule(
    "apart-distinct",
    ({ count: count2, distinct: distinct2 }) => count2?.apart === void 0 || distinct2 === void 0
  )
];
var diagnosisQuery = z9.strictObject(spanKeys).check(...spanRules);
var distinct = z9.strictObject({ level: z9.literal([1, 2, 3, 4, 5]) });
var medicationQuery = z9.strictObject({
  ...spanKeys,
  ...furtherFields.medication,
  distinct: optional2(distinct)
}).check(...spanRules);
var pick = z9.enum(["any", "latest", "earliest", "highest", "lowest"]);
var prefer = listOf(codes2, 2, 20);
function hasStart(when) {
  if (when === void 0 || when === "ever") return false;
  return typeof when === "string" || "last" in when || "next" in when || when.from !== void 0;
}
var pickRules = [
  rule(
    "pick-value",
    ({ pick: pick2 = "any", value: value2 }) => pick2 === "any" || value2 !== void 0
  ),
  rule(
    "pick-text",
    ({ pick: pick2, value: value2 }) => !((pick2 === "highest" || pick2 === "lowest") && value2 !== void 0 && "text" in value2)
  )
];
var resultQuery = z9.strictObject({
  ...queryKeys,
  pick: optional2(pick),
  prefer: optional2(prefer),
  value: optional2(value)
}).check(
  rule("prefer-latest", ({ pick: pick2, prefer: prefer2 }) => prefer2 === void 0 || pick2 === "latest"),
  rule("prefer-codes", ({ codes: codes3, prefer: prefer2 }) => prefer2 === void 0 || codes3 === void 0),
  rule("prefer-window", ({ when, prefer: prefer2 }) => prefer2 === void 0 || hasStart(when)),
  rule("pick-count", ({ pick: pick2 = "any", count: count2 }) => pick2 === "any" || count2 === void 0),
  ...pickRules
);
var serviceQuery = z9.strictObject({ ...queryKeys, ...furtherFields.service });
var appointmentQuery = z9.strictObject({ ...queryKeys, ...furtherFields.appointment });
var referralQuery = z9.strictObject({ ...queryKeys, ...furtherFields.referral });
var letterQuery = z9.strictObject(queryKeys);
var vaccinationQuery = z9.strictObject(firstKeys).check(firstAlone);
var noteQuery = z9.strictObject(firstKeys).check(firstAlone);
var correspondenceQuery = z9.strictObject(firstKeys).check(firstAlone);
var carePlanQuery = z9.strictObject({ ...spanKeys, ...furtherFields.carePlan }).check(...spanRules);
var oneOf = optional2(listOf(prose, 1, 500));
var patientQuery = z9.strictObject({
  age: optional2(ageRange),
  sex: optional2(z9.enum(["female", "male"])),
  municipality: oneOf,
  postalCode: oneOf,
  insuranceGroup: optional2(z9.literal([1, 2])),
  practitioner: oneOf,
  registered: optional2(z9.strictObject({ when: window })),
  listed: optional2(z9.boolean())
}).check(
  z9.refine((query) => Object.keys(query).length > 0, {
    params: { code: "empty-patient" },
    // An unknown key is no longer in `query`, and its error says enough.
    when: ({ issues }) => issues.length === 0
  })
);
var spanSelection = z9.strictObject({ codes: optional2(codes2), source: source3 });
var medicationSpanSelection = z9.strictObject({
  codes: optional2(codes2),
  source: source3,
  ...furtherFields.medication
});
var carePlanSpanSelection = z9.strictObject({
  codes: optional2(codes2),
  source: source3,
  ...furtherFields.carePlan
});
var recordSelection = z9.strictObject(selectionKeys);
var medicationSelection = z9.strictObject({
  ...selectionKeys,
  ...furtherFields.medication
});
var serviceSelection = z9.strictObject({ ...selectionKeys, ...furtherFields.service });
var appointmentSelection = z9.strictObject({
  ...selectionKeys,
  ...furtherFields.appointment
});
var referralSelection = z9.strictObject({ ...selectionKeys, ...furtherFields.referral });
var carePlanSelection = z9.strictObject({ ...selectionKeys, ...furtherFields.carePlan });
var resultSelection = z9.strictObject({ ...selectionKeys, value: optional2(value) });
var daySelection = spanSelection.check();
var serviceDaySelection = z9.strictObject({
  codes: optional2(codes2),
  source: source3,
  ...furtherFields.service
});
var appointmentDaySelection = z9.strictObject({
  codes: optional2(codes2),
  source: source3,
  ...furtherFields.appointment
});
var referralDaySelection = z9.strictObject({
  codes: optional2(codes2),
  source: source3,
  ...furtherFields.referral
});
var resultDaySelection = z9.strictObject({ codes: optional2(codes2), source: source3, pick: optional2(pick), value: optional2(value) }).check(...pickRules);
var measuredSelection = z9.strictObject({ ...selectionKeys, codes: codes2 });
var changeFrom = z9.enum(["previous", "earliest", "highest", "lowest"]);

// src/profile/schema/criterion.ts
var concurrentPart = z10.union([
  z10.strictObject({ diagnosis: spanSelection }),
  z10.strictObject({ medication: medicationSpanSelection }),
  z10.strictObject({ carePlan: carePlanSpanSelection })
]);
var sequencePart = z10.union([
  z10.strictObject({ diagnosis: recordSelection }),
  z10.strictObject({ medication: medicationSelection }),
  z10.strictObject({ result: resultSelection }),
  z10.strictObject({ service: serviceSelection }),
  z10.strictObject({ appointment: appointmentSelection }),
  z10.strictObject({ referral: referralSelection }),
  z10.strictObject({ letter: recordSelection }),
  z10.strictObject({ vaccination: recordSelection }),
  z10.strictObject({ carePlan: carePlanSelection }),
  z10.strictObject({ note: recordSelection }),
  z10.strictObject({ correspondence: recordSelection })
]);
var sequenceParts = z10.array(sequencePart, { error: "tuple" }).check(z10.length(2));
var sameDayPart = z10.union([
  z10.strictObject({ result: resultDaySelection }),
  z10.strictObject({ service: serviceDaySelection }),
  z10.strictObject({ appointment: appointmentDaySelection }),
  z10.strictObject({ referral: referralDaySelection }),
  z10.strictObject({ letter: daySelection }),
  z10.strictObject({ vaccination: daySelection }),
  z10.strictObject({ note: daySelection }),
  z10.strictObject({ correspondence: daySelection })
]);
var sameDay = z10.strictObject({
  of: listOf(sameDayPart, 2, 20),
  when: optional2(window)
});
var change2 = z10.strictObject({
  of: measuredSelection,
  from: changeFrom,
  value: changeBounds
});
var simpleCriteria = [
  z10.strictObject({ patient: patientQuery }),
  z10.strictObject({ diagnosis: diagnosisQuery }),
  z10.strictObject({ medication: medicationQuery }),
  z10.strictObject({ result: resultQuery }),
  z10.strictObject({ service: serviceQuery }),
  z10.strictObject({ appointment: appointmentQuery }),
  z10.strictObject({ referral: referralQuery }),
  z10.strictObject({ letter: letterQuery }),
  z10.strictObject({ vaccination: vaccinationQuery }),
  z10.strictObject({ carePlan: carePlanQuery }),
  z10.strictObject({ note: noteQuery }),
  z10.strictObject({ correspondence: correspondenceQuery }),
  z10.strictObject({
    concurrent: z10.strictObject({
      of: listOf(concurrentPart, 2, 20),
      when: optional2(window),
      lasting: optional2(period)
    })
  }),
  z10.strictObject({ sequence: z10.strictObject({ of: sequenceParts, within: period }) }),
  z10.strictObject({ change: change2 }),
  z10.strictObject({ sameDay })
];
var nested = z10.lazy(() => criterion);
var parts = () => listOf(nested, 1, 500);
var allOf = z10.strictObject({ all: parts() });
var anyOf = z10.strictObject({ any: parts() });
var anchor = z10.strictObject({
  on: sequencePart,
  pick: z10.enum(["latest", "earliest"]),
  at: optional2(z10.literal("end")),
  is: nested
}).check(
  rule(
    "anchor-end",
    ({ on, at }) => at === void 0 || queryTypes.some((type) => type in on && isSpan(type))
  )
);
var criterion = keyedUnion([
  allOf,
  anyOf,
  z10.strictObject({ not: nested }),
  z10.strictObject({ atLeast: z10.int({ abort: true }).check(z10.minimum(1)), of: parts() }).check(rule("at-least-more", ({ atLeast, of }) => atLeast <= of.length)),
  z10.strictObject({ anchor }),
  ...simpleCriteria
]);

// src/profile/schema/entries.ts
import * as z11 from "zod/mini";
var itemKeys = {
  id,
  title: localText,
  description: optional2(localText),
  condition: optional2(criterion)
};
var patientField = z11.enum([
  "cpr",
  "name",
  "age",
  "sex",
  "birthDate",
  "address",
  "municipality",
  "insuranceGroup",
  "practitioner",
  "phone"
]);
var patientItem = z11.strictObject({
  ...itemKeys,
  type: z11.literal("patient"),
  field: patientField
});
var show = z11.enum(["list", "latest", "trend", "count", "next"]);
var itemStatus = z11.enum(askableStatuses);
var recordItem = z11.strictObject({
  ...itemKeys,
  type: z11.enum(queryTypes),
  codes: optional2(codes2),
  when: optional2(window),
  source: optional2(prose),
  ...furtherFields.medication,
  ...furtherFields.service,
  ...furtherFields.carePlan,
  status: optional2(z11.union([itemStatus, listOf(itemStatus, 1, 10)])),
  show: optional2(show),
  uncoded: optional2(localText)
}).check(
  rule("uncoded-codes", ({ codes: codes3, uncoded }) => codes3 === void 0 || uncoded === void 0),
  rule("field-type", (item) => fieldsOfOthers(item).length === 0 && hasOwnStatus(item)),
  rule("trend-type", ({ type, show: show2 }) => show2 !== "trend" || type === "result")
);
function hasOwnStatus(item) {
  const kind = recordKinds[item.type];
  const statuses2 = "statuses" in kind ? kind.statuses : [];
  return [item.status ?? []].flat().every((each) => statuses2.includes(each));
}
function fieldsOfOthers(item) {
  const own2 = furtherFields[item.type] ?? {};
  const all = Object.values(furtherFields).flatMap((each) => Object.keys(each));
  return all.filter((field) => field in item && !(field in own2));
}
var informationItem = z11.union([patientItem, recordItem]);
var markerLevel = z11.enum(["critical", "warning", "info"]);
var marker = z11.strictObject({
  id,
  level: markerLevel,
  title: localText,
  short: optional2(localText),
  when: criterion,
  advice: optional2(localText),
  source: optional2(prose)
});
var message = z11.strictObject({ id, title: localText, body: localText });
var indicator = z11.strictObject({
  id,
  title: localText,
  why: optional2(localText),
  numerator: criterion,
  denominator: optional2(criterion),
  except: optional2(criterion),
  better: optional2(z11.enum(["higher", "lower"])),
  source: optional2(prose)
});

// src/profile/schema.ts
var reference = z12.strictObject({ title: prose, url: optional2(url) });
var profileSchema = z12.strictObject({
  $schema: optional2(z12.string()),
  format: z12.literal("overblik-profile/1"),
  id,
  version,
  status: optional2(z12.enum(["draft", "published", "retired"])),
  validFrom: optional2(date),
  validTo: optional2(date),
  about: optional2(about),
  title: localText,
  purpose: listOf(localText, 1, 50),
  description: optional2(localText),
  references: optional2(listOf(reference, 0, 200)),
  codes: optional2(z12.record(id, codeSet)),
  population: z12.strictObject({ include: criterion, exclude: optional2(criterion) }),
  information: listOf(informationItem, 0, 500),
  markers: optional2(listOf(marker, 0, 200)),
  indicators: optional2(listOf(indicator, 0, 200)),
  messages: optional2(listOf(message, 0, 50))
});

// src/profile/validate.ts
function validate(json) {
  const { success, error } = profileSchema.safeParse(json, { reportInput: true });
  return success ? [] : violationsOf(error.issues).map(asMisspelt);
}
function asMisspelt(violation) {
  return violation.code === "unknown-key" ? { ...violation, misspelt: { word: String(violation.path.at(-1)), known: knownKeys } } : violation;
}
var known;
function knownKeys() {
  known ??= [...new Set(keysOf2(profileSchema, /* @__PURE__ */ new Set()))];
  return known;
}
function* keysOf2(schema, seen) {
  if (seen.has(schema)) return;
  seen.add(schema);
  const { def } = schema._zod;
  switch (def.type) {
    case "object":
      yield* Object.keys(def.shape);
      for (const part of Object.values(def.shape)) yield* keysOf2(part, seen);
      return;
    case "union":
      for (const option of def.options) yield* keysOf2(option, seen);
      return;
    case "array":
      yield* keysOf2(def.element, seen);
      return;
    case "record":
      yield* keysOf2(def.valueType, seen);
      return;
    case "optional":
      yield* keysOf2(def.innerType, seen);
      return;
  }
}

// src/profile/check.ts
function checkWith(checks, input, text2) {
  const document = readDocument(input, text2);
  if ("unreadable" in document) return refused(void 0, { path: [], ...document.unreadable });
  const { json } = document;
  const newer = newerFormat(json);
  if (newer) return refused(json, newer);
  const findings = runChecks(checks, json);
  const effort = { left: mostEffort };
  const [first2, ...rest] = report(
    json,
    [...validate(json), ...findings.filter(({ severity }) => severity === "error")],
    "more-errors",
    effort
  );
  const found = findings.filter(({ severity }) => severity === "warning");
  const warnings = report(json, found, "more-warnings", effort);
  if (first2) return { ok: false, errors: [first2, ...rest], warnings };
  const profile = deepFreeze(json);
  if (checks === profileChecks) passed.add(profile);
  return { ok: true, profile, warnings };
}
var passed = /* @__PURE__ */ new WeakSet();
function newerFormat(json) {
  const format = valueAt(json, ["format"]);
  return typeof format === "string" && format !== "overblik-profile/1" && /^overblik-profile\/\d+$/.test(format) ? { path: ["format"], code: "newer-format", details: { found: format } } : void 0;
}
function refused(json, violation) {
  return { ok: false, errors: [issueOf(json, violation)], warnings: [] };
}
var mostTold = 100;
var mostEffort = 2e6;
function report(json, violations, codeOfMore, effort) {
  const told = violations.slice(0, mostTold).map((each) => issueOf(json, withSuggestion(each, effort)));
  const more = violations.length - told.length;
  return more > 0 ? [...told, { path: "", code: codeOfMore, details: { more } }] : told;
}
function withSuggestion(violation, effort) {
  const { details, misspelt } = violation;
  if (!misspelt) return violation;
  const suggestion = nearest2(misspelt.word, misspelt.known(), effort);
  return { ...violation, details: { ...details, suggestion } };
}
function issueOf(json, { path, code: code2, details }) {
  const value2 = excerpt(valueAt(json, path));
  return { path: pointer(path), ...value2 === void 0 ? {} : { value: value2 }, code: code2, details };
}
function deepFreeze(value2) {
  if (!Object.isFrozen(value2)) {
    Object.values(value2).forEach(deepFreeze);
    Object.freeze(value2);
  }
  return value2;
}

// src/i18n/phrases/criteria.ts
var substanceLevel = 5;
var criterionPhrases = {
  da: {
    allOf: "Alle disse",
    anyOf: "Mindst \xE9t af disse",
    atLeastOf: (least) => `Mindst ${least} af disse`,
    notThis: "Ikke dette",
    and: "og",
    or: "eller",
    andOr: "og/eller",
    otherwise: "ellers",
    not: "ikke",
    no: "ingen",
    atLeastParts: (least, parts2) => `mindst ${least} af: ${parts2}`,
    forAtLeast: (period2) => ` i mindst ${period2}`,
    forAtMost: (period2) => ` i h\xF8jst ${period2}`,
    forBetween: (least, most) => ` i mindst ${least} og h\xF8jst ${most}`,
    together: (parts2, length2, window2) => `samtidig ${parts2}${length2}, ${window2}`,
    anchored: (day, is) => `${day}, g\xE6lder: ${is}`,
    notAnchored: (none, day, is) => `enten ${none}, eller ogs\xE5 g\xE6lder ${day} ikke: ${is}`,
    anchorDays: {
      start: {
        latest: (record4) => `ved seneste registrering af ${record4}`,
        earliest: (record4) => `ved f\xF8rste registrering af ${record4}`
      },
      end: {
        latest: (record4) => `den seneste dag, hvor der sluttede ${record4}`,
        earliest: (record4) => `den f\xF8rste dag, hvor der sluttede ${record4}`
      }
    },
    anchorNone: {
      start: (record4) => `findes ingen registrering af ${record4}`,
      end: (record4) => `er der ikke sluttet ${record4}`
    },
    anchorPicks: {
      start: { latest: "ved den seneste", earliest: "ved den f\xF8rste" },
      end: {
        latest: "den seneste dag, hvor en sluttede,",
        earliest: "den f\xF8rste dag, hvor en sluttede,"
      }
    },
    followed: (first2, second, period2) => `${first2}, fulgt inden for ${period2} af ${second}`,
    from: (source4) => ` fra ${source4}`,
    pauses: (gap) => ` (pauser op til ${gap} t\xE6lles med)`,
    lasting: (what, length2, gap) => `${what}${length2} uden afbrydelse${gap}`,
    ended: " og afsluttet",
    episodes: (count2, one, what, gap, length2) => `${count2} forl\xF8b med ${what}${gap}${length2 && (one ? length2 : `, hvert${length2}`)}`,
    apart: (period2) => ` med mindst ${period2} imellem`,
    distinct: (count2, amount, codes3, level) => `${count2} ${{ none: "l\xE6gemidler", one: "l\xE6gemiddel", many: "forskellige l\xE6gemidler" }[amount]}${codes3}${level === substanceLevel ? "" : ` (ATC-niveau ${level})`}`,
    picks: { latest: "seneste", earliest: "f\xF8rste", highest: "h\xF8jeste", lowest: "laveste" },
    exactly: (count2) => `pr\xE6cis ${count2}`,
    between: (min, max) => `${min} til ${max}`,
    atLeast: (bound) => `mindst ${bound}`,
    atMost: (bound) => `h\xF8jst ${bound}`,
    above: (bound) => `over ${bound}`,
    below: (bound) => `under ${bound}`,
    implausible: (mistakes) => ` (svar ${mistakes} afg\xF8r intet)`,
    answer: (texts) => `med svaret ${texts}`,
    sharedDay: (parts2, window2) => `p\xE5 den seneste f\xE6lles dag ${parts2}, ${window2}`,
    changed: (what, how, since) => `${what} er ${how} ${since}`,
    since: {
      previous: "siden den foreg\xE5ende",
      earliest: "siden den f\xF8rste",
      highest: "fra den h\xF8jeste af de \xF8vrige",
      lowest: "fra den laveste af de \xF8vrige"
    },
    risen: "steget",
    fallen: "faldet",
    byMoreThan: (direction, bound) => `${direction} med mere end ${bound}`,
    byAtLeast: (direction, bound) => `${direction} med mindst ${bound}`,
    specialty: (names2) => ` i speciale ${names2}`,
    firstOfCode: " (patientens f\xF8rste af sin slags)",
    maintained: (window2) => `, senest vedligeholdt ${window2}`,
    product: (numbers) => ` med varenummer ${numbers}`,
    strength: (bounds2) => ` med styrken ${bounds2}`,
    status: (statuses2) => ` (${statuses2})`,
    municipality: (codes3) => `bor i kommune ${codes3}`,
    postalCode: (codes3) => `postnummer ${codes3}`,
    insuranceGroup: (group) => `sikringsgruppe ${group}`,
    practitioner: (names2) => `fast l\xE6ge ${names2}`,
    years: (years2) => `${years2} \xE5r`,
    ageBetween: (min, max) => `${min} til og med ${max}`,
    ageOf: (age) => age,
    ageFrom: (min) => `fyldt ${min}`,
    ageTo: (max) => `h\xF8jst ${max}`,
    ageOn: (day) => `, opgjort ${day}`,
    registered: (window2) => `tilmeldt klinikken ${window2}`,
    listed: "fast tilmeldt klinikken",
    notListed: "ikke fast tilmeldt klinikken (passant)",
    others: (count2) => `${count2} andre`,
    except: "undtagen",
    without: (codes3) => `uden ${codes3}`
  },
  en: {
    allOf: "All of these",
    anyOf: "At least one of these",
    atLeastOf: (least) => `At least ${least} of these`,
    notThis: "Not this",
    and: "and",
    or: "or",
    andOr: "and/or",
    otherwise: "otherwise",
    not: "not",
    no: "no",
    atLeastParts: (least, parts2) => `at least ${least} of: ${parts2}`,
    forAtLeast: (period2) => ` for at least ${period2}`,
    forAtMost: (period2) => ` for at most ${period2}`,
    forBetween: (least, most) => ` for at least ${least} and at most ${most}`,
    together: (parts2, length2, window2) => `${parts2} at the same time${length2}, ${window2}`,
    anchored: (day, is) => `${day}: ${is}`,
    notAnchored: (none, day, is) => `either ${none}, or not so ${day}: ${is}`,
    anchorDays: {
      start: {
        latest: (record4) => `on the day of the latest ${record4}`,
        earliest: (record4) => `on the day of the first ${record4}`
      },
      end: {
        latest: (record4) => `on the latest day on which there ended ${record4}`,
        earliest: (record4) => `on the first day on which there ended ${record4}`
      }
    },
    anchorNone: {
      start: (record4) => `no ${record4}`,
      end: (record4) => `no ended ${record4}`
    },
    anchorPicks: {
      start: { latest: "on the day of the latest", earliest: "on the day of the first" },
      end: {
        latest: "on the latest day on which one ended",
        earliest: "on the first day on which one ended"
      }
    },
    followed: (first2, second, period2) => `${first2}, followed within ${period2} by ${second}`,
    from: (source4) => ` from ${source4}`,
    pauses: (gap) => ` (pauses up to ${gap} included)`,
    lasting: (what, length2, gap) => `${what}${length2} without interruption${gap}`,
    ended: " and ended",
    episodes: (count2, one, what, gap, length2) => `${count2} ${one ? "run" : "runs"} of ${what}${gap}${length2 && (one ? length2 : `, each${length2}`)}`,
    apart: (period2) => ` at least ${period2} apart`,
    distinct: (count2, amount, codes3, level) => `${count2} ${{ none: "medicines", one: "medicine", many: "different medicines" }[amount]}${codes3}${level === substanceLevel ? "" : ` (ATC level ${level})`}`,
    picks: { latest: "latest", earliest: "first", highest: "highest", lowest: "lowest" },
    exactly: (count2) => `exactly ${count2}`,
    between: (min, max) => `${min} to ${max}`,
    atLeast: (bound) => `at least ${bound}`,
    atMost: (bound) => `at most ${bound}`,
    above: (bound) => `above ${bound}`,
    below: (bound) => `below ${bound}`,
    implausible: (mistakes) => ` (results ${mistakes} decide nothing)`,
    answer: (texts) => `with the answer ${texts}`,
    sharedDay: (parts2, window2) => `on the latest day that they share ${parts2}, ${window2}`,
    changed: (what, how, since) => `${what} has ${how} ${since}`,
    since: {
      previous: "since the one before",
      earliest: "since the first",
      highest: "from the highest of the others",
      lowest: "from the lowest of the others"
    },
    risen: "risen",
    fallen: "fallen",
    byMoreThan: (direction, bound) => `${direction} by more than ${bound}`,
    byAtLeast: (direction, bound) => `${direction} by at least ${bound}`,
    specialty: (names2) => ` in specialty ${names2}`,
    firstOfCode: " (the patient\u2019s first of its kind)",
    maintained: (window2) => `, last maintained ${window2}`,
    product: (numbers) => ` with product number ${numbers}`,
    strength: (bounds2) => ` with strength ${bounds2}`,
    status: (statuses2) => ` (${statuses2})`,
    municipality: (codes3) => `lives in municipality ${codes3}`,
    postalCode: (codes3) => `postal code ${codes3}`,
    insuranceGroup: (group) => `insurance group ${group}`,
    practitioner: (names2) => `usual GP ${names2}`,
    years: String,
    ageBetween: (min, max) => `aged ${min} to ${max}`,
    ageOf: (age) => `aged ${age}`,
    ageFrom: (min) => `aged ${min} or more`,
    ageTo: (max) => `aged ${max} or less`,
    ageOn: (day) => `, counted ${day}`,
    registered: (window2) => `joined the clinic ${window2}`,
    listed: "on the clinic\u2019s list",
    notListed: "not on the clinic\u2019s list",
    others: (count2) => `${count2} more`,
    except: "except",
    without: (codes3) => `without ${codes3}`
  }
};

// src/i18n/municipalities.ts
var names = {
  "0101": "K\xF8benhavn",
  "0147": "Frederiksberg",
  "0151": "Ballerup",
  "0153": "Br\xF8ndby",
  "0155": "Drag\xF8r",
  "0157": "Gentofte",
  "0159": "Gladsaxe",
  "0161": "Glostrup",
  "0163": "Herlev",
  "0165": "Albertslund",
  "0167": "Hvidovre",
  "0169": "H\xF8je-Taastrup",
  "0173": "Lyngby-Taarb\xE6k",
  "0175": "R\xF8dovre",
  "0183": "Ish\xF8j",
  "0185": "T\xE5rnby",
  "0187": "Vallensb\xE6k",
  "0190": "Fures\xF8",
  "0201": "Aller\xF8d",
  "0210": "Fredensborg",
  "0217": "Helsing\xF8r",
  "0219": "Hiller\xF8d",
  "0223": "H\xF8rsholm",
  "0230": "Rudersdal",
  "0240": "Egedal",
  "0250": "Frederikssund",
  "0253": "Greve",
  "0259": "K\xF8ge",
  "0260": "Halsn\xE6s",
  "0265": "Roskilde",
  "0269": "Solr\xF8d",
  "0270": "Gribskov",
  "0306": "Odsherred",
  "0316": "Holb\xE6k",
  "0320": "Faxe",
  "0326": "Kalundborg",
  "0329": "Ringsted",
  "0330": "Slagelse",
  "0336": "Stevns",
  "0340": "Sor\xF8",
  "0350": "Lejre",
  "0360": "Lolland",
  "0370": "N\xE6stved",
  "0376": "Guldborgsund",
  "0390": "Vordingborg",
  "0400": "Bornholm",
  "0410": "Middelfart",
  "0411": "Christians\xF8",
  "0420": "Assens",
  "0430": "Faaborg-Midtfyn",
  "0440": "Kerteminde",
  "0450": "Nyborg",
  "0461": "Odense",
  "0479": "Svendborg",
  "0480": "Nordfyns",
  "0482": "Langeland",
  "0492": "\xC6r\xF8",
  "0510": "Haderslev",
  "0530": "Billund",
  "0540": "S\xF8nderborg",
  "0550": "T\xF8nder",
  "0561": "Esbjerg",
  "0563": "Fan\xF8",
  "0573": "Varde",
  "0575": "Vejen",
  "0580": "Aabenraa",
  "0607": "Fredericia",
  "0615": "Horsens",
  "0621": "Kolding",
  "0630": "Vejle",
  "0657": "Herning",
  "0661": "Holstebro",
  "0665": "Lemvig",
  "0671": "Struer",
  "0706": "Syddjurs",
  "0707": "Norddjurs",
  "0710": "Favrskov",
  "0727": "Odder",
  "0730": "Randers",
  "0740": "Silkeborg",
  "0741": "Sams\xF8",
  "0746": "Skanderborg",
  "0751": "Aarhus",
  "0756": "Ikast-Brande",
  "0760": "Ringk\xF8bing-Skjern",
  "0766": "Hedensted",
  "0773": "Mors\xF8",
  "0779": "Skive",
  "0787": "Thisted",
  "0791": "Viborg",
  "0810": "Br\xF8nderslev",
  "0813": "Frederikshavn",
  "0820": "Vesthimmerlands",
  "0825": "L\xE6s\xF8",
  "0840": "Rebild",
  "0846": "Mariagerfjord",
  "0849": "Jammerbugt",
  "0851": "Aalborg",
  "0860": "Hj\xF8rring"
};
var nameOf = new Map(Object.entries(names));
function nameMunicipality(code2) {
  return nameOf.get(code2) ?? code2;
}
function municipalityWithCode(code2) {
  const name2 = nameMunicipality(code2);
  return name2 === code2 ? code2 : `${name2} (${code2})`;
}

// src/i18n/numbers.ts
var locales = { da: "da-DK", en: "en-GB" };
var significantDigits = 15;
function formatDecimal(value2, language) {
  return numberFormat(language, {
    maximumSignificantDigits: significantDigits,
    useGrouping: false
  }).format(value2);
}
var numberFormats = /* @__PURE__ */ new Map();
function numberFormat(language, options) {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, format = new Intl.NumberFormat(locales[language], options));
  return format;
}

// src/i18n/phrases/records.ts
var recordPhrases = {
  da: {
    registered: "registreret",
    created: "oprettet",
    maintained: (date2) => `vedligeholdt ${date2}`,
    activeSince: "aktiv siden",
    activeSinceUnknown: "aktiv, startdato ukendt",
    orEarlier: (date2) => `${date2} eller f\xF8r`,
    unknownDate: "dato ukendt",
    starts: "begynder",
    until: "til og med",
    prescribed: (date2) => ` (denne ordination fra ${date2})`,
    dispensed: (date2) => `senest udleveret ${date2}`,
    strength: (value2) => `styrke ${value2}`,
    specialty: (name2) => `speciale ${name2}`,
    atTime: (time) => ` kl. ${time.replace(":", ".")}`,
    andMore: (count2) => `og ${count2} flere`,
    statuses: {
      booked: "aftalt",
      attended: "m\xF8dt",
      missed: "udeblevet",
      cancelled: "aflyst",
      sent: "sendt",
      accepted: "modtaget",
      completed: "afsluttet",
      preliminary: "forel\xF8big",
      active: "i gang"
    }
  },
  en: {
    registered: "registered",
    created: "created",
    maintained: (date2) => `maintained ${date2}`,
    activeSince: "active since",
    activeSinceUnknown: "active, start date unknown",
    orEarlier: (date2) => `${date2} or before`,
    unknownDate: "date unknown",
    starts: "starts",
    until: "until",
    prescribed: (date2) => ` (this prescription from ${date2})`,
    dispensed: (date2) => `last dispensed ${date2}`,
    strength: (value2) => `strength ${value2}`,
    specialty: (name2) => `specialty ${name2}`,
    atTime: (time) => ` at ${time}`,
    andMore: (count2) => `and ${count2} more`,
    statuses: {
      booked: "booked",
      attended: "attended",
      missed: "missed",
      cancelled: "cancelled",
      sent: "sent",
      accepted: "accepted",
      completed: "completed",
      preliminary: "preliminary",
      active: "active"
    }
  }
};

// src/i18n/record-types.ts
var recordNouns = {
  da: {
    diagnosis: ["diagnose", "diagnoser"],
    medication: ["medicin", "pr\xE6parater", "medicin"],
    result: ["pr\xF8ve", "pr\xF8ver"],
    service: ["ydelse", "ydelser"],
    appointment: ["aftale", "aftaler"],
    referral: ["henvisning", "henvisninger"],
    letter: ["epikrise", "epikriser"],
    vaccination: ["vaccination", "vaccinationer"],
    carePlan: ["forl\xF8bsplan", "forl\xF8bsplaner"],
    note: ["notat", "notater"],
    correspondence: ["korrespondance", "korrespondancer", "korrespondance"]
  },
  en: {
    diagnosis: ["diagnosis", "diagnoses"],
    medication: ["medication", "medications", "medication"],
    result: ["result", "results"],
    service: ["service", "services"],
    appointment: ["appointment", "appointments"],
    referral: ["referral", "referrals"],
    letter: ["discharge letter", "discharge letters"],
    vaccination: ["vaccination", "vaccinations"],
    carePlan: ["care plan", "care plans"],
    note: ["note", "notes"],
    correspondence: ["message", "messages", "correspondence"]
  }
};

// src/i18n/texts/patient.ts
var da = {
  sexShort: { female: "K", male: "M" },
  sex: { female: "kvinde", male: "mand" },
  /** Of a child. */
  childSex: { female: "pige", male: "dreng" },
  age: (years2) => `${years2} \xE5r`,
  insuranceGroup: (group) => `gruppe ${group}`,
  practitioner: (name2) => `fast l\xE6ge ${name2}`,
  deceased: (date2) => `d\xF8d ${date2}`,
  unknownAge: "ukendt alder",
  openJournal: (name2) => `\xC5bn journal for ${name2}`,
  noCpr: "uden CPR",
  noName: "uden navn"
};
var en = {
  sexShort: { female: "F", male: "M" },
  sex: { female: "female", male: "male" },
  childSex: { female: "girl", male: "boy" },
  age: (years2) => years2 === "1" ? "1 year" : `${years2} years`,
  insuranceGroup: (group) => `group ${group}`,
  practitioner: (name2) => `usual GP ${name2}`,
  deceased: (date2) => `died ${date2}`,
  unknownAge: "age unknown",
  openJournal: (name2) => `Open the journal of ${name2}`,
  noCpr: "no CPR",
  noName: "no name"
};
var patientTexts = { da, en };

// src/profile/unit-words.ts
function formatUnit(unit2, language) {
  const best = bestUnit(unit2);
  if (best === "1") return "";
  return best.replace(/^\{(\p{L}+)\}$/u, "$1").replace(
    /^10(?:E(?=[-\d])|(?=-))(-?\d{1,2})(?=$|[\s/])/,
    (_, power) => `10${raised(power)}`
  ).replace(/(?<=m)[23](?![\p{L}\p{N}])/gu, raised).replace(
    /(\d)\.(\d+)m/,
    (_, whole, decimals) => language === "da" ? `${whole},${decimals} m` : `${whole}.${decimals} m`
  );
}
function raised(power) {
  return power.replace(/[-\d]/g, (sign) => sign === "-" ? "\u207B" : "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079"[Number(sign)]);
}

// src/i18n/dates.ts
import { UTCDateMini as UTCDateMini2 } from "@date-fns/utc/date/mini";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { differenceInCalendarMonths } from "date-fns/differenceInCalendarMonths";
import { getDate as getDate2 } from "date-fns/getDate";
import { getMonth } from "date-fns/getMonth";
import { isValid } from "date-fns/isValid";
import { lightFormat } from "date-fns/lightFormat";
import { parseISO as parseISO2 } from "date-fns/parseISO";
import { toDate as toDate2 } from "date-fns/toDate";
var months2 = {
  da: {
    short: "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.".split(" "),
    long: "januar februar marts april maj juni juli august september oktober november december".split(
      " "
    )
  },
  en: {
    short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    long: "January February March April May June July August September October November December".split(
      " "
    )
  }
};
var patterns = {
  da: {
    date: "d. MMM y",
    longDate: "d. MMMM y",
    dayMonth: "d. MMM",
    month: "MMM y",
    year: "y",
    moment: "d. MMM y 'kl.' HH.mm",
    today: "'i dag'",
    todayAt: "'i dag' HH.mm"
  },
  en: {
    date: "d MMM y",
    longDate: "d MMMM y",
    dayMonth: "d MMM",
    month: "MMM y",
    year: "y",
    moment: "d MMM y 'at' HH:mm",
    today: "'today'",
    todayAt: "'today' HH:mm"
  }
};
function formatLongDate(date2, language) {
  return written(date2.slice(0, 10), "longDate", language);
}
var mostKept2 = 15e3;
var datesByText = /* @__PURE__ */ new Map();
var wordsByPattern = /* @__PURE__ */ new Map();
function written(text2, name2, language) {
  const key = `${language} ${name2}`;
  let known2 = wordsByPattern.get(key);
  if (!known2) {
    known2 = /* @__PURE__ */ new Map();
    wordsByPattern.set(key, known2);
  }
  let words = known2.get(text2);
  if (words === void 0) {
    const date2 = dateIn(text2);
    words = isValid(date2) ? inWords(date2, patterns[language][name2], language) : text2;
    keep2(known2, text2, words);
  }
  return words;
}
function inWords(date2, pattern2, language) {
  const { short: short2, long } = months2[language];
  return lightFormat(
    date2,
    pattern2.replace(/MMMM?/, ({ length: length2 }) => `'${(length2 === 4 ? long : short2)[getMonth(date2)]}'`)
  );
}
var utc2 = (value2) => new UTCDateMini2(+toDate2(value2));
function dateIn(text2) {
  return datesByText.get(text2) ?? keep2(datesByText, text2, parseISO2(text2, { in: utc2 }));
}
function keep2(table, text2, value2) {
  if (table.size >= mostKept2) table.clear();
  table.set(text2, value2);
  return value2;
}

// src/i18n/phrases/windows.ts
var windowPhrases = {
  da: {
    units: {
      years: ["\xE5r", "\xE5r"],
      months: ["m\xE5ned", "m\xE5neder"],
      weeks: ["uge", "uger"],
      days: ["dag", "dage"]
    },
    and: "og",
    today: "i dag",
    thatDay: "den dag",
    ever: (day) => `p\xE5 et hvilket som helst tidspunkt${day === void 0 ? "" : ` til og med ${day}`}`,
    current: (day) => day === void 0 ? "aktuel" : `aktuel ${day}`,
    from: (day) => `fra ${day} og frem`,
    countedFrom: (day) => ` regnet fra ${day}`,
    last: (period2) => `inden for de seneste ${period2}`,
    next: (period2) => `inden for de n\xE6ste ${period2}`,
    lastOne: {
      years: "inden for det seneste \xE5r",
      months: "inden for den seneste m\xE5ned",
      weeks: "inden for den seneste uge",
      days: "inden for den seneste dag"
    },
    nextOne: {
      years: "inden for det n\xE6ste \xE5r",
      months: "inden for den n\xE6ste m\xE5ned",
      weeks: "inden for den n\xE6ste uge",
      days: "inden for den n\xE6ste dag"
    },
    upTo: (day) => `til og med ${day}`,
    between: (from2, to2) => `fra ${from2} til og med ${to2}`,
    before: (period2, day) => `${period2} f\xF8r ${day}`,
    after: (period2, day) => `${period2} efter ${day}`
  },
  en: {
    units: {
      years: ["year", "years"],
      months: ["month", "months"],
      weeks: ["week", "weeks"],
      days: ["day", "days"]
    },
    and: "and",
    today: "today",
    thatDay: "that day",
    ever: (day) => day === void 0 ? "at any time" : `at any time up to and including ${day}`,
    current: (day) => day === void 0 ? "active" : `active ${day}`,
    from: (day) => `from ${day} on`,
    countedFrom: (day) => ` counted from ${day}`,
    last: (period2) => `within the last ${period2}`,
    next: (period2) => `within the next ${period2}`,
    lastOne: {
      years: "within the last year",
      months: "within the last month",
      weeks: "within the last week",
      days: "within the last day"
    },
    nextOne: {
      years: "within the next year",
      months: "within the next month",
      weeks: "within the next week",
      days: "within the next day"
    },
    upTo: (day) => `up to and including ${day}`,
    between: (from2, to2) => `from ${from2} to ${to2}, both included`,
    before: (period2, day) => `${period2} before ${day}`,
    after: (period2, day) => `${period2} after ${day}`
  }
};

// src/profile/describe/windows.ts
var units2 = ["years", "months", "weeks", "days"];
function describePeriod(period2, language) {
  const parts2 = parsePeriod(period2);
  if (!parts2) return period2;
  const { units: names2, and } = windowPhrases[language];
  const words = units2.filter((unit2) => parts2[unit2] > 0).map((unit2) => `${parts2[unit2]} ${names2[unit2][parts2[unit2] === 1 ? 0 : 1]}`);
  return words.length === 0 ? `0 ${names2.days[1]}` : joinWords(words, and);
}
function singleUnit(parts2) {
  const [unit2, ...others] = units2.filter((each) => parts2[each] > 0);
  return unit2 !== void 0 && others.length === 0 && parts2[unit2] === 1 ? unit2 : void 0;
}
var anchorDay = "anchor";
function nameDay(on, language) {
  const text2 = windowPhrases[language];
  if (on === void 0) return text2.today;
  return on === anchorDay ? text2.thatDay : formatLongDate(on, language);
}
function describeWindow(window2, type, language, on) {
  const text2 = windowPhrases[language];
  const day = nameDay(on, language);
  const other = on === void 0 ? void 0 : day;
  if (window2 === "ever") return text2.ever(other);
  const onDay = () => isSpan(type) ? text2.current(other) : day;
  if (window2 === "now") return onDay();
  if (window2 === "future") return text2.from(day);
  const counted3 = on === void 0 ? "" : text2.countedFrom(day);
  const within2 = (period2, some, one) => {
    const parts2 = parsePeriod(period2);
    if (parts2 && roughDays(parts2) === 0) return onDay();
    const unit2 = parts2 && singleUnit(parts2);
    return (unit2 ? one[unit2] : some(describePeriod(period2, language))) + counted3;
  };
  if ("last" in window2) return within2(window2.last, text2.last, text2.lastOne);
  if ("next" in window2) return within2(window2.next, text2.next, text2.nextOne);
  const to2 = window2.to === void 0 ? day : describeEdge(window2.to, language, on);
  return window2.from === void 0 ? text2.upTo(to2) : text2.between(describeEdge(window2.from, language, on), to2);
}
function describeEdge(edge2, language, on) {
  const text2 = windowPhrases[language];
  const day = nameDay(on, language);
  const parts2 = parsePeriod(edge2);
  if (!parts2) return formatLongDate(edge2, language);
  if (roughDays(parts2) === 0) return day;
  const period2 = describePeriod(edge2, language);
  return parts2.sign === -1 ? text2.before(period2, day) : text2.after(period2, day);
}

// src/profile/describe/criterion.ts
function describeCriterion(criterion2, profile, language) {
  return sentence(phrase(criterion2, profile, language));
}
function phrase(criterion2, profile, language, on) {
  const text2 = criterionPhrases[language];
  const inner = (part) => isCompound(part) ? `(${phrase(part, profile, language, on)})` : phrase(part, profile, language, on);
  const whole = (part) => hasSeveral(part) ? `(${phrase(part, profile, language, on)})` : inner(part);
  if ("all" in criterion2) return joinWords(criterion2.all.map(inner), text2.and);
  if ("any" in criterion2) return joinWords(criterion2.any.map(whole), text2.andOr);
  if ("not" in criterion2) {
    const { not } = criterion2;
    const opposite = oppositeOf(not);
    if (opposite) return phrase(opposite, profile, language, on);
    if (!("anchor" in not)) return `${text2.not} ${whole(not)}`;
    const { pick: pick2, at = "start" } = not.anchor;
    const none = text2.anchorNone[at](anchorRecord(not.anchor, profile, language, on));
    const is = phrase(not.anchor.is, profile, language, anchorDay);
    return text2.notAnchored(none, text2.anchorPicks[at][pick2], is);
  }
  if ("anchor" in criterion2) {
    const is = phrase(criterion2.anchor.is, profile, language, anchorDay);
    return text2.anchored(anchorPhrase(criterion2.anchor, profile, language, on), is);
  }
  if ("atLeast" in criterion2)
    return text2.atLeastParts(criterion2.atLeast, criterion2.of.map(inner).join("; "));
  if ("patient" in criterion2) return patientPhrase(criterion2.patient, language, on);
  if ("concurrent" in criterion2) {
    const { of, when, lasting } = criterion2.concurrent;
    const parts2 = of.map((part) => partPhrase(part, profile, language, false, on));
    const length2 = lasting === void 0 ? "" : text2.forAtLeast(describePeriod(lasting, language));
    const window2 = describeWindow(when ?? "now", "medication", language, on);
    return text2.together(joinWords(parts2, text2.and), length2, window2);
  }
  if ("sequence" in criterion2) {
    const { of, within: within2 } = criterion2.sequence;
    const [first2 = "", second = ""] = of.map(
      (part) => partPhrase(part, profile, language, true, on)
    );
    return text2.followed(first2, second, describePeriod(within2, language));
  }
  if ("sameDay" in criterion2) {
    const { of, when } = criterion2.sameDay;
    const parts2 = of.map((part) => dayPhrase(part, profile, language));
    const window2 = describeWindow(when ?? "ever", "result", language, on);
    return text2.sharedDay(joinWords(parts2, text2.and), window2);
  }
  if ("change" in criterion2) return changePhrase(criterion2.change, profile, language, on);
  const [type, query] = queryIn(criterion2);
  return queryPhrase(type, query, profile, language, on);
}
function oppositeOf(not) {
  if (isCompound(not) || "any" in not || "not" in not || "patient" in not || "change" in not)
    return void 0;
  const [type, query] = queryIn(not);
  const { count: count2 = { min: 1 }, pick: pick2 = "any", lasting, episodes: episodes2 } = query;
  const { min = 0, max, apart } = count2;
  const isCounted = pick2 === "any" && (lasting === void 0 || episodes2 !== void 0);
  if (!isCounted || min > 0 && max !== void 0) return void 0;
  const limits = max === void 0 ? { max: min - 1 } : { min: max + 1 };
  const opposite = apart === void 0 ? limits : { ...limits, apart };
  return { [type]: { ...query, count: opposite } };
}
function isCompound(criterion2) {
  if ("not" in criterion2) return "anchor" in criterion2.not;
  return ["all", "any", "atLeast", "anchor", "concurrent", "sequence", "sameDay"].some(
    (kind) => kind in criterion2
  );
}
function hasSeveral(criterion2) {
  if ("patient" in criterion2) return Object.keys(criterion2.patient).length > 1;
  if (!("change" in criterion2)) return false;
  const { above, atLeast, below: below2, atMost } = criterion2.change.value;
  return (above ?? atLeast) !== void 0 && (below2 ?? atMost) !== void 0;
}
function anchorPhrase(anchor2, profile, language, on) {
  const { pick: pick2, at = "start" } = anchor2;
  const text2 = criterionPhrases[language];
  return text2.anchorDays[at][pick2](anchorRecord(anchor2, profile, language, on));
}
function anchorRecord({ on: record4 }, profile, language, on) {
  return partPhrase(record4, profile, language, true, on);
}
function queryPhrase(type, query, profile, language, on) {
  const text2 = criterionPhrases[language];
  const [one, many] = recordNouns[language][type];
  const codes3 = codesPhrase(query, profile, language);
  const window2 = describeWindow(query.when ?? defaultWindows[type], type, language, on);
  const first2 = query.first ? text2.firstOfCode : "";
  const tail = `${first2}${fieldsPhrase(query, language, on)}, ${window2}`;
  const value2 = query.value ? ` ${describeValue(query.value, language)}${plausiblePhrase(query.value, language)}` : "";
  const longestPause = query.episodes ? query.episodes.gap : query.gap;
  const gap = longestPause === void 0 ? "" : text2.pauses(describePeriod(longestPause, language));
  const length2 = query.lasting === void 0 ? "" : lengthPhrase(query.lasting, language);
  const ended = typeof query.lasting === "object" && query.lasting.atMost !== void 0 ? text2.ended : "";
  if (query.episodes) {
    const { number: number4, amount } = numberOf(query.count, language);
    return text2.episodes(number4, amount === "one", `${one}${codes3}`, gap, length2) + ended + tail;
  }
  if (query.lasting !== void 0)
    return text2.lasting(`${one}${codes3}`, length2, gap) + ended + tail;
  if (query.distinct) {
    const { number: number4, amount } = numberOf(query.count, language);
    const among = isEveryMedicine(query.codes, profile) ? exceptPhrase(query.codes, profile, language) : codes3;
    return text2.distinct(number4, amount, among, query.distinct.level) + tail;
  }
  if (query.pick !== void 0 && query.pick !== "any")
    return `${text2.picks[query.pick]} ${one}${codes3}${value2}${tail}`;
  const { count: count2 } = query;
  if (!count2) return `${one}${codes3}${value2}${tail}`;
  if (count2.max === 0) {
    const none = language === "da" && type === "medication" ? one : many;
    return `${text2.no} ${none}${codes3}${value2}${tail}`;
  }
  const apart = count2.apart === void 0 ? "" : text2.apart(describePeriod(count2.apart, language));
  return `${countPhrase(count2, language)} ${(count2.max ?? count2.min) === 1 ? one : many}${codes3}${value2}${apart}${tail}`;
}
function numberOf(count2 = { min: 1 }, language) {
  if (count2.max === 0) return { number: criterionPhrases[language].no, amount: "none" };
  const isOne = (count2.max ?? count2.min) === 1;
  return {
    number: countPhrase(count2, language),
    amount: isOne ? "one" : "many"
  };
}
function lengthPhrase(lasting, language) {
  const text2 = criterionPhrases[language];
  const { atLeast, atMost } = typeof lasting === "string" ? { atLeast: lasting, atMost: void 0 } : lasting;
  const say2 = (period2) => describePeriod(period2, language);
  if (atLeast === void 0) return text2.forAtMost(say2(atMost));
  return atMost === void 0 ? text2.forAtLeast(say2(atLeast)) : text2.forBetween(say2(atLeast), say2(atMost));
}
function fieldsPhrase({ source: source4, specialty, product, status, strength, maintained }, language, on) {
  const text2 = criterionPhrases[language];
  const list2 = (words) => joinWords([words].flat(), text2.or);
  const statuses2 = [status ?? []].flat().map((each) => recordPhrases[language].statuses[each]);
  return [
    ...specialty === void 0 ? [] : [text2.specialty(list2(specialty))],
    ...product === void 0 ? [] : [text2.product(list2(product))],
    ...strength === void 0 ? [] : [text2.strength(describeValue(strength, language))],
    ...statuses2.length === 0 ? [] : [text2.status(list2(statuses2))],
    ...maintained === void 0 ? [] : [text2.maintained(describeWindow(maintained, "service", language, on))],
    ...source4 === void 0 ? [] : [text2.from(source4)]
  ].join("");
}
function codesPhrase({ codes: codes3, prefer: prefer2 }, profile, language) {
  const say2 = (each) => describeCodes(each, profile, language);
  if (prefer2) return ` ${prefer2.map(say2).join(`, ${criterionPhrases[language].otherwise} `)},`;
  return codes3 === void 0 ? "" : ` ${say2(codes3)}`;
}
function countPhrase({ min, max }, language) {
  const text2 = criterionPhrases[language];
  if (min !== void 0 && max !== void 0)
    return min === max ? text2.exactly(min) : text2.between(min, max);
  if (min !== void 0) return text2.atLeast(min);
  return text2.atMost(String(max));
}
function describeValue(value2, language) {
  const text2 = criterionPhrases[language];
  if ("text" in value2)
    return text2.answer(
      joinWords(
        value2.text.map((each) => `\u201C${each}\u201D`),
        text2.or
      )
    );
  const { above, atLeast, below: below2, atMost, unit: unit2 } = value2;
  const say2 = (bound, words) => bound === void 0 ? [] : [words(formatDecimal(bound, language))];
  const bounds2 = [
    ...say2(above, text2.above),
    ...say2(atLeast, text2.atLeast),
    ...say2(below2, text2.below),
    ...say2(atMost, text2.atMost)
  ];
  return joinWords(bounds2, text2.and) + unitWord(unit2, language);
}
function changePhrase({ of, from: from2, value: value2 }, profile, language, on) {
  const text2 = criterionPhrases[language];
  const what = `${text2.picks.latest} ${recordNouns[language].result[0]}${codesPhrase(of, profile, language)}`;
  const window2 = describeWindow(of.when ?? defaultWindows.result, "result", language, on);
  const changed = text2.changed(what, describeChange(value2, language), text2.since[from2]);
  return `${changed}${plausiblePhrase(value2, language)}${fieldsPhrase(of, language)}, ${window2}`;
}
function describeChange({ above, atLeast, below: below2, atMost, unit: unit2 }, language) {
  const text2 = criterionPhrases[language];
  const move = (direction, by, isMore) => {
    if (by === 0) return direction;
    const words = formatDecimal(by, language) + unitWord(unit2, language);
    return (isMore ? text2.byMoreThan : text2.byAtLeast)(direction, words);
  };
  const bound = (by, isStrict, direction, opposite) => by > 0 || by === 0 && isStrict ? move(direction, by, isStrict) : `${text2.not} ${move(opposite, Math.abs(by), !isStrict)}`;
  return joinWords(
    [
      ...above === void 0 ? [] : [bound(above, true, text2.risen, text2.fallen)],
      ...atLeast === void 0 ? [] : [bound(atLeast, false, text2.risen, text2.fallen)],
      ...below2 === void 0 ? [] : [bound(-below2, true, text2.fallen, text2.risen)],
      ...atMost === void 0 ? [] : [bound(-atMost, false, text2.fallen, text2.risen)]
    ],
    text2.and
  );
}
function unitWord(unit2, language) {
  const word = unit2 === void 0 ? "" : formatUnit(unit2, language);
  return word && ` ${word}`;
}
function plausiblePhrase(value2, language) {
  if ("text" in value2 || !value2.plausible) return "";
  return criterionPhrases[language].implausible(
    describeMistakes(value2.plausible, value2.unit, language)
  );
}
function describeMistakes({ min, max }, unit2, language) {
  const text2 = criterionPhrases[language];
  const sides = [
    ...min === void 0 ? [] : [text2.below(formatDecimal(min, language))],
    ...max === void 0 ? [] : [text2.above(formatDecimal(max, language))]
  ];
  return joinWords(sides, text2.and) + unitWord(unit2, language);
}
function patientPhrase(query, language, day) {
  const text2 = criterionPhrases[language];
  const list2 = (words) => joinWords(words, text2.or);
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed: listed2 } = query;
  return joinWords(
    [
      ...age ? [agePhrase(age, language, day)] : [],
      ...sex ? [patientTexts[language].sex[sex]] : [],
      ...municipality ? [text2.municipality(list2(municipality.map(municipalityWithCode)))] : [],
      ...postalCode ? [text2.postalCode(list2(postalCode))] : [],
      ...insuranceGroup ? [text2.insuranceGroup(insuranceGroup)] : [],
      ...practitioner ? [text2.practitioner(list2(practitioner))] : [],
      ...registered ? [text2.registered(describeWindow(registered.when, "service", language, day))] : [],
      ...listed2 === void 0 ? [] : [listed2 ? text2.listed : text2.notListed]
    ],
    text2.and
  );
}
function agePhrase({ min, max, on }, language, day) {
  const text2 = criterionPhrases[language];
  const edge2 = on ?? (day === anchorDay ? "P0D" : void 0);
  const when = edge2 === void 0 ? "" : text2.ageOn(describeEdge(edge2, language, day));
  const say2 = (limit2) => typeof limit2 === "number" ? text2.years(limit2) : describePeriod(limit2, language);
  if (min !== void 0 && min === max) return text2.ageOf(say2(min)) + when;
  if (typeof min === "number" && typeof max === "number")
    return text2.ageBetween(String(min), text2.years(max)) + when;
  if (min !== void 0 && max !== void 0) return text2.ageBetween(say2(min), say2(max)) + when;
  return (min === void 0 ? text2.ageTo(say2(max)) : text2.ageFrom(say2(min))) + when;
}
function partPhrase(part, profile, language, withWindow, on) {
  const [type, query] = queryIn(part);
  if (withWindow) return queryPhrase(type, query, profile, language, on);
  const codes3 = query.codes === void 0 ? "" : ` ${describeCodes(query.codes, profile, language)}`;
  return `${recordNouns[language][type][0]}${codes3}${fieldsPhrase(query, language, on)}`;
}
function dayPhrase(part, profile, language) {
  const [type, query] = queryIn(part);
  const { pick: pick2 = "any", value: value2 } = query;
  const picked = pick2 === "any" ? "" : `${criterionPhrases[language].picks[pick2]} `;
  const asked = value2 ? ` ${describeValue(value2, language)}${plausiblePhrase(value2, language)}` : "";
  return `${picked}${recordNouns[language][type][0]}${codesPhrase(query, profile, language)}${asked}${fieldsPhrase(query, language)}`;
}
function describeCodes(codes3, profile, language) {
  const sets = resolveCodes(profile, codes3).map((set) => describeSet(set, language));
  return joinWords(sets, criterionPhrases[language].or);
}
function describeSet({ system, title, include, exclude, names: names2 = {} }, language) {
  const text2 = criterionPhrases[language];
  const most = 12;
  const named = (code2) => {
    const name2 = Object.hasOwn(names2, code2) ? names2[code2] : void 0;
    return name2 ? `${textIn(name2, language)} (${code2})` : code2;
  };
  const shown = include.slice(0, most).map(named);
  const listed2 = include.length > most ? [...shown, text2.others(include.length - most)] : shown;
  const without = exclude ? `, ${text2.except} ${joinWords(exclude.map(named), text2.and)}` : "";
  const list2 = joinWords(listed2, text2.or);
  return title ? `${textIn(title, language)} (${system} ${list2}${without})` : `${list2} (${system}${without})`;
}
var mainGroups = [..."ABCDGHJLMNPRSV"];
function isEveryMedicine(codes3, profile) {
  if (codes3 === void 0) return false;
  const sets = resolveCodes(profile, codes3);
  return sets.length === 1 && sets.every(
    ({ system, include }) => system === "ATC" && mainGroups.every((group) => include.includes(group))
  );
}
function exceptPhrase(codes3, profile, language) {
  const left = resolveCodes(profile, codes3).flatMap(({ exclude = [] }) => exclude);
  return left.length === 0 ? "" : ` (${criterionPhrases[language].without(left.join(", "))})`;
}
function queryIn(holder) {
  const [type] = Object.keys(holder);
  return [type, holder[type]];
}

// src/i18n/phrases/profile-errors.ts
function profileErrorPhrases(code2, details) {
  return Object.hasOwn(sentences, code2) ? sentences[code2](details) : general;
}
var types = {
  string: ["en tekst", "a text"],
  number: ["et tal", "a number"],
  int: ["et helt tal", "a whole number"],
  array: ["en liste", "a list"],
  object: ["et objekt", "an object"],
  record: ["et objekt", "an object"],
  tuple: ["en liste med to led", "a list of two parts"]
};
var longestNamed = 120;
var mostListed = 20;
function say(value2) {
  const text2 = String(value2);
  return text2.length > longestNamed ? `${text2.slice(0, longestNamed - 1)}\u2026` : text2;
}
function list(values) {
  if (!Array.isArray(values)) return "";
  const listed2 = values.slice(0, mostListed).map((each) => `"${say(each)}"`);
  return [...listed2, ...values.length > mostListed ? ["\u2026"] : []].join(", ");
}
function suggested(suggestion) {
  return typeof suggestion === "string" ? [`Mente du "${suggestion}"?`, `Did you mean "${suggestion}"?`] : ["Fjern det, eller ret stavningen.", "Remove it, or correct the spelling."];
}
function meant(suggestions, adviceDa, adviceEn) {
  const listed2 = list(suggestions);
  return listed2 === "" ? [adviceDa, adviceEn] : [`Mente du ${listed2}? ${adviceDa}`, `Did you mean ${listed2}? ${adviceEn}`];
}
var sentences = {
  "not-json": () => [
    "Dokumentet er ikke en profil i JSON.",
    "The document is not a profile in JSON.",
    "Giv profilen som JSON-tekst eller som et JSON-objekt.",
    "Give the profile as JSON text or as a JSON object."
  ],
  syntax: ({ line, column }) => {
    const place = line === void 0 ? ["", ""] : [
      ` (linje ${say(line)}, tegn ${say(column)})`,
      ` (line ${say(line)}, character ${say(column)})`
    ];
    return [
      `Teksten er ikke gyldig JSON${place[0]}.`,
      `The text is not valid JSON${place[1]}.`,
      "Se efter et manglende komma, en manglende parentes eller et anf\xF8rselstegn for meget.",
      "Look for a missing comma or bracket, or a quotation mark too many."
    ];
  },
  "too-large": ({ most }) => [
    `Profilen er for stor: h\xF8jst ${say(most)} tegn.`,
    `The profile is too large: at most ${say(most)} characters.`,
    "Del den i flere profiler, eller brug kodeintervaller.",
    "Split it into several profiles, or use code ranges."
  ],
  "too-deep": ({ most }) => [
    `Profilen er for dybt indlejret: h\xF8jst ${say(most)} niveauer.`,
    `The profile is nested too deeply: at most ${say(most)} levels.`,
    'Saml kriterier i f\xE6rre niveauer af "all" og "any".',
    'Gather the criteria in fewer levels of "all" and "any".'
  ],
  "too-many": ({ most }) => [
    `Profilen har for mange dele: h\xF8jst ${say(most)}.`,
    `The profile has too many parts: at most ${say(most)}.`,
    "Del den i flere profiler, eller brug kodeintervaller.",
    "Split it into several profiles, or use code ranges."
  ],
  "key-too-long": ({ most }) => [
    `Profilen har en n\xF8gle, der er for lang: h\xF8jst ${say(most)} tegn.`,
    `The profile has a key that is too long: at most ${say(most)} characters.`,
    "Giv den et kortere navn, og skriv lange tekster som v\xE6rdier.",
    "Give it a shorter name, and write long texts as values."
  ],
  "more-errors": ({ more }) => [
    `\u2026 og ${say(more)} fejl mere.`,
    more === 1 ? "\u2026 and 1 more error." : `\u2026 and ${say(more)} more errors.`,
    "Ret dem, der er vist; s\xE5 vises de n\xE6ste.",
    "Correct those that are shown; then the next are."
  ],
  "more-warnings": ({ more }) => [
    more === 1 ? "\u2026 og 1 bem\xE6rkning mere." : `\u2026 og ${say(more)} bem\xE6rkninger mere.`,
    more === 1 ? "\u2026 and 1 more warning." : `\u2026 and ${say(more)} more warnings.`,
    "Se p\xE5 dem, der er vist; s\xE5 vises de n\xE6ste.",
    "Look at those that are shown; then the next are."
  ],
  "too-many-criteria": ({ most, found }) => [
    `Profilen stiller ${say(found)} sp\xF8rgsm\xE5l; h\xF8jst ${say(most)} kan besvares.`,
    `The profile asks ${say(found)} questions; at most ${say(most)} can be answered.`,
    "Saml koder i kodes\xE6t, eller del profilen i flere.",
    "Gather codes in code sets, or split the profile into several."
  ],
  "too-many-profiles": ({ most, found }) => [
    `Der er givet ${say(found)} profiler; kun de f\xF8rste ${say(most)} er l\xE6st.`,
    `${say(found)} profiles are given; only the first ${say(most)} are read.`,
    "Giv kun de profiler, der kan v\xE6lges.",
    "Give those profiles alone that can be chosen."
  ],
  "newer-format": ({ found }) => [
    `Profilen er skrevet i formatet ${say(found)}, som denne version ikke kender.`,
    `The profile is written in the format ${say(found)}, which this version does not know.`,
    "Opdat\xE9r Overblik, eller brug en udgave af profilen i formatet overblik-profile/1.",
    "Update Overblik, or use an edition of the profile in the format overblik-profile/1."
  ],
  "unknown-key": ({ key, suggestion }) => [
    `N\xF8glen "${say(key)}" findes ikke her i formatet.`,
    `The key "${say(key)}" does not exist here in the format.`,
    ...suggested(suggestion)
  ],
  missing: ({ key }) => [
    `"${say(key)}" mangler.`,
    `"${say(key)}" is missing.`,
    `Tilf\xF8j "${say(key)}".`,
    `Add "${say(key)}".`
  ],
  "wrong-type": ({ expected }) => {
    const [da2, en2] = types[String(expected)] ?? ["noget andet", "something else"];
    return [`Her skal st\xE5 ${da2}.`, `Here must be ${en2}.`, `Skriv ${da2}.`, `Write ${en2}.`];
  },
  "not-one-of": ({ values, suggestion }) => [
    `V\xE6rdien er ikke en af ${list(values)}.`,
    `The value is not one of ${list(values)}.`,
    typeof suggestion === "string" ? `Mente du "${suggestion}"?` : "V\xE6lg en af dem.",
    typeof suggestion === "string" ? `Did you mean "${suggestion}"?` : "Choose one of them."
  ],
  empty: () => [
    "Her m\xE5 ikke v\xE6re tomt.",
    "This must not be empty.",
    "Skriv mindst \xE9t led, eller fjern n\xF8glen.",
    "Write at least one part, or remove the key."
  ],
  "too-few": ({ least }) => [
    `Her skal v\xE6re mindst ${say(least)} led.`,
    `There must be at least ${say(least)} parts here.`,
    "Tilf\xF8j det, der mangler.",
    "Add what is missing."
  ],
  "too-low": ({ least }) => [
    `Tallet skal v\xE6re mindst ${say(least)}.`,
    `The number must be at least ${say(least)}.`,
    `Skriv ${say(least)} eller mere.`,
    `Write ${say(least)} or more.`
  ],
  "too-much": ({ most }) => [
    `Her er for meget: h\xF8jst ${say(most)}.`,
    `This is too much: at most ${say(most)}.`,
    "G\xF8r det kortere eller mindre.",
    "Make it shorter or smaller."
  ],
  version: () => [
    "Versionen skal best\xE5 af tre tal.",
    "The version must be three numbers.",
    'Skriv fx "1.0.0".',
    'Write e.g. "1.0.0".'
  ],
  url: () => [
    "Adressen skal begynde med https:// og v\xE6re uden mellemrum.",
    "The address must begin with https:// and have no spaces.",
    "Ret adressen, eller fjern den.",
    "Correct the address, or remove it."
  ],
  name: () => [
    "Navnet m\xE5 kun best\xE5 af bogstaver, tal, punktum, bindestreg og understreg.",
    "The name may only hold letters, digits, full stop, hyphen and underscore.",
    'Skriv fx "demens" eller "dk.demens".',
    'Write e.g. "dementia" or "dk.demens".'
  ],
  period: () => [
    "Perioden kan ikke l\xE6ses.",
    "The period cannot be read.",
    'Skriv fx "P12M" (12 m\xE5neder), "P1Y", "P6W" eller "P90D"; h\xF8jst 200 \xE5r.',
    'Write e.g. "P12M" (12 months), "P1Y", "P6W" or "P90D"; at most 200 years.'
  ],
  date: () => [
    "Datoen kan ikke l\xE6ses.",
    "The date cannot be read.",
    'Skriv en dato, der findes, som "2026-01-31".',
    'Write a date that exists as "2026-01-31".'
  ],
  "window-edge": () => [
    "Datoen eller perioden kan ikke l\xE6ses.",
    "The date or period cannot be read.",
    'Skriv en dato "2026-01-31" eller en periode med fortegn "-P24M", "+P1M", "P0D".',
    'Write a date "2026-01-31" or a signed period "-P24M", "+P1M", "P0D".'
  ],
  "empty-window": () => [
    "Vinduet har hverken begyndelse eller slutning.",
    "The window has neither a beginning nor an end.",
    'Skriv "from", "to" eller begge, eller brug "ever".',
    'Write "from", "to" or both, or use "ever".'
  ],
  "window-order": () => [
    "Vinduet begynder, efter at det er slut.",
    "The window begins after its end.",
    'Byt om p\xE5 "from" og "to".',
    'Swap "from" and "to".'
  ],
  "code-entry": ({ suggestions }) => [
    "Ingen kode kan se s\xE5dan ud, s\xE5 her findes aldrig noget.",
    "No code can look like this, so nothing is ever found.",
    ...meant(
      suggestions,
      'Skriv \xE9n kode pr. led, fx "P70"; den d\xE6kker ogs\xE5 koderne under den.',
      'Write one code per entry, e.g. "P70"; it covers the codes below it too.'
    )
  ],
  "code-range": ({ suggestions }) => [
    "Kodeintervallet kan ikke bruges: enderne skal v\xE6re lige lange, og den f\xF8rste m\xE5 ikke komme efter den sidste.",
    "The code range cannot be used: its ends must be of one length, and the first not after the last.",
    ...meant(suggestions, 'Skriv fx "L72-L76".', 'Write e.g. "L72-L76".')
  ],
  "code-shape": ({ system, code: code2, suggestions }) => [
    `"${say(code2)}" ligner ingen kode i ${say(system)}, s\xE5 her findes m\xE5ske intet.`,
    `"${say(code2)}" looks like no code of ${say(system)}, so perhaps nothing is found.`,
    ...meant(
      suggestions,
      "Se efter, om koden er skrevet rigtigt, og om den h\xF8rer til et andet kodesystem.",
      "See whether the code is written right, and whether it belongs to another code system."
    )
  ],
  "window-closed": ({ suggestion }) => [
    'Vinduet har ingen dage: uden "to" slutter det p\xE5 opg\xF8relsesdagen, og det begynder f\xF8rst efter den.',
    'The window has no days: without "to" it ends on the date of evaluation, and it begins only after it.',
    `Mente du "${say(suggestion)}"? Ellers skriv ogs\xE5 "to".`,
    `Did you mean "${say(suggestion)}"? Else write "to" as well.`
  ],
  "ages-apart": ({ min, max }) => [
    `Ingen er b\xE5de mindst ${say(min)} og h\xF8jst ${say(max)} gammel.`,
    `Nobody is both at least ${say(min)} and at most ${say(max)} old.`,
    'Mente du "any" i stedet for "all"? Ellers ret aldrene.',
    'Did you mean "any" instead of "all"? Else correct the ages.'
  ],
  "unit-missing": () => [
    "Gr\xE6nsen har ingen enhed, s\xE5 et svar i en anden enhed bed\xF8mmes forkert.",
    "The bound has no unit, so a result in another unit is judged wrongly.",
    'Skriv "unit", fx "mmol/L"; for en score eller et antal "1".',
    'Write "unit", e.g. "mmol/L"; for a score or a count "1".'
  ],
  "unknown-unit": ({ unit: unit2, suggestion }) => [
    `Enheden "${say(unit2)}" findes ikke i tabellen, s\xE5 kun svar i netop den kan bed\xF8mmes.`,
    `The unit "${say(unit2)}" is not in the table, so only results in that very unit can be judged.`,
    ...typeof suggestion === "string" ? [`Mente du "${suggestion}"?`, `Did you mean "${suggestion}"?`] : [
      "Se efter, om enheden er stavet, som laboratoriet g\xF8r.",
      "See whether the unit is spelt as the laboratory does."
    ]
  ],
  "empty-range": () => [
    'Der mangler "min", "max" eller begge.',
    '"min", "max" or both are missing.',
    "Skriv mindst \xE9n af dem.",
    "Write at least one of them."
  ],
  "test-person": () => [
    "En pr\xF8vepatient er opdigtet og har hverken cpr-nummer, navn, adresse eller telefon: profilen deles med andre.",
    "A test patient is made up, and has no CPR number, name, address or phone: the profile is shared with others.",
    'Fjern det; "title" siger, hvem pr\xF8vepatienten er.',
    'Remove it; "title" says who the test patient is.'
  ],
  "valid-order": () => [
    '"validFrom" er efter "validTo", s\xE5 profilen aldrig g\xE6lder.',
    '"validFrom" is after "validTo", so the profile is never valid.',
    "Byt om p\xE5 de to datoer.",
    "Swap the two dates."
  ],
  "range-order": () => [
    '"min" er st\xF8rre end "max", s\xE5 det kan aldrig v\xE6re opfyldt.',
    '"min" is greater than "max", so it can never be met.',
    "Byt om p\xE5 de to tal.",
    "Swap the two numbers."
  ],
  "always-true": () => [
    "Kriteriet er altid opfyldt og siger derfor intet.",
    "The criterion is always met and so says nothing.",
    "Fjern det, eller s\xE6t en gr\xE6nse, som ikke alle opfylder.",
    "Remove it, or set a limit that not everyone meets."
  ],
  "never-true": () => [
    "Kriteriet kan aldrig v\xE6re opfyldt.",
    "The criterion can never be met.",
    "Ret gr\xE6nserne eller kriterierne, s\xE5 de kan v\xE6re opfyldt p\xE5 samme tid.",
    "Correct the bounds or criteria so that they can be met together."
  ],
  "never-plausible": () => [
    'Intet svar inden for "plausible" kan opfylde gr\xE6nserne.',
    'No result within "plausible" can meet the bounds.',
    'Ret gr\xE6nserne, eller g\xF8r "plausible" videre.',
    'Correct the bounds, or widen "plausible".'
  ],
  "empty-value": () => [
    "V\xE6rdien har ingen gr\xE6nse.",
    "The value has no bound.",
    'Skriv "above", "atLeast", "below" eller "atMost".',
    'Write "above", "atLeast", "below" or "atMost".'
  ],
  "two-bounds": () => [
    "Samme side har to gr\xE6nser.",
    "The same side has two bounds.",
    'V\xE6lg enten "above" eller "atLeast", og enten "below" eller "atMost".',
    'Choose either "above" or "atLeast", and either "below" or "atMost".'
  ],
  "lasting-count": () => [
    '"lasting" og "count" kan kun bruges sammen, hvor "episodes" t\xE6ller forl\xF8b.',
    '"lasting" and "count" can be used together only where "episodes" counts runs.',
    'Tilf\xF8j "episodes", eller fjern den ene.',
    'Add "episodes", or remove one.'
  ],
  "empty-lengths": () => [
    'Der mangler "atLeast", "atMost" eller begge.',
    '"atLeast", "atMost" or both are missing.',
    'Skriv mindst \xE9n af dem, fx {"atMost": "P21D"}.',
    'Write at least one of them, e.g. {"atMost": "P21D"}.'
  ],
  "lengths-order": () => [
    '"atMost" er kortere end "atLeast" eller end en dag, s\xE5 det kan aldrig v\xE6re opfyldt.',
    '"atMost" is shorter than "atLeast" or than a day, so it can never be met.',
    "Byt om p\xE5 de to perioder, eller ret dem.",
    "Swap the two periods, or correct them."
  ],
  "episodes-gap": () => [
    '"gap" ved siden af "episodes" siger intet: pausen st\xE5r i "episodes".',
    '"gap" beside "episodes" says nothing: the pause stands in "episodes".',
    'Skriv "episodes": {"gap": \u2026}.',
    'Write "episodes": {"gap": \u2026}.'
  ],
  "episodes-apart": () => [
    '"episodes" og "apart" kan ikke bruges sammen.',
    '"episodes" and "apart" cannot be used together.',
    'Fjern den ene: "gap" siger, hvor langt forl\xF8b er fra hinanden.',
    'Remove one: "gap" says how far runs are from one another.'
  ],
  "episodes-distinct": () => [
    '"episodes" og "distinct" kan ikke bruges sammen.',
    '"episodes" and "distinct" cannot be used together.',
    'Fjern den ene, eller s\xE6t to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".'
  ],
  "lasting-distinct": () => [
    '"lasting" og "distinct" kan ikke bruges sammen.',
    '"lasting" and "distinct" cannot be used together.',
    'Fjern den ene, eller s\xE6t to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".'
  ],
  "first-window": () => [
    '"first" mangler "when": hvorn\xE5r det nye skal v\xE6re begyndt.',
    '"first" lacks "when": when what is new is to have begun.',
    'Skriv fx "when": {"last": "P1Y"}.',
    'Write for example "when": {"last": "P1Y"}.'
  ],
  "first-alone": () => [
    '"first" kan ikke bruges sammen med "lasting", "distinct", "episodes" eller "apart".',
    '"first" cannot be used together with "lasting", "distinct", "episodes" or "apart".',
    'Fjern den ene, eller s\xE6t to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".'
  ],
  "gap-alone": () => [
    '"gap" betyder kun noget sammen med "lasting" (i "episodes" st\xE5r det for sig).',
    '"gap" means something only together with "lasting" (in "episodes" it stands by itself).',
    'Tilf\xF8j "lasting", eller fjern "gap".',
    'Add "lasting", or remove "gap".'
  ],
  "anchor-end": () => [
    '"at": "end" findes kun for diagnoser, medicin og forl\xF8bsplaner: andet har \xE9n dag.',
    '"at": "end" is of diagnoses, medication and care plans only: anything else has one day.',
    'Fjern "at".',
    'Remove "at".'
  ],
  "apart-short": () => [
    '"apart" er mindre end en dag, s\xE5 det siger intet.',
    '"apart" is less than a day, so it says nothing.',
    'Skriv fx "P90D", eller fjern "apart".',
    'Write e.g. "P90D", or remove "apart".'
  ],
  "apart-distinct": () => [
    '"apart" og "distinct" kan ikke bruges sammen.',
    '"apart" and "distinct" cannot be used together.',
    'Fjern den ene, eller s\xE6t to kriterier sammen med "all".',
    'Remove one, or join two criteria with "all".'
  ],
  "pick-count": () => [
    '"pick" v\xE6lger \xE9n pr\xF8ve, s\xE5 "count" kan ikke bruges.',
    '"pick" chooses one result, so "count" cannot be used.',
    'Fjern "count", eller brug "pick": "any".',
    'Remove "count", or use "pick": "any".'
  ],
  "pick-value": () => [
    '"pick" v\xE6lger en pr\xF8ve, men der mangler en "value" at bed\xF8mme den med.',
    '"pick" chooses a result, but there is no "value" to judge it by.',
    'Tilf\xF8j "value", eller fjern "pick".',
    'Add "value", or remove "pick".'
  ],
  "prefer-latest": () => [
    '"prefer" betyder kun noget sammen med "pick": "latest".',
    '"prefer" means something only together with "pick": "latest".',
    'Skriv "pick": "latest", eller brug "codes" i stedet for "prefer".',
    'Write "pick": "latest", or use "codes" in place of "prefer".'
  ],
  "prefer-codes": () => [
    '"prefer" og "codes" kan ikke bruges sammen.',
    '"prefer" and "codes" cannot be used together.',
    'Skriv alle kodes\xE6t i "prefer", det foretrukne f\xF8rst, og fjern "codes".',
    'Write all code sets in "prefer", the preferred one first, and remove "codes".'
  ],
  "prefer-window": () => [
    '"prefer" kr\xE6ver et vindue med en begyndelse: ellers bed\xF8mmes et gammelt svar f\xF8r et nyt.',
    '"prefer" needs a window with a beginning: else an old result is judged before a new one.',
    'Skriv "when", fx {"last": "P12M"}.',
    'Write "when", e.g. {"last": "P12M"}.'
  ],
  "pick-text": () => [
    "En tekst er hverken h\xF8jest eller lavest.",
    "A text is neither highest nor lowest.",
    'Angiv gr\xE6nser i "value", eller brug "pick": "latest".',
    'Give bounds in "value", or use "pick": "latest".'
  ],
  "empty-patient": () => [
    "Der sp\xF8rges ikke om noget ved patienten.",
    "Nothing is asked of the patient.",
    'Tilf\xF8j fx "age" eller "sex".',
    'Add e.g. "age" or "sex".'
  ],
  "at-least-more": () => [
    "Der kr\xE6ves flere opfyldte kriterier, end der er.",
    "More criteria are required to be met than there are.",
    'S\xE6nk "atLeast", eller tilf\xF8j kriterier i "of".',
    'Lower "atLeast", or add criteria to "of".'
  ],
  "two-criteria": ({ keys }) => [
    `Et kriterium har netop \xE9n n\xF8gle; her er ${list(keys)}.`,
    `A criterion has exactly one key; here are ${list(keys)}.`,
    'S\xE6t dem sammen med "all" eller "any".',
    'Join them with "all" or "any".'
  ],
  "no-criterion": () => [
    "Kriteriet er tomt.",
    "The criterion is empty.",
    'Skriv fx {"diagnosis": {"codes": \u2026}}.',
    'Write e.g. {"diagnosis": {"codes": \u2026}}.'
  ],
  "uncoded-codes": () => [
    '"uncoded" siger, at koder mangler, men her er koder.',
    '"uncoded" says that codes are missing, but there are codes here.',
    "Fjern den ene.",
    "Remove one of them."
  ],
  "plausible-strength": () => [
    '"plausible" h\xF8rer til pr\xF8vesvar, ikke til styrken af medicin.',
    '"plausible" belongs to results, not to the strength of a medicine.',
    'Fjern "plausible".',
    'Remove "plausible".'
  ],
  "field-type": () => [
    "Punktet sp\xF8rger om et felt, som dets type ikke har.",
    "The item asks for a field that its type does not have.",
    '"product" og "strength" h\xF8rer til medicin, "specialty" til ydelser, "status" til aftaler og henvisninger.',
    '"product" and "strength" belong to medication, "specialty" to services, "status" to appointments and referrals.'
  ],
  "trend-type": () => [
    "Kun pr\xF8ver kan vises som en udvikling.",
    "Only results can be shown as a trend.",
    'Brug "list", "latest", "count" eller "next".',
    'Use "list", "latest", "count" or "next".'
  ],
  "duplicate-id": ({ id: id2, first: first2 }) => [
    `Id'et "${say(id2)}" er allerede brugt i ${say(first2)}.`,
    `The id "${say(id2)}" is already used in ${say(first2)}.`,
    "Giv den ene et andet id.",
    "Give one of them another id."
  ],
  "unknown-codes": ({ name: name2, names: names2, suggestion }) => [
    `Kodes\xE6ttet "${say(name2)}" findes ikke i profilens "codes".`,
    `The code set "${say(name2)}" is not in the profile\u2019s "codes".`,
    typeof suggestion === "string" ? `Mente du "${suggestion}"?` : `Tilf\xF8j det${list(names2) && `, eller brug et af ${list(names2)}`}.`,
    typeof suggestion === "string" ? `Did you mean "${suggestion}"?` : `Add it${list(names2) && `, or use one of ${list(names2)}`}.`
  ],
  "unknown-placeholder": ({ name: name2, names: names2, line, suggestion }) => [
    `Linje ${say(line)}: "{${say(name2)}}" er ikke et flettefelt.`,
    `Line ${say(line)}: "{${say(name2)}}" is no placeholder that can be filled in.`,
    typeof suggestion === "string" ? `Mente du "{${suggestion}}"?` : `Brug et af ${list(names2)}.`,
    typeof suggestion === "string" ? `Did you mean "{${suggestion}}"?` : `Use one of ${list(names2)}.`
  ],
  "distinct-system": ({ system }) => [
    `"distinct" t\xE6ller ATC-niveauer, men koderne er i ${say(system)}.`,
    `"distinct" counts ATC levels, but the codes are in ${say(system)}.`,
    'Brug ATC-koder, eller fjern "distinct".',
    'Use ATC codes, or remove "distinct".'
  ]
};
var general = [
  "V\xE6rdien kan ikke bruges.",
  "The value cannot be used.",
  "Se formatets beskrivelse (profile.schema.json).",
  "See the format\u2019s description (profile.schema.json)."
];

// src/profile/errors.ts
function explain({ details, ...issue }) {
  const [da2, en2, fixDa, fixEn] = profileErrorPhrases(issue.code, details);
  return { ...issue, message: { da: da2, en: en2 }, fix: { da: fixDa, en: fixEn } };
}

// src/profile/parse.ts
function parseProfile(input) {
  return parseWith(profileChecks, input);
}
function parseWith(checks, input) {
  const outcome = checkWith(checks, input);
  const warnings = outcome.warnings.map(explain);
  if (outcome.ok) return { ...outcome, warnings };
  const [first2, ...rest] = outcome.errors;
  return { ok: false, errors: [explain(first2), ...rest.map(explain)], warnings };
}

// src/languages/cql/days.ts
var asOf = "AsOf";
var anchorDay2 = "Day";
function windowOn(window2, day) {
  const { from: from2, to: to2 } = edgesOf(window2);
  const opens = from2 === void 0 ? "null" : edge(from2, day);
  if (day === anchorDay2) {
    const closes2 = to2 === void 0 ? asOf : `Rules.Earlier(${edge(to2, day)}, ${asOf})`;
    return { opens, closes: closes2, lastAsked: closes2 };
  }
  const closes = to2 === void 0 ? "null" : edge(to2, day);
  if (to2 === void 0) return { opens, closes, lastAsked: asOf };
  const parts2 = parsePeriod(to2);
  const isPast = parts2 !== void 0 && (parts2.sign === -1 || isNothing(parts2));
  return { opens, closes, lastAsked: isPast ? closes : `Rules.Earlier(${closes}, ${asOf})` };
}
function edgesOf(window2) {
  if (window2 === "ever") return { to: "P0D" };
  if (window2 === "now") return { from: "P0D", to: "P0D" };
  if (window2 === "future") return { from: "P0D" };
  if ("last" in window2) return { from: `-${window2.last}`, to: "P0D" };
  if ("next" in window2) return { from: "P0D", to: window2.next };
  const { from: from2, to: to2 = "P0D" } = window2;
  return from2 === void 0 ? { to: to2 } : { from: from2, to: to2 };
}
function edge(text2, day) {
  const parts2 = parsePeriod(text2);
  if (!parts2) return `@${text2}`;
  const { sign } = parts2;
  const { months: months3, days } = monthsAndDays(parts2);
  const steps = [
    ...months3 === 0 ? [] : [months3 % 12 === 0 ? unit(months3 / 12, "year") : unit(months3, "month")],
    ...days === 0 ? [] : [unit(days, "day")]
  ];
  return steps.length === 0 ? day : [day, ...steps].join(sign === -1 ? " - " : " + ");
}
function unit(count2, name2) {
  return `${count2} ${name2}${count2 === 1 ? "" : "s"}`;
}
function isNothing(parts2) {
  const { months: months3, days } = monthsAndDays(parts2);
  return months3 === 0 && days === 0;
}
function monthsAndDays({ years: years2, months: months3, weeks, days }) {
  return { months: years2 * 12 + months3, days: weeks * 7 + days };
}
function operands(period2) {
  const parts2 = parsePeriod(period2);
  if (!parts2) throw new RangeError(`"${period2}" is no period.`);
  const { months: months3, days } = monthsAndDays(parts2);
  return `${months3}, ${days}`;
}

// src/languages/cql/text.ts
function text(value2) {
  return `'${escaped(value2, "'")}'`;
}
function name(value2) {
  return `"${escaped(value2, '"')}"`;
}
function escaped(value2, quote2) {
  return Array.from(value2, (sign) => {
    if (sign === quote2 || sign === "\\") return `\\${sign}`;
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
function listOf2(values, indent) {
  const items = values.map(text);
  const line = `{ ${items.join(", ")} }`;
  if (line.length <= 90) return line;
  const space2 = " ".repeat(indent);
  return `{
${items.map((item) => `${space2}${item}`).join(",\n")}
${" ".repeat(indent - 2)}}`;
}
function comment(words) {
  const plain2 = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return `// ${plain2}`;
}

// src/languages/cql/values.ts
var valueOperands = "isAside Boolean, number Decimal, comparator String, units List<String>, words String";
function valueBody(value2) {
  if ("text" in value2) {
    const texts = value2.text.map((each) => each.trim().toLowerCase());
    return `  if isAside then null else number is null and Rules.IsAmong(Coalesce(words, ''), ${listOf2(texts, 4)})`;
  }
  const { unit: unit2 } = value2;
  if (unit2 === void 0) return `  ${within(value2, 0)}`;
  const byExponent = /* @__PURE__ */ new Map();
  for (const [name2, exponent] of unitsReadAs(unit2))
    byExponent.set(exponent, [...byExponent.get(exponent) ?? [], name2]);
  const cases = [...byExponent].map(([exponent, names2]) => {
    const isOf = `exists (units U where U in ${listOf2(names2, 6)})`;
    const condition = exponent === 0 ? `not exists units or ${isOf}` : isOf;
    return `    when ${condition} then ${within(value2, -exponent)}`;
  });
  return ["  case", ...cases, "    else null", "  end"].join("\n");
}
function within(bounds2, places) {
  const { above, atLeast, below: below2, atMost, plausible: plausible2 } = bounds2;
  const bound = (value2) => value2 === void 0 ? "null" : decimal(movePoint(value2, places));
  return `Rules.Within(number, comparator, ${[
    bound(above ?? atLeast),
    above !== void 0,
    bound(below2 ?? atMost),
    below2 !== void 0,
    bound(plausible2?.min),
    bound(plausible2?.max)
  ].join(", ")})`;
}
function decimal(value2) {
  const plain2 = value2.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
  return plain2.includes(".") ? plain2 : `${plain2}.0`;
}
function valueName(value2) {
  if ("text" in value2) return `value is ${value2.text.join(" or ")}`;
  const { above, atLeast, below: below2, atMost, unit: unit2 = "", plausible: plausible2 } = value2;
  const words = [
    ["above", above],
    ["at least", atLeast],
    ["below", below2],
    ["at most", atMost]
  ];
  const bounds2 = words.flatMap(([word, bound]) => bound === void 0 ? [] : [`${word} ${bound}`]);
  const { min, max } = plausible2 ?? {};
  return `value ${bounds2.join(" and ")} ${unit2}${plausible2 ? `, of ${min ?? ""} to ${max ?? ""}` : ""}`.trim();
}
function changeOperands({ above, atLeast, below: below2, atMost }) {
  return [above, atLeast, below2, atMost].map((bound) => bound === void 0 ? "null" : decimal(bound)).join(", ");
}
function numberOf2({ unit: unit2, plausible: { min, max } = {} }, alias) {
  const number4 = unit2 === void 0 ? `${alias}.number` : converted(unit2, alias);
  const bounds2 = [
    ...min === void 0 ? [] : [`${number4} >= ${decimal(min)}`],
    ...max === void 0 ? [] : [`${number4} <= ${decimal(max)}`]
  ];
  const end = (open) => `if (${alias}.comparator is null or ${alias}.comparator in ${open})${bounds2.map((each) => ` and ${each}`).join("")} then ${number4} else null`;
  return [
    `low: ${end("{ '>', '>=' }")}`,
    `lowClosed: Coalesce(${alias}.comparator, '=') != '>'`,
    `high: ${end("{ '<', '<=' }")}`,
    `highClosed: Coalesce(${alias}.comparator, '=') != '<'`
  ].join(",\n      ");
}
function converted(unit2, alias) {
  const cases = /* @__PURE__ */ new Map();
  for (const [name2, exponent] of unitsReadAs(unit2))
    cases.set(exponent, [...cases.get(exponent) ?? [], name2]);
  const written2 = [...cases].map(([exponent, names2]) => {
    const isOf = `exists (${alias}.units U where U in { ${names2.map(text).join(", ")} })`;
    const condition = exponent === 0 ? `not exists ${alias}.units or ${isOf}` : isOf;
    const factor = exponent < 0 ? `${alias}.number / ${decimal(10 ** -exponent)}` : `${alias}.number * ${decimal(10 ** exponent)}`;
    return `when ${condition} then ${exponent === 0 ? `${alias}.number` : factor}`;
  });
  return `(case ${written2.join(" ")} else null end)`;
}

// src/languages/cql/query.ts
var readers = {
  diagnosis: (codes3) => `Records.Diagnoses(${codes3}, ${asOf})`,
  medication: (codes3) => `Records.Medicines(${codes3}, ${asOf})`,
  result: (codes3) => `Records.Results(${codes3})`,
  service: (codes3) => `Records.Services(${codes3})`,
  appointment: (codes3) => `Records.Appointments(${codes3})`,
  referral: (codes3) => `Records.Referrals(${codes3})`,
  letter: (codes3) => `Records.Letters(${codes3})`,
  vaccination: (codes3) => `Records.Vaccinations(${codes3})`,
  carePlan: (codes3) => `Records.CarePlans(${codes3}, ${asOf})`,
  correspondence: (codes3) => `Records.Correspondences(${codes3})`
};
var atcLengths = { 1: 1, 2: 3, 3: 4, 4: 5, 5: 7 };
function answerQuery(script, type, query, path, day) {
  const window2 = windowOn(query.when ?? defaultWindows[type], day);
  const { pick: pick2 = "any", prefer: prefer2, lasting, episodes: episodes2 } = query;
  if (prefer2)
    return script.refuse(`${path}/prefer`, "prefer", "one set before another (R13a) is not written in CQL yet.");
  if (pick2 === "highest" || pick2 === "lowest")
    return script.refuse(`${path}/pick`, `pick ${pick2}`, "it is not written in CQL yet; latest, earliest and any are.");
  if (episodes2 !== void 0 || lasting !== void 0)
    return answerRuns(script, type, query, path, day, window2);
  return pick2 === "any" ? answerCounted(script, type, query, path, day, window2) : answerPicked(script, type, query, path, day, window2, pick2);
}
function recordsOf2(script, type, query, path) {
  const codes3 = script.codes(query.codes, path);
  const reader = readers[type];
  if (!reader)
    return script.refuse(path, type, "no FHIR resource is read as a note; the adapter has none either.");
  for (const field of ["specialty", "product", "strength"])
    if (query[field] !== void 0)
      script.refuse(`${path}/${field}`, field, "FHIR has no one element that all systems write it in.");
  if (query.status !== void 0 && [query.status].flat().includes("accepted"))
    script.refuse(`${path}/status`, "status accepted", "no status of a ServiceRequest says that it was accepted.");
  return reader(codes3);
}
function fieldConditions(query, day) {
  const { source: source4, status, maintained } = query;
  const among = (field, values) => `Rules.IsAmong(R.${field}, ${listOf2(
    values.map((value2) => value2.trim().toUpperCase()),
    4
  )})`;
  const reviewed = maintained === void 0 ? void 0 : windowOn(maintained, day);
  return [
    ...source4 === void 0 ? [] : [among("source", [source4])],
    ...status === void 0 ? [] : [among("status", [status].flat())],
    ...reviewed ? [`Rules.ReviewedIn(R, ${reviewed.opens}, ${reviewed.closes})`] : []
  ];
}
function matchOf(script, type, query, path, day, { opens, closes }) {
  const inside = query.first ? "BeganIn" : "In";
  const untilNow = { opens: "null", closes: asOf, lastAsked: asOf };
  return [
    "R.coded",
    `Rules.${inside}(R, ${opens}, ${closes})`,
    ...fieldConditions(query, day),
    ...query.first ? [
      `Rules.IsFirst(R, ${recordsOf2(script, type, {}, path)})`,
      `(if ${covered(script, type, query, untilNow, asOf)} then true else null)`
    ] : []
  ];
}
function valueCondition(script, value2) {
  const name2 = script.defineFunction(valueName(value2), valueOperands, valueBody(value2));
  return `${name2}(R.aside, R.number, R.comparator, R.units, R.words)`;
}
function covered(script, type, { codes: codes3, distinct: distinct2 }, { opens, lastAsked }, day) {
  const systems2 = script.systemsOf(codes3, distinct2 && ["ATC"]);
  const asked = `Rules.Covered(Coverage, ${text(type)}, ${systems2}, ${opens}, ${lastAsked})`;
  return day === asOf || opens === "null" ? asked : `${opens} <= ${asOf} and ${asked}`;
}
function answerCounted(script, type, query, path, day, window2) {
  const { count: count2 = { min: 1 }, distinct: distinct2, value: value2 } = query;
  const records2 = recordsOf2(script, type, query, path);
  const matches = [
    ...matchOf(script, type, query, path, day, window2),
    ...value2 ? [valueCondition(script, value2)] : []
  ].join("\n        and ");
  const isCovered = covered(script, type, query, window2, day);
  const limits = `${count2.min ?? 0}, ${count2.max ?? "null"}`;
  if (count2.apart !== void 0)
    return [
      "Rules.CountedApart(",
      `  (${records2}) R`,
      `    let holds: ${matches}`,
      "    where holds is not false",
      `    return all ${matchTuple(window2, "true")},`,
      `  ${operands(count2.apart)}, ${limits}, ${isCovered})`
    ].join("\n");
  if (distinct2)
    return [
      "Rules.Distinct(",
      `  (${records2}) R`,
      `    return all Tuple { holds: ${matches}, code: R.code },`,
      `  ${atcLengths[distinct2.level]}, ${limits}, ${isCovered})`
    ].join("\n");
  return [
    "Rules.Counted(",
    `  (${records2}) R`,
    `    return all ${matches},`,
    `  ${limits}, ${isCovered})`
  ].join("\n");
}
function matchTuple({ opens, closes }, judged) {
  return `Tuple {
      holds: holds, judged: ${judged}, aside: R.aside,
      beganFirst: Rules.Later(R.beganFirst, ${opens === "null" ? "null" : opens}),
      beganLast: Rules.Earlier(R.beganLast, ${closes}),
      time: R.time, id: R.id
    }`;
}
function answerPicked(script, type, query, path, day, window2, pick2) {
  const matches = matchOf(script, type, query, path, day, window2).join("\n        and ");
  const systems2 = script.systemsOf(query.codes, void 0);
  const picked = [
    "Rules.Picked(",
    `  (${recordsOf2(script, type, query, path)}) R`,
    `    let holds: ${matches}`,
    "    where holds is not false",
    `    return all ${matchTuple(window2, valueCondition(script, query.value))},`,
    `  ${pick2 === "latest"}, Coverage, ${text(type)}, ${systems2}, ${window2.opens}, ${window2.lastAsked})`
  ].join("\n");
  return day === asOf || window2.opens === "null" ? picked : `if ${window2.opens} <= ${asOf} then ${picked} else null`;
}
function partTuple(script, type, query, path, day) {
  const fields = fieldConditions(query, day);
  const records2 = recordsOf2(script, type, query, path);
  const asked = fields.length === 0 ? records2 : `(${records2}) R return all Rules.Asked(R, ${["R.coded", ...fields].join(" and ")})`;
  return `Tuple { type: ${text(type)}, systems: ${script.systemsOf(query.codes, void 0)}, records: ${asked} }`;
}
function answerRuns(script, type, query, path, day, window2) {
  const { lasting, gap = "P0D", episodes: episodes2, count: count2 = { min: 1 } } = query;
  if (day !== asOf)
    return script.refuse(
      path,
      episodes2 ? "episodes in an anchor" : "lasting in an anchor",
      "what lasts, asked on the day of a record, is not written in CQL yet."
    );
  const lengths3 = typeof lasting === "string" ? { atLeast: lasting } : lasting ?? {};
  if (!episodes2 && lengths3.atMost === void 0)
    return `Rules.Lasting(
  { ${partTuple(script, type, query, path, day)} },
  ${operands(gap)}, ${operands(lengths3.atLeast)}, ${window2.opens}, ${window2.closes}, Coverage, ${window2.lastAsked})`;
  if (!episodes2)
    return script.refuse(
      `${path}/lasting`,
      "lasting atMost",
      "how long it lasts at most is written in CQL beside episodes alone."
    );
  const { atLeast, atMost } = lengths3;
  const length2 = (period2) => period2 === void 0 ? "null, null" : operands(period2);
  const fields = fieldConditions(query, day);
  const records2 = recordsOf2(script, type, query, path);
  return `Rules.Episodes(
  ${text(type)}, ${script.systemsOf(query.codes, void 0)},
  ${fields.length === 0 ? records2 : `(${records2}) R return all Rules.Asked(R, ${["R.coded", ...fields].join(" and ")})`},
  ${operands(episodes2.gap ?? "P0D")}, ${length2(atLeast)}, ${length2(atMost)}, ${window2.opens}, ${window2.closes},
  ${count2.min ?? 0}, ${count2.max ?? "null"}, Coverage, ${window2.lastAsked})`;
}

// src/languages/cql/joined.ts
function partOf(part) {
  const type = queryTypes.find((each) => each in part);
  return { type, query: part[type] ?? {} };
}
function answerConcurrent(script, { of, when = "now", lasting = "P1D" }, path, day) {
  if (day !== asOf)
    return script.refuse(
      path,
      "concurrent in an anchor",
      "what lasts, asked on the day of a record, is not written in CQL yet."
    );
  const window2 = windowOn(when, day);
  const parts2 = of.map((part, index) => {
    const { type, query } = partOf(part);
    return partTuple(script, type, query, `${path}/of/${index}/${type}`, day);
  });
  return `Rules.Lasting(
  {
    ${parts2.join(",\n    ")}
  },
  0, 0, ${operands(lasting)}, ${window2.opens}, ${window2.closes}, Coverage, ${window2.lastAsked})`;
}
function answerChange(script, { of, from: from2, value: value2 }, path, day) {
  if (from2 === "highest" || from2 === "lowest")
    return script.refuse(`${path}/from`, `change from ${from2}`, "it is not written in CQL yet; previous and earliest are.");
  if (day !== asOf)
    return script.refuse(path, "change in an anchor", "it is not written in CQL yet.");
  const window2 = windowOn(of.when ?? defaultWindows.result, day);
  const matches = ["R.coded", `Rules.In(R, ${window2.opens}, ${window2.closes})`, ...fieldConditions(of, day)];
  return `Rules.Changed(
  (${recordsOf2(script, "result", of, `${path}/of`)}) R
    let holds: ${matches.join(" and ")}
    where holds is not false
    return all Tuple {
      holds: holds, aside: R.aside, beganFirst: R.beganFirst, beganLast: R.beganLast, time: R.time, id: R.id,
      ${numberOf2(value2, "R")}
    },
  ${text(from2)}, ${changeOperands(value2)}, Coverage, ${script.systemsOf(of.codes, void 0)},
  ${window2.opens}, ${window2.lastAsked})`;
}
function answerAnchor(script, { on, pick: pick2, at }, path, is) {
  const { type, query } = partOf(on);
  const asked = windowOn(query.when ?? defaultWindows[type], asOf);
  const closes = asked.closes === "null" ? asOf : `Rules.Earlier(${asked.closes}, ${asOf})`;
  const window2 = { ...asked, closes, lastAsked: at ? asOf : asked.lastAsked };
  const matches = [
    "R.coded",
    `Rules.In(R, ${window2.opens}, ${window2.closes})`,
    ...fieldConditions(query, asOf),
    ...query.value ? [valueCondition(script, query.value)] : [],
    // What has not ended by then is no record for its end.
    ...at ? [`Rules.InWindow(R.endedFirst, R.endedLast, R.endedFirst, R.endedLast, null, ${asOf})`] : []
  ];
  const tuple = at ? `Tuple {
      holds: holds, judged: true, aside: R.aside,
      beganFirst: Rules.Later(R.endedFirst, ${window2.opens}), beganLast: Rules.Earlier(R.endedLast, ${asOf}),
      time: null as Integer, id: R.id
    }` : matchTuple(window2, "true");
  const days = script.define(
    `${path}/on`,
    [],
    `(${recordsOf2(script, type, query, `${path}/on/${type}`)}) R
  let holds: ${matches.join("\n      and ")}
  where holds is not false
  return all ${tuple}`
  );
  return `Rules.Anchored(
  (Rules.AnchorDays(${days}, ${pick2 === "latest"})) D return all ${is.startsWith('"') ? is : name(is)}(D),
  ${days}, ${pick2 === "latest"}, Coverage, ${text(type)}, ${script.systemsOf(query.codes, void 0)},
  ${window2.opens}, ${window2.lastAsked})`;
}

// src/languages/cql/criterion.ts
function answerCriterion(script, criterion2, path, day) {
  const branch = (part, key) => answerCriterion(script, part, `${path}/${key}`, day);
  const branches = (parts2, key) => parts2.map((part, index) => branch(part, `${key}/${index}`));
  const define = (body) => script.define(
    path,
    [comment(describeCriterion(criterion2, script.profile, "en"))],
    body,
    day
  );
  if ("all" in criterion2) return define(joined(branches(criterion2.all, "all"), "and"));
  if ("any" in criterion2) return define(joined(branches(criterion2.any, "any"), "or"));
  if ("not" in criterion2) return define(`not ${branch(criterion2.not, "not")}`);
  if ("atLeast" in criterion2)
    return define(
      `Rules.AtLeastOf({
  ${branches(criterion2.of, "of").join(",\n  ")}
}, ${criterion2.atLeast})`
    );
  if ("anchor" in criterion2)
    return define(anchored(script, criterion2.anchor, `${path}/anchor`, day));
  if ("patient" in criterion2)
    return define(answerPatient(script, criterion2.patient, `${path}/patient`, day));
  if ("concurrent" in criterion2)
    return define(answerConcurrent(script, criterion2.concurrent, `${path}/concurrent`, day));
  if ("change" in criterion2)
    return define(answerChange(script, criterion2.change, `${path}/change`, day));
  if ("sequence" in criterion2)
    return script.refuse(
      `${path}/sequence`,
      "sequence",
      "one record after another (R19) is not written in CQL yet."
    );
  if ("sameDay" in criterion2)
    return script.refuse(
      `${path}/sameDay`,
      "sameDay",
      "several records of one day (R19a) are not written in CQL yet."
    );
  const type = queryTypes.find((each) => each in criterion2);
  const query = criterion2[type] ?? {};
  return define(answerQuery(script, type, query, `${path}/${type}`, day));
}
function joined(parts2, word) {
  return parts2.join(`
  ${word} `);
}
function anchored(script, anchor2, path, day) {
  if (day !== "AsOf")
    return script.refuse(path, "anchor", "an anchor within another is not written in CQL yet.");
  const is = answerCriterion(script, anchor2.is, `${path}/is`, "Day");
  return answerAnchor(script, anchor2, path, is.replace("(Day)", ""));
}
function answerPatient(script, query, path, day) {
  const { age, sex, municipality, postalCode, practitioner } = query;
  const noElement = "FHIR has no element for it.";
  for (const field of ["insuranceGroup", "registered", "listed"])
    if (query[field] !== void 0) script.refuse(`${path}/${field}`, `patient.${field}`, noElement);
  const oneOf2 = (field, values) => values ? [
    `Records.IsOneOf(Records.${field}, ${listOf2(
      values.map((value2) => value2.trim().toLowerCase()),
      2
    )})`
  ] : [];
  const conditions3 = [
    ...age ? ageConditions(age, day) : [],
    ...sex === void 0 ? [] : [`Records.Sex = '${sex}'`],
    ...oneOf2("Municipality", municipality),
    ...oneOf2("PostalCode", postalCode),
    ...oneOf2("Practitioner", practitioner)
  ];
  return conditions3.length === 0 ? "null" : joined(conditions3, "and");
}
function ageConditions(age, day) {
  const on = edge(age.on ?? "P0D", day);
  const { from: from2, before } = ageLimits(age);
  const reached = (limit2) => {
    const { months: months3, days } = monthsAndDays(limit2);
    return `Records.Reached(${months3}, ${days}, ${on})`;
  };
  return [reached(from2), ...before ? [`not ${reached(before)}`] : []];
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
function recordsLibrary(own2) {
  const known2 = [...addresses, ...own2];
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
  ${listOf2(known2, 4)}

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

// src/languages/cql/codes.ts
function codeSetTuple(set, own2) {
  const system = normalizeSystem(set.system);
  const rules = systemOf(system);
  const named = Object.entries(own2).flatMap(
    ([address, of]) => normalizeSystem(of) === system ? [address] : []
  );
  const addresses2 = [.../* @__PURE__ */ new Set([...named, ...(rules?.aliases ?? [set.system]).flatMap(addressesOf)])];
  const excluded = set.exclude ?? [];
  return [
    `  ${comment(entriesOf(set))}`,
    "  Tuple {",
    `    system: ${text(system)},`,
    `    addresses: ${addresses2.length > 0 ? listOf2(addresses2, 6) : `{ ${text(set.system)} }`},`,
    `    include: ${text(patternOf(system, set.include))},`,
    `    exclude: ${excluded.length > 0 ? text(patternOf(system, excluded)) : "null as String"},`,
    `    dropsDots: ${rules?.dropsDots === true}, digits: ${rules?.digits ?? "null as Integer"}`,
    "  }"
  ].join("\n");
}
function hasAddress(system, own2) {
  const name2 = normalizeSystem(system);
  return Object.values(own2).some((of) => normalizeSystem(of) === name2) || (systemOf(name2)?.aliases.flatMap(addressesOf).length ?? 0) > 0 || /^(?:https?:|urn:)/i.test(system);
}
function entriesOf({ system, include, exclude, names: names2 = {} }) {
  const written2 = include.map((code2) => {
    const title = Object.hasOwn(names2, code2) ? names2[code2]?.en ?? names2[code2]?.da : void 0;
    return title === void 0 ? code2 : `${code2} ${title}`;
  });
  const shown = written2.slice(0, mostShown).join(", ");
  const more = written2.length > mostShown ? `, and ${written2.length - mostShown} more` : "";
  return `${system}: ${shown}${more}${exclude ? `; not ${exclude.join(", ")}` : ""}`;
}
var mostShown = 20;
function patternOf(system, entries) {
  const isTree = isHierarchical(system);
  const alternatives = entries.flatMap((entry) => {
    const parsed = parseCodeEntry(system, entry);
    if (!parsed) return [];
    if ("code" in parsed) return [`${literal5(parsed.code)}${isTree ? ".*" : ""}`];
    return [`(${rangeOf(Array.from(parsed.from), Array.from(parsed.to))}).*`];
  });
  return alternatives.join("|");
}
function literal5(code2) {
  return code2.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function rangeOf(from2, to2) {
  const [first2 = "", ...restFrom] = from2;
  const [last = "", ...restTo] = to2;
  if (restFrom.length === 0) return signs(first2, last);
  if (first2 === last) return `${literal5(first2)}(${rangeOf(restFrom, restTo)})`;
  const any = ".".repeat(restFrom.length);
  const between = code(last) - code(first2) > 1 ? [`${signs(moved(first2, 1), moved(last, -1))}${any}`] : [];
  return [
    `${literal5(first2)}(${rangeOf(restFrom, restFrom.map(() => highest))})`,
    ...between,
    `${literal5(last)}(${rangeOf(restTo.map(() => lowest), restTo)})`
  ].join("|");
}
var lowest = "0";
var highest = "\uFFFF";
function signs(first2, last) {
  if (first2 === last) return literal5(first2);
  return `[${literal5(first2)}-${literal5(last)}]`;
}
function code(sign) {
  return sign.codePointAt(0);
}
function moved(sign, by) {
  return String.fromCodePoint(code(sign) + by);
}

// src/languages/cql/script.ts
var Script = class {
  constructor(profile, systems2) {
    this.profile = profile;
    this.systems = systems2;
    this.refusals = [];
    this.#definitions = [];
    this.#names = /* @__PURE__ */ new Set();
    this.#sets = /* @__PURE__ */ new Map();
  }
  #definitions;
  #names;
  #sets;
  /** All definitions, those that others ask first. */
  get text() {
    return this.#definitions.join("\n\n");
  }
  refuse(path, feature, why) {
    this.refusals.push({ path, feature, why });
    return "null";
  }
  /** Defines an expression, with words above it, and answers how it is asked. */
  define(title, words, body, day = asOf) {
    if (day === asOf) {
      this.#add(title, [...words, `define ${name(title)}:`, indented(body)]);
      return name(title);
    }
    this.#add(title, [...words, `define function ${name(title)}(${day} Date):`, indented(body)]);
    return `${name(title)}(${day})`;
  }
  /** Defines a function. */
  defineFunction(title, operands2, body) {
    this.#add(title, [`define function ${name(title)}(${operands2}):`, body]);
    return name(title);
  }
  /** How codes are asked: the name of what is defined of them. */
  codes(codes3, path) {
    if (codes3 === void 0) return "Records.AnyCode";
    const known2 = this.#sets.get(codes3);
    if (known2 !== void 0) return known2;
    const sets = resolveCodes(this.profile, codes3);
    for (const { system } of sets)
      if (!hasAddress(system, this.systems))
        this.refuse(
          `${path}/codes`,
          `code system ${system}`,
          'FHIR names a system by an address, and this one has none that is published: say which in the option systems, e.g. { "https://clinic.example/codes": "' + system + '" }.'
        );
    const title = typeof codes3 === "string" ? `codes ${codes3}` : `codes of ${path}`;
    const tuples = sets.map((set) => codeSetTuple(set, this.systems));
    const asked = this.define(title, [], `{
${tuples.join(",\n")}
}`);
    this.#sets.set(codes3, asked);
    return asked;
  }
  /** The systems in which codes are asked (R1a). */
  systemsOf(codes3, others) {
    const sets = codes3 === void 0 ? void 0 : resolveCodes(this.profile, codes3);
    const systems2 = sets?.map(({ system }) => normalizeSystem(system)) ?? others;
    return systems2 === void 0 ? "null" : listOf2([...new Set(systems2)], 4);
  }
  #add(title, lines) {
    if (this.#names.has(title)) return;
    this.#names.add(title);
    this.#definitions.push(lines.join("\n"));
  }
};
function indented(body) {
  return body.split("\n").map((line) => `  ${line}`).join("\n");
}

// src/languages/cql/profile.ts
function toCql(profile, { systems: systems2 = {} } = {}) {
  const script = new Script(profile, systems2);
  const names2 = defineAll(script);
  if (script.refusals.length > 0) return { ok: false, refusals: script.refusals };
  const library = { name: libraryName(profile.id), version: profile.version };
  return {
    ok: true,
    library: { ...library, text: `${headOf(profile, library.name)}

${script.text}
` },
    includes: [
      { name: rulesName, version: rulesVersion, text: rulesLibrary },
      { name: recordsName, version: recordsVersion, text: recordsLibrary(Object.keys(systems2)) }
    ],
    names: names2
  };
}
function libraryName(id2) {
  return id2.split(/[^a-z0-9]+/i).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
}
function headOf({ title, purpose, id: id2, version: version2 }, library) {
  return [
    `library ${library} version ${text(version2)}`,
    "",
    comment(title.en ?? title.da),
    ...purpose.map((each) => comment(`- ${each.en ?? each.da}`)),
    comment(`Written of the profile ${id2} ${version2}, which is what counts where the two differ.`),
    comment("True, false and null are yes, no and unknown. Each definition is named by its place in the profile."),
    "",
    "using FHIR version '4.0.1'",
    "",
    `include ${rulesName} version ${text(rulesVersion)} called Rules`,
    `include ${recordsName} version ${text(recordsVersion)} called Records`,
    "",
    comment("The day of evaluation."),
    `parameter ${asOf} Date`,
    comment("What the data covers: of a type that is not in it, that a record is missing proves nothing."),
    `parameter Coverage ${coverageParameter}`,
    "",
    "context Patient"
  ].join("\n");
}
function defineAll(script) {
  const { population, markers = [], indicators = [] } = script.profile;
  const include = answerCriterion(script, population.include, "/population/include", asOf);
  const exclude = population.exclude && answerCriterion(script, population.exclude, "/population/exclude", asOf);
  script.define(
    "Population",
    [comment("R21: the dead and the unborn are out.")],
    [`Records.IsAlive(${asOf})`, include, ...exclude ? [`not ${exclude}`] : []].join("\n  and ")
  );
  const marked = markers.map(({ id: id2, title, when }, index) => {
    const name2 = `Marker ${id2}`;
    const asked = answerCriterion(script, when, `/markers/${index}/when`, asOf);
    script.define(name2, [comment(`Of members: ${title.en ?? title.da}`)], asked);
    return [id2, name2];
  });
  const counted3 = indicators.map((indicator2, index) => {
    const { id: id2, title } = indicator2;
    const names2 = {
      numerator: `Indicator ${id2}: numerator`,
      denominator: `Indicator ${id2}: denominator`,
      undecided: `Indicator ${id2}: undecided`
    };
    const path = `/indicators/${index}`;
    const numerator = answerCriterion(script, indicator2.numerator, `${path}/numerator`, asOf);
    const whole = denominatorOf(indicator2);
    const denominator = whole ? answerCriterion(script, whole, `${path}/denominator`, asOf) : "true";
    script.define(names2.numerator, [comment(`Of members: ${title.en ?? title.da}`)], numerator);
    script.define(names2.denominator, [], denominator);
    script.define(
      names2.undecided,
      [comment("R22: counted beside, never inside.")],
      `(${denominator} is true and ${numerator} is null) or ${denominator} is null`
    );
    return [id2, names2];
  });
  return {
    population: "Population",
    markers: Object.fromEntries(marked),
    indicators: Object.fromEntries(counted3)
  };
}

// src/languages/cql/coverage.ts
function cqlCoverage(coverage) {
  return recordTypes.flatMap((type) => {
    const declared = coverage[type];
    if (!declared) return [];
    const { available, from: from2, systems: systems2 } = declared;
    const fresh = freshUntil(declared);
    return [
      {
        type,
        available,
        ...from2 === void 0 ? {} : { since: from2 },
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
  const writer = new Writer2(base);
  for (const patient of patients2) yield* writer.patient(patient);
}
var Writer2 = class {
  #base;
  #made = 0;
  /** The form that is next: each resource is written in another than the one before. */
  #turn = 0;
  #medications = /* @__PURE__ */ new Map();
  constructor(base) {
    this.#base = base;
  }
  *patient(records2) {
    const { patient } = records2;
    yield writePatient(patient);
    yield* this.#diagnoses(records2);
    for (const each of records2.medications ?? []) yield* this.#medication(each, patient);
    yield* this.#results(records2);
    yield* this.#encounters(records2);
    yield* this.#letters(records2);
    yield* this.#prevention(records2);
  }
  *#diagnoses({ patient, diagnoses = [] }) {
    for (const each of diagnoses) {
      const subject = this.#subject(patient);
      if (typeof each !== "object" || each === null) {
        yield { resourceType: "Condition", id: this.#id(), subject };
        continue;
      }
      const { code: code2, system = "ICPC-2", text: text2, from: from2, to: to2, source: source4 } = each;
      const form = this.#form(3);
      yield {
        resourceType: "Condition",
        id: this.#id(),
        ...metaOf(source4),
        subject,
        clinicalStatus: concept(
          "http://terminology.hl7.org/CodeSystem/condition-clinical",
          to2 === void 0 ? "active" : "resolved"
        ),
        verificationStatus: concept(
          "http://terminology.hl7.org/CodeSystem/condition-ver-status",
          "confirmed"
        ),
        ...code2?.trim() ? { code: conceptOf(system, code2, text2) } : {},
        ...from2 === void 0 ? {} : form === 0 ? { recordedDate: from2 } : form === 1 ? { onsetPeriod: { start: from2, end: from2 } } : { onsetDateTime: from2 },
        ...to2 === void 0 ? {} : form === 0 ? { abatementPeriod: { start: to2, end: to2 } } : { abatementDateTime: to2 }
      };
    }
  }
  *#medication(each, patient) {
    const { code: code2, text: text2, dose, from: from2, to: to2, source: source4, product, strength } = each;
    const form = strength ? 1 : this.#form(4);
    const coded = {
      ...code2 ? { coding: [{ system: systems.ATC, code: code2 }] } : {},
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
    const period2 = { ...from2 ? { start: from2 } : {}, ...to2 ? { end: to2 } : {} };
    const subject = this.#subject(patient);
    const status = to2 === void 0 ? "active" : "completed";
    if (form === 2)
      yield {
        resourceType: "MedicationRequest",
        id: this.#id(),
        ...metaOf(source4),
        ...said,
        status,
        intent: "order",
        subject,
        authoredOn: "2001-01-01",
        dosageInstruction: [
          { ...dose ? { text: dose } : {}, timing: { repeat: { boundsPeriod: period2 } } }
        ]
      };
    else
      yield {
        resourceType: "MedicationStatement",
        id: this.#id(),
        ...metaOf(source4),
        ...said,
        status,
        subject,
        ...dose ? { dosage: [{ text: dose }] } : {},
        effectivePeriod: period2
      };
  }
  *#results({ patient, results = [] }) {
    const diastolic = results.filter(({ code: code2 }) => code2 === "DNK05473");
    const paired = /* @__PURE__ */ new Set();
    for (const each of results) {
      if (paired.has(each)) continue;
      const { code: code2, system = "NPU", text: text2, at, source: source4 } = each;
      const shared = {
        resourceType: "Observation",
        id: this.#id(),
        ...metaOf(source4),
        status: "final",
        subject: this.#subject(patient),
        ...at.includes("T") || this.#form(3) > 0 ? { effectiveDateTime: at } : { effectivePeriod: { start: at, end: at } }
      };
      const other = code2 === "DNK05472" && diastolic.find((lower) => lower.at === at && lower.source === source4 && !paired.has(lower));
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
      } else yield { ...shared, code: conceptOf(system, code2, text2), ...valueOf(each) };
    }
  }
  *#encounters(records2) {
    const { patient, appointments = [], referrals: referrals2 = [] } = records2;
    const services2 = Array.isArray(records2.services) ? records2.services : records2.services ? [{}] : [];
    for (const each of services2) {
      const { code: code2, system = "ydelse", text: text2, at, source: source4 } = each;
      const shared = { id: this.#id(), ...metaOf(source4), subject: this.#subject(patient) };
      const coded = code2 === void 0 ? {} : conceptOf(system, code2, text2);
      if (code2 === void 0 || this.#form(2) === 0)
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
    for (const { at, text: text2, status, with: staff, source: source4 } of appointments) {
      const start = /* @__PURE__ */ new Date(`${at}:00${danishOffset(at.slice(0, 10))}`);
      yield {
        resourceType: "Appointment",
        id: this.#id(),
        ...metaOf(source4),
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
    for (const { at, text: text2, to: to2, status, source: source4 } of referrals2)
      yield {
        resourceType: "ServiceRequest",
        id: this.#id(),
        ...metaOf(source4),
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
        ...to2 ? { performer: [{ display: to2 }] } : {}
      };
  }
  *#letters({ patient, letters = [] }) {
    for (const { at, text: text2, code: code2, from: from2, status, body, source: source4 } of letters)
      yield {
        resourceType: "DocumentReference",
        id: this.#id(),
        ...metaOf(source4),
        status: status === "cancelled" ? "entered-in-error" : "current",
        ...status && status !== "cancelled" ? { docStatus: status } : {},
        ...code2 ? { type: conceptOf("local", code2, void 0) } : {},
        subject: this.#subject(patient),
        ...from2 ? { author: [{ display: from2 }] } : {},
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
    for (const { code: code2, text: text2, at, dose, source: source4 } of vaccinations)
      yield {
        resourceType: "Immunization",
        id: this.#id(),
        ...metaOf(source4),
        status: "completed",
        vaccineCode: conceptOf("ATC", code2, text2),
        patient: this.#subject(patient),
        occurrenceDateTime: at,
        ...dose ? { protocolApplied: [{ doseNumberString: dose }] } : {}
      };
    for (const { code: code2, text: text2, from: from2, to: to2, maintained, status, source: source4 } of carePlans)
      yield {
        resourceType: "CarePlan",
        id: this.#id(),
        ...metaOf(source4),
        status: status === "completed" ? "completed" : "active",
        intent: "plan",
        ...code2 ? { category: [conceptOf("local", code2, void 0)] } : {},
        ...text2 ? { title: text2 } : {},
        subject: this.#subject(patient),
        period: { ...from2 ? { start: from2 } : {}, ...to2 ? { end: to2 } : {} },
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
  const { id: id2, cpr, name: name2, birthDate, sex, deceased, practitioner, phone } = patient;
  const { address, postalCode, city, municipality, insuranceGroup, registered, listed: listed2 } = patient;
  const own2 = [
    ...insuranceGroup === void 0 ? [] : [{ url: ownExtensions.insuranceGroup, valueInteger: insuranceGroup }],
    ...registered === void 0 ? [] : [{ url: ownExtensions.registered, valueDate: registered }],
    ...listed2 === void 0 ? [] : [{ url: ownExtensions.listed, valueBoolean: listed2 }]
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
      { use: "official", text: name2 }
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
    ...own2.length > 0 ? { extension: own2 } : {},
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
  value: value2,
  comparator,
  unit: unit2,
  low,
  high
}) {
  const quantity = (number4) => ({ value: number4, ...unit2 ? { unit: unit2 } : {} });
  return {
    ...typeof value2 === "number" ? {
      valueQuantity: {
        ...quantity(value2),
        ...comparator ? { comparator } : {}
      }
    } : { valueString: value2 },
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
function conceptOf(system, code2, text2) {
  return {
    coding: [
      { system: "https://klinik.example/intern", code: "i7" },
      { system: systems[system] ?? system, code: code2 }
    ],
    ...text2 ? { text: text2 } : {}
  };
}
function concept(system, code2) {
  return { coding: [{ system, code: code2 }] };
}
function metaOf(source4) {
  return source4 ? { meta: { source: source4 } } : {};
}

// test/languages/cql-clinic.ts
function cqlPatient(records2, clinic) {
  const { patient, coverage } = records2;
  const supplied = Object.fromEntries(
    recordTypes.map((type) => [type, { available: true }])
  );
  const resources = [...writeClinic([records2], "https://klinik.example/fhir")];
  return {
    id: patient.id,
    coverage: cqlCoverage({ ...supplied, ...clinic, ...coverage }),
    bundle: {
      resourceType: "Bundle",
      type: "collection",
      entry: resources.flatMap(withContained).map((resource) => ({ resource }))
    }
  };
}
function withContained(resource) {
  if (resource.resourceType !== "MedicationStatement" || !resource.contained) return [resource];
  const [medicine] = resource.contained;
  const id2 = `${resource.id}-${medicine.id}`;
  const { contained: _, ...rest } = resource;
  return [
    { ...medicine, id: id2 },
    { ...rest, medicationReference: { reference: `Medication/${id2}` } }
  ];
}

// fixtures/profiles/aeldre-medicinsk.json
var aeldre_medicinsk_default = {
  format: "overblik-profile/1",
  id: "dk.aeldre-medicinsk",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering; DSAM og Sundhedsstyrelsen giver ingen skarp definition.",
      en: "Our own wording; DSAM and the Danish Health Authority give no sharp definition."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "P98 (anden psykose) har f\xE5et SKS DF21\u2013DF29 ved siden af sig.",
          en: "P98 (other psychosis) has SKS DF21\u2013DF29 beside it."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: eGFR.",
          en: "All codes of one analyte are included: eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Polyfarmaci t\xE6ller ikke D, J, S og V. Korte kure i de \xF8vrige grupper (fx prednisolon) t\xE6lles stadig med.",
          en: "Polypharmacy leaves out D, J, S and V. Short courses in the other groups (such as prednisolone) are still counted."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Kan endnu ikke siges: forskellige stoffer, der hver har varet i tre m\xE5neder (varighed og antal stoffer i samme sp\xF8rgsm\xE5l).",
          en: "Not yet sayable: different substances that each have lasted three months (duration and number of substances in one question)."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sove-/angstmedicin omfatter clonazepam (N03AE01); opioider omfatter N07BC og R05DA; NSAID og antitrombotika er de f\xE6lles s\xE6t.",
          en: "Hypnotics/anxiolytics take in clonazepam (N03AE01); opioids take in N07BC and R05DA; NSAIDs and antithrombotics are the shared sets."
        },
        source: "Klinisk gennemgang, november 2026; N07BC og R05DA: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Antipsykotika-s\xE6ttet bruges nu: ny mark\xF8r, ikke ved skizofreni, bipol\xE6r sygdom eller anden psykose (P98).",
          en: "The set of antipsychotics is used now: a new marker, not in schizophrenia, bipolar disorder or other psychosis (P98)."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: at 0120 kun er \xE5rskontrol hos almen l\xE6ge. Det kan siges (speciale), men en ydelse, hvis speciale ikke er oplyst, ville g\xF8re patienten uafgjort. Profilen bygger derfor p\xE5 klinikkens egne ydelser.",
          en: "Not asked: that 0120 is a yearly control only in general practice. It can be said (specialty), but a service whose specialty is not given would leave the patient undecided. The profile rests on the clinic\u2019s own services instead."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-28",
        text: {
          da: "Ops\xF8gende hjemmebes\xF8g vises som liste: det er ikke en kontrol, som alle skal have, og ingen mangler det.",
          en: "Outreach home visits are shown as a list: they are no control that everybody is to have, and nobody misses one."
        },
        source: "Redaktionen"
      }
    ]
  },
  title: {
    da: "Den \xE6ldre medicinske patient",
    en: "The elderly medical patient"
  },
  purpose: [
    {
      da: "Finde \xE6ldre patienter med flere sygdomme og mange l\xE6gemidler",
      en: "Find elderly patients with several illnesses and many medicines"
    },
    {
      da: "Forberede medicingennemgang og \xE5rsstatus",
      en: "Prepare medication reviews and yearly controls"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Den \xE6ldre medicinske patient har ingen skarp offentlig definition; DSAM afviser skarpe alderskriterier. Her: 75 \xE5r eller derover, mindst fem forskellige l\xE6gemidler (den g\xE6ngse gr\xE6nse for polyfarmaci) og mindst to af syv kroniske sygdomsgrupper. Alder og sygdomsgrupper er redaktionens. Funktionsevne og skr\xF8belighed (CFS) st\xE5r ikke i koder. L\xE6gemidler er talt som stoffer i ATC\u2019s femte niveau; vitaminer og mineraler (A11, A12), hudmidler (D), infektionsmidler (J), \xF8je- og \xF8remidler (S) og diverse (V) er ikke talt. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The elderly medical patient has no sharp public definition; DSAM rejects sharp age criteria. Here: aged 75 or more, at least five different medicines (the usual limit of polypharmacy) and at least two of seven groups of chronic illness. Age and groups are the editors\u2019. Functional ability and frailty (CFS) are not in codes. Medicines are counted as substances at the fifth level of ATC; vitamins and minerals (A11, A12), medicines for the skin (D), against infections (J), for eyes and ears (S) and various (V) are not counted. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM, klinisk vejledning \xBBDen \xE6ldre skr\xF8belige patient\xAB, 2023: \xC5rsstatus og behandling af kronisk sygdom",
      url: "https://www.dsam.dk/vejledninger/aeldre/arsstatus-og-behandling-af-kronisk-sygdom"
    },
    {
      title: "Sundhedsstyrelsen, \xBBAnbefalinger om polyfarmaci ved multisygdom\xAB, 2022",
      url: "https://www.sst.dk/da/Viden/Laegemidler/Anbefalinger/Anbefalinger-om-polyfarmaci-ved-multisygdom"
    },
    {
      title: "Sundhedsstyrelsen, \xBBV\xE6rkt\xF8jer til medicingennemgang\xAB, herunder Seponeringslisten",
      url: "https://www.sst.dk/da/viden/laegemidler/medicingennemgang"
    },
    {
      title: "Holst S.S. m.fl., \xBBDefinition og afgr\xE6nsning af polyfarmaci\xAB, Ugeskrift for L\xE6ger, 2023",
      url: "https://ugeskriftet.dk/videnskab/definition-og-afgraensning-af-polyfarmaci"
    },
    {
      title: "Klinikens Cockpit: programmets pr\xE6sentation \xBBProfil \u2013 hvad er det for en st\xF8rrelse?\xAB"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    flimren: {
      system: "ICPC-2",
      title: {
        da: "Atrieflimren",
        en: "Atrial fibrillation"
      },
      include: ["K78"]
    },
    kol: {
      system: "ICPC-2",
      title: {
        da: "KOL",
        en: "COPD"
      },
      include: ["R95"]
    },
    kolSks: {
      system: "SKS",
      title: {
        da: "KOL (SKS)",
        en: "COPD (SKS)"
      },
      include: ["DJ44"]
    },
    apopleksi: {
      system: "ICPC-2",
      title: {
        da: "Apopleksi",
        en: "Stroke"
      },
      include: ["K90", "K91"]
    },
    demensdiagnose: {
      system: "ICPC-2",
      title: {
        da: "Demens",
        en: "Dementia"
      },
      include: ["P70"]
    },
    demensdiagnoseSks: {
      system: "SKS",
      title: {
        da: "Demens (SKS)",
        en: "Dementia (SKS)"
      },
      include: ["DF00-DF03", "DG30"]
    },
    osteoporose: {
      system: "ICPC-2",
      title: {
        da: "Osteoporose",
        en: "Osteoporosis"
      },
      include: ["L95"]
    },
    osteoporoseSks: {
      system: "SKS",
      title: {
        da: "Osteoporose (SKS)",
        en: "Osteoporosis (SKS)"
      },
      include: ["DM80-DM81"]
    },
    laegemidler: {
      system: "ATC",
      title: {
        da: "L\xE6gemidler til indvortes fast brug",
        en: "Medicines for lasting inward use"
      },
      include: ["A", "B", "C", "G", "H", "L", "M", "N", "P", "R"],
      exclude: ["A11", "A12"]
    },
    nsaid: {
      system: "ATC",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      include: ["M01A", "N02AJ08", "N02AJ14", "N02AJ16", "N02AJ19", "N02AJ23"],
      exclude: ["M01AX05", "M01AX12", "M01AX21", "M01AX24", "M01AX25", "M01AX26"]
    },
    sovemedicin: {
      system: "ATC",
      title: {
        da: "Benzodiazepin og Z-l\xE6gemiddel",
        en: "Benzodiazepines and Z-drugs"
      },
      include: ["N05BA", "N05CD", "N05CF", "N03AE01"]
    },
    antipsykotikaUdenLithium: {
      system: "ATC",
      title: {
        da: "Antipsykotika, lithium fraregnet",
        en: "Antipsychotics, lithium apart"
      },
      include: ["N05A"],
      exclude: ["N05AN"]
    },
    antitrombotisk: {
      system: "ATC",
      title: {
        da: "Antitrombotisk behandling",
        en: "Antithrombotic treatment"
      },
      include: [
        "B01A",
        "C07FX02-C07FX04",
        "C10BX01",
        "C10BX02",
        "C10BX04-C10BX06",
        "C10BX08",
        "C10BX12",
        "N02BA01"
      ]
    },
    opioid: {
      system: "ATC",
      title: {
        da: "Opioid",
        en: "Opioid"
      },
      include: ["N02A", "N07BC", "R05DA"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    },
    hjemmebesoeg: {
      system: "ydelse",
      title: {
        da: "Ops\xF8gende hjemmebes\xF8g",
        en: "Outreach home visit"
      },
      include: ["0121"]
    },
    type1: {
      system: "ICPC-2",
      title: {
        da: "Type 1-diabetes",
        en: "Type 1 diabetes"
      },
      include: ["T89"]
    },
    type1Sks: {
      system: "SKS",
      title: {
        da: "Type 1-diabetes (SKS)",
        en: "Type 1 diabetes (SKS)"
      },
      include: ["DE10"]
    },
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    ihs: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      include: ["K74-K76"]
    },
    ihsSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjertesygdom (SKS)",
        en: "Ischaemic heart disease (SKS)"
      },
      include: ["DI20-DI25"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    },
    skizofreni: {
      system: "ICPC-2",
      title: {
        da: "Skizofreni",
        en: "Schizophrenia"
      },
      include: ["P72"]
    },
    skizofreniSks: {
      system: "SKS",
      title: {
        da: "Skizofreni (SKS)",
        en: "Schizophrenia (SKS)"
      },
      include: ["DF20"]
    },
    bipolar: {
      system: "ICPC-2",
      title: {
        da: "Bipol\xE6r sygdom",
        en: "Bipolar disorder"
      },
      include: ["P73"]
    },
    bipolarSks: {
      system: "SKS",
      title: {
        da: "Mani og bipol\xE6r sygdom (SKS)",
        en: "Mania and bipolar disorder (SKS)"
      },
      include: ["DF30-DF31"]
    },
    flimrenSks: {
      system: "SKS",
      title: {
        da: "Atrieflimren (SKS)",
        en: "Atrial fibrillation (SKS)"
      },
      include: ["DI48"]
    },
    apopleksiSks: {
      system: "SKS",
      title: {
        da: "Apopleksi (SKS)",
        en: "Stroke (SKS)"
      },
      include: ["DI60-DI69"]
    },
    psykose: {
      system: "ICPC-2",
      title: {
        da: "Anden psykose",
        en: "Other psychosis"
      },
      include: ["P98"]
    },
    psykoseSks: {
      system: "SKS",
      title: {
        da: "Anden psykose (SKS)",
        en: "Other psychosis (SKS)"
      },
      include: ["DF21-DF29"]
    }
  },
  population: {
    include: {
      all: [
        {
          patient: {
            age: {
              min: 75
            }
          }
        },
        {
          medication: {
            codes: "laegemidler",
            distinct: {
              level: 5
            },
            count: {
              min: 5
            }
          }
        },
        {
          atLeast: 2,
          of: [
            {
              diagnosis: {
                codes: ["type1", "type1Sks", "type2", "type2Sks"]
              }
            },
            {
              diagnosis: {
                codes: ["ihs", "ihsSks", "hjertesvigt", "hjertesvigtSks"]
              }
            },
            {
              diagnosis: {
                codes: ["flimren", "flimrenSks"]
              }
            },
            {
              diagnosis: {
                codes: ["kol", "kolSks"]
              }
            },
            {
              diagnosis: {
                codes: ["apopleksi", "apopleksiSks"]
              }
            },
            {
              diagnosis: {
                codes: ["demensdiagnose", "demensdiagnoseSks"]
              }
            },
            {
              diagnosis: {
                codes: ["osteoporose", "osteoporoseSks"]
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "antal",
      type: "medication",
      title: {
        da: "L\xE6gemidler",
        en: "Medicines"
      },
      codes: "laegemidler",
      show: "count"
    },
    {
      id: "nsaid",
      type: "medication",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      codes: "nsaid",
      show: "list"
    },
    {
      id: "sovemedicin",
      type: "medication",
      title: {
        da: "Sove-/angstmedicin",
        en: "Hypnotics/anxiolytics"
      },
      codes: "sovemedicin",
      show: "list"
    },
    {
      id: "opioid",
      type: "medication",
      title: {
        da: "Opioid",
        en: "Opioid"
      },
      codes: "opioid",
      show: "list"
    },
    {
      id: "antipsykotika",
      type: "medication",
      title: {
        da: "Antipsykotika",
        en: "Antipsychotics"
      },
      codes: "antipsykotikaUdenLithium",
      show: "list"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      codes: "aarskontrol",
      show: "latest"
    },
    {
      id: "hjemmebesoeg",
      type: "service",
      title: {
        da: "Ops\xF8gende hjemmebes\xF8g",
        en: "Outreach home visit"
      },
      codes: "hjemmebesoeg",
      show: "list"
    },
    {
      id: "cfs",
      type: "result",
      title: {
        da: "Skr\xF8belighed (CFS)",
        en: "Frailty (CFS)"
      },
      uncoded: {
        da: "DSAM n\xE6vner Clinical Frailty Scale, men angiver ingen kode",
        en: "DSAM names the Clinical Frailty Scale but gives no code"
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "bloedning",
      level: "critical",
      title: {
        da: "NSAID og antitrombotisk behandling samtidig",
        en: "NSAID and antithrombotic treatment at the same time"
      },
      short: {
        da: "Bl\xF8dningsrisiko",
        en: "Bleeding risk"
      },
      when: {
        concurrent: {
          of: [
            {
              medication: {
                codes: "nsaid"
              }
            },
            {
              medication: {
                codes: "antitrombotisk"
              }
            }
          ]
        }
      },
      advice: {
        da: "Stop NSAID",
        en: "Stop the NSAID"
      },
      source: "Produktresum\xE9er for NSAID: \xF8get bl\xF8dningsrisiko sammen med antitrombotika"
    },
    {
      id: "nsaid",
      level: "warning",
      title: {
        da: "NSAID hos \xE6ldre",
        en: "NSAID in the elderly"
      },
      short: {
        da: "NSAID",
        en: "NSAID"
      },
      when: {
        medication: {
          codes: "nsaid"
        }
      },
      advice: {
        da: "Vurd\xE9r seponering",
        en: "Consider stopping"
      },
      source: "Sundhedsstyrelsens Seponeringsliste"
    },
    {
      id: "ti-laegemidler",
      level: "warning",
      title: {
        da: "Mindst ti l\xE6gemidler",
        en: "At least ten medicines"
      },
      short: {
        da: "10+ midler",
        en: "10+ meds"
      },
      when: {
        medication: {
          codes: "laegemidler",
          distinct: {
            level: 5
          },
          count: {
            min: 10
          }
        }
      },
      advice: {
        da: "Planl\xE6g medicingennemgang",
        en: "Plan a medication review"
      },
      source: "Ugeskrift for L\xE6ger 2023 (Definition og afgr\xE6nsning af polyfarmaci); gr\xE6nsen p\xE5 ti er redaktionens"
    },
    {
      id: "sovemedicin",
      level: "warning",
      title: {
        da: "Benzodiazepin eller Z-l\xE6gemiddel",
        en: "Benzodiazepine or Z-drug"
      },
      short: {
        da: "Benzo/Z",
        en: "Benzo/Z"
      },
      when: {
        medication: {
          codes: "sovemedicin"
        }
      },
      advice: {
        da: "Overvej nedtrapning",
        en: "Consider tapering"
      },
      source: "Sundhedsstyrelsens Seponeringsliste; clonazepam (N03AE01) er klinisk gennemgang 2026"
    },
    {
      id: "opioid",
      level: "warning",
      title: {
        da: "Opioid i mindst tre m\xE5neder",
        en: "Opioid for at least three months"
      },
      short: {
        da: "Opioid",
        en: "Opioid"
      },
      when: {
        medication: {
          codes: "opioid",
          lasting: "P3M",
          gap: "P14D"
        }
      },
      advice: {
        da: "Revurd\xE9r behov og dosis",
        en: "Review need and dose"
      },
      source: "Sundhedsstyrelsens Seponeringsliste; varigheden er redaktionens"
    },
    {
      id: "antipsykotika",
      level: "warning",
      title: {
        da: "Antipsykotika uden psykoselidelse",
        en: "Antipsychotics without psychotic illness"
      },
      short: {
        da: "Antipsykotika",
        en: "Antipsychotics"
      },
      when: {
        all: [
          {
            medication: {
              codes: "antipsykotikaUdenLithium"
            }
          },
          {
            not: {
              diagnosis: {
                codes: [
                  "skizofreni",
                  "skizofreniSks",
                  "bipolar",
                  "bipolarSks",
                  "psykose",
                  "psykoseSks"
                ]
              }
            }
          }
        ]
      },
      advice: {
        da: "Afklar indikation; vurd\xE9r seponering",
        en: "Clarify the indication; consider stopping"
      },
      source: "Sundhedsstyrelsens Seponeringsliste; undtagelsen ved psykoselidelse er redaktionens"
    },
    {
      id: "egfr-30",
      level: "warning",
      title: {
        da: "eGFR under 30",
        en: "eGFR below 30"
      },
      short: {
        da: "eGFR < 30",
        en: "eGFR < 30"
      },
      when: {
        result: {
          codes: "egfr",
          pick: "latest",
          value: {
            below: 30,
            unit: "mL/min"
          }
        }
      },
      advice: {
        da: "Gennemg\xE5 doser efter nyrefunktionen",
        en: "Review doses by kidney function"
      },
      source: "DSAM, Den \xE6ldre skr\xF8belige patient 2023 (Den aldrende krop); gr\xE6nsen er redaktionens"
    },
    {
      id: "aarsstatus",
      level: "info",
      title: {
        da: "Ingen \xE5rskontrol eller ops\xF8gende hjemmebes\xF8g i 12 m\xE5neder",
        en: "No yearly control or outreach home visit in 12 months"
      },
      short: {
        da: "\xC5rsstatus",
        en: "Yearly control"
      },
      when: {
        not: {
          any: [
            {
              service: {
                codes: "aarskontrol",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              service: {
                codes: "hjemmebesoeg",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Kontakt patienten; det kan v\xE6re blevet sv\xE6rt at komme",
        en: "Contact the patient; coming may have become hard"
      },
      source: "DSAM, Den \xE6ldre skr\xF8belige patient 2023: \xC5rsstatus"
    }
  ],
  indicators: [
    {
      id: "ti",
      title: {
        da: "Andel med mindst ti l\xE6gemidler",
        en: "Proportion with at least ten medicines"
      },
      numerator: {
        medication: {
          codes: "laegemidler",
          distinct: {
            level: 5
          },
          count: {
            min: 10
          }
        }
      },
      better: "lower",
      source: "Sundhedsstyrelsen 2022; indikatoren er redaktionens"
    },
    {
      id: "aarsstatus",
      title: {
        da: "Andel med \xE5rskontrol eller ops\xF8gende hjemmebes\xF8g inden for 12 m\xE5neder",
        en: "Proportion with a yearly control or outreach home visit within 12 months"
      },
      numerator: {
        any: [
          {
            service: {
              codes: "aarskontrol",
              when: {
                last: "P12M"
              }
            }
          },
          {
            service: {
              codes: "hjemmebesoeg",
              when: {
                last: "P12M"
              }
            }
          }
        ]
      },
      better: "higher",
      source: "DSAM, Den \xE6ldre skr\xF8belige patient 2023; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/boern-og-unge.json
var boern_og_unge_default = {
  format: "overblik-profile/1",
  id: "dk.boern-og-unge",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering; programmet n\xE6vner gruppen uden kriterier.",
      en: "Our own wording; the programme names the group without criteria."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Overv\xE6gt har f\xE5et SKS DE66 ved siden af sig og psykisk lidelse DF32, DF33, DF341, DF38, DF39, DF41, DF431, DF50 og DF90. P22\u2013P24 er symptomer og indl\xE6ringsvanskeligheder og sp\xF8rges kun i ICPC-2.",
          en: "Overweight has SKS DE66 beside it, and mental illness DF32, DF33, DF341, DF38, DF39, DF41, DF431, DF50 and DF90. P22\u2013P24 are symptoms and learning problems, and are asked in ICPC-2 alone."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "ADHD-medicin er uden modafinil (N06BA07).",
          en: "ADHD medicine is without modafinil (N06BA07)."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "De syv forebyggende b\xF8rneunders\xF8gelser (5 uger, 5 og 12 m\xE5neder, 2\u20135 \xE5r) vises som uden kode: kilderne angiver ingen ydelseskoder.",
          en: "The seven preventive examinations (5 weeks, 5 and 12 months, 2\u20135 years) are shown as uncoded: the sources give no service codes."
        },
        source: "Sundhedsstyrelsen, forebyggende sundhedsydelser til b\xF8rn og unge, 2019"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "B\xF8rnevaccinationerne er med: de givne vises, og mark\xF8rer siger, hvem over fire m\xE5neder der ikke er begyndt, hvem over 13 m\xE5neder der ikke har f\xE5et tre vacciner mod kighoste, hvem over 16 m\xE5neder der mangler MFR, hvem over fire \xE5r der kun har f\xE5et \xE9n, hvem over fem \xE5r der mangler revaccination, og hvem p\xE5 13 \xE5r der ikke har f\xE5et HPV. Vacciner med under en uge imellem t\xE6ller som \xE9n: den samme kan st\xE5 i journalen og i registret. Koder og frister hviler p\xE5 almen viden og skal bekr\xE6ftes.",
          en: "The childhood vaccinations are there: those given are shown, and markers say who is over four months and has not begun, who is over 13 months and has not had three vaccines against pertussis, who is over 16 months and lacks MMR, who is over four years and has had only one, who is over five years and lacks the booster, and who is 13 and has not had HPV. Vaccines less than a week apart count as one: the same may stand in the journal and in the register. Codes and limits rest on general knowledge and must be confirmed."
        },
        source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet"
      },
      {
        version: "0.2.0",
        on: "2026-11-28",
        text: {
          da: "Familiesamtale vises som liste: det er ikke en kontrol, som alle skal have, og ingen mangler den.",
          en: "Family talks are shown as a list: they are no control that everybody is to have, and nobody misses one."
        },
        source: "Redaktionen"
      }
    ]
  },
  title: {
    da: "B\xF8rn og unge i risiko",
    en: "Children and young people"
  },
  purpose: [
    {
      da: "Forebyggelse og tidlig indsats for at undg\xE5 kroniske sygdomme",
      en: "Prevention and early help, to avoid chronic illness"
    },
    {
      da: "Finde b\xF8rn og unge under 18 \xE5r med overv\xE6gt, astma eller psykisk mistrivsel",
      en: "Find children and young people under 18 with overweight, asthma or mental distress"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Programmet n\xE6vner b\xF8rn og unge uden kriterier; udvalget af ICPC-koder er redaktionens. De syv forebyggende b\xF8rneunders\xF8gelser (5 uger, 5 og 12 m\xE5neder, 2, 3, 4 og 5 \xE5r) vises som uden kode: kilderne angiver ingen ydelseskoder. B\xF8rnevaccinationernes koder (ATC) og frister hviler p\xE5 almen viden og skal bekr\xE6ftes. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The programme names children and young people without criteria; the selection of ICPC codes is the editors\u2019. The seven preventive examinations (5 weeks, 5 and 12 months, 2, 3, 4 and 5 years) are shown as uncoded: the sources give no service codes. The codes (ATC) and limits of the childhood vaccinations rest on general knowledge and are to be confirmed. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Klinikens Cockpit: programmets pr\xE6sentation \xBBProfil \u2013 hvad er det for en st\xF8rrelse?\xAB"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om forebyggende sundhedsydelser til b\xF8rn og unge\xAB, 3. udgave, 2019"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om medicinsk behandling af b\xF8rn og unge med psykiske lidelser\xAB"
    },
    {
      title: "GINA, Global Strategy for Asthma Management and Prevention",
      url: "https://ginasthma.org"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    overvaegt: {
      system: "ICPC-2",
      title: {
        da: "Overv\xE6gt",
        en: "Overweight"
      },
      include: ["T82", "T83"]
    },
    overvaegtSks: {
      system: "SKS",
      title: {
        da: "Overv\xE6gt (SKS)",
        en: "Overweight (SKS)"
      },
      include: ["DE66"]
    },
    astma: {
      system: "ICPC-2",
      title: {
        da: "Astma",
        en: "Asthma"
      },
      include: ["R96"]
    },
    psykisk: {
      system: "ICPC-2",
      title: {
        da: "Psykisk mistrivsel eller lidelse",
        en: "Mental distress or illness"
      },
      include: ["P22-P24", "P74", "P76", "P81", "P82", "P86"]
    },
    psykiskSks: {
      system: "SKS",
      title: {
        da: "Psykisk lidelse (SKS)",
        en: "Mental illness (SKS)"
      },
      include: ["DF32-DF33", "DF341", "DF38-DF39", "DF41", "DF431", "DF50", "DF90"]
    },
    stimulans: {
      system: "ATC",
      title: {
        da: "ADHD-medicin",
        en: "ADHD medicine"
      },
      include: ["N06BA", "C02AC02"],
      exclude: ["N06BA07"]
    },
    psykofarmaka: {
      system: "ATC",
      title: {
        da: "Antipsykotika og antidepressiva",
        en: "Antipsychotics and antidepressants"
      },
      include: ["N05A", "N06A"]
    },
    anfaldsmedicin: {
      system: "ATC",
      title: {
        da: "Korttidsvirkende beta-2-agonist",
        en: "Short-acting beta-2 agonist"
      },
      include: ["R03AC02", "R03AC03"]
    },
    forebyggende: {
      system: "ATC",
      title: {
        da: "Inhalationssteroid, ogs\xE5 i kombination",
        en: "Inhaled steroid, combinations too"
      },
      include: ["R03BA", "R03AK"]
    },
    vaegt: {
      system: "NPU",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      include: ["NPU03804"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    familiesamtale: {
      system: "ydelse",
      title: {
        da: "Konsulterende samtale, b\xF8rn og familier",
        en: "Consultative talk, children and families"
      },
      include: ["0128"]
    },
    astmaSks: {
      system: "SKS",
      title: {
        da: "Astma (SKS)",
        en: "Asthma (SKS)"
      },
      include: ["DJ45"]
    },
    type1: {
      system: "ICPC-2",
      title: {
        da: "Type 1-diabetes",
        en: "Type 1 diabetes"
      },
      include: ["T89"]
    },
    type1Sks: {
      system: "SKS",
      title: {
        da: "Type 1-diabetes (SKS)",
        en: "Type 1 diabetes (SKS)"
      },
      include: ["DE10"]
    },
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    difteri: {
      system: "ATC",
      title: {
        da: "Difteri, stivkrampe, kighoste, polio, Hib",
        en: "Diphtheria, tetanus, pertussis, polio, Hib"
      },
      include: ["J07CA"]
    },
    mfr: {
      system: "ATC",
      title: {
        da: "MFR",
        en: "MMR"
      },
      include: ["J07BD52"]
    },
    hpv: {
      system: "ATC",
      title: {
        da: "HPV",
        en: "HPV"
      },
      include: ["J07BM"]
    }
  },
  population: {
    include: {
      all: [
        {
          patient: {
            age: {
              max: 17
            }
          }
        },
        {
          any: [
            {
              diagnosis: {
                codes: ["overvaegt", "overvaegtSks"],
                when: "now"
              }
            },
            {
              diagnosis: {
                codes: ["astma", "astmaSks"],
                when: "now"
              }
            },
            {
              diagnosis: {
                codes: ["type1", "type1Sks", "type2", "type2Sks"]
              }
            },
            {
              diagnosis: {
                codes: ["psykisk", "psykiskSks"],
                when: "now"
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "overvaegt",
      type: "diagnosis",
      title: {
        da: "Overv\xE6gt",
        en: "Overweight"
      },
      codes: ["overvaegt", "overvaegtSks"],
      show: "list"
    },
    {
      id: "astma",
      type: "diagnosis",
      title: {
        da: "Astma",
        en: "Asthma"
      },
      codes: ["astma", "astmaSks"],
      show: "list"
    },
    {
      id: "psykisk",
      type: "diagnosis",
      title: {
        da: "Psykisk mistrivsel",
        en: "Mental distress"
      },
      codes: ["psykisk", "psykiskSks"],
      show: "list"
    },
    {
      id: "stimulans",
      type: "medication",
      title: {
        da: "ADHD-medicin",
        en: "ADHD medicine"
      },
      codes: "stimulans",
      show: "list"
    },
    {
      id: "psykofarmaka",
      type: "medication",
      title: {
        da: "Psykofarmaka",
        en: "Psychotropics"
      },
      codes: "psykofarmaka",
      show: "list"
    },
    {
      id: "forebyggende",
      type: "medication",
      title: {
        da: "Forebyggende astmamedicin",
        en: "Preventive asthma medicine"
      },
      codes: "forebyggende",
      show: "list"
    },
    {
      id: "vaegt",
      type: "result",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      codes: "vaegt",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "boerneundersoegelse",
      type: "service",
      title: {
        da: "B\xF8rneunders\xF8gelser",
        en: "Child examinations"
      },
      uncoded: {
        da: "Kilden n\xE6vner syv unders\xF8gelser, men angiver ingen ydelseskoder",
        en: "The source names seven examinations but gives no service codes"
      }
    },
    {
      id: "vaccinationer",
      type: "vaccination",
      title: {
        da: "Vaccinationer",
        en: "Vaccinations"
      },
      codes: {
        system: "ATC",
        include: ["J07"]
      },
      show: "list"
    },
    {
      id: "familiesamtale",
      type: "service",
      title: {
        da: "Familiesamtale",
        en: "Family talk"
      },
      codes: "familiesamtale",
      show: "list"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "psykofarmaka",
      level: "warning",
      title: {
        da: "Antipsykotika eller antidepressiva f\xF8r 18 \xE5r",
        en: "Antipsychotics or antidepressants before 18"
      },
      short: {
        da: "Psykofarmaka",
        en: "Psychotropics"
      },
      when: {
        medication: {
          codes: "psykofarmaka"
        }
      },
      advice: {
        da: "Afklar, hvem der har behandlingsansvaret",
        en: "Clarify who is responsible for the treatment"
      },
      source: "Sundhedsstyrelsen, medicinsk behandling af b\xF8rn og unge med psykiske lidelser"
    },
    {
      id: "adhd-kontrol",
      level: "warning",
      title: {
        da: "ADHD-medicin uden v\xE6gt og blodtryk i seks m\xE5neder",
        en: "ADHD medicine without weight and blood pressure in six months"
      },
      short: {
        da: "ADHD-kontrol",
        en: "ADHD check"
      },
      when: {
        all: [
          {
            medication: {
              codes: "stimulans"
            }
          },
          {
            not: {
              all: [
                {
                  result: {
                    codes: "vaegt",
                    when: {
                      last: "P6M"
                    }
                  }
                },
                {
                  result: {
                    codes: "systolisk",
                    when: {
                      last: "P6M"
                    }
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "M\xE5l h\xF8jde, v\xE6gt, blodtryk og puls",
        en: "Measure height, weight, blood pressure and pulse"
      },
      source: "Sundhedsstyrelsen, medicinsk behandling af b\xF8rn og unge med psykiske lidelser; vinduet er redaktionens"
    },
    {
      id: "astma-anfald",
      level: "warning",
      title: {
        da: "Anfaldsmedicin uden forebyggende astmamedicin",
        en: "Reliever without preventive asthma medicine"
      },
      short: {
        da: "Kun anfaldsmed.",
        en: "Reliever only"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: 6
              }
            }
          },
          {
            diagnosis: {
              codes: ["astma", "astmaSks"],
              when: "now"
            }
          },
          {
            medication: {
              codes: "anfaldsmedicin"
            }
          },
          {
            not: {
              medication: {
                codes: "forebyggende"
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r forebyggende behandling",
        en: "Consider preventive treatment"
      },
      source: "GINA: beta-2-agonist alene anbefales ikke; aldersgr\xE6nsen p\xE5 seks \xE5r er redaktionens"
    },
    {
      id: "overvaegt-vaegt",
      level: "info",
      title: {
        da: "Overv\xE6gt uden vejning i 12 m\xE5neder",
        en: "Overweight and not weighed in 12 months"
      },
      short: {
        da: "V\xE6gt mangler",
        en: "No weight"
      },
      when: {
        all: [
          {
            diagnosis: {
              codes: ["overvaegt", "overvaegtSks"],
              when: "now"
            }
          },
          {
            not: {
              result: {
                codes: "vaegt",
                when: {
                  last: "P12M"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd opf\xF8lgning",
        en: "Offer follow-up"
      },
      source: "Sundhedsstyrelsen, forebyggende sundhedsydelser til b\xF8rn og unge, 2019; vinduet er redaktionens"
    },
    {
      id: "ingen-kontakt",
      level: "info",
      title: {
        da: "Ingen kontakt i 12 m\xE5neder",
        en: "No contact in 12 months"
      },
      short: {
        da: "Ingen kontakt",
        en: "No contact"
      },
      when: {
        not: {
          service: {
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Overvej at kontakte familien",
        en: "Consider contacting the family"
      },
      source: "Klinikens Cockpit: forebyggelse og tidlig indsats; mark\xF8ren er redaktionens"
    },
    {
      id: "ikke-begyndt",
      level: "warning",
      title: {
        da: "Over fire m\xE5neder, og ingen vaccine mod kighoste",
        en: "Over four months, and no vaccine against pertussis"
      },
      short: {
        da: "Ikke vaccineret",
        en: "Not vaccinated"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: "P4M"
              }
            }
          },
          {
            not: {
              vaccination: {
                codes: "difteri"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tal med for\xE6ldrene om b\xF8rnevaccinationerne",
        en: "Talk with the parents about the childhood vaccinations"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: f\xF8rste vaccine ved 3 m\xE5neder (koder: almen viden)"
    },
    {
      id: "mangler-mfr",
      level: "warning",
      title: {
        da: "Over 16 m\xE5neder, og ingen MFR-vaccine",
        en: "Over 16 months, and no MMR vaccine"
      },
      short: {
        da: "Mangler MFR",
        en: "MMR missing"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: "P16M"
              }
            }
          },
          {
            not: {
              vaccination: {
                codes: "mfr"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd MFR-vaccination",
        en: "Offer MMR vaccination"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: MFR ved 15 m\xE5neder (koder: almen viden)"
    },
    {
      id: "mangler-tredje",
      level: "info",
      title: {
        da: "Over 13 m\xE5neder, og f\xE6rre end tre vacciner mod kighoste",
        en: "Over 13 months, and fewer than three vaccines against pertussis"
      },
      short: {
        da: "Mangler 3. vaccine",
        en: "Third dose missing"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: "P13M"
              }
            }
          },
          {
            vaccination: {
              codes: "difteri",
              count: {
                min: 1,
                max: 2,
                apart: "P1W"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd de vacciner, der mangler",
        en: "Offer the vaccines that are missing"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: 3, 5 og 12 m\xE5neder (koder og frister: almen viden)"
    },
    {
      id: "mangler-mfr-2",
      level: "info",
      title: {
        da: "Over fire \xE5r, og kun \xE9n MFR-vaccine",
        en: "Over four years, and only one MMR vaccine"
      },
      short: {
        da: "Mangler MFR 2",
        en: "MMR 2 missing"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: "P4Y1M"
              }
            }
          },
          {
            vaccination: {
              codes: "mfr",
              count: {
                min: 1,
                max: 1,
                apart: "P1W"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd anden MFR-vaccination",
        en: "Offer the second MMR vaccination"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: MFR igen ved 4 \xE5r (koder og frister: almen viden)"
    },
    {
      id: "mangler-booster",
      level: "info",
      title: {
        da: "Over fem \xE5r, og ingen fjerde vaccine mod kighoste",
        en: "Over five years, and no fourth vaccine against pertussis"
      },
      short: {
        da: "Mangler booster",
        en: "Booster missing"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: "P5Y1M"
              }
            }
          },
          {
            vaccination: {
              codes: "difteri",
              count: {
                min: 3,
                max: 3,
                apart: "P1W"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd revaccination",
        en: "Offer the booster"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: revaccination ved 5 \xE5r (koder og frister: almen viden)"
    },
    {
      id: "mangler-hpv",
      level: "info",
      title: {
        da: "Fyldt 13 \xE5r, og ingen HPV-vaccine",
        en: "13 years or more, and no HPV vaccine"
      },
      short: {
        da: "Mangler HPV",
        en: "HPV missing"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: 13
              }
            }
          },
          {
            not: {
              vaccination: {
                codes: "hpv"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd HPV-vaccination",
        en: "Offer HPV vaccination"
      },
      source: "Statens Serum Institut, b\xF8rnevaccinationsprogrammet: HPV ved 12 \xE5r; et \xE5rs frist er redaktionens (koder og frister: almen viden)"
    }
  ],
  indicators: [
    {
      id: "kontakt",
      title: {
        da: "Andel med kontakt inden for 12 m\xE5neder",
        en: "Proportion with contact within 12 months"
      },
      numerator: {
        service: {
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "Klinikens Cockpit; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/bortfald-af-tilskud.json
var bortfald_af_tilskud_default = {
  format: "overblik-profile/1",
  id: "dk.bortfald-af-tilskud",
  version: "0.2.0",
  status: "draft",
  validFrom: "2024-11-25",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen l\xE6sning af L\xE6gemiddelstyrelsens klausul; programmets liste er ikke offentlig.",
      en: "Our own reading of the Danish Medicines Agency\u2019s clause; the programme\u2019s list is not public."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "K92 (\xE5reforkalkning, perifer karsygdom) har f\xE5et SKS DI70, DI73 og DI74 ved siden af sig; Raynauds syndrom (DI730) er ikke med.",
          en: "K92 (atherosclerosis, peripheral vascular disease) has SKS DI70, DI73 and DI74 beside it; Raynaud\u2019s syndrome (DI730) is left out."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: eGFR.",
          en: "All codes of one analyte are included: eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Reglens dato er sat: profilen g\xE6lder fra 25. november 2024.",
          en: "The date of the rule is set: the profile holds from 25 November 2024."
        },
        source: "L\xE6gemiddelstyrelsen, 30. maj 2024"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "DPP-4-h\xE6mmer og sulfonylurinstof vises, med mark\xF8rer som oplysning, n\xE5r de ikke er fors\xF8gt.",
          en: "DPP-4 inhibitors and sulfonylureas are shown, with markers as information where they were not tried."
        },
        source: "Klinisk gennemgang, november 2026; L\xE6gemiddelstyrelsen"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "DPP-4-h\xE6mmer kender ogs\xE5 kombinationerne A10BD27 (linagliptin), A10BD28 (teneligliptin) og A10BD29 (sitagliptin): ellers stod der \xBBikke fors\xF8gt\xAB om den, der har f\xE5et dem.",
          en: "DPP-4 inhibitors know the combinations A10BD27 (linagliptin), A10BD28 (teneligliptin) and A10BD29 (sitagliptin) too: else whoever has had them would be said never to have tried one."
        },
        source: "Almen viden, skal bekr\xE6ftes i ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "\xBBNogensinde\xAB kender de tidligere koder: GLP-1 A10BX04, 07, 10, 13, 14 og SGLT2 A10BX09, 11, 12, 15; albiglutid (A10BJ04) er med uden tilskud.",
          en: "\u201CEver\u201D knows the former codes: GLP-1 A10BX04, 07, 10, 13, 14 and SGLT2 A10BX09, 11, 12, 15; albiglutide (A10BJ04) is among those without reimbursement."
        },
        source: "Klinisk gennemgang, november 2026; ATC; A10BJ04: redaktionen, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: produkt og styrke (Ozempic, Wegovy og Rybelsus deler A10BJ06, og kun Trulicity 1,5 mg bevarer klausulen). Det kan siges, men numrene p\xE5 pakningerne er ikke bekr\xE6ftet, og en ordination uden styrke ville g\xF8re patienten uafgjort.",
          en: "Not asked: product and strength (Ozempic, Wegovy and Rybelsus share A10BJ06, and only Trulicity 1.5 mg keeps the clause). It can be said, but the numbers of the packages are not confirmed, and an order without a strength would leave the patient undecided."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Kan endnu ikke siges: klausulens betingelse B som helhed: intolerance og risikofaktorer som rygning st\xE5r ikke i koder.",
          en: "Not yet sayable: condition B of the clause as a whole: intolerance and risk factors such as smoking are not in codes."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Bortfald af tilskud, GLP-1",
    en: "Ended reimbursement, GLP-1"
  },
  purpose: [
    {
      da: "Finde patienter i GLP-1-behandling, hvis klausulerede tilskud kan v\xE6re bortfaldet",
      en: "Find patients on GLP-1 treatment whose conditional reimbursement may have ended"
    },
    {
      da: "Vurdere klausulen eller et alternativ",
      en: "Consider the clause, or an alternative"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Reglerne er L\xE6gemiddelstyrelsens fra 25. november 2024. Klausulen kan kun udtrykkes delvist: intolerance, \xBBalle relevante orale antidiabetika\xAB og risikofaktorer som rygning st\xE5r ikke i koder, og ATC skelner hverken Ozempic fra Wegovy (A10BJ06) eller Trulicity 1,5 mg fra andre styrker (A10BJ05). Programmets egen liste er ikke offentlig. Mark\xF8rerne er redaktionens l\xE6sning og afg\xF8r ikke tilskud. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The rules are those of the Danish Medicines Agency from 25 November 2024. The clause can be expressed only in part: intolerance, \u201Call relevant oral antidiabetics\u201D and risk factors such as smoking are not in codes, and ATC tells neither Ozempic from Wegovy (A10BJ06) nor Trulicity 1.5 mg from other strengths (A10BJ05). The programme\u2019s own list is not public. The markers are the editors\u2019 reading and do not decide reimbursement. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "L\xE6gemiddelstyrelsen, \xBBF\xE6lles opfordring til l\xE6ger om diabetesmedicin\xAB, 30. maj 2024",
      url: "https://laegemiddelstyrelsen.dk/da/nyheder/2024/faelles-opfordring-til-laeger-om-diabetesmedicin-fra-de-laegefaglige-selskaber-og-sundhedsmyndighederne/"
    },
    {
      title: "DSAM, nyhedsbrev \xBBCases vedr. tilskud eller ej\xAB",
      url: "https://www.dsam.dk/nyhedsbreve/370211e5fe"
    },
    {
      title: "Styregruppen for digitale forl\xF8bsplaner, 2024, dagsordenens punkt 6: \xBBOzempic \u2013 Triple Whammy\xAB"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    glp1Klausul: {
      system: "ATC",
      title: {
        da: "GLP-1-receptoragonist alene",
        en: "GLP-1 receptor agonist alone"
      },
      include: ["A10BJ", "A10BX04", "A10BX07", "A10BX10", "A10BX13", "A10BX14"]
    },
    udenTilskud: {
      system: "ATC",
      title: {
        da: "GLP-1-midler uden klausuleret tilskud",
        en: "GLP-1 medicines without conditional reimbursement"
      },
      include: [
        "A10BJ01",
        "A10BJ02",
        "A10BJ03",
        "A10BJ04",
        "A10BX04",
        "A10BX07",
        "A10BX10",
        "A10BX13"
      ]
    },
    sglt2: {
      system: "ATC",
      title: {
        da: "SGLT2-h\xE6mmer",
        en: "SGLT2 inhibitor"
      },
      include: [
        "A10BK",
        "A10BD15",
        "A10BD16",
        "A10BD19",
        "A10BD20",
        "A10BD21",
        "A10BD23",
        "A10BD24",
        "A10BD25",
        "A10BD27",
        "A10BD29",
        "A10BD30",
        "A10BD31",
        "A10BD32",
        "A10BD33",
        "A10BD34",
        "A10BX09",
        "A10BX11",
        "A10BX12",
        "A10BX15"
      ]
    },
    metformin: {
      system: "ATC",
      title: {
        da: "Metformin",
        en: "Metformin"
      },
      include: [
        "A10BA02",
        "A10BD02",
        "A10BD03",
        "A10BD05",
        "A10BD07",
        "A10BD08",
        "A10BD10",
        "A10BD11",
        "A10BD13",
        "A10BD14",
        "A10BD15",
        "A10BD16",
        "A10BD17",
        "A10BD18",
        "A10BD20",
        "A10BD22",
        "A10BD23",
        "A10BD25",
        "A10BD26",
        "A10BD27",
        "A10BD28",
        "A10BD31",
        "A10BD34"
      ]
    },
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    hjertekar: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjerte-kar-sygdom",
        en: "Ischaemic cardiovascular disease"
      },
      include: ["K74-K76", "K89-K92"]
    },
    hjertekarSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjerte-kar-sygdom (SKS)",
        en: "Ischaemic cardiovascular disease (SKS)"
      },
      include: ["DI20-DI25", "DG45", "DI60-DI69", "DI70", "DI73-DI74"],
      exclude: ["DI730"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    },
    dpp4: {
      system: "ATC",
      title: {
        da: "DPP-4-h\xE6mmer, ogs\xE5 i kombination",
        en: "DPP-4 inhibitor, combinations too"
      },
      include: [
        "A10BH",
        "A10BD07",
        "A10BD08",
        "A10BD09",
        "A10BD10",
        "A10BD11",
        "A10BD12",
        "A10BD13",
        "A10BD18",
        "A10BD19",
        "A10BD21",
        "A10BD22",
        "A10BD24",
        "A10BD25",
        "A10BD27",
        "A10BD28",
        "A10BD29"
      ]
    },
    sulfonylurinstof: {
      system: "ATC",
      title: {
        da: "Sulfonylurinstof, ogs\xE5 i kombination",
        en: "Sulfonylurea, combinations too"
      },
      include: ["A10BB", "A10BD01", "A10BD02", "A10BD04", "A10BD06"]
    }
  },
  population: {
    include: {
      medication: {
        codes: "glp1Klausul"
      }
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "glp1",
      type: "medication",
      title: {
        da: "GLP-1",
        en: "GLP-1"
      },
      codes: "glp1Klausul",
      show: "list"
    },
    {
      id: "sglt2",
      type: "medication",
      title: {
        da: "SGLT2 (ogs\xE5 tidligere)",
        en: "SGLT2 (earlier too)"
      },
      codes: "sglt2",
      show: "latest",
      when: "ever"
    },
    {
      id: "metformin",
      type: "medication",
      title: {
        da: "Metformin (ogs\xE5 tidligere)",
        en: "Metformin (earlier too)"
      },
      codes: "metformin",
      show: "latest",
      when: "ever"
    },
    {
      id: "dpp4",
      type: "medication",
      title: {
        da: "DPP-4-h\xE6mmer, nogensinde",
        en: "DPP-4 inhibitor, ever"
      },
      codes: "dpp4",
      when: "ever",
      show: "latest"
    },
    {
      id: "sulfonylurinstof",
      type: "medication",
      title: {
        da: "SU, nogensinde",
        en: "SU, ever"
      },
      codes: "sulfonylurinstof",
      when: "ever",
      show: "latest"
    },
    {
      id: "diabetes",
      type: "diagnosis",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      codes: ["type2", "type2Sks"],
      show: "list"
    },
    {
      id: "hjertekar",
      type: "diagnosis",
      title: {
        da: "Hjerte-kar-sygdom",
        en: "Cardiovascular disease"
      },
      codes: ["hjertekar", "hjertekarSks", "hjertesvigt", "hjertesvigtSks"],
      show: "list"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "risikofaktorer",
      type: "result",
      title: {
        da: "Rygning og \xF8vrige risikofaktorer",
        en: "Smoking and other risk factors"
      },
      uncoded: {
        da: "Kilden n\xE6vner mindst tre risikofaktorer, men angiver ingen koder",
        en: "The source names at least three risk factors but gives no codes"
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "uden-tilskud",
      level: "warning",
      title: {
        da: "Pr\xE6parat uden klausuleret tilskud",
        en: "Medicine without conditional reimbursement"
      },
      short: {
        da: "Andet GLP-1",
        en: "Other GLP-1"
      },
      when: {
        medication: {
          codes: "udenTilskud"
        }
      },
      advice: {
        da: "Vurd\xE9r skift; kun semaglutid og dulaglutid 1,5 mg bevarer klausulen",
        en: "Consider a change; only semaglutide and dulaglutide 1.5 mg keep the clause"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024"
    },
    {
      id: "sglt2-ikke-proevet",
      level: "warning",
      title: {
        da: "SGLT2-h\xE6mmer ikke fors\xF8gt",
        en: "SGLT2 inhibitor not tried"
      },
      short: {
        da: "SGLT2 ikke pr\xF8vet",
        en: "SGLT2 not tried"
      },
      when: {
        all: [
          {
            not: {
              medication: {
                codes: "sglt2",
                when: "ever"
              }
            }
          },
          {
            not: {
              result: {
                codes: "egfr",
                pick: "latest",
                value: {
                  below: 30,
                  unit: "mL/min"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Afklar intolerance; ellers fors\xF8g SGLT2-h\xE6mmer",
        en: "Clarify intolerance; else try an SGLT2 inhibitor"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024; eGFR under 30 er redaktionens l\xE6sning af sv\xE6rt nedsat nyrefunktion"
    },
    {
      id: "dpp4-ikke-proevet",
      level: "info",
      title: {
        da: "DPP-4-h\xE6mmer ikke fors\xF8gt",
        en: "DPP-4 inhibitor not tried"
      },
      short: {
        da: "DPP-4?",
        en: "DPP-4?"
      },
      when: {
        not: {
          medication: {
            codes: "dpp4",
            when: "ever"
          }
        }
      },
      advice: {
        da: "Oplysning til klausulen: afg\xF8r ikke tilskud",
        en: "Information for the clause: does not decide reimbursement"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024; mark\xF8ren er redaktionens"
    },
    {
      id: "su-ikke-proevet",
      level: "info",
      title: {
        da: "Sulfonylurinstof ikke fors\xF8gt",
        en: "Sulfonylurea not tried"
      },
      short: {
        da: "SU?",
        en: "SU?"
      },
      when: {
        not: {
          medication: {
            codes: "sulfonylurinstof",
            when: "ever"
          }
        }
      },
      advice: {
        da: "Oplysning til klausulen: afg\xF8r ikke tilskud",
        en: "Information for the clause: does not decide reimbursement"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024; mark\xF8ren er redaktionens"
    },
    {
      id: "uden-diabetes",
      level: "warning",
      title: {
        da: "GLP-1 uden diabetesdiagnose",
        en: "GLP-1 without a diabetes diagnosis"
      },
      short: {
        da: "Diabetes?",
        en: "Diabetes?"
      },
      when: {
        not: {
          diagnosis: {
            codes: ["type2", "type2Sks"]
          }
        }
      },
      advice: {
        da: "Tjek kodning; v\xE6gttab giver ikke klausuleret tilskud",
        en: "Check the coding; weight loss is not reimbursed by the clause"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024: klausulen g\xE6lder type 2-diabetes"
    },
    {
      id: "klausul-1",
      level: "info",
      title: {
        da: "Sv\xE6rt nedsat nyrefunktion (eGFR under 30)",
        en: "Severely reduced kidney function (eGFR below 30)"
      },
      short: {
        da: "Klausul 1?",
        en: "Clause 1?"
      },
      when: {
        result: {
          codes: "egfr",
          pick: "latest",
          value: {
            below: 30,
            unit: "mL/min"
          }
        }
      },
      advice: {
        da: "Kan v\xE6re omfattet af klausulens punkt 1",
        en: "May be covered by point 1 of the clause"
      },
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024"
    }
  ],
  indicators: [
    {
      id: "sglt2",
      title: {
        da: "Andel, der har fors\xF8gt SGLT2-h\xE6mmer",
        en: "Proportion that has tried an SGLT2 inhibitor"
      },
      numerator: {
        medication: {
          codes: "sglt2",
          when: "ever"
        }
      },
      better: "higher",
      source: "L\xE6gemiddelstyrelsen, 30. maj 2024; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/demens.json
var demens_default = {
  format: "overblik-profile/1",
  id: "dk.demens",
  version: "1.1.0",
  status: "published",
  about: {
    short: {
      da: "Demens",
      en: "Dementia"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Programmets demenstabel (Klinikens Cockpit), som den er vist offentligt; mark\xF8rer og indikatorer er tilf\xF8jet af redaktionen.",
      en: "The programme\u2019s dementia table (Klinikens Cockpit) as shown in public; markers and indicators are the editors\u2019 additions."
    },
    changes: [
      {
        version: "1.1.0",
        on: "2026-11-27",
        text: {
          da: "Forskellen fra programmets tabel: tabellen har ingen mark\xF8rer og indikatorer. Population og oplysninger er u\xE6ndrede, ogs\xE5 N05A med lithium i kolonnen \xBBAntipsykotika\xAB.",
          en: "What differs from the programme\u2019s table: the table has neither markers nor indicators. Population and information are unchanged, N05A with lithium in the column \u201CAntipsychotics\u201D included."
        },
        source: "Klinikens Cockpit: programmets demenstabel"
      },
      {
        version: "1.1.0",
        on: "2026-11-27",
        text: {
          da: "Lithium (N05AN) t\xE6ller ikke som antipsykotikum i mark\xF8rer og indikator.",
          en: "Lithium (N05AN) does not count as an antipsychotic in markers and indicator."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "1.1.0",
        on: "2026-11-27",
        text: {
          da: "\xBBAntipsykotika ved demens\xAB er kun \xBBAlvorlig\xAB ved P70 (SKS DF00\u2013DF03, DG30) eller aktuel demensmedicin; ellers siger et \xBBObs.\xAB, at demens ikke er bekr\xE6ftet.",
          en: "\u201CAntipsychotics in dementia\u201D is critical only with P70 (SKS DF00\u2013DF03, DG30) or present dementia medicine; else there is a warning that dementia is not confirmed."
        },
        source: "Klinisk gennemgang, november 2026; SKS-koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "1.1.0",
        on: "2026-11-27",
        text: {
          da: "Ny mark\xF8r: antipsykotikum og benzodiazepin sammen i mere end to uger.",
          en: "New marker: antipsychotic and benzodiazepine together for more than two weeks."
        },
        source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler"
      }
    ],
    tests: [
      {
        title: {
          da: "Demens (P70), intet andet",
          en: "Dementia (P70), nothing else"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        expect: {
          population: "yes",
          markers: {
            "ingen-test": "yes",
            antipsykotika: "no",
            "antipsykotika-uafklaret": "no",
            benzodiazepin: "no",
            "oevrig-risiko": "no",
            "antipsykotika-benzodiazepin": "no"
          },
          indicators: {
            antipsykotika: "no",
            test: "no"
          },
          criteria: {
            "/population/include/any/0": "yes",
            "/population/include/any/1": "no"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse (P20)",
          en: "Memory disturbance (P20)"
        },
        on: "2026-11-24",
        diagnoses: ["P20"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Kronisk alkoholmisbrug (P15)",
          en: "Chronic alcohol abuse (P15)"
        },
        on: "2026-11-24",
        diagnoses: ["P15"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Donepezil, aldrig kodet",
          en: "Donepezil, never coded"
        },
        on: "2026-11-24",
        diagnoses: [],
        medications: ["N06DA02"],
        expect: {
          population: "yes",
          criteria: {
            "/population/include/any/0": "no",
            "/population/include/any/1": "yes"
          }
        }
      },
      {
        title: {
          da: "Rivastigmin, aldrig kodet",
          en: "Rivastigmine, never coded"
        },
        on: "2026-11-24",
        medications: ["N06DA03"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Galantamin, aldrig kodet",
          en: "Galantamine, never coded"
        },
        on: "2026-11-24",
        medications: ["N06DA04"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Memantin, aldrig kodet",
          en: "Memantine, never coded"
        },
        on: "2026-11-24",
        medications: ["N06DX01"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Donepezil til i g\xE5r",
          en: "Donepezil until yesterday"
        },
        on: "2026-11-24",
        medications: [
          {
            code: "N06DA02",
            from: "-P4Y",
            to: "-P1D"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Depression og citalopram",
          en: "Depression and citalopram"
        },
        on: "2026-11-24",
        diagnoses: ["P76"],
        medications: ["N06AB04"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Demens (DF00) fra sygehuset alene: tabellen sp\xF8rger om ICPC-2",
          en: "Dementia (DF00) from the hospital alone: the table asks for ICPC-2"
        },
        on: "2026-11-24",
        diagnoses: [
          {
            code: "DF009",
            system: "SKS",
            from: "-P3Y"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Ingen diagnose, og medicinen kan ikke hentes",
          en: "No diagnosis, and medication is not to be had"
        },
        on: "2026-11-24",
        diagnoses: [],
        coverage: {
          medication: {
            available: false
          }
        },
        expect: {
          population: "unknown",
          criteria: {
            "/population/include/any/0": "no",
            "/population/include/any/1": "unknown"
          }
        }
      },
      {
        title: {
          da: "Demens og quetiapin",
          en: "Dementia and quetiapine"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: ["N05AH04"],
        expect: {
          population: "yes",
          markers: {
            antipsykotika: "yes",
            "antipsykotika-uafklaret": "no"
          },
          indicators: {
            antipsykotika: "yes"
          }
        }
      },
      {
        title: {
          da: "Demens og lithium",
          en: "Dementia and lithium"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: ["N05AN01"],
        expect: {
          markers: {
            antipsykotika: "no",
            "antipsykotika-uafklaret": "no"
          },
          indicators: {
            antipsykotika: "no"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse og quetiapin: demens er ikke bekr\xE6ftet",
          en: "Memory disturbance and quetiapine: dementia is not confirmed"
        },
        on: "2026-11-24",
        diagnoses: ["P20"],
        medications: ["N05AH04"],
        expect: {
          markers: {
            antipsykotika: "no",
            "antipsykotika-uafklaret": "yes"
          },
          indicators: {
            antipsykotika: "yes"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse, quetiapin og Alzheimer (DG30) fra sygehuset",
          en: "Memory disturbance, quetiapine, and Alzheimer (DG30) from the hospital"
        },
        on: "2026-11-24",
        diagnoses: [
          "P20",
          {
            code: "DG300",
            system: "SKS",
            from: "-P1Y"
          }
        ],
        medications: ["N05AH04"],
        expect: {
          markers: {
            antipsykotika: "yes",
            "antipsykotika-uafklaret": "no"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse, quetiapin og vaskul\xE6r demens (DF01) fra sygehuset",
          en: "Memory disturbance, quetiapine, and vascular dementia (DF01) from the hospital"
        },
        on: "2026-11-24",
        diagnoses: [
          "P20",
          {
            code: "DF01",
            system: "SKS",
            from: "-P1Y"
          }
        ],
        medications: ["N05AH04"],
        expect: {
          markers: {
            antipsykotika: "yes"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse, quetiapin og donepezil",
          en: "Memory disturbance, quetiapine and donepezil"
        },
        on: "2026-11-24",
        diagnoses: ["P20"],
        medications: ["N05AH04", "N06DA02"],
        expect: {
          markers: {
            antipsykotika: "yes"
          }
        }
      },
      {
        title: {
          da: "Quetiapin og oxazepam i 15 dage, i dag den sidste",
          en: "Quetiapine and oxazepam for 15 days, today the last of them"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: [
          "N05AH04",
          {
            code: "N05BA04",
            from: "-P14D"
          }
        ],
        expect: {
          markers: {
            "antipsykotika-benzodiazepin": "yes",
            benzodiazepin: "yes"
          }
        }
      },
      {
        title: {
          da: "Quetiapin og oxazepam i 14 dage",
          en: "Quetiapine and oxazepam for 14 days"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: [
          "N05AH04",
          {
            code: "N05BA04",
            from: "-P13D"
          }
        ],
        expect: {
          markers: {
            "antipsykotika-benzodiazepin": "no",
            benzodiazepin: "yes"
          }
        }
      },
      {
        title: {
          da: "Nitrazepam som sovemiddel",
          en: "Nitrazepam as a hypnotic"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: ["N05CD02"],
        expect: {
          markers: {
            benzodiazepin: "yes",
            "oevrig-risiko": "no"
          }
        }
      },
      {
        title: {
          da: "Clonazepam ved epilepsi",
          en: "Clonazepam in epilepsy"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: ["N03AE01"],
        expect: {
          markers: {
            benzodiazepin: "yes"
          }
        }
      },
      {
        title: {
          da: "Zopiclon",
          en: "Zopiclone"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        medications: ["N05CF01"],
        expect: {
          markers: {
            "oevrig-risiko": "yes",
            benzodiazepin: "no"
          }
        }
      },
      {
        title: {
          da: "MMSE for otte \xE5r siden",
          en: "MMSE eight years ago"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        results: [
          {
            code: "MCS88042",
            at: "-P8Y",
            value: 21
          }
        ],
        expect: {
          markers: {
            "ingen-test": "no"
          },
          indicators: {
            test: "yes"
          }
        }
      },
      {
        title: {
          da: "BASIC i g\xE5r",
          en: "BASIC yesterday"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        results: [
          {
            code: "MCS88198",
            at: "-P1D",
            value: 14
          }
        ],
        expect: {
          markers: {
            "ingen-test": "no"
          },
          indicators: {
            test: "yes"
          }
        }
      },
      {
        title: {
          da: "Demens, og medicinen kan ikke hentes",
          en: "Dementia, and medication is not to be had"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        coverage: {
          medication: {
            available: false
          }
        },
        expect: {
          population: "yes",
          markers: {
            antipsykotika: "unknown",
            "antipsykotika-benzodiazepin": "unknown",
            benzodiazepin: "unknown",
            "oevrig-risiko": "unknown"
          },
          indicators: {
            antipsykotika: "unknown"
          }
        }
      },
      {
        title: {
          da: "Hukommelsesforstyrrelse, og medicinen kan ikke hentes",
          en: "Memory disturbance, and medication is not to be had"
        },
        on: "2026-11-24",
        diagnoses: ["P20"],
        coverage: {
          medication: {
            available: false
          }
        },
        expect: {
          markers: {
            "antipsykotika-uafklaret": "unknown"
          }
        }
      },
      {
        title: {
          da: "Demens, og pr\xF8vesvar kan ikke hentes",
          en: "Dementia, and results are not to be had"
        },
        on: "2026-11-24",
        diagnoses: ["P70"],
        coverage: {
          result: {
            available: false
          }
        },
        expect: {
          markers: {
            "ingen-test": "unknown"
          },
          indicators: {
            test: "unknown"
          }
        }
      }
    ]
  },
  title: {
    da: "Patienter med demens",
    en: "Patients with dementia"
  },
  purpose: [
    {
      da: "Forbedre kvaliteten af behandlingen for patienter med demens",
      en: "Improve the quality of treatment for patients with dementia"
    },
    {
      da: "Identificere patienter med demens der f\xE5r antipsykotisk medicin mhp. seponering",
      en: "Identify patients with dementia who get antipsychotic medication, with a view to stopping it"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Populationen, oplysningerne og deres koder er programmets egen tabel. Dens eksklusionskriterium, \xBBPatienter uden de beskrevne inklusionskriterier\xAB, udelukker ingen, som er inkluderet, og er derfor ikke et kriterium her. Tabellens medicinkoder st\xE5r i \xE9n kolonne; fordelingen p\xE5 grupper er redaktionens. Tabellen tager ogs\xE5 P15 (kronisk alkoholmisbrug) og P20 (hukommelsesforstyrrelse) med; hvilken kode der gav plads p\xE5 listen, st\xE5r under \xBBHvorfor p\xE5 listen\xAB. Mark\xF8rer og indikatorer er Overbliks, ikke programmets, og ingen klinisk gruppe har godkendt dem. SKS-koderne for demens i mark\xF8rerne hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Population, information and their codes are the programme\u2019s own table. Its exclusion criterion, \u201Cpatients without the inclusion criteria described\u201D, excludes nobody who is included, and so is no criterion here. The table lists its medication codes in one column; their pairing with the groups is the editors\u2019. The table also takes in P15 (chronic alcohol abuse) and P20 (memory disturbance); which code gave a place on the list is told under \u201CWhy listed\u201D. Markers and indicators are Overblik\u2019s, not the programme\u2019s, and no clinical group has approved them. The SKS codes of dementia in the markers rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Klinikens Cockpit: programmets pr\xE6sentation af profiler, \xBBPatienter med demens\xAB"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om behandling med antipsykotiske l\xE6gemidler til personer over 18 \xE5r\xAB"
    }
  ],
  codes: {
    demens: {
      system: "ICPC-2",
      include: ["P70", "P20", "P15"],
      names: {
        P70: {
          da: "demens",
          en: "dementia"
        },
        P20: {
          da: "hukommelsesforstyrrelse",
          en: "memory disturbance"
        },
        P15: {
          da: "kronisk alkoholmisbrug",
          en: "chronic alcohol abuse"
        }
      }
    },
    demensmedicin: {
      system: "ATC",
      include: ["N06DA02", "N06DA03", "N06DA04", "N06DX01"],
      names: {
        N06DA02: {
          da: "donepezil",
          en: "donepezil"
        },
        N06DA03: {
          da: "rivastigmin",
          en: "rivastigmine"
        },
        N06DA04: {
          da: "galantamin",
          en: "galantamine"
        },
        N06DX01: {
          da: "memantin",
          en: "memantine"
        }
      }
    },
    antipsykotika: {
      system: "ATC",
      include: ["N05A"],
      names: {
        N05A: {
          da: "antipsykotika",
          en: "antipsychotics"
        }
      }
    },
    benzodiazepiner: {
      system: "ATC",
      include: ["N05CD", "N05BA", "N03AE"],
      names: {
        N05CD: {
          da: "benzodiazepiner som sovemidler",
          en: "benzodiazepines as hypnotics"
        },
        N05BA: {
          da: "angstd\xE6mpende benzodiazepiner",
          en: "anxiolytic benzodiazepines"
        },
        N03AE: {
          da: "benzodiazepiner ved epilepsi",
          en: "benzodiazepines in epilepsy"
        }
      }
    },
    oevrige: {
      system: "ATC",
      include: ["N05CF"],
      names: {
        N05CF: {
          da: "Z-l\xE6gemidler",
          en: "Z-drugs"
        }
      }
    },
    mmse: {
      system: "NPU",
      include: ["MCS88042"]
    },
    basic: {
      system: "NPU",
      include: ["MCS88198"]
    },
    antipsykotikaUdenLithium: {
      system: "ATC",
      title: {
        da: "Antipsykotika, lithium fraregnet",
        en: "Antipsychotics, lithium apart"
      },
      include: ["N05A"],
      exclude: ["N05AN"]
    },
    demensdiagnose: {
      system: "ICPC-2",
      title: {
        da: "Demens",
        en: "Dementia"
      },
      include: ["P70"]
    },
    demensdiagnoseSks: {
      system: "SKS",
      title: {
        da: "Demens (SKS)",
        en: "Dementia (SKS)"
      },
      include: ["DF00-DF03", "DG30"]
    }
  },
  population: {
    include: {
      any: [
        {
          diagnosis: {
            codes: "demens"
          }
        },
        {
          medication: {
            codes: "demensmedicin"
          }
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "adresse",
      type: "patient",
      field: "address",
      title: {
        da: "Adresse",
        en: "Address"
      }
    },
    {
      id: "maniodepressiv",
      type: "diagnosis",
      title: {
        da: "Maniodepressiv psykose",
        en: "Bipolar disorder"
      },
      codes: {
        system: "ICPC-2",
        include: ["P73"]
      },
      show: "list"
    },
    {
      id: "skizofreni",
      type: "diagnosis",
      title: {
        da: "Skizofreni",
        en: "Schizophrenia"
      },
      codes: {
        system: "ICPC-2",
        include: ["P72"]
      },
      show: "list"
    },
    {
      id: "depression",
      type: "diagnosis",
      title: {
        da: "Depression",
        en: "Depression"
      },
      codes: {
        system: "ICPC-2",
        include: ["P76"]
      },
      show: "list"
    },
    {
      id: "antipsykotika",
      type: "medication",
      title: {
        da: "Antipsykotika",
        en: "Antipsychotics"
      },
      codes: "antipsykotika",
      show: "list"
    },
    {
      id: "antidepressiva",
      type: "medication",
      title: {
        da: "Antidepressiva",
        en: "Antidepressants"
      },
      codes: {
        system: "ATC",
        include: ["N06A"]
      },
      show: "list"
    },
    {
      id: "benzodiazepiner",
      type: "medication",
      title: {
        da: "Benzodiazepiner",
        en: "Benzodiazepines"
      },
      codes: "benzodiazepiner",
      show: "list"
    },
    {
      id: "oevrige",
      type: "medication",
      title: {
        da: "\xD8vrige risikopr\xE6parater",
        en: "Other risk medicines"
      },
      codes: "oevrige",
      show: "list"
    },
    {
      id: "mmse",
      type: "result",
      title: {
        da: "MMSE",
        en: "MMSE"
      },
      description: {
        da: "Psykometrisk test (MMSE)",
        en: "Psychometric test (MMSE)"
      },
      codes: "mmse",
      show: "trend"
    },
    {
      id: "basic",
      type: "result",
      title: {
        da: "BASIC",
        en: "BASIC"
      },
      description: {
        da: "Psykometrisk test (BASIC)",
        en: "Psychometric test (BASIC)"
      },
      codes: "basic",
      show: "trend"
    },
    {
      id: "ekg",
      type: "service",
      title: {
        da: "EKG",
        en: "ECG"
      },
      uncoded: {
        da: "Programmets tabel n\xE6vner EKG, men angiver ingen ydelseskode",
        en: "The programme\u2019s table names ECG but gives no service code"
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "antipsykotika",
      level: "critical",
      title: {
        da: "Antipsykotika ved demens",
        en: "Antipsychotics in dementia"
      },
      short: {
        da: "Antipsyk.",
        en: "Antipsych."
      },
      when: {
        all: [
          {
            medication: {
              codes: "antipsykotikaUdenLithium",
              when: "now"
            }
          },
          {
            any: [
              {
                diagnosis: {
                  codes: ["demensdiagnose", "demensdiagnoseSks"]
                }
              },
              {
                medication: {
                  codes: "demensmedicin"
                }
              }
            ]
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r seponering",
        en: "Consider stopping"
      },
      source: "Profilens form\xE5l: antipsykotisk medicin mhp. seponering (Klinikens Cockpit); lithium fraregnet og kravet om P70 eller demensmedicin: ikke fra programmet"
    },
    {
      id: "antipsykotika-uafklaret",
      level: "warning",
      title: {
        da: "Antipsykotika, demens ikke bekr\xE6ftet",
        en: "Antipsychotics, dementia not confirmed"
      },
      short: {
        da: "Antipsyk., uafkl.",
        en: "Antipsych., unsure"
      },
      when: {
        all: [
          {
            medication: {
              codes: "antipsykotikaUdenLithium",
              when: "now"
            }
          },
          {
            not: {
              any: [
                {
                  diagnosis: {
                    codes: ["demensdiagnose", "demensdiagnoseSks"]
                  }
                },
                {
                  medication: {
                    codes: "demensmedicin"
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "P\xE5 listen for P15 eller P20 alene: afklar demens og indikation",
        en: "Listed for P15 or P20 alone: clarify dementia and the indication"
      },
      source: "Klinisk gennemgang 2026; ikke fra programmet"
    },
    {
      id: "antipsykotika-benzodiazepin",
      level: "warning",
      title: {
        da: "Antipsykotika og benzodiazepin sammen i over to uger",
        en: "Antipsychotic and benzodiazepine together for over two weeks"
      },
      short: {
        da: "Antipsyk. + benzo",
        en: "Antipsych. + benzo"
      },
      when: {
        concurrent: {
          of: [
            {
              medication: {
                codes: "antipsykotikaUdenLithium"
              }
            },
            {
              medication: {
                codes: "benzodiazepiner"
              }
            }
          ],
          lasting: "P15D"
        }
      },
      advice: {
        da: "Undg\xE5 kombinationen ud over to uger: aftrap \xE9n af dem",
        en: "Avoid the combination beyond two weeks: taper one of them"
      },
      source: "Sundhedsstyrelsen: antipsykotika sammen med benzodiazepin h\xF8jst i to uger; ikke fra programmet"
    },
    {
      id: "benzodiazepin",
      level: "warning",
      title: {
        da: "Benzodiazepin",
        en: "Benzodiazepine"
      },
      short: {
        da: "Benzo",
        en: "Benzo"
      },
      when: {
        medication: {
          codes: "benzodiazepiner",
          when: "now"
        }
      },
      advice: {
        da: "Gennemg\xE5 behovet",
        en: "Review the need"
      },
      source: "Tabellens r\xE6kke \xBBBenzodiazepiner\xAB; ikke fra programmet"
    },
    {
      id: "oevrig-risiko",
      level: "warning",
      title: {
        da: "\xD8vrigt risikopr\xE6parat",
        en: "Other risk medicine"
      },
      short: {
        da: "Risikopr\xE6p.",
        en: "Risk med."
      },
      when: {
        medication: {
          codes: "oevrige",
          when: "now"
        }
      },
      advice: {
        da: "Gennemg\xE5 behovet",
        en: "Review the need"
      },
      source: "Tabellens r\xE6kke \xBB\xD8vrige risikopr\xE6parater\xAB; ikke fra programmet"
    },
    {
      id: "ingen-test",
      level: "info",
      title: {
        da: "Ingen psykometrisk test",
        en: "No psychometric test"
      },
      short: {
        da: "Test mangler",
        en: "Test missing"
      },
      when: {
        not: {
          any: [
            {
              result: {
                codes: "mmse"
              }
            },
            {
              result: {
                codes: "basic"
              }
            }
          ]
        }
      },
      advice: {
        da: "Overvej MMSE eller BASIC",
        en: "Consider MMSE or BASIC"
      },
      source: "Tabellens r\xE6kke \xBBPsykometrisk test\xAB; ikke fra programmet"
    }
  ],
  indicators: [
    {
      id: "antipsykotika",
      title: {
        da: "Andel i antipsykotisk behandling",
        en: "Proportion on antipsychotics"
      },
      numerator: {
        medication: {
          codes: "antipsykotikaUdenLithium",
          when: "now"
        }
      },
      better: "lower",
      source: "Profilens form\xE5l (Klinikens Cockpit); lithium fraregnet, ikke fra programmet"
    },
    {
      id: "test",
      title: {
        da: "Andel med psykometrisk test",
        en: "Proportion with a psychometric test"
      },
      numerator: {
        any: [
          {
            result: {
              codes: "mmse"
            }
          },
          {
            result: {
              codes: "basic"
            }
          }
        ]
      },
      better: "higher",
      source: "Tabellens r\xE6kke \xBBPsykometrisk test\xAB; ikke fra programmet"
    }
  ],
  messages: [
    {
      id: "indkald",
      title: {
        da: "Indkald til demenskontrol",
        en: "Call in for dementia control"
      },
      body: {
        da: "K\xE6re {fornavn}\n\nVi vil gerne se dig til en samtale om, hvordan det g\xE5r, og gennemg\xE5 din medicin. Tag gerne en p\xE5r\xF8rende med.\n\nRing til klinikken p\xE5 hverdage mellem kl. 8 og 12, s\xE5 finder vi en tid sammen.\n\nVenlig hilsen\n{klinik}",
        en: "Dear {first name}\n\nWe would like to see you for a talk about how you are doing, and to go through your medicine. You are welcome to bring a relative.\n\nPlease call the clinic on weekdays between 8 and 12, and we will find a time together.\n\nKind regards\n{clinic}"
      }
    }
  ]
};

// fixtures/profiles/iskaemisk-hjertesygdom.json
var iskaemisk_hjertesygdom_default = {
  format: "overblik-profile/1",
  id: "dk.iskaemisk-hjertesygdom",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering efter DSAM\u2019s vejledning og ESC.",
      en: "Our own wording after DSAM\u2019s guideline and ESC."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: LDL.",
          en: "All codes of one analyte are included: LDL."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Status er udkast: ingen klinisk gruppe har l\xE6st profilen.",
          en: "The status is draft: no clinical group has read the profile."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Antitrombotisk behandling omfatter kombinationer (C07FX02\u201304, C10BX01, 02, 04\u201306, 08, 12) og N02BA01; ordlyden er \xBBikke registreret\xAB. NSAID er det f\xE6lles s\xE6t.",
          en: "Antithrombotic treatment takes in combinations (C07FX02\u201304, C10BX01, 02, 04\u201306, 08, 12) and N02BA01; the wording is \u201Cnot recorded\u201D. NSAID is the shared set."
        },
        source: "Klinisk gennemgang, november 2026; N02BA01: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: hjemmeblodtryk (MCS88019/88020) frem for klinikkens. Det kan siges, men mark\xF8rerne her sp\xF8rger kun, om blodtrykket er m\xE5lt; den seneste m\xE5ling vises, uanset hvor den er taget.",
          en: "Not asked: blood pressure at home (MCS88019/88020) before that of the clinic. It can be said, but the markers here ask only whether it was measured; the latest reading is shown, wherever it was taken."
        },
        source: "DSAM 2022"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: at 0120 kun er \xE5rskontrol hos almen l\xE6ge. Det kan siges (speciale), men en ydelse, hvis speciale ikke er oplyst, ville g\xF8re patienten uafgjort. Profilen bygger derfor p\xE5 klinikkens egne ydelser.",
          en: "Not asked: that 0120 is a yearly control only in general practice. It can be said (specialty), but a service whose specialty is not given would leave the patient undecided. The profile rests on the clinic\u2019s own services instead."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Isk\xE6misk hjertesygdom",
    en: "Ischaemic heart disease"
  },
  purpose: [
    {
      da: "Forbedre den sekund\xE6re forebyggelse for patienter med isk\xE6misk hjertesygdom",
      en: "Improve secondary prevention for patients with ischaemic heart disease"
    },
    {
      da: "Finde patienter uden anbefalet medicin eller uden opf\xF8lgning",
      en: "Find patients without the recommended medicine or without follow-up"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Populationen er ICPC K74 (angina), K75 (AMI) og K76 (isk\xE6misk hjertesygdom uden angina). DSAM anbefaler antitrombotisk og kolesterols\xE6nkende behandling. LDL-gr\xE6nsen 1,8 er f\xF8rste trin i ESC\u2019s vejledning fra 2021, som Dansk Cardiologisk Selskab har tiltr\xE5dt; andet trin er 1,4. Overs\xE6ttelsen til koder og vinduer er redaktionens. Ingen klinisk gruppe har godkendt dokumentet. Acetylsalicylsyre s\xE6lges i h\xE5ndk\xF8b og st\xE5r da ikke i FMK: mark\xF8ren siger kun, at intet er registreret. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The population is ICPC K74 (angina), K75 (myocardial infarction) and K76 (ischaemic heart disease without angina). DSAM recommends antithrombotic and lipid-lowering treatment. The LDL limit of 1.8 is the first step of the 2021 ESC guideline, endorsed by the Danish Society of Cardiology; the second is 1.4. The translation into codes and windows is the editors\u2019. No clinical group has approved the document. Aspirin is sold over the counter and is then not in the medication record: the marker says only that nothing is recorded. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM, klinisk vejledning \xBBIsk\xE6misk hjerte-kar-sygdom\xAB, 2022: Om patienter, som har haft et AMI eller har angina pectoris",
      url: "https://dsam.dk/vejledninger/hjerte/om-patienter-som-har-haft-et-ami-eller-har-angina-pectoris"
    },
    {
      title: "ESC Guidelines on cardiovascular disease prevention 2021, tiltr\xE5dt af Dansk Cardiologisk Selskab",
      url: "https://nbv.cardio.dk/rapporter/endorsed/endorsement-esc-guidelines-forebyggelse-af-hjertesygdom"
    },
    {
      title: "Det Europ\xE6iske L\xE6gemiddelagentur (PRAC), 2013: diclofenac kontraindiceret ved isk\xE6misk hjertesygdom"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    },
    {
      title: "NPU-terminologien og dens danske koder (Sundhedsdatastyrelsen)",
      url: "https://npu-terminology.org"
    }
  ],
  codes: {
    ihs: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      include: ["K74-K76"]
    },
    ihsSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjertesygdom (SKS)",
        en: "Ischaemic heart disease (SKS)"
      },
      include: ["DI20-DI25"]
    },
    ami: {
      system: "ICPC-2",
      title: {
        da: "AMI",
        en: "Myocardial infarction"
      },
      include: ["K75"]
    },
    antitrombotisk: {
      system: "ATC",
      title: {
        da: "Antitrombotisk behandling",
        en: "Antithrombotic treatment"
      },
      include: [
        "B01A",
        "C07FX02-C07FX04",
        "C10BX01",
        "C10BX02",
        "C10BX04-C10BX06",
        "C10BX08",
        "C10BX12",
        "N02BA01"
      ]
    },
    kolesterol: {
      system: "ATC",
      title: {
        da: "Kolesterols\xE6nkende medicin",
        en: "Lipid-lowering medicine"
      },
      include: ["C10"]
    },
    betablokker: {
      system: "ATC",
      title: {
        da: "Betablokker",
        en: "Beta blocker"
      },
      include: ["C07"]
    },
    kontraNsaid: {
      system: "ATC",
      title: {
        da: "Diclofenac eller coxib",
        en: "Diclofenac or coxib"
      },
      include: ["M01AB05", "M01AB55", "M01AH"]
    },
    nsaid: {
      system: "ATC",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      include: ["M01A", "N02AJ08", "N02AJ14", "N02AJ16", "N02AJ19", "N02AJ23"],
      exclude: ["M01AX05", "M01AX12", "M01AX21", "M01AX24", "M01AX25", "M01AX26"]
    },
    ldl: {
      system: "NPU",
      title: {
        da: "LDL-kolesterol",
        en: "LDL cholesterol"
      },
      include: ["NPU01568", "NPU10171", "DNK35308"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    },
    amiSks: {
      system: "SKS",
      title: {
        da: "AMI (SKS)",
        en: "Myocardial infarction (SKS)"
      },
      include: ["DI21-DI22"]
    }
  },
  population: {
    include: {
      diagnosis: {
        codes: ["ihs", "ihsSks"]
      }
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "ami",
      type: "diagnosis",
      title: {
        da: "AMI",
        en: "Myocardial infarction"
      },
      codes: ["ami", "amiSks"],
      show: "list"
    },
    {
      id: "ldl",
      type: "result",
      title: {
        da: "LDL",
        en: "LDL"
      },
      codes: "ldl",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "antitrombotisk",
      type: "medication",
      title: {
        da: "Antitrombotisk",
        en: "Antithrombotic"
      },
      codes: "antitrombotisk",
      show: "list"
    },
    {
      id: "kolesterol",
      type: "medication",
      title: {
        da: "Kolesterols\xE6nkende",
        en: "Lipid-lowering"
      },
      codes: "kolesterol",
      show: "list"
    },
    {
      id: "betablokker",
      type: "medication",
      title: {
        da: "Betablokker",
        en: "Beta blocker"
      },
      codes: "betablokker",
      show: "list"
    },
    {
      id: "nsaid",
      type: "medication",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      codes: "nsaid",
      show: "list"
    },
    {
      id: "rygning",
      type: "result",
      title: {
        da: "Rygestatus",
        en: "Smoking status"
      },
      uncoded: {
        da: "Kilderne n\xE6vner rygning, men angiver ingen kode",
        en: "The sources name smoking but give no code"
      }
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      codes: "aarskontrol",
      show: "latest"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "kontra-nsaid",
      level: "critical",
      title: {
        da: "Diclofenac eller coxib",
        en: "Diclofenac or coxib"
      },
      short: {
        da: "Diclofenac/coxib",
        en: "Diclofenac/coxib"
      },
      when: {
        medication: {
          codes: "kontraNsaid"
        }
      },
      advice: {
        da: "Kontraindiceret: stop",
        en: "Contraindicated: stop"
      },
      source: "EMA (PRAC) 2013 og produktresum\xE9er"
    },
    {
      id: "antitrombotisk",
      level: "warning",
      title: {
        da: "Antitrombotisk behandling ikke registreret",
        en: "No antithrombotic treatment recorded"
      },
      short: {
        da: "Antitromb.?",
        en: "Antithromb.?"
      },
      when: {
        not: {
          medication: {
            codes: "antitrombotisk"
          }
        }
      },
      advice: {
        da: "Sp\xF8rg til acetylsalicylsyre i h\xE5ndk\xF8b; afklar kontraindikation",
        en: "Ask about over-the-counter aspirin; clarify contraindications"
      },
      source: "DSAM, Isk\xE6misk hjerte-kar-sygdom 2022"
    },
    {
      id: "kolesterol",
      level: "warning",
      title: {
        da: "Kolesterols\xE6nkende behandling ikke registreret",
        en: "No lipid-lowering treatment recorded"
      },
      short: {
        da: "Statin?",
        en: "Statin?"
      },
      when: {
        not: {
          medication: {
            codes: "kolesterol"
          }
        }
      },
      advice: {
        da: "Afklar intolerance; ellers tilbyd behandling",
        en: "Clarify intolerance; else offer treatment"
      },
      source: "DSAM, Isk\xE6misk hjerte-kar-sygdom 2022"
    },
    {
      id: "ldl",
      level: "warning",
      title: {
        da: "LDL mindst 1,8 mmol/L",
        en: "LDL at least 1.8 mmol/L"
      },
      short: {
        da: "LDL \u2265 1,8",
        en: "LDL \u2265 1.8"
      },
      when: {
        result: {
          codes: "ldl",
          pick: "latest",
          value: {
            atLeast: 1.8,
            unit: "mmol/L"
          }
        }
      },
      advice: {
        da: "Vurd\xE9r intensivering",
        en: "Consider intensifying"
      },
      source: "ESC 2021, trin 1, tiltr\xE5dt af Dansk Cardiologisk Selskab"
    },
    {
      id: "nsaid",
      level: "warning",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      short: {
        da: "NSAID",
        en: "NSAID"
      },
      when: {
        medication: {
          codes: "nsaid"
        }
      },
      advice: {
        da: "Vurd\xE9r alternativ",
        en: "Consider an alternative"
      },
      source: "EMA (CHMP) 2012: forsigtighed med NSAID ved hjertesygdom"
    },
    {
      id: "opfoelgning",
      level: "info",
      title: {
        da: "LDL eller blodtryk ikke m\xE5lt i 12 m\xE5neder",
        en: "LDL or blood pressure not measured in 12 months"
      },
      short: {
        da: "Opf\xF8lgning",
        en: "Follow-up"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "ldl",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "systolisk",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Indkald til \xE5rskontrol",
        en: "Invite to a yearly control"
      },
      source: "DSAM, Isk\xE6misk hjerte-kar-sygdom 2022: livslang opf\xF8lgning; vinduet er redaktionens"
    }
  ],
  indicators: [
    {
      id: "ldl",
      title: {
        da: "Andel med seneste LDL under 1,8 mmol/L",
        en: "Proportion with the latest LDL below 1.8 mmol/L"
      },
      numerator: {
        result: {
          codes: "ldl",
          pick: "latest",
          value: {
            below: 1.8,
            unit: "mmol/L"
          }
        }
      },
      better: "higher",
      source: "ESC 2021, trin 1"
    },
    {
      id: "begge",
      title: {
        da: "Andel med b\xE5de antitrombotisk og kolesterols\xE6nkende behandling registreret",
        en: "Proportion with both antithrombotic and lipid-lowering treatment recorded"
      },
      numerator: {
        all: [
          {
            medication: {
              codes: "antitrombotisk"
            }
          },
          {
            medication: {
              codes: "kolesterol"
            }
          }
        ]
      },
      better: "higher",
      source: "DSAM, Isk\xE6misk hjerte-kar-sygdom 2022; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/kol.json
var kol_default = {
  format: "overblik-profile/1",
  id: "dk.kol",
  version: "0.2.0",
  status: "draft",
  about: {
    short: {
      da: "KOL",
      en: "COPD"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering efter DSAM\u2019s vejledning, forl\xF8bsprogrammerne og GOLD.",
      en: "Our own wording after DSAM\u2019s guideline, the disease management programmes and GOLD."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Status er udkast: ingen klinisk gruppe har l\xE6st profilen.",
          en: "The status is draft: no clinical group has read the profile."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Steroidkure t\xE6lles i stedet for ordinationer: ordinationer sl\xE5et sammen over h\xF8jst 14 dages ophold, i alt h\xF8jst 21 dage lange, som ogs\xE5 m\xE5 slutte inden for de n\xE6ste 21 dage. \xC9n er \xBBObs.\xAB, to er \xBBAlvorlig\xAB. Fast steroid og to pakker til samme kur t\xE6ller ikke l\xE6ngere.",
          en: "Courses of steroid are counted instead of orders: orders joined over pauses of at most 14 days, at most 21 days long in all, which may also end within the next 21 days. One is a warning, two are critical. Steady steroid and two packages of one course no longer count."
        },
        source: "GOLD 2026; klinisk gennemgang, november 2026: 14 og 21 dage"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Kun langtidsvirkende midler t\xE6ller som bronkodilatator ved siden af inhalationssteroid.",
          en: "Only long-acting medicines count as a bronchodilator beside inhaled steroid."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Ikke-selektive betablokkere omfatter kombinationer og timolol-\xF8jendr\xE5ber; carvedilol og labetalol er \xBBInfo\xAB ved hjertesvigt, ellers \xBBObs.\xAB.",
          en: "Non-selective beta blockers take in combinations and timolol eye drops; carvedilol and labetalol are information in heart failure, else a warning."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "FEV1 i % af forventet er kun plausibel fra 5 til 200: skrevet som forhold (0,82 uden enhed) afg\xF8r den intet.",
          en: "FEV1, % of predicted, is plausible from 5 to 200 only: written as a ratio (0.82 without a unit) it decides nothing."
        },
        source: "Klinisk gennemgang, november 2026; gr\xE6nserne er redaktionens"
      }
    ]
  },
  title: {
    da: "Patienter med KOL",
    en: "Patients with COPD"
  },
  purpose: [
    {
      da: "Forbedre kvaliteten af behandlingen for patienter med KOL",
      en: "Improve the quality of treatment for patients with COPD"
    },
    {
      da: "Finde patienter uden \xE5rlig kontrol af lungefunktionen og med hyppige forv\xE6rringer",
      en: "Find patients without a yearly check of lung function, and with frequent exacerbations"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Populationen er ICPC R95, som i forl\xF8bsprogrammerne. DSAM anbefaler en \xE5rlig samtale om lungefunktion, dyspn\xF8, rygning, forv\xE6rringer, v\xE6gt, motion og medicin. M\xE5lingerne bruger MedComs koder. Rygestatus og vaccination har ingen kode i kilderne. Forv\xE6rringer er talt som steroidkure i medicinlisten: ordinationer sl\xE5et sammen over h\xF8jst 14 dages ophold, i alt h\xF8jst 21 dage lange; det er redaktionens overs\xE6ttelse. En ordination uden slutdato t\xE6ller ikke som kur. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The population is ICPC R95, as in the disease management programmes. DSAM recommends a yearly talk about lung function, dyspnoea, smoking, exacerbations, weight, exercise and medication. The measurements use MedCom\u2019s codes. The sources give no code for smoking status and vaccination. Exacerbations are counted as courses of steroid in the medication list: orders joined over pauses of at most 14 days, at most 21 days long in all; that translation is the editors\u2019. An order without a last day is no course. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM, klinisk vejledning \xBBKOL\xAB, 2017: Opf\xF8lgning og organisering",
      url: "https://www.dsam.dk/vejledninger/kol/opfolgning-og-organisering"
    },
    {
      title: "Region Hovedstaden, forl\xF8bsprogram for KOL: patienter omfattet (R95)",
      url: "https://www.regionh.dk/til-fagfolk/Sundhed/Tvaersektorielt-samarbejde/KOL-forloebsprogram/Patient/Sider/Patienter-omfattet-af-forloebsprogrammet.aspx"
    },
    {
      title: "GOLD, Global Strategy for the Diagnosis, Management and Prevention of COPD",
      url: "https://goldcopd.org"
    },
    {
      title: "MedCom, kodesystemet for m\xE5linger: MCS88015 FEV1, MCS88017 FEV1/FVC, MCS88021 MRC, MCS88023 FEV1 i % af forventet, MCS88137 CAT"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    kol: {
      system: "ICPC-2",
      title: {
        da: "KOL",
        en: "COPD"
      },
      include: ["R95"]
    },
    kolSks: {
      system: "SKS",
      title: {
        da: "KOL (SKS)",
        en: "COPD (SKS)"
      },
      include: ["DJ44"]
    },
    spirometri: {
      system: "NPU",
      title: {
        da: "Spirometri",
        en: "Spirometry"
      },
      include: ["MCS88015", "MCS88017", "MCS88023"]
    },
    fev1: {
      system: "NPU",
      title: {
        da: "FEV1 i % af forventet",
        en: "FEV1, % of predicted"
      },
      include: ["MCS88023"]
    },
    symptomer: {
      system: "NPU",
      title: {
        da: "MRC eller CAT",
        en: "MRC or CAT"
      },
      include: ["MCS88021", "MCS88137"]
    },
    ics: {
      system: "ATC",
      title: {
        da: "Inhalationssteroid alene",
        en: "Inhaled steroid alone"
      },
      include: ["R03BA"]
    },
    bronkodilatator: {
      system: "ATC",
      title: {
        da: "Langtidsvirkende bronkodilatator",
        en: "Long-acting bronchodilator"
      },
      include: ["R03AC12", "R03AC13", "R03AC18", "R03AC19", "R03AK", "R03AL", "R03BB"],
      exclude: [
        "R03AK01-R03AK05",
        "R03AK13",
        "R03AK15",
        "R03AL01",
        "R03AL02",
        "R03BB01",
        "R03BB02"
      ]
    },
    inhalation: {
      system: "ATC",
      title: {
        da: "Inhalationsmedicin",
        en: "Inhaled medicine"
      },
      include: ["R03"]
    },
    steroid: {
      system: "ATC",
      title: {
        da: "Systemisk steroid",
        en: "Systemic steroid"
      },
      include: ["H02AB"]
    },
    ikkeSelektivBetablokker: {
      system: "ATC",
      title: {
        da: "Ikke-selektiv betablokker",
        en: "Non-selective beta blocker"
      },
      include: [
        "C07AA",
        "C07BA",
        "C07BG",
        "C07CA",
        "C07CG",
        "C07DA",
        "C07FX01",
        "C07FX02",
        "C07FX06",
        "S01ED01",
        "S01ED51"
      ]
    },
    vaegt: {
      system: "NPU",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      include: ["NPU03804"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    },
    alfaBetablokker: {
      system: "ATC",
      title: {
        da: "Carvedilol eller labetalol",
        en: "Carvedilol or labetalol"
      },
      include: ["C07AG01", "C07AG02"]
    }
  },
  population: {
    include: {
      diagnosis: {
        codes: ["kol", "kolSks"]
      }
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "fev1",
      type: "result",
      title: {
        da: "FEV1 %",
        en: "FEV1 %"
      },
      codes: "fev1",
      show: "trend"
    },
    {
      id: "symptomer",
      type: "result",
      title: {
        da: "MRC/CAT",
        en: "MRC/CAT"
      },
      codes: "symptomer",
      show: "trend"
    },
    {
      id: "vaegt",
      type: "result",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      codes: "vaegt",
      show: "trend"
    },
    {
      id: "inhalation",
      type: "medication",
      title: {
        da: "Inhalationsmedicin",
        en: "Inhaled medicine"
      },
      codes: "inhalation",
      show: "list"
    },
    {
      id: "steroid",
      type: "medication",
      title: {
        da: "Steroid, 12 mdr.",
        en: "Steroid, 12 months"
      },
      codes: "steroid",
      show: "count",
      when: {
        last: "P12M"
      }
    },
    {
      id: "rygning",
      type: "result",
      title: {
        da: "Rygestatus",
        en: "Smoking status"
      },
      uncoded: {
        da: "DSAM n\xE6vner rygestatus, men angiver ingen kode",
        en: "DSAM names smoking status but gives no code"
      }
    },
    {
      id: "vaccination",
      type: "service",
      title: {
        da: "Influenzavaccination",
        en: "Influenza vaccination"
      },
      uncoded: {
        da: "Kilderne angiver ingen ydelseskode",
        en: "The sources give no service code"
      }
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      codes: "aarskontrol",
      show: "latest"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "forvaerringer",
      level: "critical",
      title: {
        da: "Mindst to steroidkure p\xE5 12 m\xE5neder",
        en: "At least two courses of steroid in 12 months"
      },
      short: {
        da: "Forv\xE6rringer",
        en: "Exacerb."
      },
      when: {
        medication: {
          codes: "steroid",
          when: {
            from: "-P12M",
            to: "+P21D"
          },
          episodes: {
            gap: "P14D"
          },
          lasting: {
            atMost: "P21D"
          },
          count: {
            min: 2
          }
        }
      },
      advice: {
        da: "Gennemg\xE5 behandling og inhalationsteknik",
        en: "Review treatment and inhaler technique"
      },
      source: "GOLD: mindst to moderate forv\xE6rringer om \xE5ret; overs\xE6ttelsen til kure er redaktionens"
    },
    {
      id: "en-forvaerring",
      level: "warning",
      title: {
        da: "\xC9n steroidkur p\xE5 12 m\xE5neder",
        en: "One course of steroid in 12 months"
      },
      short: {
        da: "\xC9n forv\xE6rring?",
        en: "One exacerb.?"
      },
      when: {
        medication: {
          codes: "steroid",
          when: {
            from: "-P12M",
            to: "+P21D"
          },
          episodes: {
            gap: "P14D"
          },
          lasting: {
            atMost: "P21D"
          },
          count: {
            min: 1,
            max: 1
          }
        }
      },
      advice: {
        da: "Gennemg\xE5 behandling, inhalationsteknik og rygning",
        en: "Review treatment, inhaler technique and smoking"
      },
      source: "GOLD 2026: \xE9n moderat forv\xE6rring t\xE6ller; overs\xE6ttelsen til kure er redaktionens"
    },
    {
      id: "fev1-50",
      level: "warning",
      title: {
        da: "FEV1 under 50 % af forventet",
        en: "FEV1 below 50 % of predicted"
      },
      short: {
        da: "FEV1 < 50 %",
        en: "FEV1 < 50 %"
      },
      when: {
        result: {
          codes: "fev1",
          pick: "latest",
          value: {
            below: 50,
            unit: "%",
            plausible: {
              min: 5,
              max: 200
            }
          }
        }
      },
      advice: {
        da: "Hyppigere kontrol; overvej rehabilitering og henvisning",
        en: "Check more often; consider rehabilitation and referral"
      },
      source: "GOLD 3\u20134: FEV1 under 50 % af forventet"
    },
    {
      id: "ics-alene",
      level: "warning",
      title: {
        da: "Inhalationssteroid uden bronkodilatator",
        en: "Inhaled steroid without a bronchodilator"
      },
      short: {
        da: "ICS alene",
        en: "ICS alone"
      },
      when: {
        all: [
          {
            medication: {
              codes: "ics"
            }
          },
          {
            not: {
              medication: {
                codes: "bronkodilatator"
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r indikation; steroid alene anbefales ikke ved KOL",
        en: "Consider the indication; steroid alone is not recommended in COPD"
      },
      source: "GOLD: langvarig monoterapi med inhalationssteroid anbefales ikke"
    },
    {
      id: "betablokker",
      level: "warning",
      title: {
        da: "Ikke-selektiv betablokker",
        en: "Non-selective beta blocker"
      },
      short: {
        da: "Betablokker",
        en: "Beta blocker"
      },
      when: {
        any: [
          {
            medication: {
              codes: "ikkeSelektivBetablokker"
            }
          },
          {
            all: [
              {
                medication: {
                  codes: "alfaBetablokker"
                }
              },
              {
                not: {
                  diagnosis: {
                    codes: ["hjertesvigt", "hjertesvigtSks"]
                  }
                }
              }
            ]
          }
        ]
      },
      advice: {
        da: "Overvej selektiv betablokker; timolol-\xF8jendr\xE5ber t\xE6ller med",
        en: "Consider a selective beta blocker; timolol eye drops count"
      },
      source: "Produktresum\xE9er for ikke-selektive betablokkere: frar\xE5des ved obstruktiv lungesygdom; ATC-udvalget er klinisk gennemgang 2026"
    },
    {
      id: "alfa-betablokker",
      level: "info",
      title: {
        da: "Carvedilol eller labetalol ved hjertesvigt",
        en: "Carvedilol or labetalol in heart failure"
      },
      short: {
        da: "Carvedilol/labet.",
        en: "Carvedilol/labet."
      },
      when: {
        all: [
          {
            medication: {
              codes: "alfaBetablokker"
            }
          },
          {
            diagnosis: {
              codes: ["hjertesvigt", "hjertesvigtSks"]
            }
          }
        ]
      },
      advice: {
        da: "Ikke-selektiv, men kan v\xE6re valgt for hjertesvigt: f\xF8lg lungefunktionen",
        en: "Non-selective, but may be chosen for heart failure: follow lung function"
      },
      source: "Klinisk gennemgang 2026"
    },
    {
      id: "ingen-spirometri",
      level: "info",
      title: {
        da: "Lungefunktion ikke m\xE5lt i 12 m\xE5neder",
        en: "Lung function not measured in 12 months"
      },
      short: {
        da: "Spirometri mangler",
        en: "No spirometry"
      },
      when: {
        not: {
          result: {
            codes: "spirometri",
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Indkald til lungefunktionsunders\xF8gelse",
        en: "Invite to a lung function test"
      },
      source: "DSAM, KOL 2017: \xE5rlig vurdering af lungefunktion"
    },
    {
      id: "ingen-mrc",
      level: "info",
      title: {
        da: "\xC5nden\xF8d ikke vurderet i 12 m\xE5neder",
        en: "Dyspnoea not assessed in 12 months"
      },
      short: {
        da: "MRC mangler",
        en: "No MRC"
      },
      when: {
        not: {
          result: {
            codes: "symptomer",
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Registr\xE9r MRC eller CAT",
        en: "Record MRC or CAT"
      },
      source: "DSAM, KOL 2017: \xE5rlig vurdering af dyspn\xF8grad"
    }
  ],
  indicators: [
    {
      id: "spirometri",
      title: {
        da: "Andel med spirometri inden for 12 m\xE5neder",
        en: "Proportion with spirometry within 12 months"
      },
      numerator: {
        result: {
          codes: "spirometri",
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "DSAM, KOL 2017; indikatoren er redaktionens"
    },
    {
      id: "forvaerringer",
      title: {
        da: "Andel med mindst to steroidkure p\xE5 12 m\xE5neder",
        en: "Proportion with at least two courses of steroid in 12 months"
      },
      numerator: {
        medication: {
          codes: "steroid",
          when: {
            from: "-P12M",
            to: "+P21D"
          },
          episodes: {
            gap: "P14D"
          },
          lasting: {
            atMost: "P21D"
          },
          count: {
            min: 2
          }
        }
      },
      better: "lower",
      source: "GOLD; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/manglende-aarskontrol.json
var manglende_aarskontrol_default = {
  format: "overblik-profile/1",
  id: "dk.manglende-aarskontrol",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering af programmets form\xE5l.",
      en: "Our own wording of the programme\u2019s purpose."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: LDL, eGFR.",
          en: "All codes of one analyte are included: LDL, eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Kilden er n\xE6vnt: ydelser fra klinikkens eget system, ikke et afregningsregister.",
          en: "The source is named: services from the clinic\u2019s own system, not a payment register."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: at 0120 kun er \xE5rskontrol hos almen l\xE6ge. Det kan siges (speciale), men en ydelse, hvis speciale ikke er oplyst, ville g\xF8re patienten uafgjort. Profilen bygger derfor p\xE5 klinikkens egne ydelser.",
          en: "Not asked: that 0120 is a yearly control only in general practice. It can be said (specialty), but a service whose specialty is not given would leave the patient undecided. The profile rests on the clinic\u2019s own services instead."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Manglende \xE5rskontrol",
    en: "Missed yearly control"
  },
  purpose: [
    {
      da: "Overblik over, hvem der mangler at blive indkaldt til kontrol",
      en: "Overview of who has not been called in for a control"
    },
    {
      da: "Forbedre behandlingseffekt og livskvalitet for kronisk syge",
      en: "Improve the effect of treatment and the quality of life of the chronically ill"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Form\xE5let er programmets; sygdommene og fristen p\xE5 15 m\xE5neder (et \xE5r og tre m\xE5neders frist) er redaktionens. \xC5rskontrol er ydelse 0120 i OK22. Kontroller, der honoreres p\xE5 anden m\xE5de, fx i kronikerprogrammet eller p\xE5 sygehus, ses ikke: tjek journalen, f\xF8r der indkaldes. Ingen klinisk gruppe har godkendt dokumentet. For patienter under kronikerhonorar findes der ingen \xE5rskontrol i et ydelsesregister: profilen kr\xE6ver ydelser fra klinikkens eget journalsystem, hvor kontrollen er registreret. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The purpose is the programme\u2019s; the illnesses and the limit of 15 months (a year and three months\u2019 grace) are the editors\u2019. A yearly control is service 0120 of OK22. Controls that are paid in another way, e.g. in the chronic care programme or in hospital, are not seen: check the record before calling in. No clinical group has approved the document. For patients under the chronic care fee a payment register has no yearly controls: the profile needs services from the clinic\u2019s own record system, where the control is recorded. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Klinikens Cockpit, Mini-PID, 2. maj 2025: succeskriterier"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "DSAM, klinisk vejledning \xBBType 2-diabetes \u2013 opf\xF8lgning og behandling\xAB, 2019: Behandlingsm\xE5l",
      url: "https://www.dsam.dk/vejledninger/type2/behandlingsmal"
    },
    {
      title: "DSAM, klinisk vejledning \xBBKOL\xAB, 2017: Opf\xF8lgning og organisering",
      url: "https://www.dsam.dk/vejledninger/kol/opfolgning-og-organisering"
    },
    {
      title: "DSAM, klinisk vejledning \xBBIsk\xE6misk hjerte-kar-sygdom\xAB, 2022: Om patienter, som har haft et AMI eller har angina pectoris",
      url: "https://dsam.dk/vejledninger/hjerte/om-patienter-som-har-haft-et-ami-eller-har-angina-pectoris"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    }
  ],
  codes: {
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    kol: {
      system: "ICPC-2",
      title: {
        da: "KOL",
        en: "COPD"
      },
      include: ["R95"]
    },
    kolSks: {
      system: "SKS",
      title: {
        da: "KOL (SKS)",
        en: "COPD (SKS)"
      },
      include: ["DJ44"]
    },
    hypertension: {
      system: "ICPC-2",
      title: {
        da: "Hypertension",
        en: "Hypertension"
      },
      include: ["K86", "K87"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    ldl: {
      system: "NPU",
      title: {
        da: "LDL-kolesterol",
        en: "LDL cholesterol"
      },
      include: ["NPU01568", "NPU10171", "DNK35308"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    hypertensionSks: {
      system: "SKS",
      title: {
        da: "Hypertension (SKS)",
        en: "Hypertension (SKS)"
      },
      include: ["DI10-DI15"]
    },
    ihs: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      include: ["K74-K76"]
    },
    ihsSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjertesygdom (SKS)",
        en: "Ischaemic heart disease (SKS)"
      },
      include: ["DI20-DI25"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    }
  },
  population: {
    include: {
      all: [
        {
          any: [
            {
              diagnosis: {
                codes: ["type2", "type2Sks"]
              }
            },
            {
              diagnosis: {
                codes: ["kol", "kolSks"]
              }
            },
            {
              diagnosis: {
                codes: ["ihs", "ihsSks", "hjertesvigt", "hjertesvigtSks"]
              }
            },
            {
              diagnosis: {
                codes: ["hypertension", "hypertensionSks"]
              }
            }
          ]
        },
        {
          not: {
            service: {
              codes: "aarskontrol",
              when: {
                last: "P15M"
              }
            }
          }
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "diabetes",
      type: "diagnosis",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      codes: ["type2", "type2Sks"],
      show: "list"
    },
    {
      id: "kol",
      type: "diagnosis",
      title: {
        da: "KOL",
        en: "COPD"
      },
      codes: ["kol", "kolSks"],
      show: "list"
    },
    {
      id: "hjerte",
      type: "diagnosis",
      title: {
        da: "Hjertesygdom",
        en: "Heart disease"
      },
      codes: ["ihs", "ihsSks", "hjertesvigt", "hjertesvigtSks"],
      show: "list"
    },
    {
      id: "hypertension",
      type: "diagnosis",
      title: {
        da: "Hypertension",
        en: "Hypertension"
      },
      codes: ["hypertension", "hypertensionSks"],
      show: "list"
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      codes: "aarskontrol",
      show: "latest"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "ldl",
      type: "result",
      title: {
        da: "LDL",
        en: "LDL"
      },
      codes: "ldl",
      show: "trend"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "flere-sygdomme",
      level: "warning",
      title: {
        da: "Mindst to sygdomme uden \xE5rskontrol",
        en: "At least two illnesses without a yearly control"
      },
      short: {
        da: "2+ sygdomme",
        en: "2+ illnesses"
      },
      when: {
        atLeast: 2,
        of: [
          {
            diagnosis: {
              codes: ["type2", "type2Sks"]
            }
          },
          {
            diagnosis: {
              codes: ["kol", "kolSks"]
            }
          },
          {
            diagnosis: {
              codes: ["ihs", "ihsSks", "hjertesvigt", "hjertesvigtSks"]
            }
          },
          {
            diagnosis: {
              codes: ["hypertension", "hypertensionSks"]
            }
          }
        ]
      },
      advice: {
        da: "Indkald f\xF8rst",
        en: "Call in first"
      },
      source: "Klinikens Cockpit: patienter med st\xF8rst behov; gr\xE6nsen er redaktionens"
    },
    {
      id: "hoejt-tal",
      level: "warning",
      title: {
        da: "HbA1c over 58 eller systolisk blodtryk mindst 160",
        en: "HbA1c above 58 or systolic blood pressure at least 160"
      },
      short: {
        da: "HbA1c el. BT h\xF8jt",
        en: "HbA1c or BP high"
      },
      when: {
        any: [
          {
            result: {
              codes: "hba1c",
              pick: "latest",
              value: {
                above: 58,
                unit: "mmol/mol"
              }
            }
          },
          {
            result: {
              codes: "systolisk",
              pick: "latest",
              value: {
                atLeast: 160,
                unit: "mmHg"
              }
            }
          }
        ]
      },
      advice: {
        da: "Indkald; vurd\xE9r behandling",
        en: "Call in; consider treatment"
      },
      source: "Klinikens Cockpit: HbA1c > 58; blodtryksgr\xE6nsen er redaktionens"
    },
    {
      id: "to-aar",
      level: "warning",
      title: {
        da: "Ingen \xE5rskontrol i 27 m\xE5neder",
        en: "No yearly control in 27 months"
      },
      short: {
        da: "> 27 mdr.",
        en: "> 27 months"
      },
      when: {
        not: {
          service: {
            codes: "aarskontrol",
            when: {
              last: "P27M"
            }
          }
        }
      },
      advice: {
        da: "Afklar, om patienten f\xF8lges andetsteds",
        en: "Clarify whether the patient is followed elsewhere"
      },
      source: "Klinikens Cockpit: hvem mangler at blive indkaldt; fristen er redaktionens"
    },
    {
      id: "ingen-aftale",
      level: "info",
      title: {
        da: "Ingen fremtidig aftale",
        en: "No future appointment"
      },
      short: {
        da: "Ingen aftale",
        en: "No appt."
      },
      when: {
        not: {
          appointment: {
            when: "future"
          }
        }
      },
      advice: {
        da: "Book \xE5rskontrol",
        en: "Book a yearly control"
      },
      source: "Klinikens Cockpit: hvem mangler at blive indkaldt; mark\xF8ren er redaktionens"
    }
  ],
  indicators: [
    {
      id: "aftale",
      title: {
        da: "Andel med fremtidig aftale",
        en: "Proportion with a future appointment"
      },
      numerator: {
        appointment: {
          when: "future"
        }
      },
      better: "higher",
      source: "Klinikens Cockpit; indikatoren er redaktionens"
    }
  ],
  messages: [
    {
      id: "indkald",
      title: {
        da: "Indkald til \xE5rskontrol",
        en: "Call in for yearly control"
      },
      body: {
        da: "K\xE6re {fornavn}\n\nDet er tid til din \xE5rskontrol hos os. Ved kontrollen gennemg\xE5r vi din behandling og din medicin, og vi tager de pr\xF8ver, der er brug for.\n\nBook en tid p\xE5 klinikkens hjemmeside, eller ring til os p\xE5 hverdage mellem kl. 8 og 12. Har du allerede aftalt en tid, kan du se bort fra denne besked.\n\nVenlig hilsen\n{klinik}",
        en: "Dear {first name}\n\nIt is time for your yearly control with us. We will go through your treatment and your medicine, and take the samples that are needed.\n\nPlease book an appointment on the clinic\u2019s website, or call us on weekdays between 8 and 12. If you have booked already, you can disregard this message.\n\nKind regards\n{clinic}"
      }
    },
    {
      id: "rykker",
      title: {
        da: "Rykker for \xE5rskontrol",
        en: "Reminder of yearly control"
      },
      body: {
        da: "K\xE6re {fornavn}\n\nVi har tidligere skrevet til dig om din \xE5rskontrol og kan se, at du ikke har f\xE5et en tid. Din seneste kontrol hos os var {seneste kontrol}.\n\nBook en tid p\xE5 klinikkens hjemmeside, eller ring til os p\xE5 hverdage mellem kl. 8 og 12. \xD8nsker du ikke kontrol, eller f\xF8lges du et andet sted, vil vi gerne vide det.\n\nVenlig hilsen\n{klinik}",
        en: "Dear {first name}\n\nWe have written to you about your yearly control and see that you have no appointment. Your last control with us was on {last control}.\n\nPlease book an appointment on the clinic\u2019s website, or call us on weekdays between 8 and 12. If you do not want a control, or are followed elsewhere, please tell us.\n\nKind regards\n{clinic}"
      }
    }
  ]
};

// fixtures/profiles/manglende-forloebsplan.json
var manglende_forloebsplan_default = {
  format: "overblik-profile/1",
  id: "dk.manglende-forloebsplan",
  version: "0.1.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering af programmets \xF8nske om forl\xF8bsplaner i profilerne.",
      en: "Our own wording of the programme\u2019s wish for care plans in the profiles."
    },
    changes: [
      {
        version: "0.1.0",
        on: "2026-11-27",
        text: {
          da: "F\xF8rste udkast. Koderne for forl\xF8bsplanernes typer er demoens egne: hver klinik eller leverand\xF8r skal s\xE6tte sine i stedet. Fristen p\xE5 15 m\xE5neder er redaktionens.",
          en: "First draft. The codes of the types of care plans are the demo\u2019s own: each clinic or vendor is to put its own in their place. The limit of 15 months is the editors\u2019."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      }
    ]
  },
  title: {
    da: "Manglende forl\xF8bsplan",
    en: "Missing care plan"
  },
  purpose: [
    {
      da: "Overblik over, hvem med KOL, type 2-diabetes eller isk\xE6misk hjertesygdom der mangler en forl\xF8bsplan, eller hvis plan ikke er vedligeholdt",
      en: "Overview of who with COPD, type 2 diabetes or ischaemic heart disease lacks a care plan, or has one that is not maintained"
    },
    {
      da: "Forbedre behandlingseffekt og livskvalitet for kronisk syge",
      en: "Improve the effect of treatment and the quality of life of the chronically ill"
    }
  ],
  description: {
    da: "Udkast. Programmet \xF8nsker forl\xF8bsplaner som datatype (type, oprettet, vedligeholdt, status); hvem der skal have en plan, er redaktionens l\xE6sning: alle med en af de tre sygdomme. En plan t\xE6ller, n\xE5r den er i gang i dag og er vedligeholdt inden for 15 m\xE5neder. En plan uden type, eller uden dag for vedligeholdelse, giver \xBBkan ikke afg\xF8res\xAB. Koderne for planernes typer er demoens egne. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The programme wants care plans as a data type (type, created, maintained, status); who is to have a plan is the editors\u2019 reading: everybody with one of the three illnesses. A plan counts when it is active today and was maintained within 15 months. A plan without a type, or without a day of maintenance, cannot be decided. The codes of the types of plans are the demo\u2019s own. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Klinikens Cockpit, Mini-PID, 2. maj 2025: datatyper og \xF8nsker"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): forl\xF8bsplaner"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    }
  ],
  codes: {
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    kol: {
      system: "ICPC-2",
      title: {
        da: "KOL",
        en: "COPD"
      },
      include: ["R95"]
    },
    kolSks: {
      system: "SKS",
      title: {
        da: "KOL (SKS)",
        en: "COPD (SKS)"
      },
      include: ["DJ44"]
    },
    ihs: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      include: ["K74-K76"]
    },
    ihsSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjertesygdom (SKS)",
        en: "Ischaemic heart disease (SKS)"
      },
      include: ["DI20-DI25"]
    },
    planKol: {
      system: "local",
      title: {
        da: "for KOL",
        en: "for COPD"
      },
      include: ["KOL"]
    },
    planDiabetes: {
      system: "local",
      title: {
        da: "for type 2-diabetes",
        en: "for type 2 diabetes"
      },
      include: ["DIABETES2"]
    },
    planIhs: {
      system: "local",
      title: {
        da: "for isk\xE6misk hjertesygdom",
        en: "for ischaemic heart disease"
      },
      include: ["IHS"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    }
  },
  population: {
    include: {
      any: [
        {
          all: [
            {
              diagnosis: {
                codes: ["kol", "kolSks"]
              }
            },
            {
              not: {
                carePlan: {
                  codes: "planKol",
                  maintained: {
                    last: "P15M"
                  }
                }
              }
            }
          ]
        },
        {
          all: [
            {
              diagnosis: {
                codes: ["type2", "type2Sks"]
              }
            },
            {
              not: {
                carePlan: {
                  codes: "planDiabetes",
                  maintained: {
                    last: "P15M"
                  }
                }
              }
            }
          ]
        },
        {
          all: [
            {
              diagnosis: {
                codes: ["ihs", "ihsSks"]
              }
            },
            {
              not: {
                carePlan: {
                  codes: "planIhs",
                  maintained: {
                    last: "P15M"
                  }
                }
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "diabetes",
      type: "diagnosis",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      codes: ["type2", "type2Sks"],
      show: "list"
    },
    {
      id: "kol",
      type: "diagnosis",
      title: {
        da: "KOL",
        en: "COPD"
      },
      codes: ["kol", "kolSks"],
      show: "list"
    },
    {
      id: "ihs",
      type: "diagnosis",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      codes: ["ihs", "ihsSks"],
      show: "list"
    },
    {
      id: "planer",
      type: "carePlan",
      title: {
        da: "Forl\xF8bsplaner",
        en: "Care plans"
      },
      when: "ever",
      show: "list"
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      show: "latest",
      codes: "aarskontrol"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "aldrig",
      level: "warning",
      title: {
        da: "Har aldrig haft en forl\xF8bsplan",
        en: "Has never had a care plan"
      },
      short: {
        da: "Ingen plan",
        en: "No plan"
      },
      when: {
        not: {
          carePlan: {
            codes: ["planKol", "planDiabetes", "planIhs"],
            when: "ever"
          }
        }
      },
      advice: {
        da: "Tilbyd en forl\xF8bsplan ved n\xE6ste kontrol",
        en: "Offer a care plan at the next control"
      },
      source: "Klinikens Cockpit: forl\xF8bsplaner; reglen er redaktionens"
    },
    {
      id: "ikke-vedligeholdt",
      level: "warning",
      title: {
        da: "Har en plan, som ikke er vedligeholdt i 15 m\xE5neder",
        en: "Has a plan that was not maintained in 15 months"
      },
      short: {
        da: "Plan for gammel",
        en: "Plan too old"
      },
      when: {
        all: [
          {
            carePlan: {
              codes: ["planKol", "planDiabetes", "planIhs"]
            }
          },
          {
            not: {
              carePlan: {
                codes: ["planKol", "planDiabetes", "planIhs"],
                maintained: {
                  last: "P15M"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Gennemg\xE5 planen med patienten",
        en: "Go through the plan with the patient"
      },
      source: "Klinikens Cockpit: forl\xF8bsplaner; fristen er redaktionens"
    },
    {
      id: "flere-sygdomme",
      level: "info",
      title: {
        da: "Mindst to af de tre sygdomme",
        en: "At least two of the three illnesses"
      },
      short: {
        da: "2+ sygdomme",
        en: "2+ illnesses"
      },
      when: {
        atLeast: 2,
        of: [
          {
            diagnosis: {
              codes: ["kol", "kolSks"]
            }
          },
          {
            diagnosis: {
              codes: ["type2", "type2Sks"]
            }
          },
          {
            diagnosis: {
              codes: ["ihs", "ihsSks"]
            }
          }
        ]
      },
      advice: {
        da: "\xC9n samlet plan kan v\xE6re bedst",
        en: "One plan for all may be best"
      },
      source: "Redaktionens"
    },
    {
      id: "ingen-aftale",
      level: "info",
      title: {
        da: "Ingen fremtidig aftale",
        en: "No future appointment"
      },
      short: {
        da: "Ingen aftale",
        en: "No appointment"
      },
      when: {
        appointment: {
          count: {
            max: 0
          }
        }
      },
      advice: {
        da: "Indkald",
        en: "Call in"
      },
      source: "Klinikens Cockpit: hvem der mangler at blive indkaldt"
    }
  ],
  indicators: [
    {
      id: "nye",
      title: {
        da: "Har f\xE5et en ny forl\xF8bsplan det seneste \xE5r",
        en: "Got a new care plan in the last year"
      },
      numerator: {
        any: [
          {
            carePlan: {
              codes: "planKol",
              when: {
                last: "P1Y"
              },
              first: true
            }
          },
          {
            carePlan: {
              codes: "planDiabetes",
              when: {
                last: "P1Y"
              },
              first: true
            }
          },
          {
            carePlan: {
              codes: "planIhs",
              when: {
                last: "P1Y"
              },
              first: true
            }
          }
        ]
      },
      better: "higher",
      source: "Klinikens Cockpit: ny er patientens f\xF8rste plan af sin type"
    }
  ]
};

// fixtures/profiles/manglende-vaccination.json
var manglende_vaccination_default = {
  format: "overblik-profile/1",
  id: "dk.manglende-vaccination",
  version: "0.1.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering af programmets \xF8nske om vaccinationer i profilerne.",
      en: "Our own wording of the programme\u2019s wish for vaccinations in the profiles."
    },
    changes: [
      {
        version: "0.1.0",
        on: "2026-11-27",
        text: {
          da: "F\xF8rste udkast. M\xE5lgrupperne f\xF8lger Sundhedsstyrelsens anbefalinger i grove tr\xE6k; sygdommene, koderne og fristerne er almen viden og skal bekr\xE6ftes.",
          en: "First draft. The groups follow the Danish Health Authority\u2019s recommendations in broad terms; illnesses, codes and limits are general knowledge and are to be confirmed."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      }
    ],
    tests: [
      {
        title: {
          da: "70 \xE5r, ingen vaccine",
          en: "Aged 70, no vaccine"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        diagnoses: [],
        vaccinations: [],
        expect: {
          population: "yes",
          markers: {
            "ingen-pneumokok": "yes",
            "ingen-influenza": "no",
            aftale: "no"
          },
          indicators: {
            influenza: "no"
          }
        }
      },
      {
        title: {
          da: "65 \xE5r i dag",
          en: "65 today"
        },
        on: "2026-11-24",
        patient: {
          age: 65
        },
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "65 \xE5r i morgen",
          en: "65 tomorrow"
        },
        on: "2026-11-24",
        patient: {
          birthDate: "1961-11-25"
        },
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "45 \xE5r og rask",
          en: "Aged 45 and well"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "45 \xE5r med KOL",
          en: "Aged 45 with COPD"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["R95"],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med type 2-diabetes",
          en: "Aged 45 with type 2 diabetes"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["T90"],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med isk\xE6misk hjertesygdom",
          en: "Aged 45 with ischaemic heart disease"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["K76"],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med hjertesvigt",
          en: "Aged 45 with heart failure"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["K77"],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med KOL fra sygehuset",
          en: "Aged 45 with COPD from the hospital"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: [
          {
            code: "DJ449",
            system: "SKS",
            from: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med type 2-diabetes fra sygehuset",
          en: "Aged 45 with type 2 diabetes from the hospital"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: [
          {
            code: "DE119",
            system: "SKS",
            from: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med isk\xE6misk hjertesygdom fra sygehuset",
          en: "Aged 45 with ischaemic heart disease from the hospital"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: [
          {
            code: "DI252",
            system: "SKS",
            from: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "45 \xE5r med hjertesvigt fra sygehuset",
          en: "Aged 45 with heart failure from the hospital"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: [
          {
            code: "DI509",
            system: "SKS",
            from: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          }
        }
      },
      {
        title: {
          da: "Begge vacciner",
          en: "Both vaccines"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P7W"
          },
          {
            code: "J07AL02",
            at: "-P2Y"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Influenza alene",
          en: "Influenza alone"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P7W"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-pneumokok": "yes"
          },
          indicators: {
            influenza: "yes"
          }
        }
      },
      {
        title: {
          da: "Pneumokokker alene, og KOL",
          en: "Pneumococci alone, and COPD"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        diagnoses: ["R95"],
        vaccinations: [
          {
            code: "J07AL02",
            at: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-pneumokok": "no",
            "ingen-influenza": "yes"
          },
          indicators: {
            influenza: "no"
          }
        }
      },
      {
        title: {
          da: "Influenza for ti m\xE5neder siden p\xE5 dagen",
          en: "Influenza ten months ago to the day"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P10M"
          },
          {
            code: "J07AL02",
            at: "-P2Y"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Influenza dagen f\xF8r det",
          en: "Influenza the day before that"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "2026-01-23"
          },
          {
            code: "J07AL02",
            at: "-P2Y"
          }
        ],
        expect: {
          population: "yes",
          indicators: {
            influenza: "no"
          }
        }
      },
      {
        title: {
          da: "Pneumokokker for seks \xE5r siden p\xE5 dagen",
          en: "Pneumococci six years ago to the day"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P7W"
          },
          {
            code: "J07AL02",
            at: "-P6Y"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Pneumokokker dagen f\xF8r det",
          en: "Pneumococci the day before that"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P7W"
          },
          {
            code: "J07AL02",
            at: "2020-11-23"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-pneumokok": "yes"
          }
        }
      },
      {
        title: {
          da: "KOL, og influenza i efter\xE5ret",
          en: "COPD, and influenza this autumn"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["R95"],
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P7W"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "no"
          }
        }
      },
      {
        title: {
          da: "KOL, og influenza for ti m\xE5neder siden p\xE5 dagen",
          en: "COPD, and influenza ten months ago to the day"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["R95"],
        vaccinations: [
          {
            code: "J07BB02",
            at: "-P10M"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "no"
          },
          indicators: {
            influenza: "yes"
          }
        }
      },
      {
        title: {
          da: "KOL, og influenza dagen f\xF8r det",
          en: "COPD, and influenza the day before that"
        },
        on: "2026-11-24",
        patient: {
          age: 45
        },
        diagnoses: ["R95"],
        vaccinations: [
          {
            code: "J07BB02",
            at: "2026-01-23"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-influenza": "yes"
          },
          indicators: {
            influenza: "no"
          }
        }
      },
      {
        title: {
          da: "Pneumokokker for seks \xE5r siden p\xE5 dagen, uden influenza",
          en: "Pneumococci six years ago to the day, without influenza"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        vaccinations: [
          {
            code: "J07AL02",
            at: "-P6Y"
          }
        ],
        expect: {
          population: "yes",
          markers: {
            "ingen-pneumokok": "no"
          }
        }
      },
      {
        title: {
          da: "Vaccinationer kan ikke hentes",
          en: "Vaccinations are not to be had"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        coverage: {
          vaccination: {
            available: false
          }
        },
        expect: {
          population: "unknown"
        }
      },
      {
        title: {
          da: "En aftale i n\xE6ste uge",
          en: "An appointment next week"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        appointments: [
          {
            at: "+P9D",
            status: "booked"
          }
        ],
        expect: {
          markers: {
            aftale: "yes"
          }
        }
      },
      {
        title: {
          da: "Aftaler kan ikke hentes",
          en: "Appointments are not to be had"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        coverage: {
          appointment: {
            available: false
          }
        },
        expect: {
          population: "yes",
          markers: {
            aftale: "unknown"
          }
        }
      },
      {
        title: {
          da: "Vaccinationer haves kun for det sidste halve \xE5r",
          en: "Vaccinations are there of the last half year alone"
        },
        on: "2026-11-24",
        patient: {
          age: 70
        },
        expect: {
          population: "unknown"
        },
        coverage: {
          vaccination: {
            available: true,
            from: "2026-05-24"
          }
        }
      }
    ]
  },
  title: {
    da: "Manglende vaccination",
    en: "Missing vaccination"
  },
  purpose: [
    {
      da: "Finde dem over 65 \xE5r og dem med kronisk sygdom, der mangler vaccination mod influenza eller pneumokokker",
      en: "Find those over 65 and those with chronic illness who lack vaccination against influenza or pneumococci"
    },
    {
      da: "Forebygge alvorlig sygdom og indl\xE6ggelse",
      en: "Prevent serious illness and admission"
    }
  ],
  description: {
    da: "Udkast. Influenzavaccinen g\xE6lder en s\xE6son: der ses ti m\xE5neder tilbage, for et vindue kan ikke begynde p\xE5 en \xE5rstid. Pneumokokker ses seks \xE5r tilbage, fordi der anbefales revaccination efter seks \xE5r af nogle vacciner. Vaccinationer, der er givet p\xE5 apotek eller i regionen, er kun med, hvis klinikkens system henter dem fra Det Danske Vaccinationsregister. M\xE5lgrupper, koder og frister er almen viden og skal bekr\xE6ftes. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The vaccine against influenza is for a season: ten months are looked back, because a window cannot begin with a time of the year. Pneumococci are looked back for six years, because of some vaccines another dose after six years is recommended. Vaccinations given at a pharmacy or by the region are there only where the clinic\u2019s system fetches them from the Danish vaccination register. Groups, codes and limits are general knowledge and are to be confirmed. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Sundhedsstyrelsen, Influenzavaccination: anbefalinger"
    },
    {
      title: "Statens Serum Institut, Pneumokokvaccination: anbefalinger for risikogrupper"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    }
  ],
  codes: {
    kol: {
      system: "ICPC-2",
      title: {
        da: "KOL",
        en: "COPD"
      },
      include: ["R95"]
    },
    kolSks: {
      system: "SKS",
      title: {
        da: "KOL (SKS)",
        en: "COPD (SKS)"
      },
      include: ["DJ44"]
    },
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    ihs: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjertesygdom",
        en: "Ischaemic heart disease"
      },
      include: ["K74-K76"]
    },
    ihsSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjertesygdom (SKS)",
        en: "Ischaemic heart disease (SKS)"
      },
      include: ["DI20-DI25"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    },
    influenza: {
      system: "ATC",
      title: {
        da: "Influenzavaccine",
        en: "Influenza vaccine"
      },
      include: ["J07BB"]
    },
    pneumokok: {
      system: "ATC",
      title: {
        da: "Pneumokokvaccine",
        en: "Pneumococcal vaccine"
      },
      include: ["J07AL"]
    }
  },
  population: {
    include: {
      all: [
        {
          any: [
            {
              patient: {
                age: {
                  min: 65
                }
              }
            },
            {
              diagnosis: {
                codes: ["kol", "kolSks"]
              }
            },
            {
              diagnosis: {
                codes: ["type2", "type2Sks"]
              }
            },
            {
              diagnosis: {
                codes: ["ihs", "ihsSks"]
              }
            },
            {
              diagnosis: {
                codes: ["hjertesvigt", "hjertesvigtSks"]
              }
            }
          ]
        },
        {
          any: [
            {
              not: {
                vaccination: {
                  codes: "influenza",
                  when: {
                    last: "P10M"
                  }
                }
              }
            },
            {
              not: {
                vaccination: {
                  codes: "pneumokok",
                  when: {
                    last: "P6Y"
                  }
                }
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "kol",
      type: "diagnosis",
      title: {
        da: "KOL",
        en: "COPD"
      },
      codes: ["kol", "kolSks"],
      show: "list"
    },
    {
      id: "diabetes",
      type: "diagnosis",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      codes: ["type2", "type2Sks"],
      show: "list"
    },
    {
      id: "hjerte",
      type: "diagnosis",
      title: {
        da: "Hjertesygdom",
        en: "Heart disease"
      },
      codes: ["ihs", "ihsSks", "hjertesvigt", "hjertesvigtSks"],
      show: "list"
    },
    {
      id: "influenza",
      type: "vaccination",
      title: {
        da: "Seneste influenzavaccine",
        en: "Latest influenza vaccine"
      },
      codes: "influenza",
      show: "latest"
    },
    {
      id: "pneumokok",
      type: "vaccination",
      title: {
        da: "Seneste pneumokokvaccine",
        en: "Latest pneumococcal vaccine"
      },
      codes: "pneumokok",
      show: "latest"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "ingen-influenza",
      level: "warning",
      title: {
        da: "Ingen influenzavaccine i ti m\xE5neder, og kronisk syg",
        en: "No influenza vaccine in ten months, and chronically ill"
      },
      short: {
        da: "Influenza",
        en: "Influenza"
      },
      when: {
        all: [
          {
            any: [
              {
                diagnosis: {
                  codes: ["kol", "kolSks"]
                }
              },
              {
                diagnosis: {
                  codes: ["type2", "type2Sks"]
                }
              },
              {
                diagnosis: {
                  codes: ["ihs", "ihsSks"]
                }
              },
              {
                diagnosis: {
                  codes: ["hjertesvigt", "hjertesvigtSks"]
                }
              }
            ]
          },
          {
            not: {
              vaccination: {
                codes: "influenza",
                when: {
                  last: "P10M"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Tilbyd vaccination",
        en: "Offer vaccination"
      },
      source: "Sundhedsstyrelsen: risikogrupper for influenza (almen viden)"
    },
    {
      id: "ingen-pneumokok",
      level: "warning",
      title: {
        da: "Ingen pneumokokvaccine i seks \xE5r",
        en: "No pneumococcal vaccine in six years"
      },
      short: {
        da: "Pneumokokker",
        en: "Pneumococci"
      },
      when: {
        not: {
          vaccination: {
            codes: "pneumokok",
            when: {
              last: "P6Y"
            }
          }
        }
      },
      advice: {
        da: "Tilbyd vaccination",
        en: "Offer vaccination"
      },
      source: "Statens Serum Institut: pneumokokvaccination (almen viden)"
    },
    {
      id: "aftale",
      level: "info",
      title: {
        da: "Har en aftale, hvor der kan vaccineres",
        en: "Has an appointment at which to vaccinate"
      },
      short: {
        da: "Aftale",
        en: "Appointment"
      },
      when: {
        appointment: {}
      },
      advice: {
        da: "Vaccin\xE9r ved aftalen",
        en: "Vaccinate at the appointment"
      },
      source: "Redaktionens"
    }
  ],
  indicators: [
    {
      id: "influenza",
      title: {
        da: "Vaccineret mod influenza inden for ti m\xE5neder",
        en: "Vaccinated against influenza within ten months"
      },
      numerator: {
        vaccination: {
          codes: "influenza",
          when: {
            last: "P10M"
          }
        }
      },
      better: "higher",
      source: "Redaktionens"
    }
  ]
};

// fixtures/profiles/nyrepaavirkning.json
var nyrepaavirkning_default = {
  format: "overblik-profile/1",
  id: "dk.nyrepaavirkning",
  version: "0.2.0",
  status: "draft",
  about: {
    short: {
      da: "Nyrep\xE5virkning",
      en: "Renal impairment"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering efter Dansk Nefrologisk Selskab m.fl. og KDIGO; programmets liste er ikke offentlig.",
      en: "Our own wording after the Danish Society of Nephrology and others and KDIGO; the programme\u2019s list is not public."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: eGFR, kreatinin.",
          en: "All codes of one analyte are included: eGFR, creatinine."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Populationen er eGFR under 60 eller U-alb/krea mindst 30 mg/g, hver to gange med mindst 90 dage imellem inden for fem \xE5r, eller U88, U99 eller DN18. At den seneste m\xE5ling ogs\xE5 skal v\xE6re uden for gr\xE6nsen, er redaktionens.",
          en: "The population is eGFR below 60 or urine ACR of at least 30 mg/g, each twice at least 90 days apart within five years, or U88, U99 or DN18. That the latest one must be beyond the limit too is the editors\u2019."
        },
        source: "Kronisk nyresygdom 2024; U99 og DN18: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "NSAID er \xBBAlvorlig\xAB ved eGFR under 45, ellers \xBBObs.\xAB.",
          en: "NSAID is critical with eGFR below 45, else a warning."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Ny oplysning: SGLT2-h\xE6mmer ikke fors\xF8gt.",
          en: "New information: SGLT2 inhibitor not tried."
        },
        source: "KDIGO 2024"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Ny mark\xF8r: eGFR er faldet med mere end 5 inden for 12 m\xE5neder. Den seneste m\xE5ling holdes op mod den f\xF8rste i de 12 m\xE5neder; at det er den f\xF8rste og ikke den h\xF8jeste, er redaktionens. Med \xE9n m\xE5ling i de 12 m\xE5neder siges intet.",
          en: "New marker: eGFR has fallen by more than 5 within 12 months. The latest measurement is held against the first in the 12 months; that it is the first and not the highest is the editors\u2019. Of one measurement in the 12 months nothing is said."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Patienter med nyrep\xE5virkning",
    en: "Kidney impairment"
  },
  purpose: [
    {
      da: "Finde patienter med nedsat nyrefunktion, kodet eller ej",
      en: "Find patients with reduced kidney function, coded or not"
    },
    {
      da: "Finde uhensigtsm\xE6ssig medicin i forhold til nyrefunktionen",
      en: "Find medication that does not fit the kidney function"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Definitionen er Dansk Nefrologisk Selskabs m.fl.: eGFR under 60 eller U-albumin/kreatinin mindst 30 mg/g i mindst tre m\xE5neder, eller en kodet nyresygdom. Den er skrevet som: mindst to m\xE5linger inden for fem \xE5r er uden for gr\xE6nsen med mindst 90 dage imellem, og den seneste er det ogs\xE5; det sidste er redaktionens. U99 rummer ogs\xE5 andre sygdomme i urinvejene end kronisk nyresygdom: se p\xE5 koden. Programmets egen patientliste er ikke offentlig. Gr\xE6nserne er i mL/min/1,73 m\xB2, som DNK35302 altid er. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The definition is that of the Danish Society of Nephrology and others: eGFR below 60 or urine ACR of at least 30 mg/g for at least three months, or a coded kidney disease. It is written as: at least two measurements within five years are beyond the limit at least 90 days apart, and the latest one is too; that last is the editors\u2019. U99 holds other diseases of the urinary tract than chronic kidney disease too: look at the code. The programme\u2019s own patient list is not public. The limits are in mL/min/1.73 m\xB2, as DNK35302 always is. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Dansk Nefrologisk Selskab m.fl. (herunder DSAM), \xBBKronisk nyresygdom\xAB, 2024",
      url: "https://nephrology.dk/vejledninger/ckd-mbd/kronisk-nyresygdom/"
    },
    {
      title: "KDIGO, Clinical Practice Guideline for the Evaluation and Management of CKD, 2024",
      url: "https://kdigo.org/guidelines/ckd-evaluation-and-management/"
    },
    {
      title: "KAP-S, klyngepakken \xBBKronisk nyresygdom \u2013 behandlingsprincipper\xAB, 2024",
      url: "https://kap-s.dk/klyngepakke/nefropati/"
    },
    {
      title: "DES og DSAM, \xBBFarmakologisk behandling af type 2-diabetes\xAB, 2022: albuminuri og nedsat nyrefunktion",
      url: "https://www.dsam.dk/vejledninger/fb-type2/farmakologisk-behandling-af-albuminuri-og-nedsat-nyrefunktion"
    },
    {
      title: "Produktresum\xE9 for metformin: kontraindiceret ved GFR under 30 ml/min"
    },
    {
      title: "Produktresum\xE9er for NSAID (L\xE6gemiddelstyrelsen, produktresume.dk)",
      url: "https://www.produktresume.dk"
    },
    {
      title: "Styregruppen for digitale forl\xF8bsplaner, 2024, dagsordenens punkt 6: \xBBOzempic \u2013 Triple Whammy\xAB"
    },
    {
      title: "NPU-terminologien og dens danske koder (Sundhedsdatastyrelsen)",
      url: "https://npu-terminology.org"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    kreatinin: {
      system: "NPU",
      title: {
        da: "Kreatinin",
        en: "Creatinine"
      },
      include: ["NPU18016", "NPU04998"]
    },
    kalium: {
      system: "NPU",
      title: {
        da: "Kalium",
        en: "Potassium"
      },
      include: ["NPU03230"]
    },
    acr: {
      system: "NPU",
      title: {
        da: "U-albumin/kreatinin-ratio",
        en: "Urine albumin/creatinine ratio"
      },
      include: ["NPU19661"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    ras: {
      system: "ATC",
      title: {
        da: "ACE-h\xE6mmer/ARB",
        en: "ACE inhibitor/ARB"
      },
      include: [
        "C09A",
        "C09B",
        "C09C",
        "C09D",
        "C10BX04",
        "C10BX06",
        "C10BX07",
        "C10BX10-C10BX17"
      ]
    },
    sglt2: {
      system: "ATC",
      title: {
        da: "SGLT2-h\xE6mmer",
        en: "SGLT2 inhibitor"
      },
      include: [
        "A10BK",
        "A10BD15",
        "A10BD16",
        "A10BD19",
        "A10BD20",
        "A10BD21",
        "A10BD23",
        "A10BD24",
        "A10BD25",
        "A10BD27",
        "A10BD29",
        "A10BD30",
        "A10BD31",
        "A10BD32",
        "A10BD33",
        "A10BD34",
        "A10BX09",
        "A10BX11",
        "A10BX12",
        "A10BX15"
      ]
    },
    nsaid: {
      system: "ATC",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      include: ["M01A", "N02AJ08", "N02AJ14", "N02AJ16", "N02AJ19", "N02AJ23"],
      exclude: ["M01AX05", "M01AX12", "M01AX21", "M01AX24", "M01AX25", "M01AX26"]
    },
    metformin: {
      system: "ATC",
      title: {
        da: "Metformin",
        en: "Metformin"
      },
      include: [
        "A10BA02",
        "A10BD02",
        "A10BD03",
        "A10BD05",
        "A10BD07",
        "A10BD08",
        "A10BD10",
        "A10BD11",
        "A10BD13",
        "A10BD14",
        "A10BD15",
        "A10BD16",
        "A10BD17",
        "A10BD18",
        "A10BD20",
        "A10BD22",
        "A10BD23",
        "A10BD25",
        "A10BD26",
        "A10BD27",
        "A10BD28",
        "A10BD31",
        "A10BD34"
      ]
    },
    type1: {
      system: "ICPC-2",
      title: {
        da: "Type 1-diabetes",
        en: "Type 1 diabetes"
      },
      include: ["T89"]
    },
    type1Sks: {
      system: "SKS",
      title: {
        da: "Type 1-diabetes (SKS)",
        en: "Type 1 diabetes (SKS)"
      },
      include: ["DE10"]
    },
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    nyresygdom: {
      system: "ICPC-2",
      title: {
        da: "Nyresygdom (U88, U99)",
        en: "Kidney disease (U88, U99)"
      },
      include: ["U88", "U99"]
    },
    nyresygdomSks: {
      system: "SKS",
      title: {
        da: "Kronisk nyresygdom (SKS)",
        en: "Chronic kidney disease (SKS)"
      },
      include: ["DN18"]
    }
  },
  population: {
    include: {
      any: [
        {
          all: [
            {
              result: {
                codes: "egfr",
                pick: "latest",
                value: {
                  below: 60,
                  unit: "mL/min"
                },
                when: {
                  last: "P5Y"
                }
              }
            },
            {
              result: {
                codes: "egfr",
                value: {
                  below: 60,
                  unit: "mL/min"
                },
                count: {
                  min: 2,
                  apart: "P90D"
                },
                when: {
                  last: "P5Y"
                }
              }
            }
          ]
        },
        {
          all: [
            {
              result: {
                codes: "acr",
                pick: "latest",
                value: {
                  atLeast: 30,
                  unit: "mg/g"
                },
                when: {
                  last: "P5Y"
                }
              }
            },
            {
              result: {
                codes: "acr",
                value: {
                  atLeast: 30,
                  unit: "mg/g"
                },
                count: {
                  min: 2,
                  apart: "P90D"
                },
                when: {
                  last: "P5Y"
                }
              }
            }
          ]
        },
        {
          diagnosis: {
            codes: ["nyresygdom", "nyresygdomSks"]
          }
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "kreatinin",
      type: "result",
      title: {
        da: "Kreatinin",
        en: "Creatinine"
      },
      codes: "kreatinin",
      show: "trend"
    },
    {
      id: "kalium",
      type: "result",
      title: {
        da: "Kalium",
        en: "Potassium"
      },
      codes: "kalium",
      show: "trend"
    },
    {
      id: "acr",
      type: "result",
      title: {
        da: "U-alb/krea",
        en: "Urine ACR"
      },
      codes: "acr",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "nyresygdom",
      type: "diagnosis",
      title: {
        da: "Nyresygdom",
        en: "Kidney disease"
      },
      codes: ["nyresygdom", "nyresygdomSks"],
      show: "list"
    },
    {
      id: "diabetes",
      type: "diagnosis",
      title: {
        da: "Diabetes",
        en: "Diabetes"
      },
      codes: ["type1", "type1Sks", "type2", "type2Sks"],
      show: "list"
    },
    {
      id: "ras",
      type: "medication",
      title: {
        da: "ACE/ARB",
        en: "ACE/ARB"
      },
      codes: "ras",
      show: "list"
    },
    {
      id: "sglt2",
      type: "medication",
      title: {
        da: "SGLT2-h\xE6mmer",
        en: "SGLT2 inhibitor"
      },
      codes: "sglt2",
      show: "list"
    },
    {
      id: "nsaid",
      type: "medication",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      codes: "nsaid",
      show: "list"
    },
    {
      id: "metformin",
      type: "medication",
      title: {
        da: "Metformin",
        en: "Metformin"
      },
      codes: "metformin",
      show: "list"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "nsaid",
      level: "critical",
      title: {
        da: "NSAID ved eGFR under 45",
        en: "NSAID with eGFR below 45"
      },
      short: {
        da: "NSAID",
        en: "NSAID"
      },
      when: {
        all: [
          {
            medication: {
              codes: "nsaid"
            }
          },
          {
            result: {
              codes: "egfr",
              pick: "latest",
              value: {
                below: 45,
                unit: "mL/min"
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r at stoppe NSAID",
        en: "Consider stopping the NSAID"
      },
      source: "Produktresum\xE9er for NSAID: kontraindiceret ved sv\xE6rt nedsat nyrefunktion; gr\xE6nsen p\xE5 45 er klinisk gennemgang 2026 (delvis almen viden)"
    },
    {
      id: "nsaid-45",
      level: "warning",
      title: {
        da: "NSAID ved nyrep\xE5virkning, eGFR ikke under 45",
        en: "NSAID in kidney impairment, eGFR not below 45"
      },
      short: {
        da: "NSAID",
        en: "NSAID"
      },
      when: {
        all: [
          {
            medication: {
              codes: "nsaid"
            }
          },
          {
            not: {
              result: {
                codes: "egfr",
                pick: "latest",
                value: {
                  below: 45,
                  unit: "mL/min"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r alternativ; kontroll\xE9r eGFR ved fortsat brug",
        en: "Consider an alternative; check eGFR if it goes on"
      },
      source: "Klinisk gennemgang 2026 (delvis almen viden)"
    },
    {
      id: "metformin",
      level: "critical",
      title: {
        da: "Metformin ved eGFR under 30",
        en: "Metformin with eGFR below 30"
      },
      short: {
        da: "Metformin",
        en: "Metformin"
      },
      when: {
        all: [
          {
            medication: {
              codes: "metformin"
            }
          },
          {
            result: {
              codes: "egfr",
              pick: "latest",
              value: {
                below: 30,
                unit: "mL/min"
              }
            }
          }
        ]
      },
      advice: {
        da: "Kontraindiceret: stop metformin",
        en: "Contraindicated: stop metformin"
      },
      source: "Produktresum\xE9 for metformin"
    },
    {
      id: "egfr-30",
      level: "warning",
      title: {
        da: "eGFR under 30",
        en: "eGFR below 30"
      },
      short: {
        da: "eGFR < 30",
        en: "eGFR < 30"
      },
      when: {
        result: {
          codes: "egfr",
          pick: "latest",
          value: {
            below: 30,
            unit: "mL/min"
          }
        }
      },
      advice: {
        da: "Overvej henvisning; gennemg\xE5 doser",
        en: "Consider referral; review doses"
      },
      source: "Kronisk nyresygdom 2024: stadium 4\u20135"
    },
    {
      id: "egfr-fald",
      level: "warning",
      title: {
        da: "eGFR faldet med mere end 5 inden for 12 m\xE5neder",
        en: "eGFR fallen by more than 5 within 12 months"
      },
      short: {
        da: "eGFR falder",
        en: "eGFR falling"
      },
      when: {
        change: {
          of: {
            codes: "egfr",
            when: {
              last: "P12M"
            }
          },
          from: "earliest",
          value: {
            below: -5,
            unit: "mL/min"
          }
        }
      },
      advice: {
        da: "Gentag m\xE5lingen; se p\xE5 medicin, blodtryk og albuminuri",
        en: "Repeat the measurement; look at medication, blood pressure and albuminuria"
      },
      source: "Klinisk gennemgang 2026: fald p\xE5 mere end 5 p\xE5 12 m\xE5neder"
    },
    {
      id: "albuminuri-uden-ras",
      level: "warning",
      title: {
        da: "Albuminuri uden ACE-h\xE6mmer/ARB",
        en: "Albuminuria without ACE inhibitor/ARB"
      },
      short: {
        da: "ACE/ARB?",
        en: "ACE/ARB?"
      },
      when: {
        all: [
          {
            result: {
              codes: "acr",
              pick: "latest",
              value: {
                atLeast: 30,
                unit: "mg/g"
              }
            }
          },
          {
            not: {
              medication: {
                codes: "ras"
              }
            }
          }
        ]
      },
      advice: {
        da: "Overvej ACE-h\xE6mmer eller ARB",
        en: "Consider an ACE inhibitor or ARB"
      },
      source: "KAP-S, klyngepakken Kronisk nyresygdom 2024"
    },
    {
      id: "sglt2",
      level: "info",
      title: {
        da: "SGLT2-h\xE6mmer ikke fors\xF8gt",
        en: "SGLT2 inhibitor not tried"
      },
      short: {
        da: "SGLT2?",
        en: "SGLT2?"
      },
      when: {
        all: [
          {
            not: {
              medication: {
                codes: "sglt2",
                when: "ever"
              }
            }
          },
          {
            not: {
              diagnosis: {
                codes: ["type1", "type1Sks"]
              }
            }
          },
          {
            not: {
              result: {
                codes: "egfr",
                pick: "latest",
                value: {
                  below: 20,
                  unit: "mL/min"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Overvej SGLT2-h\xE6mmer",
        en: "Consider an SGLT2 inhibitor"
      },
      source: "KDIGO 2024; Kronisk nyresygdom 2024; at undtage type 1-diabetes og eGFR under 20 er almen viden"
    },
    {
      id: "ingen-acr",
      level: "info",
      title: {
        da: "U-albumin/kreatinin ikke m\xE5lt i 12 m\xE5neder",
        en: "Urine albumin/creatinine not measured in 12 months"
      },
      short: {
        da: "U-alb/krea mangler",
        en: "No urine ACR"
      },
      when: {
        not: {
          result: {
            codes: "acr",
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Bestil U-albumin/kreatinin",
        en: "Order urine albumin/creatinine"
      },
      source: "Kronisk nyresygdom 2024; vinduet er redaktionens"
    },
    {
      id: "ingen-egfr",
      level: "info",
      title: {
        da: "eGFR under 45 og ikke m\xE5lt i seks m\xE5neder",
        en: "eGFR below 45 and not measured in six months"
      },
      short: {
        da: "eGFR mangler",
        en: "No eGFR"
      },
      when: {
        all: [
          {
            result: {
              codes: "egfr",
              pick: "latest",
              value: {
                below: 45,
                unit: "mL/min"
              }
            }
          },
          {
            not: {
              result: {
                codes: "egfr",
                when: {
                  last: "P6M"
                }
              }
            }
          }
        ]
      },
      advice: {
        da: "Bestil eGFR",
        en: "Order eGFR"
      },
      source: "KDIGO 2024: kontrol mindst to gange \xE5rligt ved eGFR under 45"
    }
  ],
  indicators: [
    {
      id: "acr",
      title: {
        da: "Andel med U-albumin/kreatinin inden for 12 m\xE5neder",
        en: "Proportion with urine albumin/creatinine within 12 months"
      },
      numerator: {
        result: {
          codes: "acr",
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "Kronisk nyresygdom 2024; indikatoren er redaktionens"
    },
    {
      id: "nsaid",
      title: {
        da: "Andel i NSAID-behandling",
        en: "Proportion on NSAID"
      },
      numerator: {
        medication: {
          codes: "nsaid"
        }
      },
      better: "lower",
      source: "Produktresum\xE9er for NSAID; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/osteoporose.json
var osteoporose_default = {
  format: "overblik-profile/1",
  id: "dk.osteoporose",
  version: "0.2.0",
  status: "draft",
  about: {
    short: {
      da: "Osteoporose",
      en: "Osteoporosis"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering efter DSAM\u2019s vejledning; programmets tabel er ikke offentlig.",
      en: "Our own wording after DSAM\u2019s guideline; the programme\u2019s table is not public."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Brud vises ogs\xE5 fra sygehuset: SKS DS12, DS22, DS32, DS42, DS52, DS62, DS72, DS82 og DS92.",
          en: "Fractures are shown from the hospital too: SKS DS12, DS22, DS32, DS42, DS52, DS62, DS72, DS82 and DS92."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: eGFR.",
          en: "All codes of one analyte are included: eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Denosumab t\xE6ller nogensinde, ikke kun nu; mark\xF8ren for oph\xF8r ser fem \xE5r tilbage i stedet for et. En anden behandling nu slukker mark\xF8ren.",
          en: "Denosumab counts ever, not only now; the marker of its end looks back five years instead of one. Another treatment now puts the marker out."
        },
        source: "DSAM, Osteoporose 2024"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Kun osteoporosens midler: M05BA04, 06 og 07; M05BA08 giver ikke i sig selv plads p\xE5 listen; M05BA02 og 03 er ude. Nye: H05AA04, G03XC02, M05BX03, M05BX53.",
          en: "Only the medicines of osteoporosis: M05BA04, 06 and 07; M05BA08 gives no place on the list by itself; M05BA02 and 03 are out. New: H05AA04, G03XC02, M05BX03, M05BX53."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "\xBBUden aktuel behandling\xAB er ikke \xBBObs.\xAB i en pause efter mindst fem \xE5rs bisfosfonat, der sluttede inden for tre \xE5r: den vises som \xBBInfo\xAB, og patienten tages ud af indikatorens n\xE6vner.",
          en: "\u201CWithout present treatment\u201D is no warning in a pause after at least five years of bisphosphonate that ended within three years: it is shown as information, and the patient is taken out of the indicator\u2019s denominator."
        },
        source: "DSAM, Osteoporose 2024"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Mark\xF8ren for oph\xF8rt denosumab sp\xF8rger, om der er givet bisfosfonat, zoledronsyre eller et andet middel i de ni m\xE5neder efter den seneste behandlings slutning. En patient, der har f\xE5et denosumab igen efter et bisfosfonat og s\xE5 stopper, markeres nu; en infusion, der kom senere end ni m\xE5neder efter, slukker kun mark\xF8ren i 15 m\xE5neder.",
          en: "The marker of denosumab that has stopped asks whether a bisphosphonate, zoledronic acid or another medicine was given in the nine months after the latest treatment ended. A patient who had denosumab again after a bisphosphonate and then stops is now marked; an infusion that came later than nine months puts the marker out for 15 months only."
        },
        source: "DSAM, Osteoporose 2024: zoledronat seks m\xE5neder efter den sidste dosis; de ni m\xE5neder, fra ordinationens slutning, er redaktionens"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: styrken, som skiller Prolia (60 mg) fra Xgeva (120 mg). Det kan siges, men en ordination uden styrke ville g\xF8re patienten uafgjort; kr\xE6ft uden osteoporosekode lader i stedet denosumab ude.",
          en: "Not asked: the strength, which tells Prolia (60 mg) from Xgeva (120 mg). It can be said, but an order without a strength would leave the patient undecided; cancer without a code of osteoporosis leaves denosumab out instead."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Patienter med osteoporose",
    en: "Patients with osteoporosis"
  },
  purpose: [
    {
      da: "Forbedre kvaliteten af behandlingen for patienter med osteoporose",
      en: "Improve the quality of treatment for patients with osteoporosis"
    },
    {
      da: "Finde patienter uden behandling, med lang behandling eller farligt oph\xF8r",
      en: "Find patients without treatment, with long treatment, or with a dangerous stop"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Programmet har udgivet en osteoporoseprofil, men dens tabel er ikke offentlig. Kriterierne her er ICPC-koden L95 og osteoporosemidlerne efter ATC; reglerne for behandling er DSAM\u2019s vejledning fra 2024. DXA-skanning har ingen kode i kilderne. Overs\xE6ttelsen til koder og vinduer er redaktionens. Ingen klinisk gruppe har godkendt dokumentet. Denosumab giver plads p\xE5 listen, ogs\xE5 n\xE5r det er oph\xF8rt, men ikke hos patienter med en kr\xE6ftdiagnose uden osteoporosekode, for M05BX04 er b\xE5de Prolia og Xgeva. Valget af kr\xE6ftkoder hviler p\xE5 almen viden. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The programme has published an osteoporosis profile, but its table is not public. The criteria here are the ICPC code L95 and the osteoporosis medicines by ATC; the rules of treatment are the 2024 guideline of DSAM, the Danish College of General Practitioners. The sources give no code for DXA scans. The translation into codes and windows is the editors\u2019. No clinical group has approved the document. Denosumab gives a place on the list also when it has stopped, but not in patients with a cancer diagnosis and no code of osteoporosis, for M05BX04 is both Prolia and Xgeva. The choice of cancer codes rests on general knowledge. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM, klinisk vejledning \xBBOsteoporose hos kvinder efter overgangsalderen og hos m\xE6nd over 60 \xE5r i almen praksis\xAB, 2024: 10. Varighed af behandling",
      url: "https://dsam.dk/vejledninger/osteoporose/10-varighed-af-behandling"
    },
    {
      title: "Produktresum\xE9 for alendronat: frar\xE5des ved GFR under 35 ml/min"
    },
    {
      title: "Opdateret projektgrundlag for Klinikens Cockpit (Mini-PID), 2. maj 2025: udgivelse af 4 profiler"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    osteoporose: {
      system: "ICPC-2",
      title: {
        da: "Osteoporose",
        en: "Osteoporosis"
      },
      include: ["L95"]
    },
    osteoporoseSks: {
      system: "SKS",
      title: {
        da: "Osteoporose (SKS)",
        en: "Osteoporosis (SKS)"
      },
      include: ["DM80-DM81"]
    },
    bisfosfonat: {
      system: "ATC",
      title: {
        da: "Bisfosfonat (alendronat, ibandronat, risedronat)",
        en: "Bisphosphonate (alendronate, ibandronate, risedronate)"
      },
      include: ["M05BA04", "M05BA06", "M05BA07", "M05BB"]
    },
    denosumab: {
      system: "ATC",
      title: {
        da: "Denosumab",
        en: "Denosumab"
      },
      include: ["M05BX04"]
    },
    calcium: {
      system: "ATC",
      title: {
        da: "Calcium og/eller D-vitamin",
        en: "Calcium and/or vitamin D"
      },
      include: ["A12A", "A11CC", "M05BB"]
    },
    steroid: {
      system: "ATC",
      title: {
        da: "Systemisk steroid",
        en: "Systemic steroid"
      },
      include: ["H02AB"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    dvitamin: {
      system: "NPU",
      title: {
        da: "D-vitamin",
        en: "Vitamin D"
      },
      include: ["NPU10267"]
    },
    brud: {
      system: "ICPC-2",
      title: {
        da: "Knoglebrud",
        en: "Fracture"
      },
      include: ["L72-L76"]
    },
    brudSks: {
      system: "SKS",
      title: {
        da: "Brud (SKS)",
        en: "Fractures (SKS)"
      },
      include: ["DS12", "DS22", "DS32", "DS42", "DS52", "DS62", "DS72", "DS82", "DS92"]
    },
    zoledronat: {
      system: "ATC",
      title: {
        da: "Zoledronsyre",
        en: "Zoledronic acid"
      },
      include: ["M05BA08"]
    },
    oevrigeMidler: {
      system: "ATC",
      title: {
        da: "\xD8vrige osteoporosemidler",
        en: "Other osteoporosis medicines"
      },
      include: ["M05BX03", "M05BX06", "M05BX53", "G03XC01", "G03XC02", "H05AA02", "H05AA04"]
    },
    kraeft: {
      system: "ICPC-2",
      title: {
        da: "Kr\xE6ft, hudkr\xE6ft fraregnet",
        en: "Cancer, skin cancer apart"
      },
      include: [
        "A79",
        "B72-B74",
        "D74-D77",
        "L71",
        "N74",
        "R84",
        "R85",
        "T71",
        "U75-U77",
        "W72",
        "X75-X77",
        "Y77",
        "Y78"
      ]
    },
    kraeftSks: {
      system: "SKS",
      title: {
        da: "Kr\xE6ft, hudkr\xE6ft fraregnet (SKS)",
        en: "Cancer, skin cancer apart (SKS)"
      },
      include: ["DC00-DC97"],
      exclude: ["DC44"]
    }
  },
  population: {
    include: {
      any: [
        {
          diagnosis: {
            codes: ["osteoporose", "osteoporoseSks"]
          }
        },
        {
          medication: {
            codes: "bisfosfonat"
          }
        },
        {
          medication: {
            codes: "oevrigeMidler"
          }
        },
        {
          all: [
            {
              medication: {
                codes: "denosumab",
                when: "ever"
              }
            },
            {
              not: {
                diagnosis: {
                  codes: ["kraeft", "kraeftSks"]
                }
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "brud",
      type: "diagnosis",
      title: {
        da: "Knoglebrud",
        en: "Fractures"
      },
      codes: ["brud", "brudSks"],
      show: "list"
    },
    {
      id: "kraeft",
      type: "diagnosis",
      title: {
        da: "Kr\xE6ft",
        en: "Cancer"
      },
      codes: ["kraeft", "kraeftSks"],
      show: "list"
    },
    {
      id: "bisfosfonat",
      type: "medication",
      title: {
        da: "Bisfosfonat",
        en: "Bisphosphonate"
      },
      codes: ["bisfosfonat", "zoledronat"],
      show: "list"
    },
    {
      id: "denosumab",
      type: "medication",
      title: {
        da: "Denosumab",
        en: "Denosumab"
      },
      codes: "denosumab",
      show: "list",
      when: "ever"
    },
    {
      id: "oevrige",
      type: "medication",
      title: {
        da: "\xD8vrige midler",
        en: "Other medicines"
      },
      codes: "oevrigeMidler",
      show: "list"
    },
    {
      id: "calcium",
      type: "medication",
      title: {
        da: "Calcium/D-vitamin",
        en: "Calcium/vitamin D"
      },
      codes: "calcium",
      show: "list"
    },
    {
      id: "steroid",
      type: "medication",
      title: {
        da: "Systemisk steroid",
        en: "Systemic steroid"
      },
      codes: "steroid",
      show: "list"
    },
    {
      id: "dvitamin",
      type: "result",
      title: {
        da: "D-vitamin",
        en: "Vitamin D"
      },
      codes: "dvitamin",
      show: "trend"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "dxa",
      type: "referral",
      title: {
        da: "DXA-skanning",
        en: "DXA scan"
      },
      uncoded: {
        da: "Kilderne angiver ingen kode for DXA-skanning",
        en: "The sources give no code for DXA scans"
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "denosumab-ophoert",
      level: "critical",
      title: {
        da: "Denosumab oph\xF8rt uden efterf\xF8lgende behandling",
        en: "Denosumab stopped without a treatment after it"
      },
      short: {
        da: "Denosumab oph\xF8rt",
        en: "Denosumab stopped"
      },
      when: {
        all: [
          {
            medication: {
              codes: "denosumab",
              when: {
                from: "-P5Y",
                to: "-P1D"
              }
            }
          },
          {
            not: {
              medication: {
                codes: "denosumab"
              }
            }
          },
          {
            not: {
              any: [
                {
                  medication: {
                    codes: "bisfosfonat"
                  }
                },
                {
                  medication: {
                    codes: "oevrigeMidler"
                  }
                },
                {
                  medication: {
                    codes: "zoledronat",
                    when: {
                      last: "P15M"
                    }
                  }
                },
                {
                  anchor: {
                    on: {
                      medication: {
                        codes: "denosumab",
                        when: {
                          from: "-P5Y",
                          to: "-P1D"
                        }
                      }
                    },
                    pick: "latest",
                    at: "end",
                    is: {
                      any: [
                        {
                          medication: {
                            codes: ["bisfosfonat", "zoledronat"],
                            when: {
                              from: "P0D",
                              to: "+P9M"
                            }
                          }
                        },
                        {
                          medication: {
                            codes: "oevrigeMidler",
                            when: {
                              from: "P0D",
                              to: "+P9M"
                            }
                          }
                        }
                      ]
                    }
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "Oph\xF8r giver knogletab og risiko for brud: afklar zoledronsyre eller konfer\xE9r",
        en: "Stopping causes bone loss and a risk of fractures: clarify zoledronic acid, or confer"
      },
      source: "DSAM, Osteoporose 2024, 10. Varighed af behandling; at se fem \xE5r tilbage, de ni m\xE5neder fra ordinationens slutning og de 15 m\xE5neder efter en infusion er redaktionens"
    },
    {
      id: "bisfosfonat-nyre",
      level: "warning",
      title: {
        da: "Bisfosfonat ved eGFR under 35",
        en: "Bisphosphonate with eGFR below 35"
      },
      short: {
        da: "Bisf. ved lav eGFR",
        en: "Bisph., low eGFR"
      },
      when: {
        all: [
          {
            any: [
              {
                medication: {
                  codes: "bisfosfonat"
                }
              },
              {
                medication: {
                  codes: "zoledronat",
                  when: {
                    last: "P15M"
                  }
                }
              }
            ]
          },
          {
            result: {
              codes: "egfr",
              pick: "latest",
              value: {
                below: 35,
                unit: "mL/min"
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r skift af behandling",
        en: "Consider another treatment"
      },
      source: "Produktresum\xE9 for alendronat"
    },
    {
      id: "bisfosfonat-5-aar",
      level: "warning",
      title: {
        da: "Bisfosfonat i mindst fem \xE5r",
        en: "Bisphosphonate for at least five years"
      },
      short: {
        da: "Bisfosfonat",
        en: "Bisphosphonate"
      },
      when: {
        medication: {
          codes: "bisfosfonat",
          lasting: "P5Y",
          gap: "P3M"
        }
      },
      advice: {
        da: "Vurd\xE9r fortsat behandling, pause eller skift",
        en: "Consider continuing, pausing or changing treatment"
      },
      source: "DSAM, Osteoporose 2024, 10. Varighed af behandling; tilladt pause p\xE5 tre m\xE5neder er redaktionens"
    },
    {
      id: "ubehandlet",
      level: "warning",
      title: {
        da: "Osteoporose uden aktuel behandling",
        en: "Osteoporosis without present treatment"
      },
      short: {
        da: "Ubehandlet",
        en: "Untreated"
      },
      when: {
        not: {
          any: [
            {
              medication: {
                codes: "bisfosfonat"
              }
            },
            {
              medication: {
                codes: "zoledronat",
                when: {
                  last: "P15M"
                }
              }
            },
            {
              medication: {
                codes: "denosumab"
              }
            },
            {
              medication: {
                codes: "oevrigeMidler"
              }
            },
            {
              medication: {
                codes: "bisfosfonat",
                lasting: "P5Y",
                gap: "P3M",
                when: {
                  last: "P3Y"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Tjek pause, tidligere behandling og fravalg",
        en: "Check pauses, earlier treatment and refusals"
      },
      source: "DSAM, Osteoporose 2024; mark\xF8ren, og at en infusion med zoledronsyre t\xE6ller i 15 m\xE5neder, er redaktionens"
    },
    {
      id: "pause",
      level: "info",
      title: {
        da: "Pause efter mindst fem \xE5rs bisfosfonat",
        en: "Pause after at least five years of bisphosphonate"
      },
      short: {
        da: "Pause",
        en: "Pause"
      },
      when: {
        all: [
          {
            not: {
              any: [
                {
                  medication: {
                    codes: "bisfosfonat"
                  }
                },
                {
                  medication: {
                    codes: "zoledronat",
                    when: {
                      last: "P15M"
                    }
                  }
                },
                {
                  medication: {
                    codes: "denosumab"
                  }
                },
                {
                  medication: {
                    codes: "oevrigeMidler"
                  }
                }
              ]
            }
          },
          {
            medication: {
              codes: "bisfosfonat",
              lasting: "P5Y",
              gap: "P3M",
              when: {
                last: "P3Y"
              }
            }
          }
        ]
      },
      advice: {
        da: "Tjek, hvorn\xE5r pausen skal revurderes",
        en: "Check when the pause is to be reconsidered"
      },
      source: "DSAM, Osteoporose 2024, 10. Varighed af behandling; gr\xE6nsen p\xE5 tre \xE5r er redaktionens"
    },
    {
      id: "calcium",
      level: "info",
      title: {
        da: "Ikke registreret calcium/D-vitamin",
        en: "No calcium/vitamin D recorded"
      },
      short: {
        da: "Calcium?",
        en: "Calcium?"
      },
      when: {
        not: {
          medication: {
            codes: "calcium"
          }
        }
      },
      advice: {
        da: "Sp\xF8rg til h\xE5ndk\xF8b; det st\xE5r ikke i FMK",
        en: "Ask about over-the-counter use; it is not in the medication record"
      },
      source: "DSAM, Osteoporose 2024; mark\xF8ren er redaktionens"
    }
  ],
  indicators: [
    {
      id: "behandlet",
      title: {
        da: "Andel i osteoporosebehandling",
        en: "Proportion on osteoporosis treatment"
      },
      numerator: {
        any: [
          {
            medication: {
              codes: "bisfosfonat"
            }
          },
          {
            medication: {
              codes: "zoledronat",
              when: {
                last: "P15M"
              }
            }
          },
          {
            medication: {
              codes: "denosumab"
            }
          },
          {
            medication: {
              codes: "oevrigeMidler"
            }
          }
        ]
      },
      better: "higher",
      source: "DSAM, Osteoporose 2024; indikatoren, og at en planlagt pause tages ud, er redaktionens",
      except: {
        medication: {
          codes: "bisfosfonat",
          lasting: "P5Y",
          gap: "P3M",
          when: {
            last: "P3Y"
          }
        }
      }
    },
    {
      id: "lang-bisfosfonat",
      title: {
        da: "Andel af bisfosfonatbehandlede med mindst fem \xE5rs behandling",
        en: "Proportion of those on bisphosphonates treated for at least five years"
      },
      numerator: {
        medication: {
          codes: "bisfosfonat",
          lasting: "P5Y",
          gap: "P3M"
        }
      },
      denominator: {
        medication: {
          codes: "bisfosfonat"
        }
      },
      better: "lower",
      source: "DSAM, Osteoporose 2024; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/saarbare.json
var saarbare_default = {
  format: "overblik-profile/1",
  id: "dk.saarbare",
  version: "0.2.0",
  status: "draft",
  about: {
    short: {
      da: "S\xE5rbare",
      en: "Vulnerable"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering; programmet n\xE6vner gruppen uden kriterier.",
      en: "Our own wording; the programme names the group without criteria."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "SKS er kommet til: DF20\u2013DF31 for sv\xE6r psykisk lidelse (P98 er DF21\u2013DF29), DF10\u2013DF16, DF18 og DF19 for misbrug (tobak, DF17, er ikke med) og DF32, DF33, DF341, DF38, DF39 og DF41 for angst og depression. De sociale problemer (Z) sp\xF8rges kun i ICPC-2: sygehuse koder dem sj\xE6ldent.",
          en: "SKS was added: DF20\u2013DF31 for severe mental illness (P98 is DF21\u2013DF29), DF10\u2013DF16, DF18 and DF19 for abuse (tobacco, DF17, is left out), and DF32, DF33, DF341, DF38, DF39 and DF41 for anxiety and depression. Social problems (Z) are asked in ICPC-2 alone: hospitals seldom code them."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Misbrug omfatter ogs\xE5 P16 (akut alkoholp\xE5virkning) og P18 (medicinmisbrug).",
          en: "Abuse takes in P16 (acute alcohol abuse) and P18 (medication abuse) too."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sv\xE6r psykisk lidelse er P72, P73 og P98 (anden psykose); P80 (personlighedsforstyrrelse) og P82 (PTSD) er ude.",
          en: "Severe mental illness is P72, P73 and P98 (other psychosis); P80 (personality disorder) and P82 (PTSD) are out."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sove-/angstmedicin omfatter clonazepam (N03AE01); opioider omfatter N07BC og R05DA.",
          en: "Hypnotics/anxiolytics take in clonazepam (N03AE01); opioids take in N07BC and R05DA."
        },
        source: "Klinisk gennemgang, november 2026; N07BC og R05DA: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: udeblivelser fra aftaler. Det kan siges (aftalens status), men en tidligere aftale uden status ville g\xF8re patienten uafgjort; antallet er ikke fastsl\xE5et i kilderne.",
          en: "Not asked: missed appointments. It can be said (the appointment\u2019s status), but a past appointment without a status would leave the patient undecided; the sources name no number."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-28",
        text: {
          da: "Samtaleterapi vises som liste: det er ikke en kontrol, som alle skal have, og ingen mangler den.",
          en: "Talking therapy is shown as a list: it is no control that everybody is to have, and nobody misses one."
        },
        source: "Redaktionen"
      }
    ]
  },
  title: {
    da: "S\xE5rbare patienter",
    en: "Vulnerable patients"
  },
  purpose: [
    {
      da: "Finde patienter med psykiske lidelser og socialt udsatte",
      en: "Find patients with mental illness and the socially exposed"
    },
    {
      da: "Tidlig og sammenh\xE6ngende indsats",
      en: "Early and coherent help"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Programmet n\xE6vner s\xE5rbare grupper \u2013 psykiske lidelser og socialt udsatte \u2013 uden kriterier. Her: sv\xE6r psykisk lidelse, misbrug, eller angst/depression sammen med et registreret socialt problem, 18 \xE5r eller derover. Koderne er ICPC-2\u2019s; udvalget er redaktionens. Udeblivelser sp\xF8rges der ikke om. Ingen klinisk gruppe har godkendt dokumentet. Z-koder bruges sj\xE6ldent i almen praksis: patienter med sociale problemer, der ikke er kodet, findes ikke. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The programme names vulnerable groups \u2013 mental illness and the socially exposed \u2013 without criteria. Here: severe mental illness, substance abuse, or anxiety/depression together with a recorded social problem, aged 18 or more. The codes are those of ICPC-2; the selection is the editors\u2019. Missed appointments are not asked. No clinical group has approved the document. Z codes are seldom used in general practice: patients with social problems that are not coded are not found. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "Klinikens Cockpit: programmets pr\xE6sentation \xBBProfil \u2013 hvad er det for en st\xF8rrelse?\xAB"
    },
    {
      title: "DSAM, nyhedsbrev \xBBUlighed og forskellige ydelser\xAB (OK22, ydelse 2150)",
      url: "https://www.dsam.dk/nyhedsbreve/f97d92d783"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om behandling med antipsykotiske l\xE6gemidler til personer over 18 \xE5r\xAB: \xE5rlig kontrol"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    svaerPsykisk: {
      system: "ICPC-2",
      title: {
        da: "Sv\xE6r psykisk lidelse",
        en: "Severe mental illness"
      },
      include: ["P72", "P73", "P98"]
    },
    svaerPsykiskSks: {
      system: "SKS",
      title: {
        da: "Sv\xE6r psykisk lidelse (SKS)",
        en: "Severe mental illness (SKS)"
      },
      include: ["DF20-DF31"]
    },
    misbrug: {
      system: "ICPC-2",
      title: {
        da: "Alkohol-, medicin- eller stofmisbrug",
        en: "Alcohol, medication or drug abuse"
      },
      include: ["P15", "P16", "P18", "P19"]
    },
    misbrugSks: {
      system: "SKS",
      title: {
        da: "Alkohol-, medicin- eller stofmisbrug (SKS)",
        en: "Alcohol, medication or drug abuse (SKS)"
      },
      include: ["DF10-DF16", "DF18-DF19"]
    },
    angstDepression: {
      system: "ICPC-2",
      title: {
        da: "Angst eller depression",
        en: "Anxiety or depression"
      },
      include: ["P74", "P76"]
    },
    angstDepressionSks: {
      system: "SKS",
      title: {
        da: "Angst eller depression (SKS)",
        en: "Anxiety or depression (SKS)"
      },
      include: ["DF32-DF33", "DF341", "DF38-DF39", "DF41"]
    },
    socialt: {
      system: "ICPC-2",
      title: {
        da: "Socialt problem",
        en: "Social problem"
      },
      include: ["Z01-Z06", "Z12", "Z25"]
    },
    sovemedicin: {
      system: "ATC",
      title: {
        da: "Benzodiazepin og Z-l\xE6gemiddel",
        en: "Benzodiazepines and Z-drugs"
      },
      include: ["N05BA", "N05CD", "N05CF", "N03AE01"]
    },
    opioid: {
      system: "ATC",
      title: {
        da: "Opioid",
        en: "Opioid"
      },
      include: ["N02A", "N07BC", "R05DA"]
    },
    ydelse2150: {
      system: "ydelse",
      title: {
        da: "Fokuseret somatisk unders\xF8gelse",
        en: "Focused somatic examination"
      },
      include: ["2150"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    opsoegende: {
      system: "ydelse",
      title: {
        da: "Ops\xF8gende hjemmebes\xF8g eller sundhedstjek p\xE5 botilbud",
        en: "Outreach home visit or health check in supported housing"
      },
      include: ["0121", "0123"]
    },
    samtale: {
      system: "ydelse",
      title: {
        da: "Samtaleterapi",
        en: "Talking therapy"
      },
      include: ["6101"]
    }
  },
  population: {
    include: {
      all: [
        {
          patient: {
            age: {
              min: 18
            }
          }
        },
        {
          any: [
            {
              diagnosis: {
                codes: ["svaerPsykisk", "svaerPsykiskSks"]
              }
            },
            {
              diagnosis: {
                codes: ["misbrug", "misbrugSks"]
              }
            },
            {
              all: [
                {
                  diagnosis: {
                    codes: ["angstDepression", "angstDepressionSks"],
                    when: "now"
                  }
                },
                {
                  diagnosis: {
                    codes: "socialt",
                    when: {
                      last: "P3Y"
                    }
                  }
                }
              ]
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "svaerPsykisk",
      type: "diagnosis",
      title: {
        da: "Sv\xE6r psykisk lidelse",
        en: "Severe mental illness"
      },
      codes: ["svaerPsykisk", "svaerPsykiskSks"],
      show: "list"
    },
    {
      id: "misbrug",
      type: "diagnosis",
      title: {
        da: "Misbrug",
        en: "Substance abuse"
      },
      codes: ["misbrug", "misbrugSks"],
      show: "list"
    },
    {
      id: "angstDepression",
      type: "diagnosis",
      title: {
        da: "Angst/depression",
        en: "Anxiety/depression"
      },
      codes: ["angstDepression", "angstDepressionSks"],
      show: "list"
    },
    {
      id: "socialt",
      type: "diagnosis",
      title: {
        da: "Sociale problemer",
        en: "Social problems"
      },
      codes: "socialt",
      show: "list"
    },
    {
      id: "sovemedicin",
      type: "medication",
      title: {
        da: "Sove-/angstmedicin",
        en: "Hypnotics/anxiolytics"
      },
      codes: "sovemedicin",
      show: "list"
    },
    {
      id: "opioid",
      type: "medication",
      title: {
        da: "Opioid",
        en: "Opioid"
      },
      codes: "opioid",
      show: "list"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "ydelse2150",
      type: "service",
      title: {
        da: "Seneste ydelse 2150",
        en: "Latest service 2150"
      },
      codes: "ydelse2150",
      show: "latest"
    },
    {
      id: "samtale",
      type: "service",
      title: {
        da: "Seneste samtaleterapi",
        en: "Latest talking therapy"
      },
      codes: "samtale",
      show: "list"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "vanedannende",
      level: "critical",
      title: {
        da: "Opioid og benzodiazepin/Z-l\xE6gemiddel samtidig",
        en: "Opioid and benzodiazepine/Z-drug at the same time"
      },
      short: {
        da: "Opioid + benzo",
        en: "Opioid + benzo"
      },
      when: {
        concurrent: {
          of: [
            {
              medication: {
                codes: "opioid"
              }
            },
            {
              medication: {
                codes: "sovemedicin"
              }
            }
          ]
        }
      },
      advice: {
        da: "Risiko for respirationsdepression: gennemg\xE5",
        en: "Risk of respiratory depression: review"
      },
      source: "Produktresum\xE9er for opioider og benzodiazepiner: advarsel mod samtidig brug"
    },
    {
      id: "ingen-kontakt",
      level: "warning",
      title: {
        da: "Ingen kontakt i 12 m\xE5neder",
        en: "No contact in 12 months"
      },
      short: {
        da: "Ingen kontakt",
        en: "No contact"
      },
      when: {
        not: {
          service: {
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Kontakt patienten",
        en: "Contact the patient"
      },
      source: "Klinikens Cockpit: tidlig og sammenh\xE6ngende indsats; mark\xF8ren er redaktionens"
    },
    {
      id: "somatisk",
      level: "warning",
      title: {
        da: "Somatik ikke unders\xF8gt i 12 m\xE5neder",
        en: "Somatic health not examined in 12 months"
      },
      short: {
        da: "Somatik mangler",
        en: "No somatic exam"
      },
      when: {
        not: {
          any: [
            {
              service: {
                codes: "ydelse2150",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              service: {
                codes: "opsoegende",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              all: [
                {
                  result: {
                    codes: "hba1c",
                    when: {
                      last: "P12M"
                    }
                  }
                },
                {
                  result: {
                    codes: "systolisk",
                    when: {
                      last: "P12M"
                    }
                  }
                }
              ]
            }
          ]
        }
      },
      advice: {
        da: "Tilbyd somatisk unders\xF8gelse",
        en: "Offer a somatic examination"
      },
      source: "DSAM, Ulighed og forskellige ydelser (OK22); mark\xF8ren er redaktionens"
    },
    {
      id: "ingen-aftale",
      level: "info",
      title: {
        da: "Ingen fremtidig aftale",
        en: "No future appointment"
      },
      short: {
        da: "Ingen aftale",
        en: "No appt."
      },
      when: {
        not: {
          appointment: {
            when: "future"
          }
        }
      },
      advice: {
        da: "Book en opf\xF8lgende tid",
        en: "Book a follow-up"
      },
      source: "Klinikens Cockpit: tidlig og sammenh\xE6ngende indsats; mark\xF8ren er redaktionens"
    }
  ],
  indicators: [
    {
      id: "kontakt",
      title: {
        da: "Andel med kontakt inden for 12 m\xE5neder",
        en: "Proportion with contact within 12 months"
      },
      numerator: {
        service: {
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "Klinikens Cockpit; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/triple-whammy.json
var triple_whammy_default = {
  format: "overblik-profile/1",
  id: "dk.triple-whammy",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Den offentliggjorte definition (BMJ 2013; DSAM\u2019s vidensbank 2021); programmets egen liste er ikke offentlig.",
      en: "The published definition (BMJ 2013; DSAM\u2019s knowledge bank 2021); the programme\u2019s own list is not public."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: eGFR, kreatinin.",
          en: "All codes of one analyte are included: eGFR, creatinine."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Status er udkast: ingen klinisk gruppe har l\xE6st profilen.",
          en: "The status is draft: no clinical group has read the profile."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diuretika omfatter kombinationerne C02L, C09BX03/06, C09DX06\u201309, C09XA52/54 og C10BX13, men ikke vaptaner (C03XA).",
          en: "Diuretics take in the combinations C02L, C09BX03/06, C09DX06\u201309, C09XA52/54 and C10BX13, but not vaptans (C03XA)."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "ACE-h\xE6mmer/ARB omfatter ogs\xE5 kombinationer med statin (C10BX04, 06, 07, 10\u201317).",
          en: "ACE inhibitor/ARB takes in combinations with a statin too (C10BX04, 06, 07, 10\u201317)."
        },
        source: "ATC; tilf\xF8jet af redaktionen"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "NSAID: M01AX12, 21, 24 og 26 er ikke NSAID; NSAID findes ogs\xE5 i N02AJ08, 14, 16, 19 og 23. S\xE6ttet er f\xE6lles for profilerne.",
          en: "NSAID: M01AX12, 21, 24 and 26 are no NSAIDs; there are NSAIDs in N02AJ08, 14, 16, 19 and 23 too. The set is shared by the profiles."
        },
        source: "Klinisk gennemgang, november 2026; ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Samme regel for m\xE5lt nyretal i mark\xF8r og indikator: eGFR eller kreatinin.",
          en: "One rule of measured kidney function in marker and indicator: eGFR or creatinine."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ],
    tests: [
      {
        title: {
          da: "Enalapril, thiazid og ibuprofen",
          en: "Enalapril, thiazide and ibuprofen"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        diagnoses: [],
        expect: {
          population: "yes",
          markers: {
            "nedsat-nyrefunktion": "no",
            hjertesvigt: "no",
            "ingen-nyretal": "yes",
            ny: "no"
          },
          indicators: {
            nyretal: "no"
          }
        }
      },
      {
        title: {
          da: "Losartan med thiazid i \xE9n tablet, og ibuprofen",
          en: "Losartan with thiazide in one pill, and ibuprofen"
        },
        on: "2026-11-24",
        medications: ["C09DA01", "M01AE01"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Kodein med ibuprofen er ogs\xE5 et NSAID",
          en: "Codeine with ibuprofen is an NSAID too"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03CA01", "N02AJ08"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Rosuvastatin, perindopril og indapamid i \xE9n tablet, og ibuprofen",
          en: "Rosuvastatin, perindopril and indapamide in one pill, and ibuprofen"
        },
        on: "2026-11-24",
        medications: ["C10BX13", "M01AE01"],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Uden vanddrivende",
          en: "Without a diuretic"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "M01AE01"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Uden NSAID",
          en: "Without an NSAID"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Uden ACE-h\xE6mmer og ARB",
          en: "Without ACE inhibitor and ARB"
        },
        on: "2026-11-24",
        medications: ["C03AA03", "M01AE01"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Tolvaptan er intet diuretikum her",
          en: "Tolvaptan is no diuretic here"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03XA01", "M01AE01"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Glukosamin er intet NSAID",
          en: "Glucosamine is no NSAID"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03CA01", "M01AX05"],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Ibuprofen, der slutter i dag",
          en: "Ibuprofen that ends today"
        },
        on: "2026-11-24",
        medications: [
          "C09AA02",
          "C03AA03",
          {
            code: "M01AE01",
            from: "-P3W",
            to: "P0D"
          }
        ],
        expect: {
          population: "yes"
        }
      },
      {
        title: {
          da: "Ibuprofen, der sluttede i g\xE5r",
          en: "Ibuprofen that ended yesterday"
        },
        on: "2026-11-24",
        medications: [
          "C09AA02",
          "C03AA03",
          {
            code: "M01AE01",
            from: "-P3W",
            to: "-P1D"
          }
        ],
        expect: {
          population: "no"
        }
      },
      {
        title: {
          da: "Medicinen kan ikke hentes",
          en: "Medication is not to be had"
        },
        on: "2026-11-24",
        coverage: {
          medication: {
            available: false
          }
        },
        expect: {
          population: "unknown"
        }
      },
      {
        title: {
          da: "eGFR 59",
          en: "eGFR 59"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        results: [
          {
            code: "DNK35302",
            at: "-P1M",
            value: 59,
            unit: "mL/min"
          }
        ],
        expect: {
          markers: {
            "nedsat-nyrefunktion": "yes",
            "ingen-nyretal": "no"
          },
          indicators: {
            nyretal: "yes"
          }
        }
      },
      {
        title: {
          da: "eGFR 60",
          en: "eGFR 60"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        results: [
          {
            code: "DNK35302",
            at: "-P1M",
            value: 60,
            unit: "mL/min"
          }
        ],
        expect: {
          markers: {
            "nedsat-nyrefunktion": "no"
          }
        }
      },
      {
        title: {
          da: "Hjertesvigt (K77)",
          en: "Heart failure (K77)"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        diagnoses: ["K77"],
        expect: {
          markers: {
            hjertesvigt: "yes"
          }
        }
      },
      {
        title: {
          da: "Hjertesvigt (DI50) fra sygehuset",
          en: "Heart failure (DI50) from the hospital"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        diagnoses: [
          {
            code: "DI509",
            system: "SKS",
            from: "-P2Y"
          }
        ],
        expect: {
          markers: {
            hjertesvigt: "yes"
          }
        }
      },
      {
        title: {
          da: "NSAID i 29 dage",
          en: "An NSAID for 29 days"
        },
        on: "2026-11-24",
        medications: [
          "C09AA02",
          "C03AA03",
          {
            code: "M01AE01",
            from: "-P28D"
          }
        ],
        expect: {
          markers: {
            ny: "yes"
          }
        }
      },
      {
        title: {
          da: "NSAID i 30 dage",
          en: "An NSAID for 30 days"
        },
        on: "2026-11-24",
        medications: [
          "C09AA02",
          "C03AA03",
          {
            code: "M01AE01",
            from: "-P29D"
          }
        ],
        expect: {
          markers: {
            ny: "no"
          }
        }
      },
      {
        title: {
          da: "Kreatinin for tre m\xE5neder siden p\xE5 dagen",
          en: "Creatinine three months ago to the day"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        results: [
          {
            code: "NPU18016",
            at: "-P3M",
            value: 84
          }
        ],
        expect: {
          markers: {
            "ingen-nyretal": "no"
          },
          indicators: {
            nyretal: "yes"
          }
        }
      },
      {
        title: {
          da: "Kreatinin dagen f\xF8r det",
          en: "Creatinine the day before that"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        results: [
          {
            code: "NPU18016",
            at: "2026-08-23",
            value: 84
          }
        ],
        expect: {
          markers: {
            "ingen-nyretal": "yes"
          },
          indicators: {
            nyretal: "no"
          }
        }
      },
      {
        title: {
          da: "75 \xE5r i dag",
          en: "75 today"
        },
        on: "2026-11-24",
        patient: {
          age: 75
        },
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        expect: {
          markers: {
            aeldre: "yes"
          }
        }
      },
      {
        title: {
          da: "75 \xE5r i morgen",
          en: "75 tomorrow"
        },
        on: "2026-11-24",
        patient: {
          birthDate: "1951-11-25"
        },
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        expect: {
          markers: {
            aeldre: "no"
          }
        }
      },
      {
        title: {
          da: "F\xF8dselsdagen kendes ikke",
          en: "The day of birth is not known"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        expect: {
          markers: {
            aeldre: "unknown"
          }
        }
      },
      {
        title: {
          da: "Pr\xF8vesvar kan ikke hentes",
          en: "Results are not to be had"
        },
        on: "2026-11-24",
        medications: ["C09AA02", "C03AA03", "M01AE01"],
        coverage: {
          result: {
            available: false
          }
        },
        expect: {
          markers: {
            "nedsat-nyrefunktion": "unknown",
            "ingen-nyretal": "unknown"
          },
          indicators: {
            nyretal: "unknown"
          }
        }
      }
    ]
  },
  title: {
    da: "Triple Whammy",
    en: "Triple Whammy"
  },
  purpose: [
    {
      da: "Finde patienter, der er uhensigtsm\xE6ssigt medicineret: ACE-h\xE6mmer/ARB, diuretikum og NSAID samtidig",
      en: "Find patients with inappropriate medication: ACE inhibitor/ARB, diuretic and NSAID at the same time"
    },
    {
      da: "Forebygge akut nyresvigt",
      en: "Prevent acute kidney failure"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Definitionen er den offentliggjorte: tre l\xE6gemiddelgrupper i brug samme dag. ATC-grupperne f\xF8lger DSAM\u2019s vidensbank; kombinationspr\xE6parater med diuretikum er regnet med i begge grupper. H\xE5ndk\xF8bs-NSAID st\xE5r ikke i FMK og findes ikke. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The definition is the published one: three groups of medicine in use on the same day. The ATC groups follow DSAM\u2019s knowledge bank; combinations with a diuretic count in both groups. Over-the-counter NSAIDs are not in the medication record and are not found. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM\u2019s vidensbank, \xBBTriple whammy i almen praksis\xAB, 2021",
      url: "https://www.vidensbanken.dsam.dk/projekt/triple-whammy-i-almen-praksis-69"
    },
    {
      title: "Lapi F. m.fl., Concurrent use of diuretics, ACE inhibitors and ARBs with NSAIDs and risk of acute kidney injury, BMJ 2013;346:e8525"
    },
    {
      title: "Styregruppen for digitale forl\xF8bsplaner, 2024, dagsordenens punkt 6: \xBBOzempic \u2013 Triple Whammy\xAB"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    ras: {
      system: "ATC",
      title: {
        da: "ACE-h\xE6mmer/ARB",
        en: "ACE inhibitor/ARB"
      },
      include: [
        "C09A",
        "C09B",
        "C09C",
        "C09D",
        "C10BX04",
        "C10BX06",
        "C10BX07",
        "C10BX10-C10BX17"
      ]
    },
    diuretika: {
      system: "ATC",
      title: {
        da: "Diuretikum",
        en: "Diuretic"
      },
      include: [
        "C03",
        "C02L",
        "C07B",
        "C07C",
        "C07D",
        "C08G",
        "C09BA",
        "C09DA",
        "C09BX01",
        "C09BX03",
        "C09BX06",
        "C09DX01",
        "C09DX03",
        "C09DX06-C09DX09",
        "C09XA52",
        "C09XA54",
        "C10BX13"
      ],
      exclude: ["C03XA"]
    },
    nsaid: {
      system: "ATC",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      include: ["M01A", "N02AJ08", "N02AJ14", "N02AJ16", "N02AJ19", "N02AJ23"],
      exclude: ["M01AX05", "M01AX12", "M01AX21", "M01AX24", "M01AX25", "M01AX26"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    kreatinin: {
      system: "NPU",
      title: {
        da: "Kreatinin",
        en: "Creatinine"
      },
      include: ["NPU18016", "NPU04998"]
    },
    kalium: {
      system: "NPU",
      title: {
        da: "Kalium",
        en: "Potassium"
      },
      include: ["NPU03230"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    }
  },
  population: {
    include: {
      concurrent: {
        of: [
          {
            medication: {
              codes: "ras"
            }
          },
          {
            medication: {
              codes: "diuretika"
            }
          },
          {
            medication: {
              codes: "nsaid"
            }
          }
        ]
      }
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "nsaid",
      type: "medication",
      title: {
        da: "NSAID",
        en: "NSAID"
      },
      codes: "nsaid",
      show: "list"
    },
    {
      id: "ras",
      type: "medication",
      title: {
        da: "ACE/ARB",
        en: "ACE/ARB"
      },
      codes: "ras",
      show: "list"
    },
    {
      id: "diuretika",
      type: "medication",
      title: {
        da: "Diuretikum",
        en: "Diuretic"
      },
      codes: "diuretika",
      show: "list"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "kreatinin",
      type: "result",
      title: {
        da: "Kreatinin",
        en: "Creatinine"
      },
      codes: "kreatinin",
      show: "trend"
    },
    {
      id: "kalium",
      type: "result",
      title: {
        da: "Kalium",
        en: "Potassium"
      },
      codes: "kalium",
      show: "trend"
    },
    {
      id: "hjertesvigt",
      type: "diagnosis",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      codes: ["hjertesvigt", "hjertesvigtSks"],
      show: "list"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "nedsat-nyrefunktion",
      level: "critical",
      title: {
        da: "Triple Whammy ved eGFR under 60",
        en: "Triple Whammy with eGFR below 60"
      },
      short: {
        da: "eGFR < 60",
        en: "eGFR < 60"
      },
      when: {
        result: {
          codes: "egfr",
          pick: "latest",
          value: {
            below: 60,
            unit: "mL/min"
          }
        }
      },
      advice: {
        da: "Stop NSAID; kontroll\xE9r kreatinin og kalium",
        en: "Stop the NSAID; check creatinine and potassium"
      },
      source: "BMJ 2013;346:e8525; Kronisk nyresygdom 2024 (gr\xE6nsen p\xE5 60)"
    },
    {
      id: "hjertesvigt",
      level: "critical",
      title: {
        da: "NSAID ved hjertesvigt",
        en: "NSAID in heart failure"
      },
      short: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      when: {
        diagnosis: {
          codes: ["hjertesvigt", "hjertesvigtSks"]
        }
      },
      advice: {
        da: "Stop NSAID",
        en: "Stop the NSAID"
      },
      source: "Produktresum\xE9er for NSAID: kontraindiceret ved sv\xE6r hjerteinsufficiens"
    },
    {
      id: "ny",
      level: "warning",
      title: {
        da: "De tre sammen i under 30 dage",
        en: "The three together for less than 30 days"
      },
      short: {
        da: "Ny",
        en: "New"
      },
      when: {
        not: {
          concurrent: {
            of: [
              {
                medication: {
                  codes: "ras"
                }
              },
              {
                medication: {
                  codes: "diuretika"
                }
              },
              {
                medication: {
                  codes: "nsaid"
                }
              }
            ],
            lasting: "P30D"
          }
        }
      },
      advice: {
        da: "Risikoen er st\xF8rst i de f\xF8rste 30 dage: kontroll\xE9r nu",
        en: "The risk is highest in the first 30 days: check now"
      },
      source: "BMJ 2013;346:e8525"
    },
    {
      id: "ingen-nyretal",
      level: "warning",
      title: {
        da: "eGFR eller kreatinin ikke m\xE5lt i tre m\xE5neder",
        en: "eGFR or creatinine not measured in three months"
      },
      short: {
        da: "Nyretal mangler",
        en: "No eGFR"
      },
      when: {
        not: {
          result: {
            codes: ["egfr", "kreatinin"],
            when: {
              last: "P3M"
            }
          }
        }
      },
      advice: {
        da: "Bestil kreatinin/eGFR og kalium",
        en: "Order creatinine/eGFR and potassium"
      },
      source: "DSAM\u2019s vidensbank 2021: monitorering af nyretal ved fortsat NSAID; vinduet er redaktionens"
    },
    {
      id: "aeldre",
      level: "info",
      title: {
        da: "75 \xE5r eller derover",
        en: "Aged 75 or more"
      },
      short: {
        da: "75+",
        en: "75+"
      },
      when: {
        patient: {
          age: {
            min: 75
          }
        }
      },
      advice: {
        da: "Vurd\xE9r alternativ til NSAID",
        en: "Consider an alternative to the NSAID"
      },
      source: "Sundhedsstyrelsens Seponeringsliste; aldersgr\xE6nsen er redaktionens"
    }
  ],
  indicators: [
    {
      id: "nyretal",
      title: {
        da: "Andel med eGFR eller kreatinin inden for tre m\xE5neder",
        en: "Proportion with eGFR or creatinine within three months"
      },
      numerator: {
        result: {
          codes: ["egfr", "kreatinin"],
          when: {
            last: "P3M"
          }
        }
      },
      better: "higher",
      source: "DSAM\u2019s vidensbank 2021; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/type-2-diabetes.json
var type_2_diabetes_default = {
  format: "overblik-profile/1",
  id: "dk.type-2-diabetes",
  version: "0.2.0",
  status: "draft",
  about: {
    short: {
      da: "Type 2-diabetes",
      en: "Type 2 diabetes"
    },
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering efter DSAM\u2019s vejledninger; HbA1c > 58 er programmets m\xE5lepunkt for klyngerne.",
      en: "Our own wording after DSAM\u2019s guidelines; HbA1c > 58 is the programme\u2019s measure for the clusters."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "K92 (\xE5reforkalkning, perifer karsygdom) har f\xE5et SKS DI70, DI73 og DI74 ved siden af sig; Raynauds syndrom (DI730) er ikke med.",
          en: "K92 (atherosclerosis, peripheral vascular disease) has SKS DI70, DI73 and DI74 beside it; Raynaud\u2019s syndrome (DI730) is left out."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: LDL, eGFR.",
          en: "All codes of one analyte are included: LDL, eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Status er udkast: ingen klinisk gruppe har l\xE6st profilen.",
          en: "The status is draft: no clinical group has read the profile."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "LDL-m\xE5let p\xE5 1,8 g\xE6lder ogs\xE5 ved U-alb/krea mindst 30 mg/g.",
          en: "The LDL goal of 1.8 holds also with urine ACR of at least 30 mg/g."
        },
        source: "DSAM, Type 2-diabetes 2019"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Blodtryksmark\xF8ren ser ogs\xE5 p\xE5 det diastoliske tryk (mindst 85) og taler om det individuelle m\xE5l.",
          en: "The blood pressure marker looks at the diastolic pressure too (at least 85), and speaks of the individual goal."
        },
        source: "DSAM, Type 2-diabetes 2019"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "HbA1c over 58 er \xBBObs.\xAB under 75 \xE5r; fra 75 \xE5r er 59\u201370 \xBBInfo\xAB og over 70 \xBBObs.\xAB. Indikatoren er u\xE6ndret programmets m\xE5lepunkt.",
          en: "HbA1c above 58 is a warning below 75 years; from 75 years, 59\u201370 is information and above 70 a warning. The indicator is still the programme\u2019s measure."
        },
        source: "DSAM, Type 2-diabetes 2019; aldersgr\xE6nsen er redaktionens"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Hjertesvigt er med i SGLT2-mark\xF8ren; kombinationspr\xE6parater med metformin, SGLT2 og GLP-1 og tidligere ATC-koder er med i listerne.",
          en: "Heart failure is in the SGLT2 marker; combinations with metformin, SGLT2 and GLP-1 and former ATC codes are in the lists."
        },
        source: "Klinisk gennemgang, november 2026; de nyeste kombinationskoder (A10BD27\u201334) skal bekr\xE6ftes i ATC"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: blodtryk m\xE5lt hjemme frem for i klinikken, og systolisk og diastolisk fra samme dag. Begge dele kan siges, men et enkelt h\xF8jt tal m\xE5 ikke forsvinde, fordi det andet mangler den dag: en kliniker skal v\xE6lge reglen.",
          en: "Not asked: blood pressure at home before that of the clinic, and systolic and diastolic of one day. Both can be said, but a single high value must not vanish because the other is missing that day: a clinician must choose the rule."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Sp\xF8rges der ikke om: at 0120 kun er \xE5rskontrol hos almen l\xE6ge. Det kan siges (speciale), men en ydelse, hvis speciale ikke er oplyst, ville g\xF8re patienten uafgjort. Profilen bygger derfor p\xE5 klinikkens egne ydelser.",
          en: "Not asked: that 0120 is a yearly control only in general practice. It can be said (specialty), but a service whose specialty is not given would leave the patient undecided. The profile rests on the clinic\u2019s own services instead."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Patienter med type 2-diabetes",
    en: "Patients with type 2 diabetes"
  },
  purpose: [
    {
      da: "Forbedre kvaliteten af behandlingen for patienter med type 2-diabetes",
      en: "Improve the quality of treatment for patients with type 2 diabetes"
    },
    {
      da: "Finde patienter uden \xE5rlige pr\xF8ver eller uden for behandlingsm\xE5l",
      en: "Find patients without yearly tests or outside their treatment goals"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. Populationen er ICPC T90, som er DSAM\u2019s diagnosekode. HbA1c over 58 mmol/mol er programmets eget m\xE5lepunkt for klyngerne; \xF8vrige gr\xE6nser er DSAM\u2019s generelle behandlingsm\xE5l. M\xE5lene er individuelle, og en mark\xF8r er ikke en fejl. \xD8jen- og fodunders\xF8gelse har ingen kode i kilderne. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes. For K92 (\xE5reforkalkning) er det DI70, DI73 uden Raynaud (DI730) og DI74. HbA1c-gr\xE6nsen er delt ved 75 \xE5r; skr\xF8belighed st\xE5r ikke i koder.",
    en: "Draft. The population is ICPC T90, which is DSAM\u2019s diagnosis code. HbA1c above 58 mmol/mol is the programme\u2019s own measure for the clusters; the other limits are DSAM\u2019s general treatment goals. Goals are individual, and a marker is not an error. The sources give no code for eye and foot examinations. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed. For K92 (atherosclerosis) they are DI70, DI73 without Raynaud (DI730), and DI74. The HbA1c limit is split at 75 years; frailty is not in codes."
  },
  references: [
    {
      title: "DSAM, klinisk vejledning \xBBType 2-diabetes \u2013 opf\xF8lgning og behandling\xAB, 2019: Behandlingsm\xE5l",
      url: "https://www.dsam.dk/vejledninger/type2/behandlingsmal"
    },
    {
      title: "DES og DSAM, \xBBFarmakologisk behandling af type 2-diabetes\xAB, 2022: albuminuri og nedsat nyrefunktion",
      url: "https://www.dsam.dk/vejledninger/fb-type2/farmakologisk-behandling-af-albuminuri-og-nedsat-nyrefunktion"
    },
    {
      title: "Klinikens Cockpit: \xBBAndelen af diabetespatienter med HbA1c > 58\xAB, m\xE5lepunkt p\xE5 FLP-data"
    },
    {
      title: "Produktresum\xE9 for metformin: kontraindiceret ved GFR under 30 ml/min"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    },
    {
      title: "NPU-terminologien og dens danske koder (Sundhedsdatastyrelsen)",
      url: "https://npu-terminology.org"
    }
  ],
  codes: {
    type2: {
      system: "ICPC-2",
      title: {
        da: "Type 2-diabetes",
        en: "Type 2 diabetes"
      },
      include: ["T90"]
    },
    type2Sks: {
      system: "SKS",
      title: {
        da: "Type 2-diabetes (SKS)",
        en: "Type 2 diabetes (SKS)"
      },
      include: ["DE11"]
    },
    hjertekar: {
      system: "ICPC-2",
      title: {
        da: "Isk\xE6misk hjerte-kar-sygdom",
        en: "Ischaemic cardiovascular disease"
      },
      include: ["K74-K76", "K89-K92"]
    },
    hjertekarSks: {
      system: "SKS",
      title: {
        da: "Isk\xE6misk hjerte-kar-sygdom (SKS)",
        en: "Ischaemic cardiovascular disease (SKS)"
      },
      include: ["DI20-DI25", "DG45", "DI60-DI69", "DI70", "DI73-DI74"],
      exclude: ["DI730"]
    },
    antidiabetika: {
      system: "ATC",
      title: {
        da: "Glukoses\xE6nkende medicin",
        en: "Glucose-lowering medicine"
      },
      include: ["A10"]
    },
    kolesterol: {
      system: "ATC",
      title: {
        da: "Kolesterols\xE6nkende medicin",
        en: "Lipid-lowering medicine"
      },
      include: ["C10"]
    },
    metformin: {
      system: "ATC",
      title: {
        da: "Metformin",
        en: "Metformin"
      },
      include: [
        "A10BA02",
        "A10BD02",
        "A10BD03",
        "A10BD05",
        "A10BD07",
        "A10BD08",
        "A10BD10",
        "A10BD11",
        "A10BD13",
        "A10BD14",
        "A10BD15",
        "A10BD16",
        "A10BD17",
        "A10BD18",
        "A10BD20",
        "A10BD22",
        "A10BD23",
        "A10BD25",
        "A10BD26",
        "A10BD27",
        "A10BD28",
        "A10BD31",
        "A10BD34"
      ]
    },
    sglt2: {
      system: "ATC",
      title: {
        da: "SGLT2-h\xE6mmer",
        en: "SGLT2 inhibitor"
      },
      include: [
        "A10BK",
        "A10BD15",
        "A10BD16",
        "A10BD19",
        "A10BD20",
        "A10BD21",
        "A10BD23",
        "A10BD24",
        "A10BD25",
        "A10BD27",
        "A10BD29",
        "A10BD30",
        "A10BD31",
        "A10BD32",
        "A10BD33",
        "A10BD34",
        "A10BX09",
        "A10BX11",
        "A10BX12",
        "A10BX15"
      ]
    },
    glp1: {
      system: "ATC",
      title: {
        da: "GLP-1-receptoragonist, ogs\xE5 i kombination",
        en: "GLP-1 receptor agonist, combinations too"
      },
      include: [
        "A10BJ",
        "A10AE54",
        "A10AE56",
        "A10AE57",
        "A10BX16",
        "A10BX04",
        "A10BX07",
        "A10BX10",
        "A10BX13",
        "A10BX14"
      ]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    ldl: {
      system: "NPU",
      title: {
        da: "LDL-kolesterol",
        en: "LDL cholesterol"
      },
      include: ["NPU01568", "NPU10171", "DNK35308"]
    },
    acr: {
      system: "NPU",
      title: {
        da: "U-albumin/kreatinin-ratio",
        en: "Urine albumin/creatinine ratio"
      },
      include: ["NPU19661"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    aarskontrol: {
      system: "ydelse",
      title: {
        da: "\xC5rsstatus/\xE5rskontrol",
        en: "Yearly control"
      },
      include: ["0120"]
    },
    hjertesvigt: {
      system: "ICPC-2",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      include: ["K77"]
    },
    hjertesvigtSks: {
      system: "SKS",
      title: {
        da: "Hjertesvigt (SKS)",
        en: "Heart failure (SKS)"
      },
      include: ["DI50"]
    },
    diastolisk: {
      system: "NPU",
      title: {
        da: "Diastolisk blodtryk",
        en: "Diastolic blood pressure"
      },
      include: ["DNK05473", "MCS88020"]
    }
  },
  population: {
    include: {
      diagnosis: {
        codes: ["type2", "type2Sks"]
      }
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "ldl",
      type: "result",
      title: {
        da: "LDL",
        en: "LDL"
      },
      codes: "ldl",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "diastolisk",
      type: "result",
      title: {
        da: "Diastolisk BT",
        en: "Diastolic BP"
      },
      codes: "diastolisk",
      show: "trend"
    },
    {
      id: "acr",
      type: "result",
      title: {
        da: "U-alb/krea",
        en: "Urine ACR"
      },
      codes: "acr",
      show: "trend"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend"
    },
    {
      id: "hjertekar",
      type: "diagnosis",
      title: {
        da: "Hjerte-kar-sygdom",
        en: "Cardiovascular disease"
      },
      codes: ["hjertekar", "hjertekarSks"],
      show: "list"
    },
    {
      id: "hjertesvigt",
      type: "diagnosis",
      title: {
        da: "Hjertesvigt",
        en: "Heart failure"
      },
      codes: ["hjertesvigt", "hjertesvigtSks"],
      show: "list"
    },
    {
      id: "antidiabetika",
      type: "medication",
      title: {
        da: "Glukoses\xE6nkende",
        en: "Glucose-lowering"
      },
      codes: "antidiabetika",
      show: "list"
    },
    {
      id: "statin",
      type: "medication",
      title: {
        da: "Kolesterols\xE6nkende",
        en: "Lipid-lowering"
      },
      codes: "kolesterol",
      show: "list"
    },
    {
      id: "oejne",
      type: "service",
      title: {
        da: "\xD8jenunders\xF8gelse",
        en: "Eye examination"
      },
      uncoded: {
        da: "Kilden n\xE6vner unders\xF8gelsen, men angiver ingen kode",
        en: "The source names the examination but gives no code"
      }
    },
    {
      id: "foedder",
      type: "service",
      title: {
        da: "Fodunders\xF8gelse",
        en: "Foot examination"
      },
      uncoded: {
        da: "Kilden n\xE6vner unders\xF8gelsen, men angiver ingen kode",
        en: "The source names the examination but gives no code"
      }
    },
    {
      id: "aarskontrol",
      type: "service",
      title: {
        da: "Seneste \xE5rskontrol",
        en: "Latest yearly control"
      },
      codes: "aarskontrol",
      show: "latest"
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "metformin-nyre",
      level: "critical",
      title: {
        da: "Metformin ved eGFR under 30",
        en: "Metformin with eGFR below 30"
      },
      short: {
        da: "Metformin",
        en: "Metformin"
      },
      when: {
        all: [
          {
            medication: {
              codes: "metformin"
            }
          },
          {
            result: {
              codes: "egfr",
              pick: "latest",
              value: {
                below: 30,
                unit: "mL/min"
              }
            }
          }
        ]
      },
      advice: {
        da: "Kontraindiceret: stop metformin",
        en: "Contraindicated: stop metformin"
      },
      source: "Produktresum\xE9 for metformin"
    },
    {
      id: "hba1c-58",
      level: "warning",
      title: {
        da: "HbA1c over 58 mmol/mol (fra 75 \xE5r: over 70)",
        en: "HbA1c above 58 mmol/mol (from 75 years: above 70)"
      },
      short: {
        da: "HbA1c h\xF8j",
        en: "HbA1c high"
      },
      when: {
        any: [
          {
            result: {
              codes: "hba1c",
              pick: "latest",
              value: {
                above: 70,
                unit: "mmol/mol"
              }
            }
          },
          {
            all: [
              {
                patient: {
                  age: {
                    max: 74
                  }
                }
              },
              {
                result: {
                  codes: "hba1c",
                  pick: "latest",
                  value: {
                    above: 58,
                    unit: "mmol/mol"
                  }
                }
              }
            ]
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r behandling og individuelt m\xE5l",
        en: "Consider treatment and the individual goal"
      },
      source: "Klinikens Cockpit: m\xE5lepunktet HbA1c > 58; DSAM, Type 2-diabetes 2019: 53\u201370 eller individuelt hos skr\xF8belige \xE6ldre; aldersgr\xE6nsen er redaktionens"
    },
    {
      id: "hba1c-aeldre",
      level: "info",
      title: {
        da: "HbA1c 59\u201370 mmol/mol, 75 \xE5r eller derover",
        en: "HbA1c 59\u201370 mmol/mol, aged 75 or more"
      },
      short: {
        da: "HbA1c 59\u201370",
        en: "HbA1c 59\u201370"
      },
      when: {
        all: [
          {
            patient: {
              age: {
                min: 75
              }
            }
          },
          {
            result: {
              codes: "hba1c",
              pick: "latest",
              value: {
                above: 58,
                atMost: 70,
                unit: "mmol/mol"
              }
            }
          }
        ]
      },
      advice: {
        da: "Er m\xE5let individuelt? Hos skr\xF8belige kan 53\u201370 v\xE6re passende",
        en: "Is the goal individual? In the frail, 53\u201370 may be suitable"
      },
      source: "DSAM, Type 2-diabetes 2019; aldersgr\xE6nsen er redaktionens"
    },
    {
      id: "ldl",
      level: "warning",
      title: {
        da: "LDL over behandlingsm\xE5l",
        en: "LDL above the treatment goal"
      },
      short: {
        da: "LDL",
        en: "LDL"
      },
      when: {
        any: [
          {
            result: {
              codes: "ldl",
              pick: "latest",
              value: {
                atLeast: 2.6,
                unit: "mmol/L"
              }
            }
          },
          {
            all: [
              {
                any: [
                  {
                    diagnosis: {
                      codes: ["hjertekar", "hjertekarSks"]
                    }
                  },
                  {
                    result: {
                      codes: "acr",
                      pick: "latest",
                      value: {
                        atLeast: 30,
                        unit: "mg/g"
                      }
                    }
                  }
                ]
              },
              {
                result: {
                  codes: "ldl",
                  pick: "latest",
                  value: {
                    atLeast: 1.8,
                    unit: "mmol/L"
                  }
                }
              }
            ]
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r kolesterols\xE6nkende behandling",
        en: "Consider lipid-lowering treatment"
      },
      source: "DSAM, Type 2-diabetes 2019: LDL < 2,6, ved hjerte-kar-sygdom eller albuminuri (U-alb/krea mindst 30 mg/g) < 1,8"
    },
    {
      id: "blodtryk",
      level: "warning",
      title: {
        da: "Blodtryk over det individuelle m\xE5l (140/85)",
        en: "Blood pressure above the individual goal (140/85)"
      },
      short: {
        da: "BT \u2265 140/85",
        en: "BP \u2265 140/85"
      },
      when: {
        any: [
          {
            result: {
              codes: "systolisk",
              pick: "latest",
              value: {
                atLeast: 140,
                unit: "mmHg"
              }
            }
          },
          {
            result: {
              codes: "diastolisk",
              pick: "latest",
              value: {
                atLeast: 85,
                unit: "mmHg"
              }
            }
          }
        ]
      },
      advice: {
        da: "Vurd\xE9r blodtryksbehandling; suppler med hjemmem\xE5ling",
        en: "Consider blood pressure treatment; add home measurements"
      },
      source: "DSAM, Type 2-diabetes 2019: < 130/80, individuelt < 140/85; mark\xF8ren viser det h\xF8jeste"
    },
    {
      id: "sglt2",
      level: "info",
      title: {
        da: "Albuminuri, hjertesvigt eller hjerte-kar-sygdom uden SGLT2/GLP-1",
        en: "Albuminuria, heart failure or cardiovascular disease without SGLT2/GLP-1"
      },
      short: {
        da: "SGLT2?",
        en: "SGLT2?"
      },
      when: {
        all: [
          {
            any: [
              {
                diagnosis: {
                  codes: ["hjertekar", "hjertekarSks"]
                }
              },
              {
                diagnosis: {
                  codes: ["hjertesvigt", "hjertesvigtSks"]
                }
              },
              {
                result: {
                  codes: "acr",
                  pick: "latest",
                  value: {
                    atLeast: 30,
                    unit: "mg/g"
                  }
                }
              }
            ]
          },
          {
            not: {
              any: [
                {
                  medication: {
                    codes: "sglt2"
                  }
                },
                {
                  medication: {
                    codes: "glp1"
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "Overvej SGLT2-h\xE6mmer",
        en: "Consider an SGLT2 inhibitor"
      },
      source: "DES og DSAM, Farmakologisk behandling af type 2-diabetes, 2022"
    },
    {
      id: "proever",
      level: "info",
      title: {
        da: "HbA1c, LDL eller U-alb/krea mangler i 12 m\xE5neder",
        en: "HbA1c, LDL or urine ACR missing for 12 months"
      },
      short: {
        da: "Pr\xF8ver mangler",
        en: "Tests missing"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "hba1c",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "ldl",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "acr",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Bestil \xE5rskontrolpr\xF8ver",
        en: "Order the tests of the yearly control"
      },
      source: "DSAM, Type 2-diabetes 2019: \xE5rsstatus; vinduet er redaktionens"
    }
  ],
  indicators: [
    {
      id: "hba1c-58",
      title: {
        da: "Andel med HbA1c over 58 mmol/mol",
        en: "Proportion with HbA1c above 58 mmol/mol"
      },
      numerator: {
        result: {
          codes: "hba1c",
          pick: "latest",
          value: {
            above: 58,
            unit: "mmol/mol"
          }
        }
      },
      better: "lower",
      source: "Klinikens Cockpit: m\xE5lepunktet HbA1c > 58"
    },
    {
      id: "acr",
      title: {
        da: "Andel med U-alb/krea inden for 12 m\xE5neder",
        en: "Proportion with urine ACR within 12 months"
      },
      numerator: {
        result: {
          codes: "acr",
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "DSAM, Type 2-diabetes 2019; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/ydelse-2150-1.json
var ydelse_2150_1_default = {
  format: "overblik-profile/1",
  id: "dk.ydelse-2150-1",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "DSAM\u2019s beskrivelse af frems\xF8gningen; delingen i m\xE5lgrupper er redaktionens.",
      en: "DSAM\u2019s description of the search; the division into target groups is the editors\u2019."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "M\xE5lgruppen er ikke fastsl\xE5et: overenskomstens afgr\xE6nsning er ikke offentlig.",
          en: "The target group is not established: the agreement\u2019s definition is not public."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Livvidde er tilf\xF8jet. Koden MCS88018 er set i OpenTele\u2019s kildekode, ikke i MedComs egen liste, og skal bekr\xE6ftes.",
          en: "Waist is added. The code MCS88018 was seen in OpenTele\u2019s source, not in MedCom\u2019s own list, and is to be confirmed."
        },
        source: "OpenTele (kildekode); koden skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: LDL, eGFR.",
          en: "All codes of one analyte are included: LDL, eGFR."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Ny mark\xF8r: lithium uden TSH eller calcium i 12 m\xE5neder. Calcium er NPU01443, 01446 eller 04169.",
          en: "New marker: lithium without TSH or calcium in 12 months. Calcium is NPU01443, 01446 or 04169."
        },
        source: "Almen viden; skal bekr\xE6ftes fagligt"
      }
    ]
  },
  title: {
    da: "Ydelse 2150, m\xE5lgruppe 1",
    en: "Service 2150, target group 1"
  },
  purpose: [
    {
      da: "Identificere patienter med psykisk sygdom, som har gavn af en fokuseret somatisk unders\xF8gelse (ydelse 2150)",
      en: "Identify patients with mental illness who benefit from a focused somatic examination (service 2150)"
    },
    {
      da: "Forebygge eller forbedre somatisk sygdom",
      en: "Prevent or improve somatic illness"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. M\xE5lgruppen er ikke fastsl\xE5et. Overenskomstens afgr\xE6nsning af m\xE5lgruppe 1 og 2 er ikke tilg\xE6ngelig for redaktionen. Her er m\xE5lgruppe 1 den frems\xF8gning, som DSAM beskriver: behandling med lithium, eller diagnosen skizofreni eller bipol\xE6r sygdom. ICPC-koderne, aldersgr\xE6nsen p\xE5 18 \xE5r og fordelingen p\xE5 to m\xE5lgrupper er redaktionens. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes. \xC5rlig TSH og calcium ved lithium hviler p\xE5 almen viden.",
    en: "Draft. The target group is not established. The agreement\u2019s own definition of target groups 1 and 2 was not available to the editors. Target group 1 is here the search that DSAM describes: treatment with lithium, or the diagnosis schizophrenia or bipolar disorder. The ICPC codes, the age limit of 18 and the division into two target groups are the editors\u2019. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed. Yearly TSH and calcium on lithium rest on general knowledge."
  },
  references: [
    {
      title: "DSAM, nyhedsbrev \xBBUlighed og forskellige ydelser\xAB (OK22, ydelse 2150)",
      url: "https://www.dsam.dk/nyhedsbreve/f97d92d783"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om behandling med antipsykotiske l\xE6gemidler til personer over 18 \xE5r\xAB: \xE5rlig kontrol"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "Opdateret projektgrundlag for Klinikens Cockpit (Mini-PID), 2. maj 2025: udgivelse af 4 profiler"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    skizofreni: {
      system: "ICPC-2",
      title: {
        da: "Skizofreni",
        en: "Schizophrenia"
      },
      include: ["P72"]
    },
    skizofreniSks: {
      system: "SKS",
      title: {
        da: "Skizofreni (SKS)",
        en: "Schizophrenia (SKS)"
      },
      include: ["DF20"]
    },
    bipolar: {
      system: "ICPC-2",
      title: {
        da: "Bipol\xE6r sygdom",
        en: "Bipolar disorder"
      },
      include: ["P73"]
    },
    bipolarSks: {
      system: "SKS",
      title: {
        da: "Mani og bipol\xE6r sygdom (SKS)",
        en: "Mania and bipolar disorder (SKS)"
      },
      include: ["DF30-DF31"]
    },
    lithium: {
      system: "ATC",
      title: {
        da: "Lithium",
        en: "Lithium"
      },
      include: ["N05AN"]
    },
    plithium: {
      system: "NPU",
      title: {
        da: "P-lithium",
        en: "Plasma lithium"
      },
      include: ["NPU02613"]
    },
    antipsykotikaUdenLithium: {
      system: "ATC",
      title: {
        da: "Antipsykotika, lithium fraregnet",
        en: "Antipsychotics, lithium apart"
      },
      include: ["N05A"],
      exclude: ["N05AN"]
    },
    ydelse2150: {
      system: "ydelse",
      title: {
        da: "Fokuseret somatisk unders\xF8gelse",
        en: "Focused somatic examination"
      },
      include: ["2150"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    ldl: {
      system: "NPU",
      title: {
        da: "LDL-kolesterol",
        en: "LDL cholesterol"
      },
      include: ["NPU01568", "NPU10171", "DNK35308"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    vaegt: {
      system: "NPU",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      include: ["NPU03804"]
    },
    egfr: {
      system: "NPU",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      include: ["DNK35302", "DNK35131"]
    },
    livvidde: {
      system: "NPU",
      title: {
        da: "Livvidde",
        en: "Waist"
      },
      include: ["MCS88018"]
    },
    tsh: {
      system: "NPU",
      title: {
        da: "TSH",
        en: "TSH"
      },
      include: ["NPU03577"]
    },
    pcalcium: {
      system: "NPU",
      title: {
        da: "P-calcium",
        en: "Plasma calcium"
      },
      include: ["NPU01443", "NPU01446", "NPU04169"]
    }
  },
  population: {
    include: {
      all: [
        {
          patient: {
            age: {
              min: 18
            }
          }
        },
        {
          any: [
            {
              diagnosis: {
                codes: ["skizofreni", "skizofreniSks"]
              }
            },
            {
              diagnosis: {
                codes: ["bipolar", "bipolarSks"]
              }
            },
            {
              medication: {
                codes: "lithium"
              }
            }
          ]
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "skizofreni",
      type: "diagnosis",
      title: {
        da: "Skizofreni",
        en: "Schizophrenia"
      },
      codes: ["skizofreni", "skizofreniSks"],
      show: "list"
    },
    {
      id: "bipolar",
      type: "diagnosis",
      title: {
        da: "Bipol\xE6r sygdom",
        en: "Bipolar disorder"
      },
      codes: ["bipolar", "bipolarSks"],
      show: "list"
    },
    {
      id: "lithium",
      type: "medication",
      title: {
        da: "Lithium",
        en: "Lithium"
      },
      codes: "lithium",
      show: "list"
    },
    {
      id: "antipsykotika",
      type: "medication",
      title: {
        da: "Antipsykotika",
        en: "Antipsychotics"
      },
      codes: "antipsykotikaUdenLithium",
      show: "list"
    },
    {
      id: "ydelse2150",
      type: "service",
      title: {
        da: "Seneste ydelse 2150",
        en: "Latest service 2150"
      },
      codes: "ydelse2150",
      show: "latest"
    },
    {
      id: "vaegt",
      type: "result",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      codes: "vaegt",
      show: "trend"
    },
    {
      id: "livvidde",
      type: "result",
      title: {
        da: "Livvidde",
        en: "Waist"
      },
      codes: "livvidde",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "ldl",
      type: "result",
      title: {
        da: "LDL",
        en: "LDL"
      },
      codes: "ldl",
      show: "trend"
    },
    {
      id: "ekg",
      type: "service",
      title: {
        da: "EKG",
        en: "ECG"
      },
      uncoded: {
        da: "Vejledningen n\xE6vner EKG, men angiver ingen ydelseskode",
        en: "The guideline names ECG but gives no service code"
      }
    },
    {
      id: "plithium",
      type: "result",
      title: {
        da: "P-lithium",
        en: "Plasma lithium"
      },
      codes: "plithium",
      show: "trend",
      condition: {
        medication: {
          codes: "lithium"
        }
      }
    },
    {
      id: "tsh",
      type: "result",
      title: {
        da: "TSH",
        en: "TSH"
      },
      codes: "tsh",
      show: "trend"
    },
    {
      id: "pcalcium",
      type: "result",
      title: {
        da: "P-calcium",
        en: "Plasma calcium"
      },
      codes: "pcalcium",
      show: "trend"
    },
    {
      id: "egfr",
      type: "result",
      title: {
        da: "eGFR",
        en: "eGFR"
      },
      codes: "egfr",
      show: "trend",
      condition: {
        medication: {
          codes: "lithium"
        }
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "lithium-kontrol",
      level: "critical",
      title: {
        da: "Lithium uden P-lithium eller eGFR i seks m\xE5neder",
        en: "Lithium without plasma lithium or eGFR in six months"
      },
      short: {
        da: "Lithiumkontrol",
        en: "Lithium check"
      },
      when: {
        all: [
          {
            medication: {
              codes: "lithium"
            }
          },
          {
            not: {
              all: [
                {
                  result: {
                    codes: "plithium",
                    when: {
                      last: "P6M"
                    }
                  }
                },
                {
                  result: {
                    codes: "egfr",
                    when: {
                      last: "P6M"
                    }
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "Afklar, hvem der kontrollerer lithium",
        en: "Clarify who monitors lithium"
      },
      source: "Produktresum\xE9 for lithium: regelm\xE6ssig kontrol af P-lithium og nyrefunktion; vinduet p\xE5 seks m\xE5neder er redaktionens"
    },
    {
      id: "lithium-aarlig",
      level: "warning",
      title: {
        da: "Lithium uden TSH eller calcium i 12 m\xE5neder",
        en: "Lithium without TSH or calcium in 12 months"
      },
      short: {
        da: "TSH/calcium",
        en: "TSH/calcium"
      },
      when: {
        all: [
          {
            medication: {
              codes: "lithium"
            }
          },
          {
            not: {
              all: [
                {
                  result: {
                    codes: "tsh",
                    when: {
                      last: "P12M"
                    }
                  }
                },
                {
                  result: {
                    codes: "pcalcium",
                    when: {
                      last: "P12M"
                    }
                  }
                }
              ]
            }
          }
        ]
      },
      advice: {
        da: "Bestil TSH og calcium",
        en: "Order TSH and calcium"
      },
      source: "Almen viden: stofskifte og calcium \xE5rligt ved lithium; skal bekr\xE6ftes fagligt"
    },
    {
      id: "ingen-2150",
      level: "warning",
      title: {
        da: "Ingen fokuseret somatisk unders\xF8gelse i 12 m\xE5neder",
        en: "No focused somatic examination in 12 months"
      },
      short: {
        da: "2150 mangler",
        en: "2150 missing"
      },
      when: {
        not: {
          service: {
            codes: "ydelse2150",
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Indkald til unders\xF8gelse (ydelse 2150)",
        en: "Invite to an examination (service 2150)"
      },
      source: "DSAM, Ulighed og forskellige ydelser; vinduet p\xE5 12 m\xE5neder er redaktionens"
    },
    {
      id: "metabolisk",
      level: "warning",
      title: {
        da: "HbA1c eller lipider ikke m\xE5lt i 12 m\xE5neder",
        en: "HbA1c or lipids not measured in 12 months"
      },
      short: {
        da: "Blodpr\xF8ver",
        en: "Blood tests"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "hba1c",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "ldl",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Bestil blodpr\xF8ver",
        en: "Order blood tests"
      },
      source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler: \xE5rlig kontrol af glukose og lipider"
    },
    {
      id: "blodtryk-vaegt",
      level: "info",
      title: {
        da: "Blodtryk eller v\xE6gt ikke m\xE5lt i 12 m\xE5neder",
        en: "Blood pressure or weight not measured in 12 months"
      },
      short: {
        da: "BT og v\xE6gt",
        en: "BP and weight"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "systolisk",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "vaegt",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "M\xE5l blodtryk og v\xE6gt",
        en: "Measure blood pressure and weight"
      },
      source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler: \xE5rlig kontrol af blodtryk og v\xE6gt"
    }
  ],
  indicators: [
    {
      id: "undersoegt",
      title: {
        da: "Andel med ydelse 2150 inden for 12 m\xE5neder",
        en: "Proportion with service 2150 within 12 months"
      },
      numerator: {
        service: {
          codes: "ydelse2150",
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "DSAM, Ulighed og forskellige ydelser; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/ydelse-2150-2.json
var ydelse_2150_2_default = {
  format: "overblik-profile/1",
  id: "dk.ydelse-2150-2",
  version: "0.2.0",
  status: "draft",
  about: {
    authors: ["Redaktionen bag Overblik"],
    origin: {
      da: "Egen formulering; overenskomstens m\xE5lgruppe er ikke offentlig.",
      en: "Our own wording; the agreement\u2019s target group is not public."
    },
    changes: [
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "M\xE5lgruppen er ikke fastsl\xE5et: overenskomstens afgr\xE6nsning er ikke offentlig.",
          en: "The target group is not established: the agreement\u2019s definition is not public."
        },
        source: "Klinisk gennemgang, november 2026"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Livvidde er tilf\xF8jet. Koden MCS88018 er set i OpenTele\u2019s kildekode, ikke i MedComs egen liste, og skal bekr\xE6ftes.",
          en: "Waist is added. The code MCS88018 was seen in OpenTele\u2019s source, not in MedCom\u2019s own list, and is to be confirmed."
        },
        source: "OpenTele (kildekode); koden skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Diagnoser sp\xF8rges i ICPC-2 og i SKS, for begge f\xF8lger ikke altid med. SKS-koderne er sat ved siden af efter almen viden.",
          en: "Diagnoses are asked in ICPC-2 and in SKS, because not always both travel along. The SKS codes are set beside them from general knowledge."
        },
        source: "MedComs vejledning om diagnoser (to systemer); koderne: almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Mark\xF8ren \xBBuden psykisk diagnose\xAB ser ogs\xE5 sygehusets diagnoser: DF21\u2013DF29, DF32, DF33, DF341, DF38\u2013DF48, DF60\u2013DF69, DF90 og DF99 i SKS ved siden af P74\u2013P82, P98 og P99. F\xF8r blev en patient, der kun var kodet p\xE5 sygehuset, markeret med urette.",
          en: "The marker \u201Cwithout a psychiatric diagnosis\u201D sees the hospital\u2019s diagnoses too: DF21\u2013DF29, DF32, DF33, DF341, DF38\u2013DF48, DF60\u2013DF69, DF90 and DF99 in SKS beside P74\u2013P82, P98 and P99. Before, a patient who was coded in hospital alone was marked wrongly."
        },
        source: "Almen viden, skal bekr\xE6ftes"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Alle koder for samme analyse er med: LDL.",
          en: "All codes of one analyte are included: LDL."
        },
        source: "Klinisk gennemgang, november 2026: laboratoriemanualer og RKKP"
      },
      {
        version: "0.2.0",
        on: "2026-11-27",
        text: {
          da: "Udelukkelsen ved demens er den samme som demensprofilens kritiske mark\xF8r: P70 (SKS DF00\u2013DF03, DG30) eller aktuel demensmedicin. P15 og P20 alene udelukker ikke.",
          en: "The exclusion for dementia is that of the dementia profile\u2019s critical marker: P70 (SKS DF00\u2013DF03, DG30) or present dementia medicine. P15 and P20 alone do not exclude."
        },
        source: "Klinisk gennemgang, november 2026"
      }
    ]
  },
  title: {
    da: "Ydelse 2150, m\xE5lgruppe 2",
    en: "Service 2150, target group 2"
  },
  purpose: [
    {
      da: "Identificere patienter med psykisk sygdom, som har gavn af en fokuseret somatisk unders\xF8gelse (ydelse 2150)",
      en: "Identify patients with mental illness who benefit from a focused somatic examination (service 2150)"
    },
    {
      da: "Forebygge eller forbedre somatisk sygdom",
      en: "Prevent or improve somatic illness"
    },
    {
      da: "Skabe overblik over populationen p\xE5 klinikniveau",
      en: "Give an overview of the population at clinic level"
    }
  ],
  description: {
    da: "Udkast. M\xE5lgruppen er ikke fastsl\xE5et. Overenskomstens afgr\xE6nsning af m\xE5lgruppe 1 og 2 er ikke tilg\xE6ngelig for redaktionen. Her er m\xE5lgruppe 2 voksne i aktuel antipsykotisk behandling uden for m\xE5lgruppe 1, fordi Sundhedsstyrelsen anbefaler dem \xE5rlig somatisk kontrol. Demens (P70 eller demensmedicin) er udeladt: de findes i demensprofilen. Afgr\xE6nsningen er redaktionens. Ingen klinisk gruppe har godkendt dokumentet. SKS-koderne ved siden af ICPC hviler p\xE5 almen viden og skal bekr\xE6ftes.",
    en: "Draft. The target group is not established. The agreement\u2019s own definition of target groups 1 and 2 was not available to the editors. Target group 2 is here adults on antipsychotics outside target group 1, because the Danish Health Authority recommends a yearly somatic check for them. Dementia (P70 or dementia medicine) is left out: those patients are in the dementia profile. The definition is the editors\u2019. No clinical group has approved the document. The SKS codes beside ICPC rest on general knowledge and are to be confirmed."
  },
  references: [
    {
      title: "DSAM, nyhedsbrev \xBBUlighed og forskellige ydelser\xAB (OK22, ydelse 2150)",
      url: "https://www.dsam.dk/nyhedsbreve/f97d92d783"
    },
    {
      title: "Sundhedsstyrelsen, \xBBVejledning om behandling med antipsykotiske l\xE6gemidler til personer over 18 \xE5r\xAB: \xE5rlig kontrol"
    },
    {
      title: "Overenskomst om almen praksis 2022 (OK22): Vejledning i anvendelse af overenskomstens ydelser, \xA7 69"
    },
    {
      title: "Opdateret projektgrundlag for Klinikens Cockpit (Mini-PID), 2. maj 2025: udgivelse af 4 profiler"
    },
    {
      title: "ICPC-2, International Classification of Primary Care (WONCA); dansk udgave ICPC-2-DK"
    },
    {
      title: "ATC-klassifikationen, WHO Collaborating Centre for Drug Statistics Methodology",
      url: "https://atcddd.fhi.no/atc_ddd_index/"
    }
  ],
  codes: {
    lithium: {
      system: "ATC",
      title: {
        da: "Lithium",
        en: "Lithium"
      },
      include: ["N05AN"]
    },
    psykiske: {
      system: "ICPC-2",
      title: {
        da: "\xD8vrige psykiske diagnoser",
        en: "Other psychiatric diagnoses"
      },
      include: ["P74-P82", "P98", "P99"]
    },
    psykiskeSks: {
      system: "SKS",
      title: {
        da: "Psykiske diagnoser (SKS)",
        en: "Psychiatric diagnoses (SKS)"
      },
      include: ["DF21-DF29", "DF32-DF33", "DF341", "DF38-DF48", "DF60-DF69", "DF90", "DF99"]
    },
    antipsykotikaUdenLithium: {
      system: "ATC",
      title: {
        da: "Antipsykotika, lithium fraregnet",
        en: "Antipsychotics, lithium apart"
      },
      include: ["N05A"],
      exclude: ["N05AN"]
    },
    ydelse2150: {
      system: "ydelse",
      title: {
        da: "Fokuseret somatisk unders\xF8gelse",
        en: "Focused somatic examination"
      },
      include: ["2150"]
    },
    hba1c: {
      system: "NPU",
      title: {
        da: "HbA1c (IFCC)",
        en: "HbA1c (IFCC)"
      },
      include: ["NPU27300"]
    },
    ldl: {
      system: "NPU",
      title: {
        da: "LDL-kolesterol",
        en: "LDL cholesterol"
      },
      include: ["NPU01568", "NPU10171", "DNK35308"]
    },
    systolisk: {
      system: "NPU",
      title: {
        da: "Systolisk blodtryk",
        en: "Systolic blood pressure"
      },
      include: ["DNK05472", "MCS88019"]
    },
    vaegt: {
      system: "NPU",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      include: ["NPU03804"]
    },
    livvidde: {
      system: "NPU",
      title: {
        da: "Livvidde",
        en: "Waist"
      },
      include: ["MCS88018"]
    },
    skizofreni: {
      system: "ICPC-2",
      title: {
        da: "Skizofreni",
        en: "Schizophrenia"
      },
      include: ["P72"]
    },
    skizofreniSks: {
      system: "SKS",
      title: {
        da: "Skizofreni (SKS)",
        en: "Schizophrenia (SKS)"
      },
      include: ["DF20"]
    },
    bipolar: {
      system: "ICPC-2",
      title: {
        da: "Bipol\xE6r sygdom",
        en: "Bipolar disorder"
      },
      include: ["P73"]
    },
    bipolarSks: {
      system: "SKS",
      title: {
        da: "Mani og bipol\xE6r sygdom (SKS)",
        en: "Mania and bipolar disorder (SKS)"
      },
      include: ["DF30-DF31"]
    },
    demensdiagnose: {
      system: "ICPC-2",
      title: {
        da: "Demens",
        en: "Dementia"
      },
      include: ["P70"]
    },
    demensdiagnoseSks: {
      system: "SKS",
      title: {
        da: "Demens (SKS)",
        en: "Dementia (SKS)"
      },
      include: ["DF00-DF03", "DG30"]
    },
    demensmedicin: {
      system: "ATC",
      include: ["N06DA02", "N06DA03", "N06DA04", "N06DX01"],
      names: {
        N06DA02: {
          da: "donepezil",
          en: "donepezil"
        },
        N06DA03: {
          da: "rivastigmin",
          en: "rivastigmine"
        },
        N06DA04: {
          da: "galantamin",
          en: "galantamine"
        },
        N06DX01: {
          da: "memantin",
          en: "memantine"
        }
      }
    }
  },
  population: {
    include: {
      all: [
        {
          patient: {
            age: {
              min: 18
            }
          }
        },
        {
          medication: {
            codes: "antipsykotikaUdenLithium"
          }
        }
      ]
    },
    exclude: {
      any: [
        {
          diagnosis: {
            codes: ["skizofreni", "skizofreniSks"]
          }
        },
        {
          diagnosis: {
            codes: ["bipolar", "bipolarSks"]
          }
        },
        {
          medication: {
            codes: "lithium"
          }
        },
        {
          diagnosis: {
            codes: ["demensdiagnose", "demensdiagnoseSks"]
          }
        },
        {
          medication: {
            codes: "demensmedicin"
          }
        }
      ]
    }
  },
  information: [
    {
      id: "cpr",
      type: "patient",
      field: "cpr",
      title: {
        da: "Cpr",
        en: "CPR"
      }
    },
    {
      id: "navn",
      type: "patient",
      field: "name",
      title: {
        da: "Navn",
        en: "Name"
      }
    },
    {
      id: "alder",
      type: "patient",
      field: "age",
      title: {
        da: "Alder",
        en: "Age"
      }
    },
    {
      id: "psykiske",
      type: "diagnosis",
      title: {
        da: "Psykiske diagnoser",
        en: "Psychiatric diagnoses"
      },
      codes: ["psykiske", "psykiskeSks"],
      show: "list"
    },
    {
      id: "antipsykotika",
      type: "medication",
      title: {
        da: "Antipsykotika",
        en: "Antipsychotics"
      },
      codes: "antipsykotikaUdenLithium",
      show: "list"
    },
    {
      id: "ydelse2150",
      type: "service",
      title: {
        da: "Seneste ydelse 2150",
        en: "Latest service 2150"
      },
      codes: "ydelse2150",
      show: "latest"
    },
    {
      id: "vaegt",
      type: "result",
      title: {
        da: "V\xE6gt",
        en: "Weight"
      },
      codes: "vaegt",
      show: "trend"
    },
    {
      id: "livvidde",
      type: "result",
      title: {
        da: "Livvidde",
        en: "Waist"
      },
      codes: "livvidde",
      show: "trend"
    },
    {
      id: "systolisk",
      type: "result",
      title: {
        da: "Systolisk BT",
        en: "Systolic BP"
      },
      codes: "systolisk",
      show: "trend"
    },
    {
      id: "hba1c",
      type: "result",
      title: {
        da: "HbA1c",
        en: "HbA1c"
      },
      codes: "hba1c",
      show: "trend"
    },
    {
      id: "ldl",
      type: "result",
      title: {
        da: "LDL",
        en: "LDL"
      },
      codes: "ldl",
      show: "trend"
    },
    {
      id: "ekg",
      type: "service",
      title: {
        da: "EKG",
        en: "ECG"
      },
      uncoded: {
        da: "Vejledningen n\xE6vner EKG, men angiver ingen ydelseskode",
        en: "The guideline names ECG but gives no service code"
      }
    },
    {
      id: "aftaler",
      type: "appointment",
      title: {
        da: "Fremtidige aftaler",
        en: "Future appointments"
      },
      show: "next"
    }
  ],
  markers: [
    {
      id: "uden-diagnose",
      level: "warning",
      title: {
        da: "Antipsykotika uden psykisk diagnose",
        en: "Antipsychotics without a psychiatric diagnosis"
      },
      short: {
        da: "Indikation?",
        en: "Indication?"
      },
      when: {
        not: {
          diagnosis: {
            codes: ["psykiske", "psykiskeSks"]
          }
        }
      },
      advice: {
        da: "Afklar indikationen; vurd\xE9r seponering",
        en: "Clarify the indication; consider stopping"
      },
      source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler; mark\xF8ren er redaktionens"
    },
    {
      id: "ingen-2150",
      level: "warning",
      title: {
        da: "Ingen fokuseret somatisk unders\xF8gelse i 12 m\xE5neder",
        en: "No focused somatic examination in 12 months"
      },
      short: {
        da: "2150 mangler",
        en: "2150 missing"
      },
      when: {
        not: {
          service: {
            codes: "ydelse2150",
            when: {
              last: "P12M"
            }
          }
        }
      },
      advice: {
        da: "Indkald til unders\xF8gelse (ydelse 2150)",
        en: "Invite to an examination (service 2150)"
      },
      source: "DSAM, Ulighed og forskellige ydelser; vinduet p\xE5 12 m\xE5neder er redaktionens"
    },
    {
      id: "metabolisk",
      level: "warning",
      title: {
        da: "HbA1c eller lipider ikke m\xE5lt i 12 m\xE5neder",
        en: "HbA1c or lipids not measured in 12 months"
      },
      short: {
        da: "Blodpr\xF8ver",
        en: "Blood tests"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "hba1c",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "ldl",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "Bestil blodpr\xF8ver",
        en: "Order blood tests"
      },
      source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler: \xE5rlig kontrol af glukose og lipider"
    },
    {
      id: "blodtryk-vaegt",
      level: "info",
      title: {
        da: "Blodtryk eller v\xE6gt ikke m\xE5lt i 12 m\xE5neder",
        en: "Blood pressure or weight not measured in 12 months"
      },
      short: {
        da: "BT og v\xE6gt",
        en: "BP and weight"
      },
      when: {
        not: {
          all: [
            {
              result: {
                codes: "systolisk",
                when: {
                  last: "P12M"
                }
              }
            },
            {
              result: {
                codes: "vaegt",
                when: {
                  last: "P12M"
                }
              }
            }
          ]
        }
      },
      advice: {
        da: "M\xE5l blodtryk og v\xE6gt",
        en: "Measure blood pressure and weight"
      },
      source: "Sundhedsstyrelsen, antipsykotiske l\xE6gemidler: \xE5rlig kontrol af blodtryk og v\xE6gt"
    }
  ],
  indicators: [
    {
      id: "undersoegt",
      title: {
        da: "Andel med ydelse 2150 inden for 12 m\xE5neder",
        en: "Proportion with service 2150 within 12 months"
      },
      numerator: {
        service: {
          codes: "ydelse2150",
          when: {
            last: "P12M"
          }
        }
      },
      better: "higher",
      source: "DSAM, Ulighed og forskellige ydelser; indikatoren er redaktionens"
    }
  ]
};

// fixtures/profiles/index.ts
var profiles = [
  demens_default,
  osteoporose_default,
  ydelse_2150_1_default,
  ydelse_2150_2_default,
  triple_whammy_default,
  nyrepaavirkning_default,
  bortfald_af_tilskud_default,
  kol_default,
  type_2_diabetes_default,
  iskaemisk_hjertesygdom_default,
  aeldre_medicinsk_default,
  saarbare_default,
  boern_og_unge_default,
  manglende_aarskontrol_default,
  manglende_forloebsplan_default,
  manglende_vaccination_default
];

// test/languages/zz-job.ts
var own = { "https://klinik.example/kodesystem/ydelse": "ydelse", "https://klinik.example/kodesystem/lokal": "local", "https://klinik.example/kodesystem/varenummer": "product" };
var [from, to] = process.argv.slice(2).map(Number);
var { description, patients } = generateClinic({ size: 2e3 });
var job = { asOf: defaultClinic.asOf, patients: patients.slice(from, to).map((p) => cqlPatient(p, description.coverage)), profiles: profiles.map((d) => {
  const w = toCql(parseProfile(d).profile, { systems: own });
  return { main: w.library.name, libraries: Object.fromEntries([w.library, ...w.includes].map((l) => [l.name, l.text])), population: w.names.population, expressions: [...Object.values(w.names.markers)] };
}) };
writeFileSync("/tmp/job.json", JSON.stringify(job));
