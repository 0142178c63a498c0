// The field in which Datasette's SQL editor takes what is typed has no name of its own; it is made when the page is loaded.
addEventListener("load", () => document.querySelectorAll(".CodeMirror textarea").forEach((one) => one.setAttribute("aria-label", "SQL")));
