/** HTML that is written to a file. Every text goes through `escape`; what is markup is made here alone. */

/** Markup that is made of escaped texts. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Joins markup and texts; texts are escaped. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings
      .map((string, index) => string + (index < parts.length ? render(parts[index]) : ''))
      .join(''),
  );
}

/** A text in which a name between backticks is drawn as code, and one between asterisks with stress. */
export function prose(text: string): Markup {
  return new Markup(
    text
      .split(/(`[^`]+`|\*[^*\s][^*]*\*)/)
      .map((part, index) => {
        if (index % 2 === 0) return escape(part);
        const inner = escape(part.slice(1, -1));
        return part.startsWith('`') ? `<code>${inner}</code>` : `<em>${inner}</em>`;
      })
      .join(''),
  );
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escape(String(part));
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A whole document, which loads nothing and runs nothing. */
export function documentOf(title: string, language: string, body: Markup): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>${body}</body>
</html>
`.text;
}

const style = `
:root { color-scheme: light; font: 15px/1.45 system-ui, 'Segoe UI', sans-serif; color: #14202b; background: #fff; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .3rem 0; } .muted { color: #51606e; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #c9d2da; overflow-wrap: break-word; }
th { font-weight: 600; white-space: nowrap; } code { font-family: ui-monospace, Consolas, monospace; font-size: .92em; background: #eef2f5; padding: 0 .2em; border-radius: 2px; overflow-wrap: anywhere; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; } .id { white-space: nowrap; font-variant-numeric: tabular-nums; } .nowrap { white-space: nowrap; }
.result { font-weight: 600; white-space: nowrap; } .pass { color: #0b6b3a; } .fail, .error { color: #a3121f; } .skip { color: #7a4a00; } .omit { color: #51606e; }
.requirements th:first-child { width: 4.5rem; } .requirements th:nth-child(2) { width: 5rem; } .requirements th:last-child { width: 7rem; } .findings { overflow-wrap: anywhere; }
ul.findings { margin: .3rem 0 0; padding-inline-start: 1.1rem; }
.item { border: 1px solid #8b98a4; padding: .7rem .9rem; margin: .7rem 0; break-inside: avoid; }
.item h3 { margin-top: 0; } .item ol { margin: .2rem 0 .4rem; }
.ticks { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; margin: .5rem 0; } .ticks label { white-space: nowrap; }
.field { min-height: 3.2em; border: 1px solid #8b98a4; padding: .3rem .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.line { min-height: 1.6em; border-bottom: 1px solid #51606e; white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; } dt { color: #51606e; } dd { margin: 0; }
.signatures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; } .signatures section { break-inside: avoid; } .signatures .line.tall { min-height: 3.5em; }
@media screen and (max-width: 40rem) { body { padding: .8rem; } .requirements thead { display: none; } .requirements tr { display: flex; flex-wrap: wrap; gap: 0 .8rem; border-bottom: 1px solid #c9d2da; padding: .3rem 0; } .requirements td { border: 0; padding: 0; } .requirements td:nth-child(3) { order: 4; flex-basis: 100%; } .scroll { overflow-x: auto; } }
@media (max-width: 40rem) { .signatures { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .5rem; } }
@media print { @page { size: A4; margin: 15mm; } :root { font-size: 10pt; } body { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } code { background: none; padding: 0; } h2, h3 { break-after: avoid; } a { color: inherit; } input[type=checkbox] { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;
