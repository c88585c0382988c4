import { NextResponse, type NextRequest } from 'next/server';
import { buildContentSecurityPolicy } from '#web/lib/security/content-security-policy.ts';

/** Gives each page its own nonce. Next reads it from the policy in the request headers and puts it on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  // oxlint-disable-next-line node/no-process-env -- set by Next and inlined at build time
  const policy = buildContentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === 'development' });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

// A file has exactly this path: a longer one that only begins so is a page, if only the one that says it is not there. The
// API sets the policy of its own answers.
export const config = { matcher: ['/((?!_next/static/|theme\\.js$|icon\\.svg$|api/|trpc/).*)'] };
