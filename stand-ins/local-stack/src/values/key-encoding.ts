import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import { getBsonType, listFields } from './bson-type.ts';
import { getTypeRank } from './compare.ts';
import { decomposeDouble, subtractExact, toExact, toNumber, type ExactNumber } from './exact-number.ts';

const TERMINATOR = 0x00;
const ESCAPE = 0xff;
const RESIDUAL_NEGATIVE = 0x7f;
const RESIDUAL_ZERO = 0x80;
const RESIDUAL_POSITIVE = 0x81;

/**
 * Bytes whose order (memcmp) is the order of `compareValues`, and which are equal exactly when the values are.
 * No encoding is a prefix of another, so encodings can be concatenated for compound keys.
 */
export function encodeKey(value: unknown): Buffer {
  const bytes: number[] = [];
  appendValue(bytes, value);
  return Buffer.from(bytes);
}

/** Encodes the parts of a compound key. A part marked descending sorts in reverse. */
export function encodeCompoundKey(parts: readonly unknown[], descending: readonly boolean[]): Buffer {
  const bytes: number[] = [];
  for (const [index, part] of parts.entries()) {
    const start = bytes.length;
    appendValue(bytes, part);
    if (descending[index] === true) invert(bytes, start);
  }
  return Buffer.from(bytes);
}

function invert(bytes: number[], start: number): void {
  for (let index = start; index < bytes.length; index += 1) bytes[index] = 0xff - (bytes[index] ?? 0);
}

function appendValue(bytes: number[], value: unknown): void {
  bytes.push(getTypeRank(value) * 0x10);
  appendPayload(bytes, value);
}

function appendPayload(bytes: number[], value: unknown): void {
  if (typeof value === 'string') return appendText(bytes, value);
  if (value instanceof ObjectId) return appendRaw(bytes, value.id);
  if (value instanceof Int32 || value instanceof Double || typeof value === 'number') return appendNumber(bytes, value);
  if (value instanceof Date) return appendSigned(bytes, BigInt(value.getTime()));
  if (typeof value === 'boolean') return void bytes.push(value ? 1 : 0);
  if (value instanceof Decimal128 || typeof value === 'bigint') return appendNumber(bytes, value);
  if (value instanceof Long) {
    return getBsonType(value) === 'timestamp' ? appendUnsigned(bytes, value) : appendNumber(bytes, value);
  }
  if (Array.isArray(value)) return appendArray(bytes, value);
  if (value instanceof Binary) {
    appendUint32(bytes, value.position);
    bytes.push(value.sub_type);
    return appendRaw(bytes, value.value());
  }
  if (value instanceof BSONSymbol) return appendText(bytes, value.value);
  if (value instanceof Code) return appendText(bytes, value.code);
  if (value instanceof BSONRegExp) {
    appendText(bytes, value.pattern);
    return appendText(bytes, value.options);
  }
  if (getBsonType(value) === 'object') appendDocument(bytes, listFields(value));
}

function appendArray(bytes: number[], values: readonly unknown[]): void {
  for (const value of values) appendValue(bytes, value);
  bytes.push(TERMINATOR);
}

function appendDocument(bytes: number[], fields: readonly (readonly [string, unknown])[]): void {
  for (const [name, value] of fields) {
    bytes.push(getTypeRank(value) * 0x10);
    appendText(bytes, name);
    appendPayload(bytes, value);
  }
  bytes.push(TERMINATOR);
}

function appendRaw(bytes: number[], raw: Uint8Array): void {
  for (const byte of raw) bytes.push(byte);
}

function appendText(bytes: number[], text: string): void {
  for (const byte of Buffer.from(text, 'utf8')) {
    bytes.push(byte);
    if (byte === TERMINATOR) bytes.push(ESCAPE);
  }
  bytes.push(TERMINATOR, TERMINATOR);
}

function appendUint32(bytes: number[], value: number): void {
  bytes.push((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

function appendSigned(bytes: number[], value: bigint): void {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt.asUintN(64, value + 2n ** 63n));
  appendRaw(bytes, buffer);
}

function appendUnsigned(bytes: number[], value: Long): void {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt.asUintN(64, value.toBigInt()));
  appendRaw(bytes, buffer);
}

/** The nearest double in an order-preserving form, then the difference to the exact value. */
function appendNumber(bytes: number[], value: unknown): void {
  const nearest = clampToDouble(value);
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(nearest === 0 ? 0 : nearest);
  const negative = ((buffer[0] ?? 0) & 0x80) !== 0;
  if (Number.isNaN(nearest)) buffer.fill(0);
  else if (negative) for (let index = 0; index < 8; index += 1) buffer[index] = 0xff - (buffer[index] ?? 0);
  else buffer[0] = (buffer[0] ?? 0) | 0x80;
  appendRaw(bytes, buffer);
  appendResidual(bytes, computeResidual(value, nearest));
}

/** Keeps a finite decimal beyond the range of doubles apart from infinity. */
function clampToDouble(value: unknown): number {
  const nearest = toNumber(value);
  if (Number.isFinite(nearest) || Number.isNaN(nearest) || toExact(value) === undefined) return nearest;
  return nearest > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
}

function computeResidual(value: unknown, nearest: number): ExactNumber | undefined {
  if (!(value instanceof Decimal128 || value instanceof Long || typeof value === 'bigint')) return undefined;
  const exact = toExact(value);
  const base = decomposeDouble(nearest);
  return exact === undefined || base === undefined ? undefined : subtractExact(exact, base);
}

function appendResidual(bytes: number[], residual: ExactNumber | undefined): void {
  if (residual === undefined || residual.coefficient === 0n) return void bytes.push(RESIDUAL_ZERO);
  const negative = residual.coefficient < 0n;
  const digits = (negative ? -residual.coefficient : residual.coefficient).toString();
  const significant = digits.replace(/0+$/, '');
  bytes.push(negative ? RESIDUAL_NEGATIVE : RESIDUAL_POSITIVE);
  const start = bytes.length;
  appendUint32(bytes, digits.length + residual.exponent + 0x40000000);
  for (const digit of significant) bytes.push(digit.charCodeAt(0));
  bytes.push(TERMINATOR);
  if (negative) invert(bytes, start);
}
