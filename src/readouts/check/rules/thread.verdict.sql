-- error
-- The question of a thread is neutral: no word of it says who is right, or that a line moved.
-- Fix: ask whether the thing was so, and leave it to the steps who says what.
WITH verdicts (word) AS (
    VALUES ('lie'), ('lies'), ('lied'), ('lying'), ('liar'), ('false'), ('falsely'), ('falsehood'), ('fake'), ('true'), ('truly'), ('truth'),
           ('truthful'), ('honest'), ('honestly'), ('really'), ('actually'), ('indeed'), ('fact'), ('wrong'), ('wrongly'), ('wrongful'),
           ('admit'), ('admits'), ('admitted'), ('confess'), ('confessed'), ('mislead'), ('misled'), ('misleading'), ('deceive'), ('deceived'),
           ('conceal'), ('concealed'), ('hide'), ('hid'), ('hidden'), ('secret'), ('secretly'), ('contradict'), ('contradicts'), ('contradicted'),
           ('contradiction'), ('reverse'), ('reversed'), ('reversal'), ('backtrack'), ('backtracked'), ('recant'), ('recanted'), ('credible'),
           ('implausible'), ('proven'), ('disproven'), ('debunked'), ('finally'), ('why')
)
SELECT 'threads' AS table_name, t.row_key, 'question' AS column_name, '"' || v.word || '" judges' AS problem
FROM threads t
JOIN verdicts v ON ' ' || TRANSLATE(LOWER(t.question), '?!,;:.()-/"“”’', '              ') || ' ' LIKE '% ' || v.word || ' %'
ORDER BY t.row_key, v.word
