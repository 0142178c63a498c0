// Find quoted words in a text, strictly: what evidence/match.py does, with its names (tests/browser/test_prove_matches.py
// holds both equal). In: a Text and a cell of a quotation. Out: {segments, inMarks}, or {miss}, a key of REASONS.

import { core, holds, normalise } from "./source_text.js";

const CUT = "[…]";
const MOST_WORDS_CUT = 60;

export const REASONS = {
  empty: "no words stand on one side of a cut",
  cuts: "a passage has one cut at most",
  absent: "not word for word in your copy",
  order: "the last words do not stand behind the first words",
  apart: `the parts do not stand in this order in one paragraph, at most ${MOST_WORDS_CUT} words apart`,
  outside: "in your copy, but outside the article or the place",
  many: "more than one place of your copy fits",
};

export const parts = (cell) => cell.split(CUT).map((part) => core(normalise(part)));
export const span = (segments) => ({ start: segments[0].start, end: segments.at(-1).end });

export function findWords(text, cell, within = text.body) {
  const wanted = parts(cell);
  if (!wanted.every(Boolean)) return { miss: "empty" };
  const found = wanted.map((part) => places(text, part));
  if (!found.every((some) => some.length)) return { miss: "absent" };
  const matches = chains(text, found).map((chain) => match(text, chain));
  const fitting = matches.filter((one) => holds(within, span(one.segments)));
  if (!fitting.length) return { miss: matches.length ? "outside" : "apart" };
  return fitting.reduce((best, one) => (better(one, best) ? one : best));
}

export function findPassage(text, cell) {
  const wanted = parts(cell);
  if (!wanted.every(Boolean) || wanted.length > 2) return { miss: wanted.length > 2 ? "cuts" : "empty" };
  const ends = wanted.map((part) => places(text, part));
  if (!ends.every((some) => some.length)) return { miss: "absent" };
  const spans = shortest(ends.map((some) => some.filter((one) => holds(text.body, one))));
  if (spans.length === 1) return match(text, spans[0]);
  if (spans.length) return { miss: "many" };
  return { miss: shortest(ends).length ? "outside" : "order" };
}

function places(text, part) {
  const found = [];
  for (let at = text.normalised.indexOf(part); at >= 0; at = text.normalised.indexOf(part, at + 1)) {
    const place = text.between(at, at + part.length);
    if (place.end > place.start && text.said(place) === part) found.push(place);
  }
  return found;
}

// One place for each part, in order, near, in one paragraph: for each place only the nearest before it is kept.
function chains(text, found) {
  let kept = found[0].map((place) => [place]);
  for (const some of found.slice(1)) {
    const before = (place) => kept.findLast((chain) => chain.at(-1).end <= place.start);
    kept = some
      .map((place) => [before(place), place])
      .filter(([chain, place]) => chain && place.start - chain.at(-1).end <= MOST_WORDS_CUT)
      .map(([chain, place]) => [...chain, place]);
  }
  return kept.filter((chain) => chain.length === 1 || holds(text.paragraph(chain[0].start), chain.at(-1)));
}

function match(text, segments) {
  return { segments, inMarks: text.quoted.some((pair) => holds(pair, span(segments))) };
}

// Inside one pair of marks goes first, then the earliest.
function better(one, other) {
  if (one.inMarks !== other.inMarks) return one.inMarks;
  const [a, b] = [span(one.segments), span(other.segments)];
  return a.start < b.start || (a.start === b.start && a.end < b.end);
}

// The spans from a first end to a last end that hold no other such span.
function shortest(ends) {
  if (ends.length === 1) return ends[0].map((place) => [place]);
  const spans = new Map();
  for (const last of ends[1]) {
    const first = ends[0].findLast((one) => one.end <= last.start);
    if (first && !spans.has(first)) spans.set(first, [first, last]);
  }
  return [...spans.values()];
}
