import { existsSync, readFileSync, readdirSync } from 'node:fs';

const processes = new URL('../../processes/', import.meta.url);

export interface Shipped {
  /** 'child-protection/2-redesigned' */
  name: string;
  xml: string;
}

/** The drawing of every version of every pathway in processes/. */
export function shippedPathways(): Shipped[] {
  const folders = (under: URL): string[] =>
    readdirSync(under, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return folders(processes)
    .flatMap((pathway) =>
      folders(new URL(`${pathway}/`, processes)).map((version) => `${pathway}/${version}`),
    )
    .map((name) => ({ name, file: new URL(`${name}/pathway.bpmn`, processes) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, xml: readFileSync(file, 'utf8') }));
}

/** Our attributes, as bpmn-moddle takes them. */
export const moddleOptions = {
  pathway: JSON.parse(readFileSync(new URL('pathway.moddle.json', processes), 'utf8')) as object,
};
