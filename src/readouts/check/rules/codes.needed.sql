-- error
-- Every code that a rule, a derived table or a page asks for by name is there.
-- Fix: keep the code under that name; its label can be any.
WITH needed (list, code) AS (
    VALUES
    ('form', 'own'), ('form', 'direct'), ('form', 'fragment'), ('form', 'indirect'), ('form', 'narrated'),
    ('form', 'unattributed'), ('claim-kind', 'occurrence'), ('claim-kind', 'plan'),
    ('claim-kind', 'initiative'), ('claim-kind', 'duration'), ('claim-kind', 'content'),
    ('event-kind', 'leak'), ('medium', 'leaked-record'), ('medium', 'article'), ('medium', 'briefing'), ('medium', 'press-conference'),
    ('medium', 'press-statement'), ('medium', 'audio-message'), ('medium', 'readout'), ('genre', 'official'), ('genre', 'post'), ('organization-kind', 'platform'), ('genre', 'opinion'), ('genre', 'book'), ('genre', 'report'), ('genre', 'agency-report'),
    ('part', 'subject'), ('part', 'host'), ('organization-kind', 'outlet'), ('basis', 'stated'), ('basis', 'resolved'),
    ('basis', 'inferred'), ('basis', 'unknown'), ('relation', 'republishes'), ('relation', 'relies-on'),
    ('claim-kind', 'authenticity'), ('claim-kind', 'forecast'), ('claim-kind', 'position'),
    ('event-kind', 'call'), ('event-kind', 'meeting'), ('event-kind', 'visit'), ('event-kind', 'contact'),
    ('organization-kind', 'state'), ('extent', 'whole'), ('claim-kind', 'count'), ('tie-basis', 'stated'), ('aim', 'official'),
    ('lead-kind', 'page'), ('lead-kind', 'statement'), ('lead-kind', 'contact'), ('lead-kind', 'account'),
    ('decision', 'taken'), ('decision', 'merged'), ('decision', 'left-out'), ('decision', 'not-yet'),
    ('lead-reason', 'no-page'), ('lead-reason', 'machine'), ('found', 'other-address'),
    ('stance-basis', 'words'), ('stance-basis', 'logic'), ('stance-basis', 'presupposed'), ('register', 'plain'),
    ('standing', 'disputed'), ('standing', 'acknowledged-by-all'), ('standing', 'acknowledged-by-some'), ('standing', 'acknowledged-by-one'),
    ('standing', 'denied-by-a-party'), ('standing', 'reported-only'), ('standing', 'cancelled'), ('standing', 'plan-disputed'),
    ('standing', 'plan-denied'), ('standing', 'announced'), ('standing', 'plan-reported'), ('standing', 'held-possible'),
    ('standing', 'opinion-only'), ('standing', 'none'), ('standing', 'so-far')
)
SELECT 'codes' AS table_name, needed.list || '/' || needed.code AS row_key, 'code' AS column_name,
       'rules and derived tables ask for "' || needed.code || '" in the list "' || needed.list || '", and no row has it' AS problem
FROM needed LEFT JOIN codes ON codes.list = needed.list AND codes.code = needed.code
WHERE codes.code IS NULL
ORDER BY row_key
