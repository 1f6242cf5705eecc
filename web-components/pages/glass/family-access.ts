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
      <p class="govuk-body-s tl-quiet tl-hash">${access.reference(family.id)}</p>
      ${
        family.may?.includes('invite-partner')
          ? html`<p class="govuk-body">
              <a class="govuk-link" href="/families/${family.id}/invitations">${access.invitations}</a>
            </p>`
          : nothing
      }
      ${
        family.may?.includes('withhold-part')
          ? html`<p class="govuk-body">
              <a class="govuk-link" href="/families/${family.id}/withheld">${access.withheld}</a>
            </p>`
          : nothing
      }
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
}

define('tl-family-access', FamilyAccess);
