/** Secrets that are handed out once and kept only as digests. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Eight digits that a person types from one screen into another. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** SHA-256: enough for secrets with 256 random bits, which nobody can guess one by one. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A code has few digits: its digest is bound to the request it belongs to. */
export const codeDigest = (id: string, code: string): Buffer => digest(`${id} ${code}`);

/** In constant time. Both are digests of the same length. */
export const sameDigest = (one: Buffer, other: Buffer): boolean => timingSafeEqual(one, other);
