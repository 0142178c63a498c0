// The page /prove: which of the record's quotations stand in what the reader gives it. All that it knows came with the
// page, and it sends nothing: the page's own content security policy forbids it.

import { MOST, TOO_LARGE, pageText, typed } from "./page_text.js";
import { KINDS, article, fitting, judge, negating, read, weighed } from "./proven.js";
import { card, element, paragraphs } from "./told.js";

const place = (id) => document.getElementById(id);
const record = JSON.parse(place("record").textContent);
const page = (table, id) => `${place("record").dataset[table]}/${id}`;
const ADDRESS = "This is an address, and this page asks no other. Open it, save the page, and drop the file here.";
const FOLDER = "It cannot be read. Is it a folder? Drop one file.";

const many = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;
// What is told of the quotations of each kind: in the heading, and above them.
const COUNTED = {
  stands: (number) => `${number} ${number === 1 ? "stands" : "stand"} in your copy`,
  turned: (number) => `${number} ${number === 1 ? "differs" : "differ"} by a negation`,
  near: (number) => `${number} ${number === 1 ? "differs" : "differ"} in some words`,
  ends: (number) => `of ${number} only the place is there`,
  absent: (number) => `${number} not found`,
};
const HEADINGS = {
  stands: "Stand in your copy",
  turned: "Near, but a negation differs",
  near: "Near, but some words differ",
  ends: "Only their place is there: nobody compared the words in it",
  absent: "Not found",
};

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
  const negates = negating(record.negations, source.language);
  const judged = record.quotations.filter((one) => one.source === id).map((one) => weighed(text, judge(text, one), negates));
  const groups = KINDS.map((kind) => [kind, judged.filter((one) => one.kind === kind)]);
  const ordered = groups.flatMap(([, some]) => some);
  const counted = groups.filter(([kind, some]) => kind === "stands" || some.length).map(([kind, some]) => COUNTED[kind](some.length));
  place("said").textContent = "";
  place("found").replaceChildren(place("answer").content.cloneNode(true));
  place("found").hidden = false;
  place("verdict").textContent = `Of the record’s ${many(judged.length, "quotation")}, ${counted.join(", ")}`;
  place("which").replaceChildren("Looked for: what the record quotes of ", element("a", { href: page("sources", id) }, source.title), `, ${source.told}.`, ...offered(whole, others));
  place("missing").hidden = !ordered.some(({ kind }) => ["ends", "absent"].includes(kind));
  place("another").hidden = ordered.some(({ kind }) => ["stands", "turned", "near"].includes(kind));
  const cards = ordered.map((one, at) => card(text, one, at + 1, page("quotations", one.one.id), source.language));
  place("list").replaceChildren(...groups.filter(([, some]) => some.length).map(([kind, some]) => group(kind, cards.splice(0, some.length))));
  place("copy").lang = source.language;
  place("copy").replaceChildren(...paragraphs(text, ordered.map(({ places }) => places)));
  place("verdict").focus();
}

// What is not found is folded: that many quotations are not in a copy says little.
function group(kind, cards) {
  const list = element("ol", { class: "results" }, ...cards);
  if (kind !== "absent") return element("section", {}, element("h3", {}, `${HEADINGS[kind]}: ${cards.length}`), list);
  return element("details", { class: "fold" }, element("summary", {}, `${HEADINGS[kind]}: ${cards.length}`), list);
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
