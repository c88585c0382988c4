/** A path that a document cites, and the line it stands in, from 1. */
export type DocumentReference = { readonly path: string; readonly line: number };

const FOLDER = /^(?:apps|packages|stand-ins|docs|e2e|tooling|personas|\.ci)\//;
const PLACEHOLDER = /[*<>…{}$|\s]|:\/\//;

/**
 * The paths of this repository that a Markdown text cites: in code spans that start with one of its folders, and in
 * links that are relative. Patterns and placeholders are left out.
 */
export function findReferences(markdown: string): DocumentReference[] {
  return removeCodeBlocks(markdown).flatMap((text, index) => {
    const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span).filter((span) => FOLDER.test(span));
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => `./${link}`);
    return [...spans, ...links]
      .filter((path) => !PLACEHOLDER.test(path))
      .map((path) => ({ path: path.replace(/:\d+$/, ''), line: index + 1 }));
  });
}

/** An import of a package of this repository that a document cites. */
export type DocumentImport = { readonly name: string; readonly subpath: string; readonly line: number };

/** The imports `@coliseum/<package>/<subpath>` that a Markdown text cites, in code spans and in code blocks. */
export function findImports(markdown: string): DocumentImport[] {
  return markdown.split('\n').flatMap((text, index) =>
    [...text.matchAll(/(@coliseum\/[a-z-]+)\/([\w/-]+)(?=[`'"])/g)].map(([, name = '', subpath = '']) => ({
      name,
      subpath,
      line: index + 1,
    })),
  );
}

function removeCodeBlocks(markdown: string): string[] {
  let isCode = false;
  return markdown.split('\n').map((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      return '';
    }
    return isCode ? '' : line;
  });
}
