/* Copies how to cite a page, with the day of today as the day of access. Without this script the citation stands there as text. */
const today = () => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

export const dated = (citation) => {
  const copy = citation.cloneNode(true);
  copy.querySelector(".accessed").textContent = `accessed ${today()}`;
  return copy.textContent.replace(/\s+/g, " ").trim();
};

/* Where a page has no secure address browsers keep the clipboard from it, and copy only what is selected. */
const selected = (text) => {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = text;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
};

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = dated(document.querySelector(".citation"));
    const done = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false) || selected(text);
    button.nextElementSibling.textContent = done ? `Copied: accessed ${today()}` : "Your browser does not let the page copy: select the text.";
    button.focus();
  });
}
