// table.js of Datasette asks for this name, which Datasette's own page sets in a script of the page.
var DATASETTE_ALLOW_FACET = true;
