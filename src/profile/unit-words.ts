/** A unit as a clinician reads it: by its best name, with powers raised. */
import type { Language } from '../i18n/language.ts';
import { bestUnit } from '../record/index.ts';

/** `mmHg` of `mm[Hg]`, `10⁻³` of `10E-3`, `mL/min/1,73 m²`; empty of a plain number, which UCUM writes as 1. */
export function formatUnit(unit: string, language: Language): string {
  const best = bestUnit(unit);
  if (best === '1') return '';
  return (
    best
      // What is counted, as UCUM writes it: `{score}`.
      .replace(/^\{(\p{L}+)\}$/u, '$1')
      // Not of `109/L`: that may be one hundred and nine.
      .replace(
        /^10(?:E(?=[-\d])|(?=-))(-?\d{1,2})(?=$|[\s/])/,
        (_, power: string) => `10${raised(power)}`,
      )
      .replace(/(?<=m)[23](?![\p{L}\p{N}])/gu, raised)
      .replace(/(\d)\.(\d+)m/, (_, whole: string, decimals: string) =>
        language === 'da' ? `${whole},${decimals} m` : `${whole}.${decimals} m`,
      )
  );
}

function raised(power: string): string {
  return power.replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!));
}
