/** A stand-in for the pictures of a map, which come from elsewhere: some streets, a park and a pond, the same on every tile. */
import { Resvg } from '@resvg/resvg-js';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">
  <rect width="256" height="256" fill="#f2efe9"/>
  <path d="M150 0h106v96h-74z" fill="#cdebb0"/><circle cx="212" cy="40" r="20" fill="#aad3df"/>
  <path d="M0 64h256M0 192h256M64 0v256M192 96v160" stroke="#fff" stroke-width="9"/>
  <path d="M0 128h256M128 0v256" stroke="#fcd6a4" stroke-width="13"/>
</svg>`;

export const tile = new Resvg(drawing).render().asPng();
