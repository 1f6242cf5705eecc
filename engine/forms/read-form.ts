import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Finding, Form } from '../contracts/index.ts';
import { formChecks } from './checks/index.ts';
import type { Surroundings } from './checks/surroundings.ts';
import { formFileSchema } from './form-file-schema.ts';

export interface FormRead {
  /** the form, where its file has the shape of one (it may still have findings) */
  form?: Form;
  findings: Finding[];
}

const hasShape = new Ajv2020({ allErrors: true, strict: false }).compile(formFileSchema);

/**
 * Reads the text of a form file: first its shape, then everything it names in its version (`around`).
 * Each finding carries the form's id as its element. Never throws for what is written in the file.
 */
export function readForm(text: string, around: Surroundings): FormRead {
  const file = parseJson(text);
  if ('problem' in file) return { findings: [shapeFinding(`This is not JSON: ${file.problem}`)] };
  if (isDeep(text)) {
    const message = `The form is nested more than ${String(deepest)} deep: make its conditions simpler.`;
    return { findings: [shapeFinding(message)] };
  }
  if (!hasShape(file.value)) return { findings: shapeFindings(file.value, hasShape.errors ?? []) };
  const form = file.value as Form;
  const findings = formChecks.flatMap((check) => check(form, around));
  return { form, findings: findings.map((finding) => ({ element: form.id, ...finding })) };
}

/** Deep enough for any form a person made; what is deeper takes a check of its shape for ever. */
const deepest = 24;

function isDeep(text: string): boolean {
  let open = 0;
  for (const [letter] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (letter === '{' || letter === '[') open += 1;
    if (letter === '}' || letter === ']') open -= 1;
    if (open > deepest) return true;
  }
  return false;
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
}

function shapeFindings(file: unknown, errors: ErrorObject[]): Finding[] {
  const said = new Map<string, Finding>();
  for (const error of errors) {
    const condition = /^(.*\/(?:when|requiredWhen))(\/|$)/.exec(error.instancePath)?.[1];
    const path = condition ?? error.instancePath;
    const what = condition ? 'is not a condition a question can have' : saying(error);
    const finding = shapeFinding(`${where(file, path)} ${what}.`, file);
    said.set(finding.message, finding);
  }
  return [...said.values()];
}

function saying({ keyword, params, message }: ErrorObject): string {
  const named = params as { missingProperty?: string; additionalProperty?: string; allowedValues?: string[] };
  if (keyword === 'required') return `has no “${named.missingProperty}”`;
  if (keyword === 'additionalProperties') return `has “${named.additionalProperty}”, which nothing reads`;
  if (keyword === 'enum') return `must be one of: ${(named.allowedValues ?? []).join(', ')}`;
  return message ?? 'is not right';
}

/** “section ‘worries’, question ‘whatWorriesYou’, label”: the way to the place, by ids where it has them. */
function where(file: unknown, path: string): string {
  let here: unknown = file;
  const steps = path.split('/').slice(1);
  const words = steps.flatMap((step) => {
    here = (here as Record<string, unknown> | undefined)?.[step];
    const id = (here as { id?: unknown } | undefined)?.id;
    if (typeof id === 'string') return [`“${id}”`];
    return /^\d+$/.test(step)
      ? [`number ${Number(step) + 1}`]
      : ['layout', 'questions'].includes(step)
        ? []
        : [step];
  });
  return words.length > 0 ? words.join(', ') : 'The form';
}

function shapeFinding(message: string, file?: unknown): Finding {
  const id = (file as { id?: unknown } | undefined)?.id;
  return { check: 'form-shape', level: 'error', message, ...(typeof id === 'string' ? { element: id } : {}) };
}
