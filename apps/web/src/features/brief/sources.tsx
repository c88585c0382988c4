import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { toSafeUrl } from '#web/features/brief/parse-brief.ts';
import { formatDate } from '#web/lib/format/time.ts';

type Source = EventView['sources'][number];

/** A brief's sources, numbered as it cites them. */
export function Sources({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  if (sources.length === 0) return <p className="meta">No sources cited.</p>;
  return (
    <ol className="sources">
      {sources.map((source) => (
        <li key={source.number} id={`source-${source.number}`}>
          <b>{source.number}</b>
          <SourceTitle source={source} />
          <span className="meta">
            {source.published_at ? formatDate(source.published_at) : 'no date given'}{' '}
            {source.carries_odds ? <Tag kind="odds">Quotes market odds</Tag> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ source }: { readonly source: Source }): ReactElement {
  const url = toSafeUrl(source.url);
  const title = source.title === '' ? source.url : source.title;
  if (url === null) return <span>{title}</span>;
  return (
    <a href={url} rel="nofollow noopener noreferrer">
      {title}
    </a>
  );
}
