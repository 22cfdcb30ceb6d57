/** Tables as files: CSV and XLSX. */
export { toCsv, type CsvOptions } from './csv.ts';
export { exportFileName } from './names.ts';
export * from './types.ts';
export { toXlsx } from './xlsx.ts';
