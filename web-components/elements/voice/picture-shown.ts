import { html, nothing, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';

/** A picture with the child's own title, and what it shows for whoever can't see it. */
export function pictureShown(picture: {
  file: string;
  title: string;
  says: string;
  by: string;
}): TemplateResult {
  const { file, title, says, by } = picture;
  const named = title || words.untitled;
  const address = `/api/attachments/${file}`;
  return html`<figure class="tl-picture">
    <a href=${address} target="_blank" aria-label=${words.bigger(named)}>
      <img
        class="tl-picture__image"
        src=${address}
        alt="${says || `${words.pictureBy(by)}, ${named}`}"
        loading="lazy"
      />
    </a>
    <figcaption>
      ${title ? html`<strong>${title}</strong>` : nothing}
      ${says ? html`<span class="tl-quiet">${says}</span>` : nothing}
    </figcaption>
  </figure>`;
}
