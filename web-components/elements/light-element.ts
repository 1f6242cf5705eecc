import { LitElement } from 'lit';

/**
 * An element without a shadow root: labels, error links, the page's forms and the one stylesheet all reach inside.
 * Every element of the service extends it.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Registers an element once, also when a page and a test load the same file. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
