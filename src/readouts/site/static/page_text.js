// The words of a saved page. In: bytes of a file. Out: {text}, or {problem}: what was found, and what to do.
// HTML is read by DOMParser, whose documents run no script and load nothing.

export const MOST = 20_000_000; // bytes: a saved page can hold its pictures
const LONGEST = 2_000_000; // characters of words
export const TOO_LARGE = `The file has more than ${MOST / 1e6} MB. Save the page as “HTML only”, or its words as text.`;
const SIGNS = [
  ["%PDF-", "a PDF", "Copy its words, and paste them."],
  ["PK\x03\x04", "a packed file (DOCX, ODT, ZIP)", "Copy its words, and paste them."],
  ["\xd0\xcf\x11\xe0", "a document of an old Word", "Copy its words, and paste them."],
  ["{\\rtf", "rich text (RTF)", "Copy its words, and paste them."],
  ["bplist", "a web archive of Safari", "Save the page as “Page Source”."],
  ["\x89PNG", "a picture", "Only words can be looked up."],
  ["\xff\xd8\xff", "a picture", "Only words can be looked up."],
  ["\x1f\x8b", "a packed file (gzip)", "Unpack it first."],
];
const BLOCKS = new Set(
  ("address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul").split(" "),
);
const UNSEEN = "script, style, template, noscript, iframe, object, svg, textarea, [hidden]";

export function pageText(bytes, name = "") {
  if (!bytes.length) return { problem: "The file is empty." };
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const sign = SIGNS.find(([begins]) => head.startsWith(begins));
  if (sign) return { problem: `This is ${sign[1]}, and no page or text. ${sign[2]}` };
  if (/^MIME-Version:/im.test(head) && /multipart\/related/i.test(head)) return { problem: "This is a page in one file (MHTML). Save it as “HTML only”." };
  const read = decoded(bytes, head);
  return read.problem ? read : typed(read.text, name);
}

// What somebody pasted, or a file holds, once it is characters.
export function typed(characters, name = "") {
  const html = /\.x?html?$/i.test(name) || /^\s*<(!doctype html|\?xml|!--|[a-z]+[\s>])/i.test(characters);
  const text = html ? htmlText(characters) : characters;
  if (text.length > LONGEST) return { problem: `It has more than ${LONGEST / 1e6} million characters. Give the article alone.` };
  if (/[\p{L}\p{N}]/u.test(text)) return { text };
  return { problem: html ? "The page has no words of its own: a script may write them. Copy them in the browser, and paste them." : "There is no word in it." };
}

export function htmlText(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll(UNSEEN).forEach((one) => one.remove());
  return told(page.body);
}

// A block stands apart from what is around it; white space is that of HTML, which keeps the narrow and the fixed spaces.
function told(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest("pre") ? node.data : node.data.replace(/[\t\n\f\r ]+/g, " ");
  const name = node.localName;
  if (name === "br") return "\n";
  const inside = [...node.childNodes].map(told).join("");
  if (name === "q") return `“${inside}”`; // whose marks the browser draws
  return BLOCKS.has(name) ? `\n\n${inside}\n\n` : inside;
}

// The characters of a file: by its mark, by what a page says of itself, else UTF-8.
function decoded(bytes, head) {
  const mark = { "\xff\xfe": "utf-16le", "\xfe\xff": "utf-16be" }[head.slice(0, 2)];
  const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  if (!mark && bytes.includes(0)) return { problem: "This is no text: it holds bytes that no text has." };
  try {
    return { text: new TextDecoder(mark ?? declared ?? "utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `The file is not in ${mark ?? declared ?? "UTF-8, and does not say what it is in"}. Save it again as UTF-8, or paste its words.` };
  }
}
