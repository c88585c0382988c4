/** How much of the words before an object may speak about it. */
const INTRODUCTION_CHARACTERS = 160;
/** A wish of good luck fits, a second thought rarely does. */
const MAX_CLOSING_CHARACTERS = 200;

/** Tags that say that an answer is in them, and marks of a tokenizer that say nothing. */
const ANSWER_TAG = /<\/?(?:final[_-]?)?(?:answer|decision|final|json|output|response|result|s)>|<\|\w{1,30}\|>/gi;
/** Comments and deletions. */
const SET_ASIDE = /<!--|~~|\/\*/;

/** Between what is said and what it is said with: emphasis, headings, lists, quotation marks. */
const MARKUP = /[*_`"'“”‘’#\s]{1,20}/g;

const NAME = String.raw`(?:answer|decision|bet|forecast|prediction|response|json|output|object|result|conclusion|verdict|choice|call|selections?|picks?)`;
/** "My final answer", "JSON", "Decision in the requested format". */
const NAMED = new RegExp(
  String.raw`^(?:\d{1,2}[.)] )?(?:so |and |in )?(?:(?:my|the|our|final|overall|json) ){0,4}(?:${NAME}|final)(?: (?:answer|object|output|response|is|below|follows|as|in|json|the|requested|required|asked|format|form|schema)){0,8}$`,
  'i',
);
/** "Here is what I decided", "Based on the brief, my answer". */
const PRESENTED = new RegExp(
  String.raw`^(?:(?:so|ok|okay|sure|certainly|assistant)$|thus$|hence$|therefore$|finally$|(?:here(?: is| are|s)|below is|this is my|thus|therefore|hence|so|finally|in conclusion|in summary|overall|based on|given|after|considering|as|with|having)\b.{0,120}\b(?:${NAME}|decided|decide|picked|selected)\b)`,
  'i',
);
/** Words that make any introduction doubtful: the object may be shown, quoted or somebody else's. */
const SHOWN =
  /\b(?:drafts?|e\.g|examples?|for instance|samples?|placeholders?|templates?|tests?|hypothetical\w*|tentative\w*|preliminary|alternative\w*|options?|initial\w*|first|previous\w*|earlier|old|wrong|rejected|other|another|others|someone|somebody|crowd\w*|possible|naive|dummy|mock|illustrat\w*|such as|something like|tempted|if|unless|otherwise|might|may|could|would have|should|says?|said|not|never)\b/i;
/** Of these, what makes finished sentences before the object doubtful too. */
const SHOWN_IN_PROSE =
  /\b(?:drafts?|e\.g|examples?|for instance|samples?|placeholders?|templates?|tests?|hypothetical\w*|tentative\w*|preliminary|(?:initial|first) (?:thoughts?|take|version|guess|answer|attempt|idea))\b/i;
/** The same in the last of them, which may speak about the object, or decline. */
const DOUBTED_IN_SENTENCE =
  /\b(?:if|unless|not|\w{1,12}n[’']t|never|might|could|cannot|unable|sorry|ignore|disregard|wrong|incorrect|false|following|below|required|requested|instruct\w*|quot\w*|words|prompt|says?|said|declin\w*|refus\w*)\b/i;
/** Signs that cross out or question. */
const SIGN = /(?![✅👍🎯🍀🙏])\p{Extended_Pictographic}|\?/u;
/** What may follow an answer without changing it. */
const CLOSING =
  /^(?:(?:good luck|thanks|thank you|let me know|cheers|best of luck)\b.{0,80}|(?:that|this)(?:s| is) (?:all|(?:my|the) (?:final )?(?:answer|decision|bet|call|choice|response))|(?:i )?hope (?:this|that|it) helps?|(?:note |disclaimer )?(?:this|it) (?:is not|isnt|does not constitute|should not be taken as) .{0,40}advice|not (?:financial|investment|betting) advice|done|end)$/i;
/** Letters of another script say things that the patterns above cannot read. */
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/u;

/** Whether nothing is said: no letter and no digit. */
export function isBlank(words: string): boolean {
  return !/[\p{L}\p{N}]/u.test(words);
}

/**
 * Whether the words before an object present it as the answer: none do, or finished sentences, or a label that is known
 * to. An unknown label may say "draft" in any language.
 */
export function isIntroduced(before: string): boolean {
  const words = before.slice(-INTRODUCTION_CHARACTERS).replaceAll(ANSWER_TAG, ' ').trimEnd();
  const sign = words.slice(words.lastIndexOf('\n') + 1);
  if (SET_ASIDE.test(words) || /[<>~|]$/.test(words) || SIGN.test(isBlank(sign) ? sign : '')) return false;
  const line = words.split('\n').findLast((candidate) => !isBlank(candidate));
  if (line === undefined) return true;
  if (FOREIGN_LETTER.test(line)) return false;
  if (/[.!)]["'”’*_\s]{0,5}$/.test(words) && !/\.{2}["'”’*_\s]{0,5}$/.test(words)) {
    const sentence = line.split(/(?<=[.!?])\s/).at(-1) ?? '';
    return !SHOWN_IN_PROSE.test(words) && !DOUBTED_IN_SENTENCE.test(sentence);
  }
  const label = line.split(/(?<=[.!?])\s/).at(-1) ?? '';
  if (SHOWN.test(label) || SHOWN_IN_PROSE.test(words)) return false;
  const plain = toPlainWords(label);
  return NAMED.test(plain) || PRESENTED.test(plain);
}

/** Whether the words after an object leave it as it is. Whatever is not known to may take it back. */
export function isLeftAlone(after: string): boolean {
  const words = after.replaceAll(ANSWER_TAG, ' ').trim();
  if (words.length > MAX_CLOSING_CHARACTERS || SIGN.test(words)) return false;
  return words
    .split(/[.!?\n]/)
    .filter((sentence) => !isBlank(sentence))
    .every((sentence) => CLOSING.test(toPlainWords(sentence)));
}

function toPlainWords(text: string): string {
  return text
    .replaceAll(/['’]/g, '')
    .replaceAll(MARKUP, ' ')
    .replaceAll(/[:;,(){}[\]=>-]{1,5}/g, ' ')
    .replaceAll(/\s{2,20}/g, ' ')
    .trim();
}
