import {
  ownLanguage,
  plainOf,
  sketchOf,
  spansOf,
  type DocumentBlock,
  type OutputDocument,
} from '#engine/browser';
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
    <h4 class="govuk-heading-l">${said(made.title)}</h4>
    <p class="tl-paper__for">${made.about}</p>
    <p class="tl-quiet">${said(made.written)}</p>
    ${made.notice ? html`<p class="govuk-inset-text">${said(made.notice)}</p>` : nothing}
    ${made.blocks.map(oneBlock)}
  </article>`;
}

/** A text by language: what people wrote in another than the paper's says so. */
const said = (text: string): (string | TemplateResult)[] =>
  spansOf(text).map((span) =>
    span.written ? html`<span lang=${ownLanguage}>${span.text}</span>` : span.text,
  );

/** Levels start below the heading of the preview, so that the page's own order of headings holds. */
function oneBlock(block: DocumentBlock): TemplateResult | typeof nothing {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? html`<h5 class="govuk-heading-m">${said(block.text)}</h5>`
        : html`<h6 class="govuk-heading-s">${said(block.text)}</h6>`;
    case 'line':
      return html`<p class="govuk-body tl-text">
        <strong>${said(block.label)}</strong> ${said(block.text)}
      </p>`;
    case 'paragraph':
      return html`<p class="govuk-body tl-text">
        ${block.whose ? html`<strong>${said(block.whose)}: </strong>` : nothing}${said(block.text)}
      </p>`;
    case 'table':
      return table(block.caption, block.head, block.rows);
    case 'rows':
      return html`${block.rows.map(
        ({ title, lines }) =>
          html`<p class="tl-paper__child">${said(title)}</p>
            <dl class="tl-paper__rows">
              ${lines.map(
                ({ label, text }) =>
                  html`<dt>${said(label)}</dt>
                    <dd class="tl-text">${said(text)}</dd>`,
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
      return html`<p class="govuk-inset-text">${said(block.caption)}: ${plainOf(block.alt)}</p>`;
    case 'genogram':
      return html`<div class="tl-paper__wide" tabindex="0" role="region" aria-label=${plainOf(block.caption)}>
        ${sketchDrawn(sketchOf(block), plainOf(block.alt))}
      </div>`;
    case 'signature':
      return html`<p class="tl-paper__signatures">
        ${said(block.signed)} (${said(block.who)})<span class="tl-paper__line"></span>${said(block.date)}<span
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
  return html`<div class="tl-paper__wide" tabindex="0" role="region" aria-label=${plainOf(caption)}>
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        ${plainOf(caption)}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${head.map((text) => html`<th class="govuk-table__header" scope="col">${said(text)}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(
          ([first = '', ...rest]) =>
            html`<tr class="govuk-table__row">
              <th class="govuk-table__header" scope="row">${said(first)}</th>
              ${rest.map((text) => html`<td class="govuk-table__cell tl-text">${said(text)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
