import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactElement, ReactNode } from 'react';

const tag = cva('tag', {
  variants: {
    kind: {
      plain: '',
      won: 'tag-won',
      live: 'tag-live',
      void: 'tag-void',
      pass: 'tag-pass',
      auto: 'tag-auto',
      delay: 'tag-delay',
      odds: 'tag-odds',
    },
  },
  defaultVariants: { kind: 'plain' },
});

export type TagKind = NonNullable<VariantProps<typeof tag>['kind']>;

type TagProps = { readonly kind?: TagKind; readonly children: ReactNode };

/** A small badge. A live one has the pulsing dot. */
export function Tag({ kind = 'plain', children }: TagProps): ReactElement {
  return (
    <span className={tag({ kind })}>
      {kind === 'live' ? <span className="live-dot" /> : null}
      {children}
    </span>
  );
}
