import { isAnswered, questionsOf, type Beside, type FormQuestion, type OutputBlock } from '#engine/browser';

type Parts = Pick<Beside, 'forms' | 'blocks' | 'roles'>;

/** A question as a block prints it. */
export function blockOf({ id, type }: Pick<FormQuestion, 'id' | 'type'>): OutputBlock {
  return { kind: type === 'table' ? 'table' : 'answer', question: id };
}

/**
 * A block of a kind to begin with, of what the form and the map offer; undefined where they offer nothing for it. `text`:
 * fixed wording, heading or what is told of a picture.
 */
export function newBlock(
  kind: OutputBlock['kind'],
  text: string,
  parts: Parts,
  form: string,
): OutputBlock | undefined {
  const asked = parts.forms[form] ? questionsOf(parts.forms[form]).filter(isAnswered) : [];
  const [first, second] = asked.filter(({ type }) => type !== 'table' && type !== 'file');
  const table = asked.find(({ type }) => type === 'table');
  const file = asked.find(({ type }) => type === 'file');
  switch (kind) {
    case 'heading':
    case 'text':
      return { kind, text };
    case 'answer':
      return first && { kind, question: first.id };
    case 'table':
    case 'attendance':
    case 'sharing':
      return table && { kind, question: table.id };
    case 'answers':
      return first && { kind, questions: [first, second].flatMap((one) => one?.id ?? []), label: text };
    case 'living': {
      const [shared] = parts.blocks;
      return shared && { kind, block: shared.id };
    }
    case 'scale':
      return scaleIn(parts, text);
    case 'picture':
      return file && { kind, question: file.id, alt: text };
    case 'genogram':
      return { kind, alt: text };
    case 'signature': {
      const [role] = parts.roles;
      return role && { kind, roles: [role.id] };
    }
    case 'people':
    case 'page-break':
      return { kind };
  }
}

/** Kinds that say something in the group's own words, and cannot be without. */
export const needsText: readonly OutputBlock['kind'][] = [
  ...(['heading', 'text', 'answers', 'scale', 'picture', 'genogram'] as const),
];

/** The first shared table in which somebody gives a number. */
function scaleIn({ blocks }: Parts, label: string): OutputBlock | undefined {
  for (const { id, columns } of blocks) {
    const score = columns.find(({ type }) => type === 'scale');
    if (!score) continue;
    const who = columns.filter(({ type }) => type === 'person' || type === 'radios').map((one) => one.id);
    const say = columns.filter(({ type }) => type === 'long-text').map((one) => one.id);
    return { kind: 'scale', block: id, score: score.id, who, label, ...(say.length > 0 ? { say } : {}) };
  }
  return undefined;
}
