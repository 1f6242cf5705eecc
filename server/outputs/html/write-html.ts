import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainOf } from '#engine';
import type { DocumentBlock, OutputDocument } from '#engine';
import type { Pictures } from '../pictures.ts';
import { byLanguage } from './by-language.ts';
import { page, Piece } from './page.ts';
import { scalePicture } from './scale-picture.ts';
import { sketchPicture } from './sketch-picture.ts';

const style = readFileSync(join(import.meta.dirname, 'paper.css'), 'utf8');

/** The document as one page that needs nothing else: to read, to listen to and to print. */
export function writeHtml(document: OutputDocument, pictures: Pictures): string {
  const { language, direction, title, authority, about, written, notice, large } = document;
  const blocks = grouped(document.blocks).map((group) => groupSaid(group, pictures));
  return byLanguage(
    page`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainOf(title)}, ${authority}</title>
<style>${new Piece(style)}</style>
</head>
<body>
<main class="paper${large ? ' paper--large' : ''}" lang="${language}" dir="${direction}">
<p class="paper__authority">${authority}</p>
<h1>${title}</h1>
<p class="paper__about">${about}</p>
<p class="paper__quiet">${written}</p>
${notice === undefined ? undefined : page`<p class="paper__notice">${notice}</p>`}
${blocks}
</main>
</body>
</html>
`.text,
  );
}

/** Short answers that follow one another stand in one list. */
function grouped(blocks: DocumentBlock[]): DocumentBlock[][] {
  const groups: DocumentBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'line' && last?.[0]?.kind === 'line') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function groupSaid(group: DocumentBlock[], pictures: Pictures): Piece {
  if (group[0]?.kind !== 'line') return page`${group.map((block) => said(block, pictures))}`;
  const lines = group.flatMap((block) =>
    block.kind === 'line' ? [page`<dt>${block.label}</dt><dd>${block.text}</dd>`] : [],
  );
  return page`<dl>${lines}</dl>\n`;
}

function said(block: DocumentBlock, pictures: Pictures): Piece {
  switch (block.kind) {
    case 'heading': {
      const level = new Piece(`h${String(block.level)}`);
      return page`<${level}>${block.text}</${level}>\n`;
    }
    case 'paragraph':
      return page`<p>${block.whose === undefined ? undefined : page`<strong>${block.whose}:</strong> `}${block.text}</p>\n`;
    case 'line':
      return page`<dl><dt>${block.label}</dt><dd>${block.text}</dd></dl>\n`;
    case 'table':
      return table(block.caption, block.head, block.rows);
    case 'rows':
      return rows(block);
    case 'scale':
      return page`${scalePicture(block)}${table(
        block.caption,
        block.head,
        block.scores.map(({ who, score, says }) => [who, String(score), says]),
      )}`;
    case 'picture':
      return picture(block, pictures);
    case 'genogram':
      return sketchPicture(block);
    case 'signature':
      return page`<div class="paper__sign"><span>${block.signed} (${block.who})</span><span>${block.date}</span></div>\n`;
    case 'page-break':
      return page`<div class="paper__break"></div>\n`;
  }
}

function table(caption: string, head: string[], all: string[][]): Piece {
  return page`<div class="paper__table" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map((cell) => page`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${all.map(
    ([first = '', ...cells]) =>
      page`<tr><th scope="row">${first}</th>${cells.map((cell) => page`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>\n`;
}

function rows({ caption, rows: all }: DocumentBlock & { kind: 'rows' }): Piece {
  const each = all.map(({ title, lines }) => {
    const list = lines.map(({ label, text }) => page`<div><dt>${label}</dt><dd>${text}</dd></div>`);
    return page`<li><p>${title}</p>${lines.length === 0 ? undefined : page`<dl>${list}</dl>`}</li>\n`;
  });
  return page`<ul class="paper__rows" aria-label="${caption}">${each}</ul>\n`;
}

function picture({ file, alt, caption }: DocumentBlock & { kind: 'picture' }, pictures: Pictures): Piece {
  const shown = pictures[file];
  if (!shown) return page`<p>${alt}</p>`;
  const { type, bytes, width, height } = shown;
  return page`<figure><img src="data:${type};base64,${bytes.toString('base64')}" width="${width}" height="${height}" alt="${alt}">
<figcaption aria-hidden="true">${caption}</figcaption></figure>\n`;
}
