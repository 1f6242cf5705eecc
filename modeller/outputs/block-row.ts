import type { Beside, OutputBlock } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { textButton } from '../forms/fields.ts';
import { audiences } from '../forms/words.ts';
import { sayBlock } from './say-block.ts';
import { words } from './words.ts';

export type BlockAct = 'up' | 'down' | 'edit' | 'takeOut' | 'putIn';

/** One block in its place in the list, with everything that can be done to it. */
export function blockRow(
  block: OutputBlock,
  row: {
    at: number;
    last: boolean;
    form: string;
    parts: Pick<Beside, 'forms' | 'blocks' | 'roles'>;
    mayEdit: boolean;
    open: boolean;
    act: (what: BlockAct) => void;
  },
): TemplateResult {
  const { at, last, mayEdit } = row;
  const { kind, what } = sayBlock(block, row.parts, row.form);
  const named = `${kind}, ${what}`;
  const button = (act: BlockAct, disabled = false): TemplateResult =>
    textButton(words[act], named, () => row.act(act), { id: `block-${act}-${String(at)}`, disabled });
  return html`
    <div class="tl-block__says tl-block__says--${block.kind}">
      <span class="tl-block__kind">${kind}</span>
      <span class="tl-block__what">${what}</span>
      ${
        block.audiences
          ? html`<span class="tl-quiet"
              >${words.onlyFor(block.audiences.map((one) => audiences[one]).join(', '))}</span
            >`
          : nothing
      }
    </div>
    ${
      mayEdit
        ? html`<div class="tl-q__acts" role="group" aria-label=${named}>
            ${button('up', at === 0)} ${button('down', last)} ${button('edit')} ${button('putIn')}
            ${button('takeOut')}
          </div>`
        : nothing
    }
  `;
}
