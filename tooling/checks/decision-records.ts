export type DecisionRecord = { readonly file: string; readonly text: string };

/**
 * Finds what is wrong with the decision records: a number that two of them carry, a record that never says when to look
 * at it again, and one that the front page does not lead to.
 */
export function findRecordProblems(records: readonly DecisionRecord[], frontPage: string): string[] {
  return records.flatMap(({ file, text }) => {
    const number = file.slice(0, 4);
    const problems: string[] = [];
    if (!/^\d{4}-/.test(file)) problems.push('the name has to begin with a number of four digits');
    if (!text.startsWith(`# ${number} `)) problems.push(`the title has to begin with "# ${number} "`);
    if (records.some((other) => other.file !== file && other.file.startsWith(`${number}-`))) {
      problems.push(`another record has the number ${number} too`);
    }
    if (!/^Look at it again when /m.test(text)) problems.push('a line "Look at it again when …" is missing');
    if (!frontPage.includes(file)) problems.push('README.md does not link to it');
    return problems.map((problem) => `docs/decisions/${file}: ${problem}`);
  });
}
