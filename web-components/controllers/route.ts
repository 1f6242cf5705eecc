/** Where in the service somebody is: a page, the named parts of its path, its query. */
export interface Route {
  name: string;
  tag: string;
  params: Record<string, string>;
  query: URLSearchParams;
  path: string;
  hash: string;
}

/** The named parts of a path, or undefined when the path is of another shape. */
export function matchPattern(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return undefined;
      params[part.slice(1)] = decodeURIComponent(value);
    } else if (part !== value) return undefined;
  }
  return params;
}
