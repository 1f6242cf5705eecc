import { dayInWords, dayOf, elementAt } from '#engine';
import type { HistoryEntry, Version } from '#engine';
import { sayList } from './words.ts';

/** An entry of the history as a sentence; undefined for what only the machine needs. */
export function sayEntry(
  entry: HistoryEntry,
  version: Version,
  nameOf: (id: string) => string,
): string | undefined {
  const { about, children } = entry;
  const who = sayList(children.map(nameOf));
  const step = (): string => elementAt(version.pathway, String(about['step']))?.name ?? 'A step';
  const form = (): string => version.forms[String(about['form'])]?.title ?? 'A record';
  switch (entry.kind) {
    case 'case-opened':
      return `The family became known: ${who}`;
    case 'child-joined':
      return `${who} joined the family’s record`;
    case 'episode-opened':
      return `Work began with ${who}`;
    case 'episode-closed':
      return `Work ended with ${who}: ${elementAt(version.pathway, String(about['end']))?.name ?? 'closed'}`;
    case 'stage-entered':
      return `${who} came to ${elementAt(version.pathway, String(about['stage']))?.name ?? 'a new stage'}`;
    case 'task-completed':
      return `${step()}: completed for ${who}`;
    case 'task-closed':
      return `${step()}: closed for ${who}, because the pathway moved on`;
    case 'task-reopened':
      return `${step()}: reopened, ${String(about['reason'])}`;
    case 'task-given':
      return about['to']
        ? `${step()}: given to ${nameOf(String(about['to']))}`
        : `${step()}: put back in the queue`;
    case 'record-added':
      return `${form()} added for ${who}`;
    case 'record-corrected':
      return `${form()} corrected: ${String(about['reason'])}`;
    case 'fact-recorded':
      return sayFact(entry, version, who);
    case 'clock-moved':
      return `${timescaleOf(entry, version)} is now due ${day(about['due'])}${about['before'] ? `, before: ${day(about['before'])}` : ''}`;
    case 'clock-stopped':
      return about['late'] === true ? `${timescaleOf(entry, version)} ended late` : undefined;
    case 'person-changed':
      return `Details of ${who} changed`;
    default:
      return undefined;
  }
}

function sayFact({ about }: HistoryEntry, version: Version, who: string): string | undefined {
  const fact = version.facts.find((one) => one.id === about['fact']);
  if (!fact) return undefined;
  const name = fact.name.charAt(0).toUpperCase() + fact.name.slice(1);
  return `${name}: ${day(about['on'])} (${who})`;
}

function timescaleOf({ about }: HistoryEntry, version: Version): string {
  return version.timescales.find((one) => one.id === about['timescale'])?.name ?? 'A date';
}

function day(on: unknown): string {
  return typeof on === 'string' ? dayInWords(dayOf(on)) : '';
}
