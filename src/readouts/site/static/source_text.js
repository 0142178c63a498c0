// Read the characters of a text once, so that words can be looked up in it: what evidence/source_text.py does, word for
// word, with its names (tests/browser/test_prove_matches.py holds both equal). In: a string. Out: places, counted in words.

const SPACE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`; // as Python has it
const SPACES = new RegExp(`[${SPACE}]+`, "g");
const DROPPED = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const LINE_END = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/;
const LETTER = String.raw`[\p{L}\p{Nl}\p{No}]`;
const DOTTED = String.raw`(?:${LETTER}\.){2,}`;
const RUN = String.raw`[^${SPACE}!"'()*,\-.\/:;<=>?\[\\\]\^_\x60{|}~¡§«¶·»¿\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f]+`;
const JOIN = String.raw`(?:['\-\u2010\u2011]|(?<=\p{Nd})[.,:\/](?=\p{Nd}))`;
const WORD = new RegExp(`(?:${DOTTED}|${RUN})(?:${JOIN}(?:${DOTTED}|${RUN}))*`, "gu");
const LONGEST_WRAPPED = 120; // characters
const ENDS_SENTENCE = /[.!?…:]["'”’)\]]*$/;
const ENDS_DOTTED = new RegExp(`${DOTTED}$`, "u");
const MARK = /["'“”„‟‘’‚«»‹›]/g;
const OPENERS = { "”": '“"„”‟', '"': '"“„”‟', "“": "„", "»": "«", "›": "‹", "’": "‘'‚", "'": "'‘", "‘": "‚" };

export const straight = (curly) => curly.replace(/[‘’‚‛ʼ]/g, "'").replace(/[“”„‟]/g, '"');
export const spaced = (raw) => raw.replace(DROPPED, "").normalize("NFC").replace(SPACES, " ").replace(/^ | $/g, "");
export const normalise = (raw) => straight(spaced(raw));
export const wordsOf = (folded) => folded.match(WORD) ?? [];

// A normalised string from its first word to its last; empty when it has no word.
export function core(folded) {
  const found = [...folded.matchAll(WORD)];
  const last = found.at(-1);
  return last ? folded.slice(found[0].index, last.index + last[0].length) : "";
}

// A place is a run of words: the first, and the one behind the last, counted from 0.
export const holds = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;

export class Text {
  constructor(raw) {
    const blocks = paragraphs(raw);
    this.shown = blocks.join(" "); // with its curls; a straight mark has the length of a curly one
    this.normalised = straight(this.shown);
    const found = [...this.normalised.matchAll(WORD)];
    this.starts = found.map((one) => one.index);
    this.ends = found.map((one) => one.index + one[0].length);
    this.body = { start: 0, end: found.length };
    this.blocks = []; // the paragraphs in characters
    const inside = [];
    let edge = 0;
    blocks.forEach((block, number) => {
      this.blocks.push([edge, edge + block.length]);
      for (const [open, close] of pairs(block, blocks[number + 1] ?? "")) inside.push([edge + open + 1, edge + close]);
      edge += block.length + 1;
    });
    const places = (spans) => spans.map(([first, last]) => this.between(first, last)).filter((one) => one.end > one.start);
    this.paragraphs = places(this.blocks);
    this.quoted = places(inside);
  }

  // The same text, with another place as its body.
  within(body) {
    return Object.assign(Object.create(Text.prototype), this, { body });
  }

  // The words that lie whole between two characters.
  between(first, last) {
    const start = below(this.starts, first);
    return { start, end: Math.max(start, below(this.ends, last + 1)) };
  }

  // What stands at a place, from its first word to its last.
  said(place, characters = this.normalised) {
    return characters.slice(this.starts[place.start], this.ends[place.end - 1]);
  }

  paragraph(word) {
    return this.paragraphs.findLast((one) => one.start <= word);
  }
}

// How many of sorted numbers are below one.
function below(sorted, number) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paragraphs(raw) {
  const lines = raw.split(LINE_END).map(spaced);
  const width = wrapWidth(lines);
  const blocks = [[]];
  lines.forEach((line, number) => {
    blocks.at(-1).push(line);
    if (endsParagraph(line, lines[number + 1] ?? "", width)) blocks.push([]);
  });
  return blocks.map((block) => block.join(" ")).filter(Boolean);
}

const length = (line) => [...line].length; // in characters, not in halves of them

// The longest line of a hard-wrapped text; 0 for any other text.
function wrapWidth(lines) {
  const followed = lines.filter((line, number) => line && lines[number + 1]);
  const broken = followed.filter((line) => !ENDS_SENTENCE.test(line)).length;
  const longest = lines.reduce((most, line) => Math.max(most, length(line)), 0);
  return longest <= LONGEST_WRAPPED && 2 * broken > followed.length ? longest : 0;
}

function endsParagraph(line, following, width) {
  if (!line || !following) return true;
  if (width) return 2 * length(line) < width && ENDS_SENTENCE.test(line);
  return !(/^\p{Lowercase}/u.test(following) || ENDS_DOTTED.test(line));
}

// The opening and closing marks of a paragraph that belong together.
function pairs(block, following) {
  const found = [];
  const open = [];
  for (const { index: at, 0: mark } of block.matchAll(MARK)) {
    const before = at ? block[at - 1] : "";
    const after = at + 1 < block.length ? String.fromCodePoint(block.codePointAt(at + 1)) : "";
    const closes = partner(block, mark, before, after, open);
    if (closes >= 0) {
      found.push([open[closes], at]);
      open.length = closes;
    } else if (opens(mark, before, after)) open.push(at);
  }
  const runsOn = /^["“„«]/.test(following);
  for (const at of open) if (/["“„«]/.test(block[at]) && (at === 0 || runsOn)) found.push([at, block.length]);
  return found;
}

function partner(block, mark, before, after, open) {
  if (/["”'’‘]/.test(mark) && /^[ ([{]?$/.test(before)) return -1;
  if (/['’‘]/.test(mark) && /[\p{L}\p{N}]/u.test(after)) return -1;
  return open.findLastIndex((at) => (OPENERS[mark] ?? "").includes(block[at]));
}

function opens(mark, before, after) {
  if (/[“„‟«‹]/.test(mark)) return true;
  if (/[»›]/.test(mark) || /^ ?$/.test(after)) return false;
  if (/^[ ([{\-–—/"'“‘„«]?$/.test(before)) return !(/['‘]/.test(mark) && /\p{Nd}/u.test(after));
  return mark === '"' && /[\p{L}\p{N}]/u.test(after);
}
