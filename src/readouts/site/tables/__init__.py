"""Tables and answers of questions: Datasette's pages with columns, cells, facets, filters and files of ours."""
