type PolicyOptions = {
  /** Random per request; Next puts it on every script it writes. */
  readonly nonce: string;
  /** The development server evaluates code and injects styles; a production build never does. */
  readonly isDevelopment: boolean;
};

/** The content security policy of a page: no inline styles, no script without this request's nonce, nothing from other origins. */
export function buildContentSecurityPolicy({ nonce, isDevelopment }: PolicyOptions): string {
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return directives.join('; ');
}
