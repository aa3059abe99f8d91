/** An answer as a sentence that a committee can be read. */
import type { Choice } from './reach.ts';
import type { Asked } from './schema.ts';

export interface Part {
  areas: number;
  weight: number;
}

interface About {
  question: Asked['question'];
  travel: Asked['travel'];
  seconds: number;
  demand: Part;
  reached: Part;
  outOfReach: Part;
}

const percent = (part: number, of: number) => `${of > 0 ? Math.round((1000 * part) / of) / 10 : 0} %`;
const rounded = (value: number) => String(Number(value.toPrecision(6)));

export function says({ status, gap, open }: Choice, { question, travel, seconds, ...parts }: About): string {
  const { demand, reached, outOfReach } = parts;
  const { kind, p, share, within } = question;
  const far = within ?? travel.most;
  const near = far === undefined ? 'in reach' : `within ${rounded(far)} ${travel.unit}`;
  if (demand.areas === outOfReach.areas) return `No candidate is ${near} of any area.`;
  if (status === 'unknown')
    return `No answer was found in ${seconds} seconds. Give it more time, or fewer candidates.`;
  if (status === 'infeasible')
    return kind === 'lscp'
      ? `All candidates together are ${near} of ${percent(demand.weight - outOfReach.weight, demand.weight)} of the weight, and ${percent(share ?? 1, 1)} was asked.`
      : `No ${p} candidates are ${near} of all areas that some candidate reaches. Ask for more of them.`;
  const sites = open.length === 1 ? '1 site is' : `${open.length} sites are`;
  const who = `${sites} ${near} of ${percent(reached.weight, demand.weight)} of the weight.`;
  const proof =
    status === 'optimal'
      ? 'It is proven that no other choice does better.'
      : `This is the best that was found in ${seconds} seconds; it is not proven: another choice may do better, by at most ${percent(gap, 1)}.`;
  return `${who} ${proof}`;
}
