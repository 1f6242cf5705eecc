import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyPage } from '../../api/families.ts';
import { mayBegin } from '../../contexts/session.ts';
import type { LoadState } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { access, glass as words } from '../../words-office/access.ts';
import { sayMoment } from '../../words/dates.ts';
import '../withhold/restrict-form.ts';
import './glass-offer.ts';

/**
 * What is particular about the reader's access to a family: opened by a reason, or theirs to restrict; without the
 * family: out of reach, and offered by a reason.
 *
 * @property now  what the page shows of the family
 * @property of   its id
 * @fires tl-changed
 */
export class FamilyAccess extends LightElement {
  static override properties = { now: { attribute: false }, of: { type: String } };
  declare now: LoadState<FamilyPage>;
  declare of: string;

  override render(): TemplateResult {
    const { now } = this;
    if (now.state === 'refused') {
      const offered = now.refusal.reason === 'out-of-reach' && mayBegin('break-glass');
      return offered ? html`<tl-glass-offer .family=${this.of}></tl-glass-offer>` : html``;
    }
    if (now.state === 'loading') return html``;
    const family = now.value;
    return html`
      ${family.glass ? html`<p class="tl-due tl-due--soon">${words.open(sayMoment(family.glass))}</p>` : nothing}
      <p class="tl-family-head__who">
        <span class="tl-hash">${access.reference(family.id)}</span>
        ${this.page(family, 'invite-partner', 'invitations')}
        ${this.page(family, 'withhold-part', 'withheld')}
      </p>
      ${
        family.may?.includes('restrict-family')
          ? html`<tl-restrict-form
              .family=${family.id}
              .restricted=${family.restricted === true}
            ></tl-restrict-form>`
          : nothing
      }
    `;
  }

  /** A page of its own, for who may use it. */
  private page(
    { id, may }: FamilyPage,
    action: 'invite-partner' | 'withhold-part',
    name: 'invitations' | 'withheld',
  ): TemplateResult | typeof nothing {
    if (!may?.includes(action)) return nothing;
    return html`<a class="govuk-link" href="/families/${id}/${name}">${access[name]}</a>`;
  }
}

define('tl-family-access', FamilyAccess);
