// What /prove tells of judgements, as elements. In: a Text, and judgements as proven.js weighs them. Out: cards, and the
// reader's text with what was found marked. Nothing of the copy is ever read as HTML: elements or text alone.

import { REASONS } from "./match.js";
import { longestRun } from "./near.js";

const AROUND = 6; // words shown on either side of the nearest place
const CUT = "[…]";
const VERDICTS = {
  stands: "Stands in your copy",
  turned: "Differs by a negation",
  near: "Differs in some words",
  ends: "Only its ends are there, and nobody compared the words between",
  absent: "Not found",
};

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The card of one quotation; `address` leads to it in the record, `language` is that of its source.
export function card(text, judged, number, address, language) {
  const { one, parts, kind, places } = judged;
  const cell = one.words ? element("p", { class: "words" }, `“${one.words}”`) : element("p", { class: "told" }, one.proof || one.passage);
  if (language) cell.lang = language;
  const jump = places.length ? [element("a", { href: `#found-${number}` }, "See it in your copy"), " · "] : [];
  return element(
    "li",
    { class: "card", id: `quotation-${number}` },
    element("p", { class: "how" }, `${number}. `, element("strong", {}, verdict(judged)), ` · ${one.told}`),
    cell,
    ...differences(text, judged).map((line) => element("p", { class: "note" }, ...line)),
    ...parts.slice(judged.near ? 1 : 0).map((part) => element("p", { class: "where" }, ...told(text, one, part, kind))),
    element("p", { class: "where" }, ...jump, element("a", { href: address }, "The quotation in the record")),
  );
}

function verdict({ one, parts, kind, near }) {
  if (kind === "ends" && !one.passage.includes(CUT)) return "Its place is there, without its words";
  if (kind !== "near" || (near && near.lost.length + near.more.length)) return VERDICTS[kind];
  return near ? "The same words, with other capital letters or punctuation" : `Its words are there, but ${parts[0].miss === "outside" ? "elsewhere" : "not together"}`;
}

// Both sides, what differs marked, and a negation that differs in words; or the negation that stands before what was found.
function differences(text, { kind, near, before }) {
  if (before) return [[element("strong", {}, `In your copy “${before}” stands just before these words.`), " See there whether it turns them."]];
  if (!near || !(near.lost.length + near.more.length)) return [];
  const [first, last] = [Math.max(0, near.start - AROUND), Math.min(text.ends.length, near.end + AROUND)];
  return [
    ...(kind === "turned" ? [[element("strong", {}, turning(text, near))]] : []),
    ["The record: ", ...marked(near.ours, near.ours.body, near.lost)],
    ["Your copy: … ", ...marked(text, { start: first, end: last }, near.more), " …"],
  ];
}

function turning(text, { ours, negations }) {
  const listed = (whole, numbers) => numbers.map((at) => `“${whole.said({ start: at, end: at + 1 }, whole.shown)}”`).join(", ");
  const lacks = negations.lost.length ? [`Your copy lacks ${listed(ours, negations.lost)}, which the record has.`] : [];
  const adds = negations.more.length ? [`Your copy has ${listed(text, negations.more)}, which the record lacks.`] : [];
  return [...lacks, ...adds].join(" ");
}

// The words of a place, those of these numbers marked, with what stands between them.
function marked(text, { start, end }, numbers) {
  return text.starts.slice(start, end).flatMap((from, at) => {
    const [number, said] = [start + at, text.shown.slice(from, text.ends[start + at])];
    const behind = number + 1 < end ? text.shown.slice(text.ends[number], text.starts[number + 1]) : "";
    return [numbers.includes(number) ? element("mark", {}, said) : said, behind];
  });
}

// What is said of one part: that it is found and how much that says, or why not, with what is nearest.
function told(text, one, part, kind) {
  if (part.segments) {
    const quotes = part.column === "words" && ["direct", "fragment"].includes(one.form);
    const marks = quotes ? (part.inMarks ? ", inside quotation marks" : ", but not inside one pair of quotation marks") : "";
    const between = one[part.column].includes(CUT) && (kind === "ends" || part.column !== "passage") ? " The words between were not compared." : "";
    return [`${part.told}: found${marks}.${between}`];
  }
  const run = kind === "absent" && part.miss === "absent" && longestRun(text, one[part.column]);
  if (!run) return [`${part.told}: ${REASONS[part.miss]}.`];
  const start = Math.max(0, run.start - AROUND);
  const before = text.shown.slice(text.starts[start], text.starts[run.start]);
  const behind = text.shown.slice(text.ends[run.end - 1], text.ends[Math.min(text.ends.length, run.end + AROUND) - 1]);
  return [`${part.told}: ${REASONS[part.miss]}. Nearest: … ${before}`, element("mark", {}, text.said(run, text.shown)), `${behind} …`];
}

// The reader's text, paragraph by paragraph, what was found marked; the number before it leads back to the quotation.
export function paragraphs(text, found) {
  const marks = found.flatMap((segments, quotation) =>
    segments.map(({ start, end }, part) => ({ from: text.starts[start], to: text.ends[end - 1], number: part ? 0 : quotation + 1 })),
  );
  return text.blocks.map(([first, last]) => {
    const inside = marks.filter(({ from, to }) => from < last && to > first);
    const cuts = [...new Set([first, last, ...inside.flatMap(({ from, to }) => [Math.max(from, first), Math.min(to, last)])])].sort((a, b) => a - b);
    return element("p", {}, ...cuts.slice(1).flatMap((to, number) => piece(text, cuts[number], to, inside)));
  });
}

function piece(text, from, to, marks) {
  const said = text.shown.slice(from, to);
  const begun = marks.filter((one) => one.from === from && one.number);
  const numbers = begun.map(({ number }) =>
    element("a", { class: "number", id: `found-${number}`, href: `#quotation-${number}`, "aria-label": `Back to quotation ${number}` }, `[${number}]`),
  );
  return [...numbers, marks.some((one) => one.from <= from && to <= one.to) ? element("mark", {}, said) : said];
}
