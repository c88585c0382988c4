import type { IncomingHttpHeaders } from 'node:http';
import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENCODINGS, type EncodedBody } from '../answers/encoded-body.ts';
import { describeAnswer, type SentAnswer } from './answer-headers.ts';

const negotiator = new Negotiator({ supportedValues: [...ENCODINGS] });

/** The best form of a body that a client takes; the body as it is for one that names none. */
export function chooseForm(body: EncodedBody, headers: IncomingHttpHeaders, ageSeconds: number | null): SentAnswer {
  const form = body[negotiator.negotiate(headers['accept-encoding'] ?? '') ?? 'identity'];
  return describeAnswer(form, { ifNoneMatch: headers['if-none-match'], ageSeconds });
}

/** Sets status and headers of an answer; returns what to send. */
export function setAnswer(reply: FastifyReply, { status, headers, bytes }: SentAnswer): Buffer | null {
  // CORS has set it before where the answer depends on the origin.
  const vary = reply.getHeader('vary');
  void reply.code(status).headers(headers);
  if (vary !== undefined) void reply.header('vary', `${String(vary)}, ${headers['vary'] ?? ''}`);
  if (status === 304) void reply.removeHeader('content-type');
  return bytes;
}

/** Sends a body that never changes while the process runs. */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, body: EncodedBody): FastifyReply {
  return reply.send(setAnswer(reply, chooseForm(body, request.headers, null)));
}
