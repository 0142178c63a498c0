// What a copy has in place of words that do not stand in it letter for letter, word by word. In: a Text, a cell of a
// quotation, and `negates`, which says of a word whether it negates. Out: a near place and how it differs, or null.

import { parts } from "./match.js";
import { Text, wordsOf } from "./source_text.js";

const LEAST_WORDS = 3; // of a part: of fewer, a place that is like it is chance
const WORDS_AN_EDIT = 4; // of so many words one may be another; a negation that is lost or added is not counted
const LEAST_RUN = 3; // words, below which a run that is ours is not worth showing
const REACH = 3; // words before a place in which a negation is told of, as evidence/match.py has it

// {start, end, ours, lost, more, negations, turned}: `ours` the part as a Text, `lost` which words of it the copy lacks there, `more`
// which words of the copy we lack, by their numbers; `turned` whether one side negates more often than the other. Of a
// cell with cuts the first part that turns decides, else the first that differs.
export function near(text, cell, negates) {
  const found = parts(cell).filter(Boolean).map((part) => nearPart(text, new Text(part), negates));
  if (!found.every(Boolean)) return null;
  return found.find(({ turned }) => turned) ?? found.find(({ lost, more }) => lost.length + more.length) ?? found[0] ?? null;
}

// The negation just before a place, in its paragraph; empty without one.
export function negatedBefore(text, place, negates) {
  const first = Math.max(text.paragraph(place.start).start, place.start - REACH);
  return words(text, first, place.start).findLast(negates) ?? "";
}

// The longest run of words of a cell that stands in the text, capital letters and punctuation apart, as a place; or null.
export function longestRun(text, cell) {
  const theirs = ` ${lowered(text).join(" ")} `;
  const ours = parts(cell).flatMap(wordsOf).map((word) => word.toLowerCase());
  let best = null;
  for (let start = 0; start + (best?.count ?? LEAST_RUN - 1) < ours.length; start++) {
    let end = start + (best?.count ?? LEAST_RUN - 1) + 1;
    let at = theirs.indexOf(` ${ours.slice(start, end).join(" ")} `);
    while (at >= 0) {
      best = { at, count: end - start };
      at = end < ours.length ? theirs.indexOf(` ${ours.slice(start, ++end).join(" ")} `) : -1;
    }
  }
  if (!best) return null;
  const start = theirs.slice(0, best.at).split(" ").length - 1;
  return { start, end: start + best.count };
}

const words = (text, start, end) => text.starts.slice(start, end).map((from, number) => text.normalised.slice(from, text.ends[start + number]));
const lowered = (text) => (text.lowered ??= words(text, 0, text.starts.length).map((word) => word.toLowerCase()));

function nearPart(text, ours, negates) {
  const wanted = lowered(ours);
  const { start, end } = trimmed(lowered(text), wanted, closest(lowered(text), wanted, text.body), negates);
  const theirs = lowered(text).slice(start, end);
  const { lost, more } = compared(wanted, theirs);
  const same = wanted.length - lost.length;
  const [denied, added] = [lost.filter((at) => negates(wanted[at])), more.filter((at) => negates(theirs[at]))];
  const turned = denied.length !== added.length;
  const counted = turned ? Math.max(lost.length - denied.length, more.length - added.length) : Math.max(lost.length, more.length);
  const alike = lost.length + more.length === 0 || (wanted.length >= LEAST_WORDS && same >= 2 && WORDS_AN_EDIT * counted <= wanted.length);
  const negations = { lost: denied, more: added.map((at) => start + at) };
  return alike ? { start, end, ours, lost, more: more.map((at) => start + at), negations, turned } : null;
}

// A run without words at its ends that we lack, unless they negate.
function trimmed(theirs, ours, { start, end }, negates) {
  const strange = new Set(compared(ours, theirs.slice(start, end)).more.filter((at) => !negates(theirs[start + at])).map((at) => start + at));
  while (start < end && strange.has(end - 1)) end--;
  while (start < end && strange.has(start)) start++;
  return { start, end };
}

// The run of their words that comes to be ours by the fewest words more, less or other (Sellers), the first of several.
function closest(theirs, ours, body) {
  let costs = ours.map((_, at) => at + 1); // to have come to our word, with their words so far
  let starts = ours.map(() => body.start);
  let best = { cost: ours.length, start: body.start, end: body.start };
  for (let place = body.start; place < body.end; place++) {
    let [before, from] = [0, place]; // one word less of ours, one word less of theirs
    let [left, leftFrom] = [0, place + 1]; // one word less of ours, their word taken
    const [now, begun] = [[], []];
    for (let at = 0; at < ours.length; at++) {
      const ways = [[costs[at] + 1, starts[at]], [before + (ours[at] === theirs[place] ? 0 : 1), from], [left + 1, leftFrom]];
      [now[at], begun[at]] = ways.reduce((least, way) => (way[0] < least[0] ? way : least));
      [before, from, left, leftFrom] = [costs[at], starts[at], now[at], begun[at]];
    }
    [costs, starts] = [now, begun];
    const longer = now.at(-1) === best.cost && begun.at(-1) === best.start; // as near, with more of ours in it
    if (now.at(-1) < best.cost || longer) best = { cost: now.at(-1), start: begun.at(-1), end: place + 1 };
  }
  return best;
}

// Which words of either side the other has not, in order (the longest common sequence), by their numbers.
function compared(ours, theirs) {
  const longest = Array.from({ length: ours.length + 1 }, () => new Array(theirs.length + 1).fill(0));
  for (let i = ours.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      longest[i][j] = ours[i] === theirs[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const [lost, more] = [[], []];
  let [i, j] = [0, 0];
  while (i < ours.length || j < theirs.length) {
    if (i < ours.length && j < theirs.length && ours[i] === theirs[j]) [i, j] = [i + 1, j + 1];
    else if (j === theirs.length || (i < ours.length && longest[i + 1][j] >= longest[i][j + 1])) lost.push(i++);
    else more.push(j++);
  }
  return { lost, more };
}
