declare module 'polylabel' {
  /** The point of the polygon that is farthest from its outline, to a precision in the polygon's own units. */
  export default function polylabel(
    polygon: number[][][],
    precision?: number,
  ): number[] & { distance: number };
}
