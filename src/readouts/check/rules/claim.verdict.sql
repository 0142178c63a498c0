-- warning
-- A claim is neutral: no word of it says who lied, admitted or went back on something.
-- Fix: say what happened in words that both sides could use; waive it where the word is what is claimed.
WITH said AS (
    SELECT row_key, regexp_extract(lower(text), '(^|[^a-z])(liars?|lied|lying|falsely|fakes?|faked|truly|truthful|truthfully|honest|honestly|really|actually|indeed|wrongly|admit|admits|admitted|confess|confesse[sd]|misl[a-z]*|deceive[sd]?|deceiving|conceal[a-z]*|contradicts?|contradicted|contradictions?|revers[a-z]*|backtrack[a-z]*|recant[a-z]*|credible|credibly|implausib[a-z]*|proven|disproven|debunk[a-z]*|finally|so-called)([^a-z]|$)', 2) AS word FROM claims
)
SELECT 'claims' AS table_name, row_key, 'text' AS column_name, '"' || word || '" judges' AS problem
FROM said WHERE word <> ''
ORDER BY row_key
