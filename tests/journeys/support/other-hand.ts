import type { Page } from 'playwright-core';
import words from '../../../server/demo/words.json' with { type: 'json' };

/** What somebody filling a form in a hurry goes by. */
export interface Hurry {
  /** London day of today */
  day: string;
  /** for moments: a time of day that has passed */
  time: string;
  /** days for questions about what is still to come, by question */
  ahead: Record<string, string>;
  /** what to choose where the first option will not do, by question or column */
  choose: Record<string, string>;
}

/** What the page's own elements know of themselves, as far as a hand needs to know it too. */
interface QuestionElement extends HTMLElement {
  question: {
    id: string;
    type: string;
    policy: string;
    term?: string;
    required?: boolean;
    opens?: Record<string, string>;
    least?: number;
    wayOut?: string;
  };
  child?: { name: string };
  answer?: { value: unknown };
  rows: unknown[];
  different: boolean;
  updateComplete: Promise<unknown>;
  tools: { children: { name: string }[] };
}

/**
 * Answers what is still required in the section, the part of a meeting or the booking on the page, with the page's own fields and buttons: the way somebody
 * would who has done it a hundred times. What needs thought is typed by the journey itself, before. Says which
 * questions it answered.
 */
export function fillTheRest(page: Page, hurry: Hurry): Promise<string[]> {
  return page.evaluate(inThePage, { hurry, words: words as Record<string, string[]> });
}

/** Runs in the page: everything it needs stands inside it. */
async function inThePage({
  hurry,
  words: bank,
}: {
  hurry: Hurry;
  words: Record<string, string[]>;
}): Promise<string[]> {
  const answered: string[] = [];
  const settled = async (): Promise<void> => {
    const host = document.querySelector('tl-task-page, tl-meeting-page, tl-booking-page');
    await (host as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    const asked = [...document.querySelectorAll<QuestionElement>('tl-question')];
    await Promise.all(asked.map((one) => one.updateComplete));
    await new Promise((resolve) => setTimeout(resolve));
  };
  const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const say = (id: string, term: string | undefined, type_: string, names: string): string => {
    const last = id.slice(id.lastIndexOf('.') + 1);
    const plain = type_ === 'short-text' ? bank['short'] : bank['plain'];
    const texts = bank[id] ?? bank[term ?? ''] ?? bank[last] ?? plain ?? [];
    return (texts[id.length % texts.length] ?? 'As discussed.').replaceAll('{child}', names);
  };
  const dated = (within: Element, day: string): void => {
    const [year = '', month = '', date = ''] = day.split('-');
    const parts = [date, month, year, hurry.time];
    within
      .querySelectorAll<HTMLInputElement>('.govuk-date-input input')
      .forEach((field, at) => type(field, parts[at] ?? ''));
  };
  const choose = (within: Element, id: string, opens: Record<string, string> = {}): void => {
    const wanted = hurry.choose[id];
    const select = within.querySelector('select');
    if (select) {
      const values = [...select.options]
        .map((option) => option.value)
        .filter((value) => value && value !== 'other');
      select.value = wanted ?? values[0] ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return;
    }
    const boxes = [...within.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
    const free = boxes.filter(({ value }) => !(value in opens));
    (boxes.find(({ value }) => value === wanted) ?? free[0])?.click();
  };
  const put = async (
    within: Element,
    about: { id: string; type: string; term?: string; least?: number; opens?: Record<string, string> },
    names: string,
  ): Promise<void> => {
    const { id } = about;
    switch (about.type) {
      case 'short-text':
      case 'long-text': {
        const field = within.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input');
        if (field) type(field, say(id, about.term, about.type, names));
        return;
      }
      case 'number': {
        const field = within.querySelector('input');
        if (field) type(field, hurry.choose[id] ?? String(about.least ?? 1));
        return;
      }
      case 'date':
        return dated(within, hurry.ahead[id] ?? hurry.day);
      case 'scale':
        return within.querySelector<HTMLInputElement>(`input[value="${hurry.choose[id] ?? '5'}"]`)?.click();
      case 'children':
        for (const box of within.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
          box.click();
          await settled();
        }
        return;
      case 'address':
        return within
          .querySelectorAll('input')
          .forEach((field, at) => type(field, ['14 Lantern Row', '', 'Harrowmouth', 'ZZ99 3AB'][at] ?? ''));
      default:
        return choose(within, id, about.opens);
    }
  };
  const addRow = async (element: QuestionElement, names: string): Promise<void> => {
    element.querySelector<HTMLButtonElement>('.tl-add')?.click();
    await settled();
    const table = element.querySelector('tl-answer-table') as unknown as {
      columns: { id: string; type: string; required?: boolean }[];
      updateComplete: Promise<unknown>;
    };
    await table.updateComplete;
    for (const column of table.columns) {
      if (!column.required) continue;
      const field = element.querySelector(`.tl-row--open [data-column="${column.id}"]`);
      const ticked = field?.querySelector('input:checked');
      if (!field || (column.type === 'children' && ticked)) continue;
      await put(field, { ...column, id: `${element.question.id}.${column.id}` }, names);
      await settled();
    }
    const done = [...element.querySelectorAll<HTMLButtonElement>('.tl-row--open .tl-row__acts button')][0];
    done?.click();
    await settled();
  };
  const answerOne = async (element: QuestionElement): Promise<void> => {
    const { question } = element;
    const names = (element.child ? [element.child] : element.tools.children)
      .map(({ name }) => name.split(' ')[0] ?? name)
      .join(' and ');
    const confirm = element.querySelector<HTMLButtonElement>('.tl-carried__acts .govuk-button');
    if (element.querySelector('.tl-carried')) return confirm?.click();
    if (question.type === 'table') return addRow(element, names);
    await put(element.querySelector('.tl-question__main') ?? element, question, names);
  };
  const isOpen = (element: QuestionElement): boolean => {
    const { question, answer } = element;
    if (!question.required || element.different || question.type === 'file') return false;
    if (answered.includes(element.dataset['key'] ?? '')) return false;
    if (['carry-forward', 'show-beside'].includes(question.policy) && element.rows.length > 0) return false;
    const value = answer?.value;
    return (
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    );
  };
  for (;;) {
    await settled();
    const next = [...document.querySelectorAll<QuestionElement>('tl-question')].find(isOpen);
    if (!next) return answered;
    answered.push(next.dataset['key'] ?? '');
    await answerOne(next);
  }
}
