import type { Finding } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { Hand, Target } from '../operations/index.ts';
import { targetOf } from '../operations/target-of.ts';
import { panel as words } from '../words.ts';
import './pathway-entry.ts';
import type { PathwayEntry } from './pathway-entry.ts';
import { kindOf, titleOf } from './sayings.ts';

/**
 * Beside the drawing: what is chosen in it says, and all that can be done with it. With nothing chosen, it is about the
 * part of the drawing that is looked at.
 *
 * @property hand, findings, mayEdit  as of the editor
 * @property chosen                   id of what is chosen; '' for nothing
 */
export class PathwayPanel extends LightElement {
  static override properties = {
    hand: { attribute: false },
    chosen: { attribute: false },
    findings: { attribute: false },
    mayEdit: { attribute: false },
  };
  declare hand: Hand | undefined;
  declare chosen: string;
  declare findings: readonly Finding[];
  declare mayEdit: boolean;

  constructor() {
    super();
    this.chosen = '';
    this.findings = [];
    this.mayEdit = false;
  }

  /** Begins an operation on what is chosen, as if its button had been pressed. */
  begin(operation: string): void {
    this.querySelector<PathwayEntry>('pathway-entry')?.begin(operation);
  }

  private get target(): Target | undefined {
    const { hand, chosen } = this;
    if (!hand) return undefined;
    const root = hand.editor.get('canvas').getRootElement().businessObject.id;
    return targetOf(hand.pathway, chosen) ?? whole(hand, root) ?? whole(hand, hand.pathway.main);
  }

  override render(): TemplateResult {
    const { hand, target } = this;
    if (!hand || !target) return html``;
    const findings = this.findings.filter(({ element }) => element === target.id);
    return html`<section aria-label=${words.heading}>
      <p class="tl-outline__kind">${kindOf(target)}</p>
      <h2 class="govuk-heading-s">${titleOf(target)}</h2>
      ${this.chosen === '' ? html`<p class="govuk-hint">${words.choose}</p>` : ''}
      <pathway-entry
        .hand=${hand}
        .target=${target}
        .findings=${findings}
        .mayEdit=${this.mayEdit}
        .name=${`panel-${target.id}`}
      ></pathway-entry>
    </section>`;
  }
}

function whole({ pathway }: Hand, id: string): Target | undefined {
  const process = pathway.processes.find((one) => one.id === id);
  return process ? { kind: 'whole', id, process } : undefined;
}

define('pathway-panel', PathwayPanel);
