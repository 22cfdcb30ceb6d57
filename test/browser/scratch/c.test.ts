import { placeList, ready, rows, check, button, openPanel } from '../list.ts';
import { adapterWith, asOf, clinic, demens, place, textOf, until, inside, allInside } from '../stage.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { memoryAdapter } from '../../../src/define.ts';
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
const bad = 'Q\u202e\u0000\u2028\u2069\u200e\u0085\u001b\u206aZ';
const structural = new Set(['id','patientId','code','system','from','to','at','birthDate','sex','cpr','status','format','type','version','level','show','include','exclude','codes','when','pick','unit','marker','until','exemptUntil','due','asOf','finished','better','last','next','deceased','municipality','comparator','source','updated','staleAfter','systems','types','markers','roles','scope','of','within','lasting','license','distinct','profile','kind','basis','text_']);
function poison(v: any, key = ''): any {
  if (typeof v === 'string') return structural.has(key) ? v : v + bad;
  if (Array.isArray(v)) return structural.has(key) && v.every((x) => typeof x !== 'object') ? v : v.map((x) => poison(x, key));
  if (v && typeof v === 'object') return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, key === 'codes' && typeof x !== 'object' ? x : poison(x, k)]));
  return v;
}
const hidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
function walk(root: Node, seen: Set<string>, path = '') {
  const w = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let n: any = w.currentNode; n; n = w.nextNode()) {
    if (n.nodeType === 3) { if (hidden.test(n.data)) seen.add(`text in <${n.parentElement?.tagName} class=${n.parentElement?.className}>: ${JSON.stringify(n.data).slice(0, 120)}`); }
    else if (n.attributes) {
      for (const a of n.attributes) if (hidden.test(a.value)) seen.add(`${n.tagName}.${n.className}@${a.name}: ${JSON.stringify(a.value).slice(0, 100)}`);
      if ('value' in n && typeof n.value === 'string' && hidden.test(n.value)) seen.add(`${n.tagName}.value`);
      if (n.shadowRoot) walk(n.shadowRoot, seen);
    }
  }
}
const patients = clinic.patients.slice(0, 120).map((p) => poison({ ...p, patient: { ...p.patient, practitioner: 'Læge', address: 'Vej 1', city: 'By', phone: '12' } }));
const members = clinic.patients.filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code.startsWith('P70'))).slice(0, 6);
const member = (patientId: string, i: number) => ({ patientId, status: (['new','to-follow-up','reviewed','exempt'] as const)[i % 4], note: 'Note ' + bad, earlier: 'Tidl ' + bad, by: 'AB' + bad, at: '2026-11-20T10:00:00+01:00', due: '2026-12-01', assignee: i % 2 ? { id: 'sek' + bad, name: 'Sekr' + bad } : { id: 'noname' + bad }, markers: ['antipsykotika', 'gone' + bad], exemptions: [{ marker: 'antipsykotika', note: 'Nej' + bad, by: 'CD' + bad, at: '2026-11-20T10:00:00+01:00' }, { marker: 'gone' + bad, note: 'x' + bad, by: 'y' + bad, at: '2026-11-20T10:00:00+01:00' }] });
const round = (id: string, more: any) => ({ id, revision: 1, profile: { id: 'dk.demens', version: '1.0.0' + bad }, asOf: '2026-11-01', members: members.map((m, i) => member(m.patient.id, i)), ...more });
function adapter(): any {
  const description = poison({ ...clinic.description, patients: 120, user: 'AB', team: [{ id: 'sek', name: 'Sekretær', roles: [] }], sources: [{ id: 'fmk', title: { da: 'FMK', en: 'FMK' }, types: ['medication'], gives: { da: 'Medicin' }, available: false, updated: '2026-11-24' }] });
  const plain = memoryAdapter({ description, patients } as any);
  return { ...plain, openJournal: () => { throw new Error(bad); }, rounds: faultyRounds([round('r2', {}), round('r1', { asOf: '2026-05-01', finished: '2026-06-01' }), round('r0', { asOf: '2025-05-01', finished: '2025-06-01' })] as any),
    actions: ['one', 'many'].map((scope) => ({ id: 'a' + scope + bad, label: { da: 'Kø ' + scope + bad, en: 'Q' + bad }, scope, run: async (ps: any[]) => ps.map((p, i) => ({ patientId: p.id, ok: i % 2 === 0, message: { da: 'Besked' + bad } })) })) };
}
const sharer: any = { recipients: [{ name: 'Bo' + bad, organisation: 'Syg' + bad }], share: async () => { throw new Error(bad); } };
const prose = (v: any, key = ''): any => typeof v === 'string' ? (['da','en','text','authors'].includes(key) ? v + bad : v) : Array.isArray(v) ? v.map((x) => prose(x, key)) : v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, key === 'codes' && typeof x !== 'object' ? x : prose(x, k)])) : v;
const profile = prose(demens);
it('the list', async () => {
  const seen = new Set<string>();
  const e: any = await placeList({ adapter: adapter(), profiles: [profile] } as any, { width: 1900, height: 1000 });
  const files: string[] = [];
  e.addEventListener('overblik-export', (ev: any) => { ev.preventDefault(); files.push(JSON.stringify(Object.keys(ev.detail)) ); (window as any).f = ev.detail; if (ev.detail.file) ev.detail.file.text().then((t: string) => { if (hidden.test(t.replace(/\r/g, ''))) seen.add('FILE ' + ev.detail.file.name + JSON.stringify(t.match(/.{0,30}[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u206f].{0,30}/)?.[0])); }); });
  await wait(500);
  walk(document, seen);
  const press = async (el: HTMLElement, label: string) => { el.click(); await wait(120); walk(document, seen); };
  for (const row of rows(e).slice(0, 6)) check(row)!.click();
  await wait(300); walk(document, seen);
  const all = new Set<string>();
  for (let pass = 0; pass < 3; pass++)
  for (const b of [...allInside(e, 'button')]) {
    const t = b.textContent!.trim() || b.getAttribute('aria-label') || '';
    if (!b.isConnected || all.has(t) || /Udskriv/.test(t)) continue;
    all.add(t);
    await press(b, t);
  }
  await wait(1000); walk(document, seen);
  console.log('pressed', [...all].join(' | '));
  console.log('FOUND list', [...seen].join('\n'), files.join());
});
it('the cockpit', async () => {
  for (const asTable of [0]) {
  const seen = new Set<string>();
  for (const m of members) {
  const e: any = place('overblik-cockpit', { adapter: adapter(), profiles: [profile], patientId: m.patient.id, sharer } as any, { width: 900, height: 900 });
  await until('p', () => inside(e, '.parts'));
  await wait(400); walk(document, seen);
  for (const d of allInside(e, 'details')) (d as any).open = true;
  const all = new Set<string>();
  for (let pass = 0; pass < 2; pass++)
  for (const b of [...allInside(e, 'button')]) {
    const t = b.textContent!.trim() || b.getAttribute('aria-label') || '';
    if (!b.isConnected || all.has(t) || /Udskriv/.test(t)) continue;
    all.add(t); b.click(); await wait(60); walk(document, seen);
  }
  for (const d of allInside(e, 'details')) (d as any).open = true;
  await wait(100); walk(document, seen);
  e.remove();
  }
  console.log('FOUND cockpit', [...seen].join('\n'));
  }
});
