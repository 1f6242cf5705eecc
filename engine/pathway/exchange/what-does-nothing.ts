import type { ModdleElement } from 'bpmn-moddle';
import { list, plain } from '../read-element.ts';
import { everyNode, named } from './every-node.ts';
import type { ImportFinding } from './import-finding.ts';

const MOST_NAMED = 4;
const ours = /^(pathway|xmlns|xsi|bpmn|bpmndi|dc|di|bioc|color):|^xmlns$|^schemaLocation$/;

/**
 * What other programs have put beside the elements of a drawing: settings, listeners, scripts. It is kept where it
 * stands and nothing here ever reads it. One finding for all elements that carry the same, which names both.
 */
export function whatDoesNothing(definitions: ModdleElement): ImportFinding[] {
  const carried = new Map<ModdleElement, Set<string>>();
  for (const node of everyNode(definitions)) {
    if (/^(bpmndi|di|dc):/.test(node.$type)) continue;
    const names = strangersOn(node);
    if (names.length === 0) continue;
    const owner = named(node);
    carried.set(owner, new Set([...(carried.get(owner) ?? []), ...names]));
  }
  const alike = Map.groupBy(carried, ([, names]) => [...names].sort().join(', '));
  return [...alike.values()].map((group) =>
    say(
      group.map(([owner]) => owner),
      [...(group[0]?.[1] ?? [])],
    ),
  );
}

function strangersOn(node: ModdleElement): string[] {
  const attributes = Object.keys(node.$attrs).filter((name) => name.includes(':'));
  const extensions =
    node.$type === 'bpmn:ExtensionElements' ? list(node, 'values').map(({ $type }) => $type) : [];
  return [...attributes, ...extensions].filter((name) => !ours.test(name));
}

function say(owners: ModdleElement[], names: string[]): ImportFinding {
  const [first] = owners;
  const one = first?.id !== undefined && owners.length === 1;
  return {
    ...{ check: 'settings-of-other-programs', level: 'advice', bpmnType: first?.$type ?? '' },
    name: plain(first?.get('name')) ?? '',
    ...(first?.id === undefined ? {} : { element: first.id }),
    ...(one ? { offer: 'make it plain' as const } : {}),
    message: `${some(owners.map(called))} ${owners.length > 1 ? 'carry' : 'carries'} settings of other programs (${some(names)}). Nothing here reads them: they do nothing, and may stay or be taken off.`,
  };
}

function some(names: string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${String(names.length - MOST_NAMED)} more` : '';
  return names.slice(0, MOST_NAMED).join(', ') + more;
}

const called = (owner: ModdleElement): string =>
  owner.$type === 'bpmn:Definitions' ? 'The drawing' : `“${plain(owner.get('name')) ?? owner.id ?? ''}”`;

/** Files elsewhere that a drawing names, and letters that were lost before it came here. */
export function whatStaysOutside(definitions: ModdleElement, xml: string): ImportFinding[] {
  const files = list(definitions, 'imports').map((one) => plain(one.get('location')) ?? '');
  const styled = /<\?xml-stylesheet\b[^>]*\bhref=["']([^"']*)/.exec(xml)?.[1];
  const named = [...files, ...(styled === undefined ? [] : [styled])].filter((file) => file !== '');
  return [
    ...named.map((file) =>
      ofDrawing(
        'names-files-elsewhere',
        `The drawing names a file elsewhere (${file}). Nothing here fetches it.`,
      ),
    ),
    ...(xml.includes('\uFFFD')
      ? [
          ofDrawing(
            'letters-are-kept',
            'Some letters were lost before the drawing came here (�): write them again, or save it as UTF-8.',
          ),
        ]
      : []),
  ];
}

const ofDrawing = (check: string, message: string): ImportFinding => ({
  ...{ check, level: 'advice', message, bpmnType: '', name: '' },
});
