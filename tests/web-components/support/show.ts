import axe from 'axe-core';
import { render, type LitElement, type TemplateResult } from 'lit';
import { expect } from 'vitest';
import type { FormTools } from '../../../web-components/elements/answers/answer-element.ts';

/** Puts an element with its properties on an otherwise empty page and waits until it is drawn. */
export async function show<Shown extends HTMLElement>(tag: string, properties: object = {}): Promise<Shown> {
  document.body.innerHTML = '<main></main>';
  const element = Object.assign(document.createElement(tag), properties) as unknown as Shown;
  document.querySelector('main')?.append(element);
  await drawn(element);
  return element;
}

/** Puts a template on an otherwise empty page. */
export function showTemplate(template: TemplateResult): HTMLElement {
  document.body.innerHTML = '<main></main>';
  const main = document.querySelector('main') as HTMLElement;
  render(template, main);
  return main;
}

/** Waits until an element and those inside it are drawn. */
export async function drawn(element: Element): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await (element as unknown as LitElement).updateComplete;
    for (const inner of element.querySelectorAll('*')) await (inner as unknown as LitElement).updateComplete;
  }
}

/** The answers an element tells, in order. */
export function answersOf(element: HTMLElement): unknown[] {
  const told: unknown[] = [];
  element.addEventListener('tl-answer', (event) =>
    told.push((event as CustomEvent<{ value: unknown }>).detail.value),
  );
  return told;
}

export function field<Field extends HTMLElement = HTMLInputElement>(
  element: Element,
  selector: string,
): Field {
  const found = element.querySelector<Field>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in ${element.innerHTML.slice(0, 400)}`);
  return found;
}

/** Types into a field as a person would: the text is there, and the field says so. */
export function type(element: Element, selector: string, text: string): void {
  const input = field(element, selector);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export function button(element: Element, text: string): HTMLButtonElement {
  const found = [...element.querySelectorAll('button')].find((one) =>
    one.textContent?.trim().startsWith(text),
  );
  if (!found) throw new Error(`no button “${text}”`);
  return found;
}

/** Text as a reader sees it: runs of space are one. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** No finding of axe-core; colours are looked at in a real browser. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

export const ella = { id: 'ella', name: 'Ella Marsh', age: '6' };
export const tom = { id: 'tom', name: 'Tom Marsh', age: '2' };

export const tools: FormTools = {
  people: [{ id: 'carla', name: 'Carla Marsh', relation: 'Mother' }],
  children: [ella, tom],
  files: { f1: { name: 'letter.pdf' } },
  optionsOf: (asked) =>
    asked.type === 'yes-no'
      ? [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-known', label: 'Not known' },
        ]
      : (asked.options ?? []),
  sendFile: (file) =>
    Promise.resolve(file.size > 5 ? { problem: 'The file is too big.' } : { id: 'f2', name: file.name }),
  makePerson: (name) => Promise.resolve({ id: 'new', name }),
};

export const asked = {
  id: 'q',
  label: 'How is it going?',
  per: 'family',
  purpose: 'So that we know.',
  source: 'local',
  policy: 'ask',
} as const;
