import {
  along,
  processesInOrder,
  type Element,
  type Finding,
  type Flow,
  type Process,
} from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { Hand, Target } from '../operations/index.ts';
import type { Duplicated } from '../forms/sayings.ts';
import { askedAgain } from '../panel/asked-again.ts';
import { kindOf, roleName, takenWhen, timesOf, titleOf } from '../panel/sayings.ts';
import '../panel/pathway-entry.ts';
import { goalOf } from '../operations/choices.ts';
import { modeller, outline as words } from '../words.ts';
import { findingsBadge } from './findings-badge.ts';

/**
 * The pathway as a nested list: stages, their steps, the ways on from each. Everything the drawing can do can be done
 * here; one entry is open at a time and shows all that can be done with it.
 *
 * @property hand      what to work with; absent while nothing is read
 * @property findings  what the checks say
 * @property duplicates  what is asked twice
 * @property mayEdit   false: it is only shown
 * @property chosen    id of the entry that is open
 * @fires tl-choose { id }  another entry is opened, or none ('')
 */
export class PathwayOutline extends LightElement {
  static override properties = {
    hand: { attribute: false },
    findings: { attribute: false },
    duplicates: { attribute: false },
    mayEdit: { attribute: false },
    chosen: { attribute: false },
    opened: { state: true },
  };
  declare hand: Hand | undefined;
  declare findings: readonly Finding[];
  declare duplicates: Duplicated | undefined;
  declare mayEdit: boolean;
  declare chosen: string;
  declare opened: ReadonlySet<string>;
  private wanted = '';
  private again = new Map<string, number>();

  constructor() {
    super();
    this.findings = [];
    this.mayEdit = false;
    this.chosen = '';
    this.opened = new Set();
  }

