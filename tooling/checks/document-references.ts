/** A path cited in a document, and its line number, counted from 1. */
export type DocumentReference = { readonly path: string; readonly line: number };

const FOLDER = /^(?:apps|packages|stand-ins|docs|e2e|tooling|personas|\.ci)\//;
const PLACEHOLDER = /[*<>…{}$|\s]|:\/\//;

/**
 * Finds the paths of this repository cited in a Markdown text: code spans that start with one of its folders, and
 * relative links. Ignores patterns and placeholders.
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

/** An import from a package of this repository, cited in a document. */
export type DocumentImport = { readonly name: string; readonly subpath: string; readonly line: number };

/** Finds the imports `@coliseum/<package>/<subpath>` cited in the code spans and code blocks of a Markdown text. */
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
