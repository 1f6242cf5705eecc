import type { Finding } from '../contracts/index.ts';
import type { Accepted, ImportedDrawing } from '../pathway/exchange/index.ts';
import { passedLimit } from '../pathway/limits.ts';
import { readInThread } from './reading-thread.ts';

/** `importDrawing` in a thread of its own, within two seconds: same arguments, same result. */
export async function importBeside(xml: string, descriptor: object): Promise<ImportedDrawing> {
  const limit = passedLimit(xml);
  if (limit) return refused(limit);
  const answer = await readInThread({ what: 'drawing', xml, descriptor });
  if (answer === 'tooLong') return refused(tookTooLong('The drawing'));
  return 'read' in answer ? answer.read : refused(couldNot('The drawing'));
}

/** `takeOffers` in a thread of its own: the text '' where that could not be done. */
export async function takeOffersBeside(
  xml: string,
  accepted: Accepted[],
  descriptor: object,
): Promise<string> {
  const answer = await readInThread({ what: 'offers', xml, accepted, descriptor });
  return answer !== 'tooLong' && 'read' in answer ? answer.read : '';
}

export function tookTooLong(what: string): Finding {
  return say(what, 'takes more than two seconds to read. Leave out what is not part of the pathway.');
}

export function couldNot(what: string): Finding {
  return say(what, 'can’t be read: it is nested too deep, or made of parts that don’t belong together.');
}

const say = (what: string, why: string): Finding => ({
  check: 'read-in-time',
  level: 'error',
  message: `${what} ${why}`,
});

const refused = (finding: Finding): ImportedDrawing => ({
  xml: '',
  findings: [{ ...finding, bpmnType: '', name: '' }],
  laidOut: false,
});
