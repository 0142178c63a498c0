// Which parts of a quotation stand in a text. In: characters, quotations as pages/prove.py hands them out. Out: judgements.

import { findPassage, findWords, span } from "./match.js";
import { near, negatedBefore } from "./near.js";
import { Text } from "./source_text.js";

const LEAST_TELLING = 5; // words of a quotation, by which a source is known
// The parts that can be proven, the strongest first: the column, how it is told, how it is found. A part more is a line
// here, and its column in pages/prove.py.
const PARTS = [
  { column: "words", told: "Its words", find: (text, one, place) => findWords(text, one.words, place) },
  { column: "proof", told: "The source's words that show it", find: (text, one, place) => findWords(text, one.proof, place) },
  { column: "passage", told: "Its place, by the first and last words", find: (text, one) => findPassage(text, one.passage) },
];

// {one, parts: [{column, told, segments and inMarks, or miss}], stands}: the strongest part decides. A quotation of which
// the record has the place alone never stands, as nobody compared the words between its ends.
export function judge(text, one) {
  const passage = findPassage(text, one.passage);
  const place = passage.segments && span(passage.segments);
  const parts = PARTS.filter(({ column }) => one[column]).map(({ find, ...part }) => ({ ...part, ...find(text, one, place) }));
  const [{ column, segments }] = parts;
  return { one, parts, stands: Boolean(segments && column !== "passage") };
}

// The kinds of judgement, in the order in which they are told.
export const KINDS = ["stands", "turned", "near", "ends", "absent"];
const ELSEWHERE = ["order", "apart", "outside"]; // the words are there, and not where they should be

// A judgement with its kind; with `before`, the negation that stands in the copy just before words that stand; with `near`,
// how the copy's nearest place differs from words that do not; with `places`, what of the copy is shown for it.
export function weighed(text, judged, negates) {
  const places = judged.parts.find(({ segments }) => segments)?.segments ?? [];
  const [{ column, segments, miss }] = judged.parts;
  if (judged.stands) return { ...judged, kind: "stands", places, before: negatedBefore(text, segments[0], negates) };
  const nearest = column !== "passage" && miss === "absent" ? near(text, judged.one[column], negates) : null;
  if (nearest) return { ...judged, kind: nearest.turned ? "turned" : "near", places: [nearest], near: nearest };
  if (column !== "passage" && ELSEWHERE.includes(miss)) return { ...judged, kind: "near", places };
  return { ...judged, kind: places.length ? "ends" : "absent", places };
}

// Whether a word negates, in the language of the source; without one, in any. The list is that of quote/turning_words.py,
// where * stands for any ending.
export function negating(negations, language) {
  const tongue = language.split("-")[0];
  const known = tongue ? (negations[tongue] ?? []) : Object.values(negations).flat();
  const english = !tongue || tongue === "en";
  return (word) => {
    const key = word.toLowerCase();
    return (english && key.endsWith("n't")) || known.some((one) => (one.endsWith("*") ? key.startsWith(one.slice(0, -1)) : key === one));
  };
}

export const read = (characters) => new Text(characters);

// The text with the article as its body, where it has the ends of it that the record names for one of its own copies.
export function article(text, bodies) {
  const found = bodies.map((body) => findPassage(text, body)).find(({ segments }) => segments);
  return found ? text.within(span(found.segments)) : text;
}

// The sources of which quotations stand in the text, first the one with the most words: [{id, found, of}]. The two ends
// of a place, or a word or two, stand in many a text: they name no source.
export function fitting(text, { sources, quotations }) {
  const counted = Object.entries(sources).map(([id, { bodies }]) => {
    const inside = article(text, bodies);
    const judged = quotations.filter((one) => one.source === id).map((one) => judge(inside, one));
    const words = judged.reduce((sum, { parts }) => sum + telling(parts[0]), 0);
    return { id, words, found: judged.filter(({ stands }) => stands).length, of: judged.length };
  });
  return counted.filter(({ words }) => words).sort((a, b) => b.words - a.words || a.of - b.of);
}

function telling({ column, segments = [] }) {
  const words = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  return column !== "passage" && words >= LEAST_TELLING ? words : 0;
}
