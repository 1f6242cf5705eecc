import type { Block, Form } from '#engine';

const forms = new WeakMap<Block, Form>();

/** One block as a form of one question: what checks answers checks the pages where the block itself is changed too. */
export function blockForm(block: Block): Form {
  const known = forms.get(block);
  if (known) return known;
  const { id, title } = block;
  const about = { purpose: title, source: 'a page of the family' };
  const form: Form = {
    ...{ id: `block-${id}`, title, ...about, schema: {}, facts: [], rules: [] },
    layout: [
      {
        ...{ id, title },
        questions: [{ id, type: 'table', label: title, per: 'family', ...about, policy: 'ask', block: id }],
      },
    ],
  };
  forms.set(block, form);
  return form;
}
