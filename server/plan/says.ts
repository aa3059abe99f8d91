/** An answer as a sentence that a committee can be read. */
import type { TravelModel } from '../travel/schema.ts';
import type { Choice } from './reach.ts';
import type { Asked } from './schema.ts';

export interface Part {
  areas: number;
  weight: number;
}

interface About {
  question: Asked['question'];
  travel: Asked['travel'];
  /** What it was measured with. */
  model: TravelModel;
  seconds: number;
  demand: Part;
  reached: Part;
  outOfReach: Part;
}

const percent = (part: number, of: number) => `${of > 0 ? Math.round((1000 * part) / of) / 10 : 0} %`;
const rounded = (value: number) => String(Number(value.toPrecision(6)));

const onTheWay = {
  walking: 'on foot',
  wheelchair: 'in a wheelchair',
  cycling: 'by bicycle',
  driving: 'by car',
};

/** By what travel was measured. */
function measuredBy(model: TravelModel): string {
  if (model.kind === 'network') return `Ways are those of streets and paths, ${onTheWay[model.mode]}.`;
  return model.detour === 1
    ? 'Ways are straight lines.'
    : `Ways are straight lines, made ${rounded(model.detour)} times longer.`;
}

/** The answer, and by what travel was measured. */
export const says = (choice: Choice, about: About): string =>
  `${finding(choice, about)} ${measuredBy(about.model)}`;

function finding({ status, gap, open }: Choice, { question, travel, seconds, ...parts }: About): string {
  const { demand, reached, outOfReach } = parts;
  const { kind, p, share, within, shares, capacity } = question;
  const far = within ?? travel.most;
  const near = far === undefined ? 'in reach' : `within ${rounded(far)} ${travel.unit}`;
  if (demand.areas === outOfReach.areas) return `No candidate is ${near} of any area.`;
  if (status === 'unknown')
    return `No answer was found in ${seconds} seconds. Give it more time, or fewer candidates.`;
  if (status === 'infeasible' && shares)
    return `No ${p} candidates reach every share that was asked for. Ask for more of them, or for smaller shares.`;
  if (status === 'infeasible')
    return kind === 'lscp'
      ? `All candidates together are ${near} of ${percent(demand.weight - outOfReach.weight, demand.weight)} of the weight, and ${percent(share ?? 1, 1)} was asked.`
      : `No ${p} candidates are ${near} of all areas that some candidate reaches. Ask for more of them.`;
  const share100 = percent(reached.weight, demand.weight);
  const sites = open.length === 1 ? '1 site is' : `${open.length} sites are`;
  if (kind === 'coverage') return `${sites} there, ${near} of ${share100} of the weight.`;
  const has = open.length === 1 ? '1 site has' : `${open.length} sites have`;
  const who = capacity
    ? `${has} room for ${share100} of the weight, ${near}.`
    : `${sites} ${near} of ${share100} of the weight.`;
  const proof =
    status === 'optimal'
      ? 'It is proven that no other choice does better.'
      : `This is the best that was found in ${seconds} seconds; it is not proven: another choice may do better, by at most ${percent(gap, 1)}.`;
  return `${who} ${proof}`;
}
