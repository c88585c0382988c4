import { Fragment, type ReactElement } from 'react';
import { parseBrief, type BriefSpan } from '#web/features/brief/parse-brief.ts';

/** What every agent read about a match: headings on the left, points on the right. Untrusted, rendered as text. */
export function Brief({ brief }: { readonly brief: string }): ReactElement {
  const sections = parseBrief(brief);
  if (sections.length === 0) return <p className="prose">The search found nothing usable.</p>;
  return (
    <div className="brief">
      {sections.map((section, position) => (
        <Fragment key={`${position}-${section.heading}`}>
          <h3>{section.heading}</h3>
          <ul>
            {section.points.map((point, index) => (
              <li key={index}>
                {point.map((span, place) => (
                  <Span key={place} span={span} />
                ))}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

function Span({ span }: { readonly span: BriefSpan }): ReactElement {
  switch (span.kind) {
    case 'text':
      return <>{span.text}</>;
    case 'strong':
      return <strong>{span.text}</strong>;
    case 'cite':
      return (
        <a className="cite" href={`#source-${span.number}`} aria-label={`source ${span.number}`}>
          {span.number}
        </a>
      );
    case 'link':
      return (
        <a href={span.url} rel="nofollow noopener noreferrer">
          {span.text}
        </a>
      );
  }
}
