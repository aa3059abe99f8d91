/** What the public sees of a place, 96 × 64: streets under a pin, or under a square that it is somewhere in. */
export const streets = 'M0 18h96M0 46h96M22 0v64M58 0v64M78 18v28';
export const squareAround = 'M26 8h44v44H26z';
export const pin = 'M42 42c-6-8-9-12-9-17a9 9 0 1 1 18 0c0 5-3 9-9 17zM42 22a3 3 0 1 0 .01 0z';
