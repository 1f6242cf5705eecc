import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { withBlocks, type Answer, type Made, type Order, type PaperDocument, type Picture } from './order.ts';

/**
 * The process that `makePdf` starts: it holds the typesetter and makes one document at a time. It knows no family, no
 * store and no address of anything; it is ended from outside when it takes too long or too much.
 */
const folder = import.meta.dirname;
const typesetter = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontPaths: [join(folder, 'fonts')] }],
});

process.on('message', (order: Order) => {
  const answer: Answer = { id: order.id, ...make(order) };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));

function make({ document, pictures }: Order): Made {
  // the work it is, whatever else the machine does meanwhile
  const began = process.cpuUsage();
  try {
    const made = typeset(document, pictures);
    if ('bytes' in made) return { kind: 'made', ...made, milliseconds: sinceOf(began) };
    return { kind: 'refused', faults: faultsIn(document, pictures, made.fault) };
  } catch (fault) {
    return { kind: 'refused', faults: faultsIn(document, pictures, messageIn(fault)) };
  } finally {
    typesetter.resetShadow();
    typesetter.evictCache(1);
  }
}

function sinceOf(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

type Typeset = { bytes: Uint8Array; pages: number; cost: { from: number; pages: number }[] };

function typeset(document: PaperDocument, pictures: Record<string, Picture>): Typeset | { fault: string } {
  typesetter.resetShadow();
  for (const [name, { bytes }] of Object.entries(pictures))
    typesetter.mapShadow(join(folder, name), Buffer.from(bytes));
  const said = { ...document, ...inParts(document.language), own: inParts(document.own), leftOut: [] };
  typesetter.mapShadow(join(folder, 'document.json'), Buffer.from(JSON.stringify(said)));
  const compiled = typesetter.compile({ mainFilePath: join(folder, 'paper.typ'), resetRead: true });
  const { result } = compiled;
  if (!result) return { fault: messageIn(compiled.takeError()?.shortDiagnostics) };
  const bytes = typesetter.pdf(result, { pdfStandard: 'ua-1' });
  const places = typesetter.query(result, { selector: '<from>', field: 'value' }) as Place[];
  return { bytes, pages: result.numOfPages, cost: costOf(places) };
}

/** A language as the typesetter takes it. */
function inParts(language: string): { lang: string; region?: string } {
  const [lang = 'en', region] = language.split(/-(?=[A-Z]{2}$)/);
  return { lang: lang.split('-')[0] ?? lang, ...(region ? { region } : {}) };
}

/** Where a block begins: pages from the beginning, in parts of a page. */
interface Place {
  from: number;
  at: number;
}

/** How many pages lie between where a block begins and where the next does. */
function costOf(places: Place[]): { from: number; pages: number }[] {
  const cost = new Map<number, number>();
  places.forEach(({ from, at }, no) => {
    const next = places[no + 1]?.at ?? at;
    if (from >= 0) cost.set(from, (cost.get(from) ?? 0) + Math.max(0, next - at));
  });
  return [...cost].map(([from, pages]) => ({ from, pages }));
}

/** Which blocks are refused when they stand alone; where none is, what was said of the whole. */
function faultsIn(document: PaperDocument, pictures: Record<string, Picture>, whole: string) {
  const froms = [...new Set(document.blocks.map(({ from }) => from))];
  const faults = froms.flatMap((from) => {
    // levels were right in their place: alone, each heading stands below the title
    const own = document.blocks
      .filter((block) => block.from === from)
      .map((block) => (block.kind === 'heading' ? { ...block, level: 2 as const } : block));
    try {
      const made = typeset(withBlocks(document, own), pictures);
      return 'fault' in made ? [{ from, message: made.fault }] : [];
    } catch (fault) {
      return [{ from, message: messageIn(fault) }];
    }
  });
  return faults.length > 0 ? faults : [{ message: whole }];
}

/** The typesetter's first complaint, without the places in its source. */
function messageIn(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : JSON.stringify(fault);
  const said = /"?message"?: ?"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.slice(0, 300);
  return said.replaceAll('\\"', '"').replaceAll(/ \(searched at [^)]*\)/g, '');
}
