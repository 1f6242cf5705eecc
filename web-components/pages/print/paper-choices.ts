import { html, nothing, type TemplateResult } from 'lit';
import type { Chosen, OfferedOutput } from '../../api-office/outputs.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { outputs as words } from '../../words-office/outputs.ts';

/** Which document, for whom, about which child and in which language: what offers one way alone is not asked. */
export function paperChoices(
  offered: OfferedOutput[],
  chosen: Chosen,
  choose: (more: Partial<Chosen>) => void,
): TemplateResult {
  const {
    audiences = [],
    languages = [],
    children = [],
  } = offered.find(({ id }) => id === chosen.output) ?? {};
  // a paper for one child holds nothing that is a brother's or sister's alone
  const everyChild = children.length > 1 ? [{ id: '', name: words.everyChild }, ...children] : [];
  const spoken = languages.map(({ id, name, reviewed }) => ({
    id,
    name: reviewed ? name : words.unchecked(name),
  }));
  return html`
    ${chooser(
      'output',
      words.which,
      offered.map(({ id, title }) => ({ id, name: title })),
      chosen.output,
      (output) => choose({ output, audience: '' }),
    )}
    ${chooser(
      'audience',
      words.who,
      audiences.map((id) => ({ id, name: words.audiences[id] ?? id })),
      chosen.audience,
      (audience) => choose({ audience }),
    )}
    ${chooser('child', words.child, everyChild, chosen.child ?? '', (child) => choose({ child }))}
    ${chooser('language', words.language, spoken, chosen.language, (language) => choose({ language }))}
  `;
}

function chooser(
  id: string,
  label: string,
  choices: { id: string; name: string }[],
  value: string,
  change: (id: string) => void,
): TemplateResult | typeof nothing {
  if (choices.length < 2) return nothing;
  const [first] = choices;
  const others = choices.filter((one) => one !== first);
  return selectField({
    ...{ id, label, choices: others, value: value === first?.id ? '' : value, empty: first?.name ?? '' },
    change: (chosen) => change(chosen || (first?.id ?? '')),
  });
}

/** What was chosen, as far as it is offered; else what a family reads first. */
export function chosenOf(offered: OfferedOutput[], wanted: Partial<Chosen>): Chosen {
  const first = offered.find(({ audiences }) => audiences[0] === 'family') ?? offered[0];
  const output = offered.find(({ id }) => id === wanted.output) ?? first;
  const audience = output?.audiences.find((one) => one === wanted.audience) ?? output?.audiences[0];
  const language = output?.languages.find(({ id }) => id === wanted.language) ?? output?.languages[0];
  const child = output?.children.find(({ id }) => id === wanted.child)?.id;
  return {
    ...{ output: output?.id ?? '', audience: audience ?? '', language: language?.id ?? 'en-GB' },
    ...(child === undefined ? {} : { child }),
  };
}
