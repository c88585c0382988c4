/** A fraction from 0, inclusive, to 1, exclusive, that two integers decide; cheap enough for every quote of every request. */
export function mixToFraction(salt: number, counter: number): number {
  let z = (salt ^ Math.imul(counter | 0, 0x9e3779b9)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
}
