import { dayInWords, dayOf } from '#engine';
import type { HeldItem, HeldLine, Made } from './disclosure.ts';

const style = `
body { font: 18px/1.5 Arial, sans-serif; color: #0b0c0c; margin: 2em auto; max-width: 45em; padding: 0 1em; }
h1 { font-size: 1.9em; line-height: 1.2; } h2 { font-size: 1.3em; margin-top: 2em; border-top: 2px solid; padding-top: .5em; }
dt { font-weight: bold; margin-top: .8em; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.quiet { color: #505a5f; } nav ol { columns: 2; } @media (max-width: 30em) { nav ol { columns: 1; } }
@media print { body { margin: 0; font-size: 11pt; } nav { display: none; } h2, dt { break-after: avoid; } }
`;

/** One page with all of it, which needs nothing else to be read or printed. */
export function writePage(made: Made, names: Map<string, string>): string {
  const { title, authority, period, at, items } = made;
  const contents = items.map(
    (item, no) => `<li><a href="#item-${String(no)}">${escape(item.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="quiet">${escape(authority)}</p>
<h1>${escape(title)}</h1>
<p>${escape(period)} Put together on ${escape(dayInWords(dayOf(at)))}. Where something is left out, the reason stands in its place.</p>
<nav aria-label="Contents"><ol>${contents.join('')}</ol></nav>
${items.map((item, no) => section(item, no, names)).join('\n')}
</main>
</body>
</html>
`;
}

function section(item: HeldItem, no: number, names: Map<string, string>): string {
  const said = [item.at ? dayInWords(dayOf(item.at)) : '', item.by ?? ''].filter(Boolean).join(', ');
  const path = item.file && names.get(item.file.id);
  return `<section aria-labelledby="item-${String(no)}">
<h2 id="item-${String(no)}">${escape(item.title)}</h2>
${said ? `<p class="quiet">${escape(said)}</p>` : ''}
${path ? `<p><a href="${escape(encodeURI(path))}">${escape(path)}</a></p>` : ''}
${item.lines.length > 0 ? `<dl>${item.lines.map(line).join('')}</dl>` : ''}
</section>`;
}

function line({ label, text }: HeldLine): string {
  return `<dt>${escape(label)}</dt><dd>${escape(text)}</dd>`;
}

function escape(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
