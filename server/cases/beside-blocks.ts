import { questionsOf } from '#engine';
import type { Form, Version } from '#engine';

/** The shared blocks that a form asks, with the views by which the practice model shows them. */
export function besideBlocks({ blocks, practice }: Version, form: Form) {
  const asked = new Set(questionsOf(form).map((question) => question.block));
  const { scaling, voice, story } = practice ?? {};
  return {
    blockShapes: blocks.filter(({ id }) => asked.has(id)),
    views: {
      ...(scaling && asked.has(scaling.block) ? { scaling } : {}),
      ...(voice && asked.has(voice.block) ? { voice } : {}),
      ...(story && asked.has(story.block) ? { story } : {}),
    },
  };
}
