import { expect } from '@open-wc/testing';
import { strFromU8, unzipSync } from 'fflate';
import { toXlsx, type ExportTable } from '../../src/export/index.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const hostile = '<c t="x">&\0\x1f]]>\ud800\uffff _x0041_ =1+1 \'"--><!ENTITY';
const table: ExportTable = {
  title: `${hostile}/[]`,
  columns: [
    { title: hostile, type: 'text' },
    { title: 'Tal', type: 'number' },
    { title: 'Dato', type: 'date' },
    { title: 'CPR', type: 'cpr' },
  ],
  rows: 300,
  cell: (row, column) =>
    [`${hostile}${row}`, -row / 3, { date: '2026-11-24' }, '0101419996'][column],
  info: [{ label: hostile, value: hostile }],
  at: '2026-11-24T09:30:00+01:00',
  language: 'da',
};

describe('an XLSX file, to a strict reader', () => {
  let parts: Map<string, Document>;

  before(async () => {
    const { blob } = await toXlsx(table);
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    parts = new Map(
      Object.entries(files).map(([path, bytes]) => [
        path,
        new DOMParser().parseFromString(strFromU8(bytes), 'application/xml'),
      ]),
    );
  });

  const part = (path: string): Document => {
    const found = parts.get(path);
    if (!found) throw new Error(path);
    return found;
  };

  it('every part is well-formed XML', () => {
    expect(parts.size).to.equal(8);
    for (const [path, xml] of parts) expect(xml.querySelector('parsererror'), path).to.equal(null);
  });

  it('every part is declared, and every relation leads to a part', () => {
    const declared = [...part('[Content_Types].xml').querySelectorAll('Override')].map((each) =>
      each.getAttribute('PartName')?.slice(1),
    );
    const plain = [...parts.keys()].filter(
      (path) => !path.includes('rels') && !path.startsWith('['),
    );
    expect(declared).to.have.members(plain);
    for (const [from, base] of [
      ['_rels/.rels', ''],
      ['xl/_rels/workbook.xml.rels', 'xl/'],
    ] as const)
      for (const relation of part(from).querySelectorAll('Relationship')) {
        expect(parts.has(`${base}${relation.getAttribute('Target')}`)).to.equal(true);
        expect(relation.getAttribute('TargetMode')).to.equal(null);
      }
  });

  it('a sheet’s elements come in the order that the standard asks for', () => {
    const sheet = part('xl/worksheets/sheet1.xml').documentElement;
    expect(sheet.namespaceURI).to.equal(main);
    expect([...sheet.children].map(({ localName }) => localName)).to.deep.equal([
      'sheetPr',
      'dimension',
      'sheetViews',
      'cols',
      'sheetData',
      'autoFilter',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'ignoredErrors',
    ]);
  });

  it('every style that a cell names is there, and the counts are true', () => {
    const styles = part('xl/styles.xml');
    for (const list of styles.querySelectorAll('[count]'))
      expect(Number(list.getAttribute('count')), list.localName).to.equal(list.children.length);
    const known = styles.querySelectorAll('cellXfs > xf').length;
    for (const cell of part('xl/worksheets/sheet1.xml').querySelectorAll('c'))
      expect(Number(cell.getAttribute('s'))).to.be.within(0, known - 1);
  });

  it('no cell holds a formula, and each stands at its place', () => {
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet.getElementsByTagNameNS(main, 'f')).to.have.lengthOf(0);
    const rows = [...sheet.querySelectorAll('row')];
    expect(rows).to.have.lengthOf(301);
    expect([...rows[300]!.children].map((cell) => cell.getAttribute('r'))).to.deep.equal([
      'A301',
      'B301',
      'C301',
      'D301',
    ]);
  });
});
