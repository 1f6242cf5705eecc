import { sketchOf, type DocumentBlock, type OutputDocument } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { sketchDrawn } from '../../web-components/elements/genogram/sketch-drawn.ts';

/** A document as its reader sees it on a screen; what a file of it looks like is the server's to say. */
export function renderDocument(made: OutputDocument): TemplateResult {
  return html`<article
    class="tl-paper ${made.large ? 'tl-paper--large' : ''}"
    lang=${made.language}
    dir=${made.direction}
  >
    <p class="tl-paper__authority">${made.authority}</p>
    <h4 class="govuk-heading-l">${made.title}</h4>
    <p class="tl-paper__for">${made.about}</p>
    <p class="tl-quiet">${made.written}</p>
    ${made.notice ? html`<p class="govuk-inset-text">${made.notice}</p>` : nothing}
    ${made.blocks.map(oneBlock)}
  </article>`;
}

/** Levels start below the heading of the preview, so that the page's own order of headings holds. */
function oneBlock(block: DocumentBlock): TemplateResult | typeof nothing {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? html`<h5 class="govuk-heading-m">${block.text}</h5>`
        : html`<h6 class="govuk-heading-s">${block.text}</h6>`;
    case 'line':
      return html`<p class="govuk-body tl-text"><strong>${block.label}</strong> ${block.text}</p>`;
    case 'paragraph':
      return html`<p class="govuk-body tl-text">
        ${block.whose ? html`<strong>${block.whose}: </strong>` : nothing}${block.text}
      </p>`;
    case 'table':
      return table(block.caption, block.head, block.rows);
    case 'rows':
      return html`${block.rows.map(
        ({ title, lines }) =>
          html`<p class="tl-paper__child">${title}</p>
            <dl class="tl-paper__rows">
              ${lines.map(
                ({ label, text }) =>
                  html`<dt>${label}</dt>
                    <dd class="tl-text">${text}</dd>`,
              )}
            </dl>`,
      )}`;
    case 'scale':
      return table(
        block.caption,
        block.head,
        block.scores.map(({ who, score, says }) => [who, `${String(score)} / 10`, says]),
      );
    case 'picture':
      return html`<p class="govuk-inset-text">${block.caption}: ${block.alt}</p>`;
    case 'genogram':
      return html`<div class="tl-paper__wide" tabindex="0" role="region" aria-label=${block.caption}>
        ${sketchDrawn(sketchOf(block), block.alt)}
      </div>`;
    case 'signature':
      return html`<p class="tl-paper__signatures">
        ${block.signed} (${block.who})<span class="tl-paper__line"></span>${block.date}<span
          class="tl-paper__line tl-paper__line--short"
        ></span>
      </p>`;
    case 'page-break':
      return html`<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />`;
  }
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult {
  return html`<div class="tl-paper__wide" tabindex="0" role="region" aria-label=${caption}>
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${head.map((text) => html`<th class="govuk-table__header" scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr class="govuk-table__row">
              <th class="govuk-table__header" scope="row">${first}</th>
              ${rest.map((text) => html`<td class="govuk-table__cell tl-text">${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
