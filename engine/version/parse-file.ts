import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../contracts/index.ts';
import { fileShapes } from './file-shapes.ts';

export type FileKind = keyof typeof fileShapes;

const ajv = new Ajv2020({ allErrors: true, strict: false });
const hasShape = Object.fromEntries(
  Object.entries(fileShapes).map(([kind, schema]) => [kind, ajv.compile(schema)]),
) as Record<FileKind, ValidateFunction>;

/** Reads one JSON file against the shape of its kind; undefined and findings where it has not got it. */
export function parseFile<T>(
  name: string,
  text: string | undefined,
  kind: FileKind,
): { is?: T; findings: Finding[] } {
  if (text === undefined) return { findings: [problem(name, 'is missing: a version needs it')] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (defect) {
    return { findings: [problem(name, `is not JSON: ${(defect as Error).message}`)] };
  }
  if (hasShape[kind](value)) return { is: value as T, findings: [] };
  return { findings: (hasShape[kind].errors ?? []).map((error) => problem(name, saying(value, error))) };
}

function saying(value: unknown, { instancePath, keyword, params, message }: ErrorObject): string {
  const named = params as { missingProperty?: string; additionalProperty?: string };
  const at = instancePath === '' ? '' : `${placeIn(value, instancePath)} `;
  if (keyword === 'required') return `${at}has no “${named.missingProperty}”`;
  if (keyword === 'additionalProperties')
    return `${at}has “${named.additionalProperty}”, which nothing reads`;
  return `${at}${message ?? 'is not right'}`;
}

function placeIn(value: unknown, path: string): string {
  let here = value;
  const words = path
    .split('/')
    .slice(1)
    .map((step) => {
      here = (here as Record<string, unknown> | undefined)?.[step];
      const id = (here as { id?: unknown } | undefined)?.id;
      return typeof id === 'string' ? `“${id}”` : step;
    });
  return words.join(' › ');
}

function problem(name: string, message: string): Finding {
  return { check: 'version-file', level: 'error', element: name, message: `${name} ${message}.` };
}
