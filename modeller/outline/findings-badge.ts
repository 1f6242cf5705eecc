import type { Finding } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { modeller as words } from '../words.ts';

const levels = ['error', 'warning', 'advice'] as const;

/** How much the checks say of a thing, in text and sign, by the heaviest of it. */
export function findingsBadge(findings: readonly Finding[]): TemplateResult | typeof nothing {
  const worst = levels.find((level) => findings.some((finding) => finding.level === level));
  if (!worst) return nothing;
  return html`<span class="tl-badge tl-badge--${worst}"
    ><span aria-hidden="true">${words.marks[worst]}</span> ${words.levels[worst]}${
      findings.length > 1 ? ` (${String(findings.length)})` : ''
    }</span
  >`;
}
