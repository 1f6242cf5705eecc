import { html, type TemplateResult } from 'lit';

interface Ways {
  /** start of the fields' ids; one group of its own */
  id: string;
  choices: readonly { value: string; label: string }[];
  value: unknown;
  give: (value: string) => void;
}

/** One of a few, one press each: what is said of somebody while everybody looks on. */
export function ways({ id, choices, value: chosen, give }: Ways): TemplateResult {
  return html`${choices.map(({ value, label }) => {
    const field = `${id}-${value}`;
    return html`<input
        class="govuk-visually-hidden"
        type="radio"
        id=${field}
        name=${id}
        .checked=${chosen === value}
        @change=${() => give(value)}
      /><label class="tl-came__way" for=${field}>${label}</label>`;
  })}`;
}
