import { z } from 'zod';

/** An entity's id: the 24 hexadecimal digits of a MongoDB ObjectId. */
export const Id = z.string().regex(/^[0-9a-f]{24}$/, '24 hexadecimal digits');
export type Id = string;
