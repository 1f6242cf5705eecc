import type { FormTools } from '../../elements/answers/answer-element.ts';
import { formTools } from '../task/form-tools.ts';

const made = new WeakMap<object, FormTools>();

/** What the questions of a page need, made once for the page as it was loaded. */
export function toolsOf(page: Parameters<typeof formTools>[0]): FormTools {
  const tools = made.get(page) ?? formTools(page, () => undefined);
  made.set(page, tools);
  return tools;
}
