/** The drawing of a kind of venue as an element, for markers. */
import { kindPath } from '../drawings/kinds.ts';

const space = 'http://www.w3.org/2000/svg';
const drawn = new Map<string, SVGElement>();

/** Made once for each kind, and copied: a thousand markers are drawn in a moment. */
export function kindIcon(kind: string | undefined): SVGElement {
  const path = kindPath(kind);
  const known = drawn.get(path);
  if (known) return known.cloneNode(true) as SVGElement;
  const svg = document.createElementNS(space, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 16 16'],
    ['class', 'mh-pin__kind'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(name, value);
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  drawn.set(path, svg);
  return svg.cloneNode(true) as SVGElement;
}
