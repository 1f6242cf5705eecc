import { optionsOf } from '#engine/browser';
import type { sendFile } from '../../api/attachments.ts';
import type { FormAsked } from '../../api/tasks.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';

/** What questions need when somebody of another agency writes: nobody of the family is listed, and nobody is put on file. */
export function invitedTools(page: FormAsked, send: typeof sendFile): FormTools {
  const files: Record<string, { name: string }> = {};
  return {
    people: [],
    children: page.children,
    files,
    optionsOf: (asked) => optionsOf(asked, page),
    sendFile: async (file) => {
      // it becomes the family's with the record: until then it is the sender's own
      const sent = await send(file);
      if (!sent.ok) return { problem: sent.refusal.message };
      files[sent.value.id] = sent.value;
      return sent.value;
    },
  };
}
