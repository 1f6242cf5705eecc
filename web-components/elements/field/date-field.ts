import type { FormQuestion } from '#engine/browser';
import type { TemplateResult } from 'lit';
import type { FormTools } from '../answers/answer-element.ts';
import { answerField } from '../answers/answer-field.ts';

const noTools: FormTools = {
  people: [],
  children: [],
  files: {},
  optionsOf: () => [],
  sendFile: () => Promise.resolve({ problem: '' }),
};

/** A day in three fields outside a form: 'YYYY-MM-DD', or undefined. */
export function dateField(field: {
  id: string;
  label: string;
  hint?: string;
  value: string | undefined;
  error?: string | undefined;
  give: (value: string | undefined) => void;
}): TemplateResult {
  const asked: FormQuestion = {
    id: field.id,
    type: 'date',
    label: field.label,
    per: 'family',
    purpose: '',
    source: '',
    policy: 'ask',
  };
  return answerField({
    asked,
    id: field.id,
    label: field.label,
    hint: field.hint,
    value: field.value,
    error: field.error,
    tools: noTools,
    give: (value) => field.give(typeof value === 'string' ? value : undefined),
  });
}
