/** An element of an XML text, with the namespaces of its names looked up. */
export interface Tag {
  /** 'http://www.omg.org/spec/BPMN/20100524/MODEL userTask': namespace, space, local name */
  name: string;
  local: string;
  /** by namespace and local name; by local name alone where no prefix was given */
  attributes: Map<string, string>;
  children: Tag[];
  /** text directly in it, spaces at its ends left out */
  text: string;
}

type Namespaces = Record<string, string>;

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/[^>]*>|<((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

/**
 * Reads the tags of a well-formed XML text, by itself: what compares two texts must not read them with the library
 * that wrote one of them.
 */
export function readTags(xml: string): Tag {
  const root: Tag = { name: '', local: '', attributes: new Map(), children: [], text: '' };
  const open: { tag: Tag; namespaces: Namespaces }[] = [{ tag: root, namespaces: {} }];
  for (const [whole, cdata, inner, closed, text] of xml.matchAll(token)) {
    const around = open.at(-1);
    if (!around) break;
    if (cdata !== undefined) around.tag.text += cdata;
    else if (text !== undefined) around.tag.text += decode(text);
    else if (inner !== undefined) {
      const made = readTag(inner, around.namespaces);
      around.tag.children.push(made.tag);
      if (closed === '') open.push(made);
    } else if (whole.startsWith('</') && open.length > 1) {
      around.tag.text = around.tag.text.trim();
      open.pop();
    }
  }
  return root;
}

function readTag(inner: string, around: Namespaces): { tag: Tag; namespaces: Namespaces } {
  const written = /^[^\s]+/.exec(inner)?.[0] ?? '';
  const pairs = [...inner.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]) => [name, decode(double ?? single ?? '')] as const,
  );
  const namespaces = { ...around };
  for (const [name, value] of pairs) {
    if (name === 'xmlns') namespaces[''] = value;
    else if (name.startsWith('xmlns:')) namespaces[name.slice(6)] = value;
  }
  const attributes = new Map(
    pairs
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, value]) => [name.includes(':') ? fullName(name, namespaces) : name, value]),
  );
  const local = written.split(':').at(-1) ?? '';
  return {
    tag: { name: fullName(written, namespaces), local, attributes, children: [], text: '' },
    namespaces,
  };
}

function fullName(written: string, namespaces: Namespaces): string {
  const at = written.indexOf(':');
  const prefix = at === -1 ? '' : written.slice(0, at);
  return `${namespaces[prefix] ?? prefix} ${written.slice(at + 1)}`;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, decimal, name) => {
    if (name) return named[name as string] ?? '';
    return String.fromCodePoint(hex ? parseInt(hex as string, 16) : Number(decimal));
  });
