// The page /prove: which of the record's quotations stand in what the reader gives it. All that it knows came with the
// page, and it sends nothing: the page's own content security policy forbids it.

import { MOST, TOO_LARGE, pageText, typed } from "./page_text.js";
import { REASONS, nearest } from "./match.js";
import { article, fitting, judge, read } from "./proven.js";

const AROUND = 6; // words shown on either side of the nearest place
const place = (id) => document.getElementById(id);
const record = JSON.parse(place("record").textContent);
const page = (table, id) => `${place("record").dataset[table]}/${id}`;
const ADDRESS = "This is an address, and this page asks no other. Open it, save the page, and drop the file here.";
const FOLDER = "It cannot be read. Is it a folder? Drop one file.";

// An element; children are elements or text, so that nothing of the copy is ever read as HTML.
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const many = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

function say(sentence) {
  place("said").textContent = sentence;
  place("found").hidden = true;
}

async function takeFiles(files) {
  if (files.length > 1) return say("One file at a time, please.");
  if (files[0].size > MOST) return say(TOO_LARGE);
  try {
    take(pageText(new Uint8Array(await files[0].arrayBuffer()), files[0].name));
  } catch {
    say(FOLDER);
  }
}

function take({ text, problem }) {
  if (problem) return say(problem);
  const whole = read(text);
  const found = fitting(whole, record);
  const chosen = Object.keys(record.sources).length === 1 ? Object.keys(record.sources)[0] : found[0]?.id;
  if (chosen) return show(whole, chosen, found.filter(({ id }) => id !== chosen));
  const all = many(record.quotations.length, "quotation");
  say(`None of the ${all} of the record can be told by five of its words to stand in it. That proves nothing: your copy may be shorter or of another day. If you know the source, choose it above.`);
}

function show(whole, id, others) {
  const source = record.sources[id];
  const text = article(whole, source.bodies);
  const judged = record.quotations.filter((one) => one.source === id).map((one) => judge(text, one));
  const standing = judged.filter(({ stands }) => stands).length;
  const placed = judged.filter((one) => one.placed).length;
  place("said").textContent = "";
  place("found").hidden = false;
  place("verdict").textContent = `${standing} of ${many(judged.length, "quotation")} ${standing === 1 ? "stands" : "stand"} in your copy${placed ? `, and the ${placed === 1 ? "place" : "places"} of ${placed} more` : ""}`;
  place("which").replaceChildren("Looked for: what the record quotes of ", element("a", { href: page("sources", id) }, source.title), `, ${source.told}.`, ...offered(whole, others));
  place("missing").hidden = standing + placed === judged.length;
  place("list").replaceChildren(...judged.map((one, number) => card(text, one, number + 1)));
  const foundParts = judged.map(({ parts }) => parts.find(({ segments }) => segments));
  place("copy").lang = source.language;
  place("copy").replaceChildren(...paragraphs(text, foundParts.map((part) => part?.segments ?? [])));
  place("verdict").focus();
}

function offered(whole, others) {
  if (!others.length) return [];
  const buttons = others.slice(0, 3).map(({ id, found }) => {
    const button = element("button", { type: "button" }, `${record.sources[id].title} (${found})`);
    button.addEventListener("click", () => show(whole, id, fitting(whole, record).filter((one) => one.id !== id)));
    return button;
  });
  return [" Quotations of other sources stand in it, too: ", ...buttons];
}

function card(text, { one, parts, stands, placed }, number) {
  const cell = one.words ? element("p", { class: "words" }, `“${one.words}”`) : element("p", { class: "told" }, one.proof || one.passage);
  if (record.sources[one.source].language) cell.lang = record.sources[one.source].language;
  const there = parts.some(({ segments }) => segments);
  const verdict = stands ? "Stands in your copy" : placed ? "Its place is there" : there ? "Stands in part" : "Not found";
  const jump = there ? [element("a", { href: `#found-${number}` }, "See it in your copy"), " · "] : [];
  return element(
    "li",
    { class: "card", id: `quotation-${number}` },
    element("p", { class: "how" }, `${number}. `, element("strong", {}, verdict), ` · ${one.told}`),
    cell,
    ...parts.map((part) => element("p", { class: "where" }, ...told(text, one, part))),
    element("p", { class: "where" }, ...jump, element("a", { href: page("quotations", one.id) }, "The quotation in the record")),
  );
}

// What is said of one part: that it stands and where, or why not, with what is nearest.
function told(text, one, part) {
  if (part.segments) {
    const marked = part.column === "words" && ["direct", "fragment"].includes(one.form);
    const marks = marked ? (part.inMarks ? ", inside quotation marks" : ", but not inside one pair of quotation marks") : "";
    return [`${part.told}: found${marks}.`];
  }
  const near = part.miss === "absent" && nearest(text, one[part.column]);
  if (!near) return [`${part.told}: ${REASONS[part.miss]}.`];
  const why = near.all ? "The same words, with other capital letters or punctuation" : "Nearest";
  const start = Math.max(0, near.start - AROUND);
  const [before, behind] = [
    text.shown.slice(text.starts[start], text.starts[near.start]),
    text.shown.slice(text.ends[near.end - 1], text.ends[Math.min(text.ends.length, near.end + AROUND) - 1]),
  ];
  return [`${part.told}: ${REASONS[part.miss]}. ${why}: … ${before}`, element("mark", {}, text.said(near, text.shown)), `${behind} …`];
}

// The reader's text, paragraph by paragraph, what was found marked; the number before it leads back to the quotation.
function paragraphs(text, found) {
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

document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const given = event.dataTransfer;
  if (given.files.length) return takeFiles(given.files);
  if (given.types.includes("text/uri-list")) return say(ADDRESS);
  take(typed(given.getData("text/html") || given.getData("text/plain")));
});
place("file").addEventListener("change", ({ target }) => target.files.length && takeFiles(target.files));
place("paste").addEventListener("paste", () => setTimeout(() => take(typed(place("paste").value))));
place("look").addEventListener("click", () => take(typed(place("paste").value)));
place("without").remove();
place("give").hidden = false;
