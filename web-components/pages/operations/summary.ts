import { html, type TemplateResult } from 'lit';
import type { Operations } from '../../api-office/operations.ts';
import { sayMoment } from '../../words/dates.ts';
import { operations as words } from '../../words-office/operations.ts';

/** Seconds a wake-up may be late before somebody should look. */
const lateSeconds = 30;

/** One line for each part: whether it is well, and what there is to say of it. */
export function summary(now: Operations): TemplateResult {
  const { store, queue, audit, anchoring, version, leaving } = now;
  const storeSays = store.ok ? (store.writable ? '' : words.readOnly) : words.away;
  const lines: [string, boolean, string][] = [
    [
      words.parts.store,
      store.ok && store.writable,
      `${words.kinds[store.kind]}. ${storeSays} ${store.message ?? ''}`,
    ],
    [
      words.parts.queue,
      queue.lag < lateSeconds,
      queue.lag > 0 ? words.late(queue.due, queue.lag) : words.onTime,
    ],
    [
      words.parts.audit,
      audit.waiting === 0,
      audit.waiting === 0 ? words.nothingWaits : words.waits(audit.waiting),
    ],
    [words.parts.anchors, anchoring.ok, anchorsSay(anchoring)],
    [words.parts.version, !leaving, `${version}. ${leaving ? words.leaving : ''}`],
  ];
  return html`
    <dl class="govuk-summary-list">
      ${lines.map(
        ([name, well, says]) => html`
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">${name}</dt>
            <dd class="govuk-summary-list__value">
              <strong class="govuk-tag ${well ? 'govuk-tag--green' : 'govuk-tag--red'}"
                >${well ? words.well : words.look}</strong
              >
              ${says}
            </dd>
          </div>
        `,
      )}
    </dl>
  `;
}

function anchorsSay({ ok, at, message }: Operations['anchoring']): string {
  const last = at === undefined ? words.notAnchored : words.anchored(sayMoment(at));
  return ok ? last : [words.anchorFailed, message, last].filter(Boolean).join(' ');
}
