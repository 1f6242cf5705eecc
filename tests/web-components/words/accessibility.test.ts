import { expect, it } from 'vitest';
import { accessibility } from '../../../web-components/words-office/accessibility.ts';

it('the accessibility statement in docs says what the page says', async () => {
  const { title, lead, sections } = accessibility;
  const said = sections.map(({ title: heading, says, list = [] }) => {
    const lines = list.map((line) => `- ${line}`).join('\n');
    return [`## ${heading}`, ...says, ...(lines ? [lines] : [])].join('\n\n');
  });
  const page = `${[`# ${title}`, lead, ...said].join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../../../docs/accessibility-statement.md');
});
