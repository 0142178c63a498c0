-- error
-- Every side has the nature of a side, one of them reports, and event kinds, parts, media and kinds of bodies have no nature but theirs.
-- Fix: give a side principal, party, reporter (one alone) or rest; an event kind contact or nothing; a part present or nothing; a medium single or nothing; a kind of body state or nothing.
WITH natures (list, nature) AS (
    VALUES ('side', 'principal'), ('side', 'party'), ('side', 'reporter'), ('side', 'rest'), ('event-kind', 'contact'), ('part', 'present'), ('medium', 'single'), ('organization-kind', 'state')
),
reporters AS (
    SELECT count(*) AS number FROM codes WHERE list = 'side' AND nature = 'reporter'
),
wrong AS (
    SELECT row_key, CASE WHEN nature IS NULL THEN 'the side has no nature, so that no derived table knows what to do with it'
                         ELSE 'a ' || list || ' cannot be "' || nature || '"' END AS problem
    FROM codes
    WHERE (list = 'side' AND nature IS NULL)
       OR (nature IS NOT NULL AND NOT EXISTS (SELECT 1 FROM natures WHERE natures.list = codes.list AND natures.nature = codes.nature))
    UNION ALL
    SELECT row_key, number || ' sides report, and leaked words must stand in the column of one'
    FROM codes, reporters
    WHERE number > 1 AND list = 'side' AND nature = 'reporter'
    UNION ALL
    SELECT min(row_key), 'no side reports, and leaked words would stand in no column'
    FROM codes
    WHERE list = 'side'
    HAVING count(*) > 0 AND sum(CASE WHEN nature = 'reporter' THEN 1 ELSE 0 END) = 0
)
SELECT 'codes' AS table_name, row_key, 'nature' AS column_name, problem FROM wrong
ORDER BY row_key, problem
