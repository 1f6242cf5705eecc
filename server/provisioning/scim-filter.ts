import type { FastifyRequest } from 'fastify';
import { parse, type Filter } from 'scim2-parse-filter';
import { refuseScim } from './scim-error.ts';

/** What a directory looks for: one attribute that equals a text. */
export interface Sought {
  attribute: string;
  value: string;
}

/** Reads a filter. Directories find by equality; anything else is refused, so that nothing is found by mistake. */
export function readFilter(text: string | undefined, attributes: readonly string[]): Sought | undefined {
  if (text === undefined) return undefined;
  let filter: Filter;
  try {
    filter = parse(text);
  } catch {
    return refuseScim(400, 'The filter cannot be read.', 'invalidFilter');
  }
  const named = filter.op === 'eq' && 'compValue' in filter ? filter : undefined;
  const attribute = attributes.find((one) => one.toLowerCase() === named?.attrPath.toLowerCase());
  if (!named || attribute === undefined || typeof named.compValue !== 'string') {
    refuseScim(400, `Only ${attributes.join(', ')} can be looked for, with eq and a text.`, 'invalidFilter');
  }
  return { attribute, value: named.compValue };
}

export interface PageQuery {
  startIndex?: string;
  count?: string;
}

const most = 200;

/** A page of what was found, counted from 1 (RFC 7644, 3.4.2.4). */
export function listOf<T>(found: T[], query: PageQuery, told: (one: T) => object): object {
  const startIndex = Math.max(1, Number(query.startIndex ?? '1'));
  const count = Math.min(most, Math.max(0, Number(query.count ?? '100')));
  const page = found.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    ...{ totalResults: found.length, startIndex, itemsPerPage: page.length, Resources: page.map(told) },
  };
}

/** Where the directory finds this interface, as it asked for it. */
export function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}/scim/v2`;
}
