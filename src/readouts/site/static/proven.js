// Which parts of a quotation stand in a text. In: characters, quotations as pages/prove.py hands them out. Out: judgements.

import { findPassage, findWords, span } from "./match.js";
import { Text } from "./source_text.js";

// The parts that can be proven, the strongest first: the column, how it is told, how it is found. A part more is a line
// here, and its column in pages/prove.py.
const PARTS = [
  { column: "words", told: "Its words", find: (text, one, place) => findWords(text, one.words, place) },
  { column: "passage", told: "Its place, by the first and last words", find: (text, one) => findPassage(text, one.passage) },
];

// {one, parts: [{column, told, segments and inMarks, or miss}], stands}: the strongest part decides.
export function judge(text, one) {
  const passage = findPassage(text, one.passage);
  const place = passage.segments && span(passage.segments);
  const parts = PARTS.filter(({ column }) => one[column]).map(({ find, ...part }) => ({ ...part, ...find(text, one, place) }));
  return { one, parts, stands: Boolean(parts[0].segments) };
}

export const read = (characters) => new Text(characters);

// The text with the article as its body, where it has the ends of it that the record names; else all of it.
export function article(text, body) {
  const found = body ? findPassage(text, body) : {};
  return found.segments ? text.within(span(found.segments)) : text;
}

// The sources of which quotations stand in the text, first the one with the most: [{id, found, of}].
export function fitting(text, { sources, quotations }) {
  const counted = Object.entries(sources).map(([id, { body }]) => {
    const mine = quotations.filter((one) => one.source === id);
    const inside = article(text, body);
    return { id, found: mine.filter((one) => judge(inside, one).stands).length, of: mine.length };
  });
  return counted.filter((one) => one.found).sort((a, b) => b.found - a.found || a.of - b.of);
}