  /** Opens what an entry lies in, opens the entry and puts the focus on it. */
  goTo(id: string): void {
    this.wanted = id;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { hand, wanted } = this;
    if (hand) this.again = askedAgain(hand.pathway, this.duplicates);
    if (!hand || wanted === '') return;
    const opened = new Set(this.opened);
    let place = placeOf(hand, wanted);
    while (place && !opened.has(place.id)) {
      opened.add(place.id);
      place = placeOf(hand, place.id);
    }
    this.opened = opened;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.wanted === '' || !this.hand) return;
    const entry = this.querySelector<HTMLElement>(`[data-entry="${CSS.escape(this.wanted)}"] button`);
    if (!entry && changed.has('opened')) return;
    this.wanted = '';
    entry?.focus();
    entry?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { hand } = this;
    if (!hand) return html``;
    const { pathway } = hand;
    const main = pathway.processes.find(({ id }) => id === pathway.main);
    const others = processesInOrder(pathway).filter(({ kind }) => kind === 'strand' || kind === 'called');
    return html`<p class="govuk-hint">${words.hint}</p>
      <div role="group" aria-label=${words.label}>
        ${main ? this.whole(main) : nothing}
        ${others.length > 0 ? html`<h2 class="govuk-heading-m">${words.strands}</h2>` : nothing}
        ${others.map((process) => this.whole(process))}
      </div>`;
  }

  private whole(process: Process): TemplateResult {
    const target: Target = { kind: 'whole', id: process.id, process };
    const main = process.id === this.hand?.pathway.main;
    return html`<div class="tl-outline__whole" data-entry=${process.id}>
      ${this.head(target, main ? undefined : process)}
      ${main || this.opened.has(process.id) ? this.list(process) : nothing}
    </div>`;
  }

  private list(process: Process): TemplateResult {
    const inOrder = along(process);
    const rest = process.elements.filter((element) => !inOrder.includes(element));
    return html`<ol class="tl-outline">
      ${[...inOrder, ...rest].map((element) => this.entry(process, element))}
    </ol>`;
  }

  private entry(process: Process, element: Element): TemplateResult {
    const target: Target = { kind: 'element', id: element.id, element, process };
    const inside =
      element.kind === 'stage' && !element.called
        ? this.hand?.pathway.processes.find(({ id }) => id === element.process)
        : undefined;
    return html`<li class="tl-outline__entry" data-entry=${element.id}>
      ${this.head(target, inside)} ${inside && this.opened.has(inside.id) ? this.list(inside) : nothing}
      ${this.ways(process, element)}
    </li>`;
  }

  private ways(process: Process, element: Element): TemplateResult | typeof nothing {
    const ways = process.flows.filter(({ from }) => from === element.id);
    if (ways.length === 0 || (element.kind !== 'question' && element.kind !== 'fork' && ways.length < 2)) {
      return nothing;
    }
    return html`<ul class="tl-outline__ways" aria-label=${`${words.ways}: ${element.name}`}>
      ${ways.map((flow) => this.way(process, flow))}
    </ul>`;
  }

  private way(process: Process, flow: Flow): TemplateResult {
    return html`<li class="tl-outline__way" data-entry=${flow.id}>
      ${this.head({ kind: 'line', id: flow.id, flow, process })}
    </li>`;
  }

  private head(target: Target, inside?: Process): TemplateResult {
    const open = target.id === this.chosen;
    const findings = this.findings.filter(({ element }) => element === target.id);
    const title = titleOf(target);
    const again = this.again.get(target.id);
    return html`<div class="tl-outline__head">
        <span class="tl-outline__kind">${kindOf(target)}</span>
        <strong class="tl-outline__title">${title}</strong>
        <span class="tl-outline__says">${this.summary(target)}</span>
        ${again === undefined ? nothing : html`<span class="tl-badge">${modeller.again(again)}</span>`}
        ${findingsBadge(findings)}
        <button
          type="button"
          class="tl-text-button"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${() => this.choose(open ? '' : target.id)}
        >
          ${open ? words.close : words.change}<span class="govuk-visually-hidden">
            ${kindOf(target)} “${title}”</span
          >
        </button>
        ${inside ? this.opener(inside, title) : nothing}
      </div>
      ${
        open && this.hand
          ? html`<pathway-entry
              .hand=${this.hand}
              .target=${target}
              .findings=${findings}
              .mayEdit=${this.mayEdit}
              .name=${`outline-${target.id}`}
            ></pathway-entry>`
          : nothing
      }`;
  }

  private opener(inside: Process, title: string): TemplateResult {
    const open = this.opened.has(inside.id);
    const steps = inside.elements.filter(({ kind }) => kind === 'step' || kind === 'stage').length;
    const toggle = (): void => {
      const opened = new Set(this.opened);
      if (open) opened.delete(inside.id);
      else opened.add(inside.id);
      this.opened = opened;
    };
    return html`<button
      type="button"
      class="tl-text-button"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${toggle}
    >
      ${open ? words.hide : words.show} ${words.steps(steps)}<span class="govuk-visually-hidden">
        “${title}”</span
      >
    </button>`;
  }

  private summary(target: Target): string {
    const { hand } = this;
    if (!hand || target.kind === 'whole') return '';
    if (target.kind === 'element') {
      const { element } = target;
      return element.kind === 'step'
        ? `${roleName(element, hand.beside)}; ${timesOf(element, hand.beside)}`
        : '';
    }
    const from = target.process.elements.find(({ id }) => id === target.flow.from);
    const leads = target.flow.name === '' ? '' : `to ${goalOf(target.process, target.flow.to)}`;
    return [leads, from?.kind === 'question' ? takenWhen(target.flow, hand.beside) : '']
      .filter((part) => part !== '')
      .join(', ');
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('tl-choose', { bubbles: true, detail: { id } }));
  }
}

/** The process that something lies in, for which its entry must be open. */
function placeOf({ pathway }: Hand, id: string): Process | undefined {
  return pathway.processes.find(
    ({ elements, flows }) => elements.some((one) => one.id === id) || flows.some((one) => one.id === id),
  );
}

define('pathway-outline', PathwayOutline);
