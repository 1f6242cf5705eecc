import type { MapPage } from '../../api-office/practice.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import type { ScoreWords } from '../../elements/scaling/say-scores.ts';
import { formTools } from '../task/form-tools.ts';

/** What the rows of a map need: its people and children, its options, a way to send a picture. */
export function mapTools(
  page: MapPage,
  made: readonly { id: string; name: string }[],
  personMade: (person: { id: string; name: string }) => void,
): FormTools {
  const children = page.children.map(({ id, name, unborn }) => ({ id, name, unborn: unborn === true }));
  const people = page.people.filter(({ id }) => !children.some((child) => child.id === id));
  return formTools(
    {
      ...{ codeLists: page.codeLists, children, attachments: page.attachments },
      people: [...people.map(({ id, name }) => ({ id, name })), ...made],
      case: { ...page.case, revision: 0 },
    },
    personMade,
  );
}

/** What scores are said with; undefined where the practice model gives none. */
export function scoreWords(page: MapPage): ScoreWords | undefined {
  const view = page.practice.scaling;
  if (!view) return undefined;
  const columns = page.blockShapes.find(({ id }) => id === view.block)?.columns ?? [];
  return { view, columns, codeLists: page.codeLists, children: page.children };
}
