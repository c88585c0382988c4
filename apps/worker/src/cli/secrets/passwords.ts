import { z } from 'zod';

const password = z.string().regex(/^[0-9a-f]{48}$/);

/** The passwords of the containers. Hexadecimal, so that none needs encoding in an address. */
export const Passwords = z.strictObject({
  mongodbRoot: password,
  mongodbWriter: password,
  mongodbReader: password,
  redis: password,
  /** What the members of a replica set show each other: MongoDB's key file. */
  mongodbKey: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Passwords = z.infer<typeof Passwords>;

/** Draws new passwords. `randomBytes` is that of `node:crypto`. */
export function drawPasswords(randomBytes: (count: number) => Buffer): Passwords {
  const draw = (count: number): string => randomBytes(count).toString('hex');
  return {
    mongodbRoot: draw(24),
    mongodbWriter: draw(24),
    mongodbReader: draw(24),
    redis: draw(24),
    mongodbKey: draw(64),
  };
}
