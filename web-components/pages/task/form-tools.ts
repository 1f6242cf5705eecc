import { optionsOf } from '#engine/browser';
import { sendFile } from '../../api/attachments.ts';
import { makePerson } from '../../api/people.ts';
import type { TaskPage } from '../../api/tasks.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';

/** What the questions of a page need: people, children, options, and a way to send a file or name a person. */
export function formTools(
  page: Pick<TaskPage, 'codeLists' | 'people' | 'children' | 'case'> & Partial<Pick<TaskPage, 'attachments'>>,
  personMade: (person: { id: string; name: string }) => void,
): FormTools {
  const files: Record<string, { name: string }> = { ...page.attachments };
  return {
    people: page.people,
    children: page.children,
    files,
    optionsOf: (asked) => optionsOf(asked, page),
    sendFile: async (file) => {
      const sent = await sendFile(file, page.case.id);
      if (!sent.ok) return { problem: sent.refusal.message };
      files[sent.value.id] = sent.value;
      return sent.value;
    },
    makePerson: async (name) => {
      const words = name.trim().split(/\s+/);
      const familyName = words.length > 1 ? (words.pop() ?? '') : '';
      const made = await makePerson({ firstNames: words.join(' '), familyName }, page.case.id);
      if (!made.ok) return { problem: made.refusal.message };
      const person = { id: made.value.id, name };
      personMade(person);
      return person;
    },
  };
}
